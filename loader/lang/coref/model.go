package coref

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"demarche/loader/lang/models"
)

// A model file is text. After the first line, a line in brackets says what the lines
// behind it hold: "[noun person]" nouns that mean persons, "[join third: class e-kind]"
// the values of a template, a tabulator and the weight of the feature:
//
//	coref 1
//	[noun person]
//	astronomer
//	[join third: class e-kind]
//	he person	0.53
const modelHeader = "coref 1" // the number grows when the meaning of features changes

// model holds the weights of features and the nouns whose kind was learned. It is immutable.
type model struct {
	keys    []uint64 // a hash table whose size is a power of two; 0 is an empty place
	weights []float32
	nouns   map[string]Kind
}

// embedded is the model in the program. That it cannot be read is a mistake in the
// program, which a test finds.
var embedded = sync.OnceValue(func() *model {
	m, err := openModel(models.Coref)
	if err != nil {
		panic("coref: the model in the program cannot be read: " + err.Error())
	}
	return m
})

// Open reads a model that Train has made and returns what Resolve does with it.
func Open(file []byte) (func(*Document) []Entity, error) {
	m, err := openModel(string(file))
	if err != nil {
		return nil, fmt.Errorf("coref: reading a model: %w", err)
	}
	return func(d *Document) []Entity { return resolve(d, m).result() }, nil
}

func openModel(file string) (*model, error) {
	header, rest, _ := strings.Cut(file, "\n")
	if header != modelHeader {
		return nil, fmt.Errorf("it begins with %.20q, want %q", header, modelHeader)
	}
	size := 2
	for size < 2*strings.Count(file, "\n") {
		size *= 2
	}
	m := &model{keys: make([]uint64, size), weights: make([]float32, size), nouns: map[string]Kind{}}
	templates := map[string]*template{}
	for _, table := range [][groups][]template{joins, begins} {
		for _, group := range table {
			for t := range group {
				templates[group[t].name] = &group[t]
			}
		}
	}
	number := 1
	section := ""
	for line := range strings.Lines(rest) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "["); ok && strings.HasSuffix(line, "]") {
			section = strings.TrimSuffix(name, "]")
			continue
		}
		if err := m.read(section, line, templates[section]); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	return m, nil
}

// read takes in a line of a section.
func (m *model) read(section, line string, t *template) error {
	if kind, ok := strings.CutPrefix(section, "noun "); ok {
		m.nouns[line] = Kind(kind)
		return nil
	}
	texts, number, _ := strings.Cut(line, "\t")
	weight, err := strconv.ParseFloat(number, 32)
	fields := strings.Fields(texts)
	if t == nil || err != nil || len(fields) != len(t.slots) {
		return fmt.Errorf("%.40q is no feature of %q", line, section)
	}
	hash := t.hash
	for _, field := range fields {
		hash = mix(hash, newAtom(field).hash)
	}
	at := m.find(hash)
	m.keys[at], m.weights[at] = hash, float32(weight)
	return nil
}

// find is the place of a feature, or the empty one where it would be.
func (m *model) find(feature uint64) int {
	at := feature & uint64(len(m.keys)-1)
	for m.keys[at] != feature && m.keys[at] != 0 {
		at = (at + 1) & uint64(len(m.keys)-1)
	}
	return int(at)
}

// weight is 0 for features that the model does not have.
func (m *model) weight(feature uint64) float32 { return m.weights[m.find(feature)] }
