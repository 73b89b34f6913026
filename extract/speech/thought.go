package speech

import "github.com/newsgraph/newsgraph/extract/analyze"

// thoughts are verbs for what somebody holds without saying it.
var thoughts = set("believe think feel know hope fear expect doubt worry suspect assume understand realize realise anticipate wonder guess figure consider dream imagine")

// minds are adjectives for the same: "are concerned that".
var minds = set("concerned confident worried optimistic pessimistic sure convinced afraid aware hopeful certain sceptical skeptical adamant fearful disappointed angry glad happy proud surprised")

// gifts are nouns that with a verb of giving make a verb of saying: "gave its
// condolences". They have their class of act.
var gifts = map[string]string{
	"condolence": "says", "sympathy": "says", "congratulation": "supports", "thank": "supports", "thanks": "supports", "apology": "apologises",
	"assurance": "promises", "regret": "says", "gratitude": "supports", "greeting": "says",
}

// giving are the verbs that go with gifts.
var giving = set("give offer send extend convey issue make")

// giftOf returns how the verb at i says something by its object.
func (f *finder) giftOf(i int) (saying, bool) {
	if !giving[f.doc.Tokens[i].Lemma] || f.doc.Tokens[i].Tag == "VBG" {
		return saying{}, false
	}
	k := f.doc.Child(i, "dobj")
	if k < 0 {
		return saying{}, false
	}
	act, ok := gifts[f.doc.Tokens[k].Lemma]
	return saying{act, whole}, ok
}

// thought reads what somebody believes, expects or is sure of at token i, and
// reports whether there was such. Nobody has said it: it has a source and no
// speaker.
func (f *finder) thought(i int) bool {
	toks := f.doc.Tokens
	t := &toks[i]
	verb := i
	switch {
	case t.Pos == "VERB" && thoughts[t.Lemma] && (t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "VB" || t.Tag == "VBN" && !f.passive(i)):
	case (t.Pos == "ADJ" || t.Tag == "VBN") && minds[t.Lower]:
		if t.Dep == "acomp" {
			verb = t.Head
		} else if t.Tag != "VBN" || t.Dep == "amod" {
			return false
		}
	default:
		return false
	}
	if f.in[i] > 0 || f.inBlock(i) {
		return false
	}
	for _, k := range f.doc.Children(verb) {
		if c := &toks[k]; c.Dep == "aux" && (undone[c.Lower] || c.Tag == "TO") || c.Dep == "mark" && (c.Lower == "if" || c.Lower == "unless") {
			return false
		}
	}
	h := f.doc.Child(verb, "nsubj", "nsubjpass")
	if h < 0 {
		return false
	}
	src := f.head(h)
	if w := toks[h].Lower; !src.ok || w == "it" || w == "who" || f.firstPerson(h) || w == "you" || w == "one" || w == "everyone" || w == "nobody" {
		return false
	}
	var r analyze.Range
	for _, k := range f.doc.Children(i) {
		if toks[k].Dep == "ccomp" && k > i {
			r = f.trim(f.clauseRange(k, i))
			break
		}
	}
	if r.End-r.Start < 2 {
		return false
	}
	a := blank()
	a.Head, a.Verb, a.Act, a.Confidence = i, t.Lemma, "says", .6
	a.Source = []analyze.Range{f.words(src.head)}
	a.Cue = []analyze.Range{f.cueWords(i)}
	r, a.Direct = f.widen(i, f.oneLine(i, r))
	if r.End <= r.Start || within(i, r) {
		return false
	}
	a.Content, a.thought = []analyze.Range{r}, true
	f.found = append(f.found, a)
	return true
}
