package names

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/seeds"
)

// scan finds the names that the tables know: countries, organisations,
// metonyms and demonyms. It leaves longer names alone.
func (f *finder) scan() {
	f.homonyms = map[string]bool{}
	f.lasts = map[string]bool{}
	f.givens = map[string]bool{}
	for _, s := range f.spans {
		if s.kind == person && size(s.Range) > 1 {
			f.lasts[f.key[s.End-1]] = true
			f.givens[f.key[s.Start]] = true
		}
	}
	for i := 0; i < len(f.doc.Tokens); i++ {
		if !f.capital(i) || f.key[i] == "" {
			continue
		}
		if s, ok := f.longest(i); ok {
			f.add(s)
			i = s.End - 1
			continue
		}
		if s, ok := f.demonymAt(i); ok {
			f.add(s)
			i = s.End - 1
			continue
		}
		if generics[f.key[i]] && f.over[i] < 0 && strings.HasPrefix(f.doc.Tokens[i].Tag, "NN") && !f.opens(i) && !f.proper(i+1) && !f.proper(i-1) &&
			!(f.lowerAt(i+1) == "and" && f.proper(i+2)) {
			// "the Coalition", "Parliament".
			f.add(span{Range: analyze.Range{Start: i, End: i + 1}, kind: organization})
		}
	}
	f.tidy()
	f.elliptic()
}

// elliptic finds the first country of "North and South Korea".
func (f *finder) elliptic() {
	for i := 0; i+3 < len(f.doc.Tokens); i++ {
		if w := f.lowerAt(i + 1); w != "and" && w != "or" || !f.capital(i) || f.over[i+2] < 0 {
			continue
		}
		s := f.spans[f.over[i+2]]
		if s.country == nil || s.Start != i+2 || size(s.Range) != 2 {
			continue
		}
		if c := f.tables.CountryNamed(f.key[i] + " " + f.key[i+3]); c != nil && (f.over[i] < 0 || size(f.spans[f.over[i]].Range) == 1) {
			f.add(span{Range: analyze.Range{Start: i, End: i + 1}, kind: country, country: c})
		}
	}
	f.tidy()
}

// longest returns the longest name of the tables that starts at token i and
// may stand there.
func (f *finder) longest(i int) (span, bool) {
	most := f.tables.Scan(f.key[i])
	if i+1 < len(f.key) && !f.doc.Tokens[i].Space && f.key[i+1] != "" {
		most = max(most, f.tables.Scan(f.key[i]+f.key[i+1])) // "People's Republic of China"
	}
	if most == 0 {
		return span{}, false
	}
	ends := make([]int, 0, 16)
	keys := make([]string, 0, 16)
	key := ""
	for j, words := i, 0; j < len(f.doc.Tokens) && words < most; j++ {
		t := f.doc.Tokens[j]
		if t.Sent != f.doc.Tokens[i].Sent || t.Pos == "SPACE" {
			break
		}
		if f.key[j] == "" {
			continue
		}
		if key != "" && (f.doc.Tokens[j-1].Space || f.key[j-1] == "") {
			key += " "
		}
		key += f.key[j]
		words = strings.Count(key, " ") + 1
		ends, keys = append(ends, j+1), append(keys, key)
	}
	for n, end := range slices.Backward(ends) {
		r := analyze.Range{Start: i, End: end}
		if s, ok := f.listed(r, keys[n]); ok {
			return s, true
		}
	}
	return span{}, false
}

// listed returns the span for a name of the tables at r, if r may be it.
func (f *finder) listed(r analyze.Range, key string) (span, bool) {
	if !f.capital(r.End-1) && size(r) == 1 {
		return span{}, false
	}
	inside := f.outer(r)
	if m := f.tables.Metonym(key); m != nil && m.Sense != "seat" && m.Sense != "adjective" && inside.kind == none && !f.joined(r) {
		if m.Sense == "place" {
			return span{Range: r, kind: place}, true
		}
		if m.Sense == "org" {
			return span{Range: r, kind: organization, org: f.tables.Org(m.Org), metonym: m}, true
		}
		return span{Range: r, kind: country, country: f.tables.CountryOn(m.Country, f.on), metonym: m}, true
	}
	if c := f.tables.CountryNamed(key); c != nil && f.caseFits(r, key) {
		if key == "congo" && f.brazzaville() {
			c = f.tables.Country("CG")
		}
		same := f.over[r.Start] >= 0 && f.spans[f.over[r.Start]].Range == r
		if inside.kind != none {
			return span{}, false
		}
		if f.tables.Ambiguous(key) && !f.clearlyPlace(r, same) {
			return span{}, false
		}
		if !same && f.joined(r) {
			return span{}, false
		}
		if same && f.spans[f.over[r.Start]].kind == person && size(r) == 1 && f.partOfPerson(r) {
			return span{}, false
		}
		return span{Range: r, kind: country, country: c}, true
	}
	if o := f.tables.Org(key); o != nil && inside.kind == none && f.orgFits(r, o) && !f.portfolioOf(r) {
		if last := r.End - 1; size(r) > 1 && !f.capital(last) && (units[f.key[last]] || fighters[f.key[last]] || members[f.key[last]]) {
			if units[f.key[last]] {
				return span{}, false // "UK parliament": the country and a common noun
			}
			r.End-- // "Houthi rebels"
		}
		if f.apartInText(r, o) {
			return span{}, false
		}
		return span{Range: r, kind: organization, org: o}, true
	}
	return span{}, false
}

