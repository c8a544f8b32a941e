package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/review"
	"demarche/server"
)

// reviewed is a review as the API answers, as far as the tests look at it.
type reviewed struct {
	IRI, Record, Found, Article, Headline, Kind, Label, Reviewer, Verdict, Comment string
	Time                                                                           time.Time
	Removed, Latest                                                                bool
	Judged, Correction                                                             map[string]any
}

// newReviewWorld is a world whose clock stands still.
func newReviewWorld(t *testing.T) *world {
	return newWorld(t, func(cfg *server.Config) {
		cfg.Now = func() time.Time { return time.Date(2021, 12, 25, 12, 0, 0, 0, time.UTC) }
	})
}

// decide reviews a record and returns the review.
func (w *world) decide(body string) reviewed {
	w.t.Helper()
	_, answer := w.check(request{method: "POST", path: "/api/reviews", body: body, status: http.StatusCreated})
	return decoded[reviewed](w.t, answer)
}

// reviews lists the reviews that the address asks for.
func (w *world) reviews(query string) []reviewed {
	w.t.Helper()
	_, answer := w.check(request{path: "/api/reviews" + query, status: http.StatusOK})
	return decoded[struct{ Reviews []reviewed }](w.t, answer).Reviews
}

func decoded[T any](t *testing.T, text string) (value T) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return value
}

func TestReview(t *testing.T) {
	w := newReviewWorld(t)
	w.decide(`{"record": "demarche:demand/d1", "reviewer": " Anna  Bell ", "verdict": "accept"}`)
	second := w.decide(`{"record": "demand/d1", "reviewer": "Anna Bell", "verdict": "correct", "comment": "it is not for all", "correction": {"of": ["united-states", "The Allies"], "polarity": "dont", "voiced_by": ""}}`)
	if second.Found != "demarche:demand/d1" || second.Article != "demarche:article/courier" || second.Headline != "Talks in Geneva" ||
		second.Kind != "demand" || !second.Latest || second.Time.Year() != 2021 {
		t.Errorf("the review is %+v", second)
	}
	want := `map[of:[map[name:The Allies] map[iri:demarche:actor/united-states name:United States]] polarity:dont voiced_by:map[name:]]`
	if got := fmt.Sprint(second.Correction); got != want {
		t.Errorf("correction %s, want %s", got, want)
	}
	all := w.reviews("?article=demarche:article/courier")
	if len(all) != 2 || all[0].IRI != second.IRI || !all[0].Latest || all[1].Latest || all[1].Reviewer != "Anna Bell" {
		t.Errorf("the reviews are %+v; want both, the second first and it alone the latest", all)
	}
	w.decide(`{"record": "demand/d3", "reviewer": "Boris", "verdict": "reject"}`)
	for query, n := range map[string]int{
		"": 3, "?record=demand/d1": 2, "?reviewer=Boris": 1, "?verdict=accept": 1, "?limit=1": 1, "?offset=2": 1, "?article=demarche:article/none": 0,
	} {
		if got := w.reviews(query); len(got) != n {
			t.Errorf("%s: %d reviews, want %d", query, len(got), n)
		}
	}
	w.check(request{method: "DELETE", path: "/api/reviews/" + second.IRI, status: http.StatusOK, want: []string{second.IRI}})
	if all := w.reviews("?reviewer=Anna+Bell"); len(all) != 1 || !all[0].Latest || all[0].Verdict != "accept" {
		t.Errorf("after the second decision was undone: %+v; want the first as the latest", all)
	}
	w.check(request{method: "DELETE", path: "/api/reviews/" + second.IRI, status: http.StatusNotFound, want: []string{"there is no review"}})
	w.check(request{method: "DELETE", path: "/api/reviews/demarche:article/courier", status: http.StatusNotFound})
	w.check(request{path: "/api/articles/demarche:article/courier", status: http.StatusOK})
}

