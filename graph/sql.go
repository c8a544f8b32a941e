package graph

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"

	"github.com/cayleygraph/cayley/graph/refs"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/cayley/graph/sql/cockroach"
	"github.com/cayleygraph/cayley/graph/sql/postgres"
	"github.com/lib/pq"

	cayley "github.com/cayleygraph/cayley/graph"
)

const (
	// sqlMeta is the table that tells a store from another database.
	sqlMeta = "demarche_graph"

	// sqlLock is the advisory lock that makes writers of all processes take
	// turns: an arbitrary number that is only ours.
	sqlLock = 6_427_301_122

	// sqlTries is how often a transaction is tried that the database gives up
	// because of another one.
	sqlTries = 10
)

// sqlEngine keeps quads in the tables of Cayley's SQL store.
type sqlEngine struct {
	db    *sql.DB
	o     Options
	names *nameCache[refs.ValueHash]
}

func openSQL(ctx context.Context, o Options) (engine, error) {
	if o.Path == "" {
		return nil, fmt.Errorf("back end %s needs an address as path: postgres://user@host:5432/database", o.Backend)
	}
	db, err := sql.Open("postgres", o.Path)
	if err != nil {
		return nil, err
	}
	if err := ensureTables(ctx, db, o); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &sqlEngine{db, o, newNameCache[refs.ValueHash](nameCacheSize)}, nil
}

// cayleySQL returns Cayley's name of the back end.
func cayleySQL(backend string) string {
	if backend == Cockroach {
		return cockroach.Type
	}
	return postgres.Type
}

// ensureTables sees that the database is a store that this program can open, and
// makes it one when it is empty. The mark comes first and the tables after it,
// so that an attempt that was cut off can be taken up.
func ensureTables(ctx context.Context, db *sql.DB, o Options) error {
	marked, err := hasTable(ctx, db, sqlMeta)
	if err != nil {
		return err
	}
	tables, err := hasTable(ctx, db, "quads")
	if err != nil {
		return err
	}
	switch {
	case marked:
		var format int
		if err := db.QueryRowContext(ctx, "SELECT format FROM "+sqlMeta).Scan(&format); err != nil {
			return fmt.Errorf("%w: its table %s cannot be read: %w", ErrNotStore, sqlMeta, err)
		}
		if format != markerFormat {
			return fmt.Errorf("%w: %s", ErrVersion, formatAdvice(format))
		}
		if o.ReadOnly && !tables {
			return errUnfinished
		}
	case tables:
		return fmt.Errorf("%w: the database has a table quads and no table %s; choose another", ErrNotStore, sqlMeta)
	case o.ReadOnly:
		return fmt.Errorf("%w, and a store cannot be made when it is opened for reading", ErrNothing)
	default:
		_, err := db.ExecContext(ctx, fmt.Sprintf("CREATE TABLE %s AS SELECT %d AS format", sqlMeta, markerFormat))
		if err != nil {
			return err
		}
	}
	if !tables && !o.ReadOnly {
		if err := csql.Init(cayleySQL(o.Backend), o.Path, nil); err != nil {
			return err
		}
	}
	if o.ReadOnly {
		return nil
	}
	for _, statement := range tableChanges {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

// tableChanges make of Cayley's tables ours: an index by label, and no checks of
// each quad's four ends, which are most of the time of a load and repeat what
// this package sees to, nor an index that neither its look-ups nor Cayley's
// plans need.
var tableChanges = []string{
	"CREATE INDEX IF NOT EXISTS quads_label ON quads (label_hash)",
	"ALTER TABLE quads DROP CONSTRAINT IF EXISTS subject_hash_fk",
	"ALTER TABLE quads DROP CONSTRAINT IF EXISTS predicate_hash_fk",
	"ALTER TABLE quads DROP CONSTRAINT IF EXISTS object_hash_fk",
	"ALTER TABLE quads DROP CONSTRAINT IF EXISTS label_hash_fk",
	"DROP INDEX IF EXISTS osp_index",
}

func hasTable(ctx context.Context, db *sql.DB, name string) (bool, error) {
	var found sql.NullString
	err := db.QueryRowContext(ctx, "SELECT to_regclass($1)::text", name).Scan(&found)
	return found.Valid, err
}

func (e *sqlEngine) close() error { return e.db.Close() }

func (e *sqlEngine) read(ctx context.Context) (reader, error) {
	isolation := sql.LevelRepeatableRead
	if e.o.Backend == Cockroach {
		isolation = sql.LevelSerializable
	}
	tx, err := e.db.BeginTx(ctx, &sql.TxOptions{Isolation: isolation, ReadOnly: true})
	if err != nil {
		return nil, err
	}
	return &sqlReader{ctx: ctx, tx: tx, names: e.names}, nil
}

func (e *sqlEngine) update(ctx context.Context, change func(writer) error) error {
	var err error
	for range sqlTries {
		err = e.try(ctx, change)
		var failure *pq.Error
		if !errors.As(err, &failure) || failure.Code.Name() != "serialization_failure" {
			return err
		}
	}
	return err
}

// try runs change in one transaction.
func (e *sqlEngine) try(ctx context.Context, change func(writer) error) error {
	tx, err := e.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if e.o.Backend == Postgres {
		// CockroachDB has no such lock; there the transaction is serialisable.
		if _, err := tx.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", sqlLock); err != nil {
			return err
		}
	}
	if err := change(&sqlWriter{sqlReader{ctx: ctx, tx: tx, names: e.names}}); err != nil {
		return err
	}
	return tx.Commit()
}

// snapshot gives Cayley's SQL store. Each gets a store of its own, which connects
// when it is first read: the planner of a shared one counts its tables in a
// variable that all queries race for, and may give two tables one name.
func (e *sqlEngine) snapshot(_ context.Context, writes deltaWriter) (cayley.QuadStore, io.Closer, error) {
	qs, err := csql.New(cayleySQL(e.o.Backend), e.o.Path, nil)
	if err != nil {
		return nil, nil, err
	}
	return &sqlSnapshot{QuadStore: qs, deltaWriter: writes}, qs, nil
}

// redact returns the options' path without a password.
func redact(o Options) string {
	if o.Backend != Postgres && o.Backend != Cockroach {
		return o.Path
	}
	if u, err := url.Parse(o.Path); err == nil && u.Host != "" {
		return u.Redacted()
	}
	return o.Backend // an address of another form may have a password anywhere
}
