package neo4jtest_test

import (
	"context"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

func TestClearLeavesNothing(t *testing.T) {
	c := neo4jtest.Open(t)
	count := func(query string) int64 {
		t.Helper()
		ctx := context.Background()
		driver, err := neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
		if err != nil {
			t.Fatal(err)
		}
		defer driver.Close(ctx)
		res, err := neo4j.ExecuteQuery(ctx, driver, query, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(c.Database))
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Records) == 0 {
			return 0
		}
		n, _ := res.Records[0].Values[0].(int64)
		return n
	}
	const (
		nodes       = "MATCH (n) RETURN count(n)"
		constraints = "SHOW CONSTRAINTS YIELD name RETURN count(*)"
		indexes     = "SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN count(*)"
	)
	count("CREATE (:Entity {id: 'a'})-[:NEAR]->(:Entity {id: 'b'})")
	count("CREATE CONSTRAINT entity_id FOR (e:Entity) REQUIRE e.id IS UNIQUE")
	count("CREATE FULLTEXT INDEX entity_name FOR (e:Entity) ON EACH [e.name]")
	if n, c, i := count(nodes), count(constraints), count(indexes); n != 2 || c != 1 || i != 2 {
		t.Fatalf("before: %d nodes, %d constraints, %d indexes, want 2, 1, 2", n, c, i)
	}
	neo4jtest.Clear(t)
	if n, c, i := count(nodes), count(constraints), count(indexes); n+c+i != 0 {
		t.Errorf("after Clear: %d nodes, %d constraints, %d indexes, want none", n, c, i)
	}
}
