// Package watch tells what is new in folders and feeds, and remembers what was
// taken over a restart.
//
// A thing is remembered only after the caller has taken it (Memory.Keep), so that
// what was not taken when the program ended is new again. The caller must bear to
// take a thing twice: that happens when the program ends between the two.
//
// A Memory is safe for concurrent use; a Folder and a Feed are for one goroutine.
package watch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Memory is what was taken: a state for each name. It is a file of JSON Lines to
// which every change is added; the last line of a name counts.
type Memory struct {
	mu    sync.Mutex
	file  *os.File
	known map[string]string
}

// line is one line of the file.
type line struct {
	Name  string `json:"name"`
	State string `json:"state"`
}

// Open opens the memory of a folder, which is made when it is not there. It
// writes the file anew without the lines that no longer count. A last line that
// was cut, as when the machine lost its power, is left out.
func Open(folder string) (*Memory, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("opening the memory of what was seen: %w", err)
	}
	name := filepath.Join(folder, "seen.jsonl")
	known, err := read(name)
	if err != nil {
		return nil, fmt.Errorf("reading the memory of what was seen: %w", err)
	}
	var all bytes.Buffer
	for name, state := range known {
		if err := json.NewEncoder(&all).Encode(line{name, state}); err != nil {
			return nil, err
		}
	}
	m := &Memory{known: known}
	if m.file, err = replace(name, all.Bytes()); err != nil {
		return nil, fmt.Errorf("writing the memory of what was seen: %w", err)
	}
	return m, nil
}

// replace writes a file so that there is always a whole one, and leaves it open
// for more.
func replace(name string, data []byte) (*os.File, error) {
	file, err := os.OpenFile(name+".new", os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	if _, err = file.Write(data); err == nil {
		err = file.Sync()
	}
	if err == nil {
		err = os.Rename(name+".new", name)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

func read(name string) (map[string]string, error) {
	known := map[string]string{}
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return known, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	for reader, number := bufio.NewReader(file), 1; ; number++ {
		text, err := reader.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return known, nil
		}
		if err != nil {
			return nil, err
		}
		var l line
		if err := json.Unmarshal(text, &l); err != nil {
			return nil, fmt.Errorf("%s:%d: it is broken (%w); remove the line, and what it stood for is taken again", name, number, err)
		}
		known[l.Name] = l.State
	}
}

// State returns what is remembered of a name, "" when nothing is.
func (m *Memory) State(name string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.known[name]
}

// Keep remembers the state of a name. When it returns, the state is on disk.
func (m *Memory) Keep(name, state string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.known[name] == state {
		return nil
	}
	text, err := json.Marshal(line{name, state})
	if err == nil {
		_, err = m.file.Write(append(text, '\n'))
	}
	if err == nil {
		err = m.file.Sync()
	}
	if err != nil {
		return fmt.Errorf("remembering %s: %w", name, err)
	}
	m.known[name] = state
	return nil
}

// Close closes the file.
func (m *Memory) Close() error { return m.file.Close() }
