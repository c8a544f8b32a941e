package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// sieges are queries that would stop the server if they could: by time, by
// memory, by the stack, by rows, or by one step that cannot be interrupted.
var sieges = []struct{ name, text string }{
	{"loops for ever", `while (true) {}`},
	{"calls itself", `function f() { f() }; f()`},
	{"calls itself through the host", `function f() { [1].forEach(f) }; f()`},
	{"array without end", `var a = []; for (;;) a.push("x" + a.length)`},
	{"object without end", `var a = {}; for (var i = 0;; i++) a["k" + i] = {}`},
	{"string without end", `var s = "x"; for (;;) s += s`},
	{"string of two kinds without end", `var s = "é"; for (;;) s += s`},
	{"array that doubles", `var a = [1]; for (;;) a = a.concat(a)`},
	{"array given many times", `var a = []; a[999999] = 1; a.concat(` + strings.Repeat("a,", 3000) + `a)`},
	{"array that is long at once", `new Array(4000000000).fill(0)`},
	{"array from a length", `Array.from({length: 4000000000})`},
	{"arguments from a length", `Math.max.apply(null, {length: 4000000000})`},
	{"arguments from a length by reflection", `Reflect.apply(Math.max, null, {length: 4000000000})`},
	{"object made with a length", `Reflect.construct(Array, {length: 4000000000})`},
	{"host function over a length", `Array.prototype.map.call({length: 4000000000}, function(x) { return x })`},
	{"repeat", `"x".repeat(4000000000)`},
	{"repeat of a repeat", `"x".repeat(10000000).repeat(1000)`},
	{"replaces all by much", `"x".repeat(1000000).replace(/x/g, "y".repeat(1000000))`},
	{"replaces all by much without pattern", `"x".repeat(1000000).replaceAll("x", "y".repeat(1000000))`},
	{"replaces all by the rest", `"x".repeat(1000000).replace(/x/g, "$'")`},
	{"joins with much between", `var a = []; a[999999] = 1; a.join("y".repeat(1000000))`},
	{"joins one string many times", `var s = "y".repeat(10000000), a = []; for (var i = 0; i < 100000; i++) a.push(s); a.join("")`},
	{"writes one string many times as text", `var s = "y".repeat(10000000), a = []; for (var i = 0; i < 100000; i++) a.push(s); String(a)`},
	{"writes one string many times as JSON", `var s = "y".repeat(10000000), a = []; for (var i = 0; i < 100000; i++) a.push(s); JSON.stringify(a)`},
	{"writes an array many times as JSON", `var b = [], a = []; b[9999] = 1; for (var i = 0; i < 100000; i++) a.push(b); JSON.stringify(a)`},
	{"indents much", `var a = []; for (var i = 0; i < 90; i++) a = [a, 1]; for (i = 0; i < 17; i++) a = [a, a]; JSON.stringify(a, null, 10)`},
	{"one template", "var s = 'y'.repeat(10000000); s = `" + strings.Repeat("${s}", 5000) + "`"},
	{"one concat", `var s = "y".repeat(10000000); s.concat(` + strings.Repeat("s,", 5000) + `s)`},
	{"splits much", `var s = "y".repeat(10000000); for (var i = 0; i < 4; i++) s += s; s.split("")`},
	{"spreads much", `var s = "y".repeat(10000000); for (var i = 0; i < 4; i++) s += s; [...s].length`},
	{"set of much", `var s = "y".repeat(10000000); for (var i = 0; i < 4; i++) s += s; new Set(s).size`},
	{"matches much", `var s = "y".repeat(10000000); for (var i = 0; i < 4; i++) s += s; s.match(/./g).length`},
	{"flattens one array many times", `var b = [], a = []; for (var i = 0; i < 100000; i++) { b.push(1); a.push(b) } a.flat()`},
	{"sorts much", `var a = []; for (var i = 0; i < 900000; i++) a.push("abc" + i % 1000); a.sort()`},
	{"spread of nothing", `[...new Array(4000000000)].length`},
	{"arguments of nothing", `Math.max(...new Array(4000000000))`},
	{"object of characters", `var s = "y".repeat(10000000); for (var i = 0; i < 4; i++) s += s; ({...s})`},
	{"members of characters", `var s = "y".repeat(10000000); for (var i = 0; i < 4; i++) s += s; Object.entries(s)`},
	{"length that changes", `var n = 0; Array.prototype.map.call({get length() { return n++ ? 4000000000 : 1 }}, function(x) { return x })`},
	{"number that changes", `var n = 0; "x".repeat({valueOf: function() { return n++ ? 4000000000 : 1 }})`},
	{"checks replaced", `WeakMap.prototype.has = function() { return true }; Object.keys = Array.isArray = String = null; g.emit(new Array(4000000000))`},
	{"nothing as JSON", `JSON.stringify(new Array(4000000000))`},
	{"pattern that backtracks", `/(?=x)?(a+)+$/.test("a".repeat(40) + "b")`},
	{"pattern that backtracks often", `("a".repeat(27) + "b ").repeat(1000).replace(/(?=a)((a+)+)c|b/g, "")`},
	{"pattern without end", `var p = "("; while (p.length < 9000) p += "a*)*("; new RegExp(p)`},
	{"emits without end", `for (;;) g.emit("x".repeat(1000))`},
	{"emits much at once", `var s = "y".repeat(10000000), a = []; for (var i = 0; i < 100000; i++) a.push(s); g.emit(a)`},
	{"asks for everything", `g.V().all()`},
	{"asks for everything with everything", `g.V().out().in().out().in().out().in().out().all()`},
	{"asks for all paths", `g.V().both().both().both().both().both().both().both().count()`},
	{"asks for all as one array", `var a = []; for (;;) a.push(g.V().toArray())`},
	{"follows for ever", `g.V().followRecursive(g.M().both()).all()`},
	{"keeps what it saves", `g.V().tag("a").both().tag("b").both().tag("c").both().tag("d").both().tag("e").both().getLimit(-1)`},
	{"throws for ever", `for (;;) try { throw new Error("x".repeat(1000)) } catch (e) {}`},
	{"getter that loops", `g.emit({get x() { for (;;); }})`},
	{"text that loops", `g.emit({toString: function() { for (;;); }, toJSON: function() { for (;;); }})`},
	{"promise that loops", `(async function() { for (;;) await 1 })()`},
	{"generator that loops", `function* f() { for (;;) yield 1 }; [...f()]`},
	{"host's proxy that loops", `var p = g.V(); for (;;) p = p.out()`},
}

