package graph

import (
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"github.com/newsgraph/newsgraph/news"
)

// Values go to Neo4j and come back as the driver has them. A null, or a
// value of another kind, reads as the zero value: what is unknown.

func text(v any) string {
	s, _ := v.(string)
	return s
}

func number(v any) int {
	n, _ := v.(int64)
	return int(n)
}

func list(v any) []any {
	l, _ := v.([]any)
	return l
}

func date(v any) news.Date {
	d, ok := v.(dbtype.Date)
	if !ok {
		return news.Date{}
	}
	return news.DateOf(d.Time())
}

func moment(v any) time.Time {
	t, _ := v.(time.Time)
	return t.UTC()
}

func textList(v any) []string {
	var out []string
	for _, e := range list(v) {
		out = append(out, text(e))
	}
	return out
}

func numberList(v any) []int {
	var out []int
	for _, e := range list(v) {
		out = append(out, number(e))
	}
	return out
}

// texts returns ids as parameters take them.
func texts(ids []news.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// orNil returns v, and nil when v is the zero value: null is how Neo4j has what is unknown.
func orNil[T comparable](v T) any {
	var zero T
	if v == zero {
		return nil
	}
	return v
}

// dateValue returns d as a value of Neo4j.
func dateValue(d news.Date) any {
	if d.IsZero() {
		return nil
	}
	return dbtype.Date(d.Time())
}

// momentValue returns t in UTC as a value of Neo4j, with an offset as the
// server's own datetime() has it: one with a zone's name never equals it.
func momentValue(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.In(time.FixedZone("Offset", 0)) // the driver takes this name for an offset
}
