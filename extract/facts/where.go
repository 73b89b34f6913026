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
		if f.Names.Entities[e].Type == news.Country {
			c.add(news.Participant, e)
			return
		}
	}
	if c.Kind == "election" || c.Kind == "referendum" || c.Kind == "coup" {
		if e, ok := f.topic(c.Trigger); ok {
			c.add(news.Participant, e)
			c.Confidence *= .7
			c.guess = true
		}
	}
}

// topic returns the country that the text before a token speaks of most.
func (f *finder) topic(tok int) (int, bool) {
	count := map[int]int{}
	best, top := 0, 0
	for _, m := range f.Names.Mentions {
		if m.Tokens.Start > tok {
			break
		}
		if f.Names.Entities[m.Entity].Type == news.Country && m.Kind == news.NameMention {
			count[m.Entity]++
			if count[m.Entity] > top {
				best, top = m.Entity, count[m.Entity]
			}
		}
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
	// "bombed an airport near the capital": the place hangs on what was hit.
	for _, a := range args {
		if c.Type != news.Attack || a.at != "obj" && a.at != "on" && a.at != "against" {
			continue
		}
		for _, b := range f.nounArguments(a.tok) {
			if b.at == "in" || b.at == "at" || b.at == "near" {
				if p, ok := f.place(b.tok); ok {
					c.add(news.Venue, p)
					return
				}
			}
		}
	}
}
