package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// attackNoun returns the frame by which noun n speaks of an attack, nil when it does not.
func (f *finder) attackNoun(n int) *frame {
	t := &f.doc.Tokens[n]
	if !isNoun(t) {
		return nil
	}
	for i := range f.lex.nouns[t.Lemma] {
		if fr := &f.lex.nouns[t.Lemma][i]; fr.typ == news.Attack && (fr.also == "" || f.modified(n, fr.also)) && !slices.ContainsFunc(fr.fill, func(s slot) bool { return s.at == "aim" }) {
			return fr
		}
	}
	return nil
}

// circumstances are prepositions before the attack in which somebody was harmed.
var circumstances = map[string]bool{"in": true, "by": true, "subj": true, "during": true, "from": true, "after": true, "following": true, "amid": true, "with": true}

// blow returns the noun for the attack in which somebody was harmed and its
// frame, -1 where the arguments name none.
func (f *finder) blow(args []argument) (int, *frame) {
	for _, a := range args {
		if !circumstances[a.at] {
			continue
		}
		for _, n := range append([]int{a.tok}, f.within(a.tok)...) {
			if fr := f.attackNoun(n); fr != nil {
				return n, fr
			}
		}
	}
	return -1, nil
}

// within returns the nouns that noun n counts or is coordinated with: "a
// series of attacks", "clashes and bombings".
func (f *finder) within(n int) []int {
	var out []int
	for _, k := range f.doc.Children(n) {
		switch t := &f.doc.Tokens[k]; {
		case t.Dep == "conj" && isNoun(t):
			out = append(out, k)
		case t.Dep == "prep" && t.Lower == "of" && (counting[f.doc.Tokens[n].Lemma] || f.lex.is("partitive", f.doc.Tokens[n].Lemma)):
			if o := f.doc.Child(k, "pobj"); o >= 0 {
				out = append(out, o)
			}
		}
	}
	return out
}

// operators adds whose operation or strike harmed somebody ("killed in a
// Turkish airstrike").
func (f *finder) operators(c *Claim, args []argument) {
	if len(c.In(news.Attacker)) > 0 {
		return
	}
	types := map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true}
	for _, a := range args {
		t := &f.doc.Tokens[a.tok]
		if a.at == "at" && t.Lemma == "hand" {
			for _, b := range f.hanging(a.tok) {
				if b.at == "of" {
					c.add(news.Attacker, f.only(f.who(b.tok), types)...) // "at the hands of the militia"
				}
			}
			continue
		}
		if !circumstances[a.at] || !isNoun(t) || f.lex.is("irregular", t.Lemma) && a.at != "subj" && a.at != "by" || f.attackNoun(a.tok) == nil && !f.lex.is("operation", t.Lemma) && !f.lex.is("weapon", t.Lemma) {
			continue
		}
		for _, b := range append(f.nounArguments(a.tok), f.authors(a.tok)...) {
			if b.at == "mod" || b.at == "poss" || b.at == "by" {
				if b.at == "mod" {
					if m, ok := f.mention(b.tok); ok && !f.housed(b.tok, a.tok) && f.Names.Entities[m.Entity].Type != news.Person && (f.Names.Entities[m.Entity].Type != news.Country || !f.lex.is("irregular", t.Lemma)) {
						c.add(news.Attacker, f.only([]int{m.Entity}, types)...)
					}
					continue
				}
				c.add(news.Attacker, f.only(f.who(b.tok), types)...)
			}
		}
		if len(c.In(news.Attacker)) > 0 || !f.pointsBack(a.tok) || f.distinct(a.tok) {
			continue
		}
		// "These strikes hit ...": those that the sentences before told of.
		for i := len(f.claims) - 1; i >= 0; i-- {
			o := &f.claims[i]
			if t.Sent-o.Sents[0] > back {
				break
			}
			if o.Type == news.Attack && occurred(o) && len(o.In(news.Attacker)) > 0 && !isVerb(&f.doc.Tokens[o.Trigger]) {
				c.add(news.Attacker, o.In(news.Attacker)...)
				break
			}
		}
	}
}

// authors returns who stands after a "by" that the tree hangs on what the
// attack n is directed at or happened in: "an attack on a convoy by rebels".
func (f *finder) authors(n int) []argument {
	d := f.doc
	var out []argument
	for _, p := range d.Children(n) {
		if t := &d.Tokens[p]; t.Dep != "prep" || t.Lower == "by" {
			continue
		}
		for _, o := range d.Children(p) {
			if d.Tokens[o].Dep != "pobj" {
				continue
			}
			for _, k := range d.Children(o) {
				if q := &d.Tokens[k]; q.Lower == "by" && (q.Dep == "prep" || q.Dep == "agent") && !f.lex.is("keeping", d.Tokens[o].Lower) {
					out = f.prepositions(out, k, "by")
				}
			}
		}
	}
	return out
}

