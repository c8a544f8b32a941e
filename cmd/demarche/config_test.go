package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"demarche/internal/strict"
)

// The file that documents every key has the defaults as its values.
func TestConfigFileHasTheDefaults(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root(t), "config.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]map[string]any
	if err := strict.Unmarshal("config.yaml", data, &got); err != nil {
		t.Fatal(err)
	}
	for key := range flatten("", reflect.ValueOf(defaultConfig())) {
		section, name, _ := strings.Cut(key, ".")
		if _, there := got[section][name]; !there {
			t.Errorf("config.yaml lacks %s", key)
		}
	}
	home(t)
	none, err := loadConfig("")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "config.yaml", string(data))
	documented, err := loadConfig("")
	if err != nil {
		t.Fatal(err)
	}
	if documented != none {
		t.Errorf("config.yaml gives\n%+v\nthe defaults are\n%+v", documented, none)
	}
}

func TestConfigIsStrict(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"unknown key", "store:\n  pth: x\n", "config.yaml:2: field pth not found"},
		{"unknown section", "stores:\n  path: x\n", "config.yaml:1: field stores not found"},
		{"key given twice", "store:\n  path: x\n  path: y\n", "config.yaml"},
		{"no YAML", "store: [\n", "config.yaml"},
		{"text for a number", "load:\n  workers: many\n", "config.yaml:2"},
		{"negative", "load:\n  workers: -1\n", "load.workers"},
		{"size", "limits:\n  upload_size: 3 apples\n", "not a size such as 64MB"},
		{"time", "limits:\n  query_time: soon\n", "config.yaml:2"},
		{"back end", "store:\n  backend: mongo\n", `store.backend: "mongo" is none of bolt`},
		{"missing address", "store:\n  backend: postgres\n", "store.address: back end postgres needs"},
		{"connections", "store:\n  connections: 3\n", "store.connections: it must be 12 or more"},
		{"level", "log:\n  level: loud\n", `log.level: "loud"`},
		{"listen", "server:\n  listen: here\n", `server.listen: "here" is not HOST:PORT`},
		{"rows", "limits:\n  max_rows: 5\n", "limits.max_rows: it is less than limits.rows"},
		{"file size", "load:\n  max_file_size: 1GB\n", "load.max_file_size: it can be at most 64MB"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			home(t)
			write(t, "config.yaml", test.text)
			demarche(t, "queries").want(t, exitUsage, "wrong configuration", test.want)
			demarche(t, "version").want(t, exitOK)
			demarche(t, "--help").want(t, exitOK)
			demarche(t, "completion", "zsh").want(t, exitOK)
		})
	}
}

func TestConfigPlaces(t *testing.T) {
	folder := home(t)
	level := func(file string) string {
		t.Helper()
		c, err := loadConfig(file)
		if err != nil {
			t.Fatal(err)
		}
		return c.Log.Level
	}
	write(t, "config/demarche/config.yaml", "log: {level: error}\n")
	if got := level(""); got != "error" {
		t.Errorf("the user's folder: level %s, want error", got)
	}
	write(t, "config.yaml", "log: {level: info}\n")
	if got := level(""); got != "info" {
		t.Errorf("this folder: level %s, want info", got)
	}
	write(t, "other/mine.yaml", "log: {level: debug}\nstore: {path: news}\nfolders: {actors: ~/people}\n")
	if got := level("other/mine.yaml"); got != "debug" {
		t.Errorf("--config: level %s, want debug", got)
	}
	c, err := loadConfig("other/mine.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if want := filepath.Join("other", "news"); c.Store.Path != want {
		t.Errorf("a relative path of the file is %s, want %s", c.Store.Path, want)
	}
	if want := filepath.Join(folder, "people"); c.Folders.Actors != want {
		t.Errorf("a path in the home is %s, want %s", c.Folders.Actors, want)
	}
	if want := filepath.Join(folder, "data", "demarche", "queries"); c.Folders.Queries != want {
		t.Errorf("the default folder of queries is %s, want %s", c.Folders.Queries, want)
	}
	t.Setenv("DEMARCHE_CONFIG", "other/mine.yaml")
	t.Setenv("DEMARCHE_STORE_PATH", "here")
	if c, err = loadConfig(""); err != nil || c.Store.Path != "here" {
		t.Errorf("the environment gives %s (%v), want here", c.Store.Path, err)
	}
	write(t, "empty.yaml", "# nothing\n")
	if got := level("empty.yaml"); got != "warn" {
		t.Errorf("an empty file: level %s, want warn", got)
	}
	demarche(t, "--config", "none.yaml", "queries").want(t, exitUsage, "reading the configuration", "none.yaml")
}

