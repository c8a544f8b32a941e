package main

import (
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// engine is a program that reads texts and writes CoNLL-U.
type engine struct {
	name, version string
	gives         string // what it finds in a text
	program       []string
	joined        bool     // it reads all texts as one on standard input, not the files named as arguments
	tagger        []string // the program that tags the words of a CoNLL-U file or, with bare words, of lines
	bareWords     bool
	upos, xpos    bool // which tags are its own
	again         bool // it stands in the list already, and does less here, for speed
}

// input is the same texts as files and as one file, with blank lines between.
type input struct {
	files []string
	one   string
}

// run reads the texts to their end. The words of prefix stand before the
// command; what the engine writes goes to out, or nowhere when out is nil.
func (e engine) run(in input, prefix []string, out io.Writer) (*os.ProcessState, error) {
	line := slices.Concat(prefix, e.program)
	stdin := os.DevNull
	if e.joined {
		stdin = in.one
	} else {
		line = append(line, in.files...)
	}
	return execute(line, stdin, out)
}

// execute runs a command on one core as far as the command lets itself be told.
func execute(line []string, stdin string, out io.Writer) (*os.ProcessState, error) {
	in, err := os.Open(stdin)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var problems bytes.Buffer
	command := exec.Command(line[0], line[1:]...)
	command.Stdin, command.Stdout, command.Stderr = in, out, &problems
	command.Env = append(os.Environ(), "GOMAXPROCS=1")
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", command, err, &problems)
	}
	return command.ProcessState, nil
}

// prepare builds and installs what is compared. The first engine is demarche.
func prepare(root, work string) ([]engine, error) {
	demarche, prose := filepath.Join(work, "demarche"), filepath.Join(work, "prose")
	if err := build(root, "go", "build", "-o", demarche, "./cmd/demarche"); err != nil {
		return nil, err
	}
	if err := build(".", "go", "build", "-o", prose, "./prose"); err != nil {
		return nil, err
	}
	packages, err := installPackages()
	if err != nil {
		return nil, err
	}
	version, err := exec.Command(demarche, "version").Output()
	if err != nil {
		return nil, fmt.Errorf("demarche version: %w", err)
	}
	info, err := buildinfo.ReadFile(prose)
	if err != nil {
		return nil, err
	}
	engines := []engine{
		{name: "demarche", version: strings.Fields(string(version))[1], gives: "tokens, sentences, tags, lemmas, trees",
			program: []string{demarche, "parse"}, joined: true, tagger: []string{demarche, "parse", "--gold-tokens"}, upos: true, xpos: true},
		{name: "prose", gives: "tokens, sentences, tags, names",
			program: []string{prose}, tagger: []string{prose, "-words"}, bareWords: true, xpos: true},
		{name: "prose", gives: "tokens, sentences, tags", program: []string{prose, "-names=false"}, again: true},
		{name: "wink-nlp", version: packages["wink-nlp"] + " with wink-eng-lite-web-model " + packages["wink-eng-lite-web-model"],
			gives: "tokens, sentences, tags, dates and amounts", program: []string{"node", "javascript/wink.mjs"}, upos: true},
		{name: "compromise", version: packages["compromise"], gives: "terms, sentences, tags, names",
			program: []string{"node", "javascript/compromise.mjs"}},
	}
	for _, module := range info.Deps {
		if module.Path == "github.com/jdkato/prose/v3" {
			engines[1].version = module.Version
		}
	}
	return engines, nil
}

// installPackages makes node_modules hold the versions that package.json names,
// and returns them.
func installPackages() (map[string]string, error) {
	data, err := os.ReadFile("package.json")
	if err != nil {
		return nil, fmt.Errorf("run this in the folder of its source: %w", err)
	}
	var wanted struct{ Dependencies map[string]string }
	if err := json.Unmarshal(data, &wanted); err != nil {
		return nil, fmt.Errorf("package.json: %w", err)
	}
	for name, version := range wanted.Dependencies {
		var installed struct{ Version string }
		data, err := os.ReadFile(filepath.Join("node_modules", name, "package.json"))
		if err == nil {
			err = json.Unmarshal(data, &installed)
		}
		if err != nil || installed.Version != version {
			return wanted.Dependencies, build(".", "npm", "install", "--no-audit", "--no-fund")
		}
	}
	return wanted.Dependencies, nil
}

// build runs a command whose output matters only when it fails.
func build(folder, name string, arguments ...string) error {
	command := exec.Command(name, arguments...)
	command.Dir = folder
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", command, err, output)
	}
	return nil
}

// describe says in one paragraph what was measured where.
func describe(engines []engine, load string) string {
	facts := []string{"Measured on " + time.Now().Format("2 January 2006"), fmt.Sprintf("%d cores", runtime.NumCPU())}
	if kilobytes := procNumber("/proc/meminfo", "MemTotal:"); kilobytes > 0 {
		facts = append(facts, fmt.Sprintf("%.0f GB of memory", kilobytes/(1<<20)))
	}
	if load != "" {
		facts = append(facts, "load "+load+" before")
	}
	facts = append(facts, strings.Replace(runtime.Version(), "go", "Go ", 1))
	if version, err := exec.Command("node", "--version").Output(); err == nil {
		facts = append(facts, "Node "+strings.TrimPrefix(strings.TrimSpace(string(version)), "v"))
	}
	for _, e := range engines {
		if !e.again {
			facts = append(facts, e.name+" "+e.version)
		}
	}
	return strings.Join(facts, ", ") + ".\n"
}

// load is how many programs wanted to run in the last minute; it tells whether
// a measurement was alone on the machine.
func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return ""
	}
	return strings.Fields(string(data))[0]
}

// procNumber returns the first number behind a name in a file of Linux's /proc, or 0.
func procNumber(path, name string) float64 {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(data), name)
	var number float64
	fmt.Sscan(rest, &number)
	return number
}
