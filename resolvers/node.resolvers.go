package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

func (r *queryResolver) Node(ctx context.Context, id news.ID) (schema.Node, error) {
	all, err := r.nodes(ctx, []news.ID{id})
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

func (r *queryResolver) Nodes(ctx context.Context, ids []news.ID) ([]schema.Node, error) {
	return r.nodes(ctx, ids)
}

func (r *queryResolver) Stats(ctx context.Context) (*schema.Stats, error) {
	return r.stats(ctx)
}

func (r *Resolver) Query() schema.QueryResolver { return &queryResolver{r} }

type queryResolver struct{ *Resolver }
