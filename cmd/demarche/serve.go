package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/loader/article"
	"demarche/server"
	"demarche/server/cayleystore"
)

func newServe(a *app) *cobra.Command {
	var listen string
	command := &cobra.Command{
		Use:   "serve",
		Short: "Answer over HTTP, with Cayley's pages",
		Long: `Answer over HTTP until interrupted: a start page, the saved questions, actors and
articles as an API, Cayley's API and pages, and metrics on an address of their
own.

Without server.token in the configuration nothing can be changed, and other
commands may read the store meanwhile. With it, the server has the store to
itself: load articles through POST /api/articles.`,
		Example: `  demarche serve
  demarche serve --listen 0.0.0.0:8080
  DEMARCHE_SERVER_TOKEN=secret demarche serve`,
		Args: wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			// Where nothing can be changed, others may read beside the server.
			access := writing
			if a.cfg.Server.Token == "" && a.exists() {
				access = reading
			}
			return a.with(c.Context(), access, func(office *office) error {
				return a.serve(c.Context(), office, cmp.Or(listen, a.cfg.Server.Listen), a.cfg.Server.MetricsListen)
			})
		},
	}
	command.Flags().StringVar(&listen, "listen", "", "address, HOST:PORT (default: server.listen of the configuration)")
	return command
}

func (a *app) serverLimits() server.Limits {
	l := a.cfg.Limits
	return server.Limits{
		QueryTime: l.QueryTime, WriteTime: l.WriteTime, Rows: l.Rows, MaxRows: l.MaxRows,
		QueryBytes: int64(l.QuerySize), UploadBytes: int64(l.UploadSize),
	}
}

// serve answers on both addresses until ctx ends. An empty address for the
// metrics means none.
func (a *app) serve(ctx context.Context, office *office, listen, metrics string) error {
	set, err := a.querySet()
	if err != nil {
		return err
	}
	enqueuer := &lazyQueue{app: a}
	defer enqueuer.Close()
	s, err := server.New(server.Config{
		Queue:   enqueuer,
		Queries: set, Engine: office.engine, Graph: cayleystore.New(office.store, uint64(a.cfg.Limits.QueryMemory)),
		Catalogue: office.catalogue, Actors: actorDesk{office.desk}, Articles: articleDesk{office.desk}, Reviews: office.desk.Reviews(),
		Token: a.cfg.Server.Token, Limits: a.serverLimits(), Version: version(), Log: a.log, Now: a.now,
	})
	if err != nil {
		return err
	}
	doors := []struct {
		name, address string
		handler       http.Handler
	}{{"demarche", listen, s.Handler()}, {"metrics", metrics, s.Metrics()}}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var group sync.WaitGroup
	failures := make([]error, len(doors))
	for i, door := range doors {
		if door.address == "" {
			continue
		}
		listener, err := net.Listen("tcp", door.address)
		if err != nil {
			failures[i] = fmt.Errorf("listening on %s for %s: %w", door.address, door.name, err)
			stop()
			break
		}
		fmt.Fprintf(a.stdout, "%s: %s\n", door.name, urlOf(listener, door.name))
		group.Go(func() {
			defer stop() // one door closed, the house is
			failures[i] = server.Serve(ctx, listener, door.handler, a.serverLimits(), a.log)
		})
	}
	group.Wait()
	return errors.Join(failures...)
}

// urlOf returns what to open in a browser. A server on all addresses is also on
// that of this machine.
func urlOf(l net.Listener, name string) string {
	host, port, err := net.SplitHostPort(l.Addr().String())
	if ip := net.ParseIP(host); err != nil || ip == nil || ip.IsUnspecified() {
		host = "localhost"
	}
	path := "/"
	if name == "metrics" {
		path = "/metrics"
	}
	return "http://" + net.JoinHostPort(host, port) + path
}

// actorDesk adds actors for the server.
type actorDesk struct{ *desk.Desk }

// AddActors implements server.ActorLoader.
func (d actorDesk) AddActors(ctx context.Context, name string, data []byte) (*server.ActorsAdded, error) {
	added, err := d.Desk.AddActors(ctx, name, data)
	if errors.Is(err, desk.ErrActors) {
		return nil, fmt.Errorf("%w: %w", server.ErrInvalid, err)
	}
	if err != nil {
		return nil, err
	}
	answer := &server.ActorsAdded{}
	for _, actor := range added.Actors {
		answer.IDs = append(answer.IDs, actor.ID)
	}
	for _, link := range added.Links {
		answer.Mentions = append(answer.Mentions, link.String())
	}
	for _, warning := range added.Warnings {
		answer.Warnings = append(answer.Warnings, warning.String())
	}
	return answer, nil
}

// Relink implements server.ActorLoader.
func (d actorDesk) Relink(ctx context.Context) ([]string, error) {
	links, err := d.Desk.Relink(ctx)
	if err != nil {
		return nil, err
	}
	var made []string
	for _, link := range links {
		made = append(made, link.String())
	}
	return made, nil
}

// articleDesk loads and removes articles for the server.
type articleDesk struct{ *desk.Desk }

// Load implements server.Articles.
func (d articleDesk) Load(ctx context.Context, name string, data []byte) ([]server.Loaded, error) {
	var entries []desk.Entry
	for a, err := range article.Decode(name, data) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, refusal(err)
		}
		entry, err := d.Read(a)
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry)
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("%w: %s: there is no article in it", server.ErrInvalid, name)
	}
	changes, err := d.Store(ctx, entries)
	if err != nil {
		return nil, err
	}
	loaded := make([]server.Loaded, len(entries))
	for i, e := range entries {
		loaded[i] = server.Loaded{
			IRI: string(e.IRI), Title: e.Article.Title, Publisher: e.Article.Publisher, Statements: e.Statements,
			Demands: e.Demands, Events: e.Events, Positions: e.Positions, Quads: len(e.Quads), Change: string(changes[i]),
		}
		if !e.Article.Published.IsZero() {
			loaded[i].Published = e.Article.Published.Format(time.DateOnly)
		} else {
			loaded[i].Warnings = append(loaded[i].Warnings, "the day of publication is not known")
		}
	}
	return loaded, nil
}

// refusal makes a bad input the sender's fault.
func refusal(err error) error {
	var bad *article.Error
	if errors.As(err, &bad) {
		return fmt.Errorf("%w: %w", server.ErrInvalid, err)
	}
	return err
}

// Remove implements server.Articles.
func (d articleDesk) Remove(ctx context.Context, iri string) (int, error) {
	n, err := d.Desk.Remove(ctx, quad.IRI(iri))
	if errors.Is(err, desk.ErrNoArticle) {
		return 0, fmt.Errorf("%w: %w", server.ErrNotFound, err)
	}
	return n, err
}
