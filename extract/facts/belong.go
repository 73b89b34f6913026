package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// called returns whom "a woman named X" and "a man identified as X" name.
func (f *finder) called(tok int, wide bool, depth int) []int {
	var out []int
	for _, k := range f.doc.Children(tok) {
		t := &f.doc.Tokens[k]
		if t.Dep != "acl" || t.Tag != "VBN" {
			continue
		}
		switch t.Lemma {
		case "name", "call", "identify", "know", "dub":
		default:
			continue
		}
		for _, o := range f.doc.Children(k) {
			switch c := &f.doc.Tokens[o]; {
			case c.Dep == "oprd" || c.Dep == "dobj" || c.Dep == "npadvmod":
				out = append(out, f.collect(o, wide, depth+1)...)
			case c.Dep == "prep" && c.Lower == "as":
				out = append(out, f.collect(f.doc.Child(o, "pobj"), wide, depth+1)...)
			}
		}
	}
	return out
}

// verbBetween reports whether a verb or semicolon stands between two tokens.
func (f *finder) verbBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if t := &f.doc.Tokens[i]; t.Text == ";" || t.Pos == "VERB" && t.Dep != "amod" && t.Head != a {
			return true
		}
	}
	return false
}

// listed returns the entities of "including X and Y" or "such as X" after a noun.
func (f *finder) listed(tok int, wide bool, depth int) []int {
	var out []int
	for _, k := range f.doc.Children(tok) {
		t := &f.doc.Tokens[k]
		if t.Dep == "prep" && (t.Lower == "including" || t.Lower == "like" || t.Lower == "as" || t.Lower == "among") && !f.verbBetween(tok, k) && f.doc.Tokens[k-1].Lower != "not" {
			for _, o := range f.doc.Children(k) {
				if f.doc.Tokens[o].Dep == "pobj" {
					out = append(out, f.collect(o, wide, depth+1)...)
				}
			}
		}
	}
	if n := f.among(tok); n >= 0 {
		out = append(out, f.collect(n, wide, depth+1)...)
	}
	return out
}

// among returns the name after "among them" behind noun tok, wherever the
// tree hangs it; -1 when there is none.
func (f *finder) among(tok int) int {
	d := f.doc
	end := d.Sents[d.Tokens[tok].Sent].End
	for i := tok + 1; i < min(tok+6, end-2); i++ {
		if d.Tokens[i].Text == "," && d.Tokens[i+1].Lower == "among" && d.Tokens[i+2].Lower == "them" {
			return d.Tokens[i+1].Head
		}
	}
	return -1
}

// after returns the entities that stand after a preposition of noun tok.
func (f *finder) after(tok int, wide bool, depth int, preps ...string) []int {
	var out []int
	for _, k := range f.doc.Children(tok) {
		t := &f.doc.Tokens[k]
		if t.Dep != "prep" || !slices.Contains(preps, t.Lower) {
			continue
		}
		for _, o := range f.doc.Children(k) {
			if f.doc.Tokens[o].Dep == "pobj" {
				out = append(out, f.collect(o, wide, depth+1)...)
			}
		}
	}
	return out
}

