package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"demarche/graph"
)

func newBackup(a *app) *cobra.Command {
	var from string
	command := &cobra.Command{
		Use:   "backup FILE",
		Short: "Write everything that is stored into a file, while others go on",
		Long: `Write everything that is stored into a file, while others go on reading and
changing: the file has one state of the store. It is N-Quads, compressed with
gzip, the same for every back end, with a checksum; 'demarche restore' makes a
store of it. FILE appears, or is replaced, only when the backup is whole.

A server with a token has its store to itself: name it with --from. The token is
server.token of the configuration, as for the server.`,
		Example: `  demarche backup news.backup
  demarche backup --from http://127.0.0.1:64210 news.backup`,
		Args: wants(1, 1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			write := a.backupStore
			if from != "" {
				write = func(ctx context.Context, w io.Writer) error { return a.backupServer(ctx, from, w) }
			}
			size, err := a.backup(c.Context(), args[0], write)
			if err != nil {
				return fmt.Errorf("writing the backup %s: %w", args[0], err)
			}
			fmt.Fprintf(a.stdout, "%s: %d quads of %d %s\n", args[0], size.Quads, size.Labels, plural(size.Labels, "article"))
			return nil
		},
	}
	command.Flags().StringVar(&from, "from", "", "address of a running server whose store to back up")
	return command
}

// backup has the backup written beside the file, reads it again, and gives it
// the name of the file.
func (a *app) backup(ctx context.Context, file string, write func(context.Context, io.Writer) error) (size graph.BackupSize, err error) {
	draft, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".part-")
	if err != nil {
		return size, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(draft.Name()))
		}
	}()
	err = write(ctx, draft)
	if err == nil {
		size, err = readBack(draft)
	}
	if err == nil {
		err = draft.Sync()
	}
	if err = errors.Join(err, draft.Close()); err != nil {
		return size, err
	}
	if err := os.Rename(draft.Name(), file); err != nil {
		return size, err
	}
	return size, syncFolder(filepath.Dir(file))
}

// readBack sees that a backup can be read as it was written.
func readBack(file io.ReadSeeker) (size graph.BackupSize, err error) {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return size, err
	}
	for doc, err := range graph.ReadBackup(file) {
		if err != nil {
			return size, err
		}
		size.Labels, size.Quads = size.Labels+1, size.Quads+len(doc.Quads)
	}
	return size, nil
}

// syncFolder has the operating system write the names in a folder to the disk.
func syncFolder(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func (a *app) backupStore(ctx context.Context, w io.Writer) (err error) {
	store, err := a.openStore(ctx, reading)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	_, err = store.Backup(ctx, w)
	return err
}

// backupServer asks a server for a backup of its store.
func (a *app) backupServer(ctx context.Context, address string, w io.Writer) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, strings.TrimSuffix(address, "/")+"/api/backup", nil)
	if err != nil {
		return usageError{fmt.Errorf("--from: %w", err)}
	}
	request.Header.Set("Authorization", "Bearer "+a.cfg.Server.Token)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		var problem struct{ Detail string }
		_ = json.NewDecoder(io.LimitReader(answer.Body, 1<<16)).Decode(&problem) // another server's answer may be anything
		return fmt.Errorf("the server at %s answers %s", address, cmp.Or(problem.Detail, answer.Status))
	}
	_, err = io.Copy(w, answer.Body)
	return err
}

func newRestore(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Make a store of a backup",
		Long: `Make the store of the configuration from a backup, whatever back end either has.
The store must not exist yet, or be empty. What the backup holds is compared with
its checksum and counts, and the new store is checked, before it gets its name:
when anything is wrong, nothing is left.`,
		Example: `  demarche restore news.backup
  DEMARCHE_STORE_PATH=/srv/news DEMARCHE_STORE_BACKEND=leveldb demarche restore news.backup`,
		Args: wants(1, 1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			file, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer file.Close()
			size, err := graph.Restore(c.Context(), a.storeOptions(), file)
			if err != nil {
				return fmt.Errorf("restoring %s: %w", args[0], err)
			}
			fmt.Fprintf(a.stdout, "restored %d quads of %d %s\n", size.Quads, size.Labels, plural(size.Labels, "article"))
			return nil
		},
	}
}
