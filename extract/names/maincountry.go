package names

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// mainCountry returns the entity of the country that an office without a
// body fits best: the one that acts most in the article, above all near the
// office, and that its dateline or headline names; not one that has another holder of the
// title, nor one in which the tables know no such office. Where among is
// given, it is one of those. It is -1 when none is left, or none stands out.
func (f *finder) mainCountry(o office, person int, class string, among map[int]bool) int {
	count, order := f.actors(o, among)
	home := -1
	if c := f.datelined(); c != nil && (among == nil || among[f.countryEntity(c)]) {
		home = f.countryEntity(c)
		if count[home] == 0 {
			order = append(order, home)
		}
		total := 0
		for _, n := range count {
			total += n
		}
		count[home] += 12 + total/4
	}
	if c, ok := f.by.country[f.title]; ok && home < 0 && count[c] > 0 {
		count[c] += 8
		home = c
	}
	if c := f.side(o, person); c >= 0 && (among == nil || among[c]) {
		return c
	}
	f.namesakes(person, count)
	f.rule(o, person, class, count)
	taken := false
	held := map[int]bool{home: true}
	for _, r := range f.found {
		if r.Of < 0 || r.Former || r.Person == person || count[r.Of] == 0 {
			continue
		}
		held[r.Of] = true
		count[r.Of] += min(len(f.entities[r.Person].spans), 4)
	}
	best := -1
	for _, c := range order {
		taken = taken || count[c] == 0
		if count[c] > 0 && (best < 0 || count[c] > count[best]) {
			best = c
		}
	}
	for _, c := range order {
		if c != best && best >= 0 && 2*count[best] < 3*count[c] && !held[best] {
			return -1 // as well the one as the other
		}
	}
	if best < 0 && f.home != "" {
		return f.countryEntity(f.tables.Country(f.home))
	}
	if len(order) == 0 && f.title != nil && among == nil {
		return f.countryEntity(f.title)
	}
	if best < 0 && among == nil && len(order) == 0 {
		return f.led()
	}
	if taken && best < 0 {
		// Somebody else has the office where one would look first: it is a country named close by, or none.
		return f.nearCountry(o, count)
	}
	return best
}

// led returns the one country whose leaders the article names, where it names
// no country; -1 when there is none or several.
func (f *finder) led() int {
	only := -1
	for i := range f.entities[:min(len(f.entities), most)] {
		if f.entities[i].kind != person {
			continue
		}
		if c := f.countryOf(i); c >= 0 {
			if only >= 0 && only != c {
				return -1
			}
			only = c
		}
	}
	return only
}

// actors counts how much each country acts in the article, most in the
// office's sentence and the one before, and lists them as they are named.
func (f *finder) actors(o office, among map[int]bool) (count map[int]int, order []int) {
	count = map[int]int{}
	seen, late := map[int]bool{}, map[int]bool{}
	sent := f.doc.Tokens[o.Start].Sent
	for i := range f.mentions {
		m := f.mentions[i]
		if p := f.entities[m.Entity].place; p != nil && m.Kind == news.NameMention && f.doc.Tokens[m.Head].Sent == sent {
			// "was arrested in Lima", "flew to Lima, where he met".
			if c, ok := f.by.country[f.tables.CountryOn(p.Country, f.on)]; ok && f.tables.Metonym(p.Name) == nil {
				m = Mention{Tokens: m.Tokens, Head: m.Head, Entity: c}
				count[c] += 3
				if f.setting(m) {
					count[c] += 20
				}
			}
		}
		if f.entities[m.Entity].country == nil || m.Kind == news.PronounMention || among != nil && !among[m.Entity] {
			continue
		}
		t := f.doc.Tokens[m.Head]
		for t.Dep == "conj" && f.doc.Tokens[t.Head].Dep != "ROOT" && f.doc.Tokens[t.Head].Sent == t.Sent && t.Head < m.Head {
			t = f.doc.Tokens[t.Head]
			if t.Dep != "conj" {
				break
			}
		}
		n := 2
		switch {
		case t.Dep == "nsubj" || t.Dep == "nsubjpass":
			n = 6
		case m.Use == Demonym:
			n = 1
		}
		if t.Sent == sent && f.between(m.Tokens.End, o.Start, "where") {
			n += 60
		} else if t.Sent == sent && f.setting(m) {
			n += 6
		}
		switch {
		case t.Sent == sent:
			n += 3
		case t.Sent == sent-1:
			n += 2
		case t.Sent > sent && !seen[m.Entity]:
			n = (n + 1) / 2 // a reader does not know it yet
			late[m.Entity] = true
		case late[m.Entity]:
			n = (n + 1) / 2
		}
		if !seen[m.Entity] {
			seen[m.Entity] = true
			order = append(order, m.Entity)
			if len(order) == 1 {
				n += 4
			}
		}
		count[m.Entity] += n
	}
	return count, order
}

