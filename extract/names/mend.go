package names

import (
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// noNames are capitalised words that the network takes for organisations and
// which are none.
var noNames = words(`utc gmt bst est edt pst pdt cet cest ist msk dst am pm brexit internet covid-19 covid covid19 coronavirus`)

// portfolios are what ministers and secretaries are of, and departments for.
var portfolios = words(`state justice defense defence treasury interior health education labor labour finance commerce agriculture energy transportation transport
	economy trade environment culture foreign home social information tourism industry development security homeland war navy sports fisheries mines youth
	immigration telecommunications communications housing planning budget welfare science`)

// mend corrects what the wording around a name gives away.
func (f *finder) mend() {
	for k := range f.spans {
		f.mendOne(&f.spans[k])
	}
	f.tidy()
	f.join()
	f.tidy()
}

func (f *finder) mendOne(s *span) {
	if s.kind == none {
		return // a part of a name that has been read already
	}
	key := strings.Join(f.keys(s.Range), " ")
	switch {
	case key == "" || noNames[key] || len(key) == 1 && key != "x" || !hasLatin(f.text(s.Range)):
		s.kind = none
		return
	case (s.kind == organization || s.kind == place) && f.happening(s.Range), f.storm(s.Range):
		s.kind = none
		return
	case s.kind != person && f.titleFirst(s):
		s.kind = none
		return
	case s.kind != person && f.lookTitle(key) != nil && f.tables.Org(key) == nil && !strings.HasPrefix(key, "prince"):
		// "Supreme Leader", "National Security Advisor".
		s.kind = none
		return
	case size(s.Range) == 1 && portfolios[key] && f.tables.CountryNamed(key) == nil:
		// "Secretary of State".
		i := s.Start - 1
		if f.lowerAt(i) == "the" {
			i--
		}
		if p := f.lowerAt(i); p == "of" || p == "for" {
			if w := f.lowerAt(i - 1); w == "secretary" || w == "minister" || w == "secretaries" || w == "ministers" || w == "undersecretary" {
				s.kind = none
				return
			}
		}
	case s.kind == organization && f.portfolioOf(s.Range):
		s.End--
		s.kind = place
		return
	case s.kind == organization && size(s.Range) > 1 && f.endsInTitle(s):
		return
	case s.kind == organization && f.roleWord(s.End) && f.cutToKnown(s):
		return
	case s.kind == organization && f.government(s):
		s.kind = none
		return
	}
	f.tied(s)
	if s.kind == organization {
		f.dashed(s)
	}
	switch s.kind {
	case organization, place:
		if f.splitPlacePerson(s) || f.personByRole(s) {
			return
		}
	case person:
		if f.splitPlacePerson(s) {
			return
		}
		if f.whereabouts(s.Range) {
			s.kind, s.settled = place, true
		}
	}
}

func hasLatin(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// cutToKnown cuts an organisation that stands before a role noun down to the
// body of the tables that it starts with: "White House Press" Secretary.
func (f *finder) cutToKnown(s *span) bool {
	if suffixes[f.key[s.End-1]] == organization && f.key[s.End-1] != "press" {
		return false
	}
	for n := s.End - 1; n > s.Start; n-- {
		if k := f.key[n]; k != "press" && k != "policy" && !commonWords[k] && !portfolios[k] {
			return false
		}
		r := analyze.Range{Start: s.Start, End: n}
		if k := f.text(r); f.tables.Org(k) != nil || f.tables.Metonym(k) != nil || f.tables.CountryNamed(k) != nil {
			s.End = n
			return true
		}
	}
	return false
}

// government reports whether the name is a country's government
// ("Australian Government", "Federal Government" before "of"): that is the
// country itself.
func (f *finder) government(s *span) bool {
	switch f.key[s.End-1] {
	case "government", "administration", "authorities", "regime", "state":
	default:
		return false
	}
	front := analyze.Range{Start: s.Start, End: s.End - 1}
	if w := f.lowerAt(front.End - 1); w == "federal" || w == "central" || w == "national" || w == "interim" || w == "transitional" {
		front.End--
	}
	if front.End > front.Start && (f.lowerAt(front.End-1) == "'s" || f.lowerAt(front.End-1) == "’s") {
		front.End--
	}
	if front.End <= front.Start {
		return f.key[s.End-1] != "state"
	}
	k := f.text(front)
	return f.tables.Demonym(k) != nil || f.tables.CountryNamed(k) != nil
}

// titleFirst reports whether the name is a title with "of" ("Supreme Leader of
// Iran") or the first word of one ("Supreme").
func (f *finder) titleFirst(s *span) bool {
	for n := 1; n <= 3 && s.Start+n <= s.End; n++ {
		r := analyze.Range{Start: s.Start, End: s.Start + n}
		if s.Start+n < s.End && f.lowerAt(s.Start+n) == "of" && f.lookTitle(strings.Join(f.keys(r), " ")) != nil {
			return f.tables.Org(f.text(s.Range)) == nil
		}
	}
	if s.kind == organization && f.roleWord(s.End) && f.capital(s.End) {
		all := suffixes[f.key[s.End-1]] != organization
		for _, k := range f.keys(s.Range) {
			all = all && (portfolios[k] || commonWords[k] || k == "shadow" || k == "national" || k == "deputy" || k == "vice" || k == "chief" || k == "first" || k == "and" || k == "permanent")
		}
		if all {
			return true
		}
	}
	return size(s.Range) == 1 && s.kind != person && f.roleWord(s.End) && f.lookTitle(f.key[s.Start]+" "+f.key[min(s.End, len(f.key)-1)]) != nil &&
		f.tables.CountryNamed(f.key[s.Start]) == nil
}

// endsInTitle cuts a title or rank off the end of an organisation ("Navy
// Capt", "White House Press Secretary") and drops one that is a title
// altogether; it reports whether it did either.
func (f *finder) endsInTitle(s *span) bool {
	last := f.key[s.End-1]
	if last == "" || f.lowerAt(s.Start+1) == "of" {
		return false
	}
	if ranks[last] == "" || !f.capital(s.End-1) {
		if t := f.tables.Title(last); t == nil || t.Class == "sport" || t.Class == "media" || last == "general" || last == "justice" || last == "speaker" || last == "leader" || last == "union" {
			return false
		}
	}
	// What is left must be a body that the tables or a suffix know.
	for n := s.End - 1; n > s.Start; n-- {
		r := analyze.Range{Start: s.Start, End: n}
		k := strings.Join(f.keys(r), " ")
		if f.tables.Org(k) != nil || f.tables.Metonym(k) != nil || suffixes[f.key[n-1]] == organization || f.tables.CountryNamed(k) != nil {
			s.End = n
			return true
		}
	}
	s.kind = none
	return true
}

// splitPlacePerson parts "Middle East Tobias Ellwood": a place of the tables
// and a first name with a surname.
func (f *finder) splitPlacePerson(s *span) bool {
	if f.lowerAt(s.Start-1) == "of" && f.roleWord(s.Start-2) && s.kind == person {
		// "President of Fiji Sitiveni Rabuka", where no table knows the first name.
		for n := min(3, size(s.Range)-2); n >= 1; n-- {
			if front := (analyze.Range{Start: s.Start, End: s.Start + n}); f.tables.CountryNamed(f.text(front)) != nil {
				rest := span{Range: analyze.Range{Start: front.End, End: s.End}, kind: person, entity: -1}
				s.End, s.kind, s.settled = front.End, place, true
				f.spans = append(f.spans, rest)
				return true
			}
		}
	}
	for i := s.Start + 1; i < s.End-1; i++ {
		if f.tables.Gender(f.doc.Tokens[i].Text) == "" || !f.plainName(i, s.End) {
			continue // "Fort Worth Star-Telegram", "West Virginia Normal School"
		}
		front := analyze.Range{Start: s.Start, End: i}
		k := f.text(front)
		if len(f.tables.Places(k)) == 0 && f.tables.CountryNamed(k) == nil || f.tables.Gender(f.doc.Tokens[s.Start].Text) != "" {
			continue
		}
		rest := span{Range: analyze.Range{Start: i, End: s.End}, kind: person, entity: -1}
		s.End, s.kind = i, place
		f.spans = append(f.spans, rest)
		return true
	}
	return false
}

// personByRole turns an organisation or place into a person when it looks
// like a person's name and stands next to a role noun ("spokesperson, Morgan
// Ortagus").
func (f *finder) personByRole(s *span) bool {
	n := size(s.Range)
	if n < 2 || n > 4 || suffixes[f.key[s.End-1]] != none || f.tables.Org(f.text(s.Range)) != nil || len(f.tables.Places(f.text(s.Range))) > 0 {
		return false
	}
	for i := s.Start; i < s.End; i++ {
		if !f.proper(i) {
			return false
		}
	}
	i := s.Start - 1
	if f.lowerAt(i) == "," && f.tables.Gender(f.doc.Tokens[s.Start].Text) != "" {
		i--
	}
	if i >= 0 && f.roleClass(i) != "other" && f.over[i] < 0 && f.roleWord(i) && f.doc.Tokens[i].Sent == f.doc.Tokens[s.Start].Sent {
		s.kind = person
		return true
	}
	return false
}

// whereabouts reports whether a supposed person is where something is: "in
// Raqqah", "near Ayn Isa", with no first name to speak for a person.
func (f *finder) whereabouts(r analyze.Range) bool {
	if f.tables.Gender(f.doc.Tokens[r.Start].Text) != "" || size(r) > 3 {
		return false
	}
	key := f.key[r.End-1]
	in := false
	for _, n := range f.persons[key] {
		if size(n) > size(r) {
			return false
		}
		switch p := f.lowerAt(n.Start - 1); p {
		case "in", "near", "outside", "inside", "around", "at", "into", "across", "throughout", "surrounding", "of":
			in = in || f.lowerAt(n.End) != "'s" && f.lowerAt(n.End) != "’s" && (p != "of" || territory[f.lowerAt(n.Start-2)])
		default:
			h := f.head(n)
			if d := f.doc.Tokens[h].Dep; (d == "nsubj" || d == "agent") && sayings[strings.ToLower(f.doc.Tokens[f.doc.Tokens[h].Head].Lemma)] {
				return false
			}
			if n.Start > 0 && f.roleWord(n.Start-1) {
				return false
			}
			in = in || f.countryBehind(n.End)
		}
	}
	return in
}

// joinAnd extends "Institute of Allergy" over "and Infectious Diseases".
func (f *finder) joinAnd(s *span) {
	of := -1
	for i := s.Start; i < s.End; i++ {
		if w := f.lowerAt(i); w == "of" || w == "for" {
			of = i
		}
	}
	if of <= s.Start || suffixes[f.key[of-1]] != organization || f.lowerAt(s.End) != "and" {
		return
	}
	end := s.End + 1
	for end < len(f.doc.Tokens) && f.capital(end) && f.over[end] < 0 && !f.roleWord(end) && f.doc.Tokens[end].Sent == f.doc.Tokens[s.Start].Sent {
		end++
	}
	if end > s.End+1 {
		s.End = end
	}
}

// countryBehind reports whether a comma and a country follow, as behind the
// name of a town: "Raqqah, Syria,".
func (f *finder) countryBehind(i int) bool {
	if f.lowerAt(i) != "," || i+1 >= len(f.doc.Tokens) {
		return false
	}
	c := f.countryAt(i + 1)
	if c == nil || f.doc.Tokens[i+1].Sent != f.doc.Tokens[i].Sent {
		return false
	}
	switch f.lowerAt(i + 2) {
	case ",", ".", ";", "and", "in", "on", ")", "":
		return true
	}
	return false
}

// join puts organisations together that the network cut at "of" or "for":
// "Tunisian League for the Defence of Human Rights".
func (f *finder) join() {
	for k := 0; k+1 < len(f.spans); k++ {
		// "US Embassy in London".
		a, b := &f.spans[k], &f.spans[k+1]
		if l := f.key[a.End-1]; a.kind == organization && b.kind == place && (l == "embassy" || l == "consulate") && f.lowerAt(a.End) == "in" && b.Start == a.End+1 {
			b.Start, b.kind, a.kind = a.Start, organization, none
		}
	}
	for k := range f.spans {
		if s := &f.spans[k]; s.kind == organization {
			f.joinAnd(s)
		}
	}
	for k := 0; k+1 < len(f.spans); k++ {
		a := &f.spans[k]
		if a.kind != organization || suffixes[f.key[a.End-1]] != organization {
			continue
		}
		j := a.End
		if w := f.lowerAt(j); w != "of" && w != "for" && w != "on" {
			continue
		}
		w := f.lowerAt(j)
		j++
		if f.lowerAt(j) == "the" {
			j++
		}
		b := &f.spans[k+1]
		if b.Start != j || f.doc.Tokens[b.Start].Sent != f.doc.Tokens[a.Start].Sent {
			continue
		}
		if b.kind == organization && f.concern(b.Range, w) || w == "of" && b.kind == place && common(f.keys(a.Range)) && !f.opens(a.Start) {
			b.Start, b.kind = a.Start, organization
			a.kind = none
		}
	}
}

// concern reports whether a name behind "of" or "for" is what a body is for
// ("Defence of Human Rights") and no body of its own ("the National Hockey
// League for the St. Louis Eagles", "a Specialist Group of the British
// Computer Society").
func (f *finder) concern(r analyze.Range, prep string) bool {
	last := f.key[r.End-1]
	if f.tables.Org(f.text(r)) != nil || suffixes[last] == organization || suffixes[f.key[r.Start]] == organization {
		return false
	}
	if prep == "of" {
		return true
	}
	for _, end := range []string{"tion", "sion", "ment", "ism", "ity", "cy", "ance", "ence", "ing", "ure", "ship", "ness", "gy", "ics", "ty", "th", "ice", "om"} {
		if strings.HasSuffix(last, end) {
			return true
		}
	}
	return concerns[last]
}

// concerns are what bodies are for, beside words with an ending of abstracts.
var concerns = words(`rights affairs peace change progress women children refugees migrants workers people peoples nations relations studies arts trade reform human
	media press victims prisoners journalists disarmament sports aid relief defence defense europe africa asia america life death law policy resources`)
