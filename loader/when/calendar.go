package when

import "time"

// midnight is the start of a civil day, in UTC. Out-of-range months and days
// overflow as in time.Date.
func midnight(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// dayOf is the civil day that t shows on its own clock, at midnight UTC.
func dayOf(t time.Time) time.Time {
	year, month, day := t.Date()
	return midnight(year, int(month), day)
}

// daysIn is the number of days of a month.
func daysIn(year, month int) int { return midnight(year, month+1, 0).Day() }

// oneDay is the Date of a single day.
func oneDay(t time.Time) Date { return Date{From: t, To: t, Precision: Day} }

// wholeMonth is the Date of a calendar month; months beyond 1 to 12 overflow
// into the neighbouring years.
func wholeMonth(year, month int) Date {
	return Date{From: midnight(year, month, 1), To: midnight(year, month+1, 0), Precision: Month}
}

// wholeYear is the Date of a calendar year.
func wholeYear(year int) Date {
	return Date{From: midnight(year, 1, 1), To: midnight(year, 12, 31), Precision: Year}
}

// between is the Date of an interval of days, both ends included.
func between(from, to time.Time) Date { return Date{From: from, To: to, Precision: Range} }

// isoWeekday numbers the days of a week from Monday, 0, to Sunday, 6.
func isoWeekday(t time.Time) int { return (int(t.Weekday()) + 6) % 7 }

// monday is the first day of the ISO week that t lies in.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -isoWeekday(t)) }

// wholeWeek is the ISO week, Monday to Sunday, that t lies in.
func wholeWeek(t time.Time) Date { return between(monday(t), monday(t).AddDate(0, 0, 6)) }

// weekendOf is the Saturday and Sunday of the ISO week that t lies in.
func weekendOf(t time.Time) Date {
	return between(monday(t).AddDate(0, 0, 5), monday(t).AddDate(0, 0, 6))
}

// quarterOf is a quarter of a calendar year; quarters beyond 1 to 4 overflow.
func quarterOf(year, quarter int) Date {
	return between(midnight(year, 3*quarter-2, 1), midnight(year, 3*quarter+1, 0))
}

// seasonOf is the meteorological season of the northern hemisphere that begins
// with the given month of the given year (winter runs into the next year).
func seasonOf(year, month int) Date {
	return between(midnight(year, month, 1), midnight(year, month+3, 0))
}

// lastWeekday is the latest day with that ISO weekday not after t.
func lastWeekday(t time.Time, weekday int) time.Time {
	return t.AddDate(0, 0, -((isoWeekday(t) - weekday + 7) % 7))
}

// nextWeekday is the first day with that ISO weekday not before t.
func nextWeekday(t time.Time, weekday int) time.Time {
	return t.AddDate(0, 0, (weekday-isoWeekday(t)+7)%7)
}

// unit is a measure of calendar time.
type unit int

const (
	minutes unit = iota
	hours
	days
	weeks
	fortnights
	weekends
	months
	quarters
	years
	decades
)

// unitAround is the calendar unit that t lies in; ok is false for units that
// the calendar does not number.
func unitAround(t time.Time, u unit) (Date, bool) {
	switch u {
	case minutes, hours, days:
		return oneDay(t), true
	case weeks:
		return wholeWeek(t), true
	case weekends:
		return weekendOf(t), true
	case months:
		return wholeMonth(t.Year(), int(t.Month())), true
	case quarters:
		return quarterOf(t.Year(), (int(t.Month())+2)/3), true
	case years:
		return wholeYear(t.Year()), true
	default:
		return Date{}, false
	}
}

// shifted is the calendar unit n units after the one that t lies in. Hours
// short of a whole day do not leave the day.
func shifted(t time.Time, n int, u unit) (Date, bool) {
	switch u {
	case minutes:
		n = 0
	case hours:
		n /= 24
	case fortnights:
		n, u = 2*n, weeks
	}
	switch u {
	case minutes, hours, days:
		return oneDay(t.AddDate(0, 0, n)), true
	case weeks, weekends:
		return unitAround(t.AddDate(0, 0, 7*n), u)
	case months:
		return wholeMonth(t.Year(), int(t.Month())+n), true
	case quarters:
		return unitAround(midnight(t.Year(), int(t.Month())+3*n, 1), u)
	case years:
		return wholeYear(t.Year() + n), true
	default:
		return Date{}, false
	}
}

// moved is the day n units after t, for intervals that begin or end on t.
func moved(t time.Time, n int, u unit) time.Time {
	switch u {
	case minutes:
		return t
	case hours:
		return t.AddDate(0, 0, n/24)
	case weeks, weekends:
		return t.AddDate(0, 0, 7*n)
	case fortnights:
		return t.AddDate(0, 0, 14*n)
	case months:
		return t.AddDate(0, n, 0)
	case quarters:
		return t.AddDate(0, 3*n, 0)
	case years:
		return t.AddDate(n, 0, 0)
	case decades:
		return t.AddDate(10*n, 0, 0)
	default:
		return t.AddDate(0, 0, n)
	}
}
