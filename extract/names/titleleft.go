package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// leftOf reads the title whose role noun is token i towards the left: words
// of the title, then the body, then modifiers.
func (f *finder) leftOf(i int) office {
	o := office{Range: analyze.Range{Start: i, End: i + 1}, role: i, of: -1, bare: true, owner: -1}
	sent := f.doc.Tokens[i].Sent
	j := i - 1
	done := false
loop:
	for ; j >= 0 && f.doc.Tokens[j].Sent == sent; j-- {
		t := f.doc.Tokens[j]
		if k := f.over[j]; k >= 0 {
			s := f.spans[k]
			if s.kind == person || s.entity < 0 && s.kind != group || f.prefixed(s) {
				break
			}
			if s.kind == group {
				if done {
					break
				}
				if e := f.tables.Org("European Union"); e != nil && f.key[s.Start] == "european" && size(s.Range) == 1 && unionOffices[f.key[i]] {
					o.of, o.bare = f.orgEntity(e), false
					break loop
				}
				if p := f.party(f.text(s.Range)); p >= 0 && partyOffices[f.key[i]] && s.End == i {
					o.of, o.bare = p, false
					j = s.Start
					done = true
					continue
				}
				if f.party(f.text(s.Range)) < 0 {
					o.Start = s.Start
				}
				j = s.Start
				continue
			}
			if n := f.nationIn(s); n > 0 {
				// "Philippine Trade Secretary", where the network takes two words for a body.
				o.of, o.bare, o.native = f.countryEntity(f.nation(analyze.Range{Start: s.Start, End: s.Start + n})), false, true
				o.Start, j = s.Start+n, s.Start-1
				break
			}
			if s.kind == organization && size(s.Range) > 1 && s.End == o.Start && fronts[f.key[s.End-1]] {
				o.Start = s.End - 1 // "National League General Secretary"
			}
			o.of, o.bare, o.native = f.meant(s), false, s.kind == demonym || s.metonym != nil && s.metonym.Sense == "adjective"
			j = s.Start - 1
			if f.owned(&o, s) {
				return o
			}
			break
		}
		switch {
		case t.Tag == "-RRB-":
			// "Bangladesh Nationalist Party (BNP) chairman".
			k := j
			for k > 0 && j-k < 4 && f.doc.Tokens[k].Tag != "-LRB-" {
				k--
			}
			if j-k > 3 || k == 0 || f.over[k-1] < 0 {
				break loop
			}
			j = k
		case t.Tag == "POS":
			f.possessor(&o, j-1)
			return o
		case t.Tag == "VBD" && t.Dep != "amod":
			break loop
		case hyphened[t.Lower] && j > 1 && f.doc.Tokens[j-1].Tag == "HYPH":
			// "a Niamey-based researcher", "the self-styled president".
			if j -= 2; f.over[j] >= 0 {
				if s := f.spans[f.over[j]]; t.Lower == "led" && s.entity >= 0 {
					o.of, o.bare = f.meant(s), false // "the Saudi-led coalition's spokesman"
				}
				j = f.spans[f.over[j]].Start
			}
			done = true
		case past[t.Lower] || forNow[t.Lower] || modifiers[t.Lower]:
			// What stands before "former" is no part of the title, but may be the body.
			o.former = o.former || past[t.Lower] && t.Lower != "late"
			o.acting = o.acting || forNow[t.Lower]
			if done = true; t.Tag == "DT" || t.Tag == "PRP$" {
				if t.Tag == "PRP$" {
					o.owner = j
				}
				break loop
			}
		case done:
			break loop
		case t.Tag == "HYPH" || t.Text == "-" || t.Text == "–" || t.Text == "&":
			if j == 0 || t.Text != "&" && f.doc.Tokens[j-1].Space {
				break loop
			}
			if p := f.lowerAt(j - 1); p == "then" || p == "ex" {
				// "ex-president", "then-mayor".
				o.former, done = true, true
				j--
				continue
			}
			if f.doc.Tokens[j-1].Tag == "IN" && f.lowerAt(j-1) == "under" {
				o.Start = j - 1 // "under-secretary"
				j--
				continue
			}
			if j > 2 && f.lowerAt(j-1) == "in" && f.doc.Tokens[j-2].Tag == "HYPH" {
				// "commander-in-chief".
				j -= 2
			}
		case t.Lower == "and" && j > 0:
			if p := f.doc.Tokens[j-1]; f.roleWord(j-1) || f.titleEndsAt(j) || f.over[j-1] >= 0 || !strings.HasPrefix(p.Tag, "NN") && p.Tag != "JJ" || f.doc.Tokens[j+1].Tag == "DT" {
				break loop
			}
			continue
		case f.boundary(j, o.Start):
			break loop
		case strings.HasPrefix(t.Tag, "NN") || t.Tag == "JJ" || t.Tag == "VBN" && t.Dep == "amod" || t.Tag == "VBG" && (t.Dep == "amod" || t.Dep == "compound" || j > 0 && f.doc.Tokens[j-1].Tag == "DT"):
			if f.capital(o.Start) && j == o.Start-1 && !f.capital(j) && (t.Tag == "VBN" || f.lowerAt(j-1) == "to" || j > 0 && f.doc.Tokens[j-1].Tag == "MD") {
				break loop // "The House charged President X", "to impeach President X"
			}
			if t.Dep == "dative" || t.Dep == "npadvmod" || t.Tag == "NNS" && j == o.Start-1 && f.capital(o.Start) && !f.capital(j) {
				break loop
			}
			o.Start = j
		default:
			break loop
		}
	}
	f.modifiersBefore(&o, j)
	f.bodyInside(&o)
	return o
}

