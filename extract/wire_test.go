package extract_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/news"
)

func TestDecodeArticle(t *testing.T) {
	for _, c := range []struct{ name, line, id, published, warning, err string }{
		{name: "all fields", line: `{"id":"a1","published":"2024-05-16","title":"T","text":"X","url":"https://example.org/a","source":"S","modified":"2024-05-17T10:00:00Z"}`, id: "a1", published: "2024-05-16"},
		{name: "a time of publication", line: `{"id":"a1","published":"2024-05-16T23:30:00+05:30","text":"X"}`, id: "a1", published: "2024-05-16"},
		{name: "nulls", line: `{"id":"a1","published":null,"title":null,"text":""}`, id: "a1"},
		{name: "a number as id", line: `{"id":17,"text":"X"}`, id: "17"},
		{name: "an impossible date", line: `{"id":"a1","published":"2024-02-31","text":"X"}`, id: "a1", warning: "counts as unknown"},
		{name: "no id", line: `{"text":"X"}`, err: `no "id"`},
		{name: "an empty id", line: `{"id":"","text":"X"}`, err: `no "id"`},
		{name: "no text", line: `{"id":"a1"}`, err: `no "text"`},
		{name: "a number as text", line: `{"id":"a1","text":5}`, err: `"text"`},
		{name: "no object", line: `[1,2]`, err: "JSON object"},
		{name: "no JSON", line: `hello`, err: "JSON object"},
		{name: "half a line", line: `{"id":"a1","te`, err: "JSON object"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, warning, err := extract.DecodeArticle([]byte(c.line))
			if (err != nil) != (c.err != "") || err != nil && !strings.Contains(err.Error(), c.err) {
				t.Fatalf("error %v, want %q", err, c.err)
			}
			if err != nil {
				if news.CodeOf(err) != news.BadInput {
					t.Errorf("code %s of an error about the input", news.CodeOf(err))
				}
				return
			}
			if (warning != nil) != (c.warning != "") || warning != nil && !strings.Contains(warning.Error(), c.warning) {
				t.Errorf("warning %v, want %q", warning, c.warning)
			}
			if a.SourceID != c.id || a.Published.String() != c.published || a.ID == "" {
				t.Errorf("article %q published %q with id %q", a.SourceID, a.Published, a.ID)
			}
		})
	}
}

// FuzzDecodeArticle shows that no line makes the decoder fail otherwise than by an error.
func FuzzDecodeArticle(f *testing.F) {
	f.Add(`{"id":"a1","published":"2024-05-16","text":"X"}`)
	f.Add(`{"id":1e99,"published":"","text":null}`)
	f.Fuzz(func(t *testing.T, line string) {
		a, _, err := extract.DecodeArticle([]byte(line))
		if err == nil && (a.SourceID == "" || a.ID == "") {
			t.Errorf("%q gave an article without an id", line)
		}
	})
}

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
