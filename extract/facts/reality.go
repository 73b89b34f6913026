package facts

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
)

// level says how real a clause or noun is, as far as its words go. Between
// two levels the later one in this list is the less real.
type level int

const (
	real level = iota
	ongoing
	planned
	possible
	proposed
	calledFor
	threatened
	tried
	claimed
	postponed
	cancelled
	refused
	denied
	// unreal: the text does not say that it is, was or will be so.
	unreal
)

// effect is what a word does to the level of what depends on it.
type effect int

const (
	keep effect = iota
	report
	makePossible
	makePlanned
	makeCalledFor
	makeThreatened
	makeProposed
	makeClaimed
	makeOngoing
	refuse
	deny
	cancel
	postpone
	unmake
	negate
	would
	failed
	try
	begun
	ended
	be
	warn
)

// effects are the names of effects in the table of operators.
var effects = map[string]effect{
	"keep": keep, "report": report, "possible": makePossible, "planned": makePlanned, "called_for": makeCalledFor,
	"threatened": makeThreatened, "proposed": makeProposed, "claimed": makeClaimed, "ongoing": makeOngoing,
	"refused": refuse, "denied": deny, "cancelled": cancel, "postponed": postpone, "none": unmake, "not": negate,
	"would": would, "failed": failed, "tried": try, "begun": begun, "ended": ended, "be": be, "warn": warn,
}

// reading is a level under construction: words apply to it from the inside out.
type reading struct {
	level level
	// future is true for a "would" that a past report may turn into a plan.
	future bool
	// by is the verb that made it denied, claimed or threatened, or -1 and 0 when none did.
	by int
	// vague is true when only an infinitive that nothing governs makes it unreal.
	vague bool
	// said is true once a verb of saying governs it.
	said bool
}

// apply changes the reading as the word with this effect does.
func (r *reading) apply(e effect) {
	to := func(l level) {
		switch {
		case r.level == unreal:
		case r.level == cancelled || r.level == postponed || r.level == refused || r.level == denied:
			// A plan to cancel leaves the plan; a possible refusal is possible.
			if l != claimed {
				r.level = max(planned, l)
			}
		case l == claimed:
			if r.level <= ongoing {
				r.level = claimed
			}
		case r.level == claimed || r.level == tried:
			r.level = l
		default:
			r.level = max(r.level, l)
		}
	}
	switch e {
	case report:
		if r.future && r.level == possible {
			r.level = planned
		}
		r.future, r.said = false, true
	case warn:
		if r.future || r.level == planned || r.level == possible {
			r.level = threatened
		}
		r.future, r.said = false, true
	case makePossible:
		to(possible)
	case makePlanned:
		to(planned)
	case makeCalledFor:
		to(calledFor)
	case makeThreatened:
		to(threatened)
	case makeProposed:
		to(proposed)
	case makeClaimed:
		to(claimed)
		r.said = true
	case makeOngoing, begun:
		if r.level == real {
			r.level = ongoing
		}
	case refuse:
		if r.level != unreal {
			r.level = refused
		}
	case deny:
		r.level = denied
	case cancel:
		r.level = cancelled
	case postpone:
		r.level = postponed
	case unmake, failed:
		r.level = unreal
	case try:
		to(tried)
	case would:
		to(possible)
		r.future = true
	case be:
		to(planned)
	case negate:
		switch r.level {
		case planned:
			r.level = refused
		case refused, cancelled:
			r.level = possible
		case denied:
			r.level = claimed
		default:
			r.level = unreal
		}
	}
}

// use applies the effect of verb v and remembers who may answer for it.
func (r *reading) use(e effect, v int) {
	r.apply(e)
	if e == deny || e == makeThreatened || e == warn {
		r.by = v
	}
}

// reality climbs from a verb or noun to the root of its sentence and applies
// every word on the way that makes it more or less real.
func (f *finder) reality(tok int, r reading) reading {
	for cur, steps := tok, 0; steps < 40; steps++ {
		t := &f.doc.Tokens[cur]
		if isVerb(t) {
			f.verbWords(cur, tok, &r)
		} else {
			f.nounWords(cur, &r)
		}
		next, ok := f.climb(cur, &r)
		if !ok {
			break
		}
		cur = next
	}
	return r
}

