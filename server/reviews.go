package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"demarche/review"
)

// goldType is the media type of gold, JSON Lines.
const goldType = "application/jsonl"

func (s *Server) reviewRoutes() []route {
	iri := input{name: "iri", in: "path", about: "IRI; percent-encode what the address cannot hold", required: true}
	var verdicts []string
	for _, v := range review.Verdicts {
		verdicts = append(verdicts, string(v))
	}
	return []route{
		{method: "GET", path: "/api/reviews", tag: tagReviews, summary: "Decisions on records, newest first",
			params: []input{
				{name: "article", in: "query", about: "IRI of the article"},
				{name: "record", in: "query", about: "IRI of the record, as it was judged or as it is now"},
				{name: "reviewer", in: "query", about: "name of the reviewer"},
				{name: "verdict", in: "query", about: "what was decided", values: verdicts},
				limitInput, offsetInput},
			answer: reflect.TypeFor[reviewList](), handle: s.getReviews},
		{method: "POST", path: "/api/reviews", tag: tagReviews, summary: "Decide on a record", write: true,
			body: "the decision", accepts: []string{"application/json"}, sent: reflect.TypeFor[reviewSent](),
			answer: reflect.TypeFor[reviewView](), handle: s.postReview},
		{method: "GET", path: "/api/reviews/gold", tag: tagReviews, summary: "The reviewed articles as gold for 'demarche eval extract', one a line",
			params:  []input{{name: "reviewer", in: "query", about: "whose decisions; left out, what more than half of a record's reviewers hold"}},
			formats: []string{goldType}, handle: s.getGold},
		{method: "GET", path: "/api/reviews/agreement", tag: tagReviews, summary: "How far the reviewers agree",
			answer: reflect.TypeFor[agreementView](), handle: s.getAgreement},
		{method: "DELETE", path: "/api/reviews/{iri...}", tag: tagReviews, summary: "Undo a decision, so that the reviewer's one before it counts", write: true,
			params: []input{iri}, answer: reflect.TypeFor[undone](), handle: s.deleteReview},
		{method: "GET", path: "/api/texts/{iri...}", tag: tagReviews, summary: "The text of an article, in which the offsets of gold count",
			params: []input{iri}, formats: []string{"text/plain"}, handle: s.getText},
	}
}

func (s *Server) getReviews(w http.ResponseWriter, r *http.Request) error {
	values := r.URL.Query()
	page, err := s.pageOf(values)
	if err != nil {
		return err
	}
	filter := review.Filter{Article: values.Get("article"), Record: values.Get("record"), Reviewer: values.Get("reviewer"),
		Verdict: review.Verdict(values.Get("verdict"))}
	if filter.Verdict != "" && !slices.Contains(review.Verdicts, filter.Verdict) {
		return invalid("verdict=%s is none of accept, correct, reject", filter.Verdict)
	}
	all, err := s.cfg.Reviews.List(r.Context(), filter)
	if err != nil {
		return fmt.Errorf("listing the reviews: %w", err)
	}
	list := reviewList{Reviews: []reviewView{}, Limit: page.limit, Offset: page.offset}
	all, list.More = cut(all, page)
	for _, one := range all {
		list.Reviews = append(list.Reviews, viewReview(one))
	}
	setCut(w.Header(), page.limit, list.More)
	return writeJSON(w, http.StatusOK, list)
}

func (s *Server) postReview(w http.ResponseWriter, r *http.Request) error {
	data, err := readBody(w, r, min(s.limits.QueryBytes, s.limits.UploadBytes))
	if err != nil {
		return err
	}
	decision, err := decisionOf(data)
	if err != nil {
		return err
	}
	decision.Time = s.now()
	added, err := s.cfg.Reviews.Add(r.Context(), decision)
	if err != nil {
		return fmt.Errorf("reviewing: %w", err)
	}
	return writeJSON(w, http.StatusCreated, viewReview(added))
}

// decisionOf reads the body of a decision.
func decisionOf(data []byte) (review.Decision, error) {
	var sent struct {
		Record, Reviewer, Verdict, Comment string
		Correction                         map[string]json.RawMessage
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&sent); err != nil {
		return review.Decision{}, invalid(`the body is no decision: %v; send {"record": IRI, "reviewer": NAME, "verdict": "accept"}, and with the verdict correct "correction": {FIELD: VALUE}`, err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return review.Decision{}, invalid("the body has more than one decision; send them one by one")
	}
	d := review.Decision{Record: sent.Record, Reviewer: sent.Reviewer, Verdict: review.Verdict(sent.Verdict), Comment: sent.Comment}
	for _, name := range slices.Sorted(maps.Keys(sent.Correction)) {
		values, err := valuesOf(sent.Correction[name])
		if err != nil {
			return d, invalid("correction.%s is neither a text, nor a list of texts, nor a list of spans {\"begin\": 10, \"end\": 21}", name)
		}
		if d.Correction == nil {
			d.Correction = map[string][]string{}
		}
		d.Correction[name] = values
	}
	return d, nil
}

// valuesOf reads a text, a list of texts, or a list of spans, which become one text.
func valuesOf(raw json.RawMessage) ([]string, error) {
	var text string
	if err := json.Unmarshal(raw, &text); err == nil {
		return []string{text}, nil
	}
	var texts []string
	if err := json.Unmarshal(raw, &texts); err == nil {
		return texts, nil
	}
	var spans []reviewSpan
	if err := json.Unmarshal(raw, &spans); err != nil {
		return nil, err
	}
	for _, p := range spans {
		texts = append(texts, fmt.Sprintf("%d-%d", p.Begin, p.End))
	}
	return []string{strings.Join(texts, " ")}, nil
}

func (s *Server) deleteReview(w http.ResponseWriter, r *http.Request) error {
	iri := r.PathValue("iri")
	if err := s.cfg.Reviews.Undo(r.Context(), iri); err != nil {
		return fmt.Errorf("undoing a review: %w", err)
	}
	return writeJSON(w, http.StatusOK, undone{IRI: iri})
}

func (s *Server) getGold(w http.ResponseWriter, r *http.Request) error {
	all, err := s.cfg.Reviews.Gold(r.Context(), r.URL.Query().Get("reviewer"))
	if err != nil {
		return fmt.Errorf("making gold of the reviews: %w", err)
	}
	w.Header().Set("Content-Type", goldType)
	return s.send(w, r, func(out io.Writer) error {
		lines := json.NewEncoder(out)
		lines.SetEscapeHTML(false)
		for _, article := range all {
			if err := lines.Encode(article); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *Server) getAgreement(w http.ResponseWriter, r *http.Request) error {
	a, err := s.cfg.Reviews.Agreement(r.Context())
	if err != nil {
		return fmt.Errorf("comparing the reviewers: %w", err)
	}
	return writeJSON(w, http.StatusOK, viewAgreement(a))
}

func (s *Server) getText(w http.ResponseWriter, r *http.Request) error {
	text, err := s.cfg.Reviews.Text(r.Context(), r.PathValue("iri"))
	if err != nil {
		return fmt.Errorf("reading a text: %w", err)
	}
	w.Header().Set("Content-Type", withCharset("text/plain"))
	return s.send(w, r, func(out io.Writer) error {
		_, err := io.WriteString(out, text)
		return err
	})
}
