package analyze

import "strings"

// irregular are dictionary forms of verbs that the analyzer's rules miss.
var irregular = map[string]string{"retook": "retake", "froze": "freeze", "instal": "install"}

// Relemma corrects dictionary forms of verbs for which the rules of the model
// find two, or none that they know: "staged" is of stage, since stag would
// double its last letter, and "relaunched" is of relaunch. It is a step of its
// own, so that Analyze stays equal to the model.
func (d *Doc) Relemma() {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Pos != "VERB" {
			continue
		}
		if l, ok := irregular[t.Lemma]; ok {
			t.Lemma = l
			continue
		}
		stem := ""
		for _, ending := range []string{"ed", "ing", "es"} {
			if rest, ok := strings.CutSuffix(t.Lower, ending); ok {
				stem = rest
				break
			}
		}
		switch {
		case stem == "":
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
