package timex

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// hit is an expression as read: it ends before piece end.
type hit struct {
	end        int
	typ, value string
	rng        news.DateRange
	relation   string
	anchor     int // the token of the event counted from, plus one; 0 is none
	offset     int
	// stated is true when the words name the year.
	stated bool
	// day is the day it names, from which "the next day" in what follows counts.
	day news.Date
	// endpoint is true for dates and numbers that may open or close a range.
	endpoint bool
}

func date(end int, value string, rng news.DateRange) (hit, bool) {
	h := hit{end: end, typ: "DATE", value: value, rng: rng, endpoint: true}
	if rng.IsDay() {
		h.day = rng.From
	}
	return h, value != ""
}

// timex returns h as others see it; it starts at piece i.
func (h hit) timex(p *parser, i int) Timex {
	return Timex{
		Tokens: analyze.Range{Start: p.w(i).token, End: p.w(h.end-1).token + 1},
		Type:   h.typ, Value: h.value, Range: h.rng, Relation: h.relation, Anchor: h.anchor - 1, Offset: h.offset,
	}
}

// at reads the expression that starts at piece i; the longest reading wins.
func (p *parser) at(i int) (hit, bool) {
	w := p.w(i)
	if w.num >= 0 {
		return p.numeric(i)
	}
	if w.word.class == previous && p.doc.Tokens[w.token].Pos == "VERB" {
		return hit{}, false // "talks that last several weeks"
	}
	switch w.word.class {
	case none:
		switch w.low {
		case "q":
			return p.quarterName(i)
		case "easter", "pentecost", "thanksgiving", "ramadan":
			return p.feastAt(i)
		case "fiscal", "fy", "financial":
			return p.fiscal(i)
		case "noon", "midday", "midnight":
			return p.clock(i)
		case "half":
			return first(i, p.count, p.duration)
		case "long", "not":
			return p.longAgo(i)
		case "semiannual", "semiannually", "biannual", "biannually", "biennial", "biennially", "biweekly", "bimonthly", "triennial", "quadrennial":
			return p.spaced(i)
		case "new":
			return p.holidayAt(i)
		case "'", "’", "‘":
			return p.decadeAt(i)
		case "at":
			return p.atPresent(i)
		case "once", "twice":
			return p.frequency(i)
		case "shortly", "immediately", "moments":
			return p.shortlyAfter(i)
		}
		return hit{}, false
	case month:
		return first(i, p.monthFirst)
	case weekday:
		return first(i, p.weekdayFirst)
	case unit:
		return first(i, p.yearEnd, p.yearAgo, p.bareUnits)
	case number:
		return first(i, p.clock, p.someDay, p.count, p.duration)
	case ordinal:
		return first(i, p.ordinalOf)
	case season:
		return first(i, p.seasonAt)
	case vague:
		return first(i, p.someDay, p.longAgo, p.count, p.duration)
	case phase:
		return first(i, p.phaseOf)
	case part:
		return first(i, p.partOfDay)
	case deictic:
		return first(i, p.deictic)
	case holiday:
		return first(i, p.holidayAt)
	case every:
		return first(i, p.everyUnit)
	case adverb:
		return p.simple(i, "SET")
	case lasting:
		return p.simple(i, "DURATION")
	case weekdays:
		return p.weekdayPlural(i)
	case present, past, future:
		return first(i, p.shortlyAfter, p.reference)
	case previous, next, this, article:
		return first(i, p.soonLater, p.feastAt, p.dayBefore, p.yearAgo, p.wholeUnit, p.thatTime, p.century, p.decadeAt, p.edgeOf, p.ordinalOf, p.relative, p.count, p.phaseOf, p.dayOfMonth, p.generalRef, p.duration, p.frequency)
	case edge:
		return first(i, p.edgeOf)
	case decade:
		return first(i, p.decadeAt)
	}
	return hit{}, false
}

// first returns the longest reading of what starts at piece i.
func first(i int, readers ...func(int) (hit, bool)) (hit, bool) {
	var best hit
	for _, read := range readers {
		if h, ok := read(i); ok && h.end > best.end {
			best = h
		}
	}
	return best, best.end > i
}

// numeric reads what starts with digits.
func (p *parser) numeric(i int) (hit, bool) {
	return first(i, p.nineEleven, p.dayMonth, p.numericDate, p.clock, p.count, p.duration, p.ordinalOf, p.decadeAt, p.bareYear)
}

