package main

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"syscall"
	"time"

	"demarche/graph"
	"demarche/internal/newsgraph"
)

// Writers that are measured.
const (
	writerOwn    = "own"
	writerCayley = "cayley"
)

// job is one measurement.
type job struct {
	Backend, Writer, Address, Folder, Profile string
	Quads                                     int

	path string // of the store
	docs []graph.Document
}

// figures are what a measurement gives.
type figures struct {
	Quads   int
	Writing time.Duration
	Raw     time.Duration // writing the same into the bare engine
	Bytes   int64         // on disk
	Peak    int64         // bytes of memory beyond those of the articles to load
	Opening time.Duration
	CPU     time.Duration // of this process while writing
}

func (f figures) rate() float64 { return f.per(f.Writing) }

// per returns how many quads a second were written in a time.
func (f figures) per(time time.Duration) float64 {
	if time == 0 {
		return 0
	}
	return float64(f.Quads) / time.Seconds()
}

// work is the processors' time for a quad, in microseconds: unlike the rate it
// hardly depends on what else the machine does.
func (f figures) work() float64 {
	if f.Quads == 0 {
		return 0
	}
	return float64(f.CPU.Microseconds()) / float64(f.Quads)
}

func (j job) measure() (f figures, err error) {
	end, err := j.place()
	if err != nil {
		return f, err
	}
	defer end()
	j.docs = newsgraph.Sized(j.Quads, newsgraph.Options{Seed: 1})
	runtime.GC()
	before, err := memory("VmRSS:")
	if err != nil {
		return f, err
	}
	switch j.Writer {
	case writerCayley:
		err = j.writeCayley(&f)
	default:
		if err = j.writeOwn(&f); err == nil {
			err = j.open(&f)
		}
	}
	if err != nil {
		return f, err
	}
	highest, err := memory("VmHWM:")
	if err != nil {
		return f, err
	}
	f.Peak = highest - before
	if f.Bytes, err = j.size(); err == nil && j.Writer == writerOwn && j.Backend != graph.Memory {
		err = j.writeRaw(&f)
	}
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
	began, used := time.Now(), cpu()
	change, err := store.Load(ctx, func(yield func(graph.Document, error) bool) {
		for _, doc := range j.docs {
			if !yield(doc, nil) {
				return
			}
		}
	})
	if err == nil {
		err = store.Close()
	}
	f.Writing, f.CPU, f.Quads = time.Since(began), cpu()-used, change.Added
	return err
}

// cpu returns how long processors have worked for this process.
func cpu() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
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
		quads, err := v.Label(j.docs[0].Label)
		if err == nil && len(quads) == 0 {
			err = fmt.Errorf("the loaded store has nothing of %s", j.docs[0].Label)
		}
		return err
	})
	f.Opening = time.Since(began)
	return err
}

// memory returns what the system says of this process's memory, in bytes: VmRSS
// is what it has, VmHWM the most that it had.
func memory(name string) (int64, error) {
	file, err := os.Open("/proc/self/status")
	if err != nil {
		return 0, err
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if text, ok := strings.CutPrefix(lines.Text(), name); ok {
			var kilobytes int64
			_, err := fmt.Sscan(text, &kilobytes)
			return kilobytes << 10, err
		}
	}
	return 0, fmt.Errorf("%s does not say %s", file.Name(), name)
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
