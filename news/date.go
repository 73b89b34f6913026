package news

import (
	"fmt"
	"time"
)

// Date is a civil date, without a time zone. The zero Date means unknown.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the civil date of t in t's own zone, and the zero Date for
// the zero time.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseDate reads YYYY-MM-DD. It refuses days that no calendar has.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, Errorf(BadInput, "%q is not a date: write it as 2025-08-07", clip(s, 40))
	}
	return DateOf(t), nil
}

// IsZero reports whether d is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Time returns midnight UTC of d.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String returns d as YYYY-MM-DD, and "" when it is unknown.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// AddDays returns the date n days after d.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// AddMonths returns the date n months after d, or the last day of that month
// where it has no such day.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// Weekday returns the day of the week of d.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// Compare returns -1, 0 or 1 as d is before, equal to or after e. An unknown
// date comes first.
func (d Date) Compare(e Date) int { return d.Time().Compare(e.Time()) }

// Before reports whether d is before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is after e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// Days returns the number of days from d to e.
func (d Date) Days(e Date) int { return int(e.Time().Sub(d.Time()).Hours() / 24) }

// MarshalText writes d as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

// Precision says how exactly a date range is known: it is the calendar unit
// that the text names.
type Precision string

// The precisions of a DateRange, from fine to coarse. PrecisionRange is a
// stretch that is no calendar unit ("between 3 and 8 May").
const (
	PrecisionDay     Precision = "day"
	PrecisionWeek    Precision = "week"
	PrecisionMonth   Precision = "month"
	PrecisionQuarter Precision = "quarter"
	PrecisionYear    Precision = "year"
	PrecisionRange   Precision = "range"
)

// DateRange is the stretch of days within which something happens, both ends
// included. A zero From or To is an open end; the zero DateRange is unknown.
type DateRange struct {
	From      Date      `json:"from"`
	To        Date      `json:"to"`
	Precision Precision `json:"precision,omitempty"`
}

// Day returns the range of the one day d, and the unknown range for the zero Date.
func Day(d Date) DateRange {
	if d.IsZero() {
		return DateRange{}
	}
	return DateRange{From: d, To: d, Precision: PrecisionDay}
}

// IsZero reports whether r is unknown.
func (r DateRange) IsZero() bool { return r.From.IsZero() && r.To.IsZero() }

// IsDay reports whether r is one single day.
func (r DateRange) IsDay() bool { return !r.From.IsZero() && r.From == r.To }

// Intersect returns the days that both ranges hold, and whether there are
// any. An unknown range holds every day.
func (r DateRange) Intersect(s DateRange) (DateRange, bool) {
	if r.IsZero() {
		return s, true
	}
	if s.IsZero() {
		return r, true
	}
	out := r
	if out.From.IsZero() || (!s.From.IsZero() && s.From.After(out.From)) {
		out.From = s.From
	}
	if out.To.IsZero() || (!s.To.IsZero() && s.To.Before(out.To)) {
		out.To = s.To
	}
	if !out.From.IsZero() && !out.To.IsZero() && out.To.Before(out.From) {
		return DateRange{}, false
	}
	switch {
	case out.From == r.From && out.To == r.To:
		out.Precision = r.Precision
	case out.From == s.From && out.To == s.To:
		out.Precision = s.Precision
	case out.IsDay():
		out.Precision = PrecisionDay
	default:
		out.Precision = PrecisionRange
	}
	return out, true
}
