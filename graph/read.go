package graph

import (
	"context"
	"slices"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"github.com/newsgraph/newsgraph/news"
)

// Mark is a row's place in an ordered list: what the list is ordered by, and
// the id, which decides among equal keys. Key is a news.Date, time.Time,
// int64, float64 or string, as the order has it.
type Mark struct {
	Key any
	ID  news.ID
}

// Page says which rows of an ordered list to read.
type Page struct {
	// Limit is the greatest number of rows.
	Limit int
	// After is the row after which the page starts, or before which it ends
	// when Backward is set; nil means from the very start or end.
	After *Mark
	// Backward reads from the end of the list. The rows come in the list's
	// order all the same.
	Backward bool
}

// List is a page of a list.
type List[T any] struct {
	Rows []T
	// Marks has the place of each row in the whole list.
	Marks []Mark
	// More is true when the list goes on in the direction of reading.
	More bool
}

// Meter counts the statements that were run for one piece of work. It is
// safe for concurrent use.
type Meter struct{ n atomic.Int64 }

// Statements returns how many statements have been run.
func (t *Meter) Statements() int { return int(t.n.Load()) }

type meterKey struct{}

// WithMeter returns a context in which t counts the reads of package graph.
func WithMeter(ctx context.Context, t *Meter) context.Context {
	return context.WithValue(ctx, meterKey{}, t)
}

// query runs a read statement and counts it.
func (s *Store) query(ctx context.Context, name string, params map[string]any) ([]row, error) {
	if t, ok := ctx.Value(meterKey{}).(*Meter); ok {
		t.n.Add(1)
	}
	return s.run(ctx, name, params)
}

// ordering is what a list is ordered by.
type ordering struct {
	by         string
	descending bool
	// last is the key of rows without one that puts them at the end of an
	// ascending list, first at the end of a descending one.
	last, first any
}

// offset is UTC as an offset: the driver takes the name "Offset" for one.
var offset = time.FixedZone("Offset", 0)

// Bounds that no real date or moment reaches. The first day of year 1 is none:
// it is Go's zero time, and counts as unknown.
var (
	firstDate = news.Date{Year: 1, Month: time.January, Day: 2}
	lastDate  = news.Date{Year: 9999, Month: time.December, Day: 31}
	firstTime = firstDate.Time()
	lastTime  = lastDate.Time()
)

// params returns the parameters of a list statement: a filter, the order and
// the page. Everything but the owners stands in maps, whose values Neo4j
// doesn't know the types of when it plans: else each combination of filters
// would have a plan of its own, made when it is first asked for. The page
// asks for one row more than it holds, which tells whether there are more.
func (p Page) params(owners []news.ID, filter map[string]any, o ordering) map[string]any {
	missing := o.last
	if o.descending {
		missing = o.first
	}
	page := map[string]any{
		"order": o.by, "missing": value(missing), "after": nil,
		"keyUp": o.descending == p.Backward, "idUp": !p.Backward,
		"limit": int64(p.Limit) + 1,
	}
	if p.After != nil {
		page["after"] = map[string]any{"key": value(p.After.Key), "id": string(p.After.ID)}
	}
	return map[string]any{"owners": ownerValues(owners), "filter": filter, "page": page}
}

// usual reports whether the page is one that is read along an index: from the
// start of the list or after a row that has a key.
func (p Page) usual(missing any) bool {
	return !p.Backward && (p.After == nil || p.After.Key != missing)
}

// along returns the parameters of a statement that reads a page along an
// index, from bound or the page's mark downwards.
func (p Page) along(filter map[string]any, bound any) map[string]any {
	page := map[string]any{"bound": value(bound), "after": nil, "limit": int64(p.Limit) + 1}
	if p.After != nil {
		page["bound"] = value(p.After.Key)
		page["after"] = map[string]any{"key": value(p.After.Key), "id": string(p.After.ID)}
	}
	return map[string]any{"filter": filter, "page": page}
}

// listed turns rows in the order of reading, at most one more than the page
// holds, into a List in the list's order.
func listed[T any](p Page, rows []T, marks []Mark) List[T] {
	l := List[T]{Rows: rows, Marks: marks}
	if len(rows) > p.Limit {
		l.Rows, l.Marks, l.More = rows[:p.Limit], marks[:p.Limit], true
	}
	if p.Backward {
		slices.Reverse(l.Rows)
		slices.Reverse(l.Marks)
	}
	return l
}

// pages reads rows {owner, page [{key, ...}]} into a List for each owner.
// decode returns the row of a page's entry and its id.
func pages[T any](p Page, rows []row, decode func(e row) (T, news.ID)) map[news.ID]List[T] {
	out := make(map[news.ID]List[T], len(rows))
	for _, r := range rows {
		entries := list(r["page"])
		items := make([]T, len(entries))
		marks := make([]Mark, len(entries))
		for i, e := range entries {
			item, id := decode(entry(e))
			items[i], marks[i] = item, Mark{Key: unvalue(entry(e)["key"]), ID: id}
		}
		out[news.ID(text(r["owner"]))] = listed(p, items, marks)
	}
	return out
}

// counts reads rows {owner, count}.
func counts(rows []row) map[news.ID]int {
	out := make(map[news.ID]int, len(rows))
	for _, r := range rows {
		out[news.ID(text(r["owner"]))] = number(r["count"])
	}
	return out
}

// everything is the owner of lists of the whole graph.
const everything news.ID = ""

// ownerValues returns owners as a parameter; everything becomes null.
func ownerValues(owners []news.ID) []any {
	out := make([]any, len(owners))
	for i, o := range owners {
		if o != everything {
			out[i] = string(o)
		}
	}
	return out
}

// value returns v as the driver takes it.
func value(v any) any {
	switch v := v.(type) {
	case news.Date:
		return dbtype.Date(v.Time())
	case int:
		return int64(v)
	case time.Time:
		// With an offset, as the server's own datetime() has it: moments with
		// the zone UTC are never equal to these.
		return v.In(offset)
	default:
		return v
	}
}

// unvalue returns what the driver gave in the terms of a Mark.
func unvalue(v any) any {
	if d, ok := v.(dbtype.Date); ok {
		return news.DateOf(d.Time())
	}
	return v
}

// stringsOf returns list as a parameter; nil is the empty list.
func stringsOf[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// stringsOrNil returns list as a parameter, null when it is nil.
func stringsOrNil[S ~string](list []S) any {
	if list == nil {
		return nil
	}
	return stringsOf(list)
}

// pointed returns *p as a parameter, null when p is nil.
func pointed[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// typed returns a list of texts as S.
func typed[S ~string](v any) []S {
	var out []S
	for _, s := range textList(v) {
		out = append(out, S(s))
	}
	return out
}

// entry returns a map within a row; a null reads as a map without entries.
func entry(v any) row {
	m, _ := v.(row)
	return m
}

// fraction returns a number that may be whole.
func fraction(v any) float64 {
	switch v := v.(type) {
	case float64:
		return v
	case int64:
		return float64(v)
	}
	return 0
}

func truth(v any) bool {
	b, _ := v.(bool)
	return b
}
