package eval_test

import (
	"bytes"
	"fmt"
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
		gold, err := eval.ReadGold(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if gold[0].Text == "" {
			continue // its texts are elsewhere
		}
		figures, err := eval.Measure(x, gold)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		fmt.Fprintf(&b, "%s\n", strings.TrimSuffix(filepath.Base(path), ".jsonl"))
		if err := figures.Print(&b, 0); err != nil {
			t.Fatal(err)
		}
		scored += len(gold)
	}
	if scored == 0 {
		t.Fatal("no annotated article with its text")
	}
	golden(t, "testdata/gold.golden", b.String())
}
