package resolvers

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

const (
	// defaultPage is how many rows a page has when the query doesn't say.
	defaultPage = 20
	// maxPage is how many rows a page may have.
	maxPage = 100
)

// paging holds the arguments that all connections have.
type paging struct {
	first  *int
	after  *string
	last   *int
	before *string
}

// page reads the arguments for the list with this name, which stands for
// what it holds and in which order.
func (p paging) page(list string) (graph.Page, error) {
	out := graph.Page{Limit: defaultPage}
	cursor := p.after
	switch {
	case p.first != nil && p.last != nil, p.first != nil && p.before != nil, p.last != nil && p.after != nil, p.after != nil && p.before != nil:
		return out, news.Errorf(news.BadInput, "Ask either for first (and after), or for last (and before).")
	case p.first != nil:
		out.Limit = *p.first
	case p.last != nil || p.before != nil:
		out.Backward, cursor = true, p.before
		if p.last != nil {
			out.Limit = *p.last
		}
	}
	if out.Limit < 0 || out.Limit > maxPage {
		return out, news.Errorf(news.BadInput, "A page has 0 to %d rows: ask for that many with first or last.", maxPage)
	}
	if cursor != nil {
		mark, err := decodeCursor(list, *cursor)
		if err != nil {
			return out, err
		}
		out.After = mark
	}
	return out, nil
}

// key identifies the arguments of a field among those that one statement answers.
func key(field string, args ...any) string {
	text, err := json.Marshal(args)
	if err != nil {
		panic(fmt.Sprintf("resolvers: arguments of %s: %v", field, err))
	}
	return field + string(text)
}

// counter counts a whole list, when a query asks for it.
type counter func(context.Context) (int, error)

// connect returns a page as a connection: node turns a row into what the
// schema shows.
func connect[T, N any](list string, p graph.Page, l graph.List[T], count counter, node func(T) N) *schema.Connection[N] {
	c := &schema.Connection[N]{Edges: make([]schema.Edge[N], len(l.Rows)), Count: count}
	for i, row := range l.Rows {
		c.Edges[i] = schema.Edge[N]{Node: node(row), Cursor: encodeCursor(list, l.Marks[i])}
	}
	c.PageInfo = pageInfo(p, l.More)
	if n := len(c.Edges); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &c.Edges[0].Cursor, &c.Edges[n-1].Cursor
	}
	return c
}

// pageInfo says what lies on both sides: behind the page there is at least
// the row whose cursor the query gave.
func pageInfo(p graph.Page, more bool) schema.PageInfo {
	if p.Backward {
		return schema.PageInfo{HasPreviousPage: more, HasNextPage: p.After != nil}
	}
	return schema.PageInfo{HasNextPage: more, HasPreviousPage: p.After != nil}
}
