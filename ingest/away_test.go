package ingest_test

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
	"github.com/newsgraph/newsgraph/news"
)

// wire is a way to the database that breaks when it is told to: all
// connections end, and new ones are turned away.
//
//	driver --> wire --> Neo4j
type wire struct {
	listener net.Listener
	target   string

	mu    sync.Mutex
	conns map[net.Conn]bool
	// turnAway is how many connections are still turned away; -1 is all.
	turnAway int
	// budget is how many bytes to the database still pass before it breaks once; -1 is no end.
	budget int
	broken int
}

func newWire(t *testing.T) *wire {
	t.Helper()
	target, err := url.Parse(neo4jtest.Open(t).URI)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{listener: listener, target: target.Host, conns: map[net.Conn]bool{}, budget: -1}
	var running sync.WaitGroup
	running.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			running.Go(func() { w.serve(conn) })
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		w.cut(-1)
		running.Wait()
	})
	return w
}

func (w *wire) address() string { return "bolt://" + w.listener.Addr().String() }

// cut ends all connections and turns away the next n; -1 is all to come.
func (w *wire) cut(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.turnAway = n
	w.broken++
	for conn := range w.conns {
		_ = conn.Close()
	}
	clear(w.conns)
}

// cutAfter breaks the connection that carries the nth byte from now on, in the middle of what is sent.
func (w *wire) cutAfter(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.budget = n
}

func (w *wire) cuts() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.broken
}

func (w *wire) admit(conn net.Conn) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.turnAway != 0 {
		w.turnAway = max(w.turnAway-1, -1)
		return false
	}
	w.conns[conn] = true
	return true
}

func (w *wire) serve(conn net.Conn) {
	defer conn.Close() //nolint:errcheck // ends what may have ended
	if !w.admit(conn) {
		return
	}
	server, err := net.Dial("tcp", w.target)
	if err != nil {
		return
	}
	defer server.Close() //nolint:errcheck // ends what may have ended
	var back sync.WaitGroup
	back.Go(func() {
		_, _ = io.Copy(conn, server)
		_ = conn.Close()
	})
	_, _ = io.Copy(&toll{w, server}, conn)
	_ = server.Close()
	back.Wait()
}

// toll passes bytes on as long as the wire's budget lasts.
type toll struct {
	wire *wire
	to   io.Writer
}

func (t *toll) Write(p []byte) (int, error) {
	t.wire.mu.Lock()
	pass := len(p)
	if t.wire.budget >= 0 {
		pass = min(pass, t.wire.budget)
		t.wire.budget -= pass
	}
	t.wire.mu.Unlock()
	n, err := t.to.Write(p[:pass])
	if err == nil && n < len(p) {
		t.wire.cutAfter(-1)
		t.wire.cut(0)
		return n, io.ErrClosedPipe
	}
	return n, err
}

// many writes stories that make several batches.
func many(n int) string {
	var in strings.Builder
	for i := range n {
		in.WriteString(story(fmt.Sprint(i), "2025-08-10", fmt.Sprintf("Donald Trump met Vladimir Putin in Alaska on %d August 2025.", 1+i%28)))
	}
	return in.String()
}

func TestTheDatabaseGoesAwayAndComesBack(t *testing.T) {
	w := newWire(t)
	p := openAt(t, w.address())
	empty(t, p)
	told := 0
	sum, err := p.Run(t.Context(), lines(many(150)), func(ingest.Event) {
		if told++; told == 64 {
			w.cut(2)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if sum.New != 150 || sum.Articles != 150 {
		t.Errorf("got %v, want 150 new articles", sum)
	}
}

func TestTheDatabaseStaysAway(t *testing.T) {
	w := newWire(t)
	p := openAt(t, w.address())
	empty(t, p)
	p.Patience = time.Second
	told := map[news.ID]bool{}
	sum, err := p.Run(t.Context(), lines(many(200)), func(e ingest.Event) {
		if told[e.Item.Article.ID] = true; len(told) == 64 {
			w.cut(-1)
		}
	})
	if news.CodeOf(err) != news.Unavailable || !strings.Contains(err.Error(), fmt.Sprintf(" %d articles are in the graph", sum.New)) {
		t.Fatalf("got %v (%v), want %s with the number of articles", err, sum, news.Unavailable)
	}
	direct := openAt(t, neo4jtest.Open(t).URI)
	known, err := direct.Store.Known(t.Context(), slices.Collect(maps.Keys(told)))
	if err != nil || len(known) != len(told) || len(told) >= 200 {
		t.Fatalf("%d of %d articles told as in the graph are there: %v", len(known), len(told), err)
	}
	sum = run(t, direct, lines(many(200)))
	if sum.New+sum.Unchanged != 200 || sum.Unchanged < len(told) || sum.Changed+sum.Refused != 0 {
		t.Errorf("the same again, after %d articles: %v", len(told), sum)
	}
}

// The connection breaks in the middle of a message, somewhere: what is
// written again after that makes the graph that one write makes.
func TestABreakAnywhereDoublesNothing(t *testing.T) {
	in := strings.Join(stories(), "")
	w := newWire(t)
	p := openAt(t, w.address())
	empty(t, p)
	run(t, p, lines(in))
	want := dump(t, p)
	for _, after := range []int{10, 3_000, 20_000, 40_000, 70_000, 100_000} {
		empty(t, p)
		before := w.cuts()
		w.cutAfter(after)
		run(t, p, lines(in))
		w.cutAfter(-1)
		if diff := cmp.Diff(want, dump(t, p)); diff != "" {
			t.Errorf("after a break at byte %d (-want +got):\n%s", after, diff)
		}
		if after < 10_000 && w.cuts() == before {
			t.Errorf("nothing broke within %d bytes", after)
		}
	}
}

func TestAnArticleThatTheDatabaseRefusesStandsAlone(t *testing.T) {
	p := open(t)
	change := func(statement string) {
		t.Helper()
		if _, _, err := p.Store.Query(context.WithoutCancel(t.Context()), statement, nil, true); err != nil {
			t.Error(err)
		}
	}
	// The database refuses what an owner of it has forbidden.
	change("CREATE CONSTRAINT one_title FOR (n:Article) REQUIRE n.title IS UNIQUE")
	defer change("DROP CONSTRAINT one_title")
	var in strings.Builder
	for i := range 40 {
		s := story(fmt.Sprint(i), "2025-08-10", "Ada Berg met Carlo Ruiz in Port Vale.")
		if i == 17 {
			s = strings.Replace(s, "Story 17", "Story 3", 1)
		}
		in.WriteString(s)
	}
	var refused []string
	sum, err := p.Run(t.Context(), lines(in.String()), func(e ingest.Event) {
		if e.Err != nil {
			refused = append(refused, fmt.Sprint(e.Item.Where(), " ", e.Err))
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"news.jsonl:18 The database could not store this article, the others are in: please report it with the article."}
	if diff := cmp.Diff(want, refused); diff != "" || sum.New != 39 {
		t.Errorf("%v; refused (-want +got):\n%s", sum, diff)
	}
}
