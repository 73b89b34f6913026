package seeds

import (
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/news"
)

// Country is a state, or a territory that news treat as one.
type Country struct {
	// Code is the ISO 3166-1 alpha-2 code, of a state of the past the one that it had; XK is Kosovo.
	Code, Wikidata, Name string
	Aliases, Demonyms    []string
	// past is the state whose seat of government was the country's until a day; nil when none.
	past  *Country
	until news.Date
	// Capital is the seat of government that the tables know; nil when none.
	Capital *Place
}

// Place is a city, a capital or a first-level region.
type Place struct {
	Name string
	// Kind is city, capital or region.
	Kind string
	// Country is the ISO code of the country that it lies in.
	Country, Wikidata string
	// Population is of people; 0 when not known.
	Population int
	Aliases    []string
}

// Person is somebody who holds or held an office.
type Person struct {
	// Wikidata is "" when no source gives it.
	Wikidata, Name string
	Aliases        []string
	Offices        []Office
}

// Office is one stretch of time in an office.
type Office struct {
	Title string
	// Body is an ISO country code or an organisation's name.
	Body string
	// From and To are the first and last day; zero is unknown or open.
	From, To news.Date
}

// Org is an organisation that many articles name.
type Org struct {
	Name string
	// Kind is igo, ngo, media, platform, ministry, agency, parliament, court, party, armed or company.
	Kind string
	// Country is the ISO code of the country that it belongs to; "" when none.
	Country, Wikidata string
	Aliases           []string
}

// Metonym is a building, street or short form that stands for a government or a ministry.
type Metonym struct {
	Name string
	// Sense is country, org, place, seat for a town that stands for a government only where it acts, or
	// adjective for what is made from the name of a region that is no country ("Scottish").
	Sense string
	// Country is an ISO code; Org names an Org that it stands for, or the region of an adjective.
	Country, Org string
}

// Title is a word for an office, rank or occupation.
type Title struct {
	Title string
	// Class is head_of_state, head_of_government, minister, official, diplomat, spokes, royal,
	// legislator, judge, military, police, clergy, business, academic, sport or media.
	Class string
	// Gender is m, f or "".
	Gender string
}

// Tables holds the tables and their indices. It is read only and safe for
// use by many goroutines. Names are looked up by their Key, so callers
// for whom case matters ("us") look at it themselves.
type Tables struct {
	countries []*Country
	code      map[string]*Country
	country   map[string]*Country
	demonym   map[string]*Country
	ambiguous map[string]bool
	place     map[string][]*Place
	people    map[string][]*Person
	surname   map[string][]*Person
	office    map[string][]*Person
	org       map[string]*Org
	metonym   map[string]*Metonym
	title     map[string]*Title
	gender    map[string]string
	first     map[string]int
	// borne counts the people of a country by each word of their names, holders all of them.
	borne   map[bearing]int
	holders map[string]int
}

// bearing is a word of a name, by its key, and the ISO code of a country.
type bearing struct{ word, country string }

// Load returns the tables; the first call reads them, in some 30 ms.
var Load = sync.OnceValue(read)

// Country returns the country with this ISO code, or nil.
func (t *Tables) Country(code string) *Country { return t.code[code] }

// CountryOn returns the state that had the country's seat of government on a
// day: Moscow stands for the Soviet Union until 1991. It is the country with
// this code itself on other days and on an unknown one, and nil when there is none.
func (t *Tables) CountryOn(code string, day news.Date) *Country {
	c := t.code[code]
	if c != nil && c.past != nil && !day.IsZero() && day.Compare(c.until) <= 0 {
		return c.past
	}
	return c
}

// CountryNamed returns the country with this name or alias, or nil.
func (t *Tables) CountryNamed(name string) *Country { return t.country[Key(name)] }

// Demonym returns the country whose people or things the word names
// ("Russian", "Danes"), or nil.
func (t *Tables) Demonym(word string) *Country { return t.demonym[Key(word)] }

// Ambiguous reports whether the country's name is a person's, an animal's or
// another place's as well (Chad, Turkey, Georgia).
func (t *Tables) Ambiguous(name string) bool { return t.ambiguous[Key(name)] }

