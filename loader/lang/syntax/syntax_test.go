package syntax_test

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"reflect"
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

// parse parses one sentence.
func parse(m *syntax.Model, words []string) syntax.Result {
	return m.Parse(words, []int{len(words)}, nil)
}

func TestParse(t *testing.T) {
	words := strings.Fields("The minister said that Russia should withdraw its forces .")
	var got strings.Builder
	for i, token := range parse(model(t), words).Tokens {
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

// Heads count among all words of a text.
func TestParseSentences(t *testing.T) {
	words := strings.Fields("Kyiv agreed . Moscow refused the offer .")
	tokens := model(t).Parse(words, []int{3, 3, 8}, nil).Tokens
	var heads []int
	for _, token := range tokens {
		heads = append(heads, token.Head)
	}
	if want := []int{1, -1, 1, 4, -1, 6, 4, 4}; !reflect.DeepEqual(heads, want) {
		t.Errorf("got %v, want %v", heads, want)
	}
}

func TestNames(t *testing.T) {
	words := strings.Fields("On Monday Mr. Sergey Lavrov met Antony Blinken of the United States in Geneva , the United Nations said .")
	var got []string
	for _, n := range parse(model(t), words).Names {
		got = append(got, fmt.Sprintf("%s: %s", n.Kind, strings.Join(words[n.First:n.End], " ")))
	}
	want := []string{"date: Monday", "person: Sergey Lavrov", "person: Antony Blinken", "place: United States", "place: Geneva", "organization: United Nations"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// checkTree reports what is wrong with the tree of a sentence: anything but one root that is above every word.
func checkTree(tokens []syntax.Token, first int) error {
	roots := 0
	for i, token := range tokens {
		if token.Head == -1 {
			roots++
		}
		if (token.Head == -1) != (token.Rel == "root") {
			return fmt.Errorf("word %d: head %d with relation %q", i, token.Head, token.Rel)
		}
		at, steps := first+i, 0
		for at != -1 {
			if at < first || at >= first+len(tokens) {
				return fmt.Errorf("word %d: head %d outside of [%d, %d)", i, at, first, first+len(tokens))
			}
			if at, steps = tokens[at-first].Head, steps+1; steps > len(tokens) {
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
	f.Add("The minister said so . | She left .")
	f.Add("\x00 \xff\xfe a’b 3.5% ) ( ) , , , .")
	f.Add("")
	f.Add("  c A | | Paris New York Ann")
	m := model(f)
	f.Fuzz(func(t *testing.T, text string) {
		var words []string
		var ends []int
		for sentence := range strings.SplitSeq(text, "|") {
			words = append(words, strings.Split(sentence, " ")...)
			ends = append(ends, len(words))
		}
		r := m.Parse(words, ends, nil)
		if len(r.Tokens) != len(words) {
			t.Fatalf("%d tokens for %d words", len(r.Tokens), len(words))
		}
		first := 0
		for _, end := range ends {
			if err := checkTree(r.Tokens[first:end], first); err != nil {
				t.Fatal(err)
			}
			first = end
		}
		for i, token := range r.Tokens {
			if token.XPOS == "" || token.UPOS == "" || (token.Lemma == "") != (words[i] == "") {
				t.Fatalf("word %q: %+v", words[i], token)
			}
		}
		behind := 0
		for _, n := range r.Names {
			if n.First < behind || n.End <= n.First || n.End > len(words) || n.Kind == "" {
				t.Fatalf("name %+v behind %d of %d words", n, behind, len(words))
			}
			behind = n.End
		}
	})
}

// A sentence of any length takes time and memory in proportion, and is one tree.
func TestLongSentence(t *testing.T) {
	m := model(t)
	words := strings.Fields(strings.Repeat("troops and ships that they sent to Syria , ", 100_000/9))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	tokens := parse(m, words).Tokens
	runtime.ReadMemStats(&after)
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 100 {
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

// A sentence has the same tree whatever stands beside it.
func TestNeighbours(t *testing.T) {
	m := model(t)
	words := strings.Fields("Officials in Moscow denied that the talks had failed .")
	want := parse(m, words).Tokens
	var all []string
	var ends []int
	for i := range 40 {
		all = append(all, strings.Fields(strings.Repeat("and they met again ", i%5))...)
		ends = append(ends, len(all))
		all = append(all, words...)
		ends = append(ends, len(all))
	}
	tokens := m.Parse(all, ends, nil).Tokens
	for i := 1; i < len(ends); i += 2 {
		first := ends[i-1]
		for k, w := range want {
			if w.Head >= 0 {
				w.Head += first
			}
			if got := tokens[first+k]; got != w {
				t.Fatalf("sentence %d, word %d: got %+v, want %+v", i, k, got, w)
			}
		}
	}
}

func TestShared(t *testing.T) {
	m := model(t)
	words := strings.Fields("Officials in Moscow denied that the talks had failed .")
	want := fmt.Sprint(parse(m, words))
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for range 20 {
				if got := fmt.Sprint(parse(m, words)); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	group.Wait()
}

func TestOpenRejectsOtherFiles(t *testing.T) {
	for name, file := range map[string][]byte{"nothing": nil, "text": []byte("hello\n\nworld"), "another model": []byte("demarche model 2\n3 a\n\nabc")} {
		if _, err := syntax.Open(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// treebank reads a development treebank that lies beside the repository, where there is one.
func treebank(t testing.TB, name string) []*conllu.Sentence {
	t.Helper()
	path := filepath.Join("..", "..", "..", "..", "shared", "data", name, "dev.conllu.gz")
	sentences, err := conllu.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("accuracy is not measured: no treebank: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// The figures are floors: the committed model, read on this machine, must not be worse.
func TestAccuracy(t *testing.T) {
	m := model(t)
	for name, floor := range map[string]syntax.Score{
		"ud-ewt": {XPOS: 94.5, UPOS: 95.3, Lemma: 96.5, UAS: 88.4, LAS: 85.5},
		"ud-gum": {XPOS: 97, UPOS: 97.2, Lemma: 98.3, UAS: 90.2, LAS: 88},
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
	var words []string
	var ends []int
	for _, s := range treebank(b, "ud-ewt") {
		for _, word := range s.Words {
			words = append(words, word.Form)
		}
		ends = append(ends, len(words))
	}
	b.ReportAllocs()
	for b.Loop() {
		m.Parse(words, ends, nil)
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "words/s")
}
