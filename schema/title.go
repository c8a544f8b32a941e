package schema

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"demarche/internal/strict"
)

// Office is an office as a text names it.
type Office struct {
	Group      *TitleGroup
	Rank       string // "", "Deputy", "First Deputy", "Assistant": a rank makes another office
	Department string // the body within the state: "Foreign Ministry" of "Foreign Ministry spokeswoman"
	Status     string // "former", "acting", "elect", ...: says how the office is held; empty when simply held
	Lead       int    // number of tokens before the office itself, which only tell its status: 1 in "former foreign minister"
	Plural     bool   // "foreign ministers"
}

// String returns the canonical name of the office: "Deputy Foreign Minister".
func (t Office) String() string {
	return strings.Join(slices.DeleteFunc([]string{t.Department, t.Rank, t.Group.Title}, func(s string) bool { return s == "" }), " ")
}

// Single reports whether one person at a time holds the office.
func (t Office) Single() bool { return t.Group.Single && t.Rank == "" && t.Department == "" }

// TitleGroup is an office with all its names. A group exists once: pointers
// may be compared.
type TitleGroup struct {
	Title     string              `yaml:"title"`      // canonical name: "Foreign Minister"
	Single    bool                `yaml:"single"`     // whether an actor has one holder at a time
	Same      []string            `yaml:"same"`       // other names, in lower case
	StandsFor []string            `yaml:"stands-for"` // a loose title ("top diplomat"): the offices that it may stand for, the likelier first
	At        map[string][]string `yaml:"at"`         // actor id -> the offices that the title means there
}

// titlesFile is titles.yaml.
type titlesFile struct {
	Status      []string          `yaml:"status"`      // before an office: "former"
	Suffixes    []string          `yaml:"suffixes"`    // behind it: "elect"
	Ranks       map[string]string `yaml:"ranks"`       // word -> Office.Rank
	Departments map[string]string `yaml:"departments"` // words -> Office.Department
	Staff       []string          `yaml:"staff"`       // offices that follow a department
	Portfolios  []struct {
		Name  string   `yaml:"name"`
		Words []string `yaml:"words"`
	} `yaml:"portfolios"`
	Patterns []TitleGroup `yaml:"patterns"` // with {name} and {words} of each portfolio
	Offices  []TitleGroup `yaml:"offices"`
}

// titles finds offices in text.
type titles struct {
	groups map[string]*TitleGroup // by plain key of the canonical name
	index  *trie[*titlePart]
	staff  map[*TitleGroup]bool
}

// titlePart is what a phrase contributes to a title. Exactly one of the first
// five is set.
type titlePart struct {
	group              *TitleGroup
	rank, department   string
	status, afterwards string
	plural             bool
}

// sharedTitles returns titles.yaml, which is read once.
var sharedTitles = sync.OnceValues(loadTitles)

func loadTitles() (*titles, error) {
	var file titlesFile
	if err := strict.Unmarshal("titles.yaml", titlesYAML, &file); err != nil {
		return nil, err
	}
	t := &titles{groups: map[string]*TitleGroup{}, index: newTrie[*titlePart](false, 4000), staff: map[*TitleGroup]bool{}}
	for _, office := range file.Offices {
		if err := t.addGroup(office); err != nil {
			return nil, err
		}
	}
	if err := t.addPortfolios(file); err != nil {
		return nil, err
	}
	t.addModifiers(file)
	for _, name := range file.Staff {
		group, ok := t.groups[plainKey(name)]
		if !ok {
			return nil, fmt.Errorf("titles.yaml: staff: there is no office %q", name)
		}
		t.staff[group] = true
	}
	return t, t.check()
}

// addPortfolios enters the offices of the patterns for every portfolio.
func (t *titles) addPortfolios(file titlesFile) error {
	for _, portfolio := range file.Portfolios {
		for _, pattern := range file.Patterns {
			group := pattern
			group.Title = strings.ReplaceAll(group.Title, "{name}", portfolio.Name)
			group.Same = nil
			for _, words := range portfolio.Words {
				for _, same := range pattern.Same {
					group.Same = append(group.Same, strings.ReplaceAll(same, "{words}", words))
				}
			}
			group.StandsFor = slices.Clone(group.StandsFor)
			for i := range group.StandsFor {
				group.StandsFor[i] = strings.ReplaceAll(group.StandsFor[i], "{name}", portfolio.Name)
			}
			if err := t.addGroup(group); err != nil {
				return err
			}
		}
	}
	return nil
}

// addModifiers enters what stands before or behind an office.
func (t *titles) addModifiers(file titlesFile) {
	for _, word := range file.Status {
		t.index.add(word, lowerCase, &titlePart{status: word})
	}
	for _, word := range file.Suffixes {
		t.index.add(word, lowerCase, &titlePart{afterwards: word})
	}
	for words, rank := range file.Ranks {
		t.index.add(words, lowerCase, &titlePart{rank: rank})
	}
	for words, department := range file.Departments {
		t.index.add(words, lowerCase, &titlePart{department: department})
	}
}

// addGroup enters a group under all its names, and their plurals. A phrase that
// an earlier group has stays with that one.
func (t *titles) addGroup(group TitleGroup) error {
	key := plainKey(group.Title)
	if t.groups[key] != nil {
		return fmt.Errorf("titles.yaml: the office %q is there twice", group.Title)
	}
	entered := &group
	t.groups[key] = entered
	for _, name := range append([]string{group.Title}, group.Same...) {
		t.addPhrase(name, &titlePart{group: entered})
		t.addPhrase(plural(name), &titlePart{group: entered, plural: true})
	}
	return nil
}

func (t *titles) addPhrase(phrase string, part *titlePart) {
	for _, known := range t.index.find(phrase) {
		if known.group != nil {
			return
		}
	}
	t.index.add(phrase, lowerCase, part)
}

// plural puts the noun of an office into the plural: the word before "of",
// "for", "to" or "general", otherwise the last one.
func plural(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, "-", " "))
	noun := len(words) - 1
	for i, word := range words {
		if i > 0 && slices.Contains([]string{"of", "for", "to", "on", "in", "general", "General"}, word) {
			noun = i - 1
			break
		}
	}
	w := words[noun]
	switch {
	case strings.HasSuffix(w, "man"):
		w = strings.TrimSuffix(w, "man") + "men"
	case strings.HasSuffix(w, "person"):
		w = strings.TrimSuffix(w, "person") + "people"
	case strings.HasSuffix(w, "y") && len(w) > 1 && !vowel(w[len(w)-2]):
		w = strings.TrimSuffix(w, "y") + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"):
		w += "es"
	default:
		w += "s"
	}
	words[noun] = w
	return strings.Join(words, " ")
}

// check verifies the references between groups.
func (t *titles) check() error {
	for _, group := range t.groups {
		for _, name := range group.StandsFor {
			if t.groups[plainKey(name)] == nil {
				return fmt.Errorf("titles.yaml: %q stands for %q, which is no office", group.Title, name)
			}
		}
		for of, names := range group.At {
			for _, name := range names {
				if t.groups[plainKey(name)] == nil {
					return fmt.Errorf("titles.yaml: %q at %s is %q, which is no office", group.Title, of, name)
				}
			}
		}
	}
	return nil
}
