// Package timex finds expressions of time and resolves them against the day
// of publication.
package timex

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// Timex is an expression of time with what it means.
type Timex struct {
	// Tokens is where it stands.
	Tokens analyze.Range
	// Type is DATE, TIME, DURATION or SET, Value the TIMEX3 value. Value is ""
	// for words that only tie something to another event ("shortly after the
	// meeting"): TIMEX3 has no such expression.
	Type, Value string
	// Range is the calendar time meant; unknown for durations, sets and what
	// cannot be resolved. Both ends of "from 3 to 8 May" have the whole stretch.
	Range news.DateRange
	// Relation is the preposition's sense: "", "before", "after", "since", "until", "by".
	Relation string
	// Anchor is the token of the event that it is counted from ("a day after ... talks": after, "shortly after the meeting"), or -1.
	Anchor int
	// Offset is, with an Anchor, the number of days from the anchor's date.
	Offset int
}

// Days returns the days that the expression allows, its preposition
// included: "since 2014" starts in 2014 and is open, "before Friday" ends on
// Thursday. "By" and "until" end with the range. It is unknown when Range is.
func (t Timex) Days() news.DateRange {
	r := t.Range
	if r.IsZero() {
		return r
	}
	open := news.DateRange{Precision: news.PrecisionRange}
	switch t.Relation {
	case "since":
		open.From = r.From
	case "until", "by":
		open.To = r.To
	case "before":
		if r.From.IsZero() {
			return r
		}
		open.To = r.From.AddDays(-1)
	case "after":
		if r.To.IsZero() {
			return r
		}
		open.From = r.To.AddDays(1)
	default:
		return r
	}
	return open
}

// Find returns the expressions of time in doc, in text order and without
// overlaps. Expressions that count from the day of writing ("yesterday")
// count from the date that the text itself states at its top, if it is within
// a week of published or published is unknown, else from published. With
// neither they keep a TIMEX3 value with X in unknown places, and no Range.
func Find(doc *analyze.Doc, published news.Date) []Timex {
	p := newParser(doc, published)
	var out []Timex
	for i := 0; i < len(p.words); {
		h, ok := p.at(i)
		if !ok {
			i++
			continue
		}
		p.link(i, &h)
		t := h.timex(p, i)
		if n := len(out); n > 0 && out[n-1].Tokens.End > t.Tokens.Start {
			i = h.end
			continue
		}
		if n := len(out); n > 0 {
			p.join(&out[n-1], &t)
		}
		p.remember(i, h)
		out = append(out, t)
		i = h.end
	}
	return out
}
