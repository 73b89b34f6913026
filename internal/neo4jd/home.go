package neo4jd

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"github.com/newsgraph/newsgraph/news"
)

// home is the folder of one Neo4j:
//
//	conf data logs plugins import licenses run   Neo4j's own
//	password    of user neo4j, mode 0600
//	state.json  the process that runs, or ran
//	lock        held while something starts, joins, leaves or stops
//	users/      a file for each command that uses it, locked by that command
//	keep        there while Neo4j outlives its users
//	stopped     there once somebody has stopped it, until the next start
type home struct{ dir string }

// state is what state.json holds: a process and where it listens.
type state struct {
	PID  int    `json:"pid"`
	Bolt string `json:"bolt"`
	HTTP string `json:"http"`
	// Archive is where the process writes its classes as it ends, for faster starts; "" when it writes none.
	Archive string `json:"archive,omitempty"`
}

// newHome makes the folders of a home below the data directory.
func newHome(dataDir string) (home, error) {
	abs, err := filepath.Abs(filepath.Join(dataDir, "neo4j"))
	if err != nil {
		return home{}, fmt.Errorf("data directory: %w", err)
	}
	h := home{abs}
	for _, d := range []string{"conf", "data", "logs", "plugins", "import", "licenses", "run", "users"} {
		if err := os.MkdirAll(h.path(d), 0o700); err != nil {
			return home{}, news.Errorf(news.Unavailable,
				"The data directory %s can't be written (%v): name another with --data or NEWSGRAPH_DATA.", dataDir, err)
		}
	}
	return h, nil
}

func (h home) path(name string) string { return filepath.Join(h.dir, name) }

// enter takes the home's lock, which only one process holds at a time.
func (h home) enter(ctx context.Context) (unlock func(), err error) {
	l := flock.New(h.path("lock"))
	ok, err := l.TryLockContext(ctx, 50*time.Millisecond)
	if err != nil || !ok {
		return nil, fmt.Errorf("wait for another command to start or stop the Neo4j in %s: %w", h.dir, err)
	}
	return func() { _ = l.Close() }, nil
}

// join makes and locks this process's file among the users. The lock goes
// with the process, however it ends.
func (h home) join() (*flock.Flock, error) {
	l := flock.New(h.path(filepath.Join("users", strconv.Itoa(os.Getpid())+"-"+rand.Text()[:8])))
	ok, err := l.TryLock()
	if err != nil || !ok {
		return nil, fmt.Errorf("lease the Neo4j in %s: %w", h.dir, err)
	}
	return l, nil
}

// users counts the commands that use Neo4j, and clears away what those left
// that did not end in an orderly way.
func (h home) users() int {
	files, _ := filepath.Glob(h.path("users/*"))
	n := 0
	for _, f := range files {
		l := flock.New(f)
		if ok, err := l.TryLock(); err == nil && !ok {
			n++
			continue
		}
		_ = os.Remove(f)
		_ = l.Close()
	}
	return n
}

func (h home) kept() bool { return h.has("keep") }

func (h home) has(name string) bool {
	_, err := os.Stat(h.path(name))
	return err == nil
}

// running returns the state of the Neo4j process of this home, if there is one.
func (h home) running() (state, bool) {
	st, err := h.readState()
	if err != nil || !h.owns(st.PID) {
		return state{}, false
	}
	return st, true
}

func (h home) readState() (state, error) {
	var st state
	b, err := os.ReadFile(h.path("state.json"))
	if err != nil {
		return st, err
	}
	if err := json.Unmarshal(b, &st); err != nil {
		return state{}, fmt.Errorf("%s: %w", h.path("state.json"), err)
	}
	return st, nil
}

func (h home) writeState(st state) error {
	b, err := json.Marshal(st)
	if err != nil {
		return err
	}
	tmp := h.path("state.json.new")
	if err := os.WriteFile(tmp, b, 0o600); err != nil {
		return err
	}
	return os.Rename(tmp, h.path("state.json"))
}

// stray returns the id of a Neo4j process of this home that state.json does
// not know, from Neo4j's own pid file; 0 when there is none.
func (h home) stray() int {
	b, err := os.ReadFile(h.path("run/neo4j.pid"))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(b)))
	if err != nil || !h.owns(pid) {
		return 0
	}
	return pid
}

// password reads the password of this home's Neo4j, "" when it has none yet.
func (h home) password() (string, error) {
	b, err := os.ReadFile(h.path("password"))
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read the password of Neo4j: %w", err)
	}
	return strings.TrimSpace(string(b)), nil
}

func (h home) info(st state) Info {
	pw, _ := h.password()
	return Info{
		URI:      "bolt://" + st.Bolt,
		Browser:  "http://" + st.HTTP + "/browser/",
		Username: Username,
		Password: pw,
		PID:      st.PID,
		Home:     h.dir,
		Kept:     h.kept(),
		Users:    h.users(),
	}
}
