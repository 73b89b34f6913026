package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// support returns the verb that lends noun n its subject, and what the table
// says of it; -1 when there is none.
func (f *finder) support(n int, fr *frame) (int, support) {
	d := f.doc
	look := func(v int, at string) (int, support) {
		for _, s := range f.lex.supports[d.Tokens[v].Lemma] {
			if s.at == at && s.types[fr.typ] && f.supportWord(v, s) && (!f.lex.is("granting", s.verb) || f.lex.is("penal", fr.kind) || fr.typ != news.Event) {
				return v, s
			}
		}
		return -1, support{}
	}
	if v, s := f.subjected(n, fr); v >= 0 {
		return v, s
	}
	for _, k := range d.Children(n) {
		// "to win elections which were held in June": they were held.
		if d.Tokens[k].Dep == "relcl" && f.passive(k) && (d.Tokens[k].Lemma == "hold" || d.Tokens[k].Lemma == "conduct") {
			if v, s := look(k, "obj"); v >= 0 {
				return v, s
			}
		}
	}
	if v := f.tobe(n); v >= 0 {
		if v, s := look(v, "obj"); v >= 0 {
			return v, s
		}
	}
	head := f.standing(n, fr)
	if f.packaged(head) {
		head = d.Tokens[head].Head
	}
	t := &d.Tokens[head]
	// "three rounds of talks", "a series of meetings": the counting noun stands in the place.
	for t.Dep == "pobj" && d.Tokens[t.Head].Lower == "of" && counting[d.Tokens[d.Tokens[t.Head].Head].Lemma] {
		head = d.Tokens[t.Head].Head
		t = &d.Tokens[head]
	}
	if t.Dep == "npadvmod" {
		// "declared Friday a day of mourning": the tree takes the day for a time.
		for t.Dep == "npadvmod" && t.Head != head {
			head = t.Head
			t = &d.Tokens[head]
		}
		if isVerb(t) && head < n {
			if v, s := look(head, "obj"); v >= 0 {
				return v, s
			}
		}
		t = &d.Tokens[n]
	}
	if t.Head != head && isVerb(&d.Tokens[t.Head]) {
		switch t.Dep {
		case "dobj", "nsubjpass", "attr":
			if v, s := look(t.Head, "obj"); v >= 0 {
				return v, s
			}
			if f.passive(t.Head) {
				break
			}
		case "nsubj":
			if v, s := look(t.Head, "subj"); v >= 0 {
				return v, s
			}
			if x := d.Child(t.Head, "ccomp"); x >= 0 && d.Tokens[x].Tag == "VBD" && d.Child(x, "nsubj", "nsubjpass") < 0 {
				// "deals announced on Monday collapsed": the tree takes the participle for the verb.
				if v, s := look(x, "subj"); v >= 0 {
					return v, s
				}
			}
		}
		// "the summit is due to open", "talks are expected to take place".
		if t.Dep == "nsubj" || t.Dep == "nsubjpass" {
			for _, k := range append([]int{t.Head}, d.Children(t.Head)...) {
				if k != t.Head && d.Tokens[k].Dep != "acomp" {
					continue
				}
				if x := d.Child(k, "xcomp"); x >= 0 {
					if v, s := look(x, "subj"); v >= 0 {
						return v, s
					}
					if f.passive(x) {
						if v, s := look(x, "obj"); v >= 0 {
							return v, s
						}
					}
				}
			}
		}
	}
	if t.Dep == "pobj" {
		p := t.Head
		g := d.Tokens[p].Head
		for (d.Tokens[g].Pos == "ADP" || d.Tokens[g].Dep == "advmod" && d.Tokens[p].Lower == "with") && d.Tokens[g].Head != g {
			g = d.Tokens[g].Head // "pulled out of", "go ahead with"
		}
		if f.termed(head) && isVerb(&d.Tokens[g]) {
			if v, s := look(g, "obj"); v >= 0 {
				return v, s
			}
		}
		if g != p {
			if isVerb(&d.Tokens[g]) || (d.Tokens[p].Lower == "of" || d.Tokens[p].Lower == "to" || d.Tokens[p].Lower == "in" || d.Tokens[p].Lower == "for") && isNoun(&d.Tokens[g]) {
				if v, s := look(g, d.Tokens[p].Lower); v >= 0 {
					return v, s
				}
			}
			if d.Tokens[g].Dep == "dobj" && isVerb(&d.Tokens[d.Tokens[g].Head]) {
				if v, s := look(d.Tokens[g].Head, d.Tokens[p].Lower); v >= 0 && (s.also != "" || s.subject == "patient") {
					return v, s
				}
			}
		}
	}
	if t := &d.Tokens[n]; t.Head == n && (fr.typ == news.Agreement || fr.typ == news.Sanction) {
		// "A truce along the border held on Monday": the tree takes the verb for a participle.
		for k, end := n+1, d.Sents[t.Sent].End; k < end; k++ {
			if d.Tokens[k].Dep == "acl" && d.Tokens[k].Tag == "VBN" && !f.broken(n+1, k) {
				if v, s := look(k, "subj"); v >= 0 {
					return v, s
				}
			}
		}
	}
	for _, k := range d.Children(n) {
		switch d.Tokens[k].Dep {
		case "acl", "relcl":
			if s := d.Child(k, "nsubj"); s >= 0 && f.isRelative(s) && !f.passive(k) || s < 0 && (d.Tokens[k].Tag == "VBG" || d.Tokens[k].Tag == "VBN" && d.Tokens[n].Head == n) {
				// "a truce that took effect on Monday".
				if v, s := look(k, "subj"); v >= 0 {
					return v, s
				}
			}
			if f.passive(k) || d.Tokens[k].Dep == "relcl" && d.Child(k, "nsubj") >= 0 && !f.isRelative(d.Child(k, "nsubj")) {
				if v, s := look(k, "obj"); v >= 0 {
					return v, s
				}
			}
		}
	}
	return -1, support{}
}

