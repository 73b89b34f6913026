package timex_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/timex"
	"github.com/newsgraph/newsgraph/news"
)

// analyzer is made once for all tests.
var analyzer = sync.OnceValue(func() *analyze.Analyzer {
	a, err := analyze.New()
	if err != nil {
		panic(err)
	}
	return a
})

// thursday is the day of publication in most tests.
var thursday = news.Date{Year: 2025, Month: time.August, Day: 7}

// read returns the expressions of text, one a line: words, type and value,
// then the days they allow, and the event that they count from.
func read(text string, published news.Date) string {
	doc := analyzer().Analyze(text)
	var lines []string
	for _, x := range timex.Find(doc, published) {
		words := string([]rune(text)[doc.Tokens[x.Tokens.Start].Start:doc.Tokens[x.Tokens.End-1].End])
		s := fmt.Sprintf("%s: %s %s", words, x.Type, x.Value)
		if d := x.Days(); !d.IsZero() {
			s += fmt.Sprintf(" [%s..%s %s]", d.From, d.To, d.Precision)
		}
		if x.Anchor >= 0 {
			s += fmt.Sprintf(" %+d from %s", x.Offset, doc.Tokens[x.Anchor].Text)
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func check(t *testing.T, tests []struct{ name, text, want string }) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(tt.text, thursday)); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

func TestAbsoluteDates(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"month first", "The treaty was signed on March 3, 2014.", "March 3, 2014: DATE 2014-03-03 [2014-03-03..2014-03-03 day]"},
		{"day first", "The treaty was signed on 3 March 2014.", "3 March 2014: DATE 2014-03-03 [2014-03-03..2014-03-03 day]"},
		{"ordinal", "The treaty was signed on the 3rd of March 2014.", "the 3rd of March 2014: DATE 2014-03-03 [2014-03-03..2014-03-03 day]"},
		{"abbreviated", "The treaty was signed on Dec. 7th, 2016.", "Dec. 7th, 2016: DATE 2016-12-07 [2016-12-07..2016-12-07 day]"},
		{"weekday in front", "The treaty was signed on Monday, March 3, 2014.", "Monday, March 3, 2014: DATE 2014-03-03 [2014-03-03..2014-03-03 day]"},
		{"ISO", "The file is dated 2014-03-05.", "2014-03-05: DATE 2014-03-05 [2014-03-05..2014-03-05 day]"},
		{"month and year", "The war began in February 2022.", "February 2022: DATE 2022-02 [2022-02-01..2022-02-28 month]"},
		{"year", "The war began in 2014.", "2014: DATE 2014 [2014-01-01..2014-12-31 year]"},
		{"decade", "The war began in the 1990s.", "the 1990s: DATE 199 [1990-01-01..1999-12-31 range]"},
		{"century", "The war began in the 19th century.", "the 19th century: DATE 18 [1800-01-01..1899-12-31 range]"},
		{"quarter", "Sales fell in the third quarter of 2024.", "the third quarter of 2024: DATE 2024-Q3 [2024-07-01..2024-09-30 quarter]"},
		{"season", "The talks were held in spring 2024.", "spring 2024: DATE 2024-SP [2024-03-01..2024-05-31 range]"},
		{"early in a year", "The talks were held in early 2024.", "early 2024: DATE 2024 [2024-01-01..2024-12-31 year]"},
		{"fiscal year", "The budget for fiscal year 2024 was cut.", "fiscal year 2024: DATE FY2024"},
		{"no such day", "The treaty was signed on February 30, 2014.", "2014: DATE 2014 [2014-01-01..2014-12-31 year]"},
		{"quarter by its number", "Sales fell in Q3 2024.", "Q3 2024: DATE 2024-Q3 [2024-07-01..2024-09-30 quarter]"},
		{"nine eleven", "The 9/11 attacks came first.", "9/11: DATE 2001-09-11 [2001-09-11..2001-09-11 day]"},
		{"the attacks of September 11", "Laws changed after the Sept. 11 attacks.", "Sept. 11: DATE 2001-09-11 [2001-09-11..2001-09-11 day]"},
		{"an age is no year", "It is a 2000 year old tradition.", ""},
		{"numbers are no years", "About 2000 people came, and 1,990 paid $2014.", ""},
		{"may, march and august", "They may march on in august company.", ""},
	})
}

