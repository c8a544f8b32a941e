package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"demarche/schema"
)

// ownFiles knows which actors are the user's own, and where their entries are.
// It reads the user's folder when it is first asked.
type ownFiles struct {
	folder string

	mu    sync.Mutex
	files map[string]string // path of the file by id of the actor; nil: not read yet
}

// of returns the path of the file that has the entry of the user's actor, empty
// when the user has none of that id.
func (o *ownFiles) of(id string) (string, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.files == nil {
		files, err := ownActors(o.folder)
		if err != nil {
			return "", fmt.Errorf("looking for the user's actors in %s: %w", o.folder, err)
		}
		o.files = files
	}
	return o.files[id], nil
}

// add notes that the actors' entries are in a file.
func (o *ownFiles) add(path string, actors []schema.Actor) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.files == nil {
		return // the file is there when the folder is read
	}
	for _, a := range actors {
		o.files[a.ID] = path
	}
}

// ownActors returns the file of every actor below the folder. What cannot be
// parsed counts for nothing: it was put there since the program started.
func ownActors(folder string) (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".yaml" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		actors, err := schema.ParseFile(path, data)
		if err != nil {
			return nil
		}
		for _, a := range actors {
			files[a.ID] = path
		}
		return nil
	})
	return files, err
}

// Own reports whether the actor is the user's own, so that PutActor can change
// it; all others are the program's.
func (d *Desk) Own(id string) (bool, error) {
	if _, known := d.catalogue.Actor(id); !known {
		return false, nil
	}
	path, err := d.own.of(id)
	return path != "", err
}
