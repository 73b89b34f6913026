package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// partakers returns the words for who takes part in what noun n names, where
// a clause about it says so: "talks that brought together ...", "a treaty
// signed by ...".
func (f *finder) partakers(n int) []argument {
	d := f.doc
	var out []argument
	read := func(v int) {
		joins, joined := f.lex.is("joins", d.Tokens[v].Lemma), f.lex.is("joined", d.Tokens[v].Lemma)
		if d.Tokens[v].Lemma == "bring" && !f.with(v, "together") {
			return
		}
		for _, a := range f.arguments(v) {
			if a.tok != n && (joins && a.at == "obj" && !f.passive(v) || joined && a.at == "subj") {
				out = append(out, argument{"partaker", a.tok})
			}
		}
	}
	for _, k := range d.Children(n) {
		if o := d.Child(k, "pobj"); o >= 0 && f.lex.is("border", d.Tokens[o].Lemma) {
			// "the truce along the border between the two", "on the Elbonian-Ruritanian border".
			for _, a := range f.nounArguments(o) {
				if a.at == "mod" || a.at == "between" || a.at == "poss" {
					out = append(out, argument{"partaker", a.tok})
				}
			}
		}
		if t := &d.Tokens[k]; (t.Dep == "acl" || t.Dep == "relcl") && isVerb(t) && !f.hasTo(k) {
			read(k)
		}
	}
	if t := &d.Tokens[n]; (t.Dep == "nsubj" || t.Dep == "nsubjpass") && isVerb(&d.Tokens[t.Head]) {
		read(t.Head)
	}
	return out
}

// with reports whether verb v has a word of the given form beside it.
func (f *finder) with(v int, word string) bool {
	return slices.ContainsFunc(f.doc.Children(v), func(k int) bool { return f.doc.Tokens[k].Lower == word })
}

