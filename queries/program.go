package queries

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
	"demarche/schema/frames"
)

// ErrNoProgram means that a question has no form in Gizmo.
var ErrNoProgram = errors.New("no form in Gizmo")

// Program is a question in Cayley's language Gizmo, its arguments bound.
type Program struct {
	Text  string `json:"gizmo" doc:"the program, for /api/v2/query and Cayley's pages"`
	About string `json:"about" doc:"what it answers, and what it leaves out"`
}

// HasProgram reports whether the query can be written in Gizmo.
func (q *Query) HasProgram() bool { return q.Run == "" || q.Run == "relations" }

// Program writes a query with its arguments as a Gizmo program that Cayley's
// pages can run. What is given reaches the text as JSON literals only. The
// errors are those of Run, and ErrNoProgram for what the program computes.
func (e *Engine) Program(ctx context.Context, q *Query, given map[string]string) (*Program, error) {
	var p *Program
	err := e.Graph.View(ctx, func(r Reader) error {
		s := e.session(r)
		args, err := s.bind(q, given)
		switch {
		case err != nil:
			return err
		case q.Gizmo != "":
			p = boundProgram(q, args)
		case q.Select != nil:
			p, err = s.selectProgram(q.Title, q.Select, q.Columns, args)
		case q.HasProgram():
			p, err = s.selectProgram(q.Title, relationsSelect, relationsColumns, args)
		default:
			err = fmt.Errorf("query %s: %w: its answer is computed by the program from many look-ups; ask it at /api/queries/%s", q.Name, ErrNoProgram, q.Name)
		}
		return err
	})
	return p, err
}

// relationsSelect finds the records that relations counts.
var (
	relationsSelect = &Select{Kinds: []string{"demand", "statement"}, Where: map[string]terms{"involves": {"$actor"}}, Since: "$since", Until: "$until"}

	relationsColumns = []Column{{Name: "record", Type: Record}, {Name: "actors", Type: Actors}, {Name: "toward", Type: Actors}}
)

// boundProgram puts the arguments of a query in Gizmo in front of it.
func boundProgram(q *Query, args arguments) *Program {
	return &Program{Text: "var params = " + literal(q.params(args)) + ";\n" + q.Gizmo, About: "The query's own text, with the arguments in params."}
}

// selectProgram writes a select: for each kind and month a path that starts at
// index nodes, narrows and saves what the columns show.
func (s *session) selectProgram(title string, sel *Select, columns []Column, args arguments) (*Program, error) {
	w, err := s.plan(sel, args)
	if err != nil {
		return nil, err
	}
	months, err := w.months()
	if err != nil {
		return nil, err
	}
	conditions, err := s.conditions(sel, w, args, months)
	if err != nil {
		return nil, err
	}
	drawn := false
	var paths strings.Builder
	for _, kind := range w.kinds {
		start := startOf(kind, w.keys(kind))
		if start == "" {
			continue // no such record can meet the conditions
		}
		saves, both := savesOf(kind, sel, columns)
		drawn = drawn || both
		paths.WriteString("  " + strings.Join(slices.Concat([]string{start}, conditions, saves, []string{".all();"}), "\n    ") + "\n")
	}
	text := "// " + flat(title) + "\nvar months = " + literal(append([]string{}, months...)) + ";\nfor (var i = 0; i < months.length; i++) {\n" + paths.String() + "}\n"
	return &Program{Text: text, About: aboutProgram(sel, len(months), drawn)}, nil
}

// aboutProgram says what a program of a select does.
func aboutProgram(sel *Select, months int, drawn bool) string {
	about := fmt.Sprintf("Starts at the index nodes of %d months that have such records", months)
	if months == 1 {
		about = "Starts at the index node of the one month that has such records"
	}
	if drawn {
		about += "; source and target are what Visualize draws, so that records which name only one of the two are left out"
	}
	if len(sel.Group) > 0 {
		about += "; gives the records themselves, for Gizmo does not group"
	}
	return about + "."
}