// verbWords applies a verb's own auxiliaries, negation, adverbs and tense.
func (f *finder) verbWords(v, from int, r *reading) {
	d := f.doc
	vt := &d.Tokens[v]
	not := false
	aux := false
	for _, k := range d.Children(v) {
		t := &d.Tokens[k]
		switch t.Dep {
		case "aux":
			aux = true
			if t.Tag == "MD" {
				if e, ok := f.lex.operators["M "+modal(t.Lower)+" "]; ok {
					r.apply(e)
				}
			}
		case "neg":
			not = true
		case "advmod":
			if e, ok := f.lex.operators["R "+t.Lower+" "]; ok {
				if e == negate {
					not = true
				} else {
					r.apply(e)
				}
			}
		}
	}
	if !aux && v == from && vt.Dep == "conj" && (vt.Tag == "VB" || vt.Tag == "VBN" || vt.Tag == "VBG") {
		// "will meet the king and visit the port": the auxiliary is shared.
		for h := vt.Head; h != v; v, h = h, d.Tokens[h].Head {
			if !isVerb(&d.Tokens[h]) {
				break
			}
			for _, k := range d.Children(h) {
				if t := &d.Tokens[k]; t.Dep == "aux" && t.Tag == "MD" {
					r.apply(f.lex.operators["M "+modal(t.Lower)+" "])
				}
			}
			if d.Tokens[h].Dep != "conj" {
				break
			}
		}
	}
	if not {
		if v != from && r.level == planned {
			r.level = unreal
		} else {
			r.apply(negate)
		}
	}
	if v == from && r.level == real && vt.Tag == "VBG" && f.present(v) {
		r.level = ongoing
	}
	if v == from && vt.Tag == "VB" && vt.Dep == "ROOT" && !aux && f.subject(v).tok < 0 {
		r.apply(makeCalledFor) // an imperative
	}
}

// modal returns the full form of a modal verb as printed ("'ll" is will).
func modal(s string) string {
	switch s {
	case "'ll", "’ll", "wo":
		return "will"
	case "'d", "’d":
		return "would"
	case "ca":
		return "can"
	}
	return s
}

// present reports whether the auxiliaries of a progressive verb are in the present.
func (f *finder) present(v int) bool {
	for _, k := range f.doc.Children(v) {
		if t := &f.doc.Tokens[k]; t.Dep == "aux" && (t.Tag == "VBZ" || t.Tag == "VBP") {
			return true
		}
	}
	return false
}