// further returns the verbs coordinated with verb v that say more of the same
// noun: a measure "was introduced in May and has been extended twice".
func (f *finder) further(v int, s support) map[int]support {
	d := f.doc
	out := map[int]support{}
	for w := d.Child(v, "conj"); w >= 0; w = d.Child(w, "conj") {
		if !isVerb(&d.Tokens[w]) || d.Child(w, "nsubj", "nsubjpass", "dobj") >= 0 || s.at == "obj" && !f.passive(w) || s.at == "subj" && f.passive(w) || s.at != "obj" && s.at != "subj" {
			break
		}
		for _, more := range f.lex.supports[d.Tokens[w].Lemma] {
			for t := range s.types {
				if more.at == s.at && more.types[t] && f.supportWord(w, more) && more.base != s.base {
					out[w] = more
				}
			}
		}
	}
	return out
}

// tobe returns the passive infinitive right after noun n ("elections to be
// held in May"), wherever the tree hangs it; -1 when there is none.
func (f *finder) tobe(n int) int {
	d := f.doc
	if n+3 >= len(d.Tokens) || d.Tokens[n+1].Lower != "to" || d.Tokens[n+2].Lower != "be" {
		return -1
	}
	if v := n + 3; isVerb(&d.Tokens[v]) && f.lex.is("holding", d.Tokens[v].Lemma) && (d.Tokens[v].Dep == "relcl" || d.Tokens[v].Dep == "acl") {
		return v
	}
	return -1
}

// subjected reads "is the subject of sanctions" and "is responsible for the attack".
func (f *finder) subjected(n int, fr *frame) (int, support) {
	d := f.doc
	t := &d.Tokens[n]
	if t.Dep != "pobj" {
		return -1, support{}
	}
	p := &d.Tokens[t.Head]
	g := &d.Tokens[p.Head]
	v := g.Head
	switch {
	case p.Lower == "of" && fr.typ == news.Sanction && (g.Lemma == "subject" || g.Lemma == "target") && g.Dep == "attr",
		p.Lower == "to" && fr.typ == news.Sanction && g.Lemma == "subject" && g.Dep == "acomp":
		return v, support{verb: "be", subject: "target", base: news.InForce}
	case p.Lower == "of" && fr.typ == news.Attack && (g.Lemma == "target" || g.Lemma == "victim") && g.Dep == "attr":
		return v, support{verb: "be", subject: "target", base: news.Happened}
	}
	if fr.typ != news.Attack {
		return -1, support{}
	}
	disowned := support{verb: "disown", subject: "agent", base: news.Denied}
	switch {
	case p.Lower == "behind" && g.Lemma == "be" && isVerb(g):
		v = p.Head
	case p.Lower == "for" && g.Lemma == "responsible" && g.Dep == "acomp":
	case p.Lower == "with" && g.Lemma == "do" && d.Tokens[v].Lower == "nothing":
		return d.Tokens[v].Head, disowned // "had nothing to do with the attack"
	case p.Lower == "in" && isVerb(g) && d.Child(p.Head, "dobj") >= 0 && f.lex.is("share", d.Tokens[d.Child(p.Head, "dobj")].Lemma) && f.with(d.Child(p.Head, "dobj"), "no"):
		return p.Head, disowned // "played no part in the attack"
	default:
		return -1, support{}
	}
	return v, support{verb: "be", subject: "agent", base: news.Happened}
}

