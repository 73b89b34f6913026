package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// echo reads what says only that somebody does as another has just done
// ("Canada followed suit"), or would do so to him ("vowed to retaliate").
func (f *finder) echo(v int) {
	d := f.doc
	t := &d.Tokens[v]
	o := d.Child(v, "dobj")
	suit := o >= 0 && (t.Lemma == "follow" && d.Tokens[o].Lower == "suit" || t.Lemma == "do" && d.Tokens[o].Lower == "same")
	retort := t.Lemma == "retaliate" || f.inKind(v)
	if !suit && !retort {
		return
	}
	types := map[news.EntityType]bool{news.Country: true, news.Organization: true}
	by := f.only(f.who(f.subject(v).tok), types)
	if len(by) == 0 {
		return
	}
	var first *Claim
	for i := len(f.claims) - 1; i >= 0 && t.Sent-f.claims[i].Sents[0] <= back; i-- {
		c := &f.claims[i]
		if c.Type != news.Sanction || len(c.In(news.Imposer)) == 0 || overlap(by, c.In(news.Imposer)) || retort != overlap(by, c.In(news.Target)) && !f.returned(v) {
			continue
		}
		first = c
		break
	}
	if first == nil {
		return
	}
	r := f.reality(v, reading{})
	if retort && (r.level == real || r.level == ongoing) {
		return // with what, other words tell
	}
	c := Claim{Type: news.Sanction, Trigger: v, Confidence: .5, anchor: -1, support: -1, cause: -1, Sents: []int{t.Sent}}
	c.add(news.Imposer, by...)
	args := f.arguments(v)
	for _, a := range args {
		if a.at == "to" || a.at == "against" || a.at == "on" {
			c.add(news.Target, f.only(f.whom(a.tok), types)...)
		}
	}
	kind := first.Measure
	switch {
	case len(c.In(news.Target)) > 0:
	case retort:
		c.add(news.Target, first.In(news.Imposer)...)
	default:
		c.add(news.Target, first.In(news.Target)...)
	}
	if retort {
		kind = "other"
	}
	f.finish(&c, &frame{typ: news.Sanction, kind: kind}, args, v, news.Imposed, r, -1)
}

// returned reports whether verb v says to whom the same is done.
func (f *finder) returned(v int) bool {
	return slices.ContainsFunc(f.arguments(v), func(a argument) bool { return a.at == "to" || a.at == "against" })
}

// inKind reports whether verb v tells of an answer of the same kind ("respond
// in kind", "hit back").
func (f *finder) inKind(v int) bool {
	d := f.doc
	if !f.lex.is("reply", d.Tokens[v].Lemma) {
		return false
	}
	return slices.ContainsFunc(d.Children(v), func(k int) bool {
		return d.Tokens[k].Lower == "back" || f.phrase(k) == "in kind" && d.Tokens[k].Dep == "prep"
	})
}
