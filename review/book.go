package review

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// Catalogue is the known actors; *schema.Catalogue is one.
type Catalogue interface {
	Actor(id string) (*schema.Actor, bool)
	Find(name string) []schema.Match
}

// Book is the reviews of a store.
type Book struct {
	store     Store
	catalogue Catalogue

	// adding has room for the one decision that gets its number and is stored. It
	// is a channel so that waiting for it obeys the caller's context.
	adding chan struct{}
}

// NewBook returns the reviews of a store.
func NewBook(store Store, catalogue Catalogue) *Book {
	return &Book{store: store, catalogue: catalogue, adding: make(chan struct{}, 1)}
}

// Add stores a decision and returns it. The error wraps ErrUnknown when the
// record is not stored, and ErrInvalid when the decision cannot be used as it is.
func (b *Book) Add(ctx context.Context, d Decision) (Standing, error) {
	d.Reviewer = strings.Join(strings.Fields(d.Reviewer), " ")
	d.Comment = strings.TrimSpace(d.Comment)
	if err := d.check(); err != nil {
		return Standing{}, err
	}
	if !strings.HasPrefix(d.Record, "demarche:") {
		d.Record = "demarche:" + d.Record
	}
	// Two decisions at once must not get one number.
	select {
	case b.adding <- struct{}{}:
		defer func() { <-b.adding }()
	case <-ctx.Done():
		return Standing{}, context.Cause(ctx)
	}
	var r *Review
	err := b.store.View(ctx, func(reader Reader) error {
		var err error
		r, err = b.prepare(reader, d)
		return err
	})
	if err != nil {
		return Standing{}, err
	}
	r.identify(d.Time)
	if err := b.store.Put(ctx, quad.IRI(r.IRI), r.Quads()); err != nil {
		return Standing{}, fmt.Errorf("storing the review of %s: %w", r.Record, err)
	}
	return Standing{Review: *r, Found: r.Record, Latest: true}, nil
}

// check checks what does not depend on the record.
func (d *Decision) check() error {
	bad := func(format string, args ...any) error {
		return fmt.Errorf("%w: %s", ErrInvalid, fmt.Sprintf(format, args...))
	}
	printable := func(text string) bool {
		return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' })
	}
	switch {
	case d.Record == "":
		return bad("no record is named; give its IRI as \"record\"")
	case d.Reviewer == "":
		return bad("no reviewer is named; give your name as \"reviewer\"")
	case utf8.RuneCountInString(d.Reviewer) > MaxReviewer || !printable(d.Reviewer):
		return bad("the reviewer's name must have at most %d characters and no control characters", MaxReviewer)
	case utf8.RuneCountInString(d.Comment) > MaxComment || !printable(d.Comment):
		return bad("the comment must have at most %d characters and no control characters; shorten it", MaxComment)
	case !slices.Contains(Verdicts, d.Verdict):
		return bad("verdict is %q; it must be accept, correct or reject", d.Verdict)
	case d.Verdict == Correct && len(d.Correction) == 0:
		return bad("the verdict is correct, but nothing is corrected; name the fields in \"correction\", or accept the record")
	case d.Verdict != Correct && len(d.Correction) > 0:
		return bad("a correction goes with the verdict correct only, not with %s; leave it out, or change the verdict", d.Verdict)
	}
	for name, values := range d.Correction {
		if len(values) > MaxValues {
			return bad("%s has %d values; at most %d can be given", name, len(values), MaxValues)
		}
		for _, text := range values {
			if utf8.RuneCountInString(text) > MaxValue || !printable(text) {
				return bad("a value of %s is longer than %d characters, or has control characters", name, MaxValue)
			}
		}
	}
	return nil
}

