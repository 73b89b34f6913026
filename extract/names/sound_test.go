package names_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// sound fails when what Find returned does not hang together.
func sound(t interface {
	Helper()
	Fatalf(string, ...any)
}, tokens int, n *names.Names,
) {
	t.Helper()
	ids := map[news.ID]bool{}
	used := make([]bool, len(n.Entities))
	for _, e := range n.Entities {
		if e.ID == "" || ids[e.ID] {
			t.Fatalf("the id %q of %q is empty or given twice", e.ID, e.Name)
		}
		ids[e.ID] = true
		if strings.TrimSpace(e.Name) == "" {
			t.Fatalf("entity %s has no name", e.ID)
		}
		if e.Type == news.Country && e.Code == "" {
			t.Fatalf("the country %s has no code", e.Name)
		}
	}
	last := 0
	for i, m := range n.Mentions {
		if m.Entity < 0 || m.Entity >= len(n.Entities) || m.Tokens.Start < 0 || m.Tokens.Start >= m.Tokens.End || m.Tokens.End > tokens || m.Tokens.Start < last {
			t.Fatalf("mention %d is %+v of %d tokens and %d entities, after one at %d", i, m, tokens, len(n.Entities), last)
		}
		if m.Head < m.Tokens.Start || m.Head >= m.Tokens.End {
			t.Fatalf("the head %d of mention %d lies outside %v", m.Head, i, m.Tokens)
		}
		last = m.Tokens.Start
		used[m.Entity] = true
		found := false
		for _, k := range n.At(m.Head) {
			found = found || k == i
		}
		if !found {
			t.Fatalf("At(%d) lacks mention %d", m.Head, i)
		}
	}
	for _, r := range n.Roles {
		if r.Person < 0 || r.Person >= len(n.Entities) || n.Entities[r.Person].Type != news.Person || r.Of >= len(n.Entities) || r.Mention < 0 || r.Mention >= len(n.Mentions) {
			t.Fatalf("role %+v does not hang together", r)
		}
		if n.Mentions[r.Mention].Entity != r.Person || r.Text == "" || r.Confidence <= 0 || r.Confidence > 1 {
			t.Fatalf("role %+v is of another person, empty or has an impossible confidence", r)
		}
		used[r.Person] = true
		if r.Of >= 0 {
			used[r.Of] = true
		}
	}
	for i, u := range used {
		if !u {
			t.Fatalf("nothing speaks of %s", n.Entities[i].Name)
		}
	}
}

// pieces are what random articles are made of: whatever their order, the
// result must hang together.
var pieces = []string{
	"The", "President", "of", "the", "United States", "Donald Trump", "Trump", ",", ".", "said", "Moscow", "in", "and", "former", "Prime Minister",
	"Angela Merkel", "'s", "(", "EU", ")", "he", "Russian", "-", "\n", "envoy", "for", "trade", "US", "us", "Minister", "Presidents", "Kim Jong Un", "“", "”", "who", "is",
	"police", "Supreme Court", "Lt.", "Gen.", "Al-Qaeda", "Chad", "A", "counterparts", "his", "which", "elected", "as", "Georgia", "X", "d'", "–", "2019", "to", "Ministry", "Foreign",
}

func TestAnyOrderOfWords(t *testing.T) {
	a, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "words"), " ")
		doc := a.Analyze(text)
		n := names.Find(doc, news.Date{Year: 2020, Month: 5, Day: 1}, "a", seeds.Load())
		sound(t, len(doc.Tokens), n)
		if d := cmp.Diff(n, names.Find(doc, news.Date{Year: 2020, Month: 5, Day: 1}, "a", seeds.Load()), cmpopts.IgnoreUnexported(names.Names{})); d != "" {
			t.Fatalf("a second reading differs:\n%s", d)
		}
	})
}

// TestIdentity checks what ids depend on: not on the article, but for names
// that only the article identifies.
func TestIdentity(t *testing.T) {
	a, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	ids := func(text, article string) map[string]news.ID {
		out := map[string]news.ID{}
		for _, e := range names.Find(a.Analyze(text), news.Date{Year: 2025, Month: 8, Day: 7}, news.ID(article), seeds.Load()).Entities {
			out[e.Name] = e.ID
		}
		return out
	}
	one := ids("Vladimir Putin met Anna Quillfeather in Oslo. Brambleweed said Russia had agreed.", "1")
	two := ids("Brambleweed left Oslo for Russia. Anna Quillfeather and Putin, the Russian president Vladimir Putin, stayed.", "2")
	for _, same := range []string{"Vladimir Putin", "Anna Quillfeather", "Oslo", "Russia"} {
		if one[same] == "" || one[same] != two[same] {
			t.Errorf("%s has the ids %q and %q in two articles", same, one[same], two[same])
		}
	}
	if one["Brambleweed"] == "" || one["Brambleweed"] == two["Brambleweed"] {
		t.Errorf("a bare surname has the ids %q and %q in two articles", one["Brambleweed"], two["Brambleweed"])
	}
}

func FuzzFind(f *testing.F) {
	a, err := analyzer()
	if err != nil {
		f.Fatal(err)
	}
	seed, err := os.ReadFile("../../seeds/articles/000_940899a6b4f08a0d.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(seed))
	for _, p := range []string{"", " ", "\n\n", "A.B.C. (D)", "the President-", "X, the", "Mr.", "\u0130stanbul’s mayor", "«Кремль» said"} {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		doc := a.Analyze(text)
		sound(t, len(doc.Tokens), names.Find(doc, news.Date{}, "a", seeds.Load()))
	})
}

// BenchmarkFind reads the seed article's names; the analyzer's share is not
// counted.
func BenchmarkFind(b *testing.B) {
	a, err := analyzer()
	if err != nil {
		b.Fatal(err)
	}
	seed, err := os.ReadFile("../../seeds/articles/000_940899a6b4f08a0d.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc := a.Analyze(string(seed))
	for b.Loop() {
		names.Find(doc, news.Date{Year: 2025, Month: 8, Day: 7}, "a", seeds.Load())
	}
	b.ReportMetric(float64(len(doc.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
