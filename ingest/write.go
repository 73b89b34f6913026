package ingest

import (
	"context"
	"errors"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

const (
	// writeClaims is how many claims one transaction takes.
	writeClaims = 4000
	// defaultPatience is how long the database may be away before the work stops.
	defaultPatience = 3 * time.Minute
	// grace is how long a transaction under way may take to end once the work is stopped.
	grace = 10 * time.Second
	// firstPause and longestPause bound the time between two attempts.
	firstPause, longestPause = 200 * time.Millisecond, 10 * time.Second
)

// write stores a batch and tells what became of each entry, in order.
func (p *Pipeline) write(ctx context.Context, batch []entry, tell func(*entry, graph.Outcome, error)) error {
	p.writing.Lock()
	defer p.writing.Unlock()
	for len(batch) > 0 {
		part, claims := 0, 0
		for part < len(batch) && (part == 0 || claims+len(batch[part].found.Claims) <= writeClaims) {
			claims += len(batch[part].found.Claims)
			part++
		}
		if err := p.writePart(ctx, batch[:part], tell); err != nil {
			return err
		}
		batch = batch[part:]
	}
	return nil
}

// writePart stores the entries in one transaction. When that fails for a
// reason that lies in them, it halves them until the one at fault stands
// alone and is refused.
func (p *Pipeline) writePart(ctx context.Context, batch []entry, tell func(*entry, graph.Outcome, error)) error {
	var rows []graph.Entry
	for i := range batch {
		if e := &batch[i]; e.err == nil && !e.known {
			rows = append(rows, graph.Entry{Article: e.item.Article, Extraction: e.found})
		}
	}
	var outcomes []graph.Outcome
	if len(rows) > 0 {
		err := p.patiently(ctx, func(ctx context.Context) (err error) {
			outcomes, err = p.Store.Write(ctx, rows, fuse)
			return err
		})
		switch {
		case err == nil:
		case isStop(ctx, err) || news.CodeOf(err) == news.Unavailable:
			return err
		case len(batch) > 1:
			half := len(batch) / 2
			if err := p.writePart(ctx, batch[:half], tell); err != nil {
				return err
			}
			return p.writePart(ctx, batch[half:], tell)
		default:
			if news.CodeOf(err) == news.Internal {
				err = &news.Error{Code: news.Internal, Err: err, Msg: "The database could not store this article, the others are in: please report it with the article."}
			}
			tell(&batch[0], graph.Outcome{}, err)
			return nil
		}
	}
	for i := range batch {
		switch e := &batch[i]; {
		case e.err != nil:
			tell(e, graph.Outcome{}, e.err)
		case e.known:
			tell(e, graph.Outcome{Article: e.item.Article.ID, Result: graph.Unchanged}, nil)
		default:
			tell(e, outcomes[0], nil)
			outcomes = outcomes[1:]
		}
	}
	return nil
}

// patiently does work again while the database does not answer, with longer
// and longer pauses, until it has not answered for as long as Patience. Once
// ctx is done it lets the attempt under way end within the grace.
func (p *Pipeline) patiently(ctx context.Context, work func(context.Context) error) error {
	patience := p.Patience
	if patience <= 0 {
		patience = defaultPatience
	}
	var since time.Time
	for pause := firstPause; ; pause = min(2*pause, longestPause) {
		if err := ctx.Err(); err != nil {
			return err
		}
		began := time.Now()
		err := attempt(ctx, patience, work)
		if err == nil || (news.CodeOf(err) != news.Unavailable && !errors.Is(err, errAway)) {
			return err
		}
		if since.IsZero() {
			since = began
		}
		if time.Since(since)+pause >= patience {
			return err
		}
		timer := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
	}
}

// errAway is the cause of an attempt that found no database in time.
var errAway = &news.Error{Code: news.Unavailable, Msg: "The Neo4j database does not answer."}

// attempt does work in a context that outlives ctx by the grace and ends
// after the patience.
func attempt(ctx context.Context, patience time.Duration, work func(context.Context) error) error {
	inner, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	defer cancel(nil)
	late := time.AfterFunc(patience, func() { cancel(errAway) })
	defer late.Stop()
	stopped := context.AfterFunc(ctx, func() {
		timer := time.AfterFunc(grace, func() { cancel(context.Cause(ctx)) })
		context.AfterFunc(inner, func() { timer.Stop() })
	})
	defer stopped()
	err := work(inner)
	if cause := context.Cause(inner); err != nil && cause != nil {
		return cause
	}
	return err
}
