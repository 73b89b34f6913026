package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// enough reports whether the core roles are filled well enough to be a fact.
func (f *finder) enough(c *Claim, args []argument, tok int) bool {
	n := 0
	for _, r := range coreRoles[c.Type] {
		n += len(c.In(r))
	}
	switch c.Type {
	case news.Attack:
		if c.Kind == "strike" && c.support < 0 && !isVerb(&f.doc.Tokens[tok]) && len(c.In(news.Target)) == 0 {
			return false // it may be workers who strike
		}
		if n == 0 && (c.Kind != "strike" || c.support >= 0) && c.Kind != "explosion" && c.Kind != "offensive" && (c.Kind != "killing" || f.subject(tok).at == "subj") {
			n = len(c.In(news.Venue)) // nobody is named, but where it was
		}
	case news.Meeting:
		if n == 1 && f.alone(c, args) {
			c.lone = true
			return true
		}
		if n == 1 && c.support < 0 && !isVerb(&f.doc.Tokens[tok]) && f.doc.Tokens[tok].Dep == "pobj" && !f.convened(tok, args) {
			return false
		}
		if n >= 2 && c.support < 0 && !isVerb(&f.doc.Tokens[tok]) && f.sided(args, c) {
			return false
		}
		if n == 1 && c.support >= 0 && f.doc.Tokens[c.support].Lemma == "be" && !slices.ContainsFunc(args, func(a argument) bool { return a.at == "with" }) {
			return false // "is in talks to buy the airline"
		}
		if n == 1 && f.Names.Entities[c.In(news.Participant)[0]].Type == news.Organization {
			return !isVerb(&f.doc.Tokens[tok]) || f.doc.Child(tok, "dobj") < 0 || f.sits(tok)
		}
		return n >= 2
	case news.Agreement:
		if n == 1 && (c.level == refused || c.level == proposed) && f.answered(tok) {
			return true
		}
		if n == 1 && c.support >= 0 && (c.level <= ongoing || c.level == claimed) {
			l := f.doc.Tokens[c.support].Lemma
			return !isVerb(&f.doc.Tokens[tok]) && l != "announce" && l != "broker" && l != "mediate"
		}
		return n >= 2
	case news.Sanction:
		if f.lex.is("barring", f.doc.Tokens[tok].Lemma) && f.barred(args) {
			return false
		}
		return len(c.In(news.Target)) > 0 || len(c.In(news.Imposer)) > 0 && f.sweeping(c, tok)
	}
	if n == 0 && c.Kind == "protest" {
		n = len(c.In(news.Venue)) // protesters without a name
	}
	if c.Kind == "election" && f.doc.Tokens[tok].Lemma == "victory" && c.level <= ongoing {
		// A country's victory is one in war.
		return slices.ContainsFunc(c.In(news.Participant), func(e int) bool { return f.Names.Entities[e].Type != news.Country })
	}
	return n >= 1
}

var coreRoles = map[news.FactType][]news.Role{
	news.Meeting: {news.Participant}, news.Sanction: {news.Imposer, news.Target}, news.Agreement: {news.Party},
	news.Attack: {news.Attacker, news.Target}, news.Event: {news.Participant},
}

// generic reports whether a verb stands in the simple present, which tells
// what is so in general.
func (f *finder) generic(v int) bool {
	t := &f.doc.Tokens[v]
	if !isVerb(t) {
		return false
	}
	if t.Tag == "VBZ" || t.Tag == "VBP" {
		return !f.lex.is("lasting", t.Lemma)
	}
	if t.Tag != "VBN" {
		return false
	}
	for _, k := range f.doc.Children(v) {
		a := &f.doc.Tokens[k]
		if a.Dep == "aux" {
			return false
		}
		if a.Dep == "auxpass" && (a.Tag == "VBZ" || a.Tag == "VBP") {
			return true
		}
	}
	return false
}

