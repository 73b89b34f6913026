package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/seeds"
)

// office is a title as the text words it, before it belongs to a person.
type office struct {
	analyze.Range
	// role is the token of the role noun.
	role           int
	of             int
	former, acting bool
	// bare is true when the text names no body.
	bare bool
}

// past are modifiers of an office no longer held, forNow of one held for the time being.
var (
	past   = words("former ex then onetime one-time erstwhile ousted deposed retired exiting late")
	forNow = words("acting interim caretaker provisional")
	// modifiers stand before a title and are no part of it.
	modifiers = words(`new current incumbent incoming outgoing longtime long-time longest-serving newly newly-elected embattled departing controversial veteran
		famous popular prominent well-known renowned respected long-serving fellow the a an his her their its our my recently first-term elderly young
		then-current previous influential powerful leading top right-wing left-wing far-right conservative liberal moderate hardline pro-european`)
)

// notOffices are person nouns that look like occupations and are no office
// worth a position.
var notOffices = words(`brother sister mother father daughter partner lover customer user reader viewer winner loser killer shooter gunman attacker bomber
	suspect victim resident supporter fan follower stranger passenger neighbor neighbour survivor teenager villager protester protestor demonstrator
	worker grandmother grandfather stepfather stepmother brother-in-law boyfriend girlfriend woman man person number member order other power tower
	browser carrier provider insurer retailer lender operator manufacturer automaker carmaker summer winter september october november december paper letter matter computer server water river border quarter center centre chapter offer answer
	rather whether never ever over under after water career murder fighter militant insurgent rebel terrorist extremist criminal owner listener voter
	settler commuter pensioner prisoner detainee cancer weather dinner soldier error terror motor factor doctor sector color colour vector major minor
	senior junior interior exterior superior prior junior honor humor labor labour rumor tractor reactor tremor corridor conspirator counter encounter
	disaster poster master register minster minister-elect super cover manner banner corner sister quaker speaker-elect newspaper november twitter
	spokesmen peer consumer buyer seller player-of-the-match backer holder beneficiary counterpart list artist-of-the-year tourist twist assist consist exist resist
	wrist christ mist fist midwest west east alliance twitter rocker kicker`)

// roleWord reports whether token i is a noun for an office, rank or
// occupation, singular or plural.
func (f *finder) roleWord(i int) bool { return f.roleClass(i) != "" }

// roleClass returns the class of the office that token i names: from the
// lexicon, else "other" for a person noun by its ending; "" for other words.
func (f *finder) roleClass(i int) string {
	if i < 0 || i >= len(f.doc.Tokens) {
		return ""
	}
	t := f.doc.Tokens[i]
	if !strings.HasPrefix(t.Tag, "NN") && t.Tag != "JJ" {
		return ""
	}
	k := f.key[i]
	if c := ranks[k]; c != "" && f.capital(i) {
		return c
	}
	if x := f.lookTitle(k); x != nil {
		// An adjective "chief" or "major" before another noun is no office.
		if t.Tag == "JJ" && !f.capital(i) {
			return ""
		}
		return x.Class
	}
	if t.Tag == "JJ" || notOffices[k] || notOffices[strings.ToLower(t.Lemma)] || f.over[i] >= 0 || t.Tag == "NNPS" {
		return ""
	}
	for _, end := range []string{"man", "woman", "person", "master", "maker", "holder", "keeper", "leader", "chief", "secretary", "commissioner", "worker", "ologist", "ician"} {
		if strings.HasSuffix(k, end) && len(k) > len(end)+1 {
			return "other"
		}
	}
	if t.Tag != "NN" {
		return ""
	}
	for _, end := range []string{"er", "or", "ist", "eur", "ian"} {
		if strings.HasSuffix(k, end) && len(k) > len(end)+3 {
			return "other"
		}
	}
	return ""
}

// lookTitle finds a title, or the singular of a plural.
func (f *finder) lookTitle(key string) *seeds.Title {
	t, ok := f.titles[key]
	if !ok {
		t = f.findTitle(key)
		f.titles[key] = t
	}
	return t
}

