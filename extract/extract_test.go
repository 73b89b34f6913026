package extract_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/news"
)

func read(t testing.TB, text string) news.Extraction {
	t.Helper()
	a := news.Article{Text: text, Published: news.Date{Year: 2024, Month: 5, Day: 16}}
	a.Identify()
	e := extractor(t).Article(&a)
	return e
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"English", "The minister met the envoy on Monday, and they agreed to meet again.", "en"},
		{"a line of names", "Kenyan President Amina Odhiambo met Ugandan President Peter Okello in Kampala on Wednesday.", "en"},
		{"a short line", "Kenya and Uganda signed a trade agreement.", "en"},
		{"a short German line", "Der Minister traf den Botschafter am Mittwoch in Wien.", "de"},
		{"a short Dutch line", "De minister heeft woensdag de ambassadeur ontmoet in Den Haag.", "nl"},
		{"French", "Le président de la République a rencontré lundi le chancelier à Paris pour parler de la paix.", "fr"},
		{"German", "Der Bundeskanzler hat sich am Montag mit dem Präsidenten getroffen, um über den Frieden zu sprechen.", "de"},
		{"Spanish", "El presidente se reunió el lunes con el canciller para hablar de la paz en la región.", "es"},
		{"Russian", "Президент встретился в понедельник с канцлером, чтобы поговорить о мире.", "ru"},
		{"Chinese", "总统星期一会见了总理，讨论了和平问题。", "zh"},
		{"Arabic", "التقى الرئيس يوم الاثنين بالمستشار لبحث السلام في المنطقة.", "ar"},
		{"nothing", " \n ", "und"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := read(t, c.text)
			if e.Language != c.want {
				t.Errorf("language %q, want %q", e.Language, c.want)
			}
			if c.want != "en" && len(e.Entities)+len(e.Claims)+len(e.Timexes)+len(e.Reported) > 0 {
				t.Errorf("text that is not English gave %d entities and %d claims", len(e.Entities), len(e.Claims))
			}
		})
	}
}

// TestMasked shows that lines which are no sentences change no claim of the
// sentences around them.
func TestMasked(t *testing.T) {
	const plain = "President Alain Mercier of France met Chancellor Greta Hollmann in Vienna on Tuesday.\n\nHollmann resigned on Wednesday."
	bare := read(t, plain)
	if len(bare.Claims) < 3 {
		t.Fatalf("the plain text gives %d claims only", len(bare.Claims))
	}
	for _, c := range []struct{ name, text string }{
		{"a dateline", "VIENNA, May 16 (Reuters) - " + plain},
		{"a dateline with a country", "Vienna [Austria], May 16 : " + plain},
		{"an address", "https://example.org/2024/05/16/meeting\n" + plain},
		{"a byline", "By Jane Doe\n\n" + plain},
		{"credits", plain + "\n\nReporting by Jane Doe; Editing by John Roe"},
		{"an invitation", strings.Replace(plain, "\n\n", "\n\nRead more: Greta Hollmann met Alain Mercier in Paris\n\n", 1)},
		{"a line with the day", "Thursday, May 16, 2024\n\n" + plain},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := news.Article{Text: c.text, Published: news.Date{Year: 2024, Month: 5, Day: 16}}
			a.Identify()
			e := extractor(t).Article(&a)
			checkSpans(t, &a, e)
			quotes := func(e news.Extraction) (out []string) {
				for _, c := range e.Claims {
					out = append(out, string(c.Type)+" "+string(c.Status)+" "+c.Date.From.String()+" "+c.Evidence[0].Quote)
				}
				return out
			}
			if d := cmp.Diff(quotes(bare), quotes(e)); d != "" {
				t.Errorf("claims (-plain +masked):\n%s", d)
			}
		})
	}
}

// TestOddText shows that no text makes the extractor fail.
func TestOddText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		words := rapid.SliceOfN(rapid.OneOf(
			rapid.SampledFrom([]string{
				"The", "president", "of", "France", "met", "said", "that", "\"", "”", "“", ",", ".", "\n", "\n\n", "sanctions", "on", "Monday", "to",
				"impose", "if", "and", "who", "was", "killed", "in", "talks", "between", "Russia", "’s", "’", "-", "—", "(", ")", "U.S.", "\u00a0", "é", "\U0001F600", "\u200f", "\r\n", "\t",
			}),
			rapid.String(),
		), 0, 60).Draw(r, "words")
		a := news.Article{Text: "The minister said that " + strings.Join(words, " ")}
		a.Identify()
		e := extractor(t).Article(&a)
		checkSpans(t, &a, e)
	})
}

// TestCrossedQuotations shows that two quotations that the analysis takes for
// part of each other are read to the end.
func TestCrossedQuotations(t *testing.T) {
	a := news.Article{Text: `The armed forces of Peru say that they will "not allow violent rallies" to "harm the country's order", as protests against president Carlos Vega continue.`}
	a.Identify()
	if e := extractor(t).Article(&a); len(e.Reported) == 0 {
		t.Errorf("%q reports nothing", a.Text)
	}
}

// TestGoroutines shows that one extractor may read many articles at once and
// always says the same.
func TestGoroutines(t *testing.T) {
	x := extractor(t)
	cases := readCases(t)
	want := make([]string, len(cases))
	for i, c := range cases {
		want[i] = strings.Join(lines(&c.article, x.Article(&c.article)), "\n")
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i, c := range cases {
				if got := strings.Join(lines(&c.article, x.Article(&c.article)), "\n"); got != want[i] {
					t.Errorf("%s: another reading than before", c.path)
				}
			}
		})
	}
	wg.Wait()
}

// BenchmarkArticle reads the cases from text to claims on one core.
func BenchmarkArticle(b *testing.B) {
	x := extractor(b)
	cases := readCases(b)
	words := 0
	for _, c := range cases {
		words += len(strings.Fields(c.article.Text))
	}
	for b.Loop() {
		for _, c := range cases {
			x.Article(&c.article)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkNew loads weights and tables.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := extract.New(); err != nil {
			b.Fatal(err)
		}
	}
}
