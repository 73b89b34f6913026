package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

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

// abroad reports whether the country before a measure must be the one that it is
// directed at, since another country or a bloc imposes or ends it: "the union
// extended Elbonian sanctions".
func (f *finder) abroad(c *Claim, own []argument, by []int) bool {
	if c.Type != news.Sanction || len(by) == 0 || len(c.In(news.Target)) > 0 || slices.ContainsFunc(own, func(a argument) bool { return a.at == "poss" || a.at == "by" || a.at == "on" || a.at == "against" }) {
		return false
	}
	for _, e := range by {
		if n := &f.Names.Entities[e]; n.Type != news.Country && (n.Type != news.Organization || !f.lex.is("bloc", n.Name[strings.LastIndexByte(n.Name, ' ')+1:])) {
			return false
		}
	}
	before := c.In(news.Imposer)
	return len(before) > 0 && !overlap(before, by) && !slices.ContainsFunc(before, func(e int) bool { return f.Names.Entities[e].Type != news.Country })
}

// represented puts the country in the place of its embassy among those whom a
// measure is directed at.
func (f *finder) represented(c *Claim) {
	for i, a := range c.Actors {
		if a.Role != news.Target || f.Names.Entities[a.Entity].Type != news.Organization {
			continue
		}
		name := f.Names.Entities[a.Entity].Name
		if !f.lex.is("mission", name[strings.LastIndexByte(name, ' ')+1:]) {
			continue
		}
		for _, m := range f.Names.Mentions {
			if m.Entity != a.Entity {
				continue
			}
			for k := m.Tokens.Start; k < m.Tokens.End; k++ {
				for _, j := range f.Names.At(k) {
					if o := &f.Names.Mentions[j]; o.Entity != a.Entity && f.Names.Entities[o.Entity].Type == news.Country {
						c.Actors[i].Entity = o.Entity
					}
				}
			}
		}
	}
}

