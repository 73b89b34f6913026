package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// standing returns the noun in whose place noun n stands: the first of those
// that it is coordinated with, or the one of its kind that lists it ("signed
// agreements, including a protocol"), also where the tree hangs the list on
// the last word before it ("a ban on grain and tariffs on steel").
func (f *finder) standing(n int, fr *frame) int {
	d := f.doc
	head := n
	for d.Tokens[head].Dep == "conj" && isNoun(&d.Tokens[d.Tokens[head].Head]) {
		head = d.Tokens[head].Head
	}
	if fr.typ != news.Agreement && fr.typ != news.Sanction {
		return head
	}
	listed := head != n || d.Tokens[n].Dep == "appos" && f.article(n) || d.Tokens[n].Dep == "pobj" && d.Tokens[d.Tokens[n].Head].Lower == "including"
	if !listed || len(f.lex.nouns[d.Tokens[head].Lemma]) > 0 && head != n {
		return head
	}
	for cur, steps := head, 0; steps < 8; steps++ {
		t := &d.Tokens[cur]
		if t.Head == cur || isVerb(&d.Tokens[t.Head]) {
			break
		}
		cur = t.Head
		if !isNoun(&d.Tokens[cur]) {
			continue
		}
		top := cur
		if p := d.Child(cur, "prep"); p >= 0 && d.Tokens[p].Lower == "of" && len(f.lex.supports[d.Tokens[cur].Lemma]) > 0 && d.Child(p, "pobj") >= 0 {
			top = d.Child(p, "pobj") // "the signing of five documents, among them a treaty"
		}
		if top != n && (slices.ContainsFunc(f.lex.nouns[d.Tokens[top].Lemma], func(o frame) bool { return o.typ == fr.typ }) || f.lex.is("papers", d.Tokens[top].Lemma) && fr.typ == news.Agreement) {
			if top == cur {
				return f.standing(cur, fr)
			}
			return top
		}
	}
	return head
}

// retells reports whether a word for a meeting only ranks the one that was told
// just before: "It was the first meeting of the two in a year", "This is the
// first time that they have met".
func (f *finder) retells(tok int) bool {
	d := f.doc
	n := tok
	if isVerb(&d.Tokens[tok]) {
		if n = d.Tokens[tok].Head; isVerb(&d.Tokens[n]) {
			n = d.Child(n, "attr")
		}
		if n < 0 || d.Tokens[n].Lemma != "time" {
			return false
		}
	}
	be := d.Tokens[n].Head
	if d.Tokens[n].Dep != "attr" || d.Tokens[be].Lemma != "be" && d.Tokens[be].Lemma != "mark" {
		return false
	}
	s := d.Child(be, "nsubj")
	if s < 0 {
		return false
	}
	switch t := &d.Tokens[s]; {
	case t.Lower == "this" || t.Lower == "it" || t.Lower == "that" || t.Lower == "these":
	case isNoun(t) && f.pointsBack(s) && slices.ContainsFunc(f.lex.nouns[t.Lemma], func(fr frame) bool { return fr.typ == news.Meeting }):
	default:
		return false
	}
	for i := len(f.claims) - 1; i >= 0 && d.Tokens[tok].Sent-f.claims[i].Sents[0] <= back; i-- {
		if f.claims[i].Type == news.Meeting && !f.claims[i].pending {
			return true
		}
	}
	return false
}

// again keeps a claim that only speaks of a meeting told before.
func (f *finder) again(c *Claim) bool {
	c.definite, c.pending, c.Status = true, true, news.Happened
	f.claims = append(f.claims, *c)
	return true
}

// termed reports whether noun n is the object of a verb where the tree takes
// it for part of the time before it ("suspended for six months sanctions").
func (f *finder) termed(n int) bool {
	d := f.doc
	t := &d.Tokens[n]
	if t.Dep != "pobj" || d.Tokens[t.Head].Lower != "for" {
		return false
	}
	if first := d.Child(t.Head, "pobj"); first >= 0 && first < n && f.lex.is("span", d.Tokens[first].Lemma) {
		return true
	}
	return slices.ContainsFunc(d.Children(n), func(k int) bool {
		return d.Tokens[k].Dep == "compound" && f.lex.is("span", d.Tokens[k].Lemma) && d.Child(k, "nummod", "det") >= 0
	})
}

// sides returns the parties of an agreement that its own words leave out:
// those of the agreement that "the deal" speaks of, those on whose border a
// truce holds, those whose leaders look on as it is signed, or the two that
// the article is about.
func (f *finder) sides(n, v int, r reading) []int {
	d := f.doc
	if v >= 0 && f.pointsBack(n) {
		if es := f.known(n); es != nil {
			return es
		}
	}
	if v >= 0 && isNoun(&d.Tokens[v]) {
		if g := d.Tokens[v].Head; d.Tokens[v].Dep == "dobj" && f.lex.is("witness", d.Tokens[g].Lemma) {
			if es := f.stateOf(f.who(f.subject(g).tok)); len(es) > 1 {
				return es
			}
		}
	}
	subject := d.Tokens[n].Dep == "nsubj" || d.Tokens[n].Dep == "nsubjpass"
	mutual := f.with(n, "bilateral") || f.with(n, "mutual") || f.doc.Tokens[n].Pos == "PROPN" && f.with(n, "Bilateral")
	if !mutual && (v < 0 && (!subject || r.level == real) || f.titleOf(n)) {
		return nil
	}
	lead := f.lead(n)
	if lead == nil && v >= 0 && f.pointsBack(n) {
		lead = f.leading(n)
	}
	if lead == nil || f.third(n, lead) {
		return nil
	}
	return lead
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

// titleOf reports whether an agreement has a name of its own ("the Paris
// agreement"), so that it need not be one of those the article is about.
func (f *finder) titleOf(n int) bool {
	d := f.doc
	if d.Tokens[n].Pos == "PROPN" || f.named(n) {
		return true
	}
	return slices.ContainsFunc(f.nounArguments(n), func(a argument) bool {
		if a.at != "mod" && a.at != "poss" && a.at != "of" {
			return false
		}
		m, ok := f.mention(a.tok)
		return ok && (a.at != "mod" || f.Names.Entities[m.Entity].Type != news.Country) || d.Tokens[a.tok].Pos == "PROPN" && !ok
	})
}

// third reports whether the sentence of a word names another country or body
// than two, and not only as the one that helps them along.
func (f *finder) third(tok int, two []int) bool {
	d := f.doc
	for _, m := range f.Names.Mentions {
		if d.Tokens[m.Head].Sent != d.Tokens[tok].Sent || slices.Contains(two, m.Entity) {
			continue
		}
		if t := f.Names.Entities[m.Entity].Type; t != news.Country && t != news.Organization {
			continue
		}
		top := m.Head
		for d.Tokens[top].Dep == "conj" {
			top = d.Tokens[top].Head
		}
		p := d.Tokens[top].Head
		if g := d.Tokens[p].Head; (d.Tokens[p].Dep == "agent" || d.Tokens[p].Lower == "by") && f.lex.is("helping", d.Tokens[g].Lower) {
			continue
		}
		return true
	}
	return false
}
