package server

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cayleygraph/cayley/ui"
)

// TestNoOtherHosts looks for addresses that a browser would load in what is
// served of Cayley's pages.
func TestNoOtherHosts(t *testing.T) {
	files, err := patched(ui.FS, replacements)
	if err != nil {
		t.Fatal(err)
	}
	// Names of XML, and links in the texts of errors.
	harmless := regexp.MustCompile(`^https?://(www\.w3\.org/|reactjs\.org/docs/error-decoder|fb\.me/(react-polyfills|use-check-prop-types)$)`)
	address := regexp.MustCompile(`https?://[a-zA-Z0-9][^\s"'` + "`" + `)<>]*`)
	for name, data := range files {
		switch path.Ext(name) {
		case ".html", ".css", ".js", ".json":
		default:
			continue
		}
		for _, found := range address.FindAllString(string(data), -1) {
			if !harmless.MatchString(found) {
				t.Errorf("%s names %s", name, found)
			}
		}
	}
}

func TestOtherPagesAreNoticed(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"as known", `<a href="/x">`, ""},
		{"text gone", `<a href="x">`, `index.html has "href=\"/" 0 times, not 1`},
		{"text twice", `<a href="/x"><a href="/y">`, `2 times, not 1`},
		{"file gone", "", "there are 0 files index.html, not 1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := fstest.MapFS{"web/favicon.ico": {}}
			if test.page != "" {
				files["web/index.html"] = &fstest.MapFile{Data: []byte(test.page)}
			}
			got, err := patched(files, []replacement{{"index.html", `href="/`, `href="`, 1}})
			switch {
			case test.want == "" && err != nil:
				t.Error(err)
			case test.want == "" && string(got["index.html"]) != `<a href="x">`:
				t.Errorf("got %s", got["index.html"])
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

// TestLeftOut makes sure that what names other hosts is not served.
func TestLeftOut(t *testing.T) {
	files, err := patched(ui.FS, replacements)
	if err != nil {
		t.Fatal(err)
	}
	for name := range files {
		if strings.HasSuffix(name, ".map") || strings.Contains(name, "worker") {
			t.Errorf("%s is served", name)
		}
	}
	if _, err := fs.Stat(ui.FS, "web/service-worker.js"); err != nil {
		t.Errorf("the pages have no service worker any more; the rule for it can go: %v", err)
	}
}
