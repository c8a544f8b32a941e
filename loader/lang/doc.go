// Package lang turns a text into a Doc: quotations, sentences, words with tags, lemmas and a dependency tree, and
// names. Doc.Entities tells which words mean the same.
//
// The text is never altered, and every piece knows its place: for any token,
// sentence or quotation x of a Doc d, x.Of(d.Text) is what it says (offsets are bytes, half-open).
// A Doc is immutable once Parse returns and is safe to share between
// goroutines. The language is English.
//
// Parse shows the route of a text. Time and memory are linear in its length: a sentence of more than
// syntax.MaxWords words is parsed in stretches.
package lang

import (
	"sort"
	"strings"

	"demarche/internal/span"
)

// Token is a word or a mark of punctuation. What is written as one may be several: "don't" is do and
// n't, "Russia's" is Russia and 's; "long-term" is three.
type Token struct {
	span.Span
	Lower  string // the token's text in lower case
	Lemma  string // its base form: "say" for "said"
	Tag    string // Penn Treebank tag; "``" and "''" for quotation marks
	UPOS   string // tag of Universal Dependencies
	Rel    string // relation to the head, of Universal Dependencies with subtype: "nsubj:pass"; "root" without head
	Head   int    // the token that governs it, in the same sentence; -1 for the root of the sentence
	Joined bool   // whether it is written as one with the token before: n't in "don't"
}

// Sentence is a run of tokens.
type Sentence struct {
	span.Span
	First, End int // tokens [First, End)
	Block      int // index of the block of text it stands in
}

// Quote is a passage in quotation marks.
type Quote struct {
	span.Span           // with the marks
	Inner     span.Span // without them
	Level     int       // 0, or how many quotations it stands in
	Continued bool      // whether it has no closing mark because the next paragraph goes on
}

// Phrase is a base noun phrase: determiner to head, with a possessor in front
// ("NATO's further expansion") but nothing behind the head.
type Phrase struct {
	First int // token
	Head  int // the token of the noun or pronoun
}

// Doc is a parsed text.
type Doc struct {
	Text      string
	Blocks    []span.Span
	Quotes    []Quote // ascending by Begin; inner ones behind the outer
	Sentences []Sentence
	Tokens    []Token
	Names     []Name // ascending, without overlap

	tree       tree
	states     []uint8 // stateWidth for each token
	stateWidth int
	sentenceOf []int32 // token -> sentence
}

// Word returns the text of a token.
func (d *Doc) Word(token int) string { return d.Tokens[token].Of(d.Text) }

// State is what the network that parsed the text knows of a token in its sentence: activations around nn.Zero, for networks that
// go on from there. It must not be changed.
func (d *Doc) State(token int) []uint8 { return d.states[token*d.stateWidth : (token+1)*d.stateWidth] }

// Words returns the span of the tokens [first, end), without the white space around them.
func (d *Doc) Words(first, end int) span.Span {
	return span.Span{Begin: d.Tokens[first].Begin, End: d.Tokens[end-1].End}
}

// SentenceOf returns the index of the sentence that a token stands in.
func (d *Doc) SentenceOf(token int) int { return int(d.sentenceOf[token]) }

// TokenAt returns the first token that ends behind the byte offset; the number
// of tokens when there is none.
func (d *Doc) TokenAt(offset int) int {
	low, high := 0, len(d.Tokens)
	for low < high {
		middle := (low + high) / 2
		if d.Tokens[middle].End > offset {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// Within returns the tokens [first, end) that lie wholly in the span.
func (d *Doc) Within(s span.Span) (first, end int) {
	first = d.TokenAt(s.Begin)
	if first < len(d.Tokens) && d.Tokens[first].Begin < s.Begin {
		first++
	}
	for end = first; end < len(d.Tokens) && d.Tokens[end].End <= s.End; end++ {
	}
	return first, end
}

// QuoteAt returns the index of the outermost quotation that holds the byte
// offset between its marks, or -1.
func (d *Doc) QuoteAt(offset int) int {
	i := sort.Search(len(d.Quotes), func(i int) bool { return d.Quotes[i].Begin > offset }) - 1
	for i >= 0 && d.Quotes[i].Level > 0 {
		i--
	}
	if i >= 0 && d.Quotes[i].Inner.Begin <= offset && offset < d.Quotes[i].Inner.End {
		return i
	}
	return -1
}

// IsPunct reports whether the token is a mark of punctuation.
func (t Token) IsPunct() bool {
	return t.Tag != "" && !('A' <= t.Tag[0] && t.Tag[0] <= 'Z') && t.Tag != "$" && t.Tag != "#"
}

// IsNoun reports whether the token is a common or proper noun.
func (t Token) IsNoun() bool { return strings.HasPrefix(t.Tag, "NN") }

// IsName reports whether the token is a proper noun.
func (t Token) IsName() bool { return strings.HasPrefix(t.Tag, "NNP") }
