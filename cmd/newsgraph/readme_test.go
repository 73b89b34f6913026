package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/Khan/genqlient/graphql"
	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/resolvers"
	"github.com/newsgraph/newsgraph/seeds"
	"github.com/newsgraph/newsgraph/server"
)

const readme = "../../README.md"

// The client's types come from the README's query and the schema.
//
//go:generate go tool genqlient testdata/client/genqlient.yaml

// TestReadme runs every GraphQL and Cypher block of the README on a database
// with the seed article, and compares the block of json or text that follows.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	store := seeded(ctx, t)
	handler := server.New(server.Config{Schema: resolvers.New(resolvers.Config{Store: store}), Ready: store.Ready, Version: "test"})
	t.Cleanup(handler.Close)

	typedClient(ctx, t, handler, string(text))

	parts := strings.Split(string(text), "```")
	ran := 0
	for i := 1; i < len(parts); i += 2 {
		kind, query, _ := strings.Cut(parts[i], "\n")
		var got string
		switch kind {
		case "graphql":
			got = ask(t, handler, query)
		case "cypher":
			columns, rows, err := store.Query(ctx, query, nil, false)
			if err != nil {
				t.Errorf("%s: %v", query, err)
				continue
			}
			if len(rows) == 0 {
				t.Errorf("%s: no rows", query)
			}
			var b bytes.Buffer
			if err := printTable(&b, columns, clipped(rows)); err != nil {
				t.Fatal(err)
			}
			got = b.String()
		default:
			continue
		}
		ran++
		if i+2 >= len(parts) || strings.TrimSpace(parts[i+1]) != "" {
			continue
		}
		answer, want, _ := strings.Cut(parts[i+2], "\n")
		switch {
		case answer != "json" && answer != "text":
		case *update:
			parts[i+2] = answer + "\n" + got
		default:
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s answers otherwise (-README +now); go test -run TestReadme -update ./cmd/newsgraph writes it:\n%s", query, diff)
			}
		}
	}
	if ran < 3 {
		t.Errorf("the README has %d queries, want a GraphQL, a Cypher and an explorer example", ran)
	}
	if *update {
		if err := os.WriteFile(readme, []byte(strings.Join(parts, "```")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// seeded returns a store that holds the seed article alone.
func seeded(ctx context.Context, t *testing.T) *graph.Store {
	t.Helper()
	db := neo4jtest.Open(t)
	if err := neo4jtest.Empty(ctx, db); err != nil {
		t.Fatal(err)
	}
	store, err := graph.Open(ctx, graph.Config(db))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close(context.WithoutCancel(ctx)) })
	if err := store.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := takeSeed(ctx, &ingest.Pipeline{Store: store, Extractor: x}, ingest.FS(seeds.Articles())); err != nil {
		t.Fatal(err)
	}
	return store
}

// typedClient has a generated client run the README's query over a socket.
func typedClient(ctx context.Context, t *testing.T, handler *server.Server, readme string) {
	t.Helper()
	query, err := os.ReadFile("testdata/client/readme.graphql")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(readme, "```graphql\n"+string(query)+"```") {
		t.Error("testdata/client/readme.graphql is not the README's query: copy it and run go generate ./cmd/newsgraph")
	}
	ts := httptest.NewServer(handler)
	t.Cleanup(ts.Close)
	answer, err := Meetings(ctx, graphql.NewClient(ts.URL+"/graphql", ts.Client()))
	if err != nil {
		t.Fatal(err)
	}
	if len(answer.Meetings.Nodes) == 0 {
		t.Fatal("the client gets no meetings")
	}
	m := answer.Meetings.Nodes[0]
	if m.Standing != StandingAnticipated || len(m.Participants) != 2 || len(m.Claims.Nodes) == 0 || m.Claims.Nodes[0].Evidence[0].Quote == "" {
		t.Errorf("the client reads %+v, want the possible summit with its sentence", m)
	}
}

// ask sends a query as a GraphQL client does and returns the answer, indented.
func ask(t *testing.T, handler *server.Server, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), "POST", "http://127.0.0.1:8080/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	var b bytes.Buffer
	if err := json.Indent(&b, w.Body.Bytes(), "", "  "); err != nil {
		t.Fatalf("status %d: %v", w.Code, err)
	}
	if bytes.Contains(b.Bytes(), []byte(`"errors"`)) {
		t.Errorf("%s: %s", query, b.String())
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// clipped shortens long cells, so that a table fits a page.
func clipped(rows [][]any) [][]any {
	const most = 100
	for _, row := range rows {
		for i, v := range row {
			if s, ok := v.(string); ok && len([]rune(s)) > most {
				row[i] = string([]rune(s)[:most-1]) + "…"
			}
		}
	}
	return rows
}
