package train_test

import (
	"bytes"
	"strings"
	"testing"

	"demarche/internal/span"
	"demarche/loader/lang"
	"demarche/loader/lang/attribution"
	"demarche/loader/lang/conllu"
	"demarche/loader/lang/polnear"
	"demarche/loader/lang/segment"
	"demarche/loader/lang/syntax"
	"demarche/loader/lang/train"
)

// bank is a treebank of two sentences, many times over.
func bank(t *testing.T) train.Treebank {
	t.Helper()
	const two = `# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
1	Kyiv	Kyiv	PROPN	NNP	_	2	nsubj	_	Entity=(1-place-new-s-cf1-1-coref)
2	refused	refuse	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	offer	offer	NOUN	NN	_	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
2	failed	fail	VERB	VBD	_	0	root	_	SpaceAfter=No
3	,	,	PUNCT	,	_	5	punct	_	_
4	he	he	PRON	PRP	_	5	nsubj	_	_
5	said	say	VERB	VBD	_	2	parataxis	_	SpaceAfter=No
6	.	.	PUNCT	.	_	2	punct	_	_

`
	sentences, err := conllu.ReadAll(strings.NewReader(strings.Repeat(two, 20)))
	if err != nil {
		t.Fatal(err)
	}
	return train.Treebank{Sentences: sentences, Entities: true}
}

func quiet(string, ...any) {}

// reproducible trains twice and returns the file, which must be the same.
func reproducible(t *testing.T, learn func() ([]byte, error)) []byte {
	t.Helper()
	first, err := learn()
	if err != nil {
		t.Fatal(err)
	}
	second, err := learn()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("the same data and seed give other bytes")
	}
	return first
}

func TestSyntax(t *testing.T) {
	file := reproducible(t, func() ([]byte, error) {
		return train.Syntax([]train.Treebank{bank(t)}, train.SyntaxOptions{Options: train.Options{Seed: 1, Epochs: 2, Log: quiet}})
	})
	model, err := syntax.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields("Kyiv refused the offer .")
	if got := model.Parse(words, []int{len(words)}, nil); len(got.Tokens) != len(words) {
		t.Errorf("parsed %d of %d words", len(got.Tokens), len(words))
	}
}

// A student learns from what its teachers find in text.
func TestStudent(t *testing.T) {
	file, err := train.Syntax([]train.Treebank{bank(t)}, train.SyntaxOptions{
		Options: train.Options{Seed: 1, Epochs: 1, Log: quiet}, Teachers: 2, StudentEpochs: 2, TreebankEpochs: 1, TextPerEpoch: 1,
		Text: [][]string{strings.Fields("Kyiv failed ."), strings.Fields("Talks refused the offer .")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := syntax.Open(file); err != nil {
		t.Error(err)
	}
}

// A network learns what it sees often.
func TestSegment(t *testing.T) {
	learn := func(epochs int) ([]byte, error) {
		return train.Segment([]train.Treebank{bank(t)}, train.Options{Seed: 1, Epochs: epochs, Log: quiet, Memory: 0.5})
	}
	reproducible(t, func() ([]byte, error) { return learn(2) })
	file, err := learn(500)
	if err != nil {
		t.Fatal(err)
	}
	model, err := segment.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	text := "Talks failed, he said. Kyiv refused the offer."
	words, ends := model.Split(text, segment.Piece{Begin: 0, End: len(text)})
	if len(words) != 11 || len(ends) != 2 || ends[0] != 6 {
		t.Errorf("%d words, sentences end at %v", len(words), ends)
	}
}

func TestAttribution(t *testing.T) {
	const text = "The envoy said that Kyiv would sign.\nTalks failed on Monday.\n"
	at := func(words string) []span.Span {
		begin := strings.Index(text, words)
		return []span.Span{{Begin: begin, End: begin + len(words)}}
	}
	articles := []polnear.Article{{Name: "one", Text: text, Attributions: []polnear.Attribution{
		{Source: at("The envoy"), Cue: at("said"), Content: at("that Kyiv would sign")},
	}}}
	file := reproducible(t, func() ([]byte, error) {
		return train.Attribution(articles, lang.Parser{}, 0, train.Options{Seed: 1, Epochs: 2, Log: quiet})
	})
	if _, err := attribution.Open(file); err != nil {
		t.Error(err)
	}
	if _, err := train.Attribution(nil, lang.Parser{}, 0, train.Options{Epochs: 1, Log: quiet}); err == nil {
		t.Error("a model can be learned from nothing")
	}
}