func TestReviewRefused(t *testing.T) {
	w := newReviewWorld(t)
	post := func(name, body string, status int, want ...string) request {
		return request{name: name, method: "POST", path: "/api/reviews", body: body, status: status, want: want}
	}
	correct := func(correction string) string {
		return `{"record": "demand/d1", "reviewer": "Anna", "verdict": "correct", "correction": ` + correction + `}`
	}
	w.checkAll([]request{
		{name: "no token", method: "POST", path: "/api/reviews", body: `{}`, anyone: true, status: http.StatusUnauthorized},
		post("no record", `{"record": "demand/none", "reviewer": "Anna", "verdict": "accept"}`, http.StatusNotFound, "there is no record demarche:demand/none"),
		post("no record but an article", `{"record": "demarche:article/courier", "reviewer": "Anna", "verdict": "accept"}`, http.StatusNotFound),
		post("nothing", `{}`, http.StatusBadRequest, `give its IRI as \"record\"`),
		post("no reviewer", `{"record": "demand/d1", "reviewer": "  ", "verdict": "accept"}`, http.StatusBadRequest, `give your name as \"reviewer\"`),
		post("long reviewer", `{"record": "demand/d1", "reviewer": "`+strings.Repeat("a", 101)+`", "verdict": "accept"}`, http.StatusBadRequest, "at most 100"),
		post("verdict", `{"record": "demand/d1", "reviewer": "Anna", "verdict": "maybe"}`, http.StatusBadRequest, "accept, correct or reject"),
		post("nothing corrected", `{"record": "demand/d1", "reviewer": "Anna", "verdict": "correct"}`, http.StatusBadRequest, "nothing is corrected"),
		post("accepted and corrected", `{"record": "demand/d1", "reviewer": "Anna", "verdict": "accept", "correction": {"polarity": "do"}}`, http.StatusBadRequest, "leave it out"),
		post("unknown key", `{"record": "demand/d1", "reviewer": "Anna", "verdict": "accept", "time": "now"}`, http.StatusBadRequest, `unknown field \"time\"`),
		post("two decisions", `{"record": "demand/d1", "reviewer": "Anna", "verdict": "accept"} {}`, http.StatusBadRequest, "one by one"),
		post("unknown field", correct(`{"colour": "red"}`), http.StatusBadRequest, "it has by, of, voiced_by"),
		post("field of another kind", correct(`{"speaker": "Russia"}`), http.StatusBadRequest, `no field \"speaker\"`),
		post("quote", correct(`{"quote": "x"}`), http.StatusBadRequest, `no field \"quote\"`),
		post("choice", correct(`{"polarity": "perhaps"}`), http.StatusBadRequest, "do, dont"),
		post("several", correct(`{"by": ["russia", "nato"]}`), http.StatusBadRequest, "one value"),
		post("number", correct(`{"by": 7}`), http.StatusBadRequest, "correction.by is neither"),
		post("day", correct(`{"day": "Thursday"}`), http.StatusBadRequest, "write 2021-12-17"),
		post("days the wrong way round", correct(`{"day": "2021-12-20/2021-12-17"}`), http.StatusBadRequest, "ends before it begins"),
		post("no such day", correct(`{"day": "2021-02-30"}`), http.StatusBadRequest, "is no day"),
		post("actor", correct(`{"by": "demarche:actor/nobody"}`), http.StatusBadRequest, "there is no actor"),
		post("span", correct(`{"spans": [{"begin": 5, "end": 5}]}`), http.StatusBadRequest, "is no span"),
		post("span behind the text", correct(`{"spans": [{"begin": 5, "end": 50000}]}`), http.StatusBadRequest, "behind the end"),
		post("no span", correct(`{"spans": []}`), http.StatusBadRequest, "must have spans"),
		{name: "list", path: "/api/reviews?verdict=maybe", status: http.StatusBadRequest},
		{name: "text", path: "/api/texts/demarche:article/none", status: http.StatusNotFound},
	})
	if all := w.reviews(""); len(all) != 0 {
		t.Errorf("%d reviews were stored", len(all))
	}
}

// What is not reviewed is optional in gold, and a majority decides.
func TestReviewGold(t *testing.T) {
	w := newReviewWorld(t)
	w.decide(`{"record": "demand/d1", "reviewer": "Anna", "verdict": "correct", "correction": {"of": ["united-states"]}}`)
	w.decide(`{"record": "demand/d1", "reviewer": "Boris", "verdict": "accept"}`)
	w.decide(`{"record": "demand/d1", "reviewer": "Clara", "verdict": "correct", "correction": {"of": "United States"}}`)
	w.decide(`{"record": "demand/d3", "reviewer": "Boris", "verdict": "reject"}`)
	type line struct {
		File    string
		Demands []struct {
			By, Where string
			Of        []string
		}
		Statements *[]any
	}
	gold := func(query string) string {
		header, answer := w.check(request{path: "/api/reviews/gold" + query, status: http.StatusOK})
		if got := header.Get("Content-Type"); got != "application/jsonl" {
			t.Errorf("content type %s", got)
		}
		var all []string
		for text := range strings.Lines(answer) {
			one := decoded[line](t, text)
			if one.Statements != nil {
				t.Error("the gold tells of statements, which nobody has reviewed")
			}
			all = append(all, fmt.Sprintf("%s %v", one.File, one.Demands))
		}
		return strings.Join(all, "; ")
	}
	const undecided = "{nato optional [russia]}"
	for query, want := range map[string]string{
		"":                "courier.txt [{russia body [United States]} " + undecided + "]; herald.txt []",
		"?reviewer=Anna":  "courier.txt [{russia body [United States]} " + undecided + "]",
		"?reviewer=Boris": "courier.txt [{russia body [nato]} " + undecided + "]; herald.txt []",
		"?reviewer=Dora":  "",
	} {
		if got := gold(query); got != want {
			t.Errorf("gold%s:\n%s, want\n%s", query, got, want)
		}
	}
	w.check(request{path: "/api/reviews/agreement", status: http.StatusOK, want: []string{
		`{"reviewers":[{"name":"Anna","reviews":1},{"name":"Boris","reviews":2},{"name":"Clara","reviews":1}],"records":1,"measures":[{"field":"verdict","alpha":null,"units":1,"values":3}`,
		`{"field":"of","alpha":0,"units":1,"values":3}`,
	}})
}

