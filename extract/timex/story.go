package timex

import (
	"fmt"

	"github.com/newsgraph/newsgraph/news"
)

// remember keeps the time that h, starting at piece i, names for what follows.
// "The November 27 agreement" and days yet to come are no place for the story to go on from.
func (p *parser) remember(i int, h hit) {
	p.named, p.week, p.lastEnd = h.day, news.Date{}, h.end
	if h.rng.Precision == news.PrecisionWeek {
		p.week = h.rng.From
	}
	t := &p.doc.Tokens[p.w(i).token]
	if p.modifies(i) && t.Head > p.w(h.end-1).token {
		return
	}
	if !h.rng.From.IsZero() && h.typ != "DURATION" {
		p.told, p.toldSent = h, t.Sent
		if isPeriod(h) {
			p.period, p.periodSent = h, t.Sent
		}
	}
	if !p.now.IsZero() && h.rng.From.After(p.now) {
		return
	}
	if h.stated && h.rng.From.Year < p.now.Year {
		p.year0, p.yearSent, p.yearFine = h.rng.From.Year, t.Sent, h.rng.Precision != news.PrecisionYear
	}
	if !h.rng.From.IsZero() && h.typ != "DURATION" {
		p.context, p.contextSent = h.rng.From, t.Sent
	}
	if e := h.end; p.is(i-1, "from") && p.is(e, "to", "until", "till", "through") {
		return // the first day of a stretch, on which nothing in the story need take place
	}
	if !h.day.IsZero() {
		p.last, p.lastSent = h.day, p.doc.Tokens[p.w(h.end-1).token].Sent
	}
}

// latestDay returns the day that "the next day" counts from at piece i: the
// latest one named in this sentence or the eight before, else the day of writing.
func (p *parser) latestDay(i int) news.Date {
	if p.lastSent >= 0 && p.doc.Tokens[p.w(i).token].Sent-p.lastSent <= 8 {
		return p.last
	}
	return p.now
}

// story returns the day from which "three years later" counts at piece i, by
// its unit: days from the latest day named, months and longer from the latest
// calendar time.
func (p *parser) story(i, u int) news.Date {
	if u >= aMonth && !p.context.IsZero() && p.doc.Tokens[p.w(i).token].Sent-p.contextSent <= 8 {
		return p.context
	}
	return p.latestDay(i)
}

// soonLater reads "shortly afterwards", "soon after", "a short time later",
// "moments later": no TIMEX3, but the same day as what was told in this
// sentence or the two before.
func (p *parser) soonLater(i int) (hit, bool) {
	end := 0
	switch {
	case p.is(i, "shortly", "immediately", "soon") && (p.is(i+1, "afterwards", "afterward", "thereafter") || p.is(i+1, "after") && p.closes(i+2)):
		end = i + 2
	case p.is(i, "a") && p.is(i+1, "short") && p.is(i+2, "time", "while") && p.is(i+3, "later"):
		end = i + 4
	case p.is(i, "moments") && p.is(i+1, "later"):
		end = i + 2
	}
	if end == 0 {
		return hit{}, false
	}
	return hit{end: end, rng: p.sameDay(i)}, true
}

// sameDay returns the day told in the sentence of piece i or the two before
// it, unknown when there is none.
func (p *parser) sameDay(i int) news.DateRange {
	if p.lastSent < 0 || p.doc.Tokens[p.w(i).token].Sent-p.lastSent > 2 {
		return news.DateRange{}
	}
	return news.Day(p.last)
}

// isPeriod reports whether h names a quarter, a month or half a year, as figures are given for them.
func isPeriod(h hit) bool {
	if h.typ != "DATE" || h.rng.From.IsZero() || h.rng.To.IsZero() {
		return false
	}
	return len(h.value) == len("2014-03") && h.value[4] == '-' && h.value[5] != 'S' && h.value[5] != 'W' && h.value[5] != 'F'
}

// yearEarlier returns the period that the text speaks of at piece i, moved by
// n years; ok is false when it speaks of none near i.
func (p *parser) yearEarlier(i, end, n int) (h hit, ok bool) {
	if len(p.period.value) == 0 || p.doc.Tokens[p.w(i).token].Sent-p.periodSent > 1 {
		return hit{}, false
	}
	from := p.period.rng.From.AddMonths(12 * n)
	to := p.period.rng.To.AddDays(1).AddMonths(12 * n).AddDays(-1)
	v := fmt.Sprintf("%04d%s", from.Year, p.period.value[4:])
	return date(end, v, news.DateRange{From: from, To: to, Precision: p.period.rng.Precision})
}

// samePeriod reads "the same period last year", "the same quarter a year
// earlier": the period that the figures before it are for, in another year.
func (p *parser) samePeriod(k int) (hit, bool) {
	j := k + 1
	if p.is(j, "of", "in") {
		j++
	}
	h, ok := p.inner(j)
	if !ok {
		h, ok = p.count(j)
	}
	if !ok || h.rng.IsZero() {
		return hit{}, false
	}
	if n := h.rng.From.Year - p.period.rng.From.Year; h.rng.Precision == news.PrecisionYear && n < 0 && !p.is(k, "day", "time") {
		if g, ok := p.yearEarlier(k, h.end, n); ok {
			return g, true
		}
	}
	return h, true
}

