package graph_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/news"
)

func TestQueryGivesWhatJSONHas(t *testing.T) {
	s := open(t)
	for _, test := range []struct {
		name, text string
		want       any
	}{
		{"numbers and text", "RETURN [1, 2.5, 'x', true, null]", []any{int64(1), 2.5, "x", true, nil}},
		{"a date", "RETURN date('2025-08-07')", "2025-08-07"},
		{"a moment", "RETURN datetime('2025-08-07T10:00:00.5+02:00')", "2025-08-07T10:00:00.5+02:00"},
		{"a moment nowhere", "RETURN localdatetime('2025-08-07T10:00:00')", "2025-08-07T10:00:00"},
		{"a time", "RETURN localtime('10:00:01')", "10:00:01"},
		{"a time somewhere", "RETURN time('10:00:01+02:00')", "10:00:01+02:00"},
		{"a duration", "RETURN duration('P1M2DT3S')", "P1M2DT3S"},
		{"a point", "RETURN point({x: 1, y: 2})", map[string]any{"srid": int64(7203), "x": 1.0, "y": 2.0}},
		{"a map of dates", "RETURN {a: [date('2025-08-07')]}", map[string]any{"a": []any{"2025-08-07"}}},
		{"a node", "CREATE (n:Trial {day: date('2025-08-07')}) RETURN n", map[string]any{"_labels": []any{"Trial"}, "day": "2025-08-07"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff([][]any{{test.want}}, query(t, s, test.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	t.Run("a path", func(t *testing.T) {
		rows := query(t, s, "CREATE p = (:Trial {at: 1})-[:NEXT {on: date('2025-08-07')}]->(:Trial {at: 2}) RETURN p")
		path, _ := rows[0][0].([]any)
		if len(path) != 3 {
			t.Fatalf("got %v, want node, relationship, node", path)
		}
		next, _ := path[1].(map[string]any)
		if next["_type"] != "NEXT" || next["on"] != "2025-08-07" || next["_start"] == next["_end"] {
			t.Errorf("got relationship %v", next)
		}
	})
}

func TestQueryChangesNothingUnlessAsked(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	for _, text := range []string{
		"CREATE (:Trial)",
		"MATCH (m:Migration) DETACH DELETE m",
		"UNWIND range(1, 3) AS i CALL (i) { CREATE (:Trial {i: i}) } IN TRANSACTIONS OF 1 ROW",
		"CREATE INDEX trial FOR (n:Trial) ON (n.i)",
		"CALL db.createLabel('Trial')",
	} {
		_, _, err := s.Query(ctx, text, nil, false)
		if news.CodeOf(err) != news.BadInput || !strings.Contains(err.Error(), "--write") {
			t.Errorf("%s: got %v, want a BadInput error that names --write", text, err)
		}
	}
	if rows := query(t, s, "MATCH (n:Trial) RETURN n"); len(rows) != 0 {
		t.Errorf("a query that must not write left %v", rows)
	}
	if err := s.Ready(ctx); err != nil {
		t.Errorf("a query that must not write took migrations away: %v", err)
	}
}

func TestQueryErrorsAreTheServersWords(t *testing.T) {
	s := open(t)
	for text, want := range map[string]string{
		"RETURN nothing":         "Variable `nothing` not defined",
		"RETRUN 1":               "Invalid input",
		"RETURN $left":           "Expected parameter(s): left",
		"CALL db.no.such.name()": "There is no procedure",
	} {
		_, _, err := s.Query(context.Background(), text, nil, false)
		if news.CodeOf(err) != news.BadInput || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want a BadInput error with %q", text, err, want)
		}
	}
}

func TestQueryNamesItsColumns(t *testing.T) {
	s := open(t)
	columns, rows, err := s.Query(context.Background(), "RETURN $n AS z, $n + 1 AS a", map[string]any{"n": 1}, false)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"z", "a"}, columns); diff != "" {
		t.Errorf("columns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][]any{{int64(1), int64(2)}}, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
}