// body returns the entity that a common noun belongs to: before it
// ("Turkish troops", "the ministry's officials") or after it ("troops of the
// alliance").
func (f *finder) body(tok int, wide bool, depth int) []int {
	var out []int
	for _, a := range f.nounArguments(tok) {
		if a.at != "mod" && a.at != "poss" || a.at == "mod" && f.owned(tok) {
			continue
		}
		if m, ok := f.mention(a.tok); ok {
			if a.at == "mod" && !wide && f.Names.Entities[m.Entity].Type == news.Country && f.lex.is("private", f.doc.Tokens[tok].Lemma) {
				continue // "Elbonian rebels" are not Elbonia
			}
			if end := m.Tokens.End; a.at == "mod" && f.lex.is("vehicle", f.doc.Tokens[tok].Lemma) && end < tok && f.doc.Tokens[end].Tag == "CD" {
				continue // who built a jet does not fly it
			}
			if f.Names.Entities[m.Entity].Type != news.Person || a.at == "poss" && (f.lex.is("deputed", f.doc.Tokens[tok].Lemma) || wide && f.lex.is("land", f.doc.Tokens[tok].Lemma)) || wide && f.lex.is("thing", f.doc.Tokens[tok].Lemma) {
				out = append(out, m.Entity)
			}
		} else if v := f.doc.Tokens[tok].Head; a.at == "poss" && f.doc.Tokens[a.tok].Tag == "WP$" && f.doc.Tokens[v].Dep == "relcl" {
			// "the league, whose ministers met in May".
			out = append(out, f.collect(f.doc.Tokens[v].Head, wide, depth+1)...)
		} else if a.at == "poss" {
			out = append(out, f.collect(a.tok, wide, depth+1)...)
		}
	}
	if len(out) > 0 {
		return out
	}
	if wide && f.lex.is("thing", f.doc.Tokens[tok].Lemma) && !f.lex.is("group", f.doc.Tokens[tok].Lemma) {
		out = f.after(tok, wide, depth, "of", "from", "in", "at", "by", "with")
	} else {
		out = f.after(tok, wide, depth, "of", "from")
	}
	if len(out) == 0 && f.lex.is("homely", f.doc.Tokens[tok].Lemma) {
		// "lawmakers in the kingdom" are its own, unlike soldiers there.
		out = f.only(f.after(tok, wide, depth, "in"), map[news.EntityType]bool{news.Country: true})
	}
	if p := f.doc.Child(tok, "prep"); len(out) == 0 && p >= 0 && f.doc.Tokens[p].Lower == "of" {
		// "the minister of foreign affairs of the republic".
		if o := f.doc.Child(p, "pobj"); o >= 0 {
			out = f.after(o, wide, depth, "of")
		}
	}
	return out
}

// behind returns the entities after a "from" or "of" that follows noun tok
// at once, wherever the tree hangs it.
func (f *finder) behind(tok, depth int) []int {
	if p := tok + 1; p < len(f.doc.Tokens) && f.doc.Tokens[p].Dep == "prep" && (f.doc.Tokens[p].Lower == "from" || f.doc.Tokens[p].Lower == "of") {
		if o := f.doc.Child(p, "pobj"); o >= 0 {
			return f.collect(o, true, depth+1)
		}
	}
	return nil
}

// owned reports whether noun tok is somebody's own, so that the words before
// it say only what it deals with ("his top Asia advisers").
func (f *finder) owned(tok int) bool {
	p := f.doc.Child(tok, "poss")
	return p >= 0 && f.doc.Tokens[p].Tag == "PRP$" && f.doc.Tokens[tok].Lemma != "counterpart" && !f.lex.is("thing", f.doc.Tokens[tok].Lemma)
}

// stateOf puts their country in the place of people whose allies, aides or
// relatives are spoken of, and drops those whose country nothing tells.
func (f *finder) stateOf(es []int) []int {
	var out []int
	for _, e := range es {
		if f.Names.Entities[e].Type == news.Person {
			if e = f.country(e); e < 0 {
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

// styled returns the person whose name ends a long title ("Speaker of the
// House of Deputies Jane Doe"), wherever the tree hangs it.
func (f *finder) styled(tok int) (int, bool) {
	d := f.doc
	if t := &d.Tokens[tok]; !isNoun(t) || !f.lex.is("office", t.Lemma) || tok+1 >= len(d.Tokens) || d.Tokens[tok+1].Lower != "of" && d.Tokens[tok+1].Lower != "for" && d.Tokens[tok+1].Lower != "and" {
		return 0, false
	}
	for i := tok + 1; i < min(tok+16, len(d.Tokens)); i++ {
		t := &d.Tokens[i]
		switch {
		case t.Lower == "of" || t.Lower == "the" || t.Lower == "for" || t.Lower == "and" || t.Lower == "'s" || t.Lower == "’s":
			continue
		case t.Pos != "PROPN" && t.Pos != "ADJ" && t.Pos != "NOUN":
			return 0, false
		}
		for _, k := range f.Names.At(i) {
			m := &f.Names.Mentions[k]
			if m.Kind == news.NameMention && f.Names.Entities[m.Entity].Type == news.Person && m.Tokens.Start == i {
				return m.Entity, d.Tokens[i-1].Pos == "PROPN" && i > tok+2
			}
		}
	}
	return 0, false
}
