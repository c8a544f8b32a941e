package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v3/segment"
	"github.com/jdkato/prose/v3/tokenize"

	"demarche/internal/span"
)

// clitics are the endings that are words of their own; the longest first.
var clitics = []string{"n't", "'ve", "'re", "'ll", "'s", "'d", "'m"}

// straighten writes a typographic apostrophe as a straight one, the only form
// that the tagger has seen.
func straighten(word string) string {
	if strings.Contains(word, "’") {
		return strings.ReplaceAll(word, "’", "'")
	}
	return word
}

// splitClitics cuts "we've", "don’t" and "Ukraine’s" where the tokeniser left
// them whole, and marks of punctuation that it left at a word.
func splitClitics(tokens []tokenize.Token) []tokenize.Token {
	split := make([]tokenize.Token, 0, len(tokens)+8)
	for _, t := range tokens {
		if t.Text == "" {
			continue
		}
		for {
			r, size := utf8.DecodeRuneInString(t.Text)
			if len(t.Text) > size && (isDash(r) || strings.ContainsRune("“‘”\"([«„", r)) {
				split = append(split, tokenize.Token{Text: t.Text[:size], Start: t.Start})
				t.Text, t.Start = t.Text[size:], t.Start+size
				continue
			}
			break
		}
		split = splitTail(split, t)
	}
	return split
}

func isDash(r rune) bool { return r == '—' || r == '–' || r == '―' }

// splitTail appends the token, cut at closing marks, dashes and clitics.
func splitTail(split []tokenize.Token, t tokenize.Token) []tokenize.Token {
	if t.Text == "" {
		return split
	}
	r, size := utf8.DecodeLastRuneInString(t.Text)
	if len(t.Text) > size && (isDash(r) || strings.ContainsRune("”\"])…»", r) || r == ',' || r == ';' || r == ':') {
		split = splitTail(split, tokenize.Token{Text: t.Text[:len(t.Text)-size], Start: t.Start})
		return append(split, tokenize.Token{Text: t.Text[len(t.Text)-size:], Start: t.End() - size})
	}
	if i := strings.IndexFunc(t.Text, func(r rune) bool { return isDash(r) || r == '"' || r == '“' || r == '”' }); i > 0 {
		_, size := utf8.DecodeRuneInString(t.Text[i:])
		split = splitTail(split, tokenize.Token{Text: t.Text[:i], Start: t.Start})
		split = append(split, tokenize.Token{Text: t.Text[i : i+size], Start: t.Start + i})
		return splitTail(split, tokenize.Token{Text: t.Text[i+size:], Start: t.Start + i + size})
	}
	lower := strings.ToLower(t.Text)
	plain := straighten(lower)
	for _, clitic := range clitics {
		if len(plain) > len(clitic) && strings.HasSuffix(plain, clitic) {
			cut := len(lower) - len(clitic)
			if strings.Contains(lower[max(cut-2, 0):], "’") {
				cut -= len("’") - 1
			}
			if cut > 0 && utf8.ValidString(t.Text[:cut]) && len(lower) == len(t.Text) {
				return append(split,
					tokenize.Token{Text: t.Text[:cut], Start: t.Start},
					tokenize.Token{Text: t.Text[cut:], Start: t.Start + cut})
			}
		}
	}
	return append(split, t)
}

// abbreviations end with a full stop that seldom ends a sentence.
var abbreviations = wordSet("mr mrs ms dr prof gen sen rep reps sens gov lt col maj capt sgt adm cmdr st rev hon pres jan feb mar apr jun jul aug sep sept oct nov dec vs inc corp co ltd jr sr d.c u.s u.k u.n e.u mass calif fla ariz conn ill mich minn pa tex va wash wis a.m p.m")

// starters are words that, capitalised, begin a sentence and not a name.
var starters = wordSet("the a an he she it they we i you this that these those in on at but and as for with after before while when if there his her their its one some many most however meanwhile under by from to since during also earlier")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// sentenceBounds gives the spans of the sentences, joining what the segmenter
// cut behind an abbreviation, or in front of a lower-case word or closing mark.
func sentenceBounds(sentences []segment.Sentence, offset int) []span.Span {
	var bounds []span.Span
	previous := ""
	for _, s := range sentences {
		if s.Text == "" {
			continue
		}
		if len(bounds) > 0 && continues(previous, s.Text) {
			bounds[len(bounds)-1].End = offset + s.End()
		} else {
			bounds = append(bounds, span.Span{Begin: offset + s.Start, End: offset + s.End()})
		}
		previous = s.Text
	}
	return bounds
}

func continues(previous, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(first) || strings.ContainsRune(",;)]”", first) {
		return true
	}
	if next == `"` || next == "'" || next == "’" {
		return true
	}
	if !strings.HasSuffix(previous, ".") {
		return false
	}
	word := strings.TrimRight(previous, ".")
	word = strings.ToLower(word[strings.LastIndexAny(word, " \n\t(“\"")+1:])
	if !abbreviations[word] && utf8.RuneCountInString(word) != 1 {
		return false
	}
	words := strings.FieldsFunc(next, func(r rune) bool { return !unicode.IsLetter(r) })
	return len(words) > 0 && !starters[strings.ToLower(words[0])]
}
