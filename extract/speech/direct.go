package speech

import "github.com/newsgraph/newsgraph/extract/analyze"

// near is how many tokens behind a direct quote its speaker may go on without being named.
const near = 60

// reach is how many tokens a quote may stand from its verb.
const reach = 120

// quoteFor returns the quote that is all of what verb v says, or -1: the one
// that holds its complement r, else one that stands right beside its clause.
func (f *finder) quoteFor(v int, r analyze.Range, s saying) int {
	if s.frames&(clause|object|quoted) == 0 && s.act != "accuses" && s.act != "supports" && s.act != "rejects" {
		return -1
	}
	if q := f.quotesFrom(r.Start); q < len(f.quotes) && f.quotes[q].Start < r.End {
		if f.begun(r, f.quotes[q].Range) {
			return -1
		}
		if n := f.outside(r, f.quotes[q].Range); n == 0 || n == 1 && s.frames&asking == 0 && f.doc.Tokens[r.Start].Dep != "nsubj" {
			return q
		}
		if s.frames&clause != 0 && f.quotes[q].speech() && !f.used[q] && f.beside(v, q) && !f.verbBetween(f.quotes[q].End, v) {
			return q // the tree mixes quote and cue
		}
		return -1
	}
	if r.End > r.Start || s.frames&(clause|quoted) == 0 {
		return -1
	}
	for q := f.quotesFrom(v - reach); q < len(f.quotes) && f.quotes[q].Start < v+reach; q++ {
		if !f.used[q] && f.quotes[q].speech() && f.beside(v, q) {
			return q
		}
	}
	return -1
}

// begun reports whether the subject of a verb in quote q stands before it in
// the clause r: `that the deal "would not last"`.
func (f *finder) begun(r, q analyze.Range) bool {
	for i := r.Start; i < min(r.End, q.Start); i++ {
		if t := &f.doc.Tokens[i]; (t.Dep == "nsubj" || t.Dep == "nsubjpass") && within(t.Head, q) {
			return true
		}
	}
	return false
}

// verbBetween reports whether a finite verb that is no part of a relative
// clause stands between two tokens: what is quoted before it is a part of the clause.
func (f *finder) verbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if f.finiteIn(analyze.Range{Start: i, End: i + 1}) && f.doc.Tokens[i].Dep != "relcl" && f.doc.Tokens[i].Dep != "aux" {
			return true
		}
	}
	return false
}

// outside counts the words of r that lie outside q.
func (f *finder) outside(r, q analyze.Range) int {
	n := 0
	for i := r.Start; i < r.End; i++ {
		t := &f.doc.Tokens[i]
		if !within(i, q) && t.Pos != "PUNCT" && t.Pos != "SPACE" && t.Dep != "mark" {
			n++
		}
	}
	return n
}

// beside reports whether quote q stands beside the clause of verb v, with
// nothing between them but the clause's own words: "Q, said X on Monday",
// "X told reporters on Monday, Q".
func (f *finder) beside(v, q int) bool {
	r := f.quotes[q].Range
	toks := f.doc.Tokens
	if v < r.Start {
		if toks[v].Sent != toks[r.Start].Sent && !f.colonOf(v, r.Start) {
			return false
		}
		for i := v + 1; i < r.Start; i++ {
			if f.in[i] > 0 && f.quotes[f.in[i]-1].long() || f.rivals(i, v) {
				return false
			}
		}
		p := r.Start - 1
		for p > v && toks[p].Pos == "SPACE" {
			p--
		}
		return p == v || toks[p].Text == "," || toks[p].Text == ":" || toks[p].Lower == "that" || toks[p].Text == "—" || toks[p].Text == "–" || r.Start-v <= 4
	}
	if v < r.End {
		return false
	}
	if toks[v].Sent != toks[r.End-1].Sent && v-r.End > 8 {
		return false
	}
	words := 0
	for i := r.End; i < v; i++ {
		if f.in[i] > 0 || f.rivals(i, v) || toks[i].Text == "." || toks[i].Text == ";" {
			return false
		}
		if toks[i].Pos == "SPACE" && i+1 < v && f.lineStart(i+1) {
			return false
		}
		words++
	}
	return words <= 25
}

// rivals reports whether token i is a finite verb, not below v, between v and a quote.
func (f *finder) rivals(i, v int) bool {
	t := &f.doc.Tokens[i]
	if t.Pos != "VERB" && t.Pos != "AUX" || i == v {
		return false
	}
	switch t.Tag {
	case "VBD", "VBZ", "VBP":
	default:
		return false
	}
	switch t.Dep {
	case "relcl", "aux", "auxpass", "acl", "advcl", "pcomp":
		return false
	}
	for h, n := i, 0; n < 20; n++ {
		if h == v {
			return false
		}
		if f.doc.Tokens[h].Head == h {
			break
		}
		if d := f.doc.Tokens[h].Dep; d == "relcl" || d == "advcl" {
			return false
		}
		h = f.doc.Tokens[h].Head
	}
	return true
}

