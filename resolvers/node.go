package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// byKind loads things of several kinds, with one statement for each kind.
func (r *Resolver) byKind(ctx context.Context, kinds map[graph.Kind][]news.ID) (map[news.ID]schema.Node, error) {
	out := map[news.ID]schema.Node{}
	entities, err := r.entitiesByID(ctx, kinds[graph.KindEntity])
	if err != nil {
		return nil, err
	}
	for id, e := range entities {
		out[id] = e
	}
	facts, err := r.factsByID(ctx, kinds[graph.KindFact])
	if err != nil {
		return nil, err
	}
	for id, f := range facts {
		out[id] = f
	}
	articles, err := r.articlesByID(ctx, kinds[graph.KindArticle])
	if err != nil {
		return nil, err
	}
	for id, a := range articles {
		out[id] = a
	}
	if ids := kinds[graph.KindClaim]; len(ids) > 0 {
		rows, err := r.store.ClaimsByID(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, c := range claims(inOrder(ids, rows)) {
			out[c.ID] = c
		}
	}
	return out, nil
}

// nodes answers the roots node and nodes.
func (r *Resolver) nodes(ctx context.Context, ids []news.ID) ([]schema.Node, error) {
	if len(ids) > maxPage {
		return nil, news.Errorf(news.BadInput, "Ask for at most %d ids at once.", maxPage)
	}
	kinds, err := r.store.Kinds(ctx, ids)
	if err != nil {
		return nil, err
	}
	byKind := map[graph.Kind][]news.ID{}
	for id, kind := range kinds {
		byKind[kind] = append(byKind[kind], id)
	}
	byID, err := r.byKind(ctx, byKind)
	if err != nil {
		return nil, err
	}
	out := make([]schema.Node, len(ids))
	for i, id := range ids {
		out[i] = byID[id]
	}
	return out, nil
}

// stats answers the root stats.
func (r *Resolver) stats(ctx context.Context) (*schema.Stats, error) {
	s, err := r.store.Stats(ctx)
	if err != nil {
		return nil, err
	}
	out := &schema.Stats{Articles: s.Articles, Entities: s.Entities, Claims: s.Claims, FactsBy: []*schema.FactCount{}}
	counted := map[graph.FactCount]int{}
	for _, c := range s.Facts {
		out.Facts += c.Count
		counted[graph.FactCount{Type: c.Type, Standing: c.Standing}] = c.Count
	}
	for _, t := range news.FactTypes {
		for _, standing := range []news.Standing{news.Occurred, news.Anticipated, news.Alleged, news.Negated} {
			if n := counted[graph.FactCount{Type: t, Standing: standing}]; n > 0 {
				out.FactsBy = append(out.FactsBy, &schema.FactCount{Type: t, Standing: standing, Count: n})
			}
		}
	}
	return out, nil
}
