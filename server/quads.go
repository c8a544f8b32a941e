package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
	// The formats register themselves with the library; these are the ones that
	// the API offers.
	_ "github.com/cayleygraph/quad/graphml"
	_ "github.com/cayleygraph/quad/json"
	_ "github.com/cayleygraph/quad/jsonld"
	_ "github.com/cayleygraph/quad/nquads"

	"demarche/review"
	"demarche/schema"
)

const defaultFormat = "nquads"

// labelHint shows how a quad with its label looks.
const labelHint = "<subject> <predicate> <object> <article> ."

// checkLabels returns an error unless every quad's label is the IRI of an
// article that is stored, or that one of the quads makes one.
func (s *Server) checkLabels(ctx context.Context, quads []quad.Quad) error {
	isArticle := make(map[quad.IRI]bool)
	for _, q := range quads {
		if iri, ok := q.Subject.(quad.IRI); ok && makesArticle(q) {
			isArticle[iri] = true
		}
	}
	for i, q := range quads {
		label, ok := q.Label.(quad.IRI)
		if !ok {
			return invalid("quad %d has no label that is an IRI; every quad needs the IRI of the article that says it as fourth part: %s", i+1, labelHint)
		}
		if review.IsReview(string(label)) {
			return invalid("the label <%s> of quad %d is that of a review, which is made as a whole: POST /api/reviews", string(label), i+1)
		}
		known, asked := isArticle[label]
		if !asked {
			found, _, err := s.quads(ctx, quad.Make(label, quad.IRI(schema.Type), quad.IRI(schema.ClassArticle), label), 1)
			if err != nil {
				return fmt.Errorf("looking for article %s: %w", string(label), err)
			}
			known = len(found) > 0
			isArticle[label] = known
		}
		if !known {
			return invalid("the label <%[1]s> of quad %[2]d is no article; load the article, or say that it is one: <%[1]s> <%[3]s> <%[4]s> <%[1]s> .",
				string(label), i+1, schema.Type, schema.ClassArticle)
		}
	}
	return nil
}

// quadsOf parses the quads in the body.
func (s *Server) quadsOf(w http.ResponseWriter, r *http.Request) ([]quad.Quad, error) {
	format, err := formatOf(r)
	if err != nil {
		return nil, err
	}
	data, err := readBody(w, r, s.limits.UploadBytes)
	if err != nil {
		return nil, fmt.Errorf("reading quads: %w", err)
	}
	return parseQuads(format, bytes.NewReader(data))
}

// formatOf returns the format that the body has after its Content-Type. What
// browsers and curl send unasked counts as the default.
func formatOf(r *http.Request) (*quad.Format, error) {
	typ, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || slices.Contains([]string{"text/plain", "application/octet-stream", "application/x-www-form-urlencoded"}, typ) {
		return quad.FormatByName(defaultFormat), nil
	}
	if f := quad.FormatByMime(typ); f != nil && f.Reader != nil {
		return f, nil
	}
	return nil, fmt.Errorf("%w: quads of type %s; /api/v2/formats lists what can be read", errUnsupported, typ)
}

// parseQuads reads all quads, each of them whole.
func parseQuads(format *quad.Format, rd io.Reader) ([]quad.Quad, error) {
	reader := format.Reader(rd)
	defer reader.Close()
	var quads []quad.Quad
	for {
		q, err := reader.ReadQuad()
		switch {
		case errors.Is(err, io.EOF) && len(quads) == 0:
			return nil, invalid("the body has no quads")
		case errors.Is(err, io.EOF):
			return quads, nil
		case err != nil:
			return nil, invalid("quad %d: %v; nothing was changed", len(quads)+1, err)
		case !q.IsValid():
			return nil, invalid("quad %d lacks subject, predicate or object; nothing was changed", len(quads)+1)
		}
		quads = append(quads, q)
	}
}

// quadsOfJSON parses the quads of API version 1.
func (s *Server) quadsOfJSON(w http.ResponseWriter, r *http.Request) ([]quad.Quad, error) {
	data, err := readBody(w, r, s.limits.UploadBytes)
	if err != nil {
		return nil, fmt.Errorf("reading quads: %w", err)
	}
	var list []struct{ Subject, Predicate, Object, Label string }
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, invalid("the body is not a JSON list of quads: %v", err)
	}
	if len(list) == 0 {
		return nil, invalid("the body has no quads")
	}
	quads := make([]quad.Quad, len(list))
	for i, q := range list {
		quads[i] = quad.Quad{
			Subject: quad.StringToValue(q.Subject), Predicate: quad.StringToValue(q.Predicate),
			Object: quad.StringToValue(q.Object), Label: quad.StringToValue(q.Label),
		}
		if !quads[i].IsValid() {
			return nil, invalid("quad %d lacks subject, predicate or object; nothing was changed", i+1)
		}
	}
	return quads, nil
}

