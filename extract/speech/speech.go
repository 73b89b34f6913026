// Package speech finds who says what: quotes and reported speech with
// speaker, cue, content, addressee and medium.
package speech

import (
	"slices"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/names"
)

// Attribution is one act of saying.
type Attribution struct {
	// Source holds the words that name the speaker ("Kremlin foreign policy aide Yuri Ushakov"); empty when nobody is named.
	Source []analyze.Range
	// Cue holds the words of the act ("said", "according to").
	Cue []analyze.Range
	// Content holds what is said, quote marks included; several stretches for a split quote.
	Content []analyze.Range
	// Direct is true when some of the content is in quotation marks.
	Direct bool
	// Verb is the lemma of the cue ("say"), Act its class: says, accuses, demands, threatens, rejects, supports, promises, denies, apologises.
	Verb, Act string
	// Speaker is an index into names.Names.Entities, or -1 when the source is no entity ("critics").
	Speaker int
	// Joint holds the further speakers of a joint statement ("Merkel and Johnson said").
	Joint []int
	// Addressee is an entity index or -1.
	Addressee int
	// Subject is the entity that it accuses, praises, threatens ..., or -1.
	Subject int
	// Medium is where it was said ("X", "reporters", "a statement"), as printed; "".
	Medium string
	// Outer is the index of the attribution that reports this one ("..., Al Jazeera reported"), or -1.
	Outer int
	// Outlet is true when the source is a news outlet that only reports ("according to Al Jazeera").
	Outlet bool
	// Cue head token, for dates and negation; -1 when the cue is no verb.
	Head int
	// Confidence is the probability that a careful reader agrees.
	Confidence float64

	// thought is true for what the source believes and has not said.
	thought bool
}

// finder holds one article while its attributions are read.
type finder struct {
	doc    *analyze.Doc
	names  *names.Names
	quotes []quote
	// in is, for each token, one more than the index of the quote that it stands in.
	in    []int
	found []Attribution
	// used tells which quotes are some attribution's content.
	used []bool
	// issued holds the latest issuer of a document by its noun's lemma.
	issued map[string]int
	// spoke holds for whom somebody without a name spoke last, by the noun's lemma.
	spoke map[string]spoken
	// introduces holds the verbs whose content is a block of paragraphs, and
	// said those paragraphs.
	introduces map[int]bool
	said       []analyze.Range
	// behind and ahead are who is named together, before and after the verb that is read.
	behind, ahead []pair
	// notes are the tokens at which notes to a statement start, and the text's end.
	notes []int
	// country is one more than the article's first country, 0 before it is looked for, -1 when there is none.
	country int
	// ends finds the direct attributions by the token at which their content or cue ends.
	ends map[int][]int
	// voice is the entity that says "we" outside quotes, or -1.
	voice int
}

// Find returns the attributions of doc, in the order of their cues, with
// speakers out of n. It never fails: of odd text it finds less.
func Find(doc *analyze.Doc, n *names.Names) []Attribution {
	f := &finder{doc: doc, names: n, issued: map[string]int{}, spoke: map[string]spoken{}, introduces: map[int]bool{}, voice: -1}
	f.readQuotes()
	f.used = make([]bool, len(f.quotes))
	f.blocks()
	if len(f.said) == 0 {
		f.transcript()
	}
	f.findVoice()
	f.ahead = f.pairs()
	for i := range doc.Tokens {
		f.issue(i)
		if q := f.in[i] - 1; q >= 0 && (f.quotes[q].long() || f.quotes[q].speech()) || f.introduces[i] {
			continue
		}
		if !f.accordingTo(i) && !f.noun(i) && !f.thought(i) {
			f.verb(i)
		}
	}
	f.leftQuotes()
	slices.SortStableFunc(f.found, func(a, b Attribution) int { return a.start() - b.start() })
	f.nest()
	f.cutAsides()
	f.dropAsides()
	return f.found
}

// start returns the token at which the attribution starts, its cue first of all.
func (a *Attribution) start() int {
	if len(a.Cue) > 0 {
		return a.Cue[0].Start
	}
	if len(a.Content) > 0 {
		return a.Content[0].Start
	}
	return 0
}

// blank returns an attribution with nothing in it.
func blank() Attribution {
	return Attribution{Speaker: -1, Addressee: -1, Subject: -1, Outer: -1, Head: -1}
}

// nest fills in Outer: an attribution whose cue lies in another's content is
// reported by that one. The smallest content around it counts.
func (f *finder) nest() {
	type stretch struct {
		analyze.Range
		of int
	}
	var all, open []stretch
	for i := range f.found {
		for _, c := range f.found[i].Content {
			all = append(all, stretch{c, i})
		}
	}
	slices.SortStableFunc(all, func(a, b stretch) int { return a.Start - b.Start })
	next := 0
	for i := range f.found { // sorted by start
		at, best := f.found[i].start(), -1
		for next < len(all) && all[next].Start <= at {
			open = append(open, all[next])
			next++
		}
		open = slices.DeleteFunc(open, func(s stretch) bool { return s.End <= at })
		for j, s := range open {
			if s.of != i && (best < 0 || s.End-s.Start < open[best].End-open[best].Start) {
				best = j
			}
		}
		f.found[i].Outer = -1
		if best >= 0 {
			f.found[i].Outer = open[best].of
		}
	}
	f.unloop()
}

