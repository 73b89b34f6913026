package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/timex"
	"github.com/newsgraph/newsgraph/news"
)

// tie says how closely a time belongs to a trigger: 0 not at all, more for
// the trigger itself than for its support verb or the clause above.
func (f *finder) tie(t *timex.Timex, tok, support int) int {
	d := f.doc
	g := f.governor(t)
	if gt := &d.Tokens[g]; gt.Head == tok && (gt.Dep == "acl" || gt.Dep == "relcl") && isNoun(&d.Tokens[tok]) && g != support && f.doc.Child(g, "dobj") >= 0 {
		return 60
	}
	if support >= 0 && g == support {
		return 95
	}
	if gt := &d.Tokens[g]; isNoun(&d.Tokens[tok]) && (gt.Dep == "acl" || gt.Dep == "relcl") && f.lex.is("timing", gt.Lemma) && f.partOf(gt.Head, tok) {
		return 92 // "the debate, which was set for 3 May, is off", "talks of the two sides held on Monday"
	}
	if gt := &d.Tokens[g]; gt.Dep == "advcl" && gt.Head == tok && gt.Tag == "VBG" && (f.marked(g, "while", "when") || f.lex.is("speechact", gt.Lemma) || gt.Lemma == "speak" || gt.Lemma == "address") {
		return 75 // "said while addressing the press on Monday"
	}
	if gt := &d.Tokens[g]; isNoun(&d.Tokens[tok]) && (gt.Head == tok || gt.Head == support) && isVerb(gt) && f.hasTo(g) && f.lex.is("seizing", gt.Lemma) {
		return 60 // "began their advance to isolate the city on 6 November"
	}
	if gt := &d.Tokens[g]; gt.Dep == "pcomp" && d.Tokens[gt.Head].Lower == "by" && d.Tokens[gt.Head].Head == tok {
		return 85 // "killed her by poisoning her in 2016"
	}
	setting := f.setting(g)
	if support >= 0 && setting == support {
		return 85
	}
	if f.inName(t, g, tok) {
		return 80
	}
	if slices.Contains(f.sceneOf(tok), g) || f.whenTold(t, tok) {
		return 70
	}
	for cur, rank, steps := tok, 100, 0; steps < 20; steps++ {
		if g == cur || cur == support && g == support {
			return rank
		}
		if setting == cur {
			return rank - 10
		}
		ct := &d.Tokens[cur]
		if ct.Head == cur {
			return 0
		}
		h := ct.Head
		ht := &d.Tokens[h]
		switch {
		case isNoun(ct):
			// Up through prepositions and nouns to the verb that the noun belongs to.
			if isVerb(ht) {
				if f.lex.is("instrument", ct.Lemma) && cur != tok && rank >= 70 {
					rank -= 5 // "signed an order imposing tariffs"
					break
				}
				if cur != tok && rank < 90 {
					return 0
				}
				if !f.carries(cur, h, support) {
					return 0
				}
			} else if isNoun(ht) && ct.Dep != "conj" && ct.Dep != "compound" && ct.Dep != "appos" {
				return 0
			}
			rank -= 5
		case ct.Pos == "ADP" || ct.Pos == "SCONJ":
			if isVerb(ht) && h != support && ct.Lower != "in" && ct.Lower != "during" && f.lex.is("aftermath", ht.Lemma) && f.attackNoun(tok) != nil && g == h {
				return 0 // "was jailed on Monday for the murder"
			}
			if isNoun(ht) && !counting[ht.Lemma] {
				if _, ok := f.operator(h, ct.Lower); !ok {
					return 0
				}
			}
			rank -= 5
		case isVerb(ct):
			switch ct.Dep {
			case "conj":
				rank -= 20
				// A time before the first verb may hold for both; of those after it only a day does
				// that the second verb follows at once: "was seized on Monday and taken to Rome".
				if (g == h || setting == h) && t.Tokens.Start > h && !f.goesOn(t, h, cur) {
					return 0
				}
				if d.Child(cur, "nsubj", "nsubjpass") >= 0 {
					rank -= 10
				}
			case "xcomp":
				if e, ok := f.operator(h, "comp"); ok && e != begun && e != be && e != keep && e != ended && e != try && !f.passive(h) && !(ht.Lemma == "vote" && f.lex.is("byvote", ct.Lemma)) {
					return 0
				}
				rank -= 20
			case "acl":
				if ct.Tag != "VBG" {
					return 0
				}
				rank -= 20
			case "advcl":
				if f.marked(cur, "when") && ct.Tag == "VBD" && ht.Tag != "VBP" && ht.Tag != "VBZ" {
					rank -= 30 // "last year, ill health was given as the reason when he stepped down"
					break
				}
				if f.hasTo(cur) && f.lex.is("motion", ht.Lemma) {
					rank -= 20 // "flies to Rome on Friday to meet the pope"
					break
				}
				if f.hasTo(cur) || ct.Tag != "VBG" || f.marked(cur, "after", "before", "since", "while") {
					return 0
				}
				rank -= 30
			case "pcomp":
				// "stepped down on Friday, with his deputy taking over"
				if p := ht; ct.Tag != "VBG" || p.Lower != "with" || !isVerb(&d.Tokens[p.Head]) {
					return 0
				}
				rank -= 30
				h = d.Tokens[h].Head
			case "ccomp":
				// "Davis said today the troops left": only a time inside the clause counts,
				// but what opens "In May an envoy left, Davis said" is inside.
				if (g == h || setting == h) && h > cur && f.inFront(t, cur) {
					return rank - 30
				}
				return 0
			default:
				return 0
			}
		default:
			return 0
		}
		if rank <= 0 {
			return 0
		}
		cur = h
	}
	return 0
}

