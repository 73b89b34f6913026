package graph_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

// BenchmarkWrite shows how many articles a second the graph takes when it is
// empty, and when it holds thousands: 300 at a time, of about 900 words and
// 60 claims each, whose cast and happenings recur as in news.
//
//	go test ./graph -run '^$' -bench Write -benchtime 1x -timeout 30m
func BenchmarkWrite(b *testing.B) {
	const articles, batch, claims, words = 300, 50, 60, 900
	s := open(b)
	w := newWorld(1)
	w.cast, w.days = 2000, 365
	held := 0
	grow := func(n int) {
		for part := range slices.Chunk(w.entries(held, n, claims, words), batch) {
			if _, err := s.Write(context.Background(), part, fusing); err != nil {
				b.Fatal(err)
			}
		}
		held += n
	}
	grow(articles) // until the server has compiled what it runs
	for _, size := range []int{articles, 3000} {
		b.Run(fmt.Sprintf("after %d", size), func(b *testing.B) {
			for held < size {
				grow(min(articles, size-held))
			}
			n := 0
			for b.Loop() {
				grow(articles)
				n += articles
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
		})
	}
	clean(b, s)
}
