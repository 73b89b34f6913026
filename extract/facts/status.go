package facts

import "github.com/newsgraph/newsgraph/news"

// statusOf returns the status of a type's fact that would be base if it were
// real, and false when the words say nothing that the type has a status for
// ("they did not meet").
func statusOf(t news.FactType, base news.Status, l level) (news.Status, bool) {
	if l == unreal {
		return "", false
	}
	if l == claimed {
		return news.Claimed, true
	}
	switch t {
	case news.Meeting:
		return pick(l, base, map[level]news.Status{
			ongoing: news.Ongoing, planned: news.Planned, possible: news.Possible, proposed: news.Possible, calledFor: news.CalledFor,
			threatened: news.Possible, tried: news.Possible, postponed: news.Postponed, cancelled: news.Cancelled,
			refused: news.Refused,
		})
	case news.Sanction:
		if base == news.Lifted || base == news.Eased || base == news.Violated {
			// What may be lifted is in force until then.
			if l != real && l != ongoing {
				return news.InForce, true
			}
		}
		return pick(l, base, map[level]news.Status{
			ongoing: base, planned: news.Threatened, possible: news.Proposed, proposed: news.Proposed, calledFor: news.CalledFor,
			threatened: news.Threatened, tried: news.Proposed, postponed: news.Proposed, cancelled: news.Lifted,
			refused: news.Refused,
		})
	case news.Agreement:
		if base == news.Withdrawn || base == news.Broken {
			// What may be left is in force until then.
			if l != real && l != ongoing {
				return news.InForce, true
			}
		}
		if l == ongoing && (base == news.Signed || base == news.Reached || base == news.Ratified) {
			return news.Planned, true // "is concluding a deal"
		}
		return pick(l, base, map[level]news.Status{
			ongoing: base, planned: news.Planned, possible: news.Proposed, proposed: news.Proposed, calledFor: news.Proposed,
			threatened: news.Proposed, tried: news.Proposed, postponed: news.Planned, cancelled: news.Withdrawn,
			refused: news.Rejected,
		})
	case news.Attack:
		return pick(l, base, map[level]news.Status{
			ongoing: news.Happened, planned: news.Threatened, possible: news.Threatened, proposed: news.Threatened, calledFor: news.Threatened,
			threatened: news.Threatened, tried: news.Happened, postponed: news.Planned, cancelled: news.Cancelled,
			denied: news.Denied,
		})
	case news.Event:
		return pick(l, base, map[level]news.Status{
			ongoing: news.Ongoing, planned: news.Planned, possible: news.Possible, proposed: news.Possible, calledFor: news.CalledFor,
			threatened: news.Possible, tried: news.Possible, postponed: news.Planned, cancelled: news.Cancelled,
			refused: news.Refused, denied: news.Denied,
		})
	}
	return "", false
}

// pick returns base for what is real, else what the table has for the level.
func pick(l level, base news.Status, table map[level]news.Status) (news.Status, bool) {
	if l == real {
		return base, base != ""
	}
	s, ok := table[l]
	return s, ok
}

// occurred reports whether a status says that it is or was so.
func occurred(c *Claim) bool {
	s, _ := news.StandingOf(c.Type, c.Status)
	return s == news.Occurred
}
