package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/news"
)

// exchanged maps names to others of the same shape: countries with their
// adjectives, capitals and seats of power to other countries, people and
// outlets to invented ones. Longer names come first.
var exchanged = []struct{ from, to string }{
	{"Government of the Russian Federation", "Government of the French Republic"},
	{"Vladimir Putin", "Bertrand Lacroix"},
	{"Kirill A Dmitriev", "Antoine B Moreau"},
	{"Kirill Dmitriev", "Antoine Moreau"},
	{"Volodymyr Zelenskyy", "Santiago Belmonte"},
	{"Donald Trump", "Gerald Hopkins"},
	{"Steve Witkoff", "Craig Sanderson"},
	{"Yuri Ushakov", "Lucien Perrin"},
	{"Putin", "Lacroix"},
	{"Trump", "Hopkins"},
	{"Dmitriev", "Moreau"},
	{"Witkoff", "Sanderson"},
	{"kadmitriev", "abmoreau"},
	{"Al Jazeera", "Gulf Courier"},
	{"United States", "United Kingdom"},
	{"White House", "Downing Street"},
	{"Washington", "London"},
	{"Kremlin", "Elysee"},
	{"Moscow", "Paris"},
	{"Russian", "French"},
	{"Russia", "France"},
	{"Ukrainian", "Spanish"},
	{"Ukraine", "Spain"},
	{"Kyiv", "Madrid"},
	{"India", "Brazil"},
	{"China", "Japan"},
	{"Istanbul", "Geneva"},
	{"US ", "UK "},
}

func exchange(s string) string {
	var pairs []string
	for _, e := range exchanged {
		pairs = append(pairs, e.from, e.to)
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// TestNamesExchanged shows that no rule knows the names of the article that
// ships with the project: with all of them exchanged it says the same.
func TestNamesExchanged(t *testing.T) {
	x := extractor(t)
	for _, c := range readCases(t) {
		if !strings.HasSuffix(c.path, "seed.txtar") {
			continue
		}
		key := func(line string) string {
			// Names are listed by alphabet, which the exchange changes; a statement's text is clipped.
			line, _, _ = strings.Cut(line, " text=")
			line, _, _ = strings.Cut(line, " by=")
			fields := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == ',' || r == '=' })
			slices.Sort(fields)
			return strings.Join(fields, " ")
		}
		a := news.Article{Text: exchange(c.article.Text), Published: c.article.Published, Source: c.article.Source}
		a.Identify()
		got := map[string]bool{}
		after := lines(&a, x.Article(&a))
		for _, l := range after {
			got[key(l)] = true
		}
		found, right := 0, 0
		for _, l := range c.facts {
			if slices.Contains(c.wrong, l) {
				continue
			}
			right++
			if want := exchange(l); got[key(want)] {
				found++
			} else {
				t.Logf("not found after the exchange: %s", want)
			}
		}
		if right == 0 {
			t.Fatal("the case holds no facts")
		}
		if share := float64(found) / float64(right); share < .95 {
			t.Errorf("%d of %d facts are found after the exchange; what came out:\n%s", found, right, strings.Join(after, "\n"))
		}
	}
}
