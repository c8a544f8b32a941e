package train

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/segment"
)

// rawText is text with what begins where: outcomes of package segment by byte offset.
type rawText struct {
	text   strings.Builder
	begins map[int]int
	open   bool // whether a quotation is
}

// spoil says how much running text differs from how the treebank writes it, so that the network learns from more than
// its habits.
type spoil struct {
	glue   float64 // of two sentences: no space between them
	wrap   float64 // of a space: a line break instead
	curly  bool    // whether quotation marks and apostrophes are typographic
	single bool    // whether quotation marks are single
	dash   bool    // whether "--" is a dash
}

// addSentence writes a sentence; before is the white space in front of it.
func (r *rawText) addSentence(s *conllu.Sentence, before string, how spoil, random *rand.Rand) {
	if r.text.Len() > 0 {
		r.text.WriteString(before)
	}
	outcome := segment.Sentence
	tokens := s.Tokens
	for i := 0; i < len(s.Words); {
		last, spaced := i, conllu.SpaceAfter(s.Words[i].Misc)
		if len(tokens) > 0 && tokens[0].First == i+1 {
			last, spaced = tokens[0].Last-1, conllu.SpaceAfter(tokens[0].Misc)
			tokens = tokens[1:]
		}
		for k := i; k <= last; k++ {
			r.begins[r.text.Len()] = outcome
			r.text.WriteString(how.write(s.Words[k].Form, &r.open))
			outcome = segment.Joined
		}
		outcome = segment.Token
		i = last + 1
		if i < len(s.Words) && spaced {
			if random != nil && random.Float64() < how.wrap {
				r.text.WriteByte('\n')
			} else {
				r.text.WriteByte(' ')
			}
		}
	}
}

// write gives a word in the typography that is wanted. open is whether a quotation is.
func (how spoil) write(word string, open *bool) string {
	switch word {
	case `"`, "``", "''":
		*open = !*open && word != "''"
		return how.quotationMark(*open, word)
	case "--":
		if how.dash {
			return "—"
		}
	}
	if how.curly {
		return strings.ReplaceAll(word, "'", "’")
	}
	return word
}

func (how spoil) quotationMark(opens bool, word string) string {
	switch {
	case how.curly && how.single && opens:
		return "‘"
	case how.curly && how.single:
		return "’"
	case how.curly && opens:
		return "“"
	case how.curly:
		return "”"
	case how.single:
		return "'"
	}
	return word
}

// gluable reports whether two sentences may stand without a space between them, as web pages
// have them by mistake: the first has its stop, the second begins with a capital or a quotation mark.
func gluable(first, second *conllu.Sentence) bool {
	last := first.Words[len(first.Words)-1].Form
	r, _ := utf8.DecodeRuneInString(second.Words[0].Form)
	return strings.ContainsAny(last, `.!?"”`) && (unicode.IsUpper(r) || r == '"' || r == '“')
}
