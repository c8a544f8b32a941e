package syntax

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/lemma"
	"demarche/loader/lang/internal/nn"
	"demarche/loader/lang/models"
)

// Model is the network with its labels. It is immutable; any number of goroutines may share it.
type Model struct {
	xpos, upos, relations, names []string
	root                         int // of relations: "root"
	loose                        int // of relations: what a word gets that would be a second root
	vocabulary                   form.Vocabulary
	words, parts                 *nn.Table
	memories                     [layers][2]*nn.LSTM // forwards and backwards
	labels                       *nn.Dense           // of the first memory: Penn tags, universal tags, names
	arcs                         *nn.Dense           // of the last memory: names again, dependent, head, and what both add to the hidden layer of relations
	query, relation              *nn.Dense
	rootHead, rootLabel          []float32 // what a head is when it is the root
	units                        units
	lemmas                       *lemma.Lemmas
	pool                         sync.Pool
}

const layers = 2

// units are what a step of the activations stands for that go into a layer.
type units struct{ input, dependent, query, head, hidden float32 }

// Parts of a model file.
const (
	PartLabels, PartVocabulary, PartWords, PartParts = "labels", "vocabulary", "words", "parts"
	PartTags, PartArcs, PartQuery, PartRelation      = "tags", "arcs", "query", "relation"
	PartRoot, PartUnits, PartLemmas                  = "root", "units", "lemmas"
)

// PartMemory is the part of a memory, of a layer from 0 in a direction.
func PartMemory(layer int, backward bool) string {
	if backward {
		return fmt.Sprintf("memory %d backward", layer)
	}
	return fmt.Sprintf("memory %d forward", layer)
}

func (m *Model) stateWidth() int {
	last := m.memories[layers-1]
	return last[0].Width() + last[1].Width()
}

// load opens the embedded model once.
var load = sync.OnceValues(func() (*Model, error) { return Open(models.Syntax) })

// Load returns the embedded model, always the same one. Its weights are used where they lie.
func Load() (*Model, error) { return load() }

// Open reads a model file as package train writes it, and keeps the bytes.
func Open(file []byte) (*Model, error) {
	parts, err := nn.Split(file)
	if err != nil {
		return nil, fmt.Errorf("syntax: model: %w", err)
	}
	m := &Model{}
	for _, step := range []func(map[string][]byte) error{m.openLabels, m.openWords, m.openLayers, m.openNumbers} {
		if err := step(parts); err != nil {
			return nil, fmt.Errorf("syntax: model: %w; train it anew", err)
		}
	}
	m.pool.New = func() any { return &workspace{model: m} }
	return m, nil
}

func (m *Model) openLabels(parts map[string][]byte) error {
	lines := strings.Split(string(parts[PartLabels]), "\n")
	if len(lines) != 4 {
		return fmt.Errorf("%d lines of labels, want 4", len(lines))
	}
	for i, into := range []*[]string{&m.xpos, &m.upos, &m.relations, &m.names} {
		if *into = strings.Fields(lines[i]); len(*into) == 0 || len(*into) > 255 {
			return fmt.Errorf("%d labels in a line, want 1 to 255", len(*into))
		}
	}
	var err error
	if m.root, err = index(m.relations, "root"); err == nil {
		m.loose, err = index(m.relations, "parataxis")
	}
	return err
}

func index(names []string, name string) (int, error) {
	for i, candidate := range names {
		if candidate == name {
			return i, nil
		}
	}
	return 0, fmt.Errorf("it has no %q", name)
}

func (m *Model) openWords(parts map[string][]byte) (err error) {
	if m.words, err = nn.OpenTable(parts[PartWords]); err != nil {
		return err
	}
	if m.parts, err = nn.OpenTable(parts[PartParts]); err != nil {
		return err
	}
	if m.vocabulary, err = form.OpenVocabulary(parts[PartVocabulary], m.words.Rows-1); err != nil {
		return err
	}
	m.lemmas, err = lemma.Open(parts[PartLemmas])
	return err
}

func (m *Model) openLayers(parts map[string][]byte) (err error) {
	width := m.words.Cols + m.parts.Cols
	for layer := range layers {
		below := width
		width = 0
		for side := range 2 {
			if m.memories[layer][side], err = nn.OpenLSTM(parts[PartMemory(layer, side == 1)], below); err != nil {
				return fmt.Errorf("%s: %w", PartMemory(layer, side == 1), err)
			}
			width += m.memories[layer][side].Width()
		}
	}
	low := m.memories[0][0].Width() + m.memories[0][1].Width()
	if m.labels, err = nn.OpenDense(parts[PartTags], low, len(m.xpos)+len(m.upos)+len(m.names)); err != nil {
		return fmt.Errorf("tags: %w", err)
	}
	if m.query, err = nn.OpenDense(parts[PartQuery], 0, 0); err != nil {
		return fmt.Errorf("query: %w", err)
	}
	if m.relation, err = nn.OpenDense(parts[PartRelation], 0, len(m.relations)); err != nil {
		return fmt.Errorf("relation: %w", err)
	}
	if m.arcs, err = nn.OpenDense(parts[PartArcs], width, len(m.names)+2*m.query.In()+2*m.relation.In()); err != nil {
		return fmt.Errorf("arcs: %w", err)
	}
	if m.query.Cols() != m.query.In() {
		return errors.New("query is not square")
	}
	return nil
}

func (m *Model) openNumbers(parts map[string][]byte) error {
	root, err := nn.Floats(parts[PartRoot], m.query.In()+m.relation.In())
	if err != nil {
		return fmt.Errorf("root: %w", err)
	}
	m.rootHead, m.rootLabel = root[:m.query.In()], root[m.query.In():]
	numbers, err := nn.Floats(parts[PartUnits], 5)
	if err != nil {
		return fmt.Errorf("units: %w", err)
	}
	m.units = units{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]}
	return nil
}
