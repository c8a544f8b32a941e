package watch

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"demarche/loader/article"
)

// Folder is a folder that is looked at again and again, with all below it.
type Folder struct {
	path   string
	memory *Memory
	last   map[string]string // what the look before saw
}

// NewFolder makes a folder to look at.
func NewFolder(path string, memory *Memory) (*Folder, error) {
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("watching %s: %w", path, err)
	}
	return &Folder{path: whole, memory: memory}, nil
}

// File is a file to be taken.
type File struct {
	Path  string
	state string
}

// New looks at the folder and yields the files that were not taken, or have
// changed since. A file is yielded when two looks have seen the same size and
// time, so that nobody is writing it. The errors say what cannot be looked at.
func (f *Folder) New() iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		files, err := article.Expand([]string{f.path})
		if err != nil && !yield(File{Path: f.path}, err) {
			return
		}
		before := f.last
		f.last = make(map[string]string, len(files))
		var settled []File
		for _, path := range files {
			info, err := os.Stat(path)
			if err != nil {
				continue // it went in this moment
			}
			state := fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano())
			f.last[path] = state
			if before[path] == state && f.memory.State(path) != state {
				settled = append(settled, File{path, state})
			}
		}
		for _, file := range settled {
			if !yield(file, nil) {
				return
			}
		}
	}
}

// Taken remembers that a file was taken as New had seen it.
func (f *Folder) Taken(file File) error { return f.memory.Keep(file.Path, file.state) }
