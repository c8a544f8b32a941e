package server_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"

	"demarche/server"
)

// explorerScript shows what the server says of itself.
const explorerScript = `fetch("api/server").then(r => r.json()).then(s => {
  document.querySelector("main").textContent = "explorer of " + s.version;
});
`

// built is an explorer as its build leaves it.
func built() fstest.MapFS {
	return fstest.MapFS{
		"README.md":        {Data: []byte("what belongs here")},
		"index.html":       {Data: []byte(`<!doctype html><link rel="icon" href="./icon.svg"><script type="module" src="./app/main-1a2b.js"></script><main></main>`)},
		"icon.svg":         {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)},
		"app/main-1a2b.js": {Data: []byte(explorerScript + strings.Repeat("// long\n", 1000))},
	}
}

func withExplorer(cfg *server.Config) { cfg.Explorer = built() }

func TestExplorer(t *testing.T) {
	w := newWorld(t, withExplorer)
	header, page := w.check(request{path: "/", status: 200, want: []string{"app/main-1a2b.js"}})
	for name, want := range map[string]string{
		"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache", "X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff",
	} {
		if got := header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	for _, want := range []string{"default-src 'none'", "script-src 'self';", "style-src 'self';", "require-trusted-types-for 'script'"} {
		if policy := header.Get("Content-Security-Policy"); !strings.Contains(policy, want) {
			t.Errorf("the policy lacks %s: %s", want, policy)
		}
	}
	tag := header.Get("ETag")
	w.check(request{path: "/", header: map[string]string{"If-None-Match": tag}, status: 304})
	w.check(request{path: "/", header: map[string]string{"If-None-Match": `"another"`}, status: 200, want: []string{page}})

	script := "/app/main-1a2b.js"
	header, packed := w.check(request{path: script, header: map[string]string{"Accept-Encoding": "gzip"}, status: 200})
	if got := header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
		t.Errorf("%s: Cache-Control is %q", script, got)
	}
	if got := unpacked(t, packed); header.Get("Content-Encoding") != "gzip" || got != string(built()[script[1:]].Data) {
		t.Errorf("%s: encoding %q, content %.80q", script, header.Get("Content-Encoding"), got)
	}
	plain, body := w.check(request{path: script, header: map[string]string{"Accept-Encoding": "gzip;q=0"}, status: 200})
	if plain.Get("Content-Encoding") != "" || !strings.HasPrefix(body, explorerScript) {
		t.Errorf("%s: compressed for a client that does not take it", script)
	}
	if plain.Get("ETag") == header.Get("ETag") {
		t.Error("both forms have the same tag")
	}
	w.checkAll([]request{
		{name: "picture", path: "/icon.svg", status: 200, want: []string{"<svg"}},
		{name: "not of this build", path: "/app/main-0000.js", status: 404, want: []string{"load the page again"}},
		{name: "outside", path: "/app/%2e%2e/web.go", status: 404},
		{name: "read me", path: "/README.md", status: 404},
		{name: "head", method: "HEAD", path: "/", status: 200},
		{name: "method", method: "POST", path: "/", status: 405},
		{name: "start page", path: "/start", status: 200, want: []string{`action="api/queries/who-demanded"`, `<a href="./">Explorer</a>`}},
		{name: "said by the API", path: "/api/server", status: 200, want: []string{`"explorer":true`}},
	})
}

func TestWithoutExplorer(t *testing.T) {
	w := newWorld(t, nil)
	for _, path := range []string{"/", "/start"} {
		w.check(request{path: path, status: 200, want: []string{"The explorer is not part of this build: run <code>make web</code>", `href="assets/style.css"`}})
	}
	w.check(request{path: "/app/main.js", status: 404})
	cfg := w.cfg
	cfg.Explorer = fstest.MapFS{"README.md": {}}
	if _, err := server.New(cfg); err == nil || !strings.Contains(err.Error(), "make web") {
		t.Errorf("an explorer without a page: %v", err)
	}
}

// TestCompression asks for a long and a short answer.
func TestCompression(t *testing.T) {
	w := newWorld(t, nil)
	gzipped := map[string]string{"Accept-Encoding": "br, gzip"}
	_, plain := w.check(request{path: "/api/queries", header: map[string]string{"Accept-Encoding": "identity"}, status: 200})
	header, packed := w.check(request{path: "/api/queries", header: gzipped, status: 200})
	if header.Get("Content-Encoding") != "gzip" || unpacked(t, packed) != plain || len(packed) > len(plain)/2 {
		t.Errorf("encoding %q, %d of %d bytes", header.Get("Content-Encoding"), len(packed), len(plain))
	}
	header, _ = w.check(request{path: "/api/queries/who-demanded?limit=3", header: gzipped, status: 200})
	if vary := strings.Join(header.Values("Vary"), ","); header.Get("Content-Encoding") != "gzip" ||
		!strings.Contains(vary, "Accept-Encoding") || !strings.Contains(vary, "Accept,") && !strings.HasSuffix(vary, "Accept") {
		t.Errorf("an answer by Accept: encoding %q, Vary %q", header.Get("Content-Encoding"), vary)
	}
	if header, _ = w.check(request{path: "/api/actors/russia", header: gzipped, status: 200}); header.Get("Content-Encoding") != "" {
		t.Error("a short answer is compressed")
	}
	if header, _ = w.check(request{path: "/nowhere", header: gzipped, status: 404}); header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("an error is %s", header.Get("Content-Type"))
	}
}

func unpacked(t *testing.T, packed string) string {
	t.Helper()
	zr, err := gzip.NewReader(bytes.NewReader([]byte(packed)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(zr)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestBrowserExplorer runs an explorer's script under the policy.
func TestBrowserExplorer(t *testing.T) {
	if testing.Short() {
		t.Skip("the browser test is skipped with -short")
	}
	chromium := findChromium(t)
	w := newWorld(t, withExplorer)
	b := newBrowser(t, chromium, w.URL)
	b.do("explorer", chromedp.Navigate(w.URL+"/#/relations?since=2021-12"), waitText("explorer of test"))
	b.finish()
}
