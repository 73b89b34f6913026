package facts

import "github.com/newsgraph/newsgraph/news"

// introduced returns the person of whom a story's first sentence speaks only as
// "a former minister" and whom the next one names: "Jane Doe, 61, was ...",
// "Jane Doe, who had ...". The first sentence must name nobody.
func (f *finder) introduced(tok int) (int, bool) {
	d := f.doc
	t := &d.Tokens[tok]
	if t.Tag != "NN" || !f.article(tok) || !f.lex.is("office", t.Lemma) && !f.lex.is("someone", t.Lemma) && !f.lex.is("offspring", t.Lemma) {
		return 0, false
	}
	first, next := d.Sents[t.Sent], t.Sent+1
	if next >= len(d.Sents) {
		return 0, false
	}
	best := -1
	for i := range f.Names.Mentions {
		m := &f.Names.Mentions[i]
		if f.Names.Entities[m.Entity].Type != news.Person || m.Tokens.Start >= d.Sents[next].End {
			continue
		}
		if m.Tokens.Start < first.End && (m.Kind != news.PronounMention || m.Tokens.Start < first.Start) {
			return 0, false // the story has begun, or names somebody else
		}
		if m.Kind == news.NameMention && best < 0 && d.Tokens[m.Head].Sent == next {
			best = i
		}
	}
	if best < 0 {
		return 0, false
	}
	m := &f.Names.Mentions[best]
	if m.Tokens.Start > d.Sents[next].Start+1 || m.Tokens.End+1 >= len(d.Tokens) || d.Tokens[m.Tokens.End].Text != "," || d.Tokens[m.Head].Dep != "nsubj" && d.Tokens[m.Head].Dep != "nsubjpass" {
		return 0, false
	}
	after := &d.Tokens[m.Tokens.End+1]
	return m.Entity, after.Tag == "CD" || after.Lower == "who" && !f.speaks(d.Tokens[m.Head].Head)
}

// speaks reports whether verb v only says something.
func (f *finder) speaks(v int) bool { return f.lex.is("speechact", f.doc.Tokens[v].Lemma) }

// pickedFrom returns the subject of "is" where a noun counts those whom it is
// one of: "among the ten people arrested was X", "X was one of three ministers
// who resigned". -1 when tok counts nobody so.
func (f *finder) pickedFrom(tok int) int {
	d := f.doc
	t := &d.Tokens[tok]
	if t.Dep != "pobj" {
		return -1
	}
	p := &d.Tokens[t.Head]
	g := p.Head
	switch p.Lower {
	case "among", "amongst":
	case "of":
		if d.Tokens[g].Lower != "one" || d.Tokens[g].Dep != "attr" {
			return -1
		}
		g = d.Tokens[g].Head
	default:
		return -1
	}
	if d.Tokens[g].Lemma != "be" || d.Child(g, "neg") >= 0 {
		return -1
	}
	if s := d.Child(g, "nsubj"); s >= 0 && s != tok {
		return s
	}
	return -1
}

// lined returns the first of the names that follow people after a comma ("the
// bodies of the reporters, Jane Doe and John Smith, were found"), wherever the
// tree hangs it; -1 when none does.
func (f *finder) lined(tok int) int {
	d := f.doc
	t := &d.Tokens[tok]
	if t.Tag != "NNS" || tok+2 >= len(d.Tokens) || d.Tokens[tok+1].Text != "," || !f.lex.is("offspring", t.Lemma) && !f.lex.is("people", t.Lemma) && !f.lex.is("office", t.Lemma) && !f.lex.is("someone", t.Lemma) && !f.lex.is("kin", t.Lemma) {
		return -1
	}
	for _, i := range f.Names.At(tok + 2) {
		m := &f.Names.Mentions[i]
		if m.Kind == news.NameMention && m.Tokens.Start == tok+2 && (d.Tokens[m.Head].Dep == "appos" || d.Tokens[m.Head].Dep == "conj") && f.Names.Entities[m.Entity].Type == news.Person {
			return m.Head
		}
	}
	return -1
}
