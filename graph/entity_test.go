package graph_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

// naming makes an article that mentions the entity in this form.
func naming(n int, e news.Entity) graph.Entry {
	a := news.Article{URL: fmt.Sprintf("https://example.org/names/%d", n), Text: e.Name, Source: []string{"The Example", "THE EXAMPLE"}[n%3/2]}
	a.Identify()
	out := graph.Entry{Article: a, Extraction: news.Extraction{Article: a.ID, Extractor: "1"}}
	newWorld(1).mention(&out, e)
	return out
}

// TestNamesFollowFromAllArticles: the name is the form that most articles
// give, the aliases all the others, in whatever order the articles come and go.
func TestNamesFollowFromAllArticles(t *testing.T) {
	s := open(t)
	id := news.NewID("entity", "person", "ushakov")
	form := func(name string, aliases ...string) news.Entity {
		return news.Entity{ID: id, Type: news.Person, Name: name, Aliases: aliases}
	}
	entries := []graph.Entry{
		naming(0, form("Yuri Ushakov", "Ushakov")),
		naming(1, form("Yury Ushakov")),
		naming(2, form("Yury Ushakov", "Yuri V. Ushakov")),
		naming(3, form("Yuri Ushakov")),
		naming(4, form("Iouri Ouchakov")),
	}
	for _, test := range []struct {
		name    string
		written []int
		want    []any
	}{
		{"one article", []int{4}, []any{"Iouri Ouchakov", []any{}, int64(1)}},
		{"a tie goes by alphabet", []int{1, 3}, []any{"Yuri Ushakov", []any{"Yury Ushakov"}, int64(2)}},
		{"most articles win", []int{0, 2, 1, 4}, []any{"Yury Ushakov", []any{"Iouri Ouchakov", "Ushakov", "Yuri Ushakov", "Yuri V. Ushakov"}, int64(4)}},
		{"all", []int{4, 3, 2, 1, 0}, []any{"Yuri Ushakov", []any{"Iouri Ouchakov", "Ushakov", "Yuri V. Ushakov", "Yury Ushakov"}, int64(5)}},
	} {
		t.Run(test.name, func(t *testing.T) {
			clean(t, s)
			for _, i := range test.written {
				write(t, s, entries[i])
			}
			const state = "MATCH (e:Entity:Person) RETURN e.name, e.aliases, e.articles"
			if diff := cmp.Diff([][]any{test.want}, query(t, s, state)); diff != "" {
				t.Errorf("written one by one (-want +got):\n%s", diff)
			}
			// What the other articles said leaves with them.
			for i := range entries {
				if !slices.Contains(test.written, i) {
					write(t, s, entries[i])
					if err := s.Retract(context.Background(), entries[i].Article.ID, fusing); err != nil {
						t.Fatal(err)
					}
				}
			}
			if diff := cmp.Diff([][]any{test.want}, query(t, s, state)); diff != "" {
				t.Errorf("after others came and went (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPlacesLieInTheirCountries whichever of them the articles name first.
func TestPlacesLieInTheirCountries(t *testing.T) {
	s := open(t)
	town, land := naming(0, place(3)), naming(1, country(3))
	for _, order := range [][]graph.Entry{{town, land}, {land, town}} {
		clean(t, s)
		for _, e := range order {
			write(t, s, e)
		}
		want := [][]any{{"Town 3", "Land of AD"}}
		if diff := cmp.Diff(want, query(t, s, "MATCH (p:Place)-[:LOCATED_IN]->(c:Country) RETURN p.name, c.name")); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	}
	if err := s.Retract(context.Background(), land.Article.ID, fusing); err != nil {
		t.Fatal(err)
	}
	if rows := query(t, s, "MATCH (n:Entity) RETURN n.name"); len(rows) != 1 || rows[0][0] != "Town 3" {
		t.Errorf("with the country's article gone there is %v", rows)
	}
}

// TestSourcesAreOneForAllSpellings of their names.
func TestSourcesAreOneForAllSpellings(t *testing.T) {
	s := open(t)
	for i := range 5 {
		write(t, s, naming(i, person(i)))
	}
	got := query(t, s, "MATCH (s:Source:Organization) RETURN s.name, s.articles, COUNT { (s)-[:PUBLISHED]->(:Article) }")
	if diff := cmp.Diff([][]any{{"The Example", int64(5), int64(5)}}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
