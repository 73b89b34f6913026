package timex

import (
	"fmt"

	"github.com/newsgraph/newsgraph/news"
)

// reference reads "now", "currently", "recently", "soon", "recent years".
func (p *parser) reference(i int) (hit, bool) {
	w := p.w(i)
	t := &p.doc.Tokens[w.token]
	if (w.low == "current" || w.low == "recent" || w.low == "ongoing") && t.Pos != "ADJ" {
		return hit{}, false
	}
	switch w.word.class {
	case present:
		if w.upper && t.Pos == "PROPN" || w.low == "now" && p.is(i+1, "that") {
			return hit{}, false
		}
		return p.ref(i+1, "PRESENT_REF")
	case past:
		if p.w(i+1).word.class == unit && !p.singular(i+1) {
			return hit{end: i + 2, typ: "DURATION", value: durationValue(p.w(i+1).word.n, -1)}, true
		}
		return p.ref(i+1, "PAST_REF")
	}
	if w.low == "shortly" || p.is(i-1, "as") && p.is(i+1, "as") || p.is(i+1, "after") {
		return hit{}, false
	}
	return p.ref(i+1, "FUTURE_REF")
}

// atPresent reads "at present", "at the moment".
func (p *parser) atPresent(i int) (hit, bool) {
	if p.is(i+1, "the") && p.is(i+2, "moment") && !p.is(i+3, "of", "when", "that") {
		return p.skipTo(i+1, i+3)
	}
	return hit{}, false
}

func (p *parser) skipTo(_, end int) (hit, bool) { return p.ref(end, "PRESENT_REF") }

// generalRef reads "the past", "the future", "the near future", "the 'long term".
func (p *parser) generalRef(i int) (hit, bool) {
	if !p.is(i, "the") {
		return hit{}, false
	}
	j := i + 1
	if p.is(j, "near", "foreseeable", "immediate", "recent", "distant") {
		j++
	}
	t := &p.doc.Tokens[max(p.w(j).token, 0)]
	switch {
	case p.is(j, "past") && t.Pos == "NOUN" && p.is(i-1, "in", "of", "from"):
		return p.ref(j+1, "PAST_REF")
	case p.is(j, "future") && !p.is(j+1, "of") && (t.Pos == "NOUN" && p.is(i-1, "in", "for", "into") || j > i+1):
		return p.ref(j+1, "FUTURE_REF")
	case p.w(j).word.class == unit && p.w(j).word.n >= day && !p.singular(j) && p.is(j+1, "ahead"):
		return hit{end: j + 2, typ: "DURATION", value: durationValue(p.w(j).word.n, -1)}, true
	case p.is(j, "long", "short", "medium", "longer", "shorter") && p.is(j+1, "term") && p.is(i-1, "in", "over", "for"):
		return p.ref(j+2, "FUTURE_REF")
	}
	return hit{}, false
}

// holidayAt reads the names of fixed holidays: "Christmas", "New Year's Eve".
func (p *parser) holidayAt(i int) (hit, bool) {
	n, e := -1, i+1
	switch {
	case p.is(i, "christmas"):
		n = 0
		switch {
		case p.is(e, "eve"):
			n, e = 1, e+1
		case p.is(e, "day"):
			e++
		}
	case p.is(i, "halloween"):
		n = 4
	case p.is(i, "new") && p.is(i+1, "year") && p.is(i+2, "'", "’") && p.is(i+3, "s") && p.is(i+4, "eve", "day"):
		n, e = 3, i+5
		if p.is(i+4, "eve") {
			n = 2
		}
	}
	if n < 0 || p.labels[p.w(i).token] == nameLabel || !p.w(i).upper {
		return hit{}, false
	}
	m, d := holidays[n].month, holidays[n].day
	y, f := p.yearAfter(e)
	if y == 0 {
		y, f = p.guessYear(i, m, d), e
	}
	if y == 0 {
		return date(f, fmt.Sprintf("XXXX-%02d-%02d", m, d), news.DateRange{})
	}
	v, r := dayOf(news.Date{Year: y, Month: monthNumber(m), Day: d})
	return date(f, v, r)
}

