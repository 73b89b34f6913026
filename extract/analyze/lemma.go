package analyze

import (
	"slices"
	"strings"
)

// lemmas finds the dictionary form of words by the suffix rules, exceptions
// and known lemmas of each part of speech.
type lemmas struct {
	*chars
	byPos map[string]*lemmaTable
}

// lemmaTable is what is known for one part of speech.
type lemmaTable struct {
	rules      [][2]string // a suffix and what takes its place
	exceptions lines       // form, then its lemmas, parted by tabs
	known      lines
}

// lines is a text whose lines are sorted.
type lines struct {
	text string
	at   []int32 // where each line begins, and one past the end
}

func newLines(text string) lines {
	l := lines{text: text, at: []int32{0}}
	for i := range len(text) {
		if text[i] == '\n' {
			l.at = append(l.at, int32(i+1))
		}
	}
	l.at = append(l.at, int32(len(text)+1))
	return l
}

// find returns the line that begins with a field, without that field.
func (l *lines) find(field string) (rest string, ok bool) {
	lo, hi := 0, len(l.at)-1
	for lo < hi {
		mid := (lo + hi) / 2
		line, rest, _ := strings.Cut(l.text[l.at[mid]:l.at[mid+1]-1], "\t")
		switch c := strings.Compare(line, field); {
		case c == 0:
			return rest, true
		case c < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return "", false
}

func newLemmas(w *weights, c *chars) (*lemmas, error) {
	l := &lemmas{chars: c, byPos: map[string]*lemmaTable{}}
	for name := range w.Texts {
		pos, kind, _ := strings.Cut(name, ".")
		text, err := w.text(name)
		if err != nil {
			return nil, err
		}
		t := l.byPos[strings.ToUpper(pos)]
		if t == nil {
			t = new(lemmaTable)
			l.byPos[strings.ToUpper(pos)] = t
		}
		switch kind {
		case "rules":
			for line := range strings.Lines(text) {
				old, replacement, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
				t.rules = append(t.rules, [2]string{old, replacement})
			}
		case "exc":
			t.exceptions = newLines(text)
		case "index":
			t.known = newLines(text)
		}
	}
	return l, nil
}

// lemma returns the dictionary form of a token whose part of speech and
// morphology are known.
func (l *lemmas) lemma(t *Token) string {
	if t.Pos == "" || t.Pos == "SPACE" || isBase(t) {
		return t.Lower
	}
	table := l.byPos[t.Pos]
	if table == nil {
		if t.Pos == "PROPN" {
			return t.Text
		}
		return t.Lower
	}
	var forms, unknown []string
	for _, r := range table.rules {
		if !strings.HasSuffix(t.Lower, r[0]) {
			continue
		}
		form := t.Lower[:len(t.Lower)-len(r[0])] + r[1]
		if form == "" {
			continue
		}
		if _, ok := table.known.find(form); ok {
			forms = slices.Insert(forms, 0, form)
		} else if !l.all(form, letter) {
			forms = append(forms, form)
		} else {
			unknown = append(unknown, form)
		}
	}
	if rest, ok := table.exceptions.find(t.Lower); ok {
		for form := range strings.SplitSeq(rest, "\t") {
			if !slices.Contains(forms, form) {
				forms = slices.Insert(forms, 0, form)
			}
		}
	}
	switch {
	case len(forms) > 0:
		return forms[0]
	case len(unknown) > 0:
		return unknown[0]
	}
	return t.Text
}

// isBase reports whether a word stands in its dictionary form already.
func isBase(t *Token) bool {
	number, form := feature(t.Morph, "Number"), feature(t.Morph, "VerbForm")
	switch {
	case t.Pos == "NOUN" && number == "Sing",
		t.Pos == "VERB" && form == "Fin" && feature(t.Morph, "Tense") == "Pres" && number == "",
		form == "Inf",
		feature(t.Morph, "Degree") == "Pos":
		return true
	}
	return false
}

// feature returns the value of a feature of a morphology, "" if it has none.
func feature(morph, name string) string {
	for f := range strings.SplitSeq(morph, "|") {
		if v, ok := strings.CutPrefix(f, name); ok && strings.HasPrefix(v, "=") {
			return v[1:]
		}
	}
	return ""
}
