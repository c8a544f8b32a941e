package desk_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/cmd/demarche/internal/desk"
	"demarche/graph"
	"demarche/review"
	"demarche/schema"
)

// eachBackend runs a test with a desk over an empty store in memory, and one on disk.
func eachBackend(t *testing.T, test func(t *testing.T, d *desk.Desk, store *graph.Store)) {
	for _, backend := range []string{graph.Memory, graph.Bolt} {
		t.Run(backend, func(t *testing.T) {
			d, store := newDeskOn(t, backend)
			test(t, d, store)
		})
	}
}

// store puts an article in.
func store(t *testing.T, d *desk.Desk, entry desk.Entry) {
	t.Helper()
	if _, err := d.Store(t.Context(), []desk.Entry{entry}); err != nil {
		t.Fatal(err)
	}
}

// recordBy returns the demand of the entry that an actor makes.
func recordBy(t *testing.T, entry desk.Entry, actor string) string {
	t.Helper()
	for _, q := range entry.Quads {
		if q.Predicate == quad.IRI(schema.By) && q.Object == quad.IRI(schema.ActorIRI(actor)) {
			return string(q.Subject.(quad.IRI))
		}
	}
	t.Fatalf("the article has no demand by %s", actor)
	return ""
}

// decide reviews a record some minutes after noon.
func decide(t *testing.T, d *desk.Desk, record, reviewer string, verdict review.Verdict, minutes int, correction map[string][]string) review.Standing {
	t.Helper()
	noon := time.Date(2021, 12, 25, 12, 0, 0, 0, time.UTC)
	r, err := d.Reviews().Add(t.Context(), review.Decision{Record: record, Reviewer: reviewer, Verdict: verdict, Correction: correction,
		Time: noon.Add(time.Duration(minutes) * time.Minute)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func reviews(t *testing.T, d *desk.Desk) []review.Standing {
	t.Helper()
	all, err := d.Reviews().List(t.Context(), review.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// sound checks that check finds nothing.
func sound(t *testing.T, d *desk.Desk) {
	t.Helper()
	report, err := d.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Errors) > 0 {
		t.Errorf("check finds %s", strings.Join(report.Errors, "; "))
	}
}

// A review outlives changes of the text, the loss of its record, and its article.
func TestReviewSurvives(t *testing.T) {
	eachBackend(t, func(t *testing.T, d *desk.Desk, _ *graph.Store) {
		first := read(t, d, "One", text)
		store(t, d, first)
		russias, natos := recordBy(t, first, "russia"), recordBy(t, first, "nato")
		decide(t, d, russias, "Anna", review.Accept, 0, nil)
		decide(t, d, natos, "Anna", review.Reject, 1, nil)
		sound(t, d)

		// The same again leaves everything as it is.
		store(t, d, first)
		for _, r := range reviews(t, d) {
			if r.Found != r.Record || !r.Latest || r.Removed {
				t.Errorf("after loading again: %+v", r)
			}
		}

		// A sentence before it moves all records: they have other IRIs, and the same words.
		moved := read(t, d, "One", "It snowed in Geneva all day. "+text)
		store(t, d, moved)
		if recordBy(t, moved, "russia") == russias {
			t.Fatal("the record has kept its IRI, so that the test shows nothing")
		}
		for _, r := range reviews(t, d) {
			want := recordBy(t, moved, map[string]string{russias: "russia", natos: "nato"}[r.Record])
			if r.Found != want {
				t.Errorf("the review of %s stands for %q, want %s", r.Record, r.Found, want)
			}
		}
		sound(t, d)

		// It is found by what the record was called, and by what it is called.
		for _, record := range []string{russias, recordBy(t, moved, "russia")} {
			found, err := d.Reviews().List(t.Context(), review.Filter{Record: record})
			if err != nil || len(found) != 1 || found[0].Record != russias {
				t.Errorf("the reviews of %s are %+v, %v", record, found, err)
			}
		}

		// A decision on the record as it is now goes before that on what it was.
		decide(t, d, recordBy(t, moved, "russia"), "Anna", review.Reject, 2, nil)
		for _, r := range reviews(t, d) {
			if r.Latest != (r.Record != russias) {
				t.Errorf("latest is %t of the review of %s", r.Latest, r.Record)
			}
		}

		// The words are gone, then the article is.
		store(t, d, read(t, d, "One", "It snowed in Geneva all day."))
		for _, r := range reviews(t, d) {
			if r.Found != "" || r.Removed {
				t.Errorf("without its words: found %q, removed %t", r.Found, r.Removed)
			}
		}
		sound(t, d)
		if _, err := d.Remove(t.Context(), first.IRI); err != nil {
			t.Fatal(err)
		}
		for _, r := range reviews(t, d) {
			if r.Found != "" || !r.Removed || r.Headline != "One" || r.Label() == "" {
				t.Errorf("without its article: %+v", r)
			}
		}
		if found, err := d.Reviews().List(t.Context(), review.Filter{Record: natos}); err != nil || len(found) != 1 {
			t.Errorf("the reviews of %s are %+v, %v", natos, found, err)
		}
		sound(t, d)
		gold, err := d.Reviews().Gold(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		if len(gold) != 1 || *gold[0].Title != "One" || len(gold[0].Demands) != 0 {
			t.Errorf("the gold is %+v; want the article without demands, which were rejected", gold)
		}
	})
}

// Other actors in the catalogue change what a record says, not what was judged.
func TestReviewKeepsWhatWasJudged(t *testing.T) {
	d, _ := newDesk(t)
	entry := read(t, d, "One", text)
	store(t, d, entry)
	record := recordBy(t, entry, "russia")
	decide(t, d, record, "Anna", review.Correct, 0, map[string][]string{"of": {"united-states"}})
	for i, q := range entry.Quads {
		if q.Predicate == quad.IRI(schema.By) && q.Subject == quad.IRI(record) {
			entry.Quads[i].Object = quad.IRI(schema.ActorIRI("china"))
		}
	}
	store(t, d, entry)
	all := reviews(t, d)
	if len(all) != 1 || all[0].Found != record || all[0].Judged["by"][0].Text != "Russia" {
		t.Fatalf("the review is %+v", all)
	}
	held, right := all[0].Holds()
	if !right || held["by"][0].Text != "Russia" || held["of"][0].IRI != schema.ActorIRI("united-states") {
		t.Errorf("the reviewer holds %v", held)
	}
}

// An accepted record is gold where its words stand now.
func TestGoldFollowsTheText(t *testing.T) {
	d, _ := newDesk(t)
	first := read(t, d, "One", text)
	store(t, d, first)
	decide(t, d, recordBy(t, first, "russia"), "Anna", review.Accept, 0, nil)
	store(t, d, read(t, d, "One", "It snowed. "+text))
	gold, err := d.Reviews().Gold(t.Context(), "Anna")
	if err != nil {
		t.Fatal(err)
	}
	article, err := d.Reviews().Text(t.Context(), string(first.IRI))
	if err != nil {
		t.Fatal(err)
	}
	what := gold[0].Demands[0].What[0]
	if what.Begin == nil || string([]rune(article)[*what.Begin:*what.End]) != what.Text {
		t.Errorf("the gold has %+v, which is not what the text has there", what)
	}
}

func TestUndo(t *testing.T) {
	eachBackend(t, func(t *testing.T, d *desk.Desk, _ *graph.Store) {
		entry := read(t, d, "One", text)
		store(t, d, entry)
		record := recordBy(t, entry, "russia")
		decide(t, d, record, "Anna", review.Accept, 0, nil)
		last := decide(t, d, record, "Anna", review.Reject, 0, nil) // within the same second
		if all := reviews(t, d); len(all) != 2 || !all[0].Latest || all[0].Verdict != review.Reject {
			t.Fatalf("the reviews are %+v", all)
		}
		if err := d.Reviews().Undo(t.Context(), last.IRI); err != nil {
			t.Fatal(err)
		}
		if all := reviews(t, d); len(all) != 1 || !all[0].Latest || all[0].Verdict != review.Accept {
			t.Errorf("after undoing: %+v", all)
		}
		if err := d.Reviews().Undo(t.Context(), last.IRI); !errors.Is(err, review.ErrUnknown) {
			t.Errorf("undoing twice: %v", err)
		}
		if err := d.Reviews().Undo(t.Context(), string(entry.IRI)); !errors.Is(err, review.ErrUnknown) {
			t.Errorf("undoing an article: %v", err)
		}
		if _, err := d.Remove(t.Context(), quad.IRI(reviews(t, d)[0].IRI)); !errors.Is(err, desk.ErrNoArticle) {
			t.Errorf("removing a review as an article: %v", err)
		}
	})
}

// What is decided last counts, though the clock was set back.
func TestReviewAfterTheClockWasSetBack(t *testing.T) {
	d, _ := newDesk(t)
	entry := read(t, d, "One", text)
	store(t, d, entry)
	record := recordBy(t, entry, "russia")
	decide(t, d, record, "Anna", review.Accept, 5, nil)
	decide(t, d, record, "Anna", review.Reject, 0, nil)
	if all := reviews(t, d); len(all) != 2 || all[0].Verdict != review.Reject || !all[0].Latest || all[1].Latest {
		t.Errorf("the reviews are %+v", all)
	}
}

// Two programs on one store may give one number; one decision counts, and the list
// has it first.
func TestReviewByTwoPrograms(t *testing.T) {
	d, s := newDesk(t)
	entry := read(t, d, "One", text)
	store(t, d, entry)
	record := recordBy(t, entry, "russia")
	one := decide(t, d, record, "Anna", review.Accept, 0, nil)
	for i := range 4 {
		other := one.Review
		other.IRI = schema.ReviewIRI(strings.Repeat(string(rune('0'+3*i)), 16))
		if _, err := s.Replace(t.Context(), graph.Document{Label: quad.IRI(other.IRI), Quads: other.Quads()}); err != nil {
			t.Fatal(err)
		}
		all := reviews(t, d)
		for n, r := range all {
			if r.Latest != (n == 0) {
				t.Errorf("review %d of %d is the latest: %t", n, len(all), r.Latest)
			}
		}
	}
	sound(t, d)
}

// Check finds what is wrong with a review.
func TestCheckReviews(t *testing.T) {
	tests := []struct {
		predicate string
		object    quad.Value // nil: the quad goes
		want      string
	}{
		{schema.Verdict, quad.String("perhaps"), "its verdict is"},
		{schema.Generated, nil, "it has no time"},
		{schema.Reviewer, nil, "it has no reviewer"},
		{schema.ReviewOf, nil, "it names no record"},
		{schema.RecordKind, quad.String("wish"), "which there is not"},
		{schema.Corrected, nil, "0 fields are corrected"},
		{schema.Corrected, quad.String("speaker Russia"), `has no field "speaker"`},
		{schema.Corrected, quad.String("spans 3-900"), "is not in the article's text"},
		{schema.Type, nil, "which is no article and no review"},
		{schema.By, quad.IRI("demarche:actor/china"), "is no part of a review"}, // what the record says, under the review's label
	}
	for _, test := range tests {
		d, s := newDesk(t)
		entry := read(t, d, "One", text)
		store(t, d, entry)
		r := decide(t, d, recordBy(t, entry, "russia"), "Anna", review.Correct, 0, map[string][]string{"polarity": {"dont"}})
		var quads []quad.Quad
		for _, q := range r.Quads() {
			if q.Predicate == quad.IRI(test.predicate) {
				if q.Object = test.object; q.Object == nil {
					continue
				}
			}
			quads = append(quads, q)
		}
		if test.predicate == schema.By {
			quads = append(quads, quad.Make(quad.IRI(r.Record), quad.IRI(test.predicate), test.object, quad.IRI(r.IRI)))
		}
		if _, err := s.Replace(t.Context(), graph.Document{Label: quad.IRI(r.IRI), Quads: quads}); err != nil {
			t.Fatal(err)
		}
		report, err := d.Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if found := strings.Join(report.Errors, "\n"); !strings.Contains(found, test.want) {
			t.Errorf("%s %v: check finds %q, want %q", test.predicate, test.object, found, test.want)
		}
	}
}
