package facts

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// group is who was named together at one place.
type group struct {
	tok      int
	entities []int
}

// groups lists who is named together: coordinated people or countries, in text order.
func (f *finder) groups() []group {
	var out []group
	for i := range f.doc.Tokens {
		t := &f.doc.Tokens[i]
		if !isNoun(t) || t.Dep == "conj" || f.doc.Child(i, "conj") < 0 {
			continue
		}
		if es := f.collect(i, false, 0); len(es) > 1 && f.alike(es) {
			out = append(out, group{i, es})
		}
	}
	return out
}

// alike reports whether entities are all people, or all countries and organizations.
func (f *finder) alike(es []int) bool {
	person := f.Names.Entities[es[0]].Type == news.Person
	for _, e := range es {
		t := f.Names.Entities[e].Type
		if t == news.Place || (t == news.Person) != person {
			return false
		}
	}
	return true
}

// back is how many sentences back "they" may point, and far how many "the two sides" may.
const (
	back = 2
	far  = 4
	// opening is how many sentences say what an article is about.
	opening = 4
)

// plural returns whom "they", "both" and "the two sides" stand for: who was
// named together last, in that number, or who met last.
func (f *finder) plural(tok int) []int {
	t := &f.doc.Tokens[tok]
	n, people, reach := 0, true, back
	if es := f.met(tok); es != nil {
		return es
	}
	if h := &f.doc.Tokens[t.Head]; t.Lower == "they" && t.Dep == "nsubj" && h.Dep == "advcl" && f.marked(t.Head, "when", "as", "after", "before") {
		// "the union's ministers will discuss it when they meet in May"
		if s := f.subject(h.Head).tok; s >= 0 && s < tok && f.doc.Tokens[s].Tag == "NNS" {
			if es := f.who(s); len(es) > 0 {
				return es
			}
		}
	}
	switch {
	case t.Lower == "they" || t.Lower == "them" || t.Lower == "their" || t.Lower == "both":
	case (t.Lower == "two" || t.Lower == "three") && t.Dep != "nummod" && f.doc.Child(tok, "det") >= 0 && f.doc.Child(tok, "prep") < 0:
		// "The two are to meet in May."
		n, _ = number(t.Lower)
		people = false
	case f.lex.is("counterparts", t.Lemma) && (t.Tag == "NNS" || t.Tag == "NNPS"):
		for _, k := range f.doc.Children(tok) {
			switch c := &f.doc.Tokens[k]; {
			case c.Lower == "both":
				n = 2
			case c.Dep == "nummod":
				n, _ = number(c.Lower)
			case c.Dep == "prep" || c.Dep == "poss":
				return nil
			case c.Lower == "two" || c.Lower == "three":
				n, _ = number(c.Lower)
			}
		}
		if n < 2 || n > 6 || !f.lex.is("states", t.Lemma) && f.doc.Child(tok, "det", "predet") < 0 {
			return nil // "expelled two officials" speaks of nobody named before
		}
		reach = far
		people = f.lex.is("office", t.Lemma)
	default:
		return nil
	}
	states := f.lex.is("states", t.Lemma)
	if n == 0 && f.crowd(tok) {
		return nil
	}
	best, at := []int(nil), -1
	look := func(g group) {
		if g.tok >= tok || g.tok <= at || t.Sent-f.doc.Tokens[g.tok].Sent > reach || n > 0 && len(g.entities) != n {
			return
		}
		person := f.Names.Entities[g.entities[0]].Type == news.Person
		if n > 0 && people != person && people || states && person {
			return
		}
		best, at = g.entities, g.tok
	}
	for _, g := range append(slices.Clip(f.together), f.bonds()...) {
		look(g)
	}
	if lead := f.lead(tok); n == 2 && states && lead != nil && (at < 0 || t.Sent-f.doc.Tokens[at].Sent > 1) {
		best = lead
	}
	if best == nil && n == 2 {
		if best = f.lead(tok); best == nil || !people {
			best = f.leading(tok) // "the two presidents" of two countries
		}
	}
	if best == nil && states {
		states = false // the leaders who were named stand for them
		for _, g := range append(slices.Clip(f.together), f.bonds()...) {
			look(g)
		}
	}
	return slices.Clone(best)
}

