package timex

import (
	"fmt"

	"github.com/newsgraph/newsgraph/news"
)

// weekdayFirst reads "Wednesday", "Wednesday, October 9, 2013", "Wednesday
// morning", "Wednesday of last week".
func (p *parser) weekdayFirst(i int) (hit, bool) {
	w := p.w(i)
	if capitalOnly[w.low] && !w.upper {
		return hit{}, false
	}
	j := i + 1
	if p.is(j, ".") && p.w(j).glued && len(w.low) < 6 {
		j++
	}
	for _, k := range []int{j + 1, j} { // with a comma, without
		if k > j && !p.is(j, ",") {
			continue
		}
		if p.is(k, "the") {
			k++
		}
		for _, read := range []func(int) (hit, bool){p.monthFirst, p.dayMonth, p.numericDate} {
			if h, ok := read(k); ok && !h.day.IsZero() && (p.w(k).num >= 0 || h.end > k+1) {
				return h, true
			}
		}
	}
	if !p.plausibleName(i) {
		return hit{}, false
	}
	d := p.dayNamed(i, w.word.n)
	k := j
	if p.is(k, "of") {
		k++
	}
	if n := p.w(k); !p.now.IsZero() && (n.word.class == previous || n.word.class == next || n.word.class == this) && p.is(k+1, "week") {
		d = monday(p.now).AddDays(w.word.n - 1)
		switch n.word.class {
		case previous:
			d = d.AddDays(-7)
		case next:
			d = d.AddDays(7)
		}
		j = k + 2
	}
	generic := fmt.Sprintf("XXXX-WXX-%d", w.word.n)
	if n := p.w(j); j == i+1 && n.word.class == part && !p.singular(j) {
		return hit{end: j + 1, typ: "SET", value: generic + "T" + partCodes[n.word.n]}, true // "Saturday mornings"
	}
	return p.withPart(j, d, generic)
}

// dayNamed returns the day that weekday n means at piece i: the day of
// writing itself, else the last or the next one as the verb says.
func (p *parser) dayNamed(i, n int) news.Date {
	if p.now.IsZero() {
		return news.Date{}
	}
	back := (isoDay(p.now) - n + 7) % 7
	d := p.now.AddDays(-back)
	t := p.tenseAt(p.w(i).token)
	if back > 0 && (t == after || t == standing && !p.around(i, back)) {
		d = d.AddDays(7)
	}
	if k := i - 1; p.is(k, "on") && p.is(k-1, "week", ",") && !p.week.IsZero() && k-p.lastEnd <= 1 {
		return p.week.AddDays(n - 1) // "last week on Tuesday"
	}
	if p.is(i-1, "and", "or") && p.w(i-2).word.class == weekday && !p.named.IsZero() {
		// "next Wednesday and Thursday": the one that follows the other
		if e := p.named.AddDays((n - isoDay(p.named) + 7) % 7); !e.After(p.now) || p.named.After(p.now) {
			d = e
		}
	}
	return d
}

// around reports whether the weekday at piece i, which was back days ago,
// opens a stretch that the day of writing lies in: "is in Rome from Tuesday to Friday".
func (p *parser) around(i, back int) bool {
	to := p.w(i + 2)
	if !p.is(i-1, "from") || !p.is(i+1, "to", "until", "till", "through") || to.word.class != weekday {
		return false
	}
	from := p.w(i).word.n
	return back < (to.word.n-from+7)%7+1
}

// withPart completes day d, which ends before piece j, with a part of the day
// or a clock time; unknown is the value when d is unknown.
func (p *parser) withPart(j int, d news.Date, unknown string) (hit, bool) {
	value := unknown
	if !d.IsZero() {
		value = d.String()
	}
	h := hit{end: j, typ: "DATE", value: value, rng: news.Day(d), day: d, endpoint: true}
	k := j
	if p.w(k).word.class == phase && p.w(k).word.n < 2 { // "Wednesday late night"
		k++
	}
	if w := p.w(k); w.word.class == part && p.singular(k) {
		h.end, h.typ, h.value = k+1, "TIME", value+"T"+partCodes[w.word.n]
		return h, true
	}
	if clock, e, ok := p.clockAt(j); ok {
		h.end, h.typ, h.value = e, "TIME", value+clock
	}
	return h, true
}

// deictic reads "yesterday", "tonight", "tomorrow morning", "earlier today".
func (p *parser) deictic(i int) (hit, bool) {
	offset := [...]int{0, -1, 1, 0}[p.w(i).word.n]
	if p.now.IsZero() {
		if p.w(i).word.n == tonight {
			return hit{end: i + 1, typ: "TIME", value: "XXXX-XX-XXTNI"}, true
		}
		return date(i+1, [...]string{"PRESENT_REF", "PAST_REF", "FUTURE_REF"}[p.w(i).word.n], news.DateRange{})
	}
	d := p.now.AddDays(offset)
	if p.w(i).word.n == tonight {
		return hit{end: i + 1, typ: "TIME", value: d.String() + "TNI", rng: news.Day(d), day: d}, true
	}
	return p.withPart(i+1, d, "")
}

