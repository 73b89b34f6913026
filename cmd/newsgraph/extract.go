package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/ingest"
)

func (a *app) extractCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "extract [PATH|-]...",
		Short: "Print what the extractor finds in articles; needs no database",
		Long: `Print what the extractor finds in articles: entities, facts with the spans that
state them, expressions of time, and who is quoted. It needs no database.

In comes an article a line, from standard input or a .jsonl file:

  {"id": "a1", "published": "2025-08-07", "title": "...", "text": "..."}

or a text or HTML file. Out comes a line of JSON for each, in order, with the
same id. Offsets count Unicode code points of the text. The exit code is 1
when a line was no article; the others are read all the same.`,
		Example: `  newsgraph extract < articles.jsonl > extractions.jsonl
  newsgraph extract report.txt | jq '.facts[] | {type, status, date}'`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				paths = []string{ingest.Stdin}
			}
			return a.extractAll(cmd.Context(), ingest.Read(cmd.Context(), paths, a.stdin))
		},
	}
}

// extractAll reads articles on all processors and writes their extractions in
// order.
func (a *app) extractAll(ctx context.Context, items iter.Seq[ingest.Item]) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	type job struct {
		item ingest.Item
		out  chan []byte
		err  error
	}
	group, ctx := errgroup.WithContext(ctx)
	inOrder := make(chan *job, 4*runtime.GOMAXPROCS(0))
	todo := make(chan *job)
	group.Go(func() error {
		defer close(inOrder)
		defer close(todo)
		for it := range items {
			j := &job{item: it, out: make(chan []byte, 1)}
			for _, to := range []chan *job{inOrder, todo} {
				select {
				case to <- j:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		}
		return ctx.Err()
	})
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			for j := range todo {
				var line []byte
				if j.err = j.item.Err; j.err == nil {
					line, j.err = encode(ctx, x, &j.item)
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				j.out <- line
			}
			return nil
		})
	}
	bad := false
	group.Go(func() error {
		w := bufio.NewWriterSize(a.stdout, 1<<16)
		for j := range inOrder {
			var line []byte
			select {
			case line = <-j.out:
			case <-ctx.Done():
				return ctx.Err()
			}
			for _, warning := range j.item.Warnings {
				a.complain(j.item.Where() + ": " + warning)
			}
			if j.err != nil {
				bad = true
				a.complain(fmt.Sprintf("%s: %v", j.item.Where(), j.err))
				for _, cause := range a.causes(errors.Unwrap(j.err)) {
					a.complain(j.item.Where() + ": " + cause)
				}
				continue
			}
			if _, err := w.Write(append(line, '\n')); err != nil {
				return fmt.Errorf("write the extractions: %w", err)
			}
			if len(inOrder) == 0 {
				if err := w.Flush(); err != nil {
					return fmt.Errorf("write the extractions: %w", err)
				}
			}
		}
		return w.Flush()
	})
	if err := group.Wait(); err != nil {
		return err
	}
	if bad {
		return errRefused
	}
	return nil
}

// encode returns the line that tells what an article says.
func encode(ctx context.Context, x *extract.Extractor, it *ingest.Item) ([]byte, error) {
	found, err := ingest.Extract(ctx, x, &it.Article)
	if err != nil {
		return nil, err
	}
	return extract.EncodeExtraction(first(it.Article.SourceID, it.File), found)
}
