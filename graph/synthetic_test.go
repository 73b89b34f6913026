package graph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/fusion"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
)

// fusing is what ingest hands to the graph.
var fusing = graph.Fusion{Blocks: fusion.Blocks, Assign: fusion.Assign, Derive: fusion.Derive}

// world makes articles out of nothing: a fixed cast, happenings that many
// articles report, and offices that nearly all of them mention.
type world struct {
	rng *rand.Rand
	// cast is how many people there are, days over how many days articles are spread.
	cast, days int
}

func newWorld(seed uint64) *world {
	return &world{rng: rand.New(rand.NewPCG(seed, 1)), cast: 200, days: 60}
}

// countries is how many countries there are.
const countries = 195

// kinds are what happens.
var kinds = strings.Fields("visit election protest vote trial arrest appointment resignation law decree ban deployment withdrawal aid war coup disaster death")

// skewed returns a number below n; small ones come often, as names do in news.
func (w *world) skewed(n int) int {
	f := w.rng.Float64()
	return int(f * f * f * float64(n))
}

func person(i int) news.Entity {
	return news.Entity{ID: news.NewID("entity", "person", fmt.Sprint(i)), Type: news.Person, Name: fmt.Sprintf("Person Number%d", i)}
}

func country(i int) news.Entity {
	code := fmt.Sprintf("%c%c", 'A'+i/26, 'A'+i%26)
	return news.Entity{ID: news.NewID("entity", "country", code), Type: news.Country, Name: "Land of " + code, Code: code, Aliases: []string{code + "land", code}}
}

func place(i int) news.Entity {
	return news.Entity{ID: news.NewID("entity", "place", fmt.Sprint(i)), Type: news.Place, Name: fmt.Sprintf("Town %d", i), Country: country(i % countries).Code, Wikidata: fmt.Sprintf("Q%d", 1000+i)}
}

// entry makes article number n with this many claims and words.
func (w *world) entry(n, claims, words int) graph.Entry {
	day := news.Date{Year: 2025, Month: 6, Day: 1}.AddDays(w.rng.IntN(w.days))
	a := news.Article{
		URL: fmt.Sprintf("https://example.org/%d", n), Title: fmt.Sprintf("Article %d", n),
		Text: w.text(words), Published: day, PublishedAt: day.Time(), Source: []string{"The Example", "Wire Service", "Daily Sample"}[w.rng.IntN(3)],
	}
	a.Identify()
	if n%3 == 0 {
		a.SourceID, a.Modified = fmt.Sprint("s", n), day.Time().Add(time.Hour)
	}
	e := graph.Entry{Article: a, Extraction: news.Extraction{Article: a.ID, Extractor: "1.0", Language: "en"}}
	for i := range claims {
		w.claim(&e, i)
	}
	return e
}

// text returns this many words, most of them common ones.
func (w *world) text(words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "word%d", w.skewed(5000))
	}
	return b.String()
}

// mention adds a mention of x to the article, and returns its id.
func (w *world) mention(e *graph.Entry, x news.Entity) news.ID {
	i := slices.IndexFunc(e.Extraction.Entities, func(m news.Mentioned) bool { return m.ID == x.ID })
	if i < 0 {
		i = len(e.Extraction.Entities)
		e.Extraction.Entities = append(e.Extraction.Entities, news.Mentioned{Entity: x})
	}
	m := &e.Extraction.Entities[i]
	start := 40*len(m.Mentions) + i
	m.Mentions = append(m.Mentions, news.Mention{Span: news.Span{Start: start, End: start + 5}, Text: x.Name, Kind: news.NameMention})
	return x.ID
}

