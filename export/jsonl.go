package export

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/newsgraph/newsgraph/graph"
)

// nodeLine is a node as JSONL writes it.
type nodeLine struct {
	Kind       string         `json:"kind"`
	ID         string         `json:"id"`
	Labels     []string       `json:"labels"`
	Properties map[string]any `json:"properties"`
}

// edgeLine is a relationship as JSONL writes it.
type edgeLine struct {
	Kind       string         `json:"kind"`
	Type       string         `json:"type"`
	Start      string         `json:"start"`
	End        string         `json:"end"`
	Properties map[string]any `json:"properties,omitempty"`
}

// JSONL writes the graph as JSON Lines: first a line for each node, {"kind":
// "node", "id", "labels", "properties"}, then one for each relationship,
// {"kind": "edge", "type", "start", "end", "properties"}. Properties are
// sorted by name.
func JSONL(ctx context.Context, store *graph.Store, w io.Writer) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	err := store.Export(ctx,
		func(n graph.Node) error { return enc.Encode(nodeLine{"node", n.ID, n.Labels, n.Properties}) },
		func(e graph.Edge) error { return enc.Encode(edgeLine{"edge", e.Type, e.Start, e.End, e.Properties}) })
	if err != nil {
		return fmt.Errorf("export as JSON Lines: %w", err)
	}
	return out.Flush()
}
