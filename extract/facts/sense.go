package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/timex"
	"github.com/newsgraph/newsgraph/news"
)

// verbal reports whether an attack is one with words: "attacked the senator
// on taxes", or one person on another where nothing that wounds is named.
func (f *finder) verbal(v int, args []argument) bool {
	if f.doc.Tokens[v].Lemma != "attack" && f.doc.Tokens[v].Lemma != "assault" {
		return false
	}
	attackers, targets, armed := []int(nil), []int(nil), false
	for _, a := range args {
		switch a.at {
		case "subj":
			attackers = append(attackers, f.who(a.tok)...)
		case "obj":
			targets = append(targets, f.whom(a.tok)...)
		case "on", "for", "over", "as":
			if !f.timed(a.tok) {
				return true
			}
		case "with", "using":
			armed = true
		}
	}
	for _, k := range f.doc.Children(v) {
		// "attacked him for raising taxes".
		if t := &f.doc.Tokens[k]; t.Dep == "prep" && (t.Lower == "for" || t.Lower == "over" || t.Lower == "on" || t.Lower == "as") && f.doc.Child(k, "pcomp") >= 0 {
			return true
		}
	}
	if f.doc.Tokens[v].Lemma == "assault" {
		return false
	}
	person := func(e int) bool { return f.Names.Entities[e].Type == news.Person }
	if f.doc.Tokens[v].Tag == "VBG" && len(attackers) == 0 && len(targets) > 0 && person(targets[0]) {
		return true
	}
	return !armed && len(attackers) > 0 && len(targets) > 0 && !slices.ContainsFunc(targets, func(e int) bool { return !person(e) }) &&
		slices.ContainsFunc(attackers, person)
}

// insult reports whether a noun of attack is directed at something that can't
// be hit: "his attacks on mail-in voting".
func (f *finder) insult(args []argument) bool {
	if slices.ContainsFunc(args, func(a argument) bool { return a.at == "mod" && f.lex.is("spoken", f.doc.Tokens[a.tok].Lower) }) {
		return true // "personal attacks on the senator"
	}
	for _, a := range args {
		t := &f.doc.Tokens[a.tok]
		if (a.at == "on" || a.at == "against") && f.lex.is("ideal", t.Lemma) {
			return true // "attacks on the republic's democracy"
		}
		if a.at != "on" && a.at != "against" || t.Pos != "NOUN" || f.timed(a.tok) || len(f.whom(a.tok)) > 0 {
			continue
		}
		if _, ok := f.place(a.tok); ok {
			continue
		}
		if !f.lex.is("thing", t.Lemma) && !f.lex.is("offspring", t.Lemma) && !f.lex.is("group", t.Lemma) && !f.lex.is("site", t.Lemma) {
			return true
		}
	}
	return false
}

// timed reports whether a word is part of a time.
func (f *finder) timed(tok int) bool {
	return slices.ContainsFunc(f.Times, func(t timex.Timex) bool { return t.Tokens.Start <= tok && tok < t.Tokens.End })
}

// antecedent returns the noun that a relative clause speaks of: the name
// right before "who", wherever the tree hangs the clause.
func (f *finder) antecedent(v, pronoun int) int {
	d := f.doc
	h := d.Tokens[v].Head
	if l := d.Tokens[pronoun].Lower; l != "who" && l != "whom" {
		return h
	}
	if m, ok := f.mention(h); ok && m.Kind == news.NameMention && f.Names.Entities[m.Entity].Type == news.Person && d.Child(h, "conj") < 0 && f.plurally(v) {
		// "two nephews of Jane Doe, who were convicted": not she.
		if p := &d.Tokens[d.Tokens[h].Head]; d.Tokens[h].Dep == "pobj" && p.Lower == "of" && d.Tokens[p.Head].Tag == "NNS" {
			return p.Head
		}
	}
	i := pronoun - 1
	if i > 0 && d.Tokens[i].Text == "," {
		i--
	}
	if i <= h || f.lex.is("kin", d.Tokens[h].Lemma) {
		return h
	}
	for _, k := range f.Names.At(i) {
		if m := &f.Names.Mentions[k]; m.Kind == news.NameMention && m.Tokens.End == i+1 && f.Names.Entities[m.Entity].Type == news.Person && m.Head > h && d.Tokens[m.Head].Dep == "pobj" {
			return m.Head
		}
	}
	return h
}

