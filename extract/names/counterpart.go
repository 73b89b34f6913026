package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// counterparts gives the title of an office holder to those whom
// "counterpart" introduces: "met his Greek and French counterparts, A and B",
// "her counterparts from Brazil, A; Peru, B; and Chile, C".
func (f *finder) counterparts(i int) []statement {
	if k := f.key[i]; k != "counterpart" && k != "counterparts" {
		return nil
	}
	var bodies []int
	first := i
	for j := i - 1; j >= 0 && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j-- {
		if k := f.over[j]; k >= 0 && f.spans[k].entity >= 0 && (f.spans[k].kind == demonym || f.spans[k].kind == country) {
			bodies = append([]int{f.spans[k].entity}, bodies...)
			j, first = f.spans[k].Start, f.spans[k].Start
			continue
		}
		if w := f.lowerAt(j); w != "," && w != "and" && w != "'s" && w != "from" {
			break
		}
	}
	who, more := f.paired(i + 1)
	bodies = append(bodies, more...)
	if len(bodies) == 0 || len(bodies) != len(who) {
		return nil
	}
	title, ok := f.borrowed(i, first)
	if !ok {
		return nil
	}
	var out []statement
	for n, m := range who {
		if f.holds(f.mentions[m].Entity, bodies[n]) {
			continue
		}
		out = append(out, statement{office{Range: title, role: title.End - 1, of: bodies[n], owner: -1}, m})
	}
	return out
}

// paired reads the people behind "counterparts", and the countries that
// alternate with them or follow them with "of" or "from".
func (f *finder) paired(i int) (who, bodies []int) {
	for j := i; j < len(f.over) && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j++ {
		if k := f.over[j]; k >= 0 {
			s := f.spans[k]
			switch {
			case s.kind == person:
				if m := f.personAt(j); m >= 0 {
					who = append(who, m)
				}
			case s.kind == country && s.entity >= 0:
				bodies = append(bodies, s.entity)
			default:
				return who, bodies
			}
			j = s.End - 1
			continue
		}
		if honorifics[f.key[j]] || f.rank(j) {
			continue
		}
		switch f.lowerAt(j) {
		case ",", ";", "and", "from", "of", "in", "the", "(", ")":
		default:
			return who, bodies
		}
	}
	return who, bodies
}

// borrowed returns the title that a counterpart has too: that of the person
// whom a pronoun or a name before it means, else of the first office of the
// sentence, else of a title that stands alone in it.
func (f *finder) borrowed(i, first int) (analyze.Range, bool) {
	owner := first - 1
	for owner > 0 && (f.lowerAt(owner) == "'s" || f.lowerAt(owner) == "’s") {
		owner--
	}
	if m := f.personAt(owner); m >= 0 {
		if r := f.current(f.mentions[m].Entity); r != nil {
			return r.Title, true
		}
	}
	if f.saidOf == nil && owner >= 0 && f.doc.Tokens[owner].Tag == "PRP$" {
		return analyze.Range{}, false
	}
	sent := f.doc.Tokens[i].Sent
	for k := range f.found {
		if r := &f.found[k]; f.doc.Tokens[r.Title.Start].Sent == sent && r.Title.End <= i && r.Of >= 0 && !r.Former && r.word == "" {
			return r.Title, true
		}
	}
	if f.saidOf == nil {
		return analyze.Range{}, false
	}
	for j := i - 1; j >= 0 && f.doc.Tokens[j].Sent == sent; j-- {
		if f.over[j] >= 0 || !f.roleWord(j) || f.plural(j) || f.roleClass(j) == "other" {
			continue
		}
		if o := f.leftOf(j); f.definite(o) && !o.former {
			return o.Range, true
		}
	}
	return analyze.Range{}, false
}

// current returns the first office that the person holds now, of state where
// there is one; nil when none.
func (f *finder) current(who int) *tenure {
	var any *tenure
	for k := range f.found {
		r := &f.found[k]
		if r.Person != who || r.Former || r.word != "" {
			continue
		}
		switch c := f.class(office{Range: r.Title, role: r.Title.End - 1}); {
		case strings.HasPrefix(c, "head_of") || c == "minister":
			return r
		case any == nil:
			any = r
		}
	}
	return any
}

// holds reports whether an office of the body is known to be the person's.
func (f *finder) holds(who, of int) bool {
	for _, r := range f.found {
		if r.Person == who && r.Of == of && !r.Former {
			return true
		}
	}
	return false
}
