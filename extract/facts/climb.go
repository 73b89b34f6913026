package facts

import "slices"

// climb applies what the governor of cur does to it and returns the governor
// when its own surroundings matter too.
func (f *finder) climb(cur int, r *reading) (int, bool) {
	d := f.doc
	t := &d.Tokens[cur]
	if t.Head == cur {
		if f.question(cur) {
			r.apply(makePossible)
		}
		return 0, false
	}
	if cur > 1 && d.Tokens[cur-1].Lower == "than" && d.Tokens[cur-2].Lower == "rather" {
		r.apply(unmake) // "left rather than vote"
		return 0, false
	}
	g := &d.Tokens[t.Head]
	infinitive := f.hasTo(cur)
	switch t.Dep {
	case "csubjpass":
		if n := d.Child(cur, "nsubjpass"); n >= 0 {
			// "Elections to be held in May will be watched."
			r.apply(f.infinitive(n, cur))
		}
		return 0, false
	case "conj":
		if isVerb(t) && isVerb(g) {
			// Only what governs the first of them governs the second; its own words don't.
			return f.climb(f.sibling(cur), r)
		}
		return t.Head, true
	case "xcomp", "ccomp", "acl", "oprd", "csubj", "pcomp":
		if t.Dep == "pcomp" {
			return f.climbPrep(cur, t.Head, r)
		}
		if g.Lemma == "have" && infinitive && (f.marked(cur, "yet") || f.marked(t.Head, "yet")) {
			r.apply(unmake) // "has yet to meet"
			return 0, false
		}
		if f.marked(cur, "whether", "if") {
			r.apply(makePossible)
		}
		if k := d.Child(cur, "nsubj"); t.Dep == "ccomp" && k >= 0 && d.Tokens[k].Tag == "WP" && t.Tag == "VBD" {
			return 0, false // "should find out who blew up the bridge": somebody did
		}
		if g.Lemma == "vote" && f.lex.is("byvote", t.Lemma) {
			return t.Head, true
		}
		if n := d.Child(t.Head, "attr"); infinitive && g.Lemma == "be" && n >= 0 && n < cur && f.ordinal(n) {
			return t.Head, true // "is the third minister to leave": she left
		}
		if e, ok := f.operator(t.Head, "comp"); ok && (e != be || infinitive) && !(t.Dep == "acl" && t.Tag == "VBN" && d.Child(cur, "nsubj", "nsubjpass", "aux", "mark") < 0) {
			if e == warn && infinitive {
				e = makeCalledFor // "warned the kingdom to repeal the law"
			}
			if e == makeProposed && !infinitive && isVerb(g) && f.past(cur) {
				e = makeClaimed // "the evidence suggests that he attacked"
			}
			r.use(e, t.Head)
			return t.Head, true
		}
		if e, ok := f.topical(t.Head); ok {
			r.apply(e)
			return t.Head, true
		}
		if t.Dep == "acl" {
			if infinitive && !f.ordinal(t.Head) {
				r.apply(makePossible)
				r.vague = true
			}
			if t.Tag == "VBG" && isNoun(g) {
				return f.participle(t.Head)
			}
			return 0, false
		}
		if f.journey(cur) >= 0 && r.level <= ongoing {
			r.apply(makePlanned)
		} else if infinitive && !(g.Lemma == "be") {
			r.apply(makePossible)
			r.vague = true
		} else if infinitive && t.Dep == "xcomp" {
			r.apply(be)
		}
		return t.Head, isVerb(g)
	case "advcl":
		if n := f.stem(cur); n >= 0 {
			e, _ := f.operator(n, "comp")
			r.apply(e)
			return n, true
		}
		switch {
		case f.marked(cur, "if", "unless", "lest", "provided"):
			r.apply(makePossible)
			r.supposed = true
		case f.marked(cur, "until", "once", "before", "till") && (t.Tag == "VBZ" || t.Tag == "VBP"):
			r.apply(makePossible)
		case infinitive && f.journey(cur) >= 0 && r.level <= ongoing:
			r.apply(makePlanned) // "flew to Geneva to meet the envoy"
			return t.Head, true
		case infinitive:
			r.vague = r.vague || r.level != calledFor // "marched to demand his resignation"
			r.apply(makePossible)
		case t.Tag == "VBG" && isVerb(g) && (!f.marked(cur, "after", "since", "while", "when") || f.marked(cur, "after") && f.lex.is("encounter", t.Lemma)):
			// "..., killing eight": as real as the main clause.
			return t.Head, true
		}
		return 0, false
	case "dobj", "nsubjpass", "dative", "attr":
		if e, ok := f.operator(t.Head, "obj"); ok && e == makePossible && f.pointsBack(cur) && f.attackNoun(cur) != nil {
			return 0, false // "discussed the abduction": it is known to have happened
		} else if ok && e == ended && f.owns(cur) && f.attackNoun(cur) != nil {
			return 0, false // "told them to stop their attacks": there are some
		}
		if e, ok := f.operator(t.Head, "obj"); ok && !(g.Lemma == "call" && f.particle(t.Head) == "" && (!f.indefinite(cur) || d.Child(t.Head, "oprd", "acomp", "ccomp") >= 0)) {
			r.use(e, t.Head)
			return t.Head, true
		}
		return t.Head, (isVerb(g) || f.hasTo(t.Head)) && (t.Dep == "attr" || len(f.lex.supports[g.Lemma]) > 0 || f.indefinite(cur) && isNoun(t))
	case "nsubj":
		if g.Lemma == "be" && f.article(cur) {
			// "A meeting of the two was off the table": nothing says that it took place.
			r.apply(makePossible)
		}
		if g.Dep == "advcl" && f.marked(t.Head, "if", "unless", "lest", "provided") {
			r.apply(makePossible) // "unless the vote succeeds"
			return 0, false
		}
		for _, k := range d.Children(t.Head) {
			c := &d.Tokens[k]
			if c.Dep == "acomp" || c.Dep == "advmod" {
				if e, ok := f.lex.operators["A "+c.Lower+" comp"]; ok {
					r.apply(e)
					return t.Head, true
				}
			}
			if c.Dep == "prep" {
				if e, ok := f.lex.operators["P "+f.phrase(k)+" "]; ok {
					r.apply(e)
					return t.Head, true
				}
			}
			if c.Dep == "aux" && c.Tag == "MD" && (g.Lemma == "be" || f.indefinite(cur) || f.lex.is("ahead", t.Lemma)) {
				r.apply(f.lex.operators["M "+modal(c.Lower)+" "])
			}
		}
		return 0, false
	case "pobj":
		return f.climbPrep(cur, t.Head, r)
	case "compound", "nmod":
		for _, rel := range []string{"for", "of", "comp"} {
			if e, ok := f.lex.operators["N "+g.Lemma+" "+rel]; ok {
				r.apply(e)
				return t.Head, true
			}
		}
		return 0, false
	case "relcl":
		if infinitive {
			// "a deadline for them to agree".
			if e, ok := f.operator(t.Head, "comp"); ok {
				r.apply(e)
				return t.Head, true
			}
			switch {
			case f.passive(cur) && f.lex.is("holding", t.Lemma):
				r.apply(makePlanned) // "an election to be held in May"
			case !f.ordinal(t.Head):
				r.apply(makePossible)
				r.vague = true
			}
		}
	}
	return 0, false
}

