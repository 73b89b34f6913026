package server_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the goldens in testdata anew")

// TestQueries asks each question in testdata/queries and compares the answer
// with the golden beside it.
func TestQueries(t *testing.T) {
	ts := serve(t, world(t))
	files, err := filepath.Glob("testdata/queries/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no queries: %v", err)
	}
	ids := map[string]any{"alder": alder.ID, "birch": birch.ID, "cedar": cedar.ID, "highmark": highmark.ID, "lowmark": lowmark.ID, "harbour": harbour.ID}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			query, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			used := map[string]any{}
			for _, m := range regexp.MustCompile(`\$(\w+): ID!`).FindAllStringSubmatch(string(query), -1) {
				used[m[1]] = ids[m[1]]
			}
			status, r := send(t, ts, string(query), used)
			if status != 200 || len(r.Errors) > 0 {
				t.Fatalf("status %d, errors %+v", status, r.Errors)
			}
			var got bytes.Buffer
			if err := json.Indent(&got, r.Data, "", "  "); err != nil {
				t.Fatal(err)
			}
			golden := file[:len(file)-len(".graphql")] + ".json"
			if *update {
				if err := os.WriteFile(golden, append(got.Bytes(), '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(bytes.TrimSpace(want)), got.String()); diff != "" {
				t.Errorf("answer differs (-want +got):\n%s", diff)
			}
		})
	}
}

// TestSearchTakesAnyText: no text that people may type is more than words.
func TestSearchTakesAnyText(t *testing.T) {
	ts := serve(t, world(t))
	text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune(`ab +-&|!(){}[]^"~*?:\/<>='ANDORNOTTO`))))
	for seed := range 40 {
		q := text.Example(seed)
		_, r := send(t, ts, `query ($q: String!) { search(query: $q) { totalCount nodes { __typename } } facts(filter: {text: $q}, first: 1) { totalCount } }`, map[string]any{"q": q})
		for _, e := range r.Errors {
			if e.Extensions.Code != "BAD_USER_INPUT" {
				t.Errorf("%q: %+v", q, e)
			}
		}
	}
}