// namesakes raises the counts of the countries whose office holders have
// names like the person's: "Ricardo" is rather of Uruguay than of Singapore.
func (f *finder) namesakes(person int, count map[int]int) {
	e := f.entities[person]
	known, all := 0, 0
	for _, n := range count {
		all += n
	}
	share := map[int]float64{}
	for _, name := range append(slices.Clone(e.given), e.surname) {
		for w := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == ' ' || r == '-' }) {
			total := 0.0
			for c, n := range count {
				if n > 0 {
					total += f.tables.Bearers(w, f.entities[c].country.Code)
				}
			}
			if total < .005 {
				continue
			}
			known++
			for c, n := range count {
				if n > 0 {
					share[c] += f.tables.Bearers(w, f.entities[c].country.Code) / total
				}
			}
		}
	}
	most := float64(min(16, all/4))
	for c, x := range share {
		count[c] += int(most*x/float64(known) + .5)
	}
}

// abroad are the classes of office holders who meet those of other countries.
var abroad = map[string]bool{"head_of_state": true, "head_of_government": true, "minister": true, "royal": true, "diplomat": true}

// side returns the country for which the office's holder is said to act right
// behind the name: "Trade Secretary X, who led the Indian side,"; -1 when none.
func (f *finder) side(o office, person int) int {
	for _, k := range f.entities[person].spans {
		s := f.spans[k]
		if s.Start < o.Start || f.doc.Tokens[s.Start].Sent != f.doc.Tokens[o.Start].Sent || f.lowerAt(s.End) != "," {
			continue
		}
		for i := s.End + 1; i < len(f.over) && i < s.End+9 && f.doc.Tokens[i].Sent == f.doc.Tokens[s.Start].Sent && f.lowerAt(i) != ","; i++ {
			if n := f.over[i]; n >= 0 && f.spans[n].country != nil && f.spans[n].entity >= 0 {
				end := f.spans[n].End
				if w := f.lowerAt(end); w == "'s" || w == "’s" {
					end++
				}
				if sides[f.lowerAt(end)] {
					return f.spans[n].entity
				}
			}
		}
	}
	return -1
}

// sides are nouns for those who sit at a table for their country.
var sides = words("side delegation team negotiators delegates mission government cabinet representatives")

// opposite lists the countries of those whom the office's sentence, or the
// next one with a pronoun, calls its holder's counterparts: "his Indian
// counterpart", "counterparts from Brazil".
func (f *finder) opposite(o office) []int {
	var out []int
	n := f.doc.Tokens[o.role].Sent
	sent := f.doc.Sents[n]
	for n++; n < len(f.doc.Sents) && f.doc.Sents[n].Start == sent.End && n <= f.doc.Tokens[o.role].Sent+2 && f.answers(f.doc.Sents[n]); n++ {
		sent.End = f.doc.Sents[n].End
	}
	for i := o.End; i < sent.End; i++ {
		if k := f.key[i]; k != "counterpart" && k != "counterparts" {
			continue
		}
		from := i - 1
		for from > sent.Start && (f.over[from] >= 0 || f.lowerAt(from) == "and" || f.lowerAt(from) == ",") {
			from--
		}
		to := i + 1
		if w := f.lowerAt(to); w == "from" || w == "in" || w == "of" {
			to = sent.End
		}
		for j := from; j < to; j++ {
			if k := f.over[j]; k >= 0 && f.spans[k].country != nil && f.spans[k].entity >= 0 {
				out = append(out, f.spans[k].entity)
			}
		}
	}
	return out
}

