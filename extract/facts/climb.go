package facts

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
		if g.Tag == "VBD" && g.Lemma == "have" && infinitive && d.Child(t.Head, "neg") < 0 {
			return t.Head, true // "had to leave": they left
		}
		if g.Lemma == "have" && infinitive && (f.marked(cur, "yet") || f.marked(t.Head, "yet")) {
			r.apply(unmake) // "has yet to meet"
			return 0, false
		}
		if f.marked(cur, "whether", "if") {
			r.apply(makePossible)
			r.supposed = r.supposed || f.marked(cur, "if") && !f.lex.is("asking", g.Lemma)
		}
		if k := d.Child(cur, "nsubj"); t.Dep == "ccomp" && k >= 0 && d.Tokens[k].Tag == "WP" && t.Tag == "VBD" {
			return 0, false // "should find out who blew up the bridge": somebody did
		}
		if g.Lemma == "vote" && (f.lex.is("byvote", t.Lemma) || f.lex.is("decreeing", t.Lemma) && f.council(t.Head)) {
			return t.Head, true
		}
		if n := d.Child(t.Head, "attr"); infinitive && g.Lemma == "be" && n >= 0 && n < cur && f.ordinal(n) {
			return t.Head, true // "is the third minister to leave": she left
		}
		if e, ok := f.operator(t.Head, "comp"); ok && (e != be || infinitive) && !(t.Dep == "acl" && t.Tag == "VBN" && d.Child(cur, "nsubj", "nsubjpass", "aux", "mark") < 0) {
			if e == ended && t.Tag == "VBG" {
				return 0, false // "told to stop shelling the town": they do
			}
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
		} else if infinitive && f.lex.is("employing", g.Lemma) && f.passive(t.Head) && r.level <= ongoing && d.Child(t.Head, "neg") < 0 {
			return t.Head, true // "bombs that were used to kill the general"
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
		case f.marked(cur, "before") && f.able(cur):
			r.apply(unmake) // "was shot before he could fire"
		case f.marked(cur, "until", "once", "before", "till") && (t.Tag == "VBZ" || t.Tag == "VBP"):
			r.apply(makePossible)
		case r.level == real && f.marked(cur, "when") && (t.Tag == "VBZ" || t.Tag == "VBP") && d.Child(cur, "aux") < 0 && isVerb(g):
			// "will be signed when he visits the island"
			if l := f.reality(t.Head, reading{}).level; l == planned || l == possible {
				r.level = planned
			}
		case infinitive && f.journey(cur) >= 0 && r.level <= ongoing:
			r.apply(makePlanned) // "flew to Geneva to meet the envoy"
			return t.Head, true
		case infinitive && f.lex.is("employing", g.Lemma) && r.level <= ongoing && d.Child(t.Head, "neg") < 0:
			return t.Head, true // "used bombs to kill the general"
		case infinitive:
			r.vague = r.vague || r.level != calledFor // "marched to demand his resignation"
			r.apply(makePossible)
			if d.Child(t.Head, "neg") >= 0 {
				r.apply(unmake) // "did not send troops to topple him"
			}
		case t.Tag == "VBG" && isVerb(g) && (!f.marked(cur, "after", "since", "while", "when") || f.marked(cur, "after") && f.lex.is("encounter", t.Lemma)):
			// "..., killing eight": as real as the main clause.
			return t.Head, true
		}
		return 0, false
	case "dobj", "nsubjpass", "dative", "attr":
		if f.presumed(cur, t.Head) {
			return 0, false
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
		if f.attackNoun(cur) != nil && f.pointsBack(cur) {
			return 0, false // "if the attack was a protest": there was one
		}
		if (g.Dep == "advcl" || g.Dep == "ccomp" && !f.lex.is("asking", d.Tokens[g.Head].Lemma)) && f.marked(t.Head, "if", "unless", "lest", "provided") {
			r.apply(makePossible) // "unless the vote succeeds"
			r.supposed = r.supposed || f.indefinite(cur)
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
				r.apply(f.lex.operators["M "+fullModal(c.Lower)+" "])
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
