package timex

import (
	"fmt"

	"github.com/newsgraph/newsgraph/news"
)

// clockAt reads a time of day at piece i and returns it as TIMEX3 has it
// ("T17:30", "T12:00Z"), with the index after it.
func (p *parser) clockAt(i int) (value string, end int, ok bool) {
	switch p.w(i).low {
	case "noon", "midday":
		return "T12:00", i + 1, true
	case "midnight":
		return "T24:00", i + 1, true
	}
	h, m, j := p.w(i).num, 0, i+1
	if n := p.w(i).word; n.class == number && n.n <= 12 {
		h = n.n // "six o'clock"
	}
	if h < 0 || h > 24 && p.w(i).width != 4 || p.is(i-1, "$", "€", "£") {
		return "", i, false
	}
	colon := p.is(j, ":", ".") && p.w(j).glued && p.w(j+1).glued && p.w(j+1).width == 2 && p.w(j+1).num < 60
	sure := colon && p.is(j, ":") && p.w(i).width <= 2
	if colon {
		m, j = p.w(j+1).num, j+2
		if p.is(j, ":") && p.w(j).glued && p.w(j+1).width == 2 { // seconds
			j += 2
		}
	}
	switch half, e := p.halfDay(j); {
	case e > j:
		if h > 12 || h == 0 {
			return "", i, false
		}
		h %= 12
		if half == 'p' {
			h += 12
		}
		j, sure = e, true
	case p.is(j, "o") && p.is(j+1, "'", "’") && p.is(j+2, "clock"):
		h, j = p.half(h, j+3)
		sure = true
	case p.is(j, "in") && p.is(j+1, "the") && p.is(j+2, "morning", "afternoon", "evening"), p.is(j, "at") && p.is(j+1, "night"):
		if h > 12 || h == 0 {
			return "", i, false
		}
		h, j = p.half(h, j)
		sure = true
	case p.is(j, "hours", "hrs") && p.w(i).width == 4 && !colon:
		h, m, j, sure = h/100, h%100, j+1, p.w(i).low[0] == '0'
	}
	zone := ""
	if z := p.w(j); zones[z.low] && (z.upper || z.low == "local" || z.glued) {
		if p.w(i).width == 4 && !colon {
			h, m = h/100, h%100
		}
		if z.low == "utc" || z.low == "gmt" || z.low == "z" {
			zone = "Z"
		}
		sure = sure || p.w(i).width == 4
		j++
		if p.is(j, "time") {
			j++
		}
	}
	if !sure || h > 24 || m > 59 || p.w(i).width == 3 {
		return "", i, false
	}
	return fmt.Sprintf("T%02d:%02d%s", h, m, zone), j, true
}

// half moves hour h to the half of the day that "in the evening" or its like
// at piece j names, and returns the piece after that.
func (p *parser) half(h, j int) (hour, end int) {
	switch {
	case p.is(j, "in") && p.is(j+1, "the") && p.is(j+2, "morning"):
		return h % 12, j + 3
	case p.is(j, "in") && p.is(j+1, "the") && p.is(j+2, "afternoon", "evening"):
		return h%12 + 12, j + 3
	case p.is(j, "at") && p.is(j+1, "night"):
		if h < 6 || h == 12 {
			return h % 12, j + 2
		}
		return h%12 + 12, j + 2
	}
	return h, j
}

// halfDay reads "am", "p.m." at piece i; end is i when there is none.
func (p *parser) halfDay(i int) (half byte, end int) {
	switch p.w(i).low {
	case "am", "pm":
		return p.w(i).low[0], i + 1
	case "a", "p":
		if p.is(i+1, ".") && p.is(i+2, "m") && p.w(i+1).glued && p.w(i+2).glued {
			if p.is(i+3, ".") && p.w(i+3).glued {
				return p.w(i).low[0], i + 4
			}
			return p.w(i).low[0], i + 3
		}
	}
	return 0, i
}

// clock reads a time of day with the date beside it: "5 p.m. Friday", "12:00
// UTC on Monday", "10:30".
func (p *parser) clock(i int) (hit, bool) {
	value, e, ok := p.clockAt(i)
	if !ok {
		return hit{}, false
	}
	if p.w(e).word.class != none || p.w(e).num >= 0 {
		if h, ok := p.inner(e); ok && h.rng.IsDay() {
			h.typ, h.value = "TIME", h.rng.From.String()+value
			return h, true
		}
	}
	d, r := p.latestDay(i), p.dayOfClock(i)
	k := e
	if p.is(k, "(") { // "at 2am (0100 UTC) on Friday"
		if _, f, ok := p.clockAt(k + 1); ok && p.is(f, ")") {
			k = f + 1
		}
	} else if p.is(k, ")") {
		k++
	}
	if p.is(k, "on", ",") { // the date follows as an expression of its own
		k++
	}
	if k > e || p.w(k).word.class == weekday {
		if h, ok := p.inner(k); ok && h.rng.IsDay() {
			d, r = h.rng.From, h.rng
		}
	}
	if d.IsZero() {
		return hit{end: e, typ: "TIME", value: "XXXX-XX-XX" + value}, true
	}
	return hit{end: e, typ: "TIME", value: d.String() + value, rng: r}, true
}

// dayOfClock returns the day of an hour that stands without one, if its
// sentence or the three before it tell it. The value of the expression may
// guess, a fact's date may not.
func (p *parser) dayOfClock(i int) news.DateRange {
	if p.lastSent < 0 || p.doc.Tokens[p.w(i).token].Sent-p.lastSent > 3 {
		return news.DateRange{}
	}
	return news.Day(p.last)
}

// partAfter reads a part of the day or a clock time at piece i.
func (p *parser) partAfter(i int) (code string, end int, ok bool) {
	if w := p.w(i); w.word.class == part && w.low[len(w.low)-1] != 's' {
		return "T" + partCodes[w.word.n], i + 1, true
	}
	return p.clockAt(i)
}

// partOfDay reads "morning" where it is a time: "in the morning", "the
// morning of May 3", "overnight", "morning trading".
func (p *parser) partOfDay(i int) (hit, bool) {
	w := p.w(i)
	if w.low == "mornings" || w.low == "nights" || w.low == "evenings" || w.low == "afternoons" || w.upper && i > 0 && !p.is(i-1, ".", "\n") {
		return hit{}, false
	}
	code := "T" + partCodes[w.word.n]
	if p.is(i+1, "of") {
		if h, ok := p.inner(i + 2); ok && h.rng.IsDay() {
			h.typ, h.value = "TIME", h.rng.From.String()+code
			return h, true
		}
	}
	in := p.is(i-1, "the") && p.is(i-2, "in", "during") || p.is(i-1, "in", "early", "late") || p.is(i-1, "at") && w.word.n == 3 || w.low == "overnight"
	if !in && (p.doc.Tokens[w.token].Dep != "compound" || p.is(i+1, "club", "clubs")) {
		return hit{}, false
	}
	d := p.latestDay(i)
	if d.IsZero() {
		return hit{end: i + 1, typ: "TIME", value: "XXXX-XX-XX" + code}, true
	}
	return hit{end: i + 1, typ: "TIME", value: d.String() + code, rng: p.dayOfClock(i)}, true
}