func TestStrangeEnvironmentVariable(t *testing.T) {
	home(t)
	t.Setenv("DEMARCHE_PORT", "tcp://10.0.0.1")
	demarche(t, "queries").want(t, exitOK, "environment variable is no setting", "DEMARCHE_PORT")
}

// A parameter that has the name of a flag of every query is asked for under
// another.
func TestParameterNamedLikeAFlag(t *testing.T) {
	home(t)
	write(t, "matters/mine.yaml", "issues:\n  - {name: Trade in salt, broader: trade, words: [salt trade]}\n")
	demarche(t, "issues", "list", "salt").want(t, exitOK, "!trade-in-salt")
	t.Setenv("DEMARCHE_FOLDERS_ISSUES", "matters")
	demarche(t, "issues", "list", "salt").want(t, exitOK, "trade-in-salt")
	write(t, "matters/bad.yaml", "issues:\n  - nam: x\n")
	demarche(t, "issues", "list").want(t, exitError, "bad.yaml:2", "the user's are in matters")
	t.Setenv("DEMARCHE_FOLDERS_ISSUES", "")

	write(t, "questions/mine.yaml", "name: mine\ntitle: Mine\nparameters:\n  - {name: limit, type: actor, explanation: whose}\n"+
		"columns:\n  - {name: by, type: actor}\nselect:\n  kinds: [demand]\n  where: {by: $limit}\n")
	write(t, "two.json", story("Two"))
	t.Setenv("DEMARCHE_FOLDERS_QUERIES", "questions")
	demarche(t, "load", "two.json").want(t, exitOK)
	demarche(t, "ask", "mine", "--help").want(t, exitOK, "--param-limit actor", "--limit int")
	demarche(t, "ask", "mine", "--limit", "5", "--param-limit", "russia").want(t, exitOK, "Russia", "!NATO")
}

// The tests below change one key each and see its effect; those of the server
// are in serve_test.go.

func TestKeysOfTheStore(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	t.Setenv("DEMARCHE_STORE_PATH", "place")
	demarche(t, "load", "one.json").want(t, exitOK)
	if _, err := os.Stat("place"); err != nil {
		t.Errorf("store.path: %v", err)
	}
	t.Setenv("DEMARCHE_STORE_BACKEND", "leveldb")
	demarche(t, "load", "one.json").want(t, exitError, "made by back end bolt", "give another store.path")
	t.Setenv("DEMARCHE_STORE_PATH", "other")
	demarche(t, "load", "one.json").want(t, exitOK)
	demarche(t, "ask", "who-demanded").want(t, exitOK, "Russia")
	t.Setenv("DEMARCHE_STORE_BACKEND", "memory")
	demarche(t, "load", "one.json").want(t, exitOK, "gone when the program ends")
	demarche(t, "ask", "who-demanded").want(t, exitOK, "nothing found")
	t.Setenv("DEMARCHE_STORE_BACKEND", "postgres")
	t.Setenv("DEMARCHE_STORE_ADDRESS", "postgres://user:secret@127.0.0.1:1/news?sslmode=disable")
	demarche(t, "load", "one.json").want(t, exitError, "127.0.0.1:1", "!secret")
}

