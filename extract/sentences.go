package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// borders mends the sentences that the tree gives: marks that stand alone, such
// as a closing quote, belong to the sentence before. The tree itself stays.
func borders(doc *analyze.Doc) {
	out := doc.Sents[:0]
	for _, s := range doc.Sents {
		if n := len(out); n > 0 && !hasWord(doc, s) && !breaks(doc, s.Start-1) {
			out[n-1].End = s.End
			continue
		}
		out = append(out, s)
	}
	doc.Sents = out
	for k, s := range doc.Sents {
		for i := s.Start; i < s.End; i++ {
			doc.Tokens[i].Sent = k
		}
	}
}

// breaks reports whether token i is white space with a line break.
func breaks(doc *analyze.Doc, i int) bool {
	return i >= 0 && doc.IsSpace(i) && strings.Contains(doc.Tokens[i].Text, "\n")
}

// hasWord reports whether r holds a letter or a digit.
func hasWord(doc *analyze.Doc, r analyze.Range) bool {
	return slices.ContainsFunc(doc.Tokens[r.Start:r.End], func(t analyze.Token) bool {
		return strings.ContainsFunc(t.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	})
}
