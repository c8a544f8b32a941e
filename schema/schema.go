// Package schema is what the project knows of the world before it reads an
// article: the vocabulary of the graph (classes and predicates), and the
// catalogue of actors with their names and the offices that they held.
//
// Both are data: vocabulary.yaml, actors/**.yaml, institutions.yaml (what
// every country has), titles.yaml (the offices of the news and their names)
// and ambiguous.yaml (names that mean several actors). They are embedded,
// read strictly and checked against each other; a mistake is an error with
// file and line.
//
// A Catalogue never changes once it is loaded. All its methods are safe for
// concurrent use; what they return is shared and must not be changed.
package schema

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"
)

//go:generate go run ./internal/gencountries -o actors/countries.yaml

//go:embed all:actors
var shipped embed.FS

//go:embed institutions.yaml
var institutionsYAML []byte

//go:embed titles.yaml
var titlesYAML []byte

//go:embed ambiguous.yaml
var ambiguousYAML []byte

// Files returns the actors that the program comes with, for Load.
func Files() fs.FS { return shipped }

// Default returns the catalogue of Files. It is loaded once, at the first call.
func Default() (*Catalogue, error) { return defaults() }

var defaults = sync.OnceValues(func() (*Catalogue, error) { return Load(Files()) })

// Load reads every .yaml file of the file systems, at any depth, and returns
// the catalogue of all their actors together. The error names every mistake:
// an unknown key, a duplicate id, a reference to an actor that does not exist.
func Load(systems ...fs.FS) (*Catalogue, error) {
	var actors []Actor
	var mistakes []error
	for _, system := range systems {
		more, err := readAll(system)
		actors = append(actors, more...)
		mistakes = append(mistakes, err)
	}
	if err := errors.Join(mistakes...); err != nil {
		return nil, err
	}
	return build(actors)
}

// readAll parses the .yaml files of a file system, several at a time.
func readAll(system fs.FS) ([]Actor, error) {
	names, err := yamlFiles(system)
	if err != nil {
		return nil, err
	}
	perFile := make([][]Actor, len(names))
	mistakes := make([]error, len(names))
	var group sync.WaitGroup
	for i, name := range names {
		group.Go(func() {
			data, err := fs.ReadFile(system, name)
			if err != nil {
				mistakes[i] = fmt.Errorf("reading actors: %w", err)
				return
			}
			perFile[i], mistakes[i] = ParseFile(name, data)
		})
	}
	group.Wait()
	return slices.Concat(perFile...), errors.Join(mistakes...)
}

func yamlFiles(system fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(system, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && path.Ext(name) == ".yaml" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for files of actors: %w", err)
	}
	return names, nil
}
