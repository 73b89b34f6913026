package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// This file tells who is only named beside an event from who took part in it.

// hyphened reports whether verb v is the second half of a compound adjective:
// "sanctions-hit", "drought-stricken", "shoot-to-kill".
func (f *finder) hyphened(v int) bool {
	d := f.doc
	if v >= 4 && isHyphen(d.Tokens[v-1].Text) && d.Tokens[v-2].Lower == "to" && isHyphen(d.Tokens[v-3].Text) && d.Tokens[v-1].Start == d.Tokens[v-2].End {
		return true // "a shoot-to-kill order"
	}
	return v >= 2 && isHyphen(d.Tokens[v-1].Text) && d.Tokens[v-1].Start == d.Tokens[v-2].End && d.Tokens[v].Start == d.Tokens[v-1].End &&
		isNoun(&d.Tokens[v-2]) && d.Tokens[v-2].Lower != "re" && (d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD" || d.Tokens[v].Tag == "VB")
}

// onMatter reports whether those who agree do so in opinion only: "agreed on
// the importance of peace".
func (f *finder) onMatter(v int) bool {
	if f.doc.Tokens[v].Lemma != "agree" {
		return false
	}
	for _, k := range f.doc.Children(v) {
		if f.doc.Tokens[k].Dep != "prep" {
			continue
		}
		if o := f.doc.Child(k, "pobj"); o >= 0 && f.lex.is("matter", f.doc.Tokens[o].Lemma) {
			return true
		}
	}
	return false
}

// termsOf returns the verb of the clause that says what a pact lays down, in
// which tok stands ("a treaty under which they agreed to talk"); -1 when it
// stands in none.
func (f *finder) termsOf(tok int) int {
	d := f.doc
	for cur := tok; d.Tokens[cur].Head != cur; cur = d.Tokens[cur].Head {
		if d.Tokens[cur].Dep != "relcl" {
			continue
		}
		for _, k := range d.Children(cur) {
			if p := &d.Tokens[k]; p.Dep == "prep" && p.Lower == "under" && k < cur {
				if o := d.Child(k, "pobj"); o >= 0 && d.Tokens[o].Lower == "which" {
					return cur
				}
			}
		}
	}
	return -1
}

// unconcerned drops from the arguments of noun n who, in the clause after it,
// only judged, stopped or watched it: "a rally banned by the council", "a
// pause in the bombing that was arranged by the envoy".
func (f *finder) unconcerned(n int, args []argument) []argument {
	d := f.doc
	return slices.DeleteFunc(args, func(a argument) bool {
		if a.at != "by" {
			return false
		}
		if f.lex.is("court", d.Tokens[a.tok].Lemma) || f.lex.is("court", d.Tokens[a.tok].Lower) {
			return true // "was cleared of the bombing by the Supreme Court"
		}
		p := d.Tokens[a.tok].Head
		if d.Tokens[p].Dep != "agent" {
			return false
		}
		v := d.Tokens[p].Head
		dep := d.Tokens[v].Dep
		return d.Tokens[v].Head == n && (dep == "acl" || dep == "relcl") && f.lex.is("unconcerned", d.Tokens[v].Lemma)
	})
}

// suffered puts whom a verb replaces, frees or mourns in the place of "his"
// before the noun that says after what: in "the king pardoned the banker after
// his conviction" the banker was convicted.
func (f *finder) suffered(n int, args []argument) {
	d := f.doc
	if !f.anchors(n) {
		return
	}
	v := d.Tokens[d.Tokens[n].Head].Head
	if !isVerb(&d.Tokens[v]) || f.passive(v) || !f.lex.is("replacing", d.Tokens[v].Lemma) {
		return
	}
	o := d.Child(v, "dobj")
	for i, a := range args {
		if l := d.Tokens[a.tok].Lower; o >= 0 && o < n && a.at == "poss" && (l == "his" || l == "her") {
			args[i].tok = o
		}
	}
}

// spoken reports whether the verb above noun n has already told of the same
// event: "came to power in a coup".
func (f *finder) spoken(n int, kind string) bool {
	t := &f.doc.Tokens[n]
	if t.Dep != "pobj" {
		return false
	}
	v := f.doc.Tokens[t.Head].Head
	for i := len(f.claims) - 1; i >= 0 && f.claims[i].Trigger >= v; i-- {
		if c := &f.claims[i]; c.Trigger == v && c.Type == news.Event && c.Kind == kind {
			return true
		}
	}
	return false
}

// judged reports whether verb v only says what noun n is to be called:
// "declared the invasion a crime", "an election that they have called a sham".
func (f *finder) judged(n, v int) bool {
	d := f.doc
	if l := d.Tokens[v].Lemma; l != "declare" && l != "call" && l != "label" && l != "brand" && l != "deem" {
		return false
	}
	if d.Tokens[v].Dep == "relcl" && d.Tokens[v].Head == n {
		return d.Child(v, "dobj", "oprd", "attr", "ccomp", "acomp") >= 0
	}
	return d.Tokens[v].Lemma == "declare" && f.pointsBack(n) && f.hasPrep(v, "as") || d.Tokens[n].Dep == "dobj" && d.Child(v, "oprd") > n && f.pointsBack(n)
}

// sidesFor reports whether a name before a noun only says whose side people
// are on: "a pro-Danish rally".
func (f *finder) sidesFor(tok int) bool {
	d := f.doc
	return tok >= 2 && isHyphen(d.Tokens[tok-1].Text) && d.Tokens[tok-2].Lower == "pro"
}

// suspect returns who is under the suspicion that noun n names: whom verbs of
// arrest and questioning have as their object ("held him on suspicion of ...").
func (f *finder) suspect(n, depth int) int {
	d := f.doc
	if p := d.Child(n, "poss"); p >= 0 {
		return -1 // "her accusation of plotting a raid" is not against her
	}
	p := &d.Tokens[d.Tokens[n].Head]
	if d.Tokens[n].Dep != "pobj" || p.Dep != "prep" {
		return -1
	}
	if v := p.Head; isVerb(&d.Tokens[v]) {
		if o := d.Child(v, "dobj"); o >= 0 && !f.passive(v) {
			return o
		}
		if s := f.subjectWithin(v, depth); s.at == "obj" {
			return s.tok
		}
		return -1
	}
	if g := p.Head; d.Tokens[g].Dep == "dobj" || d.Tokens[g].Dep == "nsubjpass" {
		return g // the tree hangs it on the person
	}
	return -1
}

// onScene returns the verb whose subject a participle after a place has, where
// no comma parts them: in "raided hamlets near Lode killing ten" and "stormed
// the embassy taking hostages" the place kills and takes nobody. -1 when the
// participle is the noun's own.
func (f *finder) onScene(v int) int {
	d := f.doc
	t := &d.Tokens[v]
	n := t.Head
	if t.Tag != "VBG" || n >= v || !isNoun(&d.Tokens[n]) {
		return -1
	}
	for d.Tokens[n].Dep == "appos" && isNoun(&d.Tokens[d.Tokens[n].Head]) {
		n = d.Tokens[n].Head
	}
	g := d.Tokens[n].Head
	switch d.Tokens[n].Dep {
	case "pobj":
		if _, local := locative[d.Tokens[g].Lower]; !local {
			return -1
		}
		if _, ok := f.place(t.Head); !ok {
			return -1
		}
		for cur := d.Tokens[g].Head; ; cur = d.Tokens[cur].Head {
			if isVerb(&d.Tokens[cur]) {
				return cur
			}
			if d.Tokens[cur].Head == cur || d.Tokens[cur].Dep == "nsubj" || d.Tokens[cur].Dep == "nsubjpass" {
				return -1
			}
		}
	case "dobj":
		if isVerb(&d.Tokens[g]) && slices.ContainsFunc(f.lex.verbs[d.Tokens[g].Lemma], func(fr frame) bool { return fr.typ == news.Attack }) {
			return g
		}
	}
	return -1
}

// upshot returns the word for the attack whose outcome a participle tells
// ("launched a raid on the camp, killing ten", "shelled the port, wounding
// two"); -1 when v tells of none.
func (f *finder) upshot(v int) int {
	d := f.doc
	t := &d.Tokens[v]
	if t.Tag != "VBG" || !f.lex.is("harm", t.Lemma) && t.Lemma != "shoot" {
		return -1
	}
	for t.Dep == "conj" && isVerb(&d.Tokens[t.Head]) && d.Tokens[t.Head].Tag == "VBG" {
		t = &d.Tokens[t.Head]
	}
	g := -1
	switch {
	case t.Dep == "advcl" && isVerb(&d.Tokens[t.Head]):
		g = t.Head
	case t.Dep == "acl":
		g = f.onScene(v)
	}
	if g < 0 || g > v || d.Child(v, "mark") >= 0 {
		return -1
	}
	lends := slices.ContainsFunc(f.lex.supports[d.Tokens[g].Lemma], func(s support) bool {
		return s.at == "obj" && s.subject == "agent" && s.types[news.Attack]
	})
	if o := d.Child(g, "dobj"); o >= 0 && lends {
		for _, n := range append([]int{o}, f.within(o)...) {
			if f.attackNoun(n) != nil {
				return n
			}
		}
	}
	if slices.ContainsFunc(f.lex.verbs[d.Tokens[g].Lemma], func(fr frame) bool { return fr.typ == news.Attack }) {
		return g
	}
	return -1
}

// inWhich returns the noun for the attack of which a clause after "in which"
// tells ("survived an ambush in May in which his driver was shot"), wherever
// the tree hangs the clause; -1 when there is none.
func (f *finder) inWhich(v int) int {
	d := f.doc
	if d.Tokens[v].Dep != "relcl" {
		return -1
	}
	p := d.Child(v, "prep")
	if p < 0 || p > v || d.Tokens[p].Lower != "in" && d.Tokens[p].Lower != "during" {
		return -1
	}
	if o := d.Child(p, "pobj"); o < 0 || d.Tokens[o].Lower != "which" {
		return -1
	}
	for cur := d.Tokens[v].Head; ; cur = d.Tokens[cur].Head {
		if f.attackNoun(cur) != nil {
			return cur
		}
		if isVerb(&d.Tokens[cur]) {
			if o := d.Child(cur, "dobj"); o >= 0 && o < v && f.attackNoun(o) != nil {
				return o
			}
			return -1
		}
		if d.Tokens[cur].Head == cur {
			return -1
		}
	}
}

// situates reports whether the subject that the tree gives a participle is
// only the country of the town before it: "hamlets near Lode, Chad killing ten".
func (f *finder) situates(v, k int) bool {
	d := f.doc
	t := &d.Tokens[v]
	if t.Tag != "VBG" || t.Head >= k || k < 2 || k != v-1 || d.Child(v, "aux") >= 0 {
		return false
	}
	m, ok := f.mention(k)
	if !ok || m.Tokens.Start < 2 || d.Tokens[m.Tokens.Start-1].Text != "," {
		return false
	}
	town, ok := f.mention(m.Tokens.Start - 2)
	return ok && f.Names.Entities[town.Entity].Type == news.Place && f.Names.Entities[m.Entity].Type != news.Person
}

// nearer returns the second of two subjects that the tree gives verb v, where
// a verb that it takes for part of a name stands before it: "the Observatory
// for Rights reports Chad raided the port". -1 when there is no second.
func (f *finder) nearer(v, k int) int {
	d := f.doc
	for _, o := range d.Children(v) {
		if o <= k || o >= v || d.Tokens[o].Dep != d.Tokens[k].Dep {
			continue
		}
		if b := d.Subtree(o).Start - 1; b > k && (d.Tokens[b].Tag == "VBZ" || d.Tokens[b].Tag == "VBD" || d.Tokens[b].Tag == "VBP" || f.lex.is("speechact", d.Tokens[b].Lemma)) {
			return o
		}
	}
	return -1
}

// labels reports whether a participle only says of what sort somebody before
// the law or a matter is: "detained stabbing suspect John Smith".
func (f *finder) labels(v int) bool {
	return f.doc.Tokens[v].Tag == "VBG" && v+1 < len(f.doc.Tokens) && f.doc.Tokens[v+1].Tag == "NN" && f.lex.is("labelled", f.doc.Tokens[v+1].Lemma)
}

// distinct reports whether a name or year before noun n tells it from those
// spoken of before: "the 2000 Lode bombing".
func (f *finder) distinct(n int) bool {
	return slices.ContainsFunc(f.doc.Children(n), func(k int) bool {
		t := &f.doc.Tokens[k]
		return k < n && (t.Pos == "PROPN" || t.Dep == "nummod" && f.timed(k))
	})
}

// single drops the country of one soldier or fighter without a name from the
// attackers where no other side is named: "a Danish soldier opened fire at
// his base" is no attack by Denmark.
func (f *finder) single(c *Claim, args []argument) {
	if c.Type != news.Attack || len(c.In(news.Target)) > 0 {
		return
	}
	types := map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true}
	for _, a := range args {
		m, ok := f.mention(a.tok)
		if (a.at == "obj" || a.at == "on" || a.at == "at" || a.at == "against") && (ok && types[f.Names.Entities[m.Entity].Type] || len(f.only(f.whom(a.tok), types)) > 0) {
			return // "a Danish soldier shot a Swede"
		}
	}
	for _, a := range args {
		t := &f.doc.Tokens[a.tok]
		if a.at != "subj" && a.at != "by" || t.Tag != "NN" || !f.article(a.tok) || !f.lex.is("oneman", t.Lemma) {
			continue
		}
		of := f.who(a.tok)
		c.Actors = slices.DeleteFunc(c.Actors, func(x Actor) bool {
			return x.Role == news.Attacker && slices.Contains(of, x.Entity) && f.Names.Entities[x.Entity].Type != news.Person
		})
	}
}

