package export

import (
	"bufio"
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// GraphML writes the graph as GraphML (http://graphml.graphdrawing.org), a
// directed graph that Gephi and networkx open. Nodes have their labels joined
// by semicolons under "labels" and words to show under "label"; relationships
// have their type under "label". Lists are JSON arrays. Characters that XML
// does not have become U+FFFD.
func GraphML(ctx context.Context, store *graph.Store, w io.Writer) error {
	g := graphML{out: bufio.NewWriter(w)}
	g.put(xml.Header, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`, "\n")
	g.keys("n", "node", append([]column{{"label", aText}, {"labels", aText}}, nodeColumns...))
	g.keys("e", "edge", append([]column{{"label", aText}}, edgeColumns...))
	g.put(`<graph id="newsgraph" edgedefault="directed">`, "\n")
	if err := store.Export(ctx, g.node, g.edge); err != nil {
		return fmt.Errorf("export as GraphML: %w", err)
	}
	g.put("</graph>\n</graphml>\n")
	return g.out.Flush()
}

// graphML writes the parts of a GraphML document. A failed write shows at the
// next flush: bufio keeps the first error.
type graphML struct {
	out   *bufio.Writer
	edges int
}

func (g *graphML) put(parts ...string) {
	for _, p := range parts {
		_, _ = g.out.WriteString(p)
	}
}

// text writes s with what XML reserves escaped.
func (g *graphML) text(s string) { _ = xml.EscapeText(g.out, []byte(s)) }

// keys declares the properties of nodes or edges.
func (g *graphML) keys(prefix, what string, columns []column) {
	for _, c := range columns {
		g.put(`<key id="`, prefix, "_", c.name, `" for="`, what, `" attr.name="`, c.name, `" attr.type="`, string(c.kind), `"/>`, "\n")
	}
}

// data writes one property.
func (g *graphML) data(prefix, name, value string) {
	g.put(`<data key="`, prefix, "_", name, `">`)
	g.text(value)
	g.put("</data>")
}

// all writes the properties that are there, in the order of the columns.
func (g *graphML) all(prefix string, columns []column, properties map[string]any) error {
	values, err := cells(columns, properties)
	if err != nil {
		return err
	}
	for i, v := range values {
		if v == nil {
			continue
		}
		s, err := written(v)
		if err != nil {
			return err
		}
		g.data(prefix, columns[i].name, s)
	}
	return nil
}

func (g *graphML) node(n graph.Node) error {
	g.put(`<node id="`, n.ID, `">`)
	g.data("n", "label", display(n))
	g.data("n", "labels", strings.Join(n.Labels, ";"))
	if err := g.all("n", nodeColumns, n.Properties); err != nil {
		return fmt.Errorf("node %s: %w", n.ID, err)
	}
	g.put("</node>\n")
	return nil
}

func (g *graphML) edge(e graph.Edge) error {
	g.edges++
	g.put(fmt.Sprintf(`<edge id="e%d" source="%s" target="%s">`, g.edges, e.Start, e.End))
	g.data("e", "label", e.Type)
	if err := g.all("e", edgeColumns, e.Properties); err != nil {
		return fmt.Errorf("%s from %s to %s: %w", e.Type, e.Start, e.End, err)
	}
	g.put("</edge>\n")
	return nil
}
