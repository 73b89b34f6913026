package extract

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// irregular are dictionary forms of verbs that the analyzer's rules miss.
var irregular = map[string]string{"retook": "retake", "instal": "install"}

// relemma corrects dictionary forms of verbs for which the analyzer's rules
// find two, or none that they know: "staged" is of stage, since stag would
// double its last letter, and "relaunched" is of relaunch.
func relemma(doc *analyze.Doc) {
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if t.Pos != "VERB" {
			continue
		}
		if l, ok := irregular[t.Lemma]; ok {
			t.Lemma = l
			continue
		}
		stem, ok := strings.CutSuffix(t.Lower, "ed")
		if !ok {
			if stem, ok = strings.CutSuffix(t.Lower, "ing"); !ok {
				continue
			}
		}
		switch {
		case t.Lemma == stem && doubles(stem):
			t.Lemma = stem + "e"
		case t.Lemma == stem+"e" && (strings.HasPrefix(stem, "re") || strings.HasPrefix(stem, "co")) && closed(stem):
			t.Lemma = stem
		}
	}
}

// doubles reports whether a verb of one syllable doubles its last letter
// before an ending, as plan and stop do.
func doubles(stem string) bool {
	n := len(stem)
	if n < 3 || !strings.ContainsRune("bdfgklmnprtvz", rune(stem[n-1])) {
		return false
	}
	for i, r := range stem {
		if strings.ContainsRune("aeiou", r) != (i == n-2) {
			return false
		}
	}
	return true
}

// closed reports whether a stem ends in sounds after which no verb of English
// ends in a mute e.
func closed(stem string) bool {
	for _, s := range []string{"nt", "st", "ch", "ct", "pt", "rt", "air"} {
		if strings.HasSuffix(stem, s) {
			return true
		}
	}
	return false
}
