package graph

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"github.com/newsgraph/newsgraph/news"
)

// Query answers a statement that a person wrote, with its columns in order
// and its rows. Values are what JSON has: numbers, text, booleans, nil, []any
// and map[string]any. Temporal values are ISO 8601 text; nodes are maps of
// their properties with _labels; relationships with _type, _start and _end
// (the ids of their nodes); paths are lists of both in turn. Unless write is
// true the server refuses to change anything. What is wrong with the
// statement comes back as a BadInput error in the server's words.
func (s *Store) Query(ctx context.Context, query string, params map[string]any, write bool) (columns []string, rows [][]any, err error) {
	mode := neo4j.AccessModeRead
	if write {
		mode = neo4j.AccessModeWrite
	}
	session := s.session(ctx, mode)
	defer closeSession(ctx, session)
	// A transaction that the server commits by itself: it is the only kind in
	// which CALL {} IN TRANSACTIONS runs.
	result, err := session.Run(ctx, query, params)
	if err != nil {
		return nil, nil, s.explainQuery(err, write)
	}
	if columns, err = result.Keys(); err != nil {
		return nil, nil, s.explainQuery(err, write)
	}
	for result.Next(ctx) {
		values := result.Record().Values
		out := make([]any, len(values))
		for i, v := range values {
			out[i] = plain(v)
		}
		rows = append(rows, out)
	}
	return columns, rows, s.explainQuery(result.Err(), write)
}

// explainQuery explains an error of a statement that a person wrote: they
// see the server's words on it.
func (s *Store) explainQuery(err error, write bool) error {
	code := serverCode(err)
	switch {
	case code == "Neo.ClientError.Statement.AccessMode" && !write:
		return &news.Error{Code: news.BadInput, Msg: "The statement would change the graph: add --write if that is meant.", Err: err}
	case strings.HasPrefix(code, "Neo.ClientError.Statement."), strings.HasPrefix(code, "Neo.ClientError.Procedure."), strings.HasPrefix(code, "Neo.ClientError.Schema."):
		return &news.Error{Code: news.BadInput, Msg: "Neo4j refuses the statement: " + serverMessage(err), Err: err}
	}
	return s.explain("query", err)
}

// plain returns a value of the driver in terms of JSON.
func plain(v any) any {
	switch v := v.(type) {
	case nil, bool, int64, float64, string:
		return v
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = plain(e)
		}
		return out
	case map[string]any:
		return plainMap(v)
	case dbtype.Node:
		m := plainMap(v.Props)
		m["_labels"] = plainStrings(v.Labels)
		return m
	case dbtype.Relationship:
		m := plainMap(v.Props)
		m["_type"], m["_start"], m["_end"] = v.Type, v.StartElementId, v.EndElementId
		return m
	case dbtype.Path:
		var out []any
		for i, n := range v.Nodes {
			out = append(out, plain(n))
			if i < len(v.Relationships) {
				out = append(out, plain(v.Relationships[i]))
			}
		}
		return out
	case time.Time:
		return v.Format(time.RFC3339Nano)
	case dbtype.Date:
		return v.Time().Format(time.DateOnly)
	case dbtype.LocalDateTime:
		return v.Time().Format("2006-01-02T15:04:05.999999999")
	case dbtype.LocalTime:
		return v.Time().Format("15:04:05.999999999")
	case dbtype.Time:
		return v.Time().Format("15:04:05.999999999Z07:00")
	case dbtype.Point2D:
		return map[string]any{"srid": int64(v.SpatialRefId), "x": v.X, "y": v.Y}
	case dbtype.Point3D:
		return map[string]any{"srid": int64(v.SpatialRefId), "x": v.X, "y": v.Y, "z": v.Z}
	case fmt.Stringer: // durations print as ISO 8601
		return v.String()
	default:
		return fmt.Sprint(v)
	}
}

func plainMap(m map[string]any) map[string]any {
	out := make(map[string]any, len(m)+3)
	for k, v := range m {
		out[k] = plain(v)
	}
	return out
}

func plainStrings(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}