// hyphened are the second words of adjectives that say where the holder of an
// office is from, or who made him it: no part of the title.
var hyphened = words(`based born educated trained raised led backed supported appointed installed imposed controlled aligned funded
	styled proclaimed declared described exiled serving standing running`)

// fronts are first words of titles that the network takes for the last of a name.
var fronts = words("general deputy vice chief managing executive assistant acting associate permanent special senior")

// nationIn returns how many tokens of the country's name or adjective open an
// organisation's name that is none: that the tables lack and that ends in no
// word for a body; 0 for all others.
func (f *finder) nationIn(s span) int {
	last := f.key[s.End-1]
	if s.kind != organization || s.org != nil || size(s.Range) < 2 || suffixes[last] != none || units[last] || generics[last] || f.tables.Org(f.text(s.Range)) != nil {
		return 0
	}
	for n := size(s.Range) - 1; n > 0; n-- {
		if f.nation(analyze.Range{Start: s.Start, End: s.Start + n}) != nil {
			return n
		}
	}
	return 0
}

// nation returns the country that r names or is the adjective of.
func (f *finder) nation(r analyze.Range) *seeds.Country {
	if c := f.tables.Demonym(f.text(r)); c != nil {
		return c
	}
	return f.tables.CountryNamed(f.text(r))
}

// boundary reports whether a title in capitals starts at token start, behind
// another in lower case that ends at j: "chairperson President".
func (f *finder) boundary(j, start int) bool {
	return j == start-1 && f.capital(start) && !f.capital(j) && f.roleWord(j) && f.roleClass(j) != "other"
}

// unionOffices are offices that "European" makes those of the Union.
var unionOffices = words("commissioner commissioners official officials diplomat diplomats negotiator negotiators lawmaker lawmakers")

// partyOffices are offices that a party's adjective gives a body: "Conservative leader".
var partyOffices = words("leader chairman chair chairwoman chairperson chief spokesman spokeswoman spokesperson whip treasurer candidate nominee")

// party returns the entity of the party whose adjective the word is, of a
// country that the article names; -1 when there is none.
func (f *finder) party(word string) int {
	for _, n := range []string{word, word + " Party", word + "s"} {
		if o := f.tables.Org(n); o != nil && o.Kind == "party" && (o.Country == "" || f.mentionsCountry(o.Country)) {
			return f.orgEntity(o)
		}
	}
	return -1
}

// titleEndsAt reports whether another title with "for" or "of" ends before
// token j.
func (f *finder) titleEndsAt(j int) bool {
	for k := j - 1; k > 0 && k > j-6 && f.doc.Tokens[k].Sent == f.doc.Tokens[j].Sent; k-- {
		if w := f.lowerAt(k); (w == "for" || w == "of") && f.roleWord(k-1) {
			return true
		}
	}
	return false
}

