package loader_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/internal/span"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/loader/extract"
)

// builtIn is the loader that the program comes with.
var builtIn = sync.OnceValues(loader.Default)

// written makes an article of a text with a blank line between its blocks; a
// block that begins with "# " is the headline. The day "" stands for an unknown one.
func written(tb testing.TB, text, day string) article.Article {
	tb.Helper()
	a := article.Article{File: "written.txt", Text: text, Language: "en"}
	if day != "" {
		var err error
		if a.Published, err = time.Parse(time.DateOnly, day); err != nil {
			tb.Fatal(err)
		}
	}
	at := 0
	for _, part := range strings.SplitAfter(text, "\n\n") {
		block := article.Block{Span: span.Span{Begin: at, End: at + len(strings.TrimRight(part, "\n"))}, Kind: article.Paragraph}
		if strings.HasPrefix(part, "# ") {
			block.Kind, block.Begin = article.Headline, at+2
			a.Title = block.Of(text)
		}
		if !block.Empty() {
			a.Blocks = append(a.Blocks, block)
		}
		at += len(part)
	}
	return a
}

// reading is what the built-in loader makes of a text.
func reading(tb testing.TB, text, day string) loader.Stages {
	tb.Helper()
	l, err := builtIn()
	if err != nil {
		tb.Fatal(err)
	}
	return l.Read(written(tb, text, day))
}

// say writes spans as the cases of this package have them: without the stops
// at their ends, " … " between two.
func say(text string, spans ...span.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strings.Join(strings.Fields(strings.Trim(s.Of(text), ".,; ")), " "))
	}
	return strings.Join(parts, " … ")
}

func called(actors []extract.Actor) string {
	var list []string
	for _, a := range actors {
		list = append(list, a.Name)
	}
	return strings.Join(list, ", ")
}

// agree compares what was found with what is right. A case that is known to
// come out wrong must say why, and must come out wrong: when it does not, the
// mark is to be taken away.
func agree(t *testing.T, got, want []string, wrong string) {
	t.Helper()
	same := slices.Equal(got, want)
	switch {
	case wrong != "" && same:
		t.Errorf("this comes out right now: take its mark %q away", wrong)
	case wrong == "" && !same:
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}
