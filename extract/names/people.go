package names

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/seeds"
)

// nameKeys returns the keys of a person's names without generation suffix;
// hyphenated parts stay words of their own.
func (f *finder) nameKeys(r analyze.Range) []string {
	ks := f.keys(r)
	for len(ks) > 1 && generation[ks[len(ks)-1]] {
		ks = ks[:len(ks)-1]
	}
	return ks
}

// particles belong to the surname that follows them.
var particles = words("al el bin ben ibn abu umm de del della di da do dos du la le van von der den ter st o mc bint ould")

// descent tells father and son apart; a monarch's number is a part of the name.
var descent = words("jr sr junior senior")

// short reports whether a person's name is one word, particles aside
// ("al-Muhandis", "Mir-Mohammadi").
func (f *finder) short(r analyze.Range) bool {
	n := 0
	for i := r.Start; i < r.End; i++ {
		if f.key[i] == "" || i > r.Start && !f.doc.Tokens[i-1].Space || n == 0 && particles[f.key[i]] || n > 0 && descent[f.key[i]] {
			continue
		}
		n++
	}
	return n <= 1
}

// fullPerson returns the entity of a name of several words: one whose
// surname is the same and whose first names don't contradict it, else a new one.
func (f *finder) fullPerson(r analyze.Range) int {
	ks := f.nameKeys(r)
	surname, given := ks[len(ks)-1], ks[:len(ks)-1]
	text := f.text(r)
	known := f.tables.People(text)
	all := f.keys(r)
	junior := descent[all[len(all)-1]]
	cands := slices.Concat(latest(f.by.bones[skeleton(surname)]), latest(f.by.given[first(given)]))
	for _, p := range known {
		if i, ok := f.by.person[p]; ok {
			cands = append(cands, i)
		}
	}
	slices.Sort(cands)
	for _, i := range slices.Compact(cands) {
		e := f.entities[i]
		if junior && !e.junior {
			continue // "Donald Trump Jr." behind Donald Trump
		}
		if sameSurname(e.surname, surname) && givenFits(e.given, given) && f.gendersFit(e, r) || sharesPerson(known, f.tables.People(e.forms[0].text)) || sameWords(append(e.given, e.surname), ks) {
			if len(given) > len(e.given) {
				e.given = given
			}
			e.print(text)
			e.forms[len(e.forms)-1].n--
			return i
		}
	}
	e := &entity{kind: person, given: given, surname: surname, full: true, junior: junior}
	e.gender = f.tables.Gender(f.doc.Tokens[r.Start].Text)
	e.print(text)
	e.forms[0].n = 0
	return f.newEntity(e)
}

// first returns the first word, "" when there is none.
func first(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

// sameSurname reports whether two surnames are spellings of one.
func sameSurname(a, b string) bool {
	return soundsLike(a) == soundsLike(b) || len(a) > 3 && len(a) == len(b) && a[0] == b[0] && skeleton(a) == skeleton(b)
}

// gendersFit reports whether the first name at r may be of e's gender.
func (f *finder) gendersFit(e *entity, r analyze.Range) bool {
	g := f.tables.Gender(f.doc.Tokens[r.Start].Text)
	return g == "" || e.gender == "" || g == e.gender
}

func sharesPerson(a, b []*seeds.Person) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// sameWords reports whether one name is the other with words left out:
// "Ricardo Rosselló" and "Ricardo Rosselló Nevares", "John Luk" and "John Luk Jok".
func sameWords(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 || a[0] != b[0] {
		return false
	}
	j := 0
	for _, w := range b {
		if j < len(a) && a[j] == w {
			j++
		}
	}
	return j == len(a)
}

// givenFits reports whether two lists of first names may be one person's:
// the first of them alike or an initial of each other, ignoring further ones.
func givenFits(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	x, y := a[0], b[0]
	if x == y || len(x) == 1 && strings.HasPrefix(y, x) || len(y) == 1 && strings.HasPrefix(x, y) {
		return true
	}
	if len(x) >= 3 && strings.HasPrefix(y, x) || len(y) >= 3 && strings.HasPrefix(x, y) {
		return true
	}
	return soundsLike(x) == soundsLike(y) || len(x) > 3 && skeleton(x) == skeleton(y)
}

// alike joins spellings of one sound in names from other scripts.
var alike = strings.NewReplacer("yy", "i", "iy", "i", "ij", "i", "yi", "i", "ii", "i", "y", "i", "ks", "x", "kh", "h", "ou", "u", "oo", "u", "ck", "k", "ph", "f", "ae", "a", "oe", "o", "ue", "u")

// soundsLike returns a form of a name that its transliterations share
// (Zelensky, Zelenskyy, Zelenskiy; Dmitriev, Dmitriyev).
func soundsLike(name string) string {
	s := alike.Replace(alike.Replace(name))
	var b strings.Builder
	var last rune
	for _, r := range s {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// skeleton returns the consonants of a name (Mohammed, Muhammad).
func skeleton(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiouy", r) {
			return -1
		}
		return r
	}, soundsLike(name))
}

// shortPerson returns the entity for a person named by one word: the last
// person before it with that surname, else the first one after it, else one
// whose first name it is, else whom the tables know by it, else a new one.
func (f *finder) shortPerson(k int) int {
	s := f.spans[k]
	ks := f.nameKeys(s.Range)
	if len(ks) == 0 {
		return -1
	}
	key := ks[len(ks)-1]
	for n, form := range []string{key, soundsLike(key), key, key} {
		if e := f.nearest(f.by.seen[n][form], k); e >= 0 {
			return e
		}
	}
	for _, i := range latest(f.by.first[key]) {
		if len(f.entities[i].words) > 1 && len(key) > 3 && size(s.Range) == 1 {
			f.spans[k].kind = organization
			return i
		}
	}
	return f.newEntity(&entity{kind: person, surname: key, gender: f.tables.Gender(f.doc.Tokens[s.Start].Text)})
}

func containsWord(list []string, w string) bool {
	return slices.Contains(list, w)
}
