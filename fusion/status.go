package fusion

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// verdict is what the claims of a fact say together about how far it is real.
type verdict struct {
	standing  news.Standing
	status    news.Status
	contested bool
}

// decided are the statuses that turn something down before it takes place:
// what follows them is a change of mind and no contradiction.
var decided = []news.Status{news.Refused, news.Cancelled, news.Rejected}

// judge weighs claims of one type and at least one standing.
//
// Standings rank alleged, anticipated, negated, occurred: what an article
// says itself goes before what it only passes on, and what was called off or
// has occurred before what is to come. Where claims say both that it
// occurred and that it did not, the later publication decides, and on the
// same day what occurred; the fact is contested, unless all that turned it
// down came before. A denial is somebody's word: it contests, but decides
// only where nobody says that it occurred. A sanction that was refused at
// one time and imposed at another is no contradiction either. Within the
// standing the furthest stage of the lifecycle holds.
func judge(claims []news.Claim) verdict {
	by := map[news.Standing][]news.Claim{}
	for _, c := range claims {
		by[c.Standing()] = append(by[c.Standing()], c)
	}
	occurred, negated := by[news.Occurred], by[news.Negated]
	v := verdict{}
	for _, s := range []news.Standing{news.Alleged, news.Anticipated, news.Negated, news.Occurred} {
		if len(by[s]) > 0 {
			v.standing = s
		}
	}
	turnedDown := slices.DeleteFunc(slices.Clone(negated), func(c news.Claim) bool { return !slices.Contains(decided, c.Status) })
	switch {
	case len(negated) == 0:
	case len(occurred) > 0 && claims[0].Type != news.Sanction:
		before := len(turnedDown) == len(negated) && latest(negated).Before(earliest(occurred))
		v.contested = !before
		if len(turnedDown) > 0 && latest(turnedDown).After(latest(occurred)) {
			v.standing = news.Negated
		}
	case len(occurred) == 0:
		v.contested = len(by[news.Alleged]) > 0
	}
	stages := news.Statuses(claims[0].Type, v.standing)
	furthest := -1
	for _, c := range by[v.standing] {
		furthest = max(furthest, slices.Index(stages, c.Status))
	}
	if furthest >= 0 {
		v.status = stages[furthest]
	} else {
		v.status = slices.MaxFunc(claims, later).Status // a status that the type does not have
	}
	return v
}

// inForce says whether a sanction binds: not before it is imposed and not
// once it is lifted; unknown when it is alleged, or when a report published
// after that of its end takes it to go on.
func inForce(claims []news.Claim, v verdict) string {
	switch {
	case v.standing == news.Alleged:
		return "unknown"
	case v.standing != news.Occurred:
		return "false"
	case v.status != news.Lifted:
		return "true"
	}
	var end news.Date
	for _, c := range claims {
		if c.Status == news.Lifted && c.Published.After(end) {
			end = c.Published
		}
	}
	for _, c := range claims {
		if slices.Contains([]news.Status{news.InForce, news.Extended, news.Eased}, c.Status) && c.Published.After(end) {
			return "unknown"
		}
	}
	return "false"
}

// latest and earliest return the bounds of the known days of publication,
// and the unknown date where none is known.
func latest(claims []news.Claim) news.Date {
	var out news.Date
	for _, c := range claims {
		if out.IsZero() || (!c.Published.IsZero() && c.Published.After(out)) {
			out = c.Published
		}
	}
	return out
}

func earliest(claims []news.Claim) news.Date {
	var out news.Date
	for _, c := range claims {
		if out.IsZero() || (!c.Published.IsZero() && c.Published.Before(out)) {
			out = c.Published
		}
	}
	return out
}
