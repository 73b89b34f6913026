package names

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// Candidate is a name whose kind the judge decides, for those who teach it.
type Candidate struct {
	// Key is the name's words in lower case, Spans are its occurrences.
	Key   string
	Spans []analyze.Range
	// Kind is what network and rules make of it, an index below Judged.
	Kind     int
	Features []Feature
}

// Candidates returns the names of an analysed article that the judge is asked
// about, as it sees them.
func Candidates(doc *analyze.Doc, tables *seeds.Tables) []Candidate {
	f := newFinder(doc, news.Date{}, "", "", tables)
	f.survey()
	t := f.traits()
	var out []Candidate
	for _, c := range f.candidates() {
		x := Candidate{Key: c.key, Features: t.of(c, nil)}
		for i, k := range judged {
			if k == f.spans[c.spans[0]].kind {
				x.Kind = i
			}
		}
		for _, k := range c.spans {
			x.Spans = append(x.Spans, f.spans[k].Range)
		}
		out = append(out, x)
	}
	return out
}
