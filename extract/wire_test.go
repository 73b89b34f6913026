package extract_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/news"
)

// TestEncodeExtraction checks the shape of the output for every case.
func TestEncodeExtraction(t *testing.T) {
	slots := map[string][]string{
		"meeting": {"participants", "place", "mode", "count"}, "sanction": {"imposers", "targets", "measure", "rate"},
		"agreement": {"parties", "name"}, "position": {"person", "title", "of", "former"},
		"statement": {"speaker", "direct", "content", "to", "subject", "act"}, "attack": {"attackers", "targets", "place"},
		"event": {"kind", "participants", "place"},
	}
	seen := map[string]bool{}
	for _, c := range readCases(t) {
		e := extractor(t).Article(&c.article)
		b, err := extract.EncodeExtraction("an id", e)
		if err != nil {
			t.Fatal(err)
		}
		var out struct {
			ID       string
			Language string
			Entities []struct{ ID string }
			Facts    []map[string]json.RawMessage
			Timexes  []news.Timex
		}
		if err := json.Unmarshal(b, &out); err != nil {
			t.Fatal(err)
		}
		if out.ID != "an id" || out.Language != "en" || len(out.Facts) != len(e.Claims) {
			t.Errorf("%s: id %q, language %q, %d facts of %d claims", c.path, out.ID, out.Language, len(out.Facts), len(e.Claims))
		}
		ids := map[string]bool{}
		for _, x := range out.Entities {
			ids[x.ID] = true
		}
		for _, f := range out.Facts {
			typ := strings.Trim(string(f["type"]), `"`)
			seen[typ] = true
			for _, s := range append(slots[typ], "status", "date", "attributed_to", "confidence", "evidence") {
				if f[s] == nil {
					t.Errorf("%s: a %s without %q", c.path, typ, s)
				}
			}
			for _, s := range []string{"participants", "imposers", "targets", "parties", "attackers", "attributed_to"} {
				var list []string
				if f[s] != nil && json.Unmarshal(f[s], &list) != nil {
					t.Errorf("%s: %q of a %s is no list: %s", c.path, s, typ, f[s])
				}
				for _, id := range list {
					if !ids[id] {
						t.Errorf("%s: %q of a %s names no entity: %s", c.path, s, typ, id)
					}
				}
			}
		}
	}
	for typ := range slots {
		if !seen[typ] {
			t.Errorf("no case holds a %s", typ)
		}
	}
}

// TestEncodeEmpty shows that empty lists are lists.
func TestEncodeEmpty(t *testing.T) {
	b, err := extract.EncodeExtraction("x", news.Extraction{Language: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(b), `{"id":"x","language":"fr","entities":[],"facts":[],"timexes":[],"attributions":[]}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