// unloop lets nobody report what reports him: where the contents of
// attributions hold each other's beginning, the first stands by itself.
func (f *finder) unloop() {
	state := make([]int, len(f.found)) // 0 not seen, else the walk that saw it
	for i := range f.found {
		for a := i; a >= 0 && state[a] == 0; a = f.found[a].Outer {
			state[a] = i + 1
			if o := f.found[a].Outer; o >= 0 && state[o] == i+1 {
				f.found[min(a, o)].Outer = -1
			}
		}
	}
}

// cutAsides ends what somebody says where a relative clause behind a comma
// tells what somebody else says of it: "relief at the ruling, which Kenya called unjust".
func (f *finder) cutAsides() {
	cut := false
	for i := range f.found {
		b := &f.found[i]
		if b.Outer < 0 || b.Head < 0 {
			continue
		}
		a := &f.found[b.Outer]
		last := &a.Content[len(a.Content)-1]
		if start := b.Content[0].Start; f.resumed(start) >= 0 && b.Content[0].End <= b.Head && within(start, *last) && start > a.Head {
			last.End = f.trim(analyze.Range{Start: last.Start, End: start}).End
			cut = true
			continue
		}
		if f.in[b.Head] > 0 || a.Head < 0 || last.Start < a.Head {
			continue
		}
		for h, n := b.Head, 0; n < 4 && within(h, *last); h, n = f.doc.Tokens[h].Head, n+1 {
			start := f.doc.Subtree(h).Start
			if f.doc.Tokens[h].Dep != "relcl" || start <= last.Start+1 || f.doc.Tokens[start-1].Text != "," || !f.relative(start) {
				continue
			}
			last.End = f.trim(analyze.Range{Start: last.Start, End: start}).End
			cut = true
			break
		}
	}
	if cut {
		f.nest()
	}
}

// dropAsides drops "what he named a crisis" inside what somebody says, and
// what speakers say there of their own sayings ("announced that he had asked").
func (f *finder) dropAsides() {
	drop := false
	for i := range f.found {
		a := &f.found[i]
		if a.Outer < 0 || a.Head < 0 {
			continue
		}
		if a.thought && f.sameSource(a, &f.found[a.Outer]) {
			a.Confidence, drop = 0, true
			continue
		}
		if o := &f.found[a.Outer]; o.Speaker >= 0 && o.Speaker == a.Speaker && !f.inBlock(a.start()) && !f.allQuoted(o) && !f.ownWords(a) {
			a.Confidence, drop = 0, true
		}
		for _, k := range f.doc.Children(a.Head) {
			if f.doc.Tokens[k].Lower == "what" {
				a.Confidence, drop = 0, true
			}
		}
	}
	if !drop {
		return
	}
	f.found = slices.DeleteFunc(f.found, func(a Attribution) bool { return a.Confidence == 0 })
	f.nest()
}

// sameSource reports whether a's source is that of o, as far as one can see: a pronoun may be.
func (f *finder) sameSource(a, o *Attribution) bool {
	if len(a.Source) == 0 || len(o.Source) == 0 {
		return true
	}
	h := &f.doc.Tokens[a.Source[0].End-1]
	return h.Pos == "PRON" || h.Lower == f.doc.Tokens[o.Source[0].End-1].Lower
}

// ownWords reports whether a's content is a quote that can stand by itself.
func (f *finder) ownWords(a *Attribution) bool {
	return f.allQuoted(a) && f.quotes[f.in[a.Content[0].Start]-1].speech()
}

func within(i int, r analyze.Range) bool { return i >= r.Start && i < r.End }

func overlap(a, b analyze.Range) bool { return a.Start < b.End && b.Start < a.End }

func contains(a, b analyze.Range) bool { return a.Start <= b.Start && b.End <= a.End }

func hull(a, b analyze.Range) analyze.Range {
	if a.End <= a.Start {
		return b
	}
	if b.End <= b.Start {
		return a
	}
	return analyze.Range{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// Told returns the content without the words of the cue where something else
// is left of it: "the attack" of "condemned the attack".
func (a *Attribution) Told() []analyze.Range {
	out := slices.Clone(a.Content)
	for i := range out {
		for _, c := range a.Cue {
			if c.Start <= out[i].Start && c.End > out[i].Start && c.End < out[i].End {
				out[i].Start = c.End
			}
		}
	}
	return out
}
