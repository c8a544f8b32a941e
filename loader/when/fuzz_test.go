package when_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"

	"demarche/internal/span"
	"demarche/loader/when"
)

// sample is a news text with a time expression in most sentences.
const sample = "The foreign minister said on Thursday, 2 December 2021, that talks from 10 to 12 January would go ahead in Geneva. " +
	"Earlier in the day, he had told reporters that a 2015 agreement, reached two days later than planned, must be kept. " +
	"“We were promised this in the ’90s,” he added. Last week his ministry published two drafts; in mid-December it had " +
	"asked for an answer within 72 hours. The president, who is expected to travel at the end of the year, has not replied. " +
	"Thousands of troops were moved to the border this summer, according to officials who asked not to be named, and " +
	"several governments have since called on their citizens to leave the country without delay.\n\n"

func FuzzFind(f *testing.F) {
	f.Add(sample, 0, len(sample), int64(1640908800), true)
	f.Add("the end of the end of early early late mid-", 3, 99, int64(0), false)
	f.Add("99999 years ago 9999 weeks from now 31.12.2021-02-2021", 0, 60, int64(-62135596800), true)
	f.Add("winter 2021-22 January 10, 12 and 13 \xe2\x80 '90s Q3 \u2019s", 0, 60, int64(1640908800), true)
	f.Fuzz(func(t *testing.T, text string, begin, end int, published int64, known bool) {
		ref := when.Reference{}
		if known {
			ref.Published = time.Unix(published%(1<<36), 0)
		}
		within := span.Span{Begin: begin, End: end}
		last := max(begin, 0)
		for _, e := range when.Find(text, within, ref) {
			if e.Begin < last || e.End <= e.Begin || e.End > min(end, len(text)) {
				t.Fatalf("span %v in %v after %d", e.Span, within, last)
			}
			if utf8.ValidString(text) && !utf8.ValidString(e.Of(text)) && begin <= 0 && end >= len(text) {
				t.Fatalf("%q cuts a character", e.Of(text))
			}
			last = e.End
			for _, d := range []when.Date{e.Date, e.Past, e.Ahead} {
				if d.IsZero() && d != e.Date {
					continue
				}
				back, err := when.ParseISO(d.ISO())
				if err != nil || back != d || d.To.Before(d.From) {
					t.Fatalf("%q: %s reads back as %v: %v", e.Of(text), d.ISO(), back, err)
				}
			}
		}
	})
}

func TestParseISO(t *testing.T) {
	for _, iso := range []string{"2021-12-02", "2021-12", "2021", "2021-12-20/2021-12-26"} {
		if d, err := when.ParseISO(iso); err != nil || d.ISO() != iso {
			t.Errorf("%s: got %s, %v", iso, d.ISO(), err)
		}
	}
	for _, bad := range []string{"", "tomorrow", "2021-13", "2021-12-26/2021-12-20", "2021-12-20/", "2021/2022"} {
		if d, err := when.ParseISO(bad); err == nil {
			t.Errorf("%q: got %s, want an error", bad, d.ISO())
		}
	}
}

func TestParseDay(t *testing.T) {
	for _, text := range []string{"2021-12-02", " 2 December 2021 ", "December 2, 2021", "Dec. 2, 2021", "Thursday, 2 December 2021", "02.12.2021", "12/2/2021"} {
		if d, err := when.ParseDay(text); err != nil || !d.Equal(day(t, "2021-12-02")) {
			t.Errorf("%q: got %v, %v", text, d, err)
		}
	}
	for _, bad := range []string{"", "December 2021", "2 December", "yesterday", "2021-12-02 and 2021-12-03", "on 2 December 2021", "2 to 5 May 2021"} {
		if d, err := when.ParseDay(bad); err == nil {
			t.Errorf("%q: got %v, want an error", bad, d)
		}
	}
}

func TestDateContainsAndOverlaps(t *testing.T) {
	date := func(iso string) when.Date {
		d, err := when.ParseISO(iso)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	december := date("2021-12")
	if !december.Contains(day(t, "2021-12-31").Add(23*time.Hour)) || december.Contains(day(t, "2022-01-01")) {
		t.Error("a month contains its days up to the last hour, and no other")
	}
	if !december.Overlaps(date("2021-12-27/2022-01-02")) || december.Overlaps(date("2022")) {
		t.Error("a month overlaps a week that runs out of it, and not the next year")
	}
}

// The articles of the shared tree name hundreds of dates in the wild.
func TestFindInRealArticles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "articles", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skip("no articles in ../shared/articles beside the repository")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if found := find(t, string(text), "2021-12-31"); len(found) < 3 {
			t.Errorf("%s: %d expressions, want some", filepath.Base(file), len(found))
		}
	}
}

func BenchmarkFind(b *testing.B) {
	ref := when.Reference{Published: time.Date(2021, 12, 31, 0, 0, 0, 0, time.UTC)}
	whole := span.Span{End: len(sample)}
	b.SetBytes(int64(len(sample)))
	b.ReportAllocs()
	for b.Loop() {
		when.Find(sample, whole, ref)
	}
}

func BenchmarkFindNothing(b *testing.B) {
	text := "Thousands of soldiers were moved to the border, according to officials who asked not to be named."
	ref := when.Reference{Published: time.Date(2021, 12, 31, 0, 0, 0, 0, time.UTC)}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		when.Find(text, span.Span{End: len(text)}, ref)
	}
}
