package speech

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// around returns the clause that a verb of saying interrupts or follows when
// the tree hangs the verb on it: "Also in May, Davis said, the coalition ...".
func (f *finder) around(i int, s saying) analyze.Range {
	t := &f.doc.Tokens[i]
	if t.Dep == "advcl" && s.frames&clause != 0 && f.asSaid(i) {
		sub, all := f.doc.Subtree(i), f.doc.Sents[t.Sent]
		before := f.trim(analyze.Range{Start: all.Start, End: sub.Start})
		after := f.trim(analyze.Range{Start: sub.End, End: all.End})
		if before.End-before.Start >= after.End-after.Start {
			return before
		}
		return after
	}
	inverted := t.Dep == "conj" && i > 0 && f.doc.Tokens[i-1].Text == "," && i+1 < len(f.doc.Tokens) && (f.doc.Tokens[i+1].Pos == "PROPN" || f.doc.Tokens[i+1].Dep == "det") && !f.hasOwn(i, "cc")
	if s.frames&clause == 0 || t.Dep != "parataxis" && t.Dep != "dep" && !inverted || t.Head == i {
		return analyze.Range{}
	}
	sub, all := f.doc.Subtree(i), f.doc.Subtree(t.Head)
	before := f.trim(analyze.Range{Start: all.Start, End: sub.Start})
	after := f.trim(analyze.Range{Start: sub.End, End: all.End})
	if before.End-before.Start >= after.End-after.Start {
		return before
	}
	return after
}

// asSaid reports whether the clause of verb i is an aside such as "as the
// Herald first reported", set off by commas.
func (f *finder) asSaid(i int) bool {
	toks := f.doc.Tokens
	r := f.doc.Subtree(i)
	if toks[r.Start].Lower != "as" || toks[i].Tag == "VBG" || toks[i].Tag == "VBN" || f.hasOwn(i, "dobj", "ccomp", "xcomp") && toks[i].Lemma != "put" {
		return false
	}
	return f.sentenceStart(r.Start) && r.Start == f.doc.Sents[toks[i].Sent].Start || r.Start > 0 && toks[r.Start-1].Text == ","
}

// flatContent returns the rest of the sentence behind a verb of saying whose
// complement the tree misses: all of it behind a flat verb, the relative
// clause on the one told behind "informed police she had".
func (f *finder) flatContent(i int, s saying) analyze.Range {
	toks := f.doc.Tokens
	if s.frames&clause == 0 {
		return analyze.Range{}
	}
	if r := f.thatAhead(i); r.End > r.Start {
		return r
	}
	if r := f.sentenceBefore(i); r.End > r.Start {
		return r
	}
	if r := f.bareClause(i); r.End > r.Start && (s.frames&quoted == 0 || s.frames&clause != 0) {
		return r
	}
	if f.flat(i) {
		end := i + 1
		for end < len(toks) && toks[end].Sent == toks[i].Sent {
			end++
		}
		r := f.trim(analyze.Range{Start: i + 1, End: end})
		if !f.finiteIn(r) {
			return analyze.Range{}
		}
		return r
	}
	if o := f.doc.Child(i, "dobj"); o > i && s.frames == clause {
		// "has maintained an inquiry is under way": the clause is torn apart.
		k := f.doc.Child(i, "conj")
		if k > o && k <= o+3 && !f.hasOwn(i, "cc") && f.finiteIn(analyze.Range{Start: k, End: k + 1}) && f.doc.Child(k, "nsubj", "nsubjpass", "cc") < 0 {
			return f.trim(hull(f.doc.Subtree(o), f.doc.Subtree(k)))
		}
	}
	if s.frames&asking == 0 {
		return analyze.Range{}
	}
	if o := f.doc.Child(i, "dobj"); o > i {
		if k := f.doc.Child(o, "relcl", "ccomp"); k > o && f.hasOwn(k, "nsubj", "nsubjpass") {
			if n := f.doc.Child(k, "nsubj", "nsubjpass"); toks[n].Pos == "PRON" && toks[n].Tag != "PRP" {
				return analyze.Range{}
			}
			r := f.doc.Subtree(k)
			end := r.End
			for end < len(toks) && toks[end].Sent == toks[i].Sent && toks[end].Text != "." {
				end++
			}
			return f.trim(analyze.Range{Start: r.Start, End: end})
		}
	}
	return analyze.Range{}
}

