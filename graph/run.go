package graph

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// row is one record of an answer: column name to value, as the driver gives
// values: int64, float64, string, bool, []any, map[string]any, neo4j.Date,
// time.Time, nil.
type row = map[string]any

// run answers a read statement of cypher/, named without its ending, with
// its rows in order. It goes to any reader of a cluster, sees what this store
// wrote before, and tries again after transient errors. When ctx ends first,
// run returns at once and the read ends by itself: cancelling it would cost
// the connection.
func (s *Store) run(ctx context.Context, name string, params map[string]any) ([]row, error) {
	type answer struct {
		rows []row
		err  error
	}
	if err := ctx.Err(); err != nil {
		return nil, s.explain(name, err)
	}
	done := make(chan answer, 1)
	s.reads.Go(func() {
		rows, err := s.read(context.WithoutCancel(ctx), name, params)
		done <- answer{rows, err}
	})
	select {
	case a := <-done:
		return a.rows, s.explain(name, a.err)
	case <-ctx.Done():
		return nil, s.explain(name, ctx.Err())
	}
}

// read answers a read statement in a transaction of its own.
func (s *Store) read(ctx context.Context, name string, params map[string]any) ([]row, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer closeSession(ctx, session)
	return neo4j.ExecuteRead(ctx, session, func(tx neo4j.ManagedTransaction) ([]row, error) {
		return rowsOf(ctx, tx, name, params)
	}, neo4j.WithTxTimeout(readTimeout))
}

// runner is a transaction: one that the driver tries again, or one that it does not.
type runner interface {
	Run(ctx context.Context, text string, params map[string]any) (neo4j.ResultWithContext, error)
}

// rowsOf runs a statement in tx and returns its rows in order.
func rowsOf(ctx context.Context, tx runner, name string, params map[string]any) ([]row, error) {
	result, err := tx.Run(ctx, statement(name), params)
	if err != nil {
		return nil, err
	}
	var rows []row
	for result.Next(ctx) {
		record := result.Record()
		r := make(row, len(record.Keys))
		for i, key := range record.Keys {
			r[key] = record.Values[i]
		}
		rows = append(rows, r)
	}
	return rows, result.Err()
}