// brazzaville reports whether the article speaks of the smaller Congo: it names
// that one's capital and not the other's.
func (f *finder) brazzaville() bool {
	return slices.Contains(f.key, "brazzaville") && !slices.Contains(f.key, "kinshasa")
}

// apartInText reports whether the network sees the country and the body of
// "U.S. Senate" as two names, and if so gives the second one its body.
func (f *finder) apartInText(r analyze.Range, o *seeds.Org) bool {
	k := f.over[r.Start]
	if k < 0 || f.spans[k].Start != r.Start || f.spans[k].End >= r.End || f.spans[k].kind == organization {
		return false
	}
	front := f.text(f.spans[k].Range)
	if f.tables.CountryNamed(front) == nil && f.tables.Demonym(front) == nil {
		return false
	}
	j := f.over[f.spans[k].End]
	if j < 0 || f.spans[j].End != r.End || f.spans[j].kind != organization {
		return false
	}
	f.spans[j].org = o
	return true
}

// portfolioOf reports whether r is a country and what a minister or secretary
// behind it is of: "U.S. Treasury" Secretary.
func (f *finder) portfolioOf(r analyze.Range) bool {
	if w := f.lowerAt(r.End); w != "secretary" && w != "minister" && w != "undersecretary" || !portfolios[f.key[r.End-1]] || size(r) < 2 {
		return false
	}
	return f.tables.CountryNamed(f.text(analyze.Range{Start: r.Start, End: r.End - 1})) != nil
}

// outer returns the name that the network sees around r and beyond it; kind
// none when there is none, or when what goes beyond is "the" or "'s".
func (f *finder) outer(r analyze.Range) span {
	for i := r.Start; i < r.End; i++ {
		if f.over[i] < 0 {
			continue
		}
		s := f.spans[f.over[i]]
		if s.Start < r.Start && !(s.Start == r.Start-1 && f.lowerAt(s.Start) == "the") || s.End > r.End && f.lowerAt(r.End) != "'s" && f.lowerAt(r.End) != "’s" {
			return s
		}
	}
	return span{}
}

// joined reports whether r is part of a longer capitalised run that no title
// or person explains.
func (f *finder) joined(r analyze.Range) bool {
	next, prev := r.End, r.Start-1
	if f.proper(next) && f.doc.Tokens[next-1].Space && f.doc.Tokens[next].Sent == f.doc.Tokens[next-1].Sent &&
		!f.roleWord(next) && f.doc.Tokens[next].Tag != "NNPS" {
		if k := f.over[next]; k < 0 || f.spans[k].kind == organization && f.spans[k].Start < next {
			return f.over[next] < 0 && !f.officeRun(next)
		}
	}
	if f.proper(prev) && f.doc.Tokens[prev].Space && f.over[prev] < 0 && !f.opens(prev) && !f.roleWord(prev) && f.tables.Demonym(f.doc.Tokens[prev].Text) == nil {
		return true
	}
	return false
}

// officeRun reports whether the capitalised run from i ends in a role word
// ("Foreign Minister").
func (f *finder) officeRun(i int) bool {
	for j := i; j < i+5 && f.proper(j); j++ {
		if f.roleWord(j) {
			return true
		}
	}
	return false
}

// partOfPerson reports whether r is a word of a longer person's name elsewhere.
func (f *finder) partOfPerson(r analyze.Range) bool { return f.lasts[f.key[r.End-1]] }

// caseFits tells "US" from "us" and "IS" from "is".
func (f *finder) caseFits(r analyze.Range, key string) bool {
	if len(key) > 3 || r.End-r.Start > 1 {
		return true
	}
	t := f.doc.Tokens[r.Start].Text
	return t == strings.ToUpper(t)
}

// clearlyPlace reports whether an ambiguous country name may be the country
// here: the network says so, or a preposition of place stands before it.
func (f *finder) clearlyPlace(r analyze.Range, same bool) bool {
	if t := f.doc.Tokens[r.Start].Text; t == "US" || t == "U.S." || t == "U.S" {
		return f.doc.Tokens[r.Start].Pos == "PROPN" || same || f.proper(r.Start)
	}
	if same {
		if k := f.spans[f.over[r.Start]].kind; k == place || k == country {
			return !f.homonym(f.text(r))
		}
	}
	return (same || f.over[r.Start] < 0) && size(r) == 1 && f.proper(r.Start) && !f.wordOfPerson(r.Start) && f.besideCountry(r) && !f.homonym(f.text(r))
}