// prepare makes a review of a decision: the record as it is, and the number of
// the decision.
func (b *Book) prepare(reader Reader, d Decision) (*Review, error) {
	quads, err := reader.Properties(quad.IRI(d.Record))
	if err != nil {
		return nil, fmt.Errorf("reading record %s: %w", d.Record, err)
	}
	article := derivedFrom(quads)
	s, err := readSource(reader, article)
	if err != nil {
		return nil, err
	}
	rec, ok, err := s.record(d.Record)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("%w: there is no record %s; /api/articles/IRI lists those of an article", ErrUnknown, d.Record)
	}
	r := &Review{
		Record: d.Record, Article: article, Digest: s.digest, Headline: s.headline, Kind: rec.kind.Name,
		Reviewer: d.Reviewer, Verdict: d.Verdict, Comment: d.Comment, Time: d.Time.UTC().Truncate(time.Second), Judged: rec.fields,
	}
	if r.Corrected, err = b.correct(s, rec.kind, d.Correction); err != nil {
		return nil, err
	}
	earlier, err := reviewsOf(reader, quad.IRI(schema.DerivedFrom), quad.IRI(article))
	if err != nil {
		return nil, err
	}
	for _, other := range earlier {
		if other.Reviewer != r.Reviewer {
			continue
		}
		r.Revision = max(r.Revision, other.Revision)
		if other.Time.After(r.Time) {
			r.Time = other.Time // the clock was set back; what is decided last is the latest all the same
		}
	}
	r.Revision++
	return r, nil
}

// correct reads a correction of a record of the kind.
func (b *Book) correct(s *source, kind Kind, given map[string][]string) (Fields, error) {
	corrected := Fields{}
	for name, texts := range given {
		field, ok := kind.Field(name)
		if !ok || field.fixed {
			return nil, fmt.Errorf("%w: a %s has no field %q to correct; it has %s", ErrInvalid, kind.Name, name, strings.Join(kind.Correctable(), ", "))
		}
		values := []Value{}
		for _, text := range texts {
			if text = strings.TrimSpace(text); text == "" {
				continue
			}
			v, err := b.value(s, field, text)
			if err != nil {
				return nil, fmt.Errorf("%w: %s: %w", ErrInvalid, name, err)
			}
			values = append(values, v)
		}
		if len(values) > 1 && !field.Many {
			return nil, fmt.Errorf("%w: %s has one value, not %d", ErrInvalid, name, len(values))
		}
		if name == fieldSpans && len(values) == 0 {
			return nil, fmt.Errorf("%w: a record must have spans; reject it if its words are no such record", ErrInvalid)
		}
		corrected.put(name, values)
	}
	// The words follow from the places.
	for places, words := range wordsOf {
		if _, given := corrected[places]; !given {
			continue
		}
		list, _ := parsePlaces(corrected.text(places)) // checked above
		text, _ := s.words(list)
		corrected[words] = nil
		if text != "" {
			corrected[words] = []Value{{Text: text}}
		}
	}
	if _, given := corrected[fieldOrElse]; given && corrected[fieldOrElseSpans] == nil {
		corrected[fieldOrElseSpans] = nil // those of the record are of other words
	}
	return corrected, nil
}

// value reads a value of a field.
func (b *Book) value(s *source, field Field, text string) (Value, error) {
	switch field.Type {
	case Actor:
		return b.actor(s, text)
	case Day:
		return Value{Text: text}, checkDay(text)
	case Spans:
		list, err := parsePlaces(text)
		if err != nil {
			return Value{}, err
		}
		for i := 1; i < len(list); i++ {
			if list[i].begin < list[i-1].end {
				return Value{}, fmt.Errorf("the spans %q are not in the order of the text, or overlap", text)
			}
		}
		if _, ok := s.words(list); !ok {
			return Value{}, fmt.Errorf("%q reaches behind the end of the text, which has %d code points", text, len(s.runes()))
		}
		return Value{Text: text}, nil
	}
	if field.Choices != nil && !slices.Contains(field.Choices, text) {
		return Value{}, fmt.Errorf("%q is none of %s", text, strings.Join(field.Choices, ", "))
	}
	return Value{Text: strings.Join(strings.Fields(text), " ")}, nil
}

