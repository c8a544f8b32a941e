package arch

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// allowed says what each package may import of this module. A name that ends
// in "/..." stands for a package and all below it. A package that is not
// listed fails the test: add it here on purpose.
var allowed = map[string][]string{
	"internal/arch":    {},
	"internal/graphml": {},
	"internal/sketch":  {"internal/topic"},
	"internal/span":    {},
	"internal/strict":  {},
	"internal/topic":   {},

	// Made-up news for tests and benchmarks.
	"internal/newsgraph": {"graph", "internal/span", "loader", "loader/..."},

	"loader/article": {"internal/..."},
	"loader/lang":    {"internal/...", "loader/lang/..."},
	"loader/when":    {"internal/..."},
	"loader/link":    {"internal/...", "loader/lang", "loader/lang/coref", "loader/when", "schema/..."},
	"loader/extract": {"internal/...", "loader/extract/confidence", "loader/lang", "loader/lang/attribution", "loader/when", "loader/link", "schema/..."},
	"loader":         {"internal/...", "loader/...", "schema/..."},

	"loader/extract/confidence": {},

	"loader/lang/attribution":  {"loader/lang", "loader/lang/internal/...", "loader/lang/models"},
	"loader/lang/conllu":       {},
	"loader/lang/coref":        {"loader/lang/models"},
	"loader/lang/coref/score":  {"loader/lang/..."},
	"loader/lang/gum":          {"loader/lang/conllu"},
	"loader/lang/models":       {},
	"loader/lang/polnear":      {"internal/span"},
	"loader/lang/score":        {"internal/span", "loader/lang/..."},
	"loader/lang/internal/...": {"loader/lang/internal/..."},
	"loader/lang/segment":      {"loader/lang/internal/...", "loader/lang/models"},
	"loader/lang/syntax":       {"loader/lang/conllu", "loader/lang/internal/...", "loader/lang/models"},
	"loader/lang/train":        {"internal/span", "loader/lang/..."},

	"schema":                       {"internal/..."},
	"schema/frames":                {"internal/..."},
	"schema/issues":                {"internal/...", "schema"},
	"schema/internal/gencountries": {"schema"},
	"queries":                      {"internal/...", "queries/internal/...", "schema/..."},
	"queries/internal/same":        {"internal/strict", "internal/topic"},

	"graph":           {},
	"graph/graphtest": {"graph", "schema"},
	"graph/loadbench": {"graph", "internal/newsgraph"},

	"queue":           {},
	"queue/queuetest": {},

	"review":             {"internal/...", "schema"},
	"server":             {"internal/...", "queries", "review", "schema", "schema/issues", "web"},
	"server/cayleystore": {"graph", "server"},
	"web":                {},

	"cmd/...": {"..."},
}

// doors says which packages may import a module of others. A module that is
// not listed may be imported by one package only.
var doors = map[string][]string{
	"github.com/cayleygraph/quad":       {"..."}, // what quads are; the one type that all share
	"github.com/cayleygraph/cayley":     {"graph/...", "server/..."},
	"github.com/syndtr/goleveldb":       {"graph/..."}, // loadbench measures the engines alone
	"go.etcd.io/bbolt":                  {"graph/..."},
	"github.com/lib/pq":                 {"graph", "cmd/bench"},       // the store, and the tables that it is compared with
	"golang.org/x/text":                 {"..."},                      // Unicode, as the standard library would have it
	"golang.org/x/sys":                  {"loader/lang/internal/..."}, // which instructions the processor has
	"github.com/nats-io/nats-server/v2": {"queue/..."},
}

// pkg is what "go list -json" says of a package.
type pkg struct {
	ImportPath, Dir, Doc   string
	GoFiles, Imports, Deps []string
	Module                 *struct{ Path string }
	Standard               bool
}

// source is the packages of this module and those that they need.
type source struct {
	root, module string
	own          []pkg             // without their tests
	modules      map[string]string // module of an import path, of others
}

func load(t *testing.T) source {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), "go", "list", "-deps", "-json=ImportPath,Dir,Doc,GoFiles,Imports,Deps,Module,Standard", "./...")
	command.Dir = root
	var problems bytes.Buffer
	command.Stderr = &problems
	output, err := command.Output()
	if err != nil {
		t.Fatalf("listing the packages: %v\n%s", err, &problems)
	}
	s := source{root: root, module: "demarche", modules: map[string]string{}}
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("reading the list of packages: %v", err)
		}
		switch {
		case p.Standard || p.Module == nil:
		case p.Module.Path == s.module:
			s.own = append(s.own, p)
		default:
			s.modules[p.ImportPath] = p.Module.Path
		}
	}
	if len(s.own) == 0 {
		t.Fatal("the module has no packages")
	}
	return s
}

// name returns the import path of a package of ours without the module.
func (s source) name(path string) (string, bool) { return strings.CutPrefix(path, s.module+"/") }

// matches tells whether a name is one of the patterns.
func matches(name string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		folder, open := strings.CutSuffix(pattern, "...")
		folder = strings.TrimSuffix(folder, "/")
		return name == folder || open && (folder == "" || strings.HasPrefix(name, folder+"/"))
	})
}

