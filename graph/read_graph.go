package graph

import (
	"context"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// Kind says what an id names.
type Kind string

// What an id may name.
const (
	KindArticle Kind = "article"
	KindEntity  Kind = "entity"
	KindClaim   Kind = "claim"
	KindFact    Kind = "fact"
)

// Kinds returns what each id names; ids that name nothing are left out.
func (s *Store) Kinds(ctx context.Context, ids []news.ID) (map[news.ID]Kind, error) {
	rows, err := s.query(ctx, "node_kinds", map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID]Kind, len(rows))
	for _, r := range rows {
		out[news.ID(text(r["id"]))] = Kind(text(r["kind"]))
	}
	return out, nil
}

// Stats is how much the graph holds.
type Stats struct {
	Articles, Entities, Claims int
	Facts                      []FactCount
}

// FactCount is how many facts there are of one type and standing.
type FactCount struct {
	Type     news.FactType
	Standing news.Standing
	Count    int
}

// Stats counts what the graph holds.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	rows, err := s.query(ctx, "graph_count", nil)
	if err != nil || len(rows) == 0 {
		return Stats{}, err
	}
	r := rows[0]
	st := Stats{Articles: number(r["articles"]), Entities: number(r["entities"]), Claims: number(r["claims"])}
	for _, v := range list(r["facts"]) {
		m := entry(v)
		st.Facts = append(st.Facts, FactCount{news.FactType(text(m["type"])), news.Standing(text(m["standing"])), number(m["count"])})
	}
	return st, nil
}

// Hit is something that a search found.
type Hit struct {
	ID    news.ID
	Kind  Kind
	Score float64
}

// MaxHits is how many things of each kind a search finds at most.
const MaxHits = 1000

// Search returns entities, facts and articles (those of the kinds asked for)
// in whose names or texts all these words stand, the last one perhaps
// unfinished, best first, after the hit with this mark (its key is the score).
func (s *Store) Search(ctx context.Context, words string, kinds []Kind, after *Mark, limit int) ([]Hit, error) {
	q := lucene(words)
	if q == "" {
		return nil, news.Errorf(news.BadInput, "The search has no word: ask for at least one letter or digit.")
	}
	params := map[string]any{"text": q, "kinds": stringsOf(kinds), "after": nil, "limit": int64(limit)}
	if after != nil {
		params["after"] = map[string]any{"score": after.Key, "id": string(after.ID)}
	}
	rows, err := s.query(ctx, "search_list", params)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(rows))
	for i, r := range rows {
		hits[i] = Hit{news.ID(text(r["id"])), Kind(text(r["kind"])), fraction(r["score"])}
	}
	return hits, nil
}

// SearchCount counts what a search finds, up to MaxHits of each kind.
func (s *Store) SearchCount(ctx context.Context, words string, kinds []Kind) (int, error) {
	rows, err := s.query(ctx, "search_total", map[string]any{"text": lucene(words), "kinds": stringsOf(kinds)})
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return number(rows[0]["count"]), nil
}

// PathFilter says through which facts a path may go; nil lists allow all.
type PathFilter struct {
	Types    []news.FactType
	Standing []news.Standing
	// MaxFacts is the greatest number of facts, 1 to 6.
	MaxFacts int
}

// Path returns the ids along a shortest way between two entities: entity,
// fact, entity, fact ... entity. It returns nil when there is none.
func (s *Store) Path(ctx context.Context, from, to news.ID, f PathFilter) ([]news.ID, error) {
	rows, err := s.query(ctx, "path_find", map[string]any{
		"start": string(from), "finish": string(to), "max": int64(f.MaxFacts),
		"types": stringsOrNil(f.Types), "standing": stringsOrNil(f.Standing),
	})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return typed[news.ID](rows[0]["ids"]), nil
}

// Change is a claim that came in, with the fact that it supports.
type Change struct {
	// Recorded and Claim are the change's place in time.
	Recorded time.Time
	Claim    news.ID
	Fact     news.ID
}

// Now returns the present as the database's clock has it, which is the clock
// of what is recorded.
func (s *Store) Now(ctx context.Context) (time.Time, error) {
	rows, err := s.query(ctx, "clock_read", nil)
	if err != nil || len(rows) == 0 {
		return time.Time{}, err
	}
	return moment(rows[0]["now"]), nil
}

// Changes returns at most limit claims recorded after the given moment (and,
// within it, after the given claim id), oldest first.
func (s *Store) Changes(ctx context.Context, since time.Time, claim news.ID, limit int) ([]Change, error) {
	rows, err := s.query(ctx, "fact_news", map[string]any{"since": value(since), "id": string(claim), "limit": int64(limit)})
	if err != nil {
		return nil, err
	}
	out := make([]Change, len(rows))
	for i, r := range rows {
		out[i] = Change{moment(r["recorded"]), news.ID(text(r["claim"])), news.ID(text(r["fact"]))}
	}
	return out, nil
}
