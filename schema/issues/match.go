package issues

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"demarche/internal/topic"
)

// Word is a word of a text.
type Word struct {
	Text  string // as it is written
	Stop  bool   // a mark that ends what belongs together, such as a full stop or comma
	Actor string // id of the actor whom it names or stands for: "nato" for "the alliance" too; empty for none
	Goes  bool   // whether it goes on with the mention of the actor that the word before it began
}

// Match is a place where an issue is meant.
type Match struct {
	Issue      *Issue
	Opposite   bool // whether the words mean its contrary
	First, End int  // words [First, End)
}

// near is over how many words the parts of a phrase may be apart: about the
// length of a clause.
const near = 8

// between is how many words without meaning may stand between two of a part:
// "expansion of the alliance".
const between = 3

// Match returns the issues that a sentence means, in the order of the text. Of
// matches in one another only the longest counts, where they touch a narrower
// issue counts more than a broader one, and of one issue only the longest match.
func (t *Taxonomy) Match(words []Word) []Match {
	s := scan{words: words, stems: make([]string, len(words))}
	for i, w := range words {
		s.stems[i] = topic.Key(w.Text)
	}
	var found []Match
	try := func(at int, key string) {
		for _, p := range t.phrases[key] {
			if first, end, ok := s.phrase(p, at); ok {
				found = append(found, Match{p.issue, p.opposite, first, end})
			}
		}
	}
	for i, w := range words {
		if s.stems[i] != "" {
			try(i, s.stems[i])
		}
		if w.Actor != "" && !w.Goes {
			try(i, "@"+w.Actor)
		}
	}
	return t.outermost(found)
}

// outermost drops matches that lie in others or touch those of a narrower issue, and further ones of one issue.
func (t *Taxonomy) outermost(found []Match) []Match {
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.End-b.First, a.End-a.First), cmp.Compare(a.First, b.First))
	})
	var kept []Match
	for _, m := range found {
		if !slices.ContainsFunc(kept, func(k Match) bool {
			return k.Issue == m.Issue || k.First <= m.First && m.End <= k.End && k.End-k.First > m.End-m.First
		}) {
			kept = append(kept, m)
		}
	}
	all := slices.Clone(kept)
	kept = slices.DeleteFunc(kept, func(m Match) bool {
		return slices.ContainsFunc(all, func(k Match) bool {
			return k.Issue != m.Issue && k.First < m.End && m.First < k.End && t.covers(m.Issue, k.Issue)
		})
	})
	slices.SortStableFunc(kept, func(a, b Match) int { return cmp.Compare(a.First, b.First) })
	return kept
}

// covers reports whether an issue is broader than another.
func (t *Taxonomy) covers(broad, narrow *Issue) bool {
	for at := t.byID[narrow.Broader]; at != nil; at = t.byID[at.Broader] {
		if at == broad {
			return true
		}
	}
	return false
}

// scan is a sentence that phrases are looked for in.
type scan struct {
	words []Word
	stems []string
}

// phrase looks for a phrase whose first part begins at a word, and returns the words that it takes up.
func (s *scan) phrase(p *phrase, at int) (first, end int, ok bool) {
	end, ok = s.part(p.parts[0], at)
	first = at
	for _, part := range p.parts[1:] {
		if !ok {
			return 0, 0, false
		}
		ok = false
		for from := max(0, at-near); from < min(len(s.words), end+near) && !ok; from++ {
			if behind, here := s.part(part, from); here && (behind <= at || from > at) {
				first, end, ok = min(first, from), max(end, behind), true
			}
		}
	}
	return first, end, ok
}

// part reports whether the words of a part stand side by side from a word on, and where they end.
func (s *scan) part(choices []choice, at int) (end int, ok bool) {
	for i, c := range choices {
		if i > 0 {
			at = s.next(at)
		}
		if at < 0 || at >= len(s.words) || !s.one(c, at) {
			return 0, false
		}
		for at++; at < len(s.words) && s.words[at].Goes && s.words[at-1].Actor != "" && i == len(choices)-1 && s.named(c); at++ {
		}
	}
	return at, true
}

// named reports whether one of the words is an actor, so that a match takes in the whole of its name.
func (s *scan) named(c choice) bool {
	return slices.ContainsFunc(c, func(w word) bool { return w.actor != "" })
}

// next is the next word that carries a meaning, or -1 when something stands between.
func (s *scan) next(at int) int {
	for skipped := 0; at < len(s.words) && skipped <= between; at, skipped = at+1, skipped+1 {
		switch {
		case s.words[at].Stop:
			return -1
		case s.words[at].Actor != "" && !s.words[at].Goes || s.stems[at] != "" && !s.words[at].Goes:
			return at
		}
	}
	return -1
}

// one reports whether one of the words is that of the text.
func (s *scan) one(c choice, at int) bool {
	text := s.words[at]
	for _, w := range c {
		switch {
		case w.actor != "" && text.Actor != "":
			if text.Actor == w.actor && !text.Goes {
				return true
			}
		case w.stem == "" || w.stem != s.stems[at], w.upper && !capital(text.Text), w.exact != "" && topic.Fold(text.Text) != w.exact:
		default:
			return true
		}
	}
	return false
}

func capital(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// WordsOf cuts a text into words, for matching what is no article: marks of
// punctuation but hyphens and apostrophes stop, and no actor is known.
func WordsOf(text string) []Word {
	var words []Word
	begin := -1
	flush := func(end int) {
		if begin >= 0 {
			words = append(words, Word{Text: text[begin:end]})
		}
		begin = -1
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '\'' || r == '’':
			if begin < 0 {
				begin = i
			}
		case r == '-' || r == '–' || unicode.IsSpace(r):
			flush(i)
		default:
			flush(i)
			words = append(words, Word{Text: string(r), Stop: true})
		}
	}
	flush(len(text))
	return words
}
