package schema

import "sync"

// Group is what one statement loaded together. Whatever a field needs of one
// of its rows is loaded for all of them at once, the first time that any row
// asks. So the number of statements depends on the shape of a query and never
// on the number of rows, and no row waits for a timer to collect its siblings.
type Group[T any] struct {
	// Rows are all rows that were loaded together. They don't change after
	// the first Load.
	Rows []T

	mu    sync.Mutex
	loads map[string]*load
}

type load struct {
	once  sync.Once
	value any
	err   error
}

// Load returns what load gives for the whole group, calling it once for each
// key; further callers wait for the first one and share its result and error.
func Load[R, T any](g *Group[T], key string, fetch func(rows []T) (R, error)) (R, error) {
	g.mu.Lock()
	l := g.loads[key]
	if l == nil {
		if g.loads == nil {
			g.loads = map[string]*load{}
		}
		l = &load{}
		g.loads[key] = l
	}
	g.mu.Unlock()
	l.once.Do(func() {
		var v R
		v, l.err = fetch(g.Rows)
		l.value = v
	})
	v, _ := l.value.(R)
	return v, l.err
}
