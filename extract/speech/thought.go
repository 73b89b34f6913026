package speech

import "github.com/newsgraph/newsgraph/extract/analyze"

// thoughts are verbs for what somebody holds without saying it.
var thoughts = set("believe think feel know hope fear expect doubt worry suspect assume understand realize realise anticipate wonder guess figure consider dream imagine want wish plan intend aim prefer favour favor trust mean long yearn aspire dread regret resent envision envisage foresee mistrust distrust")

// wishes are those of them that take "to do", or that somebody else does it:
// "wants to sell it", "expects the board to act".
var wishes = set("want wish plan intend aim hope expect prefer like love long yearn aspire dread mean")

// objects are those that take a thing: "wants access", "fear a backlash".
var objects = set("want fear doubt favour favor prefer anticipate expect dread envision envisage foresee regret resent")

// abouts are those that take a thing behind a preposition, by their prepositions.
var abouts = map[string]map[string]bool{
	"hope": set("for"), "worry": set("about over"), "wish": set("for"), "long": set("for"), "yearn": set("for"), "dream": set("of about"), "wonder": set("about"),
}

// minds are adjectives for the same: "are concerned that".
var minds = set("concerned confident worried optimistic pessimistic sure convinced afraid aware hopeful certain sceptical skeptical adamant fearful disappointed angry glad happy proud surprised doubtful unsure eager keen anxious willing unwilling reluctant determined ready relieved alarmed dismayed pleased delighted sad sorry thrilled grateful uncertain unconvinced persuaded mindful nervous uneasy apprehensive hesitant wary leery cautious dubious suspicious enthusiastic excited furious upset embarrassed frustrated bullish bearish livid outraged unhappy content satisfied dissatisfied fine unimpressed")

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

// thought reads what somebody believes, wants, expects or is sure of at token
// i, and reports whether there was such. Nobody has said it: it has a source
// and no speaker.
func (f *finder) thought(i int) bool {
	verb := f.thinking(i)
	if verb < 0 || f.in[i] > 0 || f.inBlock(i) {
		return false
	}
	toks := f.doc.Tokens
	for _, k := range f.doc.Children(verb) {
		c := &toks[k]
		like := toks[i].Lemma == "like" || toks[i].Lemma == "love" || toks[i].Lemma == "prefer" // "would like to"
		if c.Dep == "aux" && (undone[c.Lower] && !like || c.Tag == "TO") || c.Dep == "mark" && (c.Lower == "if" || c.Lower == "unless") {
			return false
		}
	}
	h := f.thinker(verb)
	if h < 0 {
		return false
	}
	r := f.thoughtOf(i)
	if r.End-r.Start < 2 {
		return false
	}
	a := blank()
	a.Head, a.Verb, a.Act, a.Confidence = i, toks[i].Lemma, "says", .6
	a.Source = []analyze.Range{f.words(h)}
	a.Cue = []analyze.Range{f.cueWords(i)}
	r, a.Direct = f.widen(i, f.oneLine(i, r))
	if r.End <= r.Start || within(i, r) {
		return false
	}
	a.Content, a.thought = []analyze.Range{r}, true
	f.found = append(f.found, a)
	return true
}

// thinking returns the verb of the clause in which token i tells what is
// thought: itself, or the "be" of an adjective; -1 when it tells nothing.
func (f *finder) thinking(i int) int {
	t := &f.doc.Tokens[i]
	switch {
	case t.Pos == "VERB" && thoughts[t.Lemma], t.Pos == "VERB" && (t.Lemma == "like" || t.Lemma == "love") && f.conditional(i):
		switch t.Tag {
		case "VBD", "VBZ", "VBP", "VB":
			return i
		case "VBN":
			if !f.passive(i) {
				return i
			}
		case "VBG":
			if f.hasOwn(i, "aux") && f.hasOwn(i, "nsubj") {
				return i
			}
		}
	case (t.Pos == "ADJ" || t.Tag == "VBN") && minds[t.Lower]:
		if t.Dep == "acomp" {
			return t.Head
		}
		if t.Tag == "VBN" && t.Dep != "amod" {
			return i
		}
	}
	return -1
}

// conditional reports whether verb i stands with "would".
func (f *finder) conditional(i int) bool {
	for _, k := range f.doc.Children(i) {
		if w := f.doc.Tokens[k].Lower; f.doc.Tokens[k].Dep == "aux" && (w == "would" || w == "'d" || w == "’d") {
			return true
		}
	}
	return false
}

