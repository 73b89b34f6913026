package names

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// ownerOf returns the body of an office that the word at token i owns: the
// office's body of the person whom "his" means, the organisation or country
// that "its" and a common noun ("the bank's") stand for; -1 when not clear.
func (f *finder) ownerOf(i int) int {
	switch f.lowerAt(i) {
	case "his", "her":
		m := f.personAt(i)
		if m < 0 {
			return -1
		}
		if r := f.current(f.mentions[m].Entity); r != nil {
			return r.Of
		}
		return -1
	case "its", "their", "it":
		return f.actorBefore(i, nil)
	}
	if m, ok := f.nominalEnd(i); ok {
		return m
	}
	switch w := f.lowerAt(i); {
	case w == "country" || w == "nation" || w == "government" || w == "state" || w == "republic" || w == "kingdom":
		return f.standsOut(i)
	case units[w]:
		return -1
	case territory[w]:
		return f.nearPlace(office{Range: analyze.Range{Start: i, End: i + 1}}, w != "city" && w != "town" && w != "village" && w != "capital" && w != "municipality")
	case classNouns[w] == organization || generics[w]:
		return f.actorBefore(i, f.employs)
	}
	return -1
}

// actorBefore returns the organisation or country named before token i that
// "its" there most likely means: the last subject of the sentence, else of
// the sentence before, else the only one named there.
func (f *finder) actorBefore(i int, fits func(*entity) bool) int {
	sent := f.doc.Tokens[i].Sent
	if m := f.beside(i); m >= 0 && (fits == nil || fits(f.entities[m])) {
		return m
	}
	if m := f.controller(i); m >= 0 && (fits == nil || fits(f.entities[m])) {
		return m
	}
	for s := sent; s >= 0 && s >= sent-2; s-- {
		subject, only, several := -1, -1, false
		for _, m := range f.mentions {
			t := f.doc.Tokens[m.Head]
			e := f.entities[m.Entity]
			if t.Sent != s || m.Tokens.Start >= i || m.Kind == news.PronounMention || e.kind != organization && e.kind != country || m.Use == Demonym || fits != nil && !fits(e) {
				continue
			}
			if t.Dep == "nsubj" || t.Dep == "nsubjpass" {
				subject = m.Entity
			}
			several = several || only >= 0 && only != m.Entity
			only = m.Entity
		}
		switch {
		case subject >= 0:
			return subject
		case only >= 0 && !several:
			return only
		case only >= 0:
			return -1
		}
	}
	return -1
}

// beside returns the organisation or country named right before token i: "the
// union, under its chairman"; -1 when none is.
func (f *finder) beside(i int) int {
	for j, n := i-1, 0; j >= 0 && n < 4 && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j, n = j-1, n+1 {
		if m := f.named[j]; m >= 0 {
			if e := f.entities[f.mentions[m].Entity]; (e.kind == organization || e.kind == country) && f.mentions[m].Use != Demonym {
				return f.mentions[m].Entity
			}
			return -1
		}
		switch w := f.lowerAt(j); w {
		case ",", "and", "under", "with", "by", "or", "through", "(", ")", "\"", "”", "''", ".":
		default:
			return -1
		}
	}
	return -1
}

// controller returns whom the clause around token i is asked of: "asked Paris
// to replace its ambassador"; -1 when it is no such clause.
func (f *finder) controller(i int) int {
	v := i
	for n := 0; n < 6 && f.doc.Tokens[v].Pos != "VERB" && f.doc.Tokens[v].Head != v; n++ {
		v = f.doc.Tokens[v].Head
	}
	if t := f.doc.Tokens[v]; t.Dep != "xcomp" && t.Dep != "ccomp" || t.Tag != "VB" || t.Head > v {
		return -1
	}
	for _, dep := range []string{"dobj", "nsubj"} {
		above := v
		if dep == "dobj" {
			above = f.doc.Tokens[v].Head
		}
		if d := f.doc.Child(above, dep); d >= 0 && d < v && f.named[d] >= 0 {
			if e := f.mentions[f.named[d]].Entity; f.entities[e].kind == organization || f.entities[e].kind == country {
				return e
			}
		}
	}
	return -1
}

// fronting returns the organisation that the first word of a title without a
// body stands for, the last one named that has the word: "Association
// president X", "the party leader, Y", "ministry spokesman Z"; -1 when there
// is none.
func (f *finder) fronting(o office) int {
	if o.Start >= o.role || !generics[f.key[o.Start]] && !fellowships[f.key[o.Start]] || units[f.key[o.Start]] && f.key[o.Start] != "ministry" {
		return -1
	}
	last := -1
	for _, m := range f.mentions {
		if e := f.entities[m.Entity]; m.Kind == news.NameMention && m.Tokens.Start < o.Start && e.kind == organization && containsWord(e.words, f.key[o.Start]) {
			last = m.Entity
		}
	}
	return last
}

// fellowships are further nouns for bodies that stand alone before a title.
var fellowships = words("club team front movement alliance organisation organization confederation chamber society league junta faction network trust fund college school hospital airline firm corporation regulator watchdog mission")
