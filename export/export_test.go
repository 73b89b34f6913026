package export_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/export"
	"github.com/newsgraph/newsgraph/fusion"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/news"
)

var update = flag.Bool("update", false, "write the golden files")

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// entries are two articles on one meeting, of which the second denies it:
//
//	(Wire)-->(first)<--(meeting claim)-->(Meeting)<--(Ann, Beland; in Celtown)
//	                <--(statement claim)-->(Statement)<--(Ann)
//	(Daily)->(second)<-(meeting claim, of Ann)--^
func entries() []graph.Entry {
	ann := news.Entity{ID: news.NewID("entity", "person", "ann"), Type: news.Person, Name: "Ann <A> & Sons", Aliases: []string{"Ann"}}
	beland := news.Entity{ID: news.NewID("entity", "country", "BL"), Type: news.Country, Name: "Beland", Code: "BL", Wikidata: "Q2"}
	celtown := news.Entity{ID: news.NewID("entity", "place", "celtown"), Type: news.Place, Name: "Celtown", Country: "BL"}
	article := func(url, source, text string) graph.Entry {
		a := news.Article{
			URL: url, Title: "Talks", Text: text, Source: source, SourceID: "7",
			Published: news.Date{Year: 2025, Month: 8, Day: 9}, PublishedAt: time.Date(2025, 8, 9, 7, 30, 0, 0, time.FixedZone("", 7200)),
			Modified: time.Date(2025, 8, 9, 9, 0, 0, 0, time.UTC),
		}
		a.Identify()
		e := graph.Entry{Article: a, Extraction: news.Extraction{Article: a.ID, Extractor: "1", Language: "en"}}
		for i, x := range []news.Entity{ann, beland, celtown} {
			e.Extraction.Entities = append(e.Extraction.Entities, news.Mentioned{Entity: x, Mentions: []news.Mention{
				{Span: news.Span{Start: 9 * i, End: 9*i + 3}, Text: x.Name, Kind: news.NameMention},
				{Span: news.Span{Start: 40 + i, End: 42 + i}, Text: "it", Kind: news.PronounMention},
			}})
		}
		return e
	}
	claim := func(e *graph.Entry, c news.Claim, quote string, start int) {
		c.Article, c.Published, c.Origin, c.Confidence = e.Article.ID, e.Article.Published, "of "+e.Article.Source, 0.75
		c.Trigger = news.Span{Start: start, End: start + 3}
		c.Evidence = []news.Evidence{{Span: news.Span{Start: start, End: start + len([]rune(quote))}, Quote: quote}}
		c.Identify()
		e.Extraction.Claims = append(e.Extraction.Claims, c)
	}
	meeting := news.Claim{
		Type: news.Meeting, Status: news.Happened, Date: news.Day(news.Date{Year: 2025, Month: 8, Day: 8}),
		Actors: []news.Actor{{Role: news.Participant, Entity: ann.ID, For: beland.ID}, {Role: news.Participant, Entity: beland.ID}, {Role: news.Venue, Entity: celtown.ID}},
	}
	meeting.Mode, meeting.Topic = "in_person", "peace"
	statement := news.Claim{
		Type: news.Statement, Status: news.Made, Actors: []news.Actor{{Role: news.Speaker, Entity: ann.ID}},
		Content: []news.Span{{Start: 60, End: 70}, {Start: 75, End: 99}},
	}
	statement.Text, statement.Direct, statement.Act = "“We talked,” she said, \"at length\"", true, "says"
	denied := meeting
	denied.Status, denied.AttributedTo = news.Cancelled, []news.ID{ann.ID, beland.ID}

	first := article("https://wire.example/1", "Wire", "Ann and Beland talked in Celtown.\x0b So they say;\r\nno comma, \"no\" quote <hurts>.")
	claim(&first, meeting, "Ann and Beland talked", 0)
	claim(&first, statement, "So they say;\r\nno comma, \"no\" quote <hurts>.", 35)
	second := article("https://daily.example/2", "Daily", "Ann says that they did not.")
	claim(&second, denied, "Ann says that they did not.", 0)
	return []graph.Entry{first, second}
}

