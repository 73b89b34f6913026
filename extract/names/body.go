package names

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/seeds"
)

// frame returns the country that a title without a body belongs to: the one
// whose office the tables give the person, else, for offices of a state, the
// country named last before it in the sentence, else the one the article
// names most.
func (f *finder) frame(person int, o office) (int, float64) {
	class := f.class(o)
	if e := f.fronting(o); e >= 0 {
		return e, .6
	}
	if local[f.key[o.Start]] && o.Start < o.role && !occupations[class] {
		if c := f.district(o); c >= 0 {
			return c, .5
		}
		return -1, 0
	}
	if !o.state && f.corporate(o, class) {
		if e := f.actorBefore(o.Start, f.employs); e >= 0 {
			return e, .4
		}
	}
	if k := f.key[o.role]; k == "mayor" || k == "governor" {
		if c := f.nearPlace(o, k == "governor"); c >= 0 {
			return c, .5
		}
		return -1, 0
	}
	switch class {
	case "head_of_state", "head_of_government", "minister", "royal", "diplomat", "legislator":
	case "military", "police":
		if f.capital(o.role) && size(o.Range) == 1 {
			return -1, 0
		}
	case "judge":
		if k := f.key[o.role]; k != "prosecutor" && k != "justice" && k != "general" {
			return -1, 0
		}
	case "business", "academic", "sport", "media":
		return -1, 0
	default:
		if f.deposed(o) {
			break
		}
		if c := f.lowerAt(o.role); c != "spokesman" && c != "spokeswoman" && c != "spokesperson" && c != "secretary" && c != "adviser" && c != "advisor" && f.roleClass(o.role) != "official" {
			return -1, 0
		}
		if !f.titleOfState(o) && !o.state {
			return -1, 0
		}
	}
	if p := f.linkPerson(f.entities[person]); p != nil {
		for _, slack := range []int{3 * 365, 100 * 365} {
			for _, of := range p.Offices {
				if c := f.tables.Country(of.Body); c != nil && (f.on.IsZero() || of.Holds(f.on, slack)) && sharesWord(seeds.Key(of.Title), singular(f.key[o.role])) {
					return f.countryEntity(c), .75
				}
			}
		}
	}
	// A role of the same person with a body.
	for _, r := range f.found {
		if r.Person == person && r.Of >= 0 && f.entities[r.Of].country != nil {
			return r.Of, .7
		}
	}
	if class == "diplomat" {
		return -1, 0
	}
	if k := singular(f.key[o.role]); k == "president" && !f.capital(o.role) && o.Start > f.firstToken(person) && f.linkPerson(f.entities[person]) == nil {
		// "John Smith, vice president, said": as likely a company's.
		return -1, 0
	}
	if c := f.ownTitle(o, person, class); c >= 0 {
		return c, .6
	}
	c := f.mainCountry(o, person, class, nil)
	if class == "royal" && c >= 0 && !thrones[f.key[o.role]] && !f.monarchy(c) {
		return -1, 0
	}
	return c, .45
}

// deposed reports whether the office is that of a "leader" who was or is about
// to be no more, as only countries' are called: "the ousted leader X"; not in
// a sentence that names an organisation.
func (f *finder) deposed(o office) bool {
	if f.key[o.role] != "leader" || size(o.Range) != 1 || !o.former && f.lowerAt(o.Start-1) != "outgoing" {
		return false
	}
	sent := f.doc.Sents[f.doc.Tokens[o.role].Sent]
	for i := sent.Start; i < o.Start; i++ {
		if k := f.over[i]; k >= 0 && f.spans[k].kind == organization {
			return false
		}
	}
	return true
}

// local are words before a title of less than a country.
var local = words("regional provincial municipal district county local village")

// district returns the region or town of a title of less than a country: the
// one named last near it, else the only region before it; -1 when none is.
func (f *finder) district(o office) int {
	region := f.key[o.Start] == "regional" || f.key[o.Start] == "provincial"
	if c := f.nearPlace(o, region); c >= 0 {
		return c
	}
	only := -1
	for _, m := range f.mentions {
		if m.Tokens.Start >= o.Start {
			break
		}
		p := f.entities[m.Entity].place
		if f.entities[m.Entity].kind != place || (p == nil || p.Kind != "region") && !(territory[f.lowerAt(m.Tokens.End)] && !f.capital(m.Tokens.End)) {
			continue
		}
		if only >= 0 && only != m.Entity {
			return -1
		}
		only = m.Entity
	}
	return only
}

