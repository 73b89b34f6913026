package eval_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/eval"
	"github.com/newsgraph/newsgraph/extract"
)

// TestGold shows what a change does to the figures on the annotated articles
// of the tree that hold their texts.
func TestGold(t *testing.T) {
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("gold/*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	scored := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		n, report, err := figures(x, data)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if n == 0 {
			continue // its texts are elsewhere
		}
		fmt.Fprintf(&b, "%s\n", strings.TrimSuffix(filepath.Base(path), ".jsonl"))
		if err := report.Print(&b, 0); err != nil {
			t.Fatal(err)
		}
		scored += n
	}
	if scored == 0 {
		t.Fatal("no annotated article with its text")
	}
	golden(t, "testdata/gold.golden", b.String())
}

// figures scores a file of either kind; n is how many articles it holds with their text.
func figures(x *extract.Extractor, data []byte) (n int, _ interface{ Print(io.Writer, int) error }, _ error) {
	marked, err := eval.ReadMarked(bytes.NewReader(data))
	if err != nil {
		return 0, nil, err
	}
	if marked[0].Text == "" {
		return 0, nil, nil
	}
	if marked[0].Marks != nil {
		found, err := eval.ExtractMarked(x, marked)
		if err != nil {
			return 0, nil, err
		}
		r := eval.ScoreMarks(marked, found)
		return len(marked), &r, nil
	}
	gold, err := eval.ReadGold(bytes.NewReader(data))
	if err != nil {
		return 0, nil, err
	}
	found, err := eval.Extract(x, gold)
	if err != nil {
		return 0, nil, err
	}
	r := eval.Score(gold, found)
	return len(gold), &r, nil
}
