package polnear_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/internal/span"
	"demarche/loader/lang/polnear"
)

// folder makes a corpus of one article.
func folder(t *testing.T, text string, annotations map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{"text", "attributions"} {
		if err := os.Mkdir(filepath.Join(root, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	files := map[string]string{"text/one.txt": text}
	for annotator, lines := range annotations {
		files["attributions/one_"+annotator+".ann"] = lines
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(root, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

const (
	text = "“We agree,” Müller said, “and sign.”\n"
	// Offsets of the corpus count characters; those of the package count bytes.
	ann = "T1\tSource 12 18\tMüller\nT2\tCue 19 23\tsaid\nT3\tContent 0 11;25 36\t“We agree,” “and sign.”\n" +
		"T4\tAttribution 19 23\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)

func TestRead(t *testing.T) {
	articles, err := polnear.Read(folder(t, text, map[string]string{"b": "", "a": ann}))
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) != 1 || articles[0].Name != "one" || len(articles[0].Attributions) != 1 {
		t.Fatalf("read %+v", articles)
	}
	show := func(spans []span.Span) string {
		var parts []string
		for _, s := range spans {
			parts = append(parts, s.Of(articles[0].Text))
		}
		return strings.Join(parts, " ... ")
	}
	a := articles[0].Attributions[0]
	if got, want := show(a.Source)+" | "+show(a.Cue)+" | "+show(a.Content), "Müller | said | “We agree,” ... “and sign.”"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestReadErrors(t *testing.T) {
	for _, test := range []struct{ name, lines, want string }{
		{"offsets", "T1\tCue 5 x\tsaid\n", `T1: span "5 x"`},
		{"reversed", "T1\tCue 9 5\tsaid\n", `T1: span "9 5"`},
		{"a span that is not there", "E1\tAttribution:T4 Cue:T2\n", `E1: it has no span "T4"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := polnear.Read(folder(t, text, map[string]string{"a": test.lines}))
			if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "one_a.ann") {
				t.Errorf("error is %v, want one of %s that names the file", err, test.want)
			}
		})
	}
	if _, err := polnear.Read(t.TempDir()); err == nil {
		t.Error("an empty folder is no corpus")
	}
}
