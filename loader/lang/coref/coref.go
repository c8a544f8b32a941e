// Package coref says which mentions of a parsed English text mean the same: "Sergei
// Lavrov", "the minister" and "he"; "NATO" and "the alliance".
//
// Resolve takes the words of a document with their tags and trees (Universal
// Dependencies, basic) and the names that an earlier stage has found, and gives entities,
// each a list of mentions. Its way:
//
//	tree and names -> mentions (mentions.go) -> what each tells by itself (known.go, item.go)
//	-> from left to right, each joins an entity or begins one (rank.go) -> entities
//
// The candidates of a mention are the entities that were mentioned lately, those that
// share a word with it (candidates.go), and a new one. A few rules decide what is nearly
// certain (rules.go); else a linear model scores each candidate by the features in
// features.go. This follows the mention rankers of Denis and Baldridge (2008) and of Durrett
// and Klein (2013), with entities as candidates in place of mentions. Pronouns of the first
// and second person in a quotation wait for the end of the paragraph, since who is quoted
// often stands behind. Only what language tells is used: that Moscow may stand for Russia
// is for others to say.
//
// Trees and names may be wrong in any way; mentions still lie within the document. Time
// and memory are linear in the words: a mention is compared to at most maxCandidates
// entities. Resolve keeps no state and is safe for concurrent use. Train makes the model,
// which lies in package models; package score measures.
package coref

// Word is a syntactic word with its tags and its place in the tree.
type Word struct {
	Form, Lemma string
	UPOS, XPOS  string // universal and Penn tag
	Rel         string // relation to the governing word, with subtype, such as "nsubj:pass"
	Head        int    // index in Document.Words of the governing word, -1 for a root
}

// Name is a proper name: words [First, End).
type Name struct {
	First, End int
	Kind       Kind
}

// Kind is what a mention or entity is.
type Kind string

// The kinds. Earlier stages need not be right about them: a kind is evidence like any other.
const (
	Unknown      Kind = ""
	Person       Kind = "person" // one or several
	Organization Kind = "organization"
	Place        Kind = "place"
	Event        Kind = "event"
	Date         Kind = "date"
	Other        Kind = "other"
)

// Document is a text as the parser left it.
type Document struct {
	Words      []Word
	Sentences  [][2]int // words [first, end), ascending, without overlap
	Paragraphs []int    // of each sentence, ascending; nil when unknown
	Names      []Name   // ascending, without overlap
	// Quoted gives the number of the outermost quotation that a word stands in, or -1. It
	// may be nil: then nothing is quoted.
	Quoted func(word int) int
	// Speakers says for each sentence who speaks, for transcripts and interviews. It may be
	// nil, and "" is nobody: then pronouns of the first and second person rest on
	// quotations and on the text alone.
	Speakers []string
}

// Form is how a mention refers.
type Form string

// The forms of a mention.
const (
	Named   Form = "name"    // its head is in a name: "Foreign Minister Sergei Lavrov"
	Nominal Form = "nominal" // "the minister", "his wife", "a company"
	Pronoun Form = "pronoun" // "he", "its", "themselves", "this"
)

// Number is the grammatical number of what is meant.
type Number string

// The numbers.
const (
	AnyNumber Number = ""
	Singular  Number = "singular"
	Plural    Number = "plural"
)

// Gender is the natural gender of a person, as far as the text tells it.
type Gender string

// The genders.
const (
	AnyGender Gender = ""
	Male      Gender = "male"
	Female    Gender = "female"
)

// Mention is a place in the text that means something.
type Mention struct {
	First, End         int // words [First, End): the noun phrase with all that describes it, but no apposition
	NameFirst, NameEnd int // words [NameFirst, NameEnd) of the name at its head; equal when Form is not Named
	Head               int // the head word
	Form               Form
	Kind               Kind // what the mention itself tells, as the next two
	Number             Number
	Gender             Gender
}

// Entity is what its mentions mean. An entity of one mention is something that the text
// mentions once, as far as Resolve can see.
type Entity struct {
	Mentions []Mention // in the order of their first words, the longer ones first
	Kind     Kind      // what the mentions tell together, as the next two
	Number   Number
	Gender   Gender
}
