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
	memoryInterval = 20 * time.Millisecond
)

// prelude bounds what JavaScript does in one step, because an interruption waits
// for the end of the step: a string or array of a gigabyte is made in one.
//
// What JavaScript's own functions do to nested values, they do by calling
// themselves on Go's stack; so values that nest deeper than deep are refused
// before, and what compiles text at run time is taken away.
const prelude = `(function(global, most, deep) {
	function shallow(name, value) {
		var level = [value], seen = 0;
		for (var depth = 0; level.length > 0; depth++) {
			if (depth > deep) throw new RangeError(name + ": nested deeper than " + deep);
			var next = [];
			for (var i = 0; i < level.length; i++) {
				var v = level[i];
				if (v === null || typeof v !== "object") continue;
				if (++seen > 1000000) throw new RangeError(name + ": more than 1000000 parts");
				var keys = Object.keys(v);
				for (var k = 0; k < keys.length; k++) next.push(v[keys[k]]);
			}
			level = next;
		}
	}
	function wrap(object, name, check) {
		var original = object[name];
		Object.defineProperty(object, name, {writable: true, configurable: true, value: function() {
			check.apply(this, arguments);
			return original.apply(this, arguments);
		}});
	}
	wrap(JSON, "stringify", function(value) { shallow("JSON.stringify", value); });
	wrap(JSON, "parse", function(text) {
		var open = 0;
		text = String(text);
		for (var i = 0; i < text.length; i++) {
			var c = text.charCodeAt(i);
			if (c === 91 || c === 123) { if (++open > deep * 10) throw new RangeError("JSON.parse: too many brackets are open"); }
			else if (c === 93 || c === 125) open--;
		}
	});
	// A path is an object of Go that is built into iterators by calls that nest
	// as the path does; so the steps of all paths of a query are counted, through
	// a stand-in for each.
	var behind = new WeakMap(), steps = 0;
	function call(object, method, given) {
		var real = [];
		for (var i = 0; i < given.length; i++) real.push(behind.has(given[i]) ? behind.get(given[i]) : given[i]);
		return standIn(method.apply(object, real));
	}
	function standIn(path) {
		if (path === null || typeof path !== "object" || typeof path.all !== "function") return path;
		var proxy = new Proxy({}, {get: function(_, name) {
			var method = path[name];
			if (typeof method !== "function") return method;
			return function() {
				if (++steps > 10000) throw new RangeError("more than 10000 steps of paths");
				return call(path, method, arguments);
			};
		}});
		behind.set(proxy, path);
		return proxy;
	}
	// g is one too, and its fields cannot be replaced: a copy of it can.
	var host = global.g, copy = {};
	Object.keys(host).forEach(function(name) {
		var method = host[name];
		copy[name] = typeof method !== "function" ? method : function() {
			if (name.toLowerCase() === "emit") shallow(name, arguments[0]);
			return call(host, method, arguments);
		};
	});
	global.g = global.graph = copy;
	["join", "toString", "toLocaleString", "flat", "flatMap", "concat"].forEach(function(name) {
		wrap(Array.prototype, name, function() { shallow(name, this); });
	});
	var Pattern = global.RegExp;
	global.RegExp = function(source, flags) {
		if (String(source).length > 10000) throw new RangeError("RegExp: longer than 10000");
		return new Pattern(source, flags);
	};
	global.RegExp.prototype = Pattern.prototype;
	Pattern.prototype.constructor = global.RegExp;
	delete global.eval;
	[function() {}, function*() {}, async function() {}, async () => {}].forEach(function(f) {
		Object.defineProperty(Object.getPrototypeOf(f), "constructor", {value: undefined, writable: false, configurable: false});
	});
	delete global.Function;
	function guard(prototype, name, size) {
		var original = prototype[name];
		Object.defineProperty(prototype, name, {value: function() {
			if (size.apply(this, arguments) > most) {
				throw new RangeError(name + ": larger than " + most);
			}
			return original.apply(this, arguments);
		}});
	}
	function own() { return this.length; }
	function given(n) { return n; }
	guard(String.prototype, "repeat", function(n) { return this.length * n; });
	guard(String.prototype, "padStart", given);
	guard(String.prototype, "padEnd", given);
	["concat", "copyWithin", "fill", "includes", "indexOf", "join", "lastIndexOf", "reverse", "slice", "sort",
	 "splice", "toString", "unshift"].forEach(function(name) { guard(Array.prototype, name, own); });
	guard(Array, "from", function(from) { return from == null ? 0 : from.length; });
	["ArrayBuffer", "DataView", "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array",
	 "Int32Array", "Uint32Array", "Float32Array", "Float64Array"].forEach(function(name) { delete global[name]; });
})(this, 10000000, 100)`

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
	if _, err := vm.RunString(prelude); err != nil {
		return nil, fmt.Errorf("prepare Gizmo: %w", err)
	}
	program, err := goja.Compile("", text, false)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrQuery, err)
	}
	return s, vm.Set(runScript, func(goja.FunctionCall) goja.Value {
		s.fail(runProgram(vm, program))
		return goja.Undefined()
	})
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
func watchMemory(limit uint64, tooMuch func()) (stop func()) {
	if limit == 0 {
		limit = DefaultMemory
	}
	done := make(chan struct{})
	start := heapBytes()
	go func() {
		tick := time.NewTicker(memoryInterval)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
			}
			used := heapBytes()
			if used < start+limit {
				continue
			}
			if used < start+2*limit {
				runtime.GC() // much of it may be garbage
				used = heapBytes()
			}
			if used >= start+limit {
				tooMuch()
				return
			}
		}
	}()
	return sync.OnceFunc(func() { close(done) })
}

// heapBytes returns the bytes of all objects on the heap.
func heapBytes() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