// finiteIn reports whether r holds a finite verb.
func (f *finder) finiteIn(r analyze.Range) bool {
	for i := r.Start; i < r.End; i++ {
		switch f.doc.Tokens[i].Tag {
		case "VBD", "VBZ", "VBP", "MD":
			return true
		}
	}
	return false
}

// thatAhead returns the clause that "that" starts behind verb v where the tree
// hangs it on a noun between: "said in a statement that 14 were held".
func (f *finder) thatAhead(v int) analyze.Range {
	toks := f.doc.Tokens
	for i := v + 1; i < len(toks) && i < v+20 && toks[i].Sent == toks[v].Sent && f.in[i] == f.in[v]; i++ {
		t := &toks[i]
		if t.Lower == "that" && t.Dep == "mark" && t.Head > i {
			k := t.Head
			if toks[v].Head == k && toks[v].Dep == "ccomp" {
				// The tree turns the two round: "has claimed, without proof, that ...".
				return f.trim(analyze.Range{Start: i + 1, End: f.doc.Subtree(k).End})
			}
			if h := toks[k].Head; toks[k].Dep != "acl" && toks[k].Dep != "relcl" && toks[k].Dep != "ccomp" && toks[k].Dep != "advcl" || h < v || h >= i || h > v && toks[h].Dep != "pobj" {
				return analyze.Range{}
			}
			return f.trim(analyze.Range{Start: i + 1, End: f.doc.Subtree(k).End})
		}
		if t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || t.Text == ";" || t.Text == ":" {
			break
		}
	}
	return analyze.Range{}
}

// sentenceBefore returns the sentence that verb v ends with its subject where
// the tree does not see that: "The state acted unlawfully, the court ruled".
func (f *finder) sentenceBefore(v int) analyze.Range {
	toks := f.doc.Tokens
	s := f.subject(v)
	if s < 0 || toks[s].Sent != toks[v].Sent || toks[v].Dep == "relcl" || f.relative(s) {
		return analyze.Range{}
	}
	from, to := min(f.words(s).Start, v), v+1
	if s > v { // "..., ruled the court"
		from = f.cueWords(v).Start
		to = f.words(s).End
	}
	if from < 1 || toks[from-1].Text != "," || f.hasOwn(v, "mark", "cc") {
		return analyze.Range{}
	}
	for i := to; i < len(toks) && toks[i].Sent == toks[v].Sent; i++ {
		if t := &toks[i]; t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || markOf(t) != noMark {
			return analyze.Range{}
		}
	}
	if f.resumed(f.words(s).Start) >= 0 {
		return analyze.Range{} // "..., a claim experts questioned"
	}
	start := from - 1
	for start > 0 && toks[start-1].Sent == toks[v].Sent && toks[start-1].Text != ";" {
		start--
	}
	r := f.trim(analyze.Range{Start: start, End: from - 1})
	if r.End-r.Start < 3 || !f.finiteIn(r) || toks[r.Start].Dep == "mark" || f.rootBefore(from) < 0 {
		return analyze.Range{}
	}
	if t := &toks[r.Start]; t.Pos == "SCONJ" || t.Tag == "VBN" || t.Tag == "VBG" {
		return analyze.Range{}
	}
	return r
}

