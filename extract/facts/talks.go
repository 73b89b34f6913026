package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// journey returns the verb of motion whose purpose verb v is ("flew to
// Geneva to meet the envoy"), or -1.
func (f *finder) journey(v int) int {
	t := &f.doc.Tokens[v]
	if (t.Dep == "advcl" || t.Dep == "xcomp") && f.hasTo(v) && f.lex.is("motion", f.doc.Tokens[t.Head].Lemma) && isVerb(&f.doc.Tokens[t.Head]) {
		return t.Head
	}
	return -1
}

// destination returns where a verb of motion leads, as if what it is for
// took place there.
func (f *finder) destination(v int) []argument {
	var out []argument
	for _, a := range f.arguments(v) {
		switch a.at {
		case "to", "in", "at", "obj", "for":
			if a.at == "for" && !f.lex.is("leaving", f.doc.Tokens[v].Lemma) {
				continue
			}
			if _, ok := f.place(a.tok); ok {
				out = append(out, argument{"in", a.tok})
			}
		}
	}
	return out
}

// during lowers the reading of a meeting that is only the occasion of
// something: what "will be raised in talks" waits for the talks.
func (f *finder) during(n int, r reading) reading {
	d := f.doc
	t := &d.Tokens[n]
	if t.Dep != "pobj" || r.level != real {
		return r
	}
	switch d.Tokens[t.Head].Lower {
	case "in", "during", "at", "on", "for", "through", "via", "within", "before":
	default:
		return r
	}
	v := d.Tokens[t.Head].Head
	for steps := 0; steps < 4 && isNoun(&d.Tokens[v]) && d.Tokens[v].Head != v; steps++ {
		v = d.Tokens[v].Head // "will raise the issue in talks"
		if d.Tokens[v].Dep == "prep" {
			v = d.Tokens[v].Head
		}
	}
	if !isVerb(&d.Tokens[v]) {
		return r
	}
	if f.scheduled(v) {
		r.level = planned
		return r
	}
	if g := d.Tokens[v].Head; d.Tokens[v].Dep == "xcomp" && f.hasTo(v) && f.lex.is("settling", d.Tokens[g].Lemma) && !f.lex.is("conversing", d.Tokens[v].Lemma) {
		v = g // "agreed to free captives at talks in Geneva"
	}
	switch o := f.reality(v, reading{}); o.level {
	case planned, possible, proposed, calledFor:
		r.level, r.future = min(o.level, possible), o.future
		if !f.indefinite(n) {
			r.level = planned // "may run in the elections", "might raise it at the summit"
		}
	case threatened, postponed:
		r.level = planned
	}
	return r
}

// scheduled reports whether a verb in the present says that something is to
// be: what it is to be done during lies ahead too ("is due to be signed in
// May, during her visit").
func (f *finder) scheduled(v int) bool {
	d := f.doc
	if d.Tokens[v].Lemma == "be" && d.Tokens[v].Tag != "VBD" {
		k := d.Child(v, "acomp")
		if k < 0 {
			return false
		}
		e, ok := f.lex.operators["A "+d.Tokens[k].Lower+" comp"]
		return ok && e == makePlanned && d.Child(k, "xcomp") >= 0
	}
	e, ok := f.operator(v, "comp")
	k := d.Child(v, "auxpass")
	return ok && (e == makePlanned || e == makePossible) && k >= 0 && (d.Tokens[k].Tag == "VBZ" || d.Tokens[k].Tag == "VBP")
}

// here returns the places that a word beside a verb or noun points at: "met
// here" where the dateline says, "where they met" before it, and where the
// verb that it is coordinated with leads ("arrived in Oslo and met the king").
func (f *finder) here(v int) []argument {
	d := f.doc
	var out []argument
	g := v
	if t := &d.Tokens[v]; t.Dep == "xcomp" && d.Tokens[t.Head].Dep == "relcl" {
		g = t.Head // "the capital, where she is to meet the king"
	}
	around := slices.Concat(d.Children(v), f.objects(v))
	if g != v {
		around = append(around, d.Children(g)...)
	}
	for _, k := range around {
		switch t := &d.Tokens[k]; {
		case t.Dep != "advmod" && t.Dep != "prep":
		case t.Lower == "here":
			if p := f.town(); p >= 0 {
				out = append(out, argument{"in", p})
			}
		case t.Lower == "where" && d.Tokens[g].Dep == "relcl":
			for i := k - 1; i >= d.Sents[d.Tokens[v].Sent].Start; i-- {
				if _, ok := f.place(i); !ok || (f.Names.At(i) == nil || d.Tokens[i].Dep != "pobj") && d.Tokens[i].Dep != "dobj" && d.Tokens[i].Dep != "appos" {
					continue
				}
				if j := f.townBefore(i); j >= 0 {
					i = j // "Lyon, France, where they met"
				}
				out = append(out, argument{"in", i})
				break
			}
		}
	}
	if t := &d.Tokens[v]; t.Dep == "conj" && isVerb(t) && isVerb(&d.Tokens[t.Head]) && (f.lex.is("motion", d.Tokens[t.Head].Lemma) || d.Tokens[t.Head].Lemma == "pay") {
		out = append(out, f.destination(t.Head)...)
	}
	return out
}

