package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/fusion"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

// TestFactsAreThoseOfAllClaims writes articles in batches, revises and
// retracts some, and compares the facts of the graph with those that fusion
// makes of all claims at once.
func TestFactsAreThoseOfAllClaims(t *testing.T) {
	s := open(t)
	w := newWorld(21)
	w.cast = 10 // few people: many claims speak of the same
	entries := w.entries(0, 45, 40, 10)
	for batch := range slices.Chunk(entries, 6) {
		write(t, s, batch...)
	}
	for i := range 5 {
		entries[i] = revised(entries[i], i+1, 10)
		write(t, s, entries[i])
		if err := s.Retract(context.Background(), entries[40+i].Article.ID, fusing); err != nil {
			t.Fatal(err)
		}
	}
	var claims []news.Claim
	for _, e := range entries[:40] {
		claims = append(claims, e.Extraction.Claims...)
	}
	for i := range claims {
		// The origin is the article's; synthetic articles are copies of nothing.
		claims[i].Origin = string(claims[i].Article)
	}
	want := map[string]string{}
	shared := 0
	for _, f := range fusion.Facts(claims, nil) {
		want[string(f.ID)] = summary(&f)
		if len(f.Claims) > 1 {
			shared++
		}
	}
	if shared < 40 {
		t.Fatalf("only %d facts have several claims: the test shows little", shared)
	}
	got := map[string]string{}
	facts := storedFacts(t, s)
	for i := range facts {
		got[string(facts[i].ID)] = summary(&facts[i])
	}
	bad := 0
	for id := range want {
		if got[id] != want[id] && bad < 3 {
			bad++
			t.Errorf("fact %s (-fusion of all +graph):\n%s", id, cmp.Diff(want[id], got[id]))
		}
	}
	if len(got) != len(want) {
		t.Errorf("the graph has %d facts, fusion of all makes %d", len(got), len(want))
	}
}

// summary returns what the graph holds of a fact.
func summary(f *news.Fact) string {
	claims := slices.Clone(f.Claims)
	slices.Sort(claims)
	actors, _ := json.Marshal(news.SortActors(slices.Clone(f.Actors)))
	return fmt.Sprintf("%s %s %s %s date %v reported %s to %s by %d of %d confidence %.6f contested %v in force %q actors %s details %+v claims %v",
		f.Key, f.Type, f.Status, f.Standing, f.Date, f.FirstReported, f.LastReported, f.Articles, f.Origins, f.Confidence, f.Contested, f.InForce,
		actors, printable(f.Details), claims)
}

func printable(d news.Details) string {
	b, _ := json.Marshal(d)
	return string(b)
}

// storedFacts reads the facts through the export, with their actors and claims.
func storedFacts(t *testing.T, s *graph.Store) []news.Fact {
	t.Helper()
	facts := map[string]*news.Fact{}
	err := s.Export(context.Background(), func(n graph.Node) error {
		if !slices.Contains(n.Labels, "Fact") {
			return nil
		}
		b, err := json.Marshal(n.Properties)
		if err != nil {
			return err
		}
		var p struct {
			ID, Key, InForce            string
			Type                        news.FactType
			Status                      news.Status
			Standing                    news.Standing
			From, To                    news.Date
			Precision                   news.Precision
			FirstReported, LastReported news.Date
			Articles, Origins           int
			Confidence                  float64
			Contested                   bool
		}
		var d news.Details
		if err := json.Unmarshal(b, &p); err != nil {
			return err
		}
		if err := json.Unmarshal(b, &d); err != nil {
			return err
		}
		facts[n.ID] = &news.Fact{
			ID: news.ID(n.ID), Key: p.Key, Type: p.Type, Status: p.Status, Standing: p.Standing, InForce: p.InForce,
			Date:    news.DateRange{From: p.From, To: p.To, Precision: p.Precision},
			Details: d, FirstReported: p.FirstReported, LastReported: p.LastReported,
			Articles: p.Articles, Origins: p.Origins, Confidence: p.Confidence, Contested: p.Contested,
		}
		return nil
	}, func(e graph.Edge) error {
		if e.Type == "SUPPORTS" {
			facts[e.End].Claims = append(facts[e.End].Claims, news.ID(e.Start))
		} else if f := facts[e.End]; f != nil {
			a := news.Actor{Role: news.Role(e.Type), Entity: news.ID(e.Start)}
			if id, ok := e.Properties["for"].(string); ok {
				a.For = news.ID(id)
			}
			f.Actors = append(f.Actors, a)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var out []news.Fact
	for _, f := range facts {
		out = append(out, *f)
	}
	return out
}
