package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/newsgraph/newsgraph/export"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

func (a *app) exportCommand() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the whole graph as JSON Lines, CSV or GraphML",
		Long: `Write the whole graph in a fixed order and without the times at which this
database came to hold it: equal graphs give equal bytes.

CSV is two tables: --out names a folder for nodes.csv and edges.csv, or a .zip
file; without --out the zip file goes to standard output. GraphML opens in
Gephi, yEd and networkx.`,
		Example: `  newsgraph export --format jsonl --out graph.jsonl
  newsgraph export --format csv --out tables/
  newsgraph export --format graphml --out graph.graphml`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			write, err := a.exporter(format, out)
			if err != nil {
				return err
			}
			return a.withGraph(cmd.Context(), func(s *graph.Store) error {
				return write(cmd.Context(), s)
			})
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "jsonl, csv or graphml")
	cmd.Flags().StringVar(&out, "out", "", "file or, for csv, folder to write (default standard output)")
	return cmd
}

// exporter returns what writes the graph in a format to a path.
func (a *app) exporter(format, out string) (func(context.Context, *graph.Store) error, error) {
	one := map[string]func(context.Context, *graph.Store, io.Writer) error{
		"jsonl":   export.JSONL,
		"graphml": export.GraphML,
		"csv":     export.CSVZip,
	}[format]
	if one == nil {
		return nil, usagef("The format is jsonl, csv or graphml, not %q.", format)
	}
	switch {
	case format == "csv" && out != "" && filepath.Ext(out) != ".zip":
		return func(ctx context.Context, s *graph.Store) error { return exportTables(ctx, s, out) }, nil
	case out != "":
		return func(ctx context.Context, s *graph.Store) error {
			return replace(out, func(w io.Writer) error { return one(ctx, s, w) })
		}, nil
	}
	if f, ok := a.stdout.(*os.File); ok && format == "csv" && term.IsTerminal(int(f.Fd())) {
		return nil, usagef("Two CSV tables do not fit on a terminal: name a folder or a .zip file with --out.")
	}
	return func(ctx context.Context, s *graph.Store) error {
		w := bufio.NewWriterSize(a.stdout, 1<<16)
		return errors.Join(one(ctx, s, w), w.Flush())
	}, nil
}

func exportTables(ctx context.Context, s *graph.Store, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return unwritable(dir, err)
	}
	return replace(filepath.Join(dir, export.NodesFile), func(nodes io.Writer) error {
		return replace(filepath.Join(dir, export.EdgesFile), func(edges io.Writer) error {
			return export.CSV(ctx, s, nodes, edges)
		})
	})
}

// replace writes a file as a whole: until write has succeeded, what stood at
// path stays.
func replace(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return unwritable(path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	w := bufio.NewWriterSize(f, 1<<16)
	if err := errors.Join(write(w), w.Flush(), f.Chmod(0o644), f.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return unwritable(path, err)
	}
	return nil
}

func unwritable(path string, err error) error {
	return news.Errorf(news.Unavailable, "%s can't be written (%v): name another place with --out.", path, err)
}
