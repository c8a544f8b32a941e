package frames

import (
	"cmp"
	"slices"
	"strings"
)

// EventType is a kind of occurrence with its words. A type may have several
// entries, whose conditions differ; all conditions of an entry must hold. The
// nouns of a named actor are also its kind: "country", "organisation",
// "medium", "person", "group".
type EventType struct {
	Type     string   `yaml:"type"`
	Nouns    []string `yaml:"nouns"`
	Verbs    []string `yaml:"verbs"`
	Beside   []string `yaml:"beside"`    // counts only in an article that has one of these words: "strike" of workers
	Subjects []string `yaml:"subjects"`  // nouns of which the subject of its verbs must be one
	NotBy    []string `yaml:"not_by"`    // of those, which its subject must not be: "attacked" by a person is said in words
	Objects  []string `yaml:"objects"`   // nouns of which the object of its verbs must be one, or their subject in the passive voice
	To       []string `yaml:"to"`        // prepositions that lead the place, beside those that always do: "sent to Poland"
	AtObject []string `yaml:"at_object"` // of the verbs, those whose object may be the place: "left Crimea"
	Undated  bool     `yaml:"undated"`   // counts without a day or place
	OfThing  bool     `yaml:"of_thing"`  // the object of its verbs is a thing, which takes no part: a report, a truce
}

// Occurrence is what words say that name an occurrence.
type Occurrence struct {
	Type    string
	Entry   string   // the words as the entry has them
	Words   int      // how many words name it
	Place   []string // prepositions that lead its place, beside the usual ones
	Object  bool     // whether its object may be the place
	Undated bool     // whether it counts without a day or place
	OfThing bool     // whether its object is a thing, which takes no part: a report, a truce

	words    []string
	beside   []string
	subjects map[string]bool
	notBy    map[string]bool
	objects  map[string]bool
}

// Fits reports whether the conditions of the words hold in an article with
// certain words, for the nouns that can stand for the subject and the object
// of the verb ("broadcaster" and "medium").
func (o *Occurrence) Fits(article map[string]bool, subjects, objects []string) bool {
	return (len(o.beside) == 0 || anyIn(article, o.beside)) &&
		(len(o.subjects) == 0 || anyIn(o.subjects, subjects)) &&
		!anyIn(o.notBy, subjects) &&
		(len(o.objects) == 0 || anyIn(o.objects, objects))
}

// anyIn reports whether a set has one of the words.
func anyIn(known map[string]bool, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return known[word] })
}

func (o *Occurrence) conditions() int {
	return min(len(o.beside), 1) + min(len(o.subjects), 1) + min(len(o.objects), 1)
}

func (s *Set) indexEvents(types []EventType) {
	s.eventNouns, s.eventVerbs = map[string][]Occurrence{}, map[string][]Occurrence{}
	for _, t := range types {
		o := Occurrence{Type: t.Type, Place: t.To, Undated: t.Undated, OfThing: t.OfThing, beside: t.Beside}
		for _, noun := range t.Nouns {
			words := strings.Fields(noun)
			last := words[len(words)-1]
			for _, form := range []string{last, plural(last)} {
				o.words = append(slices.Clone(words[:len(words)-1]), form)
				o.Words, o.Entry = len(words), noun
				s.eventNouns[o.words[0]] = append(s.eventNouns[o.words[0]], o)
			}
		}
		o.subjects, o.notBy, o.objects = nounForms(t.Subjects), nounForms(t.NotBy), nounForms(t.Objects)
		for _, verb := range t.Verbs {
			words := strings.Fields(verb)
			o.Object = slices.Contains(t.AtObject, verb)
			for _, form := range Forms(words[0]) {
				o.words = append([]string{form}, words[1:]...)
				o.Words, o.Entry = len(words), verb
				s.eventVerbs[form] = append(s.eventVerbs[form], o)
			}
		}
	}
	for _, index := range []map[string][]Occurrence{s.eventNouns, s.eventVerbs} {
		for _, found := range index {
			slices.SortStableFunc(found, func(a, b Occurrence) int {
				return cmp.Or(b.Words-a.Words, b.conditions()-a.conditions())
			})
		}
	}
}

// EventNouns returns what the words can name that begin with a noun for an
// occurrence: those of more words first, and of these those with more conditions.
func (s *Set) EventNouns(words []string) []Occurrence { return occurrences(s.eventNouns, words) }

// EventVerbs is EventNouns for verbs, in any form.
func (s *Set) EventVerbs(words []string) []Occurrence { return occurrences(s.eventVerbs, words) }

func occurrences(index map[string][]Occurrence, words []string) []Occurrence {
	if len(words) == 0 {
		return nil
	}
	var found []Occurrence
	for _, o := range index[words[0]] {
		if hasPrefix(words, o.words) {
			found = append(found, o)
		}
	}
	return found
}
