package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/graph"
	"demarche/loader/article"
	"demarche/loader/testdata"
	"demarche/queries"
)

func newDemo(a *app) *cobra.Command {
	var folder, listen string
	var noServe bool
	command := &cobra.Command{
		Use:   "demo",
		Short: "Load sample articles, answer a question, and serve",
		Long: `Load the sample articles that come with the program, answer "who demanded what
of NATO in December 2021", and serve until interrupted. The articles are kept in
memory, or in a folder of your choice; your own store is not touched.`,
		Example: `  demarche demo
  demarche demo --no-serve
  demarche demo --dir /tmp/demo --listen 127.0.0.1:8080`,
		Args: wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error { return a.demo(c.Context(), folder, listen, noServe) },
	}
	command.Flags().StringVar(&folder, "dir", "", "keep the store in this folder")
	command.Flags().StringVar(&listen, "listen", "127.0.0.1:64210", "address to serve on, HOST:PORT")
	command.Flags().BoolVar(&noServe, "no-serve", false, "end after the answer")
	return command
}

// demoQuestion is what the demo asks.
var demoQuestion = struct {
	words, query string
	given        [][2]string
}{"Who demanded what of NATO in December 2021?", "who-demanded", [][2]string{{"of", "nato"}, {"since", "2021-12"}, {"until", "2021-12"}}}

func (a *app) demo(ctx context.Context, folder, listen string, noServe bool) (err error) {
	o := graph.Options{Backend: graph.Memory}
	if folder != "" {
		o = graph.Options{Backend: graph.Bolt, Path: folder}
	}
	store, err := graph.Open(ctx, o)
	if err != nil {
		return err
	}
	office, err := a.furnish(store)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, office.Close()) }()
	if err := a.loadSamples(ctx, office); err != nil {
		return err
	}
	if err := a.askDemo(ctx, office); err != nil || noServe {
		return err
	}
	fmt.Fprintln(a.stdout, "\nOpen this address in a browser; Ctrl-C ends the demo.")
	return a.serve(ctx, office, listen, "")
}

// loadSamples stores the articles that come with the program.
func (a *app) loadSamples(ctx context.Context, office *office) error {
	var entries []desk.Entry
	samples := testdata.Samples()
	err := fs.WalkDir(samples, ".", func(name string, file fs.DirEntry, err error) error {
		if err != nil || file.IsDir() {
			return err
		}
		data, err := fs.ReadFile(samples, name)
		if err != nil {
			return err
		}
		for one, err := range article.Decode(name, data) {
			if err != nil {
				return err
			}
			entry, err := office.desk.Read(one)
			if err != nil {
				return err
			}
			entries = append(entries, entry)
		}
		return ctx.Err()
	})
	if err != nil {
		return fmt.Errorf("loading the samples: %w", err)
	}
	if _, err := office.desk.Store(ctx, entries); err != nil {
		return err
	}
	statements, demands := 0, 0
	for _, e := range entries {
		statements += e.Statements
		demands += e.Demands
	}
	fmt.Fprintf(a.stdout, "%d sample articles: %d statements, %d demands\n", len(entries), statements, demands)
	return nil
}

// demoWidth is how wide the table is where there is no terminal.
const demoWidth = 120

// askDemo answers the question of the demo.
func (a *app) askDemo(ctx context.Context, office *office) error {
	set, err := a.querySet()
	if err != nil {
		return err
	}
	query, err := set.Get(demoQuestion.query)
	if err != nil {
		return err
	}
	command, given := "demarche ask "+demoQuestion.query, map[string]string{}
	for _, p := range demoQuestion.given {
		command += " --" + p[0] + " " + p[1]
		given[p[0]] = p[1]
	}
	result, err := office.engine.Run(ctx, query, given, queries.Page{})
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "\n%s\n(%s)\n\n", demoQuestion.words, command)
	return queries.Write(a.stdout, result, queries.Table, cmp.Or(width(a.stdout), demoWidth))
}
