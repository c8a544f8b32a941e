package conllu

import "strings"

// SpaceAfter reports whether a space follows a word or token, by its column MISC.
func SpaceAfter(misc string) bool {
	for field := range strings.SplitSeq(misc, "|") {
		if field == "SpaceAfter=No" {
			return false
		}
	}
	return true
}

// SpaceAfter reports whether a space follows the sentence.
func (s *Sentence) SpaceAfter() bool {
	if n := len(s.Tokens); n > 0 && s.Tokens[n-1].Last == len(s.Words) {
		return SpaceAfter(s.Tokens[n-1].Misc)
	}
	return len(s.Words) == 0 || SpaceAfter(s.Words[len(s.Words)-1].Misc)
}

// Surface calls visit for every token as it is written: words [first, end), counted from 0, their form,
// and whether a space follows.
func (s *Sentence) Surface(visit func(first, end int, form string, space bool)) {
	tokens := s.Tokens
	for i := 0; i < len(s.Words); {
		first, form, misc := i, s.Words[i].Form, s.Words[i].Misc
		i++
		if len(tokens) > 0 && tokens[0].First == first+1 {
			i, form, misc = tokens[0].Last, tokens[0].Form, tokens[0].Misc
			tokens = tokens[1:]
		}
		visit(first, i, form, SpaceAfter(misc))
	}
}

// Paragraphs splits sentences where they say that a paragraph or a document begins.
func Paragraphs(sentences []*Sentence) [][]*Sentence {
	var all [][]*Sentence
	for _, s := range sentences {
		if len(all) == 0 || s.Begins("newdoc") || s.Begins("newpar") {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], s)
	}
	return all
}

// Text is the running text of sentences: with a space between them where they have one, and an empty line between
// paragraphs.
func Text(sentences []*Sentence) string {
	var text strings.Builder
	for i, paragraph := range Paragraphs(sentences) {
		if i > 0 {
			text.WriteString("\n\n")
		}
		for k, s := range paragraph {
			last := len(s.Words)
			s.Surface(func(_, end int, form string, space bool) {
				text.WriteString(form)
				if space && (end < last || k+1 < len(paragraph)) {
					text.WriteByte(' ')
				}
			})
		}
	}
	return text.String()
}
