// Package exam measures the program on annotated corpora that lie outside of it.
//
// "demarche eval lang --help" and "demarche eval extract --help" describe the folders. Nothing is stored, and nothing is learned.
package exam

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode"

	"demarche/loader/lang"
	"demarche/loader/lang/conllu"
	"demarche/loader/lang/coref"
	corefscore "demarche/loader/lang/coref/score"
	"demarche/loader/lang/score"
	"demarche/loader/lang/segment"
	"demarche/loader/lang/syntax"
)

// Row is a line of a table: what was measured, on what, and the figure.
type Row struct{ Measure, On, Figure string }

// Lang measures the stages of package lang on the corpora of a folder. Known names may be nil.
func Lang(folder string, known lang.Known) ([]Row, error) {
	ewt, err := treebank(folder, "ud-ewt")
	if err != nil {
		return nil, err
	}
	gum, err := treebank(folder, "ud-gum")
	if err != nil {
		return nil, err
	}
	texts, err := filepath.Glob(filepath.Join(folder, "polnear", "dev", "text", "*.txt"))
	if err != nil || len(texts) == 0 {
		return nil, fmt.Errorf("no news texts in %s", filepath.Join(folder, "polnear", "dev", "text"))
	}
	rows, err := speed(texts, known)
	if err != nil {
		return nil, err
	}
	cutter, err := segment.Load()
	if err != nil {
		return nil, err
	}
	parser, err := syntax.Load()
	if err != nil {
		return nil, err
	}
	var accuracy []Row
	add := func(measure, on, format string, figures ...any) {
		accuracy = append(accuracy, Row{measure, on, fmt.Sprintf(format, figures...)})
	}
	for _, corpus := range []struct {
		name      string
		sentences []*conllu.Sentence
	}{{"EWT dev", ewt}, {"GUM dev", gum}, {"GUM dev, news, speeches and interviews", newslike(gum)}} {
		cuts, s := score.Cuts(corpus.sentences, cutter), parser.Score(corpus.sentences)
		add("tokens, sentences, F1", corpus.name+", running text", "%s, %s", cuts.Tokens, cuts.Sentences)
		add("XPOS, UPOS, lemma", corpus.name+", words given", "%.2f, %.2f, %.2f", s.XPOS, s.UPOS, s.Lemma)
		add("UAS, LAS", corpus.name+", words given", "%.2f, %.2f", s.UAS, s.LAS)
	}
	for _, with := range []struct {
		name  string
		known lang.Known
	}{{"", nil}, {", with the catalogue", known}} {
		names, err := score.Names(gum, parser, with.known)
		if err != nil {
			return nil, err
		}
		add("names of persons, organisations, places, F1"+with.name, "GUM dev, words given", "%s (%s, %s, %s)", names.All(), names["person"], names["organization"], names["place"])
		add("names of events, dates, others, F1"+with.name, "GUM dev, words given", "%s, %s, %s", names["event"], names["date"], names["other"])
	}
	links, err := coreference(gum, parser)
	if err != nil {
		return nil, err
	}
	return slices.Concat(accuracy, links, rows), nil
}

// coreference measures which mentions are found to mean the same, with the trees and names that the program finds.
func coreference(gum []*conllu.Sentence, parser *syntax.Model) ([]Row, error) {
	var rows []Row
	for _, corpus := range []struct {
		name      string
		sentences []*conllu.Sentence
	}{{"GUM dev", gum}, {"GUM dev, news, speeches and interviews", newslike(gum)}} {
		result, err := corefscore.GUM(corpus.sentences, false, corefscore.Parsed(parser), coref.Resolve)
		if err != nil {
			return nil, err
		}
		for _, counted := range []struct {
			what string
			corefscore.Scores
		}{{"named and pronominal mentions", result.Named}, {"with descriptions", result.Described}} {
			rows = append(rows, Row{
				"coreference, CoNLL F1, by head (exact), " + counted.what, corpus.name + ", words given",
				fmt.Sprintf("%.2f (%.2f)", 100*counted.Head.CoNLL(), 100*counted.Exact.CoNLL()),
			})
		}
	}
	return rows, nil
}

func treebank(folder, name string) ([]*conllu.Sentence, error) {
	return conllu.ReadFile(filepath.Join(folder, name, "dev.conllu.gz"))
}

// newslike keeps the genres of GUM that are nearest to what the program reads.
func newslike(sentences []*conllu.Sentence) []*conllu.Sentence {
	var kept []*conllu.Sentence
	for _, s := range sentences {
		id, _ := s.Comment("sent_id")
		for _, genre := range []string{"GUM_news_", "GUM_speech_", "GUM_interview_"} {
			if strings.HasPrefix(id, genre) {
				kept = append(kept, s)
			}
		}
	}
	return kept
}

// least is how long each stage is repeated for its speed.
const least = 2 * time.Second

// speed measures start-up, memory and words a second on one processor. It comes first, so that nothing is loaded before.
func speed(paths []string, known lang.Known) ([]Row, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	start := time.Now()
	lang.Parse("Ready.")
	ready := time.Since(start)
	var memory runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&memory)
	var texts []string
	words := 0
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		texts = append(texts, string(data))
		words += countWords(string(data))
	}
	const on = "PolNeAR dev, one processor"
	rows := []Row{
		{"models ready", "first text of a process", fmt.Sprintf("%.0f ms", float64(ready.Microseconds())/1000)},
		{"memory of the Go heap then", "", fmt.Sprintf("%.1f MB", float64(memory.HeapAlloc)/1e6)},
	}
	for _, stage := range []struct {
		name string
		run  func(text string)
	}{
		{"words and sentences", func(text string) { lang.Cut(text) }},
		{"whole lang stage", func(text string) { lang.Parser{Known: known}.Parse(text) }},
	} {
		rows = append(rows, Row{stage.name + ", words/s", on, perSecond(texts, words, stage.run)})
	}
	parts, err := partSpeeds(texts, words, on)
	return append(rows, parts...), err
}

// partSpeeds measures parts of the lang stage by themselves.
func partSpeeds(texts []string, words int, on string) ([]Row, error) {
	docs := make([]tagged, len(texts))
	for i, text := range texts {
		docs[i] = cut(text)
	}
	parser, err := syntax.Load()
	if err != nil {
		return nil, err
	}
	var rows []Row
	for _, stage := range []struct {
		name string
		run  func(tagged)
	}{
		{"tags, trees, names and lemmas", func(d tagged) { parser.Parse(d.words, d.ends, nil) }},
		{"coreference", func(d tagged) { d.doc.Entities() }},
	} {
		next := 0
		rate := perSecond(texts, words, func(string) {
			stage.run(docs[next%len(docs)])
			next++
		})
		rows = append(rows, Row{stage.name + ", words/s", on, rate})
	}
	return rows, nil
}

// tagged is a text that is cut.
type tagged struct {
	doc   *lang.Doc
	words []string
	ends  []int
}

func cut(text string) tagged {
	d := lang.Parse(text)
	t := tagged{doc: d}
	for i := range d.Tokens {
		t.words = append(t.words, d.Word(i))
	}
	for _, s := range d.Sentences {
		t.ends = append(t.ends, s.End)
	}
	return t
}

func perSecond(texts []string, words int, run func(text string)) string {
	start, rounds := time.Now(), 0
	for time.Since(start) < least {
		for _, text := range texts {
			run(text)
		}
		rounds++
	}
	return fmt.Sprintf("%.0f", float64(rounds*words)/time.Since(start).Seconds())
}

// countWords counts runs of letters and digits.
func countWords(text string) int {
	return len(strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
