package server_test

import (
	"context"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/resolvers"
	"github.com/newsgraph/newsgraph/server"
)

// call sends a request and returns the answer with its whole body.
func call(t testing.TB, ts *httptest.Server, method, path, body string, header map[string]string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, ts.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for k, v := range header {
		if k == "Host" {
			req.Host = v
			continue
		}
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
	return resp, string(text)
}

const (
	typeJSON = "application/json"
	typeGQL  = "application/graphql-response+json"
)

// TestGraphQLOverHTTP holds the server against the GraphQL-over-HTTP draft.
func TestGraphQLOverHTTP(t *testing.T) {
	ts := serve(t, world(t), func(c *server.Config) { c.MaxBody = 100_000 })
	get := func(query string) string { return "/graphql?query=" + url.QueryEscape(query) }
	for _, c := range []struct {
		name, method, path, body string
		header                   map[string]string
		status                   int
		contentType, has         string
	}{
		{"POST", "POST", "/graphql", `{"query":"{stats{articles}}"}`, nil, 200, typeJSON, `"articles":65`},
		{"POST, new type", "POST", "/graphql", `{"query":"{stats{articles}}"}`, map[string]string{"Accept": typeGQL}, 200, typeGQL, `"articles":65`},
		{"GET", "GET", get("{stats{articles}}"), "", map[string]string{"Accept": typeGQL}, 200, typeGQL, `"articles":65`},
		{"GET with variables", "GET", get("query($n: Int){facts(first: $n){nodes{id}}}") + `&variables={"n":0}`, "", nil, 200, typeJSON, `"nodes":[]`},
		{"GET of a mutation", "GET", get(`mutation{retractArticle(id:"6fa459ea-ee8a-5ca4-894e-db77e160355e"){id}}`), "", nil, 406, typeJSON, "query operations"},
		{"GET without query", "GET", "/graphql", "", nil, 400, typeJSON, "BAD_USER_INPUT"},
		{"operation by name", "POST", "/graphql", `{"query":"query a{stats{claims}} query b{stats{articles}}","operationName":"b"}`, nil, 200, typeJSON, `"articles":65`},
		{"no such operation", "POST", "/graphql", `{"query":"query a{stats{claims}}","operationName":"b"}`, map[string]string{"Accept": typeGQL}, 400, typeGQL, "BAD_USER_INPUT"},
		{"syntax error", "POST", "/graphql", `{"query":"{"}`, nil, 200, typeJSON, "BAD_USER_INPUT"},
		{"syntax error, new type", "POST", "/graphql", `{"query":"{"}`, map[string]string{"Accept": typeGQL}, 400, typeGQL, "BAD_USER_INPUT"},
		{"unknown field", "POST", "/graphql", `{"query":"{factz{nodes{id}}}"}`, map[string]string{"Accept": typeGQL}, 400, typeGQL, "BAD_USER_INPUT"},
		{"missing variable", "POST", "/graphql", `{"query":"query($id:ID!){node(id:$id){id}}"}`, map[string]string{"Accept": typeGQL}, 400, typeGQL, "BAD_USER_INPUT"},
		{"not JSON", "POST", "/graphql", `query{}`, nil, 400, typeJSON, "BAD_USER_INPUT"},
		{"query of another type", "POST", "/graphql", `{"query":7}`, nil, 400, typeJSON, "BAD_USER_INPUT"},
		{"variables of another type", "POST", "/graphql", `{"query":"{stats{claims}}","variables":[1]}`, nil, 400, typeJSON, "BAD_USER_INPUT"},
		{"no query", "POST", "/graphql", `{}`, nil, 400, typeJSON, "BAD_USER_INPUT"},
		{"a batch", "POST", "/graphql", `[{"query":"{stats{claims}}"}]`, nil, 400, typeJSON, "BAD_USER_INPUT"},
		{"a form", "POST", "/graphql", `query={stats{claims}}`, map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, 415, typeJSON, "BAD_USER_INPUT"},
		{"too long", "POST", "/graphql", `{"query":"{stats{claims}}","variables":{"a":"` + strings.Repeat("x", 200_000) + `"}}`, nil, 413, typeJSON, "BAD_USER_INPUT"},
		{"another method", "PUT", "/graphql", `{}`, nil, 405, typeJSON, "BAD_USER_INPUT"},
		{"introspection", "POST", "/graphql", `{"query":"{__type(name:\"Meeting\"){fields{name}}}"}`, nil, 200, typeJSON, "participants"},
	} {
		t.Run(c.name, func(t *testing.T) {
			header := map[string]string{"Content-Type": typeJSON}
			maps.Copy(header, c.header)
			resp, body := call(t, ts, c.method, c.path, c.body, header)
			if resp.StatusCode != c.status || !strings.HasPrefix(resp.Header.Get("Content-Type"), c.contentType) || !strings.Contains(body, c.has) {
				t.Errorf("status %d, %s: %s\nwant %d, %s, with %s", resp.StatusCode, resp.Header.Get("Content-Type"), body, c.status, c.contentType, c.has)
			}
		})
	}
}

// TestErrorsShowNothing: what is the client's mistake is explained; what is
// ours gives an id for the log and not a word of driver, Cypher or Go.
func TestErrorsShowNothing(t *testing.T) {
	c := neo4jtest.Open(t)
	world(t)
	gone, err := graph.Open(t.Context(), graph.Config{URI: c.URI, Username: c.Username, Password: c.Password, Database: c.Database})
	if err != nil {
		t.Fatal(err)
	}
	if err := gone.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	ingests := func(f func() ([]resolvers.Outcome, error)) func(*server.Config) {
		return func(c *server.Config) {
			c.Schema = resolvers.New(resolvers.Config{Store: store, Ingest: func(context.Context, []news.Article) ([]resolvers.Outcome, error) { return f() }})
		}
	}
	ours := serve(t, store, ingests(func() ([]resolvers.Outcome, error) { return nil, io.ErrUnexpectedEOF }))
	panics := serve(t, store, ingests(func() ([]resolvers.Outcome, error) { panic("secret") }))
	known := serve(t, store, ingests(func() ([]resolvers.Outcome, error) {
		return nil, &news.Error{Code: news.Unavailable, Msg: "The database is busy.", Err: io.ErrUnexpectedEOF}
	}))
	const mutation = `mutation { ingestArticle(input: {text: "x"}) { outcome } }`
	const alone = `{ stats { articles } }`
	for _, c := range []struct {
		name      string
		ts        *httptest.Server
		query     string
		code, has string
	}{
		{"an error of ours", ours, mutation, "INTERNAL", "requestId"},
		{"a panic", panics, mutation, "INTERNAL", "requestId"},
		{"a known error", known, mutation, "UNAVAILABLE", "The database is busy."},
		{"a closed driver", serve(t, gone), alone, "INTERNAL", "requestId"},
		{"no id", ours, `{ node(id: "x") { id } }`, "BAD_USER_INPUT", "6fa459ea"},
		{"no date", ours, `{ facts(filter: {from: "2025-02-30"}) { totalCount } }`, "BAD_USER_INPUT", "2025-02-30"},
		{"a number as date", ours, `{ facts(filter: {from: 7}) { totalCount } }`, "BAD_USER_INPUT", "date"},
		{"no value of the enum", ours, `{ facts(filter: {standing: [MAYBE]}) { totalCount } }`, "BAD_USER_INPUT", "MAYBE"},
		{"a misspelt field", ours, `{ fact { id } }`, "BAD_USER_INPUT", "fact"},
		{"a misspelt argument", ours, `{ facts(filters: {}) { totalCount } }`, "BAD_USER_INPUT", "filters"},
		{"a search without words", ours, `{ search(query: "?!") { nodes { __typename } } }`, "BAD_USER_INPUT", "word"},
		{"an article by nothing", ours, `{ article { id } }`, "BAD_USER_INPUT", "url"},
		{"a path that is too long", ours, `{ path(from: "6fa459ea-ee8a-5ca4-894e-db77e160355e", to: "6fa459ea-ee8a-5ca4-894e-db77e160355e", maxFacts: 9) { length } }`, "BAD_USER_INPUT", "maxFacts"},
		{"a path from nowhere", ours, `{ path(from: "6fa459ea-ee8a-5ca4-894e-db77e160355e", to: "6fa459ea-ee8a-5ca4-894e-db77e160355e") { length } }`, "NOT_FOUND", "6fa459ea"},
		{"a number out of range", ours, `{ facts(first: 99999999999999999999) { totalCount } }`, "BAD_USER_INPUT", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			resp, body := call(t, c.ts, "POST", "/graphql", mustJSON(t, map[string]any{"query": c.query}), map[string]string{"Content-Type": typeJSON})
			var r reply
			if err := json.Unmarshal([]byte(body), &r); err != nil {
				t.Fatalf("%v in %s", err, body)
			}
			if len(r.Errors) != 1 || r.Errors[0].Extensions.Code != c.code || !strings.Contains(r.Errors[0].Message, c.has) {
				t.Errorf("got %s, want code %s and %q", body, c.code, c.has)
			}
			if len(r.Errors) > 0 && r.Errors[0].Extensions.RequestID != resp.Header.Get("X-Request-Id") {
				t.Errorf("request id differs from the header's %q: %s", resp.Header.Get("X-Request-Id"), body)
			}
			for _, secret := range []string{"secret", "EOF", "Did you mean", "MATCH", "neo4j", "Neo4j", "goroutine", ".go:", "panic"} {
				if strings.Contains(body, secret) {
					t.Errorf("shows %q: %s", secret, body)
				}
			}
		})
	}
}

