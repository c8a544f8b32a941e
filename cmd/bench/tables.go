package main

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/lib/pq"

	"demarche/graph"
	"demarche/internal/topic"
	"demarche/schema"
)

// tables are demands in tables made for the questions, with the indexes that
// answer them: the limit to aim at.
type tables struct {
	db   *sql.DB
	rows map[string][][]any // of each table, until they are copied into it
}

var tableStatements = []string{
	`DROP TABLE IF EXISTS bench_articles, bench_demands, bench_of, bench_topics`,
	`CREATE UNLOGGED TABLE bench_articles (id int, headline text, publisher text)`,
	`CREATE UNLOGGED TABLE bench_demands (id int, article int, day date, by text, what text, polarity text, confidence float8)`,
	`CREATE UNLOGGED TABLE bench_of (demand int, day date, by text, of text)`,
	`CREATE UNLOGGED TABLE bench_topics (demand int, day date, stem text)`,
}

var indexStatements = []string{
	`CREATE UNIQUE INDEX ON bench_articles (id)`, `CREATE UNIQUE INDEX ON bench_demands (id)`,
	`CREATE INDEX ON bench_demands (by, day DESC)`, `CREATE INDEX ON bench_demands (day DESC)`,
	`CREATE INDEX ON bench_of (demand)`, `CREATE INDEX ON bench_of (by, of, day DESC)`,
	`CREATE INDEX ON bench_topics (stem, day DESC)`,
	`ANALYZE bench_articles`, `ANALYZE bench_demands`, `ANALYZE bench_of`, `ANALYZE bench_topics`,
}

// newTables makes empty tables, or nothing when no database is named.
func newTables(ctx context.Context, o options) (*tables, error) {
	if o.sql == "" {
		return nil, nil
	}
	db, err := sql.Open("postgres", o.sql)
	if err != nil {
		return nil, err
	}
	t := &tables{db, make(map[string][][]any)}
	return t, t.execute(ctx, tableStatements)
}

func (t *tables) execute(ctx context.Context, statements []string) error {
	for _, statement := range statements {
		if _, err := t.db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

// add takes the rows of a document.
func (t *tables) add(doc graph.Document) {
	if t == nil {
		return
	}
	insert := func(table string, row ...any) { t.rows[table] = append(t.rows[table], row) }
	for _, a := range bySubject(doc, schema.ClassArticle) {
		insert("bench_articles", len(t.rows["bench_articles"]), text(a[schema.Headline]), actor(a[schema.Publisher]))
	}
	article := len(t.rows["bench_articles"]) - 1
	for _, d := range bySubject(doc, schema.ClassDemand) {
		day := time.Time(first(d[schema.Day]).(quad.Time))
		id, by := len(t.rows["bench_demands"]), actor(d[schema.By])
		confidence, _ := first(d[schema.Confidence]).(quad.Float)
		insert("bench_demands", id, article, day, by, text(d[schema.Quote]), text(d[schema.Polarity]), float64(confidence))
		for _, of := range d[schema.Of] {
			insert("bench_of", id, day, by, actor([]quad.Value{of}))
		}
		for _, stem := range topic.Keys(text(d[schema.Quote])) {
			insert("bench_topics", id, day, stem)
		}
	}
}

// fill copies the rows, and makes the indexes.
func (t *tables) fill(ctx context.Context) error {
	for table, rows := range t.rows {
		if err := t.copy(ctx, table, rows); err != nil {
			return fmt.Errorf("%s: %w", table, err)
		}
	}
	t.rows = nil
	return t.execute(ctx, indexStatements)
}

func (t *tables) close() { t.db.Close() }

// columns are those of the tables, in their order.
var columns = map[string][]string{
	"bench_articles": {"id", "headline", "publisher"},
	"bench_demands":  {"id", "article", "day", "by", "what", "polarity", "confidence"},
	"bench_of":       {"demand", "day", "by", "of"},
	"bench_topics":   {"demand", "day", "stem"},
}

func (t *tables) copy(ctx context.Context, table string, rows [][]any) error {
	tx, err := t.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	in, err := tx.PrepareContext(ctx, pq.CopyIn(table, columns[table]...))
	if err != nil {
		return err
	}
	for _, row := range rows {
		if _, err := in.ExecContext(ctx, row...); err != nil {
			return err
		}
	}
	if _, err := in.ExecContext(ctx); err != nil {
		return err
	}
	if err := in.Close(); err != nil {
		return err
	}
	return tx.Commit()
}

// shown is the rest of every statement: what a row shows.
const shown = `SELECT d.day, d.by, (SELECT array_agg(o.of) FROM bench_of o WHERE o.demand = d.id), d.what, d.polarity, d.confidence, a.headline
	FROM found f JOIN bench_demands d ON d.id = f.id JOIN bench_articles a ON a.id = d.article ORDER BY d.day DESC, d.id`

func (t *tables) ask(ctx context.Context, q question, d drawn) (int, error) {
	var statement string
	var args []any
	switch q.name {
	case "who-demanded, by":
		statement, args = `SELECT id FROM bench_demands WHERE by = $1 ORDER BY day DESC LIMIT 50`, []any{d.By}
	case "who-demanded, by and of":
		statement, args = `SELECT demand AS id FROM bench_of WHERE by = $1 AND of = $2 ORDER BY day DESC LIMIT 50`, []any{d.By, d.Of}
	case "who-demanded, topic, three months":
		since, until := months(d.Day, 2)
		statement = `SELECT demand AS id FROM bench_topics WHERE stem = $1 AND day BETWEEN $2 AND $3 ORDER BY day DESC LIMIT 50`
		args = []any{d.Topic, since, until}
	default:
		since, until := months(d.Day, 0)
		statement, args = `SELECT id FROM bench_demands WHERE day BETWEEN $1 AND $2 ORDER BY day DESC LIMIT 50`, []any{since, until}
	}
	rows, err := t.db.QueryContext(ctx, "WITH found AS ("+statement+") "+shown, args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var day time.Time
		var by, what, polarity, headline string
		var of pq.StringArray
		var confidence float64
		if err := rows.Scan(&day, &by, &of, &what, &polarity, &confidence, &headline); err != nil {
			return 0, err
		}
	}
	return n, rows.Err()
}
