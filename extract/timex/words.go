package timex

import "strings"

// class says what a word can do in an expression of time.
type class uint8

const (
	none class = iota
	month
	weekday
	unit
	number
	ordinal
	season
	vague   // "several": a number nobody knows
	phase   // "early": which part of a stretch
	part    // "morning": a part of a day
	deictic // "yesterday"
	holiday
	every
	adverb // "daily"
	present
	past
	future
	previous // "last", "past", "previous"
	next     // "next", "following", "coming"
	this     // "this", "that", "same"
	article  // "the", "a"
	edge     // "end", "beginning"
	decade   // "nineties"
	lasting  // "weeklong"
	weekdays // "Mondays"
)

// word is what the lexicon holds for a form; n is the month, the weekday
// (Monday is 1), the number, or an index into one of the tables below.
type word struct {
	class class
	n     int
}

// The units of time, from short to long.
const (
	second = iota
	minute
	hour
	day
	weekend
	week
	fortnight
	aMonth
	quarter
	aSeason
	year
	aDecade
	century
)

// unitCodes are the TIMEX3 codes of the units in durations; "T" marks those of the clock.
var unitCodes = [...]string{"TS", "TM", "TH", "D", "WE", "W", "W", "M", "Q", "X", "Y", "DE", "CE"}

// partCodes are TIMEX3's parts of the day.
var partCodes = [...]string{"MO", "AF", "EV", "NI"}

// seasonCodes are TIMEX3's seasons.
var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// The indices of deictic words.
const (
	today = iota
	yesterday
	tomorrow
	tonight
)

// holidays gives the fixed days of the year behind the holidays' names.
var holidays = [...]struct{ month, day int }{{12, 25}, {12, 24}, {12, 31}, {1, 1}, {10, 31}, {2, 14}}

// lexicon maps lower-case forms to what they can do.
var lexicon = makeLexicon()

func makeLexicon() map[string]word {
	m := map[string]word{}
	// A row of forms for each number, from first on; "|" separates numbers.
	row := func(c class, first int, forms string) {
		for i, alternatives := range strings.Split(forms, "|") {
			for f := range strings.FieldsSeq(alternatives) {
				m[f] = word{c, first + i}
			}
		}
	}
	row(month, 1, "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec")
	row(weekday, 1, "monday mon|tuesday tue tues|wednesday wed|thursday thu thurs thur|friday fri|saturday sat|sunday sun")
	row(unit, second, "second seconds secs|minute minutes mins min|hour hours hrs|day days|weekend weekends|week weeks|fortnight fortnights|month months|quarter quarters||year years yr yrs|decade decades|century centuries")
	row(number, 1, "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty")
	for i, tens := range strings.Fields("thirty forty fifty sixty seventy eighty ninety hundred") {
		m[tens] = word{number, 30 + 10*i}
	}
	row(ordinal, 1, "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first")
	m["second"] = word{unit, second} // read as an ordinal where an article precedes
	m["final"] = word{ordinal, -1}
	row(season, 0, "spring springtime|summer summertime|autumn fall|winter wintertime")
	row(vague, 0, "few several some many couple dozen dozens numerous countless")
	row(phase, 0, "early|late|mid|earlier|later")
	row(part, 0, "morning mornings|afternoon afternoons|evening evenings|night nights overnight")
	row(deictic, today, "today|yesterday|tomorrow|tonight")
	row(holiday, 0, "christmas|||halloween")
	row(every, 0, "every each")
	row(adverb, day, "daily nightly||weekly|fortnightly|monthly|quarterly||yearly annual annually")
	row(adverb, hour, "hourly")
	row(lasting, hour, "hourlong|daylong||weeklong||monthlong|||yearlong|decadelong|centurylong")
	row(weekdays, 1, "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays")
	row(present, 0, "now currently nowadays presently ongoing current")
	row(past, 0, "recently lately recent")
	row(future, 0, "soon shortly")
	row(previous, 0, "last past previous preceding prior")
	row(next, 0, "next following coming upcoming subsequent ensuing forthcoming")
	row(this, 0, "this that same these those")
	row(article, 0, "the a an its their his her our")
	row(edge, 0, "end close|beginning start outset|middle")
	row(decade, 0, "|||twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties")
	return m
}

// capitalOnly holds the short or ambiguous forms that name a month or a
// weekday only with a capital letter.
var capitalOnly = map[string]bool{
	"may": true, "march": true, "mar": true, "jan": true, "feb": true, "apr": true, "jun": true, "jul": true, "aug": true,
	"sep": true, "sept": true, "oct": true, "nov": true, "dec": true, "mon": true, "tue": true, "tues": true, "wed": true,
	"thu": true, "thur": true, "thurs": true, "fri": true, "sat": true, "sun": true, "august": true,
}

// openers are the prepositions after which a bare year or season is a date.
var openers = map[string]bool{
	"in": true, "since": true, "by": true, "until": true, "till": true, "from": true, "to": true, "of": true, "during": true,
	"before": true, "after": true, "between": true, "through": true, "throughout": true, "for": true, "around": true, "circa": true,
	"late": true, "early": true, "mid": true, "the": true, "and": true, "or": true, "into": true, "as": true, "than": true,
	"this": true, "last": true, "next": true, "that": true, "over": true, "on": true, "back": true, "earlier": true, "later": true,
}

// zones are names of time zones as they follow a clock time.
var zones = map[string]bool{
	"utc": true, "gmt": true, "est": true, "edt": true, "et": true, "pst": true, "pdt": true, "pt": true, "cst": true, "cdt": true,
	"bst": true, "cet": true, "cest": true, "ist": true, "msk": true, "jst": true, "aest": true, "aedt": true, "local": true, "z": true, "ast": true, "hkt": true, "sgt": true, "pkt": true, "kst": true, "nzst": true, "nzdt": true, "irst": true, "trt": true, "wat": true, "cat": true, "pht": true, "npt": true, "sast": true, "eat": true, "wib": true,
}

// relations gives the sense of the prepositions before a date.
var relations = map[string]string{
	"before": "before", "after": "after", "following": "after", "since": "since", "until": "until", "till": "until", "through": "until", "by": "by",
}
