package seeds

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// read fills the tables: first what is kept by hand, which wins, then what
// the tool made. It panics on a file that is not there: they are embedded.
func read() *Tables {
	t := &Tables{
		code: map[string]*Country{}, country: map[string]*Country{}, demonym: map[string]*Country{}, ambiguous: map[string]bool{},
		place: map[string][]*Place{}, people: map[string][]*Person{}, surname: map[string][]*Person{}, office: map[string][]*Person{},
		org: map[string]*Org{}, metonym: map[string]*Metonym{}, title: map[string]*Title{}, gender: map[string]string{}, first: map[string]int{},
		borne: map[bearing]int{}, holders: map[string]int{},
	}
	t.readCountries()
	t.readPlaces()
	t.nameCountries()
	t.readPeople()
	t.readOrgs()
	for r := range rows("kept/metonyms.tsv", 5) {
		t.metonym[t.bound(r[0])] = &Metonym{Name: r[0], Sense: r[1], Country: r[2], Org: r[3]}
		if r[1] == "adjective" {
			delete(t.demonym, Key(r[0])) // "Welsh" is not of Wallis and Futuna
		}
	}
	for r := range rows("kept/titles.tsv", 4) {
		t.title[Key(r[0])] = &Title{Title: r[0], Class: r[1], Gender: r[2]}
	}
	for r := range rows("tables/firstnames.tsv", 3) {
		t.gender[Key(r[0])] = r[1]
	}
	for r := range rows("kept/firstnames.tsv", 3) {
		t.gender[Key(r[0])] = r[1]
	}
	return t
}

// rows yields the rows of a table without its header.
func rows(path string, columns int) func(yield func([]string) bool) {
	b, err := files.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return func(yield func([]string) bool) {
		header := true
		for line := range strings.SplitSeq(string(b), "\n") {
			if line == "" || header {
				header = false
				continue
			}
			r := strings.Split(line, "\t")
			for len(r) < columns {
				r = append(r, "")
			}
			if !yield(r) {
				return
			}
		}
	}
}

// asOf is the day up to which every-politician's open offices are known to be held.
var asOf = news.Date{Year: 2023, Month: time.January, Day: 31}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// bound returns the key of a name, and notes its first word and length for Scan.
func (t *Tables) bound(name string) string {
	k := Key(name)
	first, _, _ := strings.Cut(k, " ")
	t.first[first] = max(t.first[first], strings.Count(k, " ")+1)
	return k
}

func (t *Tables) readCountries() {
	for r := range rows("tables/countries.tsv", 6) {
		c := &Country{Code: r[0], Wikidata: r[1], Name: r[2], Aliases: list(r[3]), Demonyms: list(r[4])}
		t.countries = append(t.countries, c)
		t.code[c.Code] = c
	}
	for r := range rows("kept/countries.tsv", 6) {
		c := t.code[r[0]]
		if c == nil { // a territory or a former state that the tool's sources lack
			c = &Country{Code: r[0], Name: r[2]}
			t.countries = append(t.countries, c)
			t.code[c.Code] = c
		}
		if r[1] != "" {
			c.Wikidata = r[1]
		}
		if r[2] != "" && r[2] != c.Name {
			c.Aliases = append(c.Aliases, c.Name)
			c.Name = r[2]
		}
		c.Aliases = merge(list(r[3]), c.Aliases)
		c.Demonyms = merge(list(r[4]), c.Demonyms)
		for _, a := range list(r[3]) {
			t.country[t.bound(a)] = c
		}
		for _, d := range list(r[4]) {
			t.demonym[Key(d)] = c
		}
	}
	for _, c := range t.countries {
		for _, d := range c.Demonyms {
			if k := Key(d); t.demonym[k] == nil {
				t.demonym[k] = c
			}
		}
	}
	for r := range rows("kept/past.tsv", 4) {
		c := t.code[r[0]]
		c.past, c.until = t.code[r[1]], day(r[2], true)
	}
	for r := range rows("kept/ambiguous.tsv", 3) {
		t.ambiguous[Key(r[0])] = true
	}
}

