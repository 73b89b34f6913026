package graph

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// supporters adds to claims the ids of the claims from which the facts are
// derived: all of those with few, a sample of those with many.
func (w *writer) supporters(ctx context.Context, claims map[news.ID][]news.ID, some, many []*touchedFact) error {
	add := func(rows []row) {
		for _, r := range rows {
			id := news.ID(text(r["fact"]))
			claims[id] = append(claims[id], news.ID(text(r["claim"])))
		}
	}
	var whole, sampled []row
	for _, f := range some {
		whole = append(whole, row{"fact": f.id})
	}
	for _, f := range many {
		sampled = append(sampled, row{"fact": f.id})
	}
	rows, err := each(ctx, w, "fact_claims", whole)
	if err != nil {
		return err
	}
	add(rows)
	if len(sampled) == 0 {
		return nil
	}
	rows, err = w.do(ctx, "fact_sample", map[string]any{"rows": sampled, "statuses": allStatuses(), "limit": sampleClaims})
	if err != nil {
		return err
	}
	add(rows)
	return nil
}

// allStatuses returns every status that a claim may have, each once.
func allStatuses() []string {
	var out []string
	for _, t := range news.FactTypes {
		for _, standing := range []news.Standing{news.Occurred, news.Anticipated, news.Alleged, news.Negated} {
			for _, s := range news.Statuses(t, standing) {
				out = append(out, string(s))
			}
		}
	}
	return distinctTexts(out)
}

// count brings the numbers of articles and origins up to date for facts of
// which not all claims are read: an article or origin counts when it has a
// claim of the fact now and had none before, and the other way round.
func (w *writer) count(ctx context.Context, many []*touchedFact) error {
	articles, origins := changes{}, changes{}
	facts := map[string]*touchedFact{}
	for _, f := range many {
		facts[f.id] = f
		for _, c := range f.added {
			articles.note(f.id, string(c.Article), 1)
			origins.note(f.id, c.Origin, 1)
		}
		for n, list := range map[int][]reference{1: f.came, -1: slices.Concat(f.went, f.removed)} {
			for _, r := range list {
				articles.note(f.id, string(r.article), n)
				origins.note(f.id, r.origin, n)
			}
		}
	}
	byArticle, err := w.recount(ctx, "article_share", articles)
	if err != nil {
		return err
	}
	byOrigin, err := w.recount(ctx, "origin_share", origins)
	if err != nil {
		return err
	}
	for id, f := range facts {
		f.articles += byArticle[id]
		f.origins += byOrigin[id]
	}
	return nil
}

// share is what one article, or one origin, says of a fact.
type share struct{ fact, group string }

// changes counts the claims that each share gains or loses.
type changes map[share]int

func (c changes) note(fact, group string, n int) { c[share{fact, group}] += n }

// recount returns for each fact how many groups have claims of it now and
// had none before, less those that had some and have none now.
func (w *writer) recount(ctx context.Context, name string, changed changes) (map[string]int, error) {
	rows := make([]row, 0, len(changed))
	for s := range changed {
		rows = append(rows, row{"fact": s.fact, "group": s.group})
	}
	answer, err := each(ctx, w, name, rows)
	if err != nil {
		return nil, err
	}
	now := map[share]int{}
	for _, r := range answer {
		now[share{text(r["fact"]), text(r["group"])}] = number(r["claims"])
	}
	out := map[string]int{}
	for s, change := range changed {
		has, had := now[s] > 0, now[s]-change > 0
		switch {
		case has && !had:
			out[s.fact]++
		case had && !has:
			out[s.fact]--
		}
	}
	return out, nil
}
