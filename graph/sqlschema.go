package graph

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/lib/pq"
)

// ensureTables sees that the database is a store that this program can open, and
// makes it one when it is empty. The mark comes first and the tables after it,
// so that an attempt that was cut off can be taken up.
func ensureTables(ctx context.Context, db *sql.DB, o Options) error {
	ready, err := tablesReady(ctx, db)
	if err != nil {
		return err
	}
	if ready {
		if o.Backend == Postgres && !o.ReadOnly {
			return keepStatistics(ctx, db)
		}
		return nil
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
	makeCounted, countQuads,
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

// What the database counts of objects and predicates together: mostly an object
// says which predicate it is used with. Without that it takes the subjects of a
// condition for a hundredth of what they are, and joins conditions by comparing
// all with all.
const (
	statistics  = "quads_object_predicate"
	makeCounted = "CREATE STATISTICS IF NOT EXISTS " + statistics + " (dependencies) ON object_hash, predicate_hash FROM quads"
	countQuads  = "ANALYZE quads"
)

// keepStatistics has the database count in a store that was made before it did.
// They make look-ups quicker and nothing else: another process that has the lock
// is not waited for, and who may write to the tables but does not own them opens
// the store as it is.
func keepStatistics(ctx context.Context, db *sql.DB) error {
	var there bool
	err := db.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_statistic_ext WHERE stxname = $1 AND stxrelid = to_regclass('quads'))", statistics).Scan(&there)
	if there || err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var locked bool
	if err := tx.QueryRowContext(ctx, "SELECT pg_try_advisory_xact_lock($1)", sqlLock).Scan(&locked); !locked || err != nil {
		return err
	}
	for _, statement := range []string{makeCounted, countQuads} {
		_, err := tx.ExecContext(ctx, statement)
		var failure *pq.Error
		if errors.As(err, &failure) && failure.Code.Name() == "insufficient_privilege" {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return tx.Commit()
}
