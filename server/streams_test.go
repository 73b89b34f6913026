package server_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/server"
)

const followMeetings = `subscription ($after: String) { facts(filter: {types: [MEETING]}, after: $after) { cursor fact { id type ... on Meeting { participants { name } date { from } } } } }`

// update is what a subscription sends.
type updated struct {
	Facts struct {
		Cursor string
		Fact   struct {
			ID, Type     string
			Participants []struct{ Name string }
			Date         struct{ From string }
		}
	}
}

// taken is what a mutation answers.
type taken struct {
	IngestArticle struct {
		Outcome string
		Error   *string
		Article struct{ ID, Title string }
		Facts   []struct {
			Type string
			Date struct{ From string }
		}
	}
}

const takeIn = `mutation ($url: String, $day: Date) { ingestArticle(input: {text: "Ann Alder met Bo Birch.", title: "New", url: $url, published: $day}) {
	outcome error article { id title } facts { type date { from } } } }`

// add takes in an article about a meeting on day, and takes it back when the test ends.
func add(t *testing.T, ts *httptest.Server, url, day string) taken {
	t.Helper()
	got := ask[taken](t, ts, takeIn, map[string]any{"url": url, "day": day})
	t.Cleanup(func() {
		if err := store.Retract(context.Background(), news.ID(got.IngestArticle.Article.ID), fused); err != nil && news.CodeOf(err) != news.NotFound {
			t.Error(err)
		}
	})
	return got
}

// TestIngest: text in, facts out, at once; the same again changes nothing;
// taken back it leaves nothing.
func TestIngest(t *testing.T) {
	ts := serve(t, world(t))
	type numbers struct {
		Stats struct{ Articles, Claims, Facts int }
	}
	count := func() numbers { return ask[numbers](t, ts, "{ stats { articles claims facts } }", nil) }
	before := count()
	first := add(t, ts, "https://news.example/new", "2025-09-01").IngestArticle
	if first.Outcome != "NEW" || first.Article.Title != "New" || len(first.Facts) != 1 || first.Facts[0].Type != "MEETING" || first.Facts[0].Date.From != "2025-09-01" {
		t.Errorf("first: %+v", first)
	}
	if again := add(t, ts, "https://news.example/new", "2025-09-01").IngestArticle; again.Outcome != "UNCHANGED" || len(again.Facts) != 1 {
		t.Errorf("again: %+v", again)
	}
	_, r := send(t, ts, `mutation { ingestArticles(input: [{text: " "}, {text: "x", published: "2025-02-30"}]) { outcome error } }`, nil)
	if got := r.codes(); len(got) != 1 || got[0] != "BAD_USER_INPUT" {
		t.Errorf("an impossible date: %+v", r.Errors)
	}
	type many struct {
		IngestArticles []struct {
			Outcome string
			Error   *string
		}
	}
	if m := ask[many](t, ts, `mutation { ingestArticles(input: [{text: " "}]) { outcome error } }`, nil); len(m.IngestArticles) != 1 || m.IngestArticles[0].Outcome != "REFUSED" || m.IngestArticles[0].Error == nil {
		t.Errorf("an empty article: %+v", m)
	}
	type gone struct{ RetractArticle struct{ Claims int } }
	if g := ask[gone](t, ts, `mutation ($id: ID!) { retractArticle(id: $id) { id claims } }`, map[string]any{"id": first.Article.ID}); g.RetractArticle.Claims != 1 {
		t.Errorf("retracted %+v", g)
	}
	if after := count(); after != before {
		t.Errorf("before %+v, after %+v", before, after)
	}
	_, r = send(t, ts, `mutation ($id: ID!) { retractArticle(id: $id) { id } }`, map[string]any{"id": first.Article.ID})
	if got := r.codes(); len(got) != 1 || got[0] != "NOT_FOUND" {
		t.Errorf("retracted twice: %v", got)
	}
}

