package gum_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/gum"
)

const sample = `1	Russian	Russian	ADJ	JJ	_	2	amod	_	Entity=(1-person-new-n-cf1-2,4,5-coref
2	diplomat	diplomat	NOUN	NN	_	9	nsubj	_	_
3	President	President	PROPN	NNP	_	4	nmod:desc	_	Entity=(2-person-new-n-cf1-2,3-appos-Ada_Okafor
4	Ada	Ada	PROPN	NNP	_	2	appos	_	_
5	Okafor	Okafor	PROPN	NNP	_	4	flat	_	Entity=2)
6	of	of	ADP	IN	_	8	case	_	_
7	the	the	DET	DT	_	8	det	_	Entity=(3-organization-new-n-cf1-2-sgl
8	Council	Council	PROPN	NNP	_	2	nmod	_	Entity=3)1)
9	met	meet	VERB	VBD	_	0	root	_	_
10	Mali	Mali	PROPN	NNP	_	9	obj	_	Entity=(4-place-new-n-cf1-1-sgl)
11	's	's	PART	POS	_	10	case	_	_

`

func read(t *testing.T, text string) *conllu.Sentence {
	t.Helper()
	sentences, err := conllu.ReadAll(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return sentences[0]
}

func TestMentions(t *testing.T) {
	mentions, err := gum.Mentions(read(t, sample))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range mentions {
		got = append(got, fmt.Sprintf("%s %s [%d,%d) head %d %s %q %v", m.Entity, m.Type, m.First, m.End, m.Head, m.Link, m.Identity, m.Core))
	}
	want := []string{
		`1 person [0,8) head 1 coref "" [1 3 4]`,
		`2 person [2,5) head 3 appos "Ada_Okafor" [3 4]`,
		`3 organization [6,8) head 7 sgl "" [7]`,
		`4 place [9,10) head 9 sgl "" [9]`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A name ends where its capitals end, and a title is no part of it.
func TestNames(t *testing.T) {
	names, err := gum.Names(read(t, sample))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(names), "[{3 5 person} {7 8 organization} {9 10 place}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestBrokenBrackets(t *testing.T) {
	for _, entity := range []string{"5)", "(1-person", "(1-person-new-n-cf1-x-sgl)", "(1-person-new-n-cf1-1-sgl"} {
		s := read(t, "1\tMali\tMali\tPROPN\tNNP\t_\t0\troot\t_\tEntity="+entity+"\n\n")
		if _, err := gum.Names(s); err == nil {
			t.Errorf("%s: no error", entity)
		}
	}
}