// trailing returns the subject of the relative clause that a participle at
// the end of a sentence continues ("which he held until May, resigning over
// it"), and noArgument where none stands between it and its verb.
func (f *finder) trailing(v int) argument {
	d := f.doc
	h := d.Tokens[v].Head
	if d.Tokens[v].Tag != "VBG" || h >= v {
		return noArgument
	}
	for i := v - 1; i > h; i-- {
		t := &d.Tokens[i]
		if t.Dep != "relcl" || !isVerb(t) {
			continue
		}
		s := d.Child(i, "nsubj")
		if s < 0 || f.isRelative(s) || d.Subtree(i).End < v-1 {
			return noArgument
		}
		return argument{"subj", s}
	}
	return noArgument
}

// universal reports whether a word is about each of its kind: "every member
// is elected", "in each election".
func (f *finder) universal(tok int) bool {
	each := func(n int) bool {
		k := f.doc.Child(n, "det", "predet")
		return k >= 0 && (f.doc.Tokens[k].Lower == "every" || f.doc.Tokens[k].Lower == "each")
	}
	if isNoun(&f.doc.Tokens[tok]) {
		return each(tok)
	}
	s := f.subject(tok)
	return s.tok >= 0 && each(s.tok) && f.generic(tok)
}

// unlikely reports whether a claim's words fit its type badly enough that a
// reader would not take it for one: attacks that are only supposed, votes
// that nobody casts, attacks on what can't be hit.
func (f *finder) unlikely(c *Claim, args []argument, tok int, r reading) bool {
	switch {
	case c.Type == news.Attack && (r.supposed || f.doc.Tokens[tok].Lemma == "attack" && isNoun(&f.doc.Tokens[tok]) && f.insult(args)):
		return true
	case c.Kind == "charge" && isVerb(&f.doc.Tokens[tok]) && f.rushed(args):
		return true
	case c.Type == news.Event && r.supposed && !f.lex.is("menace", c.Kind) && r.level >= possible && r.level <= calledFor:
		return true // "if she is elected"
	case c.Type == news.Event && f.doc.Tokens[tok].Dep == "acl" && f.doc.Tokens[tok].Tag == "VBN" && f.bare(f.doc.Tokens[tok].Head) && c.Date.IsZero():
		return true // "laws passed by parliament"
	case f.lex.is("factual", c.Kind) && (r.level >= planned && r.level <= tried) && (c.Kind == "death" || r.level >= possible):
		return true // "they could die"
	case c.Type == news.Event && f.question(tok):
		return true
	case c.Type == news.Event && r.supposed && (c.Kind == "conviction" || f.lex.is("penal", c.Kind)):
		return true // "if convicted, she faces ten years"
	case (c.Type == news.Agreement || c.Type == news.Meeting) && f.termsOf(tok) >= 0:
		return true
	case c.Type == news.Event && f.eased(tok):
		return true
	case c.Type == news.Attack && f.testing(c, tok, args):
		return true
	case c.Type == news.Attack && (f.backing(tok) || f.accusing(c) || f.searched(c, args) || f.parried(c, args, r)):
		return true
	case (c.Kind == "election" || c.Kind == "dismissal") && f.sporting(tok):
		return true
	case c.Kind == "candidacy" && (r.level == postponed || r.level == cancelled || c.support >= 0 && f.lex.is("undoing", f.doc.Tokens[c.support].Lemma)):
		return true // "suspended his candidacy": a withdrawal
	case c.Type == news.Agreement && f.doc.Tokens[tok].Tag == "NN" && f.doc.Tokens[tok].Lemma == "protocol" && f.doc.Child(tok, "det", "poss", "amod", "compound", "nmod") < 0:
		return true // "a breach of protocol"
	case c.Kind == "trial" && f.tested(c, tok):
		return true
	case (c.Kind == "rally" || c.Kind == "debate") && f.bare(tok) && c.Date.IsZero():
		return true
	case c.Kind == "departure" && r.level > possible, c.Kind == "ruling" && r.level >= possible && r.level != refused:
		return true
	case c.Type == news.Event && c.support < 0 && r.level == real && f.lex.is("sought", f.doc.Tokens[tok].Lemma) && f.article(tok) && (f.doc.Tokens[tok].Dep == "conj" || f.doc.Tokens[tok].Dep == "appos"):
		return true // one of the things in a list, of which nothing is said
	case f.entrusted(c, tok), f.pioneer(c, args, tok):
		return true
	case c.Kind == "vote" && r.level != real && r.level != planned && r.level != ongoing && r.level != possible:
		return true
	}
	return false
}

