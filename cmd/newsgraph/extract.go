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
	"github.com/newsgraph/newsgraph/news"
)

func (a *app) extractCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "extract [PATH|-]...",
		Short: "Print what the extractor finds in articles; needs no database",
		Long: `Print what the extractor finds in articles: entities, facts with the spans that
state them, expressions of time, and who is quoted. It needs no database.

In comes an article a line, from standard input or a .jsonl file:

  {"id": "a1", "published": "2025-08-07", "title": "...", "text": "..."}

or a text or HTML file. Out comes a line of JSON for each, in order, with the
same id. Offsets count Unicode code points of the text. The exit code is 1
when a line was no article; the others are read all the same.

With --format text it prints, for people, each sentence that states something
and below it what it states.`,
		Example: `  newsgraph extract < articles.jsonl > extractions.jsonl
  newsgraph extract report.txt | jq '.facts[] | {type, status, date}'
  newsgraph extract --format text report.txt`,
		RunE: func(cmd *cobra.Command, paths []string) error {
			write, ok := encodings[format]
			if !ok {
				return usagef("The format is json or text, not %q.", format)
			}
			if len(paths) == 0 {
				paths = []string{ingest.Stdin}
			}
			return a.extractAll(cmd.Context(), ingest.Read(cmd.Context(), paths, a.stdin), write)
		},
	}
	cmd.Flags().StringVar(&format, "format", "json", "json or text")
	return cmd
}

// encoding writes what an article says, with the line break behind it.
type encoding func(*ingest.Item, news.Extraction) ([]byte, error)

// encodings are the formats of the output.
var encodings = map[string]encoding{"json": encodeJSON, "text": encodeText}

// extractAll reads articles on all processors and writes their extractions in
// order.
func (a *app) extractAll(ctx context.Context, items iter.Seq[ingest.Item], write encoding) error {
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
					line, j.err = read(ctx, x, &j.item, write)
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
			if _, err := w.Write(line); err != nil {
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

// read returns what an article says, written in a format.
func read(ctx context.Context, x *extract.Extractor, it *ingest.Item, write encoding) ([]byte, error) {
	found, err := ingest.Extract(ctx, x, &it.Article)
	if err != nil {
		return nil, err
	}
	return write(it, found)
}

// encodeJSON writes a line of JSON.
func encodeJSON(it *ingest.Item, found news.Extraction) ([]byte, error) {
	line, err := extract.EncodeExtraction(first(it.Article.SourceID, it.File), found)
	return append(line, '\n'), err
}
