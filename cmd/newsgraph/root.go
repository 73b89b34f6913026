package main

import (
	"io"
	"log/slog"

	"github.com/spf13/cobra"
)

// app is one run of the program: its streams and its configuration.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	config
	// began is set once the arguments have been understood: errors before it are wrong usage.
	began bool
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "newsgraph",
		Short: "A knowledge graph of the news",
		Long: `Newsgraph reads news articles, extracts who met, sanctioned, attacked or said
what, and keeps it as a graph in Neo4j, each fact with the sentences that say so.

It needs a Neo4j, and there are three ways to have one:
  1. NEO4J_URI (with NEO4J_USERNAME and NEO4J_PASSWORD) names one that runs.
  2. With Java 17 or newer and Maven, Newsgraph fetches and runs one by itself.
  3. docker compose up starts both in containers.`,
		Example: `  newsgraph serve --seed                    # API and explorer at http://127.0.0.1:8080
  newsgraph ingest articles/                # text, HTML, JSON Lines and feeds
  newsgraph cypher 'MATCH (p:Person) RETURN p.name ORDER BY p.name LIMIT 10'
  newsgraph extract article.txt             # what the extractor finds; no database`,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			a.began = true
			if err := a.complete(); err != nil {
				return err
			}
			slog.SetDefault(a.logger())
			return nil
		},
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	a.flags(root.PersistentFlags())
	root.AddCommand(
		a.serveCommand(),
		a.ingestCommand(),
		a.extractCommand(),
		a.cypherCommand(),
		a.exportCommand(),
		a.neo4jCommand(),
		a.evalCommand(),
		a.versionCommand(),
	)
	return root
}
