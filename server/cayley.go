package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// Cayley's API is answered here and not by Cayley's own handlers: those run the
// first megabyte of a longer query, stop at a number of rows without a word,
// ignore the request's context, and have no authentication. Paths, parameters
// and answers are theirs.

// languages are the query languages that are offered.
var languages = []string{"gizmo", "graphql", "mql"}

func (s *Server) cayleyRoutes() []route {
	lang := input{name: "lang", in: "query", about: "query language", values: languages, required: true}
	langInPath := lang
	langInPath.in = "path"
	text := "the query"
	plainText := []string{"text/plain"}
	quads := "quads; N-Quads unless Content-Type says another format of /api/v2/formats. Each needs a label: the article that says it"
	pattern := []input{
		{name: "sub", in: "query", about: "subjects, separated by commas; IRIs as <iri>"},
		{name: "pred", in: "query", about: "predicates"},
		{name: "obj", in: "query", about: "objects"},
		{name: "label", in: "query", about: "labels"},
		{name: "format", in: "query", about: "format of /api/v2/formats"},
		{name: "iri", in: "query", about: "form of IRIs", values: []string{"short", "full"}},
		limitInput,
	}
	result := []string{"application/json", "application/ld+json"}
	return []route{
		{method: "GET", path: "/api/v2/query", tag: tagCayley, summary: "Run a query", formats: result,
			params: []input{lang, {name: "qu", in: "query", about: text, required: true}, limitInput}, handle: s.queryV2},
		{method: "POST", path: "/api/v2/query", tag: tagCayley, summary: "Run a query", formats: result,
			params: []input{lang, limitInput}, body: text, accepts: plainText, handle: s.queryV2},
		{method: "GET", path: "/api/v2/read", tag: tagCayley, summary: "Read quads", formats: []string{"application/n-quads"},
			params: pattern, handle: s.readQuads},
		{method: "POST", path: "/api/v2/read", tag: tagCayley, summary: "Read quads", formats: []string{"application/n-quads"},
			params: pattern, handle: s.readQuads},
		{method: "GET", path: "/api/v2/formats", tag: tagCayley, summary: "Formats of quads", handle: s.getFormats},
		{method: "POST", path: "/api/v2/write", tag: tagCayley, summary: "Add quads", write: true,
			body: quads, accepts: []string{"application/n-quads"}, handle: s.writeV2},
		{method: "POST", path: "/api/v2/delete", tag: tagCayley, summary: "Remove quads", write: true,
			body: quads, accepts: []string{"application/n-quads"}, handle: s.deleteV2},
		{method: "POST", path: "/api/v2/node/delete", tag: tagCayley, summary: "Remove all quads of a node", write: true,
			body: "the node, as N-Quads write it", accepts: []string{"application/n-quads"}, handle: s.deleteNode},
		{method: "POST", path: "/api/v1/query/{lang}", tag: tagCayley, summary: "Run a query (version 1)",
			params: []input{langInPath, limitInput}, body: text, accepts: plainText, handle: s.queryV1},
		{method: "POST", path: "/api/v1/shape/{lang}", tag: tagCayley, summary: "Shape of a query, as nodes and links",
			params: []input{langInPath}, body: text, accepts: plainText, handle: s.shapeV1},
		{method: "POST", path: "/api/v1/write", tag: tagCayley, summary: "Add quads (version 1)", write: true,
			body: "list of objects with subject, predicate, object, label", accepts: []string{"application/json"}, handle: s.writeV1},
		{method: "POST", path: "/api/v1/delete", tag: tagCayley, summary: "Remove quads (version 1)", write: true,
			body: "list of objects with subject, predicate, object, label", accepts: []string{"application/json"}, handle: s.deleteV1},
		{method: "POST", path: "/api/v1/write/file/nquad", tag: tagCayley, summary: "Add quads of a file (version 1)", write: true,
			body: "form with the file as NQuadFile", accepts: []string{"multipart/form-data"}, handle: s.writeFileV1},
	}
}

func (s *Server) queryV2(w http.ResponseWriter, r *http.Request) error {
	form := Plain
	if strings.HasPrefix(r.Header.Get("Accept"), "application/ld+json") {
		form = JSONLD
	}
	return s.runQuery(w, r, r.URL.Query().Get("lang"), form)
}

func (s *Server) queryV1(w http.ResponseWriter, r *http.Request) error {
	return s.runQuery(w, r, r.PathValue("lang"), Plain)
}

// runQuery runs the query of the request and answers in Cayley's form, with the
// limit of rows said beside the result.
func (s *Server) runQuery(w http.ResponseWriter, r *http.Request, lang string, form Form) error {
	text, err := s.queryText(w, r, lang)
	if err != nil {
		return s.failQuery(w, r, lang, err)
	}
	page, err := s.pageOf(r.URL.Query())
	if err != nil {
		return s.failQuery(w, r, lang, err)
	}
	rows, err := s.ask(r.Context(), lang, text, form, page.limit)
	if err != nil {
		return s.failQuery(w, r, lang, fmt.Errorf("%s query: %w", lang, err))
	}
	setCut(w.Header(), page.limit, rows.More)
	typ := "application/json"
	if form == JSONLD {
		typ = "application/ld+json"
	}
	w.Header().Set("Content-Type", typ)
	if lang == "graphql" {
		// GraphQL gives one row, whatever it holds beside itself.
		if n := objects(rows.Rows) - 1; n > page.limit {
			return s.failQuery(w, r, lang, fmt.Errorf("%w: the answer has %d objects and may have %d; ask with first:, or with a larger limit",
				ErrLimit, n, page.limit))
		}
		return writeJSON(w, http.StatusOK, map[string]any{"data": firstOf(rows.Rows)})
	}
	return writeJSON(w, http.StatusOK, cayleyResult{Result: rows.Rows, Limit: page.limit, Truncated: rows.More})
}

