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

// blamed reads a bare "blamed the militia" right after an attack was told of:
// who is accused of it.
func (f *finder) blamed(v int) {
	d := f.doc
	t := &d.Tokens[v]
	if t.Lemma != "blame" || f.passive(v) || d.Child(v, "neg", "prep") >= 0 {
		return
	}
	o := d.Child(v, "dobj")
	if o < 0 || len(f.claims) == 0 {
		return
	}
	types := map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true}
	by := f.only(f.who(o), types)
	var last *Claim
	for i := len(f.claims) - 1; i >= 0 && last == nil && t.Sent-f.claims[i].Sents[0] <= back; i-- {
		if c := &f.claims[i]; c.Type == news.Attack && occurred(c) && len(c.In(news.Attacker)) == 0 && !c.pending {
			last = c
		}
	}
	if last == nil || len(by) == 0 || overlap(by, last.In(news.Target)) {
		return
	}
	c := Claim{Type: news.Attack, Trigger: v, Confidence: .5, anchor: -1, support: -1, cause: -1, Sents: []int{t.Sent}}
	c.Kind = last.Kind
	c.add(news.Attacker, by...)
	c.add(news.Target, last.In(news.Target)...)
	c.add(news.Venue, last.In(news.Venue)...)
	r := f.reality(v, reading{})
	if r.level != real {
		return
	}
	r.level = claimed
	if f.finish(&c, &frame{typ: news.Attack, kind: last.Kind}, nil, v, news.Happened, r, -1) {
		n := &f.claims[len(f.claims)-1]
		n.Sents = []int{last.Sents[0], t.Sent}
		n.Date = last.Date
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
