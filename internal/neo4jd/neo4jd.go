// Package neo4jd runs a real Neo4j as a child process, for those who name no
// database of their own. There is one for each data directory: commands that
// run at the same time share it, and the last one to end stops it, unless
// Start left it running. Its jars come by Maven into the user's cache folder,
// once; it listens on loopback only, with a password of its own.
package neo4jd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"github.com/newsgraph/newsgraph/news"
)

// Config says where the managed Neo4j lives and what it may use.
type Config struct {
	// Dir is the data directory of Newsgraph; Neo4j's home is Dir/neo4j.
	Dir string
	// Cache is the folder that keeps the jars; "" for the user's cache folder.
	Cache string
	// Heap and PageCache are sizes as Java writes them ("512m", "2g"); "" for what fits the machine.
	Heap, PageCache string
	// BoltPort is the port to listen on; 0 for the one of the last start where it is free, else any free one.
	BoltPort int
	// Progress gets a line for a person when something takes long, such as a fetch; nil for none.
	Progress io.Writer
	// Chatty also tells of what takes only seconds, such as a start.
	Chatty bool
}

// Info tells other programs how to reach a managed Neo4j.
type Info struct {
	// URI is the Bolt address.
	URI string `json:"uri"`
	// Browser is the address of Neo4j Browser.
	Browser  string `json:"browser"`
	Username string `json:"username"`
	Password string `json:"password"`
	PID      int    `json:"pid"`
	// Home is the folder with its data, conf and logs.
	Home string `json:"home"`
	// Kept is true when it goes on running after the last command has ended.
	Kept bool `json:"kept"`
	// Users is the number of commands that use it at this moment.
	Users int `json:"users"`
}

// Username is the name of the one user that Neo4j has at its first start.
const Username = "neo4j"

// The three ways, as they end every error that no retry mends.
const threeWays = "there are three ways to have a Neo4j: Java 17 or newer with Maven here, or NEO4J_URI set to a Neo4j that runs, or docker compose up"

// Lease is the use of a managed Neo4j by this process. While it is held, a
// Neo4j that dies is started again at the same address.
type Lease struct {
	Info
	home home
	lock *flock.Flock
	// unwatch ends the watch over the process, and waits for its end.
	unwatch func()
}

// Open joins the Neo4j of the data directory, and starts it where none runs.
// The caller closes the lease when it is done. A missing Java or Maven, a
// port that is taken and the like are *news.Error with code Unavailable.
func Open(ctx context.Context, cfg Config) (*Lease, error) {
	h, err := newHome(cfg.Dir)
	if err != nil {
		return nil, err
	}
	unlock, err := h.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer unlock()
	st, err := h.ensure(ctx, cfg)
	if err != nil {
		return nil, err
	}
	lock, err := h.join()
	if err != nil {
		if !h.kept() && h.users() == 0 {
			err = errors.Join(err, h.halt(st))
		}
		return nil, err
	}
	l := &Lease{Info: h.info(st), home: h, lock: lock}
	l.unwatch = h.watch(context.WithoutCancel(ctx), cfg, st)
	return l, nil
}

// Close ends this process's use, and stops Neo4j when nobody else uses it
// and Start has not asked for it to be kept. It may take half a minute, and
// goes on when ctx is done.
func (l *Lease) Close(ctx context.Context) error {
	l.unwatch()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Minute)
	defer cancel()
	unlock, err := l.home.enter(ctx)
	if err != nil {
		return errors.Join(err, l.lock.Close())
	}
	defer unlock()
	if err := errors.Join(os.Remove(l.lock.Path()), l.lock.Close()); err != nil {
		return fmt.Errorf("give up the lease on Neo4j: %w", err)
	}
	if l.home.kept() || l.home.users() > 0 {
		return nil
	}
	st, ok := l.home.running()
	if !ok {
		return nil
	}
	return l.home.halt(st)
}

// Start starts the Neo4j of the data directory where none runs, and has it
// kept until Stop, whatever commands come and go.
func Start(ctx context.Context, cfg Config) (Info, error) {
	h, err := newHome(cfg.Dir)
	if err != nil {
		return Info{}, err
	}
	unlock, err := h.enter(ctx)
	if err != nil {
		return Info{}, err
	}
	defer unlock()
	st, err := h.ensure(ctx, cfg)
	if err != nil {
		return Info{}, err
	}
	if err := os.WriteFile(h.path("keep"), nil, 0o600); err != nil {
		return Info{}, fmt.Errorf("have Neo4j kept: %w", err)
	}
	return h.info(st), nil
}

// Stop has the Neo4j of the data directory kept no longer, and stops it when
// no command uses it or force is set. It reports how many commands still use
// it, after whose end it stops, and NotFound when none runs.
func Stop(ctx context.Context, dir string, force bool) (users int, err error) {
	h, unlock, err := enterExisting(ctx, dir)
	if err != nil {
		return 0, err
	}
	defer unlock()
	if err := os.Remove(h.path("keep")); err != nil && !errors.Is(err, os.ErrNotExist) {
		return 0, fmt.Errorf("have Neo4j kept no longer: %w", err)
	}
	st, ok := h.running()
	if !ok {
		return 0, notRunning(dir)
	}
	if n := h.users(); n > 0 && !force {
		return n, nil
	}
	if err := os.WriteFile(h.path("stopped"), nil, 0o600); err != nil {
		return 0, fmt.Errorf("stop Neo4j: %w", err)
	}
	return 0, h.halt(st)
}

// Status tells of the Neo4j of the data directory; NotFound when none runs.
func Status(ctx context.Context, dir string) (Info, error) {
	h, unlock, err := enterExisting(ctx, dir)
	if err != nil {
		return Info{}, err
	}
	defer unlock()
	st, ok := h.running()
	if !ok {
		return Info{}, notRunning(dir)
	}
	return h.info(st), nil
}

func enterExisting(ctx context.Context, dir string) (home, func(), error) {
	if _, err := os.Stat(filepath.Join(dir, "neo4j")); errors.Is(err, os.ErrNotExist) {
		return home{}, nil, notRunning(dir)
	}
	h, err := newHome(dir)
	if err != nil {
		return home{}, nil, err
	}
	unlock, err := h.enter(ctx)
	return h, unlock, err
}

func notRunning(dir string) error {
	return news.Errorf(news.NotFound, "No Neo4j runs for the data directory %s: start one with newsgraph neo4j start.", dir)
}
