package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/newsgraph/newsgraph/internal/neo4jd"
	"github.com/newsgraph/newsgraph/internal/neo4jtest"
)

func TestMain(m *testing.M) {
	testscript.Main(suite{m}, map[string]func(){"newsgraph": main})
}

// suite runs the tests with a Neo4j that is given back at their end.
type suite struct{ m *testing.M }

func (s suite) Run() int { return neo4jtest.Run(s.m) }

var update = flag.Bool("update", false, "write what commands print into the scripts")

// TestScripts runs testdata/script/*.txtar: each is what a person would type,
// and what must come of it. Beside the commands of testscript there are:
//
//	database            an empty Neo4j for this script alone, as NEO4J_URI and so on
//	exits CODE CMD...   runs a command that must end with this exit code
//	port NAME           sets NAME to a port that is free
//	occupy NAME         sets NAME to a port on which somebody else listens
//	get [STATUS] URL    fetches a page, waiting until a server answers with the status, as stdout
//	await CMD...        runs a command until it succeeds
//	crash               kills the managed Neo4j of this script
//	repeat FILE TEXT N  adds TEXT, with the escapes of a Go string, N times to a file
func TestScripts(t *testing.T) {
	cache, err := neo4jd.CacheDir()
	if err != nil {
		t.Fatal(err)
	}
	java, err := exec.LookPath("java")
	if err != nil {
		t.Fatal(err)
	}
	if java, err = filepath.EvalSymlinks(java); err != nil {
		t.Fatal(err)
	}
	var turn sync.Mutex // the database serves one script at a time
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NEWSGRAPH_CACHE", cache)
			env.Setenv("NEWSGRAPH_NEO4J_HEAP", "256m")
			env.Setenv("NEWSGRAPH_NEO4J_PAGECACHE", "64m")
			env.Setenv("JAVA", java)
			// The folder with the commands of this test binary comes first.
			env.Setenv("NEWSGRAPH_BIN", filepath.SplitList(env.Getenv("PATH"))[0])
			env.Defer(func() {
				// Whatever a failed script left running.
				if dir := filepath.Join(env.WorkDir, ".newsgraph"); exists(dir) {
					_, _ = neo4jd.Stop(context.Background(), dir, true)
				}
			})
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"database": func(ts *testscript.TestScript, _ bool, _ []string) {
				turn.Lock()
				ts.Defer(turn.Unlock)
				db, err := neo4jtest.Connect()
				ts.Check(err)
				ts.Check(neo4jtest.Empty(context.Background(), db))
				ts.Setenv("NEO4J_URI", db.URI)
				ts.Setenv("NEO4J_USERNAME", db.Username)
				ts.Setenv("NEO4J_PASSWORD", db.Password)
			},
			"exits": exits,
			"port": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(listen(t.Context(), ts, args[0]).Close())
			},
			"occupy": func(ts *testscript.TestScript, _ bool, args []string) {
				l := listen(t.Context(), ts, args[0])
				ts.Defer(func() { _ = l.Close() })
			},
			"get":   get,
			"await": await,
			"crash": crash,
			"repeat": func(ts *testscript.TestScript, _ bool, args []string) {
				text, err := strconv.Unquote(`"` + strings.ReplaceAll(args[1], `"`, `\"`) + `"`)
				ts.Check(err)
				n, err := strconv.Atoi(args[2])
				ts.Check(err)
				f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
				ts.Check(err)
				_, err = f.WriteString(strings.Repeat(text, n))
				ts.Check(errors.Join(err, f.Close()))
			},
		},
	})
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func listen(ctx context.Context, ts *testscript.TestScript, name string) net.Listener {
	var c net.ListenConfig
	l, err := c.Listen(ctx, "tcp", "127.0.0.1:0")
	ts.Check(err)
	ts.Setenv(name, strconv.Itoa(l.Addr().(*net.TCPAddr).Port))
	return l
}

// patience is how long something that a script waits for may take.
const patience = 4 * time.Minute

// until tries again, twenty times a second, until try succeeds.
func until(ts *testscript.TestScript, try func() error) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); ; <-tick.C {
		err := try()
		if err == nil {
			return
		}
		if time.Now().After(end) {
			ts.Fatalf("still, after %v: %v", patience, err)
		}
	}
}

func get(ts *testscript.TestScript, _ bool, args []string) {
	status, url := http.StatusOK, args[len(args)-1]
	if len(args) == 2 {
		var err error
		status, err = strconv.Atoi(args[0])
		ts.Check(err)
	}
	until(ts, func() error {
		res, err := http.Get(url)
		if err != nil {
			return err
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		if err == nil && res.StatusCode != status {
			err = errors.New(res.Status)
		}
		if err == nil {
			_, err = ts.Stdout().Write(body)
		}
		return err
	})
}

func await(ts *testscript.TestScript, _ bool, args []string) {
	until(ts, func() error { return ts.Exec(args[0], args[1:]...) })
}

func crash(ts *testscript.TestScript, _ bool, _ []string) {
	dir := filepath.Join(ts.Getenv("WORK"), ".newsgraph")
	info, err := neo4jd.Status(context.Background(), dir)
	ts.Check(err)
	p, err := os.FindProcess(info.PID)
	ts.Check(err)
	ts.Check(p.Kill())
	until(ts, func() error {
		if now, err := neo4jd.Status(context.Background(), dir); err == nil && now.PID == info.PID {
			return errors.New("Neo4j still runs")
		}
		return nil
	})
}
