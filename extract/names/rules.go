package names

import (
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// rules applies the five rules of design/names.md to the spans, and one for
// types that the wording gives away.
func (f *finder) rules() {
	for k := range f.spans {
		f.trim(&f.spans[k])
	}
	f.tidy()
	f.bySuffix()
	f.context()
	f.surnames()
	f.majority()
	f.missed()
	f.tidy()
}

// trim takes articles, possessive endings and, off persons, titles away.
func (f *finder) trim(s *span) {
	if s.kind == none {
		return
	}
	for s.Start < s.End-1 {
		switch w := f.lowerAt(s.Start); {
		case w == "the" || w == "a" || w == "an" || w == "\"" || w == "“" || w == "(" || w == "-" || w == "–":
			if w == "a" && s.kind == person {
				return
			}
			s.Start++
			continue
		case s.kind == organization && size(s.Range) > 2 && (f.lowerAt(s.Start) == "former" || f.lowerAt(s.Start) == "ex" || f.lowerAt(s.Start) == "prominent"):
			s.Start++
			continue
		case s.kind == organization && s.org == nil && f.tables.Org(f.doc.Tokens[s.Start].Text+" Party") != nil && f.key[s.End-1] != "party" &&
			(common(f.keys(analyze.Range{Start: s.Start + 1, End: s.End})) || f.tables.Org(f.text(analyze.Range{Start: s.Start + 1, End: s.End})) != nil):
			s.Start++ // "Republican Senate"
			continue
		case s.kind == organization && size(s.Range) > 2 && directors[f.key[s.Start]] && (suffixes[f.key[s.End-1]] == organization || f.key[s.End-1] == "headquarters"):
			s.Start++ // "Commander Southern Command"
			continue
		case s.kind == person && f.titlePrefix(s.Range) > 0:
			s.Start += f.titlePrefix(s.Range)
			continue
		}
		break
	}
	if s.kind == person {
		for i := s.Start + 1; i < s.End; i++ {
			if f.doc.Tokens[i].Tag == "CD" && unicode.IsDigit(rune0(f.doc.Tokens[i].Text)) || f.lowerAt(i) == "(" {
				s.End = i
			}
		}
	}
	for s.End > s.Start {
		w := f.lowerAt(s.End - 1)
		if w != "'s" && w != "’s" && w != "'" && w != "’" && w != "," && w != "-" && w != "–" && w != "\"" && w != "”" && w != "(" && w != ":" && (w != "of" && w != "and" && w != "in" || s.End-s.Start == 1) {
			break
		}
		s.End--
	}
	if s.kind == person && s.End-s.Start == 1 && (!f.capital(s.Start) || f.tables.Title(f.doc.Tokens[s.Start].Text) != nil && f.lower[f.key[s.Start]]) {
		s.kind = none
	}
}

// honorifics stand before a name and are no office.
var honorifics = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "mister": true, "sir": true, "dame": true, "dr": true, "doctor": true, "prof": true, "cde": true,
	"comrade": true, "he": true, "hon": true, "honourable": true, "honorable": true, "shahid": true, "seyed": true, "sayyid": true, "sheikh": true,
	"mullah": true, "saint": true, "st": true, "madame": true, "herr": true, "señor": true, "don": false, "haji": true, "hajj": true, "rt": true, "right": true, "emeritus": true,
}

// ranks are short forms of titles before names.
var ranks = map[string]string{
	"gen": "military", "lt": "military", "col": "military", "maj": "military", "capt": "military", "sgt": "military", "adm": "military", "brig": "military",
	"cmdr": "military", "spc": "military", "pvt": "military", "cpl": "military", "cdr": "military", "vice": "", "sen": "legislator", "rep": "legislator", "gov": "official", "rev": "clergy", "pres": "head_of_state",
	"det": "police", "supt": "police", "pm": "head_of_government",
}

// firstNamesToo are titles that are first names or surnames as well: they are
// taken off only before two further words.
var firstNamesToo = map[string]bool{"dean": true, "major": true, "duke": true, "prince": true, "king": true, "judge": true, "marshal": true, "bishop": true, "baron": true, "earl": true, "driver": true, "justice": true, "princess": true, "pope": true, "queen": true}

