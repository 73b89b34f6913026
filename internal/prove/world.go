package prove

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// world is a binary with a managed Neo4j, and a second look into the database.
type world struct {
	Config
	articles []Article
	store    *graph.Store
	// pid is the process of Neo4j.
	pid int
	// parts counts the files that were handed to the binary.
	parts int
}

// open starts the managed Neo4j of an empty data directory.
func open(ctx context.Context, cfg Config) (*world, error) {
	w := &world{Config: cfg, articles: cfg.Articles}
	if err := w.start(ctx); err != nil {
		return nil, errors.Join(err, w.close(ctx))
	}
	return w, nil
}

// start starts Neo4j, also after it was killed, and connects to it.
func (w *world) start(ctx context.Context) error {
	if w.store != nil {
		_ = w.store.Close(ctx) // its server is gone
		w.store = nil
	}
	if _, err := w.run(ctx, "neo4j", "start"); err != nil {
		return err
	}
	out, err := w.run(ctx, "neo4j", "status", "--format", "json")
	if err != nil {
		return err
	}
	var info struct {
		URI, Username, Password string
		PID                     int
	}
	if err := json.Unmarshal(out, &info); err != nil {
		return fmt.Errorf("neo4j status: %w", err)
	}
	w.pid = info.PID
	w.store, err = graph.Open(ctx, graph.Config{URI: info.URI, Username: info.Username, Password: info.Password})
	return err
}

func (w *world) close(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	if w.store != nil {
		_ = w.store.Close(ctx) // nothing was written through it
	}
	_, err := w.run(ctx, "neo4j", "stop", "--force")
	return err
}

// command prepares the binary with the world's data directory and no other database.
func (w *world) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, w.Binary, append(args, "--data", filepath.Join(w.Dir, "data"))...)
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "NEO4J_") && !strings.HasPrefix(v, "NEWSGRAPH_DATA=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Stderr = &bytes.Buffer{}
	return cmd
}

// run runs a command that must succeed and returns what it prints.
func (w *world) run(ctx context.Context, args ...string) ([]byte, error) {
	cmd := w.command(ctx, args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	err := cmd.Run()
	return out.Bytes(), failed(cmd, err)
}

// failed adds to the error of a command what it said.
func failed(cmd *exec.Cmd, err error) error {
	if err == nil {
		return nil
	}
	said, _ := cmd.Stderr.(*bytes.Buffer)
	return fmt.Errorf("newsgraph %s: %w: %s", cmd.Args[1], err, strings.TrimSpace(said.String()))
}

// summary is what newsgraph ingest says at its end.
type summary struct{ articles, fresh, changed, unchanged, refused int }

var summaryLine = regexp.MustCompile(`(?m)^(\d+) articles: (\d+) new, (\d+) changed, (\d+) unchanged, (\d+) refused;`)

func readSummary(out []byte) (summary, error) {
	m := summaryLine.FindSubmatch(out)
	if m == nil {
		return summary{}, fmt.Errorf("newsgraph ingest ends with %q", out)
	}
	var n [5]int
	for i := range n {
		n[i], _ = strconv.Atoi(string(m[i+1])) // digits
	}
	return summary{n[0], n[1], n[2], n[3], n[4]}, nil
}

// all checks that every article was taken.
func (s summary) all(articles []Article) error {
	if s.articles != len(articles) || s.refused > 0 || s.fresh+s.changed+s.unchanged != len(articles) {
		return fmt.Errorf("of %d articles %d were read, %d refused", len(articles), s.articles, s.refused)
	}
	return nil
}

// file writes articles to a file of their own.
func (w *world) file(articles []Article) (string, error) {
	var b bytes.Buffer
	if err := write(&b, articles); err != nil {
		return "", err
	}
	w.parts++
	path := filepath.Join(w.Dir, fmt.Sprintf("part%04d.jsonl", w.parts))
	return path, os.WriteFile(path, b.Bytes(), 0o600)
}

// ingest takes articles in by one command.
func (w *world) ingest(ctx context.Context, articles []Article) (summary, error) {
	path, err := w.file(articles)
	if err != nil {
		return summary{}, err
	}
	out, err := w.run(ctx, "ingest", path)
	if err != nil {
		return summary{}, err
	}
	return readSummary(out)
}

// feeding is an ingest that reads articles from a pipe.
type feeding struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out bytes.Buffer
	// ended is closed when it has ended, with err.
	ended chan struct{}
	err   error
}

// feed starts an ingest that waits for articles.
func (w *world) feed(ctx context.Context) (*feeding, error) {
	f := &feeding{cmd: w.command(ctx, "ingest", "-"), ended: make(chan struct{})}
	f.cmd.Stdout = &f.out
	in, err := f.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	f.in = in
	if err := f.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(f.ended)
		f.err = failed(f.cmd, f.cmd.Wait())
	}()
	return f, nil
}

// wait waits for the end of the ingest.
func (f *feeding) wait() error {
	<-f.ended
	return f.err
}

// kill ends it at once, unless it has ended.
func (f *feeding) kill() {
	_ = f.cmd.Process.Kill() // fails when it has ended
	<-f.ended
}

// over reports whether it has ended.
func (f *feeding) over() bool {
	select {
	case <-f.ended:
		return true
	default:
		return false
	}
}

// patience is how long something that must come about may take.
const patience = 5 * time.Minute

// until asks again, a hundred times a second, until it is so.
func until(ctx context.Context, what string, so func() (bool, error)) error {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	late := time.After(patience)
	for {
		if yes, err := so(); yes || err != nil {
			return err
		}
		select {
		case <-tick.C:
		case <-late:
			return fmt.Errorf("after %v still not: %s", patience, what)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// query answers a statement with its rows.
func (w *world) query(ctx context.Context, statement string) ([][]any, error) {
	_, rows, err := w.store.Query(ctx, statement, nil, false)
	return rows, err
}

// count answers a statement with one number.
func (w *world) count(ctx context.Context, statement string) (int, error) {
	rows, err := w.query(ctx, statement)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", statement, err)
	}
	if len(rows) != 1 {
		return 0, fmt.Errorf("%s: %d rows", statement, len(rows))
	}
	n, _ := rows[0][0].(int64)
	return int(n), nil
}

// empty removes all articles and what follows from them.
func (w *world) empty(ctx context.Context) error {
	_, _, err := w.store.Query(ctx, "MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", nil, true)
	return err
}
