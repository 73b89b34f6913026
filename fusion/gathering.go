package fusion

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// Meetings and events: participants and a day.

func fileMeeting(c *news.Claim) filing {
	people := ids(c, news.Participant)
	switch {
	case len(people) >= 2 && c.Date.IsDay():
		var blocks []string
		for i, a := range covered(people) {
			blocks = append(blocks, blockOf(c.Type, a, c.Date.From.String()))
			for _, b := range covered(people)[i+1:] {
				for _, bucket := range seenAs(c.Date.From) {
					blocks = append(blocks, blockOf(c.Type, a, b, bucket))
				}
			}
		}
		return filing{
			key:    keyOf(c.Type, set(people), c.Date.From.String()),
			home:   blockOf(c.Type, people[0], people[1], month(c.Date.From)),
			blocks: found(blocks),
		}
	case len(people) == 0:
		return alone(c)
	case len(people) == 1 && c.Date.IsDay():
		// One side of a meeting on a known day: whom he met, another claim may say.
		return filing{
			key:  keyOf(c.Type, set(people), when(c)),
			home: blockOf(c.Type, people[0], c.Date.From.String()),
		}
	case len(people) == 1:
		return vague(c.Type, set(people), when(c), "article "+string(c.Article))
	}
	bucket, ok := lookUnder(c)
	if !ok {
		return vague(c.Type, set(people), when(c))
	}
	return filing{
		key:  keyOf(c.Type, set(people), when(c)),
		home: blockOf(c.Type, people[0], people[1], bucket),
	}
}

func meetingFits(v, x *news.Claim) bool {
	return within(ids(v, news.Participant), covered(ids(x, news.Participant))) &&
		sameTime(v, x.Date.From, monthReach) &&
		(v.Mode == "" || x.Mode == "" || v.Mode == x.Mode)
}

// involved returns the participants of an event, or where it has none (an
// earthquake) the places, marked so that they are no participants.
func involved(c *news.Claim) []string {
	out := ids(c, news.Participant)
	if len(out) > 0 {
		return out
	}
	for _, place := range ids(c, news.Venue) {
		out = append(out, "@"+place)
	}
	return out
}

func fileEvent(c *news.Claim) filing {
	kind, who := news.Fold(c.Kind), involved(c)
	switch {
	case len(who) == 0:
		return alone(c)
	case c.Date.IsDay():
		var blocks []string
		for _, a := range covered(who) {
			for _, bucket := range seenAs(c.Date.From) {
				blocks = append(blocks, blockOf(c.Type, kind, a, bucket))
			}
		}
		return filing{
			key:    keyOf(c.Type, kind, set(who), c.Date.From.String()),
			home:   blockOf(c.Type, kind, who[0], month(c.Date.From)),
			blocks: found(blocks),
		}
	}
	bucket, ok := lookUnder(c)
	if !ok {
		return vague(c.Type, kind, set(who), when(c))
	}
	return filing{
		key:  keyOf(c.Type, kind, set(who), when(c)),
		home: blockOf(c.Type, kind, who[0], bucket),
	}
}

// eventFits does not let a vague event at one place join one at another.
func eventFits(v, x *news.Claim) bool {
	at, there := ids(v, news.Venue), ids(x, news.Venue)
	elsewhere := !v.Date.IsDay() && len(at) > 0 && len(there) > 0 && !share(at, there)
	return !elsewhere && within(involved(v), covered(involved(x))) && sameTime(v, x.Date.From, monthReach)
}

// share reports whether two sorted lists have a member in common.
func share(a, b []string) bool {
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); ok {
			return true
		}
	}
	return false
}
