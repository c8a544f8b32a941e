package graph_test

import (
	"os"
	"testing"
	"time"

	"demarche/graph/graphtest"
)

// mixedTime returns how long the mixed load lasts: two seconds, or what
// DEMARCHE_MIXED says, as in "1m".
func mixedTime(t *testing.T) time.Duration {
	text := os.Getenv("DEMARCHE_MIXED")
	if text == "" {
		return 2 * time.Second
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// stall is more than any single read or write of the mixed load may take. It is
// generous, because the machine may be busy with other things.
const stall = 10 * time.Second

func TestMixedLoad(t *testing.T) {
	for name, b := range backends() {
		t.Run(name, func(t *testing.T) {
			r := graphtest.Mixed(t, b.Open(t), mixedTime(t), stall, true)
			t.Logf("%+v", r)
		})
	}
}
