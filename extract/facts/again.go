package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// sequel gives a further round of talks the sides that met before: "a second
// round is to be held in May".
func (f *finder) sequel(c *Claim, n int) {
	d := f.doc
	if c.Type != news.Meeting || d.Tokens[n].Tag != "NN" || d.Child(n, "poss") >= 0 || !f.ordinal(n) && !f.with(n, "another") && !f.with(n, "further") {
		return
	}
	if d.Tokens[n].Lemma == "meeting" && f.with(n, "first") {
		return
	}
	for _, a := range f.nounArguments(n) {
		switch a.at {
		case "between", "with", "of", "among":
			return
		case "mod":
			if _, ok := f.mention(a.tok); ok {
				return
			}
		}
	}
	for i := len(f.claims) - 1; i >= 0; i-- {
		o := &f.claims[i]
		if d.Tokens[n].Sent-o.Sents[0] > back {
			return
		}
		if es := o.In(news.Participant); o.Type == news.Meeting && len(es) > 1 {
			c.add(news.Participant, es...)
			return
		}
	}
}

// appointed reports whether "see" speaks of a meeting: somebody is to see, or
// travels to see, somebody else.
func (f *finder) appointed(v int) bool {
	d := f.doc
	t := &d.Tokens[v]
	if !f.hasTo(v) || t.Dep != "xcomp" && t.Dep != "advcl" || d.Child(v, "ccomp", "xcomp", "oprd") >= 0 {
		return false
	}
	switch h := &d.Tokens[t.Head]; h.Lemma {
	case "expect", "schedule", "be", "due", "plan", "arrange":
		return true
	default:
		return isVerb(h) && f.lex.is("motion", h.Lemma)
	}
}

// agenda reports whether verb v only says what a meeting that its own verb
// tells of is for: "met on Monday to discuss the crisis".
func (f *finder) agenda(v int) bool {
	t := &f.doc.Tokens[v]
	h := &f.doc.Tokens[t.Head]
	if f.passive(v) && (t.Lemma == "discuss" || t.Lemma == "debate" || t.Lemma == "take") {
		return true // "sanctions to be discussed by the council"
	}
	return (t.Dep == "xcomp" || t.Dep == "advcl") && isVerb(h) && f.doc.Child(v, "nsubj") < 0 &&
		slices.ContainsFunc(f.lex.verbs[h.Lemma], func(fr frame) bool { return fr.typ == news.Meeting && h.Lemma != "see" })
}

// sits reports whether the subject of verb v is a body that meets where it
// debates: a council, a cabinet, the ministers of a union.
func (f *finder) sits(v int) bool {
	l, s := f.doc.Tokens[v].Lemma, f.subject(v).tok
	return s >= 0 && (l == "discuss" || l == "debate" || l == "take") && (f.lex.is("council", f.doc.Tokens[s].Lemma) || f.doc.Tokens[s].Tag == "NNS" && f.lex.is("envoys", f.doc.Tokens[s].Lemma))
}

// remote reads "agreed by telephone": two who decide or review something over
// a distance have called each other.
func (f *finder) remote(v int) {
	d := f.doc
	t := &d.Tokens[v]
	if !f.lex.is("concert", t.Lemma) {
		return
	}
	phone := false
	for _, k := range d.Children(v) {
		if p := &d.Tokens[k]; p.Lower == "by" || p.Lower == "over" || p.Lower == "via" {
			o := d.Child(k, "pobj")
			phone = phone || o >= 0 && f.lex.is("phone", d.Tokens[o].Lemma)
		}
	}
	s := d.Child(v, "nsubj") // the tree may take "agreed by phone" for a passive
	if !phone || s < 0 {
		return
	}
	c := Claim{Type: news.Meeting, Trigger: v, Confidence: .6, anchor: -1, support: -1, cause: -1, Sents: []int{t.Sent}}
	c.add(news.Participant, f.only(f.who(s), map[news.EntityType]bool{news.Person: true, news.Country: true})...)
	if len(c.In(news.Participant)) > 1 {
		c.Mode = "call"
		f.finish(&c, &frame{typ: news.Meeting, kind: "call"}, nil, v, news.Happened, f.reality(v, reading{}), -1)
	}
}

// remember keeps an attack of which the text names nobody and no place, so
// that who is blamed for it or denies it can be told of.
func (f *finder) remember(c *Claim, tok, support int, r reading) {
	if c.Type == news.Attack && r.level == real {
		c.Status = news.Happened
		f.date(c, tok, support)
		f.faint = append(f.faint, *c)
	}
}

