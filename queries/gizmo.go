package queries

import (
	"context"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// gizmoMost bounds the rows of a Gizmo query whoever asks for all.
const gizmoMost = 100_000

// gizmo runs a query's text with the arguments as one JSON literal.
func (e *Engine) gizmo(ctx context.Context, s *session, q *Query, args arguments, result *Result) error {
	begin, err := s.offset()
	if err != nil {
		return err
	}
	found, err := e.Graph.Gizmo(ctx, q.Gizmo, q.params(args), min(begin+s.limit+1, gizmoMost))
	if err != nil {
		return fmt.Errorf("query %s: %w", q.Name, err)
	}
	next, err := s.cut(len(found), func(i int) {
		result.Rows = append(result.Rows, project(q.Columns, e.typed(q.Columns, found[i])))
	})
	if next != "" {
		result.Next = base64.RawURLEncoding.EncodeToString([]byte(next))
	}
	return err
}

// params returns the arguments as Gizmo sees them; what was not given is nil.
func (q *Query) params(args arguments) map[string]any {
	params := map[string]any{}
	for _, p := range q.Parameters {
		params[p.Name] = nil
		if a, ok := args[p.Name]; ok {
			params[p.Name] = a.json()
		}
	}
	return params
}

// json returns the argument as Gizmo sees it.
func (a argument) json() any {
	switch a.typ {
	case Actor:
		return schema.ActorIRI(a.actors[0])
	case Issue:
		var iris []string
		for _, id := range a.issues {
			iris = append(iris, schema.IssueIRI(id))
		}
		return iris
	case Words:
		return a.words
	case Day:
		return map[string]string{"from": a.from.Format(time.DateOnly), "to": a.to.Format(time.DateOnly)}
	case Int:
		return a.number
	case Bool:
		return a.yes
	}
	return a.text
}

// typed turns the tags of a Gizmo row into cells.
func (e *Engine) typed(columns []Column, tags map[string]quad.Value) row {
	r := row{}
	for _, column := range columns {
		value := plain(tags[column.Name])
		text, isText := value.(string)
		if id, isActor := strings.CutPrefix(text, schema.ActorIRI("")); isText && isActor && column.Type == Actor {
			ref := Ref{ID: id, Name: id}
			if actor, ok := e.Catalogue.Actor(id); ok {
				ref.Name = actor.Name
			}
			value = ref
		}
		r[column.Name] = value
	}
	return r
}

// plain returns a value of the graph as a cell.
func plain(value quad.Value) Value {
	switch value := value.(type) {
	case nil:
		return nil
	case quad.IRI:
		return string(value)
	case quad.String:
		return string(value)
	case quad.Time:
		return time.Time(value).UTC().Format(time.DateOnly)
	case quad.Int:
		return int(value)
	case quad.Float:
		return float64(value)
	case quad.Bool:
		return bool(value)
	}
	return quad.StringOf(value)
}