// backing reports whether an attack is only what helps those who do something
// else: "the army, backed by air strikes, prepares to move".
func (f *finder) backing(n int) bool {
	d := f.doc
	t := &d.Tokens[n]
	return isNoun(t) && t.Dep == "pobj" && d.Tokens[t.Head].Dep == "agent" && f.lex.is("backing", d.Tokens[d.Tokens[t.Head].Head].Lemma)
}

// testing reports whether one missile is launched at nobody: "launched a
// ballistic missile".
func (f *finder) testing(c *Claim, tok int, args []argument) bool {
	if f.doc.Tokens[tok].Lemma != "launch" || len(c.In(news.Target)) > 0 || len(c.In(news.Venue)) > 0 {
		return false
	}
	return slices.ContainsFunc(args, func(a argument) bool {
		return a.at == "obj" && f.article(a.tok) && f.lex.is("missile", f.doc.Tokens[a.tok].Lemma)
	})
}

// eased reports whether a restriction is only named to say that it ends:
// "lifts its curfew".
func (f *finder) eased(n int) bool {
	t := &f.doc.Tokens[n]
	return f.lex.is("restraint", t.Lemma) && t.Dep == "dobj" && f.lex.is("easing", f.doc.Tokens[t.Head].Lemma)
}

// coming reports whether a word before noun n says that it lies ahead or
// would be one more: "further attacks".
func (f *finder) coming(n int) bool {
	return slices.ContainsFunc(f.doc.Children(n), func(k int) bool { return f.lex.is("upcoming", f.doc.Tokens[k].Lower) })
}

// sporting reports whether a victory or defeat is one in sport, by the words
// of its sentence.
func (f *finder) sporting(tok int) bool {
	s := f.doc.Sents[f.doc.Tokens[tok].Sent]
	sport := false
	for i := s.Start; i < s.End; i++ {
		l := f.doc.Tokens[i].Lemma
		if f.lex.is("ballots", l) {
			return false
		}
		sport = sport || f.lex.is("sporting", f.doc.Tokens[i].Lower) || f.lex.is("sporting", l)
	}
	return sport
}
