package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/fusion"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/resolvers"
	"github.com/newsgraph/newsgraph/server"
)

func TestMain(m *testing.M) { neo4jtest.Main(m) }

// fused is how graph decides which claims speak of the same fact.
var fused = graph.Fusion{Blocks: fusion.Blocks, Assign: fusion.Assign, Derive: fusion.Derive}

// The world of the tests:
//
//	Alder --+                        +-- imposes a 25 per cent tariff on Lowmark
//	        +-- meet in Harbour City |
//	Birch --+   (day 1, 2, 3 ...)    Highmark
//	Cedar says "We will answer." to Alder; one article has Birch's visit cancelled, one has it happen
var (
	alder    = entity(news.Person, "Ann Alder")
	birch    = entity(news.Person, "Bo Birch")
	cedar    = entity(news.Person, "Çy Cédar")
	highmark = country("Highmark", "HM")
	lowmark  = country("Lowmark", "LM")
	harbour  = placed(entity(news.Place, "Harbour City"), "HM")
)

func entity(t news.EntityType, name string) news.Entity {
	return news.Entity{ID: news.NewID(string(t), news.Fold(name)), Type: t, Name: name}
}

func country(name, code string) news.Entity {
	e := entity(news.Country, name)
	e.Code = code
	return e
}

func placed(e news.Entity, code string) news.Entity {
	e.Country = code
	return e
}

// write is an article under construction: each said sentence is a claim.
type write struct {
	article  news.Article
	entities map[news.ID]news.Entity
	mentions map[news.ID][]news.Mention
	order    []news.ID
	claims   []news.Claim
}

func article(n int, published news.Date) *write {
	return &write{
		article: news.Article{
			URL: fmt.Sprintf("https://news.example/%d", n), Title: fmt.Sprintf("Report %d", n),
			Published: published, Source: "The Example", Language: "en",
		},
		entities: map[news.ID]news.Entity{}, mentions: map[news.ID][]news.Mention{},
	}
}

// says adds a sentence to the text and a claim that it states.
func (w *write) says(sentence string, c news.Claim, who ...news.Entity) *write {
	start := len([]rune(w.article.Text))
	for _, e := range who {
		if _, ok := w.entities[e.ID]; !ok {
			w.order = append(w.order, e.ID)
		}
		w.entities[e.ID] = e
		if i := strings.Index(sentence, e.Name); i >= 0 {
			at := start + len([]rune(sentence[:i]))
			w.mentions[e.ID] = append(w.mentions[e.ID], news.Mention{Span: news.Span{Start: at, End: at + len([]rune(e.Name))}, Text: e.Name, Kind: news.NameMention})
		}
	}
	span := news.Span{Start: start, End: start + len([]rune(sentence))}
	c.Evidence = []news.Evidence{{Span: span, Quote: sentence}}
	c.Trigger = news.Span{Start: start, End: start + 1}
	if c.Confidence == 0 {
		c.Confidence = 0.9
	}
	news.SortActors(c.Actors)
	w.claims = append(w.claims, c)
	w.article.Text += sentence + "\n"
	return w
}

func (w *write) entry() graph.Entry {
	w.article.Identify()
	x := news.Extraction{Article: w.article.ID, Extractor: "1", Language: "en"}
	for _, id := range w.order {
		x.Entities = append(x.Entities, news.Mentioned{Entity: w.entities[id], Mentions: w.mentions[id]})
	}
	for _, c := range w.claims {
		c.Article, c.Published, c.Origin = w.article.ID, w.article.Published, string(w.article.ID)
		c.Identify()
		x.Claims = append(x.Claims, c)
	}
	return graph.Entry{Article: w.article, Extraction: x}
}

func as(role news.Role, list ...news.Entity) []news.Actor {
	var out []news.Actor
	for _, e := range list {
		out = append(out, news.Actor{Role: role, Entity: e.ID})
	}
	return out
}