// answers reports whether "his", "her" or "their" and a counterpart stand in
// the sentence: it goes on with the person of the one before.
func (f *finder) answers(r analyze.Range) bool {
	for i := r.Start; i+1 < r.End; i++ {
		if f.key[i] != "counterpart" {
			continue
		}
		for j := i - 1; j >= r.Start && j > i-4; j-- {
			if w := f.lowerAt(j); w == "his" || w == "her" {
				return true
			}
		}
	}
	return false
}

// rule lowers the counts of the countries that the office can hardly be of:
// whose office holder meets this one, where somebody else has the title, and
// where the tables know no such office.
func (f *finder) rule(o office, person int, class string, count map[int]int) {
	title := strings.Join(f.keys(o.Range), " ")
	for _, r := range f.found {
		if r.Of < 0 || r.Person == person || r.Former || !abroad[class] || !f.across(r.Role, o) {
			continue
		}
		if c := f.stateOf(r.Of); count[c] > 0 {
			count[c] = 1
		}
	}
	for _, c := range f.opposite(o) {
		count[c] = 0
	}
	for c := range count {
		if class != "legislator" && class != "royal" && !o.former && !f.plural(o.role) && f.otherHolder(c, person, title) {
			count[c] = 0
		}
		if (class == "head_of_state" || class == "head_of_government") && !f.tables.HasOffice(singular(title), f.entities[c].country.Code) {
			count[c] /= 4
		}
	}
}

// between reports whether the word stands between tokens i and j.
func (f *finder) between(i, j int, word string) bool {
	for ; i < j; i++ {
		if f.lowerAt(i) == word {
			return true
		}
	}
	return false
}

// stateOf returns the country that the entity is, or is a body of; -1 when
// it is none.
func (f *finder) stateOf(e int) int {
	x := f.entities[e]
	code := x.of
	switch {
	case x.country != nil:
		return e
	case x.org != nil:
		code = x.org.Country
	case code == "" && len(x.words) > 1:
		if c := f.tables.Demonym(x.words[0]); c != nil {
			code = c.Code
		}
	}
	if c := f.tables.Country(code); c != nil {
		if i, ok := f.by.country[c]; ok {
			return i
		}
	}
	return -1
}

// setting reports whether a mention says where the sentence takes place: "In
// Malawi, President ...".
func (f *finder) setting(m Mention) bool {
	i := m.Tokens.Start - 1
	if f.lowerAt(i) == "the" {
		i--
	}
	return f.lowerAt(i) == "in" && f.opens(i) && f.lowerAt(m.Tokens.End) == ","
}

// encounters are verbs and nouns of those who meet across a border.
var encounters = words("meet receive host welcome greet visit invite summon talk talks meeting phone telephone negotiate confer alongside counterpart counterparts")

// across reports whether a word of meeting stands between the title of r and
// the office in one sentence.
func (f *finder) across(r Role, o office) bool {
	a, b := r.Title.End, o.Start
	if a > b {
		a, b = o.End, r.Title.Start
	}
	if a > b || f.doc.Tokens[r.Title.Start].Sent != f.doc.Tokens[o.Start].Sent {
		return false
	}
	for i := a; i < b; i++ {
		if encounters[f.lowerAt(i)] || encounters[strings.ToLower(f.doc.Tokens[i].Lemma)] && f.doc.Tokens[i].Pos == "VERB" {
			return true
		}
	}
	return false
}

// nearCountry returns the country named last before the office in its
// sentence or the one before, of those that count; -1 when none is.
func (f *finder) nearCountry(o office, count map[int]int) int {
	near := -1
	sent := f.doc.Tokens[o.Start].Sent
	for _, m := range f.mentions {
		if t := f.doc.Tokens[m.Head]; count[m.Entity] > 0 && f.entities[m.Entity].country != nil && m.Tokens.Start < o.Start && t.Sent >= sent-1 {
			near = m.Entity
		}
	}
	return near
}

// otherHolder reports whether the article gives the title in the country to
// somebody else.
func (f *finder) otherHolder(c, person int, title string) bool {
	for _, r := range f.found {
		if r.Of == c && r.Person != person && !r.Former && strings.Join(f.keys(r.Title), " ") == title {
			return true
		}
	}
	return false
}
