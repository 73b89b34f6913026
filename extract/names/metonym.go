package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/seeds"
)

// sayings are verbs whose subject speaks, decides or acts as a government does.
var sayings = words(`say tell announce declare state warn threaten demand insist deny reject accept agree refuse decline accuse blame condemn criticise
	criticize denounce welcome urge call ask request propose offer suggest vow promise pledge claim confirm report believe think want seek hope expect
	consider decide plan intend prepare try attempt sign ratify impose lift ease extend support back oppose object protest respond react retaliate order
	ban expel recall recognise recognize admit acknowledge stress note add hint signal indicate view see regard fear worry deploy send withdraw pull launch
	invade attack bomb shell strike annex occupy supply arm fund finance provide give negotiate discuss talk meet cooperate ally side break cut sever suspend
	resume restore maintain continue face need have cede renounce veto vote abstain approve endorse adopt pursue push press pressure use violate breach
	remain become fail win lose take make get let allow block stop start begin end keep hold put set show prove know remember dismiss express reiterate
	sanction summon brief apologise apologize defend justify appeal instruct commit submit retain lead increase reduce boost step turn move`)

// stays are verbs whose subject is a place.
var stays = words(`lie sit sprawl locate situate host suffer burn sleep wake celebrate mourn witness experience awake fall see catch feature attract boast contain
	rank shake flood rise grow wait lose have hold house include`)

// ofPlace are nouns that a place has as a place.
var ofPlace = words(`airport street road mayor suburb outskirts district region area downtown centre center square metro subway station hospital university
	university resident museum church mosque cathedral stadium hotel weather skyline river port harbour harbor zoo park marathon theatre theater court
	police neighbourhood neighborhood city airspace sky studio correspondent bureau office embassy consulate population citizen inhabitant native`)

