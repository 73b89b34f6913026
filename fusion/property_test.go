package fusion_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/fusion"
	"github.com/newsgraph/newsgraph/news"
)

// store does in memory what the graph does in Neo4j: it keeps claims, the
// key of each and the facts, and for a batch looks again only at the claims
// that are filed under the blocks of the claims that come and go.
type store struct {
	claims map[news.ID]news.Claim
	keys   map[news.ID]string
	facts  map[string]news.Fact
	filed  map[string]map[news.ID]bool // block -> claims filed under it
}

func newStore() *store {
	return &store{map[news.ID]news.Claim{}, map[news.ID]string{}, map[string]news.Fact{}, map[string]map[news.ID]bool{}}
}

func (s *store) write(add []news.Claim, remove []news.ID) {
	touched, dirty := map[string]bool{}, map[string]bool{}
	for _, id := range remove {
		c, ok := s.claims[id]
		if !ok {
			continue
		}
		home, core := fusion.Blocks(&c)
		for _, b := range append(core, home) {
			touched[b] = true
			delete(s.filed[b], id)
		}
		dirty[s.keys[id]] = true
		delete(s.claims, id)
		delete(s.keys, id)
	}
	for _, c := range add {
		s.claims[c.ID] = c
		home, core := fusion.Blocks(&c)
		for _, b := range append(core, home) {
			touched[b] = true
			if s.filed[b] == nil {
				s.filed[b] = map[news.ID]bool{}
			}
			s.filed[b][c.ID] = true
		}
	}
	var loaded []news.Claim
	seen := map[news.ID]bool{}
	for b := range touched {
		for id := range s.filed[b] {
			if !seen[id] {
				seen[id] = true
				loaded = append(loaded, s.claims[id])
			}
		}
	}
	keys := fusion.Assign(loaded)
	for _, c := range loaded {
		home, _ := fusion.Blocks(&c)
		if touched[home] && s.keys[c.ID] != keys[c.ID] {
			dirty[s.keys[c.ID]], dirty[keys[c.ID]] = true, true
			s.keys[c.ID] = keys[c.ID]
		}
	}
	for key := range dirty {
		var of []news.Claim
		for id, k := range s.keys {
			if k == key {
				of = append(of, s.claims[id])
			}
		}
		delete(s.facts, key)
		if len(of) > 0 {
			s.facts[key] = fusion.Derive(key, of)
		}
	}
}

func (s *store) all() []news.Fact {
	facts := slices.Collect(maps.Values(s.facts))
	slices.SortFunc(facts, func(a, b news.Fact) int { return compare(a.ID, b.ID) })
	return facts
}

func compare(a, b news.ID) int {
	if a < b {
		return -1
	} else if a > b {
		return 1
	}
	return 0
}

// The world is small, so that claims meet often.
var (
	// trios and crowds are who may have a role: a few, and more than others can find a claim by.
	trios  = subsets("a", "b", "c")
	crowds = append(subsets("a", "e", "j", "k"), ids("abcdefghij"), ids("abcdefghijk"), ids("bcdefghijk"), ids("abcdefgh"))
	ranges = []news.DateRange{
		{},
		{},
		span("2025-08-15", "2025-08-15"), span("2025-08-15", "2025-08-15"), span("2025-08-16", "2025-08-16"),
		span("2025-07-31", "2025-07-31"), span("2025-08-11", "2025-08-17"), span("2025-07-28", "2025-08-03"),
		span("2025-08-01", "2025-08-31"), span("2025-01-01", "2025-12-31"), span("2024-12-01", "2025-12-31"), span("2025-08-01", ""),
	}
	published = []string{"", "2025-07-30", "2025-08-01", "2025-08-14", "2025-08-16", "2025-08-17", "2025-09-02", "2025-12-30"}
)

func span(from, to string) news.DateRange {
	return news.DateRange{From: day(from), To: day(to), Precision: news.PrecisionRange}
}

