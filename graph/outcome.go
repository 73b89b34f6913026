package graph

import (
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// tally fills in what the written articles added and changed.
func tally(old []content, written []planned, facts map[news.ID]*touchedFact) {
	had := map[news.ID]bool{}
	for _, c := range old {
		for _, claim := range c.claims {
			had[claim.id] = true
		}
	}
	// first is the article, in the order of the batch, that tells of a new fact first.
	first := map[news.ID]news.ID{}
	for _, p := range written {
		out := p.outcome
		told := map[news.ID]bool{}
		for _, c := range p.claims {
			if had[c.ID] {
				out.Claims.Changed++
			} else {
				out.Claims.New++
			}
			told[c.fact] = true
		}
		for _, id := range slices.Sorted(maps.Keys(told)) {
			switch {
			case facts[id].before > 0:
				out.Facts.Changed++
			case first[id] == "":
				first[id] = p.Article.ID
				out.Facts.New++
			}
		}
	}
}
