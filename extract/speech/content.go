package speech

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// contentOf returns what the verb at i says, in text order, and whether some
// of it is quoted.
func (f *finder) contentOf(i int, s saying, passive bool, a *Attribution) ([]analyze.Range, bool) {
	r := f.complement(i, s, passive, a)
	if s.frames&whole != 0 && within(i, r) {
		if q := f.colonQuote(i); q >= 0 { // "X opposed the plan: Q"
			return f.split(i, q), true
		}
	}
	if r.End <= r.Start {
		if q := f.quoteFor(i, r, s); q >= 0 {
			return f.split(i, q), true
		}
		if r = f.around(i, s); r.End <= r.Start {
			r = f.flatContent(i, s)
		}
	}
	if q := f.quoteFor(i, r, s); q >= 0 {
		return f.split(i, q), true
	}
	if r.End <= r.Start {
		return nil, false
	}
	r = f.oneLine(i, r)
	r, direct := f.widen(i, r)
	if r.End <= r.Start || within(i, r) && s.frames&whole == 0 && !passive {
		return nil, false
	}
	return []analyze.Range{r}, direct
}

// complement returns the words that the tree makes the content of verb i.
func (f *finder) complement(i int, s saying, passive bool, a *Attribution) analyze.Range {
	toks := f.doc.Tokens
	var out analyze.Range
	kids := f.doc.Children(i)
	if s.frames&clause != 0 {
		for _, k := range kids {
			d := toks[k].Dep
			if d != "ccomp" && !(d == "parataxis" && k > i) {
				continue
			}
			if f.isTo(k) && s.frames&asking == 0 && k > i || k > i && f.aside(f.doc.Subtree(k).Start) {
				continue
			}
			if k < i && f.in[k] == 0 && (out.End > 0 || toks[k].Tag == "VBG" && !f.hasOwn(k, "nsubj", "aux")) {
				continue
			}
			r := f.clauseRange(k, i)
			if s.frames&asking != 0 && f.isTo(k) {
				r = f.withObject(i, r)
			}
			out = r
			if k > i {
				break
			}
		}
		if out.End > out.Start {
			return f.trim(out)
		}
	}
	if s.frames&asking != 0 {
		if r := f.askedFor(i); r.End > r.Start {
			if a.Act == "says" {
				a.Act = "demands"
			}
			return f.trim(r)
		}
	}
	if s.frames&toDo != 0 {
		for _, k := range kids {
			if toks[k].Dep == "xcomp" && k > i && (f.isTo(k) || toks[k].Tag == "VBG") {
				return f.trim(f.clauseRange(k, i))
			}
		}
	}
	if s.frames&gerund != 0 {
		for _, k := range kids {
			if (toks[k].Dep == "xcomp" || toks[k].Dep == "pcomp" || toks[k].Dep == "ccomp") && k > i && toks[k].Tag == "VBG" {
				return f.trim(f.clauseRange(k, i))
			}
		}
	}
	if s.frames&(asIt|naming) != 0 {
		if r := f.described(i, s); r.End > r.Start {
			return f.trim(r)
		}
	}
	if s.frames&forIt != 0 {
		if r := f.calledFor(i); r.End > r.Start {
			a.Act = "demands"
			return f.trim(r)
		}
	}
	if s.frames&about != 0 {
		for _, k := range kids {
			if toks[k].Dep == "prep" && k > i && (toks[k].Lower == "of" || (toks[k].Lower == "about" || toks[k].Lower == "against") && toks[i].Lemma != "speak" && toks[i].Lemma != "talk") {
				if p := f.doc.Child(k, "pobj", "pcomp"); p > k {
					return f.trim(f.doc.Subtree(p))
				}
			}
		}
	}
	if s.frames&object != 0 {
		for _, k := range kids {
			if (toks[k].Dep == "dobj" || toks[k].Dep == "nsubjpass" && passive) && !f.reflexive(k) && !f.isPerson(k) && !f.bareName(k) && !unsaid[toks[k].Lemma] && !(toks[i].Lemma == "claim" && claimable[toks[k].Lemma]) {
				return f.trim(f.doc.Subtree(k))
			}
		}
		if passive && toks[i].Dep == "acl" && toks[i].Head < i {
			return f.trim(analyze.Range{Start: f.doc.Subtree(toks[i].Head).Start, End: i})
		}
	}
	if s.frames&whole != 0 {
		return f.wholeVerb(i, passive)
	}
	return analyze.Range{}
}

