package speech

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// verb reads the attribution whose cue is the verb at token i, if it is one.
func (f *finder) verb(i int) {
	t := &f.doc.Tokens[i]
	if t.Pos != "VERB" && t.Pos != "AUX" && !(t.Pos == "NOUN" && strings.HasSuffix(t.Tag, "BD")) {
		return
	}
	s, lemma, ok := f.saying(i)
	if !ok || t.Dep == "compound" || t.Dep == "amod" && !f.flat(i) || !f.done(i) {
		return
	}
	if s.frames&naming != 0 && t.Dep != "ROOT" && f.dubbed(i) {
		return // "algae, also called seaweed, are"
	}
	if asked[lemma] && (t.Tag == "VBN" || t.Tag == "VBD") && f.interrogated(i) {
		return // "Asked whether he would go, the envoy smiled"
	}
	a := blank()
	a.Head, a.Verb, a.Act = i, lemma, s.act
	passive := f.passive(i) && !f.flat(i) && f.raised(i) < 0
	src := f.sourceOf(i, passive)
	if src.ok && f.firstPerson(src.head) && f.inBlock(i) {
		return // the block's speaker, in the block
	}
	content, direct := f.contentOf(i, s, passive, &a)
	if len(content) == 0 {
		return
	}
	if !src.ok && !direct && !passive && f.nameBefore(i) < 0 {
		return
	}
	if passive && (!src.ok || lemma == "quote") {
		return // "she was quoted by Reuters as saying": she says it
	}
	if src.ok && f.doc.Tokens[src.head].Lower == "it" && f.entityOf(src.head) < 0 && !direct && (passive || vague[lemma] && f.bodyBefore(i) < 0) {
		return
	}
	a.Content, a.Direct = content, direct
	a.Cue = []analyze.Range{f.cueWords(i)}
	f.speak(&a, src)
	f.act(&a, i)
	f.circumstances(&a, i)
	a.Confidence = .9
	switch {
	case a.Speaker < 0:
		a.Confidence = .7
	case src.pronoun:
		a.Confidence = .75
	case s.frames&clause == 0:
		a.Confidence = .7
	}
	f.merge(a, i)
}

// dubbed reports whether the verb at i, a participle behind a comma without a
// subject, only tells what the noun before it is named.
func (f *finder) dubbed(i int) bool {
	toks := f.doc.Tokens
	if toks[i].Tag != "VBN" && toks[i].Tag != "VBD" || f.hasOwn(i, "nsubj", "nsubjpass", "aux", "auxpass", "agent") {
		return false
	}
	j := i - 1
	for j > 0 && toks[j].Pos == "ADV" {
		j--
	}
	return j > 0 && toks[j].Text == "," && (toks[j-1].Pos == "NOUN" || toks[j-1].Pos == "PROPN")
}

// asked are verbs whose participle tells what the speaker was asked.
var asked = set("ask press question challenge prompt query")

// interrogated reports whether the participle at i stands at the start of its
// sentence or behind a comma, and a comma and a main clause follow.
func (f *finder) interrogated(i int) bool {
	toks := f.doc.Tokens
	if f.hasOwn(i, "agent", "aux", "auxpass") {
		return false
	}
	if f.doc.Sents[toks[i].Sent].Start == i && !f.hasOwn(i, "nsubj", "nsubjpass") {
		return true
	}
	for j := i + 1; i > 0 && toks[i-1].Text == "," && j+1 < len(toks) && toks[j].Sent == toks[i].Sent; j++ {
		if n := &toks[j+1]; toks[j].Text == "," && (n.Pos == "VERB" || n.Pos == "AUX") && n.Tag != "VBG" {
			return true
		}
	}
	return false
}

// vague are the verbs with which "it" may be no speaker: "it suggests that".
var vague = set("suggest imply indicate signal reveal mean find determine propose call describe question credit justify")

