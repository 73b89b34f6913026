package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// merge makes one claim of those that speak of the same happening: the same
// or fewer actors, no clash of day, place or standing.
func (f *finder) merge() {
	var out []Claim
	for _, c := range f.claims {
		merged := false
		for i := range out {
			if o := &out[i]; o.Type == c.Type && (c.cause >= 0 && o.Trigger == c.cause || o.cause >= 0 && o.cause == c.Trigger && (c.Type == news.Attack || c.cause < 0)) {
				f.unite(o, &c)
				merged = true
				break
			}
		}
		for i := range out {
			if o := &out[i]; o.Type == c.Type && o.Kind == c.Kind && o.Sents[0] == c.Sents[0] && o.guess != c.guess && !merged {
				if _, ok := o.Date.Intersect(c.Date); ok && closeStatus(o.Status, c.Status) {
					f.complete(o, &c)
					merged = true
				}
			}
		}
		if c.definite {
			for i := len(out) - 1; i >= 0 && !merged; i-- {
				if o := &out[i]; f.refers(o, &c) {
					f.join(o, &c)
					merged = true
				}
			}
		}
		for i := len(out) - 1; i >= 0 && !merged; i-- {
			if f.same(&out[i], &c) {
				f.join(&out[i], &c)
				merged = true
			}
		}
		if !merged && !c.pending {
			out = append(out, c)
		}
	}
	f.claims = out
}

// complete joins an election told without its candidates and one with them.
func (f *finder) complete(a, b *Claim) {
	if a.guess {
		a.Actors, a.guess = slices.DeleteFunc(a.Actors, func(x Actor) bool { return x.Role == news.Participant }), false
		f.join(a, b)
		return
	}
	c := *b
	c.Actors = slices.DeleteFunc(slices.Clone(c.Actors), func(x Actor) bool { return x.Role == news.Participant })
	f.join(a, &c)
}

// unite joins what the verb of harm and the noun for its cause tell of one
// attack or accident: whom it harmed counts before the place it was aimed at.
func (f *finder) unite(a, b *Claim) {
	if a.Type == news.Attack {
		for _, p := range [][2]*Claim{{a, b}, {b, a}} {
			if f.hurts(p[0]) {
				p[1].Actors = slices.DeleteFunc(p[1].Actors, func(x Actor) bool {
					return x.Role == news.Target && f.Names.Entities[x.Entity].Type == news.Place
				})
			}
		}
	}
	f.join(a, b)
}

// hurts reports whether a claim's targets are others than places.
func (f *finder) hurts(c *Claim) bool {
	return slices.ContainsFunc(c.In(news.Target), func(e int) bool { return f.Names.Entities[e].Type != news.Place })
}

// reach is how many sentences back "the attack" may point.
const reach = 6

// refers reports whether claim b, made by words like "the meeting", speaks of
// the earlier claim a: nothing that it says differs.
func (f *finder) refers(a, b *Claim) bool {
	if a.Type != b.Type || a.Type == news.Event || a.Count != b.Count && b.Count != 0 {
		return false
	}
	if b.Sents[0]-a.Sents[len(a.Sents)-1] > reach && a.Type != news.Sanction {
		return false
	}
	if a.Type == news.Sanction && b.Status == news.InForce && (a.Measure == b.Measure || b.Measure == "other") {
		return overlap(a.In(news.Target), b.In(news.Target))
	}
	if a.Type != news.Meeting && a.Type != news.Attack || !closeStatus(a.Status, b.Status) && !b.pending {
		return false
	}
	if _, ok := a.Date.Intersect(b.Date); !ok {
		return false
	}
	if a.Type == news.Attack && (overlap(a.In(news.Attacker), b.In(news.Target)) || overlap(a.In(news.Target), b.In(news.Attacker))) {
		return false
	}
	if a.Type == news.Attack && a.Kind != b.Kind && b.Kind != "attack" && !f.akin(a, b) && !overlap(a.In(news.Attacker), b.In(news.Attacker)) && !overlap(a.In(news.Target), b.In(news.Target)) {
		return false
	}
	if a.Type == news.Attack && !b.pending && b.Sents[0]-a.Sents[len(a.Sents)-1] > 1 &&
		!overlap(a.In(news.Attacker), b.In(news.Attacker)) && !overlap(a.In(news.Target), b.In(news.Target)) && !overlap(a.In(news.Venue), b.In(news.Target)) {
		return false // nobody in common, and too far apart to be one
	}
	if a.Type == news.Attack && len(a.In(news.Attacker)) == 0 && len(a.In(news.Target)) == 0 && len(b.In(news.Attacker)) > 0 && len(b.In(news.Target)) > 0 {
		return false // who attacked whom, said of neither before
	}
	for _, r := range coreRoles[a.Type] {
		x, y := a.In(r), b.In(r)
		if a.Type == news.Attack && r == news.Target && isVerb(&f.doc.Tokens[b.Trigger]) && f.lex.is("harm", f.doc.Tokens[b.Trigger].Lemma) {
			continue
		}
		if len(x) > 0 && len(y) > 0 && !nested(x, y) {
			return false
		}
	}
	return true
}

