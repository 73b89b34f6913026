package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// travellers are those who can be on a visit: people, and bodies whose people are.
var travellers = map[news.EntityType]bool{news.Person: true}

// traveller returns who is on the visit that noun n speaks of where the noun
// leaves it to its clause: who speaks or acts "during a visit to Oslo", and the
// name before "on her first visit to Oslo". Of two who act together the text
// does not say which one is the guest.
func (f *finder) traveller(n int, args []argument) []argument {
	d := f.doc
	t := &d.Tokens[n]
	if t.Dep != "pobj" || slices.ContainsFunc(args, func(a argument) bool {
		return (a.at == "by" || a.at == "of" || a.at == "poss" || a.at == "mod") && len(f.only(f.who(a.tok), travellers)) > 0
	}) {
		return nil
	}
	switch d.Tokens[t.Head].Lower {
	case "on", "during", "in", "at", "after", "following", "before", "for":
	default:
		return nil
	}
	p := f.doc.Child(n, "poss")
	if p >= 0 && d.Tokens[p].Tag != "PRP$" {
		return nil
	}
	h := d.Tokens[t.Head].Head
	if isVerb(&d.Tokens[h]) {
		h = f.subject(h).tok
	}
	if h < 0 || len(f.only(f.who(h), travellers)) != 1 {
		return nil
	}
	return []argument{{"by", h}}
}

// presence reads "is in Oslo to sign a pact", "is due in Oslo on Monday", "is
// expected back in Oslo" and "is due in court": somebody's visit or hearing
// that only a place tells of.
func (f *finder) presence(v int) {
	d := f.doc
	t := &d.Tokens[v]
	args := f.arguments(v)
	base := news.Ongoing
	switch {
	case t.Lemma == "be":
		if d.Child(v, "attr") >= 0 || t.Dep == "aux" || t.Dep == "auxpass" {
			return
		}
		if c := d.Child(v, "acomp"); c >= 0 {
			if d.Tokens[c].Lower != "due" {
				return
			}
			base = news.Planned
			for _, k := range d.Children(c) {
				if d.Tokens[k].Lower == "back" && d.Child(k, "prep") >= 0 {
					k = d.Child(k, "prep")
				}
				if d.Tokens[k].Dep == "prep" {
					args = f.prepositions(args, k, d.Tokens[k].Lower)
				}
			}
		} else if !f.guest(v) {
			return
		}
	case t.Lemma == "expect" && f.passive(v) && d.Child(v, "xcomp", "ccomp") < 0:
		base = news.Planned
	default:
		return
	}
	s := f.subject(v)
	kind := ""
	for _, a := range args {
		if _, ok := f.place(a.tok); ok && a.at == "in" && f.nameOf(a.tok) {
			kind = "visit"
		}
		if (a.at == "in" || a.at == "before") && base == news.Planned && f.lex.is("court", d.Tokens[a.tok].Lemma) {
			kind = "hearing"
		}
	}
	if s.tok < 0 || kind == "" {
		return
	}
	c := Claim{Type: news.Event, Trigger: v, Confidence: .55, anchor: -1, support: -1, cause: -1, Sents: []int{t.Sent}}
	c.add(news.Participant, f.only(f.who(s.tok), travellers)...)
	r := f.reality(v, reading{})
	if base == news.Ongoing && r.level == real {
		r.level = ongoing
		if f.past(v) {
			r.level = real
		}
	}
	if base == news.Planned && r.level == real {
		r.level = planned
	}
	f.finish(&c, &frame{typ: news.Event, kind: kind}, args, v, news.Happened, r, -1)
}

// resume gives "the trial" and "the visit", which name nobody, whom the last
// claim of a like kind was about.
func (f *finder) resume(c *Claim, tok int) {
	if c.Type != news.Event || isVerb(&f.doc.Tokens[tok]) || !f.pointsBack(tok) || f.doc.Child(tok, "poss", "amod", "compound", "prep", "relcl", "acl") >= 0 {
		return
	}
	class := ""
	switch c.Kind {
	case "trial", "hearing":
		class = "justice"
	case "visit":
		class = c.Kind
	default:
		return
	}
	for i := len(f.claims) - 1; i >= 0 && c.Sents[0]-f.claims[i].Sents[0] <= reach; i-- {
		o := &f.claims[i]
		if o.Type != news.Event || o.Kind != class && !f.lex.is(class, o.Kind) {
			continue
		}
		for _, e := range o.In(news.Participant) {
			if class != "justice" || f.Names.Entities[e].Type == news.Person {
				c.add(news.Participant, e)
			}
		}
		if len(c.In(news.Participant)) > 0 {
			c.Confidence *= .8
			return
		}
	}
}

// guest reports whether "is in Oslo" tells of a visit: it has a purpose.
func (f *finder) guest(v int) bool {
	d := f.doc
	for _, k := range d.Children(v) {
		t := &d.Tokens[k]
		if (t.Dep == "advcl" || t.Dep == "xcomp") && f.hasTo(k) {
			return true
		}
		if o := d.Child(k, "pobj"); t.Dep == "prep" && (t.Lower == "for" || t.Lower == "on") && o >= 0 && f.lex.is("errand", d.Tokens[o].Lemma) {
			return true
		}
	}
	return false
}
