package timex

import (
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// nineEleven reads "9/11", which is the day of 2001.
func (p *parser) nineEleven(i int) (hit, bool) {
	if p.w(i).num != 9 || !p.is(i+1, "/") || p.w(i+2).num != 11 || !p.w(i+1).glued || !p.w(i+2).glued || p.is(i+3, "/") {
		return hit{}, false
	}
	v, r := dayOf(news.Date{Year: 2001, Month: time.September, Day: 11})
	h, ok := date(i+3, v, r)
	h.day = news.Date{} // nobody goes on from there with "the next day"
	return h, ok
}

// theAttacks reports whether the attacks of 2001 are what stands behind
// "September 11" at piece e.
func (p *parser) theAttacks(e int) bool {
	if p.is(e, "terror", "terrorist", "al", "suicide") {
		e++
	}
	return p.is(e, "attacks", "attackers", "hijackers", "terrorists", "commission", "qaeda")
}

// feasts are holidays that move, by their names.
var feasts = map[string]func(year int) (from, to news.Date){
	"easter":       func(y int) (news.Date, news.Date) { d := easter(y); return d, d },
	"pentecost":    func(y int) (news.Date, news.Date) { d := easter(y).AddDays(49); return d, d },
	"thanksgiving": func(y int) (news.Date, news.Date) { d := thanksgiving(y); return d, d },
	"ramadan":      ramadan,
}

// easter returns Easter Sunday of the western churches, by the anonymous
// Gregorian computus (Meeus, Jones and Butcher).
func easter(y int) news.Date {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return news.Date{Year: y, Month: time.Month(n / 31), Day: n%31 + 1}
}

// thanksgiving returns the fourth Thursday of November.
func thanksgiving(y int) news.Date {
	d := news.Date{Year: y, Month: time.November, Day: 1}
	return d.AddDays((4-isoDay(d)+7)%7 + 21)
}

// ramadan returns the month of fasting that starts in year y by the tabular
// Islamic calendar, which is a day or two off what is seen in the sky. The
// first of two in a year counts.
func ramadan(y int) (news.Date, news.Date) {
	epoch := news.Date{Year: 622, Month: time.July, Day: 19} // 1 Muharram of year 1, Gregorian
	h := int(float64(y-622)*33/32) - 1
	for ; ; h++ {
		// Eight months of 30 and 29 days, and 11 leap days in 30 years.
		from := epoch.AddDays((h-1)*354 + (3+11*h)/30 + 8*29 + 4)
		if from.Year >= y {
			return from, from.AddDays(29)
		}
	}
}

// feastAt reads "Easter", "last Ramadan", "Easter Sunday", "Thanksgiving Day".
func (p *parser) feastAt(i int) (hit, bool) {
	j, point := i, class(none)
	if p.points(j) {
		point = p.w(j).word.class
		j++
	}
	w := p.w(j)
	if w.word.class == holiday && point != none {
		return p.lastFeast(j, point)
	}
	when := feasts[w.low]
	if when == nil || !w.upper || p.labels[max(w.token, 0)] == nameLabel && point == none && !p.is(i-1, "at", "before", "after", "since", "until", "by", "during", "over") || p.now.IsZero() && p.year(j+1) == 0 {
		return hit{}, false
	}
	e, off := j+1, 0
	if w.low == "easter" {
		switch {
		case p.is(e, "sunday", "day", "weekend"):
			e++
		case p.is(e, "monday"):
			e, off = e+1, 1
		case p.is(e, "island"):
			return hit{}, false
		}
	} else if p.is(e, "day", "weekend") {
		e++
	}
	y, f := p.yearAfter(e)
	if y > 0 {
		e = f
	} else {
		y = p.now.Year
		from, to := when(y)
		switch t := p.tenseAt(w.token); {
		case point == previous && !to.Before(p.now), point == none && t == before && from.After(p.now):
			y--
		case point == next && !from.After(p.now), point == none && t == after && to.Before(p.now):
			y++
		}
	}
	from, to := when(y)
	if from == to {
		v, r := dayOf(from.AddDays(off))
		return date(e, v, r)
	}
	return date(e, from.String()+"/"+to.String(), news.DateRange{From: from, To: to, Precision: news.PrecisionRange})
}

// lastFeast reads "last Christmas", "next New Year's Eve".
func (p *parser) lastFeast(j int, point class) (hit, bool) {
	h, ok := p.holidayAt(j)
	if !ok || p.now.IsZero() || !h.rng.IsDay() || h.stated {
		return h, ok
	}
	d := h.rng.From
	d.Year = p.now.Year
	switch {
	case point == previous && !d.Before(p.now):
		d.Year--
	case point == next && !d.After(p.now):
		d.Year++
	}
	v, r := dayOf(d)
	return date(h.end, v, r)
}

// quarterName reads "Q3 2024", "Q3 of 2024" and "Q3" alone.
func (p *parser) quarterName(i int) (hit, bool) {
	n := p.w(i + 1)
	if !p.w(i).upper || !n.glued || n.width != 1 || n.num < 1 || n.num > 4 || p.w(i+2).glued && p.w(i+2).num >= 0 {
		return hit{}, false
	}
	return p.quarterOrHalf(i, n.num, 4, i+2+p.ofYear(i+2), hit{}, false)
}

// ofYear returns 1 when "of" and a year stand at piece i.
func (p *parser) ofYear(i int) int {
	if p.is(i, "of") && p.year(i+1) > 0 {
		return 1
	}
	return 0
}
