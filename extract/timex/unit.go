package timex

import (
	"fmt"

	"github.com/newsgraph/newsgraph/news"
)

// singular reports whether the unit at piece i stands in the singular.
func (p *parser) singular(i int) bool {
	low := p.w(i).low
	return low[len(low)-1] != 's'
}

// relativeUnit reads "last week", "this year", "the following day", "that
// month", "these days": j is the adjective, k the unit, i where it starts.
func (p *parser) relativeUnit(i, j, k int) (hit, bool) {
	adj, u := p.w(j), p.w(k).word.n
	withThe := j > i && p.is(i, "the")
	if !p.singular(k) {
		switch {
		case adj.low == "these" && u == day:
			return p.ref(k+1, "PRESENT_REF")
		case adj.word.class == next:
			return p.ref(k+1, "FUTURE_REF")
		case adj.word.class == previous && u >= day:
			return hit{end: k + 1, typ: "DURATION", value: durationValue(u, -1)}, true
		}
		return hit{}, false
	}
	if u < day {
		return hit{}, false
	}
	base, n := p.now, 0
	switch adj.word.class {
	case previous:
		n = -1
		switch {
		case adj.low != "last" && adj.low != "past", u == day:
			base = p.reference0(k)
		case withThe && u != quarter && u != year, withThe && adj.low == "past":
			return p.ending(k+1, u, 1)
		}
		if u == day && (adj.low == "last" || adj.low == "past") {
			return hit{}, false
		}
	case next:
		n = 1
		if adj.low == "following" || adj.low == "subsequent" || adj.low == "ensuing" || withThe && adj.low == "next" || u == day {
			base = p.reference0(k)
		}
		if adj.low == "following" && p.is(i, "following") && u != day { // "following years of war"
			return hit{}, false
		}
	default:
		if adj.low == "these" || adj.low == "those" || adj.low == "this" && u == day {
			return hit{}, false
		}
		if adj.low != "this" || j > i && p.is(i, "the") {
			base = p.reference0(k)
			if u != day && !p.context.IsZero() {
				base = p.context
			}
		}
	}
	if base.IsZero() {
		return p.ref(k+1, [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[n+1])
	}
	if u == weekend && n == 0 && p.tenseAt(p.w(k).token) == before && isoDay(base) < 5 {
		n = -1
	}
	v, r := unitOf(base, u, n)
	h, ok := date(k+1, v, r)
	if u == day {
		if code, e, clock := p.partAfter(k + 1); clock {
			h.end, h.typ, h.value = e, "TIME", h.value+code
		}
	}
	return h, ok
}

// theUnit reads "the day", "the year" and "the weekend" where they mean those
// that the text speaks of.
func (p *parser) theUnit(i int) (hit, bool) {
	u := p.w(i + 1).word.n
	if p.now.IsZero() || !p.is(i-1, "of", "in", "over", "during", "on", "for", "by") || p.is(i+2, "of", "that", "when", "after", "before", "to", "he", "she", "they", "it", "we", "i", "-") {
		return hit{}, false
	}
	base := p.now
	n := 0
	switch u {
	case day:
		if p.lastSent < 0 || !p.is(i-1, "in", "of", "during") {
			return hit{}, false
		}
		base = p.reference0(i)
	case weekend:
		if p.tenseAt(p.w(i+1).token) != after && isoDay(base) < 6 {
			n = -1
		}
	case year:
		if !p.is(i-1, "in", "during", "for") || p.is(i-1, "for") && p.labels[p.w(i+1).token] != dateLabel {
			return hit{}, false
		}
	default:
		if p.labels[p.w(i+1).token] != dateLabel {
			return hit{}, false
		}
	}
	v, r := unitOf(base, u, n)
	return date(i+2, v, r)
}

// samePeriod reads "the same period last year".
func (p *parser) samePeriod(i, k int) (hit, bool) {
	j := k + 1
	if p.is(j, "of", "in") {
		j++
	}
	h, ok := p.inner(j)
	if !ok || h.rng.IsZero() {
		return hit{}, false
	}
	return h, true
}

// stretch reads "the last three months", "the next few days", "the first two
// weeks": j is the adjective, k the number.
func (p *parser) stretch(i, j, k int) (hit, bool) {
	n, e := p.amount(k)
	if e == k {
		return hit{}, false
	}
	e = p.skipHyphen(e)
	if p.w(e).word.class != unit || p.w(e).word.n == quarter && n < 0 {
		return hit{}, false
	}
	u := p.w(e).word.n
	whole := int(n)
	if n < 0 || float64(whole) != n {
		if p.w(j).word.class == next && n < 0 {
			return hit{end: e + 1, typ: "DURATION", value: durationValue(u, n)}, true
		}
		return hit{end: e + 1, typ: "DURATION", value: durationValue(u, n)}, true
	}
	switch p.w(j).word.class {
	case previous:
		return p.ending(e+1, u, whole)
	case next:
		h := hit{end: e + 1, typ: "DURATION", value: durationValue(u, n)}
		if !p.now.IsZero() && u >= day && whole < 1000 && (p.is(j, "next") || p.is(j, "coming")) {
			h.rng = news.DateRange{From: p.now, To: shift(p.now, u, whole), Precision: news.PrecisionRange}
		}
		return h, true
	}
	return hit{end: e + 1, typ: "DURATION", value: durationValue(u, n)}, true
}

// ending returns the stretch of n units that ends with the day of writing.
func (p *parser) ending(end, u, n int) (hit, bool) {
	h := hit{end: end, typ: "DURATION", value: durationValue(u, float64(n))}
	if u == second || n > 1000 {
		return h, true
	}
	if !p.now.IsZero() {
		from := p.now.AddDays(-(n + 23) / 24)
		if u >= day {
			from = shift(p.now, u, -n)
		}
		if sane(from.Year) {
			h.rng = news.DateRange{From: from, To: p.now, Precision: news.PrecisionRange}
		}
	}
	return h, true
}

// inner reads the date inside a longer expression ("the end of ...").
func (p *parser) inner(i int) (hit, bool) {
	if p.is(i, "the", "this", "that") && p.w(i+1).word.class == unit && p.singular(i+1) && p.w(i+1).word.n >= day && !p.now.IsZero() {
		if p.is(i+1, "week", "month", "year", "decade", "century", "quarter", "weekend") {
			v, r := unitOf(p.now, p.w(i+1).word.n, 0)
			return date(i+2, v, r)
		}
		v, r := unitOf(p.reference0(i), p.w(i+1).word.n, 0)
		return date(i+2, v, r)
	}
	switch w := p.w(i); {
	case w.num >= 0:
		return first(i, p.dayMonth, p.numericDate, p.bareYear, p.decadeAt)
	case w.word.class == month:
		return p.monthFirst(i)
	case w.word.class == weekday:
		return p.weekdayFirst(i)
	case w.word.class == season:
		return p.seasonAt(i)
	case w.word.class == deictic:
		return p.deictic(i)
	case w.word.class == phase:
		return p.phaseOf(i)
	case w.low == "fiscal" || w.low == "fy" || w.low == "financial":
		return p.fiscal(i)
	}
	if c := p.w(i).word.class; c >= previous {
		return first(i, p.century, p.decadeAt, p.relative, p.ordinalOf, p.theFiscal, p.dayOfMonth)
	}
	return hit{}, false
}

// edgeOf reads "the end of last year", "the beginning of May".
func (p *parser) edgeOf(i int) (hit, bool) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if p.is(j, "very") {
		j++
	}
	if p.w(j).word.class != edge || !p.is(j+1, "of") {
		return hit{}, false
	}
	h, ok := p.inner(j + 2)
	if !ok || h.typ != "DATE" {
		return hit{}, false
	}
	h.day = news.Date{}
	return h, true
}

