package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// verb reads the claims that a verb of the table makes.
func (f *finder) verb(v int) {
	t := &f.doc.Tokens[v]
	if t.Dep == "aux" || t.Dep == "auxpass" || t.Dep == "amod" {
		return
	}
	particle := f.particle(v)
	for i := range f.lex.verbs[t.Lemma] {
		fr := &f.lex.verbs[t.Lemma][i]
		if fr.also != particle && !(fr.also == "" && (particle == "up" || particle == "off")) {
			continue
		}
		args := f.arguments(v)
		if fr.typ == news.Attack && t.Lemma != "fire" && !f.aimed(v, fr, args) {
			continue
		}
		c := Claim{Type: fr.typ, Trigger: v, Confidence: fr.conf, anchor: -1, support: -1, cause: -1, Sents: []int{t.Sent}}
		if !f.fill(&c, fr, args) {
			continue
		}
		if fr.typ == news.Attack && f.lex.is("harm", t.Lemma) {
			c.definite = f.strike(args)
			f.operators(&c, args)
			if cause := f.mishap(args); cause >= 0 {
				c.Type, c.Actors, c.cause = news.Event, nil, cause
				for _, a := range args {
					if a.at == "obj" {
						c.add(news.Participant, f.who(a.tok)...)
					}
				}
				f.finish(&c, &frame{typ: news.Event, kind: "disaster"}, args, v, news.Happened, f.reality(v, reading{}), -1)
				continue
			}
		}
		if f.finish(&c, fr, args, v, fr.base, f.reality(v, reading{}), -1) {
			return
		}
	}
}

