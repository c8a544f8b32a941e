package graph

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const (
	// markerFile tells a store from another folder.
	markerFile = "FORMAT"
	// markerDraft is what it is called until it is written whole.
	markerDraft = "FORMAT.new"
	// markerFormat is the version of what this package writes beside Cayley's
	// layout. An older program refuses a store with another one.
	markerFormat = 1
)

// errUnfinished means that the program that made the store was stopped before it
// had stored anything.
var errUnfinished = fmt.Errorf("%w: the making of the store was cut off; whoever writes to it next finishes it", ErrNothing)

// openEmbedded opens, or makes, the store in the folder o.Path.
func openEmbedded(o Options, open func(folder string, o Options) (kvDB, error), batch int) (engine, error) {
	if o.Path == "" {
		return nil, fmt.Errorf("back end %s needs the path of a folder", o.Backend)
	}
	folder := filepath.Clean(o.Path)
	if err := checkMarker(folder, o); err != nil {
		return nil, err
	}
	// The database lies in a folder of its own, so that nothing of it can be
	// taken for the marker.
	data := filepath.Join(folder, "data")
	if !o.ReadOnly {
		if err := os.MkdirAll(data, 0o700); err != nil {
			return nil, err
		}
	}
	db, err := open(data, o)
	if o.ReadOnly && errors.Is(err, fs.ErrNotExist) {
		return nil, errUnfinished
	}
	if err != nil {
		return nil, err
	}
	e, err := newKVEngine(db, batch, o.ReadOnly)
	if err != nil {
		return nil, errors.Join(err, db.close())
	}
	return e, nil
}

// checkMarker sees that the folder holds a store that this program can open, and
// marks a new one.
func checkMarker(folder string, o Options) error {
	marker := filepath.Join(folder, markerFile)
	text, err := os.ReadFile(marker)
	if err == nil {
		return parseMarker(string(text), o.Backend)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		if info, statErr := os.Stat(folder); statErr == nil && !info.IsDir() {
			return fmt.Errorf("%w: it is a file, not a folder", ErrNotStore)
		}
		return err
	}
	switch entries, err := os.ReadDir(folder); {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case len(entries) > 0 && (len(entries) > 1 || entries[0].Name() != markerDraft):
		return fmt.Errorf("%w: the folder has no file %s and is not empty; choose another", ErrNotStore, markerFile)
	}
	if o.ReadOnly {
		return fmt.Errorf("%w, and a store cannot be made when it is opened for reading", ErrNothing)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return writeMarker(folder, o.Backend)
}

// writeMarker marks the folder in one step: a program that is killed here leaves
// the marker whole or not at all.
func writeMarker(folder, backend string) error {
	draft := filepath.Join(folder, markerDraft)
	if err := os.WriteFile(draft, []byte(markerText(backend)), 0o600); err != nil {
		return err
	}
	if err := syncFile(draft); err != nil {
		return err
	}
	if err := os.Rename(draft, filepath.Join(folder, markerFile)); err != nil {
		return err
	}
	return syncFile(folder)
}

// syncFile has the operating system write a file, or the names in a folder, to
// the disk.
func syncFile(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func markerText(backend string) string {
	return fmt.Sprintf("demarche graph, format %d, %s\n", markerFormat, backend)
}

func parseMarker(text, backend string) error {
	var format int
	var found string
	if _, err := fmt.Sscanf(text, "demarche graph, format %d, %s\n", &format, &found); err != nil {
		return fmt.Errorf("%w: its file %s says %.40q", ErrNotStore, markerFile, strings.TrimSpace(text))
	}
	if format != markerFormat {
		return fmt.Errorf("%w: %s", ErrVersion, formatAdvice(format))
	}
	if found != backend {
		return fmt.Errorf("%w: it was made by back end %s, not %s; set store.backend to that, or give another store.path", ErrVersion, found, backend)
	}
	return nil
}

// formatAdvice says what to do with a store whose format this program does not
// know.
func formatAdvice(format int) string {
	return fmt.Sprintf("it has format %d, this program knows format %d; with the program that wrote it make a backup "+
		"(demarche backup FILE), and with this one restore that into a new store (demarche restore FILE), or load the articles anew",
		format, markerFormat)
}
