package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// mention returns the mention that tok heads: a name before a description
// before a pronoun, the longest of its kind.
func (f *finder) mention(tok int) (*names.Mention, bool) {
	var best *names.Mention
	rank := map[news.MentionKind]int{news.NameMention: 3, news.NominalMention: 2, news.PronounMention: 1}
	for _, i := range f.byHead[tok] {
		m := &f.Names.Mentions[i]
		if best == nil || rank[m.Kind] > rank[best.Kind] ||
			rank[m.Kind] == rank[best.Kind] && m.Tokens.End-m.Tokens.Start > best.Tokens.End-best.Tokens.Start {
			best = m
		}
	}
	return best, best != nil
}

// who returns the entities that a word and those coordinated with it stand
// for: by name, by a chain of mentions, or as the body that a common noun
// belongs to ("Iraqi forces" are Iraq).
func (f *finder) who(tok int) []int { return f.collect(tok, false, 0) }

// whom is who, and also finds the country behind goods, places and people
// ("goods from India").
func (f *finder) whom(tok int) []int { return f.collect(tok, true, 0) }

func (f *finder) collect(tok int, wide bool, depth int) []int {
	if tok < 0 || depth > 6 {
		return nil
	}
	d := f.doc
	t := &d.Tokens[tok]
	var out []int
	add := func(es []int) {
		for _, e := range es {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	if t.Lower == "grata" || t.Lower == "persona" {
		return f.body(tok, true, depth) // "declared the envoy persona non grata"
	}
	if e, ok := f.styled(tok); ok {
		add([]int{e})
	} else if m, ok := f.mention(tok); ok && f.stray(m, tok) {
		return nil
	} else if m, ok := f.mention(tok); ok && !(t.Lower == "it" && f.Names.Entities[m.Entity].Type == news.Person) {
		pair := f.paired(m, tok)
		switch other, ok := f.left(m, tok); {
		case len(pair) > 1:
			add(pair)
		case f.citizen(m, tok):
			// "An Australian, John Smith": the person, not the country.
			for _, k := range d.Children(tok) {
				if d.Tokens[k].Dep == "appos" {
					add(f.collect(k, wide, depth+1))
				}
			}
		case ok:
			add([]int{other, m.Entity})
		default:
			add([]int{m.Entity})
		}
	} else if es := f.self(tok); len(es) > 0 {
		add(es)
	} else if es := f.plural(tok); len(es) > 0 {
		add(es)
	} else if e, ok := f.reported(tok); ok {
		add([]int{e})
	} else if t.Lower == "other" && t.Dep == "dobj" && f.doc.Child(tok, "det") >= 0 && d.Tokens[f.doc.Child(tok, "det")].Lower == "each" {
		// "accused each other of": those who accuse.
		if s := f.subject(t.Head); s.tok >= 0 {
			add(f.collect(s.tok, wide, depth+1))
		}
	} else if e, ok := f.described(tok); ok {
		add([]int{e})
	} else if n := f.pickedFrom(tok); n >= 0 {
		add(f.collect(n, false, depth+1))
	} else if e, ok := f.introduced(tok); ok {
		add([]int{e})
	} else if isNoun(t) || t.Pos == "PRON" || t.Pos == "NUM" {
		if es := f.listed(tok, wide, depth); len(es) > 0 {
			add(es)
		} else if f.lex.is("group", t.Lemma) || t.Tag == "NNPS" && f.lex.is("group", strings.TrimSuffix(t.Lower, "s")) || wide && isNoun(t) {
			add(f.body(tok, wide, depth))
			if len(out) == 0 && wide {
				add(f.behind(tok, depth))
			}
			if f.lex.is("people", t.Lemma) {
				out = f.stateOf(out)
			}
		} else if f.lex.is("partitive", t.Lemma) {
			add(f.after(tok, wide, depth, "of"))
		} else if k := tok + 1; t.Pos == "NUM" && k < len(d.Tokens) && d.Tokens[k].Lower == "worth" {
			add(f.after(k, wide, depth, "of")) // "two million worth of goods"
		}
		if len(out) == 0 {
			add(f.called(tok, wide, depth))
		}
		for _, k := range d.Children(tok) {
			if d.Tokens[k].Dep == "appos" && (len(out) == 0 || f.lex.is("office", t.Lemma) || f.titled(tok, k)) {
				if es := f.collect(k, wide, depth+1); len(es) > 0 {
					out = es
				}
			}
		}
		if e, ok := f.apposed(tok); ok {
			out = []int{e}
		}
		if n := f.lined(tok); len(out) == 0 && n >= 0 {
			add(f.collect(n, wide, depth+1))
		}
	}
	if len(out) == 0 && !isNoun(t) {
		// A name before a word that the tree takes for the subject ("Smith co-founded").
		for _, k := range d.Children(tok) {
			if m, ok := f.mention(k); ok && d.Tokens[k].Dep == "compound" {
				add([]int{m.Entity})
			}
		}
	}
	for _, k := range append(f.remaining(tok), f.coupled(tok)...) {
		add(f.collect(k, wide, depth+1))
	}
	for _, k := range d.Children(tok) {
		if f.series(tok, k) {
			add(f.collect(k, wide, depth+1))
		}
	}
	for _, k := range f.coordinated(tok) {
		if d.Tokens[k].Dep == "conj" && !f.semicolon(tok, k) && !f.situated(tok, k) && (isNoun(&d.Tokens[k]) || d.Tokens[k].Pos == "PRON" || d.Tokens[k].Pos == "ADJ") {
			add(f.collect(k, wide, depth+1))
		}
	}
	return out
}

// series reports whether the tree takes the second name of a list for an
// apposition of the first: "Smith, Jones and Brown".
func (f *finder) series(tok, k int) bool {
	d := f.doc
	if d.Tokens[k].Dep != "appos" || d.Child(k, "cc") < 0 || d.Child(k, "conj") < 0 {
		return false
	}
	a, ok := f.mention(tok)
	b, ok2 := f.mention(k)
	return ok && ok2 && a.Entity != b.Entity && a.Kind == news.NameMention && b.Kind == news.NameMention &&
		f.Names.Entities[a.Entity].Type == f.Names.Entities[b.Entity].Type && f.Names.Entities[a.Entity].Type != news.Place
}

// situated reports whether a word is only the country in which a place lies
// ("Lyon, France"), which the tree may take for a second place.
func (f *finder) situated(tok, k int) bool {
	a, ok := f.mention(tok)
	b, ok2 := f.mention(k)
	if !ok || !ok2 || b.Tokens.Start != a.Tokens.End+1 || f.doc.Tokens[a.Tokens.End].Text != "," {
		return false
	}
	return f.Names.Entities[a.Entity].Type == news.Place && (f.Names.Entities[b.Entity].Type == news.Country || f.Names.Entities[b.Entity].Type == news.Place) && f.doc.Child(k, "cc", "conj") < 0 && f.doc.Child(tok, "cc") < 0
}

// semicolon reports whether a semicolon stands between two tokens.
func (f *finder) semicolon(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if f.doc.Tokens[i].Text == ";" {
			return true
		}
	}
	return false
}

// coordinated returns the children of a word, and of the other words of a
// name that the tree breaks.
func (f *finder) coordinated(tok int) []int {
	out := f.doc.Children(tok)
	m, ok := f.mention(tok)
	if !ok || m.Kind != news.NameMention {
		return out
	}
	for k := m.Tokens.Start; k < m.Tokens.End; k++ {
		if k != tok {
			for _, c := range f.doc.Children(k) {
				if c >= m.Tokens.End {
					out = append(slices.Clip(out), c)
				}
			}
		}
	}
	return out
}

// citizen reports whether a mention is a demonym that speaks of one person ("an Australian").
func (f *finder) citizen(m *names.Mention, tok int) bool {
	t := &f.doc.Tokens[tok]
	if m.Use != names.Demonym || !isNoun(t) || t.Tag == "NNS" || t.Tag == "NNPS" {
		return false
	}
	for _, k := range f.doc.Children(tok) {
		if d := &f.doc.Tokens[k]; d.Dep == "det" && (d.Lower == "a" || d.Lower == "an") {
			return true
		}
	}
	return false
}

// left returns the person coordinated before a mention where the tree has
// hidden it among the words before the name ("President A and President B met").
func (f *finder) left(m *names.Mention, tok int) (int, bool) {
	d := f.doc
	if f.Names.Entities[m.Entity].Type != news.Person || m.Kind != news.NameMention {
		return 0, false
	}
	first := d.Subtree(tok).Start
	i := m.Tokens.Start - 1
	for i > first && (d.Tokens[i].Pos == "PROPN" || d.Tokens[i].Pos == "ADJ" || d.Tokens[i].Pos == "NOUN") {
		i--
	}
	if i <= first || d.Tokens[i].Lower != "and" {
		return 0, false
	}
	for _, k := range f.Names.At(i - 1) {
		if o := &f.Names.Mentions[k]; o.Kind == news.NameMention && o.Tokens.End == i && o.Entity != m.Entity && f.Names.Entities[o.Entity].Type == news.Person {
			return o.Entity, true
		}
	}
	return 0, false
}

// apposed returns the person whose name follows an office after a comma
// ("the foreign minister of the republic, Dr Jane Doe"), wherever the tree hangs it.
func (f *finder) apposed(tok int) (int, bool) {
	d := f.doc
	l := d.Tokens[tok].Lemma
	if !f.lex.is("office", l) && (d.Tokens[tok].Tag != "NN" || !f.lex.is("someone", l) && !f.lex.is("offspring", l) && !f.lex.is("kin", l)) {
		return 0, false
	}
	for _, k := range f.Names.At(min(tok+1, len(d.Tokens)-1)) {
		// "his counterpart Jane Doe".
		if m := &f.Names.Mentions[k]; m.Kind == news.NameMention && m.Tokens.Start == tok+1 && f.Names.Entities[m.Entity].Type == news.Person && d.Tokens[m.Head].Dep != "nsubj" {
			return m.Entity, true
		}
	}
	// The tree may hang the name on the last word before the comma.
	end := tok + 1
	for end < d.Subtree(tok).End && d.Tokens[end].Text != "," {
		end++
	}
	if end >= len(d.Tokens) || d.Tokens[end].Text != "," {
		return 0, false
	}
	for i := end + 1; i < min(end+4, len(d.Tokens)); i++ {
		for _, k := range f.Names.At(i) {
			if m := &f.Names.Mentions[k]; m.Kind == news.NameMention && m.Tokens.Start == i && f.Names.Entities[m.Entity].Type == news.Person && !isVerb(&d.Tokens[m.Head]) && d.Tokens[m.Head].Dep != "nsubj" {
				return m.Entity, true
			}
		}
		if d.Tokens[i].Pos != "PROPN" {
			break
		}
	}
	return 0, false
}

// only returns those of the entities that have one of the types.
func (f *finder) only(entities []int, types map[news.EntityType]bool) []int {
	var out []int
	for _, e := range entities {
		if types[f.Names.Entities[e].Type] {
			out = append(out, e)
		}
	}
	return out
}

// described returns the person whom an apposition describes: in "Jane Doe, a
// nurse killed in May" the nurse is she.
func (f *finder) described(tok int) (int, bool) {
	t := &f.doc.Tokens[tok]
	if t.Dep != "appos" || t.Tag != "NN" || t.Head >= tok {
		return 0, false
	}
	m, ok := f.mention(t.Head)
	if !ok || m.Kind != news.NameMention || f.Names.Entities[m.Entity].Type != news.Person {
		return 0, false
	}
	return m.Entity, true
}