// phrase returns the lower-case words of a preposition and the noun after it,
// without article: "on table", "out of reach".
func (f *finder) phrase(prep int) string {
	d := f.doc
	out := d.Tokens[prep].Lower
	if p := d.Child(prep, "prep"); p >= 0 {
		prep = p
		out += " " + d.Tokens[p].Lower
	}
	if o := d.Child(prep, "pobj"); o >= 0 {
		out += " " + d.Tokens[o].Lower
	}
	return out
}

// stem returns the noun whose infinitive verb v is where the tree hangs it on
// the verb before: "faced calls to resign". -1 when there is none.
func (f *finder) stem(v int) int {
	d := f.doc
	t := &d.Tokens[v]
	if t.Dep != "advcl" && t.Dep != "xcomp" || !isVerb(&d.Tokens[t.Head]) {
		return -1
	}
	for _, k := range d.Children(v) {
		if d.Tokens[k].Lower != "to" || d.Tokens[k].Dep != "aux" || k == 0 {
			continue
		}
		if n := k - 1; isNoun(&d.Tokens[n]) && d.Tokens[n].Head == t.Head {
			if _, ok := f.operator(n, "comp"); ok {
				return n
			}
		}
	}
	return -1
}

// topical returns what the subject of "is" or "includes" does to what stands
// after it: "their demands include dissolving parliament".
func (f *finder) topical(v int) (effect, bool) {
	if l := f.doc.Tokens[v].Lemma; l != "include" && l != "be" {
		return keep, false
	}
	s := f.subject(v)
	if s.tok < 0 || !isNoun(&f.doc.Tokens[s.tok]) {
		return keep, false
	}
	for _, rel := range []string{"comp", "for", "of"} {
		if e, ok := f.lex.operators["N "+f.doc.Tokens[s.tok].Lemma+" "+rel]; ok {
			return e, true
		}
	}
	return keep, false
}

