package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/news"
)

// Entry is an article with what the extractor found in it.
type Entry struct {
	Article    news.Article
	Extraction news.Extraction
}

// Result says what a write did with an article.
type Result string

// The results of writing an article.
const (
	// New: the graph did not hold the article.
	New Result = "new"
	// Changed: another revision, or the reading of an older extractor, made way for it.
	Changed Result = "changed"
	// Unchanged: the graph held this revision as this extractor reads it.
	Unchanged Result = "unchanged"
	// Superseded: the graph holds a revision that is in force beside it.
	Superseded Result = "superseded"
)

// Tally counts what an article added to the graph and what it changed there.
type Tally struct{ New, Changed int }

// Outcome says what became of one entry. A fact counts as new for the first
// article of a batch that tells of it.
type Outcome struct {
	Article news.ID
	Result  Result
	Claims  Tally
	Facts   Tally
}

// Write stores the articles of the batch with their claims and derives the
// facts that they speak of, all in one transaction: readers see all of it or
// nothing, and an error leaves the graph as it was. The outcomes are in the
// order of the batch. The same articles give the same graph in any order, in
// any batches, however often, also from several processes, of which one
// writes at a time. Twenty to a hundred articles make a good batch.
func (s *Store) Write(ctx context.Context, batch []Entry, fusion Fusion) ([]Outcome, error) {
	if len(batch) == 0 {
		return nil, nil
	}
	for i := range batch {
		if err := batch[i].check(); err != nil {
			return nil, err
		}
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)
	outcomes, err := neo4j.ExecuteWrite(ctx, session, func(tx neo4j.ManagedTransaction) ([]Outcome, error) {
		w := &writer{tx: tx, fusion: fusion}
		return w.write(ctx, batch)
	})
	return outcomes, s.explain("write articles", err)
}

// Retract removes an article and all that only it says. It returns a
// NotFound error when the graph does not hold the article.
func (s *Store) Retract(ctx context.Context, id news.ID, fusion Fusion) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closeSession(ctx, session)
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		w := &writer{tx: tx, fusion: fusion}
		return nil, w.retract(ctx, id)
	})
	return s.explain("retract article "+string(id), err)
}

// check refuses what the graph could not hold: an entry whose parts do not
// belong together is a mistake of the program that made it.
func (e *Entry) check() error {
	id := e.Article.ID
	if id == "" {
		return fmt.Errorf("article %q has no id", e.Article.URL)
	}
	known := map[news.ID]bool{}
	for _, m := range e.Extraction.Entities {
		known[m.ID] = true
	}
	for i := range e.Extraction.Claims {
		c := &e.Extraction.Claims[i]
		if c.Article != id {
			return fmt.Errorf("article %s: claim %s is of article %q", id, c.ID, c.Article)
		}
		if len(c.Evidence) == 0 {
			return fmt.Errorf("article %s: claim %s has no evidence", id, c.ID)
		}
		if c.Standing() == "" {
			return fmt.Errorf("article %s: claim %s: a %s is never %q", id, c.ID, c.Type, c.Status)
		}
		for _, named := range namedBy(c) {
			if !known[named] {
				return fmt.Errorf("article %s: claim %s names entity %s, which is not among the article's", id, c.ID, named)
			}
		}
	}
	return nil
}

// namedBy returns the ids of all entities that c names.
func namedBy(c *news.Claim) []news.ID {
	ids := slices.Clone(c.AttributedTo)
	for _, a := range c.Actors {
		ids = append(ids, a.Entity)
		if a.For != "" {
			ids = append(ids, a.For)
		}
	}
	return ids
}

// claims returns the claims of e sorted by id, each id once, with the
// article's origin and, where the text states no day, its publication.
func (e *Entry) claims() []news.Claim {
	claims := slices.Clone(e.Extraction.Claims)
	origin := e.origin()
	for i := range claims {
		if claims[i].Published.IsZero() {
			claims[i].Published = e.Article.Published
		}
		claims[i].Origin = origin
	}
	content := func(c *news.Claim) string {
		b, _ := json.Marshal(c) // of claims that are no JSON any one will do
		return string(b)
	}
	slices.SortFunc(claims, func(a, b news.Claim) int {
		if c := cmp.Compare(a.ID, b.ID); c != 0 {
			return c
		}
		return cmp.Compare(content(&a), content(&b))
	})
	return slices.CompactFunc(claims, func(a, b news.Claim) bool { return a.ID == b.ID })
}

// origin returns the text that the article goes back to; its own id when the
// extractor names none.
func (e *Entry) origin() string {
	for i := range e.Extraction.Claims {
		if o := e.Extraction.Claims[i].Origin; o != "" {
			return o
		}
	}
	return string(e.Article.ID)
}

// writer is one attempt at a write. All it does is in one transaction.
type writer struct {
	tx     neo4j.ManagedTransaction
	fusion Fusion
	// forgotten are entities, closed sources, that no article names any more.
	forgotten, closed []news.ID
	// left are blocks that claims have left.
	left []string
}

// do runs a statement of cypher/ in the writer's transaction.
func (w *writer) do(ctx context.Context, name string, params map[string]any) ([]row, error) {
	rows, err := rowsOf(ctx, w.tx, name, params)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// each runs a statement for the rows, in parts that the server can plan for
// and hold at once, and returns all answers in order. It does nothing when
// there are no rows.
func each[T any](ctx context.Context, w *writer, name string, rows []T) ([]row, error) {
	var out []row
	for part := range slices.Chunk(rows, chunk) {
		answer, err := w.do(ctx, name, map[string]any{"rows": part})
		if err != nil {
			return nil, err
		}
		out = append(out, answer...)
	}
	return out, nil
}

// parts runs a statement for rows that are large, a few at a time, each time
// with the other parameters too.
func (w *writer) parts(ctx context.Context, name string, rows []row, params row) error {
	for part := range slices.Chunk(rows, largeChunk) {
		params["rows"] = part
		if _, err := w.do(ctx, name, params); err != nil {
			return err
		}
	}
	return nil
}

// chunk is the number of rows that one statement takes, largeChunk that of
// rows which are whole articles.
const (
	chunk      = 5000
	largeChunk = 50
)

// write stores the batch.
func (w *writer) write(ctx context.Context, batch []Entry) ([]Outcome, error) {
	if _, err := w.do(ctx, "write_lock", nil); err != nil {
		return nil, err
	}
	p, err := w.plan(ctx, batch)
	if err != nil {
		return nil, err
	}
	if err := w.apply(ctx, p); err != nil {
		return nil, err
	}
	return p.outcomes, nil
}

// retract removes one article.
func (w *writer) retract(ctx context.Context, id news.ID) error {
	if _, err := w.do(ctx, "write_lock", nil); err != nil {
		return err
	}
	stored, err := w.known(ctx, []news.ID{id})
	if err != nil {
		return err
	}
	if _, ok := stored[id]; !ok {
		return news.Errorf(news.NotFound, "There is no article %s.", id)
	}
	return w.apply(ctx, &plan{retracted: []news.ID{id}})
}

// known returns what the graph holds of the articles, within the transaction.
func (w *writer) known(ctx context.Context, ids []news.ID) (map[news.ID]Known, error) {
	rows, err := w.do(ctx, "article_known", map[string]any{"ids": texts(ids)})
	return knownRows(rows), err
}
