package lang

import "demarche/loader/lang/coref"

// Entities says which words of the text mean the same: "Sergei Lavrov", "the minister" and
// "he". Words of a mention are tokens of d: d.Words(m.First, m.End).Of(d.Text) is what it
// says. Entities come in the order of their first mentions; what the text mentions once is
// an entity of one mention.
//
// Every call computes anew, so keep what it returns. The time is linear in the length of the
// text and less than that of Parse. Entities is safe for concurrent use.
func (d *Doc) Entities() []coref.Entity {
	document := coref.Document{
		Words:      make([]coref.Word, len(d.Tokens)),
		Sentences:  make([][2]int, len(d.Sentences)),
		Paragraphs: make([]int, len(d.Sentences)),
		Names:      make([]coref.Name, len(d.Names)),
	}
	for i, t := range d.Tokens {
		document.Words[i] = coref.Word{Form: d.Word(i), Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.Tag, Rel: t.Rel, Head: t.Head}
	}
	for i, s := range d.Sentences {
		document.Sentences[i] = [2]int{s.First, s.End}
		document.Paragraphs[i] = s.Block
	}
	for i, n := range d.Names {
		document.Names[i] = coref.Name{First: n.First, End: n.End, Kind: coref.Kind(n.Kind)}
	}
	quoted := d.quotedWords()
	document.Quoted = func(word int) int { return quoted[word] }
	return coref.Resolve(&document)
}

// quotedWords numbers the quotations that lie in no other and gives each token the number of
// its own, or -1. A quotation that the next block of text goes on with keeps its number.
func (d *Doc) quotedWords() []int {
	of := make([]int, len(d.Tokens))
	for i := range of {
		of[i] = -1
	}
	number, goesOn := -1, false
	for _, q := range d.Quotes {
		if q.Level > 0 {
			continue
		}
		if !goesOn {
			number++
		}
		goesOn = q.Continued
		first, end := d.Within(q.Inner)
		for t := first; t < end; t++ {
			of[t] = number
		}
	}
	return of
}
