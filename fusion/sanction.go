package fusion

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/news"
)

// Sanctions: imposer, targets, measure and rate. They last, so their key
// holds no day; only a claim that leaves out a side is held to the time at
// which others report the sanction.

// sanctionReach is how many days apart two reports may be for one of them to
// tell who imposes, or on whom, for the other.
const sanctionReach = 14

// imposers returns who imposes: the country or body for which a person in
// office acts, else the entity itself.
func imposers(c *news.Claim) []string {
	var out []string
	for _, a := range c.Actors {
		if a.Role != news.Imposer {
			continue
		}
		if a.For != "" {
			out = append(out, string(a.For))
		} else {
			out = append(out, string(a.Entity))
		}
	}
	return found(out)
}

// measureOf returns the measure that tells sanctions apart; "" when the claim names none.
func measureOf(c *news.Claim) string {
	if c.Measure == "other" {
		return ""
	}
	return c.Measure
}

// wholeSanction reports whether c names both sides and the measure, for a
// tariff with its rate.
func wholeSanction(c *news.Claim) bool {
	names := func(r news.Role) bool {
		return slices.ContainsFunc(c.Actors, func(a news.Actor) bool { return a.Role == r })
	}
	measure := measureOf(c)
	return measure != "" && names(news.Imposer) && names(news.Target) && (measure != "tariff" || Rate(c.Rate) != "")
}

func fileSanction(c *news.Claim) filing {
	by, on := imposers(c), ids(c, news.Target)
	measure, rate := measureOf(c), Rate(c.Rate)
	both := blockOf(c.Type, "by", set(by), "on", set(on))
	switch {
	case len(by) == 0 && len(on) == 0:
		return alone(c)
	case wholeSanction(c):
		blocks := []string{both}
		if !c.Published.IsZero() {
			for _, d := range []news.Date{c.Published.AddDays(-sanctionReach), c.Published, c.Published.AddDays(sanctionReach)} {
				blocks = append(blocks, blockOf(c.Type, "by", set(by), month(d)), blockOf(c.Type, "on", set(on), month(d)))
			}
		}
		return filing{key: keyOf(c.Type, set(by), set(on), measure, rate), home: both, blocks: found(blocks)}
	case len(by) > 0 && len(on) > 0:
		return filing{key: keyOf(c.Type, set(by), set(on), measure, rate), home: both}
	case c.Published.IsZero():
		return vague(c.Type, set(by), set(on), measure, rate, when(c))
	}
	key := keyOf(c.Type, set(by), set(on), measure, rate, when(c))
	if len(by) > 0 {
		return filing{key: key, home: blockOf(c.Type, "by", set(by), month(c.Published))}
	}
	return filing{key: key, home: blockOf(c.Type, "on", set(on), month(c.Published))}
}

func sanctionFits(v, x *news.Claim) bool {
	if wholeSanction(v) {
		return false
	}
	by := imposers(v)
	if len(by) > 0 && !slices.Equal(by, imposers(x)) || !same(v, x, news.Target) {
		return false
	}
	if m := measureOf(v); m != "" && m != measureOf(x) {
		return false
	}
	if r := Rate(v.Rate); r != "" && r != Rate(x.Rate) {
		return false
	}
	if len(by) > 0 && len(ids(v, news.Target)) > 0 {
		return true
	}
	apart := v.Published.Days(x.Published)
	return -sanctionReach <= apart && apart <= sanctionReach
}

// Rate returns a rate as rates are compared: "25 per cent", "25-percent" and
// "25%" are one ("25%"); words without a number are folded.
func Rate(s string) string {
	var numbers []string
	number := ""
	for _, r := range s + " " {
		switch {
		case unicode.IsDigit(r), r == '.' && number != "":
			number += string(r)
		case r == ',' && number != "":
			// 1,000 is one number.
		case number != "":
			number = strings.TrimRight(number, ".")
			if strings.Contains(number, ".") {
				number = strings.TrimRight(strings.TrimRight(number, "0"), ".")
			}
			numbers, number = append(numbers, number), ""
		}
	}
	folded := news.Fold(s)
	if len(numbers) == 0 {
		return folded
	}
	rate := strings.Join(numbers, "-")
	if strings.Contains(s, "%") || strings.Contains(folded, "percent") || strings.Contains(folded, "per cent") ||
		slices.Contains(strings.Fields(folded), "pc") {
		return rate + "%"
	}
	return rate + " " + strings.Join(strings.FieldsFunc(folded, func(r rune) bool { return unicode.IsDigit(r) || r == ' ' }), " ")
}