// relative reads "last week", "the next three months", "this Friday", "that
// day", "the following morning", "last May", "last summer".
func (p *parser) relative(i int) (hit, bool) {
	j := i
	if c := p.w(j).word.class; (c == article && !p.is(j, "a", "an") || p.is(j, "this", "these")) && p.points(j+1) {
		j++
	}
	w := p.w(j)
	if c := w.word.class; c != previous && c != next && c != this {
		if p.is(i, "the") && p.is(i+1, "day", "week", "month", "year", "weekend", "quarter") {
			return p.theUnit(i)
		}
		return hit{}, false
	}
	if j == i && p.is(j, "following", "past") {
		return hit{}, false // the preposition: "following Wednesday's quake"
	}
	if p.is(j, "same") && p.is(i, "the") && p.is(j+1, "period", "time", "month", "quarter", "week", "day") {
		if h, ok := p.samePeriod(j + 1); ok || p.is(j+1, "period", "time") {
			return h, ok
		}
	}
	k := j + 1
	switch n := p.w(k); n.word.class {
	case weekday:
		return p.relativeDay(j, k)
	case month:
		return p.relativeMonth(i, j, k)
	case season:
		if p.now.IsZero() || p.is(j, "these", "those", "same") {
			return hit{}, false
		}
		v, r := seasonOf(p.seasonYear(n.word.n, w.word.class), n.word.n)
		return date(k+1, v, r)
	case part:
		return p.relativePart(j, k)
	case unit:
		return p.relativeUnit(i, j, k)
	case number, vague, ordinal:
		return p.stretch(j, k)
	}
	if p.w(k).num > 0 {
		return p.stretch(j, k)
	}
	return hit{}, false
}

// points reports whether piece i is "last", "next", "this" or one of their kind.
func (p *parser) points(i int) bool {
	c := p.w(i).word.class
	return c == previous || c == next || c == this
}

// relativeDay reads "last Friday", "next Friday", "this past Friday": j is the
// adjective, k the weekday.
func (p *parser) relativeDay(j, k int) (hit, bool) {
	n := p.w(k).word.n
	if p.now.IsZero() {
		return p.withPart(k+1, news.Date{}, fmt.Sprintf("XXXX-WXX-%d", n))
	}
	if p.is(j, "following") || p.is(j, "next") && p.is(j-1, "the") {
		if base := p.latestDay(k); !base.IsZero() {
			d := base.AddDays((n-isoDay(base)+6)%7 + 1)
			return p.withPart(k+1, d, "")
		}
	}
	d := p.dayNamed(k, n)
	switch p.w(j).word.class {
	case previous:
		d = p.now.AddDays(-((isoDay(p.now)-n+6)%7 + 1))
	case next:
		if p.is(j, "coming", "upcoming") {
			d = p.now.AddDays((n-isoDay(p.now)+6)%7 + 1)
		} else {
			d = monday(p.now).AddDays(6 + n)
		}
	}
	return p.withPart(k+1, d, "")
}

// relativeMonth reads "last May", "next March".
func (p *parser) relativeMonth(i, j, k int) (hit, bool) {
	m, e := p.monthName(k)
	if m == 0 || p.now.IsZero() {
		return hit{}, false
	}
	y := p.now.Year
	switch now := int(p.now.Month); p.w(j).word.class {
	case previous:
		if m >= now {
			y--
		}
	case next:
		if m <= now {
			y++
		}
	default:
		if p.is(j, "that", "same", "these", "those") {
			return hit{}, false
		}
		y = p.guessYear(k, m, 0)
	}
	if d, e2 := p.dayNumber(e); d > 0 && valid(y, m, d) {
		return p.monthDay(i, m, d, e2)
	}
	v, r := monthOf(y, m)
	return date(e, v, r)
}

// relativePart reads "this morning", "last night", "the following evening",
// "that afternoon".
func (p *parser) relativePart(j, k int) (hit, bool) {
	code := "T" + partCodes[p.w(k).word.n]
	if p.w(k).low == "mornings" || p.now.IsZero() {
		return hit{}, false
	}
	d := p.now
	switch w := p.w(j); {
	case w.low == "last" || w.low == "past":
		d = d.AddDays(-1)
	case w.low == "that" || w.low == "same":
		d = p.latestDay(k)
	case w.word.class == next:
		d = p.latestDay(k)
		if !d.IsZero() {
			d = d.AddDays(1)
		}
	case w.word.class == previous:
		d = p.latestDay(k)
		if !d.IsZero() {
			d = d.AddDays(-1)
		}
	}
	if d.IsZero() {
		return hit{end: k + 1, typ: "TIME", value: "XXXX-XX-XX" + code}, true
	}
	return hit{end: k + 1, typ: "TIME", value: d.String() + code, rng: news.Day(d), day: d}, true
}
