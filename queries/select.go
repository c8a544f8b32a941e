package queries

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/internal/strict"
	"demarche/internal/topic"
	"demarche/schema"
)

// Select is the declarative body of a query; see the package comment.
type Select struct {
	Kinds      []string         `yaml:"kinds"`
	Where      map[string]terms `yaml:"where"`
	Since      string           `yaml:"since"`
	Until      string           `yaml:"until"`
	Confidence string           `yaml:"confidence"`
	Below      string           `yaml:"below"`
	Order      string           `yaml:"order"`
	Group      []string         `yaml:"group"`
	Minimum    string           `yaml:"minimum"`
}

// terms are what a field must be: literals, or "$" and a parameter.
type terms []string

// UnmarshalYAML accepts one term or a list of them.
func (t *terms) UnmarshalYAML(node *strict.Node) error {
	var one string
	if err := node.Decode(&one); err == nil {
		*t = terms{one}
		return nil
	}
	return node.Decode((*[]string)(t))
}

// recordClasses are the kinds of record and their classes.
var recordClasses = map[string]string{
	"demand":     schema.ClassDemand,
	"statement":  schema.ClassStatement,
	"event":      schema.ClassEvent,
	"position":   schema.ClassPosition,
	"membership": schema.ClassMembership,
}

// indexed says under which index keys a kind of record is found by a field.
var indexed = map[string]map[string][]string{
	"by":           {"demand": {"by"}},
	"of":           {"demand": {"of"}},
	"speaker":      {"statement": {"speaker"}},
	"addressee":    {"statement": {"addressee"}},
	"participant":  {"event": {"participant"}},
	"holder":       {"position": {"holder"}},
	"member":       {"membership": {"member"}},
	"organization": {"membership": {"organization"}},
	"actor": {"demand": {"by"}, "statement": {"speaker"}, "event": {"participant"},
		"position": {"holder"}, "membership": {"member"}},
	"involves": {"demand": {"by", "of"}, "statement": {"speaker", "addressee"}, "event": {"participant"},
		"position": {"holder"}, "membership": {"member", "organization"}},
}

// checked are the fields that are compared with a record's value.
var checked = map[string]quad.IRI{
	"polarity": schema.Polarity, "quoted": schema.Quoted, "stance": schema.Stance, "type": schema.EventType,
	"strength": schema.Strength, "addressed": schema.Addressed, "where": schema.Where, "basis": schema.DayBasis, "rule": schema.Rule,
}

// whereFields lists what a select can match.
func whereFields() []string {
	names := slices.Collect(maps.Keys(indexed))
	names = slices.AppendSeq(names, maps.Keys(checked))
	names = append(names, "topic", "issue", "voiced_by", "place", "publisher", "weakest")
	slices.Sort(names)
	return names
}

// selection checks a select against the vocabulary and the parameters.
func (c *checker) selection(q *Query) {
	s := q.Select
	if len(s.Kinds) == 0 {
		c.fail([]any{"select"}, "select names no kinds")
	}
	for _, kind := range s.Kinds {
		if recordClasses[kind] == "" {
			c.fail([]any{"select", "kinds"}, "%v", unknown(errors.New("unknown kind"), kind, slices.Sorted(maps.Keys(recordClasses))))
		}
	}
	for name, values := range s.Where {
		at := []any{"select", "where", name}
		if !slices.Contains(whereFields(), name) {
			c.fail(at, "%v", unknown(errors.New("unknown field"), name, whereFields()))
		}
		for _, value := range values {
			c.term(q, at, value, typeOfField(name)...)
		}
	}
	c.term(q, []any{"select", "since"}, s.Since, Day)
	c.term(q, []any{"select", "until"}, s.Until, Day)
	c.term(q, []any{"select", "confidence"}, s.Confidence, Float)
	c.term(q, []any{"select", "below"}, s.Below, Float)
	c.term(q, []any{"select", "minimum"}, s.Minimum, Int)
	if s.Order != "" && s.Order != "newest" && s.Order != "oldest" {
		c.fail([]any{"select", "order"}, "order %q is neither newest nor oldest", s.Order)
	}
	c.shown(q)
}

// shown checks that every column of a select is a field of the right type.
func (c *checker) shown(q *Query) {
	known := fields()
	if group := q.Select.Group; len(group) > 0 {
		wanted := map[string]field{"count": {typ: Int}, "first": {typ: Day}, "last": {typ: Day}}
		for _, name := range group {
			f, ok := known[name]
			if !ok {
				c.fail([]any{"select", "group"}, "%v", unknown(errors.New("unknown field"), name, slices.Sorted(maps.Keys(known))))
				continue
			}
			if f.typ == Actors {
				f.typ = Actor // a record counts in the group of each
			}
			wanted[name] = f
		}
		known = wanted
	}
	for i, column := range q.Columns {
		f, ok := known[column.Name]
		switch {
		case !ok:
			c.fail([]any{"columns", i}, "%v", unknown(errors.New("a select has no column"), column.Name, slices.Sorted(maps.Keys(known))))
		case f.typ != column.Type:
			c.fail([]any{"columns", i}, "column %s is of type %s, not %s", column.Name, f.typ, column.Type)
		}
	}
}

// typeOfField says which parameters a field can be compared with.
func typeOfField(name string) []Type {
	switch {
	case name == "topic":
		return []Type{Words}
	case name == "issue":
		return []Type{Issue}
	case indexed[name] != nil || name == "voiced_by" || name == "publisher":
		return []Type{Actor}
	}
	return []Type{Text, Choice}
}

