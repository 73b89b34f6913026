package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// maxQuery is how many characters a search text may have.
const maxQuery = 500

// search answers the root search.
func (r *Resolver) search(ctx context.Context, query string, kinds []schema.SearchKind, p paging) (*schema.SearchConnection, error) {
	if len(query) > maxQuery {
		return nil, news.Errorf(news.BadInput, "The search text is too long: ask for at most %d characters.", maxQuery)
	}
	in := searchKinds(kinds)
	page, err := p.page("search")
	if err != nil {
		return nil, err
	}
	if page.After != nil {
		if _, ok := page.After.Key.(float64); !ok {
			return nil, news.Errorf(news.BadInput, "The cursor is none of this list: use a cursor from a page of the same list in the same order.")
		}
	}
	hits, err := r.store.Search(ctx, query, in, page.After, page.Limit+1)
	if err != nil {
		return nil, err
	}
	more := len(hits) > page.Limit
	hits = hits[:min(len(hits), page.Limit)]
	byKind := map[graph.Kind][]news.ID{}
	for _, h := range hits {
		byKind[h.Kind] = append(byKind[h.Kind], h.ID)
	}
	byID, err := r.byKind(ctx, byKind)
	if err != nil {
		return nil, err
	}
	out := &schema.SearchConnection{PageInfo: pageInfo(page, more), Edges: []*schema.SearchEdge{}}
	out.Count = func(ctx context.Context) (int, error) { return r.store.SearchCount(ctx, query, in) }
	for _, h := range hits {
		// Something that went between the two statements is left out.
		if node, ok := byID[h.ID].(schema.SearchResult); ok {
			cursor := encodeCursor("search", graph.Mark{Key: h.Score, ID: h.ID})
			out.Edges = append(out.Edges, &schema.SearchEdge{Node: node, Cursor: cursor, Score: h.Score})
		}
	}
	if n := len(out.Edges); n > 0 {
		out.PageInfo.StartCursor, out.PageInfo.EndCursor = &out.Edges[0].Cursor, &out.Edges[n-1].Cursor
	}
	return out, nil
}

func searchKinds(kinds []schema.SearchKind) []graph.Kind {
	if kinds == nil {
		return []graph.Kind{graph.KindEntity, graph.KindFact, graph.KindArticle}
	}
	of := map[schema.SearchKind]graph.Kind{
		schema.SearchKindEntity: graph.KindEntity, schema.SearchKindFact: graph.KindFact, schema.SearchKindArticle: graph.KindArticle,
	}
	out := make([]graph.Kind, len(kinds))
	for i, k := range kinds {
		out[i] = of[k]
	}
	return out
}