// colonBefore reports whether a colon stands before token i, white space aside.
func (f *finder) colonBefore(i int) bool {
	for i--; i >= 0 && f.doc.Tokens[i].Pos == "SPACE"; i-- {
	}
	return i >= 0 && f.doc.Tokens[i].Text == ":"
}

// colonOf reports whether a colon of v's own sentence stands right before token i.
func (f *finder) colonOf(v, i int) bool {
	for i--; i >= 0 && f.doc.Tokens[i].Pos == "SPACE"; i-- {
	}
	return i >= 0 && f.doc.Tokens[i].Text == ":" && f.doc.Tokens[i].Sent == f.doc.Tokens[v].Sent
}

// split returns quote q, and the further quote that goes on with it behind
// the cue: "Q1, X said, Q2".
func (f *finder) split(v, q int) []analyze.Range {
	out := []analyze.Range{f.quotes[q].Range}
	if q > 0 && f.quotes[q].Start > v && !f.used[q-1] && f.quotes[q-1].End <= v && v-f.quotes[q-1].End < 10 && f.quotes[q-1].words >= 1 && f.beside(v, q-1) && f.startsAlone(f.quotes[q-1].Start) {
		return []analyze.Range{f.quotes[q-1].Range, f.quotes[q].Range}
	}
	if f.quotes[q].End > v || q+1 >= len(f.quotes) {
		return out
	}
	n := f.quotes[q+1]
	toks := f.doc.Tokens
	if f.used[q+1] || n.Start <= v || n.words < 2 {
		return out
	}
	gap := n.Start - v
	p := n.Start - 1
	for p > v && toks[p].Pos == "SPACE" {
		if f.lineStart(p + 1) {
			return out
		}
		p--
	}
	// The same sentence goes on, or a new quoted one starts right behind it.
	if p != v && toks[p].Text != "," && toks[p].Text != "." && toks[p].Text != ":" && gap > 4 {
		return out
	}
	for i := v + 1; i < n.Start; i++ {
		if s, ok := verbs[toks[i].Lemma]; toks[i].Text == "." && i != p || f.rivals(i, v) || ok && s.frames&clause != 0 && toks[i].Pos == "VERB" && i != v {
			return out
		}
	}
	if toks[p].Text == "." && f.cueAfter(n.End) {
		return out
	}
	return append(out, n.Range)
}

// cueAfter reports whether a verb of saying follows token i in its sentence.
func (f *finder) cueAfter(i int) bool {
	for n := 0; i < len(f.doc.Tokens) && n < 12; i, n = i+1, n+1 {
		t := &f.doc.Tokens[i]
		if t.Text == "." || t.Pos == "SPACE" && f.lineStart(i+1) || f.in[i] > 0 {
			return false
		}
		if s, _, ok := f.saying(i); ok && s.frames&(clause|quoted) != 0 && t.Pos == "VERB" {
			return true
		}
	}
	return false
}

// leftQuotes finds the speakers of quotes that no verb claimed: after a colon
// the subject of the sentence before it, in a paragraph of its own whoever
// spoke last.
func (f *finder) leftQuotes() {
	f.ends = map[int][]int{}
	for j := range f.found {
		f.noteEnd(j)
	}
	for q := range f.quotes {
		if f.used[q] || !f.quotes[q].speech() || f.quotes[q].words < 4 || f.extend(q) {
			continue
		}
		r := f.quotes[q].Range
		a := blank()
		a.Content, a.Direct, a.Act, a.Verb = []analyze.Range{r}, true, "says", "say"
		switch {
		case f.colonBefore(r.Start) || f.commaBefore(r.Start):
			v := f.rootBefore(r.Start)
			if v < 0 {
				if !f.caption(&a, r.Start) {
					continue
				}
				break
			}
			src := f.sourceOf(v, f.passive(v))
			if l := f.doc.Tokens[v].Lemma; !src.ok || (l == "be" || l == "have") && !f.isPerson(src.head) || src.pronoun && f.entityOf(src.head) < 0 {
				continue
			}
			a.Head, a.Verb = v, f.doc.Tokens[v].Lemma
			a.Cue = []analyze.Range{f.cueWords(v)}
			f.speak(&a, src)
			f.circumstances(&a, v)
			a.Confidence = .7
		case f.signed(&a, r.End), f.cuedBehind(&a, q):
		case f.startsAlone(r.Start) && !f.sentenceGoesOn(r.End):
			p := f.lastSpeaker(r.Start)
			if (p == nil || !f.sameParagraph(p.start(), r.Start)) && f.subjectBefore(&a, r.Start) {
				break
			}
			if p == nil {
				continue
			}
			a.Speaker, a.Joint, a.Source, a.Confidence = p.Speaker, p.Joint, p.Source, .5
		default:
			continue
		}
		f.claim(a)
		f.found = append(f.found, a)
		f.noteEnd(len(f.found) - 1)
	}
}

