package graph_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

// TestTwoWritersGiveTheGraphOfOne has two stores, as two processes have
// them, write overlapping parts of the same articles at once.
func TestTwoWritersGiveTheGraphOfOne(t *testing.T) {
	s := open(t)
	entries := newWorld(11).entries(0, 30, 15, 30)
	write(t, s, entries...)
	want := dump(t, s)
	clean(t, s)
	var wg sync.WaitGroup
	errs := make(chan error, 2)
	for n, part := range [][]graph.Entry{entries[:20], entries[10:]} {
		store := connected(t)
		wg.Go(func() {
			for batch := range slices.Chunk(part, 4+n) {
				if _, err := store.Write(context.Background(), batch, fusing); err != nil {
					errs <- err
					return
				}
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		t.Fatal(err)
	}
	same(t, "two writers", dump(t, s), want)
}

// TestWriteCutShortLeavesTheGraphAsItWas cancels writes at ever later
// moments, until one is through.
func TestWriteCutShortLeavesTheGraphAsItWas(t *testing.T) {
	s := open(t)
	entries := newWorld(12).entries(0, 16, 15, 30)
	write(t, s, entries...)
	want := dump(t, s)
	clean(t, s)
	write(t, s, entries[:8]...)
	before := dump(t, s)
	cut := 0
	for wait := 2 * time.Millisecond; ; wait *= 2 {
		ctx, cancel := context.WithTimeout(context.Background(), wait)
		_, err := s.Write(ctx, entries[8:], fusing)
		cancel()
		if err == nil {
			break
		}
		cut++
		// A commit may have gone through though nobody heard of it; half a batch never.
		if after := dump(t, s); after != before && after != want {
			same(t, "cut short", after, before)
		}
	}
	if cut == 0 {
		t.Error("no write was cut short")
	}
	same(t, "written after cuts", dump(t, s), want)
}

// TestReadersSeeWholeArticles reads all the time while articles are written:
// an article that is there has all its claims, and each of them supports a
// fact with a standing and somebody in it. Neo4j has no snapshots, so that a
// statement that runs during a commit may meet some of it in one part of its
// plan and not in another; one that begins when no commit is under way, as
// holding the write lock makes sure, sees articles whole or not at all.
func TestReadersSeeWholeArticles(t *testing.T) {
	const (
		claims = 12
		lock   = "MERGE (l:Lock {name: 'write'}) SET l.held = true WITH l "
		look   = `MATCH (a:Article)
			OPTIONAL MATCH (a)<-[:STATED_IN]-(c:Claim)-[:SUPPORTS]->(f:Fact&(Occurred|Anticipated|Alleged|Negated))<--(:Entity)
			WITH a, count(DISTINCT c) AS claims
			RETURN a.url, claims`
	)
	s := open(t)
	entries := newWorld(13).entries(0, 24, claims, 30)
	done := make(chan struct{})
	var wg sync.WaitGroup
	seen := 0
	// halves returns the articles of which the statement sees a part only.
	halves := func(reader *graph.Store, statement string, locked bool) (urls []any, err error) {
		_, rows, err := reader.Query(context.Background(), statement, nil, locked)
		for _, r := range rows {
			seen++
			if r[1] != int64(claims) {
				urls = append(urls, r[0])
			}
		}
		return urls, err
	}
	wg.Go(func() {
		reader := connected(t)
		for round := 0; ; round++ {
			torn, err := halves(reader, look, false)
			if err == nil && (len(torn) > 0 || round%4 == 0) {
				torn, err = halves(reader, lock+look, true)
			}
			if err != nil {
				t.Error(err)
				return
			}
			if len(torn) > 0 {
				t.Errorf("articles %v are seen without all of their %d claims", torn, claims)
			}
			select {
			case <-done:
				return
			default:
			}
		}
	})
	for batch := range slices.Chunk(entries, 4) {
		write(t, s, batch...)
	}
	close(done)
	wg.Wait()
	if seen == 0 {
		t.Error("the reader never saw an article")
	}
}

// TestReadsOutliveTheirReaders: who stops waiting does not cost the store its connections.
func TestReadsOutliveTheirReaders(t *testing.T) {
	s := open(t)
	for range 20 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Microsecond)
		_, err := s.Known(ctx, []news.ID{"x"})
		cancel()
		if err == nil {
			t.Fatal("a read was done in no time")
		}
	}
	if _, err := s.Known(context.Background(), []news.ID{"x"}); err != nil {
		t.Error(err)
	}
}

// TestManyArticlesOfOneFact: a fact that many articles tell of is derived
// from some of its claims, and still does not depend on the order of the
// articles; its counts are those of all of them.
func TestManyArticlesOfOneFact(t *testing.T) {
	s := open(t)
	var entries []graph.Entry
	for i := range 90 {
		w := newWorld(uint64(i))
		e := w.entry(i, 0, 5)
		for j, title := range []string{"President", "president"} {
			c := news.Claim{
				Article: e.Article.ID, Type: news.Position, Status: news.Held, Confidence: 0.6, Published: e.Article.Published,
				// Every third article is a copy of the one before.
				Origin:  fmt.Sprint("origin", i-i%3/2),
				Trigger: news.Span{Start: 9 * j, End: 9*j + 9}, Evidence: []news.Evidence{{Span: news.Span{Start: 9 * j, End: 9*j + 9}, Quote: title}},
			}
			c.Title = title
			c.Former = i%50 == 0
			c.Actors = news.SortActors([]news.Actor{{Role: news.Holder, Entity: w.mention(&e, person(1))}, {Role: news.Body, Entity: w.mention(&e, country(1))}})
			c.Identify()
			e.Extraction.Claims = append(e.Extraction.Claims, c)
		}
		entries = append(entries, e)
	}
	const state = "MATCH (f:Fact) RETURN f.claims, f.articles, f.origins, COUNT { (f)<-[:SUPPORTS]-() }, toString(f.firstReported), toString(f.lastReported)"
	first, last := entries[0].Article.Published, entries[0].Article.Published
	for _, e := range entries {
		if e.Article.Published.Before(first) {
			first = e.Article.Published
		}
		if e.Article.Published.After(last) {
			last = e.Article.Published
		}
	}
	want := fmt.Sprint([][]any{{180, 90, 60, 180, first, last}})
	write(t, s, entries...)
	whole := dump(t, s)
	if got := fmt.Sprint(query(t, s, state)); got != want {
		t.Errorf("in one batch: got %v, want %v", got, want)
	}
	clean(t, s)
	slices.Reverse(entries)
	for batch := range slices.Chunk(entries, 23) {
		write(t, s, batch...)
	}
	same(t, "backwards, in batches", dump(t, s), whole)
	for _, e := range entries[:70] {
		if err := s.Retract(context.Background(), e.Article.ID, fusing); err != nil {
			t.Fatal(err)
		}
	}
	few := dump(t, s)
	clean(t, s)
	write(t, s, entries[70:]...)
	same(t, "after most are retracted", few, dump(t, s))
}

// TestManyVagueClaimsJoinALateCore: claims that name no day make a fact of
// their own until one names it, and then join that, all at once.
func TestManyVagueClaimsJoinALateCore(t *testing.T) {
	s := open(t)
	var entries []graph.Entry
	for i := range 45 {
		w := newWorld(uint64(i))
		w.days = 20
		e := w.entry(i, 0, 5)
		c := news.Claim{
			Article: e.Article.ID, Type: news.Meeting, Status: news.Happened, Confidence: 0.6,
			Evidence: []news.Evidence{{Span: news.Span{End: 9}, Quote: "They met."}},
		}
		if i >= 43 {
			c.Date = news.Day(news.Date{Year: 2025, Month: 6, Day: 1})
		}
		c.Actors = news.SortActors([]news.Actor{{Role: news.Participant, Entity: w.mention(&e, person(1))}, {Role: news.Participant, Entity: w.mention(&e, person(2))}})
		c.Identify()
		e.Extraction.Claims = append(e.Extraction.Claims, c)
		entries = append(entries, e)
	}
	const state = "MATCH (f:Fact) RETURN f.claims, f.articles, COUNT { (f)<-[:SUPPORTS]-() } ORDER BY f.claims"
	write(t, s, entries[43:]...)
	write(t, s, entries[:43]...)
	want := dump(t, s)
	if got := fmt.Sprint(query(t, s, state)); got != "[[45 45 45]]" {
		t.Fatalf("with the core first: got %v", got)
	}
	clean(t, s)
	write(t, s, entries[:43]...)
	if got := fmt.Sprint(query(t, s, state)); got != "[[43 43 43]]" {
		t.Fatalf("without a core: got %v", got)
	}
	write(t, s, entries[43])
	write(t, s, entries[44])
	same(t, "with the core last", dump(t, s), want)
	for _, e := range entries[43:] {
		if err := s.Retract(context.Background(), e.Article.ID, fusing); err != nil {
			t.Fatal(err)
		}
	}
	if got := fmt.Sprint(query(t, s, state)); got != "[[43 43 43]]" {
		t.Errorf("with the core retracted: got %v", got)
	}
}