// saying returns the table's entry for the verb at i, with its particle
// ("point_out") where the table has the two together.
func (f *finder) saying(i int) (saying, string, bool) {
	t := &f.doc.Tokens[i]
	if k := f.doc.Child(i, "prt"); k >= 0 {
		if two := t.Lemma + "_" + f.doc.Tokens[k].Lower; verbs[two].frames != 0 {
			return verbs[two], two, true
		}
	}
	if t.Lemma == "make" {
		if k := f.doc.Child(i, "ccomp", "oprd", "acomp"); k > i && (f.doc.Tokens[k].Lower == "clear" || i+1 < len(f.doc.Tokens) && f.doc.Tokens[i+1].Lower == "clear") {
			return verbs["make_clear"], "make_clear", true
		}
	}
	if s, ok := verbs[t.Lemma]; ok {
		return s, t.Lemma, true
	}
	if s, ok := f.giftOf(i); ok {
		return s, t.Lemma, true
	}
	if f.voice >= 0 && feelings[t.Lemma] {
		if k := f.subject(i); k >= 0 && f.firstPerson(k) {
			return saying{"says", clause | whole}, t.Lemma, true
		}
	}
	s, ok := f.documentVerb(i)
	return s, t.Lemma, ok
}

// flat reports whether the verb at i, whatever the tree makes of it, stands
// right behind the name of a speaker and before a clause: "X, a rapporteur,
// cautioned justice does not come swiftly".
func (f *finder) flat(i int) bool {
	toks := f.doc.Tokens
	t := &toks[i]
	if t.Tag != "VBD" && t.Tag != "VBN" || verbs[t.Lemma].frames&clause == 0 || i+1 >= len(toks) || i == 0 {
		return false
	}
	if t.Dep != "amod" && t.Dep != "acl" {
		return false
	}
	switch toks[i+1].Pos {
	case "ADP", "PUNCT", "SPACE", "CCONJ":
		return false
	}
	return f.nameBefore(i) >= 0
}

// done reports whether the verb at i speaks of something said: it is not
// negated, not planned, not wished for, and asks for nothing that was not done.
func (f *finder) done(i int) bool {
	toks := f.doc.Tokens
	t := &toks[i]
	to := false
	for _, k := range f.doc.Children(i) {
		c := &toks[k]
		switch {
		case k+1 < i && toks[k+1].Lower == "only" && (c.Lower == "would" || c.Lower == "will"): // "would only say"
		case c.Dep == "neg", c.Dep == "aux" && (undone[c.Lower] || c.Tag == "MD"):
			return false
		case c.Dep == "mark" && (c.Lower == "if" || c.Lower == "unless" || c.Lower == "whether"):
			return false
		case c.Tag == "TO" && c.Dep == "aux":
			to = true
		case k < i && c.Lower == "neither", c.Dep == "nsubj" && (c.Lower == "nobody" || c.Lower == "neither"):
			return false
		}
	}
	if t.Dep == "xcomp" && t.Tag == "VBG" && t.Head < i && ruling[toks[t.Head].Lemma] {
		return false // "a law that requires reporting abuse"
	}
	if (t.Dep == "pcomp" || t.Dep == "advcl") && t.Head < i && i > 0 && (toks[t.Head].Lower == "without" || toks[i-1].Lower == "without") {
		return false
	}
	if t.Dep == "conj" && t.Head != i && (t.Tag == "VB" || t.Tag == "VBN" || i > 0 && toks[i-1].Lower == "nor") && !to && !f.hasOwn(i, "nsubj", "aux") {
		h := t.Head
		if (toks[h].Pos == "VERB" || toks[h].Pos == "AUX") && !f.done(h) {
			return false
		}
	}
	if !to {
		return t.Tag != "VB" || f.hasOwn(i, "nsubj", "aux", "auxpass") || t.Dep == "ccomp" || t.Dep == "conj"
	}
	h := t.Head
	if h == i || h < 0 || h >= len(toks) {
		return false
	}
	switch t.Dep {
	case "advcl": // "used the meeting to thank allies"
		return f.in[h] == 0 && !halting[toks[h].Lemma]
	case "xcomp":
		switch toks[h].Lemma {
		case "go", "continue", "begin", "start", "rush", "proceed", "move", "join", "hasten", "appear":
			return f.done(h)
		case "say", "report", "learn", "understand", "believe", "think", "know", "allege", "rumour", "rumor", "hear":
			return f.hasOwn(h, "nsubjpass") && f.done(h) // "is said to have told"
		}
	case "conj":
		return f.done(h) && !halting[toks[h].Lemma]
	}
	return false
}