// counting are nouns that only count the talks or attacks after them.
var counting = map[string]bool{
	"round": true, "series": true, "number": true, "wave": true, "string": true, "set": true, "day": true, "hour": true, "pair": true, "week": true, "month": true, "year": true, "decade": true,
	"package": true, "raft": true, "slew": true, "batch": true, "tranche": true, "flurry": true, "barrage": true, "array": true, "range": true, "spate": true, "volley": true, "bout": true, "couple": true, "handful": true, "regime": true, "list": true,
	"salvo": true, "hail": true, "dozen": true, "score": true, "spree": true,
}

// supportWord reports whether verb v has the particle or object that a support needs.
func (f *finder) supportWord(v int, s support) bool {
	if s.types[news.Agreement] && s.at == "subj" && s.subject == "none" && s.also == "" && f.doc.Child(v, "dobj", "xcomp") >= 0 {
		return false // "the accord ended the war", "failed to mention it"
	}
	if s.also == "" {
		p := f.particle(v)
		return p == "" || p == "up"
	}
	for _, k := range f.doc.Children(v) {
		t := &f.doc.Tokens[k]
		if t.Lower == s.also && (t.Dep == "prt" || t.Dep == "dobj" || t.Dep == "prep" || t.Dep == "advmod") {
			return true
		}
		if o := f.doc.Child(k, "pobj"); o >= 0 && (t.Lower == "in" || t.Lower == "into") && f.doc.Tokens[o].Lower == s.also {
			return true // "came into force"
		}
	}
	return false
}

// predicate returns what stands after "is" where n is its subject: "a trial
// is under way in the capital".
func (f *finder) predicate(n int) []argument {
	d := f.doc
	t := &d.Tokens[n]
	if t.Dep != "nsubj" || d.Tokens[t.Head].Lemma != "be" {
		return nil
	}
	var out []argument
	for _, k := range d.Children(t.Head) {
		switch c := &d.Tokens[k]; c.Dep {
		case "prep":
			out = f.prepositions(out, k, c.Lower)
		case "acomp", "advmod":
			for _, p := range d.Children(k) {
				if d.Tokens[p].Dep == "prep" {
					out = f.prepositions(out, p, d.Tokens[p].Lower)
				}
			}
		}
	}
	return out
}

// agents returns who acts where a word stands as the subject: an order acts
// for who signed it.
func (f *finder) agents(tok int) []int {
	if es := f.who(tok); len(es) > 0 {
		return es
	}
	if t := &f.doc.Tokens[tok]; f.lex.is("instrument", t.Lemma) || f.lex.is("projectile", t.Lemma) {
		for _, a := range f.nounArguments(tok) {
			if es := f.who(a.tok); a.at == "mod" && len(es) > 0 {
				return es // "any Danish missiles"
			}
		}
		if o := f.owner(tok, 0); o >= 0 {
			return f.who(o)
		}
	}
	return nil
}

// borrow takes the actor of a noun that no support verb governs from the
// word that makes it unreal: who threatens tariffs would impose them.
func (f *finder) borrow(c *Claim, n int, r reading, types map[news.EntityType]bool) {
	agent := agentRole(c.Type)
	if r.level == real || r.level == ongoing || r.level == claimed {
		return
	}
	t := &f.doc.Tokens[n]
	g := t.Head
	if t.Dep == "pobj" {
		g = f.doc.Tokens[g].Head
	}
	if c.Type == news.Sanction {
		g = f.proposer(n, g)
	}
	if g == n || !isVerb(&f.doc.Tokens[g]) {
		return
	}
	s := f.subject(g)
	if s.at != "subj" {
		return
	}
	has := func(at string) bool {
		return slices.ContainsFunc(f.nounArguments(n), func(a argument) bool { return a.at == at && !f.timed(a.tok) })
	}
	if c.Type != news.Meeting && c.Type != news.Agreement && (f.lex.is("bystander", f.doc.Tokens[g].Lemma) || f.lex.is("national", c.Kind) && f.anchors(n)) {
		return
	}
	switch c.Type {
	case news.Meeting, news.Agreement:
		if c.Type == news.Meeting && f.lex.is("absent", f.doc.Tokens[g].Lemma) {
			return // who is to miss a summit takes no part
		}
		if has("between") || has("among") || len(c.In(agent)) >= 2 || c.Type == news.Agreement && f.lex.is("onlooker", f.doc.Tokens[g].Lemma) {
			return
		}
		if r.level == calledFor && !has("with") {
			return
		}
	case news.Sanction, news.Attack:
		if c.Type == news.Attack && !f.lex.is("scheming", f.doc.Tokens[g].Lemma) {
			return
		}
		if len(c.In(agent)) > 0 || r.level == calledFor && (c.Type == news.Attack || !f.bidden(g)) || (r.level == refused || r.level == cancelled || r.level == postponed) && c.Type == news.Attack {
			return
		}
	case news.Event:
		if f.pointsBack(n) && f.lex.is("national", c.Kind) {
			return // "to keep the war off the agenda"
		}
		if len(c.In(agent)) > 0 || r.level == calledFor && !f.lex.is("callable", c.Kind) || r.level == denied {
			return
		}
	}
	c.add(agent, f.only(f.who(s.tok), types)...)
	if c.Type == news.Sanction && t.Dep == "pobj" && f.doc.Tokens[t.Head].Lower == "with" {
		// "threatened the kingdom with tariffs".
		c.add(news.Target, f.only(f.whom(f.doc.Child(g, "dobj")), types)...)
	}
}

