package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// partakers returns the words for who takes part in what noun n names, where
// a clause about it says so: "talks that brought together ...", "a treaty
// signed by ...".
func (f *finder) partakers(n int) []argument {
	d := f.doc
	var out []argument
	read := func(v int) {
		joins, joined := f.lex.is("joins", d.Tokens[v].Lemma), f.lex.is("joined", d.Tokens[v].Lemma)
		if d.Tokens[v].Lemma == "bring" && !f.with(v, "together") {
			return
		}
		for _, a := range f.arguments(v) {
			if a.tok != n && (joins && a.at == "obj" && !f.passive(v) || joined && a.at == "subj") {
				out = append(out, argument{"partaker", a.tok})
			}
		}
	}
	for _, k := range d.Children(n) {
		if o := d.Child(k, "pobj"); o >= 0 && f.lex.is("border", d.Tokens[o].Lemma) {
			// "the truce along the border between the two", "on the Elbonian-Ruritanian border".
			for _, a := range f.nounArguments(o) {
				if a.at == "mod" || a.at == "between" || a.at == "poss" {
					out = append(out, argument{"partaker", a.tok})
				}
			}
		}
		if t := &d.Tokens[k]; (t.Dep == "acl" || t.Dep == "relcl") && isVerb(t) && !f.hasTo(k) {
			read(k)
		}
	}
	if t := &d.Tokens[n]; (t.Dep == "nsubj" || t.Dep == "nsubjpass") && isVerb(&d.Tokens[t.Head]) {
		read(t.Head)
	}
	return out
}

// with reports whether verb v has a word of the given form beside it.
func (f *finder) with(v int, word string) bool {
	return slices.ContainsFunc(f.doc.Children(v), func(k int) bool { return f.doc.Tokens[k].Lower == word })
}

// treaty returns the lower-case singular of a noun, which for the last word
// of a name ("the Paris Agreement") the table of nouns may know.
func (f *finder) treaty(n int) string {
	t := &f.doc.Tokens[n]
	if t.Pos != "PROPN" {
		return t.Lemma
	}
	l := strings.ToLower(t.Lemma)
	if s := strings.TrimSuffix(l, "s"); f.lex.is("pact", s) {
		return s
	}
	if len(f.lex.nouns[t.Lemma]) == 0 && f.lex.is("pact", l) {
		return l
	}
	return t.Lemma
}

// sidesWith reports whether an agreement names its other party only, so that
// who announces it is one too ("announced a deal with the kingdom").
func (f *finder) sidesWith(args []argument) bool {
	with := false
	for _, a := range args {
		switch a.at {
		case "with":
			with = true
		case "between", "among", "poss", "partaker":
			return false
		}
	}
	return with
}

// answered reports whether noun n is what one side alone offers, accepts or
// turns down ("the militia rejected the truce").
func (f *finder) answered(n int) bool {
	t := &f.doc.Tokens[n]
	return (t.Dep == "dobj" || t.Dep == "nsubjpass") && isVerb(&f.doc.Tokens[t.Head]) && f.lex.is("answering", f.doc.Tokens[t.Head].Lemma)
}

// actors returns who does what noun v says of another noun, as if v were a
// verb: "the union's extension of sanctions".
func (f *finder) actors(v int) []argument {
	var out []argument
	for _, a := range f.nounArguments(v) {
		if a.at == "poss" || a.at == "by" || a.at == "mod" {
			out = append(out, argument{"subj", a.tok})
		}
	}
	if g := f.doc.Tokens[v].Head; !slices.ContainsFunc(out, func(a argument) bool { return len(f.who(a.tok)) > 0 }) && f.doc.Tokens[v].Dep == "dobj" && isVerb(&f.doc.Tokens[g]) && f.lex.is("doing", f.doc.Tokens[g].Lemma) {
		if s := f.subject(g); s.at == "subj" {
			out = append(out, s) // "made a visit for talks", "announced an increase in tariffs"
		}
	}
	return out
}

// ahead makes a meeting or agreement planned where its day is still to come
// and no verb in the past tells of it ("the ministers meet on Sunday").
func (f *finder) ahead(c *Claim, tok, support int) {
	if c.Type != news.Meeting && c.Type != news.Agreement || f.Published.IsZero() || c.Date.From.IsZero() || !occurred(c) {
		return
	}
	if c.Date.From.After(f.Published) && !f.past(tok) && (support < 0 || !f.past(support)) {
		c.level, c.Status = planned, news.Planned
	}
}

// idea reports whether noun n is one of those that can be planned, with "a"
// before it and nothing that says that it took place: "an end to the war and
// a withdrawal of the troops".
func (f *finder) idea(n int, kind string) bool {
	if !f.lex.is("plannable", kind) || !f.article(n) {
		return false
	}
	t := &f.doc.Tokens[n]
	if t.Dep != "pobj" {
		return t.Dep != "nsubj" && t.Dep != "nsubjpass" && t.Dep != "dobj" && t.Dep != "ROOT"
	}
	switch f.doc.Tokens[t.Head].Lower {
	case "after", "following", "since", "during", "in", "on", "by", "amid":
		return false
	}
	return true
}
