// Package segment cuts English text into sentences and words.
//
// A word is a syntactic word of Universal Dependencies: "don't" is do and n't, "Russia's" is Russia and 's.
// Offsets are bytes, half-open, and text[Begin:End] is the word; every character but white space belongs to
// exactly one word, and every word to exactly one sentence. An empty line ends a sentence, whatever stands there.
//
// Load gives the embedded model, Model.Split the words of a text. The route is splitter.split:
// the text is cut into atoms (package internal/atom), and a small recurrent network says of each
// whether it goes on with the word before, begins a word that is written together with it, a word, or a
// sentence. A Model is immutable and may be shared by any number of goroutines.
//
// Time and memory are linear in the length of the text. The network reads overlapping windows of
// 256 atoms, so it sees at least 32 atoms on both sides of each, where there are so many. The model is made by cmd/train.
package segment
