package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// What is stored, exported and backed up depends on the articles and not on the
// clock, which may be wrong or be set back between two loads.
func TestClockSetBack(t *testing.T) {
	home(t)
	file := write(t, "two.jsonl", story("One")+story("Two"))
	at := func(year int, args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		now := func() time.Time { return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC) }
		if code := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr, now); code != exitOK {
			t.Fatalf("%v in %d: exit code %d\n%s", args, year, code, stderr.String())
		}
		return stdout.String()
	}
	at(2030, "load", file)
	want := at(2030, "export", "--index")
	if text := at(1971, "load", file); !strings.Contains(text, "2 unchanged") {
		t.Errorf("loading again in 1971: %s", text)
	}
	if at(1971, "export", "--index") != want {
		t.Error("the export depends on the clock")
	}
	t.Setenv("DEMARCHE_STORE_PATH", "other")
	at(1971, "load", file)
	if at(1971, "export", "--index") != want {
		t.Error("what is stored depends on the clock")
	}
	at(1971, "check")
}
