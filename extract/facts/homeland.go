package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// nation makes the country where an election, trial or the like takes place its participant.
func (f *finder) nation(c *Claim) {
	if c.Type != news.Event || len(c.In(news.Participant)) > 0 || !f.lex.is("national", c.Kind) {
		return
	}
	for _, e := range c.In(news.Venue) {
		if f.Names.Entities[e].Type == news.Country || c.Kind == "election" || c.Kind == "referendum" {
			c.add(news.Participant, e)
			return
		}
	}
	if s := f.subject(c.Trigger); c.Kind == "election" && isVerb(&f.doc.Tokens[c.Trigger]) && s.tok >= 0 {
		// "Voters in the republic went to the polls."
		if p, ok := f.place(s.tok); ok {
			c.add(news.Participant, p)
			return
		}
		for _, a := range f.nounArguments(s.tok) {
			if m, ok := f.mention(a.tok); ok && a.at == "mod" && f.Names.Entities[m.Entity].Type == news.Country {
				c.add(news.Participant, m.Entity)
				return
			}
		}
	}
	if f.lex.is("unrest", c.Kind) && !f.bare(c.Trigger) {
		f.origin(c) // people without a name take no part in it by name
		return
	}
	if f.guessable(c) {
		if e, ok := f.caller(c); ok {
			c.add(news.Participant, e)
			return
		}
		if e, ok := f.topic(c.Trigger); ok {
			c.add(news.Participant, e)
			c.Confidence *= .7
			c.guess = true
		}
	}
}

// origin makes the place of those who take part its venue: "workers in Lagos
// went on strike".
func (f *finder) origin(c *Claim) {
	v := c.Trigger
	if c.support >= 0 {
		v = c.support
	}
	if len(c.In(news.Venue)) > 0 || !isVerb(&f.doc.Tokens[v]) {
		return
	}
	s := f.subject(v)
	if s.tok < 0 {
		return
	}
	for _, a := range f.hanging(s.tok) {
		if p, ok := f.place(a.tok); ok && (a.at == "in" || a.at == "of") {
			c.add(news.Venue, p)
			return
		}
	}
}

// caller returns the country whose head, parliament or electoral body calls or
// puts off a vote: "the king of Oman set a referendum for May".
func (f *finder) caller(c *Claim) (int, bool) {
	v := c.support
	if t := &f.doc.Tokens[c.Trigger]; v < 0 && t.Dep == "dobj" && isVerb(&f.doc.Tokens[t.Head]) {
		v = t.Head
	}
	if v < 0 || !isVerb(&f.doc.Tokens[v]) || !f.lex.is("calling", f.doc.Tokens[v].Lemma) {
		return 0, false
	}
	s := f.subject(v)
	if s.tok < 0 || s.at != "subj" {
		return 0, false
	}
	home := -1
	for _, e := range f.agents(s.tok) {
		of := e
		if f.Names.Entities[e].Type == news.Person {
			of = f.country(e)
		}
		if of < 0 || f.Names.Entities[of].Type != news.Country || home >= 0 && of != home {
			return 0, false
		}
		home = of
	}
	return home, home >= 0
}

// guessable reports whether a vote that names no country may be that of the
// country which the article is about: it is known, or it is scheduled.
func (f *finder) guessable(c *Claim) bool {
	t := &f.doc.Tokens[c.Trigger]
	switch {
	case t.Lemma == "election" || t.Lemma == "referendum":
	case c.Kind == "coup":
		if t.Tag == "NNS" {
			return false
		}
		return t.Dep != "attr" && t.Dep != "oprd" && (f.pointsBack(c.Trigger) || c.level == real)
	default:
		return false
	}
	if a := f.innermost(c.Trigger); a >= 0 && f.Said[a].Direct {
		return false // what somebody says may be about any of them
	}
	if c.level != real && c.level != claimed || c.support >= 0 {
		return true
	}
	if f.pointsBack(c.Trigger) && f.innermost(c.Trigger) < 0 {
		return true // "the election", but not in what somebody says
	}
	return f.doc.Child(c.Trigger, "poss", "nummod") >= 0
}

// home returns the country whose parliament or government a noun without a
// name speaks of: the one named with it ("in Oman, where lawmakers voted"),
// else the one that the text before speaks of most.
func (f *finder) home(tok int) []int {
	t := &f.doc.Tokens[tok]
	if t.Pos != "NOUN" || !f.lex.is("homely", t.Lemma) && !(f.lex.is("partitive", t.Lemma) && f.of(tok, "homely")) || f.article(tok) || t.Dep == "appos" {
		return nil
	}
	for v, steps := t.Head, 0; steps < 12; v, steps = f.doc.Tokens[v].Head, steps+1 {
		if isVerb(&f.doc.Tokens[v]) {
			for _, a := range append(f.arguments(v), f.here(v)...) {
				if p, ok := f.place(a.tok); ok && a.at == "in" && f.Names.Entities[p].Type == news.Country {
					return []int{p}
				}
			}
		}
		if f.doc.Tokens[v].Head == v {
			break
		}
	}
	if e, ok := f.topic(tok); ok {
		return []int{e}
	}
	return nil
}

// of reports whether an "of" after a noun leads to a word of a class.
func (f *finder) of(tok int, class string) bool {
	for _, k := range f.doc.Children(tok) {
		if f.doc.Tokens[k].Lower != "of" {
			continue
		}
		if o := f.doc.Child(k, "pobj"); o >= 0 && f.lex.is(class, f.doc.Tokens[o].Lemma) {
			return true
		}
	}
	return false
}

// topic returns the one country that the sentence of a token names, else the
// country that the text before it speaks of most, or the region that it speaks
// of twice as often.
func (f *finder) topic(tok int) (int, bool) {
	if e, ok := f.soleCountry(f.doc.Tokens[tok].Sent); ok {
		return e, true
	}
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

// soleCountry returns the country of a sentence that names no other, by its name or
// that of its people.
func (f *finder) soleCountry(sent int) (int, bool) {
	r := f.doc.Sents[sent]
	at, _ := slices.BinarySearchFunc(f.Names.Mentions, r.Start, func(m names.Mention, start int) int { return m.Tokens.Start - start })
	found := -1
	for _, m := range f.Names.Mentions[at:] {
		if m.Tokens.Start >= r.End {
			break
		}
		if f.Names.Entities[m.Entity].Type != news.Country || m.Kind == news.PronounMention || m.Entity == found {
			continue
		}
		if found >= 0 {
			return 0, false
		}
		found = m.Entity
	}
	return found, found >= 0
}

// homeland makes the one country of a vote, coup or civil war its venue.
func (f *finder) homeland(c *Claim) {
	if c.Type != news.Event || len(c.In(news.Venue)) > 0 {
		return
	}
	switch c.Kind {
	case "election", "referendum", "coup":
	case "appointment", "inauguration", "resignation", "dismissal", "impeachment", "succession", "nomination", "government":
		f.seat(c)
		return
	case "law", "decree", "repeal", "abolition", "dissolution", "emergency", "mourning", "ban":
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

// seat makes the country whose office the people of a claim hold its venue.
func (f *finder) seat(c *Claim) {
	home := -1
	for _, e := range c.In(news.Participant) {
		if f.Names.Entities[e].Type != news.Person {
			continue
		}
		of := f.country(e)
		if of < 0 || home >= 0 && of != home {
			return
		}
		home = of
	}
	if home >= 0 {
		c.add(news.Venue, home)
	}
}
