package names

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// units are nouns for bodies of a country, a region or a town that are named
// by them: "Serbian police", "Iraq's parliament".
var units = words("police army navy parliament senate ministry court airforce legislature congress embassy consulate judiciary intelligence opposition")

// unitWords stand between the country and the unit.
var unitWords = words("foreign interior defence defense health finance justice air supreme high constitutional federal national state lower upper local provincial military trade education energy economy transport house")

// bodies finds bodies named by a common noun after a country, a demonym or a
// place, and what later speaks of them by the noun alone ("the police").
func (f *finder) bodies() {
	n := len(f.mentions)
	for i := range n {
		m := f.mentions[i]
		e := f.entities[m.Entity]
		if m.Kind != news.NameMention || e.kind != country && e.kind != place {
			continue
		}
		j := m.Tokens.End
		if w := f.lowerAt(j); w == "'s" || w == "’s" {
			j++
		}
		if f.lowerAt(j) == "-" && f.lowerAt(j+1) == "led" {
			// "the Saudi-led military coalition".
			for j += 2; j < len(f.key) && f.over[j] < 0 && f.doc.Tokens[j].Tag == "JJ"; {
				j++
			}
			if j >= len(f.key) || f.over[j] >= 0 || f.key[j] != "coalition" && f.key[j] != "alliance" || f.modifies(j) {
				continue
			}
			r := analyze.Range{Start: m.Tokens.Start, End: j + 1}
			who := f.body(m.Entity, r)
			f.entities[who].of = ""
			f.mentions = append(f.mentions, Mention{Tokens: r, Head: j, Entity: who, Kind: news.NominalMention})
			continue
		}
		for n := 0; n < 3 && j < len(f.key) && f.over[j] < 0 && unitWords[f.key[j]]; n++ {
			j++
		}
		if j >= len(f.key) || f.over[j] >= 0 || !units[f.key[j]] || f.modifies(j) {
			continue
		}
		r := analyze.Range{Start: m.Tokens.Start, End: j + 1}
		who := f.body(m.Entity, r)
		f.mentions = append(f.mentions, Mention{Tokens: r, Head: j, Entity: who, Kind: news.NominalMention})
	}
	taken := make([]bool, len(f.doc.Tokens))
	for _, m := range f.mentions {
		if m.Kind == news.NominalMention {
			for i := m.Tokens.Start; i < m.Tokens.End; i++ {
				taken[i] = true
			}
		}
	}
	for i := range f.doc.Tokens {
		if f.over[i] < 0 && !taken[i] && !f.modifies(i) && strings.HasPrefix(f.doc.Tokens[i].Tag, "NN") {
			f.bareBody(i)
		}
	}
}

// modifies reports whether the noun at i only modifies the next one ("police station").
func (f *finder) modifies(i int) bool {
	t := f.doc.Tokens[i]
	return t.Dep == "compound" || t.Dep == "nmod" || i+1 < len(f.key) && f.over[i+1] < 0 && f.roleWord(i+1)
}

// body returns the organisation that r names as a body of the country or
// place: one with the same unit that the article names so, else a new one.
func (f *finder) body(of int, r analyze.Range) int {
	code := ""
	if c := f.entities[of].country; c != nil {
		code = c.Code
	}
	ks := f.keys(r)
	tail := ks[len(ks)-1]
	if len(ks) > 1 && unitWords[ks[len(ks)-2]] {
		tail = ks[len(ks)-2] + " " + tail
	}
	for _, i := range latest(f.by.last[ks[len(ks)-1]]) {
		e := f.entities[i]
		if e.of != "" && e.of == code && strings.HasSuffix(strings.Join(e.words, " "), tail) || strings.Join(e.words, " ") == strings.Join(ks, " ") {
			return i
		}
	}
	e := &entity{kind: organization, words: ks, of: code, full: true}
	if code != "" {
		if e.org = f.national(code, tail); e.org != nil {
			return f.orgEntity(e.org)
		}
	}
	e.print(f.text(r))
	return f.newEntity(e)
}