// partOf reports whether noun n is word tok, or stands below it and is no event of its own.
func (f *finder) partOf(n, tok int) bool {
	for range 6 {
		if n == tok {
			return true
		}
		t := &f.doc.Tokens[n]
		if t.Head == n || isVerb(t) || isNoun(t) && len(f.lex.nouns[t.Lemma]) > 0 {
			return false
		}
		n = t.Head
	}
	return false
}

// inFront reports whether a time opens the sentence and only the subject of verb
// v stands between them.
func (f *finder) inFront(t *timex.Timex, v int) bool {
	d := f.doc
	if t.Tokens.End > v || t.Tokens.Start > 0 && d.Tokens[max(t.Tokens.Start-2, 0)].Sent == d.Tokens[t.Tokens.Start].Sent && t.Tokens.Start > 1 {
		return false
	}
	s := d.Child(v, "nsubj", "nsubjpass")
	return s > t.Tokens.Start && s < v
}

// setting returns the verb whose setting noun n is: "said in an interview on
// Friday", "met at a summit in May"; -1 when it is none.
func (f *finder) setting(n int) int {
	d := f.doc
	t := &d.Tokens[n]
	if !isNoun(t) || t.Dep != "pobj" {
		return -1
	}
	switch p := &d.Tokens[t.Head]; p.Lower {
	case "in", "at", "during":
		if p.Head < t.Head && isVerb(&d.Tokens[p.Head]) {
			return p.Head
		}
	}
	return -1
}

// inName reports whether a year is part of the name of what word tok names:
// "the 1951 Refugee Convention" may have been signed in another year.
func (f *finder) inName(t *timex.Timex, g, tok int) bool {
	k := &f.doc.Tokens[t.Tokens.Start]
	return g == tok && t.Tokens.Start < tok && t.Range.Precision == news.PrecisionYear && (k.Dep == "compound" || k.Dep == "nummod" || k.Dep == "nmod") && f.doc.Tokens[tok].Pos == "PROPN"
}

// sceneOf returns the words whose time is also that of verb tok in a clause with
// "where" or "during which" ("travelled to Rome on Monday, where he met
// the pope"): the nouns above it up to the verb they belong to.
func (f *finder) sceneOf(tok int) []int {
	d := f.doc
	v := tok
	for steps := 0; steps < 3 && d.Tokens[v].Dep != "relcl" && (d.Tokens[v].Dep == "xcomp" || d.Tokens[v].Dep == "conj" && d.Child(v, "nsubj", "nsubjpass") < 0); steps++ {
		v = d.Tokens[v].Head
	}
	if d.Tokens[v].Dep != "relcl" || !f.marked(v, "where") && !f.atWhich(v) {
		return nil
	}
	var out []int
	for steps := 0; steps < 6 && d.Tokens[v].Head != v; steps++ {
		v = d.Tokens[v].Head
		out = append(out, v)
		if isVerb(&d.Tokens[v]) {
			break
		}
	}
	return out
}

