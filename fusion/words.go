package fusion

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// Statements, agreements and positions: what tells them apart is words.

// fewWords is how many words make a statement that others may make alike by
// chance ("We will see"): it counts as one only within a month.
const fewWords = 4

func fileStatement(c *news.Claim) filing {
	who, what := ids(c, news.Speaker), news.Fold(c.Text)
	if len(who) == 0 || what == "" {
		return alone(c)
	}
	if len(strings.Fields(what)) < fewWords {
		return vague(c.Type, set(who), what, when(c))
	}
	return vague(c.Type, set(who), what)
}

// partiesBlock and nameBlock name the blocks of agreements in a month.
func partiesBlock(parties []string, month string) string {
	return blockOf(news.Agreement, "parties", set(parties), month)
}

func nameBlock(name, month string) string { return blockOf(news.Agreement, "name", name, month) }

func fileAgreement(c *news.Claim) filing {
	parties, name := ids(c, news.Party), news.Fold(c.Name)
	about, known := lookMonth(c)
	switch {
	case len(parties) > 0 && (name != "" || c.Date.IsDay()):
		key := keyOf(c.Type, set(parties), "named "+name)
		if name == "" {
			key = keyOf(c.Type, set(parties), when(c))
		}
		if !known {
			about = "any"
		}
		f, buckets := filing{key: key, home: partiesBlock(parties, about)}, []string{about}
		if c.Date.IsDay() {
			buckets = months(c.Date.From)
		}
		for _, bucket := range buckets {
			f.blocks = append(f.blocks, partiesBlock(parties, bucket))
			if name != "" {
				f.blocks = append(f.blocks, nameBlock(name, bucket))
			}
		}
		f.blocks = found(f.blocks)
		return f
	case len(parties) > 0 && known:
		return filing{key: keyOf(c.Type, set(parties), when(c)), home: partiesBlock(parties, about)}
	case len(parties) > 0:
		return vague(c.Type, set(parties), when(c))
	case name != "" && known:
		return filing{key: keyOf(c.Type, "named "+name, when(c)), home: nameBlock(name, about)}
	case name != "":
		return vague(c.Type, "named "+name, when(c))
	}
	return alone(c)
}

// lookMonth returns the month in which an agreement is looked for: that of
// its interval, else that of publication.
func lookMonth(c *news.Claim) (string, bool) {
	if from, to := c.Date.From, c.Date.To; !c.Date.IsZero() {
		return month(from), !from.IsZero() && !to.IsZero() && month(from) == month(to)
	}
	return month(c.Published), !c.Published.IsZero()
}

func agreementFits(v, x *news.Claim) bool {
	name, parties := news.Fold(v.Name), ids(v, news.Party)
	switch {
	case len(parties) > 0 && name != "":
		return false
	case name != "" && name != news.Fold(x.Name):
		return false
	case len(parties) > 0 && !slices.Equal(parties, ids(x, news.Party)):
		return false
	case v.Date.IsDay() && len(parties) > 0:
		return news.Fold(x.Name) != "" && x.Date.IsDay() && x.Date.From == v.Date.From
	case x.Date.IsDay():
		return sameTime(v, x.Date.From, monthReach)
	}
	a, _ := lookMonth(v)
	b, _ := lookMonth(x)
	_, meet := v.Date.Intersect(x.Date)
	return a == b && meet
}

// modifiers are the words of a title that say since when or for how long it
// is held, not which office it is.
var modifiers = []string{
	"acting", "caretaker", "current", "designate", "elect", "ex", "former", "formerly", "incoming", "incumbent",
	"interim", "late", "longtime", "new", "newly", "elected", "appointed", "onetime", "outgoing", "past", "previous",
	"provisional", "sitting", "the", "then", "transitional",
}

// Title returns a title as titles are compared: folded, without the words
// that say when it is held ("former", "acting").
func Title(s string) string {
	words := strings.Fields(news.Fold(s))
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(modifiers, w) })
	if len(kept) == 0 {
		kept = words
	}
	return strings.Join(kept, " ")
}

func filePosition(c *news.Claim) filing {
	who, of, title := ids(c, news.Holder), ids(c, news.Body), Title(c.Title)
	if len(who) == 0 || title == "" {
		return alone(c)
	}
	f := filing{key: keyOf(c.Type, set(who), set(of), title), home: blockOf(c.Type, set(who), title)}
	if len(of) > 0 {
		f.blocks = []string{f.home}
	}
	return f
}

// positionFits: only a position without a body looks for another.
func positionFits(v, x *news.Claim) bool {
	return len(ids(v, news.Body)) == 0 && len(ids(x, news.Body)) > 0
}
