// Command calibrate fits the table of confidences to annotated articles and
// draws how far confidence can be trusted on others.
//
//	go run ./tools/calibrate -test TEST.jsonl GOLD.jsonl...
//
// It writes extract/facts/tables/confidence.tsv from the articles that no rule
// was written against: those marked as held, or every third one of a file that
// marks none. Rules do better on what they were written against than on news,
// so the other articles would make them too sure. docs/reliability.svg shows
// the articles of the test. Run it twice after a change of the rules: the
// second run shows the fitted table at work.
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
	test := flag.String("test", "", "annotated articles to test on")
	flag.Parse()
	if flag.NArg() == 0 || *test == "" {
		fmt.Fprintln(os.Stderr, "calibrate: name one or more files of annotated articles, and with -test one to test on.")
		os.Exit(2)
	}
	if err := run(*table, *plot, *test, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "calibrate:", err)
		os.Exit(1)
	}
}

func run(table, plot, test string, paths []string) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	var fit []eval.Outcome
	for _, path := range paths {
		more, err := outcomes(x, path, true)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		fit = append(fit, more...)
	}
	tested, err := outcomes(x, test, false)
	if err != nil {
		return fmt.Errorf("%s: %w", test, err)
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
	for i := range tested {
		if l, ok := now[tested[i].Type]; ok {
			tested[i].Confidence = lines[tested[i].Type].Apply(l.Invert(tested[i].Confidence))
		}
	}
	fmt.Println("articles of the fit")
	if err := eval.PrintCalibration(os.Stdout, fit); err != nil {
		return err
	}
	fmt.Println("\narticles of the test")
	if err := eval.PrintCalibration(os.Stdout, tested); err != nil {
		return err
	}
	f, err := os.Create(plot)
	if err != nil {
		return err
	}
	if err := eval.Reliability(f, fmt.Sprintf("Confidence on %d facts of other articles", len(tested)), tested); err != nil {
		return err
	}
	return f.Close()
}

// outcomes returns what came of the facts found in a file's articles, or only
// in those that are held back from the writing of rules.
func outcomes(x *extract.Extractor, path string, heldOnly bool) ([]eval.Outcome, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	gold, err := eval.ReadGold(f)
	if err != nil {
		return nil, err
	}
	found, err := eval.Extract(x, gold)
	if err != nil {
		return nil, err
	}
	marked := slices.ContainsFunc(gold, func(g eval.Gold) bool { return g.Held != nil })
	var out []eval.Outcome
	for i, g := range gold {
		held := marked && g.Held != nil && *g.Held || !marked && i%3 == 0
		if held || !heldOnly {
			r := eval.Score(gold[i:i+1], found[i:i+1])
			out = append(out, r.Outcomes...)
		}
	}
	return out, nil
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
