// Package neo4jtest gives tests a real Neo4j. Packages take turns: the
// database belongs to one test binary at a time, and is empty when that
// binary first opens it.
//
// It is the database that NEWSGRAPH_TEST_NEO4J names, as
// bolt://user:password@host:port; else a managed one in the cache folder,
// shared by all tests of this user and stopped by the last that ends.
package neo4jtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/internal/neo4jd"
)

// Env names the variable with the address of the database for tests.
const Env = "NEWSGRAPH_TEST_NEO4J"

// Config says how to connect to the database.
type Config struct {
	URI, Username, Password string
	// Database is the name of the database to use.
	Database string
}

// held is what this test binary holds from its first Open to the end of Main.
var held struct {
	sync.Mutex
	main  bool
	cfg   Config
	lock  *flock.Flock
	lease *neo4jd.Lease
	err   error
}

// Main runs the tests of a package that uses Open, then gives the database
// back and exits:
//
//	func TestMain(m *testing.M) { neo4jtest.Main(m) }
func Main(m *testing.M) { os.Exit(Run(m)) }

// Run is Main for those who exit by themselves: it returns the exit code.
func Run(m *testing.M) int {
	held.main = true
	code := m.Run()
	if err := release(); err != nil {
		fmt.Fprintln(os.Stderr, "neo4jtest:", err)
		code = max(code, 1)
	}
	return code
}

// Open returns how to connect to the database. The first call of a test
// binary waits for other packages to be done with it and empties it, of data,
// constraints and indexes; later calls return the same and leave it as it is.
func Open(t testing.TB) Config {
	t.Helper()
	c, err := Connect()
	if err != nil {
		t.Fatalf("neo4jtest: %v", err)
	}
	return c
}

// Connect is Open where there is no testing.TB.
func Connect() (Config, error) {
	held.Lock()
	defer held.Unlock()
	if !held.main {
		return Config{}, errors.New("write func TestMain(m *testing.M) { neo4jtest.Main(m) }")
	}
	if held.lock == nil {
		if held.err = acquire(); held.err == nil {
			held.err = Empty(context.Background(), held.cfg)
		}
	}
	return held.cfg, held.err
}

// Clear empties the database again, of data, constraints and indexes.
func Clear(t testing.TB) {
	t.Helper()
	if err := Empty(context.Background(), Open(t)); err != nil {
		t.Fatalf("neo4jtest: %v", err)
	}
}

func acquire() error {
	ctx := context.Background()
	cache, err := neo4jd.CacheDir()
	if err != nil {
		return err
	}
	name, given := "neo4jtest", os.Getenv(Env)
	if given != "" {
		sum := sha256.Sum256([]byte(given))
		name += "-" + hex.EncodeToString(sum[:4])
	}
	if err := os.MkdirAll(cache, 0o755); err != nil {
		return err
	}
	held.lock = flock.New(filepath.Join(cache, name+".lock"))
	if _, err := held.lock.TryLockContext(ctx, 100*time.Millisecond); err != nil {
		return fmt.Errorf("wait for other tests: %w", err)
	}
	if given != "" {
		held.cfg, err = parse(given)
		return err
	}
	held.lease, err = neo4jd.Open(ctx, neo4jd.Config{Dir: Dir(cache), Heap: "512m", PageCache: "128m", Progress: os.Stderr})
	if err != nil {
		return err
	}
	held.cfg = Config{held.lease.URI, held.lease.Username, held.lease.Password, "neo4j"}
	return nil
}

// Dir returns the data directory of the managed Neo4j for tests.
func Dir(cache string) string { return filepath.Join(cache, "test") }

func parse(s string) (Config, error) {
	u, err := url.Parse(s)
	if err != nil || u.User == nil || u.Host == "" {
		return Config{}, fmt.Errorf("%s must be bolt://user:password@host:port", Env)
	}
	pw, _ := u.User.Password()
	return Config{u.Scheme + "://" + u.Host, u.User.Username(), pw, "neo4j"}, nil
}

func release() error {
	held.Lock()
	defer held.Unlock()
	var err error
	if held.lease != nil {
		err = held.lease.Close(context.Background())
	}
	if held.lock != nil {
		err = errors.Join(err, held.lock.Close())
	}
	return err
}

// Empty deletes all nodes, constraints and indexes of a database, but for
// the lookup indexes that every database has from its start.
func Empty(ctx context.Context, c Config) error {
	driver, err := neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(ctx) }()
	s := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: c.Database})
	defer func() { _ = s.Close(ctx) }()
	run := func(query string) ([]*neo4j.Record, error) {
		res, err := s.Run(ctx, query, nil)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", query, err)
		}
		return res.Collect(ctx)
	}
	if _, err := run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"); err != nil {
		return err
	}
	for _, q := range []struct{ list, drop string }{
		{"SHOW CONSTRAINTS YIELD name", "DROP CONSTRAINT `%s`"},
		{"SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", "DROP INDEX `%s`"},
	} {
		rows, err := run(q.list)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if _, err := run(fmt.Sprintf(q.drop, r.Values[0])); err != nil {
				return err
			}
		}
	}
	return nil
}
