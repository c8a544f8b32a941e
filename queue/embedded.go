package queue

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// maxPayload is the largest message of the server that is started here, in
// bytes. The largest article, compressed, is far below it.
const maxPayload = 8 << 20

// Files of the queue's folder.
const (
	lockFile    = "lock"
	addressFile = "address.json"
	dataFolder  = "jetstream"
)

// address is where the server of a folder listens, for other processes.
type address struct {
	URL    string `json:"url"`
	Secret string `json:"secret"`
}

// host is the server in this process.
type host struct {
	server *server.Server
	path   string
	lock   *os.File
}

// errHeld means that another process has the folder.
var errHeld = errors.New("another process has it")

// local returns the address of the folder's server, which it starts when no
// process has done so.
func (q *Queue) local(ctx context.Context) (address, error) {
	if err := os.MkdirAll(q.o.Path, 0o700); err != nil {
		return address{}, err
	}
	for tries := 0; ; tries++ {
		lock, err := lockFolder(filepath.Join(q.o.Path, lockFile))
		if err == nil {
			return q.start(lock)
		}
		if !errors.Is(err, errHeld) {
			return address{}, err
		}
		at, err := readAddress(q.o.Path)
		if err == nil {
			return at, nil
		}
		if !errors.Is(err, fs.ErrNotExist) || tries == 100 {
			return address{}, fmt.Errorf("reading where its server is: %w", err)
		}
		// The other process is about to start its server, or to end.
		if pause(ctx, 100*time.Millisecond); ctx.Err() != nil {
			return address{}, ctx.Err()
		}
	}
}

// start starts the server of the folder that is locked.
func (q *Queue) start(lock *os.File) (address, error) {
	q.host = &host{path: q.o.Path, lock: lock}
	_ = os.Remove(filepath.Join(q.o.Path, addressFile)) // of one that was killed
	secret := rand.Text()
	s, err := server.NewServer(&server.Options{
		ServerName: "demarche", Host: "127.0.0.1", Port: server.RANDOM_PORT, Authorization: secret,
		JetStream: true, StoreDir: filepath.Join(q.o.Path, dataFolder), MaxPayload: maxPayload,
		SyncAlways: true, // what Send has confirmed outlives a power failure
		NoSigs:     true, NoLog: true,
	})
	if err != nil {
		return address{}, fmt.Errorf("making the server: %w", err)
	}
	q.host.server = s
	s.Start()
	if !s.ReadyForConnections(20 * time.Second) {
		return address{}, errors.New("the server did not start within 20 s")
	}
	at := address{URL: s.ClientURL(), Secret: secret}
	return at, writeAddress(q.o.Path, at)
}

// close ends the server and lets others have the folder.
func (h *host) close() {
	// Nobody must find an address at which nobody answers.
	_ = os.Remove(filepath.Join(h.path, addressFile))
	if h.server != nil {
		h.server.Shutdown()
		h.server.WaitForShutdown()
	}
	_ = h.lock.Close() // the operating system would do it, too
}

func readAddress(path string) (address, error) {
	var at address
	data, err := os.ReadFile(filepath.Join(path, addressFile))
	if err != nil {
		return at, err
	}
	return at, json.Unmarshal(data, &at)
}

// writeAddress writes the address so that nobody sees half of it, and only the
// owner its secret.
func writeAddress(path string, at address) error {
	data, err := json.Marshal(at)
	if err != nil {
		return err
	}
	name := filepath.Join(path, addressFile)
	if err := os.WriteFile(name+".new", data, 0o600); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}
