package when_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/internal/span"
	"demarche/loader/when"
)

// day reads a day of a test table.
func day(t testing.TB, iso string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// find looks through a whole text, published on the given day ("" for none).
func find(t testing.TB, text, published string) []when.Expr {
	t.Helper()
	ref := when.Reference{}
	if published != "" {
		ref.Published = day(t, published)
	}
	return when.Find(text, span.Span{End: len(text)}, ref)
}

// dates lists the best readings of the expressions.
func dates(found []when.Expr) string {
	iso := make([]string, len(found))
	for i, e := range found {
		iso[i] = e.Date.ISO()
	}
	return strings.Join(iso, " ")
}

// A row is a text, the day it was published and the dates it names.
type row struct{ text, published, want string }

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		t.Run(r.text, func(t *testing.T) {
			if got := dates(find(t, r.text, r.published)); got != r.want {
				t.Errorf("published %s: got %q, want %q", r.published, got, r.want)
			}
		})
	}
}

func TestWeekdays(t *testing.T) {
	// 31 December 2021 was a Friday.
	check(t, []row{
		{"The minister said on Thursday that talks would go on.", "2021-12-31", "2021-12-30"},
		{"The minister spoke on Friday.", "2021-12-31", "2021-12-31"},
		{"The minister spoke on Saturday.", "2021-12-31", "2021-12-25"},
		{"after Thursday's phone call", "2021-12-31", "2021-12-30"},
		{"after Thursday’s phone call", "2021-12-31", "2021-12-30"},
		{"the Thursday phone call between the two leaders", "2021-12-31", "2021-12-30"},
		{"last Thursday the fleet left", "2021-12-31", "2021-12-23"},
		{"next Thursday the fleet returns", "2021-12-31", "2022-01-06"},
		{"this Thursday the fleet left", "2021-12-31", "2021-12-30"},
		{"Thursday night saw clashes", "2021-12-31", "2021-12-30"},
		{"clashes broke out on Thursday morning", "2021-12-31", "2021-12-30"},
		{"late Wednesday the two sides agreed", "2021-12-31", "2021-12-29"},
		{"early on Monday a convoy crossed", "2021-12-31", "2021-12-27"},
		{"early Monday morning a convoy crossed", "2021-12-31", "2021-12-27"},
		{"at 1:30 p.m. on Tuesday", "2021-12-31", "2021-12-28"},
		{"The talks ended on Sunday.Russia denied it.", "2021-12-31", "2021-12-26"},
		{"WASHINGTON, Thursday (Agency)", "2021-12-31", "2021-12-30"},
		{"from Monday to Wednesday the bridge was shut", "2021-12-31", "2021-12-27/2021-12-29"},
		{"between Monday and Wednesday", "2021-12-31", "2021-12-27/2021-12-29"},
		{"the Monday-Wednesday summit", "2021-12-31", "2021-12-27/2021-12-29"},
		{"on Monday and Wednesday", "2021-12-31", "2021-12-27 2021-12-29"},
		{"on Thursday last week", "2021-12-31", "2021-12-23"},
		{"on Monday of next week", "2021-12-31", "2022-01-03"},
		{"on Tuesday this week", "2021-12-31", "2021-12-28"},
		{"Earlier on Thursday, the envoy left", "2021-12-31", "2021-12-30"},
		{"on Thursday, December 30", "2021-12-31", "2021-12-30"},
		{"on Thursday, 2 December 2021, in Stockholm", "2021-12-31", "2021-12-02"},
		{"on Thursday (December 2)", "2021-12-31", "2021-12-02"},
		{"Thu, 02 Dec 2021 10:00:00 GMT", "2021-12-31", "2021-12-02"},
		{"Monday, January 10", "2021-12-31", "2022-01-10"},
		{"Saturday, July 4", "2021-12-31", "2020-07-04"},
		{"this coming Monday", "2021-12-31", "2022-01-03"},
		{"this past Monday", "2021-12-31", "2021-12-20"},
		{"on thursday the minister said", "2021-12-31", "2021-12-30"},
	})
}

