// Package confidence says how probable it is that a record of an extraction is right.
//
// A record has signs, which are named numbers: 1 for what is so of it ("by pronoun"), or a measure ("length"). Each kind of record has a
// logistic model over its signs, and a bar: the probability from which the records of the kind were nearly all right on annotated articles, or
// Never.
// The weights are data (weights.txt; its card, weights.md, has their origin and scores), read once. A Model is immutable and safe for
// concurrent use. Learn and CrossValidate make weights from examples; they are deterministic.
package confidence

import (
	_ "embed"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Kind is a kind of record that has a model of its own.
type Kind string

// The kinds.
const (
	Statement Kind = "statement"
	Demand    Kind = "demand"
	Event     Kind = "event"
	Position  Kind = "position"
	Role      Kind = "role"
	Person    Kind = "person"
)

// Kinds lists the kinds.
func Kinds() []Kind { return []Kind{Statement, Demand, Event, Position, Role, Person} }

// Sign is something that tells right records from wrong ones.
type Sign struct {
	Name  string
	Value float64
}

// Weights are what is learned of a kind. A sign without weight counts for nothing.
type Weights struct {
	Bias float64
	Of   map[string]float64 // by the names of signs
	Bar  float64            // from this confidence on, records are precise
}

// Never is the bar of a kind of which no records are precise.
const Never = 1

// Model is the weights of every kind.
type Model struct{ kinds map[Kind]Weights }

// New makes a model of weights, which must not be changed afterwards.
func New(kinds map[Kind]Weights) *Model { return &Model{kinds} }

//go:embed weights.txt
var shipped string

// embedded is the model of the program. That it cannot be read is a mistake in the program, which a test finds.
var embedded = sync.OnceValue(func() *Model {
	m, err := Open(shipped)
	if err != nil {
		panic("confidence: the model in the program cannot be read: " + err.Error())
	}
	return m
})

// Load returns the model of the program, always the same one.
func Load() *Model { return embedded() }

// Of is the probability that a record is right, above 0, below 1 and with two digits, so that what is stored is what is compared.
func (m *Model) Of(kind Kind, signs []Sign) float64 { return m.kinds[kind].Probability(signs) }

// Precise reports whether a record with a confidence is among those that were nearly all right.
func (m *Model) Precise(kind Kind, confidence float64) bool { return confidence >= m.kinds[kind].Bar }

// Weights returns the weights of a kind.
func (m *Model) Weights(kind Kind) Weights { return m.kinds[kind] }

// Probability is Model.Of for one kind.
func (w Weights) Probability(signs []Sign) float64 {
	sum := w.Bias
	for _, s := range signs {
		sum += float64(w.Of[s.Name] * s.Value) // the conversion keeps processors from joining the steps
	}
	return Round(Logistic(sum))
}

// Logistic is the probability with the given logarithm of odds.
func Logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Logit is the logarithm of the odds of a probability; those nearest to 0 and 1 are taken for a thousandth and its complement.
func Logit(p float64) float64 {
	p = min(max(p, 0.001), 0.999)
	return math.Log(p / (1 - p))
}

// Round keeps two digits of a probability, and keeps it from 0 and 1.
func Round(p float64) float64 { return min(max(math.Round(100*p), 1), 99) / 100 }

// A file of weights is text. A line in brackets names a kind; each line behind it has a number, a tabulator and the name of a sign. The
// names "bar" and "bias" are taken:
//
//	confidence 1
//	[demand]
//	0.91	bar
//	0.318	bias
//	-0.204	by pronoun
const header = "confidence 1" // the number grows when the meaning of signs changes

// Open reads a file of weights as Write makes it.
func Open(file string) (*Model, error) {
	first, rest, _ := strings.Cut(file, "\n")
	if first != header {
		return nil, fmt.Errorf("it begins with %.20q, want %q", first, header)
	}
	kinds := map[Kind]Weights{}
	kind := Kind("")
	number := 1
	for line := range strings.Lines(rest) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "["); ok && strings.HasSuffix(name, "]") {
			kind = Kind(strings.TrimSuffix(name, "]"))
			kinds[kind] = Weights{Of: map[string]float64{}}
			continue
		}
		text, name, ok := strings.Cut(line, "\t")
		value, err := strconv.ParseFloat(text, 64)
		if !ok || err != nil || kind == "" || math.IsNaN(value) || math.IsInf(value, 0) {
			return nil, fmt.Errorf("line %d: %.40q is not a number, a tabulator and a sign of a kind", number, line)
		}
		w := kinds[kind]
		switch name {
		case "bar":
			w.Bar = value
		case "bias":
			w.Bias = value
		default:
			w.Of[name] = value
		}
		kinds[kind] = w
	}
	for _, kind := range Kinds() {
		if _, ok := kinds[kind]; !ok {
			return nil, fmt.Errorf("it has nothing for the kind %s", kind)
		}
	}
	return New(kinds), nil
}

// String writes the model as a file that Open reads.
func (m *Model) String() string {
	var file strings.Builder
	file.WriteString(header + "\n")
	for _, kind := range Kinds() {
		w := m.kinds[kind]
		fmt.Fprintf(&file, "[%s]\n%.2f\tbar\n%.3f\tbias\n", kind, w.Bar, w.Bias)
		for _, name := range slices.Sorted(maps.Keys(w.Of)) {
			fmt.Fprintf(&file, "%.3f\t%s\n", w.Of[name], name)
		}
	}
	return file.String()
}
