package server_test

import (
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"demarche/queries"
	"demarche/server"
)

func TestSavedQueries(t *testing.T) {
	w := newWorld(t, nil)
	w.checkAll([]request{
		{name: "list", path: "/api/queries", status: 200, want: []string{`"name":"who-demanded"`, `"parameters":[`}},
		{name: "JSON by default", path: "/api/queries/who-demanded?by=russia", status: 200,
			want: []string{`"query": "who-demanded"`, `"quote": "to rule out any further expansion"`, `"id": "russia"`}},
		{name: "CSV by format", path: "/api/queries/who-demanded?format=csv&of=russia", status: 200,
			want: []string{"day,by,of,what,", "2021-12-18,NATO,Russia,"}},
		{name: "CSV by Accept", path: "/api/queries/who-demanded", header: map[string]string{"Accept": "text/csv"}, status: 200,
			want: []string{"day,by,of,what,"}},
		{name: "JSON Lines", path: "/api/queries/who-demanded", header: map[string]string{"Accept": "application/x-ndjson"}, status: 200,
			want: []string{"{\"day\":\"2021-12-19\"", "}\n{\"day\":\"2021-12-18\""}},
		{name: "page for browsers", path: "/api/queries/who-demanded",
			header: map[string]string{"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}, status: 200,
			want: []string{"<th>Day</th>", ">2021-12-19</td>", "<th>Conf.</th>", `<td class="float">0.9</td>`, "<th>Addressee</th>", ">stated</td>"}},
		{name: "least confidence", path: "/api/queries/who-demanded?confidence=0.95", status: 200, want: []string{`"rows": []`}},
		{name: "bad confidence", path: "/api/queries/who-demanded?confidence=high", status: 400, want: []string{"not a number"}},
		{name: "empty values of a form", path: "/api/queries/who-demanded?by=&of=&since=2021-12-19", status: 200,
			want: []string{`"day": "2021-12-19"`}},
		{name: "unknown query", path: "/api/queries/who-demandet", status: 404, want: []string{`did you mean who-demanded`, `"status":404`}},
		{name: "unknown parameter", path: "/api/queries/who-demanded?bye=russia", status: 400, want: []string{`did you mean by`}},
		{name: "unknown actor", path: "/api/queries/who-demanded?by=rusia", status: 400, want: []string{"did you mean Russia"}},
		{name: "bad date", path: "/api/queries/who-demanded?since=2021-13-40", status: 400, want: []string{"2021-13-40"}},
		{name: "parameter given twice", path: "/api/queries/who-demanded?by=nato&by=russia", status: 400, want: []string{"2 times"}},
		{name: "bad limit", path: "/api/queries/who-demanded?limit=0", status: 400, want: []string{"limit=0"}},
		{name: "GraphML", path: "/api/queries/network?format=graphml&actor=nato", status: 200, want: []string{
			`<key id="edge-month" for="edge" attr.name="month" attr.type="string"/>`, `<node id="demarche:actor/nato"><data key="label">NATO</data><data key="kind">organisation</data></node>`,
			`source="demarche:actor/russia" target="demarche:actor/nato"><data key="edge-kind">demand</data><data key="edge-month">2021-12</data><data key="edge-count">1</data>`}},
		{name: "GraphML by Accept", path: "/api/queries/who-demanded", header: map[string]string{"Accept": "application/graphml+xml"}, status: 200, want: []string{"<graphml"}},
		{name: "GraphML of one actor", path: "/api/queries/positions?format=graphml", status: 406, want: []string{"two columns that hold actors", "json or csv"}},
		{name: "unknown format", path: "/api/queries/who-demanded?format=xml", status: 406, want: []string{"json, jsonl, csv, html, graphml"}},
		{name: "no acceptable format", path: "/api/queries/who-demanded", header: map[string]string{"Accept": "image/png"}, status: 406},
	})
}

// A query is a form of the start page, a path of the API's description, a page
// and JSON as soon as its file is there.
func TestEverySavedQueryIsServed(t *testing.T) {
	w := newWorld(t, nil)
	list, err := w.cfg.Queries.List()
	if err != nil {
		t.Fatal(err)
	}
	_, start := w.check(request{path: "/start", status: 200})
	_, described := w.check(request{path: "/openapi.json", status: 200})
	for _, q := range list {
		if !strings.Contains(start, `action="api/queries/`+q.Name+`"`) || !strings.Contains(described, `"/api/queries/`+q.Name+`"`) {
			t.Errorf("%s is not on the start page, or not described", q.Name)
		}
		given := url.Values{}
		for _, p := range q.Parameters {
			switch {
			case p.Type == queries.Actor && (p.Required || p.Name == "of"):
				given.Set(p.Name, "russia")
			case p.Type == queries.Record && p.Required:
				given.Set(p.Name, "demand/d2")
			case p.Type == queries.Article && p.Required:
				given.Set(p.Name, "article/courier")
			}
		}
		for _, format := range []string{"html", "json"} {
			given.Set("format", format)
			w.check(request{path: "/api/queries/" + q.Name + "?" + given.Encode(), status: 200})
		}
	}
	w.checkAll([]request{
		{name: "demands without an answer", path: "/api/queries/unanswered?of=russia", status: 200, want: []string{"to withdraw its troops", `"searched": 0`}},
		{name: "as a page", path: "/api/queries/unanswered?of=russia&format=html", status: 200, want: []string{"<th>Searched</th>", "to withdraw its troops"}},
		{name: "of nobody", path: "/api/queries/unanswered", status: 400, want: []string{"give of"}},
	})
}

func TestPages(t *testing.T) {
	w := newWorld(t, nil)
	var days []string
	path := "/api/queries/who-demanded?limit=2"
	for path != "" {
		header, body := w.check(request{path: path, status: 200})
		var page struct {
			Rows []struct{ Day string }
			Next string
		}
		if err := json.Unmarshal([]byte(body), &page); err != nil {
			t.Fatal(err)
		}
		for _, row := range page.Rows {
			days = append(days, row.Day)
		}
		if got := header.Get("X-Truncated") == "true"; got != (page.Next != "") {
			t.Errorf("%s: X-Truncated is %v, next is %q", path, got, page.Next)
		}
		path = ""
		if page.Next != "" {
			path = "/api/queries/who-demanded?limit=2&after=" + page.Next
		}
	}
	if got := strings.Join(days, " "); got != "2021-12-19 2021-12-18 2021-12-17" {
		t.Errorf("days of all pages: %s", got)
	}
}

func TestActors(t *testing.T) {
	w := newWorld(t, nil)
	w.checkAll([]request{
		{name: "list", path: "/api/actors?limit=3", status: 200, want: []string{`"more":true`, `"limit":3`}},
		{name: "search", path: "/api/actors?q=nato&kind=organisation", status: 200, want: []string{`"id":"nato"`}},
		{name: "one", path: "/api/actors/russia", status: 200, want: []string{`"iri":"demarche:actor/russia"`, `"kind":"country"`}},
		{name: "exact before beginnings", path: "/api/actors?q=us&limit=1", status: 200, want: []string{`"id":"united-states"`, `"linked":true`, `"more":true`}},
		{name: "beginnings of names before those of words", path: "/api/actors?q=parl&limit=1", status: 200, want: []string{`"name":"Parliament of Russia"`}},
		{name: "known before unlinked", path: "/api/actors?q=russian&unlinked=true&limit=100&offset=1", status: 200,
			want: []string{`"id":"unlinked:russian-farmers","iri":"demarche:actor/unlinked:russian-farmers","name":"Russian farmers","kind":"group","linked":false}],"limit":100,"offset":1,"more":false`}},
		{name: "unlinked by another name", path: "/api/actors?q=mr%20USHAKOV&unlinked=true&kind=person", status: 200,
			want: []string{`{"actors":[{"id":"unlinked:yuri-ushakov"`, `"aliases":["Mr Ushakov"]`}},
		{name: "known only", path: "/api/actors?q=ushakov", status: 200, want: []string{`"actors":[]`}},
		{name: "neither yes nor no", path: "/api/actors?unlinked=perhaps", status: 400, want: []string{"true or false"}},
		{name: "one unlinked", path: "/api/actors/unlinked:yuri-ushakov", status: 200, want: []string{`"kind":"person","linked":false`}},
		{name: "unknown unlinked", path: "/api/actors/unlinked:nobody", status: 404, want: []string{"in the articles"}},
		{name: "unknown", path: "/api/actors/rusia", status: 404, want: []string{`"nearest":["russia"`}},
		{name: "add", method: "POST", path: "/api/actors", body: "- id: anna-bell", status: 201, want: []string{`"ids":["anna-bell"]`}},
		{name: "add nonsense", method: "POST", path: "/api/actors", body: "no", status: 400, want: []string{"request:1: there is no actor"}},
		{name: "add without token", method: "POST", path: "/api/actors", anyone: true, status: 401, want: []string{"Bearer"}},
	})
}

func TestIssues(t *testing.T) {
	w := newWorld(t, nil)
	w.checkAll([]request{
		{name: "list", path: "/api/issues", status: 200, want: []string{`{"issues":[{"id":"arms-control","iri":"demarche:issue/arms-control","name":"Arms control",` +
			`"broader":"security","phrases":["arms control","limits of arms"],"opposite":["arms race"]}`, `"more":false`}},
		{name: "by a word", path: "/api/issues?q=enlarg", status: 200, want: []string{`{"issues":[{"id":"nato-enlargement"`}},
		{name: "by a phrase", path: "/api/issues?q=limits", status: 200, want: []string{`{"issues":[{"id":"arms-control"`}},
		{name: "page", path: "/api/issues?limit=1&offset=1", status: 200, want: []string{`{"issues":[{"id":"nato-enlargement"`, `"limit":1,"offset":1,"more":true`}},
		{name: "behind the end", path: "/api/issues?offset=9", status: 200, want: []string{`{"issues":[],`}},
	})
	none := newWorld(t, func(cfg *server.Config) { cfg.Issues = nil })
	none.check(request{path: "/api/issues?q=a", status: 200, want: []string{`"issues":[]`}})
}

// A question as a program gives rows at the address that Cayley's pages use.
func TestPrograms(t *testing.T) {
	w := newWorld(t, nil)
	_, body := w.check(request{path: "/api/queries/who-demanded/gizmo?by=russia&since=2021-12&until=2021-12", status: 200, want: []string{`"about":"Starts at the index node`}})
	var program struct{ Gizmo string }
	if err := json.Unmarshal([]byte(body), &program); err != nil {
		t.Fatal(err)
	}
	w.check(request{method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: program.Gizmo, status: 200,
		want: []string{`demarche:actor/russia`, `"source"`, `"target"`, "to rule out any further expansion"}})
	w.checkAll([]request{
		{name: "computed", path: "/api/queries/unanswered/gizmo?of=russia", status: 404, want: []string{"no form in Gizmo", "ask it at /api/queries/unanswered"}},
		{name: "unknown query", path: "/api/queries/who-demandet/gizmo", status: 404, want: []string{"did you mean who-demanded"}},
		{name: "unknown actor", path: "/api/queries/who-demanded/gizmo?by=rusia", status: 400, want: []string{"did you mean Russia"}},
		{name: "listed", path: "/api/queries", status: 200, want: []string{`"formats":["json","jsonl","csv","html","graphml"],"gizmo":true`, `"gizmo":false`}},
	})
}

func TestArticles(t *testing.T) {
	w := newWorld(t, nil)
	w.checkAll([]request{
		{name: "newest first", path: "/api/articles?limit=1", status: 200,
			want: []string{`"headline":"No veto, minister says"`, `"publisherName":"The Herald"`, `"published":"2021-12-20"`, `"more":true`}},
		{name: "one", path: "/api/articles/demarche:article/courier", status: 200,
			want: []string{`"headline":"Talks in Geneva"`, `"iri":"demarche:demand/d1"`, `"demarche:by":["demarche:actor/russia"]`}},
		{name: "publisher", path: "/api/articles/demarche:article/herald", status: 200,
			want: []string{`"publisher":"demarche:actor/unlinked:the-herald"`, `"publisherName":"The Herald"`, `"blocks":[]`}},
		{name: "unknown", path: "/api/articles/demarche:article/none", status: 404},
		{name: "load", method: "POST", path: "/api/articles", body: "A minister spoke.", status: 201, want: []string{`"iri":"demarche:article/loaded"`}},
		{name: "loaded", path: "/api/articles/demarche:article/loaded", status: 200, want: []string{"A minister spoke."}},
		{name: "load nothing", method: "POST", path: "/api/articles", status: 400, want: []string{"empty"}},
		{name: "load no article", method: "POST", path: "/api/articles?name=a.txt", body: "menu", status: 400, want: []string{"a.txt: there is no article"}},
		{name: "remove without token", method: "DELETE", path: "/api/articles/demarche:article/courier", anyone: true, status: 401},
		{name: "remove", method: "DELETE", path: "/api/articles/demarche:article/courier", status: 200, want: []string{`"quads":`}},
		{name: "removed", path: "/api/articles/demarche:article/courier", status: 404},
		{name: "remove again", method: "DELETE", path: "/api/articles/demarche:article/courier", status: 404},
	})
}

func TestWithoutToken(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) { cfg.Token = "" })
	for _, path := range []string{"/api/articles", "/api/actors", "/api/v2/write", "/api/v2/delete", "/api/v1/write"} {
		w.check(request{method: "POST", path: path, body: "x", status: 403, want: []string{"without a token"}})
	}
}

