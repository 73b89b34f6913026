package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// facts returns rows as facts that were loaded together.
func facts(rows []*news.Fact) []*schema.FactData {
	g := &schema.Group[*schema.FactData]{Rows: make([]*schema.FactData, len(rows))}
	for i, row := range rows {
		g.Rows[i] = &schema.FactData{Fact: *row, Group: g}
	}
	return g.Rows
}

// factsByID loads facts together, by id.
func (r *Resolver) factsByID(ctx context.Context, ids []news.ID) (map[news.ID]schema.Fact, error) {
	out := make(map[news.ID]schema.Fact, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	byID, err := r.store.FactsByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, f := range facts(inOrder(ids, byID)) {
		out[f.ID] = f.Typed()
	}
	return out, nil
}

// factList answers a root list of facts.
func factList[N any](ctx context.Context, r *Resolver, only news.FactType, filter *schema.FactFilter, order *schema.FactOrder, p paging, node func(*schema.FactData) N) (*schema.Connection[N], error) {
	f, err := factFilter(filter)
	if err != nil {
		return nil, err
	}
	if only != "" {
		f.Types = narrowed(f.Types, only)
	}
	by, descending := factOrder(order)
	list := listName("facts", string(by), descending)
	page, err := p.page(list)
	if err != nil {
		return nil, err
	}
	l, err := r.store.Facts(ctx, f, by, descending, page)
	if err != nil {
		return nil, err
	}
	rows := graph.List[*schema.FactData]{Rows: facts(l.Rows), Marks: l.Marks, More: l.More}
	count := func(ctx context.Context) (int, error) { return r.store.FactCount(ctx, f) }
	return connect(list, page, rows, count, node), nil
}

// factActors loads the entities of all facts that were loaded together with f.
func (r *Resolver) factActors(ctx context.Context, f *schema.FactData) (map[news.ID]schema.Entity, error) {
	return schema.Load(f.Group, "entities", func(rows []*schema.FactData) (map[news.ID]schema.Entity, error) {
		return r.entitiesByID(ctx, ids(rows, func(f *schema.FactData) []news.ID { return actorIDs(f.Actors) }))
	})
}

func actorIDs(actors []news.Actor) []news.ID {
	var out []news.ID
	for _, a := range actors {
		out = append(out, a.Entity, a.For)
	}
	return out
}

// actorsOf answers the field actors of facts.
func (r *Resolver) actorsOf(ctx context.Context, f *schema.FactData) ([]*schema.Actor, error) {
	byID, err := r.factActors(ctx, f)
	if err != nil {
		return nil, err
	}
	return actors(f.Actors, byID), nil
}

func actors(list []news.Actor, byID map[news.ID]schema.Entity) []*schema.Actor {
	out := []*schema.Actor{}
	for _, a := range list {
		if e, ok := byID[a.Entity]; ok {
			out = append(out, &schema.Actor{Role: a.Role, Entity: e, For: byID[a.For]})
		}
	}
	return out
}

// in answers the fields that list the entities in one role.
func (r *Resolver) in(ctx context.Context, f *schema.FactData, role news.Role) ([]schema.Entity, error) {
	byID, err := r.factActors(ctx, f)
	if err != nil {
		return nil, err
	}
	out := []schema.Entity{}
	seen := map[news.ID]bool{}
	for _, id := range f.In(role) {
		if e, ok := byID[id]; ok && !seen[id] {
			seen[id] = true
			out = append(out, e)
		}
	}
	return out, nil
}

// one answers the fields that name the entity in one role, nil when there is none.
func (r *Resolver) one(ctx context.Context, f *schema.FactData, role news.Role) (schema.Entity, error) {
	all, err := r.in(ctx, f, role)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all[0], nil
}

// claimsOfFact answers the field claims of facts.
func (r *Resolver) claimsOfFact(ctx context.Context, f *schema.FactData, filter *schema.ClaimFilter, p paging) (*schema.Connection[*schema.Claim], error) {
	return claimList(f.Group, f.ID, filter, p, "claims published", r.claimCounts(), func(rows []*schema.FactData, cf graph.ClaimFilter, page graph.Page) ([]news.ID, map[news.ID]graph.List[*graph.ClaimRow], error) {
		owners := ids(rows, func(f *schema.FactData) []news.ID { return []news.ID{f.ID} })
		lists, err := r.store.ClaimsOfFacts(ctx, owners, cf, page)
		return owners, lists, err
	})
}
