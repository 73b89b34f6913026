package speech

import "github.com/newsgraph/newsgraph/extract/analyze"

// sayings are nouns for acts of saying, with their class of act.
var sayings = map[string]string{
	"claim": "says", "statement": "says", "announcement": "says", "assertion": "says", "warning": "says", "suggestion": "says", "assurance": "promises",
	"allegation": "accuses", "accusation": "accuses", "charge": "accuses", "call": "demands", "demand": "demands", "appeal": "demands", "request": "demands",
	"argument": "says", "contention": "says", "insistence": "says", "report": "says", "conclusion": "says", "finding": "says", "complaint": "accuses", "criticism": "accuses",
	"admission": "says", "acknowledgement": "says", "confirmation": "says", "revelation": "says", "prediction": "says", "comment": "says", "remark": "says", "proposal": "says", "plea": "demands",
	"threat": "threatens", "promise": "promises", "pledge": "promises", "vow": "promises", "denial": "denies",
}

// noun reads "Abadi's call that all parties respect ..." and "his pledge to
// leave" at token i, and reports whether there was one. The speaker is the
// possessor or stands behind "by" or "from".
func (f *finder) noun(i int) bool {
	toks := f.doc.Tokens
	t := &toks[i]
	if t.Pos != "NOUN" {
		return false
	}
	act, ok := sayings[t.Lemma]
	if !ok {
		return false
	}
	src := source{}
	for _, k := range f.doc.Children(i) {
		switch {
		case toks[k].Dep == "poss":
			src = source{ok: true, head: k, pronoun: toks[k].Pos == "PRON"}
		case toks[k].Dep == "prep" && (toks[k].Lower == "by" || toks[k].Lower == "from"):
			if p := f.doc.Child(k, "pobj"); p >= 0 && !src.ok {
				src = f.head(p)
			}
		}
	}
	if !src.ok || f.firstPerson(src.head) || toks[src.head].Lower == "our" || toks[src.head].Lower == "my" {
		return false
	}
	var r analyze.Range
	for _, k := range f.doc.Children(i) {
		if d := toks[k].Dep; k > i && (d == "acl" || d == "ccomp" || d == "relcl") && f.marked(k) {
			r = f.clauseRange(k, i)
		}
	}
	if r.End <= r.Start {
		return false
	}
	a := blank()
	a.Head, a.Verb, a.Act, a.Confidence = -1, t.Lemma, act, .6
	a.Cue = []analyze.Range{{Start: i, End: i + 1}}
	f.speak(&a, src)
	if a.Speaker < 0 && src.pronoun {
		return false
	}
	r, a.Direct = f.widen(i, f.oneLine(i, f.trim(r)))
	if r.End <= r.Start {
		return false
	}
	a.Content = []analyze.Range{r}
	f.claim(a)
	f.found = append(f.found, a)
	return true
}

// marked reports whether the clause of verb k starts with the conjunction "that".
func (f *finder) marked(k int) bool {
	for _, c := range f.doc.Children(k) {
		if t := &f.doc.Tokens[c]; t.Lower == "that" && t.Dep == "mark" && c < k {
			return true
		}
	}
	return false
}
