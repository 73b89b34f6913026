package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

func (r *queryResolver) Facts(ctx context.Context, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[schema.Fact], error) {
	return factList(ctx, r.Resolver, "", filter, orderBy, paging{first, after, last, before}, (*schema.FactData).Typed)
}

func (r *queryResolver) Meetings(ctx context.Context, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Meeting], error) {
	return factList(ctx, r.Resolver, news.Meeting, filter, orderBy, paging{first, after, last, before}, func(f *schema.FactData) *schema.Meeting { return &schema.Meeting{FactData: f} })
}

func (r *queryResolver) Sanctions(ctx context.Context, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Sanction], error) {
	return factList(ctx, r.Resolver, news.Sanction, filter, orderBy, paging{first, after, last, before}, func(f *schema.FactData) *schema.Sanction { return &schema.Sanction{FactData: f} })
}

func (r *queryResolver) Statements(ctx context.Context, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Statement], error) {
	return factList(ctx, r.Resolver, news.Statement, filter, orderBy, paging{first, after, last, before}, func(f *schema.FactData) *schema.Statement { return &schema.Statement{FactData: f} })
}

func (r *queryResolver) Agreements(ctx context.Context, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Agreement], error) {
	return factList(ctx, r.Resolver, news.Agreement, filter, orderBy, paging{first, after, last, before}, func(f *schema.FactData) *schema.Agreement { return &schema.Agreement{FactData: f} })
}

func (r *queryResolver) Positions(ctx context.Context, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Position], error) {
	return factList(ctx, r.Resolver, news.Position, filter, orderBy, paging{first, after, last, before}, func(f *schema.FactData) *schema.Position { return &schema.Position{FactData: f} })
}

func (r *queryResolver) Attacks(ctx context.Context, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Attack], error) {
	return factList(ctx, r.Resolver, news.Attack, filter, orderBy, paging{first, after, last, before}, func(f *schema.FactData) *schema.Attack { return &schema.Attack{FactData: f} })
}

func (r *queryResolver) Events(ctx context.Context, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Event], error) {
	return factList(ctx, r.Resolver, news.Event, filter, orderBy, paging{first, after, last, before}, func(f *schema.FactData) *schema.Event { return &schema.Event{FactData: f} })
}

func (r *queryResolver) Timeline(ctx context.Context, entity news.ID, filter *schema.FactFilter, first *int, after *string, last *int, before *string) (*schema.Connection[schema.Fact], error) {
	return r.timeline(ctx, entity, filter, paging{first, after, last, before})
}

func (r *queryResolver) Path(ctx context.Context, from news.ID, to news.ID, maxFacts int, types []news.FactType, standing []news.Standing) (*schema.Path, error) {
	return r.path(ctx, from, to, graph.PathFilter{Types: types, Standing: standing, MaxFacts: maxFacts})
}
