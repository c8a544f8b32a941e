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
