// Package frames reads the words that mark records: verbs and nouns of
// demanding, judgements, sides taken, occurrences. The lists are data
// (*.yaml beside this file, each with its format in its head); this package
// finds them in every inflected form. A Set is immutable and safe to share.
package frames

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"demarche/internal/strict"
)

//go:embed *.yaml
var shipped embed.FS

// Verb is a verb frame.
type Verb struct {
	Verb     string   `yaml:"verb"`     // base form, with a particle or fixed words behind it
	Takes    []string `yaml:"takes"`    // what can follow it, in order of preference
	Strength string   `yaml:"strength"` // of a demand
	Polarity string   `yaml:"polarity"` // "dont" for a verb that forbids
	Negated  bool     `yaml:"negated"`  // counts only when negated: "will not allow"
	Modal    string   `yaml:"modal"`    // counts only with this modal verb: "would like"

	rest []string // the words behind the verb form
}

// Noun is a noun frame.
type Noun struct {
	Noun     string `yaml:"noun"`
	Strength string `yaml:"strength"`
	Voice    bool   `yaml:"voice"` // is the demand of who speaks, where nobody else is named: "stressed the need for"
}

// Phrase is a fixed phrase with a strength and polarity.
type Phrase struct {
	Words    string `yaml:"words"`
	Strength string `yaml:"strength"`
	Polarity string `yaml:"polarity"`

	list []string
}

// EventType is a kind of occurrence with its words.
type EventType struct {
	Type  string   `yaml:"type"`
	Nouns []string `yaml:"nouns"`
	Verbs []string `yaml:"verbs"`
	Dated []string `yaml:"dated"` // verbs that count only with a day
}

// Set is every frame, indexed by word form.
type Set struct {
	demand     map[string][]*Verb // by inflected first word
	documents  map[string]bool
	nouns      map[string]*Noun
	modals     []Phrase
	judgements []Phrase
	conditions [][]string
	stance     stances
	eventNouns map[string][]eventWords // by first word
	eventVerbs map[string][]eventVerb
}

type eventWords struct {
	words []string
	kind  string
}

type eventVerb struct {
	rest  []string
	kind  string
	dated bool
}

// Default returns the frames that are built in.
var Default = sync.OnceValues(func() (*Set, error) { return Load(shipped) })

// Load reads the frames of a file system: demand.yaml, document.yaml, stance.yaml
// and event.yaml at its root.
func Load(files fs.FS) (*Set, error) {
	var document struct {
		Documents []string `yaml:"documents"`
	}
	var demand struct {
		Verbs      []Verb   `yaml:"verbs"`
		Modals     []Phrase `yaml:"modals"`
		Nouns      []Noun   `yaml:"nouns"`
		Judgements []Phrase `yaml:"judgements"`
		Conditions []string `yaml:"conditions"`
	}
	var stance stanceFile
	var event struct {
		Types []EventType `yaml:"types"`
	}
	for name, value := range map[string]any{"document.yaml": &document, "demand.yaml": &demand, "stance.yaml": &stance, "event.yaml": &event} {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("reading the frames: %w", err)
		}
		if err := strict.Unmarshal(name, data, value); err != nil {
			return nil, fmt.Errorf("reading the frames: %w", err)
		}
	}
	s := &Set{
		demand: indexVerbs(demand.Verbs), documents: nounForms(document.Documents), conditions: split(demand.Conditions),
		nouns: map[string]*Noun{}, modals: phrases(demand.Modals), judgements: phrases(demand.Judgements),
		stance: newStances(stance),
	}
	for i := range demand.Nouns {
		for _, form := range []string{demand.Nouns[i].Noun, plural(demand.Nouns[i].Noun)} {
			s.nouns[form] = &demand.Nouns[i]
		}
	}
	s.indexEvents(event.Types)
	return s, nil
}

func (s *Set) indexEvents(types []EventType) {
	s.eventNouns, s.eventVerbs = map[string][]eventWords{}, map[string][]eventVerb{}
	for _, t := range types {
		for _, noun := range t.Nouns {
			words := strings.Fields(noun)
			last := words[len(words)-1]
			for _, form := range []string{last, plural(last)} {
				all := append(append([]string(nil), words[:len(words)-1]...), form)
				s.eventNouns[all[0]] = append(s.eventNouns[all[0]], eventWords{all, t.Type})
			}
		}
		for i, verb := range slices.Concat(t.Verbs, t.Dated) {
			words := strings.Fields(verb)
			for _, form := range Forms(words[0]) {
				s.eventVerbs[form] = append(s.eventVerbs[form], eventVerb{words[1:], t.Type, i >= len(t.Verbs)})
			}
		}
	}
}

