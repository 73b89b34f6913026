package timex

import (
	"time"

	"github.com/newsgraph/newsgraph/news"
)

func monthNumber(m int) time.Month { return time.Month(m) }

// link fills in the relation that the preposition before h gives it.
func (p *parser) link(i int, h *hit) {
	if h.rng.IsZero() || h.typ == "DURATION" {
		return
	}
	j := i - 1
	if p.is(j, "the") && p.modifies(i) {
		return // "after the 3 May attack": after the attack, not after the day
	}
	for p.is(j, "about", "around", "late", "early", "at", "the", "least") && j > i-3 {
		j--
	}
	switch {
	case p.is(j, "of") && p.is(j-1, "ahead"), p.is(j, "to") && p.is(j-1, "prior"):
		h.relation = "before"
	default:
		h.relation = relations[p.w(j).low]
	}
	if p.is(j, "by") && p.is(j-1, "followed") || p.is(j, "through") && j == i-1 && p.w(j-1).low == "half" {
		h.relation = ""
	}
}

// event returns the token of the event that the preposition or conjunction
// tok ("after", "before") leads to, or -1.
func (p *parser) event(tok int) int {
	t := &p.doc.Tokens[tok]
	if t.Dep == "mark" && t.Head != tok {
		return t.Head
	}
	for _, k := range p.doc.Children(tok) {
		switch p.doc.Tokens[k].Dep {
		case "pobj", "pcomp", "advcl", "ccomp":
			return k
		}
	}
	if t.Head > tok && t.Head < len(p.doc.Tokens) && t.Dep != "ROOT" {
		return t.Head
	}
	return -1
}

// shortlyAfter reads "shortly after the meeting": no TIMEX3, but an anchor.
func (p *parser) shortlyAfter(i int) (hit, bool) {
	if h, ok := p.soonLater(i); ok {
		return h, ok
	}
	if !p.is(i, "shortly", "immediately", "soon") || !p.is(i+1, "after", "before") {
		return hit{}, false
	}
	a := p.event(p.w(i + 1).token)
	if a < 0 {
		return hit{}, false
	}
	return hit{end: i + 2, anchor: a + 1, relation: p.w(i + 1).low}, true
}

// join gives both ends of "from 2004 to 2009" and "Monday to Wednesday" the
// whole stretch.
func (p *parser) join(a, b *Timex) {
	if a.Type != "DATE" || b.Type != "DATE" || a.Range.IsZero() || b.Range.IsZero() || a.Range.From.IsZero() || b.Range.To.IsZero() {
		return
	}
	gap := b.Tokens.Start - a.Tokens.End
	if gap != 1 {
		return
	}
	open := ""
	if k := a.Tokens.Start - 1; k >= 0 {
		open = p.doc.Tokens[k].Lower
	}
	switch mid := p.doc.Tokens[a.Tokens.End].Lower; {
	case mid == "and" && open == "between":
	case mid == "to" || mid == "until" || mid == "till" || mid == "through":
		if mid != "to" && open != "from" && a.Range.Precision != b.Range.Precision || open != "from" && mid == "to" && a.Range.Precision != b.Range.Precision {
			return
		}
	case (mid == "-" || mid == "–" || mid == "—") && a.Range.Precision == b.Range.Precision:
	default:
		return
	}
	to := b.Range.To
	if to.Before(a.Range.From) && a.Range.IsDay() && b.Range.IsDay() && to.Days(a.Range.From) < 7 {
		to = to.AddDays(7)
		b.Value = to.String()
	}
	if to.Before(a.Range.From) {
		return
	}
	r := news.DateRange{From: a.Range.From, To: to, Precision: news.PrecisionRange}
	a.Range, b.Range, a.Relation, b.Relation = r, r, "", ""
}