// strike reports whether the arguments name a known attack in which somebody was harmed.
func (f *finder) strike(args []argument) bool {
	for _, a := range args {
		if frames := f.lex.nouns[f.doc.Tokens[a.tok].Lemma]; len(frames) > 0 && frames[0].typ == news.Attack && f.pointsBack(a.tok) {
			return true
		}
	}
	return false
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

// aimed reports whether a verb of attack means one: its object is somebody
// or something that can be hit.
func (f *finder) aimed(v int, fr *frame, args []argument) bool {
	for _, a := range args {
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

// noun reads the claims that a noun of the table makes, with the verb that
// only lends it a subject.
func (f *finder) noun(n int) {
	t := &f.doc.Tokens[n]
	if t.Dep == "compound" && !f.prefixes(n) {
		return
	}
	for i := range f.lex.nouns[t.Lemma] {
		fr := &f.lex.nouns[t.Lemma][i]
		if fr.also != "" && !f.modified(n, fr.also) {
			continue
		}
		if f.named(n) && fr.typ != news.Agreement {
			return
		}
		if f.nounFrame(n, fr) {
			return
		}
	}
}

// nounFrame reads one frame of a noun and reports whether it fits.
func (f *finder) nounFrame(n int, fr *frame) bool {
	t := &f.doc.Tokens[n]
	c := Claim{Type: fr.typ, Trigger: n, Confidence: fr.conf, anchor: -1, cause: -1, Sents: []int{t.Sent}}
	c.definite = f.pointsBack(n) && fr.typ != news.Event
	args := append(f.nounArguments(n), f.predicate(n)...)
	own := len(args)
	v, s := f.support(n, fr)
	c.support = v
	base, r := fr.base, reading{}
	agent := agentRole(fr.typ)
	switch {
	case v >= 0:
		more := slices.DeleteFunc(f.arguments(v), func(a argument) bool { return a.tok == n })
		args = append(args, more...)
		base = s.base
		if base == news.Ongoing {
			base, r.level = news.Happened, ongoing
		} else if base == news.Planned {
			base, r.level = news.Happened, planned
		}
		if _, ok := news.StandingOf(fr.typ, base); !ok {
			base = fr.base
		}
		if f.doc.Tokens[v].Head == n {
			f.verbWords(v, v, &r)
			f.nounWords(n, &r)
		} else {
			f.nounWords(n, &r)
			r = f.reality(v, r)
		}
	default:
		r = f.reality(n, r)
	}
	c.Kind = fr.kind
	if !f.fill(&c, fr, args) {
		return false
	}
	types := map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true}
	switch {
	case v >= 0 && s.subject != "none":
		role := agent
		if s.subject == "target" {
			role = news.Target
			if fr.typ != news.Sanction && fr.typ != news.Attack {
				role = agent
			}
		}
		at := "subj"
		if s.subject == "patient" {
			at = "obj"
		}
		for _, a := range args[own:] {
			if a.at == "obj" && at == "subj" && s.at == "with" && fr.typ == news.Sanction {
				c.add(news.Target, f.only(f.whom(a.tok), types)...)
			}
			if a.at == at && (len(c.In(role)) == 0 || role != news.Imposer) {
				c.add(role, f.only(f.agents(a.tok), types)...)
			}
		}
	case v < 0:
		f.borrow(&c, n, r, types)
		f.under(&c, n, types)
	}
	if v >= 0 && s.verb == "announce" && f.lex.is("plannable", c.Kind) {
		r.apply(makePlanned)
		v = -1 // the day of the announcement is not that of the event
	}
	if v >= 0 && fr.typ == news.Agreement && (base == news.Withdrawn || base == news.Broken) {
		f.principal(&c, v)
	}
	if v < 0 {
		f.caused(&c, n, types)
	}
	if v < 0 && base == "" && r.level == real {
		return false
	}
	if base == "" {
		base = realBase(fr.typ)
	}
	f.finish(&c, fr, args, n, base, r, v)
	return true
}

// under adds the other side of "under a treaty with the republic, the kingdom left".
func (f *finder) under(c *Claim, n int, types map[news.EntityType]bool) {
	t := &f.doc.Tokens[n]
	if c.Type != news.Agreement || t.Dep != "pobj" || f.doc.Tokens[t.Head].Lower != "under" || len(c.In(news.Party)) != 1 {
		return
	}
	if v := f.doc.Tokens[t.Head].Head; isVerb(&f.doc.Tokens[v]) {
		if s := f.subject(v); s.tok >= 0 {
			c.add(news.Party, f.only(f.who(s.tok), types)...)
		}
	}
}

// principal replaces who signs a country out of a pact by the country ("he
// withdrew the kingdom from the treaty").
func (f *finder) principal(c *Claim, v int) {
	o := f.doc.Child(v, "dobj")
	if o < 0 {
		return
	}
	es := f.only(f.who(o), map[news.EntityType]bool{news.Country: true, news.Organization: true})
	if len(es) == 0 {
		return
	}
	c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool { return f.Names.Entities[a.Entity].Type == news.Person })
	c.add(news.Party, es...)
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
	}
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
	if t := &f.doc.Tokens[tok]; f.lex.is("instrument", t.Lemma) {
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
	if g == n || !isVerb(&f.doc.Tokens[g]) {
		return
	}
	s := f.subject(g)
	if s.at != "subj" {
		return
	}
	has := func(at string) bool {
		return slices.ContainsFunc(f.nounArguments(n), func(a argument) bool { return a.at == at })
	}
	switch c.Type {
	case news.Meeting, news.Agreement:
		if has("between") || has("among") || len(c.In(agent)) >= 2 {
			return
		}
		if r.level == calledFor && !has("with") {
			return
		}
	case news.Sanction, news.Attack:
		if len(c.In(agent)) > 0 || r.level == calledFor || r.level == refused && c.Type == news.Attack {
			return
		}
	case news.Event:
		if len(c.In(agent)) > 0 || r.level == calledFor || r.level == denied {
			return
		}
	}
	c.add(agent, f.only(f.who(s.tok), types)...)
}

// agentRole returns the role of who acts in a type.
func agentRole(t news.FactType) news.Role { return news.Roles[t][0] }

// realBase returns the plainest status of a type's facts that are real.
func realBase(t news.FactType) news.Status {
	switch t {
	case news.Sanction:
		return news.Imposed
	case news.Agreement:
		return news.Reached
	}
	return news.Happened
}

// fill puts the entities of the arguments into the frame's roles and reports
// whether all that it needs is there.
func (f *finder) fill(c *Claim, fr *frame, args []argument) bool {
	for _, s := range fr.fill {
		found := false
		for _, a := range args {
			if a.at != s.at {
				continue
			}
			if s.class != "" {
				if s.class == "venue" {
					_, ok := f.place(a.tok)
					found = found || ok
				} else {
					found = found || f.lex.is(s.class, f.doc.Tokens[a.tok].Lemma)
				}
				continue
			}
			var es []int
			switch {
			case s.role == news.Venue:
				if p, ok := f.place(a.tok); ok {
					es = []int{p}
				}
			case s.role == news.Target:
				es = f.whom(a.tok)
			case a.at == "mod":
				if m, ok := f.mention(a.tok); ok {
					es = []int{m.Entity}
				}
			default:
				es = f.agents(a.tok)
			}
			es = f.only(es, s.types)
			c.add(s.role, es...)
			found = found || len(es) > 0
		}
		if (s.need || s.class != "") && !found {
			return false
		}
	}
	return true
}

// finish adds place, date, status and details and keeps the claim where its
// core roles hold somebody.
func (f *finder) finish(c *Claim, fr *frame, args []argument, tok int, base news.Status, r reading, support int) bool {
	c.Kind, c.level = fr.kind, r.level
	if c.Type == news.Attack && r.by > 0 && len(c.In(news.Attacker)) == 0 {
		if s := f.subject(r.by); s.at == "subj" {
			c.add(news.Attacker, f.only(f.who(s.tok), map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true})...)
		}
	}
	f.clean(c)
	f.venue(c, args)
	f.nation(c)
	f.struck(c)
	if !f.enough(c, tok) {
		if !c.definite || c.Type != news.Meeting && c.Type != news.Attack {
			return false
		}
		c.pending = true
	}
	if f.habitual(tok) {
		return false
	}
	if c.Type == news.Event && (r.vague || r.level == real && f.generic(tok)) || c.Type == news.Attack && r.level == real && f.generic(tok) {
		return false
	}
	var ok bool
	if c.Status, ok = statusOf(c.Type, base, r.level); !ok {
		return false
	}
	f.detail(c, fr, args, tok, support)
	f.date(c, tok, support)
	f.claims = append(f.claims, *c)
	return true
}

