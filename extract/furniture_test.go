package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/news"
)

// story is the article that the pages below print in their manner.
const story = `Zambian Foreign Minister Joyce Banda-Mutale met her Peruvian counterpart Luis Quispe in Lusaka on Tuesday, the ministry said.

"We will open an embassy in Lima," Banda-Mutale told reporters after the talks.

Zambia imposed an embargo on copper from Peru in 2019.`

// told returns the claims of a text without their places in it, in order.
func told(t *testing.T, text string) []string {
	t.Helper()
	a := &news.Article{ID: news.NewID("article", text), Text: text, Published: news.Date{Year: 2023, Month: 3, Day: 15}}
	e := extractor(t).Article(a)
	checkSpans(t, a, e)
	var out []string
	for _, l := range lines(a, e) {
		_, l, _ = strings.Cut(l, " ")
		out = append(out, l)
	}
	slices.Sort(out)
	return out
}

// What is printed around an article adds no claim and takes none away.
func TestFurniture(t *testing.T) {
	want := told(t, story)
	if len(want) < 5 {
		t.Fatalf("the bare article tells too little: %q", want)
	}
	first, rest, _ := strings.Cut(story, "\n\n")
	second, third, _ := strings.Cut(rest, "\n\n")
	for _, c := range []struct{ name, text string }{
		{"a broadcaster's page", "Image source, Getty Images\nImage caption, A street in Lusaka\n\nBy Mary Tembo\nExample News, Lusaka\n\n" + first + "\n\nAdvertisement\n\n" + second + "\n\nRead more:\n• Why Chad bans exports to Niger\n• Kenya and Uganda sign pact\n\n" + third + "\n\nMore on this story\n\nGhana attacks rebels in Mali\n\n2 March 2023\n\nRelated Topics"},
		{"an agency's wire", "LUSAKA, March 15 (Example) - " + first + "\n\n" + second + "\n\n" + third + "\n\n(Reporting by Ann Moyo and Bo Ek; Editing by Cy Dahl)\n\nOur Standards: The Example Principles."},
		{"a dateline below much else", "Listen to this article\n4 min\nShare\nLUSAKA (AP) — " + first + "\n\n" + second + "\n\n" + third + "\n\n___\n\nAssociated Press writer Zeke Dahl contributed to this report.\n\nFollow AP's coverage of Africa at https://example.org/africa"},
		{"an agency in slashes", "LUSAKA, March 15. /TASS/. " + first + "\n\n" + second + "\n\n" + third},
		{"an agency without a town", "March 15 (UPI) -- " + first + "\n\nRELATED Norway says it will hold talks with Sweden this weekend\n\n" + second + "\n\n" + third},
		{"an agency in brackets at the first word", "(CNN)" + first + "\n\n" + second + "\n\nSign up for our newsletter\n\n" + third + "\n\nCopyright 2023 Example. All rights reserved."},
		{"pictures of a row and of an archive", "1 of 3 | President Ali Bello shakes hands with Tom Reed in Abuja. (Photo by Kim Lee) | License Photo\n\nFILE - In this Sept. 5, 2018 photo, Jim Poe arrives for talks with Sam Orr in Rome.\n\n" + first + "\n\n" + second + "\n\n" + third},
		{"lines without blank lines between", "Published On 15 Mar 2023\n" + strings.ReplaceAll(story, "\n\n", "\n") + "\nALSO READ | Mali and Chad sign truce\nTags: Zambia, Peru"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(want, told(t, c.text)); diff != "" {
				t.Errorf("claims (-of the bare article +of the page):\n%s", diff)
			}
		})
	}
}

// A wrapped text tells what the same text tells in whole lines.
func TestWrappedLines(t *testing.T) {
	for _, width := range []int{60, 72} {
		var out []string
		for p := range strings.SplitSeq(story, "\n\n") {
			line := ""
			for w := range strings.FieldsSeq(p) {
				if line != "" && len(line)+1+len(w) > width {
					out, line = append(out, line), ""
				}
				line = strings.TrimSpace(line + " " + w)
			}
			out = append(out, line, "")
		}
		if diff := cmp.Diff(told(t, story), told(t, strings.Join(out, "\n"))); diff != "" {
			t.Errorf("claims at a width of %d (-whole +wrapped):\n%s", width, diff)
		}
	}
}

// Quotation marks typed as two grave accents and two apostrophes hold the same words.
func TestTypedQuotes(t *testing.T) {
	const mark = `"`
	typed := strings.Replace(strings.Replace(story, mark, "``", 1), mark, "''", 1)
	for _, l := range told(t, typed) {
		if strings.HasPrefix(l, "statement made speaker=Joyce Banda-Mutale") && strings.HasSuffix(l, "text=``We will open an embassy in Lima,''") {
			return
		}
	}
	t.Errorf("no statement with its marks in %q", told(t, typed))
}

// A line that ends within a phrase goes on, and what an agency puts below a
// story names nobody.
func TestShortWire(t *testing.T) {
	const line = "LUSAKA, March 3 - Zambia said on Tuesday that Peru and\nChad had signed a trade agreement in Lima.\n REUTER\n"
	got := told(t, line)
	if !slices.ContainsFunc(got, func(s string) bool {
		return strings.HasPrefix(s, "agreement signed party=Chad, Peru")
	}) {
		t.Errorf("no agreement of Peru and Chad in %q", got)
	}
	found, _ := readNames(t, line)
	if slices.ContainsFunc(found, func(s string) bool { return strings.Contains(s, "REUTER") }) {
		t.Errorf("a name below the story: %q", found)
	}
}

// A shortened rank before a name ends no sentence.
func TestShortRanks(t *testing.T) {
	for _, rank := range []string{"Cmdr.", "Sgt.", "Brig. Gen.", "Supt.", "Lt. Col.", "Det.", "Pvt.", "Cpl.", "Spc."} {
		t.Run(rank, func(t *testing.T) {
			got := told(t, "Peru is at peace. The raid in Lima ended on Monday, said police spokeswoman "+rank+" Rosa Quispe of Peru.")
			if !slices.ContainsFunc(got, func(s string) bool {
				return strings.HasPrefix(s, "statement made speaker=Rosa Quispe") && strings.Contains(s, "raid in Lima ended")
			}) {
				t.Errorf("no statement of Rosa Quispe in %q", got)
			}
		})
	}
}
