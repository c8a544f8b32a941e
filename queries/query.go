package queries

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"demarche/internal/strict"
)

// Type says what a parameter or column holds.
type Type string

// The types. Actors are for columns only; Choice, Issue and
// Words for parameters only.
const (
	Actor   Type = "actor"   // argument: id, name or alias; value: Ref
	Actors  Type = "actors"  // value: []Ref
	Text    Type = "text"    // value: string
	Issue   Type = "issue"   // argument: id, name or phrase of a known issue; stands for all that are narrower, too
	Words   Type = "words"   // argument: words that must all occur, in any form
	Day     Type = "day"     // argument: 2021-12-31, 2021-12, 2021, today, yesterday; value: string "2021-12-31"
	Int     Type = "int"     // value: int
	Float   Type = "float"   // argument: a decimal number; value: float64
	Bool    Type = "bool"    // value: bool
	Choice  Type = "choice"  // argument: one of the parameter's choices
	Article Type = "article" // IRI of an article
	Record  Type = "record"  // IRI of a record, with or without "demarche:"
)

var (
	parameterTypes = []Type{Actor, Issue, Text, Words, Day, Int, Float, Bool, Choice, Article, Record}
	columnTypes    = []Type{Actor, Actors, Text, Day, Int, Float, Bool, Article, Record}
	wellNamed      = regexp.MustCompile(`^[a-z][a-z0-9]*([_-][a-z0-9]+)*$`)
)

// Query is one saved question.
type Query struct {
	Name        string      `yaml:"name" json:"name"`
	Title       string      `yaml:"title" json:"title"`
	Explanation string      `yaml:"explanation" json:"explanation"`
	Parameters  []Parameter `yaml:"parameters" json:"parameters"`
	Columns     []Column    `yaml:"columns" json:"columns"`
	Select      *Select     `yaml:"select" json:"-"`
	Gizmo       string      `yaml:"gizmo" json:"-"`
	Run         string      `yaml:"run" json:"-"`
	File        string      `yaml:"-" json:"-"` // where it was read
}

// Parameter is something that the asker may or must give.
type Parameter struct {
	Name        string   `yaml:"name" json:"name"`
	Type        Type     `yaml:"type" json:"type" enum:"actor,issue,text,words,day,int,float,bool,choice,article,record"`
	Explanation string   `yaml:"explanation" json:"explanation"`
	Required    bool     `yaml:"required" json:"required,omitempty"`
	Default     string   `yaml:"default" json:"default,omitempty"`
	Choices     []string `yaml:"choices" json:"choices,omitempty"`
}

// Column is one field of the answer.
type Column struct {
	Name  string `yaml:"name" json:"name"`
	Title string `yaml:"title" json:"title"`
	Type  Type   `yaml:"type" json:"type" enum:"actor,actors,text,day,int,float,bool,article,record"`
}

// parse reads and checks one query. Errors begin with "file:line: ".
func parse(file string, data []byte) (*Query, error) {
	q := &Query{File: file}
	if err := strict.Unmarshal(file, data, q); err != nil {
		return nil, err
	}
	var root strict.Node
	if err := strict.Unmarshal(file, data, &root); err != nil {
		return nil, err
	}
	if q.Parameters == nil {
		q.Parameters = []Parameter{} // a list in JSON
	}
	c := &checker{file: file, root: &root}
	c.query(q)
	return q, errors.Join(c.errs...)
}

// checker gathers what is wrong with a query that is well-formed YAML.
type checker struct {
	file string
	root *strict.Node
	errs []error
}

// fail notes a mistake at the place that a path of keys leads to.
func (c *checker) fail(path []any, format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s:%d: %s", c.file, lineOf(c.root, path), fmt.Sprintf(format, args...)))
}

// lineOf returns the line of the deepest node of the path that exists.
func lineOf(node *strict.Node, path []any) int {
	if len(node.Content) > 0 && node.Kind == 1 { // a document
		node = node.Content[0]
	}
	line := max(node.Line, 1)
	for _, step := range path {
		var next *strict.Node
		switch step := step.(type) {
		case string:
			for i := 0; i+1 < len(node.Content); i += 2 {
				if node.Content[i].Value == step {
					line, next = node.Content[i].Line, node.Content[i+1]
				}
			}
		case int:
			if step < len(node.Content) {
				next = node.Content[step]
				line = next.Line
			}
		}
		if next == nil {
			break
		}
		node = next
	}
	return line
}

func (c *checker) query(q *Query) {
	if !wellNamed.MatchString(q.Name) {
		c.fail([]any{"name"}, "name %q must be lower-case words joined by dashes", q.Name)
	}
	if q.Title == "" {
		c.fail(nil, "title is missing")
	}
	if len(q.Columns) == 0 {
		c.fail([]any{"columns"}, "there are no columns")
	}
	c.parameters(q)
	c.columns(q)
	bodies := 0
	for _, given := range []bool{q.Select != nil, q.Gizmo != "", q.Run != ""} {
		if given {
			bodies++
		}
	}
	switch {
	case bodies != 1:
		c.fail(nil, "give exactly one of select, gizmo and run")
	case q.Select != nil:
		c.selection(q)
	case q.Run != "" && runner(q.Run) == nil:
		c.fail([]any{"run"}, "%v", unknown(errors.New("unknown function"), q.Run, runnerNames()))
	}
}

func (c *checker) parameters(q *Query) {
	seen := map[string]bool{}
	for i, p := range q.Parameters {
		at := []any{"parameters", i}
		switch {
		case !wellNamed.MatchString(p.Name):
			c.fail(append(at, "name"), "parameter name %q must be lower-case words", p.Name)
		case seen[p.Name]:
			c.fail(append(at, "name"), "parameter %s is declared twice", p.Name)
		case !slices.Contains(parameterTypes, p.Type):
			c.fail(append(at, "type"), "parameter %s: type %q is none of %s", p.Name, p.Type, list(parameterTypes))
		case (p.Type == Choice) != (len(p.Choices) > 0):
			c.fail(at, "parameter %s: choices belong to type choice, and it needs them", p.Name)
		case p.Default != "" && p.Required:
			c.fail(at, "parameter %s: a required parameter has no default", p.Name)
		case p.Default != "" && p.Type == Choice && !slices.Contains(p.Choices, p.Default):
			c.fail(append(at, "default"), "parameter %s: default %q is none of its choices", p.Name, p.Default)
		}
		seen[p.Name] = true
	}
}

func (c *checker) columns(q *Query) {
	seen := map[string]bool{}
	for i, column := range q.Columns {
		at := []any{"columns", i}
		switch {
		case !wellNamed.MatchString(column.Name):
			c.fail(at, "column name %q must be lower-case words", column.Name)
		case seen[column.Name]:
			c.fail(at, "column %s is declared twice", column.Name)
		case !slices.Contains(columnTypes, column.Type):
			c.fail(at, "column %s: type %q is none of %s", column.Name, column.Type, list(columnTypes))
		}
		if column.Title == "" {
			q.Columns[i].Title = column.Name
		}
		seen[column.Name] = true
	}
}

func list(types []Type) string {
	var names []string
	for _, t := range types {
		names = append(names, string(t))
	}
	return strings.Join(names, ", ")
}