func day(s string) news.Date {
	if s == "" {
		return news.Date{}
	}
	d, err := news.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func ids(letters string) []news.ID {
	var out []news.ID
	for _, r := range letters {
		out = append(out, news.ID(r))
	}
	return out
}

func subsets(all ...news.ID) [][]news.ID {
	out := [][]news.ID{nil}
	for _, id := range all {
		for _, s := range slices.Clone(out) {
			out = append(out, append(slices.Clone(s), id))
		}
	}
	return out
}

func pick[T any](t *rapid.T, from []T, label string) T { return rapid.SampledFrom(from).Draw(t, label) }

func drawClaim(t *rapid.T, kind news.FactType, people [][]news.ID) news.Claim {
	statuses := []news.Status{news.Claimed}
	for _, s := range []news.Standing{news.Occurred, news.Anticipated, news.Negated} {
		statuses = append(statuses, news.Statuses(kind, s)...)
	}
	article := rapid.IntRange(0, 9).Draw(t, "article")
	c := news.Claim{
		Article: news.ID(fmt.Sprint("article", article)), Type: kind, Status: pick(t, statuses, "status"),
		Date: pick(t, ranges, "date"), Published: day(published[article%len(published)]),
		Origin: fmt.Sprint("origin", article/2), Confidence: rapid.Float64Range(0, 1).Draw(t, "confidence"),
		Trigger: news.Span{Start: rapid.IntRange(0, 99).Draw(t, "start"), End: 100},
	}
	for _, role := range news.Roles[kind] {
		for _, id := range pick(t, people, string(role)) {
			a := news.Actor{Role: role, Entity: id}
			if role == news.Imposer && id == "b" {
				a.For = "a"
			}
			c.Actors = append(c.Actors, a)
		}
	}
	c.Actors = news.SortActors(c.Actors)
	toll := rapid.IntRange(0, 3).Draw(t, "killed")
	c.Details = news.Details{
		Mode: pick(t, []string{"", "", "call", "in_person"}, "mode"), Count: pick(t, []int{0, 0, 0, 0, 0, -1, 3}, "count"),
		Kind: pick(t, []string{"", "election", "election", "strike"}, "kind"), Killed: &toll,
		Measure: pick(t, []string{"", "tariff", "tariff", "sanctions", "other"}, "measure"),
		Rate:    pick(t, []string{"", "25%", "25 per cent", "50%"}, "rate"), Reason: pick(t, []string{"", "x", "y"}, "reason"),
		Name: pick(t, []string{"", "", "Minsk agreement", "the deal"}, "name"), Title: pick(t, []string{"", "President", "former president"}, "title"),
		Text: pick(t, []string{"", "No.", "We will see what comes.", "“We will see what comes”"}, "text"), Former: toll > 1,
	}
	c.Identify()
	return c
}

// drawClaims returns claims with distinct ids, mostly of one type.
func drawClaims(t *rapid.T) []news.Claim {
	kinds := [][]news.FactType{news.FactTypes}
	for _, kind := range news.FactTypes {
		kinds = append(kinds, []news.FactType{kind})
	}
	types, people := pick(t, kinds, "types"), trios
	if rapid.IntRange(0, 3).Draw(t, "crowds") == 0 {
		people = crowds
	}
	claims := make([]news.Claim, rapid.IntRange(1, 40).Draw(t, "claims"))
	for i := range claims {
		claims[i] = drawClaim(t, pick(t, types, "type"), people)
	}
	seen := map[news.ID]bool{}
	return slices.DeleteFunc(claims, func(c news.Claim) bool {
		twice := seen[c.ID]
		seen[c.ID] = true
		return twice
	})
}

func TestFactsDoNotDependOnOrderOrRepetition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		want := fusion.Facts(claims, nil)
		again := append(rapid.Permutation(claims).Draw(t, "order"), claims[:len(claims)/2]...)
		if diff := cmp.Diff(want, fusion.Facts(again, nil)); diff != "" {
			t.Fatalf("facts differ in another order (-want +got):\n%s", diff)
		}
	})
}

func TestBatchesGiveTheFactsOfTheWholeSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := rapid.Permutation(drawClaims(t)).Draw(t, "order")
		s := newStore()
		live := map[news.ID]news.Claim{}
		for len(claims) > 0 {
			n := rapid.IntRange(1, len(claims)).Draw(t, "batch")
			batch := claims[:n]
			claims = claims[n:]
			var gone []news.ID
			for _, id := range slices.Sorted(maps.Keys(live)) {
				if rapid.IntRange(0, 4).Draw(t, "remove") == 0 {
					gone = append(gone, id)
					delete(live, id)
				}
			}
			for _, c := range batch {
				live[c.ID] = c
			}
			s.write(batch, gone)
			want := fusion.Facts(slices.Collect(maps.Values(live)), nil)
			if diff := cmp.Diff(want, s.all()); diff != "" {
				t.Fatalf("the store differs from the whole set (-want +got):\n%s", diff)
			}
		}
	})
}

func TestAssignNeedsOnlyTheHomeBlock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		all := fusion.Assign(claims)
		home, _ := fusion.Blocks(&claims[0])
		var near []news.Claim
		for _, c := range claims {
			h, core := fusion.Blocks(&c)
			if h == home || slices.Contains(core, home) {
				near = append(near, c)
			}
		}
		if got, want := fusion.Assign(near)[claims[0].ID], all[claims[0].ID]; got != want {
			t.Fatalf("key of the claim from its home block: got %q, want %q", got, want)
		}
	})
}

// What joins a core lands where the core's own claims are, one standing each,
// and nothing is occurred of which no claim says so.
func TestFactsHoldTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := drawClaims(t)
		byID := map[news.ID]news.Claim{}
		for _, c := range claims {
			byID[c.ID] = c
		}
		seen := 0
		for _, f := range fusion.Facts(claims, nil) {
			complete, standing := false, false
			for _, id := range f.Claims {
				c := byID[id]
				_, core := fusion.Blocks(&c)
				complete = complete || len(core) > 0
				standing = standing || c.Status == f.Status && c.Standing() == f.Standing
				if c.Type != f.Type {
					t.Fatalf("a claim of a %s in a fact of a %s", c.Type, f.Type)
				}
			}
			seen += len(f.Claims)
			switch {
			case !standing:
				t.Fatalf("fact is %s (%s), but no claim says so", f.Status, f.Standing)
			case !complete && !alone(f, byID):
				t.Fatalf("vague claims have the key %q of a core without its claims", f.Key)
			case f.Confidence < 0 || f.Confidence >= 1 || f.Articles < f.Origins && f.Articles < 1:
				t.Fatalf("confidence %v, %d articles, %d origins", f.Confidence, f.Articles, f.Origins)
			}
		}
		if seen != len(byID) {
			t.Fatalf("%d claims in facts, want each of %d in one", seen, len(byID))
		}
	})
}

// alone reports whether the claims of f have its key also without all others.
func alone(f news.Fact, byID map[news.ID]news.Claim) bool {
	var claims []news.Claim
	for _, id := range f.Claims {
		claims = append(claims, byID[id])
	}
	facts := fusion.Facts(claims, nil)
	return len(facts) == 1 && facts[0].Key == f.Key
}
