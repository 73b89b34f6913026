package resolvers

import (
	"context"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// articles returns rows as articles that were loaded together.
func articles(rows []*graph.ArticleRow) []*schema.Article {
	g := &schema.Group[*schema.Article]{Rows: make([]*schema.Article, len(rows))}
	for i, row := range rows {
		g.Rows[i] = &schema.Article{Article: row.Article, Recorded: row.Recorded, Group: g}
	}
	return g.Rows
}

// articlesByID loads articles together, by id.
func (r *Resolver) articlesByID(ctx context.Context, ids []news.ID) (map[news.ID]*schema.Article, error) {
	out := make(map[news.ID]*schema.Article, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	byID, err := r.store.ArticlesByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, a := range articles(inOrder(ids, byID)) {
		out[a.ID] = a
	}
	return out, nil
}

func articleIDs(rows []*schema.Article) []news.ID {
	return ids(rows, func(a *schema.Article) []news.ID { return []news.ID{a.ID} })
}

// articleList answers the root list of articles.
func (r *Resolver) articleList(ctx context.Context, filter *schema.ArticleFilter, order *schema.ArticleOrder, p paging) (*schema.Connection[*schema.Article], error) {
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
	l, err := r.store.Articles(ctx, f, by, descending, page)
	if err != nil {
		return nil, err
	}
	rows := graph.List[*schema.Article]{Rows: articles(l.Rows), Marks: l.Marks, More: l.More}
	count := func(ctx context.Context) (int, error) { return r.store.ArticleCount(ctx, f) }
	return connect(list, page, rows, count, itself), nil
}

// textOf answers Article.text.
func (r *Resolver) textOf(ctx context.Context, a *schema.Article) (string, error) {
	return perOwner(a.Group, a.ID, "text", func(rows []*schema.Article) (map[news.ID]string, error) {
		return r.store.ArticleTexts(ctx, articleIDs(rows))
	})
}

// mentionsOf answers Article.mentions.
func (r *Resolver) mentionsOf(ctx context.Context, a *schema.Article) ([]*schema.Mentions, error) {
	list, err := perOwner(a.Group, a.ID, "mentions", func(rows []*schema.Article) (map[news.ID][]*schema.Mentions, error) {
		owners := articleIDs(rows)
		byArticle, err := r.store.Mentions(ctx, owners)
		if err != nil {
			return nil, err
		}
		var of []*graph.EntityRow
		for _, id := range owners {
			for i := range byArticle[id] {
				of = append(of, &byArticle[id][i].EntityRow)
			}
		}
		all := entities(of)
		out := make(map[news.ID][]*schema.Mentions, len(owners))
		for _, id := range owners {
			for _, m := range byArticle[id] {
				spans := make([]*news.Mention, len(m.Mentions))
				for i := range m.Mentions {
					spans[i] = &m.Mentions[i]
				}
				out[id] = append(out[id], &schema.Mentions{Entity: all[0].Typed(), Count: len(spans), Spans: spans})
				all = all[1:]
			}
		}
		return out, nil
	})
	if list == nil {
		list = []*schema.Mentions{}
	}
	return list, err
}

// claimsOfArticle answers Article.claims.
func (r *Resolver) claimsOfArticle(ctx context.Context, a *schema.Article, filter *schema.ClaimFilter, p paging) (*schema.Connection[*schema.Claim], error) {
	return claimList(a.Group, a.ID, filter, p, "claims start", r.claimCounts(), func(rows []*schema.Article, cf graph.ClaimFilter, page graph.Page) ([]news.ID, map[news.ID]graph.List[*graph.ClaimRow], error) {
		owners := articleIDs(rows)
		lists, err := r.store.ClaimsOfArticles(ctx, owners, cf, page)
		return owners, lists, err
	})
}

// article answers the root article.
func (r *Resolver) article(ctx context.Context, id *news.ID, url *string) (*schema.Article, error) {
	switch {
	case (id == nil) == (url == nil):
		return nil, news.Errorf(news.BadInput, "Ask for an article either by its id or by its url.")
	case id != nil:
		byID, err := r.articlesByID(ctx, []news.ID{*id})
		return byID[*id], err
	}
	row, err := r.store.ArticleByURL(ctx, *url)
	if news.CodeOf(err) == news.NotFound {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return articles([]*graph.ArticleRow{row})[0], nil
}
