package names

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/seeds"
)

// index finds an article's entities by what may name them, so that a long
// text costs no more for each name than a short one.
type index struct {
	country map[*seeds.Country]int
	place   map[*seeds.Place]int
	org     map[*seeds.Org]int
	// name finds places and organisations by kind and words, the last of each; named all of them.
	name  map[string]int
	named map[string][]int
	// first, last and initials find organisations by their words.
	first, last, initials map[string][]int
	// bones finds people by the consonants of their surname, given by their first name.
	bones, given map[string][]int
	person       map[*seeds.Person]int
	// seen finds the spans of people by how a short name may speak of them: surname, its sound, first name, further names.
	seen [4]map[string][]int
}

func newIndex() index {
	x := index{
		country: map[*seeds.Country]int{}, place: map[*seeds.Place]int{}, org: map[*seeds.Org]int{}, name: map[string]int{},
		named: map[string][]int{},
		first: map[string][]int{}, last: map[string][]int{}, initials: map[string][]int{},
		bones: map[string][]int{}, given: map[string][]int{}, person: map[*seeds.Person]int{},
	}
	for i := range x.seen {
		x.seen[i] = map[string][]int{}
	}
	return x
}

// newEntity records an entity and how it may be found.
func (f *finder) newEntity(e *entity) int {
	i := len(f.entities)
	f.entities = append(f.entities, e)
	x := &f.by
	switch e.kind {
	case country:
		x.country[e.country] = i
	case place:
		if e.place != nil {
			x.place[e.place] = i
		}
		x.name["p "+strings.Join(e.words, " ")] = i
	case organization:
		if e.org != nil {
			x.org[e.org] = i
		}
		k := "o " + strings.Join(e.words, " ")
		x.name[k] = i
		x.named[k] = append(x.named[k], i)
		x.first[e.words[0]] = append(x.first[e.words[0]], i)
		last := e.words[len(e.words)-1]
		x.last[last] = append(x.last[last], i)
		if s := initialsOf(e.words); len(e.words) > 1 {
			x.initials[s] = append(x.initials[s], i)
		}
	case person:
		if e.full {
			s := skeleton(e.surname)
			x.bones[s] = append(x.bones[s], i)
			if len(e.given) > 0 {
				x.given[e.given[0]] = append(x.given[e.given[0]], i)
			}
			for _, p := range f.tables.People(e.forms[0].text) {
				x.person[p] = i
			}
		}
	}
	return i
}

// most is how many entities of one key are looked at: more share a key only
// in texts that are no articles.
const most = 50

func latest(l []int) []int { return l[max(0, len(l)-most):] }

// initialsOf returns the first letters of the words that count in an acronym.
func initialsOf(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if !smallWords[w] {
			b.WriteRune(rune0(w))
		}
	}
	return b.String()
}

// note makes the span k of a person findable by short names.
func (f *finder) note(k int) {
	e := f.entities[f.spans[k].entity]
	put := func(n int, key string) {
		if key == "" {
			return
		}
		l := f.by.seen[n][key]
		at, _ := slices.BinarySearch(l, k)
		f.by.seen[n][key] = slices.Insert(l, at, k)
	}
	put(0, e.surname)
	put(1, soundsLike(e.surname))
	for i, g := range e.given {
		if i == 0 {
			put(2, g)
		} else {
			put(3, g)
		}
	}
}

// nearest returns the person whom most of the list's last spans before k
// name, the last one among equals: "Trump" stays Donald behind one Melania
// Trump. Where none stands before k, it is the first behind; -1 when the list
// is empty.
func (f *finder) nearest(l []int, k int) int {
	at, _ := slices.BinarySearch(l, k)
	if at == 0 {
		if len(l) > 0 {
			return f.spans[l[0]].entity
		}
		return -1
	}
	count := map[int]int{}
	best := -1
	for _, j := range l[max(0, at-most):at] {
		e := f.spans[j].entity
		count[e]++
		if best < 0 || count[e] >= count[best] {
			best = e
		}
	}
	return best
}
