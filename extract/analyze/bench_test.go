package analyze_test

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// benchmarkTexts are the 25 Wikinews articles of the goldens.
func benchmarkTexts(b *testing.B) (texts []string, words int) {
	b.Helper()
	all, err := readGolden("testdata/wikinews.golden.jsonl.gz")
	if err != nil {
		b.Fatal(err)
	}
	for _, g := range all {
		texts = append(texts, g.Text)
		words += len(strings.Fields(g.Text))
	}
	return texts, words
}

// BenchmarkAnalyze analyses 25 articles, one after the other, with words
// that are mostly known from the round before. tools/weights/speed.py times
// Python on the same texts.
func BenchmarkAnalyze(b *testing.B) {
	for _, kernel := range []string{"fast", "plain"} {
		b.Run(kernel, func(b *testing.B) {
			texts, words := benchmarkTexts(b)
			a := analyzer(b, kernel)
			for b.Loop() {
				for _, t := range texts {
					a.Analyze(t)
				}
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkFirst analyses the articles with an Analyzer that has seen no word.
func BenchmarkFirst(b *testing.B) {
	texts, words := benchmarkTexts(b)
	for b.Loop() {
		b.StopTimer()
		a, err := analyze.New()
		if err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		for _, t := range texts {
			a.Analyze(t)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkNew loads the embedded weights.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := analyze.New(); err != nil {
			b.Fatal(err)
		}
	}
}
