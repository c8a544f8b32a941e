package server_test

import (
	"context"
	"errors"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"demarche/graph"
)

// TestBrowser uses the pages as a person does, in a browser without network.
// DEMARCHE_SCREENSHOTS names a folder that gets pictures of what was seen.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("the browser test is skipped with -short")
	}
	chromium := findChromium(t)
	w := newWorld(t, nil)
	b := newBrowser(t, chromium, w.URL)

	b.do("start page",
		chromedp.Navigate(w.URL+"/start"),
		chromedp.WaitVisible(`#examples .card`),
		b.picture("start"),
		dark(true), b.wholePicture("start-dark"), dark(false))
	b.do("start page, form",
		chromedp.Click(`#query-who-demanded summary`),
		chromedp.SetValue(`#query-who-demanded input[name=by]`, "russia"),
		chromedp.Click(`#query-who-demanded button[value=html]`),
		chromedp.WaitVisible(`td`),
		b.picture("answer"))
	b.see("td", "to rule out any further expansion")

	b.do("query page",
		open(w.URL+"/ui/#"+exampleOf(drawing, "query")),
		waitEditor(), press("Run"), waitText("demarche:actor/russia"),
		b.picture("query"))
	b.see("main", "source", "target", "@id")

	b.do("query shape page", choose("Query Shape"), waitEditor(), press("Run"), waitText("is_link_node"), b.picture("shape"))
	b.see("main", "nodes", "<demarche:Demand>")

	b.do("visualize page",
		chromedp.Navigate(w.URL+"/start"),
		chromedp.Click(`.example a.button`),
		waitEditor(), press("Run"),
		chromedp.WaitVisible(`.graph svg line`), chromedp.Sleep(3*time.Second), // until the drawing rests
		b.picture("visualize"))
	var lines, circles int
	b.do("drawing",
		chromedp.Evaluate(`document.querySelectorAll(".graph svg line").length`, &lines),
		chromedp.Evaluate(`document.querySelectorAll(".graph svg circle").length`, &circles))
	if lines != 3 || circles != 3 {
		t.Errorf("the drawing has %d lines and %d circles, want 3 and 3", lines, circles)
	}
	b.see(".graph", "demarche:actor/russia", "demarche:actor/nato", "demarche:actor/united-states")

	b.do("error shown", open(w.URL+"/ui/#"+exampleOf("g.V(", "query")),
		waitEditor(), press("Run"), chromedp.WaitVisible(`#demarche-note.error`), b.picture("error"))

	b.write(w)
	b.finish()
}

// write types a quad into the Write page, and then removes it.
func (b *browser) write(w *world) {
	const line = `<demarche:demand/d1> <rdfs:comment> "typed by hand" <demarche:article/courier> .`
	typed := quad.Make(quad.IRI("demarche:demand/d1"), quad.IRI("rdfs:comment"), "typed by hand", quad.IRI("demarche:article/courier"))
	b.do("write page",
		open(w.URL+"/ui/#page=write"),
		waitEditor(), typeText(line), press("Run"),
		chromedp.WaitVisible(`#demarche-note`), waitText("Successfully wrote 1 quads."), b.picture("write"))
	if !stored(b.t, w.store, typed) {
		b.t.Error("the quad that was written is not stored")
	}
	b.do("write page, delete",
		chromedp.SetValue(`main .mdc-select select`, "delete"), fireChange(`main .mdc-select select`),
		press("Run"), waitText("Successfully deleted 1 quads."))
	if stored(b.t, w.store, typed) {
		b.t.Error("the quad that was deleted is still stored")
	}
	if b.passwords == 0 {
		b.t.Error("the browser was never asked for the token")
	}
}

