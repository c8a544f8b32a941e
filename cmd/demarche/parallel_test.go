package main

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/schollz/progressbar/v3"
)

func TestInOrder(t *testing.T) {
	items := make([]int, 200)
	for i := range items {
		items[i] = i
	}
	var running, most atomic.Int32
	work := func(i int) int {
		most.Store(max(most.Load(), running.Add(1)))
		defer running.Add(-1)
		time.Sleep(time.Duration((i*7)%5) * 100 * time.Microsecond) // later ones are often done first
		return 2 * i
	}
	var got []int
	for r := range inOrder(t.Context(), 4, slices.Values(items), work) {
		got = append(got, r/2)
	}
	if !slices.Equal(got, items) {
		t.Errorf("got %v", got)
	}
	if most.Load() > 4 {
		t.Errorf("%d at a time, want at most 4", most.Load())
	}
}

func TestInOrderStops(t *testing.T) {
	endless := func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
		}
	}
	taken := 0
	for range inOrder(t.Context(), 3, endless, func(i int) int { return i }) {
		if taken++; taken == 10 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for range inOrder(ctx, 3, endless, func(i int) int { return i }) {
		if taken++; taken == 20 {
			cancel()
		}
	}
	if taken != 20 {
		t.Errorf("%d results, want 20: ten before each stop", taken)
	}
}

func TestProgress(t *testing.T) {
	var none *progress
	var out bytes.Buffer
	none.expect(10)
	none.advance()
	none.say(&out, "a %s", "line")
	none.done()
	if out.String() != "a line\n" {
		t.Errorf("without a terminal: %q", out.String())
	}
	if newProgress(&out) != nil {
		t.Error("a progress bar for a stream that is no terminal")
	}
	var terminal bytes.Buffer
	shown := &progress{to: &terminal}
	shown.expect(10)
	_ = shown.bar.RenderBlank()
	progressbar.OptionThrottle(0)(shown.bar)
	shown.advance()
	shown.done()
	if !strings.Contains(terminal.String(), "/10") {
		t.Errorf("on a terminal: %q", terminal.String())
	}
}
