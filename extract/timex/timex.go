// Package timex finds expressions of time and resolves them against the day
// of publication.
package timex

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// Timex is an expression of time with what it means.
type Timex struct {
	// Tokens is where it stands.
	Tokens analyze.Range
	// Type is DATE, TIME, DURATION or SET, Value the TIMEX3 value.
	Type, Value string
	// Range is the calendar time meant; unknown for durations, sets and what cannot be resolved.
	Range news.DateRange
	// Relation is the preposition's sense: "", "before", "after", "since", "until", "by".
	Relation string
	// Anchor is the token of the event that it is counted from ("a day after ... talks": after, "shortly after the meeting"), or -1.
	Anchor int
	// Offset is, with an Anchor, the number of days from the anchor's date.
	Offset int
}
