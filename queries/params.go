package queries

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/schema"
)

// argument is a parsed value of a parameter.
type argument struct {
	typ     Type
	text    string    // as given; for articles and records the IRI
	actors  []string  // actor: ids
	issues  []string  // issue: ids of it and of all that are narrower
	words   []string  // words: stems
	from    time.Time // day: first day
	to      time.Time // day: last day
	number  int
	decimal float64
	yes     bool
}

// arguments holds what was given, by parameter; what was not given is missing.
type arguments map[string]argument

// longestArgument is the length in bytes that no honest value exceeds.
const longestArgument = 2000

var iriText = regexp.MustCompile(`^[^\s<>"{}|\\^` + "`" + `\x00-\x1f]+$`)

// bind checks the given values against the parameters and parses them.
func (s *session) bind(q *Query, given map[string]string) (arguments, error) {
	var names []string
	for _, p := range q.Parameters {
		names = append(names, p.Name)
	}
	for name := range given {
		if !slices.Contains(names, name) {
			return nil, fmt.Errorf("query %s: %w", q.Name, unknown(ErrUnknownParameter, name, names))
		}
	}
	args := arguments{}
	for _, p := range q.Parameters {
		text := strings.TrimSpace(given[p.Name])
		if text == "" {
			text = p.Default
		}
		if text == "" {
			if p.Required {
				return nil, fmt.Errorf("query %s: %w: parameter %s is required (%s)", q.Name, ErrBadValue, p.Name, p.Explanation)
			}
			continue
		}
		a, err := s.parse(p, text)
		if err != nil {
			return nil, fmt.Errorf("query %s: parameter %s: %w", q.Name, p.Name, err)
		}
		args[p.Name] = a
	}
	if since, until := args["since"], args["until"]; !since.from.IsZero() && !until.to.IsZero() && until.to.Before(since.from) {
		return nil, fmt.Errorf("query %s: %w: since %s is after until %s; no day is between", q.Name, ErrBadValue, given["since"], given["until"])
	}
	return args, nil
}

// parse reads one value.
func (s *session) parse(p Parameter, text string) (argument, error) {
	if len(text) > longestArgument || !printable(text) {
		return argument{}, fmt.Errorf("%w: longer than %d bytes or not text", ErrBadValue, longestArgument)
	}
	a := argument{typ: p.Type, text: text}
	var err error
	switch p.Type {
	case Actor:
		a.actors, err = s.resolve(text)
	case Issue:
		a.issues, err = s.resolveIssue(text)
	case Words:
		if a.words = topic.Keys(text); len(a.words) == 0 {
			err = fmt.Errorf("%w %q: none of the words says what it is about", ErrBadValue, text)
		}
	case Day:
		a.from, a.to, err = parseDay(text, s.now)
	case Int:
		if a.number, err = strconv.Atoi(text); err != nil {
			err = fmt.Errorf("%w %q: not a whole number", ErrBadValue, text)
		}
	case Float:
		if a.decimal, err = strconv.ParseFloat(text, 64); err != nil || math.IsNaN(a.decimal) {
			err = fmt.Errorf("%w %q: not a number", ErrBadValue, text)
		}
	case Bool:
		a.yes, err = parseBool(text)
	case Choice:
		if !slices.Contains(p.Choices, text) {
			err = unknown(ErrBadValue, text, p.Choices)
		}
	case Article, Record:
		a.text, err = parseIRI(text)
	}
	return a, err
}

func printable(text string) bool {
	return strings.ToValidUTF8(text, "") == text && !strings.ContainsRune(text, 0)
}

func parseBool(text string) (bool, error) {
	switch strings.ToLower(text) {
	case "true", "yes", "1", "on":
		return true, nil
	case "false", "no", "0", "off":
		return false, nil
	}
	return false, fmt.Errorf("%w %q: not yes or no", ErrBadValue, text)
}

// parseIRI completes an IRI of ours that is given without its prefix.
func parseIRI(text string) (string, error) {
	text = strings.Trim(text, "<>")
	if !iriText.MatchString(text) {
		return "", fmt.Errorf("%w %q: not an IRI", ErrBadValue, text)
	}
	if !strings.Contains(text, ":") {
		text = "demarche:" + text
	}
	return text, nil
}

