package facts

// ordinal reports whether noun n is a first, last or only one, whose
// infinitive tells what it did ("the first leader to visit").
func (f *finder) ordinal(n int) bool {
	for _, k := range f.doc.Children(n) {
		switch f.doc.Tokens[k].Lower {
		case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "latest", "only", "youngest", "oldest":
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

// article reports whether noun n stands with "a" or "an".
func (f *finder) article(n int) bool {
	d := f.doc.Child(n, "det")
	return d >= 0 && (f.doc.Tokens[d].Lower == "a" || f.doc.Tokens[d].Lower == "an")
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