func TestRelativeToPublication(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"past weekday", "They met on Tuesday.", "Tuesday: DATE 2025-08-05 [2025-08-05..2025-08-05 day]"},
		{"coming weekday", "They will meet on Tuesday.", "Tuesday: DATE 2025-08-12 [2025-08-12..2025-08-12 day]"},
		{"the day of publication", "They met on Thursday.", "Thursday: DATE 2025-08-07 [2025-08-07..2025-08-07 day]"},
		{"last", "They met last Thursday.", "last Thursday: DATE 2025-07-31 [2025-07-31..2025-07-31 day]"},
		{"next", "They will meet next Monday.", "next Monday: DATE 2025-08-11 [2025-08-11..2025-08-11 day]"},
		{"scheduled", "The hearing was scheduled for Monday.", "Monday: DATE 2025-08-11 [2025-08-11..2025-08-11 day]"},
		{"agreed to", "They agreed to meet on Monday.", "Monday: DATE 2025-08-11 [2025-08-11..2025-08-11 day]"},
		{"forced to", "He was forced to resign on Monday.", "Monday: DATE 2025-08-04 [2025-08-04..2025-08-04 day]"},
		{"yesterday", "They met yesterday.", "yesterday: DATE 2025-08-06 [2025-08-06..2025-08-06 day]"},
		{"tonight", "They meet tonight.", "tonight: TIME 2025-08-07TNI [2025-08-07..2025-08-07 day]"},
		{"last week", "They met last week.", "last week: DATE 2025-W31 [2025-07-28..2025-08-03 week]"},
		{"next week", "They may meet next week.", "next week: DATE 2025-W33 [2025-08-11..2025-08-17 week]"},
		{"earlier this month", "They met earlier this month.", "earlier this month: DATE 2025-08 [2025-08-01..2025-08-07 range]"},
		{"next year", "The plant will open next year.", "next year: DATE 2026 [2026-01-01..2026-12-31 year]"},
		{"month in the past", "They met in September.", "September: DATE 2024-09 [2024-09-01..2024-09-30 month]"},
		{"month to come", "They will meet in September.", "September: DATE 2025-09 [2025-09-01..2025-09-30 month]"},
		{"years ago", "They met three years ago.", "three years ago: DATE 2022 [2022-01-01..2022-12-31 year]"},
		{"days ago", "They met two days ago.", "two days ago: DATE 2025-08-05 [2025-08-05..2025-08-05 day]"},
		{"unknown number ago", "They met several years ago.", "several years ago: DATE PAST_REF"},
		{"end of", "They want peace by the end of the year.", "the end of the year: DATE 2025 [..2025-12-31 range]"},
		{"last summer", "They met last summer.", "last summer: DATE 2024-SU [2024-06-01..2024-08-31 range]"},
		{"two days in a row", "They will meet next Wednesday and Thursday.", "next Wednesday: DATE 2025-08-13 [2025-08-13..2025-08-13 day]\nThursday: DATE 2025-08-14 [2025-08-14..2025-08-14 day]"},
		{"to the day", "A year ago today, the government fell.", "A year ago today: DATE 2024-08-07 [2024-08-07..2024-08-07 day]"},
		{"the day of the telling", "The minister told parliament on Tuesday the bank would stand.", "Tuesday: DATE 2025-08-05 [2025-08-05..2025-08-05 day]"},
		{"last Christmas", "They met last Christmas.", "last Christmas: DATE 2024-12-25 [2024-12-25..2024-12-25 day]"},
		{"Easter", "They met at Easter.", "Easter: DATE 2025-04-20 [2025-04-20..2025-04-20 day]"},
		{"next Thanksgiving", "They will meet next Thanksgiving.", "next Thanksgiving: DATE 2025-11-27 [2025-11-27..2025-11-27 day]"},
		{"Ramadan", "They met during Ramadan.", "Ramadan: DATE 2025-03-01/2025-03-30 [2025-03-01..2025-03-30 range]"},
		{"now", "They are now in Geneva.", "now: DATE PRESENT_REF"},
		{"pushed back to", "The summit, planned for June 15, was pushed back to September 10 at their request.", "June 15: DATE 2025-06-15 [2025-06-15..2025-06-15 day]\nSeptember 10: DATE 2025-09-10 [2025-09-10..2025-09-10 day]"},
		{"remained until", "The ban remained in place until November.", "November: DATE 2024-11 [..2024-11-30 range]"},
		{"the day of a count", "The withdrawal starts on the 16th day of the truce.", ""},
		{"months later, in a plan", "The talks will resume weeks later.", "weeks later: DATE FUTURE_REF"},
	})
}

