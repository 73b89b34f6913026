package names

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// frame returns the country that a title without a body belongs to: the one
// whose office the tables give the person, else, for offices of a state, the
// country named last before it in the sentence, else the one the article
// names most.
func (f *finder) frame(person int, o office) (int, float64) {
	class := f.class(o)
	if k := f.key[o.role]; k == "mayor" || k == "governor" {
		if c := f.nearPlace(o, k == "governor"); c >= 0 {
			return c, .5
		}
		return -1, 0
	}
	switch class {
	case "head_of_state", "head_of_government", "minister", "royal", "diplomat", "legislator":
	case "business", "academic", "sport", "media", "police", "military", "judge":
		return -1, 0
	default:
		if c := f.lowerAt(o.role); c != "spokesman" && c != "spokeswoman" && c != "spokesperson" && c != "secretary" && c != "adviser" && c != "advisor" && f.roleClass(o.role) != "official" {
			return -1, 0
		}
		if !f.titleOfState(o) {
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
	if c := f.tables.Country(ownTitles[strings.Join(f.keys(o.Range), " ")]); c != nil {
		return f.countryEntity(c), .6
	}
	return f.mainCountry(o, person, class), .45
}

// ownTitles are titles that one country has in this wording, by far more
// often than others in English news.
var ownTitles = map[string]string{
	"secretary of state": "US", "secretary of defense": "US", "defense secretary": "US", "treasury secretary": "US", "secretary of the treasury": "US", "national security advisor": "US",
	"foreign secretary": "GB", "home secretary": "GB", "defence secretary": "GB", "health secretary": "GB", "chancellor of the exchequer": "GB",
	"taoiseach": "IE", "external affairs minister": "IN", "white house press secretary": "US", "first lady": "US",
}

// mainCountry returns the entity of the country that an office without a
// body fits best: the one that acts most in the article, above all near the
// office; not one that has another holder of the title, nor one in which the
// tables know no such office. It is -1 when none is left.
func (f *finder) mainCountry(o office, person int, class string) int {
	count := map[int]int{}
	var order []int
	sent := f.doc.Tokens[o.Start].Sent
	for i := range f.mentions {
		m := f.mentions[i]
		if p := f.entities[m.Entity].place; p != nil && m.Kind == news.NameMention && f.doc.Tokens[m.Head].Sent == sent {
			// "was arrested in Lima".
			if c, ok := f.by.country[f.tables.Country(p.Country)]; ok && f.tables.Metonym(p.Name) == nil {
				m = Mention{Tokens: m.Tokens, Head: m.Head, Entity: c}
				count[c] += 3
			}
		}
		if f.entities[m.Entity].country == nil || m.Kind == news.PronounMention {
			continue
		}
		t := f.doc.Tokens[m.Head]
		for t.Dep == "conj" && f.doc.Tokens[t.Head].Dep != "ROOT" && f.doc.Tokens[t.Head].Sent == t.Sent && t.Head < m.Head {
			t = f.doc.Tokens[t.Head]
			if t.Dep != "conj" {
				break
			}
		}
		n := 2
		switch {
		case t.Dep == "nsubj" || t.Dep == "nsubjpass":
			n = 6
		case m.Use == Demonym:
			n = 1
		}
		switch t.Sent {
		case sent:
			n += 3
		case sent - 1:
			n += 2
		}
		if count[m.Entity] == 0 {
			order = append(order, m.Entity)
			if len(order) == 1 {
				n += 4
			}
		}
		count[m.Entity] += n
	}
	// An article is about the countries whose office holders it is about.
	held := map[int]bool{}
	for _, r := range f.found {
		if r.Of >= 0 && f.entities[r.Of].country != nil && !r.Former && r.Person != person && count[r.Of] > 0 {
			held[r.Of] = true
			count[r.Of] += min(len(f.entities[r.Person].spans), 4)
		}
	}
	best := -1
	title := strings.Join(f.keys(o.Range), " ")
	for _, c := range order {
		if (class == "head_of_state" || class == "head_of_government") && !f.tables.HasOffice(singular(title), f.entities[c].country.Code) {
			count[c] /= 4
		}
		if best < 0 || count[c] > count[best] {
			best = c
		}
	}
	for _, c := range order {
		if c != best && best >= 0 && 2*count[best] < 3*count[c] && !held[best] {
			return -1 // as well the one as the other
		}
	}
	if best < 0 && f.home != "" {
		return f.countryEntity(f.tables.Country(f.home))
	}
	if best >= 0 && class != "legislator" && !o.former && !f.plural(o.role) && f.otherHolder(best, person, title) {
		// Somebody else has the office there: it is a country named close by, or none.
		return f.nearCountry(o, best)
	}
	return best
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

// nearCountry returns the country named last before the office in its
// sentence or the one before, other than not; -1 when none is.
func (f *finder) nearCountry(o office, not int) int {
	near := -1
	sent := f.doc.Tokens[o.Start].Sent
	for _, m := range f.mentions {
		if t := f.doc.Tokens[m.Head]; f.entities[m.Entity].country != nil && m.Entity != not && m.Tokens.Start < o.Start && t.Sent >= sent-1 {
			near = m.Entity
		}
	}
	return near
}

// otherHolder reports whether the article gives the title in the country to
// somebody else.
func (f *finder) otherHolder(c, person int, title string) bool {
	for _, r := range f.found {
		if r.Of == c && r.Person != person && !r.Former && strings.Join(f.keys(r.Title), " ") == title {
			return true
		}
	}
	return false
}

// titleOfState reports whether the title's words are of a state's office
// ("national security adviser", "defense secretary").
func (f *finder) titleOfState(o office) bool {
	for _, k := range f.keys(o.Range) {
		switch k {
		case "national", "security", "foreign", "defence", "defense", "interior", "home", "state", "presidential", "vice", "president", "treasury", "finance", "health", "justice", "general":
			return true
		}
	}
	return false
}

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
