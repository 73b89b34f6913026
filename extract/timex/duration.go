package timex

import (
	"strconv"

	"github.com/newsgraph/newsgraph/news"
)

// durationValue returns the TIMEX3 value of n units; below zero n is unknown.
func durationValue(u int, n float64) string {
	code := unitCodes[u]
	t := ""
	if code[0] == 'T' {
		t, code = "T", code[1:]
	}
	if n < 0 {
		return "P" + t + "X" + code
	}
	whole := n == float64(int(n))
	switch {
	case u == fortnight:
		n *= 2
	case u == aDecade && !whole:
		n, code = 10*n, "Y"
	case u == century && !whole:
		n, code = 100*n, "Y"
	case u == hour && n == 0.5:
		return "PT30M"
	case u == year && n == 0.5:
		return "P6M"
	}
	return "P" + t + strconv.FormatFloat(n, 'f', -1, 64) + code
}

// amount reads a number in digits or words, "a", "several", "half a"; it
// returns the index after it, and n below zero when nobody knows the number.
func (p *parser) amount(i int) (n float64, end int) {
	w := p.w(i)
	if w.num >= 0 {
		n, end = float64(w.num), i+1
		for p.w(end).glued && p.is(end, ",") && p.w(end+1).glued && p.w(end+1).width == 3 {
			n, end = n*1000+float64(p.w(end+1).num), end+2
		}
		if p.w(end).glued && p.is(end, ".") && p.w(end+1).glued && p.w(end+1).num >= 0 && p.w(end+1).width < 3 {
			f := float64(p.w(end + 1).num)
			for range p.w(end + 1).width {
				f /= 10
			}
			n, end = n+f, end+2
		}
		if (p.is(end, "to", "or") || p.dash(end)) && p.w(end+1).num > w.num && p.w(end+1).width < 4 && n == float64(w.num) && p.w(end+2).word.class == unit {
			return float64(p.w(end + 1).num), end + 2
		}
		return p.andHalf(n, end)
	}
	switch w.word.class {
	case number:
		n, end = float64(w.word.n), i+1
		if w.word.n >= 20 && w.word.n < 100 {
			k := p.skipHyphen(end)
			if x := p.w(k); x.word.class == number && x.word.n < 10 {
				return n + float64(x.word.n), k + 1
			}
		}
		if p.is(end, "to", "or") && p.w(end+1).word.class == number {
			return float64(p.w(end + 1).word.n), end + 2
		}
		return p.andHalf(n, end)
	case vague:
		if p.is(i-1, "as") {
			return 0, i // "in as many weeks"
		}
		end = i + 1
		if p.is(end, "of") {
			end++
			if p.is(end, "the") {
				return 0, i
			}
		}
		return -1, end
	}
	switch w.low {
	case "a", "an":
		if x := p.w(i + 1); x.word.class == vague {
			return p.amount(i + 1)
		} else if x.low == "half" {
			return 0.5, p.skipHyphen(i + 2)
		} else if x.low == "quarter" {
			return p.quarterCentury(i, i+2)
		} else if x.word.class == number && x.word.n >= 100 {
			return float64(x.word.n), i + 2
		}
		return 1, i + 1
	case "half":
		if p.is(i+1, "a", "an") {
			return 0.5, i + 2
		}
	}
	return 0, i
}

// andHalf adds the half of "two and a half" to n, which ends before piece end.
func (p *parser) andHalf(n float64, end int) (sum float64, after int) {
	if p.is(end, "and") && p.is(end+1, "a") && p.is(end+2, "half") {
		return n + 0.5, end + 3
	}
	return n, end
}

// quarterCentury reads the amount in "a quarter of a century", "a
// quarter-century"; end is i when something else follows.
func (p *parser) quarterCentury(i, j int) (n float64, end int) {
	if p.is(j, "of") && p.is(j+1, "a") {
		j += 2
	} else {
		j = p.skipHyphen(j)
	}
	if p.is(j, "century") {
		return 0.25, j
	}
	return 0, i
}

