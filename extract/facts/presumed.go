package facts

import "slices"

// This file tells what a text takes for granted: "fled the fighting", "an end
// to the war" and "should condemn the attack" speak of something that takes
// place or did, whatever governs them.

// presumed reports whether what verb or noun g does to noun n leaves n as real
// as its own words make it.
func (f *finder) presumed(n, g int) bool {
	if f.attackNoun(n) == nil && !f.lex.is("strife", f.doc.Tokens[n].Lemma) || f.coming(n) {
		return false
	}
	l := f.doc.Tokens[g].Lemma
	return f.lex.is("suffering", l) || f.lex.is("concerning", l) && !f.article(n) && (!f.indefinite(n) || f.particular(n))
}

// particular reports whether words around noun n say who is at it or against
// whom: "strikes on the city", "rebel attacks".
func (f *finder) particular(n int) bool {
	return slices.ContainsFunc(f.nounArguments(n), func(a argument) bool {
		switch a.at {
		case "between", "by", "on", "against":
			return true
		case "mod":
			return len(f.who(a.tok)) > 0
		}
		return false
	})
}