// titlePrefix returns how many tokens at the start of a person's name are a
// title or honorific, leaving at least one for the name.
func (f *finder) titlePrefix(r analyze.Range) int {
	for n := min(4, size(r)-1); n >= 1; n-- {
		p := analyze.Range{Start: r.Start, End: r.Start + n}
		k := strings.Join(f.keys(p), " ")
		last := f.key[p.End-1]
		switch {
		case k == "":
			return n
		case n == 1 && (k == "he" && f.doc.Tokens[r.Start].Text != "HE" || size(r) == 2 && (k == "sheikh" || k == "saint" || k == "st")):
			return 0
		case n == 1 && (honorifics[k] || ranks[k] != ""):
			if f.lowerAt(p.End) == "." {
				return min(2, size(r)-1)
			}
			return 1
		case n == 1 && firstNamesToo[k]:
			if size(r) > 2 || f.tables.Gender(f.doc.Tokens[p.End].Text) != "" {
				return 1
			}
		case n == 1 && size(r) > 2 && (notOffices[k] || f.lower[k] && f.roleWord(r.Start)) && f.tables.Gender(f.doc.Tokens[r.Start].Text) == "" && f.tables.Gender(f.doc.Tokens[p.End].Text) != "":
			return 1
		case f.tables.Title(k) != nil && f.tables.Title(k).Class != "media" && f.tables.Title(k).Class != "sport" || f.tables.Title(last) != nil && n > 1 && !firstNamesToo[last] && f.lowerAt(p.End) != "-":
			return n
		}
	}
	return 0
}

// suffixes are last words that give the kind of a name away.
var suffixes = map[string]kind{}

func init() {
	for k, words := range map[kind]string{
		organization: `ministry department agency party committee commission council association university college school institute corporation corp inc ltd llc plc
			company co group bank foundation federation union league organization organisation parliament assembly senate court army navy police forces force guard brigade
			regiment battalion airlines airways air motors media news times post tribune herald gazette journal press agency office bureau authority administration
			secretariat service services fund trust society club fc afc united front movement coalition alliance congress embassy consulate team orchestra church
			industries holdings records studios pictures entertainment broadcasting television tv radio network systems technologies software command board panel tribunal forum corps marines secretariat directorate consortium
			syndicate cartel gang militia militias academy conservatory confederation caucus delegation regiment squadron fleet division`,
		place: `street road avenue boulevard square airport bridge river lake mountain mountains island islands province county district region city village town
			valley desert sea ocean gulf bay strait peninsula park hospital stadium prison palace castle cathedral mosque temple hotel station plaza tower beach harbour harbor port highway way drive lane crescent
			terrace township borough governorate oblast prefecture heights hills creek falls canyon forest reef airbase airfield plateau basin lagoon glacier volcano dam cemetery archipelago`,
	} {
		for w := range strings.FieldsSeq(words) {
			suffixes[w] = k
		}
	}
}

// bySuffix sets the kind of names whose last word, or whose "Ministry of",
// says what they are.
func (f *finder) bySuffix() {
	for i := range f.spans {
		s := &f.spans[i]
		if s.kind != person && s.kind != organization && s.kind != place || s.org != nil || size(s.Range) < 2 {
			continue
		}
		if f.tables.Metonym(f.text(s.Range)) != nil {
			continue // "West Bank"
		}
		last := f.key[s.End-1]
		k := suffixes[last]
		if last == "district" && f.key[s.End-2] == "school" {
			k = organization
		}
		if s.kind != organization && f.bodyAbroad(s.Range) {
			s.kind, s.settled = organization, true
			continue
		}
		if k == none || s.kind == k {
			if s.kind != organization && size(s.Range) >= 3 && suffixes[f.key[s.Start]] == organization && f.lowerAt(s.Start+1) == "of" {
				s.kind = organization
			}
			continue
		}
		if s.kind == person && (f.tables.Gender(f.doc.Tokens[s.Start].Text) != "" || last == "post" || last == "union" || last == "church" || last == "park" || last == "air" || last == "street" || last == "bridge" || last == "castle" || last == "hill") {
			continue
		}
		if s.kind == organization && (last == "city" || last == "united" || last == "port" || last == "tower" || last == "park" || last == "hospital" || last == "palace" || last == "station" || last == "prison" || last == "county" || last == "hotel") {
			continue
		}
		s.kind = k
	}
}