// accusing reports whether an attack is known only as what somebody stands
// trial for, with nobody and no place that it hit: "was jailed for murder".
func (f *finder) accusing(c *Claim) bool {
	return c.Type == news.Attack && c.support >= 0 && f.lex.is("prosecution", f.doc.Tokens[c.support].Lemma) &&
		len(c.In(news.Target)) == 0 && len(c.In(news.Venue)) == 0
}

// early reports whether the sentence names a time before word tok and none
// after it, so that the time is that of what is said of it.
func (f *finder) early(tok int) bool {
	before, after := false, false
	for i := range f.Times {
		t := &f.Times[i]
		if f.doc.Tokens[t.Tokens.Start].Sent != f.doc.Tokens[tok].Sent || t.Type == "DURATION" || f.doc.Tokens[t.Tokens.Start].Head == tok {
			continue
		}
		before, after = before || t.Tokens.Start < tok, after || t.Tokens.Start > tok
	}
	return before && !after
}

// searched reports whether a raid is one by those who enforce the law, in
// which nobody is harmed: "police raided the offices of the paper".
func (f *finder) searched(c *Claim, args []argument) bool {
	if c.Type != news.Attack || c.Kind != "raid" {
		return false
	}
	s := f.doc.Sents[f.doc.Tokens[c.Trigger].Sent]
	for i := s.Start; i < s.End; i++ {
		if t := &f.doc.Tokens[i]; i != c.Trigger && (isVerb(t) && f.lex.is("harm", t.Lemma) || t.Lemma == "shoot" || t.Lemma == "die") {
			return false
		}
	}
	return slices.ContainsFunc(args, func(a argument) bool {
		return (a.at == "subj" || a.at == "by" || a.at == "mod" || a.at == "poss") && (f.lex.is("enforcer", f.doc.Tokens[a.tok].Lemma) || f.lex.is("enforcer", f.doc.Tokens[a.tok].Lower))
	})
}

// told reports whether the sentences right before have told of an attack that
// a claim's "the attack" may speak of.
func (f *finder) told(c *Claim) bool {
	for i := len(f.claims) - 1; i >= 0; i-- {
		o := &f.claims[i]
		if c.Sents[0]-o.Sents[0] > reach {
			return false
		}
		if o.Type == news.Attack && o.Trigger != c.Trigger && !o.pending && occurred(o) {
			return true
		}
	}
	return false
}

// aimed reports whether a verb of attack means one: its object is somebody
// or something that can be hit.
func (f *finder) aimed(v int, fr *frame, args []argument) bool {
	sorted := slices.ContainsFunc(fr.fill, func(s slot) bool { return s.at == "obj" && s.class != "" && !s.not })
	for _, a := range args {
		if f.doc.Tokens[v].Lemma == "attack" && (a.at == "for" || a.at == "over") {
			return false // with words
		}
		if a.at != "obj" || sorted {
			continue // the frame says itself what stands there
		}
		t := &f.doc.Tokens[a.tok]
		if f.lex.is("abstract", t.Lemma) || f.lex.is("ideal", t.Lemma) || f.lex.is("himself", t.Lower) && f.doc.Child(a.tok, "conj") < 0 {
			return false
		}
		if f.doc.Tokens[v].Lemma == "shoot" && (t.Lower == "it" || f.lex.is("footage", t.Lemma) || t.Pos == "NUM" && f.doc.Child(a.tok, "det", "amod", "compound") >= 0) {
			return false // a film, a round of golf
		}
		solid := func(n int) bool {
			l := f.doc.Tokens[n].Lemma
			return f.lex.is("thing", l) || f.lex.is("offspring", l) || f.lex.is("group", l) || f.lex.is("site", l)
		}
		if fr.kind != "killing" && len(f.whom(a.tok)) == 0 && t.Pos == "NOUN" && !solid(a.tok) && !slices.ContainsFunc(f.within(a.tok), solid) {
			return false
		}
	}
	return true
}

// struck makes the place that an attack is aimed at its target where it
// names nobody: "an attack on the capital", "a shooting at the Blue Mosque",
// but not "an attack in the capital".
func (f *finder) struck(c *Claim, args []argument) {
	if c.Type != news.Attack || len(c.In(news.Target)) > 0 {
		return
	}
	f.premises(c, args)
	if len(c.In(news.Attacker)) > 0 || len(c.In(news.Target)) > 0 {
		return
	}
	verb := isVerb(&f.doc.Tokens[c.Trigger])
	for _, a := range args {
		p, ok := f.place(a.tok)
		if !ok || f.timed(a.tok) || slices.Contains(c.unnamed, p) {
			continue
		}
		switch _, local := locative[a.at]; {
		case verb && a.at == "obj", !verb && (a.at == "on" || a.at == "against" || a.at == "of"):
			if f.lex.is("area", f.doc.Tokens[a.tok].Lemma) || f.nameOf(a.tok) {
				c.add(news.Target, p)
			}
		case local && !c.definite && f.building(p) && c.Kind != "killing":
			c.add(news.Target, p)
		}
	}
}

