package facts_test

import (
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/facts"
)

func TestTablesLoad(t *testing.T) {
	if err := facts.Check(); err != nil {
		t.Fatal(err)
	}
}

// TestExamples checks that every row of the tables ends in a sentence that
// uses its word, with its particle or modifier.
func TestExamples(t *testing.T) {
	a, err := analyze.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"verbs", "nouns", "supports", "operators"} {
		b, err := os.ReadFile("tables/" + table + ".tsv")
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(b), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			f := strings.Split(line, "\t")
			lemma, also, example := f[0], "-", f[len(f)-1]
			if table != "operators" {
				also = f[1]
			}
			words := map[string]bool{}
			for _, tok := range a.Analyze(example).Tokens {
				words[tok.Lower], words[strings.ToLower(tok.Lemma)] = true, true
			}
			text := strings.ToLower(example)
			for w := range strings.FieldsSeq(lemma) {
				if !words[w] && !strings.Contains(text, w) && !strings.Contains(text, strings.TrimSuffix(w, "e")) {
					t.Errorf("%s.tsv:%d: the example of %q lacks it: %s", table, i+1, lemma, example)
				}
			}
			if also != "-" && !words[also] {
				t.Errorf("%s.tsv:%d: the example of %q lacks %q: %s", table, i+1, lemma, also, example)
			}
		}
	}
}
