// Command loadbench measures how fast each back end takes synthetic news, next
// to Cayley's own writer on the same quads and to the engine below on the same
// bytes, and prints a table.
//
//	go run ./graph/loadbench -backends bolt,leveldb -quads 100000,1000000
//
// Each writer has a process of its own; the engine is written in that of the store,
// when all else of it was measured. The articles are made before the
// clock starts; peak memory is what loading needs beyond theirs.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "loadbench:", err)
		os.Exit(1)
	}
}

func run() error {
	var j job
	backends := flag.String("backends", "bolt,leveldb,memory,postgres", "back ends to measure")
	sizes := flag.String("quads", "100000,1000000", "numbers of quads to load")
	flag.StringVar(&j.Address, "postgres", os.Getenv("DEMARCHE_TEST_POSTGRES"),
		"address of a PostgreSQL server in which databases may be made and dropped, with %s for the database's name")
	flag.StringVar(&j.Folder, "folder", "", "where embedded stores are made; empty: the system's folder for temporary files")
	slow := flag.Int("cayley", 1_000_000, "most quads that Cayley's own writer is given")
	flag.StringVar(&j.Profile, "profile", "", "write a CPU profile of loading with this package into the file")
	child := flag.String("job", "", "what a process started by this one measures")
	flag.Parse()
	if *child != "" {
		if err := json.Unmarshal([]byte(*child), &j); err != nil {
			return err
		}
		f, err := j.measure()
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(f)
	}
	if j.Address == "" {
		j.Address = "postgres://postgres@127.0.0.1:5432/%s?sslmode=disable&connect_timeout=2"
	}
	if !strings.Contains(j.Address, "%s") {
		return fmt.Errorf("-postgres %q has no %%s: say where the name of the database goes, since each row is measured in one of its own", j.Address)
	}
	fmt.Println("| back end | quads | quads/s | Cayley's writer | ratio | CPU, µs/quad | Cayley's | engine alone | of it | bytes/quad | peak memory, MB | opening, ms |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|---|---|---|")
	var failed error
	for _, backend := range strings.Split(*backends, ",") {
		for _, size := range strings.Split(*sizes, ",") {
			n, err := strconv.Atoi(size)
			if err != nil {
				return fmt.Errorf("-quads: %w", err)
			}
			j.Backend, j.Quads = backend, n
			failed = errors.Join(failed, j.row(n <= *slow))
		}
	}
	return failed
}

// row measures a line of the table and prints it.
func (j job) row(cayley bool) error {
	var own, theirs figures
	own, err := j.inChild(writerOwn)
	if err != nil {
		return fmt.Errorf("%s, %d quads: %w", j.Backend, j.Quads, err)
	}
	if cayley {
		if theirs, err = j.inChild(writerCayley); err != nil {
			return fmt.Errorf("%s, %d quads, Cayley's writer: %w", j.Backend, j.Quads, err)
		}
	}
	number := func(x float64, format string) string {
		if x == 0 {
			return "-"
		}
		return fmt.Sprintf(format, x)
	}
	over := func(rate float64, format string) string {
		if rate == 0 {
			return "-"
		}
		return fmt.Sprintf(format, own.rate()/rate)
	}
	raw := own.per(own.Raw)
	fmt.Printf("| %s | %d | %.0f | %s | %s | %s | %s | %s | %s | %s | %d | %.1f |\n", j.Backend, own.Quads, own.rate(),
		number(theirs.rate(), "%.0f"), over(theirs.rate(), "%.1f"), number(own.work(), "%.1f"), number(theirs.work(), "%.1f"), number(raw, "%.0f"), over(raw, "%.2f"),
		number(float64(own.Bytes)/float64(own.Quads), "%.0f"), own.Peak>>20, float64(own.Opening)/float64(time.Millisecond))
	return nil
}

// inChild runs the job with the writer in a process of its own.
func (j job) inChild(writer string) (f figures, err error) {
	j.Writer = writer
	text, err := json.Marshal(j)
	if err != nil {
		return f, err
	}
	command := exec.Command(os.Args[0], "-job", string(text))
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return f, err
	}
	return f, json.Unmarshal(output, &f)
}