func stored(t *testing.T, store *graph.Store, wanted quad.Quad) bool {
	found := false
	err := store.View(t.Context(), func(v *graph.View) error {
		quads, err := v.Properties(wanted.Subject)
		for _, q := range quads {
			found = found || q == wanted
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// findChromium returns the browser's program, or skips the test.
func findChromium(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no Chromium here; install it (Debian: apt-get install chromium) to test the pages in a browser")
	return ""
}

// browser is a browser without network that remembers what it was asked to load
// and what went wrong.
type browser struct {
	t        *testing.T
	ctx      context.Context
	host     string
	pictures string // folder

	mu        sync.Mutex
	foreign   []string // requests to other hosts
	problems  []string // uncaught errors, policy violations, failed loads
	passwords int      // how often the token was asked for
}

func newBrowser(t *testing.T, program, address string) *browser {
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t, host: u.Host, pictures: os.Getenv("DEMARCHE_SCREENSHOTS")}
	if b.pictures == "" {
		b.pictures = t.TempDir()
	}
	// Not t.TempDir: Chromium's children may still write to its profile while the
	// test ends, and what they leave is no failure of the server.
	profile, err := os.MkdirTemp("", "demarche-browser-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(profile) })
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program),
		chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.WindowSize(1400, 950),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
		chromedp.UserDataDir(profile),
	)
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	t.Cleanup(func() {
		if err := chromedp.Cancel(ctx); err != nil {
			t.Logf("ending %s: %v", program, err)
		}
	})
	b.ctx = ctx
	chromedp.ListenTarget(ctx, b.hear)
	// The browser starts with the first run and ends with its context, so this
	// one has no time limit of its own.
	if err := chromedp.Run(ctx, network.Enable(), log.Enable(), fetch.Enable().WithHandleAuthRequests(true)); err != nil {
		t.Fatalf("starting %s: %v", program, err)
	}
	return b
}

// hear takes note of an event of the browser.
func (b *browser) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		u, err := url.Parse(e.Request.URL)
		if err != nil || (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "ws") && u.Host != b.host {
			b.foreign = append(b.foreign, e.Request.URL)
		}
	case *fetch.EventRequestPaused:
		go b.quietly(fetch.ContinueRequest(e.RequestID))
	case *fetch.EventAuthRequired:
		b.passwords++
		go b.quietly(fetch.ContinueWithAuth(e.RequestID, &fetch.AuthChallengeResponse{
			Response: fetch.AuthChallengeResponseResponseProvideCredentials, Username: "anybody", Password: token}))
	case *runtime.EventExceptionThrown:
		b.problems = append(b.problems, e.ExceptionDetails.Error())
	case *log.EventEntryAdded:
		// The query with a mistake is answered with 400, the first write with 401.
		if e.Entry.Level == log.LevelError && !strings.Contains(e.Entry.Text, "status of 40") {
			b.problems = append(b.problems, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// quietly does something whose failure shows elsewhere.
func (b *browser) quietly(action chromedp.Action) {
	ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
	defer cancel()
	_ = chromedp.Run(ctx, action)
}

// do does the actions one after the other, within a time.
func (b *browser) do(what string, actions ...chromedp.Action) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 30*time.Second)
	defer cancel()
	err := chromedp.Run(ctx, actions...)
	if err == nil {
		return
	}
	b.quietly(b.picture("failed"))
	b.mu.Lock()
	defer b.mu.Unlock()
	b.t.Fatalf("%s: %v\nrequests to other hosts: %q\nproblems: %q", what, err, b.foreign, b.problems)
}

// see fails unless the texts stand in what the selector finds.
func (b *browser) see(selector string, texts ...string) {
	b.t.Helper()
	var seen string
	b.do("reading "+selector, chromedp.Evaluate(
		`Array.from(document.querySelectorAll(`+"`"+selector+"`"+`)).map(e => e.textContent).join("\n").replace(/\u00a0/g, " ")`, &seen))
	for _, text := range texts {
		if !strings.Contains(seen, text) {
			b.t.Errorf("%s lacks %q:\n%s", selector, text, seen)
		}
	}
}

// picture takes a picture of the page.
func (b *browser) picture(name string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		var png []byte
		if err := chromedp.CaptureScreenshot(&png).Do(ctx); err != nil {
			return err
		}
		return b.keep(name, png)
	})
}

// wholePicture takes a picture of all of the page, below the window too.
func (b *browser) wholePicture(name string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		var png []byte
		if err := chromedp.FullScreenshot(&png, 100).Do(ctx); err != nil {
			return err
		}
		return b.keep(name, png)
	})
}

// keep writes a picture into the folder for pictures.
func (b *browser) keep(name string, png []byte) error {
	if len(png) < 5000 {
		return errors.New("the picture is empty")
	}
	return os.WriteFile(filepath.Join(b.pictures, name+".png"), png, 0o644)
}

// dark switches between the browser's dark and light colours.
func dark(on bool) chromedp.Action {
	value := "light"
	if on {
		value = "dark"
	}
	return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}})
}

// finish fails on requests to other hosts and on errors in the pages.
func (b *browser) finish() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, address := range b.foreign {
		b.t.Errorf("the pages asked another host: %s", address)
	}
	for _, problem := range b.problems {
		b.t.Errorf("the pages had a problem: %s", problem)
	}
}

func exampleOf(query, page string) string {
	return url.Values{"page": {page}, "lang": {"gizmo"}, "query": {query}}.Encode()
}

// open loads the page anew, even if only the fragment differs.
func open(address string) chromedp.Action {
	return chromedp.Tasks{chromedp.Navigate("about:blank"), chromedp.Navigate(address)}
}

// choose presses the item of the menu.
func choose(name string) chromedp.Action {
	return chromedp.Click(`//*[contains(@class,"mdc-list-item") and normalize-space()="`+name+`"]`, chromedp.BySearch)
}

// press presses the button.
func press(label string) chromedp.Action {
	return chromedp.Click(`//button[contains(@class,"mdc-button") and contains(.,"`+label+`")]`, chromedp.BySearch)
}

// waitEditor waits until the editor can be typed into.
func waitEditor() chromedp.Action {
	return chromedp.Tasks{chromedp.WaitVisible(`.monaco-editor .view-lines`), chromedp.Sleep(500 * time.Millisecond)}
}

// typeText puts text into the editor as a paste does, so that the editor closes
// no brackets of its own.
func typeText(text string) chromedp.Action {
	return chromedp.Tasks{
		chromedp.Click(`.monaco-editor .view-lines`),
		chromedp.ActionFunc(func(ctx context.Context) error { return input.InsertText(text).Do(ctx) }),
	}
}

// fireChange tells the page's script that a value was changed.
func fireChange(selector string) chromedp.Action {
	return chromedp.Evaluate(`document.querySelector("`+selector+`").dispatchEvent(new Event("change", {bubbles: true}))`, nil)
}

// waitText waits until the page has the text. The editor writes spaces as
// no-break spaces.
func waitText(text string) chromedp.Action {
	return chromedp.Poll(`document.body.textContent.replace(/\u00a0/g, " ").includes(`+"`"+text+"`"+`)`, nil, chromedp.WithPollingTimeout(20*time.Second))
}
