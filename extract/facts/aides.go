package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// paired returns the countries and bodies before a plural noun that speaks
// for more than one of them: "US and Chinese negotiators".
func (f *finder) paired(m *names.Mention, tok int) []int {
	if t := &f.doc.Tokens[tok]; m.Kind != news.NominalMention || t.Tag != "NNS" && t.Tag != "NNPS" {
		return nil
	}
	var out []int
	for _, k := range f.doc.Children(tok) {
		switch f.doc.Tokens[k].Dep {
		case "amod", "nmod", "compound":
			if f.doc.Child(k, "conj") < 0 {
				continue
			}
			for _, e := range f.collect(k, false, 5) {
				if t := f.Names.Entities[e].Type; (t == news.Country || t == news.Organization) && !slices.Contains(out, e) {
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// titled reports whether word k names the one body or person that noun tok
// describes ("the northern firm Acme").
func (f *finder) titled(tok, k int) bool {
	if f.doc.Tokens[tok].Tag != "NN" || k < tok {
		return false
	}
	m, ok := f.mention(k)
	return ok && m.Kind == news.NameMention && m.Tokens.Start == tok+1 && f.Names.Entities[m.Entity].Type != news.Country
}

// official reports whether a word speaks of people who act for an entity,
// and is not the name of a country or body itself ("Chinese officials").
func (f *finder) official(tok, entity int) bool {
	if f.Names.Entities[entity].Type == news.Person {
		return true
	}
	for k := tok; k >= 0; k = f.doc.Child(k, "conj") {
		if m, ok := f.mention(k); ok && m.Entity == entity && m.Kind == news.NameMention {
			return false
		}
	}
	t := &f.doc.Tokens[tok]
	_, ok := f.mention(tok)
	return ok || f.lex.is("group", t.Lemma) || f.lex.is("office", t.Lemma) || f.lex.is("people", t.Lemma)
}

// things returns the arguments that are no verbs, and what is coordinated with them.
func (f *finder) things(args []argument) []argument {
	out := slices.DeleteFunc(slices.Clone(args), func(a argument) bool { return a.tok < 0 || isVerb(&f.doc.Tokens[a.tok]) })
	for _, a := range slices.Clone(out) {
		for k := a.tok; a.at != "mod" && a.at != "poss" && k >= 0; {
			if k = f.doc.Child(k, "conj"); k >= 0 && isNoun(&f.doc.Tokens[k]) {
				out = append(out, argument{"conj", k})
			}
		}
	}
	return out
}
