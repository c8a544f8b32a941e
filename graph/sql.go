package graph

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"sync"

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

	// queryConnections is how many connections a query of Cayley may have at a
	// time. It needs one for each part that the database does not plan, and one
	// for names; without a bound one query could take all that the server has.
	queryConnections = 8
)

// DefaultConnections is how many connections a store opens that names no number.
// PostgreSQL itself allows 100 for all its clients.
const DefaultConnections = 48

// MinConnections are enough for one query of Cayley beside the store's quarter.
const MinConnections = 12

// sqlEngine keeps quads in the tables of Cayley's SQL store.
type sqlEngine struct {
	db    *sql.DB
	o     Options
	names *nameCache[refs.ValueHash]
	// queries has room for as many queries as there are connections for.
	queries chan struct{}
}

func openSQL(ctx context.Context, o Options) (engine, error) {
	if o.Path == "" {
		return nil, fmt.Errorf("back end %s needs an address as path: postgres://user@host:5432/database", o.Backend)
	}
	connections := cmp.Or(o.Connections, DefaultConnections)
	if connections < MinConnections {
		return nil, fmt.Errorf("%w: %d; allow %d or more", ErrConnections, connections, MinConnections)
	}
	db, err := sql.Open("postgres", inOneTrip(o.Path))
	if err != nil {
		return nil, err
	}
	own := connections / 4
	db.SetMaxOpenConns(own)
	db.SetMaxIdleConns(own)
	if err := ensureTables(ctx, db, o); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &sqlEngine{db, o, newNameCache[refs.ValueHash](nameCacheSize),
		make(chan struct{}, (connections-own)/queryConnections)}, nil
}

// inOneTrip makes the driver send a statement together with its arguments. By
// default it asks for their types first, which is another trip to the database.
func inOneTrip(address string) string {
	const option = "binary_parameters"
	u, err := url.Parse(address)
	switch {
	case strings.Contains(address, option):
		return address
	case err == nil && u.Scheme != "":
		q := u.Query()
		q.Set(option, "yes")
		u.RawQuery = q.Encode()
		return u.String()
	}
	return address + " " + option + "=yes"
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
	ready, err := tablesReady(ctx, db)
	if ready || err != nil {
		return err
	}
	if o.Backend == Postgres && !o.ReadOnly {
		// Processes that open the store at the same moment take turns.
		connection, err := db.Conn(ctx)
		if err != nil {
			return err
		}
		defer connection.Close()
		if _, err := connection.ExecContext(ctx, "SELECT pg_advisory_lock($1)", sqlLock); err != nil {
			return err
		}
		defer connection.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock($1)", sqlLock)
	}
	return makeTables(ctx, db, o)
}

// tablesReady reports whether the tables are there as this program makes them. The
// error is ErrNotStore or ErrVersion when the database is none of ours.
func tablesReady(ctx context.Context, db *sql.DB) (bool, error) {
	marked, err := hasTable(ctx, db, sqlMeta)
	if err != nil {
		return false, err
	}
	tables, err := hasTable(ctx, db, "quads")
	if err != nil {
		return false, err
	}
	if tables && !marked {
		return false, fmt.Errorf("%w: the database has a table quads and no table %s; choose another", ErrNotStore, sqlMeta)
	}
	if !marked {
		return false, nil
	}
	var format int
	if err := db.QueryRowContext(ctx, "SELECT format FROM "+sqlMeta).Scan(&format); err != nil {
		return false, fmt.Errorf("%w: its table %s cannot be read: %w", ErrNotStore, sqlMeta, err)
	}
	if format != markerFormat {
		return false, fmt.Errorf("%w: %s", ErrVersion, formatAdvice(format))
	}
	indexed, err := hasTable(ctx, db, lastIndex)
	return tables && indexed, err
}

