package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// accuracy is what was measured of each engine, in percent; 0 is "does not apply".
type accuracy struct {
	engines                     []engine
	documents, sentences, words int
	figures                     []figures
}

type figures struct {
	tokens, sentences      float64 // F1
	upos, xpos             float64 // F1
	uposCommon, xposCommon float64 // of the words that engine and treebank have in common
	uposGiven, xposGiven   float64 // with the words of the treebank given
	class                  float64 // of the common words
}

// measureAccuracy lets the engines read the raw text of a treebank and compares.
func measureAccuracy(engines []engine, goldPath, scorer, work string) (*accuracy, error) {
	gold, err := readGold(goldPath)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", goldPath, err)
	}
	texts := documents(gold)
	in, err := accuracyInput(texts, work)
	if err != nil {
		return nil, err
	}
	a := &accuracy{engines: engines, documents: len(texts), sentences: len(gold)}
	for _, s := range gold {
		a.words += len(s.words())
	}
	judge := judge{scorer: scorer, work: work, gold: gold}
	for _, e := range engines {
		log.Printf("accuracy: %s", e.name)
		f, err := judge.figures(e, in, strings.Join(texts, "\n"))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.name, err)
		}
		a.figures = append(a.figures, f)
	}
	return a, nil
}

func readGold(path string) ([]sentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			return nil, err
		}
	}
	return readCoNLLU(in)
}

// accuracyInput writes the texts as engines read them for speed, too.
func accuracyInput(texts []string, work string) (input, error) {
	in := input{one: filepath.Join(work, "treebank.txt")}
	folder := filepath.Join(work, "treebank")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return in, err
	}
	for i, text := range texts {
		path := filepath.Join(folder, fmt.Sprintf("%04d.txt", i))
		in.files = append(in.files, path)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return in, err
		}
	}
	return in, os.WriteFile(in.one, []byte(strings.Join(texts, "\n")), 0o644)
}

// judge compares with gold sentences.
type judge struct {
	scorer, work string
	gold         []sentence
}

func (j judge) figures(e engine, in input, text string) (figures, error) {
	var f figures
	system, err := analyse(e, in, text)
	if err != nil {
		return f, err
	}
	scores, err := j.score(e.name, j.gold, system)
	if err != nil {
		return f, err
	}
	f.tokens, f.sentences = scores["tokens"], scores["sentences"]
	// Both F1 have the same denominator, so that their ratio is the share of the
	// common words whose tags are equal.
	if e.upos {
		f.upos, f.uposCommon = scores["upos"], 100*scores["upos"]/scores["words"]
	}
	if e.xpos {
		f.xpos, f.xposCommon = scores["xpos"], 100*scores["xpos"]/scores["words"]
	}
	if f.class, err = j.classes(e, system); err != nil {
		return f, err
	}
	if e.tagger == nil {
		return f, nil
	}
	if system, err = j.tagged(e); err != nil {
		return f, err
	}
	if scores, err = j.score(e.name+"-given", j.gold, system); err != nil {
		return f, err
	}
	if e.upos {
		f.uposGiven = scores["upos"]
	}
	if e.xpos {
		f.xposGiven = scores["xpos"]
	}
	return f, nil
}

// analyse lets the engine read the texts; what it writes is treated as that of
// every other engine.
func analyse(e engine, in input, text string) ([]sentence, error) {
	var output bytes.Buffer
	if _, err := e.run(in, nil, &output); err != nil {
		return nil, err
	}
	system, err := readCoNLLU(&output)
	if err != nil {
		return nil, err
	}
	if err := locate(text, system); err != nil {
		return nil, err
	}
	joinClitics(system)
	renameMarks(system)
	return system, nil
}

// classes gives the share of common words whose class is that of the treebank,
// in percent. Marks are left out, since not every engine tags them.
func (j judge) classes(e engine, system []sentence) (float64, error) {
	class := func(w word) string { return universalClass(w.upos) }
	if e.xpos && !e.upos {
		class = func(w word) string { return pennClass(w.xpos) }
	}
	// A mark of the treebank is never right, ...
	right, err := j.score(e.name+"-classes", withClasses(j.gold, func(w word) string {
		return strings.Replace(class(w), "mark", "left out", 1)
	}), withClasses(system, class))
	if err != nil {
		return 0, err
	}
	// ... and is taken off from what there is to be right about.
	common, err := j.score(e.name+"-common", withClasses(j.gold, func(w word) string {
		if class(w) == "mark" {
			return "mark"
		}
		return "word"
	}), withClasses(system, func(word) string { return "word" }))
	if err != nil {
		return 0, err
	}
	return 100 * right["upos"] / common["upos"], nil
}

// tagged lets the engine tag the words of the treebank.
func (j judge) tagged(e engine) ([]sentence, error) {
	var words bytes.Buffer
	if e.bareWords {
		for _, s := range j.gold {
			for _, w := range s.words() {
				fmt.Fprintln(&words, w.form)
			}
			fmt.Fprintln(&words)
		}
	} else if err := writeCoNLLU(&words, without(j.gold)); err != nil {
		return nil, err
	}
	path := filepath.Join(j.work, e.name+"-words.txt")
	if err := os.WriteFile(path, words.Bytes(), 0o644); err != nil {
		return nil, err
	}
	var output bytes.Buffer
	if _, err := execute(e.tagger, path, &output); err != nil {
		return nil, err
	}
	tagged, err := readCoNLLU(&output)
	if err != nil {
		return nil, err
	}
	var tags []word
	for _, s := range tagged {
		tags = append(tags, s.words()...)
	}
	system := clone(j.gold)
	for _, s := range system {
		for _, t := range s.tokens {
			for i, w := range t.words {
				if len(tags) == 0 || tags[0].form != w.form {
					return nil, fmt.Errorf("the tagger did not keep the word %q", w.form)
				}
				t.words[i], tags = tags[0], tags[1:]
			}
		}
	}
	renameMarks(system)
	return system, nil
}