// relations are nouns between two governments.
var relations = words(`relation relations tie ties talk talks negotiation cooperation co-operation dialogue tension conflict war deal agreement treaty alliance
	pact contact communication dispute standoff row rift diplomacy partnership trade rivalry understanding message demand position stance policy decision
	envoy ambassador response reaction proposal offer plan intention ally interest aggression pressure sanction ultimatum claim threat statement invasion
	government leader leadership official administration regime cooperation feud rapprochement detente summit strategy leverage influence goal aim refusal`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// metonyms turns capitals that act into their countries: "Moscow said",
// "Tehran's demands", "between Moscow and Washington". "In Moscow" stays the
// place.
func (f *finder) metonyms() {
	for i := range f.mentions {
		m := &f.mentions[i]
		e := f.entities[m.Entity]
		if e.kind != place {
			continue
		}
		seat := f.tables.Metonym(f.text(m.Tokens))
		switch {
		case seat != nil && seat.Sense == "seat" && f.acts(m.Head, 0):
			if o := f.tables.Org(seat.Org); o != nil && !f.mentionsCountry(seat.Country) {
				m.Entity, m.Use = f.orgEntity(o), Actor
			} else if c := f.tables.CountryOn(seat.Country, f.on); c != nil {
				f.become(i, c)
			}
		case e.place != nil && e.place.Kind == "capital":
			if c := f.tables.Country(e.place.Country); c != nil && c.Capital == e.place && f.acts(m.Head, 0) {
				f.become(i, f.tables.CountryOn(c.Code, f.on))
			}
		}
	}
}

// mentionsCountry reports whether the article names the country.
func (f *finder) mentionsCountry(code string) bool {
	_, ok := f.by.country[f.tables.Country(code)]
	return ok
}

// orgEntity returns the entity of an organisation of the tables.
func (f *finder) orgEntity(o *seeds.Org) int {
	if i, ok := f.by.org[o]; ok {
		return i
	}
	return f.newEntity(&entity{kind: organization, org: o, words: strings.Fields(seeds.Key(o.Name)), full: true})
}

// become makes mention i speak of the country as an actor.
func (f *finder) become(i int, c *seeds.Country) {
	m := &f.mentions[i]
	m.Entity = f.countryEntity(c)
	m.Use = Actor
}

// acts reports whether the place name at token h stands for a government, to
// judge by what governs it.
func (f *finder) acts(h, depth int) bool {
	t := f.doc.Tokens[h]
	head := f.doc.Tokens[t.Head]
	if next := f.lowerAt(h + 1); next == "(" || next == "[" || f.opens(h) && (next == "," || next == "-" || next == "–" || next == "—" || next == ":") && head.Pos != "VERB" {
		return false
	}
	switch t.Dep {
	case "nsubj", "agent":
		lemma := strings.ToLower(head.Lemma)
		switch head.Pos {
		case "AUX":
			return f.speaks(t.Head)
		case "VERB":
			return sayings[lemma] && lemma != "see" || !stays[lemma] && f.doc.Child(t.Head, "dobj", "ccomp", "xcomp") >= 0
		}
		return false
	case "nsubjpass":
		lemma := strings.ToLower(head.Lemma)
		return accusing[lemma] || sayings[lemma] && f.doc.Child(t.Head, "xcomp", "ccomp") >= 0
	case "poss":
		return !ofPlace[strings.ToLower(head.Lemma)] && (head.Pos == "NOUN" && f.over[t.Head] < 0 || relations[strings.ToLower(head.Lemma)])
	case "npadvmod":
		if w := f.lowerAt(h + 1); w == "-" || w == "–" {
			return allied[f.lowerAt(h+2)]
		}
	case "dobj":
		return accusing[strings.ToLower(head.Lemma)]
	case "pobj":
		above := f.doc.Tokens[head.Head]
		lemma := strings.ToLower(above.Lemma)
		switch head.Lower {
		case "between":
			return true
		case "with", "against":
			return relations[lemma] || above.Pos == "VERB"
		case "by":
			return above.Pos == "VERB" || above.Pos == "NOUN"
		case "to":
			return addressed[lemma]
		case "on":
			return lemma == "pressure" || lemma == "sanction" || lemma == "put" || lemma == "impose" || lemma == "tariff"
		case "from":
			return offered[lemma]
		}
		return false
	case "conj":
		if depth < 4 && t.Head != h {
			return f.acts(t.Head, depth+1)
		}
	case "compound":
		return false
	}
	return false
}

// accusing are verbs whose object is blamed or addressed.
var accusing = words(`accuse blame warn urge ask criticise criticize condemn threaten tell pressure press back support arm sanction denounce thank praise
	invite assure reassure persuade convince notify inform remind anger alarm provoke deter isolate embarrass punish rebuke commend force lobby target appease`)

// addressed are words with "to" before whom they address, offered are words
// with "from" before who gives.
var (
	addressed = words(`message signal ultimatum accord according warning aid concession ambassador envoy letter proposal send sell supply loyal respond offer promise export weapon arm close similar`)
	offered   = words(`response pressure support demand concession statement comment reaction answer word permission approval funding arm weapon aid assurance guarantee threat
		buy purchase obtain receive demand seek get request signal help import pushback criticism objection backing interference permission clarification`)
	// allied follow a capital and a hyphen ("Moscow-backed").
	allied = words(`backed led appointed installed aligned friendly controlled brokered imposed allied supported funded sponsored supplied based-government run trained armed ordered`)
)

// speaks reports whether the copula or auxiliary at i has a complement that
// only a government has ("is willing", "is ready", "is calling").
func (f *finder) speaks(i int) bool {
	for _, k := range f.doc.Children(i) {
		switch strings.ToLower(f.doc.Tokens[k].Lemma) {
		case "willing", "ready", "prepared", "responsible", "adamant", "determined", "unwilling", "keen", "eager", "reluctant", "aware", "concerned", "guilty", "wary", "committed":
			return true
		}
	}
	return false
}