// aside reports whether a relative clause starts at token i, set off by a mark.
func (f *finder) aside(i int) bool {
	return i > 0 && f.relative(i) && f.doc.Tokens[i-1].Pos == "PUNCT"
}

// clauseRange returns the clause under k, a complement of v, without a
// leading "that" and without the part that holds v itself.
func (f *finder) clauseRange(k, v int) analyze.Range {
	r := f.doc.Subtree(k)
	if f.isTo(k) && k > v {
		// A finite verb joined to the infinitive is the speaker's next act.
		for _, c := range f.doc.Children(k) {
			if f.doc.Tokens[c].Dep == "conj" && c > k && (f.doc.Tokens[c].Tag == "VBD" || f.doc.Tokens[c].Tag == "VBZ") && !f.hasOwn(c, "nsubj") {
				r.End = min(r.End, f.doc.Subtree(c).Start)
			}
		}
	}
	if k > v {
		for _, c := range f.doc.Children(k) {
			if f.raised(c) == v {
				r.End = min(r.End, f.doc.Subtree(c).Start)
			}
		}
	}
	if k > v {
		r.End = min(r.End, f.whileStart(k, v))
	}
	if within(v, r) {
		if k < v {
			r.End = f.clauseStart(v, k)
		} else {
			r.Start = v + 1
		}
	}
	if k > v {
		r.Start = f.skipDay(r)
	}
	for r.Start < r.End {
		t := &f.doc.Tokens[r.Start]
		if t.Lower == "that" && (t.Dep == "mark" || t.Pos == "SCONJ") || t.Pos == "SPACE" || t.Text == "," || t.Text == ":" || t.Text == "—" || t.Text == "–" || t.Text == "-" {
			r.Start++
			continue
		}
		break
	}
	return r
}

// whileStart returns where a clause starts in which, behind a comma and
// "while" or "whereas", somebody else says something: it is no part of what is
// said under k. Without one it returns the document's end.
func (f *finder) whileStart(k, v int) int {
	toks := f.doc.Tokens
	for _, h := range []int{k, v} {
		for _, c := range f.doc.Children(h) {
			t := &toks[c]
			if c < k || t.Dep != "advcl" && t.Dep != "conj" || verbs[t.Lemma].frames == 0 {
				continue
			}
			s := f.doc.Child(c, "nsubj")
			start := f.doc.Subtree(c).Start
			if s < 0 || toks[s].Pos == "PRON" || start < 1 || toks[start-1].Text != "," && toks[start].Text != "," && (start < 2 || toks[start-2].Text != ",") {
				continue
			}
			if m := f.doc.Child(c, "mark"); t.Dep == "conj" || m >= 0 && (toks[m].Lower == "while" || toks[m].Lower == "whereas" || toks[m].Lower == "as") {
				return start
			}
		}
	}
	return len(toks)
}

// weekdays are the words for when something is said that a tree may draw into
// what is said: "told parliament on Tuesday the bloc would stand".
var weekdays = set("monday tuesday wednesday thursday friday saturday sunday today yesterday")

// skipDay returns where r starts without a leading day that no comma follows.
func (f *finder) skipDay(r analyze.Range) int {
	i := r.Start
	if i < r.End && f.doc.Tokens[i].Lower == "on" {
		i++
	}
	if i+1 < r.End && weekdays[f.doc.Tokens[i].Lower] && f.doc.Tokens[i+1].Pos != "PUNCT" && f.doc.Tokens[i+1].Pos != "PART" {
		return i + 1
	}
	return r.Start
}

// raised returns the verb of saying whose subject is also that of the verb c,
// which the tree joins to what is said: in "said the talks had failed and
// urged Germany to act" talks don't urge. It is -1 when there is none.
func (f *finder) raised(c int) int {
	toks := f.doc.Tokens
	t := &toks[c]
	_, says := verbs[t.Lemma]
	if t.Dep != "conj" || t.Tag != "VBD" || !says && t.Lemma != "decline" && t.Lemma != "refuse" || t.Head >= c || f.hasOwn(c, "nsubj", "nsubjpass", "aux") {
		return -1
	}
	k := t.Head
	v := toks[k].Head
	if toks[k].Dep != "ccomp" || v >= k || toks[v].Tag != "VBD" {
		return -1
	}
	s := f.doc.Child(k, "nsubj", "nsubjpass")
	if s < 0 || toks[s].Pos == "PRON" || len(f.speakers(s, 0)) > 0 {
		return -1
	}
	return v
}

