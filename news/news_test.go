package news_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/news"
	"pgregory.net/rapid"
)

func TestIDsDependOnEveryPartAndOnTheirBorders(t *testing.T) {
	seen := map[news.ID][]string{}
	for _, parts := range [][]string{{"a", "bc"}, {"ab", "c"}, {"abc"}, {"abc", ""}, {}} {
		id := news.NewID("fact", parts...)
		if other, ok := seen[id]; ok {
			t.Errorf("%q and %q share the id %s", parts, other, id)
		}
		seen[id] = parts
		if again := news.NewID("fact", parts...); again != id {
			t.Errorf("%q gives %s, then %s", parts, id, again)
		}
		if back, err := news.ParseID(string(id)); err != nil || back != id {
			t.Errorf("ParseID(%s) = %s, %v", id, back, err)
		}
	}
	if news.NewID("fact", "a") == news.NewID("claim", "a") {
		t.Error("a fact and a claim with the same parts share an id")
	}
}

func TestParseIDRefusesWhatIsNone(t *testing.T) {
	if _, err := news.ParseID("seven"); news.CodeOf(err) != news.BadInput {
		t.Errorf("ParseID(seven): %v, want a BadInput error", err)
	}
}

func TestFold(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"U.S.", "us"},
		{"Côte d’Ivoire", "côte divoire"},
		{"  Foreign—Ministry ", "foreign ministry"},
		{"«Мир»", "мир"},
		{"", ""},
	} {
		if got := news.Fold(row.in); got != row.want {
			t.Errorf("Fold(%q) = %q, want %q", row.in, got, row.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := news.Fold(rapid.String().Draw(t, "s"))
		if again := news.Fold(s); again != s {
			t.Fatalf("Fold is not idempotent: %q becomes %q", s, again)
		}
	})
}

func TestDateArithmeticStaysInTheCalendar(t *testing.T) {
	jan31 := news.Date{Year: 2024, Month: time.January, Day: 31}
	if got := jan31.AddMonths(1).String(); got != "2024-02-29" {
		t.Errorf("a month after 31 January 2024 is %s, want 2024-02-29", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		d := news.Date{Year: 2000, Month: 1, Day: 1}.AddDays(rapid.IntRange(-200000, 200000).Draw(t, "days"))
		n := rapid.IntRange(-5000, 5000).Draw(t, "n")
		e := d.AddDays(n)
		if d.Days(e) != n || e.AddDays(-n) != d {
			t.Fatalf("%s and %s are %d days apart, want %d", d, e, d.Days(e), n)
		}
		if back, err := news.ParseDate(d.String()); err != nil || back != d {
			t.Fatalf("ParseDate(%s) = %s, %v", d, back, err)
		}
	})
	if _, err := news.ParseDate("2025-02-30"); news.CodeOf(err) != news.BadInput {
		t.Errorf("30 February: %v, want a BadInput error", err)
	}
}

func TestIntersectIsCommutativeAndWithinBoth(t *testing.T) {
	day := func(t *rapid.T, name string) news.Date {
		if rapid.IntRange(0, 4).Draw(t, name+" open") == 0 {
			return news.Date{}
		}
		return news.Date{Year: 2025, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 60).Draw(t, name))
	}
	draw := func(t *rapid.T, name string) news.DateRange {
		r := news.DateRange{From: day(t, name+" from"), To: day(t, name+" to")}
		if !r.From.IsZero() && !r.To.IsZero() && r.To.Before(r.From) {
			r.From, r.To = r.To, r.From
		}
		return r
	}
	rapid.Check(t, func(t *rapid.T) {
		r, s := draw(t, "r"), draw(t, "s")
		a, okA := r.Intersect(s)
		b, okB := s.Intersect(r)
		if okA != okB || a.From != b.From || a.To != b.To {
			t.Fatalf("%v with %v: %v %v, and the other way %v %v", r, s, a, okA, b, okB)
		}
		if again, ok := a.Intersect(r); okA && (!ok || again.From != a.From || again.To != a.To) {
			t.Fatalf("%v is not within %v", a, r)
		}
	})
}

func TestEveryStatusHasOneStandingForItsType(t *testing.T) {
	for _, typ := range news.FactTypes {
		seen := map[news.Status]news.Standing{}
		for _, standing := range []news.Standing{news.Occurred, news.Anticipated, news.Alleged, news.Negated} {
			for _, status := range news.Statuses(typ, standing) {
				if other, ok := seen[status]; ok {
					t.Errorf("%s %s is both %s and %s", typ, status, other, standing)
				}
				seen[status] = standing
				if got, ok := news.StandingOf(typ, status); !ok || got != standing {
					t.Errorf("StandingOf(%s, %s) = %s, %v; want %s", typ, status, got, ok, standing)
				}
			}
		}
	}
	if _, ok := news.StandingOf(news.Meeting, news.Imposed); ok {
		t.Error("a meeting can be imposed")
	}
}

func TestTheRevisionInForceDoesNotDependOnOrder(t *testing.T) {
	a := &news.Article{Text: "one", Published: news.Date{Year: 2025, Month: 8, Day: 7}}
	b := &news.Article{Text: "two", Published: news.Date{Year: 2025, Month: 8, Day: 7}}
	if a.Supersedes(b) == b.Supersedes(a) {
		t.Error("two revisions of one day both win or both lose")
	}
	b.Modified = time.Date(2025, 8, 9, 0, 0, 0, 0, time.UTC)
	if a.Supersedes(b) || !b.Supersedes(a) {
		t.Error("the revision that was modified later does not win")
	}
}

func TestErrorsCarryCodeAndCause(t *testing.T) {
	cause := errors.New("connection refused")
	err := fmt.Errorf("article 7: %w", news.Errorf(news.Unavailable, "Neo4j does not answer: %v", cause))
	if news.CodeOf(err) != news.Unavailable || !errors.Is(err, cause) {
		t.Errorf("code %s, cause found: %v", news.CodeOf(err), errors.Is(err, cause))
	}
	if news.CodeOf(cause) != news.Internal || news.CodeOf(nil) != "" {
		t.Error("an error without a code is not Internal, or nil has a code")
	}
}
