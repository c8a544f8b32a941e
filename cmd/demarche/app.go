package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/cmd/demarche/internal/desk"
	"demarche/graph"
	"demarche/queries"
	"demarche/schema"
	"demarche/schema/frames"
	"demarche/schema/issues"
)

// app is what the commands share: the streams, the settings, and the ways to
// open everything else. It is the one place where the parts are put together.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	now            func() time.Time

	configFile string // as the flag has it
	configured bool
	cfg        Config
	log        *slog.Logger
}

// configure reads the settings, once.
func (a *app) configure() error {
	if a.configured {
		return nil
	}
	cfg, err := loadConfig(a.configFile)
	if err != nil {
		return err
	}
	var level slog.Level
	if err := level.UnmarshalText([]byte(cfg.Log.Level)); err != nil {
		return fmt.Errorf("%w: log.level: %w", errConfig, err)
	}
	options := &slog.HandlerOptions{Level: level}
	if cfg.Log.Format == "json" {
		a.log = slog.New(slog.NewJSONHandler(a.stderr, options))
	} else {
		a.log = slog.New(slog.NewTextHandler(a.stderr, options))
	}
	for _, name := range strangeVariables() {
		a.log.Warn("environment variable is no setting", "name", name)
	}
	a.cfg, a.configured = cfg, true
	return nil
}

// errNoStore means that a store is to be read which does not exist.
var errNoStore = errors.New("there is no store yet")

// access says what a store is opened for.
type access bool

// The kinds of access. An embedded store has one writer, or many readers.
const (
	reading access = false
	writing access = true
)

// storeOptions returns where the store of the configuration is.
func (a *app) storeOptions() graph.Options {
	o := graph.Options{Backend: a.cfg.Store.Backend, Path: a.cfg.Store.Path, Connections: a.cfg.Store.Connections}
	if !a.embedded() {
		o.Path = a.cfg.Store.Address
	}
	return o
}

// openStore opens the store of the configuration.
func (a *app) openStore(ctx context.Context, access access) (*graph.Store, error) {
	o := a.storeOptions()
	switch {
	case o.Backend == graph.Memory:
		a.log.Debug("the store is in memory and begins empty")
	case access == reading && !a.exists():
		return nil, fmt.Errorf("%w: %s does not exist", errNoStore, o.Path)
	default:
		o.ReadOnly = access == reading
	}
	store, err := graph.Open(ctx, o)
	if errors.Is(err, graph.ErrNothing) {
		err = fmt.Errorf("%w: %w", errNoStore, err)
	}
	return store, err
}

// catalogue returns the known actors: those of the program and the user's.
func (a *app) catalogue() (*desk.Catalogue, error) {
	var c *schema.Catalogue
	_, err := os.Stat(a.cfg.Folders.Actors)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c, err = schema.Default()
	case err == nil:
		c, err = schema.Load(schema.Files(), os.DirFS(a.cfg.Folders.Actors))
	}
	if err != nil {
		return nil, fmt.Errorf("loading the actors (the user's are in %s): %w", a.cfg.Folders.Actors, err)
	}
	return desk.NewCatalogue(c), nil
}

// issues returns the known issues: those of the program and the user's.
func (a *app) issues() (*issues.Taxonomy, error) {
	var t *issues.Taxonomy
	_, err := os.Stat(a.cfg.Folders.Issues)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t, err = issues.Default()
	case err == nil:
		t, err = issues.Load(issues.Files(), os.DirFS(a.cfg.Folders.Issues))
	}
	if err != nil {
		return nil, fmt.Errorf("loading the issues (the user's are in %s): %w", a.cfg.Folders.Issues, err)
	}
	return t, nil
}

// frames returns the words that mark records: those of the program and the user's.
func (a *app) frames() (*frames.Set, error) {
	if _, err := os.Stat(a.cfg.Folders.Frames); errors.Is(err, fs.ErrNotExist) {
		return frames.Default()
	}
	set, err := frames.Load(frames.Files(), os.DirFS(a.cfg.Folders.Frames))
	if err != nil {
		return nil, fmt.Errorf("loading the words that mark records (the user's are in %s): %w", a.cfg.Folders.Frames, err)
	}
	return set, nil
}

// office is a store with everything that works on it.
type office struct {
	store     *graph.Store
	catalogue *desk.Catalogue
	issues    *issues.Taxonomy
	desk      *desk.Desk
	engine    *queries.Engine
}

// Close closes the store.
func (o *office) Close() error { return o.store.Close() }

// open opens the store of the configuration with everything that works on it.
func (a *app) open(ctx context.Context, access access) (*office, error) {
	store, err := a.openStore(ctx, access)
	if err != nil {
		return nil, err
	}
	return a.furnish(store)
}

// furnish puts an office around a store, which is closed when that fails.
func (a *app) furnish(store *graph.Store) (*office, error) {
	catalogue, err := a.catalogue()
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	set, err := a.frames()
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	known, err := a.issues()
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	d := desk.New(store, catalogue, set, known, a.cfg.Folders.Actors)
	if a.cfg.Load.Precise {
		d.Precise()
	}
	return &office{
		store:     store,
		catalogue: catalogue,
		issues:    known,
		desk:      d,
		engine:    &queries.Engine{Graph: asked{store, a.gizmoLimits()}, Catalogue: catalogue, Issues: known, Now: a.now},
	}, nil
}

// with opens an office for the time of one piece of work.
func (a *app) with(ctx context.Context, access access, work func(*office) error) (err error) {
	o, err := a.open(ctx, access)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	return work(o)
}

// embedded reports whether the store is files of this machine.
func (a *app) embedded() bool {
	return a.cfg.Store.Backend == graph.Bolt || a.cfg.Store.Backend == graph.LevelDB
}

// exists reports whether there is a store; databases are taken to be there.
func (a *app) exists() bool {
	_, err := os.Stat(a.cfg.Store.Path)
	return !a.embedded() || !errors.Is(err, fs.ErrNotExist)
}

// withExisting is with for commands that change what is stored, and so need a
// store that is there.
func (a *app) withExisting(ctx context.Context, work func(*office) error) error {
	if !a.exists() {
		return fmt.Errorf("%w: %s does not exist", errNoStore, a.cfg.Store.Path)
	}
	return a.with(ctx, writing, work)
}

// querySet returns the saved queries: those of the program and the user's.
func (a *app) querySet() (*queries.Set, error) { return queries.Load(a.cfg.Folders.Queries) }

func (a *app) gizmoLimits() graph.Limits {
	return graph.Limits{Time: a.cfg.Limits.QueryTime, Memory: uint64(a.cfg.Limits.QueryMemory)}
}

// asked is the store as the saved queries read it.
type asked struct {
	*graph.Store
	limits graph.Limits
}

// View implements queries.Graph.
func (s asked) View(ctx context.Context, read func(queries.Reader) error) error {
	return s.Store.View(ctx, func(v *graph.View) error { return read(v) })
}

// Gizmo implements queries.Graph.
func (s asked) Gizmo(ctx context.Context, text string, params map[string]any, limit int) ([]map[string]quad.Value, error) {
	limits := s.limits
	limits.Rows = limit
	var rows []map[string]quad.Value
	for row, err := range s.Query(ctx, graph.Gizmo, text, params, limits) {
		if errors.Is(err, graph.ErrTooManyRows) {
			break
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}
