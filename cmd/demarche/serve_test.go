package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/web"
)

// house is a server that runs until the test ends.
type house struct {
	t             *testing.T
	main, metrics string // addresses, with a slash at the end
	stop          func() outcome
}

// output is what a running program wrote so far.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// serving runs a command that serves, and waits until it does.
func serving(t *testing.T, args ...string) *house {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var stdout, stderr output
	done := make(chan int, 1)
	go func() { done <- run(ctx, args, strings.NewReader(""), &stdout, &stderr, christmas) }()
	h := &house{t: t}
	stop := sync.OnceValue(func() outcome {
		cancel()
		return outcome{<-done, stdout.String(), stderr.String()}
	})
	h.stop = stop
	t.Cleanup(func() { stop() })
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		for line := range strings.Lines(stdout.String()) {
			if url, ok := strings.CutPrefix(line, "demarche: "); ok && strings.HasSuffix(url, "\n") {
				h.main = strings.TrimSpace(url)
			}
			if url, ok := strings.CutPrefix(line, "metrics: "); ok && strings.HasSuffix(url, "\n") {
				h.metrics = strings.TrimSpace(url)
			}
		}
		if h.main != "" && (h.metrics != "" || args[0] == "demo") {
			return h
		}
	}
	o := h.stop()
	t.Fatalf("it does not serve: %s %s", o.stdout, o.stderr)
	return nil
}

