package coref

import (
	"fmt"
	"testing"
)

// However many entities a text has, a mention is compared to few of them: here a thousand
// persons, who share surnames by the hundred, and a pronoun after each.
func TestCandidatesAreBounded(t *testing.T) {
	d := &Document{}
	for i := range 1000 {
		first := len(d.Words)
		d.Words = append(d.Words, []Word{
			{Form: fmt.Sprintf("Given%d", i), UPOS: "PROPN", XPOS: "NNP", Rel: "nsubj", Head: first + 2},
			{Form: fmt.Sprintf("Surname%d", i%10), UPOS: "PROPN", XPOS: "NNP", Rel: "flat", Head: first},
			{Form: "said", Lemma: "say", UPOS: "VERB", XPOS: "VBD", Rel: "root", Head: -1},
			{Form: "they", Lemma: "they", UPOS: "PRON", XPOS: "PRP", Rel: "nsubj", Head: first + 4},
			{Form: "left", Lemma: "leave", UPOS: "VERB", XPOS: "VBD", Rel: "ccomp", Head: first + 2},
		}...)
		d.Names = append(d.Names, Name{First: first, End: first + 2, Kind: Person})
		d.Sentences = append(d.Sentences, [2]int{first, first + 5})
	}
	r := newRanker(d, embedded())
	for _, at := range r.sequence() {
		if choices := r.consider(at); len(choices) > maxCandidates+1 {
			t.Fatalf("mention %d has %d choices", at, len(choices))
		}
		r.join(at, -1)
	}
	if len(r.entities) != 2000 {
		t.Errorf("%d mentions, want 2000", len(r.entities))
	}
}
