package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/cayleygraph/quad/nquads"

	"demarche/graph"
	"demarche/queries"
)

// peer answers the questions of shared in its own way.
type peer struct {
	name string
	ask  func(ctx context.Context, q question, d drawn) (rows int, err error)
}

// shared are the questions that are put to peers, too: newest first, 50 at most,
// each row with day, demander, addressees, words, polarity, confidence and the
// headline of the article.
func shared() []question {
	var some []question
	for _, q := range saved() {
		switch q.name {
		case "who-demanded, by", "who-demanded, by and of", "who-demanded, topic, three months", "who-demanded, a month":
			some = append(some, q)
		}
	}
	return some
}

// peers measures the shared questions, and prints a row for each way to ask.
func (b *bench) peers(ctx context.Context) error {
	all := []peer{{"saved query", b.askSaved}}
	if b.gizmo {
		g, err := b.newGizmo()
		if err != nil {
			return err
		}
		defer g.close()
		all = append(all, peer{"Gizmo over HTTP", g.ask})
	}
	if b.tables != nil {
		defer b.tables.close()
		if err := b.tables.fill(ctx); err != nil {
			return err
		}
		all = append(all, peer{"SQL on tables", b.tables.ask})
	}
	fmt.Printf("The same questions, %d quads, store %s; milliseconds, the fastest of three\n\n", b.loaded, b.backend)
	fmt.Println("| question | way | p50 | p99 | rows, median |\n|---|---|---|---|---|")
	for _, q := range shared() {
		for _, p := range all {
			var times, rows []float64
			began := time.Now()
			for i := 0; i < b.runs && (i < 3 || time.Since(began) < b.most); i++ {
				d := b.drawn[i%len(b.drawn)]
				n, best := 0, 0.0
				for try := range tries {
					asked := time.Now()
					var err error
					if n, err = p.ask(ctx, q, d); err != nil {
						return fmt.Errorf("%s: %s: %w", p.name, q.name, err)
					}
					if ms := float64(time.Since(asked).Microseconds()) / 1000; try == 0 || ms < best {
						best = ms
					}
				}
				times, rows = append(times, best), append(rows, float64(n))
			}
			fmt.Printf("| %s | %s | %.2f | %.1f | %.0f |\n", q.name, p.name, share(times, .5), share(times, .99), share(rows, .5))
		}
	}
	fmt.Println()
	return nil
}

func (b *bench) askSaved(ctx context.Context, q question, d drawn) (int, error) {
	saved, err := b.set.Get(q.query)
	if err != nil {
		return 0, err
	}
	r, err := b.engine.Run(ctx, saved, q.given(d), queries.Page{})
	if err != nil {
		return 0, err
	}
	return len(r.Rows), nil
}

// exports writes what oxigraph/ask.mjs reads: quads.nq and questions.json.
type exports struct {
	folder string
	file   *os.File
	buffer *bufio.Writer
	quads  *nquads.Writer
}

func newExports(o options) (*exports, error) {
	if o.export == "" {
		return &exports{}, nil
	}
	if err := os.MkdirAll(o.export, 0o755); err != nil {
		return nil, err
	}
	file, err := os.Create(filepath.Join(o.export, "quads.nq"))
	if err != nil {
		return nil, err
	}
	buffer := bufio.NewWriterSize(file, 1<<20)
	return &exports{o.export, file, buffer, nquads.NewWriter(buffer)}, nil
}

func (e *exports) add(doc graph.Document) error {
	if e.file == nil {
		return nil
	}
	_, err := e.quads.WriteQuads(doc.Quads)
	return err
}

func (e *exports) finish(all []drawn) error {
	if e.file == nil {
		return nil
	}
	type asked struct {
		Name string
		drawn
		Since, Until string
	}
	var questions []asked
	for _, q := range shared() {
		for _, d := range all {
			given := q.given(d)
			questions = append(questions, asked{q.name, d, given["since"], given["until"]})
		}
	}
	data, err := json.Marshal(questions)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(e.folder, "questions.json"), data, 0o600); err != nil {
		return err
	}
	if err := e.buffer.Flush(); err != nil {
		return err
	}
	return e.file.Close()
}
