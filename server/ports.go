package server

import (
	"context"
	"io"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"demarche/queries"
	"demarche/review"
	"demarche/schema"
	"demarche/schema/issues"
)

// Queries are the saved queries; *queries.Set is one.
type Queries interface {
	// List returns the queries in the order in which they are to be shown, and
	// what is wrong with those that cannot be. It is called for every request, so
	// that a query added to the user's folder is there at once.
	List() ([]*queries.Query, error)
	// Get returns the query of that name.
	Get(name string) (*queries.Query, error)
}

// Engine answers saved queries; *queries.Engine is one.
type Engine interface {
	Run(ctx context.Context, q *queries.Query, given map[string]string, page queries.Page) (*queries.Result, error)
	// Program returns a query as a program for Cayley's pages. It has the errors of
	// Run, and queries.ErrNoProgram.
	Program(ctx context.Context, q *queries.Query, given map[string]string) (*queries.Program, error)
	// Unlinked returns the actors that only articles know, in the order in which
	// they are to be shown. The same list is the same slice of the same pointers,
	// so that it is cheap to see that nothing has changed.
	Unlinked(ctx context.Context) ([]*queries.Unlinked, error)
	// Stored returns a part of the stored articles, newest first, and how many there
	// are.
	Stored(ctx context.Context, offset, limit int) (*queries.Stored, error)
}

// Issues is the known issues; *issues.Taxonomy is one.
type Issues interface {
	// Issues returns all issues in the order in which they are to be shown.
	Issues() []*issues.Issue
}

// Catalogue is the set of known actors; *schema.Catalogue is one.
type Catalogue interface {
	// Actors returns all actors in the order in which they are to be shown.
	Actors() []*schema.Actor
	// Actor returns the actor with the id.
	Actor(id string) (*schema.Actor, bool)
	// Suggest returns at most n actors near to what was asked for.
	Suggest(text string, n int) []*schema.Actor
}

// ActorLoader changes the catalogue, and brings the stored articles up to it.
type ActorLoader interface {
	// AddActors adds the actors of a YAML or JSON document; name stands for the
	// document in messages. An error means that nothing was added; it wraps
	// ErrInvalid when the document is at fault.
	AddActors(ctx context.Context, name string, data []byte) (*ActorsAdded, error)
	// PutActor makes the one actor of a document stand in place of the user's actor
	// with the id. All else is as with AddActors; an id that is not the user's own
	// is a fault of the document.
	PutActor(ctx context.Context, id, name string, data []byte) (*ActorsAdded, error)
	// PreviewActors returns what AddActors would do, or PutActor when id is not
	// empty, and changes nothing. What is wrong with the document is part of the
	// answer, and no error.
	PreviewActors(ctx context.Context, id, name string, data []byte) (*ActorsPreview, error)
	// Own reports whether the actor is the user's, so that PutActor can change it.
	Own(id string) (bool, error)
	// Relink links stored actors that the catalogue did not know when their
	// articles were loaded, and knows by now. It returns a line for each.
	Relink(ctx context.Context) ([]string, error)
}

// ActorsAdded reports what a new document of actors changed.
type ActorsAdded struct {
	IDs      []string `json:"ids" doc:"ids of the actors that were added or changed"`
	Mentions []string `json:"mentions,omitempty" doc:"stored mentions that would now link to one of them; relinking applies it"`
	Warnings []string `json:"warnings,omitempty" doc:"what is odd in the catalogue since: names shared with others, offices that overlap"`
}

// ActorsPreview reports what a document of actors would change.
type ActorsPreview struct {
	IDs      []string       `json:"ids" doc:"ids of the actors of the document; empty when there are problems"`
	Mentions []Mention      `json:"mentions" doc:"stored mentions that relinking would link to one of them"`
	Warnings []string       `json:"warnings" doc:"what would be odd in the catalogue: names shared with others, offices that overlap"`
	Problems []ActorProblem `json:"problems" doc:"why the document cannot be taken as it is"`
}

// Mention is an unlinked actor of stored articles that a known actor explains.
type Mention struct {
	Name     string   `json:"name" doc:"as the articles have it"`
	Actor    string   `json:"actor" doc:"id of who it is"`
	Articles int      `json:"articles" doc:"how many articles name it"`
	Examples []string `json:"examples" doc:"IRIs of some of the articles"`
}

// ActorProblem is one thing that is wrong with a document of actors.
type ActorProblem struct {
	Line    int    `json:"line" doc:"of the document, from 1"`
	Field   string `json:"field,omitempty" doc:"key that it is about, such as kind"`
	Message string `json:"message" doc:"what is wrong, and what to do"`
}

