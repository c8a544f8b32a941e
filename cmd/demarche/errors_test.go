package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"syscall"
	"testing"
)

func TestReport(t *testing.T) {
	full := fmt.Errorf("storing 3 articles: %w", syscall.ENOSPC)
	stopped := fmt.Errorf("reading x: %w", context.Canceled)
	const room = "demarche: make room on the disk, and do it again\n"
	tests := []struct {
		err  error
		code int
		want string
	}{
		{full, exitError, "demarche: storing 3 articles: no space left on device\n" + room},
		{stopped, exitError, "demarche: interrupted\n"},
		{errors.Join(stopped, context.Canceled), exitError, "demarche: interrupted\n"},
		{errors.Join(full, context.Canceled), exitError, "demarche: storing 3 articles: no space left on device\ndemarche: interrupted\n" + room},
		{errors.Join(errors.Join(stopped, full), nil), exitError, "demarche: storing 3 articles: no space left on device\ndemarche: interrupted\n" + room},
		{fmt.Errorf("storing: %w", errors.Join(syscall.ENOSPC, context.Canceled)), exitError,
			"demarche: storing: no space left on device\ndemarche: context canceled\n" + room},
		{usageError{errors.New("wrong")}, exitUsage, "demarche: wrong\n"},
	}
	for _, test := range tests {
		var out bytes.Buffer
		if code := report(&out, nil, test.err); code != test.code || out.String() != test.want {
			t.Errorf("%v: code %d, want %d; output\n%s", test.err, code, test.code, out.String())
		}
	}
}