// yearEnd reads "year end", "year-end".
func (p *parser) yearEnd(i int) (hit, bool) {
	j := p.skipHyphen(i + 1)
	if p.is(j, "'", "’") && p.is(j+1, "s") {
		j += 2 // "by year's end"
	}
	if !p.is(i, "year", "month", "week") || !p.is(j, "end") || p.now.IsZero() || p.is(j+1, "of") {
		return hit{}, false
	}
	v, r := unitOf(p.now, p.w(i).word.n, 0)
	return date(j+1, v, r)
}

// ordinalOf reads "the third quarter of 2009", "the first half", "the last
// week of March", "the first Monday in May", "third-quarter".
func (p *parser) ordinalOf(i int) (hit, bool) {
	j := i
	if p.is(j, "the", "its", "their", "our") {
		j++
	}
	n, e := p.w(j).word.n, j+1
	switch w := p.w(j); {
	case w.word.class == ordinal:
	case w.low == "second" && j > i || w.low == "second" && p.is(i-1, "the"):
		n = 2
	case w.low == "last":
		n = -1
	case w.num > 0 && w.num < 32 && p.w(j+1).glued && p.is(j+1, "st", "nd", "rd", "th"):
		n, e = w.num, j+2
	default:
		return hit{}, false
	}
	k := p.skipHyphen(e)
	if k == e && p.is(k, "-") {
		k++
	}
	w := p.w(k)
	f := k + 1
	var in hit
	within := false
	if p.is(f, "of", "in") {
		in, within = p.inner(f + 1)
		within = within && !in.rng.IsZero() && in.typ == "DATE"
	}
	switch {
	case w.low == "quarter":
		return p.quarterOrHalf(i, n, 4, f, in, within)
	case w.low == "half" && p.is(f, "of"):
		if !within {
			return hit{}, false
		}
		return p.quarterOrHalf(i, n, 2, f, in, within)
	case !within || in.rng.From.IsZero() || in.rng.To.IsZero():
		return hit{}, false
	case w.word.class == weekday:
		d := in.rng.From.AddDays((w.word.n - isoDay(in.rng.From) + 7) % 7).AddDays(7 * (n - 1))
		if n < 0 {
			d = in.rng.To.AddDays(-((isoDay(in.rng.To) - w.word.n + 7) % 7))
		}
		v, r := dayOf(d)
		return date(in.end, v, r)
	case w.word.class == unit && p.singular(k) && w.word.n >= day && w.word.n <= aMonth:
		d := shift(in.rng.From, w.word.n, n-1)
		if n < 0 {
			d = in.rng.To
			if w.word.n == week { // the last week that lies in it with most of its days
				d = d.AddDays(-3)
			}
		}
		if d.After(in.rng.To) {
			return hit{}, false
		}
		v, r := unitOf(d, w.word.n, 0)
		return date(in.end, v, r)
	}
	return hit{}, false
}

// quarterOrHalf completes the n-th of parts equal parts of a year.
func (p *parser) quarterOrHalf(i, n, parts, end int, in hit, within bool) (hit, bool) {
	y := p.now.Year
	if within {
		if in.rng.Precision != news.PrecisionYear {
			return hit{}, false
		}
		y, end = in.rng.From.Year, in.end
	} else if g := p.year(end); g > 0 {
		y, end = g, end+1
	} else if p.now.IsZero() {
		return hit{}, false
	}
	if n < 0 {
		if p.is(end-2, "last") || !within && !p.is(i, "final") && !p.is(i+1, "final") {
			return hit{}, false
		}
		n = parts
	}
	if n > parts {
		return hit{}, false
	}
	build := quarterOf
	if parts == 2 {
		build = halfOf
	}
	_, r := build(y, n)
	if !within && y == p.now.Year && end > 0 {
		switch ahead, back := p.now.Days(r.From), r.To.Days(p.now); {
		case ahead > 183 || ahead > 0 && p.tenseAt(p.w(end-1).token) == before && ahead > 92:
			y--
		case back > 183:
			y++
		}
	}
	v, r := build(y, n)
	return date(end, v, r)
}
