package main

import (
	"fmt"
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

// score extracts the annotated articles of a file and compares.
func score(x *extract.Extractor, path string) (eval.Figures, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, news.Errorf(news.NotFound, "The annotated articles can't be read: %v.", err)
	}
	defer func() { _ = f.Close() }()
	gold, err := eval.ReadGold(f)
	if err != nil {
		return nil, news.Errorf(news.BadInput, "%s does not hold annotated articles: %v.", path, err)
	}
	figures, err := eval.Measure(x, gold)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return figures, nil
}
