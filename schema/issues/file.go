package issues

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"demarche/internal/strict"
	"demarche/schema"
)

// text is a scalar of a YAML file with its line.
type text struct {
	string
	line int
}

// UnmarshalYAML takes the scalar as it is written.
func (t *text) UnmarshalYAML(node *strict.Node) error {
	if len(node.Content) > 0 || node.Value == "" {
		return fmt.Errorf("line %d: a plain value is needed here", node.Line)
	}
	*t = text{node.Value, node.Line}
	return nil
}

// The shape of a file of issues.
type (
	issueFile struct {
		Issues []issueEntry `yaml:"issues"`
	}
	issueEntry struct {
		ID       text     `yaml:"id"`
		Name     text     `yaml:"name"`
		Broader  text     `yaml:"broader"`
		Words    []string `yaml:"words"`
		Opposite []string `yaml:"opposite"`
	}
)

var idPattern = regexp.MustCompile(`^[\p{Ll}\p{Lo}0-9]+(-[\p{Ll}\p{Lo}0-9]+)*$`)

// ParseFile reads a file of issues in the format of doc/issues.md: one YAML
// document "issues: [...]". It is strict, and checks each entry by itself;
// broader issues are checked where the issues join a taxonomy. The error has
// one line per mistake, each with name and line, and then there are no issues.
func ParseFile(name string, data []byte) ([]Issue, error) {
	var file issueFile
	if err := strict.Unmarshal(name, data, &file); err != nil {
		return nil, err
	}
	if len(file.Issues) == 0 {
		return nil, fmt.Errorf("%s:1: there are no issues; the file needs a list \"issues:\"", name)
	}
	var all []Issue
	var mistakes []error
	for _, entry := range file.Issues {
		issue, err := entry.issue(name)
		all = append(all, issue)
		mistakes = append(mistakes, err)
	}
	if err := errors.Join(mistakes...); err != nil {
		return nil, err
	}
	return all, nil
}

// issue checks an entry and turns it into an issue.
func (e issueEntry) issue(file string) (Issue, error) {
	line := max(e.Name.line, e.ID.line, 1)
	issue := Issue{
		ID: e.ID.string, Name: e.Name.string, Broader: e.Broader.string, Words: e.Words, Opposite: e.Opposite,
		Line: fmt.Sprintf("%s:%d", file, line),
	}
	if issue.ID == "" {
		issue.ID = schema.Slug(issue.Name)
	}
	var mistakes []error
	wrong := func(format string, arguments ...any) {
		mistakes = append(mistakes, fmt.Errorf("%s: %s", issue.Line, fmt.Sprintf(format, arguments...)))
	}
	if issue.Name == "" {
		wrong("an issue without a name; add \"name:\"")
	} else if !idPattern.MatchString(issue.ID) {
		wrong("%q is no id: lower-case words and digits joined by hyphens are", issue.ID)
	}
	for _, phrase := range slices.Concat(e.Words, e.Opposite) {
		if _, err := newPhrase(phrase); err != nil {
			wrong("%s: %s", issue.Name, err)
		}
	}
	return issue, errors.Join(mistakes...)
}