// townBefore returns the town before a country that only says where it lies
// ("Lyon, France"), or -1.
func (f *finder) townBefore(tok int) int {
	m, ok := f.mention(tok)
	if !ok || m.Tokens.Start < 2 || f.doc.Tokens[m.Tokens.Start-1].Text != "," {
		return -1
	}
	o, ok := f.mention(m.Tokens.Start - 2)
	if !ok || f.Names.Entities[o.Entity].Type != news.Place || f.Names.Entities[m.Entity].Type == news.Person {
		return -1
	}
	return o.Head
}

// objects returns the words around the object of verb v: "bombed the airport here".
func (f *finder) objects(v int) []int {
	if o := f.doc.Child(v, "dobj"); o >= 0 {
		return f.doc.Children(o)
	}
	return nil
}

// town returns the token of the place in the dateline, or -1.
func (f *finder) town() int {
	if len(f.doc.Sents) < 2 {
		return -1
	}
	s := f.doc.Sents[0]
	for i := s.Start; i < s.End; i++ {
		if isVerb(&f.doc.Tokens[i]) {
			return -1
		}
	}
	for i := s.Start; i < s.End; i++ {
		if _, ok := f.place(i); ok {
			return i
		}
	}
	return -1
}

// stranger reports whether a word speaks of people whom the text does not
// name ("families of the hostages", "Chinese entrepreneurs"): a meeting with
// them has one participant to show.
func (f *finder) stranger(tok int) bool {
	t := &f.doc.Tokens[tok]
	return t.Pos == "NOUN" && (f.lex.is("people", t.Lemma) || f.lex.is("group", t.Lemma) || f.lex.is("office", t.Lemma) || f.lex.is("offspring", t.Lemma)) && len(f.who(tok)) == 0
}

// alone reports whether a meeting names one side and only describes the other.
func (f *finder) alone(c *Claim, args []argument) bool {
	if f.Names.Entities[c.In(news.Participant)[0]].Type == news.Place {
		return false
	}
	for _, a := range args {
		if (a.at == "subj" && isVerb(&f.doc.Tokens[c.Trigger]) && f.doc.Tokens[c.Trigger].Lemma == "meet" || a.at == "obj" || a.at == "with" || a.at == "between") && f.stranger(a.tok) && f.doc.Tokens[c.Trigger].Head != a.tok {
			return true
		}
	}
	return false
}

// sided reports whether all participants stand after one "with", so that the
// text leaves open who met them.
func (f *finder) sided(args []argument, c *Claim) bool {
	var other []int
	for _, a := range args {
		if a.at == "with" {
			other = append(other, f.who(a.tok)...)
		}
	}
	return len(other) > 0 && !slices.ContainsFunc(c.In(news.Participant), func(e int) bool { return !slices.Contains(other, e) })
}

// convened reports whether a meeting in a phrase of time or place is one of
// its own ("at a summit in the capital, the bloc suspended the kingdom").
func (f *finder) convened(n int, args []argument) bool {
	return f.article(n) && slices.ContainsFunc(args, func(a argument) bool { return a.at == "between" })
}

// apart splits "separate talks with the king and the premier" into one
// meeting with each.
func (f *finder) apart(c *Claim, args []argument, tok int) []Claim {
	if c.Type != news.Meeting || !f.separate(tok) && !f.separate(c.support) {
		return []Claim{*c}
	}
	var each []int
	for _, a := range args {
		if a.at == "with" || a.at == "obj" && isVerb(&f.doc.Tokens[tok]) {
			for _, e := range f.who(a.tok) {
				if slices.Contains(c.In(news.Participant), e) && !slices.Contains(each, e) {
					each = append(each, e)
				}
			}
		}
	}
	if len(each) < 2 || len(c.In(news.Participant)) == len(each) {
		return []Claim{*c}
	}
	var out []Claim
	for _, e := range each {
		one := *c
		one.Actors = slices.DeleteFunc(slices.Clone(c.Actors), func(a Actor) bool {
			return a.Role == news.Participant && a.Entity != e && slices.Contains(each, a.Entity)
		})
		out = append(out, one)
	}
	return out
}

// separate reports whether a word beside a verb or noun says that each was met alone.
func (f *finder) separate(tok int) bool {
	return tok >= 0 && (f.with(tok, "separate") || f.with(tok, "separately") || f.with(tok, "individually"))
}

// distant reports whether meeting a was held over a distance and b in a place.
func (f *finder) distant(a, b *Claim) bool {
	if a.Mode != "call" && a.Mode != "video" {
		return false
	}
	return b.Mode == "in_person" || len(b.In(news.Venue)) > 0 && !overlap(a.In(news.Venue), b.In(news.Venue))
}

// hear adds the meeting that a summons is: an envoy is called in and told.
func (f *finder) hear(c *Claim) {
	m := *c
	m.Type, m.Kind, m.Mode = news.Meeting, "", "in_person"
	m.Actors = slices.Clone(c.Actors)
	if len(m.In(news.Participant)) > 1 && m.Status == news.Happened {
		f.claims = append(f.claims, m)
	}
}

// parley reports whether verb v says no more than that people meet ("hold
// talks").
func (f *finder) parley(v int) bool {
	of := func(lemma string) bool {
		return slices.ContainsFunc(f.lex.nouns[lemma], func(fr frame) bool { return fr.typ == news.Meeting })
	}
	if slices.ContainsFunc(f.lex.verbs[f.doc.Tokens[v].Lemma], func(fr frame) bool { return fr.typ == news.Meeting && fr.conf > .8 }) {
		return true
	}
	o := f.doc.Child(v, "dobj")
	return o >= 0 && of(f.doc.Tokens[o].Lemma) && len(f.lex.supports[f.doc.Tokens[v].Lemma]) > 0
}
