package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// apart finds the holder of a title that stands alone in one sentence while
// the person is named in another: "Foreign Secretary welcomes ...", "Philip
// Hammond said". The tables must give a person of the article the office, and
// one person only.
func (f *finder) apart(o office) {
	if !f.capital(o.role) && o.bare {
		return
	}
	body := o.of
	if body < 0 {
		code := f.dominant()
		if own := ownTitles[strings.Join(f.keys(o.Range), " ")]; len(own) > 0 {
			code = own[0]
		}
		if code == "" {
			return
		}
		c := f.tables.Country(code)
		if c == nil {
			return
		}
		i, ok := f.by.country[c]
		if !ok && f.tables.HasOffice(f.text(o.Range), code) {
			i, ok = f.countryEntity(c), true
		}
		if !ok {
			return
		}
		body = i
	}
	if f.entities[body].country == nil {
		return
	}
	who := -1
	for _, p := range f.tables.Holders(f.text(o.Range), f.entities[body].country.Code, f.on) {
		for i, e := range f.entities[:min(len(f.entities), 4*most)] {
			if e.kind != person || e.person != nil && e.person != p || f.linkPerson(e) != p {
				continue
			}
			if who >= 0 && who != i {
				return
			}
			who = i
		}
	}
	if who < 0 {
		return
	}
	m := f.mention(analyze.Range{Start: o.Start, End: o.End}, who, news.NominalMention, Plain)
	f.mentions[m].Head = o.role
	for _, r := range f.found {
		if r.Person == who && !r.Former && subset(f.keys(r.Title), f.keys(o.Range)) {
			return
		}
	}
	f.found = append(f.found, tenure{
		Role:  Role{Person: who, Of: body, Title: o.Range, Text: f.text(o.Range), Acting: o.acting, Mention: m, Confidence: .6},
		owner: -1,
	})
}
