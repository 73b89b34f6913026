package timex

import "github.com/newsgraph/newsgraph/news"

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
		case adj.word.class == next && u >= day && adj.low != "following" && adj.low != "subsequent" && adj.low != "ensuing", adj.word.class == previous && u >= day:
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
			base = p.story(k, u)
		case withThe && u != quarter && u != year, withThe && adj.low == "past":
			return p.ending(k+1, u, 1)
		}
		if u == day && (adj.low == "last" || adj.low == "past") {
			return hit{}, false
		}
	case next:
		n = 1
		if withThe && u >= aDecade {
			return hit{end: k + 1, typ: "DURATION", value: durationValue(u, 1)}, true
		}
		if adj.low == "following" || adj.low == "subsequent" || adj.low == "ensuing" || withThe && adj.low == "next" || u == day {
			base = p.story(k, u)
		}
		if adj.low == "following" && p.is(i, "following") && u != day { // "following years of war"
			return hit{}, false
		}
	default:
		if adj.low == "these" || adj.low == "those" || adj.low == "this" && u == day {
			return hit{}, false
		}
		if adj.low != "this" || j > i && p.is(i, "the") {
			base = p.latestDay(k)
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
		base = p.latestDay(i)
	case weekend:
		if p.tenseAt(p.w(i+1).token) != after && isoDay(base) < 6 {
			n = -1
		}
	case year:
		part := p.is(i-1, "of") && (p.w(i-2).word.class == unit || p.is(i-2, "rest", "remainder", "most", "much", "course", "half", "part"))
		if !part && !p.is(i-1, "in", "during", "for") || p.is(i-1, "for") && p.labels[p.w(i+1).token] != dateLabel {
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

// stretch reads "the last three months", "the next few days", "the first two
// weeks": j is the adjective, k the number.
func (p *parser) stretch(j, k int) (hit, bool) {
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
	if p.is(i, "that") && p.is(i+1, "week", "month", "year", "decade", "century") {
		return p.relative(i)
	}
	if p.is(i, "the", "this", "that") && p.w(i+1).word.class == unit && p.singular(i+1) && p.w(i+1).word.n >= day && !p.now.IsZero() {
		if p.is(i+1, "week", "month", "year", "decade", "century", "quarter", "weekend") {
			v, r := unitOf(p.now, p.w(i+1).word.n, 0)
			return date(i+2, v, r)
		}
		v, r := unitOf(p.latestDay(i), p.w(i+1).word.n, 0)
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
		p.narrow(&h, ph.word.n)
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
	p.narrow(&h, ph.word.n)
	return h, true
}

// narrow cuts h's range to the phase that is meant: early, mid and late are
// thirds of a month, earlier ends and later starts with the day of writing.
func (p *parser) narrow(h *hit, phase int) {
	r := h.rng
	if r.IsZero() || r.IsDay() {
		return
	}
	thirds := r.Precision == news.PrecisionMonth
	switch {
	case phase == 0 && thirds:
		r.To = r.From.AddDays(9)
	case phase == 1 && thirds:
		r.From = r.From.AddDays(20)
	case phase == 2 && thirds:
		r.From, r.To = r.From.AddDays(10), r.From.AddDays(19)
	case phase == 3 && r.From.Before(p.now) && p.now.Before(r.To):
		r.To = p.now
	case phase == 4 && r.From.Before(p.now) && p.now.Before(r.To):
		r.From = p.now
	default:
		return
	}
	r.Precision = news.PrecisionRange
	h.rng = r
}

// ref returns a reference to an unknown part of the past, present or future.
func (p *parser) ref(end int, value string) (hit, bool) {
	return hit{end: end, typ: "DATE", value: value}, true
}
