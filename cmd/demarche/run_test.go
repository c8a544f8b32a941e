package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// home gives the test a home, a folder to work in and nothing of the user's.
func home(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, value := range map[string]string{
		"HOME": folder, "XDG_DATA_HOME": filepath.Join(folder, "data"), "XDG_CONFIG_HOME": filepath.Join(folder, "config"),
	} {
		t.Setenv(name, value)
	}
	for _, variable := range os.Environ() {
		if name, _, _ := strings.Cut(variable, "="); strings.HasPrefix(name, envPrefix+"_") {
			t.Setenv(name, "") // so that it is restored
			os.Unsetenv(name)
		}
	}
	t.Chdir(folder)
	return folder
}

// outcome is what a run of the program gave.
type outcome struct {
	code           int
	stdout, stderr string
}

// christmas is the clock of the tests.
func christmas() time.Time { return time.Date(2021, 12, 25, 12, 0, 0, 0, time.UTC) }

// demarche runs the program.
func demarche(t *testing.T, args ...string) outcome {
	t.Helper()
	return demarcheWith(t, "", args...)
}

// demarcheWith runs the program with an input.
func demarcheWith(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), args, strings.NewReader(stdin), &stdout, &stderr, christmas)
	return outcome{code, stdout.String(), stderr.String()}
}

// want checks the exit code and texts that must be in the output; those that
// begin with "!" must not be there.
func (o outcome) want(t *testing.T, code int, texts ...string) outcome {
	t.Helper()
	if o.code != code {
		t.Errorf("exit code %d, want %d\n%s", o.code, code, o.stderr)
	}
	for _, text := range texts {
		absent := strings.HasPrefix(text, "!")
		if text = strings.TrimPrefix(text, "!"); strings.Contains(o.stdout+o.stderr, text) == absent {
			t.Errorf("output: %q is there: %t\nstdout:\n%s\nstderr:\n%s", text, absent, o.stdout, o.stderr)
		}
	}
	return o
}

