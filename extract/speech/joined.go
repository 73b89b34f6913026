package speech

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

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

// raised returns the verb of saying whose subject is also that of the verb c,
// which the tree joins to what is said: in "said the talks had failed and
// urged Germany to act" talks don't urge, and in "asked for time to prepare and
// called on Germany to act" time doesn't call. It is -1 when there is none.
func (f *finder) raised(c int) int {
	toks := f.doc.Tokens
	t := &toks[c]
	if t.Dep != "conj" || t.Head >= c {
		return -1
	}
	tag := t.Tag
	if tag == "VBN" {
		// No passive says "that": "said 14 were arrested and denied that shots were fired".
		if k := f.doc.Child(c, "ccomp"); k < c || !f.marked(k) {
			return -1
		}
		tag = "VBD"
	}
	if tag != "VBD" && tag != "VBZ" {
		return -1
	}
	_, says := verbs[t.Lemma]
	if !says && t.Lemma != "decline" && t.Lemma != "refuse" || f.hasOwn(c, "nsubj", "nsubjpass", "aux") {
		return -1
	}
	k := t.Head
	if !f.finite(k) || f.freeRelative(k) {
		if f.freeRelative(k) {
			k = toks[k].Head
		}
		for n := 0; n < 6 && toks[k].Tag != tag; n++ {
			if toks[k].Head >= k || f.in[k] != f.in[c] {
				return -1
			}
			k = toks[k].Head
		}
		if toks[k].Tag != tag || toks[k].Dep == "relcl" || f.subject(k) < 0 {
			return -1
		}
		return k
	}
	v := toks[k].Head
	if toks[k].Dep != "ccomp" || v >= k || toks[v].Tag != tag {
		return -1
	}
	s := f.doc.Child(k, "nsubj", "nsubjpass")
	if s < 0 {
		return -1
	}
	if toks[s].Pos == "PRON" {
		// "said it was sorry and reminded all": it is who speaks.
		if o := f.subject(v); o >= 0 && (toks[s].Lower == "it" || toks[s].Lower == "he" || toks[s].Lower == "she") && (f.entityOf(s) < 0 || f.entityOf(s) == f.entityOf(o)) {
			return v
		}
		return -1
	}
	for _, e := range f.speakers(s, 0) {
		if f.names.Entities[e].Type == news.Person || toks[k].Tag == tag {
			return -1
		}
	}
	return v
}

// freeRelative reports whether the clause of verb k is "what he calls a plot",
// which stands for a noun.
func (f *finder) freeRelative(k int) bool {
	w := f.doc.Subtree(k).Start
	return f.doc.Tokens[w].Lower == "what" && f.doc.Tokens[w].Head == k && f.doc.Tokens[k].Head < k
}

// finite reports whether the verb at k has a tense of its own; one with "would"
// or "will" is no match for a verb in the past.
func (f *finder) finite(k int) bool {
	switch f.doc.Tokens[k].Tag {
	case "VBD", "VBZ", "VBP":
		return true
	case "VBN", "VBG":
		return f.hasOwn(k, "aux", "auxpass")
	}
	return false
}

// lifted returns the verb of saying that the participle c goes on with, where
// the tree hangs it on an infinitive or relative clause in what that one says: "urged
// all to avoid acts that could harm peace, while voicing hope". It is -1 when there is none.
func (f *finder) lifted(c int) int {
	toks := f.doc.Tokens
	t := &toks[c]
	if t.Tag != "VBG" || t.Dep != "advcl" || t.Head >= c || verbs[t.Lemma].frames&clause == 0 && toks[t.Head].Dep != "relcl" || verbs[t.Lemma].frames == 0 || toks[t.Head].Dep != "relcl" && !(toks[t.Head].Tag == "VB" && f.isTo(t.Head) && toks[t.Head].Dep == "xcomp") {
		return -1
	}
	if s := f.doc.Subtree(c).Start; s < 1 || toks[s-1].Text != "," {
		return -1
	}
	for k, n := toks[t.Head].Head, 0; n < 6; n++ {
		if verbs[toks[k].Lemma].frames != 0 && toks[k].Pos == "VERB" && f.subject(k) >= 0 {
			return k
		}
		if toks[k].Head >= k {
			return -1
		}
		k = toks[k].Head
	}
	return -1
}

// cutJoined cuts what verb v says where a verb is joined to it of which v's
// subject is the subject.
func (f *finder) cutJoined(v int, r analyze.Range) analyze.Range {
	for c := max(r.Start, v+1); c < r.End; c++ {
		if f.raised(c) == v || f.lifted(c) == v {
			return f.trim(analyze.Range{Start: r.Start, End: min(r.End, f.doc.Subtree(c).Start)})
		}
	}
	return r
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
