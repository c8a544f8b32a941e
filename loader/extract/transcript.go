package extract

import (
	"unicode"

	"demarche/loader/lang/attribution"
)

// turns finds what is said in an interview or debate that is printed word by word, each paragraph behind the name of who speaks: "Lima: We will
// pay." A label counts when it stands in front of several paragraphs; known are the attributions found so far, and those of the same
// labels are left out of what is returned.
func (x *extractor) turns(known []attribution.Attribution) []attribution.Attribution {
	var found []attribution.Attribution
	times, labels := map[string]int{}, map[int]string{} // by the last word of a label; that word by the token of the colon
	for i, s := range x.Sentences {
		if i > 0 && x.Sentences[i-1].Block == s.Block {
			continue
		}
		colon := x.label(s.First, x.blockEnd(i))
		if colon < 0 {
			continue
		}
		last := x.Tokens[colon-1].Lower
		times[last]++
		labels[colon] = last
		found = append(found, attribution.Attribution{
			Cue: attribution.Range{First: colon, End: colon + 1}, Head: colon, Confidence: signature,
			Source: []attribution.Range{{First: s.First, End: colon}}, Content: []attribution.Range{{First: colon + 1, End: x.blockEnd(i)}},
		})
	}
	var all []attribution.Attribution
	for _, a := range known {
		if times[labels[a.Head]] < fewestTurns {
			all = append(all, a)
		}
	}
	for _, a := range found {
		if times[labels[a.Head]] >= fewestTurns {
			all = append(all, a)
		}
	}
	return all
}

// fewestTurns is how many paragraphs of one speaker make an interview of a text with labels in front of them.
const fewestTurns = 2

// longestLabel is over how many words a name in front of a colon goes.
const longestLabel = 5

// label is the colon behind a name that opens a paragraph [first, end) which goes on behind it; -1 when there is none.
func (x *extractor) label(first, end int) int {
	for t := first; t < min(end-1, first+longestLabel+1); t++ {
		switch r := []rune(x.Word(t))[0]; {
		case x.Tokens[t].Lower == ":":
			if t == first {
				return -1
			}
			return t
		case unicode.IsUpper(r) || x.Tokens[t].Lower == "." || x.Tokens[t].Lower == "-" || x.Tokens[t].Tag == "NNP":
		default:
			return -1
		}
	}
	return -1
}

// blockEnd is the token behind the last of the block that a sentence begins.
func (x *extractor) blockEnd(sentence int) int {
	last := sentence
	for last+1 < len(x.Sentences) && x.Sentences[last+1].Block == x.Sentences[sentence].Block {
		last++
	}
	return x.Sentences[last].End
}
