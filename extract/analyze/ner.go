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
	// group is where Token.Lean has the label.
	group []int
}

const namerSlots = 3

func newNamer(r *reader) (*namer, error) {
	n := len(r.Ner)
	m := &namer{scorer: newScorer(r, "ner", namerSlots, n)}
	size := (n - 2) / 4
	for i := range size {
		label := strings.TrimPrefix(r.Ner[i], "B-")
		m.labels = append(m.labels, label)
		group, ok := map[string]int{"PERSON": 0, "ORG": 1, "GPE": 2, "LOC": 2, "FAC": 2}[label]
		if !ok {
			group = 3
		}
		m.group = append(m.group, group)
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

// names returns the names among the tokens, of which space tells the blank
// ones and starts those that begin a sentence, and notes their leanings.
func (m *namer) names(g *rating, tokens []Token, space func(i int) bool, starts []bool, k *kernel) []Name {
	n := len(tokens)
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
			m.lean(scores, &tokens[i].Lean)
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

// lean compares the best action that begins a name of each group with none.
func (m *namer) lean(scores []float32, to *[4]float32) {
	size := len(m.labels)
	none := scores[4*size+1]
	begin, unit := scores[:size], scores[3*size:4*size]
	for i := range to {
		to[i] = -1e9
	}
	for i, group := range m.group {
		to[group] = max(to[group], begin[i]-none, unit[i]-none)
	}
}
