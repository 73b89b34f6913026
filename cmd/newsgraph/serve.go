package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"sync/atomic"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/resolvers"
	"github.com/newsgraph/newsgraph/seeds"
	"github.com/newsgraph/newsgraph/server"
)

func (a *app) serveCommand() *cobra.Command {
	var listen, token, tokenFile string
	var seed bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the GraphQL API and the explorer",
		Long: `Serve the GraphQL API (/graphql), the explorer (/), a playground (/playground),
health (/healthz, /readyz) and metrics (/metrics).

/readyz says yes once the database is migrated, with --seed once the seed
article is loaded as well. To listen on an address that other machines reach,
set NEWSGRAPH_TOKEN: requests must then carry it as a bearer token.`,
		Example: `  newsgraph serve --seed
  NEWSGRAPH_TOKEN=... newsgraph serve --listen 0.0.0.0:8080
  NEO4J_URI=neo4j://db:7687 NEO4J_PASSWORD=... newsgraph serve`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			listen = first(listen, os.Getenv("NEWSGRAPH_LISTEN"), "127.0.0.1:8080")
			if path := first(tokenFile, os.Getenv("NEWSGRAPH_TOKEN_FILE")); token == "" && path != "" {
				var err error
				if token, err = secret(path); err != nil {
					return usagef("The file with the token can't be read (%v): name another with --token-file.", err)
				}
			}
			token = first(token, os.Getenv("NEWSGRAPH_TOKEN"))
			return a.serve(cmd.Context(), listen, token, seed)
		},
	}
	cmd.Flags().StringVar(&listen, "listen", "", "address to listen on [NEWSGRAPH_LISTEN] (default 127.0.0.1:8080)")
	cmd.Flags().StringVar(&token, "token", "", "bearer token that requests must carry [NEWSGRAPH_TOKEN]")
	cmd.Flags().StringVar(&tokenFile, "token-file", "", "a file with that token [NEWSGRAPH_TOKEN_FILE]")
	cmd.Flags().BoolVar(&seed, "seed", false, "load the seed article first")
	return cmd
}

// errStarting is why /readyz says no until all is set up.
var errStarting = news.Errorf(news.Unavailable, "Newsgraph is starting: ask again in a few seconds.")

// serve answers requests until ctx ends. The address is taken first, so that
// one that can't be had is told at once.
func (a *app) serve(ctx context.Context, listen, token string, seed bool) error {
	log := slog.Default()
	l, err := server.Listen(ctx, listen, token)
	if err != nil {
		return err
	}
	defer func() { _ = l.Close() }()
	x, err := extract.New()
	if err != nil {
		return err
	}
	return a.withStore(ctx, func(store *graph.Store) error {
		pipeline := &ingest.Pipeline{Store: store, Extractor: x}
		var set atomic.Bool
		srv := server.New(server.Config{
			Schema: resolvers.New(resolvers.Config{
				Store:   store,
				Ingest:  ingester(pipeline),
				Retract: pipeline.Retract,
			}),
			Ready: func(ctx context.Context) error {
				if !set.Load() {
					return errStarting
				}
				return store.Ready(ctx)
			},
			Token:   token,
			Log:     log,
			Version: version(),
		})
		group, ctx := errgroup.WithContext(ctx)
		group.Go(func() error { return srv.Run(ctx, l) })
		group.Go(func() error {
			if err := store.Migrate(ctx); err != nil {
				return err
			}
			if seed {
				sum, err := takeSeed(ctx, pipeline, ingest.FS(seeds.Articles()))
				if err != nil {
					return err
				}
				log.InfoContext(ctx, "seed loaded", "articles", sum.Articles, "new", sum.New, "facts", sum.Facts.New)
			}
			set.Store(true)
			log.InfoContext(ctx, "ready", "url", "http://"+l.Addr().String())
			return nil
		})
		if err := group.Wait(); err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
		log.InfoContext(context.WithoutCancel(ctx), "stopped")
		return nil
	})
}

// ingester has the pipeline take in what a mutation hands over.
func ingester(p *ingest.Pipeline) func(context.Context, []news.Article) ([]resolvers.Outcome, error) {
	return func(ctx context.Context, articles []news.Article) ([]resolvers.Outcome, error) {
		results, err := p.Articles(ctx, articles)
		if err != nil {
			return nil, err
		}
		out := make([]resolvers.Outcome, len(results))
		for i, r := range results {
			out[i] = resolvers.Outcome{Article: r.Article, Result: r.Outcome.Result, Err: r.Err}
		}
		return out, nil
	}
}
