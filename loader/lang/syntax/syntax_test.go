package syntax_test

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/syntax"
)

func model(t testing.TB) *syntax.Model {
	t.Helper()
	m, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestParse(t *testing.T) {
	words := strings.Fields("The minister said that Russia should withdraw its forces .")
	var got strings.Builder
	for i, token := range model(t).Parse(words, nil) {
		fmt.Fprintf(&got, "%s %s %s %s %d %s\n", words[i], token.Lemma, token.XPOS, token.UPOS, token.Head, token.Rel)
	}
	const want = `The the DT DET 1 det
minister minister NN NOUN 2 nsubj
said say VBD VERB -1 root
that that IN SCONJ 6 mark
Russia Russia NNP PROPN 6 nsubj
should should MD AUX 6 aux
withdraw withdraw VB VERB 2 ccomp
its its PRP$ PRON 8 nmod:poss
forces force NNS NOUN 6 obj
. . . PUNCT 2 punct
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
}

// checkTree reports what is wrong with a tree: anything but one root that is above every word.
func checkTree(tokens []syntax.Token) error {
	roots := 0
	for i, token := range tokens {
		if token.Head == -1 {
			roots++
		}
		if (token.Head == -1) != (token.Rel == "root") {
			return fmt.Errorf("word %d: head %d with relation %q", i, token.Head, token.Rel)
		}
		at, steps := i, 0
		for at != -1 {
			if at < -1 || at >= len(tokens) {
				return fmt.Errorf("word %d: head %d of %d words", i, at, len(tokens))
			}
			if at, steps = tokens[at].Head, steps+1; steps > len(tokens) {
				return fmt.Errorf("word %d is on a cycle", i)
			}
		}
	}
	if roots != min(1, len(tokens)) {
		return fmt.Errorf("%d roots", roots)
	}
	return nil
}

func FuzzParse(f *testing.F) {
	f.Add("The minister said so .")
	f.Add("\x00 \xff\xfe a’b 3.5% ) ( ) , , , .")
	f.Add("")
	f.Add("  c A")
	m := model(f)
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		tokens := m.Parse(words, nil)
		if len(tokens) != len(words) {
			t.Fatalf("%d tokens for %d words", len(tokens), len(words))
		}
		if err := checkTree(tokens); err != nil {
			t.Fatal(err)
		}
		for i, token := range tokens {
			if token.XPOS == "" || token.UPOS == "" || (token.Lemma == "") != (words[i] == "") {
				t.Fatalf("word %q: %+v", words[i], token)
			}
		}
	})
}

// A sentence of any length takes time and memory in proportion.
func TestLongSentence(t *testing.T) {
	m := model(t)
	words := strings.Fields(strings.Repeat("troops and ships that they sent to Syria , ", 100_000/9))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	tokens := m.Parse(words, nil)
	runtime.ReadMemStats(&after)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 64 {
		t.Errorf("%d MiB allocated for %d words", grown, len(words))
	}
	roots := 0
	for _, token := range tokens {
		if token.Head == -1 {
			roots++
		}
	}
	if len(tokens) != len(words) || roots != 1 {
		t.Errorf("%d tokens with %d roots for %d words", len(tokens), roots, len(words))
	}
}

func TestParseAppends(t *testing.T) {
	m := model(t)
	tokens := m.Parse([]string{"Go", "!"}, nil)
	tokens = m.Parse([]string{"They", "left", "."}, tokens)
	if len(tokens) != 5 {
		t.Fatalf("%d tokens", len(tokens))
	}
	if err := checkTree(tokens[2:]); err != nil {
		t.Error(err)
	}
}

func TestShared(t *testing.T) {
	m := model(t)
	words := strings.Fields("Officials in Moscow denied that the talks had failed .")
	want := fmt.Sprint(m.Parse(words, nil))
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for range 20 {
				if got := fmt.Sprint(m.Parse(words, nil)); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	group.Wait()
}

// treebank reads a development treebank that lies beside the repository, where there is one.
func treebank(t testing.TB, name string) []*conllu.Sentence {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
		if folder == filepath.Dir(folder) {
			t.Fatal("no go.mod above the test")
		}
		folder = filepath.Dir(folder)
	}
	path := filepath.Join(folder, "..", "shared", "data", name, "dev.conllu.gz")
	file, err := os.Open(path)
	if err != nil {
		t.Skipf("accuracy is not measured: no treebank: %v", err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	sentences, err := conllu.ReadAll(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

func TestAccuracy(t *testing.T) {
	m := model(t)
	for name, floor := range map[string]syntax.Score{
		"ud-ewt": {XPOS: 94.5, UPOS: 95, Lemma: 96.5, UAS: 85.2, LAS: 81.2},
		"ud-gum": {XPOS: 97, UPOS: 97.1, Lemma: 98.4, UAS: 87.5, LAS: 84},
	} {
		got := m.Score(treebank(t, name))
		t.Logf("%s: %s", name, got)
		if got.XPOS < floor.XPOS || got.UPOS < floor.UPOS || got.Lemma < floor.Lemma || got.UAS < floor.UAS || got.LAS < floor.LAS {
			t.Errorf("%s: %s, below the floor %s", name, got, floor)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	m := model(b)
	var sentences [][]string
	for _, s := range treebank(b, "ud-ewt") {
		var words []string
		for _, word := range s.Words {
			words = append(words, word.Form)
		}
		sentences = append(sentences, words)
	}
	var tokens []syntax.Token
	count := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, words := range sentences {
			tokens = m.Parse(words, tokens[:0])
			count += len(words)
		}
	}
	b.ReportMetric(float64(count)/b.Elapsed().Seconds(), "words/s")
}
