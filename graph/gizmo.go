package graph

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"runtime/metrics"
	"sync"
	"time"

	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/dlclark/regexp2"
	"github.com/dop251/goja"

	cayley "github.com/cayleygraph/cayley/graph"
)

const (
	// callDepth is how deep JavaScript functions may call each other. A function
	// that calls itself through Array.forEach uses Go's stack, and Go ends the
	// whole process when that is full.
	callDepth = 1000

	// patternTime bounds one match of a regular expression with look-ahead or
	// back references, which may take longer than the universe exists and cannot
	// be interrupted.
	patternTime = time.Second

	// memoryInterval is how often the memory of a running query is looked at.
	memoryInterval = 5 * time.Millisecond
)

// boundPatterns sets the limit of package regexp2, which offers no other door
// than a global variable: goja makes the patterns itself.
var boundPatterns = sync.OnceFunc(func() { regexp2.DefaultMatchTimeout = patternTime })

// script is a Gizmo session with a text, safe to run what strangers write.
type script struct {
	session *gizmo.Session

	mu  sync.Mutex
	err error // of the text's run
}

// runScript is the name under which Cayley's session starts the text.
const runScript = "__run"

// newScript prepares the text. Cayley's session does not run it itself: it would
// do so in a goroutine of its own, where a panic in one of its functions, which
// a wrong argument is enough for, ends the process.
func newScript(qs cayley.QuadStore, text string) (*script, error) {
	boundPatterns()
	s := &script{session: gizmo.NewSession(qs)}
	vm, err := machine(s.session)
	if err != nil {
		return nil, err
	}
	vm.SetMaxCallStackSize(callDepth)
	bounds, err := preludeProgram()
	if err == nil {
		err = vm.Set("__isValue", isValue)
	}
	if err == nil {
		_, err = vm.RunProgram(bounds)
	}
	if err != nil {
		return nil, fmt.Errorf("prepare Gizmo: %w", err)
	}
	program, err := compile(text)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrQuery, err)
	}
	return s, vm.Set(runScript, func(goja.FunctionCall) goja.Value {
		s.fail(runProgram(vm, program))
		return goja.Undefined()
	})
}

// isValue reports whether JavaScript's object is a value of the graph or a point in
// time, whose functions are Go's.
func isValue(v goja.Value) bool {
	t := v.ExportType()
	return t == reflect.TypeFor[time.Time]() || t != nil && t.Implements(reflect.TypeFor[quad.Value]())
}

// Execute runs the script; the text is given already.
func (s *script) Execute(ctx context.Context, _ string, o query.Options) (query.Iterator, error) {
	it, err := s.session.Execute(ctx, runScript+"()", o)
	if err != nil {
		return nil, err
	}
	return &scriptResults{it, s}, nil
}

func (s *script) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err = err
}

// scriptResults adds the script's error to its results.
type scriptResults struct {
	query.Iterator
	script *script
}

func (r *scriptResults) Err() error {
	r.script.mu.Lock()
	defer r.script.mu.Unlock()
	return errors.Join(r.Iterator.Err(), r.script.err)
}

// runProgram runs the program and returns as error whatever ends it.
func runProgram(vm *goja.Runtime, program *goja.Program) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}()
	_, err = vm.RunProgram(program)
	return err
}

// machine returns the session's JavaScript machine. Cayley keeps it in a field
// that is not exported and offers no way to limit it.
func machine(session *gizmo.Session) (*goja.Runtime, error) {
	field := reflect.ValueOf(session).Elem().FieldByName("vm")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*goja.Runtime]() {
		return nil, errors.New("this version of Cayley keeps Gizmo's machine elsewhere")
	}
	return (*goja.Runtime)(field.UnsafePointer()), nil
}

// watchMemory calls tooMuch when the heap has grown by limit bytes, until the
// returned function is called.
//
// What counts is what collections find alive, and the least of it is where the
// growth begins: the heap is full of what earlier queries left, and a query that
// starts then could fill as much again unseen. What the query holds at the first
// collection is part of that least, so that it may come to twice the limit.
func watchMemory(limit uint64, tooMuch func()) (stop func()) {
	if limit == 0 {
		limit = DefaultMemory
	}
	done := make(chan struct{})
	start := readHeap()
	go func() {
		least, fewest := start.objects, start.objects // of what is alive, and of all objects
		collecting := make(chan struct{}, 1)          // holds one while a collection runs that was begun because of the query
		tick := time.NewTicker(memoryInterval)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
			}
			now := readHeap()
			fewest = min(fewest, now.objects)
			if now.cycles > start.cycles {
				least = min(least, now.alive)
			}
			// A collection that ran already when the query began saw the heap of before.
			grown := now.cycles >= start.cycles+2 && now.alive >= least+limit
			// Much of what there is may be garbage, but to wait for a collection would be
			// to wait for the query: it goes on only between two of the query's steps, and a
			// string that doubles with every step is soon all there is.
			if grown || now.objects >= fewest+2*limit {
				tooMuch()
				return
			}
			if now.objects >= fewest+limit {
				select {
				case collecting <- struct{}{}:
					go func() { runtime.GC(); <-collecting }()
				default:
				}
			}
		}
	}()
	return sync.OnceFunc(func() { close(done) })
}

// heap is the state of the process's heap, in bytes.
type heap struct {
	objects uint64 // of all objects, garbage included
	alive   uint64 // of the objects that the last collection found to be in use
	cycles  uint64 // collections that ended
}

func readHeap() heap {
	// The number first: what is read after it is not older.
	samples := []metrics.Sample{{Name: "/gc/cycles/total:gc-cycles"}, {Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(samples)
	return heap{cycles: samples[0].Value.Uint64(), alive: samples[1].Value.Uint64(), objects: samples[2].Value.Uint64()}
}
