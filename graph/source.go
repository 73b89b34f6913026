package graph

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// sourceID returns the id of the outlet with this name; nil when there is none.
func sourceID(name string) any {
	if name == "" {
		return nil
	}
	return string(news.NewID("source", news.Fold(name)))
}

// sources counts the articles of each outlet, whose name is the spelling
// that most of them use.
func (w *writer) sources(ctx context.Context, old []content, written []planned) error {
	type change struct {
		name string
		n    int
	}
	changes := map[news.ID][]change{}
	count := func(name string, n int) {
		if id, ok := sourceID(name).(string); ok {
			changes[news.ID(id)] = append(changes[news.ID(id)], change{name, n})
		}
	}
	for _, c := range old {
		count(c.source, -1)
	}
	for _, p := range written {
		count(p.Article.Source, 1)
	}
	ids := make([]news.ID, 0, len(changes))
	for id := range changes {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	stored, err := w.forms(ctx, "source_forms", ids)
	if err != nil {
		return err
	}
	var rows []row
	for _, id := range ids {
		f, known := stored[id]
		if !known {
			f = &forms{forms: map[string]int{}}
		}
		for _, c := range changes[id] {
			f.add(c.name, nil, c.n)
		}
		if f.articles <= 0 {
			w.closed = append(w.closed, id)
			continue
		}
		r := f.row(id)
		r["name"] = f.best()
		rows = append(rows, r)
	}
	_, err = each(ctx, w, "source_write", rows)
	return err
}
