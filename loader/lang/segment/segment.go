package segment

import (
	"fmt"
	"strings"
	"sync"

	"demarche/loader/lang/internal/atom"
	"demarche/loader/lang/internal/nn"
	"demarche/loader/lang/models"
)

// Word is text[Begin:End]. Joined says that it is one token with the word before it: n't in "don't".
type Word struct {
	Begin, End int
	Joined     bool
}

// What an atom begins.
const (
	Nothing = iota // it goes on with the word before
	Joined         // a word that is one token with the word before
	Token
	Sentence
	outcomes
)

// Model is the network. It is immutable; any number of goroutines may share it.
type Model struct {
	parts    *nn.Table
	memories [2]*nn.LSTM
	decide   *nn.Dense
	unit     float32
	merged   atom.Merged
	pool     sync.Pool
}

// Parts of a model file.
const (
	PartParts, PartForward, PartBackward, PartDecide = "parts", "forward", "backward", "decide"
	PartUnit, PartMerged                             = "unit", "merged"
)

// load opens the embedded model once.
var load = sync.OnceValues(func() (*Model, error) { return Open(models.Segment) })

// Load returns the embedded model, always the same one.
func Load() (*Model, error) { return load() }

// Open reads a model file as package train writes it, and keeps the bytes.
func Open(file []byte) (*Model, error) {
	parts, err := nn.Split(file)
	if err != nil {
		return nil, fmt.Errorf("segment: model: %w", err)
	}
	m := &Model{}
	if err := m.open(parts); err != nil {
		return nil, fmt.Errorf("segment: model: %w; train it anew", err)
	}
	m.pool.New = func() any { return &splitter{model: m} }
	return m, nil
}

func (m *Model) open(parts map[string][]byte) (err error) {
	if m.parts, err = nn.OpenTable(parts[PartParts]); err != nil {
		return err
	}
	width := 0
	for side, name := range []string{PartForward, PartBackward} {
		if m.memories[side], err = nn.OpenLSTM(parts[name], m.parts.Cols); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		width += m.memories[side].Width()
	}
	if m.decide, err = nn.OpenDense(parts[PartDecide], width, outcomes); err != nil {
		return fmt.Errorf("%s: %w", PartDecide, err)
	}
	unit, err := nn.Floats(parts[PartUnit], 1)
	if err != nil {
		return fmt.Errorf("%s: %w", PartUnit, err)
	}
	m.unit = unit[0]
	m.merged, err = ParseMerged(string(parts[PartMerged]))
	return err
}

// ParseMerged reads lines of a merged word and the place where its second word begins.
func ParseMerged(text string) (atom.Merged, error) {
	merged := atom.Merged{}
	for line := range strings.Lines(text) {
		var word string
		var second int
		if _, err := fmt.Sscan(line, &word, &second); err != nil || second < 1 || second >= len(word) {
			return nil, fmt.Errorf("merged word %q", strings.TrimSpace(line))
		}
		merged[word] = second
	}
	return merged, nil
}
