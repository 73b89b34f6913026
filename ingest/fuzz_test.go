package ingest_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/news"
)

// fuzzReader feeds any bytes to the reader for the extension: whatever they
// are, it ends, and each item is an article in UTF-8 with an id, or an error.
func fuzzReader(f *testing.F, ext string) {
	files, err := filepath.Glob("testdata/files/*" + ext)
	if err != nil || len(files) == 0 {
		f.Fatalf("no files to start from: %v", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for it := range ingest.File("file"+ext, bytes.NewReader(data)) {
			a := it.Article
			switch {
			case it.Err != nil && (news.CodeOf(it.Err) == news.Internal || a.ID != ""):
				t.Errorf("a refused item has id %q and %v", a.ID, it.Err)
			case it.Err == nil && (a.ID == "" || !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title)):
				t.Errorf("article %q has a text that is not UTF-8", a.ID)
			}
		}
	})
}

func FuzzText(f *testing.F)  { fuzzReader(f, ".txt") }
func FuzzHTML(f *testing.F)  { fuzzReader(f, ".html") }
func FuzzLines(f *testing.F) { fuzzReader(f, ".jsonl") }
func FuzzFeed(f *testing.F)  { fuzzReader(f, ".xml") }
