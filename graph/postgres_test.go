package graph_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"demarche/graph"
	"demarche/graph/graphtest"

	_ "github.com/lib/pq"
)

// postgresServer returns the address of a PostgreSQL server in which tests may
// make and drop databases, with a %s for the database's name. It skips the test
// when there is none.
func postgresServer(t testing.TB) string {
	address := os.Getenv("DEMARCHE_TEST_POSTGRES")
	if address == "" {
		address = "postgres://postgres@127.0.0.1:5432/%s?sslmode=disable&connect_timeout=2"
	}
	db, err := sql.Open("postgres", fmt.Sprintf(address, "postgres"))
	if err == nil {
		err = db.Ping()
		db.Close()
	}
	if err != nil {
		t.Skipf("no PostgreSQL to test with (%v): start one at 127.0.0.1:5432 that trusts user postgres, "+
			"or name it in DEMARCHE_TEST_POSTGRES, as in postgres://user@host:5432/%%s?sslmode=disable", err)
	}
	return address
}

var databases atomic.Int64

// newDatabase makes a database and drops it after the test.
func newDatabase(t testing.TB, server string) string {
	name := fmt.Sprintf("demarche_test_%d_%d", os.Getpid(), databases.Add(1))
	db, err := sql.Open("postgres", fmt.Sprintf(server, "postgres"))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxIdleConns(0) // a hundred databases of one test must not hold as many connections
	t.Cleanup(func() {
		if _, err := db.Exec("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	if _, err := db.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf(server, name)
}

func postgresBackend(server string) graphtest.Backend {
	paths := make(map[*graph.Store]string)
	return graphtest.Backend{
		Open: func(t testing.TB) *graph.Store {
			path := newDatabase(t, server)
			s := open(t, graph.Options{Backend: graph.Postgres, Path: path, Batch: testBatch})
			paths[s] = path
			return s
		},
		Reopen: func(t testing.TB, s *graph.Store) *graph.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return open(t, graph.Options{Backend: graph.Postgres, Path: paths[s]})
		},
	}
}

func TestPostgres(t *testing.T) {
	graphtest.Run(t, postgresBackend(postgresServer(t)))
}

// The address may have settings of the driver of queries, which the one that
// fills an empty store does not know.
func TestPostgresSettingsOfTheDriver(t *testing.T) {
	s := open(t, graph.Options{Backend: graph.Postgres, Path: newDatabase(t, postgresServer(t)) + "&binary_parameters=yes"})
	if change, err := s.Load(t.Context(), graphtest.Sequence(nil, graphtest.News(5, 1)...)); err != nil || change.Added == 0 {
		t.Errorf("%+v, %v", change, err)
	}
}

// After an empty store was filled, look-ups need the indexes alone.
func TestPostgresFilledIsVacuumed(t *testing.T) {
	path := newDatabase(t, postgresServer(t))
	s := open(t, graph.Options{Backend: graph.Postgres, Path: path})
	if _, err := s.Load(t.Context(), graphtest.Sequence(nil, graphtest.News(20, 1)...)); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("postgres", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, table := range []string{"nodes", "quads"} {
		var pages, visible int
		err := db.QueryRow("SELECT relpages, relallvisible FROM pg_class WHERE oid = $1::regclass", table).Scan(&pages, &visible)
		if err != nil || visible == 0 || visible != pages {
			t.Errorf("%s: %d of %d pages are known to be visible to all (%v)", table, visible, pages, err)
		}
	}
}

// The database knows how many subjects meet a condition, since it plans joins of
// conditions by that; in a store of an earlier version, too, once it was opened.
func TestPostgresGuessesConditions(t *testing.T) {
	path := newDatabase(t, postgresServer(t))
	o := graph.Options{Backend: graph.Postgres, Path: path}
	s := open(t, o)
	if _, err := s.Load(t.Context(), graphtest.Sequence(nil, graphtest.News(200, 1)...)); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("postgres", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	guess := func() (rows, guessed int) {
		t.Helper()
		var predicate, object, plan string
		err := db.QueryRow(`SELECT predicate_hash::text, object_hash::text, count(*) FROM quads WHERE object_hash NOT IN
			(SELECT object_hash FROM quads GROUP BY object_hash HAVING count(DISTINCT predicate_hash) > 1)
			GROUP BY predicate_hash, object_hash ORDER BY count(*) DESC LIMIT 1`).Scan(&predicate, &object, &rows)
		if err != nil {
			t.Fatal(err)
		}
		err = db.QueryRow("EXPLAIN SELECT subject_hash FROM quads WHERE predicate_hash = '" + predicate + "' AND object_hash = '" + object + "'").Scan(&plan)
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(plan, "rows=")
		if _, err := fmt.Sscanf(after, "%d", &guessed); err != nil {
			t.Fatalf("plan %q: %v", plan, err)
		}
		return rows, guessed
	}
	if rows, guessed := guess(); guessed < rows/2 || guessed > 2*rows {
		t.Errorf("filled: guesses %d of %d", guessed, rows)
	}
	if _, err := db.Exec("DROP STATISTICS quads_object_predicate"); err != nil {
		t.Fatal(err)
	}
	if rows, guessed := guess(); guessed >= rows/2 {
		t.Errorf("without counting: guesses %d of %d, so this test shows nothing", guessed, rows)
	}
	open(t, o)
	if rows, guessed := guess(); guessed < rows/2 || guessed > 2*rows {
		t.Errorf("opened: guesses %d of %d", guessed, rows)
	}
}

// Who may write to the tables of a store of an earlier version, but does not own
// them, opens it as it is.
func TestPostgresOfAnotherOwner(t *testing.T) {
	path := newDatabase(t, postgresServer(t))
	open(t, graph.Options{Backend: graph.Postgres, Path: path})
	db, err := sql.Open("postgres", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	address, err := url.Parse(path)
	if err != nil {
		t.Skipf("the address is no URL: %v", err)
	}
	role := strings.TrimPrefix(address.Path, "/") + "_writer"
	for _, statement := range []string{
		"DROP STATISTICS quads_object_predicate",
		"CREATE ROLE " + role + " LOGIN PASSWORD 'secret'",
		"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + role,
		"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO " + role,
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
	defer func() {
		for _, statement := range []string{"DROP OWNED BY " + role, "DROP ROLE " + role} {
			if _, err := db.Exec(statement); err != nil {
				t.Errorf("%s: %v", statement, err)
			}
		}
	}()
	address.User = url.UserPassword(role, "secret")
	s, err := graph.Open(t.Context(), graph.Options{Backend: graph.Postgres, Path: address.String()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if change, err := s.Replace(t.Context(), graphtest.News(1, 1)...); err != nil || change.Added == 0 {
		t.Errorf("%+v, %v", change, err)
	}
}

func TestPostgresMixedLoad(t *testing.T) {
	s := postgresBackend(postgresServer(t)).Open(t)
	r := graphtest.Mixed(t, s, mixedTime(t), 3*stall, false)
	t.Logf("%+v", r)
}

// However many queries run at a time, the store keeps to its connections: the
// others wait for their turn, and all are answered.
func TestPostgresKeepsToItsConnections(t *testing.T) {
	path := newDatabase(t, postgresServer(t))
	s := open(t, graph.Options{Backend: graph.Postgres, Path: path, Connections: graph.MinConnections + 8})
	if _, err := s.Replace(t.Context(), graphtest.News(5, 1)...); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("postgres", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var queries sync.WaitGroup
	for range 40 {
		queries.Go(func() {
			rows := 0
			for _, err := range s.Query(t.Context(), graph.Gizmo, "g.V().Tag('a').Out().Tag('b').All()", nil, graph.Limits{Rows: 2000}) {
				if err != nil && !errors.Is(err, graph.ErrTooManyRows) {
					t.Error(err)
				}
				rows++
			}
			if rows == 0 {
				t.Error("a query gave nothing")
			}
		})
	}
	ended := make(chan struct{})
	go func() {
		queries.Wait()
		close(ended)
	}()
	for most := 0; ; {
		var now int
		err := db.QueryRow("SELECT count(*) - 1 FROM pg_stat_activity WHERE datname = current_database()").Scan(&now)
		if err != nil {
			t.Fatal(err)
		}
		if most = max(most, now); most > graph.MinConnections+8 {
			t.Fatalf("%d connections instead of at most %d", most, graph.MinConnections+8)
		}
		select {
		case <-ended:
			if most < 2 {
				t.Errorf("the queries had only %d connections: they were not watched", most)
			}
			return
		case <-time.After(time.Millisecond):
		}
	}
}

// A store of the layout before, with Cayley's own indexes, is brought to the
// present one when it is opened for writing, and read as it is before.
func TestPostgresMigrates(t *testing.T) {
	path := newDatabase(t, postgresServer(t))
	o := graph.Options{Backend: graph.Postgres, Path: path}
	s := open(t, o)
	docs := graphtest.News(5, 1)
	if _, err := s.Replace(t.Context(), docs...); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("postgres", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`DROP INDEX quads_spol, quads_ops, quads_p, quads_l;
		CREATE UNIQUE INDEX spol_unique ON quads (subject_hash, predicate_hash, object_hash, label_hash) WHERE label_hash IS NOT NULL;
		CREATE INDEX quads_label ON quads (label_hash)`); err != nil {
		t.Fatal(err)
	}
	indexes := func() (names string) {
		err := db.QueryRow("SELECT string_agg(indexname, ' ' ORDER BY indexname) FROM pg_indexes WHERE tablename = 'quads'").Scan(&names)
		if err != nil {
			t.Fatal(err)
		}
		return names
	}
	before := indexes()
	o.ReadOnly = true
	graphtest.Check(t, open(t, o))
	if after := indexes(); after != before {
		t.Errorf("opening for reading made %s of %s", after, before)
	}
	o.ReadOnly = false
	s = open(t, o)
	graphtest.Check(t, s)
	if got, want := indexes(), "quads_l quads_ops quads_p quads_pkey quads_spol"; got != want {
		t.Errorf("the indexes are %s, want %s", got, want)
	}
	if got, err := s.Replace(t.Context(), docs...); err != nil || got.Added != 0 {
		t.Errorf("Replace of what is there: %+v, %v", got, err)
	}
}

func TestPostgresRefuses(t *testing.T) {
	server := postgresServer(t)
	exec := func(path, statement string) {
		t.Helper()
		db, err := sql.Open("postgres", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	foreign, newer := newDatabase(t, server), newDatabase(t, server)
	exec(foreign, "CREATE TABLE quads (n int)")
	exec(newer, "CREATE TABLE demarche_graph AS SELECT 99 AS format")
	tests := []struct {
		name string
		o    graph.Options
		want error
	}{
		{"another database", graph.Options{Path: foreign}, graph.ErrNotStore},
		{"newer format", graph.Options{Path: newer}, graph.ErrVersion},
		{"too few connections", graph.Options{Path: newDatabase(t, server), Connections: 3}, graph.ErrConnections},
		{"nothing to read", graph.Options{Path: newDatabase(t, server), ReadOnly: true}, graph.ErrNothing},
	}
	for _, test := range tests {
		test.o.Backend = graph.Postgres
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if _, err := graph.Open(ctx, test.o); !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, err, test.want)
		}
	}
}