// ruling are verbs whose gerund tells what shall be done or not.
var ruling = set("mandate require allow permit prohibit ban forbid avoid consider risk stop prevent criminalise criminalize discourage encourage involve propose favour favor oppose resist contemplate")

// hasOwn reports whether token i has a child with one of the labels.
func (f *finder) hasOwn(i int, deps ...string) bool { return f.doc.Child(i, deps...) >= 0 }

func (f *finder) passive(i int) bool {
	if f.doc.Tokens[i].Tag != "VBN" {
		return false
	}
	if f.hasOwn(i, "auxpass", "nsubjpass", "agent") {
		return true
	}
	d := f.doc.Tokens[i].Dep
	return (d == "acl" || d == "relcl" || d == "advcl") && !f.hasOwn(i, "aux", "nsubj")
}

// cueWords returns the words of the verb: its particles and auxiliaries beside it included.
func (f *finder) cueWords(i int) analyze.Range {
	r := analyze.Range{Start: i, End: i + 1}
	for r.Start > 0 {
		k := r.Start - 1
		d := f.doc.Tokens[k].Dep
		if f.doc.Tokens[k].Head != i || d != "aux" && d != "auxpass" && d != "advmod" && d != "neg" {
			break
		}
		r.Start = k
	}
	if i+1 < len(f.doc.Tokens) && f.doc.Tokens[i+1].Head == i && (f.doc.Tokens[i+1].Dep == "prt" || verbs[f.doc.Tokens[i].Lemma].frames&forIt != 0 && (f.doc.Tokens[i+1].Lower == "for" || f.doc.Tokens[i+1].Lower == "on")) {
		r.End = i + 2
	}
	return r
}

// merge adds a, unless it only goes on with the attribution of a verb that
// governs it ("claimed that ..., insisting that ..."): then that one's content grows.
func (f *finder) merge(a Attribution, i int) {
	t := &f.doc.Tokens[i]
	if t.Dep == "pcomp" && t.Head != i && f.doc.Tokens[t.Head].Lower == "by" {
		// "He underlined the call by saying ...": what he says replaces the call.
		for j := len(f.found) - 1; j >= 0 && j >= len(f.found)-4; j-- {
			if b := &f.found[j]; b.Head >= 0 && b.Head == f.doc.Tokens[t.Head].Head && !b.Direct {
				a.Cue, a.Act = append(b.Cue, a.Cue...), b.Act
				f.claim(a)
				*b = a
				return
			}
		}
	}
	if (t.Dep == "advcl" || t.Dep == "xcomp" || t.Dep == "acl" || t.Dep == "prep") && t.Tag == "VBG" && t.Head != i {
		for j := len(f.found) - 1; j >= 0 && j >= len(f.found)-4; j-- {
			b := &f.found[j]
			if b.Head < 0 || b.Head != t.Head || len(b.Content) == 0 {
				continue
			}
			states := verbs[a.Verb].frames&clause != 0 && verbs[a.Verb].frames&(naming|asIt) == 0 && a.Verb != "insist"
			if states && f.doc.Tokens[b.Content[0].Start].Tag == "TO" {
				// "vowed to fight on, saying the plan would fail": two things are said.
				if last := &b.Content[len(b.Content)-1]; last.Start < i && last.End > i {
					*last = f.trim(analyze.Range{Start: last.Start, End: f.cueWords(i).Start})
				}
				break
			}
			if other[a.Verb] || a.Act != "says" && a.Act != b.Act {
				break
			}
			last := &b.Content[len(b.Content)-1]
			if host := verbs[b.Verb].frames; a.Direct && f.allQuoted(&a) && f.quotes[f.in[a.Content[0].Start]-1].speech() || host&asking != 0 && further[a.Verb] {
				if last.Start < i && last.End > i { // a quote of its own
					*last = f.trim(analyze.Range{Start: last.Start, End: f.cueWords(i).Start})
				}
				break
			}
			if contains(*last, a.Content[len(a.Content)-1]) {
				f.claim(a)
				b.Direct = b.Direct || a.Direct
				return
			}
			if b.Direct && f.allQuoted(b) || a.Content[0].Start < last.End || !within(i, analyze.Range{Start: last.End, End: a.Content[0].Start + 1}) {
				break
			}
			f.claim(a)
			if last.End <= b.Head {
				b.Content = append(b.Content, a.Content...)
			} else {
				last.End = a.Content[len(a.Content)-1].End
			}
			b.Direct = b.Direct || a.Direct
			return
		}
	}
	f.claim(a)
	f.found = append(f.found, a)
}

