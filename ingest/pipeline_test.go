package ingest_test

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/news"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

var extractor = sync.OnceValues(extract.New)

// open returns a pipeline into an empty graph.
func open(t testing.TB) *ingest.Pipeline {
	t.Helper()
	p := openAt(t, neo4jtest.Open(t).URI)
	empty(t, p)
	return p
}

// empty removes all articles and what was made of them.
func empty(t testing.TB, p *ingest.Pipeline) {
	t.Helper()
	if _, _, err := p.Store.Query(t.Context(), "MATCH (n) WHERE NOT n:Migration DETACH DELETE n", nil, true); err != nil {
		t.Fatal(err)
	}
}

// openAt returns a pipeline into the test's graph as it is, by this address.
func openAt(t testing.TB, uri string) *ingest.Pipeline {
	t.Helper()
	x, err := extractor()
	if err != nil {
		t.Fatal(err)
	}
	cfg := neo4jtest.Open(t)
	store, err := graph.Open(t.Context(), graph.Config{URI: uri, Username: cfg.Username, Password: cfg.Password, Database: cfg.Database})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	if err := store.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return &ingest.Pipeline{Store: store, Extractor: x}
}

// lines yields the articles of JSON Lines.
func lines(text string) iter.Seq[ingest.Item] {
	return ingest.File("news.jsonl", strings.NewReader(text))
}

// story writes a line of JSON Lines.
func story(id, published, text string) string {
	b, err := json.Marshal(map[string]string{"id": id, "published": published, "title": "Story " + id, "text": text, "source": "Vale Herald"})
	if err != nil {
		panic(err)
	}
	return string(b) + "\n"
}

// stories are short articles whose facts meet: reports, plans and denials of
// the same meetings and measures.
func stories() []string {
	texts := []string{
		"US President Donald Trump and Russian President Vladimir Putin will meet in Alaska on 15 August 2025, the Kremlin said.",
		"Donald Trump met Vladimir Putin in Alaska on 15 August 2025. Trump said that the talks were productive.",
		"Donald Trump and Vladimir Putin met last week. “We made progress,” Putin told reporters.",
		"The United States imposed tariffs of 25 per cent on India. India rejected the decision.",
		"President Donald Trump threatened tariffs of 25 per cent on India, the White House said on Monday.",
		"Ukrainian President Volodymyr Zelensky met Emmanuel Macron in Paris on 20 August 2025.",
		"Zelensky will visit Paris next week and meet French President Emmanuel Macron.",
		"The meeting between Donald Trump and Vladimir Putin in Alaska on 15 August 2025 was cancelled, officials said.",
		"Russia attacked Kyiv with drones on 28 August 2025, killing 10 people, the Ukrainian government said.",
		"The European Union lifted sanctions on Syria in May 2025, its foreign policy chief Kaja Kallas said.",
	}
	var out []string
	for i, text := range texts {
		out = append(out, story(fmt.Sprint(i), fmt.Sprintf("2025-08-%02d", 10+2*i), text))
	}
	return out
}

// dump returns what readers see of the graph, sorted: nodes and
// relationships without the time when this database came to hold them and
// without the marks by which writers find their way.
func dump(t testing.TB, p *ingest.Pipeline) []string {
	t.Helper()
	var out []string
	for _, query := range []string{
		"MATCH (n:Article|Entity|Claim|Fact) RETURN labels(n), properties(n)",
		"MATCH (a:Article|Entity|Claim|Fact)-[r]->(b:Article|Entity|Claim|Fact) RETURN [type(r), a.id, b.id], properties(r)",
	} {
		_, rows, err := p.Store.Query(t.Context(), query, nil, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			props, _ := row[1].(map[string]any)
			for _, mark := range []string{"recorded", "home", "digest", "rank"} {
				delete(props, mark)
			}
			b, err := json.Marshal([]any{row[0], props})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(b))
		}
	}
	slices.Sort(out)
	return out
}

func run(t testing.TB, p *ingest.Pipeline, items iter.Seq[ingest.Item]) ingest.Summary {
	t.Helper()
	sum, err := p.Run(t.Context(), items, nil)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func TestRunCountsWhatBecameOfArticles(t *testing.T) {
	p := open(t)
	first := strings.Join(stories()[:3], "") + "no article\n"
	revised := stories()[0]
	revised = strings.Replace(revised, `"published":"2025-08-10"`, `"modified":"2025-08-20","published":"2025-08-10"`, 1)
	revised = strings.Replace(revised, "the Kremlin said", "the White House said", 1)
	steps := []struct {
		name, in string
		want     ingest.Summary
	}{
		{"articles that are not there", first, ingest.Summary{Articles: 4, New: 3, Refused: 1}},
		{"the same again", first, ingest.Summary{Articles: 4, Unchanged: 3, Refused: 1}},
		{"a revision", revised, ingest.Summary{Articles: 1, Changed: 1}},
		{"the revision before it", stories()[0], ingest.Summary{Articles: 1, Unchanged: 1}},
		{"both at once", stories()[0] + revised, ingest.Summary{Articles: 2, Unchanged: 2}},
		{"nothing", "", ingest.Summary{}},
	}
	for _, step := range steps {
		sum := run(t, p, lines(step.in))
		sum.Claims, sum.Facts, sum.Warnings = graph.Tally{}, graph.Tally{}, 0
		if diff := cmp.Diff(step.want, sum); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.name, diff)
		}
	}
}

