package coref_test

import (
	"fmt"

	"demarche/loader/lang/coref"
)

// A document is words with their tags and trees, and names. Its entities are lists of
// mentions, with what these tell together.
func ExampleResolve() {
	document := read(`
		[person Sergei/PROPN/3/nsubj Lavrov/PROPN/1/flat ] met=meet/VERB/0/root [person Angela/PROPN/3/obj Merkel/PROPN/4/flat ] in/ADP/7/case [place Berlin/PROPN/3/obl ] ./PUNCT/3/punct
		He/PRON/2/nsubj thanked=thank/VERB/0/root her/PRON/2/obj ./PUNCT/2/punct
		[person Lavrov/PROPN/2/nsubj ] left=leave/VERB/0/root with/ADP/5/case his/PRON/5/nmod:poss wife/NOUN/2/obl ./PUNCT/2/punct`)
	for _, entity := range coref.Resolve(document) {
		fmt.Printf("%s %s %s:", entity.Kind, entity.Number, entity.Gender)
		for _, mention := range entity.Mentions {
			fmt.Printf(" [%s] %s", words(document, mention.First, mention.End), mention.Form)
		}
		fmt.Println()
	}
	// Output:
	// person singular male: [Sergei Lavrov] name [He] pronoun [Lavrov] name [his] pronoun
	// person singular female: [Angela Merkel] name [her] pronoun
	// place singular : [Berlin] name
	// person singular female: [his wife] nominal
}
