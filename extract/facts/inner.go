package facts

import (
	"container/heap"
	"slices"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// stretch is a piece of what an attribution reports, with the length of all its pieces.
type stretch struct {
	analyze.Range
	of, size int
}

// shortest is a heap of stretches, the shortest attribution first, then the first.
type shortest []stretch

func (s shortest) Len() int { return len(s) }
func (s shortest) Less(i, j int) bool {
	return s[i].size < s[j].size || s[i].size == s[j].size && s[i].of < s[j].of
}
func (s shortest) Swap(i, j int) { s[i], s[j] = s[j], s[i] }

// Push adds a stretch, as container/heap asks.
func (s *shortest) Push(x any) { *s = append(*s, x.(stretch)) }

// Pop takes the last one away, as container/heap asks.
func (s *shortest) Pop() any {
	old := *s
	x := old[len(old)-1]
	*s = old[:len(old)-1]
	return x
}

// innermost returns the attribution whose content is the shortest one that
// holds the token, or -1. All tokens are read at the first call.
func (f *finder) innermost(tok int) int {
	if f.inner == nil {
		f.inner = f.readInner()
	}
	return f.inner[tok]
}

// readInner returns the innermost attribution of every token, in n log n steps.
func (f *finder) readInner() []int {
	var all []stretch
	for i := range f.Said {
		n := 0
		for _, r := range f.Said[i].Content {
			n += r.End - r.Start
		}
		for _, r := range f.Said[i].Content {
			all = append(all, stretch{r, i, n})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return a.Start - b.Start })
	out := make([]int, len(f.doc.Tokens))
	var open shortest
	next := 0
	for t := range out {
		for ; next < len(all) && all[next].Start <= t; next++ {
			heap.Push(&open, all[next])
		}
		for len(open) > 0 && open[0].End <= t {
			heap.Pop(&open)
		}
		out[t] = -1
		if len(open) > 0 {
			out[t] = open[0].of
		}
	}
	return out
}
