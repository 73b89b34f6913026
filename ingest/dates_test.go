package ingest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest"
)

// The second line of a text file is read as a date in the ways in which
// outlets write them; "-" is a line that is text, "?" a date that no calendar has.
func TestSecondLinesThatAreDates(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Aug 07, 2025", "2025-08-07"},
		{"August 7, 2025", "2025-08-07"},
		{"Sept. 7, 2025", "2025-09-07"},
		{"7 August 2025", "2025-08-07"},
		{"Thursday, 7th of August 2025", "-"},
		{"Thu 7 Aug 2025", "2025-08-07"},
		{"2025-08-07", "2025-08-07"},
		{"2025/08/07", "2025-08-07"},
		{"2025-08-07T23:30:00-05:00", "2025-08-07 2025-08-08T04:30Z"},
		{"2025-08-07T10:00:00Z", "2025-08-07 2025-08-07T10:00Z"},
		{"2025-08-07T10:00:00", "2025-08-07"},
		{"2025-08-07 10:00", "2025-08-07"},
		{"Thu, 07 Aug 2025 10:00:00 GMT", "2025-08-07 2025-08-07T10:00Z"},
		{"Thu, 07 Aug 2025 10:00:00 +0530", "2025-08-07 2025-08-07T04:30Z"},
		{"Aug 07, 2025 10:30 AM IST", "2025-08-07"}, // three zones have this name
		{"Published on Thursday, August 7, 2025 at 3:04 p.m.", "2025-08-07"},
		{"Updated: 7 August 2025", "2025-08-07"},
		{"Feb 30, 2025", "?"},
		{"2025-13-01", "?"},
		{"07/08/2025", "?"}, // July or August
		{"1 January 0001", "?"},
		{"In August 2025 they met.", "-"},
		{"August", "-"},
		{"2025", "-"},
		{"The ministers met on 7 August 2025", "-"},
	}
	for _, test := range tests {
		for it := range ingest.File("a.txt", strings.NewReader("Title\n"+test.in+"\nText.")) {
			a := it.Article
			got := a.Published.String()
			switch {
			case !a.PublishedAt.IsZero():
				got += a.PublishedAt.Format(" 2006-01-02T15:04Z07:00")
			case got == "" && strings.HasPrefix(a.Text, test.in):
				got = "-"
			case got == "":
				got = "?"
			}
			if got != test.want || (test.want == "?" || test.want == "-") != (len(it.Warnings) > 0) {
				t.Errorf("%q: got %q with %q, want %q", test.in, got, it.Warnings, test.want)
			}
		}
	}
}

func TestBarEnds(t *testing.T) {
	for _, total := range []int64{-1, 0, 10, 1000} {
		var out strings.Builder
		bar := ingest.NewBar(&out, max(total, 0), total >= 0)
		for i := range int64(5) {
			bar.Observe(ingest.Event{Bytes: 2 * i, So: ingest.Summary{Articles: int(i)}})
		}
		bar.Close() // comes back whether or not the bar is full
	}
	want := "3 articles: 1 new, 0 changed, 1 unchanged, 1 refused; claims: 0 new, 0 changed; facts: 0 new, 0 changed"
	if got := fmt.Sprint(ingest.Summary{Articles: 3, New: 1, Unchanged: 1, Refused: 1}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