// Places returns the places with this name: capitals first, then by population.
func (t *Tables) Places(name string) []*Place { return t.place[Key(name)] }

// People returns the people with this full name or alias.
func (t *Tables) People(name string) []*Person { return t.people[Key(name)] }

// WithSurname returns the people whose name ends in this word and who held
// an office within a year of the day.
func (t *Tables) WithSurname(surname string, on news.Date) []*Person {
	var out []*Person
	for _, p := range t.surname[Key(surname)] {
		if p.Active(on, 365) {
			out = append(out, p)
		}
	}
	return out
}

// Surnames returns how many people of the tables have a name that ends in this word.
func (t *Tables) Surnames(surname string) int { return len(t.surname[Key(surname)]) }

// Bearers returns which share of the people who held an office of the country
// (an ISO code) have this word in their name; 0 where the tables know too few.
func (t *Tables) Bearers(word, country string) float64 {
	return float64(t.borne[bearing{Key(word), country}]) / float64(t.holders[country]+few)
}

// few is a number of people of whom the names say little.
const few = 20

// InOffice returns the people who hold an office with this title for the
// body (an ISO code or an organisation's name) on the day. Titles are
// compared by their folded words, so "Foreign Minister" does not find a
// "Minister of Foreign Affairs".
func (t *Tables) InOffice(title, body string, on news.Date) []*Person {
	var out []*Person
	key := Key(title) + "@" + Key(body)
	for _, p := range t.office[key] {
		for _, o := range p.Offices {
			if officeKey(o) == key && o.Holds(on, 0) {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// Holders returns the people who hold an office with this title for the body
// on the day, as InOffice does; with an unknown day, all who ever held it.
func (t *Tables) Holders(title, body string, on news.Date) []*Person {
	if on.IsZero() {
		return t.office[Key(title)+"@"+Key(body)]
	}
	return t.InOffice(title, body, on)
}

// HasOffice reports whether anybody in the tables held an office with this
// title for the body.
func (t *Tables) HasOffice(title, body string) bool {
	return len(t.office[Key(title)+"@"+Key(body)]) > 0
}

// Org returns the organisation with this name or alias, or nil.
func (t *Tables) Org(name string) *Org { return t.org[Key(name)] }

// Metonym returns what the building, street or short form stands for, or nil.
func (t *Tables) Metonym(name string) *Metonym { return t.metonym[Key(name)] }

// Title returns the title of this wording, or nil.
func (t *Tables) Title(phrase string) *Title { return t.title[Key(phrase)] }

// Gender returns m or f for a first name that one gender has far more often, else "".
func (t *Tables) Gender(first string) string { return t.gender[Key(first)] }

// Holds reports whether the office is held on the day, give or take slack
// days. An unknown day counts as held when the office is open-ended.
func (o Office) Holds(on news.Date, slack int) bool {
	if on.IsZero() {
		return o.To.IsZero()
	}
	if !o.From.IsZero() && on.Before(o.From.AddDays(-slack)) {
		return false
	}
	return o.To.IsZero() || !on.After(o.To.AddDays(slack))
}

// Active reports whether the person holds an office on the day, give or take
// slack days; with an unknown day, whether they held any.
func (p *Person) Active(on news.Date, slack int) bool {
	for _, o := range p.Offices {
		if on.IsZero() || o.Holds(on, slack) {
			return true
		}
	}
	return false
}

// Of reports whether the person held an office of the body on the day, give
// or take slack days.
func (p *Person) Of(body string, on news.Date, slack int) bool {
	for _, o := range p.Offices {
		if o.Body == body && (on.IsZero() || o.Holds(on, slack)) {
			return true
		}
	}
	return false
}

func officeKey(o Office) string {
	return Key(strings.TrimPrefix(o.Title, "Acting ")) + "@" + Key(o.Body)
}

// Scan returns the number of words of the longest name of a country,
// organisation or metonym that starts with this word (its Key); 0 when none does.
func (t *Tables) Scan(first string) int { return t.first[first] }

// Linked reports whether the person has a Wikidata id.
func (p *Person) Linked() bool { return p.Wikidata != "" }
