package queries

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"

	"demarche/internal/span"
	"demarche/schema"
)

// runEvidence returns everything about one record, with the words of the
// article around its quote.
func runEvidence(_ context.Context, s *session, args arguments) ([]row, error) {
	iri := args["record"].text
	r, err := s.load(quad.IRI(iri))
	if err != nil {
		return nil, err
	}
	if recordClasses[r.kind()] == "" || len(r.facts) == 0 {
		return nil, fmt.Errorf("%w %q; records are named as in demarche:demand/0123456789abcdef", ErrUnknownRecord, iri)
	}
	cells := row{}
	for name, f := range fields() {
		cells[name] = f.read(s, r)
	}
	texts, err := s.graph.Objects(quad.IRI(r.text(schema.DerivedFrom)), schema.Text)
	if err != nil {
		return nil, err
	}
	if all := stringsOf(texts); len(all) > 0 {
		around(cells, all[0], r.text(schema.Spans), args["context"].number)
	}
	return []row{cells}, nil
}

// around adds the passage that the spans (code points) cover and the text
// before and after it, cut between words.
func around(cells row, text, spans string, width int) {
	passage, ok := cover(spans)
	index := span.NewIndex(text)
	if !ok || passage.End > index.Rune(len(text)) {
		return
	}
	width = max(0, width)
	at := index.Bytes(passage)
	before := text[index.Byte(max(0, passage.Begin-width)):at.Begin]
	after := text[at.End:index.Byte(passage.End+width)]
	if passage.Begin > width {
		if i := strings.IndexFunc(before, unicode.IsSpace); i >= 0 {
			before = "…" + before[i:]
		}
	}
	if at.End+len(after) < len(text) {
		if i := strings.LastIndexFunc(after, unicode.IsSpace); i >= 0 {
			after = after[:i] + " …"
		}
	}
	cells["before"], cells["passage"], cells["after"] = orNil(flat(before)), orNil(flat(at.Of(text))), orNil(flat(after))
}

// cover returns the shortest span that covers all of "10-20 30-40".
func cover(spans string) (all span.Span, ok bool) {
	for i, part := range strings.Fields(spans) {
		begin, end, _ := strings.Cut(part, "-")
		b, err1 := strconv.Atoi(begin)
		e, err2 := strconv.Atoi(end)
		if err1 != nil || err2 != nil || b < 0 || e < b {
			return span.Span{}, false
		}
		if s := (span.Span{Begin: b, End: e}); i == 0 {
			all = s
		} else {
			all = all.Join(s)
		}
		ok = true
	}
	return all, ok
}
