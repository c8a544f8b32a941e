package main

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	_ "github.com/lib/pq"
)

// outside are the variables with which the tests were started; home hides them.
var outside = os.Environ()

func setFromOutside(variable string) string {
	for _, entry := range outside {
		if name, value, _ := strings.Cut(entry, "="); name == variable {
			return value
		}
	}
	return ""
}

// kills returns at how many moments a load is killed, for each back end: three,
// or what DEMARCHE_KILLS says.
func kills(t *testing.T) int {
	text := setFromOutside("DEMARCHE_KILLS")
	if text == "" {
		return 3
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// builtFile is the program, once a test has built it.
var builtFile string

// built returns the program as users have it, built once for all tests.
func built(t *testing.T) string {
	t.Helper()
	if builtFile != "" {
		return builtFile
	}
	folder, err := os.MkdirTemp("", "demarche-binary-")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "demarche")
	if out, err := exec.Command("go", "build", "-o", file, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	builtFile = file
	return file
}

func TestMain(m *testing.M) {
	code := m.Run()
	if builtFile != "" {
		os.RemoveAll(filepath.Dir(builtFile))
	}
	os.Exit(code)
}

// postgres makes a database for the test, and returns its address. It skips the
// test where there is no server.
func postgres(t *testing.T) string {
	t.Helper()
	address := setFromOutside("DEMARCHE_TEST_POSTGRES")
	if address == "" {
		address = "postgres://postgres@127.0.0.1:5432/%s?sslmode=disable&connect_timeout=2"
	}
	db, err := sql.Open("postgres", fmt.Sprintf(address, "postgres"))
	if err == nil {
		db.SetMaxIdleConns(0) // a hundred databases of one test must not hold as many connections
		err = db.Ping()
	}
	if err != nil {
		t.Skipf("no PostgreSQL to test with: %v", err)
	}
	name := fmt.Sprintf("demarche_cmd_%d_%d", os.Getpid(), rand.Uint32())
	if _, err := db.Exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.Exec("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	return fmt.Sprintf(address, name)
}

// stories is a file of n short articles.
func stories(t *testing.T, name string, n int) string {
	t.Helper()
	var lines strings.Builder
	for i := range n {
		lines.WriteString(story(fmt.Sprintf("Story %d", i)))
	}
	return write(t, name, lines.String())
}

// useStore makes the test's commands use a new store of the back end.
func useStore(t *testing.T, backend string) {
	t.Helper()
	t.Setenv("DEMARCHE_STORE_BACKEND", backend)
	if backend == "postgres" {
		t.Setenv("DEMARCHE_STORE_ADDRESS", postgres(t))
		return
	}
	t.Setenv("DEMARCHE_STORE_PATH", filepath.Join(t.TempDir(), "store"))
}

// A load that is killed at any moment leaves a store without fault, and loading
// again makes it the same as if nothing had happened.
func TestKilledLoad(t *testing.T) {
	program, moments := built(t), kills(t)
	for _, backend := range []string{"bolt", "leveldb", "postgres"} {
		t.Run(backend, func(t *testing.T) {
			home(t)
			// 130 articles are three transactions.
			file := stories(t, "stories.jsonl", 130)
			useStore(t, backend)
			start := time.Now()
			if out, err := exec.Command(program, "load", file).CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			whole := time.Since(start)
			want := demarche(t, "export", "--index").want(t, exitOK).stdout
			// The same moments each time, as parts of what a load takes here: one
			// somewhere in each of so many equal parts.
			random := rand.New(rand.NewPCG(2021, 12))
			hit, partial := 0, 0
			for i := range moments {
				useStore(t, backend)
				moment := time.Duration((float64(i) + random.Float64()) / float64(moments) * float64(whole))
				if killed(t, exec.Command(program, "load", file), moment) {
					hit++
				}
				checked := demarche(t, "check", "--quiet").want(t, exitOK, "!error:")
				if !strings.Contains(checked.stdout, "there is none yet") && !strings.Contains(checked.stdout, "store: 0 articles") &&
					!strings.Contains(checked.stdout, "store: 130 articles") {
					partial++
				}
				t.Logf("%d: killed after %v: %s", i+1, moment.Round(time.Millisecond), lastLine(checked.stdout))
				demarche(t, "load", file).want(t, exitOK, "130 articles")
				demarche(t, "check", "--quiet").want(t, exitOK, "store: 130 articles", "!error:")
				if got := demarche(t, "export", "--index").want(t, exitOK).stdout; got != want {
					t.Fatalf("killed after %v, and loaded again: the graph is another one", moment)
				}
			}
			t.Logf("a load takes %v; %d of %d were killed before their end, %d of them with some batches stored", whole, hit, moments, partial)
			if hit == 0 {
				t.Error("no load was killed before its end: the test proves nothing")
			}
		})
	}
}

func lastLine(text string) string {
	text = strings.TrimSpace(text)
	return text[strings.LastIndexByte(text, '\n')+1:]
}

// killed starts the command, kills it after the delay, and reports whether it
// was still at work.
func killed(t *testing.T, command *exec.Cmd, delay time.Duration) bool {
	t.Helper()
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(delay)
	_ = command.Process.Kill() // it may have ended by itself
	return command.Wait() != nil
}