// parseDay returns the first and last day that a text means.
func parseDay(text string, now time.Time) (from, to time.Time, err error) {
	today := now.UTC().Truncate(24 * time.Hour)
	switch strings.ToLower(text) {
	case "today":
		return today, today, nil
	case "yesterday":
		return today.AddDate(0, 0, -1), today.AddDate(0, 0, -1), nil
	}
	for _, form := range []struct {
		layout        string
		months, years int
	}{{time.DateOnly, 0, 0}, {"2006-01", 1, 0}, {"2006", 0, 1}} {
		if day, err := time.Parse(form.layout, text); err == nil {
			if form.months+form.years == 0 {
				return day, day, nil
			}
			return day, day.AddDate(form.years, form.months, -1), nil
		}
	}
	return from, to, fmt.Errorf("%w %q: not a day; write 2021-12-31, 2021-12, 2021, today or yesterday", ErrBadValue, text)
}

// resolve returns the actor that a text names: by id, by any name of the
// catalogue, by surname, or by the name of an actor that only the articles know.
func (s *session) resolve(text string) ([]string, error) {
	id := strings.TrimPrefix(text, schema.ActorIRI(""))
	if _, ok := s.catalogue.Actor(id); ok {
		return []string{id}, nil
	}
	if matches := s.catalogue.Find(text); len(matches) > 0 {
		return []string{matches[0].Actor.ID}, nil
	}
	if there, err := s.stored(id, schema.ActorIRI(id)); err != nil || there {
		return []string{id}, err
	}
	if ids, err := s.bySurname(text); err != nil || len(ids) > 0 {
		return ids, err
	}
	for _, predicate := range []quad.IRI{schema.Label, schema.Alias} {
		nodes, err := s.graph.Subjects(predicate, quad.String(text))
		if err != nil {
			return nil, err
		}
		var ids []string
		for _, node := range nodes {
			if id, ok := actorID(node); ok && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		if len(ids) > 0 {
			slices.Sort(ids)
			return ids, nil
		}
	}
	var names []string
	for _, actor := range s.catalogue.Suggest(text, suggestions) {
		names = append(names, actor.Name)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%w %q", ErrUnknownActor, text)
	}
	return nil, fmt.Errorf("%w %q; did you mean %s?", ErrUnknownActor, text, strings.Join(names, ", "))
}

// resolveIssue returns the ids of the issue that a text names, and of all that are narrower.
func (s *session) resolveIssue(text string) ([]string, error) {
	id := strings.TrimPrefix(text, schema.IssueIRI(""))
	var near []string
	if s.issues != nil {
		if issue, ok := s.issues.Find(id); ok {
			return s.issues.Within(issue.ID), nil
		}
		for _, issue := range s.issues.Suggest(text, suggestions) {
			near = append(near, issue.ID)
		}
	}
	if there, err := s.stored(id, schema.IssueIRI(id)); err != nil || there {
		return []string{id}, err // of a taxonomy that has changed since
	}
	if len(near) == 0 {
		return nil, fmt.Errorf("%w %q; words that are no issue of the taxonomy are asked for as topic", ErrUnknownIssue, text)
	}
	return nil, fmt.Errorf("%w %q; did you mean %s?", ErrUnknownIssue, text, strings.Join(near, ", "))
}

// stored reports whether the graph has the node that an id stands for.
func (s *session) stored(id, iri string) (bool, error) {
	if !iriText.MatchString(id) {
		return false, nil
	}
	known, err := s.graph.Known([]quad.Value{quad.IRI(iri)})
	return len(known) > 0, err
}

// bySurname returns the person of the catalogue with the surname. Where several
// have it, it is the one whom the graph knows, or an error that names them.
func (s *session) bySurname(text string) ([]string, error) {
	var ids, names []string
	var nodes []quad.Value
	for _, actor := range s.catalogue.Surname(text) {
		ids, names = append(ids, actor.ID), append(names, actor.Name)
		nodes = append(nodes, quad.IRI(schema.ActorIRI(actor.ID)))
	}
	if len(ids) <= 1 {
		return ids, nil
	}
	present, err := s.graph.Known(nodes)
	if err != nil {
		return nil, err
	}
	if len(present) == 1 {
		id, _ := actorID(present[0])
		return []string{id}, nil
	}
	return nil, fmt.Errorf("%w %q: it may be %s; say which", ErrUnknownActor, text, strings.Join(names, " or "))
}

// actorID returns the id of an actor's node.
func actorID(node quad.Value) (string, bool) {
	iri, ok := node.(quad.IRI)
	if !ok {
		return "", false
	}
	return strings.CutPrefix(string(iri), schema.ActorIRI(""))
}
