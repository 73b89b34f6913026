// Package graph keeps articles, entities, claims and facts in Neo4j: it
// connects, migrates, writes and reads. The nodes, relationships and
// properties are those of docs/model.md; statements are the files under
// cypher/, one each. Nothing else in Newsgraph talks to the driver, except
// internal/neo4jd, which asks whether its child answers.
package graph

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	neoconfig "github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/newsgraph/newsgraph/news"
)

// Config says which database to use.
type Config struct {
	// URI is a Bolt address: bolt://host:7687 for one server, neo4j://host
	// for a cluster, neo4j+s://host for Aura.
	URI      string
	Username string
	Password string
	// Database is the database's name; "" means neo4j.
	Database string
}

const (
	// connectTimeout is how long Open waits for the database to answer.
	connectTimeout = 15 * time.Second
	// retryTime is how long a transaction is tried again after transient errors. The driver's pauses double,
	// so with more of it, what waits for a database that comes back would sleep on.
	retryTime = 5 * time.Second
	// readTimeout is when the server gives up a read of package graph; the reader usually stops waiting before.
	readTimeout = 30 * time.Second
)

// Store is a graph in Neo4j. It is safe for concurrent use.
type Store struct {
	config    Config
	driver    neo4j.DriverWithContext
	bookmarks neo4j.BookmarkManager
	// reads counts the reads whose callers may have stopped waiting; Close waits for them.
	reads sync.WaitGroup
}

// Open connects to the database that config names. It returns an Unavailable
// error that says what to do when no database answers there or when it
// refuses the password.
func Open(ctx context.Context, config Config) (*Store, error) {
	if config.Database == "" {
		config.Database = "neo4j"
	}
	driver, err := neo4j.NewDriverWithContext(config.URI,
		neo4j.BasicAuth(config.Username, config.Password, ""),
		func(c *neoconfig.Config) {
			c.MaxTransactionRetryTime = retryTime
			c.SocketConnectTimeout = connectTimeout / 3
			c.TelemetryDisabled = true
			c.UserAgent = "newsgraph"
		})
	if err != nil {
		return nil, &news.Error{Code: news.BadInput, Msg: fmt.Sprintf("%q is not the address of a Neo4j database: write it as bolt://127.0.0.1:7687 or neo4j+s://host.", config.URI), Err: err}
	}
	s := &Store{config: config, driver: driver, bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})}
	if err := s.connect(ctx); err != nil {
		_ = driver.Close(context.WithoutCancel(ctx))
		return nil, err
	}
	return s, nil
}

// connect asks the database for a sign of life.
func (s *Store) connect(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, connectTimeout)
	defer cancel()
	session := s.session(ctx, neo4j.AccessModeRead)
	defer closeSession(ctx, session)
	result, err := session.Run(ctx, "RETURN 1", nil, neo4j.WithTxTimeout(connectTimeout))
	if err == nil {
		_, err = result.Consume(ctx)
	}
	return s.explain("connect", err)
}

// Close waits for reads under way and closes all connections.
func (s *Store) Close(ctx context.Context) error {
	s.reads.Wait()
	return s.explain("close", s.driver.Close(ctx))
}

// session returns a session of the store's database, which sees everything
// that this store has written before.
func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode:      mode,
		DatabaseName:    s.config.Database,
		BookmarkManager: s.bookmarks,
	})
}

// closeSession gives the session's connection back. Its error says nothing
// that the work before has not said.
func closeSession(ctx context.Context, session neo4j.SessionWithContext) {
	_ = session.Close(context.WithoutCancel(ctx))
}