// Articles is the way of articles into and out of the graph.
type Articles interface {
	// Load reads the articles in data, in any format that can be loaded, and
	// stores what they say; name stands for the data in messages. An error means
	// that nothing was stored; it wraps ErrInvalid when the data are at fault.
	Load(ctx context.Context, name string, data []byte) ([]Loaded, error)
	// Preview reads the articles in data as Load does, and stores nothing. Errors are
	// those of Load.
	Preview(ctx context.Context, name string, data []byte) ([]Previewed, error)
	// Remove takes out the article and all that it said. It returns how many
	// quads went, and an error that wraps ErrNotFound when there is no such
	// article.
	Remove(ctx context.Context, iri string) (int, error)
}

// Queue takes articles in for later.
type Queue interface {
	// Enqueue reads the articles in data as Articles.Load does, and keeps them until
	// a worker has stored what they say. An error wraps ErrInvalid when the data are
	// at fault, and ErrBusy when there is no room now; what was taken in before the
	// error stays.
	Enqueue(ctx context.Context, name string, data []byte) ([]Queued, error)
}

// Queued reports what became of one article that was to be loaded later.
type Queued struct {
	IRI    string `json:"iri"`
	Title  string `json:"title"`
	Change string `json:"change" doc:"queued, or waiting when it was in the queue already"`
}

// Loaded reports what was stored of one article.
type Loaded struct {
	IRI        string   `json:"iri"`
	Title      string   `json:"title"`
	Publisher  string   `json:"publisher,omitempty"`
	Published  string   `json:"published,omitempty" doc:"day, YYYY-MM-DD"`
	Statements int      `json:"statements"`
	Demands    int      `json:"demands"`
	Events     int      `json:"events"`
	Positions  int      `json:"positions"`
	Quads      int      `json:"quads" doc:"quads that the article now has"`
	Change     string   `json:"change" doc:"new, changed or unchanged"`
	Warnings   []string `json:"warnings,omitempty"`
}

// Previewed is an article that was read and not stored.
type Previewed struct {
	Loaded Loaded // what Load would report
	Quads  []quad.Quad
}

// Reviews are what people decided about records; *review.Book is one. Errors wrap
// review.ErrUnknown and review.ErrInvalid.
type Reviews interface {
	// Add stores a decision and returns it.
	Add(ctx context.Context, d review.Decision) (review.Standing, error)
	// List returns the reviews that the filter wants, the newest first.
	List(ctx context.Context, f review.Filter) ([]review.Standing, error)
	// Undo takes out the review.
	Undo(ctx context.Context, iri string) error
	// Gold returns the reviewed articles with what the reviewer, or the majority
	// where that is "", holds to be right.
	Gold(ctx context.Context, reviewer string) ([]review.Gold, error)
	// Agreement compares the reviewers.
	Agreement(ctx context.Context) (*review.Agreement, error)
	// Text returns the text of an article.
	Text(ctx context.Context, article string) (string, error)
}

// Graph is the store of quads.
type Graph interface {
	// Query runs a text in one of Cayley's query languages. It stops when the
	// context ends, and after limit rows. Errors are of kind ErrInvalid when the
	// text is at fault, and ErrLimit when a limit of the store stopped it.
	Query(ctx context.Context, lang, text string, form Form, limit int) (*Rows, error)
	// RunOn runs a text on another store, for at most limit rows, and drops them;
	// all else is as with Query.
	RunOn(ctx context.Context, store graph.QuadStore, lang, text string, limit int) error
	// Snapshot returns the present state of the store for reading. It ends with
	// the context.
	Snapshot(ctx context.Context) (graph.QuadStore, error)
	// Apply removes and adds quads in one transaction. A quad that is not there
	// to be removed, or is there already, is passed over.
	Apply(ctx context.Context, remove, add []quad.Quad) error
	// Backup writes one state of the whole store, for graph.Restore.
	Backup(ctx context.Context, w io.Writer) error
}

// Form is how the values of a graph query's answer are written.
type Form int

// The forms.
const (
	Plain  Form = iota // IRIs and strings as plain JSON strings
	JSONLD             // IRIs as {"@id": ...}, typed values as {"@value": ...}
)

// Rows is the answer to a query in one of Cayley's languages.
type Rows struct {
	Rows []any // what the language gives, ready for JSON
	More bool  // whether the limit cut the answer
}