// participle goes on from a noun with a participle to what makes both real:
// "with the army advancing, they fled", "signed an order imposing tariffs".
func (f *finder) participle(n int) (int, bool) {
	t := &f.doc.Tokens[n]
	switch {
	case t.Dep == "pobj" && f.doc.Tokens[t.Head].Lower == "with" && isVerb(&f.doc.Tokens[f.doc.Tokens[t.Head].Head]):
		return f.doc.Tokens[t.Head].Head, true
	case t.Dep == "dobj" && isVerb(&f.doc.Tokens[t.Head]) && !f.lex.is("group", t.Lemma) && !f.lex.is("offspring", t.Lemma):
		return t.Head, true
	}
	return 0, false
}

// sibling returns the verb that a coordinated verb stands beside. A finite
// one never stands beside an infinitive, nor an infinitive beside a finite
// one, wherever the tree hangs it.
func (f *finder) sibling(v int) int {
	d := f.doc
	h := d.Tokens[v].Head
	if g := d.Tokens[h].Tag; d.Tokens[v].Tag == "VB" && d.Child(v, "aux", "nsubj") < 0 && (g == "VBD" || g == "VBZ" || g == "VBP") && d.Child(h, "aux") < 0 {
		// "agreed to dissolve it, hold talks and step down".
		for _, k := range d.Children(h) {
			if k < v && d.Tokens[k].Dep == "xcomp" && f.hasTo(k) {
				return k
			}
		}
	}
	if tag := d.Tokens[v].Tag; tag != "VBD" && tag != "VBZ" {
		return h
	}
	for range 4 {
		t := &d.Tokens[h]
		if t.Tag != "VB" && t.Tag != "VBG" || t.Head == h || !isVerb(&d.Tokens[t.Head]) || d.Child(h, "aux") >= 0 && !f.hasTo(h) {
			break
		}
		h = t.Head
	}
	return h
}

// climbPrep goes on from what stands after a preposition.
func (f *finder) climbPrep(cur, prep int, r *reading) (int, bool) {
	d := f.doc
	p := &d.Tokens[prep]
	if p.Dep != "prep" && p.Dep != "agent" && p.Dep != "pcomp" && p.Dep != "conj" {
		return 0, false
	}
	if p.Lower == "without" || p.Lower == "despite" && isVerb(&d.Tokens[cur]) {
		r.apply(unmake)
		return 0, false
	}
	g := p.Head
	if d.Tokens[g].Dep == "prep" && g != prep {
		// "ahead of", "because of": the outer preposition counts.
		p, g = &d.Tokens[g], d.Tokens[g].Head
	}
	if _, ok := f.operator(g, "with"); p.Lower == "with" && isVerb(&d.Tokens[cur]) && isVerb(&d.Tokens[g]) && !ok {
		// "with his deputy succeeding him": as real as the main clause, and no
		// more than what that announces.
		if d.Tokens[g].Lemma == "announce" && r.level == real {
			r.apply(makePlanned)
		}
		return g, true
	}
	if isVerb(&d.Tokens[cur]) && isVerb(&d.Tokens[g]) && (p.Lower == "before" || p.Lower == "by" || p.Lower == "in" || p.Lower == "after" && f.lex.is("encounter", d.Tokens[cur].Lemma)) {
		// "is to meet the king before holding talks with the premier", "could
		// respond by imposing tariffs".
		return g, true
	}
	if d.Tokens[g].Lower == "ahead" || p.Lower == "before" && !isVerb(&d.Tokens[cur]) {
		if r.level == real {
			r.level = planned
		}
		return 0, false
	}
	if d.Tokens[g].Lower == "case" || d.Tokens[g].Lower == "event" {
		r.apply(unmake)
		return 0, false
	}
	if p.Lower == "of" && !isVerb(&d.Tokens[cur]) && counting[d.Tokens[g].Lemma] {
		return g, true // "called for a day of strikes"
	}
	if p.Lower == "of" && d.Tokens[g].Lemma == "part" {
		return g, true // "accused of being part of a coup"
	}
	for _, rel := range []string{p.Lower, d.Tokens[prep].Lower} {
		if e, ok := f.operator(g, rel); ok {
			switch {
			case e != warn || isVerb(&d.Tokens[cur]):
				r.use(e, g)
			case r.level == real && (f.indefinite(cur) || f.coming(cur)):
				r.apply(makeThreatened) // "warned of further attacks": by others
			default:
				r.apply(e)
			}
			return g, true
		}
	}
	if p.Lower == "to" && f.lex.is("opposing", d.Tokens[g].Lemma) && f.indefinite(cur) && f.doc.Child(cur, "det") < 0 {
		r.apply(makePossible) // "opposition to deployment of peacekeepers"
		return 0, false
	}
	if p.Lower == "for" && isVerb(&d.Tokens[g]) {
		// "a warrant was issued for her arrest": the noun before the verb has a say.
		for _, k := range d.Children(g) {
			if e, ok := f.lex.operators["N "+d.Tokens[k].Lemma+" for"]; ok && (d.Tokens[k].Dep == "dobj" || d.Tokens[k].Dep == "nsubjpass") {
				r.apply(e)
				return 0, false
			}
		}
	}
	if p.Lower == "for" && f.lex.is("sought", d.Tokens[cur].Lemma) && (isNoun(&d.Tokens[g]) && !f.lex.is("because", d.Tokens[g].Lemma) || f.lex.is("seeking", d.Tokens[g].Lemma)) {
		r.apply(makeCalledFor) // "a reward for the arrest of the banker", "marched for the release of the pilot"
		return 0, false
	}
	if p.Lower == "to" && d.Tokens[g].Lemma == "lead" && d.Tokens[g].Dep == "acl" && f.lex.is("clue", d.Tokens[d.Tokens[g].Head].Lemma) {
		r.apply(makeCalledFor) // "information leading to the arrest of the banker"
		return 0, false
	}
	if r.level == real && !isVerb(&d.Tokens[cur]) && isVerb(&d.Tokens[g]) && (p.Lower == "during" || (p.Lower == "after" || p.Lower == "following") && f.lex.is("ahead", d.Tokens[cur].Lemma)) {
		// "will be signed during her visit": the visit lies ahead too.
		if f.reality(g, reading{}).level == planned || f.scheduled(g) {
			r.level = planned
		}
		return 0, false
	}
	if !isVerb(&d.Tokens[cur]) && isVerb(&d.Tokens[g]) && f.indefinite(cur) && (p.Lower == "for" || p.Lower == "to" || p.Lower == "into" || p.Lower == "toward" || p.Lower == "towards") {
		return g, true
	}
	if isVerb(&d.Tokens[cur]) {
		switch p.Lower {
		case "against":
			r.apply(refuse)
			return g, isVerb(&d.Tokens[g])
		case "with", "in", "into":
			if isNoun(&d.Tokens[g]) || d.Tokens[g].Pos == "ADJ" {
				r.apply(makePossible)
				r.vague = true
			}
		case "of", "for", "to", "at", "on", "about", "from", "toward", "towards":
			// "the goal of ousting him", "talked about leaving": nothing says that it was done.
			if !(p.Lower == "for" && isVerb(&d.Tokens[g])) {
				r.apply(makePossible)
				r.vague = true
			}
		}
	}
	return 0, false
}

