package graph_test

import (
	"context"
	"sync"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/news"
)

func TestManyProcessesMigrateAtOnce(t *testing.T) {
	s := connected(t)
	neo4jtest.Clear(t)
	ctx := context.Background()
	if err := s.Ready(ctx); news.CodeOf(err) != news.Unavailable {
		t.Errorf("ready before migration: got %v, want an Unavailable error", err)
	}
	var wg sync.WaitGroup
	errs := make(chan error, 3)
	for range 3 {
		store := connected(t)
		wg.Go(func() { errs <- store.Migrate(ctx) })
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			t.Error(err)
		}
	}
	if err := s.Ready(ctx); err != nil {
		t.Errorf("ready after migration: %v", err)
	}
	rows := query(t, s, "MATCH (m:Migration) WHERE m.number > 0 RETURN count(m), count(DISTINCT m.number)")
	if rows[0][0] != rows[0][1] || rows[0][0] == int64(0) {
		t.Errorf("migrations recorded: got %v of %v numbers", rows[0][0], rows[0][1])
	}
}

func TestMigrateRefusesAnotherHistory(t *testing.T) {
	s := open(t)
	for _, test := range []struct{ name, change, undo string }{
		{"of a newer program", "CREATE (:Migration {number: 9999, name: '9999_later', checksum: 'x'})", "MATCH (m:Migration {number: 9999}) DELETE m"},
		{"with another file", "MATCH (m:Migration {number: 1}) SET m.kept = m.checksum, m.checksum = 'x'", "MATCH (m:Migration {number: 1}) SET m.checksum = m.kept REMOVE m.kept"},
	} {
		t.Run(test.name, func(t *testing.T) {
			query(t, s, test.change)
			for what, err := range map[string]error{"migrate": s.Migrate(context.Background()), "ready": s.Ready(context.Background())} {
				if news.CodeOf(err) != news.Unavailable {
					t.Errorf("%s: got %v, want an Unavailable error", what, err)
				}
			}
			query(t, s, test.undo)
			if err := s.Ready(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestOpenSaysWhatToDo(t *testing.T) {
	right := database(t)
	for _, test := range []struct {
		name, want string
		code       news.Code
		change     func(c *graph.Config)
	}{
		{
			"no address", `"nowhere" is not the address of a Neo4j database: write it as bolt://127.0.0.1:7687 or neo4j+s://host.`, news.BadInput,
			func(c *graph.Config) { c.URI = "nowhere" },
		},
		{
			"nobody there", "No Neo4j database answers at bolt://127.0.0.1:1: start it, or set NEO4J_URI to where it is.", news.Unavailable,
			func(c *graph.Config) { c.URI = "bolt://127.0.0.1:1" },
		},
		{
			"wrong password", "Neo4j at " + right.URI + ` refuses user "nobody" with this password: set NEO4J_USERNAME and NEO4J_PASSWORD.`, news.Unavailable,
			func(c *graph.Config) { c.Username, c.Password = "nobody", "wrong" },
		},
		{
			"no such database", "Neo4j at " + right.URI + ` has no database "other": set NEO4J_DATABASE to one that it has.`, news.Unavailable,
			func(c *graph.Config) { c.Database = "other" },
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := right
			test.change(&c)
			s, err := graph.Open(context.Background(), c)
			if err == nil {
				t.Fatal(s.Close(context.Background()))
			}
			if err.Error() != test.want || news.CodeOf(err) != test.code {
				t.Errorf("got %s %q, want %s %q", news.CodeOf(err), err, test.code, test.want)
			}
		})
	}
}
