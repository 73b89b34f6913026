package fusion

import (
	"cmp"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// rule returns the claims as the rulings leave them: without the retracted
// ones (by claim or article), and with merged entities under one id, the
// smallest of those merged. The other rulings concern names and identities
// that are settled before claims are made. The claims given are not changed.
func rule(claims []news.Claim, rulings []news.Ruling) []news.Claim {
	retracted := map[news.ID]bool{}
	merged := map[news.ID]news.ID{}
	find := func(id news.ID) news.ID {
		for merged[id] != "" {
			id = merged[id]
		}
		return id
	}
	for _, r := range rulings {
		for _, id := range r.Subjects {
			switch r.Kind {
			case "retract":
				retracted[id] = true
			case "merge":
				a, b := find(r.Subjects[0]), find(id)
				if a != b {
					merged[max(a, b)] = min(a, b)
				}
			}
		}
	}
	if len(retracted) == 0 && len(merged) == 0 {
		return claims
	}
	out := make([]news.Claim, 0, len(claims))
	for _, c := range claims {
		if retracted[c.ID] || retracted[c.Article] {
			continue
		}
		c.Actors = slices.Clone(c.Actors)
		for i, a := range c.Actors {
			c.Actors[i] = news.Actor{Role: a.Role, Entity: find(a.Entity), For: find(a.For)}
		}
		slices.SortFunc(c.Actors, compareActors)
		c.Actors = slices.Compact(c.Actors)
		out = append(out, c)
	}
	return out
}

func compareActors(a, b news.Actor) int {
	return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.For, b.For))
}
