package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/fusion"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

// The size of a batch: what one transaction holds and one round of
// extraction works on.
const (
	batchArticles = 64
	batchBytes    = 1 << 20
	// batchWait is how long an article waits for others to fill its batch.
	batchWait = time.Second
)

// fuse is how claims become facts.
var fuse = graph.Fusion{Blocks: fusion.Blocks, Assign: fusion.Assign, Derive: fusion.Derive}

// Pipeline takes articles into a graph. It is safe for concurrent use; a
// Pipeline must not be copied.
type Pipeline struct {
	Store     *graph.Store
	Extractor Extractor
	// Workers is how many articles are extracted at once; 0 means one a processor.
	Workers int
	// Patience is how long a write is tried again while the database does not answer; 0 means three minutes.
	Patience time.Duration
	// writing is held by the one writer that feeds the graph: two would get in each other's way.
	writing sync.Mutex
}

// Summary counts what became of the articles.
type Summary struct {
	// Articles is how many were read, the refused ones included.
	Articles int
	// New, Changed and Unchanged articles are in the graph; an older revision
	// of one that is there counts as unchanged. Refused ones are not.
	New, Changed, Unchanged, Refused int
	Claims, Facts                    graph.Tally
	Warnings                         int
}

// Event tells an observer what became of one item.
type Event struct {
	Item *Item
	// Outcome is what the write did; zero when Err is set.
	Outcome graph.Outcome
	// Err is why the article was refused; nil when it is in the graph.
	Err error
	// So is the sum of all events so far, this one included, and Bytes the bytes of input they took.
	So    Summary
	Bytes int64
}

// entry is an item on its way through the pipeline.
type entry struct {
	item Item
	// known is true when the graph holds the article as it is.
	known bool
	found news.Extraction
	err   error
}

// Run takes all items into the graph, in batches: while one batch is
// written, the next is extracted. It tells observe, if not nil, of each item
// in order, once that is in the graph or refused. An article that is told as
// in the graph stays there, whatever happens; taking it in again changes
// nothing. Run fails only when ctx is done or the database stays away longer
// than Patience: the error says how far it came, and the same call goes on
// from there.
func (p *Pipeline) Run(ctx context.Context, items iter.Seq[Item], observe func(Event)) (Summary, error) {
	work, stop := context.WithCancel(ctx)
	defer stop()
	group, work := errgroup.WithContext(work)
	batches, ready := make(chan []entry), make(chan []entry, 1)
	group.Go(func() error {
		defer close(batches)
		return gather(work, items, batches)
	})
	group.Go(func() error {
		defer close(ready)
		for batch := range batches {
			if err := p.extract(work, batch); err != nil {
				return err
			}
			if err := send(work, ready, batch); err != nil {
				return err
			}
		}
		return nil
	})
	tally := counted{observe: observe}
	group.Go(func() error {
		for batch := range ready {
			if err := p.write(work, batch, tally.add); err != nil {
				return err
			}
		}
		return nil
	})
	err := group.Wait()
	if err == nil {
		return tally.sum, ctx.Err()
	}
	in := tally.sum.New + tally.sum.Changed + tally.sum.Unchanged
	switch {
	case ctx.Err() != nil:
		return tally.sum, fmt.Errorf("stopped after %d articles: %w", in, context.Cause(ctx))
	case news.CodeOf(err) == news.Unavailable:
		return tally.sum, &news.Error{Code: news.Unavailable, Err: err, Msg: fmt.Sprintf(
			"%v %d articles are in the graph; once the database answers, the same command goes on from there.", err, in)}
	}
	return tally.sum, err
}

// gather makes batches of the items. A batch is sent when it is full, and
// when no further item comes for a while.
func gather(ctx context.Context, items iter.Seq[Item], batches chan<- []entry) error {
	read := make(chan Item)
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer close(read)
		for it := range items {
			if send(ctx, read, it) != nil {
				return
			}
		}
	}()
	var batch []entry
	size := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		full := batch
		batch, size = nil, 0
		return send(ctx, batches, full)
	}
	wait := time.NewTimer(batchWait)
	defer wait.Stop()
	for {
		select {
		case <-ctx.Done():
			// A read from standard input may never return: it is left behind, and ends with the process.
			return ctx.Err()
		case <-wait.C:
			if err := flush(); err != nil {
				return err
			}
		case it, more := <-read:
			if !more {
				<-done
				return flush()
			}
			if len(batch) == 0 {
				wait.Reset(batchWait)
			}
			batch = append(batch, entry{item: it, err: it.Err})
			if size += len(it.Article.Text); len(batch) >= batchArticles || size >= batchBytes {
				if err := flush(); err != nil {
					return err
				}
			}
		}
	}
}