func TestRelationsAndRanges(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"since", "They have been at war since 2014.", "2014: DATE 2014 [2014-01-01.. range]"},
		{"before", "They must agree before Friday.", "Friday: DATE 2025-08-08 [..2025-08-07 range]"},
		{"until", "The ban runs until 3 May 2026.", "3 May 2026: DATE 2026-05-03 [..2026-05-03 range]"},
		{"from to, years", "He ruled from 2004 to 2009.", "2004: DATE 2004 [2004-01-01..2009-12-31 range]\n2009: DATE 2009 [2004-01-01..2009-12-31 range]"},
		{"from to, days", "The fair runs from 3 to 8 May 2026.", "3 to 8 May 2026: DATE 2026-05-03/2026-05-08 [2026-05-03..2026-05-08 range]"},
		{"days with a dash", "The fair ran May 3-8, 2024.", "May 3-8, 2024: DATE 2024-05-03/2024-05-08 [2024-05-03..2024-05-08 range]"},
		{"weekdays", "The talks lasted from Monday to Wednesday.", "Monday: DATE 2025-08-04 [2025-08-04..2025-08-06 range]\nWednesday: DATE 2025-08-06 [2025-08-04..2025-08-06 range]"},
		{"a stretch of months into a stated year", "The tax was raised from November to March 2022.", "November: DATE 2021-11 [2021-11-01..2022-03-31 range]\nMarch 2022: DATE 2022-03 [2021-11-01..2022-03-31 range]"},
		{"a stretch of days in a stated year", "The truce held between 3 May and 7 June 2019.", "3 May: DATE 2019-05-03 [2019-05-03..2019-06-07 range]\n7 June 2019: DATE 2019-06-07 [2019-05-03..2019-06-07 range]"},
	})
}

func TestDurationsSetsAndClocks(t *testing.T) {
	check(t, []struct{ name, text, want string }{
		{"days", "The talks lasted three days.", "three days: DURATION P3D"},
		{"weeks in words", "The talks lasted for several weeks.", "several weeks: DURATION PXW"},
		{"adjective", "They agreed on a two-year plan.", "two-year: DURATION P2Y"},
		{"hours", "The siege lasted 36 hours.", "36 hours: DURATION PT36H"},
		{"the past months", "He travelled in the past three months.", "the past three months: DURATION P3M [2025-05-07..2025-08-07 range]"},
		{"no age", "The 81-year-old leader is 81 years old.", ""},
		{"ages of children", "The vaccine is for those aged six months and more, and safe at the age of four months.", ""},
		{"every day", "They meet every day.", "every day: SET P1D"},
		{"yearly", "The annual meeting was cancelled.", "annual: SET P1Y"},
		{"clock and day", "They meet at 5 p.m. Friday.", "5 p.m. Friday: TIME 2025-08-08T17:00 [2025-08-08..2025-08-08 day]"},
		{"clock and zone", "They met at 16:15 UTC.", "16:15 UTC: TIME 2025-08-07T16:15Z"},
		{"part of a day", "They met on Tuesday morning.", "Tuesday morning: TIME 2025-08-05TMO [2025-08-05..2025-08-05 day]"},
		{"a decade", "It is the first such visit in a decade.", "a decade: DURATION P1DE"},
		{"centuries", "The custom lasted for two centuries.", "two centuries: DURATION P2CE"},
		{"half a century", "The dam was built half a century ago.", "half a century ago: DATE 1975 [1975-01-01..1975-12-31 year]"},
		{"quarter of a century", "A quarter of a century later, the dam broke.", "A quarter of a century later: DATE 2050 [2050-01-01..2050-12-31 year]"},
		{"and a half", "The siege lasted two and a half years.", "two and a half years: DURATION P2.5Y"},
		{"a unit and a half", "The siege ended a year and a half ago.", "a year and a half ago: DATE 2024-02 [2024-02-01..2024-02-29 month]"},
		{"recent years", "Prices have risen in recent years.", "recent years: DURATION PXY"},
		{"coming weeks", "Prices will rise in the coming weeks.", "the coming weeks: DURATION PXW"},
		{"months ahead", "Prices will rise in the months ahead.", "the months ahead: DURATION PXM"},
		{"the next decade", "Prices will rise over the next decade.", "the next decade: DURATION P1DE"},
		{"the verb last", "The repairs will last several weeks.", "several weeks: DURATION PXW"},
		{"weeklong", "The weeklong strike is over.", "weeklong: DURATION P1W"},
		{"every other Monday and more", "They meet on Mondays and fast on Friday evenings.", "Mondays: SET XXXX-WXX-1\nFriday evenings: SET XXXX-WXX-5TEV"},
		{"biennial", "The biennial fair is held once every two years.", "biennial: SET P2Y\nonce every two years: SET P2Y"},
		{"a day by amounts", "They pump 300 barrels a day.", "a day: SET P1D"},
		{"a day like others", "It was a day nobody will forget.", ""},
		{"one day in the future", "One day, they will return.", "One day: DATE FUTURE_REF"},
		{"long ago", "Not long ago, the town was rich.", "Not long ago: DATE PAST_REF"},
		{"the near future", "The near future looks bleak.", "The near future: DATE FUTURE_REF"},
		{"the day before yesterday", "They met the day before yesterday.", "the day before yesterday: DATE 2025-08-05 [2025-08-05..2025-08-05 day]"},
		{"noon", "They met at noon on Tuesday.", "noon: TIME 2025-08-05T12:00 [2025-08-05..2025-08-05 day]\nTuesday: DATE 2025-08-05 [2025-08-05..2025-08-05 day]"},
		{"in words", "They met at six o'clock.", "six o'clock: TIME 2025-08-07T06:00"},
		{"in the evening", "They met at 8 in the evening.", "8 in the evening: TIME 2025-08-07T20:00"},
		{"year's end", "The plant will close by year's end.", "year's end: DATE 2025 [..2025-12-31 range]"},
		{"months of the year", "Sales fell in the first nine months of the year.", "nine months: DURATION P9M\nthe year: DATE 2025 [2025-01-01..2025-12-31 year]"},
		{"a day soon to come", "The court called off the hearing on August 20.", "August 20: DATE 2025-08-20 [2025-08-20..2025-08-20 day]"},
		{"night club", "The night club was closed.", ""},
		{"a day of mourning", "They declared May 19 a day of mourning.", "May 19: DATE 2025-05-19 [2025-05-19..2025-05-19 day]"},
		{"as many days", "It was the third attempt in as many days.", ""},
		{"a clock before its day", "He was shot at roughly 2am (0100 UTC) on Tuesday.", "2am: TIME 2025-08-05T02:00 [2025-08-05..2025-08-05 day]\n0100 UTC: TIME 2025-08-05T01:00Z [2025-08-05..2025-08-05 day]\nTuesday: DATE 2025-08-05 [2025-08-05..2025-08-05 day]"},
	})
}

