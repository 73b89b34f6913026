package names

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/seeds"
)

// smallWords don't count in an acronym.
var smallWords = map[string]bool{"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "to": true, "de": true, "la": true, "s": true}

// acronyms finds the acronyms that the article introduces in brackets after
// a name ("African Union (AU)"), gives them the name's kind, and returns for
// each the index of the named span.
func (f *finder) acronyms() map[string]int {
	out := map[string]int{}
	for k := range f.spans {
		s := f.spans[k]
		if s.kind != organization && s.kind != place && s.kind != person || size(s.Range) < 2 {
			continue
		}
		open := s.End
		if f.lowerAt(open) == "'s" {
			open++
		}
		if b := f.lowerAt(open); b != "(" && b != "[" || open+2 >= len(f.doc.Tokens) {
			continue
		}
		a := open + 1
		t := f.doc.Tokens[a].Text
		if close := f.lowerAt(a + 1); close != ")" && close != "]" && close != "," && close != ";" || !isAcronym(t) {
			continue
		}
		if initials := f.initials(s.Range); !strings.HasPrefix(strings.ToLower(t), initials[:1]) {
			continue
		}
		if s.kind == person {
			f.spans[k].kind, f.spans[k].entity = organization, -1
		}
		out[f.key[a]] = k
		for i := range f.doc.Tokens {
			if f.key[i] != f.key[a] || f.doc.Tokens[i].Text != t {
				continue
			}
			if j := f.over[i]; j >= 0 && size(f.spans[j].Range) > 1 {
				continue
			} else if j >= 0 {
				f.spans[j].kind, f.spans[j].org, f.spans[j].country = f.spans[k].kind, nil, nil
				if f.spans[j].entity >= 0 {
					f.spans[j].entity = -1
				}
				continue
			}
			f.add(span{Range: analyze.Range{Start: i, End: i + 1}, kind: f.spans[k].kind})
		}
	}
	// The spans are in order again; the map's indices follow them.
	first := map[string]analyze.Range{}
	for a, k := range out {
		first[a] = f.spans[k].Range
	}
	f.tidy()
	for a, r := range first {
		out[a] = f.over[r.Start]
	}
	return out
}

// isAcronym reports whether t is a word of at least two capitals ("AU", "YPG", "IPAM").
func isAcronym(t string) bool {
	upper := 0
	for _, r := range t {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 2 && 2*upper >= len(t)
}

// initials returns the first letters of the words that count in an acronym, in lower case.
func (f *finder) initials(r analyze.Range) string {
	if s := initialsOf(f.keys(r)); s != "" {
		return s
	}
	return "\x00"
}

// organization returns the entity of an organisation: the same name or
// alias, an acronym introduced or made of its initials, or a shorter form of
// a name that only one has.
func (f *finder) organization(s span, acronyms map[string]int) int {
	ks := f.keys(s.Range)
	if len(ks) == 0 {
		return -1
	}
	name := strings.Join(ks, " ")
	org := s.org
	if org == nil {
		org = f.tables.Org(f.text(s.Range))
	}
	home, at := "", ""
	if common(ks) && (org == nil || ofState[org.Kind]) {
		said := false
		if home, at, said = f.owner(s.Range); org != nil && len(ks) == 1 && org.Country != "" && (at != "" || said && home != org.Country || !f.mentionsCountry(org.Country)) {
			org = nil // "Congress" where nothing speaks of the United States
		}
	}
	if k, ok := acronyms[name]; ok && size(s.Range) == 1 {
		if e := f.spans[k].entity; e >= 0 {
			return e
		}
		if f.spans[k].Range != s.Range {
			e := f.organization(f.spans[k], acronyms)
			f.spans[k].entity = e
			return e
		}
	}
	if i, ok := f.by.org[org]; ok && org != nil {
		return i
	}
	for _, i := range latest(f.by.named["o "+name]) {
		e := f.entities[i]
		if e.seat != at && at != "" || home != "" && e.of != "" && home != e.of || e.org != nil && home != "" && e.org.Country != "" && home != e.org.Country {
			continue // "Congress" of another country
		}
		if e.org == nil && org != nil {
			e.org = org
			f.by.org[org] = i
		}
		return i
	}
	if i := f.embassy(ks); i >= 0 {
		return i
	}
	of := ""
	if name == "coalition" || name == "opposition" {
		if i := f.generic(ks); i >= 0 {
			return i
		}
		return f.newEntity(&entity{kind: organization, words: ks, full: true})
	}
	if org == nil && home != "" {
		if of = home; at == "" {
			org = f.national(of, f.text(s.Range))
		}
		if i, ok := f.by.org[org]; ok && org != nil {
			return i
		}
	}
	if org == nil && at == "" {
		if i := f.generic(ks); i >= 0 {
			return i
		}
		if i := f.shortForm(ks); i >= 0 {
			return i
		}
	}
	return f.newEntity(&entity{kind: organization, words: ks, org: org, of: of, seat: at, full: true})
}

// ofState are the kinds of bodies that every state has.
var ofState = words("parliament ministry agency court armed")

// embassy returns the embassy of the same country that the article names
// already ("U.S. Embassy", "United States Embassy in Baghdad"); -1 when none.
func (f *finder) embassy(ks []string) int {
	at := slices.IndexFunc(ks, func(w string) bool { return w == "embassy" || w == "consulate" })
	if at < 1 {
		return -1
	}
	front := strings.Join(ks[:at], " ")
	c := f.tables.CountryNamed(front)
	if c == nil {
		c = f.tables.Demonym(front)
	}
	if c == nil {
		return -1
	}
	where := ""
	if at+2 < len(ks) && ks[at+1] == "in" {
		where = strings.Join(ks[at+2:], " ")
	}
	for _, i := range latest(f.by.first[c.Code+" "+ks[at]]) {
		e := f.entities[i]
		if e.of == c.Code && (where == "" || e.where == "" || e.where == where || f.tables.CountryNamed(where) != nil) {
			if e.where == "" {
				e.where = where
			}
			return i
		}
	}
	i := f.newEntity(&entity{kind: organization, words: ks, of: c.Code, where: where, full: true})
	f.by.first[c.Code+" "+ks[at]] = append(f.by.first[c.Code+" "+ks[at]], i)
	return i
}

// commonWords make up names of bodies that every country has.
var commonWords = words(`ministry department parliament senate army navy police force forces court cabinet council assembly house commission office bank
	administration government guard guards union congress committee board agency authority directorate service coalition opposition election electoral
	central supreme high constitutional federal national state security defense defence foreign interior external internal affairs health finance justice air
	education trade commerce energy transport agriculture labour labor culture environment economy economic intelligence military armed representatives
	deputies lords commons lower upper people's peoples reserve of and the for public information home social civil aviation attorney general prosecutor embassy legislature judiciary airforce consulate`)

// common reports whether a name consists of such words only ("Foreign
// Ministry", "Supreme Court"): it names one body in each country.
func common(words []string) bool {
	for _, w := range words {
		if !commonWords[w] {
			return false
		}
	}
	return len(words) > 0
}

// national returns the organisation of the tables that the common name is in
// the country: "Senate" in the United States.
func (f *finder) national(code, name string) *seeds.Org {
	c := f.tables.Country(code)
	for _, front := range append([]string{c.Name}, c.Demonyms...) {
		if o := f.tables.Org(front + " " + name); o != nil {
			return o
		}
	}
	return nil
}

// generics are names that stand for a longer one of the article.
var generics = words(`council parliament senate house coalition court commission committee board ministry department agency party union congress assembly
	federation association embassy company group bank university institute police army navy force forces office league cabinet directorate authority tribunal foundation`)

// generic returns the organisation of the article that the one word stands
// for ("the Council" for the European Council): the last one named before,
// -1 when none has the word.
func (f *finder) generic(ks []string) int {
	if len(ks) != 1 || !generics[ks[0]] {
		return -1
	}
	for _, l := range [][]int{f.by.last[ks[0]], f.by.first[ks[0]]} {
		for n := len(l) - 1; n >= 0 && n >= len(l)-most; n-- {
			if len(f.entities[l[n]].words) > 1 {
				return l[n]
			}
		}
	}
	found := -1
	for o, i := range f.by.org {
		if o.Kind == "parliament" && containsWord(strings.Fields(seeds.Key(o.Name)), ks[0]) {
			found = max(found, i)
		}
	}
	return found
}

// shortForm returns the one organisation of which ks is a short or a longer
// form: its initials, its first word, or its name with or without a country
// before it.
func (f *finder) shortForm(ks []string) int {
	found := -1
	cands := slices.Concat(latest(f.by.first[ks[0]]), latest(f.by.last[ks[len(ks)-1]]))
	if len(ks) == 1 {
		cands = append(cands, latest(f.by.initials[ks[0]])...)
	} else if i, ok := f.by.name["o "+initialsOf(ks)]; ok {
		cands = append(cands, i)
	}
	slices.Sort(cands)
	for _, i := range slices.Compact(cands) {
		e := f.entities[i]
		if f.formOf(ks, e.words) || f.formOf(e.words, ks) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// formOf reports whether short is a short form of long.
func (f *finder) formOf(short, long []string) bool {
	if len(long) < 2 || len(short) >= len(long) {
		return false
	}
	if len(short) == 1 {
		if len(short[0]) > 1 && initialsOf(long) == short[0] {
			return true
		}
		return short[0] == long[0] && len(short[0]) > 3 && f.tables.Demonym(short[0]) == nil && f.tables.CountryNamed(short[0]) == nil && suffixes[short[0]] == none
	}
	if len(short) > 1 && short[0] == long[0] && short[len(short)-1] == long[len(long)-1] && subset(short, long) {
		return true
	}
	if n := len(short); n > 1 && long[n] == "of" && strings.Join(long[:n], " ") == strings.Join(short, " ") {
		back := strings.TrimPrefix(strings.Join(long[n+1:], " "), "the ")
		return f.tables.CountryNamed(back) != nil
	}
	// With a country before it: "United States General Services Administration".
	rest := len(long) - len(short)
	for j, w := range short {
		if long[rest+j] != w {
			return false
		}
	}
	front := strings.Join(long[:rest], " ")
	return f.tables.CountryNamed(front) != nil || f.tables.Demonym(front) != nil
}
