package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"

	"github.com/spf13/cobra"

	"demarche/server"
	"demarche/server/cayleystore"
	"demarche/web"
)

func newServe(a *app) *cobra.Command {
	var listen string
	command := &cobra.Command{
		Use:   "serve",
		Short: "Answer over HTTP, with Cayley's pages",
		Long: `Answer over HTTP until interrupted: the explorer, the saved questions, actors and
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
	explorer := web.Explorer()
	s, err := server.New(server.Config{
		Queue: enqueuer, Explorer: explorer,
		Queries: set, Engine: office.engine, Graph: cayleystore.New(office.store, uint64(a.cfg.Limits.QueryMemory)),
		Catalogue: office.catalogue, Issues: office.issues, Actors: actorDesk{office.desk}, Articles: articleDesk{office.desk},
		Reviews: office.desk.Reviews(),
		Token:   a.cfg.Server.Token, Limits: a.serverLimits(), Version: version(), Log: a.log, Now: a.now,
	})
	if err != nil {
		return err
	}
	doors := []struct {
		name, address string
		handler       http.Handler
		listener      net.Listener
	}{{"demarche", listen, s.Handler(), nil}, {"metrics", metrics, s.Metrics(), nil}}
	// All are open before the first is announced.
	for i := range doors {
		door := &doors[i]
		if door.address == "" {
			continue
		}
		if door.listener, err = net.Listen("tcp", door.address); err != nil {
			err = fmt.Errorf("listening on %s for %s: %w", door.address, door.name, err)
			if door.name == "metrics" {
				err = fmt.Errorf("%w: %w", errMetrics, err)
			}
			return err
		}
		defer door.listener.Close() // serving closes it, too
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var group sync.WaitGroup
	failures := make([]error, len(doors))
	for i, door := range doors {
		if door.listener == nil {
			continue
		}
		fmt.Fprintf(a.stdout, "%s: %s\n", door.name, urlOf(door.listener, door.name))
		group.Go(func() {
			defer stop() // one door closed, the house is
			failures[i] = server.Serve(ctx, door.listener, door.handler, a.serverLimits(), a.log)
		})
	}
	if explorer == nil && ctx.Err() == nil {
		fmt.Fprintln(a.stdout, noExplorer) // behind the addresses, which others read
	}
	group.Wait()
	return errors.Join(failures...)
}

// errMetrics means that the address for metrics cannot be listened on. It names the setting.
var errMetrics = errors.New("server.metrics_listen")

// noExplorer is what serve and version say of a build without the explorer.
const noExplorer = "the explorer is not part of this build: run 'make web' and build again"

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
