package resolvers

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// perOwner returns the part of one row of what is loaded for its whole group.
func perOwner[T, R any](g *schema.Group[T], owner news.ID, key string, fetch func(rows []T) (map[news.ID]R, error)) (R, error) {
	all, err := schema.Load(g, key, fetch)
	return all[owner], err
}

// oncePer returns a function that counts for all owners the first time it is called.
func oncePer(count func(context.Context) (map[news.ID]int, error)) func(context.Context) (map[news.ID]int, error) {
	var once sync.Once
	var n map[news.ID]int
	var err error
	return func(ctx context.Context) (map[news.ID]int, error) {
		once.Do(func() { n, err = count(ctx) })
		return n, err
	}
}

// connectAll returns the pages of all owners as connections. The rows of all
// pages become one group, so that the next level loads for all of them at once.
func connectAll[T, M, N any](list string, p graph.Page, owners []news.ID, lists map[news.ID]graph.List[T],
	grouped func([]T) []M, counts func(context.Context) (map[news.ID]int, error), node func(M) N,
) map[news.ID]*schema.Connection[N] {
	var rows []T
	for _, o := range owners {
		rows = append(rows, lists[o].Rows...)
	}
	all := grouped(rows)
	out := make(map[news.ID]*schema.Connection[N], len(owners))
	for _, o := range owners {
		l := lists[o]
		n := len(l.Rows)
		count := func(ctx context.Context) (int, error) {
			n, err := counts(ctx)
			return n[o], err
		}
		out[o] = connect(list, p, graph.List[M]{Rows: all[:n:n], Marks: l.Marks, More: l.More}, count, node)
		all = all[n:]
	}
	return out
}

func itself[T any](v T) T { return v }

// byFrequency returns the values of list, each once, the most frequent first.
func byFrequency[T cmp.Ordered](list []T) []T {
	n := map[T]int{}
	for _, v := range list {
		n[v]++
	}
	out := make([]T, 0, len(n))
	for v := range n {
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b T) int { return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b)) })
	return out
}
