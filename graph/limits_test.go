package graph_test

import (
	"context"
	"errors"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"demarche/graph"
)

// What earlier work has left on the heap is no allowance for a query: its memory
// is bounded as that of the first query is.
func TestMemoryAfterOtherWork(t *testing.T) {
	const (
		limit = 16 << 20
		left  = 10 * limit
	)
	s := open(t, graph.Options{Backend: graph.Memory})
	runtime.GC()
	before := alive()
	work := make([]byte, left)
	runtime.GC()
	if got := alive(); got < before+left/2 {
		t.Fatalf("the work holds %d bytes, want %d", got-before, left)
	}
	runtime.KeepAlive(work)

	most, stop := make(chan uint64), make(chan struct{})
	go func() {
		var m uint64
		started := cycles()
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				most <- m
				return
			case <-tick.C:
			}
			if cycles() >= started+2 { // the work is known to be over
				m = max(m, alive())
			}
		}
	}()
	query := `var a = []; while (true) { a.push("x" + a.length) }`
	for _, err := range s.Query(context.Background(), graph.Gizmo, query, nil, graph.Limits{Memory: limit}) {
		if !errors.Is(err, graph.ErrTooMuchMemory) {
			t.Errorf("got %v, want ErrTooMuchMemory", err)
		}
	}
	close(stop)
	if got := <-most; got > before+4*limit {
		t.Errorf("the query held %d MB, with a limit of %d", (got-before)>>20, limit>>20)
	}
}

// alive returns the bytes that the last collection found in use.
func alive() uint64 { return metric("/gc/heap/live:bytes") }

func cycles() uint64 { return metric("/gc/cycles/total:gc-cycles") }

func metric(name string) uint64 {
	sample := []metrics.Sample{{Name: name}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
