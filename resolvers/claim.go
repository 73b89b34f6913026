package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// claims returns rows as claims that were loaded together.
func claims(rows []*graph.ClaimRow) []*schema.Claim {
	g := &schema.Group[*schema.Claim]{Rows: make([]*schema.Claim, len(rows))}
	for i, row := range rows {
		g.Rows[i] = &schema.Claim{Claim: row.Claim, Supports: row.Fact, Group: g}
	}
	return g.Rows
}

// claimCounter counts the claims of owners.
type claimCounter func(owners []news.ID, f graph.ClaimFilter) func(context.Context) (map[news.ID]int, error)

func (r *Resolver) claimCounts() claimCounter {
	return func(owners []news.ID, f graph.ClaimFilter) func(context.Context) (map[news.ID]int, error) {
		return oncePer(func(ctx context.Context) (map[news.ID]int, error) { return r.store.ClaimCounts(ctx, owners, f) })
	}
}

// claimList answers a list of the claims of one row, loaded for its whole group.
func claimList[T any](g *schema.Group[T], owner news.ID, filter *schema.ClaimFilter, p paging, list string, counts claimCounter,
	load func(rows []T, f graph.ClaimFilter, page graph.Page) ([]news.ID, map[news.ID]graph.List[*graph.ClaimRow], error),
) (*schema.Connection[*schema.Claim], error) {
	f := claimFilter(filter)
	page, err := p.page(list)
	if err != nil {
		return nil, err
	}
	return perOwner(g, owner, key("claims", f, page), func(rows []T) (map[news.ID]*schema.Connection[*schema.Claim], error) {
		owners, lists, err := load(rows, f, page)
		if err != nil {
			return nil, err
		}
		return connectAll(list, page, owners, lists, claims, counts(owners, f), itself), nil
	})
}

// claimEntities loads the entities of all claims that were loaded together with c.
func (r *Resolver) claimEntities(ctx context.Context, c *schema.Claim) (map[news.ID]schema.Entity, error) {
	return schema.Load(c.Group, "entities", func(rows []*schema.Claim) (map[news.ID]schema.Entity, error) {
		return r.entitiesByID(ctx, ids(rows, func(c *schema.Claim) []news.ID {
			return append(actorIDs(c.Actors), c.AttributedTo...)
		}))
	})
}

// articleOf answers Claim.article.
func (r *Resolver) articleOf(ctx context.Context, c *schema.Claim) (*schema.Article, error) {
	byID, err := schema.Load(c.Group, "articles", func(rows []*schema.Claim) (map[news.ID]*schema.Article, error) {
		return r.articlesByID(ctx, ids(rows, func(c *schema.Claim) []news.ID { return []news.ID{c.Article} }))
	})
	return byID[c.Article], err
}

// factOf answers Claim.fact.
func (r *Resolver) factOf(ctx context.Context, c *schema.Claim) (schema.Fact, error) {
	byID, err := schema.Load(c.Group, "facts", func(rows []*schema.Claim) (map[news.ID]schema.Fact, error) {
		return r.factsByID(ctx, ids(rows, func(c *schema.Claim) []news.ID { return []news.ID{c.Supports} }))
	})
	return byID[c.Supports], err
}
