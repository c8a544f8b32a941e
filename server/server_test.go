package server_test

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"demarche/server"
)

// TestStartPage follows every link of the start page.
func TestStartPage(t *testing.T) {
	w := newWorld(t, nil)
	_, page := w.check(request{path: "/start", status: 200, want: []string{
		`action="api/queries/who-demanded"`, "g.V(&#34;&lt;demarche:Demand&gt;&#34;)", "ui/#lang=gizmo"}})
	links := regexp.MustCompile(`(?:href|src)="([^"#]+)[^"]*"`).FindAllStringSubmatch(page, -1)
	if len(links) < 10 {
		t.Errorf("only %d links", len(links))
	}
	for _, link := range links {
		w.check(request{path: "/" + strings.ReplaceAll(link[1], "&amp;", "&"), status: 200})
	}
	if strings.Contains(page, "://") {
		t.Error("the start page names another host")
	}
}

// TestExamples runs every example of the start page.
func TestExamples(t *testing.T) {
	w := newWorld(t, nil)
	_, page := w.check(request{path: "/start", status: 200})
	texts := regexp.MustCompile(`(?s)<pre><code>(.*?)</code>`).FindAllStringSubmatch(page, -1)
	unescape := strings.NewReplacer("&#34;", `"`, "&lt;", "<", "&gt;", ">", "&#39;", "'", "&amp;", "&")
	for i, text := range texts {
		_, body := w.check(request{method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: unescape.Replace(text[1]), status: 200})
		// The articles of the test have demands but no statements.
		if strings.Contains(text[1], "Statement") == strings.Contains(body, `"source"`) && i < len(texts)-1 {
			t.Errorf("example %d:\n%s\n%s", i, text[1], body)
		}
	}
}

func TestOpenAPI(t *testing.T) {
	w := newWorld(t, nil)
	_, body := w.check(request{path: "/openapi.json", status: 200})
	var api struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID string
			Parameters  []struct {
				Name   string
				Schema struct{ Enum []string }
			}
			Security  []any
			Responses map[string]any
		}
		Components struct{ Schemas map[string]any }
	}
	if err := json.Unmarshal([]byte(body), &api); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/api/queries", "/api/articles/{iri}", "/api/v2/query", "/api/v1/shape/{lang}", "/api/relink", "/api/preview/articles", "/api/preview/actors",
		"/api/server", "/healthz"} {
		if len(api.Paths[path]) == 0 {
			t.Errorf("%s is not described", path)
		}
	}
	query := api.Paths["/api/queries/who-demanded"]["get"]
	var names []string
	for _, p := range query.Parameters {
		names = append(names, p.Name)
		if p.Name == "polarity" && strings.Join(p.Schema.Enum, " ") != "do dont" {
			t.Errorf("polarity has the values %v", p.Schema.Enum)
		}
	}
	if got := strings.Join(names, " "); !strings.HasPrefix(got, "by of topic") || !strings.Contains(got, "limit after format") {
		t.Errorf("parameters of who-demanded: %s", got)
	}
	seen := map[string]bool{}
	for path, operations := range api.Paths {
		for method, op := range operations {
			if op.OperationID == "" || seen[op.OperationID] {
				t.Errorf("%s %s: id %q is missing or taken", method, path, op.OperationID)
			}
			seen[op.OperationID] = true
			isWrite := regexp.MustCompile(`delete|put|write|backup`).MatchString(method+path) ||
				method == "post" && !regexp.MustCompile(`^/api/(v\d|preview)/`).MatchString(path)
			if isWrite != (len(op.Security) > 0) {
				t.Errorf("%s %s: token needed: %v", method, path, len(op.Security) > 0)
			}
		}
	}
	for name, fields := range map[string]string{
		"ArticlePreview": "digest headline iri loaded nodes published text", "ActorsPreview": "ids mentions problems warnings",
		"ServerInfo": "articles explorer limits quads queue version writable",
	} {
		described, err := json.Marshal(api.Components.Schemas[name])
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range strings.Fields(fields) {
			if !strings.Contains(string(described), `"`+field+`":`) {
				t.Errorf("%s lacks %s: %s", name, field, described)
			}
		}
		if strings.Contains(string(described), `"null"`) {
			t.Errorf("%s has what may be null: %s", name, described)
		}
	}
	for _, want := range []string{
		`"day":{"description":"Day","type":["string","null"]}`, `"by":{"description":"By","oneOf":[{"$ref":"#/components/schemas/Ref"},{"type":"null"}]}`,
		`"of":{"description":"Of","items":{"$ref":"#/components/schemas/Ref"},"type":["array","null"]}`, `"operationId":"gizmo-who-demanded"`,
		`"required":["blocks","nodes","iri"]`, `"actors":{"items":{"$ref":"#/components/schemas/ActorView"},"type":"array"}`, `"required":["id","iri","name","linked"]`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the description lacks %s", want)
		}
	}
	for _, ref := range regexp.MustCompile(`#/components/schemas/(\w+)`).FindAllStringSubmatch(body, -1) {
		if api.Components.Schemas[ref[1]] == nil {
			t.Errorf("schema %s is not there", ref[1])
		}
	}
}