// visitor returns who speaks or acts "in a meeting with" somebody: the
// subject of the verb that the phrase hangs on.
func (f *finder) visitor(n int, args []argument) []argument {
	d := f.doc
	t := &d.Tokens[n]
	with := slices.ContainsFunc(args, func(a argument) bool { return a.at == "with" })
	if h := d.Tokens[t.Head].Head; with && t.Dep == "pobj" && f.nameOf(h) && isNoun(&d.Tokens[h]) && d.Tokens[t.Head].Lower == "for" && d.Child(h, "prep") > 0 && f.comma(d.Child(h, "prep")) {
		out := []argument{{"between", h}} // "the president, in the capital for talks with the king, said"
		if o := d.Child(d.Child(h, "prep"), "pobj"); d.Tokens[d.Child(h, "prep")].Lower == "in" && o >= 0 {
			out = append(out, argument{"in", o})
		}
		return out
	}
	if t.Dep != "pobj" || !with && (!f.article(n) || slices.ContainsFunc(args, func(a argument) bool { return a.at == "of" || a.at == "between" || a.at == "among" })) {
		return nil
	}
	switch d.Tokens[t.Head].Lower {
	case "in", "during", "at", "after", "following":
	default:
		return nil
	}
	v := d.Tokens[t.Head].Head
	if !isVerb(&d.Tokens[v]) {
		return nil
	}
	var beside []argument
	if p := d.Tokens[t.Head].Lower; !with && (p == "in" || p == "during" || p == "at") {
		// "raised it with the premier in a call".
		for _, a := range f.arguments(v) {
			if a.at == "with" && a.tok != n {
				beside = append(beside, a)
			}
		}
		if o := d.Child(v, "dobj"); o >= 0 {
			for _, a := range f.hanging(o) {
				if a.at == "with" && a.tok != n {
					beside = append(beside, a)
				}
			}
		}
		with = len(beside) > 0
	}
	if s := f.subject(v); s.tok >= 0 && s.at == "subj" {
		if es := f.who(s.tok); !with && (len(es) == 0 || len(es) == 1 && f.Names.Entities[es[0]].Type != news.Organization) {
			return nil
		}
		return append(beside, argument{"between", s.tok})
	}
	return nil
}

// under adds the other side of "under a treaty with the republic, the kingdom left".
func (f *finder) under(c *Claim, n int, types map[news.EntityType]bool) {
	t := &f.doc.Tokens[n]
	if c.Type != news.Agreement || t.Dep != "pobj" || f.doc.Tokens[t.Head].Lower != "under" || len(c.In(news.Party)) != 1 {
		return
	}
	switch v := f.doc.Tokens[t.Head].Head; {
	case isVerb(&f.doc.Tokens[v]):
		if s := f.subject(v); s.tok >= 0 {
			c.add(news.Party, f.only(f.who(s.tok), types)...)
		}
	case isNoun(&f.doc.Tokens[v]):
		// "its obligations under the treaty with the republic".
		c.add(news.Party, f.only(f.who(f.owner(v, 0)), types)...)
	}
}

// principal replaces who signs a country out of a pact by the country ("he
// withdrew the kingdom from the treaty").
func (f *finder) principal(c *Claim, v int) {
	o := f.doc.Child(v, "dobj")
	if o < 0 || o == c.Trigger {
		return
	}
	es := f.only(f.who(o), map[news.EntityType]bool{news.Country: true, news.Organization: true})
	if len(es) == 0 {
		return
	}
	c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool { return f.Names.Entities[a.Entity].Type == news.Person })
	c.add(news.Party, es...)
}
