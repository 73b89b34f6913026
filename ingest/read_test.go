package ingest_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/news"
)

var update = flag.Bool("update", false, "write the golden files anew")

// shown is an item as a golden file holds it.
type shown struct {
	Where    string    `json:"where"`
	Err      string    `json:"err,omitempty"`
	Warnings []string  `json:"warnings,omitempty"`
	ID       news.ID   `json:"id,omitempty"`
	SourceID string    `json:"sourceID,omitempty"`
	URL      string    `json:"url,omitempty"`
	Title    string    `json:"title,omitempty"`
	Source   string    `json:"source,omitempty"`
	Day      news.Date `json:"published,omitzero"`
	At       string    `json:"at,omitempty"`
	Modified string    `json:"modified,omitempty"`
	Text     []string  `json:"text,omitempty"`
}

func show(it ingest.Item) shown {
	a := it.Article
	s := shown{
		Where: it.Where(), Warnings: it.Warnings, ID: a.ID, SourceID: a.SourceID, URL: a.URL, Title: a.Title,
		Source: a.Source, Day: a.Published,
	}
	if it.Err != nil {
		s.Err = it.Err.Error()
	}
	if !a.PublishedAt.IsZero() {
		s.At = a.PublishedAt.Format("2006-01-02T15:04:05Z07:00")
	}
	if !a.Modified.IsZero() {
		s.Modified = a.Modified.Format("2006-01-02T15:04:05Z07:00")
	}
	if a.Text != "" {
		s.Text = strings.Split(a.Text, "\n")
	}
	return s
}

// Each file under testdata/files is a good or bad input named for what it
// shows; the golden file beside the folder holds the items that come of it.
func TestFilesBecomeArticles(t *testing.T) {
	t.Chdir("testdata/files")
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	for it := range ingest.Read(t.Context(), []string{"."}, nil) {
		if err := enc.Encode(show(it)); err != nil {
			t.Fatal(err)
		}
	}
	const golden = "../files.golden.jsonl"
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("articles of testdata/files (-want +got):\n%s", diff)
	}
}

func collect(paths []string, stdin io.Reader) []ingest.Item {
	var out []ingest.Item
	for it := range ingest.Read(context.Background(), paths, stdin) {
		out = append(out, it)
	}
	return out
}

func TestALineTooLongIsRefusedAndTheRestGoesOn(t *testing.T) {
	const long = 50 << 20
	in := io.MultiReader(
		strings.NewReader(`{"id": "a", "text": "before"}`+"\n"+`{"id": "b", "text": "`),
		io.LimitReader(endless('x'), long), strings.NewReader("\"}\n"+`{"id": "c", "text": "after"}`))
	items := collect([]string{ingest.Stdin}, in)
	if len(items) != 3 || items[1].Err == nil || items[1].Where() != "-:2" || items[1].Size < long || items[2].Article.Text != "after" {
		t.Fatalf("got %d items, want the second of three refused, on line 2", len(items))
	}
	if code := news.CodeOf(items[1].Err); code != news.BadInput {
		t.Errorf("code %s, want %s", code, news.BadInput)
	}
	if items := collect([]string{ingest.Stdin}, io.LimitReader(endless('x'), long)); len(items) != 1 || items[0].Err == nil {
		t.Errorf("one long line without an end: got %d items, want one refused", len(items))
	}
}

type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

func TestTooMuchIsRefused(t *testing.T) {
	tests := []struct {
		name, file string
		in         io.Reader
	}{
		{"a text file beyond the size of one", "a.txt", io.LimitReader(endless('x'), ingest.MaxFile+1)},
		{"a page beyond the size of one", "a.html", io.LimitReader(endless('x'), ingest.MaxFile+1)},
		{"a feed beyond the size of one", "a.xml", io.LimitReader(endless('x'), ingest.MaxFeed+1)},
		{"a text beyond the length of an article", "a.txt", strings.NewReader("Title\n2024-04-09\n" + strings.Repeat("word ", ingest.MaxText/5))},
		{"a line whose text is too long", "a.jsonl", strings.NewReader(`{"text": "` + strings.Repeat("word ", ingest.MaxText/5+1) + `"}`)},
		{"a page nested without end", "a.html", strings.NewReader(strings.Repeat("<div>", 100_000))},
		{"an unknown kind of file", "a.docx", strings.NewReader("x")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var items []ingest.Item
			for it := range ingest.File(test.file, test.in) {
				items = append(items, it)
			}
			if len(items) != 1 || news.CodeOf(items[0].Err) != news.BadInput {
				t.Errorf("got %d items, the first with %v; want one with BadInput", len(items), items[0].Err)
			}
		})
	}
}