func TestToken(t *testing.T) {
	w := newWorld(t, nil)
	post := func(authorization string, status int) {
		t.Helper()
		w.check(request{method: "POST", path: "/api/actors", body: "- id: a", anyone: true, status: status,
			header: map[string]string{"Authorization": authorization}})
	}
	post("Bearer "+token, 201)
	post("bearer "+token, 201)
	post("Bearer wrong", 401)
	post("Bearer ", 401)
	post(token, 401)
	req, _ := http.NewRequest("GET", "/", nil)
	req.SetBasicAuth("anybody", token)
	post(req.Header.Get("Authorization"), 201)
	req.SetBasicAuth(token, "")
	post(req.Header.Get("Authorization"), 401)
}

func TestOtherSites(t *testing.T) {
	w := newWorld(t, nil)
	w.check(request{method: "POST", path: "/api/actors", body: "- id: a", status: 403,
		header: map[string]string{"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}})
	w.check(request{method: "POST", path: "/api/actors", body: "- id: a", status: 201,
		header: map[string]string{"Origin": w.URL, "Sec-Fetch-Site": "same-origin"}})
}

func TestUnknownPlaces(t *testing.T) {
	w := newWorld(t, nil)
	w.checkAll([]request{
		{name: "path", path: "/api/quieries", status: 404, want: []string{"start page"}},
		{name: "method", method: "POST", path: "/api/queries", status: 405, want: []string{"GET"}},
		{name: "asset", path: "/assets/start.tmpl", status: 404},
		{name: "asset outside", path: "/assets/%2e%2e/web.go", status: 404},
	})
}

func TestHeaders(t *testing.T) {
	w := newWorld(t, nil)
	for _, path := range []string{"/", "/start", "/api/queries", "/ui/", "/ui/vs/loader.js", "/nowhere"} {
		res, err := http.Get(w.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		policy := res.Header.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "script-src 'self' 'unsafe-inline'") {
			t.Errorf("%s: policy %q", path, policy)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s lacks nosniff", path)
		}
	}
}

func TestHealth(t *testing.T) {
	w := newWorld(t, nil)
	w.check(request{path: "/healthz", status: 200, want: []string{`"status":"ok"`}})
	if err := w.store.Close(); err != nil {
		t.Fatal(err)
	}
	w.check(request{path: "/healthz", status: 503})
}

// TestPageLinks follows the links of an answer's page.
func TestPageLinks(t *testing.T) {
	w := newWorld(t, nil)
	_, page := w.check(request{path: "/api/queries/who-demanded?format=html&limit=1", status: 200})
	links := regexp.MustCompile(`<a href="([^"]+)">(\w+)</a>`).FindAllStringSubmatch(page, -1)
	base, err := url.Parse("/api/queries/who-demanded")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, link := range links {
		address, err := base.Parse(html.UnescapeString(link[1]))
		if err != nil {
			t.Fatal(err)
		}
		address.Fragment = ""
		w.check(request{path: address.String(), status: 200})
		names = append(names, link[2])
	}
	slices.Sort(names)
	if got := strings.Join(names, " "); got != "More article demarche evidence" {
		t.Errorf("links: %s", got)
	}
	w.check(request{path: "/ui", status: 301})
}