// tested reports whether a trial is one of medicine: its sentence names one, and
// nobody who could be a defendant.
func (f *finder) tested(c *Claim, tok int) bool {
	if slices.ContainsFunc(c.In(news.Participant), func(e int) bool { return f.Names.Entities[e].Type == news.Person }) {
		return false
	}
	s := f.doc.Sents[f.doc.Tokens[tok].Sent]
	return slices.ContainsFunc(f.doc.Tokens[s.Start:s.End], func(t analyze.Token) bool { return f.lex.is("remedy", t.Lemma) })
}

// entrusted reports whether who is charged with something was given a task:
// "charged with overseeing the vote".
func (f *finder) entrusted(c *Claim, tok int) bool {
	if c.Kind != "charge" || !isVerb(&f.doc.Tokens[tok]) {
		return false
	}
	for _, k := range f.doc.Children(tok) {
		if f.doc.Tokens[k].Lower != "with" {
			continue
		}
		if v := f.doc.Child(k, "pcomp"); v >= 0 && f.lex.is("task", f.doc.Tokens[v].Lemma) {
			return true
		}
	}
	return false
}

// pioneer reports whether who became something only was the first or last to do
// it: "became the first minister to visit the island".
func (f *finder) pioneer(c *Claim, args []argument, tok int) bool {
	if c.Kind != "appointment" || f.doc.Tokens[tok].Lemma != "become" {
		return false
	}
	for _, a := range args {
		if a.at != "oprd" || !f.ordinal(a.tok) {
			continue
		}
		for _, k := range f.doc.Children(a.tok) {
			if t := &f.doc.Tokens[k]; (t.Dep == "relcl" || t.Dep == "acl") && f.hasTo(k) && t.Lemma != "hold" && t.Lemma != "lead" && t.Lemma != "serve" {
				return true
			}
		}
	}
	return false
}

// bare reports whether a word is a plural noun without an article, number or owner.
func (f *finder) bare(tok int) bool {
	return f.doc.Tokens[tok].Tag == "NNS" && f.doc.Child(tok, "det", "poss", "nummod") < 0
}

// anchors reports whether noun n only says when something else happened:
// "after the meeting", "ahead of the summit".
func (f *finder) anchors(n int) bool {
	t := &f.doc.Tokens[n]
	if t.Dep != "pobj" && t.Dep != "pcomp" {
		return false
	}
	p := &f.doc.Tokens[t.Head]
	switch p.Lower {
	case "after", "before", "since", "following", "until", "till":
		return true
	case "of", "to":
		switch f.doc.Tokens[p.Head].Lower {
		case "ahead", "prior":
			return true
		}
	}
	return false
}

// plurally reports whether verb v or its auxiliary is in the plural ("were", "have").
func (f *finder) plurally(v int) bool {
	for _, k := range append([]int{v}, f.doc.Children(v)...) {
		switch t := &f.doc.Tokens[k]; {
		case k != v && t.Dep != "aux" && t.Dep != "auxpass":
		case t.Lower == "were" || t.Lower == "are" || t.Lower == "have":
			return true
		}
	}
	return false
}

// somebodyOf reports whether a word in the place of whom a verdict, an arrest
// or a death befalls is a common noun: in "the league's envoy resigned" and
// "former officers of the guard were jailed" neither body did or suffered it.
func (f *finder) somebodyOf(fr *frame, a argument) bool {
	if !f.lex.is("personal", fr.kind) || a.at != "obj" && (a.at != "subj" || !f.lex.is("own", fr.kind)) {
		return false
	}
	t := &f.doc.Tokens[a.tok]
	return t.Pos == "NOUN" && !f.nameOf(a.tok) && !f.lex.is("cabinet", t.Lemma) && !f.lex.is("company", t.Lemma)
}

// rushed reports whether somebody charges another with his body: no court or
// police does it, and nothing says with what.
func (f *finder) rushed(args []argument) bool {
	return slices.ContainsFunc(args, func(a argument) bool {
		l := f.doc.Tokens[a.tok].Lemma
		return a.at == "subj" && !f.lex.is("group", l) && !f.lex.is("court", l) && !f.nameOf(a.tok)
	}) && !slices.ContainsFunc(args, func(a argument) bool { return a.at == "with" || a.at == "for" || a.at == "over" || a.at == "in" })
}