// nameCountries makes the index of countries' names: own names first, then
// aliases that are no demonym and no city of the country.
func (t *Tables) nameCountries() {
	for _, c := range t.countries {
		t.country[t.bound(c.Name)] = c
	}
	for _, c := range t.countries {
		for _, a := range c.Aliases {
			k := t.bound(a)
			own := slices.ContainsFunc(t.place[k], func(p *Place) bool { return p.Country == c.Code })
			if t.country[k] == nil && t.demonym[k] == nil && !own {
				t.country[k] = c
			}
		}
	}
}

func (t *Tables) readPlaces() {
	alias := map[string][]string{}
	prefer := map[string]string{}
	for r := range rows("kept/places.tsv", 6) {
		if r[1] == "" {
			alias[r[2]+r[0]] = list(r[3])
			prefer[r[2]+r[0]] = r[5]
			continue
		}
		p := &Place{Name: r[0], Kind: r[1], Country: r[2], Aliases: list(r[3])}
		for _, n := range append(p.Aliases, p.Name) {
			t.place[Key(n)] = append(t.place[Key(n)], p)
		}
	}
	for r := range rows("tables/places.tsv", 7) {
		pop, _ := strconv.Atoi(r[4])
		p := &Place{Name: r[0], Kind: r[1], Country: r[2], Wikidata: r[3], Population: pop, Aliases: merge(alias[r[2]+r[0]], list(r[5]))}
		if n := prefer[r[2]+r[0]]; n != "" {
			p.Aliases = append(p.Aliases, p.Name)
			p.Name = n
		}
		for _, n := range append(p.Aliases, p.Name) {
			k := Key(n)
			if l := t.place[k]; len(l) == 0 || l[len(l)-1] != p {
				t.place[k] = append(l, p)
			}
		}
		if c := t.code[p.Country]; c != nil && p.Kind == "capital" && (c.Capital == nil || c.Capital.Population < p.Population) {
			c.Capital = p
		}
	}
	for _, l := range t.place {
		if len(l) < 2 {
			continue
		}
		slices.SortStableFunc(l, func(a, b *Place) int {
			if x, y := a.Kind == "capital", b.Kind == "capital"; x != y {
				return map[bool]int{true: -1, false: 1}[x]
			}
			return cmp.Compare(b.Population, a.Population)
		})
	}
}

func (t *Tables) readPeople() {
	byKey := map[string]*Person{}
	byID := map[string]*Person{}
	byName := map[string]*Person{}
	var all []*Person
	for _, path := range []string{"kept/people.tsv", "tables/people.tsv"} {
		for r := range rows(path, 5) {
			p := byID[r[1]]
			if p == nil && r[1] == "" {
				p = byName[Key(r[2])]
			}
			if p != nil {
				byKey[r[0]] = p
				p.Aliases = merge(p.Aliases, append(list(r[3]), r[2]))
				continue
			}
			p = &Person{Wikidata: r[1], Name: r[2], Aliases: list(r[3])}
			if path == "kept/people.tsv" {
				for _, n := range append(list(r[3]), r[2]) {
					byName[Key(n)] = p
				}
			}
			byKey[r[0]] = p
			if p.Wikidata != "" {
				byID[p.Wikidata] = p
			}
			all = append(all, p)
		}
	}
	for _, path := range []string{"kept/offices.tsv", "tables/offices.tsv"} {
		for r := range rows(path, 6) {
			p := byKey[r[0]]
			if p == nil {
				continue
			}
			o := Office{Title: r[1], Body: r[2], From: day(r[3], false), To: day(r[4], true)}
			if r[5] == "every-politician" && o.To.IsZero() {
				o.To = asOf
			}
			p.Offices = append(p.Offices, o)
			k := officeKey(o)
			if l := t.office[k]; !slices.Contains(l, p) {
				t.office[k] = append(l, p)
			}
		}
	}
	all = t.readLeaders(all)
	for _, p := range all {
		for _, n := range append(p.Aliases, p.Name) {
			k := Key(n)
			if l := t.people[k]; len(l) == 0 || l[len(l)-1] != p {
				t.people[k] = append(l, p)
			}
			k = k[strings.LastIndexByte(k, ' ')+1:]
			if l := t.surname[k]; len(l) == 0 || l[len(l)-1] != p {
				t.surname[k] = append(l, p)
			}
		}
		t.bear(p)
	}
}

