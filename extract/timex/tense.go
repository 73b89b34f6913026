package timex

import "github.com/newsgraph/newsgraph/extract/analyze"

// tense is where, seen from the writing, the clause around an expression lies.
type tense int8

const (
	unclear tense = iota
	before
	after
	// present is the bare present tense, which speaks of fixed plans ("the
	// talks start on Monday") and of much else.
	standing
)

// planning holds verbs whose participle or infinitive speaks of what lies
// ahead: "scheduled for Friday", "agreed to meet on Friday".
var planning = set("schedule set plan slate expect due propose postpone delay extend suspend adjourn defer call invite summon hope want agree " +
	"intend promise vow pledge threaten prepare decide urge ask tell order demand allow need wait remain face hold_for book tip require oblige offer like wish")

// movers are verbs with which "for" or "until" a date points ahead, even in the past tense.
var movers = set("schedule set plan slate postpone delay extend suspend adjourn defer push move call expect due have remand book reschedule shift wait give prepare")

// implied are verbs whose infinitive happened when they did: "was forced to resign".
var implied = set("force manage fail have begin start help use happen come get compel cause continue seem appear tend go prompt lead prove decline refuse cease stop vote")

func set(words string) map[string]bool {
	m := map[string]bool{}
	start := 0
	for i := 0; i <= len(words); i++ {
		if i == len(words) || words[i] == ' ' {
			if i > start {
				m[words[start:i]] = true
			}
			start = i + 1
		}
	}
	return m
}

// tenseAt returns the tense of the verb that governs token i.
func (p *parser) tenseAt(i int) tense {
	toks := p.doc.Tokens
	if i < 0 || i >= len(toks) {
		return unclear
	}
	below, nouns, start, prep := -1, 0, i, ""
	for steps := range 12 {
		t := &toks[i]
		switch {
		case (t.Pos == "VERB" || t.Pos == "AUX") && t.Dep == "ccomp" && t.Head < start && start < i && p.beforeClause(t.Head, start, i):
			// "told parliament on Tuesday the bloc would stand": the day of the telling.
		case t.Pos == "VERB" || t.Pos == "AUX":
			if below >= 0 && toks[below].Dep == "nsubjpass" && movers[t.Lemma] && t.Tag == "VBN" {
				return after // "a June 3 hearing has been scheduled"
			}
			switch r := verbTense(p.doc, i, prep); {
			case r == standing && (nouns > 1 || nouns > 0 && below >= 0 && toks[below].Dep == "prep"):
				return unclear // too far for a plan: "fights, according to a tweet on Monday"
			case r != unclear:
				return r
			}
		case t.Lower == "due" || t.Lower == "deadline" || t.Lower == "upcoming":
			return after
		case t.Dep == "prep" && nouns == 0:
			prep = t.Lower
		case steps > 0 && (t.Pos == "NOUN" || t.Pos == "PROPN") && lexicon[t.Lower].class == none:
			nouns++
		}
		if t.Head == i || t.Head < 0 || t.Head >= len(toks) {
			break
		}
		below, i = i, t.Head
	}
	return unclear
}

// beforeClause reports whether token i stands between the verb of saying h
// and the subject of what is said, verb v, with no "that" or comma to give it to v.
func (p *parser) beforeClause(h, i, v int) bool {
	n := p.doc.Child(v, "nsubj", "nsubjpass", "expl")
	if n < i || n > v {
		return false
	}
	for j := h + 1; j < n; j++ {
		if t := &p.doc.Tokens[j]; t.Lower == "that" || t.Text == "," || t.Text == ":" {
			return false
		}
	}
	return true
}

// verbTense returns the tense of verb v as its form and its auxiliaries show
// it; prep is the preposition between it and the expression.
func verbTense(doc *analyze.Doc, v int, prep string) tense {
	t := &doc.Tokens[v]
	moves := movers[t.Lemma] && (prep == "for" || prep == "until" || prep == "till" || prep == "to" || prep == "from")
	var modal, have, passive, wished, to, pastAux, presentAux bool
	for _, k := range doc.Children(v) {
		c := &doc.Tokens[k]
		if c.Dep != "aux" && c.Dep != "auxpass" && c.Tag != "TO" {
			continue
		}
		switch {
		case c.Tag == "MD":
			modal = true
		case c.Tag == "TO":
			to = true
		case c.Lemma == "have":
			have = true
		}
		passive = passive || c.Dep == "auxpass"
		wished = wished || c.Dep == "auxpass" && c.Tag == "VB"
		pastAux = pastAux || c.Tag == "VBD"
		presentAux = presentAux || c.Tag == "VBZ" || c.Tag == "VBP"
	}
	switch {
	case modal && !have:
		return after
	case moves:
		return after
	case have:
		return before
	case to:
		return infinitive(doc, v)
	case wished: // "ordered that ballots be accepted until April 13"
		return after
	}
	switch t.Tag {
	case "MD":
		return after
	case "VBD":
		return before
	case "VBN":
		if presentAux {
			return standing
		}
		if planning[t.Lemma] && !pastAux && !passive && prep != "in" && prep != "on" {
			return after
		}
		return before
	case "VBZ", "VBP":
		return standing
	case "VBG":
		if pastAux {
			return before
		}
		if presentAux {
			return after
		}
	case "VB":
		if pastAux {
			return before
		}
		if t.Dep == "ROOT" {
			return after
		}
	}
	return unclear
}

// infinitive returns the tense of "to v": ahead of the verb that governs it,
// unless that verb says that it came about, or it only gives a purpose.
func infinitive(doc *analyze.Doc, v int) tense {
	t := &doc.Tokens[v]
	h := t.Head
	if h == v || h < 0 || h >= len(doc.Tokens) {
		return after
	}
	head := &doc.Tokens[h]
	if implied[head.Lemma] || t.Dep == "advcl" && !planning[head.Lemma] {
		return unclear
	}
	return after
}
