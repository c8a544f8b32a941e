package coref

import "slices"

// entity is a cluster of items with what they tell together. Its lists are bounded, so
// that a comparison takes bounded time.
type entity struct {
	items            []int      // ascending
	kinds            [7]int     // votes by kindOrder
	singular, plural int        // votes
	male, female     int        // votes
	forms            formSet    // by which it was mentioned
	speakers         [3]int     // numbers of who first called it I, you, we; -1 for nobody
	named            [][]string // the words of its names, each once
	heads            []description
	noun             *atom    // lemma of its last description
	titles           []string // nouns that stand before its names or describe it by grammar
	adjectives       []string // before its names
	proper           []string // names in its descriptions and titles
	initials         []string // what its acronym could be
}

// description is the head of a description and what modifies it.
type description struct {
	lemma     string
	modifiers []string
	owner     int // entity that it belongs to, or -1
}

var kindOrder = []Kind{Person, Organization, Place, Event, Date, Other, Unknown}

// formSet is a set of pronouns, as bits in the order of formOrder; nameForm is a bit beside them.
type formSet uint

var formOrder = []string{"he", "she", "it", "they", "I", "we", "you"}

const nameForm formSet = 1 << 10

func formOf(class string) formSet {
	if i := slices.Index(formOrder, class); i >= 0 {
		return 1 << i
	}
	return 0
}

// formsAtoms names the sets of pronouns.
var formsAtoms = func() []*atom {
	all := make([]*atom, 1<<len(formOrder))
	for set := range all {
		text := ""
		for i, name := range formOrder {
			if set>>i&1 == 1 {
				text += "+" + name
			}
		}
		if text == "" {
			text = "none"
		}
		all[set] = newAtom(text)
	}
	return all
}()

func newEntity() *entity { return &entity{speakers: [3]int{-1, -1, -1}} }

// add takes in an item, which belongs to another entity or to none (-1).
func (e *entity) add(i *item, owner int) {
	place, _ := slices.BinarySearch(e.items, i.at)
	e.items = slices.Insert(e.items, place, i.at)
	e.vote(i)
	collect(&e.proper, i.proper...)
	switch i.Form {
	case Pronoun:
		e.forms |= formOf(i.pronoun.class)
		if s := speakerSlot(i.pronoun.class); s >= 0 && e.speakers[s] < 0 {
			e.speakers[s] = i.speaker
		}
	case Nominal:
		e.noun = i.lemma
		if len(e.heads) < most {
			e.heads = append(e.heads, description{i.lemma.text, i.modifiers, owner})
		}
	case Named:
		e.forms |= nameForm
		if len(e.named) < most && !slices.ContainsFunc(e.named, func(words []string) bool { return slices.Equal(words, i.words) }) {
			e.named = append(e.named, i.words)
		}
		collect(&e.initials, i.initials...)
		collect(&e.titles, i.titles...)
		collect(&e.adjectives, i.modifiers...)
	}
}

// vote counts what an item tells; what a name is, it says more surely than a description.
func (e *entity) vote(i *item) {
	weight := 1
	if i.Form == Named {
		weight = 3
	}
	if k := slices.Index(kindOrder, i.Kind); k >= 0 && i.Kind != Unknown {
		e.kinds[k] += weight
	}
	switch {
	case i.Number == Plural:
		e.plural++
	case i.Number == Singular && (i.Kind != Organization || i.Form == Pronoun): // "the team ... they"
		e.singular++
	}
	switch i.Gender {
	case Male:
		e.male += weight
	case Female:
		e.female += weight
	}
}

// collect appends the words that a list does not have, while there is room.
func collect(list *[]string, words ...string) {
	for _, word := range words {
		if len(*list) < 2*most && !slices.Contains(*list, word) {
			*list = append(*list, word)
		}
	}
}

// speakerSlot is the place of a pronoun in entity.speakers, or -1.
func speakerSlot(class string) int {
	switch class {
	case "I":
		return 0
	case "you":
		return 1
	case "we":
		return 2
	}
	return -1
}

// before gives the place in items of the last one before an item, or of the first one behind it.
func (e *entity) before(at int) int {
	place, _ := slices.BinarySearch(e.items, at)
	return max(0, place-1)
}

// kind is what most votes say.
func (e *entity) kind() Kind {
	best := len(kindOrder) - 1
	for k, votes := range e.kinds {
		if votes > e.kinds[best] {
			best = k
		}
	}
	return kindOrder[best]
}

// kindAtom tells what is only called "it" from what is only called "they".
func (e *entity) kindAtom() *atom {
	kind := e.kind()
	if kind == Unknown && e.forms&formOf("it") != 0 {
		return thingAtom
	}
	return kindAtoms[kind]
}

func (e *entity) number() Number {
	switch {
	case e.plural > e.singular:
		return Plural
	case e.singular > 0:
		return Singular
	}
	return AnyNumber
}

func (e *entity) gender() Gender {
	switch {
	case e.male > e.female:
		return Male
	case e.female > e.male:
		return Female
	}
	return AnyGender
}
