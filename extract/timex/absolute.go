package timex

import (
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// monthFirst reads "March", "March 2014", "March 3", "March 3-5", "March 3, 2014".
func (p *parser) monthFirst(i int) (hit, bool) {
	m, j := p.monthName(i)
	if m == 0 {
		return hit{}, false
	}
	if y := p.year(j); y > 0 {
		v, r := monthOf(y, m)
		return inYear(date(j+1, v, r))
	}
	if p.is(j, "the") {
		if d, e := p.dayNumber(j + 1); d > 0 && valid(0, m, d) {
			return p.monthDay(i, m, d, e)
		}
	}
	if d, e := p.dayNumber(j); d > 0 && p.w(j).word.class != ordinal {
		if !valid(0, m, d) {
			return hit{}, false
		}
		if p.dash(e) || p.is(e, "to") {
			if d2, e2 := p.dayNumber(e + 1); d2 > d && valid(0, m, d2) && p.w(e+1).word.class != ordinal {
				if m2, _ := p.monthName(e2); m2 == 0 {
					return p.daySpan(i, m, d, d2, e2)
				}
			}
		}
		return p.monthDay(i, m, d, e)
	}
	if y, e := p.yearAfter(j); y > 0 && e > j {
		v, r := monthOf(y, m)
		return inYear(date(e, v, r))
	}
	if !p.plausibleName(i) {
		return hit{}, false
	}
	y := p.yearAhead(j, m)
	if y == 0 {
		y = p.guessYear(i, m, 0)
	}
	if y == 0 {
		return date(j, fmt.Sprintf("XXXX-%02d", m), news.DateRange{})
	}
	v, r := monthOf(y, m)
	return date(j, v, r)
}

// monthDay completes a month and a day that end before j with their year.
func (p *parser) monthDay(i, m, d, j int) (hit, bool) {
	y, e := p.yearAfter(j)
	stated := y > 0
	if y == 0 && m == 9 && d == 11 && p.theAttacks(j) {
		y, e = 2001, j
	}
	if y == 0 {
		y, e = p.yearAhead(j, m), j
	}
	if y == 0 {
		y, e = p.guessYear(i, m, d), j
	}
	if y == 0 {
		return date(e, fmt.Sprintf("XXXX-%02d-%02d", m, d), news.DateRange{})
	}
	if !valid(y, m, d) {
		return hit{}, false
	}
	v, r := dayOf(news.Date{Year: y, Month: time.Month(m), Day: d})
	h, ok := date(e, v, r)
	h.stated = stated
	return h, ok
}

// inYear marks a date whose words name the year.
func inYear(h hit, ok bool) (hit, bool) {
	h.stated = true
	return h, ok
}

// daySpan completes days d to d2 of a month that end before j.
func (p *parser) daySpan(i, m, d, d2, j int) (hit, bool) {
	y, e := p.yearAfter(j)
	if y == 0 {
		y, e = p.guessYear(i, m, d), j
	}
	if y == 0 || !valid(y, m, d2) {
		return hit{}, false
	}
	r := news.DateRange{From: news.Date{Year: y, Month: time.Month(m), Day: d}, To: news.Date{Year: y, Month: time.Month(m), Day: d2}, Precision: news.PrecisionRange}
	return date(e, r.From.String()+"/"+r.To.String(), r)
}

// dayMonth reads "3 March", "3rd of March 2014", "3-5 March".
func (p *parser) dayMonth(i int) (hit, bool) {
	d, j := p.dayNumber(i)
	if d == 0 {
		return hit{}, false
	}
	d2, k := 0, j
	if p.dash(j) || p.is(j, "to", "and") {
		if d2, k = p.dayNumber(j + 1); d2 <= d {
			d2, k = 0, j
		}
	}
	if p.is(k, "of") {
		k++
	}
	m, e := p.monthName(k)
	if m == 0 || !valid(0, m, d) {
		return hit{}, false
	}
	if d2 > 0 && valid(0, m, d2) {
		return p.daySpan(i, m, d, d2, e)
	}
	if d2 > 0 {
		return hit{}, false
	}
	if y := p.year(k - 1); y > 0 { // "2014 March" is no day
		return hit{}, false
	}
	return p.monthDay(i, m, d, e)
}

// dayOfMonth reads "the 3rd of March", "the third of March", and "the 12th" alone after "on".
func (p *parser) dayOfMonth(i int) (hit, bool) {
	if !p.is(i, "the") {
		return hit{}, false
	}
	if h, ok := p.dayMonth(i + 1); ok {
		return h, true
	}
	d, e := p.dayNumber(i + 1)
	if d == 0 || e != i+3 || p.now.IsZero() || !p.is(i-1, "on") || p.labels[p.w(i+1).token] != dateLabel || !valid(p.now.Year, int(p.now.Month), d) {
		return hit{}, false
	}
	if k := p.doc.Tokens[p.w(i+1).token].Head; k > p.w(e-1).token && p.doc.Tokens[k].Sent == p.doc.Tokens[p.w(i).token].Sent && p.w(e).word.class == unit {
		return hit{}, false // "on the 16th day of the truce"
	}
	t := news.Date{Year: p.now.Year, Month: p.now.Month, Day: d}
	if t.After(p.now) && p.tenseAt(p.w(i+1).token) == before {
		t = t.AddMonths(-1)
	}
	v, r := dayOf(t)
	return date(e, v, r)
}

// numericDate reads 2014-03-05, 2014-03, 05/03/2014 and 5.3.2014.
func (p *parser) numericDate(i int) (hit, bool) {
	a, sep := p.w(i), p.w(i+1)
	b, c := p.w(i+2), p.w(i+4)
	if i > 0 && p.w(i).glued && p.is(i-1, "-", "/", ".") {
		return hit{}, false
	}
	if !sep.glued || !b.glued || b.num < 0 || b.width > 2 || !p.is(i+1, "-", "/", ".") {
		return hit{}, false
	}
	full := p.is(i+3, sep.low) && p.w(i+3).glued && c.glued && c.num >= 0
	if a.width == 4 && a.num >= 1000 && a.num <= 2199 && sep.low != "." {
		if full && c.width == 2 && valid(a.num, b.num, c.num) {
			v, r := dayOf(news.Date{Year: a.num, Month: time.Month(b.num), Day: c.num})
			return date(i+5, v, r)
		}
		if !full && sep.low == "-" && b.width == 2 && b.num >= 1 && b.num <= 12 && a.num%100 >= b.num {
			v, r := monthOf(a.num, b.num)
			return date(i+3, v, r)
		}
		return hit{}, false
	}
	if !full || a.width > 2 || (c.width != 4 && c.width != 2) || (c.width == 2 && sep.low != "/") {
		return hit{}, false
	}
	y := c.num
	if c.width == 2 {
		y += 2000
	}
	// Ambiguous orders are read as in the United States with a slash, as in Europe with a dot.
	d, m := b.num, a.num
	if sep.low != "/" || m > 12 {
		d, m = a.num, b.num
	}
	if y < 1000 || !valid(y, m, d) {
		return hit{}, false
	}
	v, r := dayOf(news.Date{Year: y, Month: time.Month(m), Day: d})
	return date(i+5, v, r)
}

// yearAhead returns the year of month m, which ends before piece j, where a
// later date that the same stretch ends with has one: "from January to July
// 2025", "between 3 May and 7 June 2019". It is 0 when there is none.
func (p *parser) yearAhead(j, m int) int {
	if !p.is(j, "to", "until", "through", "and") && !p.dash(j) {
		return 0
	}
	k := j + 1
	if p.w(k).num > 0 && p.w(k).width <= 2 {
		k++
	}
	n, e := p.monthName(k)
	if n == 0 || n == m {
		return 0
	}
	if _, f := p.dayNumber(e); p.w(e).num > 0 && p.w(e).width <= 2 {
		e = f
	}
	if p.is(e, ",") {
		e++
	}
	y := p.year(e)
	if y > 0 && n < m {
		y--
	}
	return y
}

// soonest is for how many days ahead a day without a year is taken for the
// coming one even where the verb is in the past: "called off the debate on 15 October".
const soonest = 30

// guessYear returns the year of a month, or of a day of it, that has none:
// the past or coming one as the verb says, else the nearest. It is 0 when
// nothing tells the day of writing.
func (p *parser) guessYear(i, m, d int) int {
	if p.now.IsZero() {
		return 0
	}
	y := p.now.Year
	at := news.Date{Year: y, Month: time.Month(m), Day: max(d, 1)}
	if d == 0 && m == int(p.now.Month) || at == p.now {
		return y
	}
	tok := p.w(i).token
	t := p.tenseAt(tok)
	if t == before && !p.modifies(i) && p.goesOn(tok, d) {
		return p.year0 // the story stands in that year
	}
	switch t {
	case before:
		if n := p.now.Days(at); n > soonest || n > 0 && d == 0 {
			y--
		}
	case after:
		if at.Before(p.now) {
			if p.now.Days(at) > -75 { // a plan that the text still tells, not one for the next year
				return y
			}
			y++
		}
	default:
		switch n := p.now.Days(at); {
		case n > 183:
			y--
		case n < -183:
			y++
		}
	}
	return y
}

// goesOn reports whether the story at token tok is still in the year named
// before it: in the same sentence, in the next where both name a month or a
// day and not the year alone, or two further on where it is told in the past perfect.
func (p *parser) goesOn(tok, d int) bool {
	switch gap := p.doc.Tokens[tok].Sent - p.yearSent; gap {
	case 0:
		return true
	case 1, 2:
		return gap == 1 && d > 0 && p.yearFine || p.perfect(tok)
	}
	return false
}

// perfect reports whether the clause of token tok is in the past perfect.
func (p *parser) perfect(tok int) bool {
	for range 8 {
		t := &p.doc.Tokens[tok]
		if t.Pos == "VERB" || t.Pos == "AUX" {
			for _, k := range p.doc.Children(tok) {
				if c := &p.doc.Tokens[k]; c.Dep == "aux" && (c.Lower == "had" || c.Lower == "'d") {
					return true
				}
			}
			return false
		}
		if t.Head == tok {
			break
		}
		tok = t.Head
	}
	return false
}

// bareYear reads a year in digits that stands alone.
func (p *parser) bareYear(i int) (hit, bool) {
	y := p.year(i)
	if y == 0 {
		return hit{}, false
	}
	w := p.w(i)
	t := &p.doc.Tokens[w.token]
	l := p.labels[w.token]
	if l == numLabel || p.is(i+1, "%", "+") || p.is(i-1, "$", "€", "£", ".", "no") {
		return hit{}, false
	}
	if w.glued && p.w(i-1).num < 0 && !p.is(i-1, "-", "–", "—", "/", "(", "[", "'", "’", "\"", "“") {
		return hit{}, false // "Q2021", "x1920"
	}
	if p.is(i+1, "year", "years") && p.is(i+2, "old", "-") {
		return hit{}, false // "a 2000 year old tradition"
	}
	v, r := yearOf(y)
	end := i + 1
	if p.dash(i+1) && p.w(i+1).glued && p.w(i+2).glued && p.w(i+2).width == 2 && p.w(i+2).num == (y+1)%100 {
		// "2022-23", two years or a season across them
		r.To.Year++
		r.Precision, v, end = news.PrecisionRange, fmt.Sprintf("%04d/%04d", y, y+1), i+3
	}
	switch {
	case y < 1500 || y > 2100:
		if l != dateLabel {
			return hit{}, false
		}
	case l == dateLabel:
	case p.w(i+1).word.class == unit && p.w(i+1).low != "year":
		return hit{}, false
	case t.Dep == "nummod" && t.Head > w.token && p.doc.Tokens[t.Head].Tag == "NNS" && !p.is(i-1, "the"):
		return hit{}, false // "2000 people"
	case y < 1900 || y > 2039 || t.Dep == "nsubj" || t.Dep == "nsubjpass" || t.Dep == "dobj":
		if !p.is(i-1, "in", "since", "until") {
			return hit{}, false
		}
	case openers[p.w(i-1).low] || p.is(i-1, "(", ",") || t.Tag == "CD":
	default:
		return hit{}, false
	}
	h, ok := date(end, v, r)
	h.stated = p.is(i-1, "in", "of", "during")
	return h, ok
}
