package extract_test

import (
	"slices"
	"testing"

	"github.com/newsgraph/newsgraph/news"
)

// readNames returns the names that the text is found to name, as printed, and its
// expressions of time.
func readNames(t *testing.T, text string) (names, times []string) {
	t.Helper()
	a := &news.Article{ID: news.NewID("article", text), Text: text, Published: news.Date{Year: 2021, Month: 5, Day: 4}}
	e := extractor(t).Article(a)
	checkSpans(t, a, e)
	for _, m := range e.Entities {
		for _, x := range m.Mentions {
			if x.Kind == news.NameMention {
				names = append(names, string(m.Type)+" "+x.Text)
			}
		}
	}
	for _, x := range e.Timexes {
		times = append(times, x.Value)
	}
	return names, times
}

func TestDatelinesAreRead(t *testing.T) {
	names, times := readNames(t, "GENEVA, May 3 (Reuters) - The ministers of France and Chad agreed on Monday to withdraw their troops, officials said.")
	for _, want := range []string{"place GENEVA", "organization Reuters", "country France"} {
		if !slices.Contains(names, want) {
			t.Errorf("no %s in %q", want, names)
		}
	}
	if !slices.Contains(times, "2021-05-03") {
		t.Errorf("no day of the dateline in %q", times)
	}
}

func TestCapitalsAreReadAsUsual(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{
			"a text in capitals", "PRESIDENT JOSE DUARTE MET WITH HIS COLOMBIAN COUNTERPART IN SAN SALVADOR. THE GUERRILLAS ATTACKED AN ARMY BASE.",
			[]string{"person JOSE DUARTE", "place SAN SALVADOR"},
		},
		{
			"a headline above a text", "KOWALSKA REJECTS PEACE PLAN FOR MALI\n\nAnna Kowalska rejected a plan for Mali, the country in the west of Africa, on Monday.",
			[]string{"person KOWALSKA", "person Anna Kowalska", "country MALI"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			names, _ := readNames(t, c.text)
			for _, want := range c.want {
				if !slices.Contains(names, want) {
					t.Errorf("no %s in %q", want, names)
				}
			}
		})
	}
}
