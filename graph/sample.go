package graph

import (
	"cmp"
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// A fact of many claims is derived from some of them, so that the work for an
// article does not grow with the number of articles before it: from the
// earliest and the latest of each status. Which claims those are, and how
// many articles and origins there are in all, depends on the set of claims
// alone, so the fact does too. An index holds the claims of such facts, and
// only of those, in order.
const (
	// fewClaims is the greatest number of claims from which a fact is derived as they are.
	fewClaims = 32
	// sampleClaims is how many of the earliest, and how many of the latest, claims of each status speak for a fact of more claims.
	sampleClaims = 8
)

// supporters returns the claims from which each fact is derived: all of them
// where they are few, else a sample. For facts of many claims it brings the
// numbers of articles and origins up to date.
func (w *writer) supporters(ctx context.Context, a *assignment, facts []*touchedFact) (map[news.ID][]news.Claim, error) {
	var whole, unranked, sampled []row
	var many []*touchedFact
	for _, f := range facts {
		r := row{"fact": string(f.id)}
		large := f.after() > fewClaims
		if large {
			many = append(many, f)
			for _, c := range f.added {
				c.ranked = true
			}
			if f.stored > 0 && (f.stored <= fewClaims || len(f.came) > 0) {
				unranked = append(unranked, r)
			}
		}
		switch {
		case f.stored == 0: // all its claims are at hand
		case large && f.stored > fewClaims:
			r["statuses"] = statusesOf(f.factType)
			sampled = append(sampled, r)
		default:
			whole = append(whole, r)
		}
	}
	if _, err := each(ctx, w, "claim_rank", unranked); err != nil {
		return nil, err
	}
	rows, err := each(ctx, w, "fact_claims", whole)
	if err != nil {
		return nil, err
	}
	claims := make(map[news.ID][]news.Claim, len(facts))
	for _, r := range rows {
		c := claimOf(r)
		claims[c.fact] = append(claims[c.fact], c.Claim)
	}
	var sample []row
	if len(sampled) > 0 {
		sample, err = w.do(ctx, "fact_sample", map[string]any{"rows": sampled, "limit": sampleClaims})
		if err != nil {
			return nil, err
		}
	}
	ids := map[news.ID]bool{}
	for _, r := range sample {
		ids[news.ID(text(r["claim"]))] = true
	}
	if err := w.readClaims(ctx, a.read, ids); err != nil {
		return nil, err
	}
	for _, r := range sample {
		id := news.ID(text(r["fact"]))
		claims[id] = append(claims[id], a.read[news.ID(text(r["claim"]))].Claim)
	}
	for _, f := range facts {
		for _, c := range f.added {
			claims[f.id] = append(claims[f.id], c.Claim)
		}
	}
	for _, f := range many {
		claims[f.id] = sampleOf(claims[f.id])
	}
	return claims, w.count(ctx, many)
}

// sampleOf returns the earliest and the latest claims of each status. Of a
// sample and further claims it makes the sample of all of them.
func sampleOf(claims []news.Claim) []news.Claim {
	slices.SortFunc(claims, func(a, b news.Claim) int { return cmp.Compare(rank(&a), rank(&b)) })
	var out []news.Claim
	for len(claims) > 0 {
		n := slices.IndexFunc(claims, func(c news.Claim) bool { return c.Status != claims[0].Status })
		if n < 0 {
			n = len(claims)
		}
		if n <= 2*sampleClaims {
			out = append(out, claims[:n]...)
		} else {
			out = append(append(out, claims[:sampleClaims]...), claims[n-sampleClaims:n]...)
		}
		claims = claims[n:]
	}
	return out
}

// statusesOf returns every status that a claim of the type may have.
func statusesOf(t news.FactType) []string {
	var out []string
	for _, standing := range []news.Standing{news.Occurred, news.Anticipated, news.Alleged, news.Negated} {
		for _, s := range news.Statuses(t, standing) {
			out = append(out, string(s))
		}
	}
	return out
}

// count brings the numbers of articles and origins up to date for facts of
// which not all claims are read, before the added claims are stored: an
// article or origin counts when it has a claim of the fact after the write and
// had none before, and the other way round.
func (w *writer) count(ctx context.Context, many []*touchedFact) error {
	articles, origins := shares{}, shares{}
	facts := map[string]*touchedFact{}
	for _, f := range many {
		id := string(f.id)
		facts[id] = f
		for _, c := range f.added {
			articles.note(id, string(c.Article), change{added: 1})
			origins.note(id, c.Origin, change{added: 1})
		}
		for n, list := range map[int][]reference{1: f.came, -1: slices.Concat(f.went, f.removed)} {
			for _, r := range list {
				articles.note(id, string(r.article), change{stored: n})
				origins.note(id, r.origin, change{stored: n})
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

// change says how many claims a share gets from the written articles, and how
// many it gained or lost among the stored ones.
type change struct{ added, stored int }

// shares holds how shares change.
type shares map[share]change

func (s shares) note(fact, group string, c change) {
	old := s[share{fact, group}]
	s[share{fact, group}] = change{old.added + c.added, old.stored + c.stored}
}

// recount returns for each fact how many groups have claims of it after the
// write and had none before, less those that had some and have none then.
func (w *writer) recount(ctx context.Context, name string, changed shares) (map[string]int, error) {
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
	for s, c := range changed {
		has, had := now[s]+c.added > 0, now[s]-c.stored > 0
		switch {
		case has && !had:
			out[s.fact]++
		case had && !has:
			out[s.fact]--
		}
	}
	return out, nil
}