// write writes a file of the working folder.
func write(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// root is the root of the repository.
func root(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// samplesFolder is where the sample articles are.
func samplesFolder(t *testing.T) string {
	return filepath.Join(root(t), "loader", "testdata", "samples")
}

// rows returns the rows that a JSON Lines answer has.
func (o outcome) rows(t *testing.T) []map[string]any {
	t.Helper()
	var rows []map[string]any
	for line := range strings.Lines(o.stdout) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		rows = append(rows, row)
	}
	return rows
}

// story is the text of an article that makes a demand.
func story(title string) string {
	data, _ := json.Marshal(map[string]string{ // strings can always be encoded
		"url": "https://example.org/" + strings.ReplaceAll(title, " ", "-"), "title": title,
		"publisher": "The Example", "published": "2021-12-17",
		"text": "Russia on Friday demanded that NATO stop its expansion to the east. " +
			"Kremlin adviser Ilya Testov said that the alliance had not answered. " +
			"The alliance called on Moscow to pull back its troops from the border.",
	})
	return string(data) + "\n"
}

func TestLoadAskRemove(t *testing.T) {
	samples := samplesFolder(t)
	home(t)
	demarche(t, "ask", "who-demanded").want(t, exitError, "there is no store yet", "demarche load")
	demarche(t, "load", "--dry-run", samples).want(t, exitOK, "new (nothing stored)")
	demarche(t, "ask", "who-demanded").want(t, exitError, "there is no store yet")

	first := demarche(t, "load", samples).want(t, exitOK, "13 articles: 13 new")
	demarche(t, "load", samples).want(t, exitOK, "13 articles: 13 unchanged")
	if strings.Contains(first.stderr, "%") {
		t.Errorf("a progress bar where there is no terminal: %q", first.stderr)
	}
	demarche(t, "check").want(t, exitOK, "store: 13 articles", "!error:")

	december := []string{"ask", "who-demanded", "--of", "nato", "--since", "2021-12", "--until", "2021-12", "--format", "jsonl"}
	rows := demarche(t, december...).want(t, exitOK).rows(t)
	if len(rows) < 3 {
		t.Fatalf("%d demands on NATO in December 2021, want at least 3", len(rows))
	}
	for _, row := range rows {
		if day := row["day"].(string); !strings.HasPrefix(day, "2021-12-") {
			t.Errorf("a demand of %s", day)
		}
	}
	second := demarche(t, append(december, "--limit", "1", "--offset", "1")...).want(t, exitOK).rows(t)
	if len(second) != 1 || second[0]["record"] != rows[1]["record"] {
		t.Errorf("--offset 1 --limit 1 gave %v, want the second of all rows", second)
	}

	exported := demarche(t, "export").want(t, exitOK, "<http://schema.org/NewsArticle>")
	for _, iri := range iris(exported.stdout) {
		demarche(t, "remove", iri).want(t, exitOK, "removed "+iri)
	}
	demarche(t, "check").want(t, exitOK, "store: 0 articles, 0 quads, 0 values")
	demarche(t, december...).want(t, exitOK, "!Russia")
}

// iris returns the articles of an export as N-Quads.
func iris(export string) []string {
	var all []string
	for line := range strings.Lines(export) {
		fields := strings.Fields(line)
		if len(fields) > 2 && fields[2] == "<http://schema.org/NewsArticle>" {
			all = append(all, strings.Trim(fields[0], "<>"))
		}
	}
	return all
}

func TestChangedArticleReplaces(t *testing.T) {
	home(t)
	text := story("One")
	demarche(t, "load", write(t, "one.json", text)).want(t, exitOK, "1 article: 1 new")
	write(t, "one.json", strings.ReplaceAll(text, "NATO stop", "Ukraine stop"))
	demarche(t, "load", "-v", "one.json").want(t, exitOK, "1 article: 1 changed", "changed    one.json", "statements,")
	demarche(t, "ask", "who-demanded", "--of", "nato").want(t, exitOK, "nothing found")
	demarche(t, "ask", "who-demanded", "--of", "ukraine").want(t, exitOK, "Ukraine")
	demarche(t, "check").want(t, exitOK, "store: 1 articles")
}

func TestStandardInput(t *testing.T) {
	home(t)
	demarcheWith(t, story("One")+story("Two"), "load", "-").want(t, exitOK, "2 articles: 2 new")
}

// Bad inputs are reported by file and reason; the others are loaded.
func TestBadInputs(t *testing.T) {
	home(t)
	write(t, "in/a-good.json", story("Good"))
	write(t, "in/b-empty.txt", "")
	write(t, "in/c-binary.bin", "\x7fELF\x00\x01\x02\x00\x00\x00\xff\xfe\x00\x00")
	write(t, "in/d-broken.txt.gz", "\x1f\x8b\x08\x00 this is no deflated text")
	var lines strings.Builder
	for _, title := range []string{"A", "B", "C", "D", "E", "F"} {
		lines.WriteString(story(title))
	}
	write(t, "in/e-lines.jsonl", lines.String()+"{\"title\": broken\n"+story("H"))
	write(t, "in/f-list.txt", "milk, eggs\n")
	o := demarche(t, "load", "in", "nowhere.txt").want(t, exitRefused, "8 articles: 8 new; 6 refused",
		"nowhere.txt: no such file", "b-empty.txt: it is empty", "c-binary.bin: it is not text",
		"d-broken.txt.gz: its gzip compression is broken", "e-lines.jsonl, line 7: the record is broken",
		"f-list.txt: it is not an article", "some inputs were refused: 6")
	if n := strings.Count(o.stderr, "\n"); n != 7 {
		t.Errorf("%d lines of errors, want one for each and one for all:\n%s", n, o.stderr)
	}
	demarche(t, "check").want(t, exitOK, "store: 8 articles")
	lineCount := strings.Count(demarche(t, "extract", "in").want(t, exitRefused, "line 7").stdout, "\n")
	if lineCount != 8 {
		t.Errorf("extract wrote %d lines, want 8", lineCount)
	}
	demarche(t, "explain", "in/b-empty.txt").want(t, exitRefused, "it is empty")
}

func TestExtractKeepsTheOrder(t *testing.T) {
	home(t)
	var want []string
	var lines strings.Builder
	for i := range 40 {
		want = append(want, string(rune('A'+i%26))+" "+strings.Repeat("x", i))
		lines.WriteString(story(want[i]))
	}
	write(t, "many.jsonl", lines.String())
	t.Setenv("DEMARCHE_LOAD_WORKERS", "8")
	var got []string
	for _, row := range demarche(t, "extract", "many.jsonl").want(t, exitOK).rows(t) {
		got = append(got, row["title"].(string))
	}
	for i := range want {
		if i >= len(got) || got[i] != strings.TrimSpace(want[i]) {
			t.Fatalf("article %d is not %q: %q", i, want[i], got)
		}
	}
}

func TestInterruptedLoad(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var stdout, stderr bytes.Buffer
	code := run(ctx, []string{"load", "one.json"}, nil, &stdout, &stderr, christmas)
	outcome{code, stdout.String(), stderr.String()}.want(t, exitError, "interrupted")
}

func TestExplain(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	demarche(t, "explain", "--quads", "one.json").want(t, exitOK, "SENTENCE 1", "DEMAND     Russia -> NATO", "QUADS", "<demarche:actor/nato>")
}

func TestRemoveByAddressAndPart(t *testing.T) {
	home(t)
	write(t, "two.jsonl", story("First one")+story("Second one"))
	demarche(t, "remove", "x").want(t, exitError, "there is no store yet")
	demarche(t, "load", "two.jsonl").want(t, exitOK)
	demarche(t, "remove", "one").want(t, exitUsage, "fits 2 articles")
	demarche(t, "remove", "third").want(t, exitUsage, "nothing stored is called")
	demarche(t, "remove", "https://example.org/First-one").want(t, exitOK, "removed demarche:article/")
	demarche(t, "remove", "second ONE").want(t, exitOK, "removed demarche:article/")
	demarche(t, "remove", "one").want(t, exitUsage, "nothing stored is called")
}

const salt = `issues:
  - name: Trade in salt
    broader: trade
    words: [salt trade, "@nato + expansion"]
`

func TestIssues(t *testing.T) {
	home(t)
	demarche(t, "issues", "list").want(t, exitOK, "\n  alliances  ", "\n    nato-enlargement  ")
	demarche(t, "issues", "list", "warhead").want(t, exitOK, "nuclear-weapons", "!fisheries")
	demarche(t, "issues", "show", "arms control").want(t, exitOK, "arms race", "nuclear-weapons")
	demarche(t, "issues", "show", "nuclear arsenals and warheads").want(t, exitUsage, "unknown issue", "did you mean")
	write(t, "bad.yaml", "issues:\n  - {name: A, broader: nowhere}\n")
	demarche(t, "issues", "check", "bad.yaml").want(t, exitUsage, "bad.yaml:2", "nowhere", "nothing was changed")
	demarche(t, "issues", "add", "bad.yaml").want(t, exitUsage, "bad.yaml:2")
	write(t, "salt.yaml", salt)
	demarche(t, "issues", "check", "salt.yaml").want(t, exitOK, "1 issue can be added")
	demarche(t, "issues", "show", "trade-in-salt").want(t, exitUsage, "unknown issue")
	demarche(t, "issues", "add", "salt.yaml").want(t, exitOK, "added 1 issue", "issues/salt.yaml")
	demarche(t, "issues", "add", "salt.yaml").want(t, exitUsage, `the id "trade-in-salt" is taken`)
	demarche(t, "check").want(t, exitOK, "issues: 2", "0 warnings")

	write(t, "one.json", story("One"))
	demarche(t, "load", "one.json").want(t, exitOK)
	for issue, rows := range map[string]int{"nato-enlargement": 1, "Security and defence": 2, "trade": 1, "ceasefire": 0} {
		if got := demarche(t, "ask", "who-demanded", "--issue", issue, "--format", "jsonl").want(t, exitOK).rows(t); len(got) != rows {
			t.Errorf("%d demands are about %s, want %d", len(got), issue, rows)
		}
	}
	demarche(t, "ask", "positions", "--issue", "xyzzy").want(t, exitUsage, "'demarche issues list'")
	demarche(t, "ask", "positions", "--issue", "enlargement").want(t, exitUsage, "did you mean", "nato-enlargement")
	demarche(t, "ask", "positions", "--issue", "nato-enlargement", "--stance", "oppose").want(t, exitOK, "Russia", "NATO enlargement")
	demarche(t, "__complete", "ask", "positions", "--issue", "nato-e").want(t, exitOK, "nato-enlargement\tNATO enlargement")
	demarche(t, "check").want(t, exitOK, "0 warnings")
}

const testov = `actors:
  - name: Ilya Testov
    kind: person
    roles:
      - {title: Presidential aide, of: russia, from: 2020-01-01}
`

func TestAddActorAndRelink(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	demarche(t, "load", "one.json").want(t, exitOK)
	said := []string{"ask", "said", "--speaker", "ilya-testov", "--format", "jsonl"}
	demarche(t, said...).want(t, exitUsage, "unknown actor")

	write(t, "bad.yaml", strings.Replace(testov, "of: russia", "of: nowhere", 1))
	demarche(t, "actors", "add", "bad.yaml").want(t, exitUsage, "bad.yaml:2", "nowhere", "nothing was changed")
	write(t, "typo.yaml", strings.Replace(testov, "kind:", "knd:", 1))
	demarche(t, "actors", "add", "typo.yaml").want(t, exitUsage, "typo.yaml:3", "knd")

	write(t, "mine.yaml", testov)
	demarche(t, "actors", "add", "mine.yaml").want(t, exitOK, "added 1 actor", "would link: Ilya Testov (1 article) is ilya-testov")
	demarche(t, "actors", "add", "--relink", "mine.yaml").want(t, exitUsage, "mine.yaml:2: Ilya Testov is there already", "(mine.yaml in your folder)", "'demarche relink'", "nothing was changed")
	write(t, "other.yaml", testov+"    gender: male\n")
	demarche(t, "actors", "add", "other.yaml").want(t, exitUsage, `the id "ilya-testov" is taken`)
	demarche(t, "actors", "show", "Ilya Testov").want(t, exitOK, "Presidential aide of russia, 2020-01-01 to now")
	demarche(t, "relink", "--dry-run").want(t, exitOK, "would link: Ilya Testov")
	demarche(t, "relink").want(t, exitOK, "linked: Ilya Testov (1 article) is ilya-testov", "1 actor linked")
	demarche(t, "relink").want(t, exitOK, "0 actors linked")
	if rows := demarche(t, said...).want(t, exitOK).rows(t); len(rows) != 1 {
		t.Errorf("%d statements of Testov after relinking, want 1", len(rows))
	}
	demarche(t, "check").want(t, exitOK, "!error:")
	// Reading the article again says the same as relinking did. It may be a little surer, as the speaker is known by now.
	records := func() string {
		var all []string
		for line := range strings.Lines(demarche(t, "export").want(t, exitOK).stdout) {
			if !strings.Contains(line, "<demarche:confidence>") {
				all = append(all, line)
			}
		}
		slices.Sort(all)
		return strings.Join(all, "")
	}
	before := records()
	demarche(t, "load", "one.json").want(t, exitOK, "1 article")
	if after := records(); after != before {
		t.Errorf("read again, the article says\n%s\nand it said\n%s", after, before)
	}
}

// What the reader left unlinked stays so while the catalogue is the same.
func TestRelinkAfterLoad(t *testing.T) {
	samples := samplesFolder(t)
	home(t)
	demarche(t, "load", samples).want(t, exitOK)
	before := demarche(t, "export").want(t, exitOK).stdout
	demarche(t, "relink").want(t, exitOK, "0 actors linked", "!linked:")
	if after := demarche(t, "export").want(t, exitOK).stdout; after != before {
		t.Error("relinking changed the store")
	}
}

func TestImportActors(t *testing.T) {
	home(t)
	write(t, "some.actors.txt", "TESTLANDIA_UNION_OF_WRITERS_ [CIV]\n\nILYA_TESTOV_\n+I._TESTOV_\n[RUSGOV >200101]\n\nVLADIMIR_PUTIN_ [RUSGOV >991231]\n")
	dry := demarche(t, "actors", "import", "--dry-run", "some.actors.txt")
	dry.want(t, dry.code, "name: Ilya Testov", "!name: Vladimir Putin")
	o := demarche(t, "actors", "import", "some.actors.txt")
	o.want(t, dry.code, "added ", "are known already")
	demarche(t, "actors", "list", "testov").want(t, exitOK, "ilya-testov", "person")
	demarche(t, "actors", "import", "some.actors.txt").want(t, dry.code, "!added ")
}

func TestUsage(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	demarche(t, "load", "one.json").want(t, exitOK)
	tests := []struct {
		args []string
		code int
		want []string
	}{
		{nil, exitOK, []string{"Available Commands"}},
		{[]string{"lod"}, exitUsage, []string{`unknown command "lod"; did you mean load?`}},
		{[]string{"load"}, exitUsage, []string{"PATH is missing", "'demarche load --help'"}},
		{[]string{"load", "--fast", "x"}, exitUsage, []string{"unknown flag: --fast"}},
		{[]string{"check", "x"}, exitUsage, []string{`unexpected argument "x"`}},
		{[]string{"ask", "who-demand"}, exitUsage, []string{"did you mean who-demanded?"}},
		{[]string{"ask", "who-demand", "--by", "x"}, exitUsage, []string{"did you mean who-demanded?"}},
		{[]string{"ask", "who-demanded", "--bye", "x"}, exitUsage, []string{"unknown flag: --bye"}},
		{[]string{"ask", "who-demanded", "--since", "31.12."}, exitUsage, []string{"bad value", "31.12."}},
		{[]string{"ask", "who-demanded", "--by", "rusia"}, exitUsage, []string{"unknown actor", "Russia"}},
		{[]string{"ask", "who-demanded", "--of", "nato", "--gizmo"}, exitOK, []string{"g.V(\"<demarche:index/demand/of/nato/"}},
		{[]string{"ask", "unanswered", "--of", "nato", "--gizmo"}, exitUsage, []string{"no form in Gizmo"}},
		{[]string{"ask", "positions", "--format", "graphml"}, exitUsage, []string{"needs two columns that hold actors"}},
		{[]string{"ask", "who-demanded", "--format", "xml"}, exitUsage, []string{"none of table, json, jsonl, csv, graphml"}},
		{[]string{"ask", "who-demanded", "--help"}, exitOK, []string{"--topic words", "demarche ask who-demanded"}},
		{[]string{"ask", "who-demanded", "--format", "csv"}, exitOK, []string{"day,by,of"}},
		{[]string{"ask", "who-demanded", "--since", "today"}, exitOK, []string{"nothing found"}},
		{[]string{"queries"}, exitOK, []string{"who-demanded", "timeline"}},
		{[]string{"queries", "said"}, exitOK, []string{"--speaker", "Example"}},
		{[]string{"queries", "--json", "said"}, exitOK, []string{`"name": "said"`}},
		{[]string{"actors", "list", "--kind", "planet"}, exitUsage, []string{"planet"}},
		{[]string{"actors", "show", "NATO"}, exitOK, []string{"Q7184"}},
		{[]string{"actors", "show", "natoo"}, exitUsage, []string{"unknown actor"}},
		{[]string{"actors", "nothing"}, exitUsage, []string{`unknown command "nothing"`}},
		{[]string{"schema", "export"}, exitOK, []string{"<demarche:Demand>"}},
		{[]string{"schema", "export", "--format", "jsonld"}, exitOK, []string{`"@context"`}},
		{[]string{"schema", "export", "--format", "xml"}, exitUsage, []string{"none of nquads, jsonld"}},
		{[]string{"export", "--format", "xml"}, exitUsage, []string{"none of nquads"}},
		{[]string{"export", "--format", "graphml"}, exitOK, []string{"<graphml", "</graphml>"}},
		{[]string{"version"}, exitOK, []string{"demarche ", "go1.", explorerNotice()}},
		{[]string{"completion", "bash"}, exitOK, []string{"__start_demarche"}},
		{[]string{"__complete", "ask", "who-demanded", "--polarity", ""}, exitOK, []string{"dont"}},
		{[]string{"__complete", "ask", "who-"}, exitOK, []string{"who-demanded"}},
	}
	for _, test := range tests {
		t.Run(strings.Join(test.args, " "), func(t *testing.T) {
			demarche(t, test.args...).want(t, test.code, test.want...)
		})
	}
}

// Every command explains itself with an example.
func TestEveryCommandHasAnExample(t *testing.T) {
	home(t)
	a := &app{}
	commands := newRoot(a, nil).Commands()
	for len(commands) > 0 {
		c := commands[0]
		commands = append(commands[1:], c.Commands()...)
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s: no example or no short text", c.CommandPath())
		}
	}
}

func TestCheckFindsABrokenQuery(t *testing.T) {
	home(t)
	folder := filepath.Join(os.Getenv("XDG_DATA_HOME"), "demarche", "queries")
	write(t, filepath.Join(folder, "mine.yaml"), "name: mine\ntitel: x\n")
	demarche(t, "check").want(t, exitError, "mine.yaml:2", "the check found errors")
	demarche(t, "queries").want(t, exitError, "who-demanded", "mine.yaml:2")
}