// duration reads "three days", "a week", "two-year", "several months".
func (p *parser) duration(i int) (hit, bool) {
	n, e := p.amount(i)
	if e == i {
		return hit{}, false
	}
	hyphen := p.skipHyphen(e) > e || p.is(e, "-")
	if p.is(e, "-") {
		e++
	}
	if p.is(e, "full", "long", "whole", "consecutive", "straight", "more", "successive", "additional", "short", "further") {
		e++
	}
	w := p.w(e)
	if w.word.class != unit || w.word.n == weekend && n > 0 || w.word.n == quarter && !hyphen {
		return hit{}, false
	}
	u := w.word.n
	single := p.is(i, "a", "an", "one")
	if n == 1 && single {
		if u == second || !p.singular(e) || p.is(e+1, "-") && !p.is(e+2, "long") || p.is(i, "a", "an") && u == day && !hyphen && !p.measures(i) {
			return hit{}, false
		}
	} else if n >= 1 && n != 1 && !hyphen && p.singular(e) {
		return hit{}, false
	}
	e++
	if single {
		n, e = p.andHalf(n, e) // "a year and a half"
	}
	if p.is(i-1, "aged") || p.is(i-1, "of") && p.is(i-2, "age", "ages") {
		return hit{}, false
	}
	if p.is(e, "-") && p.is(e+1, "old", "olds") || p.is(e, "old") || p.is(e, "of") && p.is(e+1, "age") {
		return hit{}, false
	}
	typ := "DURATION"
	if p.is(e, "-") && p.is(e+1, "long") {
		e += 2
	}
	if p.is(i, "a", "an") && i > 0 && p.counts(i) {
		typ = "SET"
	}
	return hit{end: e, typ: typ, value: durationValue(u, n)}, true
}

// measured are the words after which "a day" is a length of time and no day like others.
var measured = set("for in within after than nearly almost about over under only just least lasted took takes take spent roughly around another every per once twice")

// measures reports whether "a day" at piece i is a length of time: so says
// the word before it, or it is counted out over something ("$2 a day").
func (p *parser) measures(i int) bool {
	return i > 0 && (measured[p.w(i-1).low] || p.counts(i)) || p.is(i+2, "after", "before")
}

// counts reports whether an amount stands before "a day" at piece i: "$2 a day", "100 barrels a day".
func (p *parser) counts(i int) bool {
	if p.lastEnd == i {
		return false // "declared 19 May a day of mourning"
	}
	return p.w(i-1).num >= 0 || p.is(i-1, "times", "once", "twice", "million", "billion", "hundred", "thousand", "people", "barrels", "dollars", "euros", "pounds", "percent", "%", "bpd", "tons", "tonnes", "cents")
}

// count reads amounts that count from somewhere: "three years ago", "two days
// later", "a day after the talks".
func (p *parser) count(i int) (hit, bool) {
	n, e := p.amount(i)
	if e == i || p.w(e).word.class != unit {
		return hit{}, false
	}
	u := p.w(e).word.n
	if e++; n == 1 {
		n, e = p.andHalf(n, e)
	}
	return p.counted(n, u, e)
}

// counted completes n units that end before piece e.
func (p *parser) counted(n float64, u, e int) (hit, bool) {
	h := hit{end: e, typ: "DURATION", value: durationValue(u, n)}
	whole := int(min(max(n, 0), 100000))
	sign := 1
	if p.is(e, "earlier", "later") && p.is(e+1, "than") {
		return h, true // "a month earlier than usual"
	}
	switch low := p.w(e).low; low {
	case "ago", "back":
		if low == "back" && p.labels[p.w(e-1).token] != dateLabel {
			return hit{}, false
		}
		if p.is(e+1, "today") && u > day && n >= 1 && n < 1000 && !p.now.IsZero() {
			v, r := dayOf(shift(p.now, u, -whole))
			return date(e+2, v, r)
		}
		return p.compared(u, n, e)
	case "earlier", "before", "prior", "previously":
		if low == "earlier" || low == "previously" || low == "prior" && !p.is(e+1, "to") || low == "before" && p.closes(e+1) {
			if low == "earlier" && u == year && n == 1 {
				return p.compared(u, n, e)
			}
			return p.from(p.story(e, u), u, n, -1, e+1)
		}
		sign = -1
	case "later", "afterwards", "afterward":
		return p.from(p.story(e, u), u, n, 1, e+1)
	case "after":
		if p.closes(e + 1) {
			return p.from(p.story(e, u), u, n, 1, e+1)
		}
	case "from":
		if p.is(e+1, "now", "today") {
			return p.from(p.now, u, n, 1, e+2)
		}
		return hit{}, false
	default:
		return hit{}, false
	}
	if u == second {
		return hit{}, false
	}
	switch {
	case u < day, u == day && n > 0:
		h.anchor = p.event(p.w(e).token) + 1
		if u == day {
			h.offset = sign * whole
		}
	case u == week && n > 0 && n == float64(whole):
		h.anchor, h.offset = p.event(p.w(e).token)+1, 7*sign*whole
	}
	return h, true
}