func TestNotDates(t *testing.T) {
	for _, text := range []string{
		"The Sunday Times reported it.",
		"The Mail on Sunday reported it.",
		"Shops opened early for Black Friday.",
		"The Good Friday Agreement holds.",
		"She voted on Super Tuesday.",
		"Every Friday they protest.",
		"They protest on Fridays.",
		"He hosted Saturday Night Live.",
		"Theresa May spoke. Mrs May left. May said no.",
		"Critics of May said so; May's government fell.",
		"They may march in august company.",
		"Thousands to March on Capital",
		"April said her sister June agreed.",
		"a clash with March and his men",
		"the March on Washington",
		"the May government",
		"In recent days, and in the coming days, fighting went on.",
		"years later it still hurt",
		"some 2000 troops and 1990 soldiers",
		"more than 2000 villages",
		"He paid $2014 and 2,014 more.",
		"UN resolution 1973 was passed",
		"Resolution 2001 was passed",
		"a 2000 km border",
		"up 20.5 percent to 1,999",
		"At the end of the day, nothing changed.",
		"to this day, at the same time, one day, the other day",
		"the day before the summit",
		"a year after it was announced",
		"He told ABC's This Week so.",
		"two days after the invasion",
		"within 24 hours of the attack",
		"more than 30 years ago",
		"The fall of Kabul came in the fall of the government.",
		"They spring into action; a summer house; prices fall.",
		"The Sun said. He sat. They wed.",
		"a two-day visit, a 12-month ban, five days of talks",
		"over several months",
		"USA Today reported it",
		"a decade ago",
		"an F-16 and Su-35, MH17 and COVID-19",
		"24/7 and 9/11",
		"version 10.12.14",
		"on 31.02.2021",
		"last minute, last hours, next days",
	} {
		if found := find(t, text, "2021-12-31"); len(found) > 0 {
			t.Errorf("%q: got %q = %s, want nothing", text, found[0].Of(text), dates(found))
		}
	}
}

func TestCalendar(t *testing.T) {
	check(t, []row{
		{"10 January 2022", "", "2022-01-10"},
		{"January 10, 2022", "", "2022-01-10"},
		{"Jan. 10, 2022", "", "2022-01-10"},
		{"Jan 10 2022", "", "2022-01-10"},
		{"10th of January, 2022", "", "2022-01-10"},
		{"the 1st of March 2022", "", "2022-03-01"},
		{"Sept. 3, 2014", "", "2014-09-03"},
		{"31st December 2021", "", "2021-12-31"},
		{"DECEMBER 31, 2021", "", "2021-12-31"},
		{"Published 2021-12-31.", "", "2021-12-31"},
		{"at 2021-12-31T10:15:00Z", "", "2021-12-31"},
		{"on 12/31/2021", "", "2021-12-31"},
		{"on 31/12/2021", "", "2021-12-31"},
		{"on 31.12.2021.", "", "2021-12-31"},
		{"on 9/12/21", "", "2021-09-12"},
		{"talks in Geneva on 10 January", "2021-12-31", "2022-01-10"},
		{"talks in Geneva on January 10", "2021-12-31", "2022-01-10"},
		{"talks in Geneva on 10 November", "2021-12-31", "2021-11-10"},
		{"on 29 February", "2021-12-31", "2020-02-29"},
		{"the Fourth of July", "2021-12-31", "2021-07-04"},
		{"January 2022", "", "2022-01"},
		{"January, 2022", "", "2022-01"},
		{"in May 2014", "", "2014-05"},
		{"in November", "2021-12-31", "2021-11"},
		{"in January", "2022-03-01", "2022-01"},
		{"In May, talks began", "2021-12-31", "2021-05"},
		{"in March talks began", "2021-12-31", "2021-03"},
		{"the June summit", "2021-12-31", "2021-06"},
		{"since August", "2021-12-31", "2021-08"},
		{"by April", "2021-12-31", "2022-04"},
		{"the November elections", "2021-12-31", "2021-11"},
		{"last January", "2021-12-31", "2021-01"},
		{"last December", "2021-12-31", "2020-12"},
		{"next January", "2021-12-31", "2022-01"},
		{"next May", "2021-12-31", "2022-05"},
		{"in mid-December", "2021-12-31", "2021-12"},
		{"in mid December", "2021-12-31", "2021-12"},
		{"late November", "2021-12-31", "2021-11"},
		{"early in January 2021", "2021-12-31", "2021-01"},
		{"in early May", "2021-12-31", "2021-05"},
		{"in January last year", "2021-12-31", "2020-01"},
		{"in March of that year", "2021-12-31", "2021-03"},
		{"10 January last year", "2021-12-31", "2020-01-10"},
		{"annexed Crimea in 2014", "", "2014"},
		{"a 2015 agreement", "", "2015"},
		{"the 2008 war", "", "2008"},
		{"the landmark 2015 accord", "", "2015"},
		{"in 2000 ships sailed", "", "2000"},
		{"early 2022", "", "2022"},
		{"mid-2019", "", "2019"},
		{"2014's events", "", "2014"},
		{"elections (2018)", "", "2018"},
		{"the 1990s", "", "1990-01-01/1999-12-31"},
		{"in the '90s", "", "1990-01-01/1999-12-31"},
		{"in the ’90s", "", "1990-01-01/1999-12-31"},
		{"the early 2000s", "", "2000-01-01/2009-12-31"},
		{"the 1800s", "", "1800-01-01/1899-12-31"},
		{"the summer of 2014", "", "2014-06-01/2014-08-31"},
		{"winter 2021-22", "", "2021-12-01/2022-02-28"},
		{"Q3 2021", "", "2021-07-01/2021-09-30"},
		{"the third quarter of 2021", "", "2021-07-01/2021-09-30"},
		{"the first half of 2022", "", "2022-01-01/2022-06-30"},
		{"the second quarter", "2021-12-31", "2021-04-01/2021-06-30"},
		{"10 January\u00a02022", "", "2022-01-10"},
		{"on 10 May at 2 p.m.", "2021-12-31", "2021-05-10"},
		{"In December. 10 people died", "2021-12-31", "2021-12"},
		{"the Theresa May era, May 2016 to July 2019", "", "2016-05-01/2019-07-31"},
	})
}

