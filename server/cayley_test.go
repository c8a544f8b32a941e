package server_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/server"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const drawing = `g.V("<demarche:Demand>").in("<rdf:type>").save("<demarche:by>", "source").save("<demarche:of>", "target").all()`

func TestCayleyQuery(t *testing.T) {
	w := newWorld(t, nil)
	ld := map[string]string{"Accept": "application/ld+json"}
	w.checkAll([]request{
		{name: "Gizmo", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: drawing, status: 200,
			want: []string{`"source":"<demarche:actor/russia>"`, `"truncated":false`}},
		{name: "Gizmo as the pages ask", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: drawing, header: ld, status: 200,
			want: []string{`"source":{"@id":"demarche:actor/russia"}`}},
		{name: "GET", path: "/api/v2/query?lang=gizmo&qu=g.V(%22%3Cdemarche:demand/d1%3E%22).out(%22%3Cdemarche:quote%3E%22).all()", status: 200,
			want: []string{`"result":[{"id":"to rule out any further expansion"}]`}},
		{name: "version 1", method: "POST", anyone: true, path: "/api/v1/query/gizmo", body: drawing, status: 200, want: []string{`"result":[{`}},
		{name: "GraphQL", method: "POST", anyone: true, path: "/api/v2/query?lang=graphql", header: ld,
			body:   `{ nodes(id: <demarche:demand/d1>) { id, <demarche:quote> } }`,
			status: 200, want: []string{`{"data":{"nodes":`, "to rule out any further expansion"}},
		{name: "MQL as the pages ask", method: "POST", anyone: true, path: "/api/v2/query?lang=mql", header: ld,
			body: `[{"id": "<demarche:demand/d1>", "<demarche:by>": null}]`, status: 200, want: []string{"demarche:actor/russia"}},
		{name: "cut", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo&limit=2", body: drawing, status: 200,
			want: []string{`"limit":2,"truncated":true`}},
		{name: "the query's own limit does not lift the server's", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo&limit=2",
			body: strings.Replace(drawing, "all()", "getLimit(-1)", 1), status: 200, want: []string{`"truncated":true`}},
		{name: "no rows", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: `g.V("<nobody>").all()`, status: 200,
			want: []string{`"result":null`}},
		{name: "syntax", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: `g.V(`, status: 400, want: []string{`"error":"`, "SyntaxError"}},
		{name: "GraphQL syntax", method: "POST", anyone: true, path: "/api/v2/query?lang=graphql", body: `{`, status: 400, want: []string{`{"errors":[{"message":`}},
		{name: "no language", method: "POST", anyone: true, path: "/api/v2/query", body: drawing, status: 400, want: []string{"lang="}},
		{name: "unknown language", method: "POST", anyone: true, path: "/api/v2/query?lang=gismo", body: drawing, status: 400, want: []string{`"nearest":["gizmo"]`}},
		{name: "empty", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", status: 400, want: []string{"empty"}},
	})
}

func TestBounds(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) {
		cfg.Limits = server.Limits{QueryTime: 300 * time.Millisecond, QueryBytes: 1000, UploadBytes: 2000}
	})
	long := drawing + strings.Repeat(" ", 1000)
	w.checkAll([]request{
		{name: "long query", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: long, status: 413, want: []string{"1000 bytes"}},
		{name: "long query, version 1", method: "POST", anyone: true, path: "/api/v1/query/gizmo", body: long, status: 413},
		{name: "long query for its shape", method: "POST", anyone: true, path: "/api/v1/shape/gizmo", body: long, status: 413},
		{name: "large upload", method: "POST", path: "/api/articles", body: strings.Repeat("x", 2001), status: 413},
		{name: "large when decompressed", method: "POST", path: "/api/v2/write", body: zipped(strings.Repeat("# remark\n", 1000)),
			header: map[string]string{"Content-Encoding": "gzip"}, status: 413},
		{name: "other compression", method: "POST", path: "/api/v2/write", body: "x", header: map[string]string{"Content-Encoding": "br"}, status: 415},
		{name: "endless query", method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: "while (true) {}", status: 504, want: []string{"longer than allowed"}},
		{name: "endless call for its shape", method: "POST", anyone: true, path: "/api/v1/shape/gizmo",
			body: "function f() { [1].forEach(f) }; f()", status: 400, want: []string{"error"}},
		{name: "GraphQL has a limit too", method: "POST", anyone: true, path: "/api/v2/query?lang=graphql&limit=2",
			body: `{ nodes(<rdf:type>: <demarche:Demand>) { id } }`, status: 422, want: []string{"3 objects"}},
		{name: "endless query for its shape", method: "POST", anyone: true, path: "/api/v1/shape/gizmo", body: "while (true) {}", status: 504},
	})
}

func TestReadQuads(t *testing.T) {
	w := newWorld(t, nil)
	_, body := w.check(request{path: "/api/v2/read?sub=%3Cdemarche:demand/d1%3E,%3Cdemarche:demand/d3%3E&pred=%3Cdemarche:by%3E", status: 200})
	want := "<demarche:demand/d1> <demarche:by> <demarche:actor/russia> <demarche:article/courier> .\n" +
		"<demarche:demand/d3> <demarche:by> <demarche:actor/united-states> <demarche:article/herald> .\n"
	if body != want {
		t.Errorf("got\n%swant\n%s", body, want)
	}
	header, _ := w.check(request{path: "/api/v2/read?limit=3", status: 200})
	if header.Get("X-Truncated") != "true" || header.Get("X-Row-Limit") != "3" {
		t.Errorf("a cut answer must say so: %v", header)
	}
	w.check(request{path: "/api/v2/read?format=jsonld&label=%3Cdemarche:article/herald%3E", status: 200, want: []string{`"@id"`}})
	w.check(request{path: "/api/v2/read?format=word", status: 406})
	w.check(request{path: "/api/v2/formats", status: 200, want: []string{`"id":"nquads"`, `"id":"jsonld"`}})
}

