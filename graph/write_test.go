package graph_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

// same fails the test, with the first lines that differ, unless two dumps are equal.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s: line %d of the export differs (-want +got):\n%s", what, i+1, cmp.Diff(w[i], g[i]))
		}
	}
	t.Fatalf("%s: the export has %d lines, want %d", what, len(g), len(w))
}

func TestWriteTwiceChangesNothing(t *testing.T) {
	s := open(t)
	entries := newWorld(1).entries(0, 12, 20, 50)
	for _, o := range write(t, s, entries...) {
		if o.Result != graph.New || o.Claims.New != 20 || o.Facts.New+o.Facts.Changed == 0 {
			t.Errorf("first write: got %+v", o)
		}
	}
	want := dump(t, s)
	for _, o := range write(t, s, entries...) {
		if o.Result != graph.Unchanged || o.Claims != (graph.Tally{}) || o.Facts != (graph.Tally{}) {
			t.Errorf("second write: got %+v", o)
		}
	}
	same(t, "written twice", dump(t, s), want)
}

func TestOrderAndBatchesDoNotMatter(t *testing.T) {
	s := open(t)
	entries := newWorld(2).entries(0, 40, 15, 30)
	write(t, s, entries...)
	want := dump(t, s)
	for _, test := range []struct {
		name  string
		batch int
		seed  uint64
	}{
		{"one by one", 1, 7},
		{"in threes", 3, 8},
		{"two halves", 20, 9},
	} {
		t.Run(test.name, func(t *testing.T) {
			clean(t, s)
			shuffled := slices.Clone(entries)
			rand.New(rand.NewPCG(test.seed, 0)).Shuffle(len(shuffled), func(i, j int) {
				shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
			})
			for batch := range slices.Chunk(shuffled, test.batch) {
				write(t, s, batch...)
			}
			same(t, test.name, dump(t, s), want)
		})
	}
}

// revised returns the entry as its source published it again, changed, at hour h.
func revised(e graph.Entry, h int, claims int) graph.Entry {
	w := newWorld(uint64(1000 + h))
	next := w.entry(0, claims, 40)
	a := e.Article
	a.Text, a.Modified = next.Article.Text, time.Date(2026, 7, 1, h, 0, 0, 0, time.UTC)
	out := graph.Entry{Article: a, Extraction: news.Extraction{Article: a.ID, Extractor: e.Extraction.Extractor, Language: "en"}}
	for i := range claims {
		w.claim(&out, i)
	}
	return out
}

func TestTheLastRevisionIsInForce(t *testing.T) {
	s := open(t)
	entries := newWorld(3).entries(0, 6, 12, 30)
	first := entries[2]
	second, third := revised(first, 1, 9), revised(first, 2, 14)
	newer := third
	newer.Extraction.Extractor = "1.10" // newer than 1.0 and 1.9
	newer.Extraction.Claims = newer.Extraction.Claims[:5]

	others := slices.Concat(entries[:2], entries[3:])
	write(t, s, append(slices.Clone(others), newer)...)
	want := dump(t, s)
	for _, test := range []struct {
		name    string
		order   []graph.Entry
		results []graph.Result
	}{
		{"in time", []graph.Entry{first, second, third, newer}, []graph.Result{"new", "changed", "changed", "changed"}},
		{"backwards", []graph.Entry{newer, third, second, first}, []graph.Result{"new", "superseded", "superseded", "superseded"}},
		{"mixed", []graph.Entry{second, newer, first, newer, third}, []graph.Result{"new", "changed", "superseded", "unchanged", "superseded"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			clean(t, s)
			write(t, s, others[:3]...)
			var results []graph.Result
			for _, e := range test.order {
				results = append(results, write(t, s, e)[0].Result)
			}
			write(t, s, others[3:]...)
			if diff := cmp.Diff(test.results, results); diff != "" {
				t.Errorf("results (-want +got):\n%s", diff)
			}
			same(t, test.name, dump(t, s), want)

			clean(t, s)
			write(t, s, slices.Concat(others, test.order)...)
			same(t, test.name+", in one batch", dump(t, s), want)
		})
	}
}

// TestSameTextChangedLater: a source may declare a later change without
// another text; what that supersedes must not depend on which came first.
func TestSameTextChangedLater(t *testing.T) {
	s := open(t)
	first := newWorld(4).entry(1, 6, 30)
	again := first
	again.Article.Modified = time.Date(2026, 7, 3, 0, 0, 0, 0, time.UTC)
	between := revised(first, 5, 4) // on 1 July
	write(t, s, again)
	want := dump(t, s)
	for _, order := range [][]graph.Entry{{first, again, between}, {between, first, again}, {again, between, first}, {first, between, again}} {
		clean(t, s)
		for _, e := range order {
			known, err := s.Known(context.Background(), []news.ID{e.Article.ID})
			if err != nil {
				t.Fatal(err)
			}
			covered := known[e.Article.ID].Covers(&e.Article, e.Extraction.Extractor)
			before := dump(t, s)
			write(t, s, e)
			if after := dump(t, s); covered && before != after {
				t.Error("an article that the graph covers changed it")
			}
		}
		same(t, "same text, changed later", dump(t, s), want)
	}
}

func TestRetractLeavesNoTrace(t *testing.T) {
	s := open(t)
	entries := newWorld(5).entries(0, 14, 15, 30)
	write(t, s, entries[:9]...)
	want := dump(t, s)
	write(t, s, entries[9:]...)
	for _, e := range entries[9:] {
		if err := s.Retract(context.Background(), e.Article.ID, fusing); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "after retractions", dump(t, s), want)
	if err := s.Retract(context.Background(), entries[9].Article.ID, fusing); news.CodeOf(err) != news.NotFound {
		t.Errorf("retracting twice: got %v, want a NotFound error", err)
	}
	for _, e := range entries[:9] {
		if err := s.Retract(context.Background(), e.Article.ID, fusing); err != nil {
			t.Fatal(err)
		}
	}
	if got := query(t, s, "MATCH (n) WHERE NOT n:Migration AND NOT n:Lock RETURN labels(n), n.id"); len(got) > 0 {
		t.Errorf("with all articles retracted there is left: %v", got)
	}
}

func TestRefusesWhatDoesNotBelongTogether(t *testing.T) {
	s := open(t)
	for _, test := range []struct {
		name, want string
		change     func(e *graph.Entry)
	}{
		{"a claim without evidence", "has no evidence", func(e *graph.Entry) { e.Extraction.Claims[0].Evidence = nil }},
		{"a claim of another article", "is of article", func(e *graph.Entry) { e.Extraction.Claims[0].Article = "x" }},
		{"a status that the type lacks", `is never "lifted"`, func(e *graph.Entry) {
			e.Extraction.Claims[0].Type, e.Extraction.Claims[0].Status = news.Meeting, news.Lifted
		}},
		{"an entity that the article lacks", "not among the article's", func(e *graph.Entry) { e.Extraction.Entities = nil }},
		{"no id", "has no id", func(e *graph.Entry) { e.Article.ID = "" }},
	} {
		t.Run(test.name, func(t *testing.T) {
			e := newWorld(6).entry(1, 3, 10)
			test.change(&e)
			_, err := s.Write(context.Background(), []graph.Entry{e}, fusing)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got error %v, want one with %q", err, test.want)
			}
		})
	}
}
