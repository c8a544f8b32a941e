package lang

import (
	"fmt"
	"strings"

	"demarche/loader/lang/conllu"
)

// CoNLLU is a sentence in the format of Universal Dependencies, with its number from 1 and its text as comments. Words
// that are written as one become a multiword token.
func (d *Doc) CoNLLU(sentence int) *conllu.Sentence {
	from := d.Sentences[sentence]
	s := &conllu.Sentence{Comments: []string{
		fmt.Sprintf("sent_id = %d", sentence+1),
		"text = " + strings.Join(strings.Fields(from.Of(d.Text)), " "),
	}}
	for i := from.First; i < from.End; i++ {
		t := d.Tokens[i]
		w := conllu.Word{Form: d.Word(i), Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.Tag, Head: 0, Rel: t.Rel}
		if t.Head >= 0 {
			w.Head = t.Head - from.First + 1
		}
		if i+1 < len(d.Tokens) && t.End == d.Tokens[i+1].Begin {
			w.Misc = "SpaceAfter=No"
		}
		s.Words = append(s.Words, w)
		if !t.Joined {
			continue
		}
		number := i - from.First + 1
		if n := len(s.Tokens); n > 0 && s.Tokens[n-1].Last == number-1 {
			s.Tokens[n-1].Last, s.Tokens[n-1].Form = number, s.Tokens[n-1].Form+w.Form
		} else {
			s.Tokens = append(s.Tokens, conllu.Token{First: number - 1, Last: number, Form: d.Word(i-1) + w.Form})
		}
	}
	// The space behind words that are written as one belongs to the whole.
	for k := range s.Tokens {
		t := &s.Tokens[k]
		t.Misc = s.Words[t.Last-1].Misc
		for i := t.First - 1; i < t.Last; i++ {
			s.Words[i].Misc = ""
		}
	}
	return s
}
