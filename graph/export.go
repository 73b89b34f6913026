package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Node is a node of the graph, with what docs/model.md says of it: no
// internal properties, and not when the database came to hold it.
type Node struct {
	ID string
	// Labels are sorted.
	Labels []string
	// Properties are values as Store.Query gives them, without the id.
	Properties map[string]any
}

// Edge is a relationship between two nodes, named by their ids.
type Edge struct {
	Type       string
	Start, End string
	Properties map[string]any
}

// exportPage is how many nodes, with all that starts at them, are read at once.
const exportPage = 1000

// internalProperties are what the write side keeps for itself, and when the
// database came to hold a node: two databases with the same articles differ
// in those, or would tell nothing by them.
var internalProperties = []string{
	"recorded", "named", "forms", "formCounts", "aliasForms", "aliasCounts", "digest", "home", "rank", "fact",
}

// Export calls node for every node of the graph and then edge for every
// relationship, in an order that depends on the graph alone: articles,
// sources, entities, claims, facts, each by id, then the relationships by the
// node where they start, type and end. Writers wait until it is done, so that
// what it tells is one state of the graph. It stops at the first error of node
// or edge, and returns it.
func (s *Store) Export(ctx context.Context, node func(Node) error, edge func(Edge) error) error {
	return s.explain("export", s.export(ctx, node, edge))
}

func (s *Store) export(ctx context.Context, node func(Node) error, edge func(Edge) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)
	// Not one that the driver tries again: what has been told cannot be taken back.
	tx, err := session.BeginTransaction(ctx, neo4j.WithTxTimeout(0))
	if err != nil {
		return err
	}
	defer func() { _ = tx.Close(context.WithoutCancel(ctx)) }()
	if _, err := rowsOf(ctx, tx, "write_lock", nil); err != nil {
		return err
	}
	for _, name := range []string{"article_nodes", "source_nodes", "entity_nodes", "claim_nodes", "fact_nodes"} {
		if err := exportNodes(ctx, tx, name, node); err != nil {
			return err
		}
	}
	for _, name := range []string{"article_edges", "source_edges", "entity_edges", "claim_edges"} {
		if err := exportEdges(ctx, tx, name, edge); err != nil {
			return err
		}
	}
	return nil
}

// exportNodes calls visit for the nodes of one kind, page by page.
func exportNodes(ctx context.Context, tx runner, name string, visit func(Node) error) error {
	after := ""
	for {
		rows, err := rowsOf(ctx, tx, name, map[string]any{"after": after, "limit": exportPage})
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, r := range rows {
			n := Node{ID: text(r["id"]), Labels: textList(r["labels"]), Properties: exported(r["properties"])}
			delete(n.Properties, "id")
			slices.Sort(n.Labels)
			if err := visit(n); err != nil {
				return err
			}
			after = n.ID
		}
		if len(rows) < exportPage {
			return nil
		}
	}
}

// exportEdges calls visit for the relationships that start at nodes of one
// kind, page by page.
func exportEdges(ctx context.Context, tx runner, name string, visit func(Edge) error) error {
	after := ""
	for {
		rows, err := rowsOf(ctx, tx, name, map[string]any{"after": after, "limit": exportPage})
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, r := range rows {
			after = text(r["id"])
			edges, err := edgesOf(after, list(r["edges"]))
			if err != nil {
				return err
			}
			for _, e := range edges {
				if err := visit(e); err != nil {
					return err
				}
			}
		}
		if len(rows) < exportPage {
			return nil
		}
	}
}

// edgesOf returns the relationships of one node in order: by type, end, and
// what they say.
func edgesOf(start string, values []any) ([]Edge, error) {
	type keyed struct {
		Edge
		key string
	}
	edges := make([]keyed, 0, len(values))
	for _, v := range values {
		v := list(v)
		if len(v) != 3 {
			return nil, fmt.Errorf("node %s: a relationship has %d parts", start, len(v))
		}
		e := Edge{Type: text(v[0]), Start: start, End: text(v[1]), Properties: exported(v[2])}
		properties, err := json.Marshal(e.Properties)
		if err != nil {
			return nil, fmt.Errorf("node %s: %w", start, err)
		}
		edges = append(edges, keyed{e, e.Type + "\x00" + e.End + "\x00" + string(properties)})
	}
	slices.SortFunc(edges, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	out := make([]Edge, len(edges))
	for i, e := range edges {
		out[i] = e.Edge
	}
	return out, nil
}

// exported returns the properties that an export shows.
func exported(v any) map[string]any {
	p, _ := v.(row)
	out := plainMap(p)
	for _, name := range internalProperties {
		delete(out, name)
	}
	return out
}