// bodiesAbroad are words of other languages with which names of parties, armed
// groups and other bodies begin, endsAbroad those with which they end.
var (
	bodiesAbroad = words(`jaysh jaish harakat harkat hizb hizbul hezb jabhat jamaat jama'at jund liwa kataib kata'ib katibat tehreek tehrik tehreek-e tehrik-i lashkar saraya
		faylaq ansarul jamaatul partido partit parti partei partito partij partidul movimiento movimento mouvement frente ejército ejercito brigadas fuerzas alianza
		aliança sindicato asociación associação association ministerio ministère universidad universidade università université universität unión união confederación
		federación federação fundación fundação comité consejo conselho banco banque société gesellschaft verband bharatiya rashtriya jatiya shiromani grupo compagnie institut instituto
		istituto coalición coordinadora syndicat ligue liga lega junta majlis sipah anjuman jamiat markaz muttahida ahle jamiatul`)
	endsAbroad = words(`sena morcha sabha dal sangh parishad samiti partisi partija partiya stranka hareketi cephesi rada seimas riksdag gesellschaft verband sendika jirga`)
)

// bodyAbroad reports whether a name begins or ends with a word for a body in
// another language: "Jaysh al-Islam", "Partido Popular", "Shiv Sena".
func (f *finder) bodyAbroad(r analyze.Range) bool {
	first := f.key[r.Start]
	if size(r) > 2 && first == "ansar" && (f.lowerAt(r.Start+1) == "-" || f.lowerAt(r.Start+1) == "al" || strings.HasPrefix(f.lowerAt(r.Start+1), "al-")) {
		return true
	}
	return bodiesAbroad[first] || endsAbroad[f.key[r.End-1]]
}

// surnames makes bare occurrences of the last word of a longer person's name
// that person, whatever the network took them for.
func (f *finder) surnames() {
	last := map[string]bool{}
	f.firsts = map[string]bool{}
	for _, s := range f.spans {
		if s.kind == person && size(s.Range) > 1 {
			f.firsts[f.key[s.Start]] = true
		}
	}
	for _, s := range f.spans {
		if s.kind != person || size(s.Range) < 2 || size(s.Range) > 6 {
			continue
		}
		k := f.surnameKey(s.Range)
		if len(k) < 2 || f.lower[k] || f.tables.CountryNamed(k) != nil && !f.tables.Ambiguous(k) || f.tables.Demonym(k) != nil || suffixes[k] != none {
			continue
		}
		last[k] = true
	}
	for i := range f.doc.Tokens {
		if !last[f.key[i]] || !f.capital(i) {
			continue
		}
		if k := f.over[i]; k >= 0 {
			s := f.spans[k]
			if j := i - 1; s.kind == person && size(s.Range) == 1 && j >= 0 && f.over[j] < 0 && particles[f.lowerAt(j)] && f.particled(f.key[i], f.lowerAt(j)) {
				f.add(span{Range: analyze.Range{Start: j, End: i + 1}, kind: person})
				continue
			}
			if size(s.Range) > 1 || s.kind == person || s.kind == country || s.org != nil {
				continue
			}
		} else if f.inRun(i) {
			continue
		}
		f.add(span{Range: f.withFirstNames(i), kind: person})
	}
	f.tidy()
}

// surnameKey returns the key of the surname in a person's name: the last
// word that is no generation suffix.
func (f *finder) surnameKey(r analyze.Range) string {
	ks := f.keys(r)
	for len(ks) > 1 && generation[ks[len(ks)-1]] {
		ks = ks[:len(ks)-1]
	}
	if len(ks) == 0 {
		return ""
	}
	return ks[len(ks)-1]
}

var generation = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true, "v": true, "vi": true, "vii": true, "viii": true, "ix": true, "x": true, "xi": true, "xii": true, "xiii": true, "xiv": true, "xv": true, "xvi": true, "senior": true, "junior": true}

