package speech

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

func (f *finder) reflexive(k int) bool {
	switch f.doc.Tokens[k].Lower {
	case "himself", "herself", "itself", "themselves", "which", "what", "it", "that", "this", "so":
		return true
	}
	return false
}

// isPerson reports whether k is a person or the pronoun for one: a senate
// that confirms him says nothing.
func (f *finder) isPerson(k int) bool {
	switch f.doc.Tokens[k].Lower {
	case "him", "her", "them", "me", "us", "you":
		return true
	}
	e := f.entityOf(k)
	return f.personBeside(k) >= 0 || e >= 0 && f.names.Entities[e].Type == news.Person
}

// unsaid are the objects with which verbs of saying say nothing ("claimed
// lives"), or with which the attack itself is what is reported.
var unsaid = set("life responsibility credit you independence persona")

// claimable are what somebody claims as done or won, and does not assert.
var claimable = set("attack bombing bomb blast explosion killing shooting raid assault assassination strike ambush murder kidnapping " +
	"hijacking abduction massacre win title medal prize record seat throne territory island asylum benefit insurance")

// isDay reports whether k belongs to a date: who declares a day of mourning names it first.
func (f *finder) isDay(k int) bool {
	d := f.dayEndingAt(k)
	return d <= k && f.doc.Tokens[d].Tag != "CD" || months[f.doc.Tokens[k].Lower]
}

// months are the names of months.
var months = set("january february march april may june july august september october november december")

// threatened are the nouns for what somebody says that he will do when he threatens it.
var threatened = set("attack strike war action retaliation response reprisal sanction tariff measure consequence veto lawsuit boycott blockade invasion escalation force violence revenge walkout shutdown cut ban punishment countermeasure")

// bareName reports whether k is a name and nothing else: no statement.
func (f *finder) bareName(k int) bool {
	for _, m := range f.names.At(k) {
		mn := &f.names.Mentions[m]
		if r := f.doc.Subtree(k); mn.Kind == news.NameMention && r.End-r.Start <= mn.Tokens.End-mn.Tokens.Start+1 {
			return true
		}
	}
	return false
}

// withObject widens an infinitive's range to the object before it: "allies to push".
func (f *finder) withObject(i int, r analyze.Range) analyze.Range {
	if k := f.doc.Child(i, "dobj", "dative"); k > i && k < r.Start {
		r.Start = min(r.Start, f.doc.Subtree(k).Start)
	}
	return r
}

// askedFor returns whom verb i asks to do what: "allies to push for ...".
func (f *finder) askedFor(i int) analyze.Range {
	toks := f.doc.Tokens
	var out analyze.Range
	for _, k := range f.doc.Children(i) {
		if k < i {
			continue
		}
		switch d := toks[k].Dep; {
		case d == "xcomp" || d == "ccomp" || d == "advcl" && f.isTo(k):
			if !f.isTo(k) && toks[k].Tag != "VB" && d != "ccomp" {
				continue
			}
			if f.unnamed(k) {
				return analyze.Range{}
			}
			return f.withObject(i, f.clauseRange(k, i))
		case d == "dobj":
			// "asked the government to act" with the infinitive under the noun.
			for _, g := range f.doc.Children(k) {
				if (toks[g].Dep == "acl" || toks[g].Dep == "relcl") && f.isTo(g) && g > k {
					return f.doc.Subtree(k)
				}
			}
		case d == "prep" && toks[k].Lower == "for" && toks[i].Lemma != "order":
			if p := f.doc.Child(k, "pobj", "pcomp"); p > k {
				out = f.doc.Subtree(p)
			}
		case d == "prep" && toks[k].Lower == "against":
			out = f.doc.Subtree(k)
		}
	}
	return out
}

