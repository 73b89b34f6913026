package timex

import "fmt"

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
