package server

import (
	"cmp"
	"fmt"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"demarche/queries"
)

// getOpenAPI answers with the description of the API, made from the table of
// routes and the saved queries as they are now.
func (s *Server) getOpenAPI(w http.ResponseWriter, r *http.Request) error {
	list, _ := s.cfg.Queries.List() // what is wrong with the others is for /api/queries
	return writeJSON(w, http.StatusOK, s.describe(list))
}

func (s *Server) describe(list []*queries.Query) *huma.OpenAPI {
	schemas := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	api := &huma.OpenAPI{
		OpenAPI: "3.1.0",
		Info: &huma.Info{
			Title:       "demarche",
			Version:     s.version(),
			Description: "Who said what, who demanded what of whom, when, and who says so.",
		},
		Servers: []*huma.Server{{URL: ".", Description: "this server"}},
		Components: &huma.Components{Schemas: schemas, SecuritySchemes: map[string]*huma.SecurityScheme{
			"token": {Type: "http", Scheme: "bearer", Description: "the token of the server's configuration"},
			"basic": {Type: "http", Scheme: "basic", Description: "any name, the token as password"},
		}},
	}
	for _, tag := range []string{tagQueries, tagActors, tagIssues, tagArticle, tagReviews, tagCayley, tagServer} {
		api.Tags = append(api.Tags, &huma.Tag{Name: tag})
	}
	for _, rt := range s.routes() {
		api.AddOperation(rt.operation(schemas))
	}
	for _, q := range list {
		rt := queryRoute(q)
		op := rt.operation(schemas)
		op.OperationID = "ask-" + q.Name // whatever a query is called, no route is called so
		op.Responses[answered].Content["application/json"].Schema = answerOf(schemas, q.Columns)
		api.AddOperation(op)
		if q.HasProgram() {
			op := programRoute(q).operation(schemas)
			op.OperationID = "gizmo-" + q.Name
			api.AddOperation(op)
		}
	}
	neverNull(schemas)
	return api
}

// answered are the statuses of answers.
const answered = "2XX"

// version returns the version of the program.
func (s *Server) version() string { return cmp.Or(s.cfg.Version, "unknown") }

// queryRoute describes a saved query as a route of its own.
func queryRoute(q *queries.Query) route {
	format := formatInput
	rt := route{method: "GET", path: "/api/queries/" + q.Name, tag: tagQueries, summary: q.Title, about: strings.TrimSpace(q.Explanation),
		answer: reflect.TypeFor[queryAnswer]()}
	format.values, rt.formats = formatsOf(q)
	rt.params = append(parametersOf(q), limitInput, afterInput, format)
	return rt
}

// programRoute describes a saved query as a program.
func programRoute(q *queries.Query) route {
	return route{method: "GET", path: "/api/queries/" + q.Name + "/gizmo", tag: tagQueries, summary: q.Title + ", as a program for Cayley's pages",
		params: parametersOf(q), answer: reflect.TypeFor[queries.Program]()}
}

// parametersOf describes the parameters of a saved query.
func parametersOf(q *queries.Query) []input {
	var all []input
	for _, p := range q.Parameters {
		in := input{name: p.Name, in: "query", about: p.Explanation, required: p.Required, def: p.Default, values: p.Choices}
		switch p.Type {
		case queries.Int:
			in.typ = "integer"
		case queries.Float:
			in.typ = "number"
		case queries.Bool:
			in.typ = "boolean"
		default:
			in.about = strings.TrimSpace(fmt.Sprintf("%s (%s)", p.Explanation, p.Type))
		}
		all = append(all, in)
	}
	return all
}

// operation describes the route.
func (rt route) operation(schemas huma.Registry) *huma.Operation {
	op := &huma.Operation{
		Method: rt.method, Path: strings.ReplaceAll(rt.path, "...}", "}"),
		OperationID: operationID(rt), Tags: []string{rt.tag}, Summary: rt.summary, Description: rt.about,
		Responses: map[string]*huma.Response{
			"default": {Description: "an error", Content: map[string]*huma.MediaType{
				problemType: {Schema: schemas.Schema(reflect.TypeFor[problem](), true, "Problem")}}},
		},
	}
	for _, in := range rt.params {
		op.Parameters = append(op.Parameters, in.describe())
	}
	if rt.body != "" {
		op.RequestBody = &huma.RequestBody{Description: rt.body, Required: true, Content: map[string]*huma.MediaType{}}
		for _, typ := range rt.accepts {
			op.RequestBody.Content[typ] = &huma.MediaType{}
			if rt.sent != nil && typ == "application/json" {
				op.RequestBody.Content[typ].Schema = schemas.Schema(rt.sent, true, "")
			}
		}
	}
	answer := &huma.Response{Description: "the answer", Content: map[string]*huma.MediaType{}}
	types := rt.formats
	if len(types) == 0 {
		types = []string{"application/json"}
	}
	for _, typ := range types {
		answer.Content[typ] = &huma.MediaType{}
		switch {
		case typ != "application/json":
			answer.Content[typ].Schema = &huma.Schema{Type: huma.TypeString}
		case rt.answer != nil:
			answer.Content[typ].Schema = schemaOf(schemas, rt.answer)
		}
	}
	op.Responses[answered] = answer
	if rt.write {
		op.Security = []map[string][]string{{"token": {}}, {"basic": {}}}
	}
	return op
}

func (in input) describe() *huma.Param {
	s := &huma.Schema{Type: cmp.Or(in.typ, "string")}
	for _, v := range in.values {
		s.Enum = append(s.Enum, v)
	}
	p := &huma.Param{Name: in.name, In: in.in, Description: in.about, Required: in.required, Schema: s}
	if in.def != "" {
		p.Description = strings.TrimSpace(p.Description + "; default: " + in.def)
	}
	return p
}

// operationID makes a name for the route that a generated client can use.
func operationID(rt route) string {
	words := strings.FieldsFunc(rt.path, func(c rune) bool { return strings.ContainsRune("/{}.", c) })
	return strings.ToLower(rt.method) + "-" + strings.Join(words, "-")
}