func TestIntervals(t *testing.T) {
	check(t, []row{
		{"from 2 to 5 May", "2021-12-31", "2021-05-02/2021-05-05"},
		{"between 3 and 7 June", "2021-12-31", "2021-06-03/2021-06-07"},
		{"2-5 May 2021", "", "2021-05-02/2021-05-05"},
		{"2–5 May 2021", "", "2021-05-02/2021-05-05"},
		{"May 2-5, 2021", "", "2021-05-02/2021-05-05"},
		{"from June 28 to July 3, 2021", "", "2021-06-28/2021-07-03"},
		{"from 28 June until 3 July 2021", "", "2021-06-28/2021-07-03"},
		{"28 December to 3 January 2022", "", "2021-12-28/2022-01-03"},
		{"December 28, 2021 to January 3", "", "2021-12-28/2022-01-03"},
		{"from January to March 2022", "", "2022-01-01/2022-03-31"},
		{"December 2021 - January 2022", "", "2021-12-01/2022-01-31"},
		{"between April and June", "2021-12-31", "2021-04-01/2021-06-30"},
		{"between 2014 and 2016", "", "2014-01-01/2016-12-31"},
		{"the 2014-2016 war", "", "2014-01-01/2016-12-31"},
		{"the 2014–15 season", "", "2014-01-01/2015-12-31"},
		{"10, 12 and 13 January 2022", "", "2022-01-10 2022-01-12 2022-01-13"},
		{"10 and 12 January", "2021-12-31", "2022-01-10 2022-01-12"},
		{"January 10 and 12, in Geneva", "2021-12-31", "2022-01-10 2022-01-12"},
		{"on January 10, 12 people died", "2021-12-31", "2022-01-10"},
		{"January 10 and 12, 2020", "2021-12-31", "2020-01-10 2020-01-12"},
		{"January and March 2020", "2021-12-31", "2020-01 2020-03"},
		{"the week of 6 June", "2022-06-20", "2022-06-06/2022-06-12"},
		{"the week of June 8, 2022", "", "2022-06-06/2022-06-12"},
		{"the week beginning 6 June", "2022-06-20", "2022-06-06/2022-06-12"},
	})
}

