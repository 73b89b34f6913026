package names_test

import (
	"testing"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

func TestHome(t *testing.T) {
	for _, c := range []struct{ source, address, want string }{
		{"GOV.UK", "", "GB"},
		{"", "https://www.pm.gov.au/media/a-statement", "AU"},
		{"State Department", "https://www.state.gov/a", "US"},
		{"BBC", "https://www.bbc.co.uk/news/1", ""},
		{"Reuters", "", ""},
		{"", "https://bad host/", ""},
	} {
		if got := names.Home(c.source, c.address); got != c.want {
			t.Errorf("Home(%q, %q) = %q, want %q", c.source, c.address, got, c.want)
		}
	}
}

func TestHomeOwnsWhatNoCountryClaims(t *testing.T) {
	a, err := analyzer()
	if err != nil {
		t.Fatal(err)
	}
	doc := a.Analyze("Foreign Minister Jane Roe spoke of the talks on Monday.")
	n := names.FindAt(doc, news.Date{Year: 2021, Month: 5, Day: 4}, news.NewID("article", "x"), names.Setting{Home: "AU"}, seeds.Load())
	if got := roles(n); len(got) != 1 || got[0] != "Jane Roe: Foreign Minister | Australia" {
		t.Errorf("offices %q", got)
	}
}
