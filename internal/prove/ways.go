package prove

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// ways are the ways in which the articles may come into an empty database.
// Each must lead to the same graph.
var ways = []struct {
	name string
	take func(context.Context, *world) error
}{
	{"a second time", func(ctx context.Context, w *world) error {
		return errors.Join(w.takeAll(ctx, w.articles), again(ctx, w))
	}},
	{"in reverse order", func(ctx context.Context, w *world) error {
		reversed := slices.Clone(w.articles)
		slices.Reverse(reversed)
		return w.takeAll(ctx, reversed)
	}},
	{"shuffled, in parts of all sizes", parts},
	{"one part through GraphQL", mutated},
	{"two processes at once", twice},
	{"more, and taken back", retracted},
	{"ingest killed, and again", killedIngest},
	{"Neo4j killed, and again", killedNeo4j},
}

// takeAll takes articles in, none of which may be refused.
func (w *world) takeAll(ctx context.Context, articles []Article) error {
	got, err := w.ingest(ctx, articles)
	if err != nil {
		return err
	}
	return got.all(articles)
}

func (w *world) shuffled() ([]Article, *rand.Rand) {
	r := rand.New(rand.NewPCG(w.Shuffle, 1))
	out := slices.Clone(w.articles)
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out, r
}

// again takes all in a further time, in which nothing may change.
func again(ctx context.Context, w *world) error {
	got, err := w.ingest(ctx, w.articles)
	if err == nil && got.unchanged != len(w.articles) {
		err = fmt.Errorf("of %d articles taken in again, %d are unchanged", len(w.articles), got.unchanged)
	}
	return err
}

// parts takes them in by several commands, from one article to many.
func parts(ctx context.Context, w *world) error {
	rest, r := w.shuffled()
	for i := 0; len(rest) > 0; i++ {
		n := min(1+r.IntN(1<<min(i, 7)), len(rest))
		if err := w.takeAll(ctx, rest[:n]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

// mutated hands some of the articles to the API: those whose identity and
// revision a mutation can give.
func mutated(ctx context.Context, w *world) error {
	all, _ := w.shuffled()
	seen := map[string]int{}
	for _, a := range all {
		seen[string(a.ID)]++
	}
	var plain, rest []Article
	for _, a := range all {
		if a.URL != "" && seen[string(a.ID)] == 1 && a.PublishedAt.IsZero() && a.Modified.IsZero() && a.SourceID == "" && len(plain) < 100 {
			plain = append(plain, a)
		} else {
			rest = append(rest, a)
		}
	}
	if err := w.takeAll(ctx, rest); err != nil {
		return err
	}
	if len(plain) == 0 {
		return nil
	}
	return w.mutate(ctx, plain)
}

// twice has two processes take in all articles at the same time, one from
// the end.
func twice(ctx context.Context, w *world) error {
	reversed := slices.Clone(w.articles)
	slices.Reverse(reversed)
	group, ctx := errgroup.WithContext(ctx)
	var paths []string
	for _, articles := range [][]Article{w.articles, reversed} {
		path, err := w.file(articles)
		if err != nil {
			return err
		}
		paths = append(paths, path)
	}
	for _, path := range paths {
		group.Go(func() error {
			out, err := w.run(ctx, "ingest", path)
			if err != nil {
				return err
			}
			got, err := readSummary(out)
			return errors.Join(err, got.all(w.articles))
		})
	}
	return group.Wait()
}

// retracted takes all articles in, some further texts under other ids
// among them, and takes those back.
func retracted(ctx context.Context, w *world) error {
	var more []Article
	for _, a := range w.articles[:min(20, len(w.articles)/2)] {
		copied, err := Read(strings.NewReader(fmt.Sprintf(`{"id": %q, "published": %q, "title": %q, "text": %q, "source": "Elsewhere"}`,
			"copy of "+string(a.ID), a.Published, "Copy", a.Text+"\nJoe Biden met Emmanuel Macron in Paris.")))
		if err != nil {
			return err
		}
		more = append(more, copied...)
	}
	if err := w.takeAll(ctx, slices.Concat(more, w.articles)); err != nil {
		return err
	}
	return w.retract(ctx, more)
}

// writing reports whether some transaction writes at this moment.
func (w *world) writing(ctx context.Context) (bool, error) {
	n, err := w.count(ctx, `SHOW TRANSACTIONS YIELD currentQuery
WHERE currentQuery CONTAINS 'MERGE (' OR currentQuery CONTAINS 'CREATE (' OR currentQuery CONTAINS 'SET f:'
RETURN count(*)`)
	return n > 0, err
}

// untilWriting feeds the articles to an ingest and waits until some are in
// the graph and a transaction is writing more, or the ingest has ended.
func (w *world) untilWriting(ctx context.Context, f *feeding) error {
	third := len(w.articles) / 3
	if err := write(f.in, w.articles[:third]); err != nil {
		return err
	}
	err := until(ctx, "some articles are in the graph", func() (bool, error) {
		n, err := w.count(ctx, "MATCH (a:Article) RETURN count(a)")
		return n > 0 || f.over(), err
	})
	if err != nil {
		return err
	}
	go func() { _ = errors.Join(write(f.in, w.articles[third:]), f.in.Close()) }() // fails when the ingest is killed
	return until(ctx, "a transaction writes", func() (bool, error) {
		yes, err := w.writing(ctx)
		return yes || f.over(), err
	})
}

// killedIngest kills an ingest while it writes, looks at what it has left,
// and takes all in again.
func killedIngest(ctx context.Context, w *world) error {
	for range tries {
		f, err := w.feed(ctx)
		if err != nil {
			return err
		}
		err = w.untilWriting(ctx, f)
		f.kill()
		if err != nil {
			return err
		}
		if err := w.rules(ctx); err != nil {
			return fmt.Errorf("after the kill: %w", err)
		}
		n, err := w.count(ctx, "MATCH (a:Article) RETURN count(a)")
		if err != nil {
			return err
		}
		if n < len(inForce(w.articles)) {
			return w.takeAll(ctx, w.articles)
		}
		// It was done by then.
		if err := w.empty(ctx); err != nil {
			return err
		}
	}
	return errors.New("the ingest was done each time before it was killed")
}

// tries is how often a kill may come too late.
const tries = 5

// killedNeo4j kills Neo4j while an ingest writes, and starts it again: the
// ingest goes on to its end, and another one finds nothing to do.
func killedNeo4j(ctx context.Context, w *world) error {
	f, err := w.feed(ctx)
	if err != nil {
		return err
	}
	defer f.kill()
	if err := w.untilWriting(ctx, f); err != nil {
		return err
	}
	server, err := os.FindProcess(w.pid)
	if err == nil {
		err = server.Kill()
	}
	if err != nil {
		return err
	}
	if err := w.start(ctx); err != nil {
		return err
	}
	if err := f.wait(); err != nil {
		return fmt.Errorf("while Neo4j was away: %w", err)
	}
	got, err := readSummary(f.out.Bytes())
	if err == nil {
		err = got.all(w.articles)
	}
	if err != nil {
		return err
	}
	return again(ctx, w)
}
