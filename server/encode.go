package server

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"demarche/queries"
)

// formats are the forms that the answer to a saved query can have, the
// preferred first. All but the page are those of package queries.
var formats = []struct{ name, mime string }{
	{"json", "application/json"},
	{"jsonl", "application/jsonl"},
	{"csv", "text/csv"},
	{"html", "text/html"},
	{"graphml", "application/graphml+xml"},
}

func formatNames() (names []string) {
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

func formatTypes() (types []string) {
	for _, f := range formats {
		types = append(types, f.mime)
	}
	return types
}

// checkFormat returns an error when the query's answers cannot have the form that
// was picked.
func checkFormat(q *queries.Query, picked int) error {
	if name := queries.Format(formats[picked].name); name == queries.GraphML {
		return queries.CheckFormat(q.Columns, name)
	}
	return nil
}

// formatsOf returns the names and media types of the forms that the query's
// answers can have.
func formatsOf(q *queries.Query) (names, types []string) {
	for i, f := range formats {
		if checkFormat(q, i) == nil {
			names, types = append(names, f.name), append(types, f.mime)
		}
	}
	return names, types
}

// pickFormat returns the index in formats that the request asks for.
func pickFormat(r *http.Request) (int, error) {
	if name := r.URL.Query().Get("format"); name != "" {
		for i, f := range formats {
			if f.name == name {
				return i, nil
			}
		}
		return 0, fmt.Errorf("%w: format=%s; there are %s", errAcceptable, name, strings.Join(formatNames(), ", "))
	}
	best, bestQ := -1, 0.0
	accept := r.Header.Values("Accept")
	if len(accept) == 0 {
		return 0, nil
	}
	for _, spec := range strings.Split(strings.Join(accept, ","), ",") {
		typ, params, err := mime.ParseMediaType(strings.TrimSpace(spec))
		if err != nil {
			continue
		}
		q := 1.0
		if v, err := strconv.ParseFloat(params["q"], 64); err == nil {
			q = v
		}
		for i, f := range formats {
			if q > bestQ && accepts(typ, f.mime) {
				best, bestQ = i, q
				break
			}
		}
	}
	if best < 0 {
		return 0, fmt.Errorf("%w: Accept: %s; there are %s", errAcceptable, strings.Join(accept, ", "), strings.Join(formatTypes(), ", "))
	}
	return best, nil
}

// accepts reports whether the media range covers the type. The older name of
// JSON Lines counts as the newer.
func accepts(mediaRange, typ string) bool {
	if mediaRange == "application/x-ndjson" {
		mediaRange = "application/jsonl"
	}
	major, _, _ := strings.Cut(typ, "/")
	return mediaRange == typ || mediaRange == "*/*" || mediaRange == major+"/*"
}

// writeAnswer sends the answer to a saved query in the form that the request
// asks for. The headers say how many rows it could have, and where the rest is.
func (s *Server) writeAnswer(w http.ResponseWriter, r *http.Request, query *queries.Query, limit int, result *queries.Result) error {
	i, err := pickFormat(r)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", withCharset(formats[i].mime))
	h.Add("Vary", "Accept")
	setCut(h, limit, result.Next != "")
	next := ""
	if result.Next != "" {
		q := r.URL.Query()
		q.Set("limit", strconv.Itoa(limit))
		q.Set("after", result.Next)
		next = "?" + q.Encode()
		h.Set("Link", "<"+next+`>; rel="next"`)
	}
	if formats[i].name == "html" {
		return s.writePage(w, r, s.pages.table, newTableView(query, result, next))
	}
	return s.send(w, r, func(out io.Writer) error {
		return queries.Write(out, result, queries.Format(formats[i].name), 0)
	})
}

// send sends what write writes. An error after the first bytes means that the
// client is gone, which no answer can tell.
func (s *Server) send(w http.ResponseWriter, r *http.Request, write func(io.Writer) error) error {
	out := bufio.NewWriter(w)
	if err := write(out); err != nil {
		s.log.DebugContext(r.Context(), "answer not sent to its end", "error", err)
		return nil
	}
	if err := out.Flush(); err != nil {
		s.log.DebugContext(r.Context(), "client gone", "error", err)
	}
	return nil
}

// withCharset says that text is UTF-8; JSON always is.
func withCharset(typ string) string {
	if strings.HasPrefix(typ, "text/") {
		return typ + "; charset=utf-8"
	}
	return typ
}

// queryAnswer is the JSON form of an answer, for the description.
type queryAnswer struct {
	Query   string           `json:"query"`
	Columns []queries.Column `json:"columns"`
	Rows    []map[string]any `json:"rows" doc:"each with the columns as keys, in their order"`
	Next    string           `json:"next,omitempty" doc:"mark of the next page, for the parameter after; absent at the end"`
	Millis  float64          `json:"milliseconds" doc:"time that the query took"`
}

// writeJSON sends a value as JSON.
func writeJSON(w http.ResponseWriter, status int, v any) error {
	var data bytes.Buffer
	enc := json.NewEncoder(&data)
	enc.SetEscapeHTML(false) // IRIs are easier to read without \u003c
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("encoding the answer: %w", err)
	}
	if w.Header().Get("Content-Type") == "" {
		w.Header().Set("Content-Type", "application/json")
	}
	w.WriteHeader(status)
	_, _ = w.Write(data.Bytes()) // the client may be gone
	return nil
}
