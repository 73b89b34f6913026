package analyze

import (
	"fmt"
	"strings"
)

// namer finds names by giving each token one action: begin, in, last, unit
// (with a label each) or outside.
type namer struct {
	*scorer
	labels []string
}

const namerSlots = 3

func newNamer(r *reader) (*namer, error) {
	n := len(r.Ner)
	m := &namer{scorer: newScorer(r, "ner", namerSlots, n)}
	size := (n - 2) / 4
	for i := range size {
		m.labels = append(m.labels, strings.TrimPrefix(r.Ner[i], "B-"))
	}
	for i, a := range r.Ner {
		want := "O"
		switch {
		case i < 4*size:
			want = "BILU"[i/size:i/size+1] + "-" + m.labels[i%size]
		case i == n-2:
			want = "U-"
		}
		if a != want {
			return nil, fmt.Errorf("weights: action %d of the names is %s, want %s", i, a, want)
		}
	}
	return m, nil
}

// names returns the names among n tokens, of which space tells the blank
// ones and starts those that begin a sentence.
func (m *namer) names(g *rating, n int, space func(i int) bool, starts []bool, k *kernel) []Name {
	var out []Name
	size := len(m.labels)
	begin, in, last, unit, none := 0, size, 2*size, 3*size, len(m.labels)*4+1
	open, label := -1, 0
	for i := range n {
		slots := [namerSlots]int{i, -1, -1}
		if open >= 0 {
			slots[1], slots[2] = open, i-1
		}
		scores := g.score(m.scorer, slots[:], k)
		a := -1
		more := i+1 < n && !starts[i+1]
		if open < 0 {
			if !space(i) {
				if more {
					a = best(scores, a, begin, in)
				}
				a = best(scores, a, unit, unit+size)
			}
			a = best(scores, a, none, none+1)
		} else {
			if more {
				a = in + label
			}
			a = best(scores, a, last+label, last+label+1)
		}
		switch {
		case a == none:
		case a >= unit:
			out = append(out, Name{Range{i, i + 1}, m.labels[a-unit]})
		case a >= last:
			out = append(out, Name{Range{open, i + 1}, m.labels[label]})
			open = -1
		case a < in:
			open, label = i, a
		}
	}
	return out
}
