package graph_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"demarche/graph"
	"demarche/graph/graphtest"
)

func timeLimit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), time.Minute)
}

// smallDisk makes a disk of some megabytes and returns where it is, and how to
// mount it anew with other options. It skips the test where that is not allowed.
func smallDisk(t *testing.T, options string) (folder string, remount func(options string)) {
	t.Helper()
	folder = t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder).CombinedOutput(); err != nil {
		t.Skipf("no right to mount a small disk: %v %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", folder).CombinedOutput(); err != nil {
			t.Errorf("%v %s", err, out)
		}
	})
	return folder, func(options string) {
		t.Helper()
		if out, err := exec.Command("mount", "-o", "remount,"+options, folder).CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
	}
}

// fill stores batches from the nth on until one fails, and returns the number of
// those that are stored, and the error.
func fill(t *testing.T, s *graph.Store, n int) (int, error) {
	for ; n < 100; n++ {
		if _, err := s.Replace(t.Context(), graphtest.News(20, uint64(n))...); err != nil {
			return n, err
		}
	}
	return n, nil
}

// holds checks that the store has the first n batches and nothing else.
func holds(t *testing.T, s *graph.Store, n int) {
	t.Helper()
	graphtest.Check(t, s)
	want := open(t, graph.Options{Backend: graph.Memory})
	for i := range n {
		if _, err := want.Replace(t.Context(), graphtest.News(20, uint64(i))...); err != nil {
			t.Fatal(err)
		}
	}
	if string(backup(t, s)) != string(backup(t, want)) {
		t.Errorf("the store has not just the first %d batches", n)
	}
}

// On a full disk a change fails as a whole; what was stored can be read, and when
// there is room again the store is opened and goes on.
func TestDiskFull(t *testing.T) {
	for _, backend := range []string{graph.Bolt, graph.LevelDB} {
		t.Run(backend, func(t *testing.T) {
			disk, remount := smallDisk(t, "size=4m")
			o := graph.Options{Backend: backend, Path: filepath.Join(disk, "store")}
			s, err := graph.Open(t.Context(), o)
			if err != nil {
				t.Fatal(err)
			}
			n, err := fill(t, s, 0)
			if !errors.Is(err, syscall.ENOSPC) || n == 0 {
				t.Fatalf("%d batches, then %v, want no space left", n, err)
			}
			t.Logf("%d batches, then: %v", n, err)
			holds(t, s, n)
			s.Close() // it may say again that there is no room
			remount("size=100m")
			s = open(t, o)
			holds(t, s, n)
			if _, err := s.Replace(t.Context(), graphtest.News(20, uint64(n))...); err != nil {
				t.Fatal(err)
			}
			holds(t, s, n+1)
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// A store on a disk that cannot be written is read, and not changed.
func TestReadOnlyDisk(t *testing.T) {
	for _, backend := range []string{graph.Bolt, graph.LevelDB} {
		t.Run(backend, func(t *testing.T) {
			disk, remount := smallDisk(t, "size=50m")
			o := graph.Options{Backend: backend, Path: filepath.Join(disk, "store")}
			s := open(t, o)
			if _, err := s.Replace(t.Context(), graphtest.News(20, 0)...); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			remount("ro")
			if _, err := graph.Open(t.Context(), o); !errors.Is(err, syscall.EROFS) {
				t.Errorf("for writing: got %v, want read-only file system", err)
			}
			o.ReadOnly = true
			s = open(t, o)
			holds(t, s, 1)
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			remount("rw")
		})
	}
}

// A restore for which there is no room leaves nothing.
func TestRestoreOnFullDisk(t *testing.T) {
	disk, _ := smallDisk(t, "size=1m")
	source := open(t, graph.Options{Backend: graph.Memory})
	if _, err := source.Replace(t.Context(), graphtest.News(150, 1)...); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "backup")
	if err := os.WriteFile(file, backup(t, source), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, backend := range []string{graph.Bolt, graph.LevelDB} {
		r, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		_, err = graph.Restore(t.Context(), graph.Options{Backend: backend, Path: filepath.Join(disk, "store")}, r)
		if !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%s: got %v, want no space left", backend, err)
		}
		if left, err := os.ReadDir(disk); err != nil || len(left) > 0 {
			t.Errorf("%s: %v is left, %v", backend, left, err)
		}
	}
}

// When the database cuts the connection in the middle of a change, that is an
// error, nothing of the change is stored, and the next one goes well.
func TestLostConnection(t *testing.T) {
	address := newDatabase(t, postgresServer(t))
	s := open(t, graph.Options{Backend: graph.Postgres, Path: address})
	if n, err := s.Replace(t.Context(), graphtest.News(20, 0)...); err != nil {
		t.Fatal(n, err)
	}
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ctx, stop := context.WithCancel(t.Context())
	cut := make(chan error, 1)
	go func() {
		// As soon as there is a change under way.
		for ctx.Err() == nil {
			var n int
			err := db.QueryRow(`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
				WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'INSERT INTO%' AND state = 'active'`).Scan(&n)
			if err != nil || n > 0 {
				cut <- err
				return
			}
		}
		cut <- errors.New("there was no change to cut")
	}()
	_, err = s.Replace(t.Context(), graphtest.News(1000, 1)...)
	stop()
	if cutErr := <-cut; cutErr != nil {
		t.Fatal(cutErr)
	}
	if err == nil {
		t.Fatal("the connection was cut, and the change says that it is stored")
	}
	t.Log(err)
	holds(t, s, 1)
	if _, err := s.Replace(t.Context(), graphtest.News(20, 1)...); err != nil {
		t.Fatal(err)
	}
	holds(t, s, 2)
}

// A database that does not answer holds up a change and a question for as long
// as their callers allow, and no longer.
func TestSlowDatabase(t *testing.T) {
	address := newDatabase(t, postgresServer(t))
	s := open(t, graph.Options{Backend: graph.Postgres, Path: address})
	if _, err := s.Replace(t.Context(), graphtest.News(20, 0)...); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec("LOCK TABLE quads, nodes IN ACCESS EXCLUSIVE MODE"); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	calls := map[string]func(context.Context) error{
		"change": func(ctx context.Context) error {
			_, err := s.Replace(ctx, graphtest.News(20, 1)...)
			return err
		},
		"look-up": func(ctx context.Context) error {
			return s.View(ctx, func(v *graph.View) error { _, err := v.Label("a1"); return err })
		},
	}
	for name, call := range calls {
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		if err := call(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: got %v, want DeadlineExceeded", name, err)
		}
		cancel()
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("giving up took %v", took)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	holds(t, s, 1)
	if _, err := s.Replace(t.Context(), graphtest.News(20, 1)...); err != nil {
		t.Fatal(err)
	}
	holds(t, s, 2)
}
