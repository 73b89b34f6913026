package timex

import (
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// monday returns the Monday of d's week.
func monday(d news.Date) news.Date { return d.AddDays(1 - isoDay(d)) }

// isoDay returns 1 for Monday to 7 for Sunday.
func isoDay(d news.Date) int { return (int(d.Weekday())+6)%7 + 1 }

// weekOf returns the ISO week of d as value and range.
func weekOf(d news.Date) (string, news.DateRange) {
	y, w := d.Time().ISOWeek()
	from := monday(d)
	return fmt.Sprintf("%04d-W%02d", y, w), news.DateRange{From: from, To: from.AddDays(6), Precision: news.PrecisionWeek}
}

// weekendOf returns the weekend of d's week.
func weekendOf(d news.Date) (string, news.DateRange) {
	v, r := weekOf(d)
	return v + "-WE", news.DateRange{From: r.To.AddDays(-1), To: r.To, Precision: news.PrecisionRange}
}

func dayOf(d news.Date) (string, news.DateRange) { return d.String(), news.Day(d) }

func monthOf(y, m int) (string, news.DateRange) {
	from := news.Date{Year: y, Month: time.Month(m), Day: 1}
	return fmt.Sprintf("%04d-%02d", y, m), news.DateRange{From: from, To: from.AddMonths(1).AddDays(-1), Precision: news.PrecisionMonth}
}

func quarterOf(y, q int) (string, news.DateRange) {
	from := news.Date{Year: y, Month: time.Month(3*q - 2), Day: 1}
	return fmt.Sprintf("%04d-Q%d", y, q), news.DateRange{From: from, To: from.AddMonths(3).AddDays(-1), Precision: news.PrecisionQuarter}
}

func halfOf(y, h int) (string, news.DateRange) {
	from := news.Date{Year: y, Month: time.Month(6*h - 5), Day: 1}
	return fmt.Sprintf("%04d-H%d", y, h), news.DateRange{From: from, To: from.AddMonths(6).AddDays(-1), Precision: news.PrecisionRange}
}

// seasonOf returns a season of the northern year, as the meteorologists count;
// winter runs from December of y into the next year.
func seasonOf(y, s int) (string, news.DateRange) {
	from := news.Date{Year: y, Month: time.Month(3*s + 3), Day: 1}
	return fmt.Sprintf("%04d-%s", y, seasonCodes[s]), news.DateRange{From: from, To: from.AddMonths(3).AddDays(-1), Precision: news.PrecisionRange}
}

func yearOf(y int) (string, news.DateRange) {
	return fmt.Sprintf("%04d", y), news.DateRange{From: news.Date{Year: y, Month: 1, Day: 1}, To: news.Date{Year: y, Month: 12, Day: 31}, Precision: news.PrecisionYear}
}

// decadeOf returns the ten years that start with y; TIMEX3 drops the last digit.
func decadeOf(y int) (string, news.DateRange) {
	return fmt.Sprintf("%03d", y/10), years(y, y+9)
}

// centuryOf returns the hundred years that start with y; TIMEX3 drops two digits.
func centuryOf(y int) (string, news.DateRange) {
	return fmt.Sprintf("%02d", y/100), years(y, y+99)
}

func years(from, to int) news.DateRange {
	return news.DateRange{From: news.Date{Year: from, Month: 1, Day: 1}, To: news.Date{Year: to, Month: 12, Day: 31}, Precision: news.PrecisionRange}
}

// valid reports whether the calendar has the day; year 0 stands for an unknown one.
func valid(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	if y == 0 {
		y = 2024 // a leap year: 29 February is possible
	}
	first := news.Date{Year: y, Month: time.Month(m), Day: 1}
	return d <= first.AddMonths(1).AddDays(-1).Day
}

// unitOf returns the calendar unit of kind u that lies n units after the one
// with d in it.
func unitOf(d news.Date, u, n int) (string, news.DateRange) {
	switch u {
	case day:
		return dayOf(d.AddDays(n))
	case week:
		return weekOf(d.AddDays(7 * n))
	case fortnight:
		return weekOf(d.AddDays(14 * n))
	case weekend:
		return weekendOf(d.AddDays(7 * n))
	case aMonth:
		e := news.Date{Year: d.Year, Month: d.Month, Day: 1}.AddMonths(n)
		return monthOf(e.Year, int(e.Month))
	case quarter:
		e := news.Date{Year: d.Year, Month: d.Month, Day: 1}.AddMonths(3 * n)
		return quarterOf(e.Year, (int(e.Month)+2)/3)
	case year:
		return yearOf(d.Year + n)
	case aDecade:
		return decadeOf(d.Year/10*10 + 10*n)
	case century:
		return centuryOf(d.Year/100*100 + 100*n)
	}
	return "", news.DateRange{}
}

// shift returns d moved by n units, with no calendar unit kept.
func shift(d news.Date, u, n int) news.Date {
	switch u {
	case day:
		return d.AddDays(n)
	case week, weekend:
		return d.AddDays(7 * n)
	case fortnight:
		return d.AddDays(14 * n)
	case aMonth:
		return d.AddMonths(n)
	case quarter:
		return d.AddMonths(3 * n)
	case year:
		return d.AddMonths(12 * n)
	case aDecade:
		return d.AddMonths(120 * n)
	case century:
		return d.AddMonths(1200 * n)
	}
	return d
}

// sane reports whether year y is one that dates of news can have; sums with
// large numbers leave it.
func sane(y int) bool { return y >= 1 && y <= 9999 }