func send[T any](ctx context.Context, to chan<- T, v T) error {
	select {
	case to <- v:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// extract fills in what the articles say, except for those that the graph
// holds as they are. It fails when the database can't be asked.
func (p *Pipeline) extract(ctx context.Context, batch []entry) error {
	var ids []news.ID
	for i := range batch {
		if batch[i].err == nil {
			ids = append(ids, batch[i].item.Article.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	var known map[news.ID]graph.Known
	err := p.patiently(ctx, func(ctx context.Context) (err error) {
		known, err = p.Store.Known(ctx, ids)
		return err
	})
	if err != nil {
		return err
	}
	var group errgroup.Group
	workers := p.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	group.SetLimit(workers)
	for i := range batch {
		e := &batch[i]
		if e.err != nil {
			continue
		}
		k, ok := known[e.item.Article.ID]
		if e.known = ok && k.Covers(&e.item.Article, extract.Version); e.known {
			continue
		}
		group.Go(func() error {
			if ctx.Err() == nil {
				e.extract(ctx, p.Extractor)
			}
			return ctx.Err()
		})
	}
	return group.Wait()
}

// extract fills in what the article says.
func (e *entry) extract(ctx context.Context, x Extractor) {
	e.found, e.err = Extract(ctx, x, &e.item.Article)
	if e.item.Article.Language == "" {
		e.item.Article.Language = e.found.Language
	}
}

// counted sums up events and hands them on.
type counted struct {
	sum     Summary
	bytes   int64
	observe func(Event)
}

func (c *counted) add(e *entry, out graph.Outcome, err error) {
	c.sum.Articles++
	c.sum.Warnings += len(e.item.Warnings)
	c.bytes += e.item.Size
	switch {
	case err != nil:
		c.sum.Refused++
	case out.Result == graph.New:
		c.sum.New++
	case out.Result == graph.Changed:
		c.sum.Changed++
	default:
		c.sum.Unchanged++
	}
	c.sum.Claims.New += out.Claims.New
	c.sum.Claims.Changed += out.Claims.Changed
	c.sum.Facts.New += out.Facts.New
	c.sum.Facts.Changed += out.Facts.Changed
	if c.observe != nil {
		c.observe(Event{Item: &e.item, Outcome: out, Err: err, So: c.sum, Bytes: c.bytes})
	}
}

// Result is what became of one article.
type Result struct {
	Article news.ID
	Outcome graph.Outcome
	// Warnings are sentences on what was odd.
	Warnings []string
	// Err, if not nil, is why the article is not in the graph.
	Err error
}

// Articles takes a few articles into the graph at once and returns what
// became of each, in order. It fails as a whole only where Run does.
func (p *Pipeline) Articles(ctx context.Context, articles []news.Article) ([]Result, error) {
	var results []Result
	for start := 0; start < len(articles); start += batchArticles {
		batch := make([]entry, min(batchArticles, len(articles)-start))
		for i := range batch {
			it := &batch[i].item
			it.Article = articles[start+i]
			it.Warnings, it.Err = Prepare(&it.Article)
			batch[i].err = it.Err
		}
		if err := p.extract(ctx, batch); err != nil {
			return results, err
		}
		err := p.write(ctx, batch, func(e *entry, out graph.Outcome, err error) {
			results = append(results, Result{Article: e.item.Article.ID, Outcome: out, Warnings: e.item.Warnings, Err: err})
		})
		if err != nil {
			return results, err
		}
	}
	return results, nil
}

// Retract removes an article and all that only it says; NotFound when there
// is none with this id.
func (p *Pipeline) Retract(ctx context.Context, id news.ID) error {
	p.writing.Lock()
	defer p.writing.Unlock()
	return p.patiently(ctx, func(ctx context.Context) error { return p.Store.Retract(ctx, id, fuse) })
}

// isStop reports whether err only says that ctx is done.
func isStop(ctx context.Context, err error) bool {
	return ctx.Err() != nil && (errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded))
}