// struckAt returns whom an attack on a word hits, of those whom the word and
// what hangs on it name: not whose cousin somebody is, and of a town and the
// province in which it lies the town.
func (f *finder) struckAt(tok int, named []int) []int {
	if f.somebody(tok) {
		return f.who(tok)
	}
	if p, ok := f.place(tok); ok && len(named) > 1 && f.doc.Tokens[tok].Tag == "NN" && f.lex.is("area", f.doc.Tokens[tok].Lemma) && f.doc.Child(tok, "conj") < 0 && !slices.ContainsFunc(named, func(e int) bool { return f.Names.Entities[e].Type != news.Place }) {
		return []int{p}
	}
	return named
}

// nameOf reports whether a word is part of a name.
func (f *finder) nameOf(tok int) bool {
	m, ok := f.mention(tok)
	return ok && m.Kind == news.NameMention
}

// caused adds whom a noun's verb befell: "a coup removed the president".
func (f *finder) caused(c *Claim, n int, types map[news.EntityType]bool) {
	verb := -1
	if t := &f.doc.Tokens[n]; t.Dep == "nsubj" && isVerb(&f.doc.Tokens[t.Head]) {
		verb = t.Head
	} else if t.Dep == "pobj" && f.doc.Tokens[t.Head].Dep == "agent" {
		f.befell(c, f.doc.Tokens[t.Head].Head, types)
		return
	} else if a := f.doc.Child(n, "acl", "relcl"); a >= 0 && !f.passive(a) {
		verb = a
	}
	if verb < 0 {
		return
	}
	v := &f.doc.Tokens[verb]
	o := f.doc.Child(verb, "dobj")
	switch {
	case o < 0:
	case c.Kind == "coup" && f.lex.is("removal", v.Lemma):
		c.add(news.Participant, f.only(f.who(o), types)...)
	case c.Type == news.Attack && f.lex.is("harm", v.Lemma):
		c.add(news.Target, f.only(f.whom(o), types)...)
		for _, a := range f.arguments(verb) {
			if p, ok := f.place(a.tok); ok && (a.at == "in" || a.at == "near" || a.at == "at") && len(c.In(news.Venue)) == 0 {
				c.add(news.Venue, p)
			}
		}
	}
}

// befell adds whom or what an attack befell that a passive verb names as its
// cause: "the port was hit by rockets".
func (f *finder) befell(c *Claim, verb int, types map[news.EntityType]bool) {
	if c.Type != news.Attack || !f.lex.is("harm", f.doc.Tokens[verb].Lemma) && !f.lex.is("shaking", f.doc.Tokens[verb].Lemma) {
		return
	}
	s := f.subject(verb)
	if s.tok < 0 || s.at != "obj" {
		return
	}
	if es := f.only(f.whom(s.tok), types); len(es) > 0 {
		c.add(news.Target, es...)
		return
	}
	if p, ok := f.place(s.tok); ok {
		c.add(news.Target, p)
		c.add(news.Venue, p)
	}
}

// seaward reports whether what is fired or dropped goes into the sea, at nobody.
func (f *finder) seaward(args []argument) bool {
	return slices.ContainsFunc(args, func(a argument) bool {
		switch a.at {
		case "into", "toward", "towards", "over", "to":
		default:
			return false
		}
		p, ok := f.place(a.tok)
		return ok && slices.ContainsFunc(strings.Fields(f.Names.Entities[p].Name), func(w string) bool { return f.lex.is("waters", w) })
	})
}

// somebody reports whether a word speaks of one person without a name, who
// does not stand for a country: "a Danish nurse".
func (f *finder) somebody(tok int) bool {
	t := &f.doc.Tokens[tok]
	if f.lex.is("kin", t.Lemma) {
		return true // "the cousin of the president" is not he
	}
	return t.Tag == "NN" && f.article(tok) && (f.lex.is("someone", t.Lemma) || f.lex.is("offspring", t.Lemma)) && !f.lex.is("group", t.Lemma)
}

// civilians reports whether a word speaks of people who are no soldiers or
// officials: "eight Danes", "Danish tourists".
func (f *finder) civilians(tok int) bool {
	t := &f.doc.Tokens[tok]
	if f.lex.is("group", t.Lemma) || f.lex.is("thing", t.Lemma) && !f.lex.is("offspring", t.Lemma) {
		return false
	}
	if f.lex.is("offspring", t.Lemma) || f.lex.is("someone", t.Lemma) {
		return true
	}
	// Countries stand without numbers and articles: "eight Danes", "a Dane".
	m, ok := f.mention(tok)
	return ok && isNoun(t) && f.Names.Entities[m.Entity].Type == news.Country && (m.Use == names.Demonym || f.doc.Child(tok, "nummod") >= 0 || f.article(tok))
}

// nameless drops countries that stand only for victims without a name, where
// the attackers are unknown too.
func (f *finder) nameless(c *Claim) {
	if len(c.unnamed) == 0 || len(c.In(news.Attacker)) > 0 {
		return
	}
	c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool { return a.Role == news.Target && slices.Contains(c.unnamed, a.Entity) })
}