// second returns the name that the tree takes for a second object of the verb
// over a measure, and which ends the list after "on": "imposed sanctions on a
// banker and former minister Jane Doe".
func (f *finder) second(n, v int) []argument {
	var out []argument
	if v < 0 || !isVerb(&f.doc.Tokens[v]) {
		return nil
	}
	for _, k := range f.doc.Children(v) {
		if m, ok := f.mention(k); k > n && f.doc.Tokens[k].Dep == "dobj" && f.doc.Tokens[n].Dep == "dobj" && ok && m.Kind == news.NameMention {
			out = append(out, argument{"on", k})
		}
	}
	return out
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

// sweeping reports whether a measure that names no target is told as one all
// the same: a tariff on steel, a halt to exports, new sanctions.
func (f *finder) sweeping(c *Claim, tok int) bool {
	if c.Kind == "flight_ban" || (c.Kind == "travel_ban" || c.Kind == "other") && isVerb(&f.doc.Tokens[tok]) {
		return false
	}
	if o := f.doc.Child(tok, "dobj"); isVerb(&f.doc.Tokens[tok]) && o >= 0 && f.lex.is("commerce", f.doc.Tokens[o].Lemma) {
		return false // "banned the sale of fireworks": at home
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
	if o := f.doc.Child(tok, "dobj"); c.Kind == "embargo" && isVerb(&f.doc.Tokens[tok]) && o >= 0 {
		return slices.ContainsFunc(f.words(o), func(l string) bool { return strings.HasPrefix(l, "export") || strings.HasPrefix(l, "import") })
	}
	return c.support >= 0 || isVerb(&f.doc.Tokens[tok])
}

// barred reports whether somebody is kept from doing what no measure of one
// country against another is about: holding an office, leaving, competing.
func (f *finder) barred(args []argument) bool {
	return slices.ContainsFunc(args, func(a argument) bool {
		l := f.doc.Tokens[max(a.tok, 0)].Lemma
		return a.at == "from-ing" && !f.lex.is("entering", l) && !f.lex.is("trading", l) && !f.lex.is("flying", l)
	})
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
		if undone := base == news.Lifted || base == news.Eased || base == news.Extended || base == news.Violated; undone && !occurred(o) {
			continue
		}
		if !again && o.Measure != c.Kind && c.Kind != "sanctions" || len(by) > 0 && len(o.In(news.Imposer)) > 0 && !overlap(by, o.In(news.Imposer)) {
			continue
		}
		if o.Status == status && len(by) == 0 && dated.Date.IsZero() {
			return !again // it says nothing new
		}
		if len(by) == 0 {
			c.add(news.Imposer, o.In(news.Imposer)...)
		}
		c.add(news.Target, o.In(news.Target)...)
		if again || c.Kind == "sanctions" {
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
	if t.Dep != "conj" || o < 0 || !slices.ContainsFunc(append(f.doc.Children(o), f.hang(o)...), func(k int) bool { return f.doc.Tokens[k].Tag == "PRP$" }) {
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

// hang returns the words below the "of" of noun n: "the assets of its leaders".
func (f *finder) hang(n int) []int {
	var out []int
	for _, a := range f.hanging(n) {
		if a.at == "of" {
			out = append(out, f.doc.Children(a.tok)...)
		}
	}
	return out
}

// proposer returns the verb over a measure that stands in a proposal, plan or
// package ("present a proposal for sanctions"): g where there is no such noun.
func (f *finder) proposer(n, g int) int {
	d := f.doc
	for steps := 0; steps < 4 && g != n && isNoun(&d.Tokens[g]) && (f.lex.is("outline", d.Tokens[g].Lemma) || counting[d.Tokens[g].Lemma]); steps++ {
		up := d.Tokens[g].Head
		if d.Tokens[g].Dep == "pobj" {
			up = d.Tokens[up].Head
		}
		if up == g {
			break
		}
		g = up
	}
	return g
}

// bidden reports whether verb v is what somebody is asked to do ("called on
// the union to propose sanctions").
func (f *finder) bidden(v int) bool {
	t := &f.doc.Tokens[v]
	return (t.Dep == "xcomp" || t.Dep == "ccomp") && f.hasTo(v) && f.lex.is("objcontrol", f.doc.Tokens[t.Head].Lemma)
}

// ultimatum returns whom a measure threatens and who threatens where it is
// the alternative to what is asked: "gave the junta a month to leave or face
// sanctions". Both are -1 otherwise.
func (f *finder) ultimatum(v int) (target, imposer int) {
	d := f.doc
	t := &d.Tokens[v]
	if (t.Lemma != "face" && t.Lemma != "risk") || t.Dep != "conj" || !slices.ContainsFunc(d.Children(t.Head), func(k int) bool { return d.Tokens[k].Lower == "or" && k < v }) {
		return -1, -1
	}
	h := t.Head
	g := d.Tokens[h].Head
	if !f.hasTo(h) || !isVerb(&d.Tokens[g]) {
		if g = d.Tokens[g].Head; !f.hasTo(h) || !isVerb(&d.Tokens[g]) {
			return f.subject(h).tok, -1 // "must leave or face sanctions"
		}
	}
	target, imposer = f.subject(h).tok, f.subject(g).tok
	if f.passive(g) {
		return f.subject(g).tok, -1
	}
	if d.Tokens[g].Lemma == "give" || d.Tokens[g].Lemma == "allow" || d.Tokens[g].Lemma == "grant" {
		if o := d.Child(g, "dative", "dobj", "pobj"); o >= 0 {
			target = o
		}
	}
	return target, imposer
}

// decider returns who decides on what noun v says of a measure: "the council
// is to decide on an extension of sanctions".
func (f *finder) decider(v int) []argument {
	d := f.doc
	g := d.Tokens[v].Head
	if d.Tokens[v].Dep == "pobj" {
		g = d.Tokens[g].Head
	} else if d.Tokens[v].Dep != "dobj" {
		return nil
	}
	if !isVerb(&d.Tokens[g]) || !f.lex.is("deciding", d.Tokens[g].Lemma) {
		return nil
	}
	if s := f.subject(g); s.tok >= 0 {
		return []argument{{"subj", s.tok}}
	}
	return nil
}

// ranging returns what a measure is on where the tree hangs that on a
// participle between: "duties ranging from 5 to 10 percent on steel".
func (f *finder) ranging(n int) []argument {
	var out []argument
	goods := false
	for _, k := range f.doc.Children(n) {
		t, o := &f.doc.Tokens[k], f.doc.Child(k, "pobj")
		if t.Dep == "prep" && o >= 0 {
			if m, ok := f.mention(o); goods && t.Lower == "from" && ok && f.Names.Entities[m.Entity].Type == news.Country {
				out = append(out, argument{"on", o}) // "a tariff on most imports into the union from the republic"
			}
			goods = goods || t.Lower == "on" && (f.lex.is("trade", f.doc.Tokens[o].Lemma) || f.lex.is("thing", f.doc.Tokens[o].Lemma))
		}
		if f.doc.Tokens[k].Dep != "acl" || f.doc.Tokens[k].Tag != "VBG" || f.doc.Child(k, "dobj") >= 0 {
			continue
		}
		for r, p := f.doc.Subtree(k), k; p < r.End; p++ {
			q := &f.doc.Tokens[p]
			if q.Dep != "prep" {
				continue
			}
			o := f.doc.Child(p, "pobj")
			if o < 0 {
				continue
			}
			if m, ok := f.mention(o); q.Lower == "on" || q.Lower == "against" || q.Lower == "from" && ok && f.Names.Entities[m.Entity].Type == news.Country {
				out = append(out, argument{"on", o})
			}
		}
	}
	return out
}

// compounded reports whether noun n and a word before it are in a class
// together ("budget support" among aid).
func (f *finder) compounded(class string, n int) bool {
	return slices.ContainsFunc(f.doc.Children(n), func(k int) bool {
		t := &f.doc.Tokens[k]
		return (t.Dep == "compound" || t.Dep == "amod" || t.Dep == "nmod") && f.lex.is(class, t.Lemma+"_"+f.doc.Tokens[n].Lemma)
	})
}
