// Package syntax says of the words of English sentences what they are, what hangs on
// what, and which of them are names: Penn and universal part-of-speech tags, lemmas, a
// dependency tree after Universal Dependencies (basic) with one root, and names with their kind.
//
// Load gives the embedded model; Model.Parse takes the words of any number of sentences,
// which the caller has found. A Model is immutable and may be shared by any number of goroutines.
// The route of the words is workspace.analyse:
//
//	words -> vectors -> first memory -> tags, names
//	                 -> second memory -> tree -> relations
//
// A vector stands for the word itself and for its parts (package internal/form). A memory is a long short-term memory that
// reads the sentence in both directions (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005). Heads are found
// by biaffine attention (Dozat and Manning 2017): every word asks, every word and the root answer, and the best tree is taken
// (Chu and Liu 1965, Edmonds 1967), which need not be projective. All weights are 8-bit integers (package internal/nn), so that
// results are the same on every machine.
//
// Time and memory are linear in the number of words: a sentence of more than MaxWords words is parsed
// in stretches of that length, and the roots of the later ones hang on the first. The
// model is made by cmd/train.
package syntax
