package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// leading are verbs that say an office, with the noun that they say.
var leading = map[string]string{
	"lead": "leader", "head": "head", "chair": "chair", "co-chair": "co-chair", "command": "commander", "run": "head", "captain": "captain", "coach": "coach", "edit": "editor",
	"manage": "manager", "direct": "director", "found": "founder", "cofound": "co-founder", "co-found": "co-founder", "establish": "founder", "govern": "governor", "own": "owner",
	"rule": "ruler", "helm": "head", "oversee": "head", "spearhead": "leader", "co-lead": "co-leader", "co-own": "co-owner", "skipper": "captain", "represent": "representative",
}

// led is an office that a verb gives to a person: the noun, the verb's token
// and the body.
type led struct {
	word        string
	verb        int
	of, mention int
	former      bool
}

// verbal reads the office that the verb at token i says: "X heads the union",
// "the union, led by X", "X, who founded Acme".
func (f *finder) verbal(i int) []led {
	t := f.doc.Tokens[i]
	if t.Pos != "VERB" || f.over[i] >= 0 {
		return nil
	}
	lemma := strings.ToLower(t.Lemma)
	word := leading[lemma]
	if word == "" || f.negated(i) || f.hypothetical(i) {
		return nil
	}
	if agent := f.doc.Child(i, "agent"); agent >= 0 && t.Tag == "VBN" {
		return f.ledBy(i, agent, word)
	}
	if t.Dep == "acl" && t.Tag == "VBN" || f.doc.Child(i, "nsubjpass") >= 0 || t.Dep == "xcomp" || t.Tag == "VB" {
		return nil
	}
	s := f.subject(i)
	d := f.doc.Child(i, "dobj")
	if s < 0 || d < 0 || d < i {
		return nil
	}
	m := f.personAt(f.antecedent(s))
	of := f.bodyAt(d)
	if m < 0 || of < 0 {
		return nil
	}
	former := false
	if past := t.Tag == "VBD"; past && word != "founder" && word != "co-founder" {
		former = !f.dead[f.mentions[m].Entity]
	} else if f.endedBefore(d+1) && word != "founder" && word != "co-founder" {
		former = true
	}
	e := f.entities[of]
	switch {
	case e.country != nil && (word != "leader" && word != "ruler" || f.goal(i)), e.kind == place && word != "governor" && word != "head", word == "representative" && e.kind != place, e.kind == organization && (word == "ruler" || word != "founder" && f.goal(i)):
		return nil
	case word == "governor" && e.kind != place:
		return nil
	}
	return []led{{word, i, of, m, former}}
}

// goal reports whether the verb takes what it leads somewhere: "led Leeds to
// victory".
func (f *finder) goal(i int) bool {
	for _, k := range f.doc.Children(i) {
		switch f.lowerAt(k) {
		case "to", "into", "against", "past", "through", "out", "towards", "toward":
			return k > i
		}
	}
	return false
}

// ledBy reads "the union, led by X" and "the union is led by X".
func (f *finder) ledBy(i, agent int, word string) []led {
	t := f.doc.Tokens[i]
	p := f.doc.Child(agent, "pobj")
	if p < 0 {
		return nil
	}
	m := f.personAt(p)
	head := f.doc.Child(i, "nsubjpass")
	if head < 0 && (t.Dep == "acl" || t.Dep == "relcl") {
		head = t.Head
	}
	if m < 0 || head < 0 {
		return nil
	}
	switch f.lowerAt(head) {
	case "which", "that":
		if f.doc.Tokens[i].Dep == "relcl" {
			head = t.Head
		}
	}
	of := f.bodyAt(head)
	if of < 0 || f.entities[of].kind != organization || word == "representative" {
		return nil
	}
	aux := f.doc.Child(i, "auxpass")
	former := aux >= 0 && (f.lowerAt(aux) == "was" || f.lowerAt(aux) == "were") && word != "founder" && word != "co-founder" && !f.dead[f.mentions[m].Entity]
	return []led{{word, i, of, m, former}}
}

// bodyAt returns the organisation, country or place that the noun at token d
// names, or that a name beside it does ("the ABC chamber"); -1 when none.
func (f *finder) bodyAt(d int) int {
	if m := f.named[d]; m >= 0 {
		if e := f.entities[f.mentions[m].Entity]; e.kind != person && f.mentions[m].Use != Demonym {
			return f.mentions[m].Entity
		}
		return -1
	}
	if m, ok := f.nominalEnd(d); ok && f.entities[m].kind == organization {
		return m
	}
	if classNouns[f.lowerAt(d)] != organization && !generics[f.lowerAt(d)] && f.lowerAt(d) != "chamber" {
		return -1
	}
	for _, k := range f.doc.Children(d) {
		if f.named[k] < 0 || f.doc.Tokens[k].Dep != "compound" && f.doc.Tokens[k].Dep != "nmod" && f.doc.Tokens[k].Dep != "appos" {
			continue
		}
		if m := f.named[k]; f.entities[f.mentions[m].Entity].kind == organization {
			return f.mentions[m].Entity
		}
	}
	return -1
}

// lead records the office that a verb says, where no title of the person's
// says it better.
func (f *finder) lead(l led) {
	who := f.mentions[l.mention].Entity
	for _, r := range f.found {
		if r.Person == who && r.Of == l.of && (r.word == "" || r.word == l.word) {
			return
		}
	}
	f.found = append(f.found, tenure{
		Role: Role{
			Person: who, Of: l.of, Title: analyze.Range{Start: l.verb, End: l.verb + 1}, Text: l.word, Former: l.former,
			Mention: l.mention, Confidence: .6,
		},
		owner: -1, word: l.word,
	})
}
