package review

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// Reader reads one state of the graph by index; *graph.View is one.
type Reader interface {
	// Properties returns all quads with the subject.
	Properties(subject quad.Value) ([]quad.Quad, error)
	// Subjects returns the distinct subjects of the quads with predicate and object.
	Subjects(predicate quad.IRI, object quad.Value) ([]quad.Value, error)
	// Label returns all quads with the label.
	Label(label quad.IRI) ([]quad.Quad, error)
}

// Store keeps the quads.
type Store interface {
	// View calls read with the present state of the store.
	View(ctx context.Context, read func(Reader) error) error
	// Put makes the quads of the label exactly those given, in one transaction.
	Put(ctx context.Context, label quad.IRI, quads []quad.Quad) error
	// Remove takes out all quads of the label, in one transaction, and reports
	// whether there were any.
	Remove(ctx context.Context, label quad.IRI) (bool, error)
}

// prefix is how the IRIs of reviews begin.
var prefix = schema.ReviewIRI("")

// IsReview reports whether an IRI is that of a review.
func IsReview(iri string) bool { return strings.HasPrefix(iri, prefix) }

// identify gives a review its IRI.
func (r *Review) identify(at time.Time) {
	parts := []string{r.Record, r.Reviewer, fmt.Sprint(r.Revision), fmt.Sprint(at.UnixNano())}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	r.IRI = schema.ReviewIRI(hex.EncodeToString(sum[:8]))
}

// Quads writes a review as quads, labelled with its IRI.
func (r *Review) Quads() []quad.Quad {
	iri := quad.IRI(r.IRI)
	var all []quad.Quad
	add := func(predicate string, object quad.Value) {
		if object != quad.String("") && object != quad.IRI("") {
			all = append(all, quad.Quad{Subject: iri, Predicate: quad.IRI(predicate), Object: object, Label: iri})
		}
	}
	add(schema.Type, quad.IRI(schema.ClassReview))
	add(schema.Label, quad.String(string(r.Verdict)+" by "+r.Reviewer+": "+r.Label()))
	add(schema.ReviewOf, quad.IRI(r.Record))
	add(schema.DerivedFrom, quad.IRI(r.Article))
	add(schema.Digest, quad.String(r.Digest))
	add(schema.Headline, quad.String(r.Headline))
	add(schema.RecordKind, quad.String(r.Kind))
	add(schema.Reviewer, quad.String(r.Reviewer))
	add(schema.Verdict, quad.String(r.Verdict))
	add(schema.Generated, quad.Time(r.Time))
	add(schema.Revision, quad.Int(r.Revision))
	add(schema.Comment, quad.String(r.Comment))
	for _, text := range r.Judged.encode() {
		add(schema.Judged, quad.String(text))
	}
	for _, text := range r.Corrected.encode() {
		add(schema.Corrected, quad.String(text))
	}
	return all
}

// Read makes a review of the quads that have its IRI as subject. A review that
// lacks something has the zero value for it; see Check.
func Read(iri string, quads []quad.Quad) *Review {
	r := &Review{IRI: iri}
	var judged, corrected []string
	for _, q := range quads {
		if q.Label != quad.Value(quad.IRI(iri)) {
			continue
		}
		predicate, _ := q.Predicate.(quad.IRI)
		text := schema.StringOf(q.Object)
		switch string(predicate) {
		case schema.ReviewOf:
			r.Record = text
		case schema.DerivedFrom:
			r.Article = text
		case schema.Digest:
			r.Digest = text
		case schema.Headline:
			r.Headline = text
		case schema.RecordKind:
			r.Kind = text
		case schema.Reviewer:
			r.Reviewer = text
		case schema.Verdict:
			r.Verdict = Verdict(text)
		case schema.Comment:
			r.Comment = text
		case schema.Generated:
			if at, ok := q.Object.(quad.Time); ok {
				r.Time = time.Time(at).UTC()
			}
		case schema.Revision:
			if n, ok := q.Object.(quad.Int); ok {
				r.Revision = int(n)
			}
		case schema.Judged:
			judged = append(judged, text)
		case schema.Corrected:
			corrected = append(corrected, text)
		}
	}
	r.Judged, r.Corrected = decode(judged), decode(corrected)
	return r
}
