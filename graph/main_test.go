package graph_test

import (
	"context"
	"os"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
)

// open returns a store of an empty, migrated database.
func open(t testing.TB) *graph.Store {
	t.Helper()
	ctx := context.Background()
	s, err := graph.Open(ctx, graph.Config{URI: os.Getenv("NEWSGRAPH_TEST_NEO4J_URI"), Username: "neo4j", Password: os.Getenv("NEWSGRAPH_TEST_NEO4J_PASSWORD")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(ctx) })
	if _, _, err := s.Query(ctx, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", nil, true); err != nil {
		t.Fatal(err)
	}
	if err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	return s
}
