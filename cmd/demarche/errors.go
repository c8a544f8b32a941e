package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/graph"
	"demarche/queries"
	"demarche/queue"
	"demarche/review"
)

// The exit codes.
const (
	exitOK      = 0
	exitError   = 1
	exitUsage   = 2
	exitRefused = 3
)

// usageError is a mistake in the command line.
type usageError struct{ error }

// Unwrap gives what is wrong.
func (e usageError) Unwrap() error { return e.error }

var (
	// errUsage is what a usageError counts as in the table below.
	errUsage = errors.New("wrong command line")
	// errConfig means that a setting is wrong.
	errConfig = errors.New("wrong configuration")
	// errRefused means that some inputs were refused, for reasons that were
	// reported.
	errRefused = errors.New("some inputs were refused")
	// errFound means that a check found what must not be.
	errFound = errors.New("the check found errors")
)

// Is makes every usageError errUsage.
func (usageError) Is(target error) bool { return target == errUsage }

// outcomes is the one table of what errors become: the exit code, and a line
// that says what to do where the error itself cannot know. The first entry that
// the error wraps counts; any other error is exitError.
var outcomes = []struct {
	err  error
	code int
	hint string
}{
	{errRefused, exitRefused, ""},
	{errUsage, exitUsage, ""},
	{errConfig, exitUsage, "the config.yaml that comes with demarche explains every key"},
	{queries.ErrUnknownQuery, exitUsage, "'demarche queries' lists the queries"},
	{queries.ErrUnknownParameter, exitUsage, ""},
	{queries.ErrBadValue, exitUsage, ""},
	{queries.ErrUnknownActor, exitUsage, "'demarche actors list' lists the actors"},
	{queries.ErrUnknownIssue, exitUsage, "'demarche issues list' lists the issues"},
	{queries.ErrUnknownRecord, exitUsage, ""},
	{queries.ErrNoProgram, exitUsage, ""},
	{desk.ErrNoArticle, exitUsage, ""},
	{review.ErrUnknown, exitUsage, "'demarche reviews list' lists the reviews"},
	{review.ErrInvalid, exitUsage, ""},
	{desk.ErrActors, exitUsage, "nothing was changed"},
	{desk.ErrIssues, exitUsage, "nothing was changed"},
	{queue.ErrNoDead, exitUsage, "'demarche queue dead' lists them"},
	{queue.ErrNoQueue, exitError, "correct the section queue of the configuration"},
	{queue.ErrFull, exitError, "what is in the queue already is passed over when you repeat the command"},
	{graph.ErrBackend, exitUsage, "correct store.backend in the configuration"},
	{graph.ErrLocked, exitError, "stop the other demarche that uses the store, or ask it over HTTP"},
	{graph.ErrVersion, exitError, ""},
	{graph.ErrNotEmpty, exitError, "nothing was changed"},
	{graph.ErrDamaged, exitError, "nothing was changed; take an older backup"},
	{graph.ErrNotBackup, exitError, "name a file that 'demarche backup' wrote"},
	{graph.ErrTooLong, exitError, "ask for less, or raise limits.query_time"},
	{context.DeadlineExceeded, exitError, "ask for less, or raise limits.query_time"},
	{errMetrics, exitError, "choose another address for server.metrics_listen in the configuration; an empty one means no metrics"},
	{syscall.EADDRINUSE, exitError, "choose another address with --listen"},
	{errNoStore, exitError, "load some articles first: demarche load PATH, or demarche demo"},
	{syscall.ENOSPC, exitError, "make room on the disk, and do it again"},
	{syscall.EROFS, exitError, "choose another place in the configuration"},
	{fs.ErrPermission, exitError, "give yourself the right to use it, or choose another place in the configuration"},
	{context.Canceled, exitError, ""},
}

// report tells the user what went wrong, one line for each error, and returns
// the exit code.
func report(w io.Writer, command *cobra.Command, err error) int {
	err = plain(err)
	code, hint := exitError, ""
	for _, o := range outcomes {
		if errors.Is(err, o.err) {
			code, hint = o.code, o.hint
			break
		}
	}
	for line := range strings.Lines(err.Error()) {
		fmt.Fprintf(w, "demarche: %s\n", strings.TrimSpace(line))
	}
	if errors.Is(err, errUsage) && command != nil {
		hint = fmt.Sprintf("'%s --help' explains the command", command.CommandPath())
	}
	if hint != "" {
		fmt.Fprintf(w, "demarche: %s\n", hint)
	}
	return code
}

// errInterrupted is what the user reads of a context that was cancelled.
var errInterrupted = errors.New("interrupted")

// plain takes the errors that only say that the work was cancelled out of those
// that were joined, and says so once, last.
func plain(err error) error {
	var rest []error
	interrupted := false
	for _, one := range leaves(err) {
		if onlyCancelled(one) {
			interrupted = true
		} else {
			rest = append(rest, one)
		}
	}
	switch {
	case !interrupted:
		return err
	case len(rest) == 0:
		return errInterrupted
	}
	return errors.Join(append(rest, errInterrupted)...)
}

// leaves returns the errors that errors.Join made one, at any depth. What
// fmt.Errorf made of several has a text of its own and stays whole.
func leaves(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok || errors.Join(joined.Unwrap()...).Error() != err.Error() {
		return []error{err}
	}
	var all []error
	for _, one := range joined.Unwrap() {
		all = append(all, leaves(one)...)
	}
	return all
}

// onlyCancelled reports whether the error wraps context.Canceled, and nothing
// beside it.
func onlyCancelled(err error) bool {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, one := range joined.Unwrap() {
			if !onlyCancelled(one) {
				return false
			}
		}
		return len(joined.Unwrap()) > 0
	}
	if inner := errors.Unwrap(err); inner != nil {
		return onlyCancelled(inner)
	}
	return errors.Is(err, context.Canceled)
}
