package prove

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// exports are the files that every format of export gives, the one that is
// easiest to compare first.
var exports = []string{"graph.jsonl", "graph.graphml", "tables/nodes.csv", "tables/edges.csv"}

// export writes the graph in every format below dir.
func (w *world) export(ctx context.Context, dir string) error {
	for format, to := range map[string]string{"jsonl": "graph.jsonl", "graphml": "graph.graphml", "csv": "tables"} {
		if _, err := w.run(ctx, "export", "--format", format, "--out", filepath.Join(dir, to)); err != nil {
			return err
		}
	}
	return nil
}

// like checks that the graph gives the same bytes as the exports in dir, and
// that it keeps its rules.
func (w *world) like(ctx context.Context, dir string) error {
	again := filepath.Join(w.Dir, "again")
	if err := os.MkdirAll(again, 0o755); err != nil {
		return err
	}
	if err := w.export(ctx, again); err != nil {
		return err
	}
	for _, name := range exports {
		if err := sameFile(filepath.Join(dir, name), filepath.Join(again, name)); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", name, err), w.rules(ctx))
		}
	}
	return w.rules(ctx)
}

// sameFile returns the first lines that differ, if any do.
func sameFile(want, got string) error {
	a, err := os.ReadFile(want)
	if err != nil {
		return err
	}
	b, err := os.ReadFile(got)
	if err != nil {
		return err
	}
	if bytes.Equal(a, b) {
		return nil
	}
	missing, extra := difference(a, b)
	return fmt.Errorf("%d lines are missing, %d are new; missing %.600s; new %.600s", len(missing), len(extra), sample(missing), sample(extra))
}

// difference returns the lines that only a, and only b, has.
func difference(a, b []byte) (missing, extra [][]byte) {
	count := map[string]int{}
	for line := range bytes.Lines(b) {
		count[string(line)]++
	}
	for line := range bytes.Lines(a) {
		if count[string(line)]--; count[string(line)] < 0 {
			missing = append(missing, line)
		}
	}
	count = map[string]int{}
	for line := range bytes.Lines(a) {
		count[string(line)]++
	}
	for line := range bytes.Lines(b) {
		if count[string(line)]--; count[string(line)] < 0 {
			extra = append(extra, line)
		}
	}
	return missing, extra
}

// sample joins the first of the lines.
func sample(lines [][]byte) []byte {
	if len(lines) == 0 {
		return []byte("nothing, but the order differs")
	}
	return bytes.Join(lines[:min(2, len(lines))], nil)
}