// Reviewers at work at the same time lose nothing.
func TestReviewAtOnce(t *testing.T) {
	w := newReviewWorld(t)
	const each = 5
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			for range each {
				body := fmt.Sprintf(`{"record": "demand/d%d", "reviewer": "Anna", "verdict": "accept"}`, 1+i%2)
				req, _ := http.NewRequest("POST", w.URL+"/api/reviews", strings.NewReader(body))
				req.Header.Set("Authorization", "Bearer "+token)
				res, err := http.DefaultClient.Do(req)
				if err != nil || res.StatusCode != http.StatusCreated {
					t.Errorf("%v %v", res, err)
					return
				}
				res.Body.Close()
			}
		})
	}
	group.Wait()
	all, latest := w.reviews("?limit=100"), 0
	for _, r := range all {
		if r.Latest {
			latest++
		}
	}
	if len(all) != 4*each || latest != 2 {
		t.Errorf("%d reviews, %d of them the latest; want %d and 2", len(all), latest, 4*each)
	}
}

// stuck is a store of reviews that is loading something large.
type stuck struct {
	kept
	began, free chan struct{}
}

func (s stuck) Put(ctx context.Context, label quad.IRI, quads []quad.Quad) error {
	close(s.began)
	<-s.free
	return s.kept.Put(ctx, label, quads)
}

// A decision that waits for another has an answer in time.
func TestReviewWaits(t *testing.T) {
	began, free := make(chan struct{}), make(chan struct{})
	w := newWorld(t, func(cfg *server.Config) {
		cfg.Limits.WriteTime = 300 * time.Millisecond
		cfg.Reviews = review.NewBook(stuck{kept{cfg.Articles.(articleLoader).store}, began, free}, nil)
	})
	decision := request{method: "POST", path: "/api/reviews", body: `{"record": "demand/d1", "reviewer": "Anna", "verdict": "accept"}`}
	var first sync.WaitGroup
	first.Go(func() {
		req, _ := http.NewRequest("POST", w.URL+decision.path, strings.NewReader(decision.body))
		req.Header.Set("Authorization", "Bearer "+token)
		if res, err := http.DefaultClient.Do(req); err == nil {
			res.Body.Close()
		}
	})
	<-began
	second := decision
	second.status = http.StatusGatewayTimeout
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.check(second)
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Error("the second decision waits for the first, whatever its time")
	}
	close(free)
	first.Wait()
	<-done
}

func TestReviewText(t *testing.T) {
	w := newReviewWorld(t)
	made := w.decide(`{"record": "demand/d1", "reviewer": "Anna", "verdict": "accept"}`)
	w.check(request{path: "/api/texts/" + made.IRI, status: http.StatusNotFound, want: []string{"there is no article"}})
	// Nothing but the routes of reviews makes one, or adds to one.
	for _, quads := range []string{"<a> <b> <c> <%s> .", "<%[1]s> <rdf:type> <schema:NewsArticle> <%[1]s> ."} {
		w.check(request{method: "POST", path: "/api/v2/write", body: fmt.Sprintf(quads, made.IRI), status: http.StatusBadRequest, want: []string{"is that of a review"}})
	}
	header, _ := w.check(request{path: "/api/texts/demarche:article/courier", status: http.StatusOK})
	if got := header.Get("Content-Type"); got != "text/plain; charset=utf-8" {
		t.Errorf("content type %s", got)
	}
}
