// Package resolvers answers the fields of the GraphQL schema from the graph.
// A resolver parses its arguments, loads what all rows of its level need with
// one statement, and returns its row's part. What may go wrong becomes a
// GraphQL error in errors.go, and nowhere else.
package resolvers

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// Outcome is what became of one article that was handed in.
type Outcome struct {
	Article news.ID
	Result  graph.Result
	// Err says why the article was refused; nil otherwise.
	Err error
}

// Config is what the resolvers work with.
type Config struct {
	// Store is the graph that they read.
	Store *graph.Store
	// Ingest takes in articles, which need no id yet, and says what became of
	// each, in their order. Its error says why none could be taken in.
	Ingest func(ctx context.Context, articles []news.Article) ([]Outcome, error)
	// Retract takes back an article with its claims; its error has the code
	// NotFound when the graph doesn't hold it.
	Retract func(ctx context.Context, id news.ID) error
	// Poll is how often a subscription looks for new claims; zero means each second.
	Poll time.Duration
}

// Resolver answers the fields of the root types, and through schema's types all others.
type Resolver struct {
	store   *graph.Store
	ingest  func(ctx context.Context, articles []news.Article) ([]Outcome, error)
	retract func(ctx context.Context, id news.ID) error
	poll    time.Duration
}

// New returns the schema with resolvers that work with config.
func New(config Config) graphql.ExecutableSchema {
	r := &Resolver{store: config.Store, ingest: config.Ingest, retract: config.Retract, poll: config.Poll}
	if r.poll <= 0 {
		r.poll = time.Second
	}
	return schema.NewExecutableSchema(schema.Config{Resolvers: r})
}

// WithMeter returns a context for one operation, and a function that says how
// many statements its resolvers have run so far.
func WithMeter(ctx context.Context) (context.Context, func() int) {
	m := &graph.Meter{}
	return graph.WithMeter(ctx, m), m.Statements
}
