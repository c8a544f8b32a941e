package watch_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/cmd/demarche/internal/watch"
	"demarche/loader/article"
)

func memory(t *testing.T, folder string) *watch.Memory {
	t.Helper()
	m, err := watch.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Close() })
	return m
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// look returns the names of what is new, and takes all but those named.
func look(t *testing.T, f *watch.Folder, leave ...string) string {
	t.Helper()
	var names []string
	for file, err := range f.New() {
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file.Path)
		names = append(names, name)
		if !strings.Contains(strings.Join(leave, " "), name) {
			if err := f.Taken(file); err != nil {
				t.Fatal(err)
			}
		}
	}
	return strings.Join(names, " ")
}

func TestFolder(t *testing.T) {
	folder, seen := t.TempDir(), t.TempDir()
	m := memory(t, seen)
	f, err := watch.NewFolder(folder, m)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "a"), "1")
	write(t, filepath.Join(folder, "b"), "1")
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	check("seen once, it may still grow", look(t, f), "")
	write(t, filepath.Join(folder, "b"), "12")
	check("b grew", look(t, f, "a"), "a")
	check("a was not taken", look(t, f), "a b")
	check("all was taken", look(t, f), "")
	m.Close()
	if f, err = watch.NewFolder(folder, memory(t, seen)); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "a"), "123")
	look(t, f)
	check("after a restart, what has changed", look(t, f), "a")
}

func TestMemoryOutlivesACutLine(t *testing.T) {
	seen := t.TempDir()
	m := memory(t, seen)
	if err := errors.Join(m.Keep("a", "1"), m.Keep("a", "2"), m.Keep("b", "1"), m.Close()); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(seen, "seen.jsonl")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, name, string(data)+`{"name":"c","sta`)
	m = memory(t, seen)
	if a, b, c := m.State("a"), m.State("b"), m.State("c"); a != "2" || b != "1" || c != "" {
		t.Errorf("remembered are %q, %q and %q", a, b, c)
	}
	if data, err = os.ReadFile(name); err != nil || strings.Count(string(data), "\n") != 2 {
		t.Errorf("the file has more than what counts (%v):\n%s", err, data)
	}
	write(t, name, "nonsense\n")
	if _, err := watch.Open(seen); err == nil || !strings.Contains(err.Error(), "seen.jsonl:1") {
		t.Errorf("a broken line gives %v", err)
	}
}

// paper serves a feed that changes.
type paper struct {
	items  []string
	status int
	asked  []string // what the requests said of the feed they have
}

func (p *paper) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.asked = append(p.asked, r.Header.Get("If-None-Match")+"|"+r.Header.Get("If-Modified-Since"))
	tag := fmt.Sprintf(`"%d"`, len(p.items))
	switch {
	case p.status != 0:
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(p.status)
		return
	case r.Header.Get("If-None-Match") == tag:
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("ETag", tag)
	w.Header().Set("Last-Modified", "Sat, 25 Dec 2021 12:00:00 GMT")
	fmt.Fprint(w, `<rss version="2.0"><channel><title>The Paper</title>`)
	for _, name := range p.items {
		fmt.Fprintf(w, `<item><title>%s</title><link>https://example.org/%[1]s</link><pubDate>Sat, 25 Dec 2021 10:00:00 GMT</pubDate>`+
			`<description>Russia demanded on Saturday that NATO stop its expansion, the minister said in Moscow about %[1]s.</description></item>`, name)
	}
	fmt.Fprint(w, `</channel></rss>`)
}

func TestFeed(t *testing.T) {
	p := &paper{items: []string{"One"}}
	server := httptest.NewServer(p)
	defer server.Close()
	seen := t.TempDir()
	m := memory(t, seen)
	o := watch.FeedOptions{Interval: time.Hour, Timeout: 5 * time.Second, MaxSize: 1 << 20, Agent: "test"}
	feed := watch.NewFeed(server.URL+"/feed?key=secret", m, o)
	var got []string
	fails := ""
	visit := func(want string) error {
		t.Helper()
		got = nil
		err := feed.Look(t.Context(), func(a article.Article) error {
			if a.Title == fails {
				return errors.New("no room")
			}
			got = append(got, a.Title)
			return nil
		}, func(err error) { t.Error(err) })
		if all := strings.Join(got, " "); all != want {
			t.Errorf("taken: %q, want %q (%v)", all, want, err)
		}
		return err
	}
	visit("One")
	visit("") // not modified
	if want := `"1"|Sat, 25 Dec 2021 12:00:00 GMT`; p.asked[0] != "|" || p.asked[1] != want {
		t.Errorf("the requests said %q, want %q", p.asked, want)
	}
	p.items, fails = append(p.items, "Two", "Three"), "Three"
	if err := visit("Two"); err == nil || feed.Wait() != 2*time.Hour {
		t.Errorf("what could not be taken gives %v, then a wait of %s", err, feed.Wait())
	}
	fails = ""
	m.Close()
	feed = watch.NewFeed(server.URL+"/feed?key=secret", memory(t, seen), o)
	visit("Two Three") // after a restart: all that was not remembered, and One is not among them
	p.status = http.StatusServiceUnavailable
	if err := visit(""); err == nil || feed.Wait() != 2*time.Hour || strings.Contains(err.Error(), "secret") {
		t.Errorf("a server that asks for patience gives %v, then a wait of %s", err, feed.Wait())
	}
	p.status = http.StatusNotFound
	for range 9 {
		visit("")
	}
	p.status = 0
	visit("")
	if feed.Wait() != time.Hour {
		t.Errorf("when all is well again the wait is %s", feed.Wait())
	}
}

func TestFeedLimits(t *testing.T) {
	slow := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			<-slow
		}
		fmt.Fprint(w, strings.Repeat("x", 2000))
	}))
	defer server.Close()
	defer close(slow)
	o := watch.FeedOptions{Interval: time.Hour, Timeout: 100 * time.Millisecond, MaxSize: 1000}
	for path, want := range map[string]string{"/big": "over the limit of 1000 bytes", "/slow": "exceeded"} {
		feed := watch.NewFeed(server.URL+path, memory(t, t.TempDir()), o)
		err := feed.Look(t.Context(), nil, nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s gives %v, want %q", path, err, want)
		}
	}
}