// cuedBehind gives quote q to whom the words behind it name with a verb that
// is none of saying elsewhere: `"We must act," beamed the mayor`, `read a
// statement`, `was his verdict`.
func (f *finder) cuedBehind(a *Attribution, q int) bool {
	toks := f.doc.Tokens
	i := f.quotes[q].End
	comma := i >= 2 && strings.Contains(",?!", toks[i-2].Text)
	if i < len(toks) && toks[i].Text == "," {
		comma = true
		i++
	}
	if !comma || i+1 >= len(toks) || f.in[i] > 0 || toks[i].Text != toks[i].Lower && toks[i].Pos != "PROPN" {
		return false
	}
	v := i
	for v < len(toks) && v < i+20 && toks[v].Pos != "VERB" && toks[v].Pos != "AUX" && toks[v].Pos != "PUNCT" && !f.doc.IsSpace(v) {
		v++
	}
	if v >= len(toks) || v >= i+20 || toks[v].Pos != "VERB" && toks[v].Lemma != "be" || f.in[v] > 0 {
		return false
	}
	src := source{}
	if v == i { // the verb first
		for j := v + 1; j < len(toks) && j < v+14 && toks[j].Sent == toks[v].Sent && f.in[j] == 0; j++ {
			if p := toks[j].Pos; (p == "NOUN" || p == "PROPN" || p == "PRON") && !f.leans(j) {
				src = f.head(j)
				break
			}
		}
		if toks[v].Lemma == "be" {
			if !src.ok || f.doc.Child(src.head, "poss") < 0 {
				return false
			}
			src = f.head(f.doc.Child(src.head, "poss"))
		}
	} else if s := f.subject(v); s >= i && toks[v].Tag != "VBG" && toks[v].Lemma != "be" {
		src = f.head(s)
	}
	if !src.ok || f.firstPerson(src.head) {
		return false
	}
	a.Head, a.Verb = v, toks[v].Lemma
	a.Cue = []analyze.Range{f.cueWords(v)}
	f.speak(a, src)
	f.circumstances(a, v)
	a.Confidence = .6
	return true
}

// leans reports whether token j only modifies a noun behind it.
func (f *finder) leans(j int) bool {
	switch t := &f.doc.Tokens[j]; t.Dep {
	case "compound", "poss", "amod", "nmod", "det":
		return t.Head > j
	}
	return false
}

// torn returns the clause whose subject the tree makes the object k of verb i,
// with its verb elsewhere: "claiming the state of emergency is unlawful".
func (f *finder) torn(i, k int) analyze.Range {
	toks := f.doc.Tokens
	r := f.doc.Subtree(k)
	j := r.End
	if k < i || j >= len(toks) || toks[j].Sent != toks[i].Sent || f.in[j] != f.in[k] {
		return analyze.Range{}
	}
	switch toks[j].Tag {
	case "VBD", "VBZ", "VBP", "MD":
	default:
		return analyze.Range{}
	}
	g := j
	if toks[g].Pos == "AUX" && toks[g].Head > g {
		g = toks[g].Head
	}
	if f.hasOwn(g, "nsubj", "nsubjpass") || f.hasOwn(j, "nsubj", "nsubjpass") {
		return analyze.Range{}
	}
	return f.trim(analyze.Range{Start: r.Start, End: max(f.doc.Subtree(g).End, j+1)})
}

// subjectBeforeCue returns the noun phrase before the clause of verb v of which
// the words r behind it tell something: "The party, she said, had lost".
func (f *finder) subjectBeforeCue(v int, r analyze.Range) analyze.Range {
	toks := f.doc.Tokens
	if r.Start <= v || r.Start >= len(toks) || !f.finiteIn(analyze.Range{Start: r.Start, End: r.Start + 1}) || toks[r.Start-1].Text != "," || toks[v].Sent < 0 {
		return analyze.Range{}
	}
	s := f.subject(v)
	if s < 0 {
		return analyze.Range{}
	}
	from := min(f.words(s).Start, v)
	left := f.trim(analyze.Range{Start: f.doc.Sents[toks[v].Sent].Start, End: from})
	if from < 1 || toks[from-1].Text != "," || left.End <= left.Start || f.finiteIn(left) || f.in[left.Start] != f.in[r.Start] {
		return analyze.Range{}
	}
	switch toks[left.Start].Pos {
	case "DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM":
		return left
	}
	return analyze.Range{}
}