// calledFor returns what "called for", "called on ... to" and their kind ask
// for. A demand that somebody do something starts with "for".
func (f *finder) calledFor(i int) analyze.Range {
	toks := f.doc.Tokens
	var on analyze.Range
	for _, k := range f.doc.Children(i) {
		if k < i {
			continue
		}
		t := &toks[k]
		switch {
		case (t.Dep == "advcl" || t.Dep == "xcomp" || t.Dep == "ccomp") && f.isTo(k):
			r := f.clauseRange(k, i)
			if on.End > on.Start {
				r = hull(on, r)
			}
			return r
		case t.Dep == "prep" && t.Lower == "for":
			p := f.doc.Child(k, "pobj", "pcomp")
			if p < 0 {
				continue
			}
			r := f.doc.Subtree(p)
			for _, g := range f.doc.Children(p) {
				if (toks[g].Dep == "acl" || toks[g].Dep == "relcl" || toks[g].Dep == "xcomp") && f.isTo(g) && !f.hasOwn(g, "auxpass") {
					r.Start = k
				}
			}
			// The infinitive may hang on the verb: "called for Ukraine to cede land".
			for _, g := range f.doc.Children(i) {
				if g > p && (toks[g].Dep == "xcomp" || toks[g].Dep == "advcl") && f.isTo(g) {
					return analyze.Range{Start: k, End: f.doc.Subtree(g).End}
				}
			}
			return r
		case t.Dep == "dobj" && f.hasOwn(i, "prt"): // "called on allies to act" with "on" as a particle
			on = f.doc.Subtree(k)
		case (t.Dep == "prep" || t.Dep == "prt") && (t.Lower == "on" || t.Lower == "upon" || t.Lower == "to" || t.Lower == "with"):
			if p := f.doc.Child(k, "pobj"); p > k {
				on = f.doc.Subtree(p)
				for _, g := range f.doc.Children(p) {
					if (toks[g].Dep == "acl" || toks[g].Dep == "relcl") && f.isTo(g) {
						return on
					}
				}
			}
		}
	}
	return analyze.Range{}
}

// described returns "the move a coup" of "called the move a coup", and "the
// call as fine" of "described the call as fine".
func (f *finder) described(i int, s saying) analyze.Range {
	toks := f.doc.Tokens
	var out analyze.Range
	found := false
	for _, k := range f.doc.Children(i) {
		if k < i && toks[k].Dep != "nsubjpass" {
			continue
		}
		switch d := toks[k].Dep; {
		case d == "nsubjpass": // "is described as a joke by critics": the words behind
			found = false
		case d == "dobj":
			out = hull(out, f.doc.Subtree(k))
		case s.frames&naming != 0 && (d == "oprd" || d == "xcomp" || d == "ccomp" || d == "attr" || d == "acomp"):
			if !f.isTo(k) && !f.hasOwn(k, "mark") {
				out, found = hull(out, f.doc.Subtree(k)), true
			}
		case s.frames&asIt != 0 && (d == "prep" || d == "advcl") && (toks[k].Lower == "as" || f.markedAs(k)):
			out, found = hull(out, f.doc.Subtree(k)), true
		}
	}
	if s.frames&asIt != 0 && !found && out.End > out.Start {
		// "as" may hang on the object.
		for k := out.Start; k < out.End; k++ {
			if toks[k].Lower == "as" && (toks[k].Dep == "prep" || toks[k].Dep == "mark") {
				return out
			}
		}
	}
	if !found && s.frames&naming != 0 && out.End > out.Start {
		// The tree makes what it is called an apposition: called the speech "a fairy tale".
		for q := f.quotesFrom(out.Start + 1); q < len(f.quotes) && f.quotes[q].Start < out.End; q++ {
			found = found || f.quotes[q].Start > out.Start && f.quotes[q].Start > i
		}
	}
	if !found {
		return analyze.Range{}
	}
	return out
}

func (f *finder) markedAs(k int) bool {
	for _, c := range f.doc.Children(k) {
		if f.doc.Tokens[c].Lower == "as" {
			return true
		}
	}
	return false
}

// wholeVerb returns the verb at i with all that follows it in its clause.
func (f *finder) wholeVerb(i int, passive bool) analyze.Range {
	toks := f.doc.Tokens
	r := analyze.Range{Start: i, End: i + 1}
	obj := false
	for _, k := range f.doc.Children(i) {
		d := toks[k].Dep
		if passive {
			switch {
			case d == "nsubjpass":
				r.Start, obj = min(r.Start, f.doc.Subtree(k).Start), true
			case d == "prep" && k > i && toks[k].Lower != "by" && f.hasOwn(k, "pcomp"):
				return f.trim(f.doc.Subtree(f.doc.Child(k, "pcomp"))) // "was accused by X of stalling the talks"
			}
			continue
		}
		if k < i || d == "conj" || d == "cc" || d == "punct" {
			continue
		}
		switch d {
		case "dobj", "ccomp", "xcomp":
			if unsaid[toks[k].Lemma] || toks[k].Lower == "you" {
				return analyze.Range{}
			}
			obj = true
		case "prep", "agent":
			obj = obj || toks[k].Lower == "for" || toks[k].Lower == "against" || toks[k].Lower == "to" && toks[i].Lemma != "oppose" || f.hasOwn(k, "pcomp")
		}
		r.End = max(r.End, f.doc.Subtree(k).End)
	}
	if !obj {
		return analyze.Range{}
	}
	return f.trim(r)
}
