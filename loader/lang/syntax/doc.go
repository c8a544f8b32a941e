// Package syntax says of the words of an English sentence what they are and what
// hangs on what: Penn and universal part-of-speech tags, lemmas, and a dependency
// tree after Universal Dependencies (basic), with one root.
//
// Load gives the embedded model, Model.Parse the tokens of a sentence whose words
// the caller has found. A Model is immutable and may be shared by any number of
// goroutines. The way of a sentence, in Model.Parse:
//
//	words -> forms (hashes, clusters) -> tags, twice -> universal tags
//	-> tree -> relations of the whole tree -> lemmas
//
// Every decision is greedy and made by a linear classifier over the features in
// features.go. Trees are projective. Time and memory are linear in the words; a
// sentence of more than 2,000 words is parsed in stretches of that length.
//
// Train makes a model from treebanks; the program trains with cmd/train only. The
// parser learns from tags, and the relations from trees, that models of other parts
// of the treebank have predicted, so that all learn from what they will meet.
package syntax
