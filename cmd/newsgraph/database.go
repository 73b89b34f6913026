package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/neo4jd"
)

// withStore opens the database, has work use it, and gives it back whatever
// happens. Where no address is given it is the managed Neo4j.
func (a *app) withStore(ctx context.Context, work func(*graph.Store) error) (err error) {
	cfg := graph.Config{URI: a.uri, Username: a.username, Password: a.password, Database: a.database}
	if a.uri == "" {
		managed, err := a.managed()
		if err != nil {
			return err
		}
		lease, err := neo4jd.Open(ctx, managed)
		if err != nil {
			return err
		}
		defer func() {
			if closeErr := lease.Close(ctx); closeErr != nil && err == nil {
				err = closeErr
			}
		}()
		cfg.URI, cfg.Username, cfg.Password = lease.URI, lease.Username, lease.Password
	}
	store, err := graph.Open(ctx, cfg)
	if err != nil {
		return err
	}
	defer func() {
		closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		if closeErr := store.Close(closing); closeErr != nil && !errors.Is(closeErr, context.Canceled) {
			slog.DebugContext(closing, "close the connections", "error", closeErr)
		}
	}()
	return work(store)
}

// withGraph is withStore on a database that is migrated.
func (a *app) withGraph(ctx context.Context, work func(*graph.Store) error) error {
	return a.withStore(ctx, func(store *graph.Store) error {
		if err := store.Migrate(ctx); err != nil {
			return err
		}
		return work(store)
	})
}
