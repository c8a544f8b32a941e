package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"demarche/queries"
	"demarche/review"
)

// Errors that those who implement the interfaces of this package wrap, so that
// the table below finds the status.
var (
	ErrNotFound = errors.New("not found")       // there is nothing under that name
	ErrInvalid  = errors.New("invalid request") // what was sent cannot be used as it is
	ErrLimit    = errors.New("over a limit")    // the work was stopped by a limit other than time
)

// ErrBusy means that there is no room for the request now, and may be later.
var ErrBusy = errors.New("no room now")

// Kind gives an error a kind, one of those above, and leaves its text as it is.
func Kind(kind, err error) error {
	if err == nil {
		return nil
	}
	return kindError{err, kind}
}

type kindError struct {
	error
	kind error
}

func (e kindError) Unwrap() []error { return []error{e.error, e.kind} }

// Errors that arise here.
var (
	errToken       = errors.New("a valid token is needed to write")
	errReadOnly    = errors.New("writing is switched off")
	errAcceptable  = errors.New("no such format")
	errUnsupported = errors.New("content encoding not supported")
	errCrossOrigin = errors.New("request comes from another site")
	errMethod      = errors.New("method not allowed")
	errUnavailable = errors.New("the graph does not answer")
	errBusy        = errors.New("too many of these run at the same time; ask again later")
	errStopping    = errors.New("the server is stopping")
	errHost        = errors.New("the request is for another host")
)

// statuses is the one table of what errors become. The first entry that the
// error wraps counts; an error that is not here is a fault of the server, 500.
var statuses = []struct {
	err    error
	status int
}{
	{errToken, http.StatusUnauthorized},
	{errReadOnly, http.StatusForbidden},
	{errCrossOrigin, http.StatusForbidden},
	{errHost, http.StatusMisdirectedRequest},
	{ErrNotFound, http.StatusNotFound},
	{review.ErrUnknown, http.StatusNotFound},
	{review.ErrInvalid, http.StatusBadRequest},
	{queries.ErrUnknownQuery, http.StatusNotFound},
	{queries.ErrNoProgram, http.StatusNotFound},
	{queries.ErrUnknownRecord, http.StatusNotFound},
	{queries.ErrUnknownParameter, http.StatusBadRequest},
	{queries.ErrUnknownActor, http.StatusBadRequest},
	{queries.ErrUnknownIssue, http.StatusBadRequest},
	{queries.ErrBadValue, http.StatusBadRequest},
	{errMethod, http.StatusMethodNotAllowed},
	{errUnavailable, http.StatusServiceUnavailable},
	{errBusy, http.StatusServiceUnavailable},
	{ErrBusy, http.StatusServiceUnavailable},
	{errStopping, http.StatusServiceUnavailable},
	{queries.ErrFormat, http.StatusNotAcceptable},
	{errAcceptable, http.StatusNotAcceptable},
	{errUnsupported, http.StatusUnsupportedMediaType},
	{ErrLimit, http.StatusUnprocessableEntity},
	{context.DeadlineExceeded, http.StatusGatewayTimeout},
	{context.Canceled, statusClientGone},
	{ErrInvalid, http.StatusBadRequest},
}

// statusClientGone is what the log says of requests whose client went away.
const statusClientGone = 499

// Suggester is an error that knows names near to the one that was not found.
type Suggester interface {
	error
	Nearest() []string
}

// problemType is the media type of errors.
const problemType = "application/problem+json"

// problem is the body of an error, after RFC 9457. Error repeats the detail
// under the name that clients of Cayley's API read.
type problem struct {
	Title   string   `json:"title" doc:"what kind of error it is"`
	Status  int      `json:"status"`
	Detail  string   `json:"detail" doc:"what is wrong, and what to do"`
	Nearest []string `json:"nearest,omitempty" doc:"known names near to the one that is not known"`
	Error   string   `json:"error" doc:"the same as detail"`
}

// statusOf returns the status of an error.
func statusOf(err error) int {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return http.StatusRequestEntityTooLarge
	}
	for _, e := range statuses {
		if errors.Is(err, e.err) {
			return e.status
		}
	}
	return http.StatusInternalServerError
}

// problemOf makes the body of an error. What failed inside is for the log, not
// for the client.
func problemOf(err error) problem {
	p := problem{Status: statusOf(err), Detail: err.Error()}
	p.Title = http.StatusText(p.Status)
	var tooLarge *http.MaxBytesError
	var near Suggester
	switch {
	case errors.As(err, &tooLarge):
		p.Detail = fmt.Sprintf("the body is larger than %d bytes; nothing of it was used", tooLarge.Limit)
	case p.Status == http.StatusInternalServerError:
		p.Detail = "the server failed; its log says how"
	case errors.Is(err, context.DeadlineExceeded):
		p.Detail = "the request took longer than allowed and was stopped; ask for less, or enter by a narrower node"
	}
	if errors.As(err, &near) {
		p.Nearest = near.Nearest()
	}
	p.Error = p.Detail
	return p
}

// fail answers with an error and logs those that are the server's own.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, context.Canceled) && errors.Is(context.Cause(r.Context()), errStopping) {
		err = errStopping // and not a client who went away
	}
	p := problemOf(err)
	if p.Status == http.StatusInternalServerError {
		s.log.ErrorContext(r.Context(), "request failed", "method", r.Method, "route", r.Pattern, "error", err)
	}
	if p.Status == http.StatusUnauthorized {
		w.Header().Add("WWW-Authenticate", `Bearer realm="demarche"`)
		// Basic makes browsers ask for the token, which Cayley's pages need and the
		// explorer does not want: it has a field of its own, and says so by its scheme.
		if !sendsBearer(r) {
			w.Header().Add("WWW-Authenticate", `Basic realm="demarche: any name, the token as password", charset="UTF-8"`)
		}
	}
	if p.Status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", retryAfter)
	}
	if err := writeProblem(w, p); err != nil {
		s.log.ErrorContext(r.Context(), "error not sent", "error", err)
	}
}

// retryAfter is how many seconds a client should wait when the server cannot
// answer now.
const retryAfter = "5"

// writeProblem sends the body of an error.
func writeProblem(w http.ResponseWriter, p problem) error {
	w.Header().Set("Content-Type", problemType)
	return writeJSON(w, p.Status, p)
}

// invalid makes an error of a request that cannot be used as it is.
func invalid(format string, args ...any) error {
	return &requestError{fmt.Sprintf(format, args...), ErrInvalid, nil}
}

// unknown makes an error of a name that is not known.
func unknown(nearest []string, format string, args ...any) error {
	return &requestError{fmt.Sprintf(format, args...), ErrNotFound, nearest}
}

// requestError is an error with a text of its own and a kind of the table.
type requestError struct {
	text    string
	kind    error
	nearest []string
}

func (e *requestError) Error() string     { return e.text }
func (e *requestError) Unwrap() error     { return e.kind }
func (e *requestError) Nearest() []string { return e.nearest }