func TestWriteQuads(t *testing.T) {
	w := newWorld(t, nil)
	const (
		good  = "<demarche:demand/d1> <rdfs:comment> \"checked\" <demarche:article/courier> .\n"
		other = "<demarche:note/1> <rdf:type> <schema:NewsArticle> <demarche:note/1> .\n<a> <b> \"c\" <demarche:note/1> .\n"
	)
	node := "/api/v2/read?pred=%3Crdfs:comment%3E"
	w.checkAll([]request{
		{name: "without token", method: "POST", anyone: true, path: "/api/v2/write", body: good, status: 401},
		{name: "without label", method: "POST", path: "/api/v2/write", body: "<a> <b> <c> .", status: 400, want: []string{"quad 1 has no label", "<article>"}},
		{name: "label that is no article", method: "POST", path: "/api/v2/write", body: "<a> <b> <c> <d> .", status: 400, want: []string{"<d> of quad 1 is no article"}},
		{name: "broken second line", method: "POST", path: "/api/v2/write", body: good + "<a> <b", status: 400, want: []string{"quad 2", "nothing was changed"}},
		{name: "nothing was written", path: node, status: 200, want: []string{""}},
		{name: "good", method: "POST", path: "/api/v2/write", body: good, status: 200, want: []string{`"result":"Successfully wrote 1 quads."`, `"count":1`}},
		{name: "written", path: node, status: 200, want: []string{good}},
		{name: "again", method: "POST", path: "/api/v2/write", body: good, status: 200},
		{name: "delete compressed", method: "POST", path: "/api/v2/delete", body: zipped(good), header: map[string]string{"Content-Encoding": "gzip"},
			status: 200, want: []string{`"count":1`}},
		{name: "delete again", method: "POST", path: "/api/v2/delete", body: good, status: 200, want: []string{`"count":0`, "1 were not stored"}},
		{name: "article of its own", method: "POST", path: "/api/v2/write", body: other, status: 200, want: []string{`"count":2`}},
		{name: "delete what makes an article", method: "POST", path: "/api/v2/delete", status: 400, want: []string{"would no longer be an article"},
			body: "<demarche:article/courier> <rdf:type> <schema:NewsArticle> <demarche:article/courier> ."},
		{name: "delete the class", method: "POST", path: "/api/v2/node/delete", body: "<schema:NewsArticle>", status: 400, want: []string{"would no longer be an article"}},
		{name: "write twice", method: "POST", path: "/api/v2/write", body: good + "\n" + good, status: 200, want: []string{`"count":1`}},
		{name: "write what is there", method: "POST", path: "/api/v2/write", body: good, status: 200, want: []string{`"count":0`, "1 were stored already"}},
		{name: "delete twice", method: "POST", path: "/api/v2/delete", body: good + "\n" + good, status: 200, want: []string{"deleted 1 quads.\"", `"count":1`}},
		{name: "write again", method: "POST", path: "/api/v2/write", body: good, status: 200, want: []string{`"count":1`}},
		{name: "delete node", method: "POST", path: "/api/v2/node/delete", body: "<demarche:note/1>", status: 200, want: []string{"Successfully deleted 1 nodes."}},
		{name: "deleted", path: "/api/v2/node/delete", method: "POST", body: "<demarche:note/1>", status: 404},
		{name: "version 1", method: "POST", path: "/api/v1/write", status: 200, want: []string{"Successfully wrote 1 quads."},
			body: `[{"subject":"<a>","predicate":"<b>","object":"c","label":"<demarche:article/herald>"}]`},
		{name: "version 1 delete", method: "POST", path: "/api/v1/delete", status: 200, want: []string{"Successfully deleted 1 quads."},
			body: `[{"subject":"<a>","predicate":"<b>","object":"c","label":"<demarche:article/herald>"}]`},
		{name: "version 1 without label", method: "POST", path: "/api/v1/write", status: 400, body: `[{"subject":"a","predicate":"b","object":"c"}]`},
		{name: "JSON", method: "POST", path: "/api/v2/write", header: map[string]string{"Content-Type": "application/json"}, status: 200,
			body: `[{"subject":"<a>","predicate":"<b>","object":"c","label":"<demarche:article/herald>"}]`},
		{name: "unknown type", method: "POST", path: "/api/v2/write", header: map[string]string{"Content-Type": "application/msword"}, body: good, status: 415},
	})
}

// TestShape compares the shapes of queries, testdata/shape/NAME.LANGUAGE, with
// what is beside them.
func TestShape(t *testing.T) {
	w := newWorld(t, nil)
	cases, err := filepath.Glob("testdata/shape/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range cases {
		lang := strings.TrimPrefix(filepath.Ext(file), ".")
		if lang == "json" {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			outer := w.t
			w.t = t
			defer func() { w.t = outer }()
			_, body := w.check(request{method: "POST", anyone: true, path: "/api/v1/shape/" + lang, body: string(text), status: 200})
			var got bytes.Buffer
			if err := json.Indent(&got, []byte(body), "", "\t"); err != nil {
				t.Fatal(err)
			}
			golden := file + ".json"
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
	w.check(request{method: "POST", anyone: true, path: "/api/v1/shape/gizmo", body: "g.V(", status: 400, want: []string{`"error":`}})
}

func zipped(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(text))
	_ = z.Close()
	return b.String()
}
