// Package issues is the taxonomy of what statements, demands and positions are
// about: issues of world politics and public affairs, from the broad
// ("Security and defence") to the narrow ("NATO enlargement").
//
// The issues are data (*.yaml beside this file; doc/issues.md has the format),
// read strictly: a mistake is an error with file and line. What the taxonomy
// does not know stays free text. A Taxonomy never changes once it is loaded;
// its methods are safe for concurrent use, and what they return is shared and
// must not be changed.
package issues

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"demarche/internal/topic"
)

//go:embed *.yaml
var shipped embed.FS

// Issue is something that actors support or oppose.
type Issue struct {
	ID       string   // slug of the name unless the file has another
	Name     string   // short noun phrase: "NATO enlargement to the east"
	Broader  string   // id of the issue that it is part of; empty at the top
	Words    []string // phrases that mean it
	Opposite []string // phrases that mean its contrary: who supports one of them opposes the issue
	Line     string   // "file:line" of the entry
}

// Taxonomy is the known issues.
type Taxonomy struct {
	issues   []*Issue // ascending by id
	byID     map[string]*Issue
	narrower map[string][]*Issue // by the id of the broader one
	phrases  map[string][]*phrase
	names    map[string]*Issue // by the keys of the name, and of the id
	actors   []reference
}

// reference is an actor that a phrase names.
type reference struct{ id, line string }

// Files returns the issues that the program comes with, for Load.
func Files() fs.FS { return shipped }

// Default returns the taxonomy of Files. It is loaded once, at the first call.
func Default() (*Taxonomy, error) { return defaults() }

var defaults = sync.OnceValues(func() (*Taxonomy, error) { return Load(Files()) })

// Load reads every .yaml file of the file systems, at any depth, and returns
// the taxonomy of all their issues together. The error names every mistake: an
// unknown key, an id that is taken, a broader issue that does not exist, a
// circle of broader issues.
func Load(systems ...fs.FS) (*Taxonomy, error) {
	var all []Issue
	var mistakes []error
	for _, system := range systems {
		err := fs.WalkDir(system, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || path.Ext(name) != ".yaml" {
				return err
			}
			data, err := fs.ReadFile(system, name)
			if err != nil {
				return err
			}
			more, err := ParseFile(name, data)
			mistakes = append(mistakes, err)
			all = append(all, more...)
			return nil
		})
		if err != nil {
			mistakes = append(mistakes, fmt.Errorf("reading issues: %w", err))
		}
	}
	if err := errors.Join(mistakes...); err != nil {
		return nil, err
	}
	return build(all)
}

// With returns a taxonomy that has the given issues as well. The error names
// ids that are taken and broader issues that do not exist; t stays as it is.
func (t *Taxonomy) With(more ...Issue) (*Taxonomy, error) {
	var all []Issue
	for _, known := range t.issues {
		all = append(all, *known)
	}
	return build(append(all, more...))
}

// build makes the taxonomy of the issues and checks their references.
func build(all []Issue) (*Taxonomy, error) {
	t := &Taxonomy{byID: map[string]*Issue{}, narrower: map[string][]*Issue{}, phrases: map[string][]*phrase{}, names: map[string]*Issue{}}
	var mistakes []error
	for i := range all {
		issue := &all[i]
		if earlier := t.byID[issue.ID]; earlier != nil {
			mistakes = append(mistakes, fmt.Errorf("%s: the id %q is taken by %s (%s); give one of them another \"id:\"",
				issue.Line, issue.ID, earlier.Name, earlier.Line))
			continue
		}
		t.byID[issue.ID] = issue
		t.issues = append(t.issues, issue)
	}
	slices.SortFunc(t.issues, func(a, b *Issue) int { return cmp.Compare(a.ID, b.ID) })
	for _, issue := range t.issues {
		mistakes = append(mistakes, t.place(issue), t.index(issue))
	}
	return t, errors.Join(mistakes...)
}

// place hangs an issue under its broader one.
func (t *Taxonomy) place(issue *Issue) error {
	if issue.Broader == "" {
		return nil
	}
	if t.byID[issue.Broader] == nil {
		near := ""
		for _, other := range t.Suggest(issue.Broader, 1) {
			near = " (did you mean " + other.ID + "?)"
		}
		return fmt.Errorf("%s: %s: broader %q is no issue's id%s", issue.Line, issue.Name, issue.Broader, near)
	}
	for above, steps := t.byID[issue.Broader], 0; above != nil; above, steps = t.byID[above.Broader], steps+1 {
		if above == issue || steps > len(t.issues) {
			return fmt.Errorf("%s: %s is broader than itself, by way of %q; change one \"broader:\"", issue.Line, issue.Name, issue.Broader)
		}
	}
	t.narrower[issue.Broader] = append(t.narrower[issue.Broader], issue)
	return nil
}

