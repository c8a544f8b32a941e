package score

import (
	"demarche/loader/lang/coref"
	"demarche/loader/lang/syntax"
)

// Parsed returns what GUM needs to measure with the tags, trees and names that a model of
// syntax finds in the words and sentences given.
func Parsed(model *syntax.Model) func(*coref.Document) {
	return func(d *coref.Document) {
		words, ends := make([]string, len(d.Words)), make([]int, len(d.Sentences))
		for i, w := range d.Words {
			words[i] = w.Form
		}
		for i, s := range d.Sentences {
			ends[i] = s[1]
		}
		result := model.Parse(words, ends, nil)
		for i, t := range result.Tokens {
			d.Words[i] = coref.Word{Form: words[i], Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Rel: t.Rel, Head: t.Head}
		}
		d.Names = nil
		for _, n := range result.Names {
			d.Names = append(d.Names, coref.Name{First: n.First, End: n.End, Kind: coref.Kind(n.Kind)})
		}
	}
}