func mustJSON(t testing.TB, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestTimeout: the answer comes when time is up, whatever the work does.
func TestTimeout(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	ts := serve(t, world(t), func(c *server.Config) {
		c.Timeout = 50 * time.Millisecond
		c.Schema = resolvers.New(resolvers.Config{Store: store, Ingest: func(context.Context, []news.Article) ([]resolvers.Outcome, error) {
			<-release
			return nil, nil
		}})
	})
	_, r := send(t, ts, `mutation { ingestArticle(input: {text: "x"}) { outcome } }`, nil)
	if got := r.codes(); len(got) != 1 || got[0] != "TIMEOUT" {
		t.Errorf("codes %v, want TIMEOUT", got)
	}
}

// TestTooMuchAtOnce: beyond its limit the server says so instead of queueing.
func TestTooMuchAtOnce(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	ts := serve(t, world(t), func(c *server.Config) {
		c.MaxOperations = 1
		c.Schema = resolvers.New(resolvers.Config{Store: store, Ingest: func(context.Context, []news.Article) ([]resolvers.Outcome, error) {
			close(entered)
			<-release
			return nil, news.Errorf(news.BadInput, "done")
		}})
	})
	first := make(chan []string, 1)
	go func() {
		_, r := send(t, ts, `mutation { ingestArticle(input: {text: "x"}) { outcome } }`, nil)
		first <- r.codes()
	}()
	<-entered
	_, r := send(t, ts, `{ stats { articles } }`, nil)
	if got := r.codes(); len(got) != 1 || got[0] != "RATE_LIMITED" {
		t.Errorf("codes %v, want RATE_LIMITED", got)
	}
	close(release)
	if got := <-first; len(got) != 1 || got[0] != "BAD_USER_INPUT" {
		t.Errorf("the first operation: codes %v", got)
	}
	if _, r := send(t, ts, `{ stats { articles } }`, nil); len(r.Errors) > 0 {
		t.Errorf("afterwards: %+v", r.Errors)
	}
}

// TestWhoMayAsk: without a token the server is for this machine alone, with
// one for whoever has it; pages of other sites are kept out either way.
func TestWhoMayAsk(t *testing.T) {
	open := serve(t, world(t))
	locked := serve(t, store, func(c *server.Config) { c.Token = "sesame" })
	host := func(ts *httptest.Server) string { return strings.TrimPrefix(ts.URL, "http://") }
	for _, c := range []struct {
		name   string
		ts     *httptest.Server
		path   string
		header map[string]string
		status int
		code   string
	}{
		{"loopback", open, "/graphql", nil, 200, ""},
		{"localhost", open, "/graphql", map[string]string{"Host": "localhost:8080"}, 200, ""},
		{"own page", open, "/graphql", map[string]string{"Origin": open.URL}, 200, ""},
		{"page of another site", open, "/graphql", map[string]string{"Origin": "https://evil.example"}, 403, "FORBIDDEN"},
		{"sandboxed page", open, "/graphql", map[string]string{"Origin": "null"}, 403, "FORBIDDEN"},
		{"rebound name", open, "/graphql", map[string]string{"Host": "evil.example:8080"}, 403, "FORBIDDEN"},
		{"page at another port", open, "/graphql", map[string]string{"Origin": "http://127.0.0.1:1"}, 403, "FORBIDDEN"},
		{"no token", locked, "/graphql", nil, 401, "UNAUTHENTICATED"},
		{"wrong token", locked, "/graphql", map[string]string{"Authorization": "Bearer open"}, 401, "UNAUTHENTICATED"},
		{"token", locked, "/graphql", map[string]string{"Authorization": "Bearer sesame", "Host": "graph.example"}, 200, ""},
		{"token, page of another site", locked, "/graphql", map[string]string{"Authorization": "Bearer sesame", "Origin": "https://evil.example"}, 403, "FORBIDDEN"},
		{"metrics without token", locked, "/metrics", nil, 401, "UNAUTHENTICATED"},
		{"health without token", locked, "/healthz", nil, 200, ""},
		{"readiness without token", locked, "/readyz", nil, 200, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			method, body := "GET", ""
			if c.path == "/graphql" {
				method, body = "POST", `{"query":"{stats{articles}}"}`
			}
			header := map[string]string{"Content-Type": typeJSON, "Host": host(c.ts)}
			maps.Copy(header, c.header)
			resp, text := call(t, c.ts, method, c.path, body, header)
			if resp.StatusCode != c.status || !strings.Contains(text, c.code) {
				t.Errorf("status %d: %s\nwant %d, %s", resp.StatusCode, text, c.status, c.code)
			}
		})
	}
}

