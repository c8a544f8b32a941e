package syntax

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"demarche/loader/lang/internal/linear"
	"demarche/loader/lang/models"
)

// load opens the embedded model once.
var load = sync.OnceValues(func() (*Model, error) { return Open(models.Syntax) })

// Load returns the embedded model, always the same one. Nothing is decoded: it takes
// microseconds, and memory for the parts of the model that sentences touch.
func Load() (*Model, error) { return load() }

// Open reads a model file as Train returns it and keeps the bytes.
func Open(file []byte) (*Model, error) {
	parts, err := splitParts(file)
	if err != nil {
		return nil, err
	}
	names := strings.Split(string(parts[partNames]), "\n")
	if len(names) != 4 {
		return nil, errors.New("syntax: model without names of tags and relations; train it anew")
	}
	m := &Model{xpos: strings.Fields(names[0]), upos: strings.Fields(names[1]), relations: strings.Fields(names[2])}
	for _, table := range []struct {
		part    string
		into    *scorer
		classes int
	}{
		{partFirst, &m.first, len(m.xpos)}, {partSecond, &m.second, len(m.xpos)}, {partUniversal, &m.universal, len(m.upos)},
		{partTransition, &m.transition, actions}, {partEarly, &m.early, len(m.relations)}, {partLate, &m.late, len(m.relations)},
	} {
		opened, err := linear.Open(parts[table.part])
		if err != nil {
			return nil, fmt.Errorf("syntax: part %s of the model: %w", table.part, err)
		}
		if opened.Classes() != table.classes {
			return nil, fmt.Errorf("syntax: part %s of the model has %d classes, want %d; train it anew", table.part, opened.Classes(), table.classes)
		}
		*table.into = opened
	}
	if m.lexicon, err = openLexicon(parts[partLexicon]); err != nil {
		return nil, fmt.Errorf("syntax: model: %w", err)
	}
	if m.lemmas, err = openLemmas(parts[partLemmas], strings.Split(names[3], " ")); err != nil {
		return nil, fmt.Errorf("syntax: model: %w", err)
	}
	if m.rootRelation, err = index(m.relations, "root"); err != nil {
		return nil, err
	}
	if m.looseRelation, err = index(m.relations, "parataxis"); err != nil {
		return nil, err
	}
	m.pool.New = func() any { return new(workspace) }
	return m, nil
}
