package main

import (
	"log/slog"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/newsgraph/newsgraph/internal/neo4jd"
)

// config is what flags, environment and defaults say, in this order.
type config struct {
	uri, username, password, passwordFile, database string
	data, logFormat                                 string
	verbose                                         bool
}

func (c *config) flags(f *pflag.FlagSet) {
	f.StringVar(&c.data, "data", "", "data directory [NEWSGRAPH_DATA] (default .newsgraph)")
	f.StringVar(&c.uri, "neo4j-uri", "", "a Neo4j that runs, such as neo4j://db:7687 [NEO4J_URI]")
	f.StringVar(&c.username, "neo4j-username", "", "its user [NEO4J_USERNAME] (default neo4j)")
	f.StringVar(&c.password, "neo4j-password", "", "its password [NEO4J_PASSWORD], which others may see in the list of processes")
	f.StringVar(&c.passwordFile, "neo4j-password-file", "", "a file with its password [NEO4J_PASSWORD_FILE]")
	f.StringVar(&c.database, "neo4j-database", "", "its database [NEO4J_DATABASE] (default neo4j)")
	f.StringVar(&c.logFormat, "log", "", "format of the log, text or json [NEWSGRAPH_LOG] (default text)")
	f.BoolVarP(&c.verbose, "verbose", "v", false, "tell causes of errors, and log more")
}

// complete fills in from the environment and the defaults what no flag says.
func (c *config) complete() error {
	for _, s := range []struct {
		to        *string
		env, deft string
	}{
		{&c.data, "NEWSGRAPH_DATA", ".newsgraph"},
		{&c.uri, "NEO4J_URI", ""},
		{&c.username, "NEO4J_USERNAME", neo4jd.Username},
		{&c.passwordFile, "NEO4J_PASSWORD_FILE", ""},
		{&c.database, "NEO4J_DATABASE", "neo4j"},
		{&c.logFormat, "NEWSGRAPH_LOG", "text"},
	} {
		*s.to = first(*s.to, os.Getenv(s.env), s.deft)
	}
	if c.password == "" && c.passwordFile != "" {
		var err error
		if c.password, err = secret(c.passwordFile); err != nil {
			return usagef("The file with the password of Neo4j can't be read (%v): name another with --neo4j-password-file.", err)
		}
	}
	c.password = first(c.password, os.Getenv("NEO4J_PASSWORD"))
	if c.logFormat != "text" && c.logFormat != "json" {
		return usagef("The format of the log is text or json, not %q: see --log and NEWSGRAPH_LOG.", c.logFormat)
	}
	return nil
}

// secret reads a secret that has a file of its own.
func secret(path string) (string, error) {
	b, err := os.ReadFile(path)
	return strings.TrimSpace(string(b)), err
}

// logger returns the log, which goes to standard error.
func (a *app) logger() *slog.Logger {
	opts := &slog.HandlerOptions{}
	if a.verbose {
		opts.Level = slog.LevelDebug
	}
	if a.logFormat == "json" {
		return slog.New(slog.NewJSONHandler(a.stderr, opts))
	}
	return slog.New(slog.NewTextHandler(a.stderr, opts))
}

// managed returns the configuration of the Neo4j that Newsgraph runs itself.
func (a *app) managed() (neo4jd.Config, error) {
	cfg := neo4jd.Config{
		Dir:       a.data,
		Heap:      os.Getenv("NEWSGRAPH_NEO4J_HEAP"),
		PageCache: os.Getenv("NEWSGRAPH_NEO4J_PAGECACHE"),
		Progress:  a.stderr,
		Chatty:    a.terminal() || a.verbose,
	}
	if s := os.Getenv("NEWSGRAPH_NEO4J_PORT"); s != "" {
		port, err := strconv.ParseUint(s, 10, 16)
		if err != nil || port == 0 {
			return cfg, usagef("NEWSGRAPH_NEO4J_PORT is %q: set it to a port from 1 to 65535, or leave it unset for any free one.", s)
		}
		cfg.BoltPort = int(port)
	}
	return cfg, nil
}

// terminal reports whether a person watches standard error.
func (a *app) terminal() bool {
	f, ok := a.stderr.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
