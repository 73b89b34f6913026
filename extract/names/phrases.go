package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// organs are nouns for those who act in a country's name.
var organs = words(`government administration authority authorities official officials regime cabinet delegation leadership force forces military army troops
	warplanes jets soldiers negotiators diplomats state side officers commanders`)

// members are nouns for those who act in an organisation's name.
var members = words("fighters rebels terrorists militants insurgents gunmen group movement members lawmakers")

// phrases finds what speaks of a country as an actor through a common noun:
// "the Russian government", "Government of the Russian Federation", "US
// officials", "the Trump administration".
func (f *finder) phrases() {
	n := len(f.mentions)
	for i := range n {
		m := f.mentions[i]
		e := f.entities[m.Entity]
		switch {
		case e.kind == country || e.kind == organization && m.Kind == news.NameMention:
			if r, h, ok := f.organOf(m, e.kind == organization); ok {
				f.mentions = append(f.mentions, Mention{Tokens: r, Head: h, Entity: m.Entity, Kind: news.NominalMention, Use: Actor})
			}
		case e.kind == person && m.Kind == news.NameMention:
			next := f.lowerAt(m.Tokens.End)
			if next == "'s" || next == "’s" {
				next = f.lowerAt(m.Tokens.End + 1)
			}
			if next != "administration" && next != "regime" && next != "government" {
				continue
			}
			if c := f.countryOf(m.Entity); c >= 0 {
				end := m.Tokens.End
				for f.lowerAt(end) != next {
					end++
				}
				r := analyze.Range{Start: m.Tokens.Start, End: end + 1}
				f.mentions = append(f.mentions, Mention{Tokens: r, Head: end, Entity: c, Kind: news.NominalMention, Use: Actor})
			}
		}
	}
}

// countryOf returns the entity of the country that the person leads by the
// tables, or -1.
func (f *finder) countryOf(person int) int {
	e := f.entities[person]
	p := f.linkPerson(e)
	if p == nil {
		return -1
	}
	for _, o := range p.Offices {
		t := f.tables.Title(o.Title)
		if t == nil || t.Class != "head_of_state" && t.Class != "head_of_government" || !o.Holds(f.on, 365) {
			continue
		}
		if c := f.tables.Country(o.Body); c != nil {
			return f.countryEntity(c)
		}
	}
	return -1
}

// organOf returns the phrase around a mention of a country whose noun is an
// organ of it, and the noun's token.
func (f *finder) organOf(m Mention, org bool) (analyze.Range, int, bool) {
	r := m.Tokens
	// "Russian government", "Iraq's armed forces", "US federal officials".
	j := r.End
	if w := f.lowerAt(j); w == "'s" || w == "’s" || w == "'" || w == "’" {
		j++
	}
	for steps := 0; j < len(f.doc.Tokens) && steps < 3; j, steps = j+1, steps+1 {
		if f.over[j] >= 0 {
			break
		}
		t := f.doc.Tokens[j]
		if t.Dep == "compound" && organs[t.Lower] {
			continue // "state news agency"
		}
		if (organs[t.Lower] || org && members[t.Lower]) && t.Tag != "VB" && !strings.HasPrefix(t.Tag, "VB") {
			if nx := j + 1; nx < len(f.doc.Tokens) && (strings.HasPrefix(f.doc.Tokens[nx].Tag, "NN") && f.doc.Tokens[nx].Head != nx && f.doc.Tokens[j].Head == nx) {
				continue
			}
			if nx := j + 1; nx < len(f.over) && f.over[nx] >= 0 && f.spans[f.over[nx]].kind == person {
				// "Hamas official Osama Hamdan".
				return analyze.Range{}, 0, false
			}
			return analyze.Range{Start: r.Start, End: j + 1}, j, true
		}
		if t.Tag != "JJ" && t.Tag != "NN" && t.Tag != "NNP" && t.Tag != "VBN" && t.Tag != "HYPH" {
			break
		}
	}
	if org {
		return analyze.Range{}, 0, false
	}
	// "Government of the Russian Federation", "government of Iraq".
	k := r.Start - 1
	if f.lowerAt(k) == "the" {
		k--
	}
	if f.lowerAt(k) == "of" && k > 0 {
		if w := f.lowerAt(k - 1); w == "government" || w == "administration" || w == "presidency" || w == "authorities" || w == "regime" {
			start := k - 1
			for start > 0 && (f.lowerAt(start-1) == "federal" || f.lowerAt(start-1) == "central") {
				start--
			}
			return analyze.Range{Start: start, End: r.End}, k - 1, true
		}
	}
	return analyze.Range{}, 0, false
}

// countryAt returns the country whose name token i is, or nil.
func (f *finder) countryAt(i int) *seeds.Country {
	if c := f.tables.CountryNamed(f.doc.Tokens[i].Text); c != nil && f.caseFits(analyze.Range{Start: i, End: i + 1}, f.key[i]) {
		return c
	}
	return nil
}
