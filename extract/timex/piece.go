package timex

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// piece is a run of digits, a run of letters, or a single mark: tokens such
// as "10:30am", "1990s" and "24–25" fall into several. White space has no
// piece, and a paragraph's end is a piece of its own with the text "\n".
type piece struct {
	token int
	low   string
	num   int // the number that the digits spell, or -1
	width int // how many digits
	glued bool
	upper bool // starts with a capital
	word  word
}

// parser holds an article while expressions are read from it.
type parser struct {
	doc   *analyze.Doc
	words []piece
	// now is the day that "today" means; zero when unknown.
	now news.Date
	// last is the day, and lastSent the sentence, of the latest day named in
	// the text, from which "the next day" counts.
	last     news.Date
	lastSent int
	// named is the day that the expression before this one names, if it names one.
	named news.Date
	// week is the Monday of the week that the expression before this one names, if it names one, and lastEnd the piece after that expression.
	week    news.Date
	lastEnd int
	// told is the latest expression that names a calendar time, and period the latest of these that
	// names a quarter, a month or a half year; the numbers are their sentences.
	told, period         hit
	toldSent, periodSent int
	// context lies in the latest calendar time named in the text, from which "that year" takes its year.
	context     news.Date
	contextSent int
	// year0 is the latest past year named in digits, and yearSent its sentence.
	year0    int
	yearSent int
	// yearFine is true when that year came with a month or a day.
	yearFine bool
	labels   []label
}

// label is what the analyzer's names say about a token.
type label uint8

const (
	noLabel   label = iota
	dateLabel       // DATE, TIME
	numLabel        // MONEY, QUANTITY, PERCENT
	nameLabel       // a person, body or place
)

func newParser(doc *analyze.Doc, published news.Date) *parser {
	p := &parser{doc: doc, lastSent: -1, yearSent: -10, labels: make([]label, len(doc.Tokens))}
	for _, n := range doc.Names {
		l := noLabel
		switch n.Label {
		case "DATE", "TIME":
			l = dateLabel
		case "MONEY", "QUANTITY", "PERCENT":
			l = numLabel
		case "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART":
			l = nameLabel
		}
		for i := max(n.Start, 0); i < min(n.End, len(p.labels)); i++ {
			p.labels[i] = l
		}
	}
	p.words = make([]piece, 0, len(doc.Tokens)+len(doc.Tokens)/8)
	for i := range doc.Tokens {
		p.split(i)
	}
	p.now = published
	if d := p.dateline(); !d.IsZero() && (published.IsZero() || (d.Days(published) <= 7 && d.Days(published) >= -2)) {
		p.now = d
	}
	if p.now.IsZero() {
		p.now = p.yearlessDateline()
	}
	return p
}

// split appends the pieces of token i.
func (p *parser) split(i int) {
	t := &p.doc.Tokens[i]
	if t.Pos == "SPACE" || t.Lower == "" || blank(t.Lower) {
		if breaks(t.Text) {
			p.words = append(p.words, piece{token: i, low: "\n", num: -1})
		}
		return
	}
	s := t.Lower
	glued := i > 0 && !p.doc.Tokens[i-1].Space && p.doc.Tokens[i-1].Pos != "SPACE"
	first, _ := utf8.DecodeRuneInString(t.Text)
	upper := unicode.IsUpper(first)
	if n := simple(s); n == 1 {
		p.words = append(p.words, piece{token: i, low: s, num: -1, glued: glued, upper: upper, word: lexicon[s]})
		return
	}
	for len(s) > 0 {
		n, kind := run(s)
		w := piece{token: i, low: s[:n], num: -1, glued: glued, upper: upper}
		switch kind {
		case 'd':
			w.num, w.width = value(s[:n]), n
		case 'l':
			w.word = lexicon[w.low]
		}
		p.words = append(p.words, w)
		s, glued, upper = s[n:], true, false
	}
}

// simple returns 1 when s is nothing but lower-case ASCII letters, the usual case.
func simple(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return 0
		}
	}
	return 1
}

// run returns the length of the first piece of s in bytes and its kind:
// 'd' digits, 'l' letters, 'm' a mark.
func run(s string) (n int, kind byte) {
	kind = 'm'
	for i, r := range s {
		k := byte('m')
		switch {
		case r >= '0' && r <= '9':
			k = 'd'
		case unicode.IsLetter(r) || unicode.IsMark(r):
			k = 'l'
		}
		if i == 0 {
			kind = k
			if k == 'm' {
				return utf8.RuneLen(r) + invalid(s, r), 'm'
			}
			continue
		}
		if k != kind {
			return i, kind
		}
	}
	return len(s), kind
}

// invalid corrects the length of a byte that is no UTF-8 and decodes to the replacement rune.
func invalid(s string, r rune) int {
	if r == utf8.RuneError {
		_, n := utf8.DecodeRuneInString(s)
		return n - utf8.RuneLen(r)
	}
	return 0
}

// value returns the number that the digits spell; numbers of more than nine
// digits are no dates and give -1.
func value(digits string) int {
	if len(digits) > 9 {
		return -1
	}
	n := 0
	for i := 0; i < len(digits); i++ {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// breaks reports whether white space ends a paragraph: it holds two line
// feeds. A single one may be a line that was wrapped.
func breaks(s string) bool {
	n := 0
	for _, r := range s {
		if r == '\n' || r == '\u2029' {
			n++
		}
	}
	return n > 1
}

// the is a piece that no expression continues with.
var the = piece{token: -1, num: -1, low: "\n"}

// w returns piece i, or one that matches nothing outside the text.
func (p *parser) w(i int) *piece {
	if i < 0 || i >= len(p.words) {
		return &the
	}
	return &p.words[i]
}

// is reports whether piece i is one of the forms.
func (p *parser) is(i int, forms ...string) bool {
	low := p.w(i).low
	return slices.Contains(forms, low)
}

// dash reports whether piece i joins two numbers or names of a range.
func (p *parser) dash(i int) bool { return p.is(i, "-", "–", "—", "/", "‑") }

// skipHyphen returns the index after a hyphen at i, or i.
func (p *parser) skipHyphen(i int) int {
	if p.is(i, "-", "‑", "–") && p.w(i).glued && p.w(i+1).glued {
		return i + 1
	}
	return i
}
