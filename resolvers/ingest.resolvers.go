package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

func (r *mutationResolver) IngestArticle(ctx context.Context, input schema.ArticleInput) (*schema.IngestResult, error) {
	all, err := r.ingestAll(ctx, []*schema.ArticleInput{&input})
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

func (r *mutationResolver) IngestArticles(ctx context.Context, input []*schema.ArticleInput) ([]*schema.IngestResult, error) {
	return r.ingestAll(ctx, input)
}

func (r *mutationResolver) RetractArticle(ctx context.Context, id news.ID) (*schema.RetractResult, error) {
	return r.retractOne(ctx, id)
}

func (r *subscriptionResolver) Facts(ctx context.Context, filter *schema.FactFilter, after *string) (<-chan *schema.FactUpdate, error) {
	return r.follow(ctx, filter, after)
}

func (r *Resolver) Mutation() schema.MutationResolver { return &mutationResolver{r} }

func (r *Resolver) Subscription() schema.SubscriptionResolver { return &subscriptionResolver{r} }

type (
	mutationResolver     struct{ *Resolver }
	subscriptionResolver struct{ *Resolver }
)
