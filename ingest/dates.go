package ingest

import (
	"regexp"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// withTime and withDay are the ways in which a moment and a day are written.
// Days in numbers alone (07/08/2025) are not read: they mean two days.
var (
	withTime = []string{
		time.RFC3339Nano, "2006-01-02T15:04:05.999999999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "20060102T150405Z0700",
		"2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 -0700 MST",
		"2006-01-02 15:04:05 MST", "2006-01-02 15:04 -0700", "2006-01-02 15:04 MST",
		"2 January 2006 15:04:05 -0700", "2 January 2006 15:04:05 MST", "2 January 2006 15:04 -0700", "2 January 2006 15:04 MST",
		"January 2 15:04:05 MST 2006", "January 2 15:04:05 -0700 2006",
		"January 2, 2006 15:04 MST", "January 2, 2006 3:04 PM MST", "January 2, 2006 3:04 PM -0700",
	}
	// withoutZone hold a clock that names no zone: the day stands, the moment is unknown.
	withoutZone = []string{
		"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04:05.999999999", "2006-01-02 15:04",
		"January 2, 2006 15:04", "January 2, 2006 3:04 PM", "January 2, 2006, 3:04 PM", "January 2, 2006 3:04PM",
		"2 January 2006 15:04", "2 January 2006 3:04 PM", "2 January 2006 15:04:05",
		"2006-01-02", "2006/01/02", "2006.01.02", "20060102",
		"January 2, 2006", "January 2 2006", "2 January 2006", "2 January, 2006", "2-January-2006", "2006 January 2",
	}
	weekday   = regexp.MustCompile(`(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?`)
	lead      = regexp.MustCompile(`(?i)^(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|date|released|issued)(?:\s+(?:on|at))?\s*:?|on)\s+`)
	ordinal   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)\b`)
	monthName = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?`)
	clock     = regexp.MustCompile(`(?i)\b(\d{1,2}:\d{2}(?::\d{2})?)\s*([ap])\.?m\b\.?`)
	blanks    = regexp.MustCompile(`\s+`)
	// dateLike is a line that means to be a date, whether or not there is such a day.
	dateLike = regexp.MustCompile(`(?i)^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|` +
		`(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|\d{1,2}[- ](?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?[- ]\d{4})` +
		`(?:\W.{0,30})?$`)
	months = map[string]string{
		"jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June",
		"jul": "July", "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
	}
)

// The years in which news can have been published: earlier and later ones
// are mistakes of whoever wrote the date (0001, 1900 for "none", 9999).
const (
	firstYear = 1605 // the first newspaper, the Relation of Strasbourg
	lastYear  = 2100
)

// readDate reads a date of publication in the ways that articles write it:
// the day in the writer's own zone, and the moment where zone and clock are
// given. It refuses days that no calendar has and years without news.
func readDate(s string) (day news.Date, moment time.Time, ok bool) {
	s = tidyDate(s)
	if len(s) > 60 {
		return news.Date{}, time.Time{}, false
	}
	for _, layout := range withTime {
		if t, err := time.ParseInLocation(layout, s, time.UTC); err == nil {
			return ofYear(t, knownZone(t))
		}
	}
	for _, layout := range withoutZone {
		if t, err := time.ParseInLocation(layout, s, time.UTC); err == nil {
			return ofYear(t, false)
		}
	}
	return news.Date{}, time.Time{}, false
}

// knownZone reports whether t has the offset that its text gives: a name of
// a zone that Go does not know ("IST" is three zones) has none.
func knownZone(t time.Time) bool {
	name, offset := t.Zone()
	return offset != 0 || name == "UTC" || name == "GMT" || name == ""
}

func ofYear(t time.Time, zoned bool) (news.Date, time.Time, bool) {
	if t.Year() < firstYear || t.Year() > lastYear {
		return news.Date{}, time.Time{}, false
	}
	if !zoned {
		return news.DateOf(t), time.Time{}, true
	}
	return news.DateOf(t), t.UTC(), true
}

// tidyDate writes months in full and the clock in capitals, and drops the
// weekday and words before ("Published on Thursday, Aug. 7th, 2025").
func tidyDate(s string) string {
	s = blanks.ReplaceAllString(strings.TrimSpace(s), " ")
	if len(s) > 100 {
		return s
	}
	s = lead.ReplaceAllString(s, "")
	s = weekday.ReplaceAllString(s, "")
	s = ordinal.ReplaceAllString(s, "$1")
	s = monthName.ReplaceAllStringFunc(s, func(m string) string { return months[strings.ToLower(m[:3])] })
	s = clock.ReplaceAllStringFunc(s, func(m string) string {
		p := clock.FindStringSubmatch(m)
		return p[1] + " " + strings.ToUpper(p[2]) + "M"
	})
	s = strings.NewReplacer(" | ", " ", " at ", " ", " - ", " ").Replace(s)
	return strings.TrimSpace(s)
}