// score runs the scorer; the figures are F1 in percent.
func (j judge) score(name string, gold, system []sentence) (map[string]float64, error) {
	paths := []string{filepath.Join(j.work, name+"-gold.conllu"), filepath.Join(j.work, name+".conllu")}
	for i, sentences := range [][]sentence{gold, system} {
		var b bytes.Buffer
		if err := writeCoNLLU(&b, sentences); err != nil {
			return nil, err
		}
		if err := os.WriteFile(paths[i], b.Bytes(), 0o644); err != nil {
			return nil, err
		}
	}
	command := exec.Command("python3", j.scorer, paths[0], paths[1], "--json")
	var problems bytes.Buffer
	command.Stderr = &problems
	output, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("the scorer: %w\n%s", err, &problems)
	}
	var result map[string]struct{ F1 float64 }
	if err := json.Unmarshal(output, &result); err != nil {
		return nil, fmt.Errorf("the scorer: %w", err)
	}
	scores := map[string]float64{}
	for measure, value := range result {
		scores[measure] = 100 * value.F1
	}
	return scores, nil
}

func (s sentence) words() []word {
	var words []word
	for _, t := range s.tokens {
		words = append(words, t.words...)
	}
	return words
}

func clone(sentences []sentence) []sentence {
	copied := slices.Clone(sentences)
	for i := range copied {
		copied[i].tokens = slices.Clone(copied[i].tokens)
		for j := range copied[i].tokens {
			copied[i].tokens[j].words = slices.Clone(copied[i].tokens[j].words)
		}
	}
	return copied
}

func change(sentences []sentence, f func(*word)) {
	for _, s := range sentences {
		for _, t := range s.tokens {
			for i := range t.words {
				f(&t.words[i])
			}
		}
	}
}

// without leaves out the tags, so that no tagger can look at them.
func without(sentences []sentence) []sentence {
	bare := clone(sentences)
	change(bare, func(w *word) { w.upos, w.xpos = "_", "_" })
	return bare
}

// renameMarks gives brackets and hyphens the tags that treebanks have for
// them, for engines that tag such a mark as itself.
func renameMarks(sentences []sentence) {
	names := map[string]string{"(": "-LRB-", ")": "-RRB-", "-": "HYPH"}
	change(sentences, func(w *word) {
		if name, ok := names[w.xpos]; ok {
			w.xpos = name
		}
	})
}

// withClasses puts a class in the place of each universal tag.
func withClasses(sentences []sentence, class func(word) string) []sentence {
	changed := clone(sentences)
	change(changed, func(w *word) { w.upos = class(*w) })
	return changed
}

// Classes of words are so wide that every engine's tags tell them apart; only
// they can be compared between different tags. What not all engines distinguish
// falls together: adverbs, prepositions, conjunctions, particles.

func universalClass(tag string) string {
	switch tag {
	case "NOUN", "PROPN":
		return "noun"
	case "VERB", "AUX":
		return "verb"
	case "ADJ":
		return "adjective"
	case "NUM":
		return "number"
	case "PRON", "DET":
		return "pronoun"
	case "ADV", "ADP", "PART", "CCONJ", "SCONJ", "INTJ":
		return "other"
	}
	return "mark"
}

func pennClass(tag string) string {
	switch tag {
	case "NN", "NNS", "NNP", "NNPS":
		return "noun"
	case "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD":
		return "verb"
	case "JJ", "JJR", "JJS":
		return "adjective"
	case "CD":
		return "number"
	case "PRP", "PRP$", "WP", "WP$", "DT", "PDT", "WDT", "EX":
		return "pronoun"
	case "RB", "RBR", "RBS", "WRB", "RP", "IN", "TO", "CC", "UH", "POS":
		return "other"
	}
	return "mark"
}

// print writes the table.
func (a *accuracy) print(out io.Writer) {
	fmt.Fprintf(out, "Raw text of %d documents, %d sentences, %d words. Percent; tokens and sentences are F1.\n\n", a.documents, a.sentences, a.words)
	fmt.Fprintln(out, "| engine | tokens | sentences | XPOS F1 | of common words | with words given | UPOS F1 | of common words | with words given | word class of common words |")
	fmt.Fprintln(out, "|---|---|---|---|---|---|---|---|---|---|")
	for i, e := range a.engines {
		f := a.figures[i]
		fmt.Fprintf(out, "| %s |", e.name)
		for _, value := range []float64{f.tokens, f.sentences, f.xpos, f.xposCommon, f.xposGiven, f.upos, f.uposCommon, f.uposGiven, f.class} {
			if value == 0 {
				fmt.Fprint(out, "  |")
			} else {
				fmt.Fprintf(out, " %.1f |", value)
			}
		}
		fmt.Fprintln(out)
	}
}
