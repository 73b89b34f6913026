package facts

import (
	"slices"

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
)

// plural returns whom "they", "both" and "the two sides" stand for: who was
// named together last, in that number, or who met last.
func (f *finder) plural(tok int) []int {
	t := &f.doc.Tokens[tok]
	n, people, reach := 0, true, back
	switch {
	case t.Lower == "they" || t.Lower == "them" || t.Lower == "their" || t.Lower == "both":
	case f.lex.is("counterparts", t.Lemma) && (t.Tag == "NNS" || t.Tag == "NNPS"):
		for _, k := range f.doc.Children(tok) {
			switch c := &f.doc.Tokens[k]; {
			case c.Lower == "both":
				n = 2
			case c.Dep == "nummod":
				n, _ = number(c.Lower)
			case c.Dep == "prep" || c.Dep == "poss":
				return nil
			}
		}
		if n < 2 || n > 6 {
			return nil
		}
		reach = far
		people = f.lex.is("office", t.Lemma)
	default:
		return nil
	}
	best, at := []int(nil), -1
	look := func(g group) {
		if g.tok >= tok || g.tok <= at || t.Sent-f.doc.Tokens[g.tok].Sent > reach || n > 0 && len(g.entities) != n {
			return
		}
		if n > 0 && people != (f.Names.Entities[g.entities[0]].Type == news.Person) && people {
			return
		}
		best, at = g.entities, g.tok
	}
	for _, g := range f.together {
		look(g)
	}
	for i := range f.claims {
		if c := &f.claims[i]; c.Type == news.Meeting {
			if es := c.In(news.Participant); len(es) > 1 && f.alike(es) {
				look(group{c.Trigger, es})
			}
		}
	}
	return slices.Clone(best)
}
