package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

//go:embed *.yaml
var builtin embed.FS

// Set is the queries that can be asked: the built-in ones and those of the
// user's folders, which are looked at again whenever the set is used, so that
// a file dropped into one appears at once.
type Set struct {
	own     map[string]*Query
	folders []string

	mu    sync.Mutex
	files map[string]file // by path
	all   map[string]*Query
	errs  []error
}

// file is a user's file as it was last read.
type file struct {
	changed time.Time
	size    int64
	query   *Query
	err     error
}

// Load reads the built-in queries and prepares the user's folders. A folder
// that does not exist holds no queries until it does.
func Load(folders ...string) (*Set, error) {
	s := &Set{own: map[string]*Query{}, folders: folders, files: map[string]file{}}
	names, err := fs.Glob(builtin, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list the built-in queries: %w", err)
	}
	for _, name := range names {
		data, err := builtin.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read the built-in queries: %w", err)
		}
		q, err := parse("queries/"+name, data)
		if err != nil {
			return nil, err
		}
		if q.Name != strings.TrimSuffix(name, path.Ext(name)) {
			return nil, fmt.Errorf("queries/%s:1: the query is named %q; file and query must have one name", name, q.Name)
		}
		s.own[q.Name] = q
	}
	return s, nil
}

// List returns all queries, ascending by name, and what is wrong with the
// user's files: a broken one hides no other.
func (s *Set) List() ([]*Query, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refresh()
	var all []*Query
	for _, name := range slices.Sorted(maps.Keys(s.all)) {
		all = append(all, s.all[name])
	}
	return all, errors.Join(s.errs...)
}

// Get returns the query of the name, or ErrUnknownQuery with the nearest names
// and, because it may be what was meant, what is wrong with the user's files.
func (s *Set) Get(name string) (*Query, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refresh()
	if q := s.all[name]; q != nil {
		return q, nil
	}
	err := unknown(ErrUnknownQuery, name, slices.Sorted(maps.Keys(s.all)))
	if len(s.errs) > 0 {
		err = fmt.Errorf("%w (files that could not be read: %w)", err, errors.Join(s.errs...))
	}
	return nil, err
}

// refresh reads the files of the user's folders that are new or changed.
func (s *Set) refresh() {
	s.all, s.errs = maps.Clone(s.own), nil
	present := map[string]file{}
	for _, folder := range s.folders {
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			s.errs = append(s.errs, fmt.Errorf("read the folder of queries: %w", err))
		}
		for _, entry := range entries {
			name := filepath.Join(folder, entry.Name())
			if ext := filepath.Ext(name); entry.IsDir() || ext != ".yaml" && ext != ".yml" {
				continue
			}
			f := s.read(name)
			present[name] = f
			s.take(f)
		}
	}
	s.files = present
}

// take adds a user's query unless its name is taken.
func (s *Set) take(f file) {
	if f.err != nil {
		s.errs = append(s.errs, f.err)
		return
	}
	if other := s.all[f.query.Name]; other != nil {
		s.errs = append(s.errs, fmt.Errorf("%s:1: the name %s is taken by %s; choose another", f.query.File, f.query.Name, other.File))
		return
	}
	s.all[f.query.Name] = f.query
}

// read returns the file, from memory when it has not changed.
func (s *Set) read(name string) file {
	info, err := os.Stat(name)
	if err != nil {
		return file{err: fmt.Errorf("%s:1: %w", name, err)}
	}
	if known, ok := s.files[name]; ok && known.changed.Equal(info.ModTime()) && known.size == info.Size() {
		return known
	}
	f := file{changed: info.ModTime(), size: info.Size()}
	data, err := os.ReadFile(name)
	if err != nil {
		f.err = fmt.Errorf("%s:1: %w", name, err)
		return f
	}
	f.query, f.err = parse(name, data)
	return f
}