func TestPaths(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(target, name string) {
		t.Helper()
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	write("b/two.txt", "Two\n2024-04-09\ntext\n")
	write("a/one.jsonl", `{"text": "one"}`)
	write("a/notes.md", "no article")
	write(".hidden/three.txt", "Three\n2024-04-09\ntext\n")
	write("a/.draft.txt", "Draft\n2024-04-09\ntext\n")
	write("kinds/lines.json", "\uFEFF\n {\"text\": \"one\"}\n{\"text\": \"two\"}\n")
	write("kinds/wide", "\xff\xfe{\x00\"\x00t\x00e\x00x\x00t\x00\"\x00:\x00\"\x00a\x00\"\x00}\x00")
	write("kinds/page.php", "<!DOCTYPE html><html><body><article><p>A long walk through the hills of the north, and back.</p></article></body></html>")
	write("kinds/feed", `<?xml version="1.0"?><rss version="2.0"><channel><title>F</title><item><title>One</title></item></channel></rss>`)
	write("kinds/empty", "")
	link(dir, "b/loop")
	link("two.txt", "b/three.txt")
	link("nowhere", "b/gone.txt")
	link(filepath.Join(dir, "b"), "linked")
	names := func(items []ingest.Item) []string {
		var out []string
		for _, it := range items {
			rel, err := filepath.Rel(dir, it.Where())
			if err != nil {
				t.Fatal(err)
			}
			if it.Err != nil {
				rel += " " + string(news.CodeOf(it.Err))
			}
			out = append(out, rel)
		}
		return out
	}
	tests := []struct {
		name string
		path string
		want []string
	}{
		{"a folder with folders, links and hidden files", ".", []string{"a/one.jsonl:1", "b/gone.txt BAD_USER_INPUT", "b/three.txt", "b/two.txt"}},
		{"a link to a folder that is named itself", "linked", []string{"b/gone.txt BAD_USER_INPUT", "b/three.txt", "b/two.txt"}},
		{"a file that is not there", "c.txt", []string{"c.txt NOT_FOUND"}},
		{"a file of another kind that is named itself", "a/notes.md", []string{"a/notes.md BAD_USER_INPUT"}},
		{"JSON Lines under another name", "kinds/lines.json", []string{"kinds/lines.json:2", "kinds/lines.json:3"}},
		{"JSON Lines in UTF-16 without a name of any kind", "kinds/wide", []string{"kinds/wide:1"}},
		{"a page under another name", "kinds/page.php", []string{"kinds/page.php"}},
		{"a feed under another name", "kinds/feed", []string{"kinds/feed:1"}},
		{"an empty file of no kind", "kinds/empty", []string{"kinds/empty BAD_USER_INPUT"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, names(collect([]string{filepath.Join(dir, test.path)}, nil))); diff != "" {
				t.Errorf("items (-want +got):\n%s", diff)
			}
		})
	}
	if n, known := ingest.Size([]string{dir}); !known || n != int64(len("Two\n2024-04-09\ntext\n")*2+len(`{"text": "one"}`)) {
		t.Errorf("Size(%s) = %d, %v", dir, n, known)
	}
	if _, known := ingest.Size([]string{dir, ingest.Stdin}); known {
		t.Error("the size of standard input is known")
	}
}

func TestReadStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for range ingest.Read(ctx, []string{ingest.Stdin, "testdata/files"}, strings.NewReader(strings.Repeat(`{"text": "x"}`+"\n", 1000))) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d items after the context was done at the third", n)
	}
}

func TestFilesThatComeWithTheProgram(t *testing.T) {
	fsys := fstest.MapFS{"b.txt": {Data: []byte("B\n2024-04-09\ntext")}, "x/a.jsonl": {Data: []byte(`{"text": "a"}`)}, "README": {}}
	var got []string
	for it := range ingest.FS(fsys) {
		got = append(got, fmt.Sprint(it.Where(), " ", it.Article.Text, it.Err))
	}
	if diff := cmp.Diff([]string{"b.txt text<nil>", "x/a.jsonl:1 a<nil>"}, got); diff != "" {
		t.Errorf("items (-want +got):\n%s", diff)
	}
}

func TestTheSizesOfItemsAddUp(t *testing.T) {
	for _, name := range []string{"lines.jsonl", "feed.xml", "seed.txt", "jsonld.html"} {
		data, err := os.ReadFile(filepath.Join("testdata/files", name))
		if err != nil {
			t.Fatal(err)
		}
		var sum int64
		for it := range ingest.File(name, bytes.NewReader(data)) {
			sum += it.Size
		}
		if got, want := sum, int64(len(data)); got > want || got < want-2 { // a blank line belongs to no item
			t.Errorf("%s: items of %d bytes in all, want %d", name, got, want)
		}
	}
}

// TestALineIsReadBeforeTheNextIsWritten holds for whoever writes an article
// to a pipe and waits for what becomes of it.
func TestALineIsReadBeforeTheNextIsWritten(t *testing.T) {
	in, out := io.Pipe()
	next := make(chan struct{})
	go func() {
		for i := range 3 {
			fmt.Fprintf(out, "{\"id\": %d, \"text\": \"Short.\"}\n", i)
			<-next
		}
		out.Close()
	}()
	n := 0
	for it := range ingest.Read(t.Context(), []string{ingest.Stdin}, in) {
		if it.Err != nil || it.Line != n+1 {
			t.Errorf("item %d: line %d, error %v", n, it.Line, it.Err)
		}
		n++
		next <- struct{}{}
	}
	if n != 3 {
		t.Errorf("%d articles, want 3", n)
	}
}
