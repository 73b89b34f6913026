package speech

import (
	"sort"

	"github.com/newsgraph/newsgraph/news"
)

// feelings are verbs with which a body that says "we" states where it stands.
var feelings = set("believe hope appreciate mourn regret recognize recognise")

// stances are verbs with which a body states, in its own voice, where it stands.
var stances = set("stand remain continue support offer share extend send be comply commend join")

// longStatement is the number of tokens that statements printed whole stay below.
const longStatement = 2000

// firstPerson reports whether token i is "we" or "I".
func (f *finder) firstPerson(i int) bool {
	return f.doc.Tokens[i].Lower == "we" || f.doc.Tokens[i].Lower == "i"
}

// findVoice finds who says "we" in an article that is itself a statement: the
// country or organisation that is most often the subject of a sentence that
// states, in the present tense, what it condemns, urges or stands for. An
// article with "we" in quotes and blocks only has no such voice.
func (f *finder) findVoice() {
	we, asked := 0, 0
	subjects := map[int]int{}
	best := -1
	for i := range f.doc.Tokens {
		t := &f.doc.Tokens[i]
		if t.Text == "?" && f.in[i] == 0 {
			asked++
		}
		if t.Dep != "nsubj" && t.Lower != "our" || f.in[i] > 0 || f.inBlock(i) {
			continue
		}
		if f.firstPerson(i) || t.Lower == "our" {
			we++
			continue
		}
		if h := &f.doc.Tokens[t.Head]; h.Dep != "ROOT" || h.Tag != "VBZ" && h.Tag != "VBP" || verbs[h.Lemma].frames == 0 && !stances[h.Lemma] {
			continue
		}
		e := f.entityOf(i)
		if e < 0 || f.names.Entities[e].Type != news.Country && f.names.Entities[e].Type != news.Organization {
			continue
		}
		subjects[e]++
		if best < 0 || subjects[e] > subjects[best] {
			best = e
		}
	}
	if we >= 2 && asked < 3 && len(f.doc.Tokens) < longStatement { // more questions make an interview
		f.voice = best
	}
}

// inBlock reports whether token i lies in a statement printed without quotation marks.
func (f *finder) inBlock(i int) bool {
	// Blocks are in text order, and none ends before one that starts earlier.
	k := sort.Search(len(f.said), func(k int) bool { return f.said[k].Start > i })
	return k > 0 && within(i, f.said[k-1])
}