// akin reports whether an attack of another kind may be the one that "the
// blast" speaks of, which says nothing more of where or whom it hit.
func (f *finder) akin(a, b *Claim) bool {
	return f.lex.is("akin_"+b.Kind, a.Kind) && len(b.In(news.Target)) == 0 && (len(b.In(news.Venue)) == 0 || overlap(a.In(news.Venue), b.In(news.Venue)))
}

// repeat gives a measure that names no imposer the one of the measure just
// before it against the same target ("he was further sanctioned").
func (f *finder) repeat() {
	for i := range f.claims {
		c := &f.claims[i]
		if c.Type != news.Sanction || len(c.In(news.Imposer)) > 0 || !isVerb(&f.doc.Tokens[c.Trigger]) {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			o := &f.claims[j]
			if o.Type == news.Sanction && overlap(o.In(news.Target), c.In(news.Target)) && c.Sents[0]-o.Sents[0] <= 2 && len(o.In(news.Imposer)) > 0 {
				c.add(news.Imposer, o.In(news.Imposer)...)
				break
			}
		}
	}
}

// drop removes what a verb says by itself where it only lends its subject to
// a noun that says more: to withdraw from a treaty is no withdrawal of troops.
func (f *finder) drop() {
	lent := map[int]bool{}
	for i := range f.claims {
		if c := &f.claims[i]; c.support >= 0 && !(c.Type == news.Attack && f.lex.is("aftermath", f.doc.Tokens[c.support].Lemma)) {
			lent[c.support] = true
		}
	}
	f.claims = slices.DeleteFunc(f.claims, func(c Claim) bool { return lent[c.Trigger] })
}

