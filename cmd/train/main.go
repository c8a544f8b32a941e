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
	start := time.Now()
	logf := func(f string, a ...any) { fmt.Fprintf(os.Stderr, "%6.1fs "+f+"\n", append([]any{time.Since(start).Seconds()}, a...)...) }
	file, err := syntax.Train(all, syntax.Training{Seed: *seed, TagEpochs: *tagEpochs, ParseEpochs: *parseEpochs, Folds: *folds, Workers: 2, Log: logf})
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
