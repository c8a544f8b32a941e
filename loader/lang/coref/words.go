package coref

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordsText string

// words is a list of words.txt.
type words map[string]bool

// lists holds all of them by name.
var lists = readLists(wordsText)

func readLists(text string) map[string]words {
	all := map[string]words{}
	var list words
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if name, ok := strings.CutPrefix(line, "["); ok {
			list = words{}
			all[strings.TrimSuffix(name, "]")] = list
			continue
		}
		for word := range strings.FieldsSeq(line) {
			list[word] = true
		}
	}
	return all
}

var (
	maleNouns, femaleNouns   = lists["male"], lists["female"]
	maleNames, femaleNames   = lists["given male"], lists["given female"]
	maleTitles, femaleTitles = lists["honorific male"], lists["honorific female"]
	titles                   = lists["honorific"] // that tell no gender
	titleWords               = lists["title words"]
	lesserWords              = lists["lesser"]
	bodies                   = lists["bodies"]
	organizationWords        = lists["name organization"] // in names
	placeWords               = lists["name place"]
	countryWords             = lists["name country"]
	dateWords                = lists["date"]
	speechVerbs              = lists["speech"]
)

// nounKinds are the lists for common nouns; a noun of several is of the first kind.
var nounKinds = []struct {
	words words
	kind  Kind
}{
	{lists["person"], Person},
	{lists["organization"], Organization},
	{lists["place"], Place},
	{lists["date"], Date},
	{lists["event"], Event},
}

// personSuffixes end nouns for persons: "machinist", "librarian".
var personSuffixes = []string{"ist", "ian", "eer", "man", "woman", "person", "grapher"}

// nounKind guesses what a common noun means from its lemma.
func nounKind(lemma string) Kind {
	if i := strings.LastIndexByte(lemma, '-'); i >= 0 && i+1 < len(lemma) {
		lemma = lemma[i+1:]
	}
	for _, list := range nounKinds {
		if list.words[lemma] {
			return list.kind
		}
	}
	for _, suffix := range personSuffixes {
		if len(lemma) > len(suffix)+2 && strings.HasSuffix(lemma, suffix) {
			return Person
		}
	}
	return Unknown
}

// isTitle reports whether a word stands before the name of a person.
func isTitle(lower string) bool { return titles[lower] || maleTitles[lower] || femaleTitles[lower] }

// pronoun is what a personal or demonstrative pronoun tells by itself.
type pronoun struct {
	class      string // the form that stands for all cases: "he" for "him" and "his"
	person     int    // grammatical: 1, 2, 3
	possessive bool
	reflexive  bool
}

// full is the class with its case.
func (p pronoun) full() string {
	switch {
	case p.possessive:
		return p.class + "-poss"
	case p.reflexive:
		return p.class + "-self"
	}
	return p.class
}

var pronouns = func() map[string]pronoun {
	all := map[string]pronoun{}
	add := func(class string, person int, plain, possessive, reflexive string) {
		for form := range strings.FieldsSeq(plain) {
			all[form] = pronoun{class: class, person: person}
		}
		for form := range strings.FieldsSeq(possessive) {
			all[form] = pronoun{class: class, person: person, possessive: true}
		}
		for form := range strings.FieldsSeq(reflexive) {
			all[form] = pronoun{class: class, person: person, reflexive: true}
		}
	}
	add("I", 1, "i me mine", "my", "myself")
	add("we", 1, "we us ours 's ’s", "our", "ourselves ourself") // "let's"
	add("you", 2, "you ya ye yours y'all thee thou", "your", "yourself yourselves")
	add("he", 3, "he him", "his", "himself")
	add("she", 3, "she hers", "her", "herself")
	add("it", 3, "it", "its", "itself")
	add("they", 3, "they them theirs 'em ’em em", "their", "themselves themself")
	add("this", 3, "this that these those", "", "")
	return all
}()