// makeTables makes what is missing.
func makeTables(ctx context.Context, db *sql.DB, o Options) error {
	ready, err := tablesReady(ctx, db)
	if ready || err != nil {
		return err
	}
	tables, err := hasTable(ctx, db, "quads")
	if err != nil {
		return err
	}
	if o.ReadOnly {
		if tables {
			return nil // an older layout, which reads the same
		}
		return fmt.Errorf("%w, and a store cannot be made when it is opened for reading", ErrNothing)
	}
	mark := fmt.Sprintf("CREATE TABLE IF NOT EXISTS %s AS SELECT %d AS format", sqlMeta, markerFormat)
	if _, err := db.ExecContext(ctx, mark); err != nil {
		return err
	}
	if !tables {
		if err := csql.Init(cayleySQL(o.Backend), o.Path, nil); err != nil {
			return err
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	changes := tableChanges
	if o.Backend == Postgres {
		changes = append(changes, postgresChanges...)
	}
	for _, statement := range append(changes, "CREATE INDEX "+lastIndex+" ON quads (label_hash)") {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return tx.Commit()
}

// tableChanges make of Cayley's tables ours: no checks of each quad's four ends,
// which are most of the time of a load and repeat what this package sees to, nor
// an index that neither its look-ups nor Cayley's plans need.
var tableChanges = []string{
	"ALTER TABLE quads DROP CONSTRAINT IF EXISTS subject_hash_fk",
	"ALTER TABLE quads DROP CONSTRAINT IF EXISTS predicate_hash_fk",
	"ALTER TABLE quads DROP CONSTRAINT IF EXISTS object_hash_fk",
	"ALTER TABLE quads DROP CONSTRAINT IF EXISTS label_hash_fk",
	"DROP INDEX IF EXISTS osp_index",
	"DROP INDEX IF EXISTS quads_label",
}

// postgresChanges put three indexes in the place of five. Every quad has a label,
// so that one over all four directions answers for the three over the first
// ones, and makes quads unique; the third one's keys are the few predicates,
// whose entries PostgreSQL keeps as lists.
var postgresChanges = []string{
	"DROP INDEX IF EXISTS spo_unique",
	"DROP INDEX IF EXISTS spol_unique",
	"DROP INDEX IF EXISTS spo_index",
	"DROP INDEX IF EXISTS ops_index",
	"DROP INDEX IF EXISTS pos_index",
	makeSPOL, makeOPS, makeP,
}

const (
	makeSPOL = "CREATE UNIQUE INDEX quads_spol ON quads (subject_hash, predicate_hash, object_hash, label_hash)"
	makeOPS  = "CREATE INDEX quads_ops ON quads (object_hash, predicate_hash, subject_hash)"
	makeP    = "CREATE INDEX quads_p ON quads (predicate_hash)"

	// lastIndex is what tells the tables of this layout: it is made last.
	lastIndex = "quads_l"
)

// dropIndexes and makeIndexes are all indexes of a PostgreSQL store.
var (
	dropIndexes = []string{
		"DROP INDEX quads_spol, quads_ops, quads_p, " + lastIndex,
		"ALTER TABLE quads DROP CONSTRAINT quads_pkey",
		"ALTER TABLE nodes DROP CONSTRAINT nodes_pkey",
	}
	makeIndexes = []string{
		"ALTER TABLE nodes ADD CONSTRAINT nodes_pkey PRIMARY KEY (hash)",
		"ALTER TABLE quads ADD CONSTRAINT quads_pkey PRIMARY KEY (horizon)",
		makeSPOL, makeOPS, makeP,
		"CREATE INDEX " + lastIndex + " ON quads (label_hash)",
	}
)

func hasTable(ctx context.Context, db *sql.DB, name string) (bool, error) {
	var found sql.NullString
	err := db.QueryRowContext(ctx, "SELECT to_regclass($1)::text", name).Scan(&found)
	return found.Valid, err
}

func (e *sqlEngine) close() error { return e.db.Close() }

// batchSize: the more quads of a batch come into a page of an index, the fewer
// pages are written.
func (e *sqlEngine) batchSize() int { return 100_000 }

func (e *sqlEngine) read(ctx context.Context) (reader, error) {
	isolation := sql.LevelRepeatableRead
	if e.o.Backend == Cockroach {
		isolation = sql.LevelSerializable
	}
	tx, err := e.db.BeginTx(ctx, &sql.TxOptions{Isolation: isolation, ReadOnly: true})
	if err != nil {
		return nil, err
	}
	r := &sqlReader{ctx: ctx, tx: tx, backend: e.o.Backend, names: e.names}
	if e.o.Backend == Postgres {
		r.planned = true
		if err := r.plan(lookUps); err != nil {
			return nil, errors.Join(err, tx.Rollback())
		}
	}
	return r, nil
}

// How the database plans. Look-ups name what they want, but its guesses of how
// much they find, which are of averages, let it read whole tables for them.
const (
	lookUps = "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off"
	scans   = "SET LOCAL enable_seqscan = on; SET LOCAL enable_hashjoin = on; SET LOCAL enable_mergejoin = on"
)

// plan says how the statements to come are planned. CockroachDB has no such say.
func (r *sqlReader) plan(how string) error {
	if !r.planned {
		return nil
	}
	_, err := r.tx.ExecContext(r.ctx, how)
	return err
}

func (e *sqlEngine) update(ctx context.Context, change func(writer) error) error {
	var err error
	for range sqlTries {
		err = e.try(ctx, func(w *sqlWriter) error { return change(w) })
		var failure *pq.Error
		if !errors.As(err, &failure) || failure.Code.Name() != "serialization_failure" {
			return err
		}
	}
	return err
}

// try runs change in one transaction.
func (e *sqlEngine) try(ctx context.Context, change func(*sqlWriter) error) error {
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
	if err := change(&sqlWriter{sqlReader{ctx: ctx, tx: tx, backend: e.o.Backend, names: e.names}}); err != nil {
		return err
	}
	return tx.Commit()
}

// snapshot gives Cayley's SQL store. Each gets a store of its own, which connects
// when it is first read: the planner of a shared one counts its tables in a
// variable that all queries race for, and may give two tables one name. It waits
// until there are connections for one more.
func (e *sqlEngine) snapshot(ctx context.Context, writes deltaWriter) (cayley.QuadStore, io.Closer, error) {
	select {
	case e.queries <- struct{}{}:
	case <-ctx.Done():
		return nil, nil, context.Cause(ctx)
	}
	qs, err := csql.New(cayleySQL(e.o.Backend), e.o.Path, cayley.Options{"maxopenconnections": queryConnections})
	if err != nil {
		<-e.queries
		return nil, nil, err
	}
	end := sync.OnceValue(func() error {
		defer func() { <-e.queries }()
		return qs.Close()
	})
	return &sqlSnapshot{QuadStore: qs, deltaWriter: writes}, closerFunc(end), nil
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