func TestRelative(t *testing.T) {
	check(t, []row{
		{"Today the envoy arrived", "2021-12-31", "2021-12-31"},
		{"the envoy arrived yesterday morning", "2021-12-31", "2021-12-30"},
		{"tomorrow's session", "2021-12-31", "2022-01-01"},
		{"late yesterday", "2021-12-31", "2021-12-30"},
		{"tonight, or tomorrow night", "2021-12-31", "2021-12-31 2022-01-01"},
		{"this morning and last night", "2021-12-31", "2021-12-31 2021-12-30"},
		{"earlier today", "2021-12-31", "2021-12-31"},
		{"the day before yesterday", "2021-12-31", "2021-12-29"},
		{"the day after tomorrow", "2021-12-31", "2022-01-02"},
		{"two days ago", "2021-12-31", "2021-12-29"},
		{"twenty-one days ago", "2021-12-31", "2021-12-10"},
		{"ninety-nine days ago", "2021-12-31", "2021-09-23"},
		{"10 days ago", "2021-12-31", "2021-12-21"},
		{"three weeks ago", "2021-12-31", "2021-12-06/2021-12-12"},
		{"a week ago", "2021-12-31", "2021-12-20/2021-12-26"},
		{"two months ago", "2021-12-31", "2021-10"},
		{"a year ago", "2021-12-31", "2020"},
		{"about seven years ago", "2021-12-31", "2014"},
		{"three hours ago", "2021-12-31", "2021-12-31"},
		{"48 hours ago", "2021-12-31", "2021-12-29"},
		{"in three days' time", "2021-12-31", "2022-01-03"},
		{"two weeks from now", "2021-12-31", "2022-01-10/2022-01-16"},
		{"his annual press conference last week", "2021-12-31", "2021-12-20/2021-12-26"},
		{"a visit this week", "2022-02-18", "2022-02-14/2022-02-20"},
		{"next week", "2021-12-31", "2022-01-03/2022-01-09"},
		{"next week", "2022-01-02", "2022-01-03/2022-01-09"},
		{"last month", "2022-01-31", "2021-12"},
		{"this month", "2021-12-31", "2021-12"},
		{"next month", "2022-01-31", "2022-02"},
		{"since last month", "2021-12-02", "2021-11"},
		{"earlier this month", "2021-12-31", "2021-12"},
		{"late last year", "2021-12-31", "2020"},
		{"this year's summit", "2021-12-31", "2021"},
		{"next year", "2021-12-31", "2022"},
		{"the year before last", "2021-12-31", "2019"},
		{"last quarter", "2022-01-31", "2021-10-01/2021-12-31"},
		{"over the weekend", "2021-12-31", "2021-12-25/2021-12-26"},
		{"at the weekend", "2022-01-01", "2022-01-01/2022-01-02"},
		{"last weekend", "2021-12-31", "2021-12-25/2021-12-26"},
		{"this weekend", "2021-12-31", "2022-01-01/2022-01-02"},
		{"next weekend", "2021-12-31", "2022-01-08/2022-01-09"},
		{"over the past year", "2021-12-31", "2020-12-31/2021-12-31"},
		{"in the past three months", "2021-12-31", "2021-10-01/2021-12-31"},
		{"in the last 24 hours", "2021-12-31", "2021-12-30/2021-12-31"},
		{"during the next two weeks", "2021-12-31", "2021-12-31/2022-01-14"},
		{"in the coming week", "2021-12-31", "2021-12-31/2022-01-07"},
		{"within 72 hours", "2021-12-31", "2021-12-31/2022-01-03"},
		{"within a week", "2021-12-31", "2021-12-31/2022-01-07"},
		{"within the next ten days", "2021-12-31", "2021-12-31/2022-01-10"},
		{"by the end of the year", "2021-12-01", "2021"},
		{"the end of March", "2022-04-01", "2022-03"},
		{"the start of next year", "2021-12-01", "2022"},
		{"at the end of this week", "2021-12-31", "2021-12-27/2022-01-02"},
		{"end of 2022", "2021-12-01", "2022"},
		{"this summer", "2021-07-15", "2021-06-01/2021-08-31"},
		{"last summer", "2021-07-15", "2020-06-01/2020-08-31"},
		{"last summer", "2021-12-31", "2021-06-01/2021-08-31"},
		{"next spring", "2021-12-31", "2022-03-01/2022-05-31"},
		{"this winter", "2022-01-15", "2021-12-01/2022-02-28"},
		{"this winter", "2021-10-15", "2021-12-01/2022-02-28"},
		{"in the spring", "2021-12-31", "2022-03-01/2022-05-31"},
		{"in the autumn", "2021-12-31", "2021-09-01/2021-11-30"},
	})
}