// DemandVerbs returns the verbs of demanding that begin with a word, in any form, those of more words first.
func (s *Set) DemandVerbs(word string) []*Verb { return s.demand[word] }

// Rest is the words of the verb behind its first.
func (v *Verb) Rest() []string { return v.rest }

// Document reports whether the noun names a text that speaks for its maker.
func (s *Set) Document(noun string) bool { return s.documents[noun] }

// Condition returns how many of the words put a condition; 0 for none.
func (s *Set) Condition(words []string) int { return match(s.conditions, words) }

// DemandNoun returns the frame of a noun of demanding, or nil.
func (s *Set) DemandNoun(noun string) *Noun { return s.nouns[noun] }

// Modal returns the modal phrase that begins with the words, or nil.
func (s *Set) Modal(words []string) (*Phrase, int) { return phrase(s.modals, words) }

// Judgement returns the judgement that begins with the words, or nil.
func (s *Set) Judgement(words []string) (*Phrase, int) { return phrase(s.judgements, words) }

// EventNoun returns the type of the occurrence that the words name, and how
// many words name it; 0 for none.
func (s *Set) EventNoun(words []string) (kind string, n int) {
	if len(words) == 0 {
		return "", 0
	}
	for _, e := range s.eventNouns[words[0]] {
		if len(e.words) > n && hasPrefix(words, e.words) {
			kind, n = e.kind, len(e.words)
		}
	}
	return kind, n
}

// EventVerb is EventNoun for verbs; dated says that the verb counts only with a
// day.
func (s *Set) EventVerb(words []string) (kind string, n int, dated bool) {
	if len(words) == 0 {
		return "", 0, false
	}
	for _, e := range s.eventVerbs[words[0]] {
		if len(e.rest)+1 > n && hasPrefix(words[1:], e.rest) {
			kind, n, dated = e.kind, len(e.rest)+1, e.dated
		}
	}
	return kind, n, dated
}

func longest(index map[string][]*Verb, words []string) (*Verb, int) {
	var best *Verb
	n := 0
	if len(words) == 0 {
		return nil, 0
	}
	for _, v := range index[words[0]] {
		if 1+len(v.rest) > n && hasPrefix(words[1:], v.rest) {
			best, n = v, 1+len(v.rest)
		}
	}
	return best, n
}

func hasPrefix(words, prefix []string) bool {
	return len(words) >= len(prefix) && slices.Equal(words[:len(prefix)], prefix)
}

func match(list [][]string, words []string) int {
	n := 0
	for _, entry := range list {
		if len(entry) > n && hasPrefix(words, entry) {
			n = len(entry)
		}
	}
	return n
}

func phrase(list []Phrase, words []string) (*Phrase, int) {
	var best *Phrase
	n := 0
	for i := range list {
		if len(list[i].list) > n && hasPrefix(words, list[i].list) {
			best, n = &list[i], len(list[i].list)
		}
	}
	return best, n
}

func indexVerbs(verbs []Verb) map[string][]*Verb {
	index := map[string][]*Verb{}
	for i := range verbs {
		words := strings.Fields(verbs[i].Verb)
		verbs[i].rest = words[1:]
		for _, form := range Forms(words[0]) {
			index[form] = append(index[form], &verbs[i])
		}
	}
	for _, found := range index {
		slices.SortStableFunc(found, func(a, b *Verb) int { return len(b.rest) - len(a.rest) })
	}
	return index
}

func bare(words []string) []Verb {
	verbs := make([]Verb, len(words))
	for i, word := range words {
		verbs[i].Verb = word
	}
	return verbs
}

func split(list []string) [][]string {
	var all [][]string
	for _, entry := range list {
		all = append(all, strings.Fields(entry))
	}
	return all
}

func phrases(list []Phrase) []Phrase {
	for i := range list {
		list[i].list = strings.Fields(list[i].Words)
	}
	return list
}

func set(words []string) map[string]bool {
	all := map[string]bool{}
	for _, word := range words {
		all[word] = true
	}
	return all
}

func verbSet(words []string) map[string]bool {
	all := map[string]bool{}
	for _, word := range words {
		for _, form := range Forms(word) {
			all[form] = true
		}
	}
	return all
}

func nounForms(nouns []string) map[string]bool {
	all := map[string]bool{}
	for _, noun := range nouns {
		all[noun], all[plural(noun)] = true, true
	}
	return all
}
