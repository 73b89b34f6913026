package fusion_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/fusion"
	"github.com/newsgraph/newsgraph/news"
)

// claim reads "meeting planned; trump putin; 2025-08-15; pub 2025-08-10; mode=call".
// Names go to the type's first role, role=name to others.
func claim(t *testing.T, n int, line string) news.Claim {
	t.Helper()
	parts := strings.Split(line, ";")
	kind, status, _ := strings.Cut(parts[0], " ")
	c := news.Claim{
		Article: news.ID(fmt.Sprint("article", n)), Origin: fmt.Sprint("origin", n), Type: news.FactType(kind),
		Status: news.Status(status), Confidence: 0.5, Trigger: news.Span{Start: n, End: n + 1},
	}
	if _, ok := news.StandingOf(c.Type, c.Status); !ok {
		t.Fatalf("%q is no status of a %s", status, kind)
	}
	roles := map[string]news.Role{
		"at": news.Venue, "on": news.Target, "by": news.Imposer, "of": news.Body, "attacker": news.Attacker, "to": news.Addressee,
	}
	for _, part := range parts[1:] {
		part = strings.TrimSpace(part)
		key, value, isSlot := strings.Cut(part, "=")
		pub, isPub := strings.CutPrefix(part, "pub ")
		from, to, isRange := strings.Cut(part, "..")
		switch {
		case isPub:
			c.Published = day(pub)
		case isRange:
			c.Date = span(from, to)
		case strings.HasPrefix(part, "20"):
			c.Date = news.Day(day(part))
		case isSlot && key == "for":
			c.Actors[len(c.Actors)-1].For = news.ID(value)
		case isSlot && roles[key] != "":
			for id := range strings.FieldsSeq(value) {
				c.Actors = append(c.Actors, news.Actor{Role: roles[key], Entity: news.ID(id)})
			}
		case isSlot:
			set(t, &c, key, value)
		default:
			for id := range strings.FieldsSeq(part) {
				c.Actors = append(c.Actors, news.Actor{Role: news.Roles[c.Type][0], Entity: news.ID(id)})
			}
		}
	}
	c.Actors = news.SortActors(c.Actors)
	c.Identify()
	return c
}

func set(t *testing.T, c *news.Claim, key, value string) {
	t.Helper()
	var number int
	_, _ = fmt.Sscan(value, &number) // words stay words
	switch key {
	case "mode":
		c.Mode = value
	case "kind":
		c.Kind = value
	case "count":
		c.Count = number
	case "measure":
		c.Measure = value
	case "rate":
		c.Rate = value
	case "name":
		c.Name = value
	case "title":
		c.Title = value
	case "text":
		c.Text = value
	case "former":
		c.Former = true
	case "killed":
		c.Killed = &number
	case "origin":
		c.Origin = value
	case "article":
		c.Article = news.ID(value)
	default:
		t.Fatalf("no slot %q", key)
	}
}

// show writes a fact as "status standing date: roles: articles claims".
func show(f news.Fact) string {
	var who []string
	for _, a := range f.Actors {
		who = append(who, string(a.Entity))
	}
	date := f.Date.From.String()
	if f.Date.To != f.Date.From {
		date += ".." + f.Date.To.String()
	}
	out := fmt.Sprintf("%s %s %s by %d", f.Status, strings.Join(who, " "), date, len(f.Claims))
	if f.Contested {
		out += " contested"
	}
	if f.InForce != "" {
		out += " inForce=" + f.InForce
	}
	return strings.Join(strings.Fields(out), " ")
}