// startOf writes the look-ups of a kind in a month: the one of fewest nodes
// first. It is empty when a condition has no node.
func startOf(kind string, keys [][]string) string {
	keys = slices.Clone(keys)
	slices.SortStableFunc(keys, func(a, b []string) int { return len(a) - len(b) })
	var start string
	for i, any := range keys {
		if len(any) == 0 {
			return ""
		}
		var nodes []string
		for _, key := range any {
			nodes = append(nodes, literal("<"+schema.IndexIRI(kind, key, ""))+" + months[i] + \">\"")
		}
		found := "g.V(" + strings.Join(nodes, ", ") + ").in(" + literal(node(schema.IndexedUnder)) + ")"
		switch {
		case i > 0:
			start += "\n    .and(" + found + ")"
		case len(any) > 1:
			start = found + ".unique()" // a record may stand under several
		default:
			start = found
		}
	}
	return start
}

// conditions writes what is checked on the records: all that the index does not
// answer, and the days where a part of a month counts.
func (s *session) conditions(sel *Select, w *walk, args arguments, months []string) ([]string, error) {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(sel.Where)) {
		for _, term := range sel.Where[name] {
			a, ok, err := s.value(term, typeOfField(name)[0], args)
			if err != nil {
				return nil, fmt.Errorf("select: field %s: %w", name, err)
			}
			if has := w.hasOf(name, a); ok && has != "" {
				all = append(all, has)
			}
		}
	}
	if least, ok, err := s.value(sel.Confidence, Float, args); err != nil {
		return nil, fmt.Errorf("select: confidence: %w", err)
	} else if ok && least.decimal > 0 {
		all = append(all, has(schema.Confidence, atLeast(least.decimal)))
	}
	if limit, ok, err := s.value(sel.Below, Float, args); err != nil {
		return nil, fmt.Errorf("select: below: %w", err)
	} else if ok {
		all = append(all, has(schema.Confidence, below(limit.decimal)))
	}
	part := func(month string) bool { return !w.whole(month) }
	if !slices.ContainsFunc(months, part) {
		return all, nil
	}
	if !w.since.IsZero() {
		all = append(all, has(schema.Day, "gte(new Date("+literal(w.since.Format(time.DateOnly))+"))"))
	}
	if !w.until.IsZero() {
		all = append(all, has(schema.Day, "lte(new Date("+literal(w.until.Format(time.DateOnly))+"))"))
	}
	return all, nil
}

// hasOf writes the condition on a field, or nothing for one that the index answers.
func (w *walk) hasOf(name string, a argument) string {
	switch {
	case name == "topic", name == "issue", indexed[name] != nil:
		return ""
	case name == "voiced_by":
		return has(schema.VoicedBy, nodes(schema.ActorIRI, a.actors))
	case name == "publisher":
		return ".and(g.V(" + nodes(schema.ActorIRI, a.actors) + ").in(" + literal(node(schema.Publisher)) + ").in(" + literal(node(schema.DerivedFrom)) + "))"
	case name == "weakest":
		return has(schema.Strength, atLeastAsStrong(a.text))
	case name == "place":
		return has(schema.Location, "regex("+literal("(?i)"+regexp.QuoteMeta(a.text))+")")
	case name == "stance" && len(w.issues) > 0 && a.text == "oppose":
		return has(schema.Opposes, nodes(schema.IssueIRI, w.issues))
	case name == "stance" && len(w.issues) > 0:
		return has(schema.Supports, nodes(schema.IssueIRI, w.issues))
	case name == "stance":
		return has(schema.Stance, "str("+literal(a.text)+")")
	}
	return has(checked[name], "str("+literal(a.text)+")")
}

// endsOf are the predicates that say from whom to whom records of a kind go.
var endsOf = map[string][2]quad.IRI{
	"demand": {schema.By, schema.Of}, "statement": {schema.Speaker, schema.Addressee}, "membership": {schema.Member, schema.Organization},
}

