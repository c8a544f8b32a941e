package server

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"runtime/debug"
	"strings"
	"time"
)

// guard wraps everything: it recovers, logs, measures, sets the headers that
// every answer has, and refuses what another site's page makes a browser send.
func (s *Server) guard(next http.Handler) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, fmt.Errorf("%w; only this server's own pages and programs may send it", errCrossOrigin))
	}))
	next = origin.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := s.now()
		rec := &recorder{ResponseWriter: w, status: http.StatusOK}
		h := rec.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("Cache-Control", "no-store")
		defer func() {
			if v := recover(); v != nil {
				if v == http.ErrAbortHandler {
					panic(v)
				}
				// What was thrown may quote an article, so only its type is logged.
				s.log.ErrorContext(r.Context(), "handler panicked", "route", r.Pattern, "panic", fmt.Sprintf("%T", v), "stack", string(debug.Stack()))
				if !rec.wrote {
					s.fail(rec, r, errors.New("handler panicked"))
				}
			}
			s.metrics.observe(r, rec.status, s.now().Sub(start))
			s.log.DebugContext(r.Context(), "request", "method", r.Method, "route", r.Pattern,
				"status", rec.status, "bytes", rec.bytes, "duration", s.now().Sub(start).Round(time.Microsecond))
		}()
		next.ServeHTTP(rec, r)
	})
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
	wrote  bool
}

func (w *recorder) WriteHeader(status int) {
	if !w.wrote {
		w.status, w.wrote = status, true
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(p []byte) (int, error) {
	w.wrote = true
	n, err := w.ResponseWriter.Write(p)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// writes lets a request through that has the token, as bearer token or as
// password of any name, and gives it the time of a write.
func (s *Server) writes(next handlerFunc) handlerFunc {
	return func(w http.ResponseWriter, r *http.Request) error {
		if s.cfg.Token == "" {
			return fmt.Errorf("%w: the server was started without a token; set one in its configuration to allow writes", errReadOnly)
		}
		if !sameSecret(tokenOf(r), s.cfg.Token) {
			return fmt.Errorf(`%w: send "Authorization: Bearer TOKEN", or the token as password of HTTP Basic authentication`, errToken)
		}
		ctx, cancel := context.WithTimeout(r.Context(), s.limits.WriteTime)
		defer cancel()
		return next(w, r.WithContext(ctx))
	}
}

// reads gives a request the time of a query.
func (s *Server) reads(next handlerFunc) handlerFunc {
	return func(w http.ResponseWriter, r *http.Request) error {
		ctx, cancel := context.WithTimeout(r.Context(), s.limits.QueryTime)
		defer cancel()
		return next(w, r.WithContext(ctx))
	}
}

// turn waits until there is room among what runs, the free queries or the
// previews, and returns what to call when the work has ended. Waiting takes at
// most half of the time of a query, so that some is left for the work.
func (s *Server) turn(ctx context.Context, running chan struct{}) (done func(), err error) {
	patience := time.NewTimer(s.limits.QueryTime / 2)
	defer patience.Stop()
	select {
	case running <- struct{}{}:
		return func() { <-running }, nil
	case <-patience.C:
		return nil, errBusy
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// localOnly refuses requests for hosts other than this machine. A server that
// only this machine can reach is still reached by the pages of other sites,
// when their names are made to resolve to it (DNS rebinding); their browser
// then names their host. Programs that name none are let through.
func localOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host == "" || isLocal(r.Host) {
			next.ServeHTTP(w, r)
			return
		}
		err := fmt.Errorf("%w: this server listens on the loopback interface and answers for localhost, 127.0.0.1 and [::1] only", errHost)
		_ = writeProblem(w, problemOf(err)) // the client may be gone
	})
}

// isLocal reports whether a host, with or without a port, is this machine.
func isLocal(host string) bool {
	name := (&url.URL{Host: host}).Hostname()
	return strings.EqualFold(name, "localhost") || net.ParseIP(name).IsLoopback()
}

// tokenOf returns the token that a request brings, empty when none.
func tokenOf(r *http.Request) string {
	if _, password, ok := r.BasicAuth(); ok {
		return password
	}
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(token)
}

// sendsBearer says whether a request uses the scheme Bearer, even without a token.
func sendsBearer(r *http.Request) bool {
	scheme, _, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.EqualFold(scheme, "Bearer")
}

// sameSecret compares in a time that depends on neither text. Hashing first
// hides the length too.
func sameSecret(got, want string) bool {
	g, w := sha256.Sum256([]byte(got)), sha256.Sum256([]byte(want))
	return subtle.ConstantTimeCompare(g[:], w[:]) == 1
}

// readBody returns the whole body, decompressed, or an error when it is larger
// than limit; it never returns a part.
func readBody(w http.ResponseWriter, r *http.Request, limit int64) ([]byte, error) {
	var body io.Reader = http.MaxBytesReader(w, r.Body, limit)
	switch enc := strings.ToLower(r.Header.Get("Content-Encoding")); enc {
	case "", "identity":
	case "gzip", "x-gzip":
		zr, err := gzip.NewReader(body)
		if err != nil {
			return nil, invalid("reading the compressed body: %v", err)
		}
		body = io.LimitReader(zr, limit+1)
	default:
		return nil, fmt.Errorf("%w: %q; send the body plain or as gzip", errUnsupported, enc)
	}
	data, err := io.ReadAll(body)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, err
	case err != nil:
		return nil, invalid("reading the body: %v", err)
	case int64(len(data)) > limit:
		return nil, &http.MaxBytesError{Limit: limit}
	}
	return data, nil
}