// bareBody reads "the police", "the ministry", "the party" as the one
// organisation of the article that ends in the word, and "the government"
// and "the country" as the one country that stands out.
func (f *finder) bareBody(i int) {
	k := f.key[i]
	j := i
	for j > 0 && f.over[j-1] < 0 && (unitWords[f.key[j-1]] || f.key[j-1] == "central") {
		j--
	}
	definite := j > 0 && f.lowerAt(j-1) == "the"
	switch {
	case k == "police" && (definite || f.doc.Tokens[i].Dep == "nsubj" || f.doc.Tokens[i].Dep == "agent" || f.doc.Tokens[i].Dep == "pobj"), definite && (generics[k] || units[k]):
		found := -1
		for _, n := range slices.Concat(latest(f.by.last[k]), latest(f.by.first[k])) {
			e := f.entities[n]
			if len(e.words) < 2 || e.words[len(e.words)-1] != k && (e.words[0] != k || k == "police" || len(e.words) < 3 || e.words[1] != "of") {
				continue
			}
			if found >= 0 && found != n {
				return
			}
			found = n
		}
		if found >= 0 {
			f.mention(analyze.Range{Start: i, End: i + 1}, found, news.NominalMention, Plain)
		} else if units[k] {
			f.ownBody(analyze.Range{Start: j, End: i + 1})
		}
	case definite && (members[k] || k == "militia"):
		found := -1
		for n, e := range f.entities {
			if e.org == nil || e.org.Kind != "armed" {
				continue
			}
			if found >= 0 || n > most {
				return
			}
			found = n
		}
		if found >= 0 {
			f.mention(analyze.Range{Start: i, End: i + 1}, found, news.NominalMention, Actor)
		}
	case definite && (k == "government" || k == "administration" || k == "authorities" || k == "country" || k == "nation"):
		if c := f.standsOut(i); c >= 0 {
			use := Actor
			if k == "country" || k == "nation" {
				use = Plain
			}
			f.mention(analyze.Range{Start: i, End: i + 1}, c, news.NominalMention, use)
		}
	}
}

// ownBody makes "the police" and "the army" those of the country that the
// article is about, where its sentence or the article has one such.
func (f *finder) ownBody(r analyze.Range) {
	switch f.key[r.End-1] {
	case "embassy", "consulate", "intelligence":
		return
	case "ministry", "court":
		if size(r) == 1 {
			return
		}
	}
	code := f.dominant()
	if near := f.nearby(r.Start); near != "" && code == "" {
		code = near
	}
	c := f.tables.Country(code)
	if c == nil {
		return
	}
	who := f.body(f.countryEntity(c), r)
	if e := f.entities[who]; len(e.forms) == 1 && e.forms[0].text == f.text(r) {
		e.forms[0].text = strings.ToLower(e.forms[0].text) // not "Police (Serbia)" for a sentence's first word
	}
	f.mention(r, who, news.NominalMention, Plain)
}

// standsOut returns the country that the article names at least twice as
// often as any other, or the only one it names before token i; -1 when none.
func (f *finder) standsOut(i int) int {
	count := map[int]int{}
	before := map[int]bool{}
	for _, m := range f.mentions {
		if f.entities[m.Entity].country == nil || m.Kind == news.PronounMention {
			continue
		}
		count[m.Entity]++
		if m.Tokens.Start < i {
			before[m.Entity] = true
		}
	}
	if len(before) == 1 {
		for c := range before {
			return c
		}
	}
	best, next := -1, 0
	for c, n := range count {
		switch {
		case best < 0 || n > count[best]:
			if best >= 0 {
				next = max(next, count[best])
			}
			best = c
		default:
			next = max(next, n)
		}
	}
	if best >= 0 && count[best] >= 2*next && before[best] {
		return best
	}
	return -1
}