// phaseOf reads "early 2009", "mid-August", "late last year", "earlier this
// week", "later on Friday", "later in the day".
func (p *parser) phaseOf(i int) (hit, bool) {
	j := i
	if p.is(j, "the") {
		if p.w(j+1).word.class != phase {
			return hit{}, false
		}
		j++
	}
	ph := p.w(j)
	if ph.word.class != phase {
		return hit{}, false
	}
	k := p.skipHyphen(j + 1)
	if k == j+1 && p.is(k, "-", "–") {
		k++
	}
	if p.is(k, "in", "on") && p.is(k+1, "the") && p.is(k+2, "day", "week", "month", "year") && ph.word.n >= 3 {
		h, ok := p.inner(k + 1)
		return h, ok && !h.rng.IsZero()
	}
	if p.is(k, "in", "on") && ph.word.n != 2 && ph.word.n < 3 {
		k++
	}
	h, ok := p.inner(k)
	if !ok && p.w(k).word.class == part && ph.word.n < 2 && !p.now.IsZero() {
		return hit{}, false
	}
	if !ok || h.typ != "DATE" && h.typ != "TIME" || h.rng.IsZero() && ph.word.n >= 3 {
		return hit{}, false
	}
	return h, true
}

// ref returns a reference to an unknown part of the past, present or future.
func (p *parser) ref(end int, value string) (hit, bool) {
	return hit{end: end, typ: "DATE", value: value}, true
}

// seasonYear returns the year of the season s that the adjective's class means.
func (p *parser) seasonYear(s int, c class) int {
	y := p.now.Year
	_, r := seasonOf(y, s)
	if p.now.Month <= 2 && s == 3 { // in January, winter began last year
		y--
		_, r = seasonOf(y, s)
	}
	switch c {
	case previous:
		if !r.To.Before(p.now) {
			y--
		}
	case next:
		if !r.From.After(p.now) {
			y++
		}
	}
	return y
}

