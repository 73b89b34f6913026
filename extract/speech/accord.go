package speech

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
)

// accordingTo reads "according to X", "as reported by X" and "in the words of
// X" at token i, and reports whether there was one.
func (f *finder) accordingTo(i int) bool {
	toks := f.doc.Tokens
	if f.inView(i) {
		return true
	}
	if toks[i].Lower != "according" || i+1 >= len(toks) || toks[i+1].Lower != "to" {
		return false
	}
	p := f.doc.Child(i+1, "pobj")
	if p < 0 {
		p = f.doc.Child(i, "pobj")
	}
	if p < 0 {
		// The tree is odd: the next noun of the sentence.
		for j := i + 2; j < len(toks) && j < i+12 && toks[j].Sent == toks[i].Sent; j++ {
			if toks[j].Pos == "PROPN" || toks[j].Pos == "NOUN" {
				p = j
				for toks[p].Head > p && toks[p].Head < i+14 && toks[p].Head < len(toks) && (toks[p].Dep == "compound" || toks[p].Dep == "amod" || toks[p].Dep == "poss") {
					p = toks[p].Head
				}
				break
			}
		}
	}
	if p < 0 {
		return true
	}
	a := blank()
	a.Verb, a.Act, a.Confidence = "according", "says", .85
	a.Cue = []analyze.Range{{Start: i, End: i + 2}}
	f.speak(&a, f.head(p))
	if a.Speaker < 0 {
		a.Confidence = .7
	}
	own := analyze.Range{Start: i, End: max(i+2, f.doc.Subtree(p).End)}
	a.Content, a.Direct = f.accorded(i, own)
	if len(a.Content) == 0 {
		return true
	}
	f.claim(a)
	f.found = append(f.found, a)
	return true
}

// accorded returns the clause that "according to" at i speaks for: the one
// it hangs on, without its own words; a quote beside it is the content alone.
func (f *finder) accorded(i int, own analyze.Range) ([]analyze.Range, bool) {
	toks := f.doc.Tokens
	for q := f.quotesFrom(i - 4); q < len(f.quotes) && f.quotes[q].Start < own.End+4; q++ {
		r := f.quotes[q].Range
		if !f.quotes[q].speech() || f.used[q] {
			continue
		}
		gap := i - r.End
		if gap >= 0 && gap <= 2 && (f.startsAlone(r.Start) || f.sentenceStart(r.Start)) {
			return []analyze.Range{r}, true
		}
		if gap = r.Start - own.End; gap >= 0 && gap <= 2 {
			return []analyze.Range{r}, true
		}
	}
	sent := f.doc.Sents[min(max(toks[i].Sent, 0), len(f.doc.Sents)-1)]
	g := toks[i].Head
	r := sent
	if g != i && g >= 0 && g < len(toks) {
		for n := 0; n < 8 && toks[g].Pos != "VERB" && toks[g].Pos != "AUX" && toks[g].Head != g; n++ {
			g = toks[g].Head
		}
		r = f.doc.Subtree(g)
		if toks[g].Dep == "ROOT" {
			r = sent
		}
	}
	left := f.trim(analyze.Range{Start: min(r.Start, i), End: i})
	right := f.trim(analyze.Range{Start: own.End, End: max(r.End, own.End)})
	// At the clause's edge it speaks for the rest; inside it for the longer side.
	out := left
	joined := right.Start < len(toks) && f.finiteIn(left) && (toks[right.Start].Pos == "SCONJ" || toks[right.Start].Dep == "mark")
	if (f.wordsIn(right) > f.wordsIn(left) || f.finiteIn(right) && !f.finiteIn(left)) && !f.relative(right.Start) && !joined {
		out = right
	}
	other := right
	if out == right {
		other = left
	}
	out = f.oneLine(i, f.clip(out, i))
	if out.End <= out.Start {
		return nil, false
	}
	out, direct := f.widen(i, out)
	if out.Start >= own.End && f.wordsIn(other) > 0 && !f.finiteIn(other) && i > 0 && toks[i-1].Text == "," && toks[i-1].Sent == toks[other.Start].Sent {
		return []analyze.Range{other, out}, direct // "The plan, according to X, will fail"
	}
	return []analyze.Range{out}, direct
}

// relative reports whether token i starts a relative clause, which goes on
// about the source.
func (f *finder) relative(i int) bool {
	if i >= len(f.doc.Tokens) {
		return false
	}
	switch f.doc.Tokens[i].Lower {
	case "who", "which", "whose", "whom":
		return true
	}
	return false
}

// clip cuts r at a coordinating conjunction or semicolon that joins another
// full clause, on the side away from token i.
func (f *finder) clip(r analyze.Range, i int) analyze.Range {
	toks := f.doc.Tokens
	if r.End <= i {
		for j := r.End - 1; j > r.Start; j-- {
			if toks[j].Text == ";" {
				return f.trim(analyze.Range{Start: j + 1, End: r.End})
			}
		}
		return r
	}
	for j := r.Start; j < r.End; j++ {
		if toks[j].Text == ";" {
			return f.trim(analyze.Range{Start: r.Start, End: j})
		}
	}
	return r
}

func (f *finder) wordsIn(r analyze.Range) int {
	n := 0
	for i := r.Start; i < r.End; i++ {
		if p := f.doc.Tokens[i].Pos; p != "PUNCT" && p != "SPACE" {
			n++
		}
	}
	return n
}

// sentenceStart reports whether token i is the first of its sentence.
func (f *finder) sentenceStart(i int) bool {
	s := f.doc.Tokens[i].Sent
	return s >= 0 && s < len(f.doc.Sents) && i-f.doc.Sents[s].Start <= 1
}

// views are the nouns of "in her view" and "by his own account", by preposition.
var views = map[string]map[string]bool{
	"in": set("view opinion eye word estimation judgment judgement assessment telling reckoning"),
	"by": set("account count estimate admission reckoning tally calculation"),
}

// inView reads "in her view", "in the words of X" and "by their own count" at
// token i, and reports whether there was one.
func (f *finder) inView(i int) bool {
	toks := f.doc.Tokens
	nouns := views[toks[i].Lower]
	if nouns == nil || f.in[i] > 0 {
		return false
	}
	p := f.doc.Child(i, "pobj")
	if p < i || !nouns[toks[p].Lemma] {
		return false
	}
	src := source{}
	the := false
	for _, k := range f.doc.Children(p) {
		switch {
		case toks[k].Dep == "poss":
			src = source{ok: true, head: k, pronoun: toks[k].Pos == "PRON"}
		case toks[k].Lower == "the":
			the = true
		case the && toks[k].Dep == "prep" && toks[k].Lower == "of":
			if o := f.doc.Child(k, "pobj"); o > k {
				src = f.head(o)
			}
		}
	}
	if !src.ok || toks[src.head].Lower == "my" || toks[src.head].Lower == "our" || toks[src.head].Lower == "your" {
		return false
	}
	a := blank()
	a.Verb, a.Act, a.Confidence = toks[p].Lemma, "says", .6
	a.Cue = []analyze.Range{{Start: p, End: p + 1}}
	f.speak(&a, src)
	a.Content, a.Direct = f.accorded(i, f.doc.Subtree(i))
	if len(a.Content) == 0 || f.wordsIn(a.Content[0]) < 3 && !a.Direct {
		return false
	}
	f.claim(a)
	f.found = append(f.found, a)
	return true
}