// term checks that a term which names a parameter names one of a right type.
func (c *checker) term(q *Query, at []any, value string, types ...Type) {
	name, ok := strings.CutPrefix(value, "$")
	if !ok {
		return
	}
	i := slices.IndexFunc(q.Parameters, func(p Parameter) bool { return p.Name == name })
	switch {
	case i < 0:
		c.fail(at, "$%s is no parameter of this query", name)
	case !slices.Contains(types, q.Parameters[i].Type):
		c.fail(at, "$%s is of type %s; needed is %s", name, q.Parameters[i].Type, list(types))
	}
}

// value returns the argument that a term stands for; ok is false when its
// parameter was not given.
func (s *session) value(term string, typ Type, args arguments) (argument, bool, error) {
	if term == "" {
		return argument{}, false, nil
	}
	if name, isParameter := strings.CutPrefix(term, "$"); isParameter {
		a, ok := args[name]
		return a, ok, nil
	}
	a, err := s.parse(Parameter{Type: typ}, term)
	return a, err == nil, err
}

// plan turns a select and its arguments into a walk.
func (s *session) plan(sel *Select, args arguments) (*walk, error) {
	w := &walk{session: s, kinds: sel.Kinds, oldest: sel.Order == "oldest"}
	for _, name := range slices.Sorted(maps.Keys(sel.Where)) {
		for _, term := range sel.Where[name] {
			a, ok, err := s.value(term, typeOfField(name)[0], args)
			if err != nil {
				return nil, fmt.Errorf("select: field %s: %w", name, err)
			}
			if ok {
				w.require(name, a)
			}
		}
	}
	if a, ok, err := s.value(sel.Since, Day, args); err != nil {
		return nil, fmt.Errorf("select: since: %w", err)
	} else if ok {
		w.since = a.from
	}
	if a, ok, err := s.value(sel.Until, Day, args); err != nil {
		return nil, fmt.Errorf("select: until: %w", err)
	} else if ok {
		w.until = a.to
	}
	if a, ok, err := s.value(sel.Confidence, Float, args); err != nil {
		return nil, fmt.Errorf("select: confidence: %w", err)
	} else if ok {
		w.sure(a.decimal)
	}
	if a, ok, err := s.value(sel.Below, Float, args); err != nil {
		return nil, fmt.Errorf("select: below: %w", err)
	} else if ok {
		w.unsure(a.decimal)
	}
	return w, nil
}

// sure lets a walk keep the records that have at least a confidence.
func (w *walk) sure(least float64) {
	w.checks = append(w.checks, func(r *record) bool { return r.confidence() >= least })
}

// unsure lets a walk keep the records that have less than a confidence.
func (w *walk) unsure(limit float64) {
	w.checks = append(w.checks, func(r *record) bool { return r.confidence() < limit })
}

// has lets a walk keep the records that have a text as value of a predicate. The
// store compares the look-ups, so that no other record is read.
func (w *walk) has(predicate quad.IRI, text string) {
	w.facts = append(w.facts, []quad.Quad{{Predicate: predicate, Object: quad.String(text)}})
}

// require adds one condition to a walk.
func (w *walk) require(name string, a argument) {
	switch {
	case name == "topic":
		for _, word := range a.words {
			w.conditions = append(w.conditions, everywhere(w.kinds, "topic/"+word))
		}
	case name == "issue":
		w.issues = a.issues
		w.conditions = append(w.conditions, issueCondition(w.kinds, a.issues))
	case name == "stance":
		w.checks = append(w.checks, func(r *record) bool { return w.stands(r, a.text) })
	case indexed[name] != nil:
		w.conditions = append(w.conditions, actorCondition(indexed[name], a.actors))
	case name == "voiced_by":
		w.checks = append(w.checks, func(r *record) bool {
			return slices.ContainsFunc(r.actors(schema.VoicedBy), func(id string) bool { return slices.Contains(a.actors, id) })
		})
	case name == "publisher":
		w.published = a.actors
	case name == "weakest":
		w.checks = append(w.checks, func(r *record) bool { return harder(r.text(schema.Strength), a.text) >= 0 })
	case name == "place":
		w.checks = append(w.checks, func(r *record) bool {
			return strings.Contains(topic.Fold(r.text(schema.Location)), topic.Fold(a.text))
		})
	default:
		w.has(checked[name], a.text)
	}
}

// requireShared adds the conditions topic, issue, publisher and confidence, as
// far as they are given. A walk that reads chosen predicates reads what they need, too.
func (w *walk) requireShared(args arguments) {
	for _, name := range []string{"topic", "issue"} {
		if a, ok := args[name]; ok {
			w.require(name, a)
		}
	}
	needed := w.read
	if a, ok := args["publisher"]; ok {
		w.require("publisher", a)
		needed = append(needed, schema.DerivedFrom)
	}
	if a, ok := args["confidence"]; ok {
		w.sure(a.decimal)
		needed = append(needed, schema.Confidence)
	}
	if w.read != nil {
		w.read = needed
	}
}

// records answers a select without groups.
func (s *session) records(ctx context.Context, q *Query, args arguments, emit func(row)) (next string, err error) {
	w, err := s.plan(q.Select, args)
	if err != nil {
		return "", err
	}
	if err := w.resume(s.after); err != nil {
		return "", err
	}
	w.wanted, w.ready = min(s.limit, unlimited-1)+1, s.prepare
	if s.limit == unlimited {
		w.wanted = 0
	}
	names := make([]string, len(q.Columns))
	for i, column := range q.Columns {
		names[i] = column.Name
	}
	shown := 0
	var last string
	err = w.run(ctx, func(r *record) (bool, error) {
		if shown == s.limit {
			next = last
			return false, nil
		}
		shown++
		last = mark(r)
		emit(s.cells(r, names...))
		return true, nil
	})
	return next, err
}
