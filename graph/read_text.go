package graph

import (
	"strings"
	"unicode"
)

// maxWords is how many words of a search text count; more would only cost time.
const maxWords = 16

// lucene returns the Lucene query that finds texts with all words of s, the
// last one perhaps unfinished, and "" when s has no word. No character and no
// word of s has a meaning for Lucene: AND and OR are words too.
func lucene(s string) string {
	var words []string
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), unicode.IsSpace) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
		if w != "" && len(words) < maxWords {
			words = append(words, w)
		}
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		escaped := escapeLucene(w)
		if i == len(words)-1 {
			b.WriteString("+(" + escaped + " OR " + escaped + "*)")
		} else {
			b.WriteString("+" + escaped)
		}
	}
	return b.String()
}

// HasWords reports whether s has a word that a search can look for.
func HasWords(s string) bool { return lucene(s) != "" }

// escapeLucene puts a backslash before every character that Lucene's query
// parser gives a meaning to:
// https://lucene.apache.org/core/9_11_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html#Escaping_Special_Characters
func escapeLucene(w string) string {
	var b strings.Builder
	for _, r := range w {
		if strings.ContainsRune(`+-&|!(){}[]^"~*?:\/<>=`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
