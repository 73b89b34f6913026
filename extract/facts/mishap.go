package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// violent reports whether a verb of harm tells of what somebody did, and not
// of a storm, a sinking ship or a fall.
func (f *finder) violent(v int, args []argument) bool {
	d := f.doc
	t := &d.Tokens[v]
	if h := &d.Tokens[t.Head]; (t.Dep == "advcl" || t.Dep == "conj" || t.Dep == "xcomp" || t.Dep == "ccomp") && t.Head != v && isVerb(h) && f.lex.is("wreck", h.Lemma) && !f.armed(t.Head) {
		return false // "the ferry capsized, killing ten"
	}
	if t.Dep == "acl" && slices.ContainsFunc(args, func(a argument) bool { return f.lex.is("warfare", d.Tokens[a.tok].Lemma) }) {
		return false // "soldiers killed in the war"
	}
	agent := false
	for _, a := range args {
		if a.at != "subj" {
			continue
		}
		agent = true
		if f.capable(a.tok) {
			return true
		}
	}
	if agent {
		return false
	}
	around := d.Children(v)
	for _, k := range around {
		if d.Tokens[k].Dep == "conj" && isVerb(&d.Tokens[k]) && d.Child(k, "advcl") >= 0 {
			around = append(slices.Clip(around), d.Children(k)...) // "were killed and others rescued when a bus collided"
		}
	}
	for _, k := range around {
		c := &d.Tokens[k]
		if c.Dep == "advcl" && isVerb(c) && f.lex.is("wreck", c.Lemma) && !f.armed(k) {
			return false // "was killed when two buses collided"
		}
		if c.Dep == "prep" || c.Dep == "agent" {
			if g := d.Child(k, "pcomp"); g >= 0 && f.lex.is("wreck", d.Tokens[g].Lemma) && !f.armed(g) {
				return false // "was killed after falling from a ridge"
			}
		}
	}
	return true
}

// armed reports whether the subject of a verb is a weapon: "a car bomb exploded".
func (f *finder) armed(v int) bool {
	s := f.subject(v)
	return s.tok >= 0 && (f.lex.is("weapon", f.doc.Tokens[s.tok].Lemma) || f.lex.is("bomb", f.doc.Tokens[s.tok].Lemma) || f.attackNoun(s.tok) != nil)
}

// capable reports whether a word stands for somebody or something that can attack.
func (f *finder) capable(tok int) bool {
	t := &f.doc.Tokens[tok]
	switch {
	case f.lex.is("mishap", t.Lemma) && f.attackNoun(tok) == nil:
		return false
	case f.lex.is("weapon", t.Lemma), f.lex.is("group", t.Lemma), f.lex.is("someone", t.Lemma), f.lex.is("vehicle", t.Lemma), f.lex.is("projectile", t.Lemma), f.lex.is("office", t.Lemma),
		f.attackNoun(tok) != nil:
		return true
	}
	if m, ok := f.mention(tok); ok {
		return f.Names.Entities[m.Entity].Type != news.Place
	}
	if t.Pos == "PROPN" || t.Pos == "NUM" {
		return true
	}
	switch t.Lower {
	case "it", "this", "that", "which", "what":
		return len(f.who(tok)) > 0
	}
	return t.Pos == "PRON" || len(f.plural(tok)) > 0
}

// mishap returns the word for the accident or illness that the arguments blame for harm, -1 when there is none.
func (f *finder) mishap(args []argument) int {
	for _, a := range args {
		t := &f.doc.Tokens[a.tok]
		if !circumstances[a.at] || a.at == "with" {
			continue
		}
		if f.lex.is("mishap", t.Lemma) && !f.gunfire(a.tok) {
			return a.tok
		}
		if a.at == "subj" {
			for _, k := range f.doc.Children(a.tok) {
				if f.doc.Tokens[k].Dep == "compound" && f.lex.is("mishap", f.doc.Tokens[k].Lemma) {
					return a.tok
				}
			}
		}
	}
	return -1
}

// storm reports whether a name is that of a storm: "Cyclone Ada".
func (f *finder) storm(n int) bool {
	for _, k := range f.doc.Children(n) {
		if t := &f.doc.Tokens[k]; t.Dep == "compound" && t.Pos == "PROPN" && f.lex.is("mishap", t.Lower) {
			return true
		}
	}
	return false
}

// gunfire reports whether a "fire", "storm" or "explosion" is one of weapons.
func (f *finder) gunfire(tok int) bool {
	for _, a := range f.nounArguments(tok) {
		l := f.doc.Tokens[a.tok].Lemma
		if a.at == "mod" && (f.lex.is("weapon", l) || f.lex.is("projectile", l) || f.lex.is("bomb", l) || f.lex.is("group", l) || f.lex.is("gunfire", l)) {
			return true
		}
	}
	return false
}
