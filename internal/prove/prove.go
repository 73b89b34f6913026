// Package prove holds a built newsgraph to what it promises of the whole: the
// same articles give the same graph however they arrive, whatever is killed
// on the way, and every fact leads to the words that say so. It works
// through the binary, as a person would, on a real Neo4j of its own.
package prove

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// Config says what to prove, and with what.
type Config struct {
	// Binary is the path of the newsgraph to hold to its promises.
	Binary string
	// Dir is an empty folder for the database and what is exported.
	Dir string
	// Articles are those to take in; at least six.
	Articles []Article
	// Shuffle is the seed of the order in which they are shuffled.
	Shuffle uint64
	// Log gets a line for each step.
	Log io.Writer
}

// Run proves all of it and returns every promise that is broken. It goes on
// after a broken promise, and stops at what keeps it from going on, such as a
// Neo4j that does not start.
func Run(ctx context.Context, cfg Config) (err error) {
	if len(cfg.Articles) < 6 {
		return fmt.Errorf("prove with at least 6 articles: %d are too few to be cut into parts", len(cfg.Articles))
	}
	w, err := open(ctx, cfg)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.close(ctx)) }()
	first := filepath.Join(cfg.Dir, "first")
	if err := w.first(ctx, first); err != nil {
		return err
	}
	broken := w.looks(ctx, first)
	for _, way := range ways {
		began := time.Now()
		if err := w.empty(ctx); err != nil {
			return err
		}
		err := way.take(ctx, w)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err == nil {
			err = w.like(ctx, first)
		}
		w.tell(way.name, began, err)
		if err != nil {
			broken = append(broken, fmt.Errorf("%s: %w", way.name, err))
		}
	}
	return errors.Join(broken...)
}

// first takes the articles in once and keeps what the graph exports, to
// which every other way must come.
func (w *world) first(ctx context.Context, dir string) error {
	began := time.Now()
	got, err := w.ingest(ctx, w.articles)
	if err == nil {
		err = got.all(w.articles)
	}
	w.tell("taken in", began, err)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return w.export(ctx, dir)
}

// looks looks at the graph, and at what it has exported into dir, from all
// sides, and returns what is wrong with it.
func (w *world) looks(ctx context.Context, dir string) (broken []error) {
	for _, look := range []struct {
		name string
		do   func(context.Context) error
	}{
		{"the graph's rules", w.rules},
		{"the words in Cypher", w.wordsInCypher},
		{"the words in the export", func(context.Context) error { return w.wordsInExport(dir) }},
		{"the words in GraphQL", w.wordsInGraphQL},
	} {
		began := time.Now()
		err := look.do(ctx)
		w.tell(look.name, began, err)
		if err != nil {
			broken = append(broken, fmt.Errorf("%s: %w", look.name, err))
		}
	}
	return broken
}

// tell logs how a step went.
func (w *world) tell(step string, began time.Time, err error) {
	result := "holds"
	if err != nil {
		result = "BROKEN: " + err.Error()
	}
	fmt.Fprintf(w.Log, "%-40s %6.1fs  %s\n", step, time.Since(began).Seconds(), result)
}
