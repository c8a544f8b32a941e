// Package frames knows the words that mark records: verbs and nouns of
// demanding, judgements, sides taken, occurrences, and classes of words that
// the rules ask about. The words are data, the YAML files beside this one and
// those of the user; this package finds them in every inflected form.
//
// All files have one format; each has some of these lists:
//
//	verbs, nouns, modals, judgements   entries with the keys of Verb, Noun and Phrase
//	conditions, documents              words that put a condition; texts that speak for their maker
//	sides                              words that take a side, by the keys of Sides
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
	Answering  Class = "answering"
	Conduct    Class = "conduct"
	Hearers    Class = "hearers"
	AskingOf   Class = "asking-of"
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
	Unreal     Class = "unreal"
	Winning    Class = "winning"
	Speaking   Class = "speaking"
	Workplaces Class = "workplaces"
	Wishing    Class = "wishing"
	Issuing    Class = "issuing"
	Doubts     Class = "doubts"
	Studies    Class = "studies"
)

var classes = []Class{
	Vague, People, Lifeless, Bodies, Voices, Borders, Gifts, Making, Containing, Refusing, Denying, Risking, Idle,
	Sincere, Telling, Promising, Planning, Expecting, Done, Facts, Powers, Adding, Offered, Duties, Saying, Laws, Signs,
	Holding, Deeds, Threats, Unreal, Winning, Speaking, Workplaces, Wishing, Issuing, Answering, Conduct, Hearers,
	AskingOf, Doubts, Studies,
}

// Set is every frame, indexed by word form.
type Set struct {
	rules      []string           // of the entries, in their order
	demand     map[string][]*Verb // by inflected first word
	documents  map[string]bool
	nouns      map[string]*Noun
	modals     []Phrase
	judgements []Phrase
	conditions [][]string
	stance     stances
	words      map[Class]map[string]bool
	eventNouns map[string][]Occurrence // by first word
	eventVerbs map[string][]Occurrence
}

func newSet(f file) *Set {
	s := &Set{
		demand: indexVerbs(f.Verbs), documents: nounForms(f.Documents), conditions: split(f.Conditions),
		nouns: map[string]*Noun{}, modals: phrases("modal", f.Modals), judgements: phrases("judgement", f.Judgements),
		stance: newStances(f.Sides), words: map[Class]map[string]bool{},
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
