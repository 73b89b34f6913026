package facts

import "slices"

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

// council reports whether who votes by verb v can decree: a council, not one
// chamber of a parliament.
func (f *finder) council(v int) bool {
	s := f.subject(v)
	return s.tok >= 0 && f.lex.is("council", f.doc.Tokens[s.tok].Lower)
}

// anterior reports whether verb v tells what was so, or had been done, at a
// time in the past.
func (f *finder) anterior(v int) bool {
	t := &f.doc.Tokens[v]
	if t.Tag == "VBD" {
		return t.Lemma == "be" || t.Lemma == "have" || t.Lemma == "hold"
	}
	return t.Tag == "VBN" && slices.ContainsFunc(f.doc.Children(v), func(k int) bool {
		return f.doc.Tokens[k].Dep == "aux" && f.doc.Tokens[k].Lower == "had"
	})
}

// able reports whether "can" or "could" stands before verb v.
func (f *finder) able(v int) bool {
	return slices.ContainsFunc(f.doc.Children(v), func(k int) bool {
		t := &f.doc.Tokens[k]
		return t.Tag == "MD" && (t.Lower == "can" || t.Lower == "could" || t.Lower == "ca")
	})
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