// rule returns what a package may import, by its name or by that of a folder above.
func rule(name string) ([]string, bool) {
	if may, ok := allowed[name]; ok {
		return may, true
	}
	for pattern, may := range allowed {
		if strings.HasSuffix(pattern, "/...") && matches(name, []string{pattern}) {
			return may, true
		}
	}
	return nil, false
}

func TestImportsPointOneWay(t *testing.T) {
	s := load(t)
	for _, p := range s.own {
		name, _ := s.name(p.ImportPath)
		if strings.Contains("/"+name+"/", "/testdata/") {
			continue // embedded samples, a leaf
		}
		may, ok := rule(name)
		if !ok {
			t.Errorf("%s is new: say in internal/arch what it may import", name)
		}
		for _, path := range p.Imports {
			if other, ours := s.name(path); ours && !matches(other, may) {
				t.Errorf("%s imports %s; it may import %s", name, other, strings.Join(may, ", "))
			}
		}
	}
}

// The rules above are about direct imports. This one is about all of them.
func TestGraphKnowsNoPoliticsAndLoaderNoGraph(t *testing.T) {
	s := load(t)
	never := map[string][]string{
		"graph":  {"schema/...", "loader/...", "queries", "server/...", "internal/..."},
		"loader": {"graph/...", "queries", "server/...", "cmd/..."},
		"server": {"graph/...", "loader/...", "cmd/..."},
		"review": {"graph/...", "loader/...", "queries", "server/...", "cmd/..."},
	}
	for _, p := range s.own {
		name, _ := s.name(p.ImportPath)
		for _, path := range p.Deps {
			if other, ours := s.name(path); ours && matches(other, never[name]) {
				t.Errorf("%s depends on %s", name, other)
			}
		}
	}
}

func TestOneDoorForEachModule(t *testing.T) {
	s := load(t)
	users := map[string][]string{}
	for _, p := range s.own {
		name, _ := s.name(p.ImportPath)
		for _, path := range p.Imports {
			if module := s.modules[path]; module != "" && !slices.Contains(users[module], name) {
				users[module] = append(users[module], name)
			}
		}
	}
	for module, names := range users {
		open, listed := doors[module]
		if !listed && len(names) > 1 {
			t.Errorf("%s is imported by %s; one of them should be its door", module, strings.Join(names, ", "))
		}
		for _, name := range names {
			if listed && !matches(name, open) {
				t.Errorf("%s imports %s; only %s may", name, module, strings.Join(open, ", "))
			}
		}
	}
}

func TestEveryPackageHasAComment(t *testing.T) {
	for _, p := range load(t).own {
		if p.Doc == "" && len(p.GoFiles) > 0 {
			t.Errorf("%s has no package comment: one sentence what it is, then format, invariants and concurrency", p.ImportPath)
		}
	}
}

// Lengths of Go files, in lines. Above the first a file is reported, above the
// second the test fails.
const (
	longFile    = 450
	tooLongFile = 750
)

func TestLengthOfFiles(t *testing.T) {
	eachFile(t, func(name string, content []byte) {
		lines := bytes.Count(content, []byte("\n"))
		switch {
		case !strings.HasSuffix(name, ".go"):
		case lines > tooLongFile:
			t.Errorf("%s has %d lines; split it", name, lines)
		case lines > longFile:
			t.Logf("%s has %d lines; consider splitting it", name, lines)
		}
	})
}

// registry matches addresses that only work in somebody's own network, and
// settings that belong to the reader's machine.
var registry = regexp.MustCompile(`(?i)https?://[^/\s"']*(\.(internal|local|lan|corp)\b|artifactory|nexus)|/api/(npm|go|pypi)/|\bGOPROXY=|\bregistry=`)

func TestNoFileNamesARegistry(t *testing.T) {
	eachFile(t, func(name string, content []byte) {
		if strings.HasPrefix(name, "internal/arch/") || strings.HasPrefix(name, "web/vendor/monaco/") || !isText(content) {
			return
		}
		for _, at := range registry.FindAllIndex(content, -1) {
			t.Errorf("%s:%d: %q names a registry or a private host; the reader's own settings choose it",
				name, 1+bytes.Count(content[:at[0]], []byte("\n")), content[at[0]:at[1]])
		}
	})
}

// link matches the target of a link or picture in Markdown that is a file of ours.
var link = regexp.MustCompile(`\]\(([^)\s#:]+)(#[^)]*)?\)`)

func TestLinksLeadSomewhere(t *testing.T) {
	eachFile(t, func(name string, content []byte) {
		if !strings.HasSuffix(name, ".md") {
			return
		}
		for _, found := range link.FindAllSubmatch(content, -1) {
			target := filepath.Join("../..", filepath.Dir(name), string(found[1]))
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s, which is not there", name, found[1])
			}
		}
	})
}

// isText tells whether a file looks like text, from its beginning.
func isText(content []byte) bool {
	return !bytes.Contains(content[:min(len(content), 8000)], []byte{0})
}

// eachFile visits the files of the repository that are not hidden folders',
// with names relative to its root.
func eachFile(t *testing.T, visit func(name string, content []byte)) {
	t.Helper()
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (name == ".git" || entry.Name() == "node_modules" || name == "data"):
			return fs.SkipDir
		case !entry.Type().IsRegular() || strings.HasSuffix(name, ".test"):
			return nil
		}
		if info, err := entry.Info(); err != nil || info.Size() > 4<<20 {
			return err
		}
		content, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		visit(name, content)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
