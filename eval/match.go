package eval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// pair is a possible match.
type pair struct {
	worth       float64
	gold, found int
}

// oneToOne returns the pairs of a list, best first, of which neither side is in a better one.
func oneToOne(sorted []pair) []pair {
	var out []pair
	gold, found := map[int]bool{}, map[int]bool{}
	for _, p := range sorted {
		if !gold[p.gold] && !found[p.found] {
			gold[p.gold], found[p.found] = true, true
			out = append(out, p)
		}
	}
	return out
}

// matcher pairs the facts of one type in one article.
type matcher struct {
	slots       []string
	gold, found []Fact
	// values are the annotated keys that the found facts' core slots stand for.
	values []map[string][]string
}

// optional reports whether a gold fact counts neither way.
func (m *matcher) optional(f Fact) bool {
	some := false
	for _, s := range m.slots {
		some = some || len(list(f[s])) > 0
	}
	if !some {
		return true
	}
	for _, k := range []string{"note", "alt"} {
		if v, ok := f[k]; ok && v != nil && strings.Contains(strings.ToLower(fmt.Sprint(v)), "optional") {
			return true
		}
	}
	return false
}

// best returns, for the reading of gold slot s that fits found fact j best,
// how many values agree and how many the reading has.
func (m *matcher) best(a Fact, j int, s string) (hits, size int) {
	given := map[string]bool{}
	for _, v := range m.values[j][s] {
		given[v] = true
	}
	first := true
	topScore, topSize := 0, 0
	for _, v := range a.right(s) {
		want := list(v)
		seen := map[string]bool{}
		n := 0
		for _, w := range want {
			if given[w] && !seen[w] {
				n++
			}
			seen[w] = true
		}
		score := n - abs(len(want)-len(given))
		if first || score > topScore || score == topScore && len(want) < topSize {
			hits, size, topScore, topSize, first = n, len(want), score, len(want), false
		}
	}
	return hits, size
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// pairs returns the possible matches, best first; ties go to the later facts.
func (m *matcher) pairs(typ string) []pair {
	var out []pair
	for i, a := range m.gold {
		for j, b := range m.found {
			if !overlap(a, b) {
				continue
			}
			hits, n := 0, 0
			for _, s := range m.slots {
				h, size := m.best(a, j, s)
				hits += h
				n += max(size, len(m.values[j][s]))
			}
			if hits == 0 {
				continue
			}
			worth := float64(hits) / float64(n)
			if hasStatus(a, b) {
				worth += .1
			}
			if exactExtra(typ, a, b) {
				worth += .05
			}
			if !m.optional(a) {
				worth += .001
			}
			out = append(out, pair{worth, i, j})
		}
	}
	slices.SortFunc(out, func(x, y pair) int {
		switch {
		case x.worth != y.worth:
			if x.worth > y.worth {
				return -1
			}
			return 1
		case x.gold != y.gold:
			return y.gold - x.gold
		}
		return y.found - x.found
	})
	return out
}

// agrees reports whether core slots, status and what else strict asks of the
// type agree in a match, whatever its date.
func (m *matcher) agrees(q pair, typ string) bool {
	a, b := m.gold[q.gold], m.found[q.found]
	for _, s := range m.slots {
		if h, size := m.best(a, q.found, s); h != size || size != len(m.values[q.found][s]) {
			return false
		}
	}
	return (a["status"] == nil || hasStatus(a, b)) && exactExtra(typ, a, b)
}

// hasStatus reports whether b's status is one of those right for a.
func hasStatus(a, b Fact) bool {
	for _, v := range a.right("status") {
		if v == nil && b["status"] == nil {
			return true
		}
		if s, ok := v.(string); ok && s == b.text("status") {
			return true
		}
	}
	return false
}

// exactExtra is what strict agreement asks of some types beside slots, status and date.
func exactExtra(typ string, a, b Fact) bool {
	switch typ {
	case "sanction":
		return slices.ContainsFunc(a.right("measure"), func(v any) bool { s, _ := v.(string); return s == b.text("measure") })
	case "position":
		return slices.ContainsFunc(a.right("title"), func(v any) bool { s, _ := v.(string); return wordsShared(s, b.text("title")) >= .5 })
	case "statement":
		y, ok := spanOf(b["content"])
		if _, has := spanOf(a["content"]); !has || !ok {
			return true
		}
		return slices.ContainsFunc(a.right("content"), func(v any) bool {
			x, ok := spanOf(v)
			return ok && dice([]news.Span{x}, []news.Span{y}) >= .5
		})
	}
	return true
}

// overlap reports whether two facts' evidence shares text; evidence much
// longer than the gold's shares nothing.
func overlap(a, b Fact) bool {
	x, y := a.evidence(), b.evidence()
	return length(y) <= 3*length(x)+400 && sharedAll(x, y) > 0
}

func wordsShared(a, b string) float64 {
	x, y := wordSet(a), wordSet(b)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(x)+len(y)-both))
}

// wordSet returns the words of a name or title, made comparable.
func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(fold(s)) {
		out[w] = true
	}
	return out
}