// modifiersBefore reads "former", "acting" and the like at and before token j.
func (f *finder) modifiersBefore(o *office, j int) {
	for n := 0; n < 3 && j >= 0; n, j = n+1, j-1 {
		switch w := f.lowerAt(j); {
		case w == "late":
		case past[w]:
			o.former = true
		case forNow[w]:
			o.acting = true
		case modifiers[w] || w == "-":
		default:
			return
		}
	}
}

// possessor reads a person-in-office's possessive: "Russian President's
// envoy" is an envoy of Russia, "Trump's adviser" one of the United States.
func (f *finder) possessor(o *office, j int) {
	if j < 0 {
		return
	}
	if k := f.over[j]; k >= 0 {
		s := f.spans[k]
		switch {
		case s.entity < 0:
		case s.kind == person && private[f.roleClass(o.role)]:
		case s.kind == person:
			o.of = f.countryOf(s.entity)
			o.bare = o.of < 0
		default:
			o.of, o.bare = f.meant(s), false
			f.modifiersBefore(o, s.Start-1)
		}
		return
	}
	if f.roleWord(j) {
		p := f.leftOf(j)
		o.of, o.bare = p.of, p.bare
		return
	}
	if m, ok := f.nominalEnd(j); ok {
		o.of, o.bare = m, false
		return
	}
	o.owner = j
}

// called reports whether a noun may stand for the entity alone: it is a word
// of its name, or the entity is a country.
func (f *finder) called(e int, noun string) bool {
	return f.entities[e].kind == country || containsWord(f.entities[e].words, noun)
}

// owned reads the owner of an office before the adjective or the town of its
// holder: "its Russian vice-president", "the party's Kathmandu secretary".
func (f *finder) owned(o *office, s span) bool {
	if s.kind == organization {
		return false
	}
	j := s.Start - 1
	for j > 0 && (past[f.lowerAt(j)] || forNow[f.lowerAt(j)] || modifiers[f.lowerAt(j)] && f.doc.Tokens[j].Tag == "JJ") {
		j--
	}
	if j <= 0 || f.doc.Tokens[j].Sent != f.doc.Tokens[s.Start].Sent || f.doc.Tokens[j].Tag != "PRP$" && f.doc.Tokens[j].Tag != "POS" {
		return false
	}
	p := office{of: -1, bare: true, owner: -1}
	if f.doc.Tokens[j].Tag == "PRP$" {
		p.owner = j
	} else {
		f.possessor(&p, j-1)
	}
	if s.kind != demonym {
		o.Start = s.Start
	}
	o.of, o.bare, o.owner, o.native = p.of, p.bare, p.owner, false
	f.modifiersBefore(o, s.Start-1)
	return true
}

// nominalEnd returns the organisation or country that a common noun ending
// with token j speaks of: "the junta's spokesman".
func (f *finder) nominalEnd(j int) (int, bool) {
	for _, m := range f.mentions {
		if m.Kind == news.NominalMention && m.Tokens.End == j+1 && f.entities[m.Entity].kind != person && (size(m.Tokens) > 1 || f.called(m.Entity, f.key[j])) {
			return m.Entity, true
		}
	}
	return -1, false
}

// bodyInside takes an organisation's short name that stands at the title's
// start ("AU commissioner") for the body. The spans cover it already, so
// there is nothing to do unless the title starts inside one.
func (f *finder) bodyInside(o *office) {
	for o.Start+2 < o.role && f.lowerAt(o.Start+1) == "-" && modifiers[f.lowerAt(o.Start)+"-"+f.lowerAt(o.Start+2)] {
		// "far-right".
		o.Start += 3
	}
	for o.Start < o.role && (honorifics[f.key[o.Start]] || modifiers[f.lowerAt(o.Start)] || f.lowerAt(o.Start) == "-" || f.lowerAt(o.Start) == "and" || past[f.lowerAt(o.Start)] || forNow[f.lowerAt(o.Start)]) {
		if past[f.lowerAt(o.Start)] {
			o.former = f.lowerAt(o.Start) != "late"
		}
		if forNow[f.lowerAt(o.Start)] {
			o.acting = true
		}
		o.Start++
	}
}
