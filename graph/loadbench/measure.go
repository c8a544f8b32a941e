package main

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strings"
	"time"

	"demarche/graph"
	"demarche/internal/newsgraph"
)

// Writers that are measured.
const (
	writerOwn    = "own"
	writerCayley = "cayley"
	writerRaw    = "raw"
)

// job is one measurement.
type job struct {
	Backend, Writer, Address, Folder, Profile string
	Quads                                     int

	path string // of the store
}

// figures are what a measurement gives.
type figures struct {
	Quads   int
	Writing time.Duration
	Bytes   int64 // on disk
	Peak    int64 // bytes of memory
	Opening time.Duration
}

func (f figures) rate() float64 {
	if f.Writing == 0 {
		return 0
	}
	return float64(f.Quads) / f.Writing.Seconds()
}

func (j job) measure() (f figures, err error) {
	end, err := j.place()
	if err != nil {
		return f, err
	}
	defer end()
	switch j.Writer {
	case writerCayley:
		err = j.writeCayley(&f)
	case writerRaw:
		if err = j.writeOwn(&f); err == nil {
			err = j.writeRaw(&f)
		}
	default:
		if err = j.writeOwn(&f); err == nil {
			err = j.open(&f)
		}
	}
	if err != nil {
		return f, err
	}
	if f.Peak, err = peak(); err != nil {
		return f, err
	}
	f.Bytes, err = j.size()
	return f, err
}

// place makes an empty place for the store, which end removes.
func (j *job) place() (end func(), err error) {
	switch j.Backend {
	case graph.Memory:
		return func() {}, nil
	case graph.Bolt, graph.LevelDB:
		folder, err := os.MkdirTemp(j.Folder, "loadbench")
		j.path = filepath.Join(folder, "store")
		return func() { os.RemoveAll(folder) }, err
	}
	// Any other back end is refused when it is opened.
	name := fmt.Sprintf("demarche_loadbench_%d", os.Getpid())
	admin, err := sql.Open("postgres", fmt.Sprintf(j.Address, "postgres"))
	if err != nil {
		return nil, err
	}
	if _, err := admin.Exec("CREATE DATABASE " + name); err != nil {
		return nil, err
	}
	j.path = fmt.Sprintf(j.Address, name)
	return func() {
		admin.Exec("DROP DATABASE " + name + " WITH (FORCE)")
		admin.Close()
	}, nil
}

func (j job) options() graph.Options { return graph.Options{Backend: j.Backend, Path: j.path} }

// news yields the articles to load.
func (j job) news() iter.Seq[graph.Document] {
	return func(yield func(graph.Document) bool) {
		left := j.Quads
		for doc := range newsgraph.All(newsgraph.Options{Seed: 1}) {
			if left <= 0 || !yield(doc) {
				return
			}
			left -= len(doc.Quads)
		}
	}
}

// ownBatch is how many quads go into one transaction.
const ownBatch = 10_000

func (j job) writeOwn(f *figures) error {
	ctx := context.Background()
	store, err := graph.Open(ctx, j.options())
	if err != nil {
		return err
	}
	if j.Profile != "" && j.Writer == writerOwn {
		file, err := os.Create(j.Profile)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := pprof.StartCPUProfile(file); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	var batch []graph.Document
	n := 0
	write := func() error {
		began := time.Now()
		change, err := store.Replace(ctx, batch...)
		f.Writing += time.Since(began)
		f.Quads += change.Added
		batch, n = batch[:0], 0
		return err
	}
	for doc := range j.news() {
		if batch, n = append(batch, doc), n+len(doc.Quads); n >= ownBatch {
			if err := write(); err != nil {
				return err
			}
		}
	}
	if err := write(); err != nil {
		return err
	}
	began := time.Now()
	err = store.Close()
	f.Writing += time.Since(began)
	return err
}

// open measures how long it takes until the loaded store has answered once.
func (j job) open(f *figures) error {
	if j.Backend == graph.Memory {
		return nil
	}
	began := time.Now()
	store, err := graph.Open(context.Background(), j.options())
	if err != nil {
		return err
	}
	defer store.Close()
	err = store.View(context.Background(), func(v *graph.View) error {
		for doc := range j.news() {
			if quads, err := v.Label(doc.Label); err != nil || len(quads) == 0 {
				return fmt.Errorf("the store has nothing of %s: %w", doc.Label, err)
			}
			break
		}
		return nil
	})
	f.Opening = time.Since(began)
	return err
}

// peak returns the most memory that this process had, in bytes.
func peak() (int64, error) {
	file, err := os.Open("/proc/self/status")
	if err != nil {
		return 0, err
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if text, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			var kilobytes int64
			_, err := fmt.Sscan(text, &kilobytes)
			return kilobytes << 10, err
		}
	}
	return 0, fmt.Errorf("%s does not say VmHWM", file.Name())
}

// size returns how many bytes the store has on disk.
func (j job) size() (bytes int64, err error) {
	switch j.Backend {
	case graph.Memory:
		return 0, nil
	case graph.Postgres:
		db, err := sql.Open("postgres", j.path)
		if err != nil {
			return 0, err
		}
		defer db.Close()
		err = db.QueryRow("SELECT pg_total_relation_size('nodes') + pg_total_relation_size('quads')").Scan(&bytes)
		return bytes, err
	}
	err = filepath.WalkDir(j.path, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	return bytes, err
}
