package export

import (
	"archive/zip"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// The names of the two files of a CSV export.
const (
	NodesFile = "nodes.csv"
	EdgesFile = "edges.csv"
)

// CSV writes all nodes and then all relationships as tables with a header
// line: id and labels (joined by semicolons), or start, type and end, and a
// column for every property. A property that a row lacks is empty; lists are
// JSON arrays.
func CSV(ctx context.Context, store *graph.Store, nodes, edges io.Writer) error {
	n, e := csv.NewWriter(nodes), csv.NewWriter(edges)
	if err := n.Write(header(nodeColumns, "id", "labels")); err != nil {
		return err
	}
	headed := false
	head := func() error {
		if headed {
			return nil
		}
		headed = true
		n.Flush()
		if err := n.Error(); err != nil {
			return err
		}
		return e.Write(header(edgeColumns, "start", "type", "end"))
	}
	err := store.Export(ctx,
		func(node graph.Node) error {
			return record(n, nodeColumns, node.Properties, node.ID, strings.Join(node.Labels, ";"))
		},
		func(edge graph.Edge) error {
			if err := head(); err != nil {
				return err
			}
			return record(e, edgeColumns, edge.Properties, edge.Start, edge.Type, edge.End)
		})
	if err == nil {
		err = head()
	}
	if err != nil {
		return fmt.Errorf("export as CSV: %w", err)
	}
	e.Flush()
	return e.Error()
}

func header(columns []column, first ...string) []string {
	for _, c := range columns {
		first = append(first, c.name)
	}
	return first
}

// record writes one row.
func record(w *csv.Writer, columns []column, properties map[string]any, first ...string) error {
	values, err := cells(columns, properties)
	if err != nil {
		return err
	}
	for _, v := range values {
		s := ""
		if v != nil {
			if s, err = written(v); err != nil {
				return err
			}
		}
		first = append(first, s)
	}
	return w.Write(first)
}

// CSVZip writes what CSV writes as one zip file with nodes.csv and edges.csv.
func CSVZip(ctx context.Context, store *graph.Store, w io.Writer) error {
	z := zip.NewWriter(w)
	// The second file starts when the first is complete: CSV writes one after the other.
	nodes, err := z.CreateHeader(&zip.FileHeader{Name: NodesFile, Method: zip.Deflate})
	if err != nil {
		return err
	}
	if err := CSV(ctx, store, nodes, &later{open: func() (io.Writer, error) {
		return z.CreateHeader(&zip.FileHeader{Name: EdgesFile, Method: zip.Deflate})
	}}); err != nil {
		return err
	}
	return z.Close()
}

// later is a writer that is opened by the first write to it.
type later struct {
	open func() (io.Writer, error)
	w    io.Writer
}

// Write opens the writer if need be, and writes p to it.
func (l *later) Write(p []byte) (int, error) {
	if l.w == nil {
		w, err := l.open()
		if err != nil {
			return 0, err
		}
		l.w = w
	}
	return l.w.Write(p)
}
