package seeds_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

func date(t *testing.T, s string) news.Date {
	t.Helper()
	d, err := news.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCountryOn(t *testing.T) {
	for _, c := range []struct{ code, day, want string }{
		{"RU", "1987-03-03", "SU"},
		{"RU", "1991-12-25", "SU"},
		{"RU", "1991-12-26", "RU"},
		{"RU", "", "RU"},
		{"FR", "1987-03-03", "FR"},
	} {
		var on news.Date
		if c.day != "" {
			var err error
			if on, err = news.ParseDate(c.day); err != nil {
				t.Fatal(err)
			}
		}
		if got := seeds.Load().CountryOn(c.code, on); got == nil || got.Code != c.want {
			t.Errorf("CountryOn(%q, %q) = %v, want %s", c.code, c.day, got, c.want)
		}
	}
}

func TestCountries(t *testing.T) {
	tables := seeds.Load()
	for _, c := range []struct{ name, code string }{
		{"Russia", "RU"},
		{"the Russian Federation", ""},
		{"Russian Federation", "RU"},
		{"U.S.", "US"},
		{"US", "US"},
		{"USA", "US"},
		{"United States", "US"},
		{"Côte d'Ivoire", "CI"},
		{"Ivory Coast", "CI"},
		{"Czech Republic", "CZ"},
		{"Turkey", "TR"},
		{"Türkiye", "TR"},
		{"South Korea", "KR"},
		{"North Korea", "KP"},
		{"Palestine", "PS"},
		{"Kosovo", "XK"},
		{"Ukrainian", ""},
		{"Tunis", ""},
		{"Singapore", "SG"},
		{"Soviet Union", "SU"},
		{"Upper Volta", "BF"},
		{"Atlantis", ""},
	} {
		got := ""
		if x := tables.CountryNamed(c.name); x != nil {
			got = x.Code
		}
		if got != c.code {
			t.Errorf("%q is the country %q, want %q", c.name, got, c.code)
		}
	}
	for _, c := range []struct{ word, code string }{
		{"Russian", "RU"}, {"Dutch", "NL"}, {"British", "GB"}, {"Danes", "DK"}, {"South Korean", "KR"}, {"Swiss", "CH"}, {"Iraqis", "IQ"}, {"American", "US"}, {"Kurdish", ""},
	} {
		got := ""
		if x := tables.Demonym(c.word); x != nil {
			got = x.Code
		}
		if got != c.code {
			t.Errorf("%q is of the country %q, want %q", c.word, got, c.code)
		}
	}
	for code, capital := range map[string]string{"RU": "Moscow", "US": "Washington, D.C.", "UA": "Kyiv", "CN": "Beijing", "IN": "New Delhi", "AU": "Canberra"} {
		if c := tables.Country(code); c.Capital == nil || c.Capital.Name != capital {
			t.Errorf("the capital of %s is %v, want %s", code, c.Capital, capital)
		}
	}
	if !tables.Ambiguous("Chad") || !tables.Ambiguous("Georgia") || tables.Ambiguous("Russia") {
		t.Error("Chad and Georgia are ambiguous names of countries, Russia is not")
	}
}

func TestOfficesByDay(t *testing.T) {
	tables := seeds.Load()
	for _, c := range []struct{ title, body, on, want string }{
		{"President", "US", "2016-05-01", "Barack Obama"},
		{"President", "US", "2019-05-01", "Donald Trump"},
		{"President", "US", "2022-05-01", "Joe Biden"},
		{"President", "US", "2025-08-07", "Donald Trump"},
		{"President", "RU", "2010-05-01", "Dmitry Medvedev"},
		{"President", "UA", "2025-08-07", "Volodymyr Zelenskyy"},
		{"Prime Minister", "GB", "2018-05-01", "Theresa May"},
		{"Prime Minister", "GB", "2025-05-01", "Keir Starmer"},
		{"Chancellor", "DE", "2010-05-01", "Angela Merkel"},
	} {
		var got []string
		for _, p := range tables.InOffice(c.title, c.body, date(t, c.on)) {
			got = append(got, p.Name)
		}
		if !slices.Contains(got, c.want) || len(got) != 1 {
			t.Errorf("%s of %s on %s: got %v, want %s", c.title, c.body, c.on, got, c.want)
		}
	}
}

func TestPeopleHaveOneWikidataID(t *testing.T) {
	tables := seeds.Load()
	for name, want := range map[string]string{
		"Vladimir Putin": "Q7747", "Volodymyr Zelensky": "Q3874799", "Donald J. Trump": "Q22686", "Yuri Ushakov": "Q4479563",
		"Steve Witkoff": "", "Kirill Dmitriev": "", // no source gives theirs
	} {
		l := tables.People(name)
		if len(l) != 1 || l[0].Wikidata != want {
			t.Errorf("%s: %d people, want one with the id %q", name, len(l), want)
		}
	}
}

func TestKeyIsStable(t *testing.T) {
	if a, b := seeds.Key("Recep Tayyip Erdoğan"), seeds.Key("recep tayyip ERDOGAN"); a != b {
		t.Errorf("%q and %q differ", a, b)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "name")
		k := seeds.Key(s)
		if seeds.Key(k) != k {
			t.Fatalf("the key of the key %q of %q is %q", k, s, seeds.Key(k))
		}
	})
}

// TestRowsHaveASource reads every table as text: each row has as many columns
// as the header and ends in a source.
func TestRowsHaveASource(t *testing.T) {
	for path, text := range seeds.Files(t) {
		lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
		header := strings.Split(lines[0], "\t")
		at := slices.Index(header, "source")
		if at < 0 {
			t.Fatalf("%s has no column source", path)
		}
		for i, l := range lines[1:] {
			if f := strings.Split(l, "\t"); len(f) <= at || f[at] == "" {
				t.Errorf("%s:%d has no source: %q", path, i+2, l)
			}
		}
	}
}

func TestArticles(t *testing.T) {
	l, err := fs.Glob(seeds.Articles(), "*.txt")
	if err != nil || len(l) == 0 {
		t.Fatalf("articles: %v, %v", l, err)
	}
}

func BenchmarkRead(b *testing.B) {
	start := time.Now()
	for b.Loop() {
		seeds.Read()
	}
	b.ReportMetric(float64(time.Since(start).Milliseconds())/float64(b.N), "ms/load")
}