// actor finds the actor that a text means: one of the catalogue by IRI, id or
// name, one that the graph knows by IRI; any other text is a name alone.
func (b *Book) actor(s *source, text string) (Value, error) {
	id, isIRI := strings.CutPrefix(text, schema.ActorIRI(""))
	if actor, ok := b.catalogue.Actor(id); ok {
		return Value{schema.ActorIRI(actor.ID), actor.Name}, nil
	}
	if isIRI || strings.HasPrefix(id, schema.Unlinked) {
		iri := schema.ActorIRI(id)
		quads, err := s.reader.Properties(quad.IRI(iri))
		if err != nil {
			return Value{}, fmt.Errorf("reading %s: %w", iri, err)
		}
		var names []string
		for _, q := range quads {
			if q.Predicate == quad.Value(quad.IRI(schema.Label)) {
				names = append(names, schema.StringOf(q.Object))
			}
		}
		if len(names) == 0 {
			return Value{}, fmt.Errorf("there is no actor %q; give the IRI of one, or a plain name", text)
		}
		return Value{iri, slices.Min(names)}, nil // articles may name it differently
	}
	if found := b.catalogue.Find(text); len(found) == 1 && (found[0].Via == schema.ViaName || found[0].Via == schema.ViaAlias) {
		return Value{schema.ActorIRI(found[0].Actor.ID), found[0].Actor.Name}, nil
	}
	return Value{Text: strings.Join(strings.Fields(text), " ")}, nil
}

// Undo takes out a review, so that the reviewer's decision before it counts
// again. The error wraps ErrUnknown when there is no such review.
func (b *Book) Undo(ctx context.Context, iri string) error {
	there := false
	if IsReview(iri) {
		var err error
		if there, err = b.store.Remove(ctx, quad.IRI(iri)); err != nil {
			return fmt.Errorf("removing %s: %w", iri, err)
		}
	}
	if !there {
		return fmt.Errorf("%w: there is no review %s; /api/reviews lists them", ErrUnknown, iri)
	}
	return nil
}

// Filter says which reviews are wanted; an empty field wants all.
type Filter struct {
	Article  string
	Record   string // IRI that the record had, or that of the record for which the review stands now
	Reviewer string
	Verdict  Verdict
}

// List returns the reviews that the filter wants, the newest first.
func (b *Book) List(ctx context.Context, f Filter) ([]Standing, error) {
	if f.Record != "" && !strings.HasPrefix(f.Record, "demarche:") {
		f.Record = "demarche:" + f.Record
	}
	var wanted []Standing
	err := b.store.View(ctx, func(reader Reader) error {
		article := f.Article
		if f.Record != "" && article == "" {
			var err error
			if article, err = articleOf(reader, f.Record); err != nil || article == "" {
				return err
			}
		}
		all, _, err := standings(reader, article)
		for _, s := range all {
			if (f.Record == "" || f.Record == s.Record || f.Record == s.Found) && (f.Reviewer == "" || f.Reviewer == s.Reviewer) &&
				(f.Verdict == "" || f.Verdict == s.Verdict) {
				wanted = append(wanted, s)
			}
		}
		return err
	})
	slices.Reverse(wanted)
	return wanted, err
}

// articleOf returns the article of a record that is stored, or was reviewed; ""
// where neither is. All reviews that stand for a record are of its article.
func articleOf(reader Reader, record string) (string, error) {
	quads, err := reader.Properties(quad.IRI(record))
	if err != nil {
		return "", fmt.Errorf("reading record %s: %w", record, err)
	}
	if article := derivedFrom(quads); article != "" {
		return article, nil
	}
	reviews, err := reviewsOf(reader, quad.IRI(schema.ReviewOf), quad.IRI(record))
	if err != nil || len(reviews) == 0 {
		return "", err
	}
	return reviews[0].Article, nil
}

// derivedFrom returns the article that the quads of a record name.
func derivedFrom(quads []quad.Quad) string {
	for _, q := range quads {
		if q.Predicate == quad.Value(quad.IRI(schema.DerivedFrom)) {
			return schema.StringOf(q.Object)
		}
	}
	return ""
}

// reviewsOf returns the reviews that have the predicate with the object.
func reviewsOf(reader Reader, predicate quad.IRI, object quad.Value) ([]*Review, error) {
	nodes, err := reader.Subjects(predicate, object)
	if err != nil {
		return nil, fmt.Errorf("listing the reviews: %w", err)
	}
	var all []*Review
	for _, node := range nodes {
		iri := schema.StringOf(node)
		if !IsReview(iri) {
			continue
		}
		quads, err := reader.Properties(node)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", iri, err)
		}
		all = append(all, Read(iri, quads))
	}
	return all, nil
}