func TestUnknownPublication(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"weekday", "They met on Tuesday.", "Tuesday: DATE XXXX-WXX-2"},
		{"day of a month", "They met on May 3.", "May 3: DATE XXXX-05-03"},
		{"today", "They met today.", "today: DATE PRESENT_REF"},
		{"full date", "They met on May 3, 2024.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]"},
		{"dateline stands in", "GENEVA, May 3, 2024 - They met yesterday.", "May 3, 2024: DATE 2024-05-03 [2024-05-03..2024-05-03 day]\nyesterday: DATE 2024-05-02 [2024-05-02..2024-05-02 day]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, read(tt.text, news.Date{})); diff != "" {
				t.Errorf("%s\n(-want +got)\n%s", tt.text, diff)
			}
		})
	}
}

func TestDateline(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"place and dash", "GENEVA, May 3, 2024 — The ministers met.", "2024-05-03"},
		{"a line of its own", "Ministers meet in Geneva\nFriday, May 3, 2024\nThe ministers met.", "2024-05-03"},
		{"no year", "GENEVA, May 3 — The ministers met.", ""},
		{"no year, but a weekday", "GENEVA, May 3 (Reuters) - The ministers, in office since 2022, met on Thursday, May 2.", "2024-05-03"},
		{"years to come say nothing", "GENEVA, May 3 (Reuters) - The ministers, in office since 2022, met on Thursday, May 2. They will meet again in 2030.", "2024-05-03"},
		{"no year that fits", "GENEVA, May 3 (Reuters) - The ministers, in office since 2020, met on Sunday, May 2. On Monday, May 2, it rained.", ""},
		{"a weekday and no year named", "GENEVA, May 3 (Reuters) - The ministers met on Thursday, May 2.", ""},
		{"in a sentence", "The ministers met on May 3, 2024 in Geneva.", ""},
		{"none", "The ministers met.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := timex.Dateline(analyzer().Analyze(tt.text)).String(); got != tt.want {
				t.Errorf("Dateline(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

// FuzzFind holds that no text makes Find panic, that what it returns is in
// order without overlaps, and that every range runs forward.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "the", "last week", "the next 999999999 years", "May 31-2, 2024", "2014-99-99", "in '98", "the end of the end of the", "99 centuries ago", "İ May", "1 to 2 to 3 May", "a decade ago 12:00 UTC Monday"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		doc := analyzer().Analyze(text)
		end := 0
		for _, x := range timex.Find(doc, thursday) {
			if x.Tokens.Start < end || x.Tokens.End <= x.Tokens.Start || x.Tokens.End > len(doc.Tokens) {
				t.Fatalf("%q: %+v after token %d of %d", text, x, end, len(doc.Tokens))
			}
			end = x.Tokens.End
			if x.Anchor < -1 || x.Anchor >= len(doc.Tokens) {
				t.Fatalf("%q: anchor %d", text, x.Anchor)
			}
			if r := x.Range; !r.From.IsZero() && !r.To.IsZero() && r.To.Before(r.From) {
				t.Fatalf("%q: %+v runs backward", text, x)
			}
		}
	})
}
