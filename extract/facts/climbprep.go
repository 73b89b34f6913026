package facts

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
		if h := d.Tokens[g].Head; p.Lower == "by" && f.hasTo(g) && f.lex.is("trying", d.Tokens[h].Lemma) {
			return h, isVerb(&d.Tokens[h]) // "tried to end it by imposing a curfew": it was imposed
		}
		return g, true
	}
	if p.Lower == "before" && !isVerb(&d.Tokens[cur]) && f.anterior(g) {
		r.apply(unmake) // "had 40 seats before the election": held or not, nothing says
		return 0, false
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
	if f.presumed(cur, g) {
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
	if p.Lower == "for" && isVerb(&d.Tokens[cur]) {
		// "arrested for robbing a bank", "guilty of murder for helping him".
		switch l := d.Tokens[g].Lemma; {
		case f.lex.is("suspecting", l):
			r.use(makeClaimed, g)
			return g, true
		case f.lex.is("reproof", l) && isNoun(&d.Tokens[g]):
			return 0, false
		}
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
