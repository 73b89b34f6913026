package graph_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/newsgraph/newsgraph/export"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// database says where the test database is.
func database(t testing.TB) graph.Config {
	t.Helper()
	return graph.Config(neo4jtest.Open(t))
}

// connected returns a store of the database as it is.
func connected(t testing.TB) *graph.Store {
	t.Helper()
	s, err := graph.Open(context.Background(), database(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return s
}

// open returns a store of an empty, migrated database.
func open(t testing.TB) *graph.Store {
	t.Helper()
	s := connected(t)
	clean(t, s)
	if err := s.Migrate(context.Background()); err != nil {
		t.Fatal(err)
	}
	return s
}

// clean removes all articles and what they say.
func clean(t testing.TB, s *graph.Store) {
	t.Helper()
	// Relationships first: a transaction that takes away what thousands of claims name would not fit the heap.
	query(t, s, "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS")
	query(t, s, "MATCH (n) WHERE NOT n:Migration CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS")
}

// query answers a statement of a test, which may write.
func query(t testing.TB, s *graph.Store, text string) [][]any {
	t.Helper()
	_, rows, err := s.Query(context.Background(), text, nil, true)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return rows
}

// write stores entries in one batch.
func write(t testing.TB, s *graph.Store, entries ...graph.Entry) []graph.Outcome {
	t.Helper()
	out, err := s.Write(context.Background(), entries, fusing)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// dump returns the whole graph as bytes.
func dump(t testing.TB, s *graph.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSONL(context.Background(), s, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