// request sends a request and checks status and texts of the answer.
func (h *house) request(method, url, token, body string, status int, texts ...string) {
	h.t.Helper()
	req, err := http.NewRequestWithContext(h.t.Context(), method, url, strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		h.t.Fatal(err)
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(res.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	if res.StatusCode != status {
		h.t.Errorf("%s %s: status %d, want %d\n%s", method, url, res.StatusCode, status, answer)
	}
	for _, text := range texts {
		if !strings.Contains(string(answer), text) {
			h.t.Errorf("%s %s: the answer lacks %q\n%s", method, url, text, answer)
		}
	}
}

// configured sets keys for a server on free ports.
func configured(t *testing.T, keys map[string]string) {
	t.Helper()
	t.Setenv("DEMARCHE_SERVER_LISTEN", "127.0.0.1:0")
	t.Setenv("DEMARCHE_SERVER_METRICS_LISTEN", "127.0.0.1:0")
	for key, value := range keys {
		t.Setenv(envOf(key), value)
	}
}

func TestServe(t *testing.T) {
	home(t)
	write(t, "two.jsonl", story("One")+story("Two"))
	demarche(t, "load", "two.jsonl").want(t, exitOK)
	configured(t, map[string]string{"limits.rows": "1", "limits.max_rows": "2", "limits.query_size": "1KB"})
	h := serving(t, "serve")
	h.request("GET", h.main, "", "", 200, "<html")
	h.request("GET", h.main+"start", "", "", 200, "<html")
	h.request("GET", h.main+"api/queries/who-demanded?of=nato&format=jsonl", "", "", 200, "expansion")
	h.request("GET", h.metrics, "", "", 200, "demarche_http_request_duration_seconds")

	gizmo := `g.V("<demarche:Demand>").in("<rdf:type>").all()`
	h.request("POST", h.main+"api/v2/query?lang=gizmo", "", gizmo, 200, `"limit":1,"truncated":true`) // limits.rows
	h.request("POST", h.main+"api/v2/query?lang=gizmo", "", gizmo+strings.Repeat(" ", 2000), 413)     // limits.query_size
	h.request("GET", h.main+"api/articles?limit=3", "", "", 400, "2")                                 // limits.max_rows
	h.request("POST", h.main+"api/articles", "", story("Three"), 403)                                 // server.token
	demarche(t, "ask", "who-demanded").want(t, exitOK, "Russia")                                      // beside a server that cannot write
	h.stop().want(t, exitOK)
}

func TestServeWithToken(t *testing.T) {
	home(t)
	configured(t, map[string]string{"server.token": "secret", "limits.upload_size": "2KB"})
	h := serving(t, "serve")
	h.request("POST", h.main+"api/articles", "", story("One"), 401)
	h.request("POST", h.main+"api/articles", "secret", story("One"), 201, `"change":"new"`)
	h.request("POST", h.main+"api/articles", "secret", story("One"), 201, `"change":"unchanged"`)
	h.request("POST", h.main+"api/articles", "secret", "milk, eggs", 400, "not an article")
	h.request("POST", h.main+"api/articles", "secret", "[]", 400)
	h.request("POST", h.main+"api/articles", "secret", story(strings.Repeat("long ", 500)), 413) // limits.upload_size
	h.request("GET", h.main+"api/articles", "", "", 200, "demarche:article/example.org/one")
	h.request("POST", h.main+"api/actors", "secret", testov, 201, "ilya-testov", "Ilya Testov (1 article)")
	h.request("POST", h.main+"api/actors", "secret", testov, 400, "request:2: Ilya Testov is there already")
	h.request("POST", h.main+"api/actors", "secret", testov+"    gender: male\n", 400, "is taken")
	h.request("POST", h.main+"api/actors", "secret", `{"name":"Igor Testov","kind":"person"}`, 400, "stand in a list under the key actors")
	h.request("GET", h.main+"api/actors/ilya-testov", "", "", 200, "Presidential aide")
	h.request("DELETE", h.main+"api/articles/demarche:article/nothing", "secret", "", 404)
	demarche(t, "ask", "said").want(t, exitError, "in use by another process", "ask it over HTTP")
	h.request("POST", h.main+"api/relink", "", "", 401)
	h.request("POST", h.main+"api/relink", "secret", "", 200, `"count":1`, "Ilya Testov (1 article) is ilya-testov")
	h.request("POST", h.main+"api/relink", "secret", "", 200, `"count":0`)
	twin := "actors:\n  - {name: Igor Testov, kind: person, aliases: [Ilya Testov]}\n"
	h.request("POST", h.main+"api/actors", "secret", twin, 201, "igor-testov", `"warnings":[`)
	h.stop().want(t, exitOK, "!secret")
	demarche(t, "relink").want(t, exitOK, "0 actors linked")
}

// explorerNotice is what the program must say of the explorer, which a developer
// may have built.
func explorerNotice() string {
	if web.Explorer() == nil {
		return noExplorer
	}
	return "!" + noExplorer
}

// A preview tells what would happen; then nothing has.
func TestPreview(t *testing.T) {
	home(t)
	write(t, "one.jsonl", story("One"))
	demarche(t, "load", "one.jsonl").want(t, exitOK)
	configured(t, map[string]string{"limits.query_size": "10KB"})
	h := serving(t, "serve")
	articles, actors := h.main+"api/preview/articles", h.main+"api/preview/actors"
	h.request("POST", articles, "", story("One"), 200, `"change":"unchanged"`)
	h.request("POST", articles, "", story("Two"), 200, `"iri":"demarche:article/example.org/two-`, `"headline":"Two"`, `"change":"new"`,
		`"text":`, `"demarche:quote":[`, `"demands":`)
	// As a form sends what was pasted.
	h.request("POST", articles, "", `{"title":"Talks", "publisher":"The Meadow Post", "published":"2021-12-17", "url":"https://example.org/talks",
		"text":"Russia on Friday demanded that NATO stop its expansion to the east.\n\nThe alliance called on Moscow to pull back its troops."}`, 200,
		`"headline":"Talks"`, `"published":"2021-12-17"`, `"url":"https://example.org/talks"`, `"demands":2`)
	h.request("POST", articles, "", "milk, eggs", 400, "not an article")
	h.request("POST", articles, "", story(strings.Repeat("long ", 5000)), 413) // limits.query_size

	h.request("POST", actors, "", testov, 200, `"ids":["ilya-testov"]`,
		`"mentions":[{"name":"Ilya Testov","actor":"ilya-testov","articles":1,"examples":["demarche:article/example.org/one-`, `"problems":[]`)
	h.request("POST", actors, "", strings.Replace(testov, "kind:", "knd:", 1), 200, `"ids":[]`, `"line":3,"field":"knd"`)
	h.request("POST", actors, "", strings.Replace(testov, "of: russia", "of: nowhere", 1), 200, `"field":"roles"`, "nowhere")
	h.request("GET", h.main+"api/actors/ilya-testov", "", "", 404)
	h.request("GET", h.main+"api/server", "", "", 200, `"writable":false`, `"queue":false`, `"articles":1`, `"queryBytes":10`)
	h.stop().want(t, exitOK, explorerNotice())
}

func TestPutActor(t *testing.T) {
	home(t)
	configured(t, map[string]string{"server.token": "secret"})
	h := serving(t, "serve")
	h.request("POST", h.main+"api/articles", "secret", story("One"), 201)
	h.request("POST", h.main+"api/actors", "secret", testov, 201)
	one := h.main + "api/actors/ilya-testov"
	h.request("GET", one, "", "", 200, `"own":true`)
	renamed := strings.Replace(testov, "name: Ilya Testov", "name: Ilya Testov Junior\n    aliases: [Ilya Testov]", 1)
	h.request("POST", h.main+"api/preview/actors?id=ilya-testov", "", renamed, 200, `"ids":["ilya-testov"]`, `"actor":"ilya-testov"`)
	h.request("PUT", one, "secret", renamed, 200, `"ids":["ilya-testov"]`, "Ilya Testov (1 article) is ilya-testov")
	h.request("GET", one, "", "", 200, `"name":"Ilya Testov Junior"`, `"own":true`)
	h.request("PUT", one, "secret", `{"actors":[{"name":"Ilya Testov","kind":"person","id":"other"}]}`, 400, `leave \"id:\" out`)
	h.request("PUT", h.main+"api/actors/russia", "secret", `{"actors":[{"name":"Russia","kind":"country"}]}`, 400, "no actor of yours")
	h.stop().want(t, exitOK)
	demarche(t, "actors", "show", "ilya-testov").want(t, exitOK, "Ilya Testov Junior") // after a restart
}

func TestWriteTime(t *testing.T) {
	home(t)
	configured(t, map[string]string{"server.token": "secret", "limits.write_time": "1ns"})
	h := serving(t, "serve")
	h.request("POST", h.main+"api/articles", "secret", story("One"), 504)
}

func TestQueryMemory(t *testing.T) {
	home(t)
	configured(t, map[string]string{"limits.query_memory": "1MB", "limits.query_time": "20s"})
	h := serving(t, "serve")
	h.request("POST", h.main+"api/v2/query?lang=gizmo", "", `var a = []; for (;;) { a.push("x" + a.length) }`, 422, "more memory than its limit")
}

func TestListen(t *testing.T) {
	home(t)
	configured(t, nil)
	h := serving(t, "serve")
	address := strings.TrimSuffix(strings.TrimPrefix(h.main, "http://"), "/")
	t.Setenv("DEMARCHE_STORE_PATH", "other")
	demarche(t, "serve", "--listen", address).want(t, exitError, "listening on "+address, "choose another address")
	demarche(t, "serve", "--listen", "nowhere").want(t, exitError, "listening on nowhere")
	t.Setenv("DEMARCHE_SERVER_METRICS_LISTEN", address)
	o := demarche(t, "serve", "--listen", "127.0.0.1:0").want(t, exitError, "listening on "+address+" for metrics", "server.metrics_listen", "!--listen")
	if o.stdout != "" {
		t.Errorf("it fails, and says before that it serves: %s", o.stdout)
	}
}

func TestDemo(t *testing.T) {
	home(t)
	o := demarche(t, "demo", "--no-serve").want(t, exitOK, "13 sample articles", "Who demanded what of NATO in December 2021?", "2021-12-")
	if !strings.Contains(o.stdout, "NATO") {
		t.Errorf("no demand on NATO:\n%s", o.stdout)
	}
	demarche(t, "ask", "who-demanded").want(t, exitError, "there is no store yet")
	h := serving(t, "demo", "--dir", "kept", "--listen", "127.0.0.1:0")
	h.request("GET", h.main+"api/queries/who-demanded?of=nato", "", "", 200, "NATO")
	h.stop().want(t, exitOK)
	demarche(t, "demo", "--dir", "kept", "--no-serve").want(t, exitOK)
}
