package graph_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
)

func open(t testing.TB, o graph.Options) *graph.Store {
	t.Helper()
	s, err := graph.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// testBatch makes several batches of the news that a test loads.
const testBatch = 1000

// backends are the back ends that need nothing but this machine.
func backends() map[string]graphtest.Backend {
	embedded := func(name string) graphtest.Backend {
		paths := make(map[*graph.Store]string)
		return graphtest.Backend{
			Open: func(t testing.TB) *graph.Store {
				path := filepath.Join(t.TempDir(), "store")
				s := open(t, graph.Options{Backend: name, Path: path, NoSync: true, Batch: testBatch})
				paths[s] = path
				return s
			},
			Reopen: func(t testing.TB, s *graph.Store) *graph.Store {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				return open(t, graph.Options{Backend: name, Path: paths[s]})
			},
		}
	}
	return map[string]graphtest.Backend{
		graph.Memory: {Open: func(t testing.TB) *graph.Store {
			return open(t, graph.Options{Backend: graph.Memory, Batch: testBatch})
		}},
		graph.Bolt:    embedded(graph.Bolt),
		graph.LevelDB: embedded(graph.LevelDB),
	}
}

func TestBackends(t *testing.T) {
	for name, b := range backends() {
		t.Run(name, func(t *testing.T) { graphtest.Run(t, b) })
	}
}

func TestOpenRefuses(t *testing.T) {
	ctx := context.Background()
	for _, backend := range []string{graph.Bolt, graph.LevelDB} {
		t.Run(backend, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "store")
			o := graph.Options{Backend: backend, Path: path}
			open(t, o)
			if _, err := graph.Open(ctx, o); !errors.Is(err, graph.ErrLocked) {
				t.Errorf("a store that is open: got %v", err)
			}
		})
	}
	write := func(t *testing.T, name, text string) string {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return folder
	}
	file := filepath.Join(write(t, "file", "x"), "file")
	tests := []struct {
		name string
		o    graph.Options
		want error
	}{
		{"unknown back end", graph.Options{Backend: "oracle"}, graph.ErrBackend},
		{"a file", graph.Options{Path: file}, graph.ErrNotStore},
		{"another folder", graph.Options{Path: write(t, "letter.txt", "Dear")}, graph.ErrNotStore},
		{"bad marker", graph.Options{Path: write(t, "FORMAT", "MP3")}, graph.ErrNotStore},
		{"newer format", graph.Options{Path: write(t, "FORMAT", "demarche graph, format 99, bolt\n")}, graph.ErrVersion},
		{"other back end", graph.Options{Path: write(t, "FORMAT", "demarche graph, format 1, leveldb\n")}, graph.ErrVersion},
		{"nothing to read", graph.Options{Path: filepath.Join(t.TempDir(), "x"), ReadOnly: true}, graph.ErrNothing},
	}
	for _, test := range tests {
		if _, err := graph.Open(ctx, test.o); !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, err, test.want)
		}
	}
}

func TestReadOnly(t *testing.T) {
	for _, backend := range []string{graph.Bolt, graph.LevelDB} {
		path := filepath.Join(t.TempDir(), "store")
		s := open(t, graph.Options{Backend: backend, Path: path})
		if _, err := s.Replace(context.Background(), graphtest.News(2, 1)...); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = open(t, graph.Options{Backend: backend, Path: path, ReadOnly: true})
		if _, err := s.Replace(context.Background()); !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("%s: Replace: got %v", backend, err)
		}
		graphtest.Check(t, s)
	}
}
