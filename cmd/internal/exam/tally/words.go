package tally

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"demarche/internal/span"
)

// passage is a piece of text in Unicode code points, half-open. Begin is negative where only the text is known.
type passage struct {
	begin, end int
	text       string
}

// passages are the pieces of one field, prepared for comparison. The zero value has none.
type passages struct {
	list     []passage
	bag      []string    // the words without case, sorted
	places   []span.Span // where the words stand, ascending and each once
	unplaced bool        // some piece came without its place
}

func newPassages(list []passage) passages {
	p := passages{list: list}
	for _, one := range list {
		p.unplaced = p.unplaced || one.begin < 0
		for bytes, points := range words(one.text) {
			p.bag = append(p.bag, fold(bytes.Of(one.text)))
			p.places = append(p.places, span.Span{Begin: one.begin + points.Begin, End: one.begin + points.End})
		}
	}
	slices.Sort(p.bag)
	p.places = set(p.places)
	return p
}

// set sorts places, and leaves each once.
func set(places []span.Span) []span.Span {
	slices.SortFunc(places, byPlace)
	return slices.Compact(places)
}

func byPlace(a, b span.Span) int {
	return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.End, b.End))
}

// dice is how much of two fields is the same words at the same place, 2|A and B| / (|A| + |B|). Without the places of
// one side, the bags of words are compared.
func (p passages) dice(other passages) float64 {
	common, all := shared(p.places, other.places, byPlace), len(p.places)+len(other.places)
	if p.unplaced || other.unplaced {
		common, all = shared(p.bag, other.bag, strings.Compare), len(p.bag)+len(other.bag)
	}
	if all == 0 {
		return 0
	}
	return float64(2*common) / float64(all)
}

// String joins the pieces as one line, in lower case.
func (p passages) String() string {
	var all []string
	for _, one := range p.list {
		all = append(all, strings.Fields(strings.ToLower(one.text))...)
	}
	return strings.Join(all, " ")
}

// shared counts what two ascending lists have in common; what stands in both several times counts as often.
func shared[T any](one, other []T, compare func(T, T) int) int {
	n := 0
	for len(one) > 0 && len(other) > 0 {
		switch order := compare(one[0], other[0]); {
		case order < 0:
			one = one[1:]
		case order > 0:
			other = other[1:]
		default:
			n, one, other = n+1, one[1:], other[1:]
		}
	}
	return n
}

// isWord tells whether a word may have the rune: letters, digits, and the low line.
func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// words yields the words of a text: where they stand in bytes, and in code points.
func words(text string) iter.Seq2[span.Span, span.Span] {
	return func(yield func(bytes, points span.Span) bool) {
		var bytes, points span.Span
		inside, point := false, 0
		for at, r := range text {
			switch word := isWord(r); {
			case word && !inside:
				bytes.Begin, points.Begin, inside = at, point, true
			case !word && inside:
				bytes.End, points.End, inside = at, point, false
				if !yield(bytes, points) {
					return
				}
			}
			point++
		}
		if inside {
			bytes.End, points.End = len(text), point
			yield(bytes, points)
		}
	}
}

// letters spells those that Unicode does not decompose; they are lower case.
var letters = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "æ", "ae", "œ", "oe", "ı", "i", "þ", "th")

// silent are the marks inside of a word: "U.S." is "US", "Xi'an" is "Xian".
var silent = strings.NewReplacer(".", "", "'", "", "’", "", "`", "")

// nameKey is a name in the form in which names are compared: without case, diacritics, punctuation and a leading "the".
func nameKey(name string) string {
	var b strings.Builder
	for folded := norm.NFKD.String(letters.Replace(fold(name))); folded != ""; {
		letter := norm.NFKD.PropertiesString(folded)
		if letter.CCC() == 0 { // no diacritic
			b.WriteString(folded[:letter.Size()])
		}
		folded = folded[letter.Size():]
	}
	words := strings.FieldsFunc(silent.Replace(b.String()), func(r rune) bool { return r == '_' || !isWord(r) })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// nameKeys is the keys of names, ascending and each once; names without a letter have none.
func nameKeys(names []string) []string {
	var keys []string
	for _, name := range names {
		if key := nameKey(name); key != "" {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// fold removes the case of all letters: "Straße" is "strasse".
func fold(text string) string { return cases.Fold().String(text) }
