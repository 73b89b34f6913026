package names

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// nested adds the countries that stand in the names of organisations ("U.S.
// Army", "Bank of Japan"): the article names them too.
func (f *finder) nested() {
	for _, s := range f.spans {
		if s.kind != organization || s.entity < 0 || s.metonym != nil || size(s.Range) < 2 {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			for n := min(3, s.End-i); n >= 1; n-- {
				r := analyze.Range{Start: i, End: i + n}
				if r == s.Range || !f.capital(i) || !f.capital(r.End-1) {
					continue
				}
				key := f.text(r)
				c := f.tables.CountryNamed(key)
				if c == nil || !f.caseFits(r, f.key[i]) || f.tables.Ambiguous(key) && c.Code != "US" {
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
}

// parts are countries within a country whose names stand in those of its bodies.
var parts = map[string]string{"england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB"}