// compared completes "a year ago" and "a year earlier", which end with piece
// e. In a comparison of figures they mean the same quarter or month of the
// year before: "sales rose in the third quarter from a year earlier".
func (p *parser) compared(u int, n float64, e int) (hit, bool) {
	if u == year && n == 1 && p.is(e-3, "from", "than", "with", "to", "over") && p.period.value != "" && p.periodSent == p.doc.Tokens[p.w(e).token].Sent {
		if h, ok := p.yearEarlier(e, e+1, -1); ok {
			return h, true
		}
	}
	base := p.now
	if p.is(e, "earlier") {
		base = p.story(e, u)
	}
	return p.from(base, u, n, -1, e+1)
}

// closes reports whether nothing that could be an event follows at piece i.
func (p *parser) closes(i int) bool {
	return p.is(i, ".", ",", "\n", ";", ":", "?", "!", ")", "\"", "”", "and", "but", "when", "in", "at", "on", "by", "with", "from", "to", "for", "as", "during", "near", "amid", "while")
}

// from returns the unit that lies n units from base, back for sign -1. An
// unknown n (below zero) or base gives a reference to the past or future.
func (p *parser) from(base news.Date, u int, n float64, sign, end int) (hit, bool) {
	whole := int(min(max(n, 0), 5000))
	switch {
	case base.IsZero() || n < 0:
	case u < day && n < 24:
		h, ok := date(end, base.String(), news.Day(base))
		h.day = news.Date{}
		return h, ok
	case u == year && n != float64(whole) && n < 1000: // "two and a half years ago"
		d := base.AddMonths(int(12*n) * sign)
		v, r := monthOf(d.Year, int(d.Month))
		return date(end, v, r)
	case u >= aDecade && n != float64(whole) && n < 50: // "half a century ago"
		v, r := yearOf(base.Year + sign*int(n*[...]float64{10, 100}[u-aDecade]))
		return date(end, v, r)
	case u >= day && n >= 1 && n < 5000:
		v, r := "", news.DateRange{}
		switch u {
		case aDecade:
			v, r = yearOf(base.Year + 10*sign*whole)
		case century:
			v, r = yearOf(base.Year + 100*sign*whole)
		default:
			v, r = unitOf(base, u, sign*whole)
		}
		if sane(r.From.Year) {
			return date(end, v, r)
		}
	}
	if sign > 0 {
		if t := p.tenseAt(p.w(end - 1).token); t == after || t == standing {
			return p.ref(end, "FUTURE_REF")
		}
	}
	h, ok := p.ref(end, "PAST_REF") // "hours later, he was dead"
	if sign > 0 && u < day && n < 0 {
		h.rng = p.sameDay(end - 1)
	}
	return h, ok
}

// bareUnits reads units without a number: "for years", "decades-long",
// "weeks later", "hours after the attack".
func (p *parser) bareUnits(i int) (hit, bool) {
	u := p.w(i).word.n
	if p.is(i+1, "-") && p.is(i+2, "long") {
		n := 1.0
		if !p.singular(i) {
			n = -1
		}
		return hit{end: i + 3, typ: "DURATION", value: durationValue(u, n)}, true
	}
	if p.singular(i) || u == second {
		return hit{}, false
	}
	if h, ok := p.counted(-1, u, i+1); ok {
		return h, true
	}
	if p.is(i-1, "for", "in", "over", "within", "of", "after", "took", "takes", "take", "spent", "lasted", "last") && u != weekend && u != quarter ||
		u == aDecade || p.labels[p.w(i).token] == dateLabel && p.is(i-1, "many") && !p.is(i-2, "as") {
		if p.is(i+1, "of") && !p.is(i-1, "for", "after", "over") {
			return hit{}, false
		}
		return hit{end: i + 1, typ: "DURATION", value: durationValue(u, -1)}, true
	}
	return hit{}, false
}