func TestRunTellsOfEachItemInOrder(t *testing.T) {
	p := open(t)
	var in strings.Builder
	for i := range 150 {
		if i%7 == 3 {
			in.WriteString("no article\n")
			continue
		}
		in.WriteString(story(fmt.Sprint(i), "2025-08-10", fmt.Sprintf("Ada Berg met Carlo Ruiz %d times.", i)))
	}
	var got []int
	var size int64
	sum, err := p.Run(t.Context(), lines(in.String()), func(e ingest.Event) {
		got = append(got, e.Item.Line)
		size = e.Bytes
		if (e.Err != nil) != (e.Item.Line%7 == 4) {
			t.Errorf("line %d: %v", e.Item.Line, e.Err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 150 || !slices.IsSorted(got) || size != int64(in.Len()) || sum.Articles != 150 {
		t.Errorf("told of %d items, sorted %v, %d of %d bytes, %v", len(got), slices.IsSorted(got), size, in.Len(), sum)
	}
}

// The graph is a function of the set of articles: any order, any batches,
// again and again, also with revisions that come before what they revise.
func TestOrderAndBatchesGiveOneGraph(t *testing.T) {
	all := stories()
	for i, s := range stories()[:4] {
		revised := strings.Replace(s, "{", fmt.Sprintf(`{"modified":"2025-09-%02d",`, i+1), 1)
		all = append(all, strings.Replace(revised, "2025-08-15", "2025-08-16", 1), strings.Replace(revised, "15 August", "16 August", 1))
	}
	p := open(t)
	run(t, p, lines(strings.Join(all, "")))
	want := dump(t, p)
	random := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		empty(t, p)
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for rest := all; len(rest) > 0; {
			n := 1 + random.IntN(len(rest))
			run(t, p, lines(strings.Join(rest[:n], "")))
			rest = rest[n:]
		}
		run(t, p, lines(strings.Join(all[:3], "")))
		if diff := cmp.Diff(want, dump(t, p)); diff != "" {
			t.Fatalf("the graph of another order differs (-want +got):\n%s", diff)
		}
	}
}

func TestArticlesOneByOne(t *testing.T) {
	p := open(t)
	results, err := p.Articles(t.Context(), []news.Article{
		{URL: "https://www.example.com/a?utm_source=x", Title: "A", Text: "Ada Berg met Carlo Ruiz.", Published: news.Date{Year: 2025, Month: 8, Day: 1}},
		{Text: strings.Repeat("x", ingest.MaxText+1)},
		{URL: "https://example.com/a", Title: "A", Text: "Ada Berg met Carlo Ruiz.", Published: news.Date{Year: 2025, Month: 8, Day: 1}},
		{Title: "NUL", Text: "Ada Berg met\x00Carlo Ruiz."},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range results {
		got = append(got, fmt.Sprint(r.Outcome.Result, news.CodeOf(r.Err)))
	}
	if diff := cmp.Diff([]string{"new", "BAD_USER_INPUT", "unchanged", "new"}, got); diff != "" {
		t.Fatalf("results (-want +got):\n%s", diff)
	}
	if err := p.Retract(t.Context(), results[0].Article); err != nil {
		t.Error(err)
	}
	if err := p.Retract(t.Context(), results[0].Article); news.CodeOf(err) != news.NotFound {
		t.Errorf("the second retraction: %v, want %s", err, news.NotFound)
	}
}

func TestStoppingKeepsWhatIsIn(t *testing.T) {
	p := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	told := map[news.ID]bool{}
	endless := func(yield func(ingest.Item) bool) {
		for i := 0; ; i++ {
			for it := range lines(story(fmt.Sprint(i), "2025-08-10", "Ada Berg met Carlo Ruiz in Port Vale.")) {
				if !yield(it) {
					return
				}
			}
		}
	}
	_, err := p.Run(ctx, endless, func(e ingest.Event) {
		told[e.Item.Article.ID] = true
		if len(told) == 70 {
			cancel()
		}
	})
	if err == nil || len(told) < 70 {
		t.Fatalf("stopped with %v after %d articles", err, len(told))
	}
	known, err := p.Store.Known(t.Context(), slices.Collect(maps.Keys(told)))
	if err != nil || len(known) != len(told) {
		t.Errorf("%d of %d articles told as in the graph are there: %v", len(known), len(told), err)
	}
}

func BenchmarkIngest(b *testing.B) {
	p := open(b)
	texts := stories()
	var in strings.Builder
	n := 0
	for b.Loop() {
		in.Reset()
		for range 64 {
			n++
			in.WriteString(strings.Replace(texts[n%len(texts)], `"id":"`, fmt.Sprintf(`"id":"%d-`, n), 1))
		}
		run(b, p, lines(in.String()))
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}
