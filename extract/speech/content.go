package speech

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// contentOf returns what the verb at i says, in text order, and whether some
// of it is quoted.
func (f *finder) contentOf(i int, s saying, passive bool, a *Attribution) ([]analyze.Range, bool) {
	if _, j := f.parenthesis(i); j > i {
		sent := f.doc.Sents[f.doc.Tokens[i].Sent]
		rest, direct := f.widen(i, f.trim(analyze.Range{Start: j, End: sent.End}))
		return []analyze.Range{f.trim(analyze.Range{Start: sent.Start, End: i}), rest}, direct
	}
	if r := f.gap(i, passive); r.End > r.Start && s.frames&(object|whole|gerund) != 0 {
		return []analyze.Range{r}, false
	}
	r := f.cutJoined(i, f.complement(i, s, passive, a))
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
	if r.End <= r.Start || s.frames == quoted {
		return nil, false
	}
	r = f.oneLine(i, r)
	r, direct := f.widen(i, r)
	if left := f.subjectBeforeCue(i, r); left.End > left.Start {
		return []analyze.Range{left, r}, direct
	}
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
			if d != "ccomp" && !(d == "parataxis" && k > i) || k > i && reasons[toks[f.doc.Subtree(k).Start].Lower] {
				continue
			}
			if k < i && f.semicolon(f.doc.Subtree(k).Start, i) {
				continue
			}
			if n := f.subject(i); k < i && n > k && f.resumed(f.words(n).Start) >= 0 {
				continue
			}
			if f.isTo(k) && s.frames&asking == 0 && k > i || k > i && f.aside(f.doc.Subtree(k).Start) {
				continue
			}
			if k < i && f.in[k] == 0 && (out.End > 0 || (toks[k].Tag == "VBG" || toks[k].Tag == "VBN") && !f.hasOwn(k, "nsubj", "nsubjpass", "aux", "auxpass")) {
				continue // "Asked about it, she said yes"
			}
			r := f.clauseRange(k, i)
			if s.frames&asking != 0 && (f.isTo(k) || !f.hasOwn(k, "nsubj", "nsubjpass", "expl")) {
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
		if k := i + 1; k < len(toks) && answers[toks[k].Lower] && (k+1 == len(toks) || strings.Contains(",.;", toks[k+1].Text) || toks[k+1].Pos == "CCONJ") {
			return analyze.Range{Start: k, End: k + 1}
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
			switch t := &toks[k]; {
			case k < i:
			case t.Dep == "xcomp" && (f.isTo(k) || t.Tag == "VBG"), t.Dep == "advcl" && f.isTo(k) && toks[f.doc.Subtree(k).Start].Lower == "for":
				return f.trim(f.clauseRange(k, i))
			case t.Dep == "prep" && t.Lower == "to" && k == i+1 && k+1 < len(toks) && markOf(&toks[k+1]) != noMark: // vows to "trample" them
				return f.trim(f.doc.Subtree(k))
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
			if toks[k].Dep == "prep" && k > i && (toks[k].Lower == "of" || toks[k].Lower == "on" && toks[i].Lemma == "insist" || toks[k].Lower == "for" && toks[i].Lemma == "argue" || (toks[k].Lower == "about" || toks[k].Lower == "against") && toks[i].Lemma != "speak" && toks[i].Lemma != "talk") {
				if p := f.doc.Child(k, "pobj", "pcomp"); p > k {
					if toks[k].Lower == "against" && counsels[toks[i].Lemma] {
						p = k // "recommended against a trip": that he not go
					}
					return f.trim(f.doc.Subtree(p))
				}
			}
		}
	}
	if s.frames&object != 0 {
		for _, k := range kids {
			if (toks[k].Dep == "dobj" || toks[k].Dep == "nsubjpass" && passive && toks[i].Lemma != "dismiss") && !f.reflexive(k) && !f.isDay(k) && !f.isPerson(k) && !f.bareName(k) && !unsaid[toks[k].Lemma] && !(toks[i].Lemma == "claim" && claimable[toks[k].Lemma]) {
				if act := sayings[toks[k].Lemma]; act != "" && f.clauseOf(k) >= 0 && f.owner(k).ok {
					return analyze.Range{} // read at its noun
				}
				if r := f.torn(i, k); s.frames&clause != 0 && r.End > r.Start {
					return r
				}
				return f.trim(f.doc.Subtree(k))
			}
		}
	}
	if s.frames&deeds != 0 {
		if k := f.doc.Child(i, "dobj"); k > i && threatened[toks[k].Lemma] {
			return f.trim(f.doc.Subtree(k))
		}
	}
	if s.frames&whole != 0 {
		return f.wholeVerb(i, passive)
	}
	return analyze.Range{}
}

// counsels are verbs with which "against" is a part of what is said.
var counsels = set("recommend advise warn caution counsel")

// answers are words that are all of what somebody says.
var answers = set("yes no goodbye hello sorry")

// reasons are the words that start a clause that is not what is said.
var reasons = set("so because since although though after before until unless despite")

// semicolon reports whether a semicolon or colon outside quotes stands between two tokens.
func (f *finder) semicolon(from, to int) bool {
	for i := from; i < to; i++ {
		if t := f.doc.Tokens[i].Text; (t == ";" || t == ":") && f.in[i] == 0 {
			return true
		}
	}
	return false
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
		if t.Lower == "that" && (t.Dep == "mark" || t.Pos == "SCONJ" || t.Dep == "dobj" && t.Head == k && f.hasOwn(k, "nsubj")) || t.Pos == "SPACE" || t.Text == "," || t.Text == ":" || t.Text == "—" || t.Text == "–" || t.Text == "-" {
			r.Start++
			continue
		}
		break
	}
	return r
}

// weekdays are the words for when something is said that a tree may draw into
// what is said: "told parliament on Tuesday the bloc would stand".
var weekdays = set("monday tuesday wednesday thursday friday saturday sunday today yesterday")

// hours are the words for a part of a day that may follow it.
var hours = set("morning afternoon evening night")

// skipDay returns where r starts without a leading day that no comma follows.
func (f *finder) skipDay(r analyze.Range) int {
	i := r.Start
	if i < r.End && f.doc.Tokens[i].Lower == "on" {
		i++
	}
	if i+2 < r.End && weekdays[f.doc.Tokens[i].Lower] && hours[f.doc.Tokens[i+1].Lower] {
		i++
	}
	if i+1 < r.End && (weekdays[f.doc.Tokens[i].Lower] || hours[f.doc.Tokens[i].Lower]) && f.doc.Tokens[i+1].Pos != "PUNCT" && f.doc.Tokens[i+1].Pos != "PART" {
		return i + 1
	}
	return r.Start
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
	if direct && !within(v, r) {
		r = f.andThat(r)
	}
	return r, direct
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
	for i := min(r.Start, v); i < max(r.End, v); i++ {
		t := &f.doc.Tokens[i]
		if t.Pos != "SPACE" || f.in[i] > 0 || !f.breaks(i) {
			continue
		}
		if v < r.Start && i < r.Start || v >= r.End && i >= r.End {
			return analyze.Range{}
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
