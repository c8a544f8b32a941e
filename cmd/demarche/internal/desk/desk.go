// Package desk works on the stored articles: it takes articles in and out,
// links their actors anew, adds actors to the catalogue, and checks that all of
// it holds together. It is what the command line and the HTTP server share.
//
// A Desk is safe for concurrent use. Every change of the store is one
// transaction; an article is stored whole or not at all.
package desk

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/review"
	"demarche/schema"
	"demarche/schema/frames"
	"demarche/schema/issues"
)

// Desk is the stored articles with what is needed to read more of them.
type Desk struct {
	store     *graph.Store
	catalogue *Catalogue
	frames    *frames.Set
	issues    *issues.Taxonomy
	own       ownFiles
	reviews   *review.Book
	precise   bool

	adding sync.Mutex // held while actors are added
}

// New makes a desk. New actors are written into the folder, which is made when
// it is needed.
func New(store *graph.Store, catalogue *Catalogue, set *frames.Set, known *issues.Taxonomy, folder string) *Desk {
	return &Desk{store: store, catalogue: catalogue, frames: set, issues: known, own: ownFiles{folder: folder},
		reviews: review.NewBook(shelf{store}, catalogue)}
}

// Precise makes the desk keep of what it reads from then on only what is sure (loader.Loader.Precise). It returns the desk.
func (d *Desk) Precise() *Desk {
	d.precise = true
	return d
}

// Entry is an article that was read, ready to be stored.
type Entry struct {
	Article    article.Article
	IRI        quad.IRI
	Quads      []quad.Quad
	Statements int
	Demands    int
	Events     int
	Positions  int
}

// CrashError means that reading an article failed in a way that it should not:
// the article is refused, and others are read.
type CrashError struct {
	Source string // the article, as the user named it
	Thrown string // type of what was thrown; its text may quote the article
	Stack  []byte // where
}

// Error names the article and asks for a report.
func (e *CrashError) Error() string {
	return fmt.Sprintf("reading %s: the program failed on it (%s); please report this with the file", e.Source, e.Thrown)
}

// Read takes an article from its text to its quads. The error is a *CrashError.
func (d *Desk) Read(a article.Article) (entry Entry, err error) {
	catalogue := d.catalogue.Now()
	l := loader.New(catalogue, d.frames, d.issues)
	if d.precise {
		l = l.Precise()
	}
	stages, err := Stages(l, a)
	if err != nil {
		return Entry{}, err
	}
	r := stages.Records
	return Entry{
		Article: a, IRI: loader.IRI(a), Quads: loader.Quads(a, r, loader.KnownBy(catalogue)),
		Statements: len(r.Statements), Demands: len(r.Demands), Events: len(r.Events), Positions: len(r.Positions),
	}, nil
}

// Stages is Loader.Read, except that a failure of the program becomes a
// *CrashError: one article must not end the reading of thousands.
func Stages(l *loader.Loader, a article.Article) (stages loader.Stages, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &CrashError{Source: a.Source, Thrown: fmt.Sprintf("%T", v), Stack: debug.Stack()}
		}
	}()
	return l.Read(a), nil
}

// Change says what storing an article did.
type Change string

// The changes.
const (
	NewArticle       Change = "new"
	ChangedArticle   Change = "changed"
	UnchangedArticle Change = "unchanged"
)

// Store makes the store say of the articles exactly what the entries do, in one
// transaction, and returns what became of each. Of several entries for one
// article the last one counts.
func (d *Desk) Store(ctx context.Context, entries []Entry) ([]Change, error) {
	changes, docs, err := d.compare(ctx, entries)
	if err != nil || len(docs) == 0 {
		return changes, err
	}
	if _, err := d.store.Replace(ctx, docs...); err != nil {
		return nil, fmt.Errorf("storing %d articles: %w", len(docs), err)
	}
	return changes, nil
}

// Compare returns what Store would do, and stores nothing.
func (d *Desk) Compare(ctx context.Context, entries []Entry) ([]Change, error) {
	changes, _, err := d.compare(ctx, entries)
	return changes, err
}

// compare returns what is new in the entries, and the documents to store.
func (d *Desk) compare(ctx context.Context, entries []Entry) (changes []Change, docs []graph.Document, err error) {
	stored := map[quad.IRI]map[quad.Quad]bool{}
	err = d.store.View(ctx, func(v *graph.View) error {
		for _, e := range entries {
			if stored[e.IRI] == nil {
				quads, err := v.Label(e.IRI)
				if err != nil {
					return fmt.Errorf("reading %s: %w", string(e.IRI), err)
				}
				stored[e.IRI] = setOf(quads)
			}
			present, wanted := stored[e.IRI], setOf(e.Quads)
			change := ChangedArticle
			switch {
			case len(present) == 0:
				change = NewArticle
			case same(present, wanted):
				change = UnchangedArticle
			}
			changes = append(changes, change)
			if change != UnchangedArticle {
				docs = slices.DeleteFunc(docs, func(doc graph.Document) bool { return doc.Label == e.IRI })
				docs = append(docs, graph.Document{Label: e.IRI, Quads: e.Quads})
				stored[e.IRI] = wanted
			}
		}
		return nil
	})
	return changes, docs, err
}

// setOf returns the quads as a set in which equal times are equal keys.
func setOf(quads []quad.Quad) map[quad.Quad]bool {
	set := make(map[quad.Quad]bool, len(quads))
	for _, q := range quads {
		if t, ok := q.Object.(quad.Time); ok {
			q.Object = quad.Time(time.Unix(time.Time(t).Unix(), 0).UTC())
		}
		set[q] = true
	}
	return set
}

func same(a, b map[quad.Quad]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for q := range a {
		if !b[q] {
			return false
		}
	}
	return true
}

// Each calls read for every stored article, ascending by IRI, with all that it
// says, and then for every review. It sees one state of the store.
func (d *Desk) Each(ctx context.Context, read func(iri quad.IRI, quads []quad.Quad) error) error {
	return d.store.View(ctx, func(v *graph.View) error {
		iris, err := articlesOf(v)
		if err != nil {
			return err
		}
		reviews, err := reviewsOf(v)
		if err != nil {
			return err
		}
		for _, iri := range append(iris, reviews...) {
			quads, err := v.Label(iri)
			if err != nil {
				return fmt.Errorf("reading %s: %w", string(iri), err)
			}
			if err := read(iri, quads); err != nil {
				return err
			}
		}
		return nil
	})
}

// articlesOf returns the IRIs of all articles, ascending.
func articlesOf(v *graph.View) ([]quad.IRI, error) {
	iris, err := instancesOf(v, schema.ClassArticle)
	if err != nil {
		return nil, fmt.Errorf("listing the articles: %w", err)
	}
	return iris, nil
}

// reviewsOf returns the IRIs of all reviews, ascending.
func reviewsOf(v *graph.View) ([]quad.IRI, error) {
	iris, err := instancesOf(v, schema.ClassReview)
	if err != nil {
		return nil, fmt.Errorf("listing the reviews: %w", err)
	}
	return iris, nil
}

// instancesOf returns the IRIs of the class, ascending.
func instancesOf(v *graph.View, class string) ([]quad.IRI, error) {
	nodes, err := v.Subjects(quad.IRI(schema.Type), quad.IRI(class))
	if err != nil {
		return nil, err
	}
	var iris []quad.IRI
	for _, node := range nodes {
		if iri, ok := node.(quad.IRI); ok {
			iris = append(iris, iri)
		}
	}
	slices.Sort(iris)
	return iris, nil
}
