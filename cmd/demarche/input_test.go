package main

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
)

// The limit of a file's size holds for what is read, however it comes.
func TestMaxFileSize(t *testing.T) {
	home(t)
	t.Setenv(envOf("load.max_file_size"), "1KB")
	long := story(strings.Repeat("long ", 400))
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(long)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, "long.json", long)
	write(t, "long.json.gz", zipped.String())
	write(t, "short.json", story("Short"))
	says := "it is over the limit of 1KB; split it, or raise load.max_file_size"
	demarche(t, "load", "--dry-run", "long.json", "short.json").want(t, exitRefused, "reading long.json: "+says, "1 article")
	demarche(t, "load", "--dry-run", "long.json.gz").want(t, exitRefused, "reading long.json.gz: "+says)
	demarcheWith(t, long, "load", "--dry-run", "-").want(t, exitRefused, "reading -: "+says)
	demarcheWith(t, story("Short"), "load", "--dry-run", "-").want(t, exitOK, "1 article")
}

// A flag without a value does not widen the question.
func TestAskEmptyFlag(t *testing.T) {
	home(t)
	write(t, "one.jsonl", story("One"))
	demarche(t, "load", "one.jsonl").want(t, exitOK)
	demarche(t, "ask", "who-demanded", "--of", "").want(t, exitUsage, "--of is given without a value")
	demarche(t, "ask", "who-demanded", "--since=", "--of", "nato").want(t, exitUsage, "--since is given without a value")
	demarche(t, "ask", "who-demanded", "--of", "nato").want(t, exitOK, "Russia")
}