// generic reports whether a verb stands in the simple present, which tells
// what is so in general.
func (f *finder) generic(v int) bool {
	t := &f.doc.Tokens[v]
	if !isVerb(t) {
		return false
	}
	if t.Tag == "VBZ" || t.Tag == "VBP" {
		return !f.lex.is("lasting", t.Lemma)
	}
	if t.Tag != "VBN" {
		return false
	}
	for _, k := range f.doc.Children(v) {
		a := &f.doc.Tokens[k]
		if a.Dep == "aux" {
			return false
		}
		if a.Dep == "auxpass" && (a.Tag == "VBZ" || a.Tag == "VBP") {
			return true
		}
	}
	return false
}

// habitual reports whether a plural noun without an article is the subject of
// a verb in the simple present: "summits centre on politics" tells of none.
func (f *finder) habitual(n int) bool {
	t := &f.doc.Tokens[n]
	if t.Tag != "NNS" || t.Dep != "nsubj" || f.doc.Child(n, "det", "poss", "nummod", "prep", "acl", "relcl") >= 0 {
		return false
	}
	v := &f.doc.Tokens[t.Head]
	return v.Pos == "VERB" && (v.Tag == "VBP" || v.Tag == "VBZ") && f.doc.Child(t.Head, "aux") < 0
}

// clean removes who stands on both sides.
func (f *finder) clean(c *Claim) {
	for _, pair := range [][2]news.Role{{news.Attacker, news.Target}, {news.Imposer, news.Target}} {
		agents := c.In(pair[0])
		if len(agents) == 0 || c.Type != news.Attack && c.Type != news.Sanction {
			continue
		}
		c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool {
			return a.Role == pair[1] && slices.Contains(agents, a.Entity)
		})
	}
}

