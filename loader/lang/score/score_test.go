package score_test

import (
	"strings"
	"testing"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/score"
	"demarche/loader/lang/segment"
	"demarche/loader/lang/syntax"
)

func TestShare(t *testing.T) {
	s := score.Share{Right: 3, Wanted: 4, Given: 6}
	if s.Precision() != 0.5 || s.Recall() != 0.75 || s.F1() != 0.6 {
		t.Errorf("precision %v, recall %v, F1 %v", s.Precision(), s.Recall(), s.F1())
	}
	if none := (score.Share{}); none.F1() != 0 {
		t.Errorf("F1 of nothing is %v", none.F1())
	}
}

func TestLines(t *testing.T) {
	text := "First.\n\n  Second.\nThird"
	var got []string
	for _, s := range score.Lines(text) {
		got = append(got, s.Of(text))
	}
	if want := "First.|  Second.|Third"; strings.Join(got, "|") != want {
		t.Errorf("lines are %q", got)
	}
}

const gold = `# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
1	He	he	PRON	PRP	_	2	nsubj	_	_
2	lives	live	VERB	VBZ	_	0	root	_	_
3	in	in	ADP	IN	_	4	case	_	_
4	Germany	Germany	PROPN	NNP	_	2	obl	_	SpaceAfter=No|Entity=(1-place-new-s-cf1-1-coref)
5	.	.	PUNCT	.	_	2	punct	_	_

`

func read(t *testing.T, text string) []*conllu.Sentence {
	t.Helper()
	sentences, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// What is cut as the treebank has it is right; what the treebank cuts otherwise counts as wanted and as given.
func TestCuts(t *testing.T) {
	model, err := segment.Load()
	if err != nil {
		t.Fatal(err)
	}
	if c := score.Cuts(read(t, gold), model); c.Tokens != (score.Share{Right: 5, Wanted: 5, Given: 5}) || c.Sentences.F1() != 1 {
		t.Errorf("an easy sentence: %+v", c)
	}
	odd := strings.Replace(gold, "4\tGermany\t", "4\tGermany,now\t", 1) // one word here, three for the model
	if c := score.Cuts(read(t, odd), model); c.Tokens != (score.Share{Right: 4, Wanted: 5, Given: 7}) || c.Sentences.F1() != 1 {
		t.Errorf("an odd word: %+v, %+v", c.Tokens, c.Sentences)
	}
}

func TestNames(t *testing.T) {
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	names, err := score.Names(read(t, gold), model, nil)
	if err != nil {
		t.Fatal(err)
	}
	if names["place"] != (score.Share{Right: 1, Wanted: 1, Given: 1}) {
		t.Errorf("names are %v", names)
	}
}
