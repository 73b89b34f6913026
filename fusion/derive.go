package fusion

import (
	"cmp"
	"math"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// certainty is the greatest confidence that a fact can have: every extractor errs.
const certainty = 0.99

// Derive returns the fact that the claims assigned to key make. There must
// be at least one; their order and repetition do not matter.
//
// Roles, date and details come from the claims with the fact's standing. A
// role or a detail of the key that those leave out comes from the others,
// which speak of the same thing. For what takes place on one day the others
// also narrow the date.
func Derive(key string, claims []news.Claim) news.Fact {
	claims = distinct(claims)
	v := judge(claims)
	f := news.Fact{
		ID: news.NewID("fact", key), Key: key, Type: claims[0].Type,
		Status: v.status, Standing: v.standing, Contested: v.contested,
		FirstReported: earliest(claims), LastReported: latest(claims),
	}
	var with, others []news.Claim
	articles, origins := map[news.ID]bool{}, map[string]bool{}
	for _, c := range claims {
		f.Claims = append(f.Claims, c.ID)
		articles[c.Article], origins[origin(&c)] = true, true
		if c.Standing() == v.standing {
			with = append(with, c)
		} else {
			others = append(others, c)
		}
	}
	if len(with) == 0 {
		with, others = others, nil
	}
	f.Articles, f.Origins = len(articles), len(origins)
	f.Confidence = combined(with)
	f.Actors = actors(f.Type, with, others)
	f.Date = date(f.Type, f.Status, with, others)
	f.Details = details(f.Type, with, others)
	if f.Type == news.Sanction {
		f.InForce = inForce(claims, v)
	}
	return f
}

// origin returns the text that a claim goes back to.
func origin(c *news.Claim) string {
	if c.Origin != "" {
		return c.Origin
	}
	return string(c.Article)
}

// combined returns the probability that one of the independent origins is
// right, taking the best claim of each (noisy or). It multiplies in sorted
// order, since floating point does not forget the order.
func combined(claims []news.Claim) float64 {
	best := map[string]float64{}
	for _, c := range claims {
		p := min(max(c.Confidence, 0), 1)
		if math.IsNaN(p) {
			p = 0
		}
		best[origin(&c)] = max(best[origin(&c)], p)
	}
	wrong := make([]float64, 0, len(best))
	for _, p := range best {
		wrong = append(wrong, 1-p)
	}
	slices.Sort(wrong)
	all := 1.0
	for _, w := range wrong {
		all *= w
	}
	return min(1-all, certainty)
}

// actors returns everybody whom the claims name, role by role. One entity in
// one role stands once, acting for whom most claims say, ties by id.
func actors(t news.FactType, with, others []news.Claim) []news.Actor {
	var out []news.Actor
	for _, role := range news.Roles[t] {
		list := inRole(with, role)
		if len(list) == 0 && keyed(t, role) {
			list = inRole(others, role)
		}
		out = append(out, list...)
	}
	return news.SortActors(out)
}

// keyed reports whether facts of the type are told apart by who has the role.
func keyed(t news.FactType, r news.Role) bool {
	switch t {
	case news.Statement:
		return r == news.Speaker
	case news.Attack:
		return true
	}
	return r != news.Venue
}

func inRole(claims []news.Claim, role news.Role) []news.Actor {
	votes := map[news.ID]map[news.ID]int{}
	for _, c := range claims {
		for _, a := range c.Actors {
			if a.Role != role {
				continue
			}
			if votes[a.Entity] == nil {
				votes[a.Entity] = map[news.ID]int{}
			}
			if a.For != "" {
				votes[a.Entity][a.For]++
			}
		}
	}
	var out []news.Actor
	for entity, forWhom := range votes {
		a := news.Actor{Role: role, Entity: entity}
		for id, n := range forWhom {
			if m := forWhom[a.For]; n > m || n == m && id < a.For {
				a.For = id
			}
		}
		out = append(out, a)
	}
	return out
}

// date intersects the dates of the claims, in a fixed order: first those
// with the fact's status, then the narrower, then the earlier published. A
// date that excludes what stands by then is left out.
func date(t news.FactType, s news.Status, with, others []news.Claim) news.DateRange {
	order := func(claims []news.Claim) []news.Claim {
		claims = slices.Clone(claims)
		slices.SortFunc(claims, func(a, b news.Claim) int {
			return cmp.Or(
				first(a.Status == s, b.Status == s),
				cmp.Compare(width(a.Date), width(b.Date)),
				a.Published.Compare(b.Published),
				a.Date.From.Compare(b.Date.From), a.Date.To.Compare(b.Date.To),
				cmp.Compare(a.ID, b.ID))
		})
		return claims
	}
	all := order(with)
	switch t {
	case news.Meeting, news.Attack, news.Event, news.Agreement:
		all = append(all, order(others)...)
	}
	var out news.DateRange
	for _, c := range all {
		if both, ok := out.Intersect(c.Date); ok {
			out = both
		}
	}
	return out
}

// width returns the number of days in r; open and unknown ranges come last.
func width(r news.DateRange) int {
	if r.From.IsZero() || r.To.IsZero() {
		if r.IsZero() {
			return math.MaxInt
		}
		return math.MaxInt - 1
	}
	return r.From.Days(r.To)
}

func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
