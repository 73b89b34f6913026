package resolvers

import (
	"context"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// path answers the root path.
func (r *Resolver) path(ctx context.Context, from, to news.ID, f graph.PathFilter) (*schema.Path, error) {
	if f.MaxFacts < 1 || f.MaxFacts > 6 {
		return nil, news.Errorf(news.BadInput, "A path goes through 1 to 6 facts: set maxFacts to one of these.")
	}
	ends, err := r.entitiesByID(ctx, []news.ID{from, to})
	if err != nil {
		return nil, err
	}
	for _, id := range []news.ID{from, to} {
		if _, ok := ends[id]; !ok {
			return nil, news.Errorf(news.NotFound, "There is no entity with the id %s.", id)
		}
	}
	if from == to {
		return &schema.Path{Steps: []*schema.PathStep{}}, nil
	}
	way, err := r.store.Path(ctx, from, to, f)
	if err != nil || way == nil {
		return nil, err
	}
	var entityIDs, factIDs []news.ID
	for i, id := range way {
		if i%2 == 0 {
			entityIDs = append(entityIDs, id)
		} else {
			factIDs = append(factIDs, id)
		}
	}
	onWay, err := r.entitiesByID(ctx, entityIDs)
	if err != nil {
		return nil, err
	}
	facts, err := r.factsByID(ctx, factIDs)
	if err != nil {
		return nil, err
	}
	out := &schema.Path{Length: len(factIDs), Steps: make([]*schema.PathStep, len(factIDs))}
	for i := range factIDs {
		step := &schema.PathStep{From: onWay[entityIDs[i]], Fact: facts[factIDs[i]], To: onWay[entityIDs[i+1]]}
		if step.From == nil || step.Fact == nil || step.To == nil {
			return nil, fmt.Errorf("path from %s to %s: step %d went while it was read", from, to, i)
		}
		out.Steps[i] = step
	}
	return out, nil
}

// timeline answers the root timeline.
func (r *Resolver) timeline(ctx context.Context, entity news.ID, filter *schema.FactFilter, p paging) (*schema.Connection[schema.Fact], error) {
	f, err := factFilter(filter)
	if err != nil {
		return nil, err
	}
	f.Dated = true
	const list = "timeline"
	page, err := p.page(list)
	if err != nil {
		return nil, err
	}
	owners := []news.ID{entity}
	lists, err := r.store.FactsOf(ctx, owners, f, graph.ByDate, false, page)
	if err != nil {
		return nil, err
	}
	counts := func(ctx context.Context) (map[news.ID]int, error) { return r.store.FactCounts(ctx, owners, f) }
	return connectAll(list, page, owners, lists, facts, counts, (*schema.FactData).Typed)[entity], nil
}
