package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/cayley/query"

	cayley "github.com/cayleygraph/cayley/graph"
)

// RunOn runs a query on a store of the caller's own, such as one that records
// what it is asked for, and drops the rows. The query is bounded as Query
// bounds it; Limits.Time is not, because ctx can do that. The errors are those
// of Query.
func RunOn(ctx context.Context, qs cayley.QuadStore, lang, text string, limits Limits) (err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	defer watchMemory(limits.Memory, func() { cancel(ErrTooMuchMemory) })()
	defer func() {
		// Cayley's languages meet some wrong queries with a panic.
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", ErrQuery, p)
		}
	}()
	session, err := newSession(qs, request{lang: lang, text: text})
	if err != nil {
		return err
	}
	it, err := session.Execute(ctx, text, query.Options{Collation: query.JSON})
	if err != nil {
		return queryError(ctx, err)
	}
	rows := 0
	for it.Next(ctx) && (limits.Rows == 0 || rows < limits.Rows) {
		rows++
	}
	return errors.Join(queryError(ctx, it.Err()), it.Close())
}