func TestReferenceUnknown(t *testing.T) {
	text := "On Thursday, yesterday, last week, in January, on 10 May and the same day; but on 2 May 2014 and in 2015."
	if got, want := dates(find(t, text, "")), "2014-05-02 2015"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnaphora(t *testing.T) {
	// The anchor is Wednesday, 16 February 2022, unless the text names another.
	anchor := when.Date{From: day(t, "2022-02-16"), To: day(t, "2022-02-16"), Precision: when.Day}
	for _, r := range []struct{ text, want string }{
		{"the same day", "2022-02-16"},
		{"that day", "2022-02-16"},
		{"later that evening", "2022-02-16"},
		{"earlier in the day", "2022-02-16"},
		{"later in the week", "2022-02-14/2022-02-20"},
		{"earlier in the year", "2022"},
		{"hours earlier", "2022-02-16"},
		{"24 hours earlier", "2022-02-15"},
		{"two days earlier", "2022-02-14"},
		{"two days later", "2022-02-18"},
		{"a day before, they met", "2022-02-15"},
		{"the day before", "2022-02-15"},
		{"the previous day", "2022-02-15"},
		{"the following day", "2022-02-17"},
		{"the next day", "2022-02-17"},
		{"the next morning", "2022-02-17"},
		{"a week earlier", "2022-02-07/2022-02-13"},
		{"the previous week", "2022-02-07/2022-02-13"},
		{"the following Monday", "2022-02-21"},
		{"the previous Thursday", "2022-02-10"},
		{"a month later", "2022-03"},
		{"the following January", "2023-01"},
		{"later that year", "2022"},
		{"a year earlier", "2021"},
		{"On 2 March 2014 they met. Two days later they parted.", "2014-03-02 2014-03-04"},
		{"They met on Thursday about the 2015 deal. Earlier in the day they ate.", "2022-02-17 2015 2022-02-17"},
		{"The war began in 2014. Later that year a truce held.", "2014 2014"},
		{"They met in May 2014. The following month, they parted.", "2014-05 2014-06"},
		{"A ban in force since 2014 was lifted that year.", "2014 2022"},
	} {
		ref := when.Reference{Published: day(t, "2022-02-18"), Anchor: &anchor}
		found := when.Find(r.text, span.Span{End: len(r.text)}, ref)
		if got := dates(found); got != r.want {
			t.Errorf("%q: got %q, want %q", r.text, got, r.want)
		}
	}
}

func TestReadings(t *testing.T) {
	for _, r := range []struct{ text, published, date, past, ahead string }{
		{"on Sunday", "2022-02-18", "2022-02-13", "2022-02-13", "2022-02-20"},
		{"on Friday", "2022-02-18", "2022-02-18", "2022-02-18", "2022-02-18"},
		{"by Sunday", "2022-02-18", "2022-02-20", "2022-02-13", "2022-02-20"},
		{"until April", "2022-02-18", "2022-04", "2021-04", "2022-04"},
		{"until October", "2022-02-18", "2021-10", "2021-10", "2022-10"},
		{"next Sunday", "2022-02-18", "2022-02-27", "2022-02-27", "2022-02-27"},
		{"early January", "2021-12-20", "2022-01", "2021-01", "2022-01"},
		{"on 10 January", "2021-12-31", "2022-01-10", "2021-01-10", "2022-01-10"},
		{"in September", "2021-12-31", "2021-09", "2021-09", "2022-09"},
		{"from 2 to 5 May", "2021-12-31", "2021-05-02/2021-05-05", "2021-05-02/2021-05-05", "2022-05-02/2022-05-05"},
		{"the weekend", "2022-02-18", "2022-02-12/2022-02-13", "2022-02-12/2022-02-13", "2022-02-19/2022-02-20"},
		{"in 2014", "2022-02-18", "2014", "2014", "2014"},
	} {
		found := find(t, r.text, r.published)
		if len(found) != 1 {
			t.Errorf("%q: got %d expressions, want 1", r.text, len(found))
			continue
		}
		e := found[0]
		got := []string{e.Date.ISO(), when.Resolve(e, false).ISO(), when.Resolve(e, true).ISO()}
		if want := []string{r.date, r.past, r.ahead}; !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", r.text, got, want)
		}
	}
}

