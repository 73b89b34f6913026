package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// borders mends the sentences that the tree gives: a blank line or a line
// break after the end of a sentence ends it, and marks that stand alone, such
// as a closing quote, belong to the sentence before. The tree itself stays.
func borders(doc *analyze.Doc) {
	var out []analyze.Range
	for _, s := range doc.Sents {
		start := s.Start
		for i := s.Start; i < s.End; i++ {
			if i+1 < s.End && endsParagraph(doc, s.Start, i) {
				out = append(out, analyze.Range{Start: start, End: i + 1})
				start = i + 1
			}
		}
		out = append(out, analyze.Range{Start: start, End: s.End})
	}
	doc.Sents = doc.Sents[:0]
	for _, s := range out {
		if n := len(doc.Sents); n > 0 && !hasWord(doc, s) && !breaks(doc, s.Start-1) {
			doc.Sents[n-1].End = s.End
			continue
		}
		doc.Sents = append(doc.Sents, s)
	}
	for k, s := range doc.Sents {
		for i := s.Start; i < s.End; i++ {
			doc.Tokens[i].Sent = k
		}
	}
}

// endsParagraph reports whether token i is a line break that ends a
// paragraph: an empty line, or a line break after a mark that ends a sentence.
// A single line break elsewhere may be a hard-wrapped line.
func endsParagraph(doc *analyze.Doc, first, i int) bool {
	if !breaks(doc, i) {
		return false
	}
	if strings.Count(doc.Tokens[i].Text, "\n") > 1 {
		return true
	}
	for i--; i >= first; i-- {
		switch t := doc.Tokens[i].Text; t {
		case ".", "!", "?", "…", ":":
			return true
		case "\"", "”", "''", "’", "'", ")", "]", "»":
		default:
			return strings.HasSuffix(t, ".")
		}
	}
	// Nothing but quotation marks: they close the sentence before.
	return true
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
