package queries

import (
	"context"
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/schema"
	"demarche/schema/issues"
)

// Reader reads one state of the graph by index. Results are distinct and in no
// particular order.
type Reader interface {
	Objects(subject quad.Value, predicate quad.IRI) ([]quad.Value, error)
	Subjects(predicate quad.IRI, object quad.Value) ([]quad.Value, error)
	// Common returns at most limit (0: all) subjects that have, for each of the
	// sets, a quad with predicate and object of one of its patterns; more says
	// that there are others.
	Common(limit int, sets ...[]quad.Quad) (found []quad.Value, more bool, err error)
	// Facts returns the distinct quads, without labels, that have one of the
	// subjects and one of the predicates.
	Facts(subjects []quad.Value, predicates []quad.IRI) ([]quad.Quad, error)
	// Known returns those of the nodes that any quad has, in their order.
	Known(nodes []quad.Value) ([]quad.Value, error)
	// Counts returns how many quads have the predicate and each of the objects,
	// and may cost what it counts; those without a quad are left out.
	Counts(predicate quad.IRI, objects []quad.Value) (map[quad.Value]int, error)
	Touched() int
}

// Graph is the store that is asked.
type Graph interface {
	// View calls read with the present state of the store.
	View(ctx context.Context, read func(Reader) error) error
	// Gizmo runs a query with params bound to the JavaScript variable "params"
	// and returns its first limit rows, each a value by tag. More rows are no error.
	Gizmo(ctx context.Context, text string, params map[string]any, limit int) ([]map[string]quad.Value, error)
}

// Catalogue is the known actors; *schema.Catalogue is one.
type Catalogue interface {
	Actor(id string) (*schema.Actor, bool)
	Actors() []*schema.Actor
	Find(name string) []schema.Match
	Surname(name string) []*schema.Actor
	Suggest(text string, n int) []*schema.Actor
	Holders(title, of string, day time.Time) []*schema.Actor
}

// Issues is the known issues; *issues.Taxonomy is one.
type Issues interface {
	Issue(id string) (*issues.Issue, bool)
	Find(text string) (*issues.Issue, bool)
	Suggest(text string, n int) []*issues.Issue
	Within(id string) []string
}

// Engine asks queries.
type Engine struct {
	Graph     Graph
	Catalogue Catalogue
	Issues    Issues           // nil for none
	Now       func() time.Time // the clock of "today"; nil means time.Now

	spoken    atomic.Pointer[speakers]
	strangers strangers
	shelf     shelf
}

// DefaultLimit is how many rows a page has when nobody says.
const DefaultLimit = 50

// Page says which part of an answer is wanted.
type Page struct {
	Limit int    // rows; 0 means DefaultLimit, less than 0 all
	After string // Result.Next of the page before; empty for the first
}

// Result is one page of an answer.
type Result struct {
	Query   string
	Columns []Column
	Rows    [][]Value
	Next    string // what to give as Page.After for the next page; empty at the end
	Touched int    // index entries and values that were read
	Elapsed time.Duration

	catalogue Catalogue // nil when nobody knows kinds of actors
}

// session is the state of one run.
type session struct {
	graph     Reader
	catalogue Catalogue
	issues    Issues
	now       time.Time
	names     map[string]string
	articles  map[quad.IRI]*header
	engine    *Engine
	spoken    *speakers
	chains    map[[2]string][]string     // sides by actor and day
	calledBy  map[string]map[string]bool // stems by actors; see stems
	words     topic.Memory               // keys of words
	namedBy   map[string][][]string      // names by actors; see namesOf
	limit     int                        // rows wanted, or a very large number
	after     string                     // decoded Page.After
}

// unlimited stands for "no limit" where rows are counted.
const unlimited = 1 << 40

