package names

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// nested adds the countries that stand in longer names ("U.S. Army", "Bank of
// Japan", "Eastern Ukraine", "the Iraq War"): the article names them too.
func (f *finder) nested() {
	for _, s := range f.spans {
		switch {
		case s.entity < 0 || s.metonym != nil || s.country != nil || size(s.Range) < 2:
		case s.kind == organization:
			f.countriesWithin(s.Range)
		case s.kind == place && directions[f.key[s.Start]]:
			rest := analyze.Range{Start: s.Start + 1, End: s.End}
			c := f.tables.CountryNamed(f.text(rest))
			if l := f.tables.Places(f.text(s.Range)); c != nil && (len(l) == 0 || l[0].Country == c.Code) && parts[f.key[s.Start]+" "+f.key[s.End-1]] == "" {
				f.mention(rest, f.countryEntity(c), news.NominalMention, Demonym)
			}
		}
	}
	f.beforeNouns()
}

// directions stand before the name of a country, and the two name a part of it.
var directions = words(`north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern
	southeastern southwestern north-eastern north-western south-eastern south-western north-east north-west south-east south-west mainland atlantic upper lower occupied rural`)

// countriesWithin adds the countries that stand in the name of an organisation.
func (f *finder) countriesWithin(s analyze.Range) {
	for i := s.Start; i < s.End; i++ {
		for n := min(6, s.End-i); n >= 1; n-- {
			r := analyze.Range{Start: i, End: i + n}
			if r == s || !f.capital(i) || !f.capital(r.End-1) {
				continue
			}
			key := f.text(r)
			c := f.tables.CountryNamed(key)
			if c == nil || !f.caseFits(r, f.key[i]) || f.tables.Ambiguous(key) && c.Code != "US" && !(f.lowerAt(i-1) == "of" && suffixes[f.key[max(i-2, 0)]] == organization) {
				if c = f.tables.Demonym(key); c == nil || n > 1 && f.tables.CountryNamed(key) != nil {
					c = f.tables.Country(parts[seeds.Key(key)])
				}
			}
			switch f.lowerAt(r.End) {
			case "ocean", "sea", "gulf", "river", "peninsula":
				c = nil // "Indian Ocean Commission"
			}
			if c == nil {
				continue
			}
			f.mention(r, f.countryEntity(c), news.NominalMention, Demonym)
			i = r.End - 1
			break
		}
	}
}

// beforeNouns adds the countries that stand in names that are no entities:
// "the Iraq War", "the Canada Open".
func (f *finder) beforeNouns() {
	for i := 0; i+1 < len(f.doc.Tokens); i++ {
		if f.over[i] >= 0 || f.named[i] >= 0 || !f.capital(i) || !f.proper(i+1) || f.over[i+1] >= 0 || !f.doc.Tokens[i].Space {
			continue
		}
		if prev := f.lowerAt(i - 1); f.proper(i-1) && f.doc.Tokens[i-1].Space && !directions[prev] {
			continue // "New Mexico State", "Air Canada Centre"
		}
		c := f.countryAt(i)
		if c == nil || f.tables.Ambiguous(f.key[i]) || f.taken(i) || len(f.tables.Places(f.text(analyze.Range{Start: i, End: i + 2}))) > 0 {
			continue
		}
		f.mention(analyze.Range{Start: i, End: i + 1}, f.countryEntity(c), news.NominalMention, Demonym)
	}
}

// taken reports whether a mention covers token i.
func (f *finder) taken(i int) bool {
	for _, m := range f.mentions {
		if m.Tokens.Start <= i && i < m.Tokens.End {
			return true
		}
	}
	return false
}

// parts are countries within a country whose names stand in those of its bodies.
var parts = map[string]string{"england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB"}