// operator returns what word g does to what stands in the given relation to it.
func (f *finder) operator(g int, rel string) (effect, bool) {
	t := &f.doc.Tokens[g]
	pos := "N "
	switch {
	case isVerb(t):
		pos = "V "
	case t.Pos == "ADJ":
		pos = "A "
	case t.Pos == "ADV":
		pos = "R "
	}
	if p := f.particle(g); p != "" {
		// "call off" is not "call".
		if e, ok := f.lex.operators[pos+t.Lemma+" "+p+" "+rel]; ok {
			return e, true
		}
	}
	e, ok := f.lex.operators[pos+t.Lemma+" "+rel]
	return e, ok
}

// particle returns the particle of verb v, "" when it has none.
func (f *finder) particle(v int) string {
	for _, k := range f.doc.Children(v) {
		if t := &f.doc.Tokens[k]; t.Dep == "prt" || k == v+1 && (t.Lower == "out" || t.Lower == "down" && t.Dep == "advmod") {
			return t.Lower
		}
	}
	return ""
}

// marked reports whether a clause begins with one of the words.
func (f *finder) marked(v int, words ...string) bool {
	for _, k := range f.doc.Children(v) {
		t := &f.doc.Tokens[k]
		if t.Dep != "mark" && t.Dep != "advmod" {
			continue
		}
		if slices.Contains(words, t.Lower) {
			return true
		}
	}
	return false
}

// hasTo reports whether verb v is an infinitive with "to".
func (f *finder) hasTo(v int) bool {
	for _, k := range f.doc.Children(v) {
		if t := &f.doc.Tokens[k]; t.Dep == "aux" && t.Lower == "to" {
			return true
		}
	}
	return false
}

// infinitive returns how far an infinitive v that hangs on noun n makes it less
// real: "elections to be held in May" are planned, and what somebody calls for
// is wanted, wherever the tree hangs the "for" of "for sanctions to be imposed".
func (f *finder) infinitive(n, v int) effect {
	if !f.hasTo(v) {
		return keep
	}
	if b := f.doc.Subtree(n).Start - 1; b >= 0 && f.doc.Tokens[b].Lower == "for" && f.doc.Tokens[b].Dep == "mark" {
		return makeCalledFor
	}
	if f.lex.is("holding", f.doc.Tokens[v].Lemma) {
		return makePlanned
	}
	return makePossible
}