// thinker returns the noun for who thinks what verb v tells, or -1.
func (f *finder) thinker(v int) int {
	toks := f.doc.Tokens
	h := f.doc.Child(v, "nsubj", "nsubjpass")
	if h < 0 && toks[v].Dep == "conj" {
		if g := toks[v].Head; toks[g].Pos == "VERB" || toks[g].Pos == "AUX" {
			h = f.doc.Child(g, "nsubj", "nsubjpass")
		}
	}
	if h < 0 {
		return -1
	}
	if toks[h].Lower == "who" {
		// "Reyes, who wants to": not "anybody who wants to".
		g := toks[v].Head
		if toks[v].Dep != "relcl" || toks[g].Pos != "PROPN" && (h < 1 || toks[h-1].Text != ",") {
			return -1
		}
		h = g
	}
	switch toks[h].Lower {
	case "it", "you", "one", "everyone", "everybody", "nobody", "which", "whoever", "anyone", "anybody", "no":
		return -1
	}
	if !f.head(h).ok || f.firstPerson(h) {
		return -1
	}
	return h
}

// thoughtOf returns what is thought by the word at i: a clause, "to do", a thing.
func (f *finder) thoughtOf(i int) analyze.Range {
	toks := f.doc.Tokens
	l := toks[i].Lemma
	adjective := minds[toks[i].Lower] && !thoughts[l]
	for _, k := range f.doc.Children(i) {
		if k < i {
			continue
		}
		switch t := &toks[k]; {
		case t.Dep == "ccomp" && (!f.isTo(k) || wishes[l]), t.Dep == "xcomp" && f.isTo(k) && (wishes[l] || adjective), t.Dep == "xcomp" && t.Tag == "VBG" && l == "consider":
			r := f.trim(f.clauseRange(k, i))
			if f.isTo(k) && !adjective {
				r = f.withObject(i, r)
			}
			if f.unnamed(k) {
				return analyze.Range{}
			}
			return r
		case t.Dep == "dobj" && (objects[l] || l == "consider" && toks[i].Tag == "VBG") && !f.isPerson(k) && t.Pos != "PRON":
			return f.trim(f.doc.Subtree(k))
		case t.Dep == "dobj" && l == "suspect":
			// "suspect the firm of fraud", with "of" under either.
			if r := f.doc.Subtree(k); f.ofDeed(k) >= 0 {
				return f.trim(r)
			}
			if o := f.ofDeed(i); o > k {
				return f.trim(hull(f.doc.Subtree(k), f.doc.Subtree(o)))
			}
		case t.Dep == "prep" && (abouts[l][t.Lower] || adjective && (t.Lower == "about" || t.Lower == "of" || t.Lower == "over" || t.Lower == "by")):
			if p := f.doc.Child(k, "pobj", "pcomp"); p > k && toks[p].Pos != "PRON" {
				return f.trim(f.doc.Subtree(p))
			}
		}
	}
	if adjective {
		return f.bareClause(i)
	}
	return analyze.Range{}
}

// ofDeed returns the "of" behind token i that leads to what somebody is suspected of, or -1.
func (f *finder) ofDeed(i int) int {
	for _, k := range f.doc.Children(i) {
		if f.doc.Tokens[k].Lower == "of" && k > i && f.hasOwn(k, "pcomp", "pobj") {
			return k
		}
	}
	return -1
}

// unnamed reports whether the infinitive k is "to be named", "to be quoted":
// who asks for that says nothing of the news.
func (f *finder) unnamed(k int) bool {
	switch f.doc.Tokens[k].Lemma {
	case "name", "identify", "quote", "photograph":
		return f.doc.Tokens[k].Tag == "VBN"
	}
	return false
}

// bareClause returns the clause that starts right behind token i without
// "that", wherever the tree hangs it: "adamant he will stay".
func (f *finder) bareClause(i int) analyze.Range {
	toks := f.doc.Tokens
	if i+2 >= len(toks) || toks[i+1].Sent != toks[i].Sent {
		return analyze.Range{}
	}
	for j := i + 1; j < len(toks) && j < i+10 && toks[j].Sent == toks[i].Sent; j++ {
		t := &toks[j]
		if t.Dep != "nsubj" && t.Dep != "nsubjpass" {
			if t.Pos == "PUNCT" || t.Pos == "VERB" || t.Pos == "ADP" {
				break
			}
			continue
		}
		if f.doc.Subtree(j).Start != i+1 || t.Head < j || t.Tag == "WP" || t.Tag == "WDT" {
			break
		}
		end := t.Head + 1
		for end < len(toks) && toks[end].Sent == toks[i].Sent && toks[end].Text != ";" {
			end++
		}
		if r := f.trim(analyze.Range{Start: i + 1, End: end}); f.finiteIn(r) || f.modalIn(r) {
			return r
		}
		break
	}
	return analyze.Range{}
}

// modalIn reports whether r holds "will", "can" or their kind.
func (f *finder) modalIn(r analyze.Range) bool {
	for i := r.Start; i < r.End; i++ {
		if f.doc.Tokens[i].Tag == "MD" {
			return true
		}
	}
	return false
}