// seasonAt reads "spring 2024", "summer of 2023", and a season alone where a
// preposition makes it a time.
func (p *parser) seasonAt(i int) (hit, bool) {
	w := p.w(i)
	if y, e := p.yearAfter(i + 1); y > 0 && !p.is(i+1, ",") {
		v, r := seasonOf(y, w.word.n)
		return date(e, v, r)
	}
	open := p.is(i-1, "in", "by", "since", "until", "during", "this", "of") || p.is(i-1, "the") && p.is(i-2, "in", "by", "during", "until", "of")
	if !open || w.upper || p.now.IsZero() || p.w(i+1).low == "of" || w.low == "fall" && !p.is(i-1, "the", "this") {
		return hit{}, false
	}
	if t := p.doc.Tokens[w.token]; t.Pos != "NOUN" && t.Pos != "PROPN" {
		return hit{}, false
	}
	c := this
	_, r := seasonOf(p.now.Year, w.word.n)
	switch p.tenseAt(w.token) {
	case before:
		if r.From.After(p.now) {
			c = previous
		}
	case after:
		if r.To.Before(p.now) {
			c = next
		}
	}
	v, r := seasonOf(p.seasonYear(w.word.n, c), w.word.n)
	return date(i+1, v, r)
}

// decadeAt reads "the 1990s", "the '80s", "1930’s", "the nineties".
func (p *parser) decadeAt(i int) (hit, bool) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if p.w(j).word.class == phase {
		j = p.skipHyphen(j + 1)
	}
	if p.w(j).word.class == decade {
		if !p.is(j-1, "the") && !p.is(j-2, "the") {
			return hit{}, false
		}
		v, r := decadeOf(1900 + 10*(p.w(j).word.n-1) + 10)
		return date(j+1, v, r)
	}
	k := j
	if p.is(k, "'", "’", "‘") {
		k++
	}
	w := p.w(k)
	e := k + 1
	if p.is(e, "'", "’") && p.w(e).glued {
		e++
	}
	if w.num < 0 || w.num%10 != 0 || !p.is(e, "s") || !p.w(e).glued || w.width != 4 && w.width != 2 || p.partOfNumber(k) {
		return hit{}, false
	}
	y := w.num
	switch {
	case w.width == 2 && y < 20:
		return hit{}, false
	case w.width == 2:
		if k == j && p.is(j-1, "his", "her", "their", "my", "your") {
			return hit{}, false // "in his 60s"
		}
		y += 1900
	case y < 1000 || y > 2100:
		return hit{}, false
	}
	v, r := decadeOf(y)
	return date(e+1, v, r)
}

// century reads "the 19th century".
func (p *parser) century(i int) (hit, bool) {
	j := i
	if p.is(j, "the") {
		j++
	}
	if p.w(j).word.class == phase {
		j = p.skipHyphen(j + 1)
	}
	n, e := p.dayNumber(j)
	if n == 0 || n > 30 {
		return hit{}, false
	}
	if e == j+1 && p.w(j).num >= 0 {
		return hit{}, false
	}
	e = p.skipHyphen(e)
	if !p.is(e, "century") {
		return hit{}, false
	}
	v, r := centuryOf(100 * (n - 1))
	return date(e+1, v, r)
}

// fiscal reads "fiscal 2024", "fiscal year 2024", "FY2024".
func (p *parser) fiscal(i int) (hit, bool) {
	j := i + 1
	if p.is(j, "year") {
		j++
	}
	y := p.year(j)
	e := j + 1
	if y == 0 && p.is(i, "fy") && p.w(j).width == 2 && p.w(j).num > 0 {
		y = 2000 + p.w(j).num
	}
	if y == 0 {
		return hit{}, false
	}
	if p.dash(e) && p.w(e+1).width >= 2 && p.w(e+1).glued {
		e += 2
	}
	return hit{end: e, typ: "DATE", value: fmt.Sprintf("FY%04d", y)}, true
}

// theFiscal reads "the financial year", "this fiscal year", "the last fiscal year".
func (p *parser) theFiscal(i int) (hit, bool) {
	j := i
	n := 0
	for ; p.w(j).word.class >= previous && j < i+3; j++ {
		switch p.w(j).word.class {
		case previous:
			n = -1
		case next:
			n = 1
		}
	}
	if !p.is(j, "fiscal", "financial") || !p.is(j+1, "year") || p.now.IsZero() {
		return hit{}, false
	}
	return hit{end: j + 2, typ: "DATE", value: fmt.Sprintf("FY%04d", p.now.Year+n)}, true
}
