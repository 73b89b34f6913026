package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/newsgraph/newsgraph/graph"
)

func (a *app) cypherCommand() *cobra.Command {
	var (
		given  []string
		format string
		write  bool
	)
	cmd := &cobra.Command{
		Use:   "cypher QUERY",
		Short: "Ask the graph in Cypher",
		Long: `Ask the graph in Cypher. A QUERY of - is read from standard input. Neo4j refuses
to change anything unless --write is given. Values of --param are JSON where
they are valid JSON, else text. Temporal values come as ISO 8601 text.`,
		Example: `  newsgraph cypher 'MATCH (m:Meeting:Occurred)<-[:PARTICIPANT_IN]-(e) RETURN m.from, collect(e.name) AS who ORDER BY m.from'
  newsgraph cypher 'MATCH (e:Entity {name: $name}) RETURN e.wikidata' --param 'name=Vladimir Putin' --format json
  newsgraph cypher 'MATCH (n) RETURN labels(n) AS labels, count(*) AS nodes' --format csv > nodes.csv`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			print, ok := tables[format]
			if !ok {
				return usagef("The format is table, json or csv, not %q.", format)
			}
			params, err := parameters(given)
			if err != nil {
				return err
			}
			query := args[0]
			if query == "-" {
				b, err := io.ReadAll(a.stdin)
				if err != nil {
					return fmt.Errorf("read the query: %w", err)
				}
				query = string(b)
			}
			if strings.TrimSpace(query) == "" {
				return usagef("The query is empty: see newsgraph cypher --help.")
			}
			return a.withStore(cmd.Context(), func(s *graph.Store) error {
				columns, rows, err := s.Query(cmd.Context(), query, params, write)
				if err != nil {
					return err
				}
				return print(a.stdout, columns, rows)
			})
		},
	}
	cmd.Flags().StringArrayVar(&given, "param", nil, "a parameter of the query, as key=value")
	cmd.Flags().StringVar(&format, "format", "table", "table, json or csv")
	cmd.Flags().BoolVar(&write, "write", false, "let the query change the graph")
	return cmd
}

func parameters(given []string) (map[string]any, error) {
	params := make(map[string]any, len(given))
	for _, p := range given {
		name, value, ok := strings.Cut(p, "=")
		if !ok || name == "" {
			return nil, usagef("The parameter %q is not of the form key=value.", p)
		}
		params[strings.TrimPrefix(name, "$")] = parameter(value)
	}
	return params, nil
}

// parameter reads a value as JSON where it is that, with whole numbers as
// such, else as text.
func parameter(s string) any {
	d := json.NewDecoder(bytes.NewReader([]byte(s)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil || d.More() {
		return s
	}
	return numbers(v)
}

func numbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		if i, err := v.Int64(); err == nil {
			return i
		}
		if f, err := v.Float64(); err == nil {
			return f
		}
		return v.String()
	case []any:
		for i := range v {
			v[i] = numbers(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = numbers(v[k])
		}
	}
	return v
}
