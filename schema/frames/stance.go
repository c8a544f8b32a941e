package frames

import (
	"strings"
)

// Sides is the words that take a side; stance.yaml says what each list is.
type Sides struct {
	Support     []string `yaml:"support"`
	Oppose      []string `yaml:"oppose"`
	Charging    []string `yaml:"charging"`
	Deniable    []string `yaml:"deniable"`
	Supporting  []string `yaml:"supporting"`
	Opposing    []string `yaml:"opposing"`
	InFavour    []string `yaml:"in_favour"`
	Against     []string `yaml:"against"`
	Good        []string `yaml:"good"`
	Right       []string `yaml:"right"`
	Wrong       []string `yaml:"wrong"`
	Harming     []string `yaml:"harming"`
	Ending      []string `yaml:"ending"`
	EndingNouns []string `yaml:"ending_nouns"`
	Upholding   []string `yaml:"upholding"`
	Doing       []string `yaml:"doing"`
	Slight      []string `yaml:"slight"`
}

type sideList struct {
	key   string
	words *[]string
}

// lists are the lists with their keys.
func (s *Sides) lists() []sideList {
	return []sideList{
		{"support", &s.Support}, {"oppose", &s.Oppose}, {"charging", &s.Charging}, {"deniable", &s.Deniable}, {"supporting", &s.Supporting},
		{"opposing", &s.Opposing}, {"in_favour", &s.InFavour}, {"against", &s.Against}, {"good", &s.Good}, {"right", &s.Right}, {"wrong", &s.Wrong},
		{"harming", &s.Harming}, {"ending", &s.Ending}, {"ending_nouns", &s.EndingNouns}, {"upholding", &s.Upholding}, {"doing", &s.Doing}, {"slight", &s.Slight},
	}
}

// add adds what another file has.
func (s *Sides) add(other Sides) {
	more := other.lists()
	for i, list := range s.lists() {
		*list.words = append(*list.words, *more[i].words...)
	}
}

// stances is stance.yaml, indexed.
type stances struct {
	support, oppose map[string][]*Verb
	deniable        map[string][]*Verb
	charging        map[string]bool
	nouns           map[string][]Side // by the noun, in any form
	adjectives      []sidePhrase
	good            map[string]bool
	judging         map[string]string // adjective or noun -> stance of who judges so
	harming         map[string]bool
	ending          map[string][][]string // first word, in any form -> the words behind it
	endings         map[string]bool
	upholding       map[string][]*Verb
	doing           map[string]bool
	slight          map[string]bool
}

// Side is the side that a noun with a preposition takes.
type Side struct {
	Preposition string
	Stance      string // "support" or "oppose"
}

type sidePhrase struct {
	words  []string
	stance string
}

// The stances.
const (
	support = "support"
	oppose  = "oppose"
)

func newStances(f Sides) stances {
	s := stances{
		support: indexVerbs(bare(f.Support)), oppose: indexVerbs(bare(f.Oppose)), deniable: indexVerbs(bare(f.Deniable)),
		charging: verbSet(f.Charging), good: set(f.Good), harming: verbSet(f.Harming), upholding: indexVerbs(bare(f.Upholding)), doing: verbSet(f.Doing), endings: nounForms(f.EndingNouns), slight: nounForms(f.Slight),
		nouns: map[string][]Side{}, judging: map[string]string{}, ending: map[string][][]string{},
	}
	for stance, list := range map[string][]string{support: f.Supporting, oppose: f.Opposing} {
		for _, entry := range list {
			noun, preposition, _ := strings.Cut(entry, " ")
			for _, form := range []string{noun, plural(noun)} {
				s.nouns[form] = append(s.nouns[form], Side{preposition, stance})
			}
		}
	}
	for _, phrase := range f.InFavour {
		s.adjectives = append(s.adjectives, sidePhrase{strings.Fields(phrase), support})
	}
	for _, phrase := range f.Against {
		s.adjectives = append(s.adjectives, sidePhrase{strings.Fields(phrase), oppose})
	}
	for stance, list := range map[string][]string{support: f.Right, oppose: f.Wrong} {
		for _, word := range list {
			s.judging[word] = stance
		}
	}
	for _, entry := range f.Ending {
		words := strings.Fields(entry)
		for _, form := range Forms(words[0]) {
			s.ending[form] = append(s.ending[form], words[1:])
		}
	}
	return s
}

// Stance returns "support" or "oppose" for a verb that takes a side, and how
// many words it has.
func (s *Set) Stance(words []string) (string, int) {
	_, n := longest(s.stance.support, words)
	if _, m := longest(s.stance.oppose, words); m > n {
		return oppose, m
	}
	if n > 0 {
		return support, n
	}
	return "", 0
}

// Deniable reports whether the words begin with a verb that takes the other
// side when it is denied.
func (s *Set) Deniable(words []string) bool {
	_, n := longest(s.stance.deniable, words)
	return n > 0
}

// Charging reports whether a verb is against what stands behind "of" or "for".
func (s *Set) Charging(verb string) bool { return s.stance.charging[verb] }

// StanceNoun returns the sides that a noun takes, by its prepositions.
func (s *Set) StanceNoun(noun string) []Side { return s.stance.nouns[noun] }

// StancePhrase returns the side that a phrase takes with which the words begin,
// such as "in favour of", and how many words it has.
func (s *Set) StancePhrase(words []string) (string, int) {
	stance, n := "", 0
	for _, phrase := range s.stance.adjectives {
		if len(phrase.words) > n && hasPrefix(words, phrase.words) {
			stance, n = phrase.stance, len(phrase.words)
		}
	}
	return stance, n
}

// Good reports whether an adjective judges its subject well.
func (s *Set) Good(adjective string) bool { return s.stance.good[adjective] }

// Judging returns the stance of who calls something by the word, or "".
func (s *Set) Judging(word string) string { return s.stance.judging[word] }

// Harming reports whether the verb says that its subject does harm.
func (s *Set) Harming(verb string) bool { return s.stance.harming[verb] }

// EndingNoun reports whether a noun is the end of something.
func (s *Set) EndingNoun(noun string) bool { return s.stance.endings[noun] }

// Ending returns how many of the words are a verb that ends something; 0 for
// none.
func (s *Set) Ending(words ...string) int {
	n := 0
	if len(words) == 0 {
		return 0
	}
	for _, rest := range s.stance.ending[words[0]] {
		if 1+len(rest) > n && hasPrefix(words[1:], rest) {
			n = 1 + len(rest)
		}
	}
	return n
}

// Upholding reports whether the words begin with a verb that makes something, or
// keeps it.
func (s *Set) Upholding(words []string) bool {
	_, n := longest(s.stance.upholding, words)
	return n > 0
}

// Doing reports whether the verb does something to a thing that one can be for
// or against.
func (s *Set) Doing(verb string) bool { return s.stance.doing[verb] }

// Slight reports whether a noun says too little to be supported or opposed.
func (s *Set) Slight(noun string) bool { return s.stance.slight[noun] }
