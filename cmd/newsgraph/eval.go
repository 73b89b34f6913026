package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/eval"
	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/news"
)

func (a *app) evalCommand() *cobra.Command {
	var errors int
	cmd := &cobra.Command{
		Use:   "eval GOLD...",
		Short: "Score the extraction against annotated articles",
		Long: `Score the extraction against annotated articles (JSON Lines): precision, recall
and F1 for each type of fact, how many agree in all that counts, and how many
facts are told as real that are not. --errors shows what was missed and what was
invented, each with its sentence; of articles marked "held" nothing is shown.

A file whose articles have names, times, attributions and roles marked (under
"gold") instead of facts is scored for these: eval/gold has files of both kinds.`,
		Example: `  newsgraph eval gold.jsonl
  newsgraph eval --errors 20 gold.jsonl      # with the first twenty mistakes`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, paths []string) error {
			x, err := extract.New()
			if err != nil {
				return err
			}
			for _, path := range paths {
				report, err := score(x, path)
				if err != nil {
					return err
				}
				if len(paths) > 1 {
					fmt.Fprintf(a.stdout, "%s\n", strings.TrimSuffix(filepath.Base(path), ".jsonl"))
				}
				if err := report.Print(a.stdout, errors); err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().IntVar(&errors, "errors", 0, "print so many of the mistakes as well")
	return cmd
}

// report is a table of figures.
type report interface {
	Print(w io.Writer, errors int) error
}

// score extracts the annotated articles of a file and compares.
func score(x *extract.Extractor, path string) (report, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, news.Errorf(news.NotFound, "The annotated articles can't be read: %v.", err)
	}
	bad := func(err error) error {
		return news.Errorf(news.BadInput, "%s does not hold annotated articles: %v.", path, err)
	}
	marked, err := eval.ReadMarked(bytes.NewReader(data))
	if err != nil {
		return nil, bad(err)
	}
	if len(marked) > 0 && marked[0].Marks != nil {
		found, err := eval.ExtractMarked(x, marked)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		report := eval.ScoreMarks(marked, found)
		return &report, nil
	}
	gold, err := eval.ReadGold(bytes.NewReader(data))
	if err != nil {
		return nil, bad(err)
	}
	found, err := eval.Extract(x, gold)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	report := eval.Score(gold, found)
	return &report, nil
}
