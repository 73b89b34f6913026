package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// entity is somebody or something while its chain is put together.
type entity struct {
	kind    kind
	country *seeds.Country
	org     *seeds.Org
	person  *seeds.Person
	place   *seeds.Place
	// given and surname are the keys of a person's names, words those of other names.
	given   []string
	surname string
	words   []string
	// forms counts the printed names, in order of first occurrence.
	forms []form
	// gender is m, f or "".
	gender string
	// of is the ISO code of the country that it is a body of, where the text says so.
	of string
	// seat is the region or town that it is a body of, where the text says so.
	seat string
	// where is the key of the place of an embassy.
	where string
	// junior is true for a name with "Jr." or "Sr.".
	junior bool
	// full is true when some form has more than a surname.
	full bool
	// spans are the indices of the spans that name it.
	spans []int
}

type form struct {
	text string
	n    int
}

func (e *entity) print(text string) {
	for i := range e.forms {
		if e.forms[i].text == text {
			e.forms[i].n++
			return
		}
	}
	e.forms = append(e.forms, form{text, 1})
}

// chain joins the spans into entities, a mention each: full names first, so
// that a surname in a headline finds the name below it.
func (f *finder) chain() {
	for k := range f.spans {
		s := &f.spans[k]
		switch s.kind {
		case country, demonym:
			s.entity = f.countryEntity(s.country)
		case person:
			if !f.short(s.Range) {
				s.entity = f.fullPerson(s.Range)
			}
		}
	}
	acronyms := f.acronyms()
	for k := range f.spans {
		s := &f.spans[k]
		if s.entity >= 0 {
			continue
		}
		switch s.kind {
		case organization:
			s.entity = f.organization(*s, acronyms)
		case place:
			s.entity = f.placeEntity(*s)
		}
	}
	for k, s := range f.spans {
		if s.entity >= 0 && s.kind == person {
			f.note(k)
		}
	}
	for k := range f.spans {
		if s := &f.spans[k]; s.entity < 0 && s.kind == person {
			if s.entity = f.shortPerson(k); s.entity >= 0 && s.kind == person {
				f.note(k)
			}
		}
	}
	f.named = make([]int, len(f.doc.Tokens))
	for i := range f.named {
		f.named[i] = -1
	}
	for k, s := range f.spans {
		if s.entity < 0 {
			continue
		}
		use := Plain
		switch {
		case s.kind == demonym, s.metonym != nil && s.metonym.Sense == "adjective":
			use = Demonym
		case s.metonym != nil:
			use = Actor
		default:
			f.entities[s.entity].print(f.text(s.Range))
		}
		kind := news.NameMention
		if !f.capitalised(s.Range) {
			kind = news.NominalMention // "the health ministry"
		}
		m := f.mention(s.Range, s.entity, kind, use)
		for i := s.Start; i < s.End; i++ {
			f.named[i] = m
		}
		f.entities[s.entity].spans = append(f.entities[s.entity].spans, k)
	}
}

// mention records that r speaks of the entity.
func (f *finder) mention(r analyze.Range, e int, k news.MentionKind, u Use) int {
	f.mentions = append(f.mentions, Mention{Tokens: r, Head: f.head(r), Entity: e, Kind: k, Use: u})
	return len(f.mentions) - 1
}

func (f *finder) countryEntity(c *seeds.Country) int {
	if i, ok := f.by.country[c]; ok {
		return i
	}
	return f.newEntity(&entity{kind: country, country: c, full: true})
}

// placeEntity returns the entity of a place by its name or alias.
func (f *finder) placeEntity(s span) int {
	ks := f.keys(s.Range)
	if len(ks) == 0 {
		return -1
	}
	text := f.text(s.Range)
	if s.metonym != nil && s.metonym.Sense == "adjective" {
		text = s.metonym.Org
		ks = strings.Fields(seeds.Key(text))
	}
	name := strings.Join(ks, " ")
	var pick *seeds.Place
	if l := f.tables.Places(text); len(l) > 0 {
		pick = l[0]
	}
	if i, ok := f.by.name["p "+name]; ok {
		return i
	}
	if i, ok := f.by.place[pick]; ok && pick != nil {
		return i
	}
	e := &entity{kind: place, words: ks, place: pick, full: true}
	if s.metonym != nil && s.metonym.Sense == "adjective" {
		e.print(text)
	}
	return f.newEntity(e)
}
