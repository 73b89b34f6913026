package fusion

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// cover is how many of a complete claim's participants, the smallest ids,
// others can find it by. It bounds the blocks of a claim with a long list of
// participants; a claim about any others of them stands by itself.
const cover = 8

// keyLimit is the greatest length in bytes of a key in plain words; a longer
// one keeps its type and the hash of the whole (Neo4j refuses to index more
// than 8 kB).
const keyLimit = 240

// keyOf returns the key that the parts make. Ids and folded words hold no bar.
func keyOf(t news.FactType, parts ...string) string {
	key := string(t) + "|" + strings.Join(parts, "|")
	if len(key) > keyLimit {
		return string(t) + "|#" + string(news.NewID("key", key))
	}
	return key
}

// blockOf returns the name of the block that the parts make.
func blockOf(t news.FactType, parts ...string) string {
	return string(t[:2]) + ":" + string(news.NewID("block", append([]string{string(t)}, parts...)...))
}

// alone files a claim that names too little to be told from others: it
// shares a fact with nothing.
func alone(c *news.Claim) filing { return vague(c.Type, "claim "+string(c.ID)) }

// vague files a claim that looks for no core: claims of the same key share a fact.
func vague(t news.FactType, parts ...string) filing {
	key := keyOf(t, parts...)
	return filing{key: key, home: blockOf(t, "key", key)}
}

// repeated files a claim of several happenings, which is a fact of its own.
func repeated(c *news.Claim) filing {
	people := ids(c, news.Participant)
	if len(people) == 0 {
		return alone(c)
	}
	return vague(c.Type, strconv.Itoa(c.Count)+" times", news.Fold(c.Kind), set(people), when(c))
}

// found returns the blocks, sorted, each once.
func found(blocks []string) []string {
	slices.Sort(blocks)
	return slices.Compact(blocks)
}

// ids returns the entities in a role, sorted, each once.
func ids(c *news.Claim, r news.Role) []string {
	var out []string
	for _, a := range c.Actors {
		if a.Role == r {
			out = append(out, string(a.Entity))
		}
	}
	return found(out)
}

func set(ids []string) string { return strings.Join(ids, ",") }

// within reports whether the sorted list some holds only members of all.
func within(some, all []string) bool {
	for _, s := range some {
		if _, ok := slices.BinarySearch(all, s); !ok {
			return false
		}
	}
	return true
}

// covered returns the members of a complete claim's list by which others find it.
func covered(list []string) []string { return list[:min(len(list), cover)] }

// when returns the part of a vague key that says when: the interval of the
// claim, else the month of its publication, else its article.
func when(c *news.Claim) string {
	switch {
	case c.Date.IsDay():
		return c.Date.From.String()
	case !c.Date.IsZero():
		return c.Date.From.String() + "/" + c.Date.To.String()
	case !c.Published.IsZero():
		return "about " + month(c.Published)
	}
	return "article " + string(c.Article)
}

func month(d news.Date) string { return fmt.Sprintf("%04d-%02d", d.Year, int(d.Month)) }

func week(d news.Date) string {
	y, w := d.Time().ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}

func year(d news.Date) string { return fmt.Sprintf("%04d", d.Year) }

// The reach in days to either side within which a claim without a date is
// about a core. News names no date for what is fresh; four weeks never skip
// a calendar month, one week never skips an ISO week.
const (
	monthReach = 28
	weekReach  = 7
)

// months returns the month of d and those within the reach of it.
func months(d news.Date) []string {
	return found([]string{month(d.AddDays(-monthReach)), month(d), month(d.AddDays(monthReach))})
}

// seenAs returns the buckets in which a core of day d is found by claims
// with a month, week or year, and by undated ones published about then.
func seenAs(d news.Date) []string { return append(months(d), week(d), year(d)) }

// lookUnder returns the bucket in which a claim that is not complete looks:
// the calendar unit that holds its interval, or the month of publication;
// false when it has neither.
func lookUnder(c *news.Claim) (string, bool) {
	from, to := c.Date.From, c.Date.To
	switch {
	case c.Date.IsZero():
		return month(c.Published), !c.Published.IsZero()
	case from.IsZero() || to.IsZero():
		return "", false
	case month(from) == month(to):
		return month(from), true
	case week(from) == week(to):
		return week(from), true
	case year(from) == year(to):
		return year(from), true
	}
	return "", false
}

// sameTime reports whether claim v may be about day d: its interval holds
// the day; or it has no date and is published within reach days of it, after
// it for what has occurred, before it for what is to come. A day of leeway
// covers time zones.
func sameTime(v *news.Claim, d news.Date, reach int) bool {
	if !v.Date.IsZero() {
		_, ok := v.Date.Intersect(news.Day(d))
		return ok
	}
	if v.Published.IsZero() {
		return false
	}
	after := d.Days(v.Published)
	switch v.Standing() {
	case news.Occurred:
		return -1 <= after && after <= reach
	case news.Anticipated:
		return -reach <= after && after <= 1
	}
	return -reach <= after && after <= reach
}
