package coref

import (
	"bytes"
	"strings"
	"testing"
)

// lessons is a text in which "it" always means the nearest thing: what there is to learn.
func lessons() []Example {
	var x Example
	x.Document = &Document{}
	for i, noun := range []string{"ship", "plan", "car", "law", "idea", "tree"} {
		first := len(x.Document.Words)
		x.Document.Words = append(x.Document.Words, []Word{
			{Form: "The", Lemma: "the", UPOS: "DET", XPOS: "DT", Rel: "det", Head: first + 1},
			{Form: noun, Lemma: noun, UPOS: "NOUN", XPOS: "NN", Rel: "nsubj", Head: first + 2},
			{Form: "moved", Lemma: "move", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1},
			{Form: "its", Lemma: "its", UPOS: "PRON", XPOS: "PRP$", Rel: "nmod:poss", Head: first + 4},
			{Form: "roof", Lemma: "roof", UPOS: "NOUN", XPOS: "NN", Rel: "obj", Head: first + 2},
		}...)
		x.Document.Sentences = append(x.Document.Sentences, [2]int{first, first + 5})
		entity := string(rune('a' + i))
		x.Mentions = append(x.Mentions, Gold{First: first, End: first + 2, Head: first + 1, Entity: entity, Kind: Other},
			Gold{First: first + 3, End: first + 4, Head: first + 3, Entity: entity, Kind: Other})
	}
	return []Example{x}
}

var briefly = Training{Seed: 1, Epochs: 6, Rate: 0.3, FalseNew: 1, FalseJoin: 1, WrongJoin: 1, Least: 0.01}

func TestTrainLearns(t *testing.T) {
	x := lessons()
	resolve, err := Open(Train(x, briefly))
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for _, e := range resolve(x[0].Document) {
		if len(e.Mentions) == 2 && e.Mentions[1].Form == Pronoun && e.Mentions[1].Head == e.Mentions[0].Head+2 {
			pairs++
		}
	}
	if pairs != 6 {
		t.Errorf("%d of 6 pronouns mean what they were taught to mean", pairs)
	}
}

// The same examples and seed give the same bytes.
func TestTrainIsDeterministic(t *testing.T) {
	if !bytes.Equal(Train(lessons(), briefly), Train(lessons(), briefly)) {
		t.Error("two models of the same examples differ")
	}
}

// A kind that nearly all mentions of a noun have is learned, unless words.txt has it.
func TestLearnNouns(t *testing.T) {
	var x Example
	x.Document = &Document{}
	for i := range 2 * nounMentions {
		lemma := []string{"gizmo", "minister"}[i%2]
		x.Document.Words = append(x.Document.Words, Word{Form: lemma, Lemma: lemma, UPOS: "NOUN"})
		x.Mentions = append(x.Mentions, Gold{First: i, End: i + 1, Head: i, Kind: Other})
	}
	nouns := learnNouns([]Example{x})
	if len(nouns) != 1 || nouns["gizmo"] != Other {
		t.Errorf("learned %v, want gizmo alone", nouns)
	}
}

func TestOpenRejectsOtherFiles(t *testing.T) {
	for name, file := range map[string]string{
		"nothing":            "",
		"another version":    "coref 2\n",
		"no such template":   modelHeader + "\n[join third: colour]\nred\t1\n",
		"a value too few":    modelHeader + "\n[join third: class e-kind]\nhe\t1\n",
		"no weight":          modelHeader + "\n[join third: class e-kind]\nhe person\n",
		"a line of no place": modelHeader + "\nhe person\t1\n",
	} {
		if _, err := Open([]byte(file)); err == nil || !strings.HasPrefix(err.Error(), "coref: reading a model: ") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