// attackTold returns the attack that the sentences right before sentence sent
// or it itself have told of last, with names before one without; nil when
// there is none.
func (f *finder) attackTold(sent int, fits func(c *Claim) bool) *Claim {
	for _, list := range [][]Claim{f.claims, f.faint} {
		for i := len(list) - 1; i >= 0 && sent-list[i].Sents[0] <= back; i-- {
			if c := &list[i]; c.Type == news.Attack && !c.pending && fits(c) {
				return c
			}
		}
	}
	return nil
}

// blamed reads a bare "blamed the militia" right after an attack was told of:
// who is accused of it.
func (f *finder) blamed(v int) {
	d := f.doc
	t := &d.Tokens[v]
	if t.Lemma != "blame" || f.passive(v) || d.Child(v, "neg", "prep") >= 0 {
		return
	}
	o := d.Child(v, "dobj")
	if o < 0 {
		return
	}
	last := f.attackTold(t.Sent, func(c *Claim) bool { return occurred(c) && len(c.In(news.Attacker)) == 0 })
	f.laidTo(v, last, f.who(o), claimed)
}

// disowned reads a bare "denied involvement" or "denied that its men were
// involved" right after an attack was told of.
func (f *finder) disowned(v int) {
	d := f.doc
	t := &d.Tokens[v]
	if !f.lex.is("disowning", t.Lemma) || f.passive(v) || d.Child(v, "neg") >= 0 {
		return
	}
	about := false
	if o := d.Child(v, "dobj"); o >= 0 {
		about = (f.lex.is("share", d.Tokens[o].Lemma) || d.Tokens[o].Lemma == "responsibility") && d.Child(o, "prep", "acl") < 0 && d.Child(v, "prep") < 0
	}
	if k := d.Child(v, "ccomp", "xcomp", "pcomp"); k >= 0 && !about {
		for _, w := range append([]int{k}, d.Children(k)...) {
			x := &d.Tokens[w]
			about = about || (x.Lemma == "involve" || x.Lemma == "involved" || x.Lemma == "responsible") && d.Child(w, "prep") < 0 ||
				x.Lower == "behind" && d.Child(w, "pobj") >= 0 && d.Tokens[d.Child(w, "pobj")].Pos == "PRON"
		}
	}
	s := f.subject(v)
	if !about || s.tok < 0 || s.at != "subj" {
		return
	}
	f.laidTo(v, f.attackTold(t.Sent, func(c *Claim) bool { return occurred(c) || c.Status == news.Claimed }), f.who(s.tok), denied)
}

// laidTo adds that somebody is said to have made, or denies to have made, an
// attack told of before.
func (f *finder) laidTo(v int, last *Claim, by []int, l level) {
	by = f.only(by, map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true})
	if last == nil || len(by) == 0 || overlap(by, last.In(news.Target)) {
		return
	}
	from, kind, date := last.Sents[0], last.Kind, last.Date
	c := Claim{Type: news.Attack, Trigger: v, Confidence: .5, anchor: -1, support: -1, cause: -1, Sents: []int{f.doc.Tokens[v].Sent}}
	c.Kind = kind
	c.add(news.Attacker, by...)
	c.add(news.Target, last.In(news.Target)...)
	c.add(news.Venue, last.In(news.Venue)...)
	r := f.reality(v, reading{})
	if r.level != real {
		return
	}
	r.level = l
	if f.finish(&c, &frame{typ: news.Attack, kind: kind}, nil, v, news.Happened, r, -1) {
		n := &f.claims[len(f.claims)-1]
		if n.Date = date; from != n.Sents[0] {
			n.Sents = []int{from, n.Sents[0]}
		}
	}
}

// inside adds what stands after the "into" that the tree hangs on what is
// driven: "rammed a truck packed with explosives into the gate".
func (f *finder) inside(v int) []argument {
	d := f.doc
	o := d.Child(v, "dobj")
	if o < 0 {
		return nil
	}
	var out []argument
	for _, k := range d.Children(o) {
		if d.Tokens[k].Dep != "acl" {
			continue
		}
		for _, p := range d.Children(k) {
			if q := &d.Tokens[p]; q.Dep == "prep" && (q.Lower == "into" || q.Lower == "at" || q.Lower == "toward" || q.Lower == "towards") {
				out = f.prepositions(out, p, q.Lower)
			}
		}
	}
	return out
}
