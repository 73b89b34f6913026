package names

import (
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// guess takes over the network's names, without white space at their ends,
// and mends what it is known to get wrong.
func (f *finder) guess() {
	f.persons = map[string][]analyze.Range{}
	for _, n := range f.doc.Names {
		if k := f.key[n.End-1]; n.Label == "PERSON" && len(f.persons[k]) < most {
			f.persons[k] = append(f.persons[k], n.Range)
		}
	}
	for _, n := range f.doc.Names {
		k, ok := coarse[n.Label]
		if !ok || !f.capitalised(n.Range) && (k != organization || !f.commonBody(n.Range)) {
			continue
		}
		r := n.Range
		for r.Start < r.End && f.doc.IsSpace(r.Start) {
			r.Start++
		}
		for r.End > r.Start && f.doc.IsSpace(r.End-1) {
			r.End--
		}
		// A name doesn't run over a line break.
		for i := r.Start; i < r.End; i++ {
			if f.doc.IsSpace(i) && strings.Contains(f.doc.Tokens[i].Text, "\n") {
				r.End = i
				break
			}
		}
		if r.Start >= r.End {
			continue
		}
		if k == person {
			k = f.notPerson(r)
		}
		f.add(span{Range: r, kind: k})
	}
	f.splitPairs()
}

// known adds names that the network missed: bodies with a name such as
// "Tehreek-e-Insaf", people with a full name of the tables, and two or three
// capitalised words right behind a title.
func (f *finder) known() {
	for i := 0; i+1 < len(f.doc.Tokens); i++ {
		if f.over[i] < 0 && f.capital(i) && bodiesAbroad[f.key[i]] {
			s := span{Range: analyze.Range{Start: i, End: i + 1}, kind: organization, settled: true}
			if f.tied(&s); size(s.Range) > 1 {
				f.add(s)
				continue
			}
		}
		if f.over[i] >= 0 || !f.proper(i) || !f.proper(i+1) || f.over[i+1] >= 0 {
			continue
		}
		end := i
		for end < len(f.doc.Tokens) && end < i+4 && f.proper(end) && f.over[end] < 0 && f.doc.Tokens[end].Sent == f.doc.Tokens[i].Sent {
			end++
		}
		for e := end; e > i+1; e-- {
			if r := (analyze.Range{Start: i, End: e}); len(f.tables.People(f.text(r))) > 0 {
				f.add(span{Range: r, kind: person})
				break
			}
		}
		if f.over[i] < 0 && i > 0 && f.over[i-1] < 0 && !f.proper(i-1) && f.roleWord(i-1) && f.roleClass(i-1) != "other" && !f.proper(end) && f.plainName(i, end) {
			f.add(span{Range: analyze.Range{Start: i, End: end}, kind: person})
		}
	}
	f.tidy()
}

// plainName reports whether the capitalised words from i to end may be a
// person's name: none is a title, a demonym, a suffix of organisations or a place.
func (f *finder) plainName(i, end int) bool {
	if end-i < 2 || end-i > 3 {
		return false
	}
	for j := i; j < end; j++ {
		if f.roleWord(j) || suffixes[f.key[j]] != none || f.tables.Demonym(f.doc.Tokens[j].Text) != nil || commonWords[f.key[j]] || f.lower[f.key[j]] {
			return false
		}
	}
	return len(f.tables.Places(f.text(analyze.Range{Start: i, End: end}))) == 0
}

// splitPairs parts "Putin-Trump" and "Turkish-Libyan" where a side is a name
// of its own elsewhere in the article or in the tables.
func (f *finder) splitPairs() {
	last := map[string]kind{}
	double := map[string]bool{} // "Mir-Mohammadi", where the article has "Mohammad Mir-Mohammadi"
	for _, s := range f.spans {
		switch {
		case s.kind != person:
		case !f.hyphenated(s.Range):
			last[f.key[s.End-1]] = person
		case size(s.Range) > 3 && f.key[s.End-2] == "":
			double[f.key[s.End-3]+"-"+f.key[s.End-1]] = true
		}
	}
	for i := 1; i+1 < len(f.doc.Tokens); i++ {
		if t := f.doc.Tokens[i].Text; t != "-" && t != "–" && t != "—" && t != "/" {
			continue
		}
		l, r := i-1, i+1
		if !f.capital(l) || !f.capital(r) || f.doc.Tokens[l].Space || double[f.key[l]+"-"+f.key[r]] {
			continue
		}
		a, b := last[f.key[l]], last[f.key[r]]
		if a == none && b == none && f.leader(l) && f.leader(r) {
			a, b = person, person
		}
		known := func(j int) bool {
			return f.tables.Demonym(f.doc.Tokens[j].Text) != nil || f.countryAt(j) != nil
		}
		if (a == person || b == person) && (a == b || f.over[l] >= 0 && f.over[l] == f.over[r] && f.spans[f.over[l]].End-f.spans[f.over[l]].Start == 3) {
			f.drop(analyze.Range{Start: l, End: r + 1})
			f.add(span{Range: analyze.Range{Start: l, End: l + 1}, kind: person})
			f.add(span{Range: analyze.Range{Start: r, End: r + 1}, kind: person})
		} else if known(l) && known(r) {
			f.drop(analyze.Range{Start: l, End: r + 1})
		}
	}
}

// leader reports whether token i is the surname of somebody who leads a
// country at the time.
func (f *finder) leader(i int) bool {
	for _, p := range f.tables.WithSurname(f.doc.Tokens[i].Text, f.on) {
		if f.leads(p, true) {
			return true
		}
	}
	return false
}

func (f *finder) hyphenated(r analyze.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if t := f.doc.Tokens[i].Text; t == "-" || t == "–" {
			return true
		}
	}
	return false
}

// notPerson returns place for a one-word person that is a capital of the
// tables and no word of a longer person's name, else person.
func (f *finder) notPerson(r analyze.Range) kind {
	if size(r) != 1 || f.tables.Gender(f.doc.Tokens[r.Start].Text) != "" {
		return person
	}
	l := f.tables.Places(f.doc.Tokens[r.Start].Text)
	if len(l) == 0 || l[0].Kind != "capital" {
		return person
	}
	for _, n := range f.persons[f.key[r.Start]] {
		if size(n) > 1 {
			return person
		}
	}
	return place
}

// commonBody reports whether words without a capital are a body: "the health
// ministry", "ministry of health". "A congress" is none that is known.
func (f *finder) commonBody(r analyze.Range) bool {
	if w := f.lowerAt(r.Start - 1); w == "a" || w == "an" {
		return false
	}
	for i := r.Start; i < r.End; i++ {
		if f.lowerAt(i) == "of" {
			r.End = i
		}
	}
	return size(r) > 0 && suffixes[f.key[r.End-1]] == organization
}

// capitalised reports whether a stretch has a capital letter, as names have:
// "declared persona non grata" names nobody, and "bolívar" no place.
func (f *finder) capitalised(r analyze.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if strings.ContainsFunc(f.doc.Tokens[i].Text, unicode.IsUpper) {
			return true
		}
	}
	return false
}