// TestListen: an address that others can reach needs a token.
func TestListen(t *testing.T) {
	for _, c := range []struct{ listen, token, code string }{
		{"127.0.0.1:0", "", ""},
		{"localhost:0", "", ""},
		{"[::]:0", "", "BAD_USER_INPUT"},
		{":0", "", "BAD_USER_INPUT"},
		{"0.0.0.0:0", "", "BAD_USER_INPUT"},
		{"127.0.0.1:0", "sesame", ""},
		{"8080", "", "BAD_USER_INPUT"},
	} {
		l, err := server.Listen(t.Context(), c.listen, c.token)
		if err == nil {
			l.Close()
		}
		if got := string(news.CodeOf(err)); got != c.code {
			t.Errorf("Listen(%q, %q): code %q, want %q", c.listen, c.token, got, c.code)
		}
	}
}

// TestPages: each page answers, with headers that keep browsers careful, and
// refers to nothing outside.
func TestPages(t *testing.T) {
	ts := serve(t, world(t))
	for path, has := range map[string]string{
		"/": "<b>65</b><span>articles", "/about": "Newsgraph", "/playground": "playground.js", "/healthz": "ok", "/readyz": "ready",
		"/metrics": "newsgraph_subscriptions", "/assets/about/style.css": "--ink", "/assets/about/playground.js": "graphql", "/assets/about/icon.svg": "<svg",
	} {
		resp, body := call(t, ts, "GET", path, "", nil)
		if resp.StatusCode != 200 || !strings.Contains(body, has) {
			t.Errorf("%s: status %d, without %q", path, resp.StatusCode, has)
		}
		if path != "/metrics" && (strings.Contains(body, "https://") || strings.Contains(strings.ReplaceAll(body, "http://www.w3.org/2000/svg", ""), "http://")) {
			t.Errorf("%s refers to another host", path)
		}
		for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"} {
			if got := resp.Header.Get(name); !strings.HasPrefix(got, want) {
				t.Errorf("%s: header %s is %q", path, name, got)
			}
		}
	}
	if resp, _ := call(t, ts, "GET", "/nothing", "", nil); resp.StatusCode != 404 {
		t.Errorf("/nothing: status %d, want 404", resp.StatusCode)
	}
	down := serve(t, store, func(c *server.Config) {
		c.Ready = func(context.Context) error { return news.Errorf(news.Unavailable, "Not yet.") }
	})
	if resp, body := call(t, down, "GET", "/readyz", "", nil); resp.StatusCode != 503 || !strings.Contains(body, "Not yet.") {
		t.Errorf("/readyz of a server that isn't: status %d, %s", resp.StatusCode, body)
	}
}

// TestExamples: the queries that the pages offer can be asked.
func TestExamples(t *testing.T) {
	ts := serve(t, world(t))
	_, page := call(t, ts, "GET", "/playground", "", nil)
	_, rest, _ := strings.Cut(page, `id="data">`)
	text, _, _ := strings.Cut(rest, "</script>")
	var examples []struct{ Name, Query string }
	if err := json.Unmarshal([]byte(text), &examples); err != nil || len(examples) < 3 {
		t.Fatalf("%d examples: %v", len(examples), err)
	}
	for _, e := range examples {
		if _, r := send(t, ts, e.Query, nil); len(r.Errors) > 0 {
			t.Errorf("%s: %+v", e.Name, r.Errors)
		}
	}
}