// atWhich reports whether a relative clause tells what took place within its
// noun: "at which", "during which".
func (f *finder) atWhich(v int) bool {
	for _, k := range f.doc.Children(v) {
		if t := &f.doc.Tokens[k]; t.Dep == "prep" && (t.Lower == "at" || t.Lower == "during") && f.doc.Child(k, "pobj") == k+1 && f.doc.Tokens[k+1].Lower == "which" {
			return true
		}
	}
	return false
}

// whenTold reports whether verb tok says what took place at a time named right
// before it: "on Friday, when he met the pope".
func (f *finder) whenTold(t *timex.Timex, tok int) bool {
	for _, k := range f.doc.Children(tok) {
		if f.doc.Tokens[k].Lower == "when" {
			return t.Tokens.End == k || t.Tokens.End == k-1 && f.doc.Tokens[k-1].Text == ","
		}
	}
	return false
}

// told are the forms of the verbs of a story.
var told = map[string]bool{"VBD": true, "VBN": true, "VBG": true}

// goesOn reports whether the second of two verbs with one subject goes on from
// the day named behind the first.
func (f *finder) goesOn(t *timex.Timex, first, second int) bool {
	d := f.doc
	if !t.Range.IsDay() || t.Tokens.Start > second || d.Child(second, "nsubj", "nsubjpass") >= 0 {
		return false
	}
	if a, b := d.Tokens[first].Tag, d.Tokens[second].Tag; a != b && !(told[a] && (b == "VBD" || b == "VBN")) {
		return false
	}
	for i := t.Tokens.End; i < second; i++ {
		if k := &d.Tokens[i]; isVerb(k) && k.Dep != "aux" && k.Dep != "auxpass" || k.Dep == "mark" || k.Text == ";" || k.Text == "—" || k.Text == "–" {
			return false
		}
	}
	return true
}

// carries reports whether a time of verb v holds for its noun: v is the
// support, or says when the thing takes place.
func (f *finder) carries(n, v, support int) bool {
	if v == support {
		return true
	}
	switch f.doc.Tokens[n].Dep {
	case "nsubj":
		return true
	case "pobj", "dobj", "nsubjpass", "attr":
	default:
		return false
	}
	switch f.doc.Tokens[v].Lemma {
	case "schedule", "plan", "set", "hold", "sign", "issue", "be", "kill", "die", "injure", "wound", "arrest":
		return true
	}
	return false
}

// governor returns the verb or noun that a time hangs on.
func (f *finder) governor(t *timex.Timex) int {
	d := f.doc
	if t.Anchor >= 0 {
		if v := f.countedFrom(t.Anchor); v >= 0 {
			return v
		}
	}
	head := t.Tokens.Start
	for i := t.Tokens.Start; i < t.Tokens.End; i++ {
		if h := d.Tokens[i].Head; h < t.Tokens.Start || h >= t.Tokens.End || h == i {
			head = i
			break
		}
	}
	g := d.Tokens[head].Head
	for steps := 0; steps < 4 && g != d.Tokens[g].Head && (d.Tokens[g].Pos == "ADP" || d.Tokens[g].Pos == "SCONJ" && d.Tokens[g].Dep == "prep" || d.Tokens[g].Dep == "npadvmod" || d.Tokens[g].Pos == "ADV" && d.Tokens[g].Dep == "advmod" || strings.HasSuffix(d.Tokens[g].Lower, "self") || strings.HasSuffix(d.Tokens[g].Lower, "selves")); steps++ {
		g = d.Tokens[g].Head
	}
	if h := d.Tokens[g].Head; d.Tokens[g].Dep == "ccomp" && f.beforeClause(t, h, g) {
		return h
	}
	return g
}

// beforeClause reports whether a time stands between the verb of saying h and
// the subject of what is said, verb v, with no "that" or comma to give it to v:
// "said yesterday the law would be changed".
func (f *finder) beforeClause(t *timex.Timex, h, v int) bool {
	d := f.doc
	n := d.Child(v, "nsubj", "nsubjpass", "expl")
	if t.Tokens.Start < h || n < t.Tokens.End || n > v {
		return false
	}
	for j := h + 1; j < n; j++ {
		if k := &d.Tokens[j]; k.Lower == "that" || k.Text == "," || k.Text == ":" || k.Text == "\"" || k.Text == "“" {
			return false
		}
	}
	return true
}