// Run answers a query. given holds the arguments as text, by parameter; empty
// text counts as not given. The errors are ErrUnknownParameter, ErrBadValue,
// ErrUnknownActor, ErrUnknownIssue, ErrUnknownRecord, and what the graph returns.
func (e *Engine) Run(ctx context.Context, q *Query, given map[string]string, page Page) (*Result, error) {
	began := time.Now()
	after, err := base64.RawURLEncoding.DecodeString(page.After)
	if err != nil {
		return nil, fmt.Errorf("query %s: %w: %q is not the mark of a page", q.Name, ErrBadValue, page.After)
	}
	result := &Result{Query: q.Name, Columns: q.Columns, catalogue: e.Catalogue}
	s := e.session(nil)
	s.after, s.limit = string(after), page.Limit
	switch {
	case page.Limit == 0:
		s.limit = DefaultLimit
	case page.Limit < 0:
		s.limit = unlimited
	}
	var args arguments
	err = e.Graph.View(ctx, func(r Reader) error {
		s.graph = r
		var err error
		if args, err = s.bind(q, given); err != nil || q.Gizmo != "" {
			return err
		}
		err = s.answer(ctx, q, args, result)
		result.Touched = r.Touched()
		return err
	})
	if err == nil && q.Gizmo != "" {
		// Outside the view: the store runs Gizmo on a state of its own.
		err = e.gizmo(ctx, s, q, args, result)
	}
	if err != nil {
		return nil, err
	}
	result.Elapsed = time.Since(began)
	return result, nil
}

// session begins a run that reads from r.
func (e *Engine) session(r Reader) *session {
	now := time.Now
	if e.Now != nil {
		now = e.Now
	}
	return &session{engine: e, graph: r, chains: map[[2]string][]string{}, calledBy: map[string]map[string]bool{}, namedBy: map[string][][]string{},
		words: topic.Memory{}, catalogue: e.Catalogue, issues: e.Issues, now: now(),
		names: map[string]string{}, articles: map[quad.IRI]*header{}}
}

// answer fills the result of a query that is answered from the view.
func (s *session) answer(ctx context.Context, q *Query, args arguments, result *Result) error {
	emit := func(r row) { result.Rows = append(result.Rows, project(q.Columns, r)) }
	var next string
	var err error
	switch {
	case q.Select != nil && len(q.Select.Group) > 0:
		next, err = s.groups(ctx, q, args, emit)
	case q.Select != nil:
		next, err = s.records(ctx, q, args, emit)
	default:
		var rows []row
		if rows, err = runner(q.Run)(ctx, s, args); err == nil {
			next, err = s.cut(len(rows), func(i int) { emit(rows[i]) })
		}
	}
	if next != "" {
		result.Next = base64.RawURLEncoding.EncodeToString([]byte(next))
	}
	return err
}

// offset returns where a page of a complete list of rows begins.
func (s *session) offset() (int, error) {
	if s.after == "" {
		return 0, nil
	}
	text, ok := strings.CutPrefix(s.after, "row ")
	n, err := strconv.Atoi(text)
	if !ok || err != nil || n < 0 {
		return 0, fmt.Errorf("%w: the mark of the page belongs to another query", ErrBadValue)
	}
	return n, nil
}

// cut emits the rows of the wanted page out of n and returns the next mark.
func (s *session) cut(n int, emit func(i int)) (next string, err error) {
	begin, end, err := s.page(n)
	if err != nil {
		return "", err
	}
	for i := begin; i < end; i++ {
		emit(i)
	}
	if end < n {
		next = "row " + strconv.Itoa(end)
	}
	return next, nil
}

// name returns an actor's name for display.
func (s *session) name(id string) string {
	if actor, ok := s.catalogue.Actor(id); ok {
		return actor.Name
	}
	if name, ok := s.names[id]; ok {
		return name
	}
	if err := s.readNames([]string{id}); err != nil {
		return id // the next read of the view returns the error
	}
	return s.names[id]
}

// ref returns an actor as a cell.
func (s *session) ref(id string) Ref { return Ref{ID: id, Name: s.name(id)} }