// siegeTime bounds each of them; it is long enough for what they begin with.
const siegeTime = "2s"

// fortress is a server in a process of its own, whose memory is bounded by the
// operating system: when a bound of ours fails, the machine does not.
type fortress struct {
	t       *testing.T
	process *exec.Cmd
	address string
}

func siegeServer(t *testing.T, program string) *fortress {
	t.Helper()
	configured(t, map[string]string{
		"limits.query_time": siegeTime, "limits.query_memory": "128MB", "store.backend": "leveldb", "store.path": "store",
		"server.metrics_listen": "",
	})
	demarche(t, "load", stories(t, "stories.jsonl", 20)).want(t, exitOK)
	// Six gigabytes of addresses are far more than the server may come to use.
	command := exec.Command("sh", "-c", "ulimit -v 6291456; exec \"$0\" serve", program)
	command.Env = append(os.Environ(), "GOMEMLIMIT=1GiB", "DEMARCHE_SERVER_METRICS_LISTEN=")
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr output
	command.Stderr = &stderr
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
		if t.Failed() {
			text := stderr.String()
			t.Log(text[:min(len(text), 3000)])
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	_, address, _ := strings.Cut(strings.TrimSpace(line), ": ")
	return &fortress{t, command, address}
}

// peak returns the most memory that the server has had so far, in MB.
func (f *fortress) peak() int {
	f.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", f.process.Process.Pid))
	if err != nil {
		f.t.Skipf("no way to learn how much memory a process has: %v", err)
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	kb, err := strconv.Atoi(strings.Fields(string(rest))[0])
	if err != nil {
		f.t.Fatal(err)
	}
	return kb >> 10
}

// ask sends a query, and returns the status, 0 when there is no answer in time.
func (f *fortress) ask(text string, patience time.Duration) (status int, body string) {
	client := http.Client{Timeout: patience}
	answer, err := client.Post(f.address+"api/v2/query?lang=gizmo", "text/plain", strings.NewReader(text))
	if err != nil {
		return 0, err.Error()
	}
	defer answer.Body.Close()
	data, _ := io.ReadAll(io.LimitReader(answer.Body, 300)) // the status says all
	return answer.StatusCode, string(data)
}

// ticks returns the processor time that the server has had, in hundredths of a
// second.
func (f *fortress) ticks() int {
	f.t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", f.process.Process.Pid))
	if err != nil {
		f.t.Fatal(err)
	}
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	user, _ := strconv.Atoi(fields[11]) // the kernel writes numbers
	system, _ := strconv.Atoi(fields[12])
	return user + system
}

// rests waits until the server does nothing: a query that was given up must not
// go on behind its answer.
func (f *fortress) rests() bool {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
		before := f.ticks()
		time.Sleep(200 * time.Millisecond)
		if f.ticks()-before <= 4 {
			return true
		}
	}
	return false
}

// siegePeak is the most memory that the server may come to have, in MB: some for
// itself, the 128 MB of the limit, and what a few steps make between two looks.
const siegePeak = 1500

// Whatever a stranger asks, the server answers the others, stops the query, keeps
// its memory, and is there afterwards. A third of the queries is tried, or with
// DEMARCHE_SIEGE=all every one.
func TestSiege(t *testing.T) {
	program := built(t)
	home(t)
	f := siegeServer(t, program)
	for i, siege := range sieges {
		if i%3 != 0 && setFromOutside("DEMARCHE_SIEGE") == "" {
			continue
		}
		t.Run(siege.name, func(t *testing.T) {
			f.t = t
			f.withstand(siege.text)
			if peak := f.peak(); peak > siegePeak {
				t.Errorf("the server had %d MB", peak)
			}
			if !f.rests() {
				t.Error("the query goes on after its end")
			}
		})
		if t.Failed() {
			t.Fatalf("after %q", siege.name)
		}
	}
	t.Logf("at most %d MB", f.peak())
}

// withstand sends a query, and asks for something harmless until it is over.
func (f *fortress) withstand(text string) {
	f.t.Helper()
	const harmless = `g.V("<demarche:Demand>").in("<rdf:type>").limit(1).all()`
	type answer struct {
		status int
		body   string
		took   time.Duration
	}
	ended := make(chan answer, 1)
	start := time.Now()
	go func() {
		status, body := f.ask(text, 20*time.Second)
		ended <- answer{status, body, time.Since(start).Round(time.Millisecond)}
	}()
	for longest := time.Duration(0); ; time.Sleep(100 * time.Millisecond) {
		begin := time.Now()
		if status, body := f.ask(harmless, 10*time.Second); status != http.StatusOK {
			f.t.Fatalf("another query meanwhile: status %d, %s", status, body)
		}
		longest = max(longest, time.Since(begin).Round(time.Millisecond))
		select {
		case a := <-ended:
			if a.status == 0 {
				f.t.Errorf("no answer: %s", a.body)
			}
			f.t.Logf("%d after %v, others waited %v, at most %d MB so far: %.120s", a.status, a.took, longest, f.peak(), a.body)
			return
		default:
		}
	}
}
