package facts

import (
	"github.com/newsgraph/newsgraph/news"
)

// strike returns the kind of the attack in which somebody was harmed, where
// the arguments name one, and whether they speak of it as known.
func (f *finder) strike(args []argument) (known bool, kind string) {
	for _, a := range args {
		if frames := f.lex.nouns[f.doc.Tokens[a.tok].Lemma]; len(frames) > 0 && frames[0].typ == news.Attack {
			return f.pointsBack(a.tok), frames[0].kind
		}
	}
	return false, ""
}

// operators adds whose operation or strike harmed somebody ("killed in a
// Turkish airstrike").
func (f *finder) operators(c *Claim, args []argument) {
	if len(c.In(news.Attacker)) > 0 {
		return
	}
	for _, a := range args {
		t := &f.doc.Tokens[a.tok]
		if a.at != "in" && a.at != "by" && a.at != "subj" || !isNoun(t) {
			continue
		}
		if frames := f.lex.nouns[t.Lemma]; t.Lemma != "operation" && (len(frames) == 0 || frames[0].typ != news.Attack) {
			continue
		}
		for _, b := range f.nounArguments(a.tok) {
			if b.at == "mod" || b.at == "poss" || b.at == "by" {
				if m, ok := f.mention(b.tok); ok {
					c.add(news.Attacker, f.only([]int{m.Entity}, map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true})...)
				}
			}
		}
		if len(c.In(news.Attacker)) > 0 || !f.pointsBack(a.tok) {
			continue
		}
		// "These strikes hit ...": those that the sentences before told of.
		for i := len(f.claims) - 1; i >= 0; i-- {
			o := &f.claims[i]
			if t.Sent-o.Sents[0] > back {
				break
			}
			if o.Type == news.Attack && occurred(o) && len(o.In(news.Attacker)) > 0 && !isVerb(&f.doc.Tokens[o.Trigger]) {
				c.add(news.Attacker, o.In(news.Attacker)...)
				break
			}
		}
	}
}

// mishap returns the word for the accident or illness that the arguments blame for harm, -1 when there is none.
func (f *finder) mishap(args []argument) int {
	for _, a := range args {
		l := f.doc.Tokens[a.tok].Lemma
		if (a.at == "subj" || a.at == "in" || a.at == "by") && f.lex.is("mishap", l) {
			return a.tok
		}
		if a.at == "subj" {
			for _, k := range f.doc.Children(a.tok) {
				if f.doc.Tokens[k].Dep == "compound" && f.lex.is("mishap", f.doc.Tokens[k].Lemma) {
					return a.tok
				}
			}
		}
	}
	return -1
}

// told reports whether the sentences right before have told of an attack that
// a claim's "the attack" may speak of.
func (f *finder) told(c *Claim) bool {
	for i := len(f.claims) - 1; i >= 0; i-- {
		o := &f.claims[i]
		if c.Sents[0]-o.Sents[0] > reach {
			return false
		}
		if o.Type == news.Attack && o.Trigger != c.Trigger && !o.pending && occurred(o) {
			return true
		}
	}
	return false
}

// aimed reports whether a verb of attack means one: its object is somebody
// or something that can be hit.
func (f *finder) aimed(v int, fr *frame, args []argument) bool {
	for _, a := range args {
		if f.doc.Tokens[v].Lemma == "attack" && (a.at == "for" || a.at == "over") {
			return false // with words
		}
		if a.at != "obj" {
			continue
		}
		t := &f.doc.Tokens[a.tok]
		if f.lex.is("abstract", t.Lemma) {
			return false
		}
		if fr.kind != "killing" && len(f.whom(a.tok)) == 0 && t.Pos == "NOUN" && !f.lex.is("thing", t.Lemma) && !f.lex.is("offspring", t.Lemma) && !f.lex.is("group", t.Lemma) {
			return false
		}
	}
	return true
}

// struck makes the place of an attack that names nobody its target.
func (f *finder) struck(c *Claim) {
	if c.Type != news.Attack || len(c.In(news.Attacker)) > 0 || len(c.In(news.Target)) > 0 {
		return
	}
	if v := c.Trigger; isVerb(&f.doc.Tokens[v]) {
		s := f.subject(v)
		if s.tok < 0 || s.at != "subj" || !f.lex.is("weapon", f.doc.Tokens[s.tok].Lemma) {
			return
		}
	}
	c.add(news.Target, c.In(news.Venue)...)
}

// caused adds whom a noun's verb befell: "a coup removed the president".
func (f *finder) caused(c *Claim, n int, types map[news.EntityType]bool) {
	verb := -1
	if t := &f.doc.Tokens[n]; t.Dep == "nsubj" && isVerb(&f.doc.Tokens[t.Head]) {
		verb = t.Head
	} else if a := f.doc.Child(n, "acl", "relcl"); a >= 0 && !f.passive(a) {
		verb = a
	}
	if verb < 0 {
		return
	}
	v := &f.doc.Tokens[verb]
	o := f.doc.Child(verb, "dobj")
	switch {
	case o < 0:
	case c.Kind == "coup" && f.lex.is("removal", v.Lemma):
		c.add(news.Participant, f.only(f.who(o), types)...)
	case c.Type == news.Attack && f.lex.is("harm", v.Lemma):
		c.add(news.Target, f.only(f.whom(o), types)...)
		for _, a := range f.arguments(verb) {
			if p, ok := f.place(a.tok); ok && (a.at == "in" || a.at == "near" || a.at == "at") && len(c.In(news.Venue)) == 0 {
				c.add(news.Venue, p)
			}
		}
	}
}