// ofKind are the actors of records of a kind. Some columns are other predicates
// for each kind.
var ofKind = map[string][]quad.IRI{
	"demand": {schema.By, schema.Of, schema.VoicedBy}, "statement": {schema.Speaker, schema.Addressee}, "event": {schema.Participant},
	"position": {schema.Holder}, "membership": {schema.Member, schema.Organization},
}

// savesOf writes what the columns show of a kind. Both ends, where the columns
// or the conditions name them, are called source and target; drawn says whether
// there are two.
func savesOf(kind string, sel *Select, columns []Column) (saves []string, drawn bool) {
	type saved struct {
		name      string
		predicate quad.IRI
	}
	var shown []saved
	named := map[quad.IRI]bool{}
	for _, c := range columns {
		if c.Name == "record" {
			saves = append(saves, `.tag("record")`)
		}
		f := fields()[c.Name]
		for _, predicate := range f.from {
			if (f.typ == Actor || f.typ == Actors) && !slices.Contains(ofKind[kind], predicate) {
				continue
			}
			if !named[predicate] {
				shown = append(shown, saved{c.Name, predicate})
			}
			named[predicate] = true
		}
	}
	for name := range sel.Where {
		if f := fields()[name]; f.typ == Actor || f.typ == Actors {
			for _, predicate := range f.from {
				named[predicate] = true
			}
		}
	}
	ends, two := endsOf[kind]
	if drawn = two && named[ends[0]] && named[ends[1]]; drawn {
		saves = append(saves, ".save("+literal(node(ends[0]))+`, "source")`, ".save("+literal(node(ends[1]))+`, "target")`)
	}
	for _, c := range shown {
		if !drawn || c.predicate != ends[0] && c.predicate != ends[1] {
			saves = append(saves, ".saveOpt("+literal(node(c.predicate))+", "+literal(c.name)+")")
		}
	}
	return saves, drawn
}

// has writes a condition on a predicate.
func has(predicate quad.IRI, value string) string {
	return ".has(" + literal(node(predicate)) + ", " + value + ")"
}

// node writes an IRI as Gizmo reads it.
func node[T ~string](iri T) string { return "<" + string(iri) + ">" }

// nodes writes the nodes of ids, one of which a record must have.
func nodes(iri func(id string) string, ids []string) string {
	var texts []string
	for _, id := range ids {
		texts = append(texts, literal(node(iri(id))))
	}
	return strings.Join(texts, ", ")
}

// literal writes a text or a list of texts as a literal of JavaScript. JSON's
// encoder leaves nothing that could end it, line separators included.
func literal(value any) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false) // IRIs are to be read
	if err := encoder.Encode(value); err != nil {
		panic(err) // texts, lists and arguments can always be written
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// atLeast writes the condition on a number. Gizmo takes a whole one for an
// integer, which it compares with integers only; just below lies none.
func atLeast(f float64) string {
	if f == math.Trunc(f) {
		return "gt(" + strconv.FormatFloat(math.Nextafter(f, 0), 'g', -1, 64) + ")"
	}
	return "gte(" + strconv.FormatFloat(f, 'g', -1, 64) + ")"
}

// below writes the condition that a number is less, with the care of atLeast.
func below(f float64) string {
	if f == math.Trunc(f) {
		return "lte(" + strconv.FormatFloat(math.Nextafter(f, math.Inf(-1)), 'g', -1, 64) + ")"
	}
	return "lt(" + strconv.FormatFloat(f, 'g', -1, 64) + ")"
}

// atLeastAsStrong writes a strength and all that are harder, one of which a record
// must have.
func atLeastAsStrong(strength string) string {
	var texts []string
	for _, s := range frames.Strengths() {
		if harder(s, strength) >= 0 {
			texts = append(texts, "str("+literal(s)+")")
		}
	}
	return strings.Join(texts, ", ")
}
