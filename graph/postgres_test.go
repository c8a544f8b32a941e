package graph_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
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
			s := open(t, graph.Options{Backend: graph.Postgres, Path: path})
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

func TestPostgresMixedLoad(t *testing.T) {
	s := postgresBackend(postgresServer(t)).Open(t)
	r := graphtest.Mixed(t, s, mixedTime(t), 3*stall, false)
	t.Logf("%+v", r)
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
