package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
	"unicode"
)

// speed is what was measured of each engine.
type speed struct {
	engines      []engine
	files, words int
	pinned       bool
	whole, start [][]sample // by engine, then by round
}

// sample is one process.
type sample struct {
	wall, cpu time.Duration
	memory    float64 // peak resident memory in bytes
}

// measureSpeed runs the engines in turn, round after round, so that what else
// the machine does falls on all of them. The first round is not kept: it brings
// files into the cache of the system.
func measureSpeed(engines []engine, pattern, work string, rounds int) (*speed, error) {
	texts, words, err := speedInput(pattern, work)
	if err != nil {
		return nil, err
	}
	// Models are loaded when they are first used, which an empty text may not
	// do; so a sentence takes the place of an empty text.
	short := input{files: []string{filepath.Join(work, "short.txt")}, one: filepath.Join(work, "short.txt")}
	if err := os.WriteFile(short.one, []byte("It rains in Oslo.\n"), 0o644); err != nil {
		return nil, err
	}
	prefix := pin()
	s := &speed{engines: engines, files: len(texts.files), words: words, pinned: prefix != nil,
		whole: make([][]sample, len(engines)), start: make([][]sample, len(engines))}
	for round := range rounds + 1 {
		log.Printf("speed: round %d of %d", round, rounds)
		for i, e := range engines {
			start, err := measure(e, short, prefix)
			if err != nil {
				return nil, err
			}
			whole, err := measure(e, texts, prefix)
			if err != nil {
				return nil, err
			}
			if round > 0 {
				s.start[i], s.whole[i] = append(s.start[i], start), append(s.whole[i], whole)
			}
		}
	}
	return s, nil
}

// speedInput finds the files, joins them in one, and counts words; one file
// after another, for the sake of measure.
func speedInput(pattern, work string) (in input, words int, err error) {
	in.one = filepath.Join(work, "texts.txt")
	if in.files, err = filepath.Glob(pattern); err != nil {
		return in, 0, err
	}
	if len(in.files) == 0 {
		return in, 0, fmt.Errorf("no file is named %s", pattern)
	}
	one, err := os.Create(in.one)
	if err != nil {
		return in, 0, err
	}
	defer func() { err = errors.Join(err, one.Close()) }()
	for _, path := range in.files {
		text, err := os.ReadFile(path)
		if err != nil {
			return in, 0, err
		}
		words += countWords(string(text))
		if _, err := one.Write(append(text, "\n\n"...)); err != nil {
			return in, 0, err
		}
	}
	return in, words, nil
}

// countWords counts runs of letters and digits, whatever the engines call a word.
func countWords(text string) int {
	count, inside := 0, false
	for _, r := range text {
		was := inside
		inside = unicode.IsLetter(r) || unicode.IsDigit(r)
		if inside && !was {
			count++
		}
	}
	return count
}

// pin returns the words before a command that keep it on one core, the first
// that this process may use; none where there is no such program.
func pin() []string {
	if _, err := exec.LookPath("taskset"); err != nil {
		return nil
	}
	return []string{"taskset", "-c", fmt.Sprintf("%.0f", procNumber("/proc/self/status", "Cpus_allowed_list:"))}
}

// measure runs one process to its end; what it writes is thrown away.
func measure(e engine, in input, prefix []string) (sample, error) {
	begin := time.Now()
	state, err := e.run(in, prefix, nil)
	if err != nil {
		return sample{}, err
	}
	wall := time.Since(begin)
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return sample{}, errors.New("this system does not tell the memory of a process")
	}
	// The peak of a process includes what its parent had at most when it began,
	// before the program was there; so this program must stay the smaller one.
	if own := procNumber("/proc/self/status", "VmHWM:"); float64(usage.Maxrss) <= own {
		return sample{}, fmt.Errorf("the memory of %s cannot be told from the %.0f kB of this program", e.name, own)
	}
	return sample{wall: wall, cpu: state.UserTime() + state.SystemTime(), memory: float64(usage.Maxrss) * 1024}, nil
}

// print writes the table; the first engine is the one that others are compared with.
func (s *speed) print(out io.Writer) {
	fmt.Fprintf(out, "%d files, %d words; whole processes, %d rounds", s.files, s.words, len(s.whole[0]))
	if s.pinned {
		fmt.Fprint(out, ", all on the same core")
	}
	fmt.Fprint(out, ". Median, and lowest to highest.\n\n")
	fmt.Fprintln(out, "| engine | gives | seconds | of them CPU | start, s | 1000 words/s | without start | time, demarche = 1 | peak memory, MB | memory, demarche = 1 |")
	fmt.Fprintln(out, "|---|---|---|---|---|---|---|---|---|---|")
	wall := func(s sample) float64 { return s.wall.Seconds() }
	cpu := func(s sample) float64 { return s.cpu.Seconds() }
	memory := func(s sample) float64 { return s.memory }
	for i, e := range s.engines {
		whole, start := column(s.whole[i], wall), column(s.start[i], wall)
		// Ratios within a round: what the machine did then is in both.
		times, memories := column(s.whole[i], wall), column(s.whole[i], memory)
		for round, base := range s.whole[0] {
			times[round] /= wall(base)
			memories[round] /= memory(base)
		}
		fmt.Fprintf(out, "| %s | %s | %.2f (%.2f-%.2f) | %.2f | %.3f | %.3g | %.3g | %.2f | %.0f | %.2f |\n", e.name, e.gives,
			median(whole), slices.Min(whole), slices.Max(whole), median(column(s.whole[i], cpu)), median(start),
			float64(s.words)/1000/median(whole), float64(s.words)/1000/(median(whole)-median(start)),
			median(times), median(column(s.whole[i], memory))/1e6, median(memories))
	}
}

func column(samples []sample, of func(sample) float64) []float64 {
	values := make([]float64, len(samples))
	for i, s := range samples {
		values[i] = of(s)
	}
	return values
}

// median returns the middle value, or the mean of the two in the middle.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
