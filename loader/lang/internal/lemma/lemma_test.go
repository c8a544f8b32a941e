package lemma_test

import (
	"testing"

	"demarche/loader/lang/internal/lemma"
)

func TestFind(t *testing.T) {
	l, err := lemma.Open(lemma.Pack([]lemma.Example{
		{Word: "said", XPOS: "VBD", UPOS: "VERB", Lemma: "say"},
		{Word: "walked", XPOS: "VBD", UPOS: "VERB", Lemma: "walk"},
		{Word: "talked", XPOS: "VBD", UPOS: "VERB", Lemma: "talk"},
		{Word: "Countries", XPOS: "NNS", UPOS: "NOUN", Lemma: "country"},
		{Word: "parties", XPOS: "NNS", UPOS: "NOUN", Lemma: "party"},
		{Word: "walked", XPOS: "JJ", UPOS: "ADJ", Lemma: "walked"},
	}))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ word, xpos, upos, want string }{
		{"Said", "VBD", "VERB", "say"},
		{"asked", "VBD", "VERB", "ask"},       // by its ending
		{"allies", "NNS", "NOUN", "ally"},     // by its ending
		{"walked", "JJ", "ADJ", "walked"},     // by its tag
		{"Geneva", "NNP", "PROPN", "Geneva"},  // unknown names stay
		{"Whatever", "XX", "ADV", "whatever"}, // unknown tags too, in small letters
		{"", "VBD", "VERB", ""},
	} {
		if got := l.Find(test.word, test.xpos, test.upos); got != test.want {
			t.Errorf("%s as %s: %q, want %q", test.word, test.xpos, got, test.want)
		}
	}
}

func TestOpenRejectsOtherBytes(t *testing.T) {
	packed := lemma.Pack([]lemma.Example{{Word: "said", XPOS: "VBD", UPOS: "VERB", Lemma: "say"}})
	for name, file := range map[string][]byte{"nothing": nil, "cut off": packed[:len(packed)-1], "zeros": make([]byte, 64)} {
		if _, err := lemma.Open(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
