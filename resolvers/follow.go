package resolvers

import (
	"context"
	"time"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

const (
	// overlap is how far each look for new claims reaches back: a transaction
	// that began earlier may end later, so the newest record seen is no bound
	// for what is still to come.
	overlap = 10 * time.Second
	// lookSize is how many claims one look takes at most.
	lookSize = 500
)

// follow answers the subscription facts: it looks for claims that were
// recorded after the cursor, and sends the facts that they support. Polling
// works whoever writes the graph, also another process; the state is the
// cursor alone, so a client may go on with any server.
func (r *Resolver) follow(ctx context.Context, filter *schema.FactFilter, after *string) (<-chan *schema.FactUpdate, error) {
	wanted, err := factFilter(filter)
	if err != nil {
		return nil, err
	}
	f := &follower{r: r, filter: wanted, seen: map[news.ID]time.Time{}}
	if err := f.start(ctx, after); err != nil {
		return nil, err
	}
	updates := make(chan *schema.FactUpdate)
	go func() {
		defer close(updates)
		f.run(ctx, updates)
	}()
	return updates, nil
}

// follower is one subscription under way.
type follower struct {
	r      *Resolver
	filter graph.FactFilter
	// at is the record up to which everything was sent.
	at time.Time
	// seen has the claims within the overlap that were sent.
	seen map[news.ID]time.Time
}

// start sets the place to go on from: the cursor, else the present.
func (f *follower) start(ctx context.Context, after *string) error {
	if after != nil {
		mark, err := decodeCursor("updates", *after)
		if err != nil {
			return err
		}
		at, ok := mark.Key.(time.Time)
		if !ok {
			return news.Errorf(news.BadInput, "The cursor is none of this subscription: use a cursor that an update had.")
		}
		f.at, f.seen[mark.ID] = at, at
		return nil
	}
	now, err := f.r.store.Now(ctx)
	if err != nil {
		return err
	}
	// What was recorded until now counts as sent. What a transaction under
	// way recorded before now comes to light with a later look, and is sent.
	f.at = now
	for {
		changes, more, err := f.look(ctx)
		if err != nil {
			return err
		}
		for _, c := range changes {
			if c.Recorded.After(now) {
				delete(f.seen, c.Claim)
				more = false
			}
		}
		if !more {
			f.at = now
			return nil
		}
	}
}

// run sends updates until ctx ends.
func (f *follower) run(ctx context.Context, updates chan<- *schema.FactUpdate) {
	tick := time.NewTicker(f.r.poll)
	defer tick.Stop()
	for {
		more, err := f.send(ctx, updates)
		if err != nil && ctx.Err() == nil {
			logger(ctx).WarnContext(ctx, "subscription: look for new claims", "error", err)
		}
		if more {
			continue
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// send looks once and sends what it finds; more says that there may be more at once.
func (f *follower) send(ctx context.Context, updates chan<- *schema.FactUpdate) (more bool, err error) {
	changes, more, err := f.look(ctx)
	if err != nil || len(changes) == 0 {
		return more, err
	}
	// A fact is sent once for all its claims of one look, at its last one.
	last := map[news.ID]graph.Change{}
	for _, c := range changes {
		last[c.Fact] = c
	}
	matching := f.filter
	matching.IDs = ids(changes, func(c graph.Change) []news.ID { return []news.ID{c.Fact} })
	l, err := f.r.store.Facts(ctx, matching, graph.ByDate, true, graph.Page{Limit: len(matching.IDs)})
	if err != nil {
		for _, c := range changes {
			delete(f.seen, c.Claim) // they come again with the next look
		}
		return false, err
	}
	byID := map[news.ID]*schema.FactData{}
	for _, fact := range facts(l.Rows) {
		byID[fact.ID] = fact
	}
	for _, c := range changes {
		fact, ok := byID[c.Fact]
		if !ok || last[c.Fact].Claim != c.Claim {
			continue
		}
		u := &schema.FactUpdate{Fact: fact.Typed(), Cursor: encodeCursor("updates", graph.Mark{Key: c.Recorded, ID: c.Claim})}
		select {
		case updates <- u:
		case <-ctx.Done():
			return false, ctx.Err()
		}
	}
	return more, nil
}

// look returns the changes since the last look, oldest first.
func (f *follower) look(ctx context.Context) (changes []graph.Change, more bool, err error) {
	since := f.at.Add(-overlap)
	var id news.ID
	for {
		page, err := f.r.store.Changes(ctx, since, id, lookSize)
		if err != nil {
			return nil, false, err
		}
		for _, c := range page {
			since, id = c.Recorded, c.Claim
			if _, ok := f.seen[c.Claim]; !ok {
				f.seen[c.Claim] = c.Recorded
				changes = append(changes, c)
			}
		}
		// A page of claims that were all sent before says nothing about what follows.
		if len(page) < lookSize || len(changes) > 0 {
			more = len(page) == lookSize
			break
		}
	}
	if since.After(f.at) {
		f.at = since
	}
	for claim, recorded := range f.seen {
		if recorded.Before(f.at.Add(-overlap)) {
			delete(f.seen, claim)
		}
	}
	return changes, more, nil
}
