package resolvers

import (
	"context"
	"errors"
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// ingestAll answers the mutations ingestArticle and ingestArticles.
func (r *Resolver) ingestAll(ctx context.Context, input []*schema.ArticleInput) ([]*schema.IngestResult, error) {
	if len(input) > maxPage {
		return nil, news.Errorf(news.BadInput, "Hand in at most %d articles at once.", maxPage)
	}
	given := make([]news.Article, len(input))
	for i, in := range input {
		given[i] = news.Article{Text: in.Text, Title: or(in.Title), URL: or(in.URL), Source: or(in.Source), Published: or(in.Published)}
	}
	outcomes, err := within(ctx, func(ctx context.Context) ([]Outcome, error) { return r.ingest(ctx, given) })
	if err != nil {
		return nil, err
	}
	if len(outcomes) != len(input) {
		return nil, fmt.Errorf("ingest: %d outcomes for %d articles", len(outcomes), len(input))
	}
	articles, err := r.articlesByID(ctx, ids(outcomes, func(o Outcome) []news.ID {
		if o.Err != nil {
			return nil
		}
		return []news.ID{o.Article}
	}))
	if err != nil {
		return nil, err
	}
	facts, err := r.factsOfArticles(ctx, articles)
	if err != nil {
		return nil, err
	}
	out := make([]*schema.IngestResult, len(outcomes))
	for i, o := range outcomes {
		if o.Err != nil {
			msg := refusal(ctx, o.Err)
			out[i] = &schema.IngestResult{Outcome: schema.OutcomeRefused, Facts: []schema.Fact{}, Error: &msg}
			continue
		}
		out[i] = &schema.IngestResult{Outcome: outcome(o.Result), Article: articles[o.Article], Facts: facts[o.Article]}
		if out[i].Facts == nil {
			out[i].Facts = []schema.Fact{}
		}
	}
	return out, nil
}

func outcome(r graph.Result) schema.Outcome {
	switch r {
	case graph.New:
		return schema.OutcomeNew
	case graph.Changed:
		return schema.OutcomeChanged
	case graph.Superseded:
		return schema.OutcomeSuperseded
	default:
		return schema.OutcomeUnchanged
	}
}

// factsOfArticles loads the facts that the claims of each article support,
// in the order of the text.
func (r *Resolver) factsOfArticles(ctx context.Context, articles map[news.ID]*schema.Article) (map[news.ID][]schema.Fact, error) {
	if len(articles) == 0 {
		return nil, nil
	}
	var owners []news.ID
	for id := range articles {
		owners = append(owners, id)
	}
	lists, err := r.store.ClaimsOfArticles(ctx, owners, graph.ClaimFilter{}, graph.Page{Limit: 10_000})
	if err != nil {
		return nil, err
	}
	supported := func(id news.ID) []news.ID {
		return ids(lists[id].Rows, func(c *graph.ClaimRow) []news.ID { return []news.ID{c.Fact} })
	}
	byID, err := r.factsByID(ctx, ids(owners, supported))
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID][]schema.Fact, len(owners))
	for _, id := range owners {
		for _, fact := range supported(id) {
			if f, ok := byID[fact]; ok {
				out[id] = append(out[id], f)
			}
		}
	}
	return out, nil
}

// refusal returns the sentence that says why an article was refused.
func refusal(ctx context.Context, err error) string {
	if known := (*news.Error)(nil); errors.As(err, &known) && known.Code != news.Internal {
		return known.Msg
	}
	logInternal(ctx, err)
	return internalMessage
}

// retractOne answers the mutation retractArticle.
func (r *Resolver) retractOne(ctx context.Context, id news.ID) (*schema.RetractResult, error) {
	n, err := r.store.ClaimCounts(ctx, []news.ID{id}, graph.ClaimFilter{})
	if err != nil {
		return nil, err
	}
	if _, err := within(ctx, func(ctx context.Context) (any, error) { return nil, r.retract(ctx, id) }); err != nil {
		return nil, err
	}
	return &schema.RetractResult{ID: id, Claims: n[id]}, nil
}

// within returns what work returns, or ctx's error as soon as ctx ends. The
// work then goes on by itself: to break off a write in the middle would cost
// its connection, and a client that sends the same again loses nothing.
func within[T any](ctx context.Context, work func(context.Context) (T, error)) (T, error) {
	type answer struct {
		value T
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			if v := recover(); v != nil {
				a.err = Recover(ctx, v)
			}
			done <- a
		}()
		a.value, a.err = work(context.WithoutCancel(ctx))
	}()
	select {
	case a := <-done:
		return a.value, a.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
