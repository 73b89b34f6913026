package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest"
)

func (a *app) ingestCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "ingest PATH...",
		Short: "Take articles into the graph",
		Long: `Take articles into the graph, from text, HTML, JSON Lines (.jsonl) and feeds
(.xml), from folders of such files, or from standard input (-) as JSON Lines:

  {"id": "a1", "published": "2025-08-07", "title": "...", "text": "...", "url": "...", "source": "..."}

In a .txt file the first line is the title, and the second the date if it
reads as one. The same article twice changes nothing. What can't be read is
told with file and line, the rest goes on, and the exit code is then 1.`,
		Example: `  newsgraph ingest articles/
  newsgraph ingest report.txt page.html feed.xml
  curl -s https://example.org/feed.jsonl | newsgraph ingest -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			ctx := cmd.Context()
			return a.withGraph(ctx, func(s *graph.Store) error {
				return a.take(ctx, s, paths)
			})
		},
	}
}

// take takes the articles of the paths into the graph.
func (a *app) take(ctx context.Context, s *graph.Store, paths []string) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	pipeline := &ingest.Pipeline{Store: s, Extractor: x}
	items := ingest.Read(ctx, paths, a.stdin)

	var sum ingest.Summary
	if a.terminal() {
		var notes []string
		size, known := ingest.Size(paths)
		bar := ingest.NewBar(a.stderr, size, known)
		sum, err = pipeline.Run(ctx, items, func(e ingest.Event) {
			bar.Observe(e)
			notes = append(notes, a.remarks(e)...)
		})
		bar.Close()
		for _, n := range notes {
			a.complain(n)
		}
	} else {
		sum, err = pipeline.Run(ctx, items, func(e ingest.Event) {
			for _, n := range a.remarks(e) {
				a.complain(n)
			}
		})
	}
	fmt.Fprintln(a.stdout, sum)
	if err != nil {
		return err
	}
	if sum.Refused > 0 {
		return errRefused
	}
	return nil
}

// remarks are the sentences about one item that a person should read.
func (a *app) remarks(e ingest.Event) []string {
	var out []string
	if e.Err != nil {
		out = append(out, fmt.Sprintf("%s: refused: %v", e.Item.Where(), e.Err))
		for _, cause := range a.causes(errors.Unwrap(e.Err)) {
			out = append(out, e.Item.Where()+": "+cause)
		}
	}
	for _, w := range e.Item.Warnings {
		out = append(out, fmt.Sprintf("%s: %s", e.Item.Where(), w))
	}
	return out
}

// takeSeed takes the articles that ship with Newsgraph into the graph.
func takeSeed(ctx context.Context, p *ingest.Pipeline, items iter.Seq[ingest.Item]) (ingest.Summary, error) {
	var bad error
	sum, err := p.Run(ctx, items, func(e ingest.Event) {
		if e.Err != nil && bad == nil {
			bad = fmt.Errorf("seed article %s: %w", e.Item.Where(), e.Err)
		}
	})
	if err == nil {
		err = bad
	}
	return sum, err
}
