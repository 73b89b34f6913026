package names

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// finish gives the entities their identity, drops those without a mention
// and puts the mentions in order.
func (f *finder) finish() *Names {
	out := &Names{at: make([][]int, len(f.doc.Tokens))}
	index := make([]int, len(f.entities))
	for i := range index {
		index[i] = -1
	}
	byID := map[news.ID]int{}
	keep := func(i int) int {
		if index[i] < 0 {
			e := f.identify(f.entities[i])
			if j, ok := byID[e.ID]; ok {
				out.Entities[j].Aliases = addAliases(out.Entities[j], e)
				index[i] = j
			} else {
				index[i] = len(out.Entities)
				kind := ""
				if o := f.entities[i].org; o != nil {
					kind = o.Kind
				}
				out.kinds = append(out.kinds, kind)
				byID[e.ID] = index[i]
				out.Entities = append(out.Entities, e)
			}
		}
		return index[i]
	}
	order := make([]int, len(f.mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := f.mentions[a].Tokens, f.mentions[b].Tokens
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	moved := make([]int, len(order))
	for _, i := range order {
		m := f.mentions[i]
		m.Entity = keep(m.Entity)
		moved[i] = len(out.Mentions)
		out.Mentions = append(out.Mentions, m)
	}
	for i, m := range out.Mentions {
		for t := m.Tokens.Start; t < m.Tokens.End; t++ {
			out.at[t] = append(out.at[t], i)
		}
	}
	for _, l := range out.at {
		slices.SortStableFunc(l, func(a, b int) int {
			return cmp.Compare(size(out.Mentions[a].Tokens), size(out.Mentions[b].Tokens))
		})
	}
	for _, r := range f.found {
		r.Person = keep(r.Person)
		if r.Of >= 0 {
			r.Of = keep(r.Of)
		}
		r.Mention = moved[r.Mention]
		for i, m := range r.Also {
			r.Also[i] = moved[m]
		}
		out.Roles = append(out.Roles, r.Role)
	}
	return out
}

func addAliases(a, b news.Entity) []string {
	l := slices.Clone(a.Aliases)
	for _, s := range append(b.Aliases, b.Name) {
		if s != a.Name && !slices.Contains(l, s) {
			l = append(l, s)
		}
	}
	slices.Sort(l)
	return l
}

// identify returns the entity with its name, aliases and id. A Wikidata id
// is given only where the tables' name and the article's context agree.
func (f *finder) identify(e *entity) news.Entity {
	out := news.Entity{Name: f.bestName(e)}
	parts := []string{}
	switch e.kind {
	case country:
		out.Type, out.Name, out.Wikidata, out.Code = news.Country, e.country.Name, e.country.Wikidata, e.country.Code
		parts = []string{"country", e.country.Code}
	case person:
		out.Type = news.Person
		if p := f.linkPerson(e); p != nil {
			e.person = p
			out.Name, out.Wikidata = p.Name, p.Wikidata
		}
		out.Local = !e.full && e.person == nil
	case organization:
		out.Type = news.Organization
		switch {
		case e.org != nil:
			out.Name, out.Wikidata, out.Country = e.org.Name, e.org.Wikidata, e.org.Country
		case e.seat != "":
			out.Country = e.of
			out.Name += " (" + e.seat + ")"
		case e.of != "":
			out.Country = e.of
			if common(e.words) {
				out.Name += " (" + f.tables.Country(e.of).Name + ")"
			}
		default:
			out.Local = common(e.words)
		}
	case place:
		out.Type = news.Place
		if p := f.linkPlace(e); p != nil {
			out.Name, out.Wikidata, out.Country = p.Name, p.Wikidata, p.Country
		}
	}
	if e.kind != country {
		parts = []string{string(out.Type), "name", seeds.Key(out.Name)}
		switch {
		case out.Wikidata != "":
			parts = []string{"wikidata", out.Wikidata}
		case out.Local:
			parts = []string{string(out.Type), "article", string(f.article), seeds.Key(out.Name)}
		case out.Type == news.Place && out.Country != "":
			parts = append(parts, out.Country)
		}
	}
	out.ID = news.NewID("entity", parts...)
	for _, fm := range e.forms {
		if fm.text != out.Name && fm.text != "" && !slices.Contains(out.Aliases, fm.text) {
			out.Aliases = append(out.Aliases, fm.text)
		}
	}
	slices.Sort(out.Aliases)
	return out
}

// bestName returns the most frequent full form that the article uses,
// without a person's middle initials; ties go by the alphabet. A form of one
// word counts as full only where there is no other.
func (f *finder) bestName(e *entity) string {
	count := map[string]int{}
	for _, fm := range e.forms {
		text := fm.text
		if e.kind == person {
			text = withoutInitials(text)
		}
		count[text] += fm.n
	}
	best := ""
	for text, n := range count {
		full, have := several(text), several(best)
		switch {
		case best == "" || full && !have:
			best = text
		case have && !full:
		case n > count[best] || n == count[best] && text < best:
			best = text
		}
	}
	return best
}

// several reports whether a name has two words beside particles: "de Graaf" has one.
func several(name string) bool {
	n := 0
	for w := range strings.FieldsSeq(name) {
		if !particles[strings.ToLower(w)] || w != strings.ToLower(w) {
			n++
		}
	}
	return n > 1
}

// withoutInitials drops single letters between first name and surname.
func withoutInitials(name string) string {
	w := strings.Fields(name)
	if len(w) == 0 || len([]rune(strings.TrimSuffix(w[0], "."))) == 1 {
		return name
	}
	out := w[:0:0]
	for i, x := range w {
		if i > 0 && i < len(w)-1 && len([]rune(strings.TrimSuffix(x, "."))) == 1 {
			continue
		}
		out = append(out, x)
	}
	return strings.Join(out, " ")
}

// linkPerson returns the person of the tables that the entity is: the one
// person with a full name of the article's who held an office within six
// years of the publication and whom no office of the article contradicts;
// for a bare surname, the one head of state or government in office then
// whose country the article names.
func (f *finder) linkPerson(e *entity) *seeds.Person {
	var found *seeds.Person
	names := make([]string, 0, 4)
	for _, fm := range e.forms {
		names = append(names, fm.text, withoutInitials(fm.text))
	}
	if e.full {
		for _, n := range names {
			if !strings.Contains(strings.TrimSpace(n), " ") && !strings.Contains(n, "-") {
				continue
			}
			for _, p := range f.tables.People(n) {
				if !p.Active(f.on, 6*365) || p == found || !f.agrees(e, p) {
					continue
				}
				if found != nil {
					return nil
				}
				found = p
			}
		}
		if found == nil && len(e.given) > 1 {
			// "Sayyid Ali Hosseini Khamenei": the first and last of the names, when the office agrees.
			for _, g := range e.given {
				for _, p := range f.tables.People(g + " " + e.surname) {
					if found == nil && p.Active(f.on, 365) && f.confirms(e, p) {
						found = p
					}
				}
			}
		}
		return found
	}
	if len(e.forms) == 0 {
		return nil
	}
	if p := f.styled(e); p != nil {
		return p
	}
	titles := f.titlesOf(e)
	one := f.tables.Surnames(e.forms[0].text) == 1
	rare := f.tables.Surnames(e.forms[0].text) <= rareSurname
	for _, p := range f.tables.WithSurname(e.forms[0].text, f.on) {
		if !f.leads(p, rare) && !f.held(p, titles) && !(one && f.governs(p)) {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// styled returns the one person whom the tables know by a single name or by
// a style and a name ("Lula", "Pope Francis") and who holds an office then.
func (f *finder) styled(e *entity) *seeds.Person {
	forms := []string{e.forms[0].text}
	for _, k := range e.spans[:min(len(e.spans), most)] {
		if s := f.spans[k]; s.Start > 0 && f.roleWord(s.Start-1) {
			forms = append(forms, f.text(analyze.Range{Start: s.Start - 1, End: s.End}))
		}
	}
	for _, name := range forms {
		for _, p := range f.tables.People(name) {
			if p.Active(f.on, 365) && (name != e.forms[0].text || f.leads(p, true)) {
				return p
			}
		}
	}
	return nil
}

// titlesOf returns the keys of the titles that stand before a person's name.
func (f *finder) titlesOf(e *entity) []string {
	var out []string
	for _, k := range e.spans[:min(len(e.spans), most)] {
		s := f.spans[k]
		if s.Start == 0 || !f.roleWord(s.Start-1) || f.over[s.Start-1] >= 0 {
			continue
		}
		out = append(out, strings.Join(f.keys(f.leftOf(s.Start-1).Range), " "))
	}
	return out
}

// governs reports whether p is a minister, an envoy or a leader at the time.
func (f *finder) governs(p *seeds.Person) bool {
	if f.on.IsZero() {
		return false
	}
	for _, o := range p.Offices {
		if !o.Holds(f.on, 30) {
			continue
		}
		switch t := f.tables.Title(o.Title); {
		case t == nil && strings.Contains(o.Title, "Minister"), t != nil && (t.Class == "minister" || t.Class == "diplomat" || strings.HasPrefix(t.Class, "head_of")):
			return true
		}
	}
	return false
}

// held reports whether p held an office of state with one of the titles.
func (f *finder) held(p *seeds.Person, titles []string) bool {
	for _, o := range p.Offices {
		t := f.tables.Title(o.Title)
		if t == nil || t.Class != "head_of_state" && t.Class != "head_of_government" {
			continue
		}
		if slices.Contains(titles, seeds.Key(o.Title)) && (f.on.IsZero() || o.Holds(f.on, 365)) {
			return true
		}
	}
	return false
}

// rareSurname is how many people of the tables may share a surname that
// alone names the one of them who leads a country.
const rareSurname = 3

// agrees reports whether the offices that the article gives to e leave room
// for the person p: at least one body is p's, or the article gives none.
func (f *finder) agrees(e *entity, p *seeds.Person) bool {
	bodies, fits := f.compare(e, p)
	return bodies == 0 || fits || !p.Linked()
}

// confirms reports whether an office that the article gives to e is of a
// body that p held one of.
func (f *finder) confirms(e *entity, p *seeds.Person) bool {
	_, fits := f.compare(e, p)
	return fits
}

// compare returns how many countries' offices the article gives to e, and
// whether one of them is a country that p held an office of.
func (f *finder) compare(e *entity, p *seeds.Person) (bodies int, fits bool) {
	for _, r := range f.found {
		if f.entities[r.Person] != e || r.Of < 0 {
			continue
		}
		of := f.entities[r.Of]
		if of.country == nil {
			continue
		}
		bodies++
		fits = fits || p.Of(of.country.Code, news.Date{}, 0)
	}
	return bodies, fits
}

// leads reports whether p was head of state or government at the time, of a
// country that the article names, or has a surname that few others in office have.
func (f *finder) leads(p *seeds.Person, rare bool) bool {
	for _, o := range p.Offices {
		t := f.tables.Title(o.Title)
		if t == nil || t.Class != "head_of_state" && t.Class != "head_of_government" || !o.Holds(f.on, 30) {
			continue
		}
		if rare || f.mentionsCountry(o.Body) {
			return true
		}
	}
	return false
}

// linkPlace returns the place of the tables that the entity is: the only one
// of that name, the one in a country that the article names when there is
// only one such, else the one that is a capital or ten times larger than the
// next.
func (f *finder) linkPlace(e *entity) *seeds.Place {
	if len(e.forms) == 0 {
		return nil
	}
	l := f.tables.Places(e.forms[0].text)
	switch {
	case len(l) == 0:
		return nil
	case len(l) == 1:
		return l[0]
	}
	if l[0].Kind == "capital" {
		return l[0]
	}
	// "New York" is the name of a state and the short name of a city, "Gaza" short for a city and a region.
	key := seeds.Key(e.forms[0].text)
	for _, p := range l[1:] {
		if seeds.Key(l[0].Name) != key && p.Country == l[0].Country {
			return nil
		}
	}
	var found *seeds.Place
	for _, p := range l {
		for _, c := range f.entities {
			if c.country != nil && c.country.Code == p.Country && found == nil {
				found = p
			}
		}
	}
	if found != nil {
		return found
	}
	if l[0].Population > 10*l[1].Population {
		return l[0]
	}
	return nil
}
