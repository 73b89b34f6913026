package speech

import "github.com/newsgraph/newsgraph/news"

// feelings are verbs with which a body that says "we" states where it stands.
var feelings = set("believe hope appreciate mourn regret recognize recognise")

// firstPerson reports whether token i is "we" or "I".
func (f *finder) firstPerson(i int) bool {
	return f.doc.Tokens[i].Lower == "we" || f.doc.Tokens[i].Lower == "i"
}

// findVoice finds who says "we" in an article that is itself a statement: the
// country or organisation that is most often the subject of its sentences. An
// article with "we" in quotes and blocks only has no such voice.
func (f *finder) findVoice() {
	we := 0
	subjects := map[int]int{}
	best := -1
	for i := range f.doc.Tokens {
		t := &f.doc.Tokens[i]
		if t.Dep != "nsubj" && t.Lower != "our" || f.in[i] > 0 || f.inBlock(i) {
			continue
		}
		if f.firstPerson(i) || t.Lower == "our" {
			we++
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
	if we >= 2 {
		f.voice = best
	}
}

// inBlock reports whether token i lies in a statement printed without quotation marks.
func (f *finder) inBlock(i int) bool {
	for _, r := range f.spoken {
		if within(i, r) {
			return true
		}
	}
	return false
}
