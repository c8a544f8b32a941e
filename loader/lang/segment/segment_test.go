package segment_test

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"unicode"

	"demarche/loader/lang/segment"
)

func model(t testing.TB) *segment.Model {
	t.Helper()
	m, err := segment.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// show writes words with a space between tokens, "+" within one, and "|" between sentences.
func show(m *segment.Model, text string) string {
	words, ends := m.Split(text, segment.Piece{Begin: 0, End: len(text)})
	var out strings.Builder
	first := 0
	for k, end := range ends {
		if k > 0 {
			out.WriteString(" |")
		}
		for i, w := range words[first:end] {
			switch {
			case w.Joined:
				out.WriteByte('+')
			case i > 0 || k > 0:
				out.WriteByte(' ')
			}
			out.WriteString(text[w.Begin:w.End])
		}
		first = end
	}
	return out.String()
}

func TestSplit(t *testing.T) {
	m := model(t)
	for _, test := range []struct{ name, text, want string }{
		{"clitics", "Russia’s envoy won't say what they've agreed.", "Russia+’s envoy wo+n't say what they+'ve agreed ."},
		{"words that are written as one", "They cannot go.", "They can+not go ."},
		{"abbreviations and initials", "Gen. H.R. McMaster met Mr. Smith of the U.S. Senate. They spoke.", "Gen. H.R. McMaster met Mr. Smith of the U.S. Senate . | They spoke ."},
		{"dateline", "MOSCOW, Dec 2 (Xinhua) -- Russia said no.", "MOSCOW , Dec 2 ( Xinhua ) -- Russia said no ."},
		{"numbers and currency", "It rose 3.5% to $1,000.50.", "It rose 3.5 % to $ 1,000.50 ."},
		{"hyphens and dashes", "A long-term plan—so far—failed.", "A long - term plan — so far — failed ."},
		{"ellipsis", "Well... we will see.", "Well ... we will see ."},
		{"quotation marks", "“No!” she said. 'Yes,' he said.", "“ No ! ” she said . | ' Yes , ' he said ."},
		{"a question inside a sentence", `"Is it so?" he asked.`, `" Is it so ? " he asked .`},
		{"addresses", "Write to a.b@example.org or see https://example.org/a-b?c=1.", "Write to a.b@example.org or see https://example.org/a-b?c=1 ."},
		{"sentences without a space", "They ended the process.Russia agreed.", "They ended the process . | Russia agreed ."},
		{"an empty line ends a sentence", "No deal for Kyiv\n\nThe talks failed", "No deal for Kyiv | The talks failed"},
		{"nothing", " \n ", ""},
	} {
		if got := show(m, test.text); got != test.want {
			t.Errorf("%s:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}

// Pieces are read each by itself, and what lies between them not at all.
func TestPieces(t *testing.T) {
	text := "Kyiv said | no. Moscow"
	words, ends := model(t).Split(text, segment.Piece{Begin: 0, End: 9}, segment.Piece{Begin: 12, End: len(text)})
	if got := fmt.Sprint(ends); got != "[2 4 5]" || len(words) != 5 {
		t.Errorf("%d words, sentences end at %s", len(words), got)
	}
}

// check reports what is wrong with the words of a text.
func check(text string, words []segment.Word, ends []int) error {
	at := 0
	for i, w := range words {
		if w.Begin < at || w.End <= w.Begin || w.End > len(text) {
			return fmt.Errorf("word %d is [%d, %d), the one before ends at %d", i, w.Begin, w.End, at)
		}
		if w.Joined && w.Begin != at {
			return fmt.Errorf("word %d is joined over a space", i)
		}
		if between := strings.TrimFunc(text[at:w.Begin], unicode.IsSpace); between != "" {
			return fmt.Errorf("%q is in no word", between)
		}
		at = w.End
	}
	if rest := strings.TrimFunc(text[at:], unicode.IsSpace); rest != "" {
		return fmt.Errorf("%q is in no word", rest)
	}
	first := 0
	for i, end := range ends {
		if end <= first || end > len(words) {
			return fmt.Errorf("sentence %d ends at word %d of %d, the one before at %d", i, end, len(words), first)
		}
		first = end
	}
	if first != len(words) {
		return fmt.Errorf("sentences hold %d of %d words", first, len(words))
	}
	return nil
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"Kyiv said no.", "“a ‘b’ c” (D-Wis.) said.", "don’t—\"x\"", "U.S.A. '' ''", "a\n\n.b \xff", "cannot…\u2028x", strings.Repeat("a ", 300)} {
		f.Add(seed)
	}
	m := model(f)
	f.Fuzz(func(t *testing.T, text string) {
		words, ends := m.Split(text, segment.Piece{Begin: 0, End: len(text)})
		if err := check(text, words, ends); err != nil {
			t.Fatal(err)
		}
	})
}

// A line of ten megabytes takes memory in proportion.
func TestLongLine(t *testing.T) {
	text := strings.Repeat("troops, ships and U.S. bases that weren't there ", 10_000_000/48)
	m := model(t)
	m.Split("warm up", segment.Piece{Begin: 0, End: 7})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	words, ends := m.Split(text, segment.Piece{Begin: 0, End: len(text)})
	runtime.ReadMemStats(&after)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 600 {
		t.Errorf("%d MiB allocated for %d MiB of text", grown, len(text)>>20)
	}
	if err := check(text, words, ends); err != nil {
		t.Error(err)
	}
}

// What a paragraph gives does not depend on its neighbours, nor on the place of a window.
func TestNeighbours(t *testing.T) {
	m := model(t)
	paragraph := "The U.S. envoy, Mr. Smith, said: “We won’t go.” He left."
	want := show(m, paragraph)
	text := strings.Repeat(paragraph+"\n\n", 40)
	for i, got := range strings.Split(show(m, text), want) {
		if strings.Trim(got, " |") != "" {
			t.Fatalf("between paragraphs %d and %d: %q", i, i+1, got)
		}
	}
}

func TestShared(t *testing.T) {
	m := model(t)
	text := "Officials in Moscow didn't deny it. The talks failed."
	want := show(m, text)
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for range 20 {
				if got := show(m, text); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	group.Wait()
}

func TestOpenRejectsOtherFiles(t *testing.T) {
	for name, file := range map[string][]byte{"nothing": nil, "text": []byte("hello\n\nworld"), "another model": []byte("demarche model 2\n3 a\n\nabc")} {
		if _, err := segment.Open(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
