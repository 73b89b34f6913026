package timex

import (
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// Dateline returns the day that the text itself states at its top, as in
// "MOSCOW, Aug 7, 2025 -" or a line with nothing but a date, and the zero
// Date when it states none. A day without a year counts where weekdays beside
// other days and the years that the text names leave one year for it; else
// Find gives it the year of publication.
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

// spread is for how many years after the latest one that it names an article
// may be written; a weekday falls on the same date again after five at the soonest.
const spread = 4

// yearlessDateline returns the day at the top of a text that has no year
// ("MOSCOW, Aug 7 (Interfax) -"), where the days that stand with their weekday
// fit one year only among those that follow the latest past one named.
func (p *parser) yearlessDateline() news.Date {
	for i := 0; i < len(p.words) && i < lead; i++ {
		m, d, e := p.monthAndDay(i)
		if m == 0 {
			continue
		}
		if !p.heads(i, e) {
			i = e - 1
			continue
		}
		days, latest := p.weekdaysOfDates(), p.latestYear()
		if len(days) == 0 || latest == 0 {
			return news.Date{}
		}
		for y := latest; y <= latest+spread; y++ {
			fits := valid(y, m, d)
			for _, w := range days {
				fits = fits && valid(y, w.month, w.day) && isoDay(news.Date{Year: y, Month: time.Month(w.month), Day: w.day}) == w.weekday
			}
			if fits {
				return news.Date{Year: y, Month: time.Month(m), Day: d}
			}
		}
		return news.Date{}
	}
	return news.Date{}
}

// monthAndDay reads "Aug. 7" or "7 August" without a year at piece i; the month is 0 when there is none.
func (p *parser) monthAndDay(i int) (m, d, end int) {
	if m, e := p.monthName(i); m > 0 {
		if d, f := p.dayNumber(e); d > 0 && p.w(e).num > 0 && valid(0, m, d) {
			if y, _ := p.yearAfter(f); y == 0 {
				return m, d, f
			}
		}
		return 0, 0, i
	}
	if d, e := p.dayNumber(i); d > 0 && p.w(i).num > 0 {
		if m, f := p.monthName(e); m > 0 && valid(0, m, d) {
			if y, _ := p.yearAfter(f); y == 0 {
				return m, d, f
			}
		}
	}
	return 0, 0, i
}

// dated is a day of a month with its weekday.
type dated struct{ month, day, weekday int }

// weekdaysOfDates returns the days without a year that stand with their
// weekday: "Tuesday, Aug 5", "Tuesday (5 August)".
func (p *parser) weekdaysOfDates() []dated {
	var out []dated
	for i := range p.words {
		if w := p.w(i); w.word.class == weekday && w.upper {
			k := i + 1
			if p.is(k, ",", "(", "the") {
				k++
			}
			if m, d, _ := p.monthAndDay(k); m > 0 {
				out = append(out, dated{m, d, w.word.n})
			}
		}
	}
	return out
}

// latestYear returns the latest year in digits that is told as past: not one
// that a plan or target leads up to.
func (p *parser) latestYear() int {
	y := 0
	for i := range p.words {
		g := p.year(i)
		if g <= y || g < 1900 || g > 2100 || !p.is(i-1, "in", "since", "of", "from", ",") && p.w(i-1).word.class != month {
			continue
		}
		if p.tenseAt(p.w(i).token) != after {
			y = g
		}
	}
	return y
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