// paired returns the countries and bodies before a plural noun that speaks
// for more than one of them: "US and Chinese negotiators".
func (f *finder) paired(m *names.Mention, tok int) []int {
	if t := &f.doc.Tokens[tok]; m.Kind != news.NominalMention || t.Tag != "NNS" && t.Tag != "NNPS" {
		return nil
	}
	var out []int
	for _, k := range f.doc.Children(tok) {
		switch f.doc.Tokens[k].Dep {
		case "amod", "nmod", "compound":
			if f.doc.Child(k, "conj") < 0 {
				continue
			}
			for _, e := range f.collect(k, false, 5) {
				if t := f.Names.Entities[e].Type; (t == news.Country || t == news.Organization) && !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// titled reports whether word k names the one body or person that noun tok
// describes ("the northern firm Acme").
func (f *finder) titled(tok, k int) bool {
	if f.doc.Tokens[tok].Tag != "NN" || k < tok {
		return false
	}
	m, ok := f.mention(k)
	return ok && m.Kind == news.NameMention && m.Tokens.Start == tok+1 && f.Names.Entities[m.Entity].Type != news.Country
}

// helper reports whether a word before a noun names only who helps along or
// pays ("Egypt-brokered talks"), and against whether it names whom the thing
// is directed at ("anti-Iranian sanctions").
func (f *finder) helper(tok int) bool {
	d := f.doc
	return tok+2 < len(d.Tokens) && isHyphen(d.Tokens[tok+1].Text) && f.lex.is("helping", d.Tokens[tok+2].Lower)
}

func (f *finder) against(tok int) bool {
	d := f.doc
	return tok >= 2 && isHyphen(d.Tokens[tok-1].Text) && d.Tokens[tok-2].Lower == "anti" || strings.HasPrefix(d.Tokens[tok].Lower, "anti-")
}

func isHyphen(s string) bool { return s == "-" || s == "–" || s == "‑" }

// official reports whether a word speaks of people who act for an entity,
// and is not the name of a country or body itself ("Chinese officials").
func (f *finder) official(tok, entity int) bool {
	if f.Names.Entities[entity].Type == news.Person {
		return true
	}
	for k := tok; k >= 0; k = f.doc.Child(k, "conj") {
		if m, ok := f.mention(k); ok && m.Entity == entity && m.Kind == news.NameMention {
			return false
		}
	}
	t := &f.doc.Tokens[tok]
	_, ok := f.mention(tok)
	return ok || f.lex.is("group", t.Lemma) || f.lex.is("office", t.Lemma) || f.lex.is("people", t.Lemma)
}

// treaty returns the lower-case singular of a noun, which for the last word
// of a name ("the Paris Agreement") the table of nouns may know.
func (f *finder) treaty(n int) string {
	t := &f.doc.Tokens[n]
	if t.Pos != "PROPN" {
		return t.Lemma
	}
	l := strings.ToLower(t.Lemma)
	if s := strings.TrimSuffix(l, "s"); f.lex.is("pact", s) {
		return s
	}
	if len(f.lex.nouns[t.Lemma]) == 0 && f.lex.is("pact", l) {
		return l
	}
	return t.Lemma
}

// listing reports whether a word is a list of those under sanctions.
func (f *finder) listing(tok int) bool {
	t := &f.doc.Tokens[tok]
	if t.Lemma == "blacklist" {
		return true
	}
	return f.lex.is("register", t.Lemma) && slices.ContainsFunc(f.words(tok), func(l string) bool { return f.lex.is("restricting", l) })
}

// words returns the lower-case forms below a word.
func (f *finder) words(tok int) []string {
	r := f.doc.Subtree(tok)
	var out []string
	for i := r.Start; i < r.End; i++ {
		out = append(out, f.doc.Tokens[i].Lower)
	}
	return out
}

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
		case "to", "in", "at", "obj":
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
	switch o := f.reality(v, reading{}); o.level {
	case planned, possible, proposed, calledFor:
		r.level, r.future = min(o.level, possible), o.future
	case threatened, postponed:
		r.level = planned
	}
	return r
}

// actors returns who does what noun v says of another noun, as if v were a
// verb: "the union's extension of sanctions".
func (f *finder) actors(v int) []argument {
	var out []argument
	for _, a := range f.nounArguments(v) {
		if a.at == "poss" || a.at == "by" || a.at == "mod" {
			out = append(out, argument{"subj", a.tok})
		}
	}
	return out
}

// ahead makes a meeting or agreement planned where its day is still to come
// and no verb in the past tells of it ("the ministers meet on Sunday").
func (f *finder) ahead(c *Claim, tok, support int) {
	if c.Type != news.Meeting && c.Type != news.Agreement || f.Published.IsZero() || c.Date.From.IsZero() || !occurred(c) {
		return
	}
	if c.Date.From.After(f.Published) && !f.past(tok) && (support < 0 || !f.past(support)) {
		c.level, c.Status = planned, news.Planned
	}
}

// packaged reports whether noun n only says what a package or round holds
// ("the sanctions package").
func (f *finder) packaged(n int) bool {
	t := &f.doc.Tokens[n]
	return t.Dep == "compound" && counting[f.doc.Tokens[t.Head].Lemma] && f.lex.sanction(t.Lemma)
}

// lapses reports whether a verb in the present tells when a measure or pact
// will end ("the embargo expires in June").
func (f *finder) lapses(v int, s support) bool {
	t := &f.doc.Tokens[v]
	return s.at == "subj" && (s.base == news.Lifted || s.base == news.Withdrawn) && (t.Tag == "VBZ" || t.Tag == "VBP")
}

// here returns the places that a word beside a verb or noun points at: "met
// here" where the dateline says, "where they met" before it, and where the
// verb that it is coordinated with leads ("arrived in Oslo and met the king").
func (f *finder) here(v int) []argument {
	d := f.doc
	var out []argument
	for _, k := range d.Children(v) {
		switch t := &d.Tokens[k]; {
		case t.Dep != "advmod" && t.Dep != "prep":
		case t.Lower == "here":
			if p := f.town(); p >= 0 {
				out = append(out, argument{"in", p})
			}
		case t.Lower == "where" && d.Tokens[v].Dep == "relcl":
			for i := k - 1; i >= d.Sents[d.Tokens[v].Sent].Start; i-- {
				if _, ok := f.place(i); ok && f.Names.At(i) != nil && d.Tokens[i].Dep == "pobj" || ok && d.Tokens[i].Dep == "dobj" {
					out = append(out, argument{"in", i})
					break
				}
			}
		}
	}
	if t := &d.Tokens[v]; t.Dep == "conj" && isVerb(t) && isVerb(&d.Tokens[t.Head]) && (f.lex.is("motion", d.Tokens[t.Head].Lemma) || d.Tokens[t.Head].Lemma == "visit" || d.Tokens[t.Head].Lemma == "pay") {
		out = append(out, f.destination(t.Head)...)
	}
	return out
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
		if (a.at == "obj" || a.at == "with" || a.at == "between") && f.stranger(a.tok) && f.doc.Tokens[c.Trigger].Head != a.tok {
			return true
		}
	}
	return false
}

// things returns the arguments that are no verbs, and what is coordinated with them.
func (f *finder) things(args []argument) []argument {
	out := slices.DeleteFunc(slices.Clone(args), func(a argument) bool { return a.tok < 0 || isVerb(&f.doc.Tokens[a.tok]) })
	for _, a := range slices.Clone(out) {
		for k := a.tok; a.at != "mod" && a.at != "poss" && k >= 0; {
			if k = f.doc.Child(k, "conj"); k >= 0 && isNoun(&f.doc.Tokens[k]) {
				out = append(out, argument{"conj", k})
			}
		}
	}
	return out
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

// sweeping reports whether a measure that names no target is told as one all
// the same: a tariff on steel, a halt to exports, new sanctions.
func (f *finder) sweeping(c *Claim, tok int) bool {
	if c.Kind == "flight_ban" {
		return false
	}
	if c.level != real {
		return c.support < 0 || !isVerb(&f.doc.Tokens[c.support]) || !f.lex.is("undoing", f.doc.Tokens[c.support].Lemma)
	}
	switch c.Kind {
	case "travel_ban", "other", "expulsion", "asset_freeze":
		return false
	case "sanctions":
		return c.support >= 0 && !isVerb(&f.doc.Tokens[tok])
	}
	return c.support >= 0 || isVerb(&f.doc.Tokens[tok])
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

// idea reports whether noun n is one of those that can be planned, with "a"
// before it and nothing that says that it took place: "an end to the war and
// a withdrawal of the troops".
func (f *finder) idea(n int, kind string) bool {
	if !f.lex.is("plannable", kind) || !f.article(n) {
		return false
	}
	t := &f.doc.Tokens[n]
	if t.Dep != "pobj" {
		return t.Dep != "nsubj" && t.Dep != "nsubjpass" && t.Dep != "dobj" && t.Dep != "ROOT"
	}
	switch f.doc.Tokens[t.Head].Lower {
	case "after", "following", "since", "during", "in", "on", "by", "amid":
		return false
	}
	return true
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

// sidesWith reports whether an agreement names its other party only, so that
// who announces it is one too ("announced a deal with the kingdom").
func (f *finder) sidesWith(args []argument) bool {
	with := false
	for _, a := range args {
		switch a.at {
		case "with":
			with = true
		case "between", "among", "poss", "partaker":
			return false
		}
	}
	return with
}

// barred reports whether somebody is kept from doing what no measure of one
// country against another is about: holding an office, leaving, competing.
func (f *finder) barred(args []argument) bool {
	return slices.ContainsFunc(args, func(a argument) bool {
		l := f.doc.Tokens[max(a.tok, 0)].Lemma
		return a.at == "from-ing" && !f.lex.is("entering", l) && !f.lex.is("trading", l) && l != "fly" && l != "land" && l != "operate"
	})
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

// known returns the parties of the agreement told last before noun n, which
// "the agreement" speaks of.
func (f *finder) known(n int) []int {
	for i := len(f.claims) - 1; i >= 0; i-- {
		if c := &f.claims[i]; c.Type == news.Agreement && len(c.In(news.Party)) > 1 && c.Sents[0] < f.doc.Tokens[n].Sent {
			if f.doc.Tokens[n].Sent-c.Sents[0] > reach {
				return nil
			}
			return c.In(news.Party)
		}
	}
	return nil
}

// answered reports whether noun n is what one side alone offers, accepts or
// turns down ("the militia rejected the truce").
func (f *finder) answered(n int) bool {
	t := &f.doc.Tokens[n]
	return (t.Dep == "dobj" || t.Dep == "nsubjpass") && isVerb(&f.doc.Tokens[t.Head]) && f.lex.is("answering", f.doc.Tokens[t.Head].Lemma)
}

// distant reports whether meeting a was held over a distance and b in a place.
func (f *finder) distant(a, b *Claim) bool {
	if a.Mode != "call" && a.Mode != "video" {
		return false
	}
	return b.Mode == "in_person" || len(b.In(news.Venue)) > 0 && !overlap(a.In(news.Venue), b.In(news.Venue))
}
