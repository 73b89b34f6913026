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
		if slices.ContainsFunc(f.lex.nouns[d.Tokens[cur].Lemma], func(o frame) bool { return o.typ == fr.typ }) || f.lex.is("papers", d.Tokens[cur].Lemma) && fr.typ == news.Agreement {
			for d.Tokens[cur].Dep == "conj" && isNoun(&d.Tokens[d.Tokens[cur].Head]) {
				cur = d.Tokens[cur].Head
			}
			return cur
		}
	}
	return head
}

// termed reports whether noun n is the object of a verb where the tree takes
// it for part of the time before it ("suspended for six months sanctions").
func (f *finder) termed(n int) bool {
	d := f.doc
	t := &d.Tokens[n]
	if t.Dep != "pobj" || d.Tokens[t.Head].Lower != "for" {
		return false
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
	if v < 0 && (!subject || r.level == real) || f.titleOf(n) {
		return nil
	}
	lead := f.lead(n)
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

// afore gives a measure that is told again ("lifted the ban") what the text
// has said of it before, and reports false where nothing was said.
func (f *finder) afore(c *Claim, n, v int, base news.Status, l level) bool {
	again := c.Kind == "again"
	if len(c.In(news.Target)) > 0 || !c.definite || v < 0 {
		return !again
	}
	by := c.In(news.Imposer)
	status, _ := statusOf(c.Type, base, l)
	dated := *c
	f.date(&dated, n, v)
	for i := len(f.claims) - 1; i >= 0; i-- {
		o := &f.claims[i]
		if o.Type != news.Sanction || len(o.In(news.Target)) == 0 || o.Trigger == n || f.doc.Tokens[n].Sent-o.Sents[0] > reach {
			continue
		}
		if !again && o.Measure != c.Kind || len(by) > 0 && len(o.In(news.Imposer)) > 0 && !overlap(by, o.In(news.Imposer)) {
			continue
		}
		if o.Status == status && len(by) == 0 && dated.Date.IsZero() {
			return !again // it says nothing new
		}
		if len(by) == 0 {
			c.add(news.Imposer, o.In(news.Imposer)...)
		}
		c.add(news.Target, o.In(news.Target)...)
		if again {
			c.Kind = o.Measure
		}
		return true
	}
	return !again
}

// stuck returns what stands after the "from", "to" or "on" of a verb where the
// tree hangs it on the name before ("disconnected the bank from the network").
func (f *finder) stuck(args []argument) []argument {
	var out []argument
	for _, a := range args {
		if a.at != "obj" {
			continue
		}
		for _, k := range append([]int{a.tok}, f.doc.Children(a.tok)...) {
			if k != a.tok && f.doc.Tokens[k].Dep != "appos" {
				continue
			}
			if m, ok := f.mention(k); !ok || m.Kind != news.NameMention {
				continue
			}
			for _, b := range f.hanging(k) {
				if b.at == "from" || b.at == "to" || b.at == "on" {
					out = append(out, b)
				}
			}
		}
	}
	return out
}

// alongside gives a measure against "its assets" or "its officials" the
// target of the measure told just before ("cut off trade with the kingdom and
// froze its assets"), since nobody imposes one on himself.
func (f *finder) alongside(c *Claim, v int) {
	t := &f.doc.Tokens[v]
	o := f.doc.Child(v, "dobj")
	if t.Dep != "conj" || o < 0 || f.doc.Child(o, "poss") < 0 || f.doc.Tokens[f.doc.Child(o, "poss")].Tag != "PRP$" {
		return
	}
	by := c.In(news.Imposer)
	if slices.ContainsFunc(c.In(news.Target), func(e int) bool { return !slices.Contains(by, e) }) {
		return
	}
	for i := len(f.claims) - 1; i >= 0; i-- {
		if p := &f.claims[i]; p.Type == news.Sanction && p.Sents[0] == t.Sent && len(p.In(news.Target)) > 0 && overlap(by, p.In(news.Imposer)) {
			c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool { return a.Role == news.Target })
			c.add(news.Target, p.In(news.Target)...)
			return
		}
	}
}
