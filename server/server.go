// Package server answers over HTTP: the explorer, a start page, the saved queries,
// actors and articles as a JSON API, Cayley's API in both versions, and Cayley's
// pages (Query, Query Shape, Visualize, Write) without internet.
//
// Everything is read-only without the token. Every request is bounded: its
// body (a larger one is refused, never cut), its time, and the rows of its
// answer (the limit is said in the answer). One table turns errors into
// statuses. Answers to programs are JSON, errors are problem documents of
// RFC 9457.
//
// A Server is made once from what it is given, keeps no state between requests,
// and is safe for concurrent use. It uses no global mux and registers nothing.
package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"time"

	"demarche/queries"
	"demarche/schema"
	"demarche/schema/issues"
)

// Config is what a Server is made of. The interfaces are required, Issues and Queue apart.
type Config struct {
	Queries   Queries
	Engine    Engine
	Graph     Graph
	Catalogue Catalogue
	Actors    ActorLoader
	Articles  Articles
	Reviews   Reviews
	Issues    Issues // nil: none are known
	Queue     Queue  // nil: articles are loaded at once only
	Explorer  fs.FS  // as web.Explorer has it; nil: the start page is at / too

	Token   string           // secret that allows writing; without it all writes are refused
	Limits  Limits           // zero fields have the values of DefaultLimits
	Version string           // of the program, for the pages and the API description
	Log     *slog.Logger     // nil: nothing is logged
	Now     func() time.Time // nil: time.Now
}

// Limits bound what one request may cost.
type Limits struct {
	QueryTime   time.Duration // time of one query
	WriteTime   time.Duration // time of one write, extraction included
	Rows        int           // rows of one answer when the request names no number
	MaxRows     int           // rows of one answer that a request may ask for
	QueryBytes  int64         // size of a query's text
	UploadBytes int64         // size of an upload, after decompression
	FreeQueries int           // queries in Cayley's languages that run at the same time, and half as many previews; others wait
}

// DefaultLimits are the limits that hold where a Config names none.
func DefaultLimits() Limits {
	return Limits{
		QueryTime:   30 * time.Second,
		WriteTime:   5 * time.Minute,
		Rows:        1000,
		MaxRows:     100_000,
		QueryBytes:  1 << 20,
		UploadBytes: 32 << 20,
		FreeQueries: 4,
	}
}

// withDefaults fills the fields that are zero.
func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	if l.QueryTime == 0 {
		l.QueryTime = d.QueryTime
	}
	if l.WriteTime == 0 {
		l.WriteTime = d.WriteTime
	}
	if l.Rows == 0 {
		l.Rows = d.Rows
	}
	if l.MaxRows == 0 {
		l.MaxRows = max(d.MaxRows, l.Rows)
	}
	if l.QueryBytes == 0 {
		l.QueryBytes = d.QueryBytes
	}
	if l.UploadBytes == 0 {
		l.UploadBytes = d.UploadBytes
	}
	if l.FreeQueries == 0 {
		l.FreeQueries = d.FreeQueries
	}
	return l
}

// Server answers requests; see New.
type Server struct {
	cfg      Config
	limits   Limits
	explorer *explorer // nil: not built
	log      *slog.Logger
	now      func() time.Time
	metrics  *metrics
	pages    *pages

	known    finder[schema.Actor]
	unlinked finder[queries.Unlinked]
	issues   finder[issues.Issue]

	handler http.Handler
	turns   chan struct{} // holds one element for each free query that runs
	trials  chan struct{} // the same for previews
}

// New makes a server. It fails when something required is missing, and when
// Cayley's pages or the explorer are not what it knows how to serve.
func New(cfg Config) (*Server, error) {
	switch {
	case cfg.Queries == nil, cfg.Engine == nil, cfg.Graph == nil,
		cfg.Catalogue == nil, cfg.Actors == nil, cfg.Articles == nil, cfg.Reviews == nil:
		return nil, errors.New("server: Config must name Queries, Engine, Graph, Catalogue, Actors, Articles and Reviews")
	}
	s := &Server{
		cfg:     cfg,
		limits:  cfg.Limits.withDefaults(),
		log:     cfg.Log,
		now:     cfg.Now,
		metrics: newMetrics(),
	}
	s.known.names, s.unlinked.names, s.issues.names = namesOfActor, namesOfUnlinked, namesOfIssue
	s.turns = make(chan struct{}, s.limits.FreeQueries)
	s.trials = make(chan struct{}, max(1, s.limits.FreeQueries/2))
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.now == nil {
		s.now = time.Now
	}
	var err error
	if s.pages, err = newPages(); err != nil {
		return nil, err
	}
	ui, err := newCayleyUI()
	if err != nil {
		return nil, err
	}
	if cfg.Explorer != nil {
		if s.explorer, err = newExplorer(cfg.Explorer); err != nil {
			return nil, err
		}
	}
	s.handler, err = s.build(ui)
	return s, err
}

// Handler returns the handler of everything but the metrics.
func (s *Server) Handler() http.Handler { return s.handler }

// Metrics returns the handler of GET /metrics, in the format of Prometheus. It
// is meant for a listener of its own, out of the public's reach.
func (s *Server) Metrics() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", s.metrics.handler())
	return mux
}

// When the server stops, requests in progress have requestGrace to end by
// themselves; then their contexts end, and after shutdownGrace in all their
// connections are closed.
const (
	requestGrace  = 2 * time.Second
	shutdownGrace = 10 * time.Second
)

// Serve answers the connections of the listener with the handler until the
// context ends; then it takes no new ones, lets the requests in progress end
// for some seconds, ends them, and returns nil. Errors of the listener are
// returned.
//
// On a listener of the loopback interface it answers only requests for this
// machine: see localOnly.
func Serve(ctx context.Context, ln net.Listener, h http.Handler, limits Limits, log *slog.Logger) error {
	limits = limits.withDefaults()
	if address, ok := ln.Addr().(*net.TCPAddr); ok && address.IP.IsLoopback() {
		h = localOnly(h)
	}
	requests, end := context.WithCancelCause(context.WithoutCancel(ctx))
	defer end(errStopping)
	srv := &http.Server{
		Handler:           h,
		BaseContext:       func(net.Listener) context.Context { return requests },
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       2 * time.Minute,
		WriteTimeout:      max(limits.QueryTime, limits.WriteTime) + 3*time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(ln) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", ln.Addr(), err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownGrace)
	defer cancel()
	timer := time.AfterFunc(requestGrace, func() { end(errStopping) })
	defer timer.Stop()
	if err := srv.Shutdown(grace); err != nil {
		// The stop was asked for, so it is no failure that somebody's request is cut.
		log.Warn("requests still ran when the server stopped", "address", ln.Addr().String(), "error", errors.Join(err, srv.Close()))
	}
	return nil
}