// stored returns a store with nothing but the entries, written in this order.
func stored(t *testing.T, entries ...graph.Entry) *graph.Store {
	t.Helper()
	neo4jtest.Clear(t)
	ctx := context.Background()
	s, err := graph.Open(ctx, graph.Config(neo4jtest.Open(t)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	if err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, err := s.Write(ctx, []graph.Entry{e}, graph.Fusion{Blocks: fusion.Blocks, Assign: fusion.Assign, Derive: fusion.Derive}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestFormats(t *testing.T) {
	s := stored(t, entries()...)
	ctx := context.Background()
	for name, write := range map[string]func(w io.Writer) error{
		"graph.jsonl":   func(w io.Writer) error { return export.JSONL(ctx, s, w) },
		"graph.graphml": func(w io.Writer) error { return export.GraphML(ctx, s, w) },
		"nodes.csv":     func(w io.Writer) error { return export.CSV(ctx, s, w, io.Discard) },
		"edges.csv":     func(w io.Writer) error { return export.CSV(ctx, s, io.Discard, w) },
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestEqualGraphsGiveEqualBytes writes the same articles the other way round
// into a fresh database.
func TestEqualGraphsGiveEqualBytes(t *testing.T) {
	ctx := context.Background()
	formats := map[string]func(s *graph.Store, w io.Writer) error{
		"JSON Lines": func(s *graph.Store, w io.Writer) error { return export.JSONL(ctx, s, w) },
		"GraphML":    func(s *graph.Store, w io.Writer) error { return export.GraphML(ctx, s, w) },
		"zipped CSV": func(s *graph.Store, w io.Writer) error { return export.CSVZip(ctx, s, w) },
	}
	all := func(s *graph.Store) map[string]string {
		out := map[string]string{}
		for name, write := range formats {
			var b bytes.Buffer
			if err := write(s, &b); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			out[name] = b.String()
		}
		return out
	}
	list := entries()
	want := all(stored(t, list...))
	slices.Reverse(list)
	for name, got := range all(stored(t, list...)) {
		if got != want[name] {
			t.Errorf("%s differs", name)
		}
	}
}

// TestFormatsSayTheSame reads each format back and counts.
func TestFormatsSayTheSame(t *testing.T) {
	s := stored(t, entries()...)
	ctx := context.Background()
	nodes, edges := 0, 0
	var lines bytes.Buffer
	if err := export.JSONL(ctx, s, &lines); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(lines.String()) {
		var v struct{ Kind, ID, Type, Start, End string }
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		switch {
		case v.Kind == "node" && v.ID != "":
			nodes++
		case v.Kind == "edge" && v.Type != "" && v.Start != "" && v.End != "":
			edges++
		default:
			t.Errorf("odd line %s", line)
		}
	}
	if nodes != 12 || edges == 0 {
		t.Errorf("got %d nodes and %d edges, want 2 articles, 2 sources, 3 entities, 3 claims and 2 facts with edges", nodes, edges)
	}

	var zipped bytes.Buffer
	if err := export.CSVZip(ctx, s, &zipped); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(zipped.Bytes()), int64(zipped.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int{export.NodesFile: nodes, export.EdgesFile: edges} {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(rows)-1 != want {
			t.Errorf("%s has %d rows, want %d", name, len(rows)-1, want)
		}
	}

	var markup bytes.Buffer
	if err := export.GraphML(ctx, s, &markup); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Graph struct {
			Node []struct {
				ID string `xml:"id,attr"`
			} `xml:"node"`
			Edge []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal(markup.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, n := range doc.Graph.Node {
		known[n.ID] = true
	}
	for _, e := range doc.Graph.Edge {
		if !known[e.Source] || !known[e.Target] {
			t.Errorf("edge from %s to %s: one of them is no node", e.Source, e.Target)
		}
	}
	if len(known) != nodes || len(doc.Graph.Edge) != edges {
		t.Errorf("GraphML has %d nodes and %d edges, want %d and %d", len(known), len(doc.Graph.Edge), nodes, edges)
	}
}

// full is a writer without room.
type full struct{}

// Write fails.
func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorsComeBack(t *testing.T) {
	s := stored(t, entries()...)
	ctx := context.Background()
	for name, write := range map[string]func() error{
		"JSON Lines": func() error { return export.JSONL(ctx, s, full{}) },
		"GraphML":    func() error { return export.GraphML(ctx, s, full{}) },
		"CSV nodes":  func() error { return export.CSV(ctx, s, full{}, io.Discard) },
		"CSV edges":  func() error { return export.CSV(ctx, s, io.Discard, full{}) },
		"zipped CSV": func() error { return export.CSVZip(ctx, s, full{}) },
	} {
		if err := write(); err == nil || !strings.Contains(err.Error(), "disk full") {
			t.Errorf("%s: got error %v", name, err)
		}
	}
}