// inRun reports whether the capitalised word i is followed by another one
// that may belong to the same name ("Trump Tower").
func (f *finder) inRun(i int) bool {
	return f.proper(i+1) && f.doc.Tokens[i].Space && f.over[i+1] < 0 && !f.roleWord(i+1) && f.doc.Tokens[i+1].Sent == f.doc.Tokens[i].Sent
}

// withFirstNames extends a surname to the left over initials and first names
// that people of the article or the tables have.
func (f *finder) withFirstNames(i int) analyze.Range {
	r := analyze.Range{Start: i, End: i + 1}
	start := i
	for j := i - 1; j >= 0 && f.over[j] < 0 && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j-- {
		t := f.doc.Tokens[j]
		switch {
		case particles[t.Lower] && start == i && f.particled(f.key[i], t.Lower):
			start = j
		case len(strings.TrimSuffix(t.Text, ".")) == 1 && f.capital(j):
		case f.capital(j) && (f.tables.Gender(t.Text) != "" || f.firstOfSome(f.key[j])) && f.tables.Title(t.Text) == nil:
			start = j
		default:
			r.Start = start
			return r
		}
	}
	r.Start = start
	return r
}

// particled reports whether a longer name of the article has the particle
// before the surname: "Bill de Blasio".
func (f *finder) particled(surname, particle string) bool {
	for _, s := range f.spans {
		if s.kind == person && size(s.Range) > 2 && f.key[s.End-1] == surname && f.lowerAt(s.End-2) == particle {
			return true
		}
	}
	return false
}

// firstOfSome reports whether a person of the article has this first name.
func (f *finder) firstOfSome(key string) bool {
	return f.firsts[key]
}

// majority gives a surface that occurs several times the kind that two
// thirds of its occurrences have.
func (f *finder) majority() {
	count := map[string]map[kind]int{}
	name := func(s span) string { return strings.Join(f.keys(s.Range), " ") }
	votes := func(s span) bool {
		return (s.kind == person || s.kind == organization || s.kind == place) && s.org == nil
	}
	for _, s := range f.spans {
		if votes(s) {
			n := name(s)
			if count[n] == nil {
				count[n] = map[kind]int{}
			}
			count[n][s.kind]++
		}
	}
	for i := range f.spans {
		s := &f.spans[i]
		if !votes(*s) {
			continue
		}
		c := count[name(*s)]
		total := c[person] + c[organization] + c[place]
		for k, n := range c {
			if total > 2 && 3*n >= 2*total || total == 2 && n == 2 {
				s.kind = k
			}
		}
	}
}

// missed adds further capitalised occurrences of names that were found: of
// several words when found once, of one word when found twice or more and
// never in lower case.
func (f *finder) missed() {
	type form struct {
		kind kind
		n    int
		keys []string
		span span
	}
	forms := map[string]*form{}
	starts := map[string][]*form{}
	for _, s := range f.spans {
		if s.kind == none || s.kind == group || s.kind == demonym || s.kind == country {
			continue
		}
		ks := f.keys(s.Range)
		n := strings.Join(ks, " ")
		if n == "" {
			continue
		}
		if forms[n] == nil {
			forms[n] = &form{kind: s.kind, keys: ks, span: s}
			starts[ks[0]] = append(starts[ks[0]], forms[n])
		}
		forms[n].n++
	}
	for i := range f.doc.Tokens {
		if f.over[i] >= 0 || !f.capital(i) {
			continue
		}
		var best *form
		end := 0
		for _, fm := range starts[f.key[i]] {
			if len(fm.keys) == 1 && (fm.n < 2 || f.lower[f.key[i]] || f.inRun(i) || len(fm.keys[0]) < 2) {
				continue
			}
			if e := f.matches(i, fm.keys); e > end {
				best, end = fm, e
			}
		}
		if best != nil {
			s := best.span
			s.Range = analyze.Range{Start: i, End: end}
			f.add(s)
		}
	}
}

// matches returns the end of the uncovered tokens from i that spell keys, or 0.
func (f *finder) matches(i int, keys []string) int {
	j := i
	for _, k := range keys {
		for j < len(f.key) && f.key[j] == "" && !f.doc.IsSpace(j) {
			j++
		}
		if j >= len(f.key) || f.key[j] != k || f.over[j] >= 0 {
			return 0
		}
		j++
	}
	return j
}
