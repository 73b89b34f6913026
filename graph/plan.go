package graph

import (
	"context"

	"github.com/newsgraph/newsgraph/news"
)

// plan says what a write has to do.
type plan struct {
	outcomes []Outcome
	// written are the entries to store, each with the index of its outcome.
	written []planned
	// touched are articles of which the source declares another time of change, and nothing else is new.
	touched []*Entry
	// changed are the articles among written of which the graph holds another reading.
	changed []news.ID
	// retracted are the articles to remove.
	retracted []news.ID
}

type planned struct {
	*Entry
	outcome *Outcome
	// claims are the entry's, once it is known to which facts they belong.
	claims []filed
}

// plan compares the batch with what the graph holds.
func (w *writer) plan(ctx context.Context, batch []Entry) (*plan, error) {
	ids := make([]news.ID, len(batch))
	revisions := make([]Known, len(batch))
	// best is the entry in force of each article.
	best := map[news.ID]int{}
	for i := range batch {
		a := &batch[i].Article
		ids[i], revisions[i] = a.ID, knownOf(a, batch[i].Extraction.Extractor)
		if j, ok := best[a.ID]; !ok || revisions[i].compare(revisions[j]) > 0 {
			best[a.ID] = i
		}
	}
	stored, err := w.known(ctx, ids)
	if err != nil {
		return nil, err
	}
	p := &plan{outcomes: make([]Outcome, len(batch))}
	for i := range batch {
		id := ids[i]
		out := &p.outcomes[i]
		out.Article = id
		have, ok := stored[id]
		b := best[id]
		switch inForce := revisions[b]; {
		case ok && have.compare(inForce) >= 0: // nothing in the batch is newer
			out.Result = Superseded
			if have.sameReading(revisions[i]) {
				out.Result = Unchanged
			}
		case i != b:
			out.Result = Superseded
			if inForce.sameReading(revisions[i]) {
				out.Result = Unchanged
			}
		case ok && have.sameReading(inForce):
			out.Result = Unchanged
			p.touched = append(p.touched, &batch[i])
		case ok:
			out.Result = Changed
			p.changed = append(p.changed, id)
			p.written = append(p.written, planned{Entry: &batch[i], outcome: out})
		default:
			out.Result = New
			p.written = append(p.written, planned{Entry: &batch[i], outcome: out})
		}
	}
	return p, nil
}
