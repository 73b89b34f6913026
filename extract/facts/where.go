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
		f.origin(c)
		if len(c.In(news.Venue)) == 0 {
			return
		}
		if e, ok := f.land(c.In(news.Venue)[0]); ok {
			c.add(news.Participant, e) // people without a name: their country
			c.Confidence *= .8
		}
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

// land returns the country in which a place lies, where the article names it.
func (f *finder) land(place int) (int, bool) {
	e := &f.Names.Entities[place]
	if e.Type == news.Country {
		return place, true
	}
	for i := range f.Names.Entities {
		if c := &f.Names.Entities[i]; c.Type == news.Country && e.Country != "" && c.Code == e.Country {
			return i, true
		}
	}
	return 0, false
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

// locative are prepositions after which the place of an event stands, in or
// at it first.
var locative = map[string]bool{
	"in": true, "at": true, "inside": true, "on": true, "within": true, "across": true, "throughout": true,
	"near": false, "outside": false, "around": false, "off": false, "along": false, "over": false, "through": false,
}

// spot is a place that the words around a trigger name.
type spot struct {
	tok, entity int
	// in is true for what lies in the place, not near it.
	in bool
}

// venue fills in the narrowest place that the arguments name.
func (f *finder) venue(c *Claim, args []argument) {
	if !slices.Contains(news.Roles[c.Type], news.Venue) || len(c.In(news.Venue)) > 0 {
		return
	}
	toward := c.Kind == "visit" || c.Kind == "deployment" || c.support >= 0 && f.lex.is("motion", f.doc.Tokens[c.support].Lemma)
	// "bombed an airport near the capital", "met the envoy in Geneva": the
	// place may hang on who or what was bombed or met.
	var on []argument
	for _, a := range args {
		if a.tok > c.Trigger && a.at != "oprd" && a.at != "mod" && a.at != "poss" {
			for _, b := range f.hanging(a.tok) {
				if on = append(on, b); b.at == "of" {
					on = append(on, f.hanging(b.tok)...) // "an outpost of the army near the capital"
				}
			}
		}
	}
	on = slices.DeleteFunc(on, func(a argument) bool { return a.at == "from" }) // "arrested men from the capital"
	for _, group := range [][]argument{args, on, f.scene(c), f.bench(c, args), f.meanwhile(c)} {
		if e, ok := f.narrowest(c, group, toward); ok {
			c.add(news.Venue, e)
			return
		}
	}
	f.ground(c, args)
}

// narrowest returns the place among the arguments that lies within the others:
// the one named first, a place before a country ("in Lyon, in France").
func (f *finder) narrowest(c *Claim, args []argument, toward bool) (int, bool) {
	var spots []spot
	for _, a := range args {
		in, ok := locative[a.at]
		if a.at == "to" && toward || a.at == "from" && f.lex.is("whence", c.Kind) {
			in, ok = true, true
		}
		if m, named := f.mention(a.tok); a.at == "mod" && named && c.Type == news.Attack && f.scenic(m, a.tok) {
			in, ok = true, true
		}
		if !ok {
			continue
		}
		p, found := f.place(a.tok)
		if !found || a.at == "on" && slices.ContainsFunc(c.Actors, func(x Actor) bool { return x.Entity == p }) {
			continue
		}
		spots = append(spots, spot{a.tok, p, in})
	}
	if len(spots) == 0 {
		return 0, false
	}
	slices.SortStableFunc(spots, func(a, b spot) int { return a.tok - b.tok })
	best := spots[0]
	for _, s := range spots[1:] {
		if f.Names.Entities[best.entity].Type == news.Country && f.Names.Entities[s.entity].Type == news.Place && s.in {
			best = s
		}
	}
	return best.entity, true
}

// bench returns the places of the court among the arguments: "a Lima court
// sentenced him".
func (f *finder) bench(c *Claim, args []argument) []argument {
	if c.Type != news.Event || !f.lex.is("bench", c.Kind) {
		return nil
	}
	var out []argument
	for _, a := range args {
		if !f.lex.is("court", f.doc.Tokens[a.tok].Lemma) {
			continue
		}
		for _, b := range f.nounArguments(a.tok) {
			if m, ok := f.mention(b.tok); b.at == "mod" && ok && f.Names.Entities[m.Entity].Type == news.Place {
				b.at = "in"
			}
			out = append(out, b)
		}
	}
	return out
}

// meanwhile returns the places of the clause that says what else went on:
// "was shot as he left his home in the capital".
func (f *finder) meanwhile(c *Claim) []argument {
	if c.Type != news.Attack && c.Kind != "arrest" && c.Kind != "death" || !isVerb(&f.doc.Tokens[c.Trigger]) {
		return nil
	}
	var out []argument
	if t := &f.doc.Tokens[c.Trigger]; t.Dep == "advcl" && isVerb(&f.doc.Tokens[t.Head]) && f.lex.is("harm", f.doc.Tokens[t.Head].Lemma) && c.Type == news.Attack {
		out = append(out, f.arguments(t.Head)...) // "three were killed in the capital when rebels opened fire"
	}
	for _, k := range f.doc.Children(c.Trigger) {
		if f.doc.Tokens[k].Dep != "advcl" || !f.marked(k, "as", "while", "when") {
			continue
		}
		for _, a := range f.arguments(k) {
			if a.at != "subj" {
				out = append(out, a)
				out = append(out, f.hanging(a.tok)...)
			}
		}
	}
	return out
}

// scene returns the places of the verb whose subject an attack's noun is:
// "the bombing shook a market in the capital".
func (f *finder) scene(c *Claim) []argument {
	t := &f.doc.Tokens[c.Trigger]
	if c.Type != news.Attack || t.Dep != "nsubj" || !isVerb(&f.doc.Tokens[t.Head]) || t.Head == c.support {
		return nil
	}
	var out []argument
	verbs := []int{t.Head}
	for _, k := range f.doc.Children(t.Head) {
		if f.doc.Tokens[k].Dep == "conj" && isVerb(&f.doc.Tokens[k]) {
			verbs = append(verbs, k)
		}
	}
	for _, v := range verbs {
		for _, a := range f.arguments(v) {
			if a.tok == c.Trigger || a.at == "subj" {
				continue
			}
			if a.at == "obj" && f.lex.is("shaking", f.doc.Tokens[v].Lemma) {
				a.at = "in"
			}
			out = append(out, a)
			out = append(out, f.hanging(a.tok)...)
		}
	}
	return out
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
			// "stormed the north of the kingdom"
			if p, ok := f.place(a.tok); ok && (a.at == "obj" || a.at == "on" || a.at == "at" || a.at == "against") && slices.Contains(c.In(news.Target), p) && (f.nameOf(a.tok) || f.lex.is("area", f.doc.Tokens[a.tok].Lemma)) {
				c.add(news.Venue, p)
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
