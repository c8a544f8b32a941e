package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"

	"github.com/cayleygraph/cayley/ui"

	"demarche/web"
)

// Cayley's pages come built, in the module's package ui. They expect to be at
// the root of http://localhost:64210 and take editor and icons from the
// internet. While they are served, the replacements below make every address
// relative to where the page is, and all files local. Each must be found
// exactly as often as said: another version of the pages is noticed when the
// program starts, not when a user opens them.

// replacement changes one text of a file.
type replacement struct {
	file  string // pattern of path.Match in Cayley's folder
	old   string
	new   string
	count int // how often old stands there
}

var replacements = []replacement{
	// The page itself.
	{"index.html", `href="/`, `href="`, 4},
	{"index.html", `src="/`, `src="`, 2},
	{"index.html", `l.p="/"`, `l.p=""`, 1},
	{"index.html", `<div id="root"></div>`, `<div id="root"></div><script src="companion.js"></script>`, 1},
	{"index.html", `</head>`, `<link href="companion.css" rel="stylesheet"></head>`, 1},
	// Where the API is, seen from the page.
	{"static/js/main.*.chunk.js", `"http://localhost:64210"`, `".."`, 1},
	{"static/js/main.*.chunk.js", `"".concat("","/gizmo.d.ts")`, `"gizmo.d.ts"`, 1},
	{"static/js/2.*.chunk.js", `"http://localhost:64210"`, `".."`, 1},
	// The editor: its loader, and the lines that start it, which are a file here
	// because the page's policy allows no scripts but files.
	{"static/js/2.*.chunk.js", `"https://cdn.jsdelivr.net/npm/monaco-editor@0.18.1/min/vs/loader.js"`, `"vs/loader.js"`, 1},
	{"static/js/2.*.chunk.js", `"https://cdn.jsdelivr.net/npm/monaco-editor@0.18.1/min/vs"`, `"vs"`, 1},
	{"static/js/2.*.chunk.js", editorStart, `e.src="monaco.js"`, 1},
	// The icons.
	{"static/css/main.*.chunk.css", `@import url(https://fonts.googleapis.com/icon?family=Material+Icons)`, `@import url(../../icons.css)`, 1},
}

// editorStart is how the bundle writes the script that starts the editor.
const editorStart = `e.innerHTML="\n      require.config({ paths: { 'vs': '".concat(this.__config.urls.monacoBase,` +
	`"' } });\n      require(['vs/editor/editor.main'], function() {\n        document.dispatchEvent(new Event('monaco_init'));\n      });\n    ")`

// cayleyUI serves Cayley's pages and what belongs to them.
type cayleyUI struct {
	files  map[string][]byte // Cayley's, changed, by name
	policy string            // Content-Security-Policy
	added  http.Handler      // what this project adds
	editor http.Handler
	icons  http.Handler
}

func newCayleyUI() (*cayleyUI, error) {
	files, err := patched(ui.FS, replacements)
	if err != nil {
		return nil, fmt.Errorf("preparing Cayley's pages: %w; this program knows the pages of another version of Cayley", err)
	}
	u := &cayleyUI{files: files, policy: uiPolicy(files["index.html"])}
	u.added = assets(web.UI, "ui", u.setPolicy)
	u.editor = assets(web.Vendor, "vendor/monaco", u.setPolicy)
	u.icons = assets(web.Vendor, "vendor", u.setPolicy)
	return u, nil
}

// patched returns Cayley's files with the replacements made. Source maps and
// the service worker, which is never registered, are left out: they name other
// hosts.
func patched(fsys fs.FS, rs []replacement) (map[string][]byte, error) {
	files := make(map[string][]byte)
	err := fs.WalkDir(fsys, "web", func(name string, entry fs.DirEntry, err error) error {
		base := path.Base(name)
		if err != nil || entry.IsDir() || path.Ext(name) == ".map" ||
			base == "service-worker.js" || strings.HasPrefix(base, "precache-manifest.") {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		files[strings.TrimPrefix(name, "web/")] = data
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, r := range rs {
		if err := r.apply(files); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// apply makes the replacement in the one file that it is for.
func (r replacement) apply(files map[string][]byte) error {
	var names []string
	for name := range files {
		if ok, _ := path.Match(r.file, name); ok {
			names = append(names, name)
		}
	}
	if len(names) != 1 {
		return fmt.Errorf("there are %d files %s, not 1", len(names), r.file)
	}
	data := files[names[0]]
	if n := bytes.Count(data, []byte(r.old)); n != r.count {
		return fmt.Errorf("%s has %q %d times, not %d", names[0], r.old, n, r.count)
	}
	files[names[0]] = bytes.ReplaceAll(data, []byte(r.old), []byte(r.new))
	return nil
}

var inlineScript = regexp.MustCompile(`(?s)<script>(.*?)</script>`)

// uiPolicy allows the page its own files, the one script that stands in it, and
// the styles that the editor makes; nothing from elsewhere.
func uiPolicy(page []byte) string {
	scripts := "script-src 'self'"
	for _, m := range inlineScript.FindAllSubmatch(page, -1) {
		sum := sha256.Sum256(m[1])
		scripts += " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return strings.Join([]string{
		"default-src 'none'", scripts, "style-src 'self' 'unsafe-inline'", "img-src 'self' data:",
		"font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'",
		"base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
	}, "; ")
}

func (u *cayleyUI) setPolicy(h http.Header) { h.Set("Content-Security-Policy", u.policy) }

// ServeHTTP serves a file; the path has no leading slash and no prefix.
func (u *cayleyUI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Path
	if name == "" {
		name = "index.html"
	}
	switch data, ok := u.files[name]; {
	case ok:
		u.setPolicy(w.Header())
		serveBytes(w, r, name, data)
	case strings.HasPrefix(name, "vs/"):
		u.editor.ServeHTTP(w, r)
	case strings.HasPrefix(name, "icons/"):
		u.icons.ServeHTTP(w, r)
	default:
		u.added.ServeHTTP(w, r)
	}
}
