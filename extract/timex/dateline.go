package timex

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// Dateline returns the day that the text itself states at its top, as in
// "MOSCOW, Aug 7, 2025 -" or a line with nothing but a date, and the zero
// Date when it states none. A day without a year is none here; Find gives it
// the year of publication.
func Dateline(doc *analyze.Doc) news.Date {
	return newParser(doc, news.Date{}).now
}

// lead is how many pieces from the top a dateline may stand.
const lead = 120

// dateline returns the day that stands at the top of the text.
func (p *parser) dateline() news.Date {
	for i := 0; i < len(p.words) && i < lead; i++ {
		c := p.w(i).word.class
		if c != month && c != weekday && p.w(i).num < 0 {
			continue
		}
		h, ok := first(i, p.monthFirst, p.weekdayFull, p.dayMonth, p.numericDate)
		if !ok || !h.rng.IsDay() {
			continue
		}
		if p.heads(i, h.end) {
			return h.rng.From
		}
		i = h.end - 1
	}
	return news.Date{}
}

// weekdayFull reads a weekday with its date; a weekday alone is no dateline.
func (p *parser) weekdayFull(i int) (hit, bool) {
	if p.w(i).word.class != weekday {
		return hit{}, false
	}
	h, ok := p.weekdayFirst(i)
	return h, ok && h.end > i+2
}

// heads reports whether pieces i to end are a dateline: from the line's start
// to i there are only names and marks, and a dash, a colon or the line's end
// follows.
func (p *parser) heads(i, end int) bool {
	last := p.w(end - 1).token
	next := p.w(end)
	ends := p.lineBreak(last+1) || next.low == "\n" || next.token < 0
	dash := p.is(end, "—", "–", "-", "--", ":", "|", "(", "―")
	if !ends && !dash {
		return false
	}
	for j, n := i-1, 0; ; j, n = j-1, n+1 {
		if j < 0 || p.w(j).low == "\n" || p.lineBreak(p.w(j+1).token-1) {
			return ends || n > 0
		}
		if n > 12 {
			return false
		}
		w := p.w(j)
		switch {
		case w.upper, w.glued && p.w(j-1).upper:
		case strings.Contains(",.[]()/|:-–—", w.low):
		case w.low == "published" || w.low == "posted" || w.low == "updated" || w.low == "on" || w.low == "date" || w.low == "of" || w.low == "release":
		default:
			return false
		}
	}
}

// lineBreak reports whether token t is white space with a line feed, or lies
// outside the text.
func (p *parser) lineBreak(t int) bool {
	return t < 0 || t >= len(p.doc.Tokens) || strings.ContainsRune(p.doc.Tokens[t].Text, '\n')
}