// readQuads answers with the quads that have one of the values asked for in
// each direction.
func (s *Server) readQuads(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, s.limits.QueryBytes)
	if err := r.ParseForm(); err != nil {
		return invalid("reading the request: %v", err)
	}
	format, err := formatWanted(r)
	if err != nil {
		return err
	}
	limit, err := s.limitOf(r)
	if err != nil {
		return err
	}
	var quads []quad.Quad
	var more bool
	patterns := patternsOf(r)
	for i, pattern := range patterns {
		found, cut, err := s.quads(r.Context(), pattern, limit-len(quads))
		if err != nil {
			return fmt.Errorf("reading quads: %w", err)
		}
		quads = append(quads, found...)
		if len(quads) >= limit {
			more = cut || i+1 < len(patterns)
			break
		}
	}
	setCut(w.Header(), limit, more)
	w.Header().Set("Content-Type", withCharset(format.Mime[0]))
	out := format.Writer(w)
	var to quad.Writer = out
	switch r.FormValue("iri") {
	case "short":
		to = quad.IRIWriter(out, quad.IRIOptions{Format: quad.IRIShort})
	case "full":
		to = quad.IRIWriter(out, quad.IRIOptions{Format: quad.IRIFull})
	}
	if _, err := quad.Copy(to, quad.NewReader(quads)); err != nil {
		s.log.DebugContext(r.Context(), "quads not written to their end", "error", err)
	}
	_ = out.Close() // the client may be gone
	return nil
}

// formatWanted returns the format that the answer is to have.
func formatWanted(r *http.Request) (*quad.Format, error) {
	if name := r.FormValue("format"); name != "" {
		if f := quad.FormatByName(name); f != nil && f.Writer != nil && len(f.Mime) > 0 {
			return f, nil
		}
		return nil, fmt.Errorf("%w: format=%s; /api/v2/formats lists what there is", errAcceptable, name)
	}
	for _, spec := range strings.Split(r.Header.Get("Accept"), ",") {
		typ, _, err := mime.ParseMediaType(strings.TrimSpace(spec))
		if err != nil {
			continue
		}
		if f := quad.FormatByMime(typ); f != nil && f.Writer != nil {
			return f, nil
		}
	}
	return quad.FormatByName(defaultFormat), nil
}

// patternsOf returns the patterns that the form's values make, one for each
// choice of a value in each direction.
func patternsOf(r *http.Request) []quad.Quad {
	patterns := []quad.Quad{{}}
	for name, d := range map[string]quad.Direction{
		"sub": quad.Subject, "pred": quad.Predicate, "obj": quad.Object, "label": quad.Label,
	} {
		values := r.FormValue(name)
		if values == "" {
			continue
		}
		var next []quad.Quad
		for _, p := range patterns {
			for _, v := range strings.Split(values, ",") {
				p.Set(d, quad.StringToValue(v))
				next = append(next, p)
			}
		}
		patterns = next
	}
	return patterns
}

// formatView describes a format of quads as Cayley's API does.
type formatView struct {
	ID     string   `json:"id"`
	Read   bool     `json:"read,omitempty"`
	Write  bool     `json:"write,omitempty"`
	Nodes  bool     `json:"nodes,omitempty"`
	Ext    []string `json:"ext,omitempty"`
	Mime   []string `json:"mime,omitempty"`
	Binary bool     `json:"binary,omitempty"`
}

func (s *Server) getFormats(w http.ResponseWriter, r *http.Request) error {
	var list []formatView
	for _, f := range quad.Formats() {
		list = append(list, formatView{
			ID: f.Name, Ext: f.Ext, Mime: f.Mime, Binary: f.Binary,
			Read: f.Reader != nil, Write: f.Writer != nil, Nodes: f.UnmarshalValue != nil,
		})
	}
	slices.SortFunc(list, func(a, b formatView) int { return strings.Compare(a.ID, b.ID) })
	return writeJSON(w, http.StatusOK, list)
}

// quads returns stored quads that have the pattern's values; a nil value matches
// everything. It reports whether there are more than limit.
func (s *Server) quads(ctx context.Context, pattern quad.Quad, limit int) (quads []quad.Quad, more bool, err error) {
	ctx, cancel := context.WithCancel(ctx) // ends the snapshot
	defer cancel()
	qs, err := s.cfg.Graph.Snapshot(ctx)
	if err != nil {
		return nil, false, err
	}
	var wanted shape.Quads
	for _, d := range quad.Directions {
		if v := pattern.Get(d); v != nil {
			wanted = append(wanted, shape.QuadFilter{Dir: d, Values: shape.Lookup{v}})
		}
	}
	it := shape.BuildIterator(ctx, qs, wanted).Iterate()
	defer it.Close()
	for it.Next(ctx) {
		if len(quads) == limit {
			return quads, true, nil
		}
		q, err := qs.Quad(it.Result())
		if err != nil {
			return nil, false, err
		}
		quads = append(quads, q)
	}
	return quads, false, it.Err()
}