func TestClaimsBecomeFacts(t *testing.T) {
	tests := []struct {
		name   string
		claims []string
		want   []string
	}{
		{"plans and a later report of the same day are one meeting", []string{
			"meeting possible; trump putin; 2025-08-11..2025-08-17; pub 2025-08-07",
			"meeting planned; trump putin; 2025-08-15; pub 2025-08-09",
			"meeting happened; trump putin; 2025-08-15; at=alaska; pub 2025-08-16",
		}, []string{"happened putin trump alaska 2025-08-15 by 3"}},
		{"a plan does not happen by itself", []string{
			"meeting planned; trump putin; 2025-08-15; pub 2025-08-09",
			"meeting planned; trump putin; 2025-08-15; pub 2025-08-20",
		}, []string{"planned putin trump 2025-08-15 by 2"}},
		{"a vague claim between two cores joins neither", []string{
			"meeting happened; trump putin; 2025-08-12; pub 2025-08-13",
			"meeting happened; trump putin; 2025-08-15; pub 2025-08-16",
			"meeting happened; trump putin; 2025-08-11..2025-08-17; pub 2025-08-18",
		}, []string{
			"happened putin trump 2025-08-11..2025-08-17 by 1", "happened putin trump 2025-08-12 by 1", "happened putin trump 2025-08-15 by 1",
		}},
		{"some of the participants join the one that has them all", []string{
			"meeting happened; trump putin witkoff; 2025-08-15; pub 2025-08-16",
			"meeting happened; trump putin; 2025-08-15; pub 2025-08-16",
			"meeting happened; putin; 2025-08-15; pub 2025-08-16",
		}, []string{"happened putin trump witkoff 2025-08-15 by 3"}},
		{"an undated report joins the meeting of the days before it", []string{
			"meeting happened; trump putin; 2025-07-31; pub 2025-07-31",
			"meeting happened; trump putin; pub 2025-08-02",
		}, []string{"happened putin trump 2025-07-31 by 2"}},
		{"an undated report is not about a day to come", []string{
			"meeting planned; trump putin; 2025-08-15; pub 2025-08-09",
			"meeting happened; trump putin; pub 2025-08-10",
		}, []string{"happened putin trump by 1", "planned putin trump 2025-08-15 by 1"}},
		{"a call is not the visit of that week", []string{
			"meeting happened; trump putin; 2025-08-15; mode=in_person; pub 2025-08-16",
			"meeting happened; trump putin; 2025-08-11..2025-08-17; mode=call; pub 2025-08-18",
		}, []string{"happened putin trump 2025-08-11..2025-08-17 by 1", "happened putin trump 2025-08-15 by 1"}},
		{"several meetings stay apart from one", []string{
			"meeting happened; trump putin; 2025-08-15; pub 2025-08-16",
			"meeting happened; trump putin; count=-1; pub 2025-08-16",
			"meeting happened; trump putin; count=-1; pub 2025-08-17",
		}, []string{"happened putin trump 2025-08-15 by 1", "happened putin trump by 2"}},
		{"called off later than reported is contested, and the later decides", []string{
			"meeting happened; trump putin; 2025-08-15; pub 2025-08-15",
			"meeting cancelled; trump putin; 2025-08-15; pub 2025-08-16",
		}, []string{"cancelled putin trump 2025-08-15 by 2 contested"}},
		{"on the same day what occurred decides", []string{
			"meeting happened; trump putin; 2025-08-15; pub 2025-08-16",
			"meeting cancelled; trump putin; 2025-08-15; pub 2025-08-16",
		}, []string{"happened putin trump 2025-08-15 by 2 contested"}},
		{"a change of mind is no contradiction", []string{
			"meeting cancelled; trump putin; 2025-08-15; pub 2025-08-10",
			"meeting happened; trump putin; 2025-08-15; pub 2025-08-16",
		}, []string{"happened putin trump 2025-08-15 by 2"}},
		{"a president imposes what his country imposes", []string{
			"sanction threatened; trump; for=us; on=india; measure=tariff; rate=25 per cent; pub 2025-08-01",
			"sanction imposed; us; on=india; measure=tariff; rate=25%; pub 2025-08-07",
			"sanction threatened; us; on=india; measure=tariff; rate=25-percent; pub 2025-08-30",
		}, []string{"imposed us india by 3 inForce=true"}},
		{"a tariff without its rate joins the one that has it", []string{
			"sanction imposed; us; on=india; measure=tariff; rate=25%; pub 2025-08-07",
			"sanction in_force; us; on=india; measure=tariff; pub 2025-09-07",
			"sanction imposed; us; on=brazil; measure=tariff; rate=50%; pub 2025-09-07",
		}, []string{"imposed us brazil by 1 inForce=true", "in_force us india by 2 inForce=true"}},
		{"a tariff without its rate joins neither of two", []string{
			"sanction imposed; us; on=india; measure=tariff; rate=25%; pub 2025-08-07",
			"sanction threatened; us; on=india; measure=tariff; rate=50%; pub 2025-08-07",
			"sanction imposed; us; on=india; measure=tariff; pub 2025-08-07",
		}, []string{"imposed us india by 1 inForce=true", "imposed us india by 1 inForce=true", "threatened us india by 1 inForce=false"}},
		{"lifted sanctions are no longer in force", []string{
			"sanction imposed; eu; on=syria; measure=sanctions; pub 2012-01-01",
			"sanction lifted; eu; on=syria; measure=sanctions; pub 2025-05-20",
		}, []string{"lifted eu syria by 2 inForce=false"}},
		{"a report that sanctions go on after their end leaves it open", []string{
			"sanction lifted; eu; on=syria; measure=sanctions; pub 2025-05-20",
			"sanction in_force; eu; on=syria; measure=sanctions; pub 2025-06-20",
		}, []string{"lifted eu syria by 2 inForce=unknown"}},
		{"sanctions refused once and imposed later are not contested", []string{
			"sanction imposed; us; on=russia; measure=sanctions; pub 2025-08-07",
			"sanction refused; us; on=russia; measure=sanctions; pub 2025-08-09",
		}, []string{"imposed us russia by 2 inForce=true"}},
		{"who imposes is found in the reports of those days", []string{
			"sanction imposed; us; on=russia; measure=sanctions; pub 2025-08-07",
			"sanction imposed; on=russia; measure=sanctions; pub 2025-08-09",
			"sanction imposed; on=russia; measure=sanctions; pub 2025-11-09",
		}, []string{"imposed russia by 1 inForce=true", "imposed us russia by 2 inForce=true"}},
		{"one quote in two articles is one statement", []string{
			"statement made; trump; text=“We will see what happens,”; pub 2025-08-07",
			"statement made; trump; text=We will see what happens; pub 2025-08-09",
			"statement made; putin; text=We will see what happens; pub 2025-08-09",
		}, []string{"made putin by 1", "made trump by 2"}},
		{"a denial contests a statement and does not undo it", []string{
			"statement made; trump; text=I never said such a thing; pub 2025-08-07",
			"statement denied; trump; text=I never said such a thing; pub 2025-08-09",
		}, []string{"made trump by 2 contested"}},
		{"two words alone are one statement only within a month", []string{
			"statement made; trump; text=No comment; pub 2025-08-07",
			"statement made; trump; text=No comment.; pub 2025-08-09",
			"statement made; trump; text=No comment; pub 2025-10-09",
		}, []string{"made trump by 1", "made trump by 2"}},
		{"an agreement signed on a day joins the named one of that day", []string{
			"agreement signed; us ukraine; name=minerals deal; 2025-04-30; pub 2025-05-01",
			"agreement signed; us ukraine; 2025-04-30; pub 2025-05-01",
			"agreement planned; us ukraine; pub 2025-04-20",
			"agreement ratified; us ukraine; name=Minerals Deal; pub 2025-05-08",
		}, []string{"ratified ukraine us 2025-04-30 by 4"}},
		{"former and acting do not make another office", []string{
			"position held; medvedev; of=russia; title=President; pub 2011-08-07",
			"position held; medvedev; of=russia; title=former President; former=yes; pub 2025-08-07",
			"position held; medvedev; title=president; pub 2025-08-07",
		}, []string{"held russia medvedev by 3"}},
		{"an attack without its place joins the one of that day", []string{
			"attack happened; russia; on=ukraine; at=kyiv; 2025-08-28; killed=10; pub 2025-08-28",
			"attack happened; russia; on=ukraine; 2025-08-28; killed=25; pub 2025-08-30",
			"attack happened; at=kyiv; pub 2025-08-30",
		}, []string{"happened russia ukraine kyiv 2025-08-28 by 3"}},
		{"an attack that is claimed and denied is contested", []string{
			"attack claimed; iran; on=israel; at=haifa; 2025-06-15; pub 2025-06-15",
			"attack denied; iran; on=israel; at=haifa; 2025-06-15; pub 2025-06-15",
		}, []string{"denied iran israel haifa 2025-06-15 by 2 contested"}},
		{"an election of a year is the one of that day", []string{
			"event planned; france; kind=election; 2027-01-01..2027-12-31; pub 2026-01-01",
			"event planned; france; kind=election; 2027-04-11; pub 2026-10-01",
		}, []string{"planned france 2027-04-11 by 2"}},
		{"an undated vote in one state is not that of another", []string{
			"event happened; us; at=carolina; kind=election; 2020-02-29; pub 2020-03-01",
			"event happened; us; at=michigan; kind=election; pub 2020-03-11",
			"event happened; us; at=carolina; kind=election; pub 2020-03-11",
		}, []string{"happened us carolina 2020-02-29 by 2", "happened us michigan by 1"}},
		{"earthquakes without participants are told apart by place", []string{
			"event happened; at=turkey; kind=disaster; 2023-02-06; pub 2023-02-06",
			"event happened; at=turkey; kind=disaster; pub 2023-02-07",
			"event happened; at=japan; kind=disaster; pub 2023-02-07",
		}, []string{"happened japan by 1", "happened turkey 2023-02-06 by 2"}},
		{"claims that name nobody stay by themselves", []string{
			"meeting happened; 2025-08-15; pub 2025-08-16", "meeting happened; 2025-08-15; pub 2025-08-16",
		}, []string{"happened 2025-08-15 by 1", "happened 2025-08-15 by 1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var claims []news.Claim
			for i, line := range test.claims {
				claims = append(claims, claim(t, i, line))
			}
			var got []string
			for _, f := range fusion.Facts(claims, nil) {
				got = append(got, show(f))
			}
			slices.Sort(got)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("facts (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSlotsComeFromTheFactsStanding(t *testing.T) {
	facts := fusion.Facts([]news.Claim{
		claim(t, 0, "attack threatened; russia; on=ukraine; at=kyiv; 2025-08-28; kind=missile strike; pub 2025-08-20"),
		claim(t, 1, "attack happened; russia; on=ukraine; at=kyiv; 2025-08-28; kind=drone attack; killed=9; pub 2025-08-28"),
		claim(t, 2, "attack happened; russia; on=ukraine; at=kyiv; 2025-08-28; kind=strike; killed=25; pub 2025-08-29"),
		claim(t, 3, "attack happened; russia; on=ukraine; at=kyiv; 2025-08-28; kind=strike; killed=12; pub 2025-08-28; origin=origin2"),
	}, nil)
	if len(facts) != 1 {
		t.Fatalf("got %d facts, want 1", len(facts))
	}
	f := facts[0]
	// The tie of kinds by origins goes to the later publication; the toll is the latest.
	got := fmt.Sprint(f.Kind, *f.Killed, f.Articles, f.Origins, f.FirstReported, f.LastReported, f.Confidence)
	if want := "strike" + fmt.Sprint(25, 4, 3, day("2025-08-20"), day("2025-08-29"), 0.75); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestConfidenceIgnoresOrder(t *testing.T) {
	var claims []news.Claim
	for i := range 12 {
		c := claim(t, i, "meeting happened; trump putin; 2025-08-15; pub 2025-08-16")
		c.Confidence = 0.1 + float64(i*i%7)/31
		claims = append(claims, c)
	}
	want := fusion.Derive("key", claims).Confidence
	for range 200 {
		if got := fusion.Derive("key", claims).Confidence; got != want {
			t.Fatalf("confidence %v, then %v", want, got)
		}
	}
}

func TestRulingsChangeTheClaims(t *testing.T) {
	claims := []news.Claim{
		claim(t, 0, "meeting happened; trump putin; 2025-08-15; pub 2025-08-16"),
		claim(t, 1, "meeting happened; trump vladimir; 2025-08-15; pub 2025-08-16"),
		claim(t, 2, "meeting happened; trump xi; 2025-10-30; pub 2025-10-30"),
	}
	rulings := []news.Ruling{
		{Kind: "merge", Subjects: []news.ID{"vladimir", "putin"}}, {Kind: "retract", Subjects: []news.ID{"article2"}},
	}
	var got []string
	for _, f := range fusion.Facts(claims, rulings) {
		got = append(got, show(f))
	}
	if diff := cmp.Diff([]string{"happened putin trump 2025-08-15 by 2"}, got); diff != "" {
		t.Errorf("facts under the rulings (-want +got):\n%s", diff)
	}
	if len(fusion.Facts(claims, nil)) != 3 || len(claims[1].In(news.Participant)) != 2 || claims[1].Actors[1].Entity != "vladimir" {
		t.Error("rulings changed the claims that were given")
	}
}

func TestRatesThatAreOne(t *testing.T) {
	for _, row := range [][2]string{
		{"25 per cent", "25%"},
		{"25-percent", "25%"},
		{"25.0 percent", "25%"},
		{"a 25 pc", "25%"},
		{"10 to 25%", "10-25%"},
		{"$1,000 a tonne", "1000 a tonne"},
		{"double", "double"},
		{"", ""},
		{"2.5%.", "2.5%"},
	} {
		if got := fusion.Rate(row[0]); got != row[1] {
			t.Errorf("Rate(%q) = %q, want %q", row[0], got, row[1])
		}
	}
}

func BenchmarkFacts(b *testing.B) {
	var claims []news.Claim
	for i := range 5000 {
		a, c := news.ID(fmt.Sprint("person", i%40)), news.ID(fmt.Sprint("person", 40+i%37))
		cl := news.Claim{
			Article: news.ID(fmt.Sprint("article", i)), Type: news.Meeting, Status: news.Happened, Confidence: 0.7,
			Actors: []news.Actor{{Role: news.Participant, Entity: a}, {Role: news.Participant, Entity: c}},
			Date:   news.Day(day("2025-01-01").AddDays(i % 700)), Published: day("2025-01-01").AddDays(i%700 + 1),
		}
		if i%3 == 0 {
			cl.Date = news.DateRange{}
		}
		cl.Identify()
		claims = append(claims, cl)
	}
	for b.Loop() {
		fusion.Facts(claims, nil)
	}
	b.ReportMetric(float64(len(claims))*float64(b.N)/b.Elapsed().Seconds(), "claims/s")
}
