package graph_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
)

// A program that is stopped while it makes a store leaves a part of one. Whoever
// reads it hears that there is nothing yet; whoever writes to it finishes it.
func TestUnfinishedStore(t *testing.T) {
	bolt, level := "demarche graph, format 1, bolt\n", "demarche graph, format 1, leveldb\n"
	tests := map[string]struct {
		backend string
		files   map[string]string
	}{
		"marker begun":             {graph.Bolt, map[string]string{"FORMAT.new": ""}},
		"marker alone":             {graph.Bolt, map[string]string{"FORMAT": bolt}},
		"bolt, empty file":         {graph.Bolt, map[string]string{"FORMAT": bolt, "data/graph.bolt": ""}},
		"LevelDB, marker alone":    {graph.LevelDB, map[string]string{"FORMAT": level}},
		"LevelDB, log alone":       {graph.LevelDB, map[string]string{"FORMAT": level, "data/LOG": "", "data/LOCK": ""}},
		"LevelDB, manifest":        {graph.LevelDB, map[string]string{"FORMAT": level, "data/LOG": "", "data/MANIFEST-000000": ""}},
		"LevelDB, pointer half on": {graph.LevelDB, map[string]string{"FORMAT": level, "data/MANIFEST-000000": "", "data/CURRENT.0": "MAN"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for file, text := range test.files {
				file = filepath.Join(folder, file)
				if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := graph.Open(t.Context(), graph.Options{Backend: test.backend, Path: folder, ReadOnly: true}); !errors.Is(err, graph.ErrNothing) {
				t.Errorf("for reading: got %v, want ErrNothing", err)
			}
			s := open(t, graph.Options{Backend: test.backend, Path: folder})
			if _, err := s.Replace(t.Context(), graphtest.News(2, 1)...); err != nil {
				t.Fatal(err)
			}
			graphtest.Check(t, s)
		})
	}
}

// A writer that is killed while it begins a new journal leaves two. A reader sees
// all that was stored.
func TestTwoJournals(t *testing.T) {
	folder := t.TempDir()
	s, err := graph.Open(t.Context(), graph.Options{Backend: graph.LevelDB, Path: folder})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Replace(t.Context(), graphtest.News(2, 1)...); err != nil {
		t.Fatal(err)
	}
	want, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "data", "999999.log"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s = open(t, graph.Options{Backend: graph.LevelDB, Path: folder, ReadOnly: true})
	if got, err := s.Stats(t.Context()); err != nil || got != want {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}
