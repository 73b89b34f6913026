package names_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/seeds"
)

// TestJudge shows names of which no table and no rule says what they are.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{
			"a bank in a list of banks", "Five lenders are cut off from the system, including Transbank, Novikombank, Promsvyazbank and Sovcombank.",
			[]string{"organization Transbank: Transbank", "organization Novikombank: Novikombank", "organization Promsvyazbank: Promsvyazbank", "organization Sovcombank: Sovcombank"},
		},
		{"a people", "Rohingya refugees fled. The Rohingya said they were attacked.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, n := read(t, c.text, "2021-03-04")
			if diff := cmp.Diff(c.want, entities(doc, n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCandidates shows what the judge is asked about: names that no table
// knows, with all their occurrences.
func TestCandidates(t *testing.T) {
	a, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	doc := a.Analyze("Orlova met Tarek Hamid in France. Hamid said the United Nations and Orlova agreed.")
	got := map[string]int{}
	for _, c := range names.Candidates(doc, seeds.Load()) {
		got[c.Key] = len(c.Spans)
		for _, x := range c.Features {
			if x.Bucket >= names.Buckets {
				t.Errorf("%s: feature in bucket %d, of %d", c.Key, x.Bucket, names.Buckets)
			}
		}
	}
	want := map[string]int{"orlova": 2, "tarek hamid": 1, "hamid": 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