// other are the verbs whose content is another than that of the verb they hang on.
var other = set("voice express add reiterate reaffirm announce propose declare cite")

// further are the verbs that bring something new after a demand: "urged them
// to act, saying that time was short".
var further = set("say add note warn tell explain report announce")

// allQuoted reports whether a's content is a quote and nothing else.
func (f *finder) allQuoted(a *Attribution) bool {
	for _, c := range a.Content {
		if f.in[c.Start] == 0 || f.quotes[f.in[c.Start]-1].End < c.End {
			return false
		}
	}
	return true
}

// claim marks the quotes in a's content as used.
func (f *finder) claim(a Attribution) {
	for _, c := range a.Content {
		for q := f.quotesFrom(c.Start); q < len(f.quotes) && f.quotes[q].Start < c.End; q++ {
			f.used[q] = true
		}
	}
}

// act settles the class of act where the verb leaves it open.
func (f *finder) act(a *Attribution, i int) {
	toks := f.doc.Tokens
	if a.Act == "says" && verbs[a.Verb].frames&asking != 0 && f.infinitiveIn(i) {
		a.Act = "demands"
		return
	}
	if a.Verb != "warn" {
		return
	}
	// "warned that he would impose sanctions": whoever warns of what he will do threatens.
	k := f.doc.Child(i, "ccomp")
	if k < 0 {
		return
	}
	s := f.doc.Child(k, "nsubj")
	if s < 0 || !f.hasModal(k) {
		return
	}
	if toks[s].Lower == "he" || toks[s].Lower == "she" || toks[s].Lower == "it" || toks[s].Lower == "they" || toks[s].Lower == "we" || toks[s].Lower == "i" {
		if e := f.entityOf(s); e < 0 || e == a.Speaker {
			a.Act = "threatens"
		}
	} else if e := f.entityOf(s); e >= 0 && e == a.Speaker {
		a.Act = "threatens"
	}
}

func (f *finder) hasModal(i int) bool {
	for _, k := range f.doc.Children(i) {
		if f.doc.Tokens[k].Tag == "MD" && (f.doc.Tokens[k].Lower == "would" || f.doc.Tokens[k].Lower == "will" || f.doc.Tokens[k].Lower == "'ll") {
			return true
		}
	}
	return false
}

// infinitiveIn reports whether the complement of verb i is "to do".
func (f *finder) infinitiveIn(i int) bool {
	for _, k := range f.doc.Children(i) {
		d := f.doc.Tokens[k].Dep
		if (d == "xcomp" || d == "ccomp") && k > i && f.isTo(k) {
			return true
		}
	}
	return false
}

// isTo reports whether verb i stands with "to".
func (f *finder) isTo(i int) bool {
	for _, k := range f.doc.Children(i) {
		if f.doc.Tokens[k].Tag == "TO" && k < i {
			return true
		}
	}
	return false
}
