package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/schema"
)

func (r *queryResolver) Search(ctx context.Context, query string, kinds []schema.SearchKind, first *int, after *string) (*schema.SearchConnection, error) {
	return r.search(ctx, query, kinds, paging{first: first, after: after})
}
