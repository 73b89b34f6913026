package speech

import (
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// within how many sentences a description finds whom it means.
const recall = 5

// groups are the nouns with which a text goes on about an organisation, with
// the kinds that each may mean; "" is an organisation of unknown kind.
var groups = map[string]map[string]bool{
	"bloc": set("igo"), "alliance": set("igo party armed"), "union": set("igo union"), "party": set("party"), "ministry": set("ministry"), "agency": set("agency igo"),
	"company": set("company"), "firm": set("company"), "carmaker": set("company"), "airline": set("company"), "bank": set("company"), "court": set("court"), "tribunal": set("court"),
	"group": set("armed ngo party igo company"), "movement": set("armed party ngo"), "organization": set("igo ngo armed"), "organisation": set("igo ngo armed"), "charity": set("ngo"), "watchdog": set("agency ngo igo"), "militia": set("armed"),
}

// definite returns the entity that the description at h goes on about: "the
// official" the body for which one spoke, "the minister" who was named with
// that office, "the group" the organisation named last; -1 when nothing tells.
func (f *finder) definite(h int) int {
	toks := f.doc.Tokens
	t := &toks[h]
	the, of := false, -1
	for _, k := range f.doc.Children(h) {
		switch c := &toks[k]; {
		case c.Lower == "the":
			the = true
		case c.Dep == "amod" && f.nation(k) >= 0:
			of = f.nation(k)
		case c.Dep == "poss", c.Dep == "prep" && c.Lower == "of", (c.Dep == "compound" || c.Dep == "nmod" || c.Dep == "nummod") && !colours[c.Lower],
			c.Dep == "amod" && !colours[c.Lower] && !(c.Tag == "VBN" && f.hasOwn(k, "npadvmod")):
			return -1
		}
	}
	if !the || t.Tag != "NN" && t.Tag != "NNP" {
		return -1
	}
	if s, ok := f.spoke[t.Lemma]; ok && t.Sent-s.sent <= 2*recall {
		return s.entity
	}
	kinds := groups[t.Lemma]
	if n := len(f.found); n > 0 && kinds == nil && titles[t.Lower] {
		// Whoever spoke last goes on.
		if a := &f.found[n-1]; a.Speaker >= 0 && a.Head >= 0 && t.Sent-toks[a.Head].Sent <= 2 && f.names.Entities[a.Speaker].Type == news.Person && f.holds(a.Speaker, t.Lower, of) {
			return a.Speaker
		}
	}
	holder := -1
	for i := f.mentionsFrom(h) - 1; i >= 0; i-- {
		m := &f.names.Mentions[i]
		if t.Sent-toks[m.Tokens.Start].Sent > recall {
			break
		}
		if m.Kind != news.NameMention || m.Entity < 0 {
			continue
		}
		switch e := &f.names.Entities[m.Entity]; {
		case e.Type == news.Person && kinds == nil && titles[t.Lower] && f.holds(m.Entity, t.Lower, of):
			if holder >= 0 && holder != m.Entity {
				return -1
			}
			holder = m.Entity
		case (e.Type == news.Place || e.Type == news.Country) && kinds == nil && holder < 0 && toks[m.Tokens.Start].Sent == t.Sent:
			return -1 // "Novgorod, where the governor said"
		case e.Type == news.Organization && kinds != nil && of < 0 && m.Tokens.End <= h && !f.isOutlet(m.Entity):
			if k := f.names.OrgKind(m.Entity); kinds[k] || k == "" && (t.Lemma == "group" || strings.Contains(strings.ToLower(e.Name), t.Lemma)) {
				return m.Entity
			}
		}
	}
	return holder
}

// colours are the words that may stand between "the" and a group that was named before.
var colours = set("rebel militant islamist jihadist armed insurgent regional paramilitary separatist extremist terrorist political economic senior")

// titles are the nouns for an office by which a text goes on about a person.
var titles = set("minister governor mayor senator ambassador envoy chairman chairwoman chief leader director secretary general chancellor commissioner spokesman spokeswoman candidate congressman congresswoman " +
	"lawmaker legislator speaker commander deputy prosecutor judge justice coach representative rapporteur negotiator diplomat professor")

// nation returns the country of the adjective at k, or -1.
func (f *finder) nation(k int) int {
	if e := f.anyEntity(k); e >= 0 && f.names.Entities[e].Type == news.Country {
		return e
	}
	return -1
}

// holds reports whether person e has an office whose title has the word, of
// the country of where one is given.
func (f *finder) holds(e int, word string, of int) bool {
	for i := range f.names.Roles {
		if r := &f.names.Roles[i]; r.Person == e && (of < 0 || r.Of < 0 || r.Of == of || f.names.Entities[r.Of].Type != news.Country) {
			for w := range strings.FieldsSeq(strings.ToLower(r.Text)) {
				if w == word {
					return true
				}
			}
		}
	}
	return false
}

// spoken is for which body somebody without a name spoke, and in which sentence.
type spoken struct{ entity, sent int }

// keepSpoke remembers that the noun h spoke for entity e.
func (f *finder) keepSpoke(h, e int) {
	if t := &f.doc.Tokens[h]; t.Tag == "NN" {
		f.spoke[t.Lemma] = spoken{e, t.Sent}
	}
}
