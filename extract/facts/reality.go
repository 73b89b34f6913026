package facts

import (
	"slices"

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
	// attempt is true for what was tried.
	attempt bool
	// supposed is true for what an "if" only supposes.
	supposed bool
}

// apply changes the reading as the word with this effect does.
func (r *reading) apply(e effect) {
	to := func(l level) {
		switch {
		case r.level == unreal:
		case (r.level == cancelled || r.level == postponed) && l == possible:
			r.level = planned // what may be delayed is planned
		case r.level == cancelled || r.level == postponed || r.level == refused || r.level == denied:
			// A plan to cancel leaves the plan; a possible refusal is possible.
			if l != claimed {
				r.level = max(planned, l)
			}
		case l == claimed:
			if r.level <= ongoing || r.level == tried {
				r.level = claimed
			}
		case r.level == claimed && l == possible: // a fear that it happened
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
		switch r.level {
		case claimed:
			r.level = denied // they reject the claim
		case cancelled, postponed:
			r.level = planned // they refuse to delay it
		case unreal:
		default:
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
		r.attempt = r.level <= ongoing
		to(tried)
	case would:
		r.future = r.level <= planned
		to(possible)
	case be:
		to(planned)
	case negate:
		switch r.level {
		case planned:
			r.level = refused
		case possible:
			// "would not meet them", but "could not".
			if r.level = unreal; r.future {
				r.level = refused
			}
		case refused:
			r.level = possible
		case cancelled, postponed:
			r.level = planned
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
	if e == deny || e == makeThreatened {
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
				if e, ok := f.lex.operators["M "+fullModal(t.Lower)+" "]; ok {
					r.apply(f.epistemic(v, e, r))
				}
			}
		case "neg":
			not = true
		case "advmod":
			if e, ok := f.lex.operators["R "+t.Lower+" "]; ok {
				switch {
				case e == negate:
					not = true
				case e == makePossible && f.past(v) && !f.modal(v):
					r.apply(makeClaimed) // "probably approved it"
				default:
					r.apply(e)
				}
			}
		}
	}
	if s := f.subject(v); v == from && s.tok >= 0 && f.nobody(s.tok) {
		not = true
	}
	if !aux && v == from && vt.Dep == "conj" && (vt.Tag == "VB" || vt.Tag == "VBN" || vt.Tag == "VBG") {
		// "will meet the king and visit the port": the auxiliary is shared.
		for h := vt.Head; h != v; v, h = h, d.Tokens[h].Head {
			if !isVerb(&d.Tokens[h]) {
				break
			}
			for _, k := range d.Children(h) {
				if t := &d.Tokens[k]; t.Dep == "aux" && t.Tag == "MD" {
					r.apply(f.lex.operators["M "+fullModal(t.Lower)+" "])
				}
			}
			if d.Tokens[h].Dep != "conj" {
				break
			}
		}
	}
	if shared := f.sharedWords(v); shared != keep {
		r.apply(shared)
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

// sharedWords returns what the adverb before the first of two coordinated verbs
// does to verb v, the second: "allegedly broke in and shot the guard", and a
// denial in "did not attack or shell it".
func (f *finder) sharedWords(v int) effect {
	d := f.doc
	h := d.Tokens[v].Head
	if d.Tokens[v].Dep != "conj" || !isVerb(&d.Tokens[h]) || d.Child(v, "nsubj", "nsubjpass", "aux", "auxpass", "advmod") >= 0 {
		return keep
	}
	either := slices.ContainsFunc(d.Children(h), func(k int) bool {
		l := d.Tokens[k].Lower
		return d.Tokens[k].Dep == "cc" && k < v && (l == "or" || l == "nor")
	})
	for _, k := range d.Children(h) {
		t := &d.Tokens[k]
		switch {
		case k > h:
		case t.Dep == "neg" && either:
			return negate
		case t.Dep == "advmod":
			if e := f.lex.operators["R "+t.Lower+" "]; e == makeClaimed || e == makePossible {
				return e
			}
		}
	}
	return keep
}

// conditional reports whether an "if" or "unless" governs verb v.
func (f *finder) conditional(v int) bool {
	return slices.ContainsFunc(f.doc.Children(v), func(k int) bool { return f.doc.Tokens[k].Dep == "advcl" && f.marked(k, "if", "unless") })
}

// epistemic returns what a modal does before "have" and a participle: "may
// have attacked" speaks of the past, "would have attacked" of what was not.
func (f *finder) epistemic(v int, e effect, r *reading) effect {
	if t := &f.doc.Tokens[v]; t.Tag != "VBN" {
		return e
	}
	for _, k := range f.doc.Children(v) {
		if t := &f.doc.Tokens[k]; t.Dep == "aux" && t.Lemma == "have" && (t.Tag == "VB" || t.Lower == "have") {
			switch e {
			case makePossible:
				return makeClaimed
			case would, makeCalledFor:
				r.supposed = true
			}
			return e
		}
	}
	return e
}

// nobody reports whether a subject denies the verb: "neither side", "no
// minister", "nobody".
func (f *finder) nobody(tok int) bool {
	if f.lex.is("nobody", f.doc.Tokens[tok].Lower) {
		return true
	}
	for _, k := range f.doc.Children(tok) {
		switch t := &f.doc.Tokens[k]; t.Lower {
		case "neither", "no":
			if t.Dep == "det" || t.Dep == "preconj" || t.Dep == "cc" {
				return true
			}
		}
	}
	return false
}

// fullModal returns the full form of a modal verb as printed ("'ll" is will).
func fullModal(s string) string {
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

// modal reports whether a modal verb stands before verb v.
func (f *finder) modal(v int) bool {
	return slices.ContainsFunc(f.doc.Children(v), func(k int) bool { return f.doc.Tokens[k].Tag == "MD" })
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

func isVerb(t *analyze.Token) bool { return t.Pos == "VERB" || t.Pos == "AUX" }

func isNoun(t *analyze.Token) bool { return t.Pos == "NOUN" || t.Pos == "PROPN" }
