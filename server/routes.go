package server

import (
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/web"
)

// handlerFunc is a handler that leaves the answer of an error to its caller.
type handlerFunc func(w http.ResponseWriter, r *http.Request) error

// route is one line of the API: what the mux needs, and what the description
// says of it.
type route struct {
	method  string
	path    string // in the syntax of http.ServeMux
	tag     string // heading in the description
	summary string
	about   string // more, for the description; may be empty
	params  []input
	body    string       // what the request's body is; empty when it has none
	accepts []string     // media types of the body
	sent    reflect.Type // of a JSON body; nil when that has no fixed type
	answer  reflect.Type // of the JSON answer; nil when that has no fixed type
	formats []string     // media types of the answer; application/json when empty
	write   bool         // whether the token is needed
	handle  handlerFunc
}

// input is a parameter of a route.
type input struct {
	name, in, about string
	typ             string // JSON type, "string" when empty
	required        bool
	def             string
	values          []string
}

// Headings of the description.
const (
	tagQueries = "Saved queries"
	tagActors  = "Actors"
	tagIssues  = "Issues"
	tagArticle = "Articles"
	tagReviews = "Reviews"
	tagCayley  = "Cayley"
	tagServer  = "Server"
)

var (
	limitInput  = input{name: "limit", in: "query", typ: "integer", about: "rows at most; the answer says when there are more"}
	offsetInput = input{name: "offset", in: "query", typ: "integer", about: "rows to leave out"}
	formatInput = input{name: "format", in: "query", about: "form of the answer; takes precedence over Accept", values: formatNames()}
)

// routes is the table of the API, in the order of the description.
func (s *Server) routes() []route {
	var all []route
	all = append(all, s.queryRoutes()...)
	all = append(all, s.actorRoutes()...)
	all = append(all, s.issueRoutes()...)
	all = append(all, s.articleRoutes()...)
	all = append(all, s.reviewRoutes()...)
	all = append(all, s.cayleyRoutes()...)
	return append(all,
		route{method: "GET", path: "/api/backup", tag: tagServer, summary: "Everything that is stored, for 'demarche restore'",
			formats: []string{backupType}, write: true, handle: s.getBackup},
		route{method: "GET", path: "/api/server", tag: tagServer, summary: "What this server is, and what it allows",
			answer: reflect.TypeFor[serverInfo](), handle: s.getServer},
		route{method: "GET", path: "/openapi.json", tag: tagServer, summary: "This description", handle: s.getOpenAPI},
		route{method: "GET", path: "/healthz", tag: tagServer, summary: "Whether the server can answer from its graph",
			answer: reflect.TypeFor[health](), handle: s.getHealth},
	)
}

// build makes the handler of everything.
func (s *Server) build(ui http.Handler) (http.Handler, error) {
	mux := http.NewServeMux()
	for _, rt := range s.routes() {
		h := s.reads(rt.handle)
		if rt.write {
			h = s.writes(rt.handle)
		}
		mux.Handle(rt.method+" "+rt.path, s.handler1(h))
	}
	start := s.handler1(s.reads(s.getStart))
	mux.Handle("GET /start", start)
	if s.explorer == nil {
		mux.Handle("GET /{$}", start)
	} else {
		for _, pattern := range s.explorer.patterns() {
			mux.Handle(pattern, s.handler1(s.explorer.serve))
		}
	}
	mux.Handle("GET /assets/", http.StripPrefix("/assets/", assets(web.Start, "start", nil)))
	mux.Handle("GET /ui/", http.StripPrefix("/ui/", ui))
	mux.Handle("GET /ui", http.RedirectHandler("ui/", http.StatusMovedPermanently))
	mux.Handle("/", s.handler1(func(w http.ResponseWriter, r *http.Request) error {
		return noRoute(mux, w, r)
	}))
	compress, err := compression()
	if err != nil {
		return nil, err
	}
	return s.guard(compress(mux)), nil
}

// handler1 makes a handler of one that returns its error.
func (s *Server) handler1(h handlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}

// noRoute answers what no other route takes: a method that the path does not
// have, or a path that does not exist.
func noRoute(mux *http.ServeMux, w http.ResponseWriter, r *http.Request) error {
	var allowed []string
	for _, m := range []string{"GET", "POST", "PUT", "DELETE"} {
		other := r.Clone(r.Context())
		other.Method = m
		if _, pattern := mux.Handler(other); pattern != "/" {
			allowed = append(allowed, m)
		}
	}
	if len(allowed) > 0 {
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		return fmt.Errorf("%w: %s has %s", errMethod, r.URL.Path, strings.Join(allowed, " and "))
	}
	return unknown(nil, "there is nothing at %s; the start page links what there is", r.URL.Path)
}

// health is the answer of GET /healthz.
type health struct {
	Status  string `json:"status" doc:"ok"`
	Version string `json:"version,omitempty"`
}

func (s *Server) getHealth(w http.ResponseWriter, r *http.Request) error {
	if _, _, err := s.quads(r.Context(), quad.Quad{}, 1); err != nil {
		return fmt.Errorf("reading one quad: %w", errors.Join(errUnavailable, err))
	}
	return writeJSON(w, http.StatusOK, health{Status: "ok", Version: s.cfg.Version})
}
