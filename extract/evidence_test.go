package extract_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/news"
)

// unproven returns the evidence of a claim that says nothing of it: sentences
// that mention none of its actors, by name, description or pronoun, and where
// neither its trigger nor its date or place stands.
func unproven(c *news.Claim, e *news.Extraction) []news.Evidence {
	inside := func(s news.Span, ev news.Evidence) bool { return s.Start < ev.End && ev.Start < s.End }
	var out []news.Evidence
	for _, ev := range c.Evidence {
		ok := inside(c.Trigger, ev)
		for _, m := range e.Entities {
			for _, a := range c.Actors {
				if a.Entity != m.ID {
					continue
				}
				for _, x := range m.Mentions {
					ok = ok || inside(x.Span, ev)
				}
			}
		}
		for _, t := range e.Timexes {
			ok = ok || !c.Date.IsZero() && inside(t.Span, ev)
		}
		for _, w := range strings.FieldsFunc(strings.ToLower(ev.Quote), func(r rune) bool { return r < 'a' || r > 'z' }) {
			switch w {
			// Words for those who were named together before.
			case "they", "them", "their", "both", "sides", "leaders", "we", "it", "its":
				ok = true
			}
		}
		if !ok {
			out = append(out, ev)
		}
	}
	return out
}

// TestEvidence shows that every sentence given as evidence speaks of somebody
// who takes part, or gives the date or place.
func TestEvidence(t *testing.T) {
	for _, c := range readCases(t) {
		e := extractor(t).Article(&c.article)
		for i := range e.Claims {
			k := &e.Claims[i]
			if len(k.Evidence) == 0 {
				t.Errorf("%s: a %s without evidence", c.path, k.Type)
			}
			if k.Type == news.Statement {
				continue // the words themselves are the evidence
			}
			for _, ev := range unproven(k, &e) {
				t.Errorf("%s: %s %s rests on %q, which names nobody", c.path, k.Status, k.Type, ev.Quote)
			}
		}
	}
}

// TestAnchor shows that a phrase which only dates something else is no
// evidence of what it names, but passes on its date.
func TestAnchor(t *testing.T) {
	e := read(t, "President Alain Mercier of France met Chancellor Greta Hollmann in Vienna on Tuesday. "+
		"Shortly after the meeting, Mercier signed an executive order imposing tariffs on goods from India.")
	seen := map[news.FactType]bool{}
	for i := range e.Claims {
		c := &e.Claims[i]
		switch c.Type {
		case news.Meeting:
			if len(c.Evidence) != 1 {
				t.Errorf("the meeting rests on %d sentences, want the first only", len(c.Evidence))
			}
		case news.Sanction, news.Event:
			if want := (news.Date{Year: 2024, Month: 5, Day: 14}); c.Date.From != want {
				t.Errorf("%s on %s, want the day of the meeting, %s", c.Type, c.Date.From, want)
			}
			if c.Goods != "" {
				t.Errorf("goods %q say nothing, want none", c.Goods)
			}
		}
		seen[c.Type] = true
	}
	for _, typ := range []news.FactType{news.Meeting, news.Sanction, news.Event} {
		if !seen[typ] {
			t.Errorf("no %s found", typ)
		}
	}
}

// TestLongText shows that nothing of a very long text is lost, and that its
// spans point into the whole of it.
func TestLongText(t *testing.T) {
	const last = "The king of Jordan, Abdullah II, met President Alain Mercier of France in Vienna."
	text := strings.Repeat("It was the day that the news of the world was about the weather – and the sea.\n", 3000) + last
	e := read(t, text)
	found := false
	for _, c := range e.Claims {
		for _, ev := range c.Evidence {
			if got := string([]rune(text)[ev.Start:ev.End]); got != ev.Quote {
				t.Fatalf("a span holds %q instead of %q", got, ev.Quote)
			}
			found = found || c.Type == news.Meeting && ev.End == utf8.RuneCountInString(text)
		}
	}
	if !found {
		t.Error("the meeting in the last sentence is lost")
	}
}

// BenchmarkNested reads one sentence of 16,000 words, each clause inside the last.
func BenchmarkNested(b *testing.B) {
	text := strings.Repeat("The minister said that ", 4000) + "the king of Jordan met President Alain Mercier of France."
	for b.Loop() {
		read(b, text)
	}
}