// yearAgo reads "the year-earlier quarter", "year-ago".
func (p *parser) yearAgo(i int) (hit, bool) {
	j := i
	if p.is(j, "the", "its", "their", "a") {
		j++
	}
	k := p.skipHyphen(j + 1)
	if !p.is(j, "year") || k == j+1 || !p.is(k, "ago", "earlier") || p.now.IsZero() {
		return hit{}, false
	}
	e := k + 1
	if p.is(e, "period", "quarter", "month", "half") {
		e++
	}
	if h, ok := p.yearEarlier(i, e, -1); ok {
		return h, true
	}
	v, r := yearOf(p.now.Year - 1)
	if p.is(e-1, "quarter", "month") {
		v, r = unitOf(shift(p.now, year, -1), p.w(e-1).word.n, 0)
	}
	return date(e, v, r)
}

// thatTime reads "at that time", "by that time": the time told before.
func (p *parser) thatTime(i int) (hit, bool) {
	if !p.is(i, "that") || !p.is(i+1, "time") || !p.is(i-1, "at", "by", "since", "until", "before", "from", "after") {
		return hit{}, false
	}
	if p.told.value == "" || p.doc.Tokens[p.w(i).token].Sent-p.toldSent > 2 {
		return hit{}, false
	}
	return hit{end: i + 2, typ: "DATE", value: p.told.value}, true
}

// dayBefore reads "the day before", "the year after" and "the night before"
// where no event follows, and "the day before yesterday".
func (p *parser) dayBefore(i int) (hit, bool) {
	w := p.w(i + 1)
	if !p.is(i, "the") || w.word.class != unit && w.word.class != part || !p.singular(i+1) || w.word.class == unit && w.word.n < day || !p.is(i+2, "before", "after") || p.now.IsZero() {
		return hit{}, false
	}
	sign := -1
	if p.is(i+2, "after") {
		sign = 1
	}
	switch {
	case w.low == "day" && (sign < 0 && p.is(i+3, "yesterday") || sign > 0 && p.is(i+3, "tomorrow")):
		v, r := dayOf(p.now.AddDays(2 * sign))
		return date(i+4, v, r)
	case !p.closes(i + 3):
		return hit{}, false
	case w.low == "day" && p.is(i+3, ","): // "the day before, on 11 March"
		k := i + 4
		if p.is(k, "on") {
			k++
		}
		if h, ok := p.inner(k); ok && h.rng.IsDay() && p.w(k).word.class != deictic {
			v, r := dayOf(h.rng.From)
			return date(i+3, v, r)
		}
	case w.word.class == part:
		d := p.latestDay(i).AddDays(sign)
		return hit{end: i + 3, typ: "TIME", value: d.String() + "T" + partCodes[w.word.n], rng: news.Day(d), day: d}, true
	}
	return p.from(p.story(i, w.word.n), w.word.n, 1, sign, i+3)
}

// wholeUnit reads "the entire year", "the full week": the one that the text speaks of.
func (p *parser) wholeUnit(i int) (hit, bool) {
	if !p.is(i, "the") || !p.is(i+1, "entire", "whole", "full") || p.w(i+2).word.class != unit || !p.singular(i+2) || p.now.IsZero() {
		return hit{}, false
	}
	u := p.w(i + 2).word.n
	if u < week || p.is(i+3, "of", "-") {
		return hit{}, false
	}
	v, r := unitOf(p.story(i, u), u, 0)
	return date(i+3, v, r)
}

// someDay reads "one day" and "some day" in the past or future, as no length of time.
func (p *parser) someDay(i int) (hit, bool) {
	if !p.is(i, "one", "some") || !p.is(i+1, "day") || p.is(i+2, "-", "after", "before", "later", "earlier", "ago", "of", "long", "from") || p.w(i+1).glued {
		return hit{}, false
	}
	if !p.is(i-1, ".", ",", "\n", "will", "could", "may", "might", "would", "can", "and", "that", "\"", "“", "if") && i > 0 {
		return hit{}, false
	}
	if p.is(i, "some") || p.tenseAt(p.w(i+1).token) == after {
		return p.ref(i+2, "FUTURE_REF")
	}
	return p.ref(i+2, "PAST_REF")
}

// longAgo reads "long ago", "not long ago", "some time ago".
func (p *parser) longAgo(i int) (hit, bool) {
	j := i
	if p.is(j, "not") {
		j++
	}
	if p.is(j, "long") && p.is(j+1, "ago") || p.is(j, "some") && p.is(j+1, "time") && p.is(j+2, "ago") {
		for !p.is(j, "ago") {
			j++
		}
		return p.ref(j+1, "PAST_REF")
	}
	return hit{}, false
}