// same reports whether two claims of one article speak of the same happening.
func (f *finder) same(a, b *Claim) bool {
	if a.Type != b.Type || a.Count != b.Count || a.Measure != b.Measure && a.Type == news.Sanction {
		return false
	}
	if a.Type == news.Event && (a.Kind != b.Kind || f.lex.is("repeated", a.Kind) && a.Date.IsZero() != b.Date.IsZero() && a.Sents[0] != b.Sents[0] && !f.pointsBack(b.Trigger)) {
		return false
	}
	if a.Name != "" && b.Name != "" && a.Name != b.Name {
		return false
	}
	if a.Type == news.Meeting && (a.lone || b.lone || f.distant(a, b) || f.distant(b, a)) {
		return false
	}
	if a.Type == news.Agreement && a.Sents[0] == b.Sents[0] && !isVerb(&f.doc.Tokens[a.Trigger]) && !isVerb(&f.doc.Tokens[b.Trigger]) && !f.pointsBack(b.Trigger) {
		return false // "signed 22 agreements, including a memorandum"
	}
	if a.Rate != "" && b.Rate != "" && a.Rate != b.Rate {
		return false
	}
	if _, ok := a.Date.Intersect(b.Date); !ok {
		return false
	}
	if a.Type == news.Agreement || a.Type == news.Sanction {
		if a.Status != b.Status {
			return false
		}
	} else if !closeStatus(a.Status, b.Status) {
		return false
	}
	for _, r := range coreRoles[a.Type] {
		if !nested(a.In(r), b.In(r)) {
			return false
		}
	}
	if by, on := a.In(news.Attacker), b.In(news.Attacker); a.Type == news.Attack && a.Status == news.Claimed && len(by) != len(on) {
		return false // both sides accuse each other; of this one only one side is accused
	}
	if a.Type == news.Attack && len(a.In(news.Attacker)) != len(b.In(news.Attacker)) && b.Sents[0]-a.Sents[len(a.Sents)-1] > 2 && !overlap(a.In(news.Venue), b.In(news.Venue)) && !f.pointsBack(b.Trigger) {
		return false // the same may be hit twice
	}
	core := false
	for _, r := range coreRoles[a.Type] {
		core = core || overlap(a.In(r), b.In(r))
	}
	if a.Type == news.Attack && !core && a.Kind == b.Kind && (len(a.Actors) == len(a.In(news.Venue)) || len(b.Actors) == len(b.In(news.Venue))) {
		return b.Sents[0]-a.Sents[len(a.Sents)-1] <= 1 && overlap(a.In(news.Venue), b.In(news.Venue)) // of one of them only the place is told
	}
	return core
}

// closeStatus reports whether two statuses of one happening may stand in one
// article: planned and possible, happened and ongoing.
func closeStatus(a, b news.Status) bool {
	if a == b {
		return true
	}
	group := func(s news.Status) int {
		switch s {
		case news.Planned, news.Possible:
			return 1
		case news.Happened, news.Ongoing:
			return 2
		}
		return 0
	}
	return group(a) != 0 && group(a) == group(b)
}

// nested reports whether one list holds the other.
func nested(a, b []int) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

func overlap(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
}

// speaksOf reports whether a sentence mentions one of a claim's actors.
func (f *finder) speaksOf(sent int, c *Claim) bool {
	r := f.doc.Sents[sent]
	return slices.ContainsFunc(f.Names.Mentions, func(m names.Mention) bool {
		return m.Tokens.Start >= r.Start && m.Tokens.Start < r.End && slices.ContainsFunc(c.Actors, func(a Actor) bool { return a.Entity == m.Entity })
	})
}

// join adds b's evidence and what a lacks to a.
func (f *finder) join(a, b *Claim) {
	adds := !b.pending || a.Date.IsZero() && !b.Date.IsZero() || len(a.In(news.Venue)) == 0 && len(b.In(news.Venue)) > 0 || a.Killed == nil && b.Killed != nil
	for _, r := range []news.Role{news.Participant, news.Imposer, news.Target, news.Party, news.Attacker} {
		a.add(r, b.In(r)...)
	}
	if len(a.In(news.Venue)) == 0 {
		a.add(news.Venue, b.In(news.Venue)...)
	}
	if b.pending && (b.Status == news.Cancelled || b.Status == news.Postponed) && closeStatus(a.Status, news.Planned) {
		a.Status, a.level = b.Status, b.level
	}
	a.Date, _ = a.Date.Intersect(b.Date)
	for _, s := range b.Sents {
		// A sentence that only says "the meeting" and names nobody proves nothing.
		if !slices.Contains(a.Sents, s) && (adds || f.speaksOf(s, a)) {
			a.Sents = append(a.Sents, s)
		}
	}
	slices.Sort(a.Sents)
	for _, e := range []struct{ to, from *string }{
		{&a.Mode, &b.Mode}, {&a.Rate, &b.Rate}, {&a.Goods, &b.Goods}, {&a.Reason, &b.Reason}, {&a.Condition, &b.Condition}, {&a.Name, &b.Name},
	} {
		if *e.to == "" {
			*e.to = *e.from
		}
	}
	a.Confidence = 1 - (1-a.Confidence)*(1-b.Confidence)*1.2
	if a.Confidence > .97 {
		a.Confidence = .97
	}
}
