package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// nation makes the country where an election, trial or the like takes place its participant.
func (f *finder) nation(c *Claim) {
	if c.Type != news.Event || len(c.In(news.Participant)) > 0 || !f.lex.is("national", c.Kind) {
		return
	}
	for _, e := range c.In(news.Venue) {
		if f.Names.Entities[e].Type == news.Country || c.Kind == "election" || c.Kind == "referendum" || c.Kind == "protest" {
			c.add(news.Participant, e)
			return
		}
	}
	if f.guessable(c) {
		if e, ok := f.topic(c.Trigger); ok {
			c.add(news.Participant, e)
			c.Confidence *= .7
			c.guess = true
		}
	}
}

// guessable reports whether a vote that names no country may be that of the
// country which the article is about: it is known, or it is scheduled.
func (f *finder) guessable(c *Claim) bool {
	t := &f.doc.Tokens[c.Trigger]
	switch {
	case t.Lemma == "election" || t.Lemma == "referendum":
	case c.Kind == "coup":
		return t.Dep != "attr" && t.Dep != "oprd" && (f.pointsBack(c.Trigger) || c.level == real)
	default:
		return false
	}
	if c.level != real && c.level != claimed || c.support >= 0 || f.pointsBack(c.Trigger) {
		return true
	}
	return f.doc.Child(c.Trigger, "poss", "nummod") >= 0
}

// topic returns the country that the text before a token speaks of most, or
// the region that it speaks of twice as often.
func (f *finder) topic(tok int) (int, bool) {
	count := map[int]int{}
	best, top := 0, 0
	region, most := 0, 0
	for _, m := range f.Names.Mentions {
		if m.Tokens.Start > tok {
			break
		}
		if f.Names.Entities[m.Entity].Type == news.Country && m.Kind == news.NameMention {
			count[m.Entity]++
			if count[m.Entity] > top {
				best, top = m.Entity, count[m.Entity]
			}
		} else if f.Names.Entities[m.Entity].Type == news.Place && m.Kind == news.NameMention {
			count[m.Entity]++
			if count[m.Entity] > most {
				region, most = m.Entity, count[m.Entity]
			}
		}
	}
	if most >= 2*top && most > 2 {
		return region, true
	}
	return best, top > 0
}

// venue fills in the first place that the arguments name.
func (f *finder) venue(c *Claim, args []argument) {
	if !slices.Contains(news.Roles[c.Type], news.Venue) || len(c.In(news.Venue)) > 0 {
		return
	}
	for _, at := range []string{"in", "at", "near", "inside", "outside", "on", "to"} {
		if at == "to" && c.Kind != "visit" && c.Kind != "deployment" && !(c.support >= 0 && f.lex.is("motion", f.doc.Tokens[c.support].Lemma)) {
			continue
		}
		for _, a := range args {
			if a.at == at {
				if p, ok := f.place(a.tok); ok && !slices.ContainsFunc(c.Actors, func(x Actor) bool { return at == "on" && x.Entity == p }) {
					c.add(news.Venue, p)
					return
				}
			}
		}
	}
	// "bombed an airport near the capital", "met the envoy in Geneva": the
	// place hangs on who or what was bombed or met.
	for _, a := range args {
		if a.tok < c.Trigger || a.at == "oprd" || a.at == "mod" || a.at == "poss" {
			continue
		}
		for _, b := range f.hanging(a.tok) {
			if b.at == "in" || b.at == "at" || b.at == "near" || b.at == "inside" || b.at == "outside" {
				if p, ok := f.place(b.tok); ok {
					c.add(news.Venue, p)
					return
				}
			}
		}
	}
	f.ground(c, args)
}

// ground makes the place that an attack is directed at, and the country of a
// vote or coup, its venue.
func (f *finder) ground(c *Claim, args []argument) {
	if c.Type == news.Attack {
		for _, e := range c.In(news.Target) {
			if f.Names.Entities[e].Type == news.Place {
				c.add(news.Venue, e)
				return
			}
		}
		for _, a := range args {
			if a.at != "into" {
				continue
			}
			if p, ok := f.place(a.tok); ok {
				c.add(news.Venue, p)
				return
			}
		}
	}
}

// homeland makes the one country of a vote, coup or civil war its venue.
func (f *finder) homeland(c *Claim) {
	if c.Type != news.Event || len(c.In(news.Venue)) > 0 {
		return
	}
	switch c.Kind {
	case "election", "referendum", "coup":
	case "war":
		if f.modified(c.Trigger, "civil") {
			break
		}
		return
	default:
		return
	}
	home := -1
	for _, e := range c.In(news.Participant) {
		if f.Names.Entities[e].Type == news.Country {
			if home >= 0 {
				return
			}
			home = e
		}
	}
	if home >= 0 {
		c.add(news.Venue, home)
	}
}