func (f *finder) findTitle(key string) *seeds.Title {
	if x := f.tables.Title(key); x != nil {
		return x
	}
	if s, ok := strings.CutSuffix(key, "s"); ok && len(key) > 4 {
		if x := f.tables.Title(s); x != nil {
			return x
		}
	}
	if s, ok := strings.CutSuffix(key, "men"); ok && s != "" {
		return f.tables.Title(s + "man")
	}
	return nil
}

// class returns the class of a whole title: "prime minister" is a head of
// government, "minister" a minister.
func (f *finder) class(o office) string {
	for end := o.End; end >= o.role+1; end-- {
		for i := o.Start; i <= o.role; i++ {
			if t := f.lookTitle(strings.Join(f.keys(analyze.Range{Start: i, End: end}), " ")); t != nil {
				return t.Class
			}
		}
	}
	return f.roleClass(o.role)
}

// leftOf reads the title whose role noun is token i towards the left: words
// of the title, then the body, then modifiers.
func (f *finder) leftOf(i int) office {
	o := office{Range: analyze.Range{Start: i, End: i + 1}, role: i, of: -1, bare: true}
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
				if p := f.party(f.text(s.Range)); p >= 0 && partyOffices[f.key[i]] && s.End == i {
					o.of, o.bare = p, false
					j = s.Start
					done = true
					continue
				}
				o.Start = s.Start
				j = s.Start
				continue
			}
			o.of, o.bare = f.meant(s), false
			j = s.Start - 1
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
		case past[t.Lower] || forNow[t.Lower] || modifiers[t.Lower]:
			// What stands before "former" is no part of the title, but may be the body.
			o.former = o.former || past[t.Lower] && t.Lower != "late"
			o.acting = o.acting || forNow[t.Lower]
			if done = true; t.Tag == "DT" || t.Tag == "PRP$" {
				break loop
			}
		case done:
			break loop
		case t.Tag == "HYPH" || t.Text == "-" || t.Text == "–" || t.Text == "&":
			if j == 0 || t.Text == "–" && f.doc.Tokens[j-1].Space {
				break loop
			}
			if p := f.lowerAt(j - 1); p == "then" || p == "ex" {
				o.former = true
				j--
				break loop
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
		case strings.HasPrefix(t.Tag, "NN") || t.Tag == "JJ" || t.Tag == "VBN" && t.Dep == "amod" || t.Tag == "VBG" && (t.Dep == "amod" || t.Dep == "compound"):
			if t.Dep == "dative" || t.Dep == "npadvmod" {
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

// boundary reports whether a title in capitals starts at token start, behind
// another in lower case that ends at j: "chairperson President".
func (f *finder) boundary(j, start int) bool {
	return j == start-1 && f.capital(start) && !f.capital(j) && f.roleWord(j) && f.roleClass(j) != "other"
}

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

// bodyInside reads a person-in-office's possessive: "Russian President's
// envoy" is an envoy of Russia, "Trump's adviser" one of the United States.
func (f *finder) possessor(o *office, j int) {
	if j < 0 {
		return
	}
	if k := f.over[j]; k >= 0 {
		s := f.spans[k]
		switch {
		case s.entity < 0:
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
	}
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

// rightOf extends a title to the right over what belongs to it ("for trade",
// "of State", "to Germany") and takes "of Acme" for its body. It stops
// before token limit.
func (f *finder) rightOf(o *office, limit int) {
	sent := f.doc.Tokens[o.role].Sent
	j := o.role + 1
	for (f.lowerAt(j) == "-" || f.lowerAt(j) == "–") && !f.doc.Tokens[j-1].Space && j+1 < limit {
		// "president-elect", "commander-in-chief", "director-general".
		o.End = j + 2
		j += 2
	}
	if f.lowerAt(j) == "elect" || f.lowerAt(j) == "designate" {
		o.End = j + 1
		j++
	}
	for j < limit && f.doc.Tokens[j].Sent == sent {
		w := f.lowerAt(j)
		if w != "of" && w != "for" && w != "to" && w != "at" && w != "in" && w != "on" {
			return
		}
		b := j + 1
		for b < limit && (f.lowerAt(b) == "the" || f.lowerAt(b) == "a") {
			b++
		}
		if b >= limit {
			return
		}
		if k := f.over[b]; k >= 0 && f.spans[k].entity >= 0 && f.spans[k].kind != person && f.spans[k].kind != demonym && !f.startsNominal(b, o, w) {
			s := f.spans[k]
			if size(s.Range) > limit-s.Start {
				return
			}
			if n := f.possessed(s.End, limit); n >= 0 {
				// "head of Iran's Quds Force".
				s = f.spans[n]
			}
			if f.key[o.role] == "member" && w == "of" && o.Start == o.role {
				o.End = s.End
			}
			switch {
			case w == "of" || w == "at" || w == "for" && s.kind == organization || w == "in" && s.kind != country && o.bare && f.roleClass(o.role) != "diplomat":
				if o.bare || w == "of" {
					o.of, o.bare = s.entity, false
				}
			case w == "to" || w == "for":
				o.End = s.End
			default:
				return
			}
			j = s.End
			continue
		}
		if w == "at" || w == "in" || w == "on" && f.roleClass(o.role) != "diplomat" && f.roleClass(o.role) != "other" {
			return
		}
		if n, ok := f.nominalAt[b]; ok && o.bare && (w == "for" || w == "of") && f.mentions[n].Tokens.End <= limit {
			// "spokesman for the Indonesian military".
			o.of, o.bare = f.mentions[n].Entity, false
			return
		}
		e := f.phraseEnd(b, limit)
		if e == b {
			return
		}
		if w == "of" && territory[f.key[e-1]] && (e-b > 1 || f.lowerAt(b-1) == "the") && f.lowerAt(e) == "of" && e+1 < limit {
			// "mayor of the Polish city of Gdańsk".
			j = e
			continue
		}
		o.End = e
		j = e
	}
}

// startsNominal reports whether a phrase such as "Russia's foreign ministry"
// starts at b, which is the body rather than the country alone.
func (f *finder) startsNominal(b int, o *office, w string) bool {
	_, ok := f.nominalAt[b]
	return ok && o.bare && (w == "for" || w == "of")
}

// prefixed reports whether "pro-" or "anti-" stands before the name.
func (f *finder) prefixed(s span) bool {
	if w := f.lowerAt(s.Start - 1); w != "-" && w != "–" {
		return false
	}
	switch f.lowerAt(s.Start - 2) {
	case "pro", "anti", "non":
		return true
	}
	return false
}

// territory are nouns that stand before the name of what is governed.
var territory = words("city town village state province district county region commonwealth island country nation republic capital kingdom territory municipality prefecture")

// possessed returns the index of the organisation's span that a possessive
// ending at j owns, or -1.
func (f *finder) possessed(j, limit int) int {
	if j+1 >= limit || f.doc.Tokens[j].Tag != "POS" {
		return -1
	}
	for j++; j < limit && f.doc.Tokens[j].Tag == "JJ" && f.over[j] < 0; {
		j++
	}
	if j < limit && f.over[j] >= 0 && f.spans[f.over[j]].kind == organization && f.spans[f.over[j]].entity >= 0 {
		return f.over[j]
	}
	return -1
}

// phraseEnd returns the end of the noun phrase that starts at b, conjoined
// nouns included, verbs and commas not.
func (f *finder) phraseEnd(b, limit int) int {
	e := b
	for j := b; j < limit && f.doc.Tokens[j].Sent == f.doc.Tokens[b].Sent; j++ {
		t := f.doc.Tokens[j]
		switch {
		case f.over[j] >= 0 && f.spans[f.over[j]].kind == person:
			return e
		case strings.HasPrefix(t.Tag, "NN"):
			e = j + 1
		case t.Tag == "JJ" || t.Tag == "HYPH" || t.Tag == "VBN" && t.Dep == "amod" || t.Tag == "CD" || t.Tag == "DT" || t.Tag == "POS":
		case t.Lower == "and" || t.Lower == "&":
			if j+1 < limit && (f.doc.Tokens[j+1].Tag == "DT" || f.over[j+1] >= 0 && f.spans[f.over[j+1]].kind == person || f.roleWord(j+1)) {
				return e
			}
		case t.Text == "," && j+2 < limit && strings.HasPrefix(f.doc.Tokens[j+1].Tag, "NN") && (f.lowerAt(j+2) == "and" || f.lowerAt(j+2) == ",") && e == j && f.capital(j-1):
		default:
			return e
		}
	}
	return e
}