// thrones are royal titles that every bearer has of a country.
var thrones = words("king queen emperor empress emir sultan monarch")

// monarchy reports whether the tables know a crowned head of the country.
func (f *finder) monarchy(c int) bool {
	for _, title := range []string{"King", "Queen", "Emperor", "Emir", "Sultan", "Grand Duke", "Prince"} {
		if f.tables.HasOffice(title, f.entities[c].country.Code) {
			return true
		}
	}
	return false
}

// staff are nouns for offices that organisations have rather than states.
var staff = words(`chief head chairman chairwoman chairperson chair director spokesman spokeswoman spokesperson treasurer boss co-founder founder
	co-chair co-chairman secretary-general coordinator`)

// corporate reports whether an office without a body is one that the
// organisation spoken of has: "Chief executive Jane Doe said".
func (f *finder) corporate(o office, class string) bool {
	k := f.key[o.role]
	switch {
	case f.key[o.role] == "general" && f.lowerAt(o.Start) != "attorney" && f.lowerAt(o.Start) != "inspector" && f.lowerAt(o.Start) != "surgeon" && class == "official" && size(o.Range) < 4:
		return true
	case f.titleOfState(o) || f.plural(o.role) || o.End > o.role+1 && f.lowerAt(o.role+1) != "-" && f.lowerAt(o.role+1) != "of":
		return false
	case o.End > o.role+2 && f.lowerAt(o.role+1) == "of" && f.key[o.role+2] != "staff":
		return false
	case class == "business" || class == "spokes":
		return true
	}
	return staff[k] && class == "official" && !units[f.key[o.Start]] && f.key[o.Start] != "rebel" && f.key[o.Start] != "militia"
}

// employs reports whether the entity may be the body of such an office.
func (f *finder) employs(e *entity) bool {
	for _, w := range e.words {
		if units[w] || w == "commission" && len(e.words) == 1 {
			return false
		}
	}
	return e.kind == organization && (e.org == nil || e.org.Kind != "media" && e.org.Kind != "platform" && e.org.Kind != "parliament")
}

// firstToken returns where the person is first named.
func (f *finder) firstToken(person int) int {
	if l := f.entities[person].spans; len(l) > 0 {
		return f.spans[l[0]].Start
	}
	return len(f.doc.Tokens)
}

// meant returns the entity that a name stands for where it is used: a capital
// that acts is its country.
func (f *finder) meant(s span) int {
	if m := f.named[s.Start]; m >= 0 {
		return f.mentions[m].Entity
	}
	return s.entity
}

// nearPlace returns the city, or the region, named last before the office in
// its sentence or the one before; -1 when none is.
func (f *finder) nearPlace(o office, region bool) int {
	sent := f.doc.Tokens[o.Start].Sent
	for i := o.Start - 1; i >= 0 && f.doc.Tokens[i].Sent >= sent-1; i-- {
		k := f.over[i]
		if k < 0 || f.spans[k].entity < 0 || f.spans[k].kind != place {
			continue
		}
		e := f.entities[f.spans[k].entity]
		if e.place == nil && region || e.place != nil && (e.place.Kind == "region") != region {
			continue
		}
		return f.spans[k].entity
	}
	return -1
}

// titleOfState reports whether the title's words are of a state's office
// ("national security adviser", "defense secretary").
func (f *finder) titleOfState(o office) bool {
	for _, k := range f.keys(o.Range) {
		if officeWords[k] || portfolios[k] && f.key[o.role] == "secretary" {
			return true
		}
	}
	return false
}

// officeWords are words that stand in titles of states' offices.
var officeWords = words(`national opposition security foreign defence defense interior home state presidential vice president treasury finance health justice general
	intelligence armed military army naval navy police public prosecutions congressional parliamentary government cabinet electoral immigration customs federal`)

// singular drops a plural s.
func singular(key string) string {
	if strings.HasSuffix(key, "ss") || len(key) < 5 {
		return key
	}
	return strings.TrimSuffix(key, "s")
}

func sharesWord(title, key string) bool {
	return slices.Contains(strings.Fields(title), key)
}