// nation makes the country where an election, trial or the like takes place its participant.
func (f *finder) nation(c *Claim) {
	if c.Type != news.Event || len(c.In(news.Participant)) > 0 || !f.lex.is("national", c.Kind) {
		return
	}
	for _, e := range c.In(news.Venue) {
		if f.Names.Entities[e].Type == news.Country {
			c.add(news.Participant, e)
			return
		}
	}
	if c.Kind == "election" || c.Kind == "referendum" || c.Kind == "coup" {
		if e, ok := f.topic(c.Trigger); ok {
			c.add(news.Participant, e)
			c.Confidence *= .7
		}
	}
}

// topic returns the country that the text before a token speaks of most.
func (f *finder) topic(tok int) (int, bool) {
	count := map[int]int{}
	best, top := 0, 0
	for _, m := range f.Names.Mentions {
		if m.Tokens.Start > tok {
			break
		}
		if f.Names.Entities[m.Entity].Type == news.Country && m.Kind == news.NameMention {
			count[m.Entity]++
			if count[m.Entity] >= top {
				best, top = m.Entity, count[m.Entity]
			}
		}
	}
	return best, top > 0
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

// enough reports whether the core roles are filled well enough to be a fact.
func (f *finder) enough(c *Claim, tok int) bool {
	n := 0
	for _, r := range coreRoles[c.Type] {
		n += len(c.In(r))
	}
	switch c.Type {
	case news.Meeting:
		if n == 1 && c.support < 0 && !isVerb(&f.doc.Tokens[tok]) && f.doc.Tokens[tok].Dep == "pobj" {
			return false
		}
		if n == 1 && f.Names.Entities[c.In(news.Participant)[0]].Type == news.Organization {
			return !isVerb(&f.doc.Tokens[tok]) || f.doc.Child(tok, "dobj") < 0
		}
		return n >= 2
	case news.Agreement:
		return n >= 2 || n == 1 && !isVerb(&f.doc.Tokens[tok])
	case news.Sanction:
		return len(c.In(news.Target)) > 0 || len(c.In(news.Imposer)) > 0 && c.level != real
	}
	return n >= 1
}

var coreRoles = map[news.FactType][]news.Role{
	news.Meeting: {news.Participant}, news.Sanction: {news.Imposer, news.Target}, news.Agreement: {news.Party},
	news.Attack: {news.Attacker, news.Target}, news.Event: {news.Participant},
}

// venue fills in the first place that the arguments name.
func (f *finder) venue(c *Claim, args []argument) {
	if !slices.Contains(news.Roles[c.Type], news.Venue) || len(c.In(news.Venue)) > 0 {
		return
	}
	for _, at := range []string{"in", "at", "near", "inside", "outside", "on", "to"} {
		if at == "to" && c.Kind != "visit" && c.Kind != "deployment" && !(c.support >= 0 && f.lex.is("motion", f.doc.Tokens[c.support].Lemma)) {
			continue
		}
		for _, a := range args {
			if a.at == at {
				if p, ok := f.place(a.tok); ok && !slices.ContainsFunc(c.Actors, func(x Actor) bool { return at == "on" && x.Entity == p }) {
					c.add(news.Venue, p)
					return
				}
			}
		}
	}
	// "bombed an airport near the capital": the place hangs on what was hit.
	for _, a := range args {
		if c.Type != news.Attack || a.at != "obj" && a.at != "on" && a.at != "against" {
			continue
		}
		for _, b := range f.nounArguments(a.tok) {
			if b.at == "in" || b.at == "at" || b.at == "near" {
				if p, ok := f.place(b.tok); ok {
					c.add(news.Venue, p)
					return
				}
			}
		}
	}
}

// support returns the verb that lends noun n its subject, and what the table
// says of it; -1 when there is none.
func (f *finder) support(n int, fr *frame) (int, support) {
	d := f.doc
	t := &d.Tokens[n]
	look := func(v int, at string) (int, support) {
		for _, s := range f.lex.supports[d.Tokens[v].Lemma] {
			if s.at == at && s.types[fr.typ] && f.supportWord(v, s) {
				return v, s
			}
		}
		return -1, support{}
	}
	if v, s := f.subjected(n, fr); v >= 0 {
		return v, s
	}
	head := n
	for d.Tokens[head].Dep == "conj" && isNoun(&d.Tokens[d.Tokens[head].Head]) {
		head = d.Tokens[head].Head
	}
	t = &d.Tokens[head]
	// "three rounds of talks", "a series of meetings": the counting noun stands in the place.
	for t.Dep == "pobj" && d.Tokens[t.Head].Lower == "of" && counting[d.Tokens[d.Tokens[t.Head].Head].Lemma] {
		head = d.Tokens[t.Head].Head
		t = &d.Tokens[head]
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
		if g := d.Tokens[p].Head; g != p {
			if isVerb(&d.Tokens[g]) {
				if v, s := look(g, d.Tokens[p].Lower); v >= 0 {
					return v, s
				}
			} else if d.Tokens[g].Dep == "dobj" && isVerb(&d.Tokens[d.Tokens[g].Head]) {
				if v, s := look(d.Tokens[g].Head, d.Tokens[p].Lower); v >= 0 && s.also != "" {
					return v, s
				}
			}
		}
	}
	for _, k := range d.Children(n) {
		switch d.Tokens[k].Dep {
		case "acl", "relcl":
			if f.passive(k) || d.Tokens[k].Dep == "relcl" && d.Child(k, "nsubj") >= 0 && !f.isRelative(d.Child(k, "nsubj")) {
				if v, s := look(k, "obj"); v >= 0 {
					return v, s
				}
			}
		}
	}
	return -1, support{}
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
	case p.Lower == "for" && fr.typ == news.Attack && g.Lemma == "responsible" && g.Dep == "acomp":
		return v, support{verb: "be", subject: "agent", base: news.Happened}
	}
	return -1, support{}
}

