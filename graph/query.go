package graph

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/cayley/query/graphql"
	"github.com/cayleygraph/cayley/query/mql"
	"github.com/cayleygraph/quad"

	cayley "github.com/cayleygraph/cayley/graph"
)

// Query languages, for Query and Results.
const (
	Gizmo   = "gizmo"   // JavaScript with path expressions
	GraphQL = "graphql" // Cayley's dialect; scans, so bound it in time
	MQL     = "mql"     // the language of Freebase; scans, so bound it in time
)

// Limits bound a query. Zero means no limit.
type Limits struct {
	Rows int           // rows given before ErrTooManyRows
	Time time.Duration // from the call on, then ErrTooLong
	// Memory is by how many bytes of objects in use the process may grow while the query runs,
	// then ErrTooMuchMemory. Other work of the process counts, so be generous.
	// Zero means DefaultMemory.
	Memory uint64
}

// DefaultMemory is the memory of a query that names no limit, in bytes.
const DefaultMemory = 512 << 20

// MaxText is how long the text of a query may be, in bytes. The parsers of all
// three languages call themselves for every bracket and sign that is open, and a
// stack that outgrows Go's limit of 1 GB ends the process; within this length it
// stays far below (TestDeepTexts).
const MaxText = 32 << 10

// Row is one result: the values by the names that the query gave them.
type Row = map[string]quad.Value

// Query runs a query and gives its rows. A pair with an error is the last one.
//
// In Gizmo, bind is the variable params: an object of whatever JSON can say;
// other languages have no parameters. The values of a path's result keep their
// types; what g.emit gives is turned into strings, numbers and booleans, an
// object's members becoming the row's columns, and nested parts stay JSON text
// of type rdf:JSON.
//
// The query stops when ctx ends, when the caller stops taking rows, and at the
// limits, even inside an endless loop. The errors are ErrLanguage, ErrQuery,
// ErrTooManyRows, ErrTooLong, ErrTooMuchMemory, ErrClosed, and the cause of ctx.
func (s *Store) Query(ctx context.Context, lang, text string, bind map[string]any, limits Limits) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		collation := query.JSON
		if lang == Gizmo {
			collation = query.Raw
		}
		err := s.run(ctx, request{lang, text, bind, limits, collation}, func(qs cayley.QuadStore, result any) error {
			row, err := rowOf(qs, result)
			if err == nil && row != nil && !yield(row, nil) {
				err = errStop
			}
			return err
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}

// Results is Query with the results as Cayley's HTTP interface gives them: values
// for JSON.
func (s *Store) Results(ctx context.Context, lang, text string, bind map[string]any, limits Limits) iter.Seq2[any, error] {
	return func(yield func(any, error) bool) {
		err := s.run(ctx, request{lang, text, bind, limits, query.JSON}, func(_ cayley.QuadStore, result any) error {
			if result != nil && !yield(result, nil) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}

// request is a query with all that it needs.
type request struct {
	lang, text string
	bind       map[string]any
	limits     Limits
	collation  query.Collation
}

// run runs a query on a snapshot of its own.
func (s *Store) run(ctx context.Context, r request, emit func(cayley.QuadStore, any) error) (err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if r.limits.Time > 0 {
		stop := time.AfterFunc(r.limits.Time, func() { cancel(ErrTooLong) })
		defer stop.Stop()
	}
	defer watchMemory(r.limits.Memory, func() { cancel(ErrTooMuchMemory) })()

	if len(r.text) > MaxText {
		return fmt.Errorf("%w: its text has %d bytes; at most %d are read", ErrQuery, len(r.text), MaxText)
	}
	qs, err := s.Snapshot(ctx)
	if err != nil {
		return err
	}
	qs = planned(qs)
	defer func() {
		// Cayley's languages meet some wrong queries with a panic.
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrQuery, p)
		}
	}()
	session, err := newSession(qs, r)
	if err != nil {
		return err
	}
	it, err := session.Execute(ctx, r.text, query.Options{Collation: r.collation})
	if err != nil {
		return queryError(ctx, err)
	}
	defer it.Close()
	for rows := 0; it.Next(ctx); rows++ {
		if r.limits.Rows > 0 && rows == r.limits.Rows {
			return fmt.Errorf("%w of %d", ErrTooManyRows, rows)
		}
		if err := emit(qs, it.Result()); err != nil {
			return queryError(ctx, err)
		}
	}
	return queryError(ctx, it.Err())
}

// newSession returns a session of the query's language.
func newSession(qs cayley.QuadStore, r request) (query.Session, error) {
	if r.lang == Gizmo {
		text, err := withParameters(r.text, r.bind)
		if err != nil {
			return nil, err
		}
		return newScript(qs, text)
	}
	if len(r.bind) > 0 {
		return nil, fmt.Errorf("%w: language %s has no parameters, %s has", ErrQuery, r.lang, Gizmo)
	}
	switch r.lang {
	case GraphQL:
		return graphql.NewSession(qs), nil
	case MQL:
		return mql.NewSession(qs), nil
	}
	return nil, fmt.Errorf("%w %q: choose %s, %s or %s", ErrLanguage, r.lang, Gizmo, GraphQL, MQL)
}

// withParameters puts the parameters before the text, on its first line, so that
// line numbers in messages stay right. They are text inside a JavaScript string,
// and never part of the program.
func withParameters(text string, bind map[string]any) (string, error) {
	if bind == nil {
		bind = map[string]any{}
	}
	params, err := json.Marshal(bind)
	if err != nil {
		return "", fmt.Errorf("%w: parameters: %w", ErrQuery, err)
	}
	literal, err := json.Marshal(string(params))
	if err != nil {
		return "", fmt.Errorf("%w: parameters: %w", ErrQuery, err)
	}
	return "var params = JSON.parse(" + string(literal) + "); " + text, nil
}

// queryError says why a query ended: by its limits, its caller, or itself.
func queryError(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	if err == nil || errors.Is(err, errStop) || errors.Is(err, ErrClosed) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrQuery, err)
}

// rowOf makes a row of a session's result; nil when it is none.
func rowOf(qs cayley.QuadStore, result any) (Row, error) {
	r, ok := result.(*gizmo.Result)
	if !ok {
		return rowOfValue(result)
	}
	if r.Meta {
		return nil, nil // the value of the program's last line
	}
	if r.Tags == nil {
		return rowOfValue(r.Val)
	}
	row := make(Row, len(r.Tags))
	for name, ref := range r.Tags {
		v, err := qs.NameOf(ref)
		if err != nil {
			return nil, err
		}
		if v != nil {
			row[name] = v
		}
	}
	return row, nil
}

// rowOfValue makes a row of a value from JavaScript or JSON.
func rowOfValue(value any) (Row, error) {
	if value == nil {
		return nil, nil
	}
	members, ok := value.(map[string]any)
	if !ok {
		members = map[string]any{"id": value}
	}
	row := make(Row, len(members))
	for name, member := range members {
		v, err := valueOf(member)
		if err != nil {
			return nil, err
		}
		if v != nil {
			row[name] = v
		}
	}
	return row, nil
}

func valueOf(member any) (quad.Value, error) {
	switch m := member.(type) {
	case nil:
		return nil, nil
	case quad.Value:
		return m, nil
	case []any, map[string]any, []map[string]any:
		text, err := json.Marshal(m)
		if err != nil {
			return nil, err
		}
		return quad.TypedString{Value: quad.String(text), Type: "rdf:JSON"}, nil
	}
	if v, ok := quad.AsValue(member); ok {
		return v, nil
	}
	return quad.String(fmt.Sprint(member)), nil
}
