package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// What is kept as precise are fewer records, each of them among all.
func TestPrecise(t *testing.T) {
	samples := samplesFolder(t)
	home(t)
	all, precise := demarche(t, "extract", samples).want(t, exitOK).rows(t), demarche(t, "extract", "--precise", samples).want(t, exitOK).rows(t)
	for _, kind := range []string{"statements", "demands"} {
		count := func(articles []map[string]any) (n int) {
			for _, a := range articles {
				records, _ := a[kind].([]any)
				n += len(records)
			}
			return n
		}
		if some, of := count(precise), count(all); some == 0 || some >= of {
			t.Errorf("%d of %d %s are precise, want some", some, of, kind)
		}
	}
	article := filepath.Join(samples, "02_stockholm.txt")
	if whole, sure := demarche(t, "explain", article), demarche(t, "explain", "--precise", article); strings.Count(sure.stdout, "\nEVENT") >= strings.Count(whole.stdout, "\nEVENT") {
		t.Errorf("explain --precise shows as many events:\n%s", sure.stdout)
	}
	demarche(t, "load", "--precise", samples).want(t, exitOK, "13 new")
	demarche(t, "load", "--precise", samples).want(t, exitOK, "13 unchanged")
	demarche(t, "check").want(t, exitOK, "!error:")
	demarche(t, "load", samples).want(t, exitOK, "changed")
}
