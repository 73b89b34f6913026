package neo4jd

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// watch starts the process again whenever it dies without having been
// stopped by somebody, until stop is called. Every user watches; the home's
// lock lets one of them start it.
func (h home) watch(ctx context.Context, cfg Config, st state) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			if h.owns(st.PID) || h.has("stopped") {
				continue
			}
			next, err := h.restart(ctx, cfg)
			switch {
			case ctx.Err() != nil:
				return
			case err != nil:
				slog.ErrorContext(ctx, "Neo4j died and does not start again", "error", err)
			case next.Bolt != st.Bolt:
				slog.ErrorContext(ctx, "Neo4j died, and another program has its port now", "was", st.Bolt, "is", next.Bolt)
				return
			default:
				slog.WarnContext(ctx, "Neo4j died and was started again", "process", next.PID)
				st = next
			}
		}
	})
	return func() {
		cancel()
		done.Wait()
	}
}

// restart is ensure for a user who does not hold the lock.
func (h home) restart(ctx context.Context, cfg Config) (state, error) {
	unlock, err := h.enter(ctx)
	if err != nil {
		return state{}, err
	}
	defer unlock()
	if h.has("stopped") {
		st, _ := h.readState()
		return st, nil
	}
	return h.ensure(ctx, cfg)
}
