package fusion

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// Attacks: attackers, targets, place and day. Wars bring several a day, so a
// claim looks for its core within a week.

// attackBlock names the block of an attack by what it is looked for with:
// attackers and targets, one of them, or a place.
func attackBlock(attackers, targets []string, place, bucket string) string {
	return blockOf(news.Attack, "by", set(attackers), "on", set(targets), "at", place, bucket)
}

func fileAttack(c *news.Claim) filing {
	by, on, at := ids(c, news.Attacker), ids(c, news.Target), ids(c, news.Venue)
	if len(by)+len(on)+len(at) == 0 {
		return alone(c)
	}
	key := keyOf(c.Type, set(by), set(on), set(at), when(c))
	if completeAttack(c) {
		d := c.Date.From
		var blocks []string
		for _, day := range []news.Date{d.AddDays(-weekReach), d, d.AddDays(weekReach)} {
			blocks = append(blocks,
				attackBlock(by, on, "", week(day)), attackBlock(by, nil, "", week(day)), attackBlock(nil, on, "", week(day)))
			for _, place := range covered(at) {
				blocks = append(blocks, attackBlock(nil, nil, place, week(day)))
			}
		}
		return filing{key: key, home: attackBlock(by, on, "", week(d)), blocks: found(blocks)}
	}
	bucket := ""
	switch from, to := c.Date.From, c.Date.To; {
	case c.Date.IsZero() && !c.Published.IsZero():
		bucket = week(c.Published)
	case !from.IsZero() && !to.IsZero() && week(from) == week(to):
		bucket = week(from)
	default:
		return vague(c.Type, set(by), set(on), set(at), when(c))
	}
	place := ""
	if len(by)+len(on) == 0 {
		place = at[0]
	}
	return filing{key: key, home: attackBlock(by, on, place, bucket)}
}

func completeAttack(c *news.Claim) bool {
	return c.Date.IsDay() && len(ids(c, news.Attacker)) > 0 && len(ids(c, news.Target)) > 0 && len(ids(c, news.Venue)) > 0
}

func attackFits(v, x *news.Claim) bool {
	return same(v, x, news.Attacker) && same(v, x, news.Target) &&
		within(ids(v, news.Venue), covered(ids(x, news.Venue))) &&
		sameTime(v, x.Date.From, weekReach) &&
		(v.Kind == "" || x.Kind == "" || v.Kind == x.Kind || completeAttack(v))
}

// same reports whether v names nobody in the role, or just those whom x names.
func same(v, x *news.Claim, r news.Role) bool {
	some := ids(v, r)
	return len(some) == 0 || slices.Equal(some, ids(x, r))
}