func join(lists ...[]news.Actor) []news.Actor {
	var out []news.Actor
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

var day1 = news.Date{Year: 2025, Month: 3, Day: 1}

// meeting is the article of one day's meeting.
func meeting(n int) graph.Entry {
	day := day1.AddDays(n)
	return article(n, day.AddDays(1)).says(
		"Ann Alder met Bo Birch in Harbour City.",
		news.Claim{Type: news.Meeting, Status: news.Happened, Date: news.Day(day), Actors: join(as(news.Participant, alder, birch), as(news.Venue, harbour)), Details: news.Details{Mode: "in_person", Topic: fmt.Sprintf("question %d", n)}},
		alder, birch, harbour).entry()
}

// others are articles of the other kinds of fact.
func others() []graph.Entry {
	tariff := news.Claim{Type: news.Sanction, Status: news.Imposed, Date: news.Day(day1), Actors: join(as(news.Imposer, highmark), as(news.Target, lowmark)), Details: news.Details{Measure: "tariff", Rate: "25 per cent", Goods: "steel"}}
	statement := news.Claim{Type: news.Statement, Status: news.Made, Actors: join(as(news.Speaker, cedar), as(news.Addressee, alder)), Details: news.Details{Text: "“We will answer.”", Direct: true, Act: "threatens"}}
	visit := news.Claim{Type: news.Event, Date: news.Day(day1.AddDays(5)), Actors: as(news.Participant, birch), Details: news.Details{Kind: "visit"}}
	happened, cancelled := visit, visit
	happened.Status, cancelled.Status = news.Happened, news.Cancelled
	cancelled.AttributedTo = []news.ID{cedar.ID}
	office := news.Claim{Type: news.Position, Status: news.Held, Actors: join(as(news.Holder, alder), as(news.Body, highmark)), Details: news.Details{Title: "president"}}
	return []graph.Entry{
		article(1001, day1.AddDays(2)).says("Highmark put a 25 per cent tariff on steel from Lowmark.", tariff, highmark, lowmark).entry(),
		article(1002, day1.AddDays(3)).says("“We will answer,” Çy Cédar told Ann Alder.", statement, cedar, alder).entry(),
		article(1003, day1.AddDays(6)).says("Bo Birch came for a visit.", happened, birch).entry(),
		article(1004, day1.AddDays(7)).says("The visit of Bo Birch was called off, Çy Cédar said.", cancelled, birch, cedar).entry(),
		article(1005, day1.AddDays(8)).says("Ann Alder is the president of Highmark.", office, alder, highmark).entry(),
	}
}

// meetings is how many meetings the world holds.
const meetings = 60

var (
	opened sync.Once
	store  *graph.Store
)

// world returns the store that all tests read: the meetings and the other
// facts. A test that adds an article takes it back.
func world(t testing.TB) *graph.Store {
	t.Helper()
	c := neo4jtest.Open(t)
	opened.Do(func() {
		ctx := context.Background()
		s, err := graph.Open(ctx, graph.Config{URI: c.URI, Username: c.Username, Password: c.Password, Database: c.Database})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		entries := others()
		for i := range meetings {
			entries = append(entries, meeting(i))
		}
		if _, err := s.Write(ctx, entries, fused); err != nil {
			t.Fatal(err)
		}
		store = s
	})
	if store == nil {
		t.Fatal("there is no world: an earlier test says why")
	}
	return store
}

// ingest stands in for the pipeline: it knows the one text of meeting.
func ingest(ctx context.Context, articles []news.Article) ([]resolvers.Outcome, error) {
	var out []resolvers.Outcome
	for _, a := range articles {
		if strings.TrimSpace(a.Text) == "" {
			out = append(out, resolvers.Outcome{Err: news.Errorf(news.BadInput, "The article has no text.")})
			continue
		}
		w := article(0, a.Published)
		w.article = a
		w.article.Text = ""
		w.says("Ann Alder met Bo Birch in Harbour City.", news.Claim{Type: news.Meeting, Status: news.Happened, Date: news.Day(a.Published), Actors: as(news.Participant, alder, birch)}, alder, birch)
		results, err := store.Write(ctx, []graph.Entry{w.entry()}, fused)
		if err != nil {
			return nil, err
		}
		out = append(out, resolvers.Outcome{Article: results[0].Article, Result: results[0].Result})
	}
	return out, nil
}

// configOf is what the tests' servers work with.
func configOf(s *graph.Store) server.Config {
	return server.Config{
		Schema: resolvers.New(resolvers.Config{
			Store: s, Ingest: ingest, Poll: 20 * time.Millisecond,
			Retract: func(ctx context.Context, id news.ID) error { return s.Retract(ctx, id, fused) },
		}),
		Ready: s.Ready, Version: "test", Log: slog.New(slog.DiscardHandler), Timeout: time.Minute,
	}
}

// serve starts a server of the store; change may change its configuration.
func serve(t testing.TB, s *graph.Store, change ...func(*server.Config)) *httptest.Server {
	t.Helper()
	config := configOf(s)
	for _, c := range change {
		c(&config)
	}
	sv := server.New(config)
	ts := httptest.NewServer(sv)
	t.Cleanup(func() {
		sv.Close()
		ts.Close()
	})
	return ts
}

// reply is the answer to a GraphQL request.
type reply struct {
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code, RequestID string }
	}
}

func (r *reply) codes() []string {
	var out []string
	for _, e := range r.Errors {
		out = append(out, e.Extensions.Code)
	}
	return out
}

// send posts a query and returns the status and the answer.
func send(t testing.TB, ts *httptest.Server, query string, variables map[string]any) (int, *reply) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	return post(t, ts, string(body), nil)
}

func post(t testing.TB, ts *httptest.Server, body string, header map[string]string) (int, *reply) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, ts.URL+"/graphql", bytes.NewReader([]byte(body)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for k, v := range header {
		req.Header.Set(k, v)
	}
	resp, err := ts.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	r := &reply{}
	if err := json.Unmarshal(text, r); err != nil {
		t.Fatalf("status %d, no JSON: %s", resp.StatusCode, text)
	}
	return resp.StatusCode, r
}

// ask posts a query that must succeed and reads its data into a T.
func ask[T any](t testing.TB, ts *httptest.Server, query string, variables map[string]any) T {
	t.Helper()
	_, r := send(t, ts, query, variables)
	if len(r.Errors) > 0 {
		t.Fatalf("%s\n%+v", query, r.Errors)
	}
	var out T
	if err := json.Unmarshal(r.Data, &out); err != nil {
		t.Fatalf("%v in %s", err, r.Data)
	}
	return out
}