// counting are nouns that only count the talks or attacks after them.
var counting = map[string]bool{"round": true, "series": true, "number": true, "wave": true, "string": true, "set": true, "day": true, "hour": true, "pair": true}

// supportWord reports whether verb v has the particle or object that a support needs.
func (f *finder) supportWord(v int, s support) bool {
	if s.also == "" {
		p := f.particle(v)
		return p == "" || p == "up"
	}
	for _, k := range f.doc.Children(v) {
		if t := &f.doc.Tokens[k]; t.Lower == s.also && (t.Dep == "prt" || t.Dep == "dobj" || t.Dep == "prep" || t.Dep == "advmod") {
			return true
		}
	}
	return false
}

// modified reports whether a word before noun n has the given lower-case form or lemma.
func (f *finder) modified(n int, word string) bool {
	for _, a := range f.nounArguments(n) {
		if a.at == "mod" && (f.doc.Tokens[a.tok].Lower == word || f.doc.Tokens[a.tok].Lemma == word) {
			return true
		}
	}
	return false
}

// named reports whether noun n is part of a longer name.
func (f *finder) named(n int) bool {
	for _, i := range f.Names.At(n) {
		if m := &f.Names.Mentions[i]; m.Kind == news.NameMention && m.Tokens.End-m.Tokens.Start > 1 {
			return true
		}
	}
	return false
}

// prefixes reports whether noun n stands before one that only says how real it is ("summit preparations").
func (f *finder) prefixes(n int) bool {
	g := &f.doc.Tokens[f.doc.Tokens[n].Head]
	for _, rel := range []string{"for", "of", "comp"} {
		if _, ok := f.lex.operators["N "+g.Lemma+" "+rel]; ok {
			return true
		}
	}
	return false
}

// pointsBack reports whether noun n speaks of something known: "the
// meeting", "that meeting", "their talks".
func (f *finder) pointsBack(n int) bool {
	for _, k := range f.doc.Children(n) {
		t := &f.doc.Tokens[k]
		if (t.Dep == "det" || t.Dep == "predet") && (t.Lower == "all" || t.Lower == "both" || t.Lower == "the" || t.Lower == "this" || t.Lower == "that" || t.Lower == "these" || t.Lower == "those") {
			return true
		}
		if t.Dep == "poss" && strings.HasPrefix(t.Tag, "PRP") {
			return true
		}
	}
	return false
}