// claim adds claim number i to the article, of a type as news has them:
// mostly statements and offices.
func (w *world) claim(e *graph.Entry, i int) {
	c := news.Claim{
		Article: e.Article.ID, Published: e.Article.Published, Origin: string(e.Article.ID), Confidence: 0.5 + w.rng.Float64()/2,
		Trigger:  news.Span{Start: 30 * i, End: 30*i + 6},
		Evidence: []news.Evidence{{Span: news.Span{Start: 30 * i, End: 30*i + 90}, Quote: w.text(18)}},
	}
	act := func(r news.Role, x news.Entity) {
		c.Actors = append(c.Actors, news.Actor{Role: r, Entity: w.mention(e, x)})
	}
	who := w.skewed(w.cast)
	switch n := w.rng.IntN(100); {
	case n < 40:
		c.Type, c.Status, c.Act = news.Statement, news.Made, "says"
		act(news.Speaker, person(who))
		c.Text, c.Medium, c.Direct = w.text(15), "reporters", w.rng.IntN(2) > 0
		if w.rng.IntN(9) == 0 {
			act(news.Addressee, person(w.skewed(w.cast)))
			act(news.Subject, country(w.skewed(countries)))
		}
		c.Content = []news.Span{{Start: 30 * i, End: 30*i + 70}}
	case n < 65:
		c.Type, c.Status, c.Title = news.Position, news.Held, fmt.Sprintf("Title%d", who%7)
		act(news.Holder, person(who))
		c.Former, c.Acting = who%11 == 0, who%13 == 0
		if w.rng.IntN(3) > 0 {
			act(news.Body, country(who%countries))
		}
	case n < 68:
		c.Type, c.Status = news.Agreement, []news.Status{news.Signed, news.Planned, news.Broken}[w.rng.IntN(3)]
		act(news.Party, country(w.skewed(countries)))
		act(news.Party, country(w.skewed(countries)))
		if w.rng.IntN(2) > 0 {
			c.Name = fmt.Sprintf("Pact %d", w.skewed(20))
		}
		w.date(&c)
	case n < 80:
		c.Type, c.Kind = news.Event, kinds[w.rng.IntN(len(kinds))]
		c.Status = []news.Status{news.Happened, news.Planned, news.Possible, news.Cancelled}[w.rng.IntN(4)]
		act(news.Participant, country(w.skewed(countries)))
		w.date(&c)
	case n < 90:
		c.Type, c.Mode, c.Topic = news.Meeting, []string{"", "call"}[w.rng.IntN(2)], "trade"
		if w.rng.IntN(9) == 0 {
			c.Count = -1
		}
		c.Status = []news.Status{news.Happened, news.Planned, news.Possible, news.Claimed}[w.rng.IntN(4)]
		act(news.Participant, person(who))
		if w.rng.IntN(5) > 0 {
			act(news.Participant, person(w.skewed(w.cast)))
		}
		if w.rng.IntN(2) > 0 {
			act(news.Venue, place(w.skewed(100)))
		}
		w.date(&c)
		c.AttributedTo = []news.ID{w.mention(e, person(w.skewed(w.cast)))}
	case n < 94:
		c.Type, c.Measure = news.Sanction, []string{"tariff", "sanctions", "embargo"}[w.rng.IntN(3)]
		c.Status = []news.Status{news.Imposed, news.Threatened, news.Lifted}[w.rng.IntN(3)]
		c.Goods, c.Reason, c.Condition = "steel", "for the war", "unless it stops"
		act(news.Imposer, country(w.skewed(countries)))
		c.Actors[0].For = w.mention(e, country(w.skewed(countries)))
		if w.rng.IntN(4) > 0 {
			act(news.Target, country(w.skewed(countries)))
		}
		if w.rng.IntN(2) > 0 {
			c.Rate = fmt.Sprintf("%d per cent", 5*w.rng.IntN(5))
		}
	default:
		c.Type, c.Status = news.Attack, news.Happened
		act(news.Attacker, country(w.skewed(countries)))
		act(news.Target, country(w.skewed(countries)))
		act(news.Venue, place(w.skewed(100)))
		killed := w.rng.IntN(9)
		wounded := 2 * killed
		c.Kind, c.Killed, c.Wounded = "bombing", &killed, &wounded
		w.date(&c)
	}
	c.Actors = news.SortActors(c.Actors)
	c.Identify()
	e.Extraction.Claims = append(e.Extraction.Claims, c)
}

// date gives c a day, a month or no date.
func (w *world) date(c *news.Claim) {
	day := c.Published.AddDays(-w.rng.IntN(10))
	switch w.rng.IntN(3) {
	case 0:
		c.Date = news.Day(day)
	case 1:
		first := news.Date{Year: day.Year, Month: day.Month, Day: 1}
		c.Date = news.DateRange{From: first, To: first.AddMonths(1).AddDays(-1), Precision: news.PrecisionMonth}
	}
}

// entries makes articles first to first+n-1.
func (w *world) entries(first, n, claims, words int) []graph.Entry {
	out := make([]graph.Entry, n)
	for i := range out {
		out[i] = w.entry(first+i, claims, words)
	}
	return out
}