// aside reports whether a noun is only named beside something else ("a
// candidate in the election") or stands under an infinitive ("to delay the
// vote"), so that nothing is said about its taking place.
func (f *finder) aside(n int) bool {
	d := f.doc
	t := &d.Tokens[n]
	g := t.Head
	if t.Dep == "pobj" {
		g = d.Tokens[g].Head
		if isNoun(&d.Tokens[g]) {
			_, known := f.operator(g, d.Tokens[t.Head].Lower)
			return !known && !f.lex.is("outcome", d.Tokens[g].Lemma) && !counting[d.Tokens[g].Lemma]
		}
	}
	if t.Dep != "pobj" && t.Dep != "dobj" || !isVerb(&d.Tokens[g]) {
		return false
	}
	if _, known := f.operator(g, "obj"); known {
		return false
	}
	return f.hasTo(g)
}

// owns reports whether noun n stands with a possessive ("announced his resignation").
func (f *finder) owns(n int) bool { return f.doc.Child(n, "poss") >= 0 }

// habitual reports whether a plural noun without an article is the subject of
// a verb in the simple present: "summits centre on politics" tells of none.
func (f *finder) habitual(n int) bool {
	t := &f.doc.Tokens[n]
	for _, k := range f.doc.Children(t.Head) {
		if f.doc.Tokens[k].Dep == "advmod" && t.Dep == "nsubj" && f.lex.is("habit", f.doc.Tokens[k].Lower) {
			return true
		}
	}
	if t.Tag == "NNS" && n+1 < len(f.doc.Tokens) && f.lex.is("habit", f.doc.Tokens[n+1].Lower) {
		return true
	}
	if t.Tag != "NNS" || t.Dep != "nsubj" || f.doc.Child(n, "det", "poss", "nummod", "prep", "acl", "relcl") >= 0 {
		return false
	}
	v := &f.doc.Tokens[t.Head]
	return v.Pos == "VERB" && (v.Tag == "VBP" || v.Tag == "VBZ") && f.doc.Child(t.Head, "aux") < 0
}

// clean removes who stands on both sides.
func (f *finder) clean(c *Claim) {
	if c.Type == news.Sanction {
		f.represented(c)
	}
	for _, pair := range [][2]news.Role{{news.Attacker, news.Target}, {news.Imposer, news.Target}} {
		agents := c.In(pair[0])
		if len(agents) == 0 || c.Type != news.Attack && c.Type != news.Sanction {
			continue
		}
		c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool {
			return a.Role == pair[1] && slices.Contains(agents, a.Entity)
		})
	}
}

// modified reports whether a word before noun n has the given lower-case form or lemma.
func (f *finder) modified(n int, word string) bool {
	for _, a := range f.nounArguments(n) {
		if a.at == "mod" && (f.doc.Tokens[a.tok].Lower == word || f.doc.Tokens[a.tok].Lemma == word) {
			return true
		}
	}
	return false
}

// named reports whether noun n is part of a longer name.
func (f *finder) named(n int) bool {
	for _, i := range f.Names.At(n) {
		if m := &f.Names.Mentions[i]; m.Kind == news.NameMention && m.Tokens.End-m.Tokens.Start > 1 {
			return true
		}
	}
	return false
}

// prefixes reports whether noun n stands before one that only says how real it is ("summit preparations").
func (f *finder) prefixes(n int) bool {
	g := &f.doc.Tokens[f.doc.Tokens[n].Head]
	for _, rel := range []string{"for", "of", "comp"} {
		if _, ok := f.lex.operators["N "+g.Lemma+" "+rel]; ok {
			return true
		}
	}
	return false
}

// pointsBack reports whether noun n speaks of something known: "the
// meeting", "that meeting", "their talks".
func (f *finder) pointsBack(n int) bool {
	if t := &f.doc.Tokens[n]; t.Dep == "pobj" && f.doc.Tokens[t.Head].Lower == "of" {
		if l := f.doc.Tokens[f.doc.Tokens[t.Head].Head].Lower; l == "one" || l == "some" || l == "among" {
			return false // "one of the largest strikes"
		}
	}
	for _, k := range f.doc.Children(n) {
		t := &f.doc.Tokens[k]
		if (t.Dep == "det" || t.Dep == "predet") && (t.Lower == "all" || t.Lower == "both" || t.Lower == "the" || t.Lower == "this" || t.Lower == "that" || t.Lower == "these" || t.Lower == "those") {
			return true
		}
		if t.Dep == "poss" && strings.HasPrefix(t.Tag, "PRP") {
			return true
		}
	}
	return false
}
