package graph

import (
	"cmp"
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// ClaimRow is a claim with the fact that it supports.
type ClaimRow struct {
	news.Claim
	// Fact is "" while no fact is derived from it.
	Fact news.ID
}

// ClaimFilter says which claims a list holds. The zero value of a field holds
// for all; the others hold together.
type ClaimFilter struct {
	Types         []news.FactType
	Standing      []news.Standing
	Status        []news.Status
	MinConfidence *float64
}

// ClaimsOfFacts reads a page of the claims that support each fact, oldest
// publication first, with one statement.
func (s *Store) ClaimsOfFacts(ctx context.Context, facts []news.ID, f ClaimFilter, p Page) (map[news.ID]List[*ClaimRow], error) {
	return s.claims(ctx, facts, f, ordering{"published", false, lastDate, firstDate}, p)
}

// ClaimsOfArticles reads a page of the claims that each article makes, in
// the order of the text, with one statement.
func (s *Store) ClaimsOfArticles(ctx context.Context, articles []news.ID, f ClaimFilter, p Page) (map[news.ID]List[*ClaimRow], error) {
	return s.claims(ctx, articles, f, ordering{"start", false, int64(1 << 40), int64(-1)}, p)
}

func (s *Store) claims(ctx context.Context, owners []news.ID, f ClaimFilter, o ordering, p Page) (map[news.ID]List[*ClaimRow], error) {
	rows, err := s.query(ctx, "claim_list", p.params(owners, f.params(), o))
	if err != nil {
		return nil, err
	}
	return pages(p, rows, func(e row) (*ClaimRow, news.ID) {
		c := readClaim(entry(e["claim"]))
		return c, c.ID
	}), nil
}

// ClaimCounts counts the claims of each fact or article, with one statement.
func (s *Store) ClaimCounts(ctx context.Context, owners []news.ID, f ClaimFilter) (map[news.ID]int, error) {
	rows, err := s.query(ctx, "claim_total", map[string]any{"owners": ownerValues(owners), "filter": f.params()})
	return counts(rows), err
}

// ClaimsByID returns the claims with these ids; ids that name no claim are left out.
func (s *Store) ClaimsByID(ctx context.Context, ids []news.ID) (map[news.ID]*ClaimRow, error) {
	rows, err := s.query(ctx, "claim_get", map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID]*ClaimRow, len(rows))
	for _, r := range rows {
		c := readClaim(entry(r["claim"]))
		out[c.ID] = c
	}
	return out, nil
}

func (f ClaimFilter) params() map[string]any {
	return map[string]any{
		"types": stringsOrNil(f.Types), "standing": stringsOrNil(f.Standing),
		"status": stringsOrNil(f.Status), "minConfidence": pointed(f.MinConfidence),
	}
}

func readClaim(m row) *ClaimRow {
	c := &ClaimRow{Fact: news.ID(text(m["fact"]))}
	c.Claim = news.Claim{
		ID: news.ID(text(m["id"])), Article: news.ID(text(m["article"])), Type: news.FactType(text(m["type"])),
		Status: news.Status(text(m["status"])), Actors: readActors(m), Date: readDateRange(m), Details: detailsOf(m),
		Confidence: fraction(m["confidence"]), Published: date(m["published"]), Origin: text(m["origin"]),
	}
	quotes := textList(m["quotes"])
	for i, span := range spansOf(m["starts"], m["ends"]) {
		e := news.Evidence{Span: span}
		if i < len(quotes) {
			e.Quote = quotes[i]
		}
		c.Evidence = append(c.Evidence, e)
	}
	sources := list(m["attributedTo"])
	slices.SortFunc(sources, func(a, b any) int {
		x := entry(a)
		y := entry(b)
		return cmp.Compare(number(x["depth"]), number(y["depth"]))
	})
	for _, v := range sources {
		t := entry(v)
		c.AttributedTo = append(c.AttributedTo, news.ID(text(t["entity"])))
	}
	return c
}