func TestKeysOfTheFolders(t *testing.T) {
	home(t)
	write(t, "people/mine.yaml", testov)
	demarche(t, "actors", "list", "testov").want(t, exitOK, "!ilya-testov")
	t.Setenv("DEMARCHE_FOLDERS_ACTORS", "people")
	demarche(t, "actors", "list", "testov").want(t, exitOK, "ilya-testov")
	write(t, "people/bad.yaml", "actors:\n  - nam: x\n")
	demarche(t, "actors", "list").want(t, exitError, "bad.yaml:2", "the user's are in people")

	write(t, "questions/mine.yaml", "name: mine\ntitle: My own question\ncolumns:\n  - {name: day, type: day}\nselect:\n  kinds: [demand]\n")
	demarche(t, "queries").want(t, exitOK, "!My own question")
	t.Setenv("DEMARCHE_FOLDERS_QUERIES", "questions")
	demarche(t, "queries").want(t, exitOK, "My own question")
	demarche(t, "ask", "mine", "--help").want(t, exitOK, "My own question")
}

func TestFolderOfTheFrames(t *testing.T) {
	home(t)
	write(t, "one.txt", "Brazil nagged Peru to reopen the border.\n")
	write(t, "words/mine.yaml", "verbs:\n  - {verb: nag, takes: [object-infinitive], strength: urge}\n")
	demarche(t, "extract", "one.txt").want(t, exitOK, "!verb:nag")
	t.Setenv("DEMARCHE_FOLDERS_FRAMES", "words")
	demarche(t, "extract", "one.txt").want(t, exitOK, "verb:nag", "reopen the border")
	write(t, "words/bad.yaml", "verbs:\n  - {verb: nag, takes: [everything], strength: urge}\n")
	demarche(t, "extract", "one.txt").want(t, exitError, "bad.yaml:2", "the user's are in words")
}

func TestKeysOfLoading(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	t.Setenv("DEMARCHE_LOG_LEVEL", "info")
	t.Setenv("DEMARCHE_LOAD_WORKERS", "3")
	demarche(t, "load", "one.json").want(t, exitOK, "workers=3")
	demarche(t, "load", "one.json").want(t, exitOK, "1 unchanged")
	sure := demarche(t, "extract", "one.json").stdout
	t.Setenv("DEMARCHE_LOAD_PRECISE", "true")
	demarche(t, "load", "one.json").want(t, exitOK, "1 changed")
	if kept := demarche(t, "extract", "one.json").stdout; kept == sure {
		t.Error("extract heeds no load.precise")
	}
	t.Setenv("DEMARCHE_LOAD_MAX_FILE_SIZE", "100B")
	demarche(t, "load", "one.json").want(t, exitRefused, "over the limit of 100B")
}

func TestKeysOfTheLog(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	demarche(t, "load", "one.json").want(t, exitOK, "!level=INFO")
	t.Setenv("DEMARCHE_LOG_LEVEL", "info")
	demarche(t, "load", "one.json").want(t, exitOK, "level=INFO")
	t.Setenv("DEMARCHE_LOG_FORMAT", "json")
	o := demarche(t, "load", "one.json").want(t, exitOK, `"level":"INFO"`)
	if strings.Contains(o.stderr, "stop its expansion") {
		t.Error("the log has the article's text")
	}
}

func TestQueryTime(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	demarche(t, "load", "one.json").want(t, exitOK)
	t.Setenv("DEMARCHE_LIMITS_QUERY_TIME", "1ns")
	demarche(t, "ask", "who-demanded").want(t, exitError, "raise limits.query_time")
}

func TestSizes(t *testing.T) {
	for text, want := range map[string]string{"64MB": "64MB", "1024": "1KB", "3 kb": "3KB", "1500B": "1500B", "2GB": "2GB"} {
		var s Size
		if err := s.UnmarshalText([]byte(text)); err != nil || s.String() != want {
			t.Errorf("%q is %s (%v), want %s", text, s, err, want)
		}
	}
}