// crowd reports whether "they" has people without a name before it in its own
// sentence, nearer than any name: "arrested two men and questioned them".
func (f *finder) crowd(tok int) bool {
	for i := tok - 1; i >= f.doc.Sents[f.doc.Tokens[tok].Sent].Start; i-- {
		if f.nameOf(i) {
			return false
		}
		if t := &f.doc.Tokens[i]; t.Tag == "NNS" && (t.Dep == "dobj" || t.Dep == "nsubjpass" || t.Dep == "pobj") && len(f.byHead[i]) == 0 && (f.lex.is("someone", t.Lemma) || f.lex.is("offspring", t.Lemma)) && f.doc.Child(i, "poss") < 0 {
			return true
		}
	}
	return false
}

// stray reports whether "him" or "her" has somebody without a name before it
// in its own sentence, and the person it is taken for only in another: "a man
// was stabbed by three others, killing him".
func (f *finder) stray(m *names.Mention, tok int) bool {
	if l := f.doc.Tokens[tok].Lower; m.Kind != news.PronounMention || l != "him" && l != "her" || f.doc.Tokens[tok].Dep == "poss" {
		return false
	}
	found := false
	for i := tok - 1; i >= f.doc.Sents[f.doc.Tokens[tok].Sent].Start; i-- {
		for _, k := range f.Names.At(i) {
			if f.Names.Mentions[k].Entity == m.Entity {
				return false
			}
		}
		t := &f.doc.Tokens[i]
		found = found || t.Tag == "NN" && (t.Dep == "nsubjpass" || t.Dep == "dobj") && f.article(i) && len(f.byHead[i]) == 0 && (f.lex.is("someone", t.Lemma) || f.lex.is("offspring", t.Lemma))
	}
	return found
}

// bonds lists who has to do with each other by what the claims so far say.
func (f *finder) bonds() []group {
	var out []group
	for i := range f.claims {
		c := &f.claims[i]
		es := c.In(news.Participant)
		switch c.Type {
		case news.Meeting:
		case news.Agreement:
			es = c.In(news.Party)
		case news.Sanction:
			es = append(c.In(news.Imposer), c.In(news.Target)...)
		default:
			continue
		}
		if len(es) > 1 && f.alike(es) {
			out = append(out, group{c.Trigger, es})
		}
	}
	return out
}

// lead returns the two countries or bodies that the article's first sentences
// name together or tell of as having to do with each other, nil when they
// name no pair.
func (f *finder) lead(tok int) []int {
	for _, g := range append(slices.Clip(f.together), f.bonds()...) {
		if f.doc.Tokens[g.tok].Sent < opening && g.tok < tok && len(g.entities) == 2 && f.Names.Entities[g.entities[0]].Type != news.Person {
			return g.entities
		}
	}
	return nil
}

// leading returns the two countries or bodies that the text before a token
// speaks of most, nil when a third comes near them.
func (f *finder) leading(tok int) []int {
	count := map[int]int{}
	for _, m := range f.Names.Mentions {
		if t := f.Names.Entities[m.Entity].Type; m.Tokens.Start < tok && m.Kind == news.NameMention && (t == news.Country || t == news.Organization) {
			count[m.Entity]++
		}
	}
	order := slices.SortedFunc(maps.Keys(count), func(a, b int) int {
		return cmp.Or(count[b]-count[a], a-b)
	})
	if len(order) < 2 || count[order[1]] < 2 || len(order) > 2 && 2*count[order[2]] > count[order[1]] {
		return nil
	}
	return order[:2]
}

// met returns who met or agreed last, for "the ministers" and "the leaders"
// with nothing else said of them.
func (f *finder) met(tok int) []int {
	d := f.doc
	t := &d.Tokens[tok]
	if l := strings.TrimSuffix(t.Lower, "s"); t.Tag != "NNS" && t.Tag != "NNPS" || !f.lex.is("counterparts", l) || !f.lex.is("office", l) && l != "side" {
		return nil
	}
	for _, k := range d.Children(tok) {
		if c := &d.Tokens[k]; c.Lower != "the" && c.Dep != "punct" {
			return nil
		}
	}
	if d.Child(tok, "det") < 0 {
		return nil
	}
	for i := len(f.claims) - 1; i >= 0; i-- {
		c := &f.claims[i]
		es := c.In(news.Participant)
		if c.Type != news.Meeting || len(es) < 2 || c.Sents[0] == t.Sent {
			continue
		}
		if t.Sent-c.Sents[0] > far || !f.alike(es) || c.level > planned {
			return nil
		}
		return es
	}
	return nil
}
