package fusion

import (
	"cmp"

	"github.com/newsgraph/newsgraph/news"
)

// details returns the properties that the claims give. Words are those of
// most origins, ties by the later publication, then by the alphabet. Numbers
// of dead and wounded are those of the latest publication, ties by the
// greater. What a claim with another standing says counts only for the
// properties of the key.
func details(t news.FactType, with, others []news.Claim) news.Details {
	word := func(get func(*news.Claim) string) string { return plurality(with, get) }
	keyword := func(get func(*news.Claim) string) string { return cmp.Or(plurality(with, get), plurality(others, get)) }
	d := news.Details{
		Kind:      keyword(func(c *news.Claim) string { return c.Kind }),
		Mode:      word(func(c *news.Claim) string { return c.Mode }),
		Topic:     word(func(c *news.Claim) string { return c.Topic }),
		Measure:   keyword(measureOf),
		Rate:      keyword(func(c *news.Claim) string { return c.Rate }),
		Goods:     word(func(c *news.Claim) string { return c.Goods }),
		Reason:    word(func(c *news.Claim) string { return c.Reason }),
		Condition: word(func(c *news.Claim) string { return c.Condition }),
		Text:      keyword(func(c *news.Claim) string { return c.Text }),
		Medium:    word(func(c *news.Claim) string { return c.Medium }),
		Act:       word(func(c *news.Claim) string { return c.Act }),
		Name:      keyword(func(c *news.Claim) string { return c.Name }),
		Title:     keyword(func(c *news.Claim) string { return c.Title }),
		Killed:    toll(with, func(c *news.Claim) *int { return c.Killed }),
		Wounded:   toll(with, func(c *news.Claim) *int { return c.Wounded }),
		Count:     with[0].Count,
	}
	if t == news.Sanction && d.Measure == "" {
		d.Measure = keyword(func(c *news.Claim) string { return c.Measure })
	}
	for _, c := range with {
		d.Direct = d.Direct || c.Direct
	}
	if t == news.Position {
		d.Former = atLast(with, func(c *news.Claim) bool { return c.Former })
		d.Acting = atLast(with, func(c *news.Claim) bool { return c.Acting })
	}
	return d
}

// plurality returns the value, other than "", that most origins give.
func plurality(claims []news.Claim, get func(*news.Claim) string) string {
	type vote struct {
		origins map[string]bool
		last    news.Date
	}
	votes := map[string]*vote{}
	for i := range claims {
		c := &claims[i]
		value := get(c)
		if value == "" {
			continue
		}
		v := votes[value]
		if v == nil {
			v = &vote{origins: map[string]bool{}}
			votes[value] = v
		}
		v.origins[origin(c)] = true
		if c.Published.After(v.last) {
			v.last = c.Published
		}
	}
	best := ""
	for value, v := range votes {
		if best == "" {
			best = value
			continue
		}
		b := votes[best]
		if cmp.Or(cmp.Compare(len(v.origins), len(b.origins)), v.last.Compare(b.last), cmp.Compare(best, value)) > 0 {
			best = value
		}
	}
	return best
}

// toll returns the number that the latest publication gives; nil when none does.
func toll(claims []news.Claim, get func(*news.Claim) *int) *int {
	var out *int
	var day news.Date
	for i := range claims {
		n := get(&claims[i])
		if n == nil {
			continue
		}
		if c := claims[i].Published.Compare(day); out == nil || c > 0 || c == 0 && *n > *out {
			out, day = n, claims[i].Published
		}
	}
	if out == nil {
		return nil
	}
	n := *out
	return &n
}

// atLast reports what most claims of the last day of publication say; yes on a tie.
func atLast(claims []news.Claim, is func(*news.Claim) bool) bool {
	day, yes, no := latest(claims), 0, 0
	for i := range claims {
		switch {
		case claims[i].Published != day:
		case is(&claims[i]):
			yes++
		default:
			no++
		}
	}
	return yes > 0 && yes >= no
}

// later orders claims by publication, then id.
func later(a, b news.Claim) int {
	return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.ID, b.ID))
}