// message is one of the protocol graphql-transport-ws.
type message struct {
	Type    string          `json:"type"`
	ID      string          `json:"id,omitempty"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

// dial opens a WebSocket and greets.
func dial(t *testing.T, ts *httptest.Server, header http.Header, init string) (*websocket.Conn, error) {
	t.Helper()
	c, _, err := websocket.Dial(t.Context(), ts.URL+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: header})
	if err != nil {
		return nil, err
	}
	t.Cleanup(func() { c.CloseNow() })
	m := message{Type: "connection_init"}
	if init != "" {
		m.Payload = json.RawMessage(init)
	}
	if err := wsjson.Write(t.Context(), c, m); err != nil {
		return nil, err
	}
	_, err = receive(t, c, "connection_ack")
	return c, err
}

// receive reads messages until one of this type comes.
func receive(t *testing.T, c *websocket.Conn, want string) (message, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for {
		var m message
		if err := wsjson.Read(ctx, c, &m); err != nil {
			return m, err
		}
		if m.Type == "ping" {
			if err := wsjson.Write(ctx, c, message{Type: "pong"}); err != nil {
				return m, err
			}
		}
		if m.Type == want || m.Type == "error" || m.Type == "complete" {
			return m, nil
		}
	}
}

func subscribe(t *testing.T, c *websocket.Conn, id, query string, variables map[string]any) {
	t.Helper()
	payload := mustJSON(t, map[string]any{"query": query, "variables": variables})
	if err := wsjson.Write(t.Context(), c, message{Type: "subscribe", ID: id, Payload: json.RawMessage(payload)}); err != nil {
		t.Fatal(err)
	}
}

func readUpdate(t *testing.T, payload []byte) updated {
	t.Helper()
	var r struct {
		Data   updated
		Errors []any
	}
	if err := json.Unmarshal(payload, &r); err != nil || len(r.Errors) > 0 {
		t.Fatalf("%v in %s", err, payload)
	}
	return r.Data
}

// TestWebSocket: queries and subscriptions over graphql-transport-ws; a
// cursor goes on where it left off.
func TestWebSocket(t *testing.T) {
	ts := serve(t, world(t))
	c, err := dial(t, ts, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	subscribe(t, c, "q", "{ stats { articles } }", nil)
	if m, err := receive(t, c, "next"); err != nil || !strings.Contains(string(m.Payload), `"articles":65`) {
		t.Fatalf("query: %v, %s", err, m.Payload)
	}
	if m, err := receive(t, c, "complete"); err != nil || m.ID != "q" {
		t.Fatalf("end of query: %v, %+v", err, m)
	}
	// The cursor of a first update, whichever it is, is where the second one starts.
	subscribe(t, c, "a", followMeetings, nil)
	running(t, ts, 1)
	add(t, ts, "https://news.example/ws1", "2025-09-02")
	m, err := receive(t, c, "next")
	if err != nil || m.ID != "a" {
		t.Fatalf("update: %v, %+v", err, m)
	}
	first := readUpdate(t, m.Payload)
	if first.Facts.Fact.Date.From != "2025-09-02" || len(first.Facts.Fact.Participants) != 2 {
		t.Errorf("update: %+v", first)
	}
	if err := wsjson.Write(t.Context(), c, message{Type: "complete", ID: "a"}); err != nil {
		t.Fatal(err)
	}
	running(t, ts, 0)
	add(t, ts, "https://news.example/ws2", "2025-09-03") // while nobody listens
	subscribe(t, c, "b", followMeetings, map[string]any{"after": first.Facts.Cursor})
	for {
		m, err := receive(t, c, "next")
		if err != nil || m.ID == "b" && m.Type != "next" {
			t.Fatalf("resumed: %v, %+v", err, m)
		}
		if m.ID == "b" && readUpdate(t, m.Payload).Facts.Fact.Date.From == "2025-09-03" {
			break
		}
	}
	for name, query := range map[string]string{
		"invalid":    `subscription { factz { cursor } }`,
		"forged":     `subscription { facts(after: "forged") { cursor } }`,
		"costly":     "{ facts(first: 100) { nodes { claims(first: 100) { nodes { id evidence { quote } article { title claims(first: 100) { nodes { id } } } } } } } }",
		"impossible": `subscription { facts(filter: {from: "2025-02-30"}) { cursor } }`,
	} {
		subscribe(t, c, name, query, nil)
		for {
			m, err := receive(t, c, "next")
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if m.ID == name {
				if text := string(m.Payload); !strings.Contains(text, "BAD_USER_INPUT") && !strings.Contains(text, "COST_LIMIT") || !strings.Contains(text, "requestId") {
					t.Errorf("%s: %+v %s", name, m, text)
				}
				break
			}
		}
	}
}

// running waits until this many subscriptions are under way.
func running(t *testing.T, ts *httptest.Server, want int) {
	t.Helper()
	line := "newsgraph_subscriptions " + string(rune('0'+want)) + "\n"
	for {
		if _, body := call(t, ts, "GET", "/metrics", "", nil); strings.Contains(body, line) {
			return
		}
		if t.Context().Err() != nil {
			t.Fatalf("never had %d subscriptions", want)
		}
	}
}

// TestWebSocketToken: a browser sends the token with the first message.
func TestWebSocketToken(t *testing.T) {
	ts := serve(t, world(t), func(c *server.Config) { c.Token = "sesame" })
	if _, err := dial(t, ts, nil, `{"Authorization":"Bearer sesame"}`); err != nil {
		t.Errorf("token in the first message: %v", err)
	}
	if _, err := dial(t, ts, http.Header{"Authorization": {"Bearer sesame"}}, ""); err != nil {
		t.Errorf("token in the header: %v", err)
	}
	if _, err := dial(t, ts, nil, `{"Authorization":"Bearer open"}`); err == nil {
		t.Error("a wrong token is let in")
	}
	if _, err := dial(t, ts, nil, ""); err == nil {
		t.Error("no token is let in")
	}
	if _, err := dial(t, ts, http.Header{"Origin": {"https://evil.example"}, "Authorization": {"Bearer sesame"}}, ""); err == nil {
		t.Error("a page of another site is let in")
	}
}

// stream opens server-sent events.
func stream(t *testing.T, ts *httptest.Server, method, path, body string) *http.Response {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, ts.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", typeJSON)
	req.Header.Set("Accept", "text/event-stream")
	resp, err := ts.Client().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	return resp
}

// event reads the next event; comments are passed over.
func event(t *testing.T, r *bufio.Reader) (name, data string, err error) {
	t.Helper()
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return name, data, err
		}
		switch line = strings.TrimSuffix(line, "\n"); {
		case line == "" && name != "":
			return name, data, nil
		case strings.HasPrefix(line, "event:"):
			name = strings.TrimSpace(line[len("event:"):])
		case strings.HasPrefix(line, "data:"):
			data = strings.TrimPrefix(line[len("data:"):], " ")
		}
	}
}

// TestServerSentEvents: queries and subscriptions over graphql-sse, each on a
// connection of its own.
func TestServerSentEvents(t *testing.T) {
	ts := serve(t, world(t))
	for _, resp := range []*http.Response{
		stream(t, ts, "POST", "/graphql", `{"query":"{stats{articles}}"}`),
		stream(t, ts, "GET", "/graphql?query=%7Bstats%7Barticles%7D%7D", ""),
	} {
		if got := resp.Header.Get("Content-Type"); got != "text/event-stream" {
			t.Fatalf("type %q", got)
		}
		r := bufio.NewReader(resp.Body)
		if name, data, err := event(t, r); err != nil || name != "next" || !strings.Contains(data, `"articles":65`) {
			t.Errorf("%v: %s %s", err, name, data)
		}
		if name, data, err := event(t, r); err != nil || name != "complete" || data != "" {
			t.Errorf("%v: %s %s", err, name, data)
		}
		if _, _, err := event(t, r); !errors.Is(err, io.EOF) {
			t.Errorf("after the end: %v", err)
		}
	}
	resp := stream(t, ts, "POST", "/graphql", mustJSON(t, map[string]any{"query": followMeetings}))
	running(t, ts, 1)
	add(t, ts, "https://news.example/sse", "2025-09-04")
	name, data, err := event(t, bufio.NewReader(resp.Body))
	if err != nil || name != "next" {
		t.Fatalf("%v: %s %s", err, name, data)
	}
	if u := readUpdate(t, []byte(data)); u.Facts.Fact.Date.From != "2025-09-04" {
		t.Errorf("update: %+v", u)
	}
	resp.Body.Close()
	running(t, ts, 0)
	bad := stream(t, ts, "POST", "/graphql", `{"query":"{factz}"}`)
	text, err := io.ReadAll(bad.Body)
	if err != nil || bad.StatusCode != 400 || !strings.Contains(string(text), "BAD_USER_INPUT") {
		t.Errorf("an invalid query: %v, status %d, %s", err, bad.StatusCode, text)
	}
}

// TestShutdown: a server that goes down ends its streams and answers what is
// under way.
func TestShutdown(t *testing.T) {
	sv := server.New(configOf(world(t)))
	ctx, stop := context.WithCancel(t.Context())
	l, err := server.Listen(ctx, "127.0.0.1:0", "")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- sv.Run(ctx, l) }()
	ts := &httptest.Server{URL: "http://" + l.Addr().String()}
	req, err := http.NewRequestWithContext(t.Context(), "POST", ts.URL+"/graphql", strings.NewReader(mustJSON(t, map[string]any{"query": followMeetings})))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", typeJSON)
	req.Header.Set("Accept", "text/event-stream")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	stop()
	if _, err := io.ReadAll(resp.Body); err != nil {
		t.Errorf("the stream was torn: %v", err)
	}
	if err := <-done; err != nil {
		t.Errorf("Run: %v", err)
	}
}
