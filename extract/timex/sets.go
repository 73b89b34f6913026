package timex

import (
	"fmt"
	"strings"
)

// everyUnit reads "every day", "each year", "every two weeks", "every Monday".
func (p *parser) everyUnit(i int) (hit, bool) {
	j := i + 1
	if p.is(j, "single", "other") {
		j++
	}
	if w := p.w(j); w.word.class == weekday && (w.upper || !capitalOnly[w.low]) {
		return hit{end: j + 1, typ: "SET", value: fmt.Sprintf("XXXX-WXX-%d", w.word.n)}, true
	}
	if p.w(j).word.class == part && p.is(i, "every") {
		return hit{end: j + 1, typ: "SET", value: "XXXX-XX-XXT" + partCodes[p.w(j).word.n]}, true
	}
	n := 1.0
	if m, e := p.amount(j); e > j {
		n, j = m, e
	}
	if p.w(j).word.class != unit || p.w(j).word.n == second || p.is(i, "each") && p.w(j).word.n == quarter {
		return hit{}, false
	}
	return hit{end: j + 1, typ: "SET", value: durationValue(p.w(j).word.n, n)}, true
}

// frequency reads "once a week", "twice a year", "once every four years".
func (p *parser) frequency(i int) (hit, bool) {
	if p.is(i, "once", "twice") && p.is(i+1, "every") {
		return p.everyUnit(i + 1)
	}
	if !p.is(i, "once", "twice") || !p.is(i+1, "a", "an", "every") || p.w(i+2).word.class != unit || p.w(i+2).word.n < hour {
		return hit{}, false
	}
	return hit{end: i + 3, typ: "SET", value: durationValue(p.w(i+2).word.n, 1)}, true
}

// spacings are the adjectives of repetition that name no single unit.
var spacings = map[string]string{
	"semiannual": "P6M", "biannual": "P6M", "biennial": "P2Y", "triennial": "P3Y", "quadrennial": "P4Y", "biweekly": "P2W", "bimonthly": "P2M",
}

// spaced reads "semiannual", "biennially".
func (p *parser) spaced(i int) (hit, bool) {
	low := p.w(i).low
	v := spacings[strings.TrimSuffix(low, "ly")]
	if v == "" {
		v = spacings[low]
	}
	if p.doc.Tokens[p.w(i).token].Pos == "PROPN" {
		return hit{}, false
	}
	return hit{end: i + 1, typ: "SET", value: v}, true
}

// weekdayPlural reads "Mondays", "Saturday mornings" and "weekends" as they come again and again.
func (p *parser) weekdayPlural(i int) (hit, bool) {
	w := p.w(i)
	if !w.upper || p.labels[w.token] == nameLabel {
		return hit{}, false
	}
	return hit{end: i + 1, typ: "SET", value: fmt.Sprintf("XXXX-WXX-%d", w.word.n)}, true
}

// simple reads words that hold a unit: "daily", "annual", "weeklong".
func (p *parser) simple(i int, typ string) (hit, bool) {
	w := p.w(i)
	if p.labels[w.token] == nameLabel || w.upper && p.doc.Tokens[w.token].Pos == "PROPN" {
		return hit{}, false // "Daily Mail"
	}
	return hit{end: i + 1, typ: typ, value: durationValue(w.word.n, 1)}, true
}
