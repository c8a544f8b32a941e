package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/schema/issues"
)

// meant is an issue that some words of the text mean.
type meant struct {
	issue    Issue
	opposite bool
	words    span.Span
}

// linkIssues says of every statement and demand which known issues it is about.
func (x *extractor) linkIssues() {
	for i := range x.Statements {
		x.Statements[i].About = x.about(x.Statements[i].Content...)
	}
	for i := range x.Demands {
		x.Demands[i].About = x.about(x.Demands[i].What...)
	}
}

// about lists the issues that the sentences of the spans mean in words that touch one of these, each once.
func (x *extractor) about(spans ...span.Span) []About {
	if x.issues == nil {
		return nil
	}
	var all []About
	seen := map[string]bool{}
	for _, s := range spans {
		first := x.TokenAt(s.Begin)
		if s.Empty() || first >= len(x.Tokens) {
			continue
		}
		for sentence := x.SentenceOf(first); sentence < len(x.Sentences) && x.Sentences[sentence].Begin < s.End; sentence++ {
			for _, m := range x.meant(sentence) {
				if s.Overlaps(m.words) && !seen[m.issue.ID] {
					seen[m.issue.ID] = true
					// "Halt" may be why the match is of the contrary, while the span holds only what is to halt.
					all = append(all, About{Issue: m.issue, Opposite: m.opposite && s.Contains(m.words)})
				}
			}
		}
	}
	return all
}

// meant lists the issues that a sentence means. It is matched once.
func (x *extractor) meant(sentence int) []meant {
	found, ok := x.meanings[sentence]
	if !ok {
		found = x.match(sentence)
		x.meanings[sentence] = found
	}
	return found
}

// match looks for issues in a sentence. Names, descriptions and pronouns count as those whom they stand for, so that "the alliance" and
// "its" may be NATO.
func (x *extractor) match(sentence int) []meant {
	s := x.Sentences[sentence]
	var words []issues.Word
	var tokens []int // of each word
	for t := s.First; t < s.End; t++ {
		token := x.Tokens[t]
		w := issues.Word{Text: x.Word(t), Stop: token.IsPunct() && token.Tag != "HYPH" && token.Tag != "``" && token.Tag != "''" && token.Tag != "POS"}
		if e := x.EntityOf(t); e >= 0 {
			w.Actor = x.Entities[e].ID
			w.Goes = t > s.First && x.MentionOf(t-1) == x.MentionOf(t)
		}
		// "non-expansion" is one token, and two words.
		for i, part := range strings.FieldsFunc(w.Text, func(r rune) bool { return r == '-' }) {
			w.Text, w.Goes = part, w.Goes || i > 0 && w.Actor != ""
			words, tokens = append(words, w), append(tokens, t)
		}
	}
	var all []meant
	for _, m := range x.issues.Match(words) {
		all = append(all, meant{Issue{m.Issue.ID, m.Issue.Name}, m.Opposite, x.Words(tokens[m.First], tokens[m.End-1]+1)})
	}
	return all
}