// clauseStart returns where the words of v's own clause start, to the right
// of its complement k that stands before it.
func (f *finder) clauseStart(v, k int) int {
	start := v
	for _, c := range f.doc.Children(v) {
		if c > k && c < v && f.doc.Tokens[c].Dep != "ccomp" {
			start = min(start, max(f.doc.Subtree(c).Start, k+1))
		}
	}
	return start
}

// trim drops marks and white space at the ends of r; the marks of a quote
// that lies in r stay.
func (f *finder) trim(r analyze.Range) analyze.Range {
	for r.End > r.Start {
		t := &f.doc.Tokens[r.End-1]
		if t.Pos == "SPACE" || t.Pos == "PUNCT" && markOf(t) == noMark && t.Text != ")" && t.Text != "]" && t.Text != "%" {
			r.End--
			continue
		}
		if t.Lower == "and" || t.Lower == "but" {
			r.End--
			continue
		}
		break
	}
	for r.Start < r.End {
		t := &f.doc.Tokens[r.Start]
		if t.Pos == "SPACE" || t.Pos == "PUNCT" && markOf(t) == noMark && t.Text != "(" && t.Text != "[" {
			r.Start++
			continue
		}
		break
	}
	return r
}

// around returns the clause that a verb of saying interrupts or follows when
// the tree hangs the verb on it: "Also in May, Davis said, the coalition ...".
func (f *finder) around(i int, s saying) analyze.Range {
	t := &f.doc.Tokens[i]
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

// widen grows r over the quotes that it cuts, and reports whether it holds
// any. A quote of several sentences that holds all of r is the content itself.
func (f *finder) widen(v int, r analyze.Range) (analyze.Range, bool) {
	direct := false
	if !within(v, r) {
		r = f.andThat(r)
	}
	for i := f.quotesFrom(r.Start); i < len(f.quotes) && f.quotes[i].Start < r.End; i++ {
		q := f.quotes[i]
		if overlap(q.Range, r) && !within(v, q.Range) {
			r = hull(r, q.Range)
			direct = direct || q.words >= 1
		}
	}
	return r, direct
}

// andThat adds to r the clauses joined to it that start with "that" of their
// own, which the tree may hang elsewhere: "that A, and that B".
func (f *finder) andThat(r analyze.Range) analyze.Range {
	toks := f.doc.Tokens
	for i := r.End; i < len(toks) && i < r.End+3; i++ {
		t := &toks[i]
		if t.Lower != "that" {
			if t.Text != "," && t.Lower != "and" && t.Lower != "but" {
				return r
			}
			continue
		}
		if i == r.End || t.Dep != "mark" || t.Head <= i || toks[i-1].Text == "," {
			return r
		}
		r.End = f.trim(analyze.Range{Start: i, End: f.doc.Subtree(t.Head).End}).End
	}
	return r
}

// flatContent returns the rest of the sentence behind a verb of saying whose
// complement the tree misses: all of it behind a flat verb, the relative
// clause on the one told behind "informed police she had".
func (f *finder) flatContent(i int, s saying) analyze.Range {
	toks := f.doc.Tokens
	if s.frames&clause == 0 {
		return analyze.Range{}
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

// colonQuote returns the quote behind a colon that ends the clause of verb i, or -1.
func (f *finder) colonQuote(i int) int {
	for q := f.quotesFrom(i); q < len(f.quotes) && f.quotes[q].Start < i+reach; q++ {
		r := f.quotes[q].Range
		if r.Start > i && !f.used[q] && f.quotes[q].speech() && f.colonOf(i, r.Start) && f.rootBefore(r.Start) == i {
			return q
		}
	}
	return -1
}

// oneLine cuts r where a paragraph ends between it and verb v or within it,
// unless the lines of the article are wrapped.
func (f *finder) oneLine(v int, r analyze.Range) analyze.Range {
	for i := r.Start; i < r.End; i++ {
		t := &f.doc.Tokens[i]
		if t.Pos != "SPACE" || f.in[i] > 0 || !f.breaks(i) {
			continue
		}
		if i < v {
			r.Start = i + 1
			continue
		}
		r.End = i
	}
	return f.trim(r)
}

// breaks reports whether white space at i ends a paragraph: it holds an empty
// line, or a line feed before a capital.
func (f *finder) breaks(i int) bool {
	t := &f.doc.Tokens[i]
	n := strings.Count(t.Text, "\n")
	if n == 0 || i+1 >= len(f.doc.Tokens) {
		return false
	}
	next := &f.doc.Tokens[i+1]
	return n > 1 || next.Text != next.Lower && (i == 0 || f.doc.Tokens[i-1].Text != ",")
}