func TestMetrics(t *testing.T) {
	w := newWorld(t, nil)
	s, err := server.New(w.cfg)
	if err != nil {
		t.Fatal(err)
	}
	public, private := serve(t, s.Handler()), serve(t, s.Metrics())
	get(t, public+"/api/actors/russia")
	get(t, public+"/nowhere/at/all")
	if body := get(t, public+"/metrics"); strings.Contains(body, "demarche_http") {
		t.Error("the figures are public")
	}
	body := get(t, private+"/metrics")
	for _, want := range []string{
		`demarche_http_requests_total{route="GET /api/actors/{id}",status="200"} 1`,
		`demarche_http_requests_total{route="other",status="404"} 2`,
		`demarche_http_request_duration_seconds_count`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the figures lack %s", want)
		}
	}
}

// TestStop stops a server while it answers: the answer comes whole.
func TestStop(t *testing.T) {
	began, finish := make(chan struct{}), make(chan struct{})
	slow := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(began)
		<-finish
		_, _ = io.WriteString(w, "whole")
	})
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(ctx, ln, slow, server.Limits{}, slog.New(slog.DiscardHandler)) }()
	answer := make(chan string, 1)
	go func() { answer <- get(t, "http://"+ln.Addr().String()) }()
	<-began
	stop()
	time.Sleep(50 * time.Millisecond)
	close(finish)
	if got := <-answer; got != "whole" {
		t.Errorf("got %q", got)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

// TestStopEndless stops a server while a request does not end by itself.
func TestStopEndless(t *testing.T) {
	began := make(chan struct{})
	endless := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(began)
		<-r.Context().Done()
	})
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(ctx, ln, endless, server.Limits{}, slog.New(slog.DiscardHandler)) }()
	go func() {
		if res, err := http.Get("http://" + ln.Addr().String()); err == nil {
			res.Body.Close()
		}
	}()
	<-began
	start := time.Now()
	stop()
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if took := time.Since(start); took > 8*time.Second {
		t.Errorf("stopping took %s", took)
	}
}

// TestHost asks a server on the loopback interface under several names.
func TestHost(t *testing.T) {
	address := serve(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for host, status := range map[string]int{
		"localhost": 200, "LOCALHOST:64210": 200, "127.0.0.1:1": 200, "[::1]:64210": 200, "[::1]": 200,
		"rebound.example": 421, "rebound.example:64210": 421, "127.0.0.1.example": 421, "localhost.example": 421, "192.0.2.1": 421,
	} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Host = host
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != status {
			t.Errorf("host %s: status %d, want %d", host, res.StatusCode, status)
		}
	}
}

// TestFreeQueries asks one query more than may run at the same time.
func TestFreeQueries(t *testing.T) {
	w := newWorld(t, func(cfg *server.Config) {
		cfg.Limits = server.Limits{FreeQueries: 1, QueryTime: 2 * time.Second}
	})
	began := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		close(began)
		res, err := http.Post(w.URL+"/api/v2/query?lang=gizmo", "text/plain", strings.NewReader("for (;;) {}"))
		if err == nil {
			res.Body.Close()
		}
	}()
	<-began
	time.Sleep(300 * time.Millisecond)
	query := request{method: "POST", anyone: true, path: "/api/v2/query?lang=gizmo", body: drawing, status: 503, want: []string{"ask again later"}}
	if header, _ := w.check(query); header.Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
	w.check(request{method: "POST", anyone: true, path: "/api/v1/shape/gizmo", body: drawing, status: 200}) // the first is over by then
	<-ended
	query.status, query.want = 200, nil
	w.check(query)
}

func TestNewNeedsAll(t *testing.T) {
	if _, err := server.New(server.Config{}); err == nil {
		t.Error("an empty Config makes a server")
	}
}

// serve serves the handler and returns its address.
func serve(t *testing.T, h http.Handler) string {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(ctx, ln, h, server.Limits{}, slog.New(slog.DiscardHandler)) }()
	t.Cleanup(func() {
		cancel()
		if err := <-stopped; err != nil {
			t.Error(err)
		}
	})
	return "http://" + ln.Addr().String()
}

func get(t *testing.T, address string) string {
	res, err := http.Get(address)
	if err != nil {
		t.Error(err)
		return ""
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Error(err)
	}
	return string(body)
}