func TestSpanKindBound(t *testing.T) {
	for _, r := range []struct {
		text, words string
		kind        when.Kind
		bound       when.Bound
	}{
		{"said late on Thursday night that", "late on Thursday night", when.Weekday, when.At},
		{"Thursday's call", "Thursday", when.Weekday, when.At},
		{"by Friday they must go", "Friday", when.Weekday, when.Until},
		{"until 15 March 2022.", "15 March 2022", when.Explicit, when.Until},
		{"since last month", "last month", when.Relative, when.Since},
		{"since the 1990s", "1990s", when.Explicit, when.Since},
		{"after Thursday's call", "Thursday", when.Weekday, when.At},
		{"from 2 to 5 May 2021", "2 to 5 May 2021", when.Explicit, when.At},
		{"from 2 May 2021", "2 May 2021", when.Explicit, when.Since},
		{"to leave within 72 hours or", "within 72 hours", when.Relative, when.Until},
		{"in mid-December the ministry", "mid-December", when.Explicit, when.At},
		{"before the end of the year", "the end of the year", when.Relative, when.Until},
		{"met earlier in the day at", "earlier in the day", when.Anaphoric, when.At},
		{"met two days earlier in", "two days earlier", when.Anaphoric, when.At},
		{"met on the same day in", "the same day", when.Anaphoric, when.At},
		{"the early ’90s were", "early ’90s", when.Explicit, when.At},
		{"on Thursday (December 2) in", "Thursday (December 2)", when.Explicit, when.At},
		{"on Dec. 31, 2021, the", "Dec. 31, 2021", when.Explicit, when.At},
	} {
		found := find(t, r.text, "2021-12-31")
		if len(found) != 1 {
			t.Errorf("%q: got %d expressions, want 1", r.text, len(found))
			continue
		}
		e := found[0]
		if e.Of(r.text) != r.words || e.Kind != r.kind || e.Bound != r.bound {
			t.Errorf("%q: got %q %s %q, want %q %s %q", r.text, e.Of(r.text), e.Kind, e.Bound, r.words, r.kind, r.bound)
		}
	}
}

func TestFindReadsOnlyItsPart(t *testing.T) {
	text := "On Monday they met; on Tuesday they parted; on Wednesday they wrote."
	begin := strings.Index(text, "on Tuesday")
	found := when.Find(text, span.Span{Begin: begin, End: begin + len("on Tuesday they")}, when.Reference{Published: day(t, "2021-12-31")})
	if len(found) != 1 || found[0].Of(text) != "Tuesday" {
		t.Errorf("got %v, want Tuesday alone", found)
	}
}

// The day of publication is the one on the clock of the place.
func TestReferenceDayIsLocal(t *testing.T) {
	zone := time.FixedZone("", -5*60*60)
	ref := when.Reference{Published: time.Date(2021, 12, 30, 23, 0, 0, 0, zone)}
	if got := dates(when.Find("today", span.Span{End: 5}, ref)); got != "2021-12-30" {
		t.Errorf("got %s, want 2021-12-30", got)
	}
}