// ask runs a query when it is its turn. The turn ends before the answer is sent:
// a slow client holds up nobody.
func (s *Server) ask(ctx context.Context, lang, text string, form Form, limit int) (*Rows, error) {
	done, err := s.turn(ctx, s.turns)
	if err != nil {
		return nil, err
	}
	defer done()
	return s.cfg.Graph.Query(ctx, lang, text, form, limit)
}

// cayleyResult is the answer to a query in Cayley's form; clients of Cayley
// read result alone.
type cayleyResult struct {
	Result    []any `json:"result"` // null when there are no rows, as Cayley has it
	Limit     int   `json:"limit"`
	Truncated bool  `json:"truncated"`
}

// objects counts the objects inside a value.
func objects(v any) int {
	n := 0
	switch v := v.(type) {
	case []any:
		for _, part := range v {
			n += objects(part)
		}
	case []map[string]any:
		for _, part := range v {
			n += objects(part)
		}
	case map[string]any:
		n++
		for _, part := range v {
			n += objects(part)
		}
	}
	return n
}

func firstOf(rows []any) any {
	if len(rows) == 0 {
		return nil
	}
	return rows[0]
}

// failQuery answers with an error; clients of GraphQL expect its own form.
func (s *Server) failQuery(w http.ResponseWriter, r *http.Request, lang string, err error) error {
	if p := problemOf(err); lang == "graphql" && p.Status < http.StatusInternalServerError {
		return writeJSON(w, p.Status, map[string]any{"errors": []any{map[string]string{"message": p.Detail}}})
	}
	return err
}

// queryText checks the language and returns the query's text.
func (s *Server) queryText(w http.ResponseWriter, r *http.Request, lang string) (string, error) {
	if lang == "" {
		return "", invalid("the query's language is not given; add ?lang= and one of %s", strings.Join(languages, ", "))
	}
	if !slices.Contains(languages, lang) {
		return "", &requestError{fmt.Sprintf("query language %q is not offered; there are %s", lang, strings.Join(languages, ", ")),
			ErrInvalid, nearest(lang, languages)}
	}
	text := r.URL.Query().Get("qu")
	if r.Method == http.MethodPost {
		data, err := readBody(w, r, s.limits.QueryBytes)
		if err != nil {
			return "", fmt.Errorf("reading the query: %w", err)
		}
		text = string(data)
	}
	if strings.TrimSpace(text) == "" {
		return "", invalid("the query is empty")
	}
	return text, nil
}

func (s *Server) shapeV1(w http.ResponseWriter, r *http.Request) error {
	lang := r.PathValue("lang")
	text, err := s.queryText(w, r, lang)
	if err != nil {
		return err
	}
	shape, err := s.shape(r.Context(), lang, text)
	if err != nil {
		return fmt.Errorf("shape of a %s query: %w", lang, err)
	}
	return writeJSON(w, http.StatusOK, shape)
}

// shape finds the shape of a query when it is its turn.
func (s *Server) shape(ctx context.Context, lang, text string) (*queryGraph, error) {
	done, err := s.turn(ctx, s.turns)
	if err != nil {
		return nil, err
	}
	defer done()
	return queryShape(ctx, s.cfg.Graph, lang, text)
}

// quadChange is the answer to a write in Cayley's form.
type quadChange struct {
	Result string `json:"result"`
	Count  int    `json:"count"`
}

func (s *Server) writeV2(w http.ResponseWriter, r *http.Request) error {
	quads, err := s.quadsOf(w, r)
	if err != nil {
		return err
	}
	return s.addQuads(w, r, quads)
}

func (s *Server) deleteV2(w http.ResponseWriter, r *http.Request) error {
	quads, err := s.quadsOf(w, r)
	if err != nil {
		return err
	}
	return s.removeQuads(w, r, quads)
}

func (s *Server) writeV1(w http.ResponseWriter, r *http.Request) error {
	quads, err := s.quadsOfJSON(w, r)
	if err != nil {
		return err
	}
	return s.addQuads(w, r, quads)
}

func (s *Server) deleteV1(w http.ResponseWriter, r *http.Request) error {
	quads, err := s.quadsOfJSON(w, r)
	if err != nil {
		return err
	}
	return s.removeQuads(w, r, quads)
}

func (s *Server) writeFileV1(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, s.limits.UploadBytes)
	file, _, err := r.FormFile("NQuadFile")
	if err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return err
		}
		return invalid("reading the form's file NQuadFile: %v", err)
	}
	defer file.Close()
	quads, err := parseQuads(quad.FormatByName("nquads"), file)
	if err != nil {
		return err
	}
	return s.addQuads(w, r, quads)
}

// limitOf returns the limit of rows that the address asks for.
func (s *Server) limitOf(r *http.Request) (int, error) {
	v := r.FormValue("limit")
	if v == "" {
		return s.limits.MaxRows, nil
	}
	n, err := strconv.Atoi(v)
	if err != nil || n < 1 || n > s.limits.MaxRows {
		return 0, invalid("limit=%s is not a number from 1 to %d", v, s.limits.MaxRows)
	}
	return n, nil
}
