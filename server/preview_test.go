package server_test

import (
	"strings"
	"testing"
	"time"

	"demarche/server"
)

func TestPreviewArticles(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) {
		cfg.Token = "" // nothing can be written, and previews need no token
		cfg.Limits = server.Limits{QueryBytes: 100}
	})
	preview := func(body string, status int, want ...string) {
		t.Helper()
		w.check(request{method: "POST", anyone: true, path: "/api/preview/articles?name=a.txt", body: body, status: status, want: want})
	}
	preview("A minister spoke.", 200, `{"articles":[{"iri":"demarche:article/previewed","headline":"A minister spoke."`, `"published":"2022-01-05"`,
		`"text":"A minister spoke."`, `"blocks":[{"kind":"headline","begin":0,"end":10},{"kind":"paragraph","begin":11,"end":17}]`, `{"iri":"demarche:demand/d9","properties":{`, `"loaded":{"iri":"demarche:article/previewed"`, `"demands":1`, `"change":"new"`)
	w.check(request{path: "/api/articles/demarche:article/previewed", status: 404}) // nothing is stored
	preview("", 400, "the body is empty; send an article")
	preview("menu", 400, "a.txt: there is no article")
	preview(strings.Repeat("x", 101), 413, "larger than 100 bytes")
	w.check(request{method: "GET", path: "/api/preview/articles", status: 405, want: []string{"POST"}})
}

func TestPreviewActors(t *testing.T) {
	w := newWorld(t, nil)
	preview := func(query, body string, status int, want ...string) {
		t.Helper()
		w.check(request{method: "POST", anyone: true, path: "/api/preview/actors" + query, body: body, status: status, want: want})
	}
	preview("", "- id: anna-bell", 200, `{"ids":["anna-bell"],"mentions":[],"warnings":[],"problems":[]}`)
	preview("", "no", 200, `"ids":[]`, `"problems":[{"line":1,"field":"actors","message":"there is no actor"}]`)
	preview("?id=russia", "- id: russia", 200, `"ids":["russia"]`)
	preview("?id=rusia", "- id: rusia", 404, `"nearest":["russia"`)
	preview("", "", 400, "send a document of actors")
}

// TestPreviewBusy asks for a preview, and a query, while another preview has the
// only turn.
func TestPreviewBusy(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) {
		cfg.Limits = server.Limits{FreeQueries: 1, QueryTime: 500 * time.Millisecond}
		cfg.Articles = slowArticles{cfg.Articles, 4 * time.Second}
	})
	first := request{method: "POST", anyone: true, path: "/api/preview/articles", body: "A minister spoke.", status: 504, want: []string{"took longer than allowed"}}
	start := time.Now()
	w.check(first)
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("the answer took %s", took)
	}
	// The work of the first goes on, and keeps its turn.
	w.check(request{method: "POST", anyone: true, path: "/api/preview/actors", body: "- id: a", status: 503, want: []string{"ask again later"}})
	w.check(request{method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: "g.V().limit(1).all()", status: 200})
}

// TestPreviewPanic makes sure that a failure in the work of a preview ends no
// more than that preview.
func TestPreviewPanic(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) { cfg.Articles = brokenArticles{cfg.Articles} })
	preview := request{method: "POST", anyone: true, path: "/api/preview/articles", body: "A minister spoke.", status: 500}
	w.check(preview)
	w.check(preview)
}

func TestPutActor(t *testing.T) {
	w := newWorld(t, nil)
	w.checkAll([]request{
		{name: "own", path: "/api/actors/russia", status: 200, want: []string{`"own":true`}},
		{name: "change", method: "PUT", path: "/api/actors/russia", body: "- id: russia", status: 200, want: []string{`"ids":["russia"]`}},
		{name: "nonsense", method: "PUT", path: "/api/actors/russia", body: "no", status: 400},
		{name: "the program's", method: "PUT", path: "/api/actors/nato", body: "- id: nato", status: 400, want: []string{"no actor of yours"}},
		{name: "unknown", method: "PUT", path: "/api/actors/rusia", body: "- id: rusia", status: 404},
		{name: "without token", method: "PUT", path: "/api/actors/russia", anyone: true, status: 401},
	})
	if _, body := w.check(request{path: "/api/actors/nato", status: 200}); strings.Contains(body, `"own"`) {
		t.Errorf("an actor of the program is the user's own: %s", body)
	}
}

func TestServerInfo(t *testing.T) {
	w := newWorld(t, nil)
	w.check(request{path: "/api/server", status: 200, want: []string{`"version":"test"`, `"writable":true`, `"explorer":false`, `"queue":false`,
		`"articles":2`, `"quads":`, `"rows":1000`, `"maxRows":100000`, `"querySeconds":30`}})
	w = newWorld(t, func(cfg *server.Config) { cfg.Token = "" })
	w.check(request{path: "/api/server", status: 200, want: []string{`"writable":false`}})
}
