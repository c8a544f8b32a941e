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
	// markerFormat is the version of what this package writes beside Cayley's
	// layout. An older program refuses a store with another one.
	markerFormat = 1
)

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
	if err != nil {
		return nil, err
	}
	e, err := newKVEngine(db, batch)
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
	case len(entries) > 0:
		return fmt.Errorf("%w: the folder has no file %s and is not empty; choose another", ErrNotStore, markerFile)
	}
	if o.ReadOnly {
		return fmt.Errorf("%w: nothing is there yet, and a store cannot be made when it is opened for reading", ErrNotStore)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.WriteFile(marker, []byte(markerText(o.Backend)), 0o600)
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
		return fmt.Errorf("%w: it has format %d, this program knows %d; load the articles anew", ErrVersion, format, markerFormat)
	}
	if found != backend {
		return fmt.Errorf("%w: it was made by back end %s, not %s", ErrVersion, found, backend)
	}
	return nil
}
