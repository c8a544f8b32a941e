package frames

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"demarche/internal/strict"
)

//go:embed demand.yaml document.yaml event.yaml stance.yaml words.yaml
var shipped embed.FS

// Files returns the frames that the program comes with, for Load.
func Files() fs.FS { return shipped }

// Default returns the frames of Files. They are loaded once, at the first call.
var Default = sync.OnceValues(func() (*Set, error) { return Load(Files()) })

// Load reads every .yaml file of the file systems, at their roots, and returns
// the frames of all together: where two have an entry for the same words, the
// later one counts. An entry of a verb or noun that takes nothing is never
// found. The error names every mistake, with its file.
func Load(systems ...fs.FS) (*Set, error) {
	all := file{Words: map[Class][]string{}}
	var mistakes []error
	for _, system := range systems {
		names, err := fs.Glob(system, "*.yaml")
		mistakes = append(mistakes, err)
		for _, name := range names {
			one, err := read(system, name)
			mistakes = append(mistakes, err)
			all.add(one)
		}
	}
	if err := errors.Join(mistakes...); err != nil {
		return nil, fmt.Errorf("reading the frames: %w", err)
	}
	return newSet(all), nil
}

func read(system fs.FS, name string) (file, error) {
	var f file
	data, err := fs.ReadFile(system, name)
	if err != nil {
		return file{}, err
	}
	if err := strict.Unmarshal(name, data, &f); err != nil {
		return file{}, err
	}
	return f, f.check(name)
}

// file is the format of a file.
type file struct {
	Verbs      []Verb             `yaml:"verbs"`
	Modals     []Phrase           `yaml:"modals"`
	Nouns      []Noun             `yaml:"nouns"`
	Judgements []Phrase           `yaml:"judgements"`
	Conditions []string           `yaml:"conditions"`
	Documents  []string           `yaml:"documents"`
	Sides      Sides              `yaml:"sides"`
	Types      []EventType        `yaml:"types"`
	Words      map[Class][]string `yaml:"words"`
}

// add adds what another file has. An entry takes the place of one with the same words.
func (f *file) add(other file) {
	f.Verbs = merge(f.Verbs, other.Verbs, func(v Verb) string { return v.Verb.string })
	f.Nouns = merge(f.Nouns, other.Nouns, func(n Noun) string { return n.Noun.string })
	f.Modals = merge(f.Modals, other.Modals, func(p Phrase) string { return p.Words.string })
	f.Judgements = merge(f.Judgements, other.Judgements, func(p Phrase) string { return p.Words.string })
	f.Conditions = append(f.Conditions, other.Conditions...)
	f.Documents = append(f.Documents, other.Documents...)
	f.Sides.add(other.Sides)
	f.Types = append(f.Types, other.Types...)
	for class, words := range other.Words {
		f.Words[class] = append(f.Words[class], words...)
	}
}

func merge[E any](entries, more []E, words func(E) string) []E {
	for _, entry := range more {
		same := func(other E) bool { return words(other) == words(entry) }
		if i := slices.IndexFunc(entries, same); i >= 0 {
			entries[i] = entry
		} else {
			entries = append(entries, entry)
		}
	}
	return entries
}
