package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// verb reads the claims that a verb of the table makes.
func (f *finder) verb(v int) {
	t := &f.doc.Tokens[v]
	if t.Dep == "aux" || t.Dep == "auxpass" || t.Dep == "amod" || f.hyphened(v) || f.labels(v) || f.onMatter(v) {
		return
	}
	f.remote(v)
	if x := f.doc.Child(v, "xcomp"); t.Lemma == "vote" && x >= 0 && f.lex.is("choice", f.doc.Tokens[x].Lemma) {
		return // the election says it
	}
	if c := f.doc.Child(v, "ccomp", "xcomp"); t.Lemma == "agree" && c >= 0 && (!f.hasTo(c) || f.parley(c)) {
		return // in opinion, or to meet
	}
	f.echo(v)
	f.presence(v)
	f.blamed(v)
	f.disowned(v)
	particle := f.particle(v)
	for i := range f.lex.verbs[t.Lemma] {
		fr := &f.lex.verbs[t.Lemma][i]
		if fr.also != particle && !(fr.also == "" && (particle == "up" || particle == "off")) {
			continue
		}
		args := f.arguments(v)
		if fr.typ == news.Meeting {
			if j := f.journey(v); j >= 0 {
				args = append(args, f.destination(j)...)
			}
			args = append(args, f.here(v)...)
			if o := f.doc.Child(v, "dobj"); o >= 0 && t.Lemma == "discuss" {
				args = append(args, f.hanging(o)...)
			}
		}
		if fr.typ == news.Attack || fr.typ == news.Event {
			args = append(args, f.here(v)...)
			args = append(args, f.owners(args)...)
		}
		if fr.typ == news.Attack {
			args = append(args, f.inside(v)...)
		}
		if fr.typ == news.Meeting && (t.Lemma == "see" && !f.appointed(v) || f.agenda(v)) {
			continue
		}
		if fr.typ == news.Meeting && f.retells(v) {
			f.again(&Claim{Type: fr.typ, Trigger: v, Confidence: fr.conf, anchor: -1, support: -1, cause: -1, Sents: []int{t.Sent}})
			return
		}
		if fr.typ == news.Attack && (f.seaward(args) || t.Lemma == "land" && t.Tag == "VBG") {
			continue
		}
		if fr.typ == news.Attack && (!f.aimed(v, fr, args) || f.verbal(v, args)) {
			continue
		}
		if fr.typ == news.Sanction {
			args = append(args, f.stuck(args)...)
		}
		c := Claim{Type: fr.typ, Trigger: v, Confidence: fr.conf, anchor: -1, support: -1, cause: -1, Sents: []int{t.Sent}}
		if !f.fill(&c, fr, args) {
			continue
		}
		if n, _ := f.blow(args); fr.typ == news.Attack && n >= 0 {
			c.cause = n // "were shot dead in an attack on the bus"
		} else if fr.typ == news.Attack {
			c.cause = max(f.upshot(v), f.inWhich(v))
		}
		if fr.typ == news.Sanction {
			f.alongside(&c, v)
		}
		if fr.typ == news.Attack && f.lex.is("harm", t.Lemma) {
			if !f.violent(v, args) {
				continue
			}
			if n, blow := f.blow(args); n >= 0 {
				c.definite, c.Kind, c.cause = f.pointsBack(n), blow.kind, n
			}
			f.operators(&c, args)
			if cause := f.mishap(args); cause >= 0 && (c.cause < 0 || c.cause == cause) {
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
			if c.Kind == "summons" {
				f.hear(&f.claims[len(f.claims)-1])
			}
			return
		}
	}
}

// noun reads the claims that a noun of the table makes, with the verb that
// only lends it a subject.
func (f *finder) noun(n int) {
	t := &f.doc.Tokens[n]
	if t.Dep == "compound" && !f.packaged(n) && (!f.prefixes(n) || slices.ContainsFunc(f.lex.nouns[f.doc.Tokens[t.Head].Lemma], func(fr frame) bool { return fr.also == t.Lemma })) {
		return
	}
	lemma := f.treaty(n)
	for i := range f.lex.nouns[lemma] {
		fr := &f.lex.nouns[lemma][i]
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
	v, s := f.support(n, fr)
	if v < 0 && f.doc.Tokens[n].Lemma == "round" {
		return false // a round of what is not said: of a vote, of a match
	}
	if v >= 0 && s.verb == "declare" && fr.typ == news.Agreement && f.pointsBack(n) {
		v = -1 // "declared the treaty void" makes none
	}
	if v >= 0 && s.verb == "involve" && f.presumed(n, v) && f.reality(v, reading{}).level == claimed {
		v = -1 // "is thought to have been involved in the attack": that there was one is known
	}
	if v >= 0 && f.judged(n, v) {
		v = -1
	}
	if fr.typ == news.Event && f.spoken(n, fr.kind) {
		return true
	}
	if !f.nounClaim(n, fr, v, s) {
		return false
	}
	if v >= 0 && (fr.typ == news.Sanction || fr.typ == news.Agreement) {
		for w, more := range f.further(v, s) {
			f.nounClaim(n, fr, w, more)
		}
	}
	return true
}

// nounClaim reads one frame of a noun with the verb that lends it a subject,
// -1 for none, and reports whether it fits.
func (f *finder) nounClaim(n int, fr *frame, v int, s support) bool {
	t := &f.doc.Tokens[n]
	c := Claim{Type: fr.typ, Trigger: n, Confidence: fr.conf, anchor: -1, cause: -1, Sents: []int{t.Sent}}
	c.definite = f.pointsBack(n) && fr.typ != news.Event
	if fr.typ == news.Meeting && f.retells(n) {
		return f.again(&c)
	}
	args := append(f.nounArguments(n), f.predicate(n)...)
	if fr.typ == news.Attack || fr.typ == news.Event {
		args = f.unconcerned(n, args)
	}
	if fr.typ == news.Event {
		f.suffered(n, args)
	}
	if f.packaged(n) {
		args = append(args, f.nounArguments(t.Head)...)
	}
	args = append(args, f.purpose(n)...)
	switch fr.typ {
	case news.Meeting, news.Agreement:
		args = append(args, f.partakers(n)...)
	case news.Sanction:
		args = append(append(args, f.ranging(n)...), f.second(n, v)...)
	case news.Attack:
		args = append(args, f.authors(n)...)
	}
	own := len(args)
	c.support = v
	if c.definite && own == 0 && v < 0 && f.anchors(n) {
		return false // "shortly after the meeting, ..." tells of something else
	}
	base, r, top := fr.base, reading{}, n
	agent := agentRole(fr.typ)
	switch {
	case v >= 0:
		more := slices.DeleteFunc(f.arguments(v), func(a argument) bool { return a.tok == n })
		if isNoun(&f.doc.Tokens[v]) {
			more = append(more, f.actors(v)...)
			if fr.typ == news.Sanction {
				more = append(more, f.decider(v)...)
			}
		}
		if fr.typ == news.Meeting || fr.kind == "visit" {
			more = append(more, f.here(v)...)
			if s.at == "for" {
				more = append(more, f.destination(v)...)
			}
		}
		if fr.typ == news.Attack && f.lex.is("aftermath", s.verb) {
			// Where somebody is tried or accused, the attack did not take place.
			more = slices.DeleteFunc(more, func(a argument) bool { return a.tok < n && a.at != "subj" && a.at != "obj" && a.at != s.subject })
		}
		if f.lapses(v, s) {
			r.level = planned
		}
		args = append(args, more...)
		base = s.base
		switch base {
		case news.Ongoing:
			base, r.level = news.Happened, ongoing
		case news.Planned:
			base, r.level = news.Happened, planned
		case news.Claimed:
			base, r.level = news.Happened, claimed
		}
		if _, ok := news.StandingOf(fr.typ, base); !ok {
			base = fr.base
		}
		if f.doc.Tokens[v].Head == n {
			f.verbWords(v, v, &r)
			f.nounWords(n, &r)
			r.apply(f.infinitive(n, v))
		} else {
			f.nounWords(n, &r)
			if base == news.Cancelled && fr.typ == news.Event {
				base, r.level = news.Happened, cancelled // "called off a planned visit"
			}
			r = f.reality(v, r)
		}
		if s.base == news.Ongoing && s.at == "subj" && fr.typ != news.Meeting && r.level >= planned && r.level <= calledFor {
			r.level = ongoing // "ruled that the protests may continue": there are some
		}
		if s.base == news.Refused && fr.typ == news.Meeting && r.level == planned {
			r.level = real // "will boycott the talks"
		}
		if s.verb == "face" && r.level == calledFor {
			r.level = planned // "must face a trial"
		}
		if f.lex.is("contesting", s.verb) && f.lex.is("foreseen", fr.kind) && r.level > ongoing && r.level <= tried && r.level != claimed && !f.article(n) {
			r.level = planned // "helped him win the election", "must win the primary": it is or was held all the same
		}
		if f.lex.is("postponing", s.verb) && fr.typ == news.Event && r.level > ongoing && r.level != claimed {
			base, r.level = news.Happened, planned // "could be delayed", "refused to cancel it"
		}
		if fr.typ == news.Sanction && base == news.InForce && s.subject == "agent" && r.level >= planned && r.level <= threatened {
			r.level = real // what will be maintained is in force
		}
		if fr.typ == news.Meeting && s.subject == "none" && r.level == refused {
			r.level = cancelled // "will not take place"
		}
		if fr.typ == news.Agreement && base == news.InForce && s.subject == "agent" && !f.article(n) && r.level >= planned && r.level <= calledFor {
			r.level = real // what they are urged to honour is in force
		}
	default:
		if o := f.standing(n, fr); o != n && slices.ContainsFunc(f.lex.nouns[f.doc.Tokens[o].Lemma], func(k frame) bool { return k.typ == fr.typ }) {
			top = o // "proposed an embargo and tariffs"
			f.nounWords(n, &r)
		}
		r = f.reality(top, r)
		switch {
		case fr.typ == news.Meeting:
			args = append(args, f.visitor(n, args)...)
		case fr.kind == "visit":
			args = append(args, f.traveller(n, args)...)
		}
		if fr.typ == news.Meeting || f.lex.is("plannable", fr.kind) {
			r = f.during(n, r)
		}
		if r.level == real && f.idea(n, fr.kind) {
			return false
		}
		if f.lex.is("foreseen", fr.kind) && f.aside(n) {
			return false
		}
	}
	c.Kind = fr.kind
	f.sequel(&c, n)
	if !f.fill(&c, fr, args) {
		return false
	}
	if t.Lemma == "strike" && fr.also == "" && (fr.typ == news.Attack) == (v >= 0 && f.lex.is("walkout", s.verb) && len(c.In(news.Target)) == 0) {
		return false // workers strike, armies do
	}
	for _, a := range args {
		if a.at == "partaker" || a.at == "alongside" && fr.typ == news.Meeting {
			c.add(agent, f.agents(a.tok)...)
		}
	}
	types := map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true}
	switch {
	case v >= 0 && s.verb == "end" && fr.typ == news.Event && f.lex.is("national", c.Kind):
		// Who helps to end a war is not at war.
	case v >= 0 && s.verb == "announce" && len(c.In(agent)) > 0 && !f.owns(n) && !(fr.typ == news.Agreement && f.sidesWith(args[:own])):
		// Who announces somebody's death took no part in it.
	case v >= 0 && fr.typ == news.Attack && c.definite && f.lex.is("mandate", s.verb) && len(c.In(news.Target)) == 0 && f.told(&c):
		// Whose strike it was, a sentence before has told; here is who approved it.
	case v >= 0 && fr.kind == "visit" && s.subject == "agent" && len(c.In(agent)) > 0:
		// Who calls off somebody's visit was not to go.
	case v >= 0 && s.subject != "none":
		role := agent
		if s.verb == "join" && fr.typ == news.Sanction {
			// Who joins another's sanctions imposes them.
			c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool { return a.Role == news.Imposer })
		}
		if s.subject == "target" || s.subject == "patient" && fr.typ == news.Sanction {
			role = news.Target
			if fr.typ != news.Sanction && fr.typ != news.Attack {
				role = agent
			}
		}
		at := "subj"
		switch s.subject {
		case "patient":
			at = "obj"
		case "to", "on":
			at = s.subject // "blamed the attack on the militia"
			c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool { return a.Role == role || a.Role == news.Target && s.subject == "on" })
		}
		from := own
		if at == "to" || at == "on" {
			from = 0
			for _, b := range f.hanging(n) {
				args = append(args, f.hanging(b.tok)...) // "the bombing of the court on the militia"
			}
		}
		for _, a := range args[from:] {
			if a.at == "obj" && at == "subj" && (s.at == "with" || s.at == "under" || s.at == "by") && fr.typ == news.Sanction {
				c.add(news.Target, f.only(f.whom(a.tok), types)...)
			}
			if a.at == at && role == news.Target && base == news.Violated && len(c.In(role)) > 0 {
				continue // who breaks "sanctions on the republic" is not under them
			}
			find := f.agents
			if role == news.Target {
				find = f.whom
			}
			if es := f.only(find(a.tok), types); a.at == at && role == news.Imposer && f.abroad(&c, args[:own], es) {
				c.Actors = nil
				c.add(news.Imposer, es...)
				for _, m := range args[:own] {
					if k, ok := f.mention(m.tok); ok && m.at == "mod" {
						c.add(news.Target, k.Entity)
					}
				}
			} else if a.at == at && (len(c.In(role)) == 0 || role != news.Imposer) {
				c.add(role, es...)
			}
		}
	case v < 0:
		f.borrow(&c, top, r, types)
		f.under(&c, n, types)
	}
	if v >= 0 && s.verb == "announce" && f.lex.is("plannable", c.Kind) {
		r.apply(makePlanned)
		v = -1 // the day of the announcement is not that of the event
	}
	if v >= 0 && fr.typ == news.Attack && s.subject == "patient" && len(c.In(news.Attacker)) == 0 && r.level == claimed {
		r.level = real // "two men were charged with the murder of the mayor": he was murdered
	}
	if v >= 0 && fr.typ == news.Attack && f.lex.is("aftermath", s.verb) && f.early(n) {
		v = -1 // who is blamed or tried for it is so on a later day
	}
	if v >= 0 && fr.typ == news.Agreement && (base == news.Withdrawn || base == news.Broken) {
		f.principal(&c, v)
	}
	if v >= 0 && fr.typ == news.Sanction {
		if target, by := f.ultimatum(v); target >= 0 {
			r.level = threatened
			c.Actors = slices.DeleteFunc(c.Actors, func(a Actor) bool { return a.Role == news.Target })
			c.add(news.Target, f.only(f.whom(target), types)...)
			c.add(news.Imposer, f.only(f.who(by), types)...)
		}
	}
	f.depicted(&c, args[:own])
	switch {
	case fr.typ == news.Agreement && len(c.In(agent)) == 0:
		c.add(agent, f.sides(n, v, r)...)
	case fr.typ == news.Sanction && s.subject != "patient" && !f.afore(&c, n, v, base, r.level):
		return false
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