// nounWords applies the words before a noun: "no", "possible", "alleged".
func (f *finder) nounWords(n int, r *reading) {
	for _, k := range f.doc.Children(n) {
		t := &f.doc.Tokens[k]
		switch t.Dep {
		case "det", "neg":
			switch t.Lower {
			case "no", "not":
				r.apply(negate)
			case "any":
				r.apply(unmake)
			}
		case "amod", "compound", "acl":
			if t.Dep == "acl" && !(t.Tag == "VBN" && k > n) {
				continue
			}
			if e, ok := f.lex.operators["A "+t.Lemma+" mod"]; ok {
				r.apply(e)
			} else if e, ok := f.lex.operators["A "+t.Lower+" mod"]; ok {
				r.apply(e)
			}
			if t.Dep == "amod" {
				for _, m := range f.doc.Children(k) {
					if e, ok := f.lex.operators["R "+f.doc.Tokens[m].Lower+" "]; ok {
						r.apply(e)
					}
				}
			}
		}
	}
}

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
	g := &d.Tokens[t.Head]
	infinitive := isVerb(t) && f.hasTo(cur)
	switch t.Dep {
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
		if f.marked(cur, "whether", "if") {
			r.apply(makePossible)
		}
		if g.Lemma == "vote" && f.lex.is("byvote", t.Lemma) {
			return t.Head, true
		}
		if e, ok := f.operator(t.Head, "comp"); ok {
			r.use(e, t.Head)
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
		if infinitive && !(g.Lemma == "be") {
			r.apply(makePossible)
			r.vague = true
		} else if infinitive && t.Dep == "xcomp" {
			r.apply(be)
		}
		return t.Head, isVerb(g)
	case "advcl":
		switch {
		case f.marked(cur, "if", "unless", "lest", "provided"):
			r.apply(makePossible)
		case f.marked(cur, "until", "once", "before", "till") && (t.Tag == "VBZ" || t.Tag == "VBP"):
			r.apply(makePossible)
		case infinitive:
			r.apply(makePossible)
			r.vague = true
		case t.Tag == "VBG" && isVerb(g) && !f.marked(cur, "after", "since", "while", "when"):
			// "..., killing eight": as real as the main clause.
			return t.Head, true
		}
		return 0, false
	case "dobj", "nsubjpass", "dative", "attr":
		if e, ok := f.operator(t.Head, "obj"); ok {
			r.use(e, t.Head)
			return t.Head, true
		}
		return t.Head, isVerb(g) && (t.Dep == "attr" || len(f.lex.supports[g.Lemma]) > 0 || f.indefinite(cur) && isNoun(t))
	case "nsubj":
		for _, k := range d.Children(t.Head) {
			c := &d.Tokens[k]
			if c.Dep == "acomp" || c.Dep == "advmod" {
				if e, ok := f.lex.operators["A "+c.Lower+" comp"]; ok {
					r.apply(e)
					return t.Head, true
				}
			}
			if c.Dep == "aux" && c.Tag == "MD" && f.indefinite(cur) {
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
			if !f.ordinal(t.Head) {
				r.apply(makePossible)
				r.vague = true
			}
		}
	}
	return 0, false
}

// participle goes on from a noun with a participle to what makes both real:
// "with the army advancing, they fled", "signed an order imposing tariffs".
func (f *finder) participle(n int) (int, bool) {
	t := &f.doc.Tokens[n]
	switch {
	case t.Dep == "pobj" && f.doc.Tokens[t.Head].Lower == "with" && isVerb(&f.doc.Tokens[f.doc.Tokens[t.Head].Head]):
		return f.doc.Tokens[t.Head].Head, true
	case t.Dep == "dobj" && isVerb(&f.doc.Tokens[t.Head]):
		return t.Head, true
	}
	return 0, false
}

// sibling returns the verb that a coordinated verb stands beside. A finite
// one never stands beside an infinitive, wherever the tree hangs it.
func (f *finder) sibling(v int) int {
	d := f.doc
	h := d.Tokens[v].Head
	if tag := d.Tokens[v].Tag; tag != "VBD" && tag != "VBZ" {
		return h
	}
	for steps := 0; steps < 4; steps++ {
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
	if p.Lower == "with" && isVerb(&d.Tokens[cur]) && isVerb(&d.Tokens[g]) {
		// "with his deputy succeeding him": as real as the main clause.
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
	if e, ok := f.operator(g, p.Lower); ok {
		r.use(e, g)
		return g, true
	}
	if !isVerb(&d.Tokens[cur]) && isVerb(&d.Tokens[g]) && f.indefinite(cur) && (p.Lower == "for" || p.Lower == "to" || p.Lower == "into" || p.Lower == "toward" || p.Lower == "towards") {
		return g, true
	}
	if isVerb(&d.Tokens[cur]) {
		switch p.Lower {
		case "against":
			r.apply(refuse)
			return g, isVerb(&d.Tokens[g])
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
	lemma := t.Lemma
	if lemma == "rule" {
		if f.particle(g) == "out" && (rel == "comp" || rel == "obj") {
			return refuse, true
		}
		return keep, false
	}
	e, ok := f.lex.operators[pos+lemma+" "+rel]
	return e, ok
}

// particle returns the particle of verb v, "" when it has none.
func (f *finder) particle(v int) string {
	for _, k := range f.doc.Children(v) {
		if t := &f.doc.Tokens[k]; t.Dep == "prt" || k == v+1 && t.Lower == "out" {
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
		for _, w := range words {
			if t.Lower == w {
				return true
			}
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

// ordinal reports whether noun n is a first, last or only one, whose
// infinitive tells what it did ("the first leader to visit").
func (f *finder) ordinal(n int) bool {
	for _, k := range f.doc.Children(n) {
		switch f.doc.Tokens[k].Lower {
		case "first", "second", "third", "last", "latest", "only":
			return true
		}
	}
	return false
}

// indefinite reports whether noun n stands without a word that points at
// something known.
func (f *finder) indefinite(n int) bool {
	for _, k := range f.doc.Children(n) {
		t := &f.doc.Tokens[k]
		if t.Dep == "poss" || t.Dep == "det" && t.Lower != "a" && t.Lower != "an" && t.Lower != "any" {
			return false
		}
	}
	return true
}

// question reports whether the sentence of tok ends in a question mark.
func (f *finder) question(tok int) bool {
	s := f.doc.Sents[f.doc.Tokens[tok].Sent]
	for i := s.End - 1; i >= s.Start && i >= s.End-3; i-- {
		if f.doc.Tokens[i].Text == "?" {
			return true
		}
	}
	return false
}

func isVerb(t *analyze.Token) bool { return t.Pos == "VERB" || t.Pos == "AUX" }

func isNoun(t *analyze.Token) bool { return t.Pos == "NOUN" || t.Pos == "PROPN" }
