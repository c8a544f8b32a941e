package coref_test

import (
	"testing"

	"demarche/loader/lang/coref"
)

// FuzzResolve makes documents of any words, trees and names of bytes. Whatever they are,
// mentions lie within the document, no two have one head, and the same document gives the same.
func FuzzResolve(f *testing.F) {
	f.Add([]byte("Lavrov said he and his wife left"), []byte{1, 2, 3}, 0)
	f.Add([]byte{0, 7, 19, 33, 250, 128, 1, 2, 3, 4, 5, 6, 8, 9, 200, 201, 202, 17, 18, 21}, []byte{0, 2, 1, 3, 5, 4}, 5)
	f.Add([]byte{}, []byte{9, 9}, -1)
	f.Fuzz(func(t *testing.T, tokens, names []byte, bounds int) {
		d := scramble(tokens, names, bounds)
		heads := map[int]bool{}
		entities := coref.Resolve(d)
		for _, e := range entities {
			if len(e.Mentions) == 0 {
				t.Fatal("an entity without mentions")
			}
			for _, m := range e.Mentions {
				if !(0 <= m.First && m.First <= m.Head && m.Head < m.End && m.End <= len(d.Words)) {
					t.Fatalf("mention %+v of %d words", m, len(d.Words))
				}
				if m.Form == coref.Named && !(m.First <= m.NameFirst && m.NameFirst < m.NameEnd && m.NameEnd <= m.End) {
					t.Fatalf("name of %+v", m)
				}
				if heads[m.Head] {
					t.Fatalf("word %d heads two mentions", m.Head)
				}
				heads[m.Head] = true
			}
		}
		if again := coref.Resolve(d); len(again) != len(entities) {
			t.Fatalf("%d entities, then %d", len(entities), len(again))
		}
	})
}

// The words, tags and relations of scrambled documents.
var (
	anyForms = []string{"Lavrov", "he", "her", "I", "we", "The", "minister", "president", "U.S.", "'s", ",", "“", "", "\xff", "Sergei", "it", "this", "NATO", "said", "2014"}
	anyTags  = [][2]string{{"PROPN", "NNP"}, {"PROPN", "NNPS"}, {"NOUN", "NN"}, {"NOUN", "NNS"}, {"PRON", "PRP"}, {"PRON", "PRP$"}, {"PRON", "DT"}, {"VERB", "VBD"},
		{"ADJ", "JJ"}, {"PUNCT", ","}, {"PART", "POS"}, {"NUM", "CD"}, {"", ""}}
	anyRelations = []string{"nsubj", "obj", "root", "flat", "compound", "appos", "conj", "nmod", "nmod:poss", "cop", "case", "det", "acl:relcl", "xcomp", "expl", ""}
)

// scramble makes a document: a byte for each word, whose heads may point anywhere; two
// bytes for each name. Sentences and paragraphs follow from bounds and may be wrong, too.
func scramble(tokens, names []byte, bounds int) *coref.Document {
	d := &coref.Document{Quoted: func(word int) int { return (word+bounds)%5 - 2 }}
	for i, b := range tokens {
		n := int(b)
		tag := anyTags[(n+i)%len(anyTags)]
		d.Words = append(d.Words, coref.Word{Form: anyForms[n%len(anyForms)], Lemma: anyForms[n%len(anyForms)], UPOS: tag[0], XPOS: tag[1],
			Rel: anyRelations[(n*7+i)%len(anyRelations)], Head: i + n%11 - 5})
	}
	for i := 0; i+1 < len(names); i += 2 {
		d.Names = append(d.Names, coref.Name{First: int(names[i]) - 2, End: int(names[i]) - 2 + int(names[i+1])%5, Kind: []coref.Kind{coref.Person, "", "alien"}[i%3]})
	}
	for first := 0; first < len(tokens); first += 7 {
		d.Sentences = append(d.Sentences, [2]int{first + bounds%3, first + 7})
		if bounds%2 == 0 {
			d.Paragraphs = append(d.Paragraphs, first/(14+bounds%7))
		}
		if bounds%4 == 1 {
			d.Speakers = append(d.Speakers, anyForms[first%3])
		}
	}
	return d
}