// year returns the year that piece i spells in four digits, or 0.
func (p *parser) year(i int) int {
	w := p.w(i)
	if w.width == 4 && w.num >= 1000 && w.num <= 2199 && !p.partOfNumber(i) {
		return w.num
	}
	return 0
}

// partOfNumber reports whether digits i are joined to others ("20,000", "3.5")
// or belong to a sum of money.
func (p *parser) partOfNumber(i int) bool {
	if p.w(i+1).glued && p.is(i+1, ",", ".", ":") && p.w(i+2).glued && p.w(i+2).num >= 0 {
		return true
	}
	if p.is(i+1, "%", "°") {
		return true
	}
	if p.w(i).glued && i > 0 {
		if p.is(i-1, "$", "€", "£", "¥", "₹", "#") {
			return true
		}
		if p.is(i-1, ",", ".", ":") && p.w(i-1).glued && p.w(i-2).num >= 0 {
			return true
		}
	}
	return p.is(i-1, "$", "€", "£", "¥", "₹", "#")
}

// dayNumber returns the day of the month that stands at i, with its suffix,
// and the index after it; 0 when there is none.
func (p *parser) dayNumber(i int) (day, end int) {
	w := p.w(i)
	if w.word.class == ordinal && w.word.n > 0 {
		return w.word.n, i + 1
	}
	if w.num < 1 || w.num > 31 || w.width > 2 || p.partOfNumber(i) {
		return 0, i
	}
	if p.w(i+1).glued && p.is(i+1, "st", "nd", "rd", "th") {
		return w.num, i + 2
	}
	return w.num, i + 1
}

// monthName returns the month named at i and the index after it, its full
// stop included; 0 when there is none.
func (p *parser) monthName(i int) (m, end int) {
	w := p.w(i)
	if w.word.class != month || (capitalOnly[w.low] && !w.upper) {
		return 0, i
	}
	if len(w.low) <= 4 && p.is(i+1, ".") && p.w(i+1).glued && w.low != "may" && w.low != "june" && w.low != "july" {
		return w.word.n, i + 2
	}
	return w.word.n, i + 1
}

// plausibleName reports whether the month or weekday name at i, standing
// alone, is one: "May" the verb, "March" the movement and "Sun" are not, nor
// is a person's name.
func (p *parser) plausibleName(i int) bool {
	w := p.w(i)
	t := &p.doc.Tokens[w.token]
	if p.labels[w.token] == nameLabel && !(p.is(i-1, "in", "on", "since", "last", "next") && p.labels[max(w.token-1, 0)] != nameLabel) {
		return false
	}
	if !capitalOnly[w.low] {
		return true
	}
	if !w.upper {
		return false
	}
	if t.Tag == "MD" || t.Pos == "VERB" || t.Pos == "AUX" {
		return false
	}
	switch w.low {
	case "may", "march", "august":
		return p.labels[w.token] == dateLabel || openers[p.w(i-1).low] && !p.is(i-1, "the", "and", "or", "as") || p.w(i-1).word.class == phase
	case "sun", "sat", "mon", "mar", "wed":
		return p.labels[w.token] == dateLabel
	}
	return true
}

// yearAfter reads the year that may follow a month or a day: ", 2013",
// "2013", "of 2013", "of last year". It returns 0 and i when there is none.
func (p *parser) yearAfter(i int) (y, end int) {
	j := i
	if p.is(j, ",") || p.is(j, "of") {
		j++
	}
	if p.is(j, "in") && p.year(j+1) > 0 && j == i {
		j++
	}
	if y := p.year(j); y > 0 {
		return y, j + 1
	}
	if p.now.IsZero() {
		return 0, i
	}
	k := j
	if p.is(k, "the") {
		k++
	}
	if p.is(k+1, "year") {
		switch p.w(k).low {
		case "this":
			return p.now.Year, k + 2
		case "last":
			return p.now.Year - 1, k + 2
		case "next":
			return p.now.Year + 1, k + 2
		}
	}
	return 0, i
}

// modifies reports whether the expression at piece i stands before a noun that it describes.
func (p *parser) modifies(i int) bool {
	t := &p.doc.Tokens[p.w(i).token]
	return t.Dep == "nmod" || t.Dep == "compound" || t.Dep == "nummod" && t.Head > p.w(i).token+1 || t.Dep == "poss"
}
