package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

func (r *countryResolver) FactCount(ctx context.Context, obj *schema.Country) (int, error) {
	return r.factCount(ctx, obj.EntityData)
}

func (r *countryResolver) Facts(ctx context.Context, obj *schema.Country, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[schema.Fact], error) {
	return r.factsOf(ctx, obj.EntityData, filter, orderBy, paging{first, after, last, before})
}

func (r *countryResolver) Articles(ctx context.Context, obj *schema.Country, filter *schema.ArticleFilter, orderBy *schema.ArticleOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Article], error) {
	return r.articlesOf(ctx, obj.EntityData, filter, orderBy, paging{first, after, last, before})
}

func (r *countryResolver) Neighbors(ctx context.Context, obj *schema.Country, filter *schema.NeighborFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Neighbor], error) {
	return r.neighborsOf(ctx, obj.EntityData, filter, paging{first, after, last, before})
}

func (r *organizationResolver) FactCount(ctx context.Context, obj *schema.Organization) (int, error) {
	return r.factCount(ctx, obj.EntityData)
}

func (r *organizationResolver) Facts(ctx context.Context, obj *schema.Organization, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[schema.Fact], error) {
	return r.factsOf(ctx, obj.EntityData, filter, orderBy, paging{first, after, last, before})
}

func (r *organizationResolver) Articles(ctx context.Context, obj *schema.Organization, filter *schema.ArticleFilter, orderBy *schema.ArticleOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Article], error) {
	return r.articlesOf(ctx, obj.EntityData, filter, orderBy, paging{first, after, last, before})
}

func (r *organizationResolver) Neighbors(ctx context.Context, obj *schema.Organization, filter *schema.NeighborFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Neighbor], error) {
	return r.neighborsOf(ctx, obj.EntityData, filter, paging{first, after, last, before})
}

func (r *personResolver) FactCount(ctx context.Context, obj *schema.Person) (int, error) {
	return r.factCount(ctx, obj.EntityData)
}

func (r *personResolver) Facts(ctx context.Context, obj *schema.Person, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[schema.Fact], error) {
	return r.factsOf(ctx, obj.EntityData, filter, orderBy, paging{first, after, last, before})
}

func (r *personResolver) Articles(ctx context.Context, obj *schema.Person, filter *schema.ArticleFilter, orderBy *schema.ArticleOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Article], error) {
	return r.articlesOf(ctx, obj.EntityData, filter, orderBy, paging{first, after, last, before})
}

func (r *personResolver) Neighbors(ctx context.Context, obj *schema.Person, filter *schema.NeighborFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Neighbor], error) {
	return r.neighborsOf(ctx, obj.EntityData, filter, paging{first, after, last, before})
}

func (r *placeResolver) FactCount(ctx context.Context, obj *schema.Place) (int, error) {
	return r.factCount(ctx, obj.EntityData)
}

func (r *placeResolver) Facts(ctx context.Context, obj *schema.Place, filter *schema.FactFilter, orderBy *schema.FactOrder, first *int, after *string, last *int, before *string) (*schema.Connection[schema.Fact], error) {
	return r.factsOf(ctx, obj.EntityData, filter, orderBy, paging{first, after, last, before})
}

func (r *placeResolver) Articles(ctx context.Context, obj *schema.Place, filter *schema.ArticleFilter, orderBy *schema.ArticleOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Article], error) {
	return r.articlesOf(ctx, obj.EntityData, filter, orderBy, paging{first, after, last, before})
}

func (r *placeResolver) Neighbors(ctx context.Context, obj *schema.Place, filter *schema.NeighborFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Neighbor], error) {
	return r.neighborsOf(ctx, obj.EntityData, filter, paging{first, after, last, before})
}

func (r *placeResolver) Country(ctx context.Context, obj *schema.Place) (*schema.Country, error) {
	return r.countryOf(ctx, obj.EntityData)
}

func (r *queryResolver) Entities(ctx context.Context, filter *schema.EntityFilter, orderBy *schema.EntityOrder, first *int, after *string, last *int, before *string) (*schema.Connection[schema.Entity], error) {
	return entityList(ctx, r.Resolver, "", filter, orderBy, paging{first, after, last, before}, (*schema.EntityData).Typed)
}

func (r *queryResolver) People(ctx context.Context, filter *schema.EntityFilter, orderBy *schema.EntityOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Person], error) {
	return entityList(ctx, r.Resolver, news.Person, filter, orderBy, paging{first, after, last, before}, func(e *schema.EntityData) *schema.Person { return &schema.Person{EntityData: e} })
}

func (r *queryResolver) Countries(ctx context.Context, filter *schema.EntityFilter, orderBy *schema.EntityOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Country], error) {
	return entityList(ctx, r.Resolver, news.Country, filter, orderBy, paging{first, after, last, before}, func(e *schema.EntityData) *schema.Country { return &schema.Country{EntityData: e} })
}

func (r *queryResolver) Organizations(ctx context.Context, filter *schema.EntityFilter, orderBy *schema.EntityOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Organization], error) {
	return entityList(ctx, r.Resolver, news.Organization, filter, orderBy, paging{first, after, last, before}, func(e *schema.EntityData) *schema.Organization { return &schema.Organization{EntityData: e} })
}

func (r *queryResolver) Places(ctx context.Context, filter *schema.EntityFilter, orderBy *schema.EntityOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Place], error) {
	return entityList(ctx, r.Resolver, news.Place, filter, orderBy, paging{first, after, last, before}, func(e *schema.EntityData) *schema.Place { return &schema.Place{EntityData: e} })
}

func (r *Resolver) Country() schema.CountryResolver { return &countryResolver{r} }

func (r *Resolver) Organization() schema.OrganizationResolver { return &organizationResolver{r} }

func (r *Resolver) Person() schema.PersonResolver { return &personResolver{r} }

func (r *Resolver) Place() schema.PlaceResolver { return &placeResolver{r} }

type (
	countryResolver      struct{ *Resolver }
	organizationResolver struct{ *Resolver }
	personResolver       struct{ *Resolver }
	placeResolver        struct{ *Resolver }
)
