package graph_test

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"demarche/graph"
	"demarche/graph/graphtest"
)

// The child of TestKilledWriter: it stores batch after batch, and says after each
// that it is stored.
const (
	childBackend = "DEMARCHE_TEST_CHILD_BACKEND"
	childPath    = "DEMARCHE_TEST_CHILD_PATH"
	killBatches  = 20
)

func killBatch(n int) []graph.Document { return graphtest.News(4, uint64(n)) }

func TestMain(m *testing.M) {
	if backend := os.Getenv(childBackend); backend != "" {
		if err := writeForEver(backend, os.Getenv(childPath)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func writeForEver(backend, path string) error {
	ctx, stop := timeLimit()
	defer stop()
	s, err := graph.Open(ctx, graph.Options{Backend: backend, Path: path})
	if err != nil {
		return err
	}
	for n := range killBatches {
		if _, err := s.Replace(ctx, killBatch(n)...); err != nil {
			return err
		}
		fmt.Println(n)
	}
	return s.Close()
}

// A writer that is killed while it writes loses nothing that it was told is
// stored, and leaves no part of a batch; what comes after makes the store the
// same as if nothing had happened. Four moments, or what DEMARCHE_KILLS says.
func TestKilledWriter(t *testing.T) {
	moments := 4
	if text := os.Getenv("DEMARCHE_KILLS"); text != "" {
		moments, _ = strconv.Atoi(text) // 0 says in the log that nothing was done
	}
	undisturbed := open(t, graph.Options{Backend: graph.Memory})
	for n := range killBatches {
		if _, err := undisturbed.Replace(t.Context(), killBatch(n)...); err != nil {
			t.Fatal(err)
		}
	}
	want := backup(t, undisturbed)
	for _, backend := range []string{graph.Bolt, graph.LevelDB, graph.Postgres} {
		t.Run(backend, func(t *testing.T) {
			random := rand.New(rand.NewPCG(2021, 12))
			inside := 0
			for range moments {
				path := filepath.Join(t.TempDir(), "store")
				if backend == graph.Postgres {
					path = newDatabase(t, postgresServer(t))
				}
				o := graph.Options{Backend: backend, Path: path}
				stored := killWriter(t, o, random.IntN(killBatches), time.Duration(random.IntN(30_000))*time.Microsecond)
				s, err := graph.Open(t.Context(), o)
				if err != nil {
					t.Fatal(err)
				}
				graphtest.Check(t, s)
				for n := range killBatches {
					change, err := s.Replace(t.Context(), killBatch(n)...)
					if err != nil {
						t.Fatal(err)
					}
					switch {
					case n < stored && change.Added+change.Removed > 0:
						t.Fatalf("batch %d of %d that were stored: %+v had to be made good", n, stored, change)
					case n < stored:
					case change.Removed > 0:
						t.Fatalf("batch %d: %+v", n, change)
					}
				}
				if stored < killBatches {
					inside++
				}
				graphtest.Check(t, s)
				if !bytes.Equal(backup(t, s), want) {
					t.Fatal("the store is another one")
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
			}
			t.Logf("%d of %d were killed between the first batch and the last", inside, moments)
		})
	}
}

// killWriter starts a writer, kills it some time after it has stored the batch,
// and returns how many batches it said are stored.
func killWriter(t *testing.T, o graph.Options, after int, delay time.Duration) (stored int) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childBackend+"="+o.Backend, childPath+"="+o.Path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if stored++; stored == after+1 {
			time.AfterFunc(delay, func() { _ = child.Process.Kill() })
		}
	}
	_ = child.Wait() // it was killed
	return stored
}
