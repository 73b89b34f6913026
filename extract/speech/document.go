package speech

import "github.com/newsgraph/newsgraph/news"

// documentVerb returns the frames of verbs that only documents say things
// with ("the statement read", "the order states").
func (f *finder) documentVerb(i int) (saying, bool) {
	if f.putAt(i) {
		return saying{"says", whole}, true
	}
	if k := f.doc.Child(i, "nsubj"); k >= 0 && f.doc.Tokens[i].Lemma == "give" && (f.doc.Tokens[k].Lemma == "poll" || f.doc.Tokens[k].Lemma == "survey") {
		return saying{"says", object}, true
	}
	switch f.doc.Tokens[i].Lemma {
	case "read", "show", "specify", "stipulate":
	default:
		return saying{}, false
	}
	if k := f.doc.Child(i, "nsubj"); k >= 0 && documents[f.doc.Tokens[k].Lemma] {
		return saying{"says", clause | object}, true
	}
	return saying{}, false
}

// putAt reports whether the verb at i says a number: "put the toll at 12".
func (f *finder) putAt(i int) bool {
	toks := f.doc.Tokens
	if toks[i].Lemma != "put" || f.doc.Child(i, "dobj") < i {
		return false
	}
	for _, k := range f.doc.Children(i) {
		if toks[k].Lower == "at" && toks[k].Dep == "prep" && k > i {
			for j := k + 1; j < f.doc.Subtree(k).End; j++ {
				if toks[j].Tag == "CD" || toks[j].Text == "€" || toks[j].Text == "$" || toks[j].Text == "£" {
					return true
				}
			}
		}
	}
	return false
}

// issuing are the verbs by which somebody makes a document.
var issuing = set("sign issue release publish send write post deliver make give submit file share put")

// issue keeps who issued a document, for a later "the order stated".
func (f *finder) issue(i int) {
	t := &f.doc.Tokens[i]
	if t.Pos != "VERB" || !issuing[t.Lemma] {
		return
	}
	d := f.doc.Child(i, "dobj", "nsubjpass")
	if d < 0 || !documents[f.doc.Tokens[d].Lemma] {
		return
	}
	s := f.sourceOf(i, f.passive(i))
	if !s.ok || documents[f.doc.Tokens[s.head].Lemma] {
		return
	}
	if e := f.speaker(s.head, 1); e >= 0 {
		f.issued[f.doc.Tokens[d].Lemma] = e
	}
}

// issuer returns the entity that the document h comes from: its possessor,
// "by" or "from" whom it is, who issues it in the same clause, or who issued
// the last document of its kind; -1 when nothing tells.
func (f *finder) issuer(h, depth int) int {
	toks := f.doc.Tokens
	for _, k := range f.doc.Children(h) {
		switch toks[k].Dep {
		case "poss", "amod", "compound", "nmod":
			if e := f.speaker(k, depth+1); e >= 0 {
				return e
			}
			if e := f.anyEntity(k); e >= 0 && f.names.Entities[e].Type != news.Place {
				return e
			}
		}
	}
	for _, k := range f.doc.Children(h) {
		if toks[k].Dep != "prep" && toks[k].Dep != "agent" {
			continue
		}
		switch toks[k].Lower {
		case "by", "from", "of":
			if p := f.doc.Child(k, "pobj"); p >= 0 {
				if e := f.speaker(p, depth+1); e >= 0 {
					return e
				}
			}
		}
	}
	for _, k := range f.doc.Children(h) {
		if toks[k].Dep == "acl" && toks[k].Tag == "VBN" {
			if s := f.sourceOf(k, true); s.ok {
				if e := f.speaker(s.head, depth+1); e >= 0 {
					return e
				}
			}
		}
	}
	switch v := toks[h].Head; toks[h].Dep {
	case "dobj":
		if s := f.sourceOf(v, f.passive(v)); s.ok && s.head != h {
			return f.speaker(s.head, depth+1)
		}
	case "pobj": // "in a statement": the clause's own subject
		if l := toks[v].Lower; l != "in" && l != "on" && l != "via" && l != "through" && l != "with" {
			break
		}
		if g := toks[v].Head; g != v && (toks[g].Pos == "VERB" || toks[g].Pos == "AUX") {
			if s := f.sourceOf(g, f.passive(g)); s.ok && s.head != h {
				return f.speaker(s.head, depth+1)
			}
		}
	}
	if e, ok := f.issued[toks[h].Lemma]; ok {
		return e
	}
	return -1
}
