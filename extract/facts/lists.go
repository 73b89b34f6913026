package facts

import "github.com/newsgraph/newsgraph/news"

// This file mends lists of names that the tree breaks.

// remaining returns the words for the further names of a list after "of" that
// the tree hangs on the verb: in "ministers of Chad, Mali and Niger met" it takes
// Mali and Niger for a second subject.
func (f *finder) remaining(tok int) []int {
	d := f.doc
	m, ok := f.mention(tok)
	p := &d.Tokens[d.Tokens[tok].Head]
	if !ok || m.Kind != news.NameMention || d.Tokens[tok].Dep != "pobj" || p.Lower != "of" && p.Lower != "from" && p.Lower != "between" {
		return nil
	}
	if n := &d.Tokens[p.Head]; n.Tag != "NNS" || !f.lex.is("group", n.Lemma) && !f.lex.is("office", n.Lemma) {
		return nil
	}
	var out []int
	for end := m.Tokens.End; end+1 < len(d.Tokens) && d.Tokens[end].Text == ","; {
		next := -1
		for _, k := range f.Names.At(end + 1) {
			o := &f.Names.Mentions[k]
			if o.Kind == news.NameMention && o.Tokens.Start == end+1 && f.Names.Entities[o.Entity].Type == f.Names.Entities[m.Entity].Type {
				next, end = o.Head, o.Tokens.End
			}
		}
		if next < 0 {
			return nil
		}
		out = append(out, next)
		if d.Tokens[next].Dep != "conj" && d.Tokens[next].Dep != "appos" && d.Child(next, "cc") > 0 {
			return out
		}
	}
	return nil
}

// coupled returns the people in apposition to a title of whom the second
// stands after an "and": "President Jane Doe and Prime Minister John Roe".
func (f *finder) coupled(tok int) []int {
	d := f.doc
	var out []int
	end := -1
	for _, k := range d.Children(tok) {
		m, ok := f.mention(k)
		if d.Tokens[k].Dep != "appos" || !ok || m.Kind != news.NameMention || f.Names.Entities[m.Entity].Type != news.Person {
			continue
		}
		if end > 0 && d.Tokens[end].Lower == "and" && m.Tokens.Start > end {
			out = append(out, k)
		}
		end = m.Tokens.End
	}
	return out
}