// index enters the names and phrases of an issue.
func (t *Taxonomy) index(issue *Issue) error {
	for _, name := range []string{issue.Name, issue.ID} {
		if key := nameKey(name); t.names[key] == nil {
			t.names[key] = issue
		}
	}
	var mistakes []error
	for _, list := range []struct {
		phrases  []string
		opposite bool
	}{{issue.Words, false}, {issue.Opposite, true}} {
		for _, text := range list.phrases {
			p, err := newPhrase(text)
			if err != nil {
				mistakes = append(mistakes, fmt.Errorf("%s: %s: %w", issue.Line, issue.Name, err))
				continue
			}
			p.issue, p.opposite = issue, list.opposite
			for _, word := range p.parts[0][0] {
				for _, key := range word.keys() {
					t.phrases[key] = append(t.phrases[key], p)
				}
			}
			for _, actor := range p.actors() {
				t.actors = append(t.actors, reference{actor, issue.Line})
			}
		}
	}
	return errors.Join(mistakes...)
}

// Issue returns the issue with the id.
func (t *Taxonomy) Issue(id string) (*Issue, bool) {
	issue, ok := t.byID[id]
	return issue, ok
}

// Issues returns all issues, ascending by id.
func (t *Taxonomy) Issues() []*Issue { return slices.Clone(t.issues) }

// Narrower returns the issues directly under one, ascending by id; those at the
// top for "".
func (t *Taxonomy) Narrower(id string) []*Issue {
	if id != "" {
		return slices.Clone(t.narrower[id])
	}
	var top []*Issue
	for _, issue := range t.issues {
		if issue.Broader == "" {
			top = append(top, issue)
		}
	}
	return top
}

// Within returns the id of an issue and those of all narrower ones, at any
// depth, ascending; nothing for an id that does not exist.
func (t *Taxonomy) Within(id string) []string {
	if t.byID[id] == nil {
		return nil
	}
	ids := []string{id}
	for i := 0; i < len(ids); i++ {
		for _, issue := range t.narrower[ids[i]] {
			ids = append(ids, issue.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// Find returns the issue that a text names: by its id or its name, in any form
// of its words, or else by one of its phrases that takes up the whole text.
func (t *Taxonomy) Find(text string) (*Issue, bool) {
	if issue, ok := t.byID[strings.TrimSpace(text)]; ok {
		return issue, true
	}
	key := nameKey(text)
	if key == "" {
		return nil, false
	}
	if issue := t.names[key]; issue != nil {
		return issue, true
	}
	words := WordsOf(text)
	for len(words) > 0 && topic.Key(words[0].Text) == "" {
		words = words[1:] // "the"
	}
	for _, m := range t.Match(words) {
		if !m.Opposite && m.First == 0 && m.End == len(words) {
			return m.Issue, true
		}
	}
	return nil, false
}

// Suggest returns at most n issues that a text may mean, those that share most
// of their words with it first: for messages about unknown issues.
func (t *Taxonomy) Suggest(text string, n int) []*Issue {
	asked := topic.Keys(strings.ReplaceAll(text, "-", " "))
	type candidate struct {
		issue *Issue
		score float64
	}
	var found []candidate
	for _, issue := range t.issues {
		own := topic.Keys(issue.Name + " " + strings.ReplaceAll(issue.ID, "-", " "))
		common := 0
		for _, key := range asked {
			if slices.ContainsFunc(own, func(o string) bool { return o == key || len(key) > 3 && strings.HasPrefix(o, key[:len(key)-1]) }) {
				common++
			}
		}
		if common > 0 {
			found = append(found, candidate{issue, float64(common) / float64(len(asked)+len(own))})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	var near []*Issue
	for _, c := range found[:min(n, len(found))] {
		near = append(near, c.issue)
	}
	return near
}

// nameKey is what two forms of one name have in common.
func nameKey(name string) string {
	return strings.Join(topic.Keys(strings.ReplaceAll(name, "-", " ")), " ")
}
