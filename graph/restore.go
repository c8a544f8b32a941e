package graph

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotEmpty means that a backup was to be restored into a store that has
// something.
var ErrNotEmpty = errors.New("the store is not empty")

// Restore makes the store of the options from a backup, on any back end. There
// must be no store yet, or an empty one; otherwise the error is ErrNotEmpty. It
// is all or nothing: an embedded store is made in a folder beside o.Path, whose
// name ends with ".restoring-" and a number, checked, written to the disk and
// renamed; a database is filled in one transaction.
//
// The errors are those of Open, ErrNotEmpty and those of ReadBackup.
func Restore(ctx context.Context, o Options, backup io.Reader) (BackupSize, error) {
	restore := restoreFolder
	switch o.Backend {
	case Memory:
		return BackupSize{}, fmt.Errorf("restore: %w: what is in memory is gone at once; choose another back end", ErrBackend)
	case Postgres, Cockroach:
		restore = restoreInto
	}
	o.ReadOnly = false
	size, err := restore(ctx, o, backup)
	if err != nil {
		return BackupSize{}, fmt.Errorf("restore: %w", err)
	}
	return size, nil
}

func restoreFolder(ctx context.Context, o Options, backup io.Reader) (size BackupSize, err error) {
	if o.Path == "" {
		return size, fmt.Errorf("back end %s needs the path of a folder", o.Backend)
	}
	path := filepath.Clean(o.Path)
	if err := seeEmpty(ctx, o); err != nil {
		return size, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return size, err
	}
	draft, err := os.MkdirTemp(filepath.Dir(path), filepath.Base(path)+".restoring-")
	if err != nil {
		return size, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(draft))
		}
	}()
	inDraft := o
	inDraft.Path, inDraft.NoSync = draft, true // synced below, once
	if size, err = restoreInto(ctx, inDraft, backup); err != nil {
		return size, err
	}
	if err := syncTree(draft); err != nil {
		return size, err
	}
	// What is there is nothing, or an empty store.
	if err := seeEmpty(ctx, o); err != nil {
		return size, err
	}
	if err := os.RemoveAll(path); err != nil {
		return size, fmt.Errorf("%w; if it is where a disk is mounted, choose a folder in it", err)
	}
	if err := os.Rename(draft, path); err != nil {
		return size, err
	}
	return size, syncFile(filepath.Dir(path))
}

// seeEmpty returns an error unless the place of an embedded store has none, or
// an empty one that nobody uses.
func seeEmpty(ctx context.Context, o Options) (err error) {
	entries, err := os.ReadDir(o.Path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	s, err := Open(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.seeEmpty(ctx)
}

func (s *Store) seeEmpty(ctx context.Context) error {
	st, err := s.Stats(ctx)
	if err == nil && st.Quads > 0 {
		err = fmt.Errorf("%w: it has %d quads; give another store.path or database", ErrNotEmpty, st.Quads)
	}
	return err
}

// restoreInto loads the backup into the store of the options, which must be empty,
// and checks it. What Load stores in one transaction is all or nothing.
func restoreInto(ctx context.Context, o Options, backup io.Reader) (size BackupSize, err error) {
	s, err := Open(ctx, o)
	if err != nil {
		return size, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := s.seeEmpty(ctx); err != nil {
		return size, err
	}
	docs := func(yield func(Document, error) bool) {
		for doc, err := range ReadBackup(backup) {
			size.Labels, size.Quads = size.Labels+1, size.Quads+len(doc.Quads)
			if !yield(doc, err) {
				return
			}
		}
	}
	if _, err = s.Load(ctx, docs); err != nil {
		return size, err
	}
	return size, s.checkRestored(ctx, size)
}

// checkRestored checks the store, and that it has what the backup has.
func (s *Store) checkRestored(ctx context.Context, size BackupSize) error {
	report, err := s.Check(ctx)
	switch {
	case err != nil:
		return err
	case !report.OK():
		return fmt.Errorf("the restored store has a fault, please report this: %s", report.Problems[0])
	case report.Quads != size.Quads || report.Labels != size.Labels:
		return fmt.Errorf("the restored store has %d quads of %d labels, the backup %d of %d", report.Quads, report.Labels, size.Quads, size.Labels)
	}
	return nil
}

// syncTree has the operating system write a folder and all in it to the disk.
func syncTree(folder string) error {
	return filepath.WalkDir(folder, func(name string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return syncFile(name)
	})
}
