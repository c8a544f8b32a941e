package graph_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/graph/graphtest"
)

// kinds is a document with a value of every kind, and those that are hard to
// write down.
func kinds() graph.Document {
	doc := graph.Document{Label: "demarche:article/a b>\\\"|é"}
	for i, v := range []quad.Value{
		quad.IRI("iri with spaces, <signs> and {ünicode}\n"), quad.String("\"quoted\"\n\ttext \\ \u2028 ☃ \x00"), quad.String(""),
		quad.Int(-5), quad.Float(0.1), quad.Float(3), quad.Float(1e300), quad.Bool(true), quad.Bool(false),
		quad.Time(time.Date(2021, 12, 17, 9, 0, 0, 0, time.UTC)), quad.LangString{Value: "Krieg", Lang: "de"},
		quad.TypedString{Value: "P1D", Type: "xsd:duration"}, quad.TypedString{Value: "007", Type: "xsd:integer"}, quad.BNode("b1"),
	} {
		doc.Quads = append(doc.Quads, quad.Quad{Subject: quad.IRI(fmt.Sprint("s", i)), Predicate: quad.IRI("p"), Object: v, Label: doc.Label})
	}
	return doc
}

// backup returns the backup of the store.
func backup(t *testing.T, s *graph.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := s.Backup(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A backup of any back end, restored on any other, has the same backup again,
// byte for byte, and so the same quads.
func TestBackupAndRestore(t *testing.T) {
	places := map[string]func(t *testing.T) string{
		graph.Bolt:    func(t *testing.T) string { return filepath.Join(t.TempDir(), "store") },
		graph.LevelDB: func(t *testing.T) string { return filepath.Join(t.TempDir(), "store") },
		graph.Postgres: func(t *testing.T) string {
			return newDatabase(t, postgresServer(t))
		},
	}
	original := open(t, graph.Options{Backend: graph.Memory})
	if _, err := original.Replace(t.Context(), append(graphtest.News(60, 1), kinds())...); err != nil {
		t.Fatal(err)
	}
	want := backup(t, original)
	for backend, place := range places {
		t.Run(backend, func(t *testing.T) {
			o := graph.Options{Backend: backend, Path: place(t)}
			size, err := graph.Restore(t.Context(), o, bytes.NewReader(want))
			if err != nil {
				t.Fatal(err)
			}
			s := open(t, o)
			graphtest.Check(t, s)
			if st, err := s.Stats(t.Context()); err != nil || st.Quads != size.Quads || size.Labels != 61 {
				t.Errorf("restored %+v, the store has %+v, %v", size, st, err)
			}
			if got := backup(t, s); !bytes.Equal(got, want) {
				t.Error("the backup of the restored store is another one")
			}
			s.Close()
			if _, err := graph.Restore(t.Context(), o, bytes.NewReader(want)); !errors.Is(err, graph.ErrNotEmpty) {
				t.Errorf("into a store with something: got %v, want ErrNotEmpty", err)
			}
		})
	}
}

// What a backup holds is one state, whatever is written meanwhile.
func TestBackupWhileWriting(t *testing.T) {
	for name, b := range backends() {
		t.Run(name, func(t *testing.T) {
			s := b.Open(t)
			version := func(n int) []graph.Document {
				docs := make([]graph.Document, 20)
				for i := range docs {
					docs[i] = graphtest.Doc(fmt.Sprint("a", i), [3]any{fmt.Sprint("x", i), "version", quad.Int(n)})
				}
				return docs
			}
			if _, err := s.Replace(t.Context(), version(0)...); err != nil {
				t.Fatal(err)
			}
			ctx, stop := context.WithCancel(t.Context())
			written := make(chan error, 1)
			go func() {
				for n := 1; ctx.Err() == nil; n++ {
					if _, err := s.Replace(context.Background(), version(n)...); err != nil {
						written <- err
						return
					}
				}
				written <- nil
			}()
			seen := map[quad.Value]bool{}
			for range 20 {
				versions := map[quad.Value]int{}
				for doc, err := range graph.ReadBackup(bytes.NewReader(backup(t, s))) {
					if err != nil {
						t.Fatal(err)
					}
					versions[doc.Quads[0].Object]++
					seen[doc.Quads[0].Object] = true
				}
				if len(versions) != 1 {
					t.Errorf("a backup has several states: %v", versions)
				}
			}
			stop()
			if err := <-written; err != nil {
				t.Error(err)
			}
			t.Logf("20 backups of %d states", len(seen))
		})
	}
}

// unzip and zip are for backups that were changed.
func unzip(t *testing.T, data []byte) string {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func zip(text string) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.Bytes()
}

// A backup that is not whole is refused, and nothing is left of it.
func TestRestoreRefuses(t *testing.T) {
	s := open(t, graph.Options{Backend: graph.Memory})
	if _, err := s.Replace(t.Context(), graphtest.News(200, 1)...); err != nil {
		t.Fatal(err)
	}
	whole := backup(t, s)
	text := unzip(t, whole)
	lines := strings.SplitAfter(text, "\n")
	middle := len(lines) / 2
	tests := map[string]struct {
		data []byte
		want error
	}{
		"cut off":        {whole[:len(whole)*9/10], graph.ErrDamaged},
		"one byte off":   {append(bytes.Clone(whole[:len(whole)-1]), whole[len(whole)-1]^1), graph.ErrDamaged},
		"a line less":    {zip(strings.Join(append(lines[:middle:middle], lines[middle+1:]...), "")), graph.ErrDamaged},
		"a word changed": {zip(strings.Replace(text, "ceasefire", "cessation", 1)), graph.ErrDamaged},
		"no last line":   {zip(strings.Join(lines[:len(lines)-2], "")), graph.ErrDamaged},
		"more after it":  {zip(text + lines[1]), graph.ErrDamaged},
		"another format": {zip(strings.Replace(text, "format 1", "format 99", 1)), graph.ErrVersion},
		"N-Quads alone":  {zip(strings.Join(lines[1:], "")), graph.ErrNotBackup},
		"not compressed": {[]byte(text), graph.ErrNotBackup},
		"empty":          {nil, graph.ErrNotBackup},
	}
	server := ""
	t.Run("PostgreSQL", func(t *testing.T) { server = postgresServer(t) })
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			for _, backend := range []string{graph.Bolt, graph.LevelDB} {
				_, err := graph.Restore(t.Context(), graph.Options{Backend: backend, Path: filepath.Join(folder, "store")}, bytes.NewReader(test.data))
				if !errors.Is(err, test.want) {
					t.Errorf("%s: got %v, want %v", backend, err, test.want)
				}
				if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
					t.Errorf("%s: %v is left, %v", backend, left, err)
				}
			}
			if server == "" || name != "cut off" {
				return
			}
			o := graph.Options{Backend: graph.Postgres, Path: newDatabase(t, server)}
			if _, err := graph.Restore(t.Context(), o, bytes.NewReader(test.data)); !errors.Is(err, test.want) {
				t.Errorf("PostgreSQL: got %v, want %v", err, test.want)
			}
			if st, err := open(t, o).Stats(t.Context()); err != nil || st.Quads > 0 {
				t.Errorf("PostgreSQL: %+v is left, %v", st, err)
			}
		})
	}
}
