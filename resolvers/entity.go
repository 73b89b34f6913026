package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// entities returns rows as entities that were loaded together.
func entities(rows []*graph.EntityRow) []*schema.EntityData {
	g := &schema.Group[*schema.EntityData]{Rows: make([]*schema.EntityData, len(rows))}
	for i, row := range rows {
		g.Rows[i] = &schema.EntityData{Entity: row.Entity, ArticleCount: row.Articles, Group: g}
	}
	return g.Rows
}

// entitiesByID loads entities together, by id.
func (r *Resolver) entitiesByID(ctx context.Context, ids []news.ID) (map[news.ID]schema.Entity, error) {
	out := make(map[news.ID]schema.Entity, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	byID, err := r.store.EntitiesByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, e := range entities(inOrder(ids, byID)) {
		out[e.ID] = e.Typed()
	}
	return out, nil
}

// inOrder returns the rows of the ids that there are, in the order of the ids.
func inOrder[T any](ids []news.ID, byID map[news.ID]T) []T {
	var out []T
	seen := map[news.ID]bool{}
	for _, id := range ids {
		if row, ok := byID[id]; ok && !seen[id] {
			seen[id] = true
			out = append(out, row)
		}
	}
	return out
}

// ids returns the ids of rows, each once, in their order.
func ids[T any](rows []T, id func(T) []news.ID) []news.ID {
	var out []news.ID
	seen := map[news.ID]bool{}
	for _, row := range rows {
		for _, id := range id(row) {
			if id != "" && !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
		}
	}
	return out
}

func entityIDs(rows []*schema.EntityData) []news.ID {
	return ids(rows, func(e *schema.EntityData) []news.ID { return []news.ID{e.ID} })
}

// entityList answers a root list of entities.
func entityList[N any](ctx context.Context, r *Resolver, only news.EntityType, filter *schema.EntityFilter, order *schema.EntityOrder, p paging, node func(*schema.EntityData) N) (*schema.Connection[N], error) {
	f, err := entityFilter(filter)
	if err != nil {
		return nil, err
	}
	if only != "" {
		f.Types = narrowed(f.Types, only)
	}
	by, descending := entityOrder(order)
	list := listName("entities", string(by), descending)
	page, err := p.page(list)
	if err != nil {
		return nil, err
	}
	l, err := r.store.Entities(ctx, f, by, descending, page)
	if err != nil {
		return nil, err
	}
	rows := graph.List[*schema.EntityData]{Rows: entities(l.Rows), Marks: l.Marks, More: l.More}
	count := func(ctx context.Context) (int, error) { return r.store.EntityCount(ctx, f) }
	return connect(list, page, rows, count, node), nil
}

// factCount answers Entity.factCount.
func (r *Resolver) factCount(ctx context.Context, e *schema.EntityData) (int, error) {
	counts, err := schema.Load(e.Group, "factCount", func(rows []*schema.EntityData) (map[news.ID]int, error) {
		return r.store.EntityFacts(ctx, entityIDs(rows))
	})
	return counts[e.ID], err
}

// factsOf answers Entity.facts and the root timeline.
func (r *Resolver) factsOf(ctx context.Context, e *schema.EntityData, filter *schema.FactFilter, order *schema.FactOrder, p paging) (*schema.Connection[schema.Fact], error) {
	f, err := factFilter(filter)
	if err != nil {
		return nil, err
	}
	by, descending := factOrder(order)
	list := listName("facts", string(by), descending)
	page, err := p.page(list)
	if err != nil {
		return nil, err
	}
	return perOwner(e.Group, e.ID, key("facts", f, by, descending, page), func(rows []*schema.EntityData) (map[news.ID]*schema.Connection[schema.Fact], error) {
		owners := entityIDs(rows)
		lists, err := r.store.FactsOf(ctx, owners, f, by, descending, page)
		if err != nil {
			return nil, err
		}
		counts := oncePer(func(ctx context.Context) (map[news.ID]int, error) { return r.store.FactCounts(ctx, owners, f) })
		return connectAll(list, page, owners, lists, facts, counts, (*schema.FactData).Typed), nil
	})
}

// articlesOf answers Entity.articles.
func (r *Resolver) articlesOf(ctx context.Context, e *schema.EntityData, filter *schema.ArticleFilter, order *schema.ArticleOrder, p paging) (*schema.Connection[*schema.Article], error) {
	f, err := articleFilter(filter)
	if err != nil {
		return nil, err
	}
	by, descending := articleOrder(order)
	list := listName("articles", string(by), descending)
	page, err := p.page(list)
	if err != nil {
		return nil, err
	}
	return perOwner(e.Group, e.ID, key("articles", f, by, descending, page), func(rows []*schema.EntityData) (map[news.ID]*schema.Connection[*schema.Article], error) {
		owners := entityIDs(rows)
		lists, err := r.store.ArticlesOf(ctx, owners, f, by, descending, page)
		if err != nil {
			return nil, err
		}
		counts := oncePer(func(ctx context.Context) (map[news.ID]int, error) { return r.store.ArticleCounts(ctx, owners, f) })
		return connectAll(list, page, owners, lists, articles, counts, itself), nil
	})
}

// neighborsOf answers Entity.neighbors.
func (r *Resolver) neighborsOf(ctx context.Context, e *schema.EntityData, filter *schema.NeighborFilter, p paging) (*schema.Connection[*schema.Neighbor], error) {
	f := neighborFilter(filter)
	const list = "neighbors"
	page, err := p.page(list)
	if err != nil {
		return nil, err
	}
	return perOwner(e.Group, e.ID, key("neighbors", f, page), func(rows []*schema.EntityData) (map[news.ID]*schema.Connection[*schema.Neighbor], error) {
		owners := entityIDs(rows)
		lists, err := r.store.NeighborsOf(ctx, owners, f, page)
		if err != nil {
			return nil, err
		}
		counts := oncePer(func(ctx context.Context) (map[news.ID]int, error) { return r.store.NeighborCounts(ctx, owners, f) })
		return connectAll(list, page, owners, lists, neighbors, counts, itself), nil
	})
}

// neighbors returns rows as neighbours whose entities were loaded together.
func neighbors(rows []*graph.Neighbor) []*schema.Neighbor {
	of := make([]*graph.EntityRow, len(rows))
	for i, n := range rows {
		of[i] = n.Entity
	}
	out := make([]*schema.Neighbor, len(rows))
	for i, e := range entities(of) {
		out[i] = &schema.Neighbor{Entity: e.Typed(), FactCount: rows[i].Facts, FactTypes: byFrequency(rows[i].Types), LastReported: rows[i].LastReported}
	}
	return out
}

// countryOf answers Place.country.
func (r *Resolver) countryOf(ctx context.Context, e *schema.EntityData) (*schema.Country, error) {
	countries, err := schema.Load(e.Group, "country", func(rows []*schema.EntityData) (map[string]*schema.Country, error) {
		out := map[string]*schema.Country{}
		var codes []string
		for _, e := range rows {
			if _, ok := out[e.Entity.Country]; !ok && e.Entity.Country != "" {
				out[e.Entity.Country] = nil
				codes = append(codes, e.Entity.Country)
			}
		}
		if len(codes) == 0 {
			return out, nil
		}
		filter := graph.EntityFilter{Types: []news.EntityType{news.Country}, Codes: codes}
		l, err := r.store.Entities(ctx, filter, graph.ByName, false, graph.Page{Limit: len(codes)})
		if err != nil {
			return nil, err
		}
		for _, c := range entities(l.Rows) {
			out[c.Entity.Code] = &schema.Country{EntityData: c}
		}
		return out, nil
	})
	return countries[e.Entity.Country], err
}
