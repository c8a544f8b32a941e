// Command train makes the models that loader/lang embeds, from treebanks in CoNLL-U.
//
//	go run ./cmd/train syntax --out loader/lang/models/syntax.bin TRAIN.conllu.gz ... [--dev DEV.conllu.gz ...]
package main

import (
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/syntax"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run() error {
	flags := flag.NewFlagSet("syntax", flag.ExitOnError)
	out := flags.String("out", "loader/lang/models/syntax.bin", "model file to write")
	dev := flags.String("dev", "", "treebanks to score on, separated by commas")
	tagEpochs := flags.Int("tag-epochs", 8, "")
	parseEpochs := flags.Int("parse-epochs", 10, "")
	folds := flags.Int("folds", 5, "")
	clusters := flags.Int("clusters", 400, "")
	news := flags.String("text", "", "folder of running text for the word clusters")
	seed := flags.Uint64("seed", 1, "")
	flags.Parse(os.Args[2:])
	var all []*conllu.Sentence
	for _, path := range flags.Args() {
		s, err := read(path)
		if err != nil {
			return err
		}
		all = append(all, s...)
	}
	sentences := make([][]string, 0, len(all))
	for _, s := range all {
		var words []string
		for _, w := range s.Words {
			words = append(words, w.Form)
		}
		sentences = append(sentences, words)
	}
	if *news != "" {
		more, err := plain(*news)
		if err != nil {
			return err
		}
		sentences = append(sentences, more...)
	}
	start := time.Now()
	logf := func(f string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs "+f+"\n", append([]any{time.Since(start).Seconds()}, a...)...)
	}
	fine := syntax.Cluster(sentences, *clusters, 4, 6)
	logf("%d words in fine clusters", len(fine))
	coarse := syntax.Cluster(sentences, 50, 4, 6)
	logf("coarse clusters")
	both := map[string][2]int{}
	for w, c := range fine {
		both[w] = [2]int{c, coarse[w]}
	}
	file, err := syntax.Train(all, syntax.Training{Seed: *seed, TagEpochs: *tagEpochs, ParseEpochs: *parseEpochs, Folds: *folds, Clusters: both, Workers: 2, Log: logf})
	if err != nil {
		return err
	}
	logf("%d bytes", len(file))
	if err := os.WriteFile(*out, file, 0o644); err != nil {
		return err
	}
	m, err := syntax.Open(file)
	if err != nil {
		return err
	}
	for _, path := range strings.Split(*dev, ",") {
		if path == "" {
			continue
		}
		s, err := read(path)
		if err != nil {
			return err
		}
		score(path, m, s)
	}
	return nil
}

// plain splits running text roughly into words.
func plain(folder string) ([][]string, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	var all [][]string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for _, line := range strings.FieldsFunc(string(text), func(r rune) bool { return r == '\n' }) {
			all = append(all, pieces.FindAllString(apart.Replace(line), -1))
		}
	}
	return all, nil
}

var apart = strings.NewReplacer("n't", " n't", "n’t", " n’t")

var pieces = regexp.MustCompile(`(?i)[a-z]\.([a-z]\.)+|(Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|St)\.|[0-9][0-9.,]*[0-9]|n't|['’](s|re|ve|ll|d|m)\b|[\pL\pN]+|[^\s]`)

func score(path string, m *syntax.Model, sentences []*conllu.Sentence) {
	var n, x, u, l, h, r int
	start := time.Now()
	var tokens []syntax.Token
	var words []string
	for _, s := range sentences {
		words = words[:0]
		for _, w := range s.Words {
			words = append(words, w.Form)
		}
		tokens = m.Parse(words, tokens[:0])
		for i, w := range s.Words {
			t := tokens[i]
			n++
			if t.XPOS == w.XPOS {
				x++
			}
			if t.UPOS == w.UPOS {
				u++
			}
			if t.Lemma == w.Lemma {
				l++
			}
			if t.Head == w.Head-1 {
				h++
				a, _, _ := strings.Cut(t.Rel, ":")
				b, _, _ := strings.Cut(w.Rel, ":")
				if a == b {
					r++
				}
			}
		}
	}
	p := func(k int) float64 { return 100 * float64(k) / float64(n) }
	fmt.Printf("%s: xpos %.2f upos %.2f lemma %.2f uas %.2f las %.2f, %.0f words/s\n", path, p(x), p(u), p(l), p(h), p(r), float64(n)/time.Since(start).Seconds())
}

func read(path string) ([]*conllu.Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	return conllu.ReadAll(r)
}