// wordOfPerson reports whether the word at i is one of a longer person's names.
func (f *finder) wordOfPerson(i int) bool { return f.lasts[f.key[i]] || f.givens[f.key[i]] }

// besideCountry reports whether a country or what countries are said of stands
// beside the name at r: "France and Chad", "between Jordan and Egypt", "war
// against Georgia", "officials from Mali".
func (f *finder) besideCountry(r analyze.Range) bool {
	prev, next := r.Start-1, r.End
	if w := f.lowerAt(next); (w == "and" || w == "or" || w == ",") && next+1 < len(f.doc.Tokens) && f.countryWord(next+1) {
		return true
	}
	switch f.lowerAt(prev) {
	case "and", "or", ",", "-", "–", "/":
		return prev > 0 && f.countryWord(prev-1)
	case "against", "with", "to", "from", "on", "of":
		h := f.doc.Tokens[prev].Head
		return stateNouns[strings.ToLower(f.doc.Tokens[h].Lemma)] && h < prev
	case "in", "into", "across", "near", "throughout":
		return f.lowerAt(next) != "'s" && f.lowerAt(next) != "’s"
	}
	return false
}

// stateNouns are words before a preposition and a country.
var stateNouns = words(`war border accord treaty agreement pact ties relation relations trade sanction embargo refugee troop soldier official delegation invasion
	government president king queen minister ambassador parliament people citizen capital east west north south republic kingdom army military forces export
	import export coup election rebel ally fly travel flee deport return invade arrive visitor migrant worker player team`)

// countryWord reports whether token i is the name of a country that is nothing else.
func (f *finder) countryWord(i int) bool {
	return f.capital(i) && f.countryAt(i) != nil && !f.tables.Ambiguous(f.key[i])
}

// homonym reports whether the article speaks of a place that has the name of
// a country: Georgia, when it names the United States or one of its states
// and neither Georgians nor the country's capital.
func (f *finder) homonym(name string) bool {
	yes, ok := f.homonyms[name]
	if !ok {
		yes = f.isHomonym(name)
		f.homonyms[name] = yes
	}
	return yes
}

func (f *finder) isHomonym(name string) bool {
	c := f.tables.CountryNamed(name)
	other := ""
	for _, p := range f.tables.Places(name) {
		if p.Country != c.Code && p.Kind == "region" {
			other = p.Country
		}
	}
	if other == "" {
		return false
	}
	near := false
	for i := range f.doc.Tokens {
		if !f.capital(i) {
			continue
		}
		t := f.doc.Tokens[i].Text
		if d := f.tables.Demonym(t); d == c || c.Capital != nil && t == c.Capital.Name {
			return false
		} else if d != nil && d.Code == other {
			near = true
		}
		if x := f.tables.CountryNamed(t); x != nil && x.Code == other && f.caseFits(analyze.Range{Start: i, End: i + 1}, f.key[i]) {
			near = true
		}
		if l := f.tables.Places(t); len(l) > 0 && l[0].Kind == "region" && l[0].Country == other && t != name {
			near = true
		}
	}
	return near
}

// orgFits reports whether r may name the organisation o: names that are
// ordinary words too (X, Labour, The Hill) need a hint.
func (f *finder) orgFits(r analyze.Range, o *seeds.Org) bool {
	same := f.over[r.Start] >= 0 && f.spans[f.over[r.Start]].Range.End == r.End
	long := r.End-r.Start > 1 || f.doc.Tokens[r.Start].Text == strings.ToUpper(f.doc.Tokens[r.Start].Text) && len(f.doc.Tokens[r.Start].Text) > 2
	if same {
		k := f.spans[f.over[r.Start]].kind
		if k == person && f.partOfPerson(r) && (size(r) == 1 || f.spans[f.over[r.Start]].Range != r) {
			return false
		}
		return k != place || long || o.Kind == "armed"
	}
	if f.doc.Tokens[r.Start].Text == "X" {
		return f.platformHint(r.Start)
	}
	if f.joined(r) {
		return false
	}
	if f.lower[f.key[r.Start]] && r.End-r.Start == 1 && !long {
		return false
	}
	if f.opens(r.Start) && !long {
		return f.proper(r.Start) && !f.lower[f.key[r.Start]]
	}
	return true
}

// platformHint reports whether the X at i is the platform: "on X", "social media platform X", "X post".
func (f *finder) platformHint(i int) bool {
	p, n := f.lowerAt(i-1), f.lowerAt(i+1)
	return p == "on" || p == "to" || p == "platform" || p == "media" || p == "network" || n == "post" || n == "account" || n == "(" && f.lowerAt(i+2) == "formerly"
}
