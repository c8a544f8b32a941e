// Package frames knows the words that mark records: verbs and nouns of
// demanding, judgements, sides taken, occurrences, and classes of words that
// the rules ask about. The words are data, the YAML files beside this one and
// those of the user; this package finds them in every inflected form.
//
// All files have one format; each has some of these lists:
//
//	verbs, nouns, modals, judgements   entries with the keys of Verb, Noun and Phrase
//	conditions, documents              words that put a condition; texts that speak for their maker
//	support, oppose                    verbs that take a side
//	good, ending, ending_first         adjectives that judge well; words that end something, anywhere or only in front
//	types                              occurrences, with the keys of EventType
//	words                              classes of words, by the names of Class
//
// An unknown key or value is an error. counts.yaml, which is generated, tells
// how often the rule of each entry was right on annotated texts.
//
// A Set is immutable and safe to share.
package frames

import (
	"cmp"
	"slices"
	"strings"
)

// Class is a class of words that the rules ask about; words.yaml says what each is.
type Class string

// The classes.
const (
	Vague      Class = "vague"
	People     Class = "people"
	Lifeless   Class = "lifeless"
	Bodies     Class = "bodies"
	Voices     Class = "voices"
	Borders    Class = "borders"
	Gifts      Class = "gifts"
	Making     Class = "making"
	Containing Class = "containing"
	Refusing   Class = "refusing"
	Denying    Class = "denying"
	Risking    Class = "risking"
	Idle       Class = "idle"
	Sincere    Class = "sincere"
	Telling    Class = "telling"
	Promising  Class = "promising"
	Planning   Class = "planning"
	Expecting  Class = "expecting"
	Done       Class = "done"
	Facts      Class = "facts"
	Powers     Class = "powers"
	Adding     Class = "adding"
	Offered    Class = "offered"
	Duties     Class = "duties"
	Saying     Class = "saying"
	Laws       Class = "laws"
	Signs      Class = "signs"
	Holding    Class = "holding"
	Deeds      Class = "deeds"
	Threats    Class = "threats"
	Issuing    Class = "issuing"
	Doubts     Class = "doubts"
	Studies    Class = "studies"
)

var classes = []Class{Vague, People, Lifeless, Bodies, Voices, Borders, Gifts, Making, Containing, Refusing, Denying, Risking, Idle, Sincere,
	Telling, Promising, Planning, Expecting, Done, Facts, Powers, Adding, Offered, Duties, Saying,
	Laws, Signs, Holding, Deeds, Threats, Issuing, Doubts, Studies}

// Set is every frame, indexed by word form.
type Set struct {
	rules       []string           // of the entries, in their order
	demand      map[string][]*Verb // by inflected first word
	documents   map[string]bool
	nouns       map[string]*Noun
	modals      []Phrase
	judgements  []Phrase
	conditions  [][]string
	support     map[string][]*Verb
	oppose      map[string][]*Verb
	good        map[string]bool
	ending      map[string]bool
	endingFirst map[string]bool
	words       map[Class]map[string]bool
	eventNouns  map[string][]eventWords // by first word
	eventVerbs  map[string][]eventVerb
}

type eventWords struct {
	words []string
	kind  string
}

type eventVerb struct {
	rest     []string
	kind     string
	atObject bool
}

func newSet(f file) *Set {
	s := &Set{
		demand: indexVerbs(f.Verbs), documents: nounForms(f.Documents), conditions: split(f.Conditions),
		nouns: map[string]*Noun{}, modals: phrases("modal", f.Modals), judgements: phrases("judgement", f.Judgements),
		support: indexVerbs(bare(f.Support)), oppose: indexVerbs(bare(f.Oppose)),
		good: set(f.Good), ending: verbSet(f.Ending), endingFirst: verbSet(f.EndingFirst), words: map[Class]map[string]bool{},
	}
	for i := range f.Verbs {
		s.rule(f.Verbs[i].Rule())
	}
	for i := range s.modals {
		s.rule(s.modals[i].Rule())
	}
	for i := range f.Nouns {
		s.rule(f.Nouns[i].Rule())
		for _, form := range []string{f.Nouns[i].Noun.string, plural(f.Nouns[i].Noun.string)} {
			s.nouns[form] = &f.Nouns[i]
		}
	}
	for i := range s.judgements {
		s.rule(s.judgements[i].Rule())
	}
	for class, words := range f.Words {
		s.words[class] = set(words)
	}
	s.indexEvents(f.Types)
	return s
}

// rule notes the rule of an entry, once.
func (s *Set) rule(name string) {
	if !slices.Contains(s.rules, name) {
		s.rules = append(s.rules, name)
	}
}

// Rules returns the rules of the verbs, modals, nouns and judgements, in their order.
func (s *Set) Rules() []string { return slices.Clone(s.rules) }

// Is reports whether a word belongs to a class.
func (s *Set) Is(class Class, word string) bool { return s.words[class][word] }

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
		for _, verb := range t.Verbs {
			words := strings.Fields(verb)
			for _, form := range Forms(words[0]) {
				s.eventVerbs[form] = append(s.eventVerbs[form], eventVerb{words[1:], t.Type, slices.Contains(t.AtObject, verb)})
			}
		}
	}
}

// DemandVerbs returns the verbs of demanding that begin with a word, in any form, those of more words first.
func (s *Set) DemandVerbs(word string) []*Verb { return s.demand[word] }

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

// Stance returns "support" or "oppose" for a verb that takes a side, and how
// many words it has.
func (s *Set) Stance(words []string) (string, int) {
	if _, n := longest(s.support, words); n > 0 {
		return "support", n
	}
	if _, n := longest(s.oppose, words); n > 0 {
		return "oppose", n
	}
	return "", 0
}

// Good reports whether an adjective judges its subject well.
func (s *Set) Good(adjective string) bool { return s.good[adjective] }

// Ending reports whether the verb or noun ends something, wherever it stands.
func (s *Set) Ending(word string) bool { return s.ending[word] }

// EndingFirst is Ending for the first word of what is wanted.
func (s *Set) EndingFirst(word string) bool { return s.ending[word] || s.endingFirst[word] }

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

// EventVerb is EventNoun for verbs. atObject tells that the object may be the place.
func (s *Set) EventVerb(words []string) (kind string, n int, atObject bool) {
	if len(words) == 0 {
		return "", 0, false
	}
	for _, e := range s.eventVerbs[words[0]] {
		if len(e.rest)+1 > n && hasPrefix(words[1:], e.rest) {
			kind, n, atObject = e.kind, len(e.rest)+1, e.atObject
		}
	}
	return kind, n, atObject
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
		words := strings.Fields(verbs[i].Verb.string)
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
		verbs[i].Verb.string = word
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

// phrases indexes modals by the base forms of their first words, and judgements by all their words.
func phrases(family string, list []Phrase) []Phrase {
	for i := range list {
		p := &list[i]
		p.list = strings.Fields(p.Words.string)
		p.rule = family + ":" + p.Words.string
		if family == "modal" {
			p.rule = family + ":" + cmp.Or(p.Base, p.list[0])
		}
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
