package attribution

import (
	"fmt"
	"sync"

	"demarche/loader/lang/internal/nn"
	"demarche/loader/lang/models"
)

// Model is the network. It is immutable.
type Model struct {
	network
	hidden Groups // what it does not see
	pool   sync.Pool
}

// network is what a model file holds.
type network struct {
	parts      *nn.Table
	memories   [2]*nn.LSTM
	stateWidth int
	cue        *nn.Dense // labels of tokens: outside, begins a cue, inside
	key, query *nn.Dense // (Labels-1) parts each
	pairs      *nn.Table // of features, a column for each label
	unit       float32   // of activations that stand for parts
}

func newModel(n network, hidden Groups) *Model {
	m := &Model{network: n, hidden: hidden}
	m.pool.New = func() any { return &finder{model: m} }
	return m
}

// Parts of a model file.
const (
	PartParts, PartForward, PartBackward = "parts", "forward", "backward"
	PartCue, PartKey, PartQuery          = "cue", "key", "query"
	PartPairs, PartUnit                  = "pairs", "unit"
)

// Labels of tokens that may be part of a cue.
const (
	NoCue = iota
	CueBegin
	CueInside
	cueLabels
)

// load opens the embedded model once.
var load = sync.OnceValues(func() (*Model, error) { return Open(models.Attribution) })

// Load returns the embedded model, always the same one.
func Load() (*Model, error) { return load() }

// Open reads a model file as package train writes it, and keeps the bytes.
func Open(file []byte) (*Model, error) {
	parts, err := nn.Split(file)
	if err != nil {
		return nil, fmt.Errorf("attribution: model: %w", err)
	}
	var n network
	if err := n.open(parts); err != nil {
		return nil, fmt.Errorf("attribution: model: %w; train it anew", err)
	}
	return newModel(n, 0), nil
}

func (m *network) open(parts map[string][]byte) (err error) {
	if m.parts, err = nn.OpenTable(parts[PartParts]); err != nil {
		return err
	}
	if m.pairs, err = nn.OpenTable(parts[PartPairs]); err != nil {
		return err
	}
	if m.pairs.Cols != Labels {
		return fmt.Errorf("%d columns of features, want %d", m.pairs.Cols, Labels)
	}
	width := 0
	for side, name := range []string{PartForward, PartBackward} {
		if m.memories[side], err = nn.OpenLSTM(parts[name], 0); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		width += m.memories[side].Width()
	}
	m.stateWidth = m.memories[0].In() - m.parts.Cols
	if m.stateWidth < 0 || m.memories[1].In() != m.memories[0].In() {
		return fmt.Errorf("memories of %d and %d columns do not fit", m.memories[0].In(), m.memories[1].In())
	}
	if m.cue, err = nn.OpenDense(parts[PartCue], width, cueLabels); err != nil {
		return fmt.Errorf("%s: %w", PartCue, err)
	}
	if m.key, err = nn.OpenDense(parts[PartKey], width, 0); err != nil {
		return fmt.Errorf("%s: %w", PartKey, err)
	}
	if m.query, err = nn.OpenDense(parts[PartQuery], width, m.key.Cols()); err != nil {
		return fmt.Errorf("%s: %w", PartQuery, err)
	}
	if m.key.Cols()%(Labels-1) != 0 {
		return fmt.Errorf("keys of %d columns, want a multiple of %d", m.key.Cols(), Labels-1)
	}
	unit, err := nn.Floats(parts[PartUnit], 1)
	if err != nil {
		return fmt.Errorf("%s: %w", PartUnit, err)
	}
	m.unit = unit[0]
	return nil
}
