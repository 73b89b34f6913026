package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// after reads the titles behind a name: "X, the foreign minister of Y,".
func (f *finder) after(r analyze.Range) []office {
	j := r.End
	if f.lowerAt(j) == "(" {
		for j < len(f.doc.Tokens) && f.lowerAt(j) != ")" && j < r.End+8 {
			j++
		}
		j++
	}
	if f.lowerAt(j) != "," && f.lowerAt(j) != "–" && f.lowerAt(j) != "—" || j+1 >= len(f.doc.Tokens) {
		return nil
	}
	if f.doc.Tokens[j+1].Tag == "CD" && f.lowerAt(j+2) == "," && j+3 < len(f.doc.Tokens) {
		j += 2 // ", 45,"
	}
	return f.series(j+1, f.doc.Tokens[r.Start].Sent)
}

// series reads one or more titles that start at token j: "a lawyer and the
// mayor of London".
func (f *finder) series(j, sent int) []office {
	var out []office
	for j < len(f.doc.Tokens) && f.doc.Tokens[j].Sent == sent {
		i := f.roleIn(j, sent)
		if i < 0 || f.plural(i) && !f.coupled(j-2) {
			return out
		}
		o := f.leftOf(i)
		if o.Start < j {
			o.Start = j
			f.bodyInside(&o)
		}
		f.rightOf(&o, f.sentEnd(sent))
		end := max(o.End, f.bodyStop(o))
		if end < len(f.over) && f.over[end] >= 0 && f.spans[f.over[end]].kind == person && f.spans[f.over[end]].Start == end {
			return out
		}
		o, ok := f.worth(o)
		if !ok && (f.lowerAt(end) != "and" || len(out) > 0) {
			return out
		}
		if n := len(out); n > 0 && out[n-1].bare && out[n-1].owner < 0 && !o.bare && !o.native && j > 0 && f.lowerAt(j-1) == "and" && f.doc.Tokens[j].Tag != "DT" {
			out[n-1].of, out[n-1].bare = o.of, false // "president and CEO of Acme"
		}
		if n := len(out); n > 0 && out[n-1].former && f.doc.Tokens[j].Tag != "DT" {
			o.former = true // "former Foreign Secretary, mayor of London and member of Parliament"
		}
		if ok {
			out = append(out, o)
		}
		j = end
		for f.lowerAt(j) == "," || f.lowerAt(j) == "and" {
			j++
		}
		if j == end || j-end == 1 && f.lowerAt(end) == "," && !f.moreOffices(j) {
			return out
		}
	}
	return out
}

// coupled reports whether "and" stands before the person's name that ends with
// token i, another's before it: "A and B".
func (f *finder) coupled(i int) bool {
	if i < 1 || f.over[i] < 0 || f.spans[f.over[i]].kind != person {
		return false
	}
	j := f.spans[f.over[i]].Start - 1
	return f.lowerAt(j) == "and" && j > 0 && f.over[j-1] >= 0 && f.spans[f.over[j-1]].kind == person
}

// together lists the people who share a plural title behind the last of their
// names: "A, B and C, founders of Acme".
func (f *finder) together(o office, r analyze.Range) []int {
	if !f.plural(o.role) {
		return nil
	}
	var out []int
	for j := r.Start - 1; j > 0 && f.doc.Tokens[j].Sent == f.doc.Tokens[r.Start].Sent; j-- {
		if k := f.over[j]; k >= 0 {
			m := f.personAt(j)
			if f.spans[k].kind != person || m < 0 {
				return out
			}
			out = append(out, m)
			j = f.spans[k].Start
			continue
		}
		if w := f.lowerAt(j); w != "and" && w != "," {
			return out
		}
	}
	return out
}

// moreOffices reports whether the list of titles that a comma before j
// continues ends in "and": "Foreign Secretary, mayor of London, and member
// of Parliament".
func (f *finder) moreOffices(j int) bool {
	i := f.roleIn(j, f.doc.Tokens[j].Sent)
	if i < 0 || f.doc.Tokens[j].Tag == "DT" {
		return false
	}
	for n := i; n < i+8 && n < len(f.doc.Tokens); n++ {
		if f.lowerAt(n) == "and" {
			return true
		}
		if f.doc.Tokens[n].Pos == "VERB" {
			return false
		}
	}
	return false
}

// bodyStop returns the end of the body's name behind the title.
func (f *finder) bodyStop(o office) int {
	end := max(o.End, o.stop)
	for j := o.End; j < o.End+4 && j < len(f.over); j++ {
		if k := f.over[j]; k >= 0 && f.spans[k].entity == o.of && o.of >= 0 {
			return f.spans[k].End
		}
		if w := f.lowerAt(j); w != "of" && w != "the" && w != "at" && w != "for" && w != "in" {
			break
		}
	}
	return end
}

func (f *finder) sentEnd(sent int) int { return f.doc.Sents[sent].End }

// roleIn returns the role noun of the noun phrase that starts at j, or -1.
func (f *finder) roleIn(j, sent int) int {
	last := -1
	for n := 0; j < len(f.doc.Tokens) && f.doc.Tokens[j].Sent == sent && n < 14; j, n = j+1, n+1 {
		t := f.doc.Tokens[j]
		if k := f.over[j]; k >= 0 {
			if f.spans[k].kind == person && f.lowerAt(f.spans[k].End) != "'s" && f.lowerAt(f.spans[k].End) != "’s" {
				return -1
			}
			if last >= 0 {
				return last
			}
			j = f.spans[k].End - 1
			continue
		}
		switch {
		case strings.HasPrefix(t.Tag, "NN"):
			last = -1
			if f.roleWord(j) {
				last = j
			}
		case t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "CD" && n < 3:
			if last >= 0 || n > 2 {
				return last
			}
		case t.Tag == "JJ" || t.Tag == "JJS" || t.Tag == "POS" || t.Tag == "HYPH" || (t.Tag == "VBN" || t.Tag == "VBG") && t.Dep == "amod" || t.Lower == "acting" || t.Tag == "RB" && n < 3 || t.Lower == "then" || t.Lower == "&":
			if last >= 0 && t.Tag == "HYPH" {
				return last
			}
			if last >= 0 && t.Tag != "POS" {
				return last
			}
		case t.Tag == "VBG" && last < 0 && n == 1 && f.doc.Tokens[j-1].Tag == "DT", t.Tag == "IN" && f.lowerAt(j+1) == "-":
			// "the coordinating minister", "deputy under-secretary".
			if t.Tag == "IN" {
				last = -1
			}
		case t.Lower == "and" && last < 0 && n > 0:
		default:
			return last
		}
	}
	return last
}
