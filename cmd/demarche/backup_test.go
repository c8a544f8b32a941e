package main

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// exported returns all that is stored, as N-Quads.
func exported(t *testing.T) string {
	t.Helper()
	return demarche(t, "export", "--index").want(t, exitOK).stdout
}

// nothingBeside checks that the folder has the files and no others.
func nothingBeside(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, entry := range entries {
		found = append(found, entry.Name())
	}
	if got, want := strings.Join(found, " "), strings.Join(names, " "); got != want {
		t.Errorf("%s has %q, want %q", folder, got, want)
	}
}

func TestBackupAndRestore(t *testing.T) {
	home(t)
	demarche(t, "backup", "b/all").want(t, exitError, "b/all")
	demarche(t, "backup", "all").want(t, exitError, "there is no store yet")
	demarche(t, "load", stories(t, "stories.jsonl", 5)).want(t, exitOK)
	want := exported(t)
	write(t, "b/all", "an older one")
	demarche(t, "backup", "b/all").want(t, exitOK, "quads of 5 articles")
	nothingBeside(t, "b", "all")

	for _, backend := range []string{"bolt", "leveldb"} {
		t.Setenv("DEMARCHE_STORE_BACKEND", backend)
		t.Setenv("DEMARCHE_STORE_PATH", filepath.Join("new", backend))
		demarche(t, "restore", "b/all").want(t, exitOK, "quads of 5 articles")
		demarche(t, "check", "--quiet").want(t, exitOK, "store: 5 articles", "!error:")
		if got := exported(t); got != want {
			t.Errorf("%s: the export of the restored store is another one", backend)
		}
		demarche(t, "restore", "b/all").want(t, exitError, "not empty", "nothing was changed")
		demarche(t, "load", "stories.jsonl").want(t, exitOK, "5 articles: 5 unchanged")
	}
	nothingBeside(t, "new", "bolt", "leveldb")

	t.Setenv("DEMARCHE_STORE_PATH", "third")
	data, err := os.ReadFile("b/all")
	if err != nil {
		t.Fatal(err)
	}
	write(t, "cut", string(data[:len(data)-100]))
	demarche(t, "restore", "cut").want(t, exitError, "damaged", "nothing was changed")
	demarche(t, "restore", "stories.jsonl").want(t, exitError, "not a backup")
	demarche(t, "check").want(t, exitOK, "store: there is none yet")
}

// A server goes on answering and changing while its store is backed up.
func TestBackupWhileServing(t *testing.T) {
	home(t)
	configured(t, map[string]string{"server.token": "secret"})
	h := serving(t, "serve")
	h.request("POST", h.main+"api/articles", "secret", story("One"), 201)
	demarche(t, "backup", "one").want(t, exitError, "in use by another process")
	demarche(t, "backup", "--from", h.main, "one").want(t, exitOK, "quads of 1 article")
	h.request("POST", h.main+"api/articles", "secret", story("Two"), 201)
	demarche(t, "backup", "--from", h.main, "two").want(t, exitOK, "quads of 2 articles")
	h.request("GET", h.main+"api/backup", "", "", 401)
	h.request("GET", h.main+"api/backup", "wrong", "", 401)
	t.Setenv("DEMARCHE_SERVER_TOKEN", "wrong")
	demarche(t, "backup", "--from", h.main, "three").want(t, exitError, "token")
	h.stop().want(t, exitOK)
	want := exported(t)

	// Without a token the server shares its store with other readers.
	t.Setenv("DEMARCHE_SERVER_TOKEN", "")
	h = serving(t, "serve")
	demarche(t, "backup", "beside").want(t, exitOK, "quads of 2 articles")
	h.request("GET", h.main+"api/articles", "", "", 200, "one", "two")
	h.stop().want(t, exitOK)

	t.Setenv("DEMARCHE_STORE_PATH", "new")
	demarche(t, "restore", "two").want(t, exitOK)
	if exported(t) != want {
		t.Error("the restored store is another one")
	}
}

func unzipped(t *testing.T, name string) string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestOldStore opens a store as the first version of the format wrote it; it must
// be readable for ever. It was made by loading story("Old"), and the database
// compressed.
func TestOldStore(t *testing.T) {
	old := filepath.Join(root(t), "cmd", "demarche", "testdata", "store-format-1")
	home(t)
	marker, err := os.ReadFile(filepath.Join(old, "FORMAT"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, "store/FORMAT", string(marker))
	write(t, "store/data/graph.bolt", unzipped(t, filepath.Join(old, "graph.bolt.gz")))
	t.Setenv("DEMARCHE_STORE_PATH", "store")
	demarche(t, "check", "--quiet").want(t, exitOK, "store: 1 articles", "!error:")
	demarche(t, "ask", "who-demanded", "--of", "nato").want(t, exitOK, "Russia", "2021-12-17")
	demarche(t, "load", write(t, "new.json", story("New"))).want(t, exitOK, "1 new")
	demarche(t, "check", "--quiet").want(t, exitOK, "store: 2 articles", "!error:")
	demarche(t, "backup", "all").want(t, exitOK, "quads of 2 articles")
}

// A store of another format is refused with both formats and what to do.
func TestOtherFormat(t *testing.T) {
	home(t)
	write(t, "store/FORMAT", "demarche graph, format 7, bolt\n")
	t.Setenv("DEMARCHE_STORE_PATH", "store")
	for _, command := range [][]string{{"check"}, {"ask", "said"}, {"serve"}, {"load", "."}, {"backup", "all"}} {
		demarche(t, command...).want(t, exitError, "format 7", "format 1", "demarche backup", "demarche restore")
	}
}