// noteEnd makes the attribution j findable by where it ends.
func (f *finder) noteEnd(j int) {
	a := &f.found[j]
	if !a.Direct || len(a.Content) == 0 {
		return
	}
	content := a.Content[len(a.Content)-1].End
	f.ends[content] = append(f.ends[content], j)
	if len(a.Cue) > 0 && a.Cue[len(a.Cue)-1].End > content {
		cue := a.Cue[len(a.Cue)-1].End
		f.ends[cue] = append(f.ends[cue], j)
	}
}

// extend adds quote q, which fills a paragraph, to the statement whose last
// quoted paragraph ends right before it.
func (f *finder) extend(q int) bool {
	r := f.quotes[q].Range
	if !f.lineStart(r.Start) {
		return false
	}
	end := r.Start
	for end > 0 && f.doc.Tokens[end-1].Pos == "SPACE" {
		end--
	}
	for _, j := range f.ends[end] {
		a := &f.found[j]
		last := &a.Content[len(a.Content)-1]
		if last.End == end && f.allQuoted(a) && f.lineStart(last.Start) {
			last.End = r.End
			f.used[q] = true
			f.noteEnd(j)
			return true
		}
	}
	return false
}

func (f *finder) commaBefore(i int) bool {
	return i > 0 && (f.doc.Tokens[i-1].Text == "," || f.doc.Tokens[i-1].Text == "—" || f.doc.Tokens[i-1].Text == "–")
}

// rootBefore returns the verb that governs the words before token i in their sentence, or -1.
func (f *finder) rootBefore(i int) int {
	for i--; i >= 0 && (f.doc.Tokens[i].Pos == "SPACE" || f.doc.Tokens[i].Pos == "PUNCT"); i-- {
	}
	if i < 0 {
		return -1
	}
	toks := f.doc.Tokens
	sent := toks[i].Sent
	best := -1
	for j := i; j >= 0 && toks[j].Sent == sent; j-- {
		if f.in[j] == 0 && (toks[j].Pos == "VERB" || toks[j].Pos == "AUX") && (toks[j].Tag == "VBD" || toks[j].Tag == "VBZ" || toks[j].Tag == "VBN" || toks[j].Tag == "VBP") && toks[j].Dep != "aux" && toks[j].Dep != "auxpass" && toks[j].Dep != "relcl" && toks[j].Dep != "acl" {
			if best < 0 || toks[j].Dep == "ROOT" {
				best = j
			}
		}
	}
	return best
}

// startsAlone reports whether token i starts a line or a sentence.
func (f *finder) startsAlone(i int) bool {
	if f.lineStart(i) {
		return true
	}
	for i--; i >= 0 && f.doc.Tokens[i].Pos == "SPACE"; i-- {
	}
	return i < 0 || f.doc.Tokens[i].Text == "." || markOf(&f.doc.Tokens[i]) != noMark
}

// sentenceGoesOn reports whether words of the same sentence follow a quote
// that ends before token i: `"We are full," is how the argument goes`.
func (f *finder) sentenceGoesOn(i int) bool {
	toks := f.doc.Tokens
	return i < len(toks) && i > 0 && toks[i].Sent == toks[i-1].Sent && (toks[i].Pos == "VERB" || toks[i].Pos == "AUX") && f.in[i] == 0
}

// lastSpeaker returns the direct attribution that ends last before token i,
// if it ends within the paragraph before, else nil.
func (f *finder) lastSpeaker(i int) *Attribution {
	best := -1
	for end := i; end > i-near && end >= 0; end-- {
		for _, j := range f.ends[end] {
			a := &f.found[j]
			last := a.Content[len(a.Content)-1].End
			if len(a.Cue) > 0 {
				last = max(last, a.Cue[len(a.Cue)-1].End)
			}
			if last > i || a.Speaker < 0 && len(a.Source) == 0 {
				continue
			}
			if best < 0 || a.Content[len(a.Content)-1].End >= f.found[best].Content[len(f.found[best].Content)-1].End {
				best = j
			}
		}
	}
	if best < 0 {
		return nil
	}
	return &f.found[best]
}
