package speech

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// pair is who is named together at one place.
type pair struct {
	token    int
	entities []int
}

// counterparts are nouns for those who were named together: "the two sides".
var counterparts = set("side country nation state leader minister president government party man woman ally neighbour neighbor official diplomat rival capital company")

// pairs lists who is named together, in text order.
func (f *finder) pairs() []pair {
	var out []pair
	for i := range f.doc.Tokens {
		if t := &f.doc.Tokens[i]; t.Dep == "conj" || t.Pos != "PROPN" && t.Pos != "NOUN" || f.doc.Child(i, "conj") < 0 {
			continue
		}
		var es []int
		for _, e := range f.speakers(i, 0) {
			if f.names.Entities[e].Type == news.Place {
				es = nil
				break
			}
			es = append(es, e)
		}
		if len(es) > 1 && es[0] != es[1] {
			out = append(out, pair{i, es})
		}
	}
	return out
}

// together returns whom the plural at token i stands for: "they", "both",
// "the two sides" are those who were named together last, with no other
// plural between; nil when nobody was.
func (f *finder) together(i int) []int {
	toks := f.doc.Tokens
	t := &toks[i]
	n, back := 0, 2
	switch {
	case t.Lower == "they" || t.Lower == "both":
	case counterparts[t.Lemma] && t.Tag == "NNS":
		for _, k := range f.doc.Children(i) {
			switch c := &toks[k]; {
			case c.Lower == "both" || c.Lower == "two":
				n = 2
			case c.Lower == "three":
				n = 3
			case c.Dep == "prep" || c.Dep == "poss" || c.Dep == "amod":
				return nil
			}
		}
		if n == 0 {
			return nil
		}
		back = 4
	default:
		return nil
	}
	for len(f.ahead) > 0 && f.ahead[0].token < i {
		f.behind, f.ahead = append(f.behind, f.ahead[0]), f.ahead[1:]
	}
	for k := len(f.behind) - 1; k >= 0 && k >= len(f.behind)-8; k-- {
		p := f.behind[k]
		if p.token >= i {
			continue
		}
		if toks[i].Sent-toks[p.token].Sent > back {
			return nil
		}
		if n > 0 && len(p.entities) != n {
			continue
		}
		if n == 0 {
			if d := toks[p.token].Dep; d != "nsubj" && d != "nsubjpass" || f.namedBehind(i, p.entities) {
				return nil
			}
			for j := p.token + 1; j < i; j++ {
				if (toks[j].Dep == "nsubj" || toks[j].Dep == "nsubjpass") && (toks[j].Tag == "NNS" || toks[j].Tag == "NNPS") && !counterparts[toks[j].Lemma] {
					return nil
				}
			}
		}
		return p.entities
	}
	return nil
}

// namedBehind reports whether one of the entities is named behind token i in
// its sentence: "they called on Turkey" are not Turkey.
func (f *finder) namedBehind(i int, entities []int) bool {
	for j := i + 1; j < len(f.doc.Tokens) && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j++ {
		for _, m := range f.names.At(j) {
			if mn := &f.names.Mentions[m]; mn.Kind == news.NameMention && slices.Contains(entities, mn.Entity) {
				return true
			}
		}
	}
	return false
}
