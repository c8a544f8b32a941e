package server

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"slices"

	"demarche/queries"
)

// queryList is the answer of GET /api/queries.
type queryList struct {
	Queries  []queryView `json:"queries"`
	Problems []string    `json:"problems,omitempty" doc:"what is wrong with query files that cannot be used"`
}

// queryView is a saved query as the API shows it.
type queryView struct {
	queries.Query
	Formats []string `json:"formats" doc:"forms that its answers can have, for the parameter format"`
	Gizmo   bool     `json:"gizmo" doc:"whether it can be had as a program for Cayley's pages"`
}

var afterInput = input{name: "after", in: "query", about: "mark of the page, from the answer of the page before"}

// reserved are the names in an address that are no parameters of the query.
var reserved = []string{"limit", "after", "format"}

func (s *Server) queryRoutes() []route {
	return []route{
		{method: "GET", path: "/api/queries", tag: tagQueries, summary: "The saved queries with their parameters",
			answer: reflect.TypeFor[queryList](), handle: s.getQueries},
		{method: "GET", path: "/api/queries/{name}", tag: tagQueries, summary: "Ask a saved query",
			params: []input{{name: "name", in: "path", about: "name of the query", required: true}, limitInput, afterInput, formatInput},
			answer: reflect.TypeFor[queryAnswer](), formats: formatTypes(), handle: s.getQuery},
		{method: "GET", path: "/api/queries/{name}/gizmo", tag: tagQueries, summary: "A saved query with its arguments as a program for Cayley's pages",
			about:  "The query's own parameters are given as when it is asked. 404 when the answer is computed by the program and has no form in Gizmo.",
			params: []input{{name: "name", in: "path", about: "name of the query", required: true}},
			answer: reflect.TypeFor[queries.Program](), handle: s.getProgram},
	}
}

func (s *Server) getQueries(w http.ResponseWriter, r *http.Request) error {
	list, broken := s.cfg.Queries.List()
	answer := queryList{Queries: []queryView{}, Problems: problemsOf(broken)}
	for _, q := range list {
		names, _ := formatsOf(q)
		answer.Queries = append(answer.Queries, queryView{Query: *q, Formats: names, Gizmo: q.HasProgram()})
	}
	return writeJSON(w, http.StatusOK, answer)
}

// problemsOf returns the texts of the errors that were joined.
func problemsOf(err error) []string {
	var joined interface{ Unwrap() []error }
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &joined):
		return []string{err.Error()}
	}
	var texts []string
	for _, e := range joined.Unwrap() {
		texts = append(texts, e.Error())
	}
	return texts
}

func (s *Server) getQuery(w http.ResponseWriter, r *http.Request) error {
	picked, err := pickFormat(r)
	if err != nil {
		return err // before the work is done
	}
	query, err := s.cfg.Queries.Get(r.PathValue("name"))
	if err != nil {
		return err
	}
	if err := checkFormat(query, picked); err != nil {
		return fmt.Errorf("asking %s: %w", query.Name, err)
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return invalid("reading the address: %v", err)
	}
	limits, err := s.pageOf(values)
	if err != nil {
		return err
	}
	args, err := arguments(values)
	if err != nil {
		return err
	}
	page := queries.Page{Limit: limits.limit, After: values.Get("after")}
	result, err := s.cfg.Engine.Run(r.Context(), query, args, page)
	if err != nil {
		return fmt.Errorf("asking %s: %w", query.Name, err)
	}
	return s.writeAnswer(w, r, query, page.Limit, result)
}

func (s *Server) getProgram(w http.ResponseWriter, r *http.Request) error {
	query, err := s.cfg.Queries.Get(r.PathValue("name"))
	if err != nil {
		return err
	}
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return invalid("reading the address: %v", err)
	}
	args, err := arguments(values)
	if err != nil {
		return err
	}
	program, err := s.cfg.Engine.Program(r.Context(), query, args)
	if err != nil {
		return fmt.Errorf("writing %s in Gizmo: %w", query.Name, err)
	}
	return writeJSON(w, http.StatusOK, program)
}

// arguments returns what the address gives for the query's parameters. An empty
// value counts as not given, as a form sends it.
func arguments(values url.Values) (map[string]string, error) {
	args := make(map[string]string)
	for name, vs := range values {
		switch {
		case slices.Contains(reserved, name):
		case len(vs) > 1:
			return nil, invalid("parameter %s is given %d times; give it once", name, len(vs))
		case vs[0] != "":
			args[name] = vs[0]
		}
	}
	return args, nil
}
