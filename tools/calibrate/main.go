// Command calibrate fits the table of confidences to annotated articles and
// draws how far confidence can be trusted on articles held back from the fit.
//
//	go run ./tools/calibrate GOLD.jsonl...
//
// It writes extract/facts/tables/confidence.tsv from two thirds of the
// articles and docs/reliability.svg from the last third: those marked as held,
// or every third one of a file that marks none. Run it twice after a change
// of the rules: the second run shows the fitted table at work.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/eval"
	"github.com/newsgraph/newsgraph/extract"
)

func main() {
	table := flag.String("table", "extract/facts/tables/confidence.tsv", "table to read and to write")
	plot := flag.String("plot", "docs/reliability.svg", "plot to write")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "calibrate: name one or more files of annotated articles.")
		os.Exit(2)
	}
	if err := run(*table, *plot, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "calibrate:", err)
		os.Exit(1)
	}
}

func run(table, plot string, paths []string) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	var fit, held []eval.Outcome
	for _, path := range paths {
		used, kept, err := outcomes(x, path)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		fit, held = append(fit, used...), append(held, kept...)
	}
	now, err := eval.ReadLines(table)
	if err != nil {
		return err
	}
	for i := range fit {
		if l, ok := now[fit[i].Type]; ok {
			fit[i].Confidence = l.Invert(fit[i].Confidence)
		}
	}
	lines := eval.Fit(fit)
	if err := write(table, lines); err != nil {
		return err
	}
	for i := range fit {
		fit[i].Confidence = lines[fit[i].Type].Apply(fit[i].Confidence)
	}
	for i := range held {
		if l, ok := now[held[i].Type]; ok {
			held[i].Confidence = lines[held[i].Type].Apply(l.Invert(held[i].Confidence))
		}
	}
	fmt.Println("articles of the fit")
	if err := eval.PrintCalibration(os.Stdout, fit); err != nil {
		return err
	}
	fmt.Println("\narticles held back")
	if err := eval.PrintCalibration(os.Stdout, held); err != nil {
		return err
	}
	f, err := os.Create(plot)
	if err != nil {
		return err
	}
	if err := eval.Reliability(f, fmt.Sprintf("Confidence on %d facts held back", len(held)), held); err != nil {
		return err
	}
	return f.Close()
}

// outcomes returns what came of the facts found in a file's articles, apart
// for those of the fit and those held back.
func outcomes(x *extract.Extractor, path string) (used, held []eval.Outcome, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = f.Close() }()
	gold, err := eval.ReadGold(f)
	if err != nil {
		return nil, nil, err
	}
	found, err := eval.Extract(x, gold)
	if err != nil {
		return nil, nil, err
	}
	marked := slices.ContainsFunc(gold, func(g eval.Gold) bool { return g.Held != nil })
	for i, g := range gold {
		r := eval.Score(gold[i:i+1], found[i:i+1])
		if marked && g.Held != nil && *g.Held || !marked && i%3 == 0 {
			held = append(held, r.Outcomes...)
		} else {
			used = append(used, r.Outcomes...)
		}
	}
	return used, held, nil
}

// write stores the lines as a table that package facts embeds.
func write(path string, lines map[string]eval.Line) error {
	var b strings.Builder
	b.WriteString("# type\tintercept\tslope\n")
	b.WriteString("# The logit of a claim's probability is intercept + slope * the logit of its rule's confidence. Written by tools/calibrate.\n")
	var types []string
	for t := range lines {
		types = append(types, t)
	}
	slices.Sort(types)
	for _, t := range types {
		fmt.Fprintf(&b, "%s\t%.3f\t%.3f\n", t, lines[t].Intercept, lines[t].Slope)
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