// bear counts the words of a person's name for the countries of his offices.
func (t *Tables) bear(p *Person) {
	var countries []string
	for _, o := range p.Offices {
		if t.code[o.Body] != nil && !slices.Contains(countries, o.Body) {
			countries = append(countries, o.Body)
		}
	}
	for _, c := range countries {
		t.holders[c]++
		for w := range strings.FieldsFuncSeq(Key(p.Name), func(r rune) bool { return r == ' ' || r == '-' }) {
			t.borne[bearing{w, c}]++
		}
	}
}

// readLeaders adds those who led a country, by years, to the people of the
// other tables, and the offices that these lack.
func (t *Tables) readLeaders(all []*Person) []*Person {
	named := map[string]*Person{}
	for _, p := range all {
		for _, n := range append(p.Aliases, p.Name) {
			if k := Key(n); named[k] == nil {
				named[k] = p
			}
		}
	}
	for r := range rows("kept/leaders.tsv", 7) {
		p := named[Key(r[2])]
		if p == nil {
			p = &Person{Name: r[2]}
			named[Key(r[2])] = p
			all = append(all, p)
		}
		p.Aliases = merge(p.Aliases, append(list(r[5]), r[2]))
		o := Office{Title: r[1], Body: r[0], From: day(r[3], false), To: day(r[4], true)}
		if slices.ContainsFunc(p.Offices, func(x Office) bool { return x.Title == o.Title && x.Body == o.Body && x.From.Year == o.From.Year }) {
			continue
		}
		p.Offices = append(p.Offices, o)
		k := officeKey(o)
		if l := t.office[k]; !slices.Contains(l, p) {
			t.office[k] = append(l, p)
		}
	}
	return all
}

func (t *Tables) readOrgs() {
	ids := map[string]string{}
	var all []*Org
	for r := range rows("tables/orgs.tsv", 6) {
		ids[r[0]] = r[3]
		all = append(all, &Org{Name: r[0], Kind: r[1], Country: r[2], Wikidata: r[3], Aliases: list(r[4])})
	}
	for r := range rows("kept/orgs.tsv", 6) {
		o := &Org{Name: r[0], Kind: r[1], Country: r[2], Wikidata: ids[r[0]], Aliases: list(r[4])}
		for _, n := range append(o.Aliases, o.Name) {
			if k := t.bound(n); t.org[k] == nil {
				t.org[k] = o
			}
		}
	}
	for _, o := range all {
		if k := t.bound(o.Name); t.org[k] == nil {
			t.org[k] = o
		}
	}
}

func merge(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// day reads a date that may lack its day or month: the first day that it may
// mean, or the last.
func day(s string, last bool) news.Date {
	var d news.Date
	part := strings.Split(s, "-")
	y, err := strconv.Atoi(part[0])
	if err != nil {
		return d
	}
	d = news.Date{Year: y, Month: time.January, Day: 1}
	if last {
		d.Month, d.Day = time.December, 31
	}
	if len(part) > 1 {
		if m, err := strconv.Atoi(part[1]); err == nil && m >= 1 && m <= 12 {
			d.Month = time.Month(m)
			if last {
				d = news.Date{Year: y, Month: d.Month, Day: 1}.AddMonths(1).AddDays(-1)
			}
		}
	}
	if len(part) > 2 {
		if n, err := strconv.Atoi(part[2]); err == nil && n >= 1 && n <= 31 {
			d.Day = n
		}
	}
	return d
}
