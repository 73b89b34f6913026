package speech

import "github.com/newsgraph/newsgraph/extract/analyze"

// sayings are nouns for acts of saying, with their class of act.
var sayings = map[string]string{
	"claim": "says", "statement": "says", "announcement": "says", "assertion": "says", "warning": "says", "suggestion": "says", "assurance": "promises",
	"allegation": "accuses", "accusation": "accuses", "charge": "accuses", "call": "demands", "demand": "demands", "appeal": "demands", "request": "demands",
	"argument": "says", "contention": "says", "insistence": "says", "report": "says", "conclusion": "says", "finding": "says", "complaint": "accuses", "criticism": "accuses",
	"admission": "says", "acknowledgement": "says", "confirmation": "says", "revelation": "says", "prediction": "says", "comment": "says", "remark": "says", "proposal": "says", "plea": "demands",
	"threat": "threatens", "promise": "promises", "pledge": "promises", "vow": "promises", "denial": "denies",
	"declaration": "says", "reminder": "says", "observation": "says", "disclosure": "says", "concession": "says", "boast": "says", "estimate": "says", "forecast": "says", "message": "says",
	"recommendation": "demands", "exhortation": "demands", "guarantee": "promises", "offer": "promises", "line": "says", "position": "says", "point": "says", "case": "says", "theory": "says", "quip": "says", "joke": "says",
}

// mental are nouns for what somebody holds without saying it.
var mental = set("belief view fear hope expectation conviction opinion feeling sense suspicion concern worry doubt thinking impression assumption assessment judgment judgement wish desire intention plan confidence")

// bidding are the nouns that say by "to do" what is asked or promised, and
// those of them that also do by "for".
var (
	bidding = set("call demand appeal request plea threat promise pledge vow offer proposal recommendation exhortation wish desire intention plan")
	seeking = set("call demand appeal request plea wish desire")
)

// noun reads "Abadi's call that all parties respect ..." and "his pledge to
// leave" at token i, and reports whether there was one. The speaker is the
// possessor or stands behind "by" or "from".
func (f *finder) noun(i int) bool {
	toks := f.doc.Tokens
	t := &toks[i]
	if t.Pos != "NOUN" {
		return false
	}
	act, said := sayings[t.Lemma]
	if !said && !mental[t.Lemma] {
		return false
	}
	src := f.owner(i)
	if src.pronoun && t.Dep == "dobj" && t.Head < i {
		// "He repeated his claim that": he says it.
		if s := f.subject(t.Head); s >= 0 && f.entityOf(s) == f.entityOf(src.head) {
			src = f.head(s)
		}
	}
	if !src.ok || f.firstPerson(src.head) || toks[src.head].Lower == "our" || toks[src.head].Lower == "my" || toks[src.head].Lower == "its" && mental[t.Lemma] {
		return false
	}
	var r analyze.Range
	k := f.clauseOf(i)
	if k >= 0 {
		r = f.clauseRange(k, i)
	} else if r = f.bidden(i); r.End > r.Start {
		said = false
	}
	if r.End-r.Start < 2 {
		return false
	}
	a := blank()
	a.Verb, a.Act, a.Confidence = t.Lemma, act, .6
	a.Cue = []analyze.Range{{Start: i, End: i + 1}}
	f.speak(&a, src)
	if !said { // what is only thought, or asked for in passing, is no statement
		a.Speaker, a.Joint, a.Act, a.thought = -1, nil, "says", true
		if f.in[i] > 0 || f.inBlock(i) {
			return false
		}
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

// owner returns whose the noun at i is: its possessor, or whom "by", "from" or "among" names behind it.
func (f *finder) owner(i int) source {
	toks := f.doc.Tokens
	src := source{}
	for _, k := range f.doc.Children(i) {
		switch {
		case toks[k].Dep == "poss":
			src = source{ok: true, head: k, pronoun: toks[k].Pos == "PRON"}
		case toks[k].Dep == "prep" && (toks[k].Lower == "by" || toks[k].Lower == "from" || toks[k].Lower == "among"):
			if p := f.doc.Child(k, "pobj"); p >= 0 && !src.ok {
				src = f.head(p)
			}
		}
	}
	return src
}

// clauseOf returns the verb of the clause with "that" that the noun at i
// takes, beside it or behind "is": "his argument is that"; -1 for none.
func (f *finder) clauseOf(i int) int {
	toks := f.doc.Tokens
	best := -1
	for _, k := range f.doc.Children(i) {
		if d := toks[k].Dep; k > i && (d == "acl" || d == "ccomp" || d == "relcl") && f.marked(k) {
			best = k
		}
	}
	if h := toks[i].Head; best < 0 && toks[i].Dep == "nsubj" && toks[h].Lemma == "be" && h > i {
		for _, k := range f.doc.Children(h) {
			if toks[k].Dep == "ccomp" && k > h && f.marked(k) {
				best = k
			}
		}
	}
	return best
}

// bidden returns what "his promise to leave" and "its call for talks" ask or promise.
func (f *finder) bidden(i int) analyze.Range {
	toks := f.doc.Tokens
	if !bidding[toks[i].Lemma] {
		return analyze.Range{}
	}
	for _, k := range f.doc.Children(i) {
		switch t := &toks[k]; {
		case k > i && (t.Dep == "acl" || t.Dep == "relcl" || t.Dep == "xcomp") && f.isTo(k):
			return f.trim(f.clauseRange(k, i))
		case k > i && t.Dep == "prep" && t.Lower == "for" && seeking[toks[i].Lemma]:
			if p := f.doc.Child(k, "pobj", "pcomp"); p > k {
				return f.trim(f.doc.Subtree(p))
			}
		}
	}
	return analyze.Range{}
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
