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
	// stop is the end of the body's name where words between it and the title
	// describe it; 0 elsewhere.
	stop int
	// native is true when the body is the country of an adjective before the title.
	native bool
	// short is where the title ends once its body is known: "spokesman for the
	// ministry". state is true for an office of a body of state.
	short int
	state bool
	// owner is the token of the pronoun or the common noun that owns the
	// office ("its head", "the bank's head"), -1 when there is none.
	owner int
}

// past are modifiers of an office no longer held, forNow of one held for the time being.
var (
	past   = words("former ex previous then onetime one-time erstwhile ousted deposed retired exiting late")
	forNow = words("acting interim caretaker provisional")
	// modifiers stand before a title and are no part of it.
	modifiers = words(`new current incumbent incoming outgoing longtime long-time longest-serving newly newly-elected embattled departing controversial veteran
		famous popular prominent well-known renowned respected long-serving fellow the a an his her their its our my recently first-term elderly young
		then-current presumptive jailed imprisoned detained suspended impeached disgraced exiled ailing self-proclaimed self-declared self-styled star legendary legitimate rightful deceased long-term main late-term one-term two-term three-term
		influential powerful leading top right-wing left-wing far-right conservative liberal moderate hardline pro-european`)
)

// supposed are modifiers of what somebody is only said to be.
var supposed = words("alleged suspected purported presumed would-be aspiring prospective potential")

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
	offender murderer rapist kidnapper robber dealer trafficker smuggler rioter bystander foreigner insider outsider remainder reminder disorder arsonist
	jihadist islamist separatist loyalist nationalist royalist communist socialist centrist populist leftist racist motorist predecessor successor contender challenger lander destroyer cruiser freighter tanker trawler perpetrator mastermind assassin rookie newcomer
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
