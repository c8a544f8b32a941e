package syntax_test

import (
	"fmt"

	"demarche/loader/lang/syntax"
)

func ExampleModel_Parse() {
	model, err := syntax.Load()
	if err != nil {
		panic(err)
	}
	words := []string{"China", "rejected", "the", "claims", "."}
	for i, token := range model.Parse(words, []int{len(words)}, nil).Tokens {
		head := "-"
		if token.Head >= 0 {
			head = words[token.Head]
		}
		fmt.Println(words[i], token.Lemma, token.XPOS, token.UPOS, token.Rel, head)
	}
	// Output:
	// China China NNP PROPN nsubj rejected
	// rejected reject VBD VERB root -
	// the the DT DET det claims
	// claims claim NNS NOUN obj rejected
	// . . . PUNCT punct rejected
}
