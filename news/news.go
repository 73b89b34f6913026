// Package news is the vocabulary of Newsgraph: articles, entities, claims and
// facts, the words for how real they are, and the errors that people see.
// Every other package speaks in these terms, and this one imports none of
// them.
package news

import (
	"strings"
	"unicode"

	"github.com/google/uuid"
)

// ID names an article, entity, claim or fact for good. It is a UUIDv5 under
// Newsgraph's namespace, so it depends on what it names and never on the
// order of work.
type ID string

// namespace is the UUIDv5 of the DNS name newsgraph.dev, under which all ids live.
var namespace = uuid.NewSHA1(uuid.NameSpaceDNS, []byte("newsgraph.dev"))

// NewID returns the id of the thing of this kind ("article", "entity",
// "claim", "fact") that the parts identify together. The parts are joined so
// that no two different lists give the same id.
func NewID(kind string, parts ...string) ID {
	var b strings.Builder
	b.WriteString(kind)
	for _, p := range parts {
		b.WriteByte(0)
		b.WriteString(p)
	}
	return ID(uuid.NewSHA1(namespace, []byte(b.String())).String())
}

// ParseID returns the id that s spells, or a BadInput error.
func ParseID(s string) (ID, error) {
	u, err := uuid.Parse(s)
	if err != nil {
		return "", Errorf(BadInput, "%q is not an id: ids look like 6fa459ea-ee8a-5ca4-894e-db77e160355e", clip(s, 40))
	}
	return ID(u.String()), nil
}

// Span is a stretch of an article's text: Start and End are Unicode code
// points, End is exclusive.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of code points in s.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether s and t share a code point.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Fold returns s as names and contents are compared: lower case, letters and
// digits of any script only, one blank between words.
func Fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’' || r == '.':
			// "U.S." and "US", "O'Neill" and "ONeill" are the same name.
		default:
			gap = true
		}
	}
	return b.String()
}

func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}
