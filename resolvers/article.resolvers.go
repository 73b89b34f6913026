package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

func (r *articleResolver) Text(ctx context.Context, obj *schema.Article) (string, error) {
	return r.textOf(ctx, obj)
}

func (r *articleResolver) Mentions(ctx context.Context, obj *schema.Article) ([]*schema.Mentions, error) {
	return r.mentionsOf(ctx, obj)
}

func (r *articleResolver) Claims(ctx context.Context, obj *schema.Article, filter *schema.ClaimFilter, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Claim], error) {
	return r.claimsOfArticle(ctx, obj, filter, paging{first, after, last, before})
}

func (r *claimResolver) Actors(ctx context.Context, obj *schema.Claim) ([]*schema.Actor, error) {
	byID, err := r.claimEntities(ctx, obj)
	if err != nil {
		return nil, err
	}
	return actors(obj.Actors, byID), nil
}

func (r *claimResolver) AttributedTo(ctx context.Context, obj *schema.Claim) ([]schema.Entity, error) {
	byID, err := r.claimEntities(ctx, obj)
	if err != nil {
		return nil, err
	}
	return inOrder(obj.AttributedTo, byID), nil
}

func (r *claimResolver) Article(ctx context.Context, obj *schema.Claim) (*schema.Article, error) {
	return r.articleOf(ctx, obj)
}

func (r *claimResolver) Fact(ctx context.Context, obj *schema.Claim) (schema.Fact, error) {
	return r.factOf(ctx, obj)
}

func (r *queryResolver) Article(ctx context.Context, id *news.ID, url *string) (*schema.Article, error) {
	return r.article(ctx, id, url)
}

func (r *queryResolver) Articles(ctx context.Context, filter *schema.ArticleFilter, orderBy *schema.ArticleOrder, first *int, after *string, last *int, before *string) (*schema.Connection[*schema.Article], error) {
	return r.articleList(ctx, filter, orderBy, paging{first, after, last, before})
}

func (r *Resolver) Article() schema.ArticleResolver { return &articleResolver{r} }

func (r *Resolver) Claim() schema.ClaimResolver { return &claimResolver{r} }

type (
	articleResolver struct{ *Resolver }
	claimResolver   struct{ *Resolver }
)
