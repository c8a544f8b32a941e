package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This reader is not that of demarche, so that the harness stands on its own
// and a change there cannot shift what is measured here.

// sentence is a block of a CoNLL-U file.
type sentence struct {
	document, paragraph bool // it begins one
	tokens              []token
}

// token is a piece of text, of one word or several.
type token struct {
	form       string
	words      []word
	spaceAfter bool
}

// word has the columns that are compared.
type word struct{ form, upos, xpos string }

// readCoNLLU reads all sentences.
func readCoNLLU(in io.Reader) ([]sentence, error) {
	var all []sentence
	var s sentence
	last := 0 // number of the last word of the token that was begun
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		if line == "" {
			if len(s.tokens) > 0 {
				all = append(all, s)
			}
			s, last = sentence{}, 0
			continue
		}
		if comment, ok := strings.CutPrefix(line, "# "); ok {
			s.document = s.document || strings.HasPrefix(comment, "newdoc")
			s.paragraph = s.paragraph || strings.HasPrefix(comment, "newpar")
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) != 10 {
			return nil, fmt.Errorf("line %d has %d columns, want 10", number, len(columns))
		}
		id := columns[0]
		if strings.Contains(id, ".") {
			continue // an empty node
		}
		spaceAfter := !strings.Contains(columns[9], "SpaceAfter=No")
		if _, end, ok := strings.Cut(id, "-"); ok {
			var err error
			if last, err = strconv.Atoi(end); err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
			s.tokens = append(s.tokens, token{form: columns[1], spaceAfter: spaceAfter})
			continue
		}
		n, err := strconv.Atoi(id)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		if n > last {
			s.tokens = append(s.tokens, token{form: columns[1], spaceAfter: spaceAfter})
		}
		t := &s.tokens[len(s.tokens)-1]
		t.words = append(t.words, word{form: columns[1], upos: columns[3], xpos: columns[4]})
	}
	if len(s.tokens) > 0 {
		return nil, errors.New("the last sentence does not end with an empty line")
	}
	return all, lines.Err()
}

// writeCoNLLU writes forms and tags.
func writeCoNLLU(out io.Writer, sentences []sentence) error {
	b := bufio.NewWriter(out)
	for _, s := range sentences {
		n := 0
		for _, t := range s.tokens {
			if len(t.words) > 1 {
				fmt.Fprintf(b, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", n+1, n+len(t.words), t.form)
			}
			for _, w := range t.words {
				n++
				fmt.Fprintf(b, "%d\t%s\t_\t%s\t%s\t_\t_\t_\t_\t_\n", n, w.form, w.upos, w.xpos)
			}
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

// documents gives the running text of each document: an empty line between
// paragraphs, a space between sentences, and spaces between tokens as they were.
func documents(sentences []sentence) []string {
	var texts []string
	var b strings.Builder
	gap := ""
	for i, s := range sentences {
		switch {
		case s.document && i > 0:
			texts = append(texts, b.String()+"\n")
			b.Reset()
			gap = ""
		case s.paragraph && i > 0:
			gap = "\n\n"
		}
		for _, t := range s.tokens {
			b.WriteString(gap)
			b.WriteString(t.form)
			gap = ""
			if t.spaceAfter {
				gap = " "
			}
		}
	}
	return append(texts, b.String()+"\n")
}

// locate finds the tokens of an engine in the text and learns which have a
// space behind them.
func locate(text string, sentences []sentence) error {
	var previous *token
	for _, s := range sentences {
		for i := range s.tokens {
			t := &s.tokens[i]
			rest := strings.TrimLeftFunc(text, unicode.IsSpace)
			if previous != nil {
				previous.spaceAfter = len(rest) < len(text)
			}
			previous, text = t, rest
			for _, r := range t.form {
				if unicode.IsSpace(r) {
					continue
				}
				text = strings.TrimLeftFunc(text, unicode.IsSpace)
				found, size := utf8.DecodeRuneInString(text)
				if found != r {
					return fmt.Errorf("the token %q is not where the text goes on with %.40q", t.form, text)
				}
				text = text[size:]
			}
		}
	}
	if rest := strings.TrimSpace(text); rest != "" {
		return fmt.Errorf("no token covers the end of the text, %.40q", rest)
	}
	return nil
}

// The Penn Treebank cuts "don't" and "Iran's" in two, and Universal
// Dependencies keep them as one token of two words. clitics and contractions
// are what engines cut off without a mark or space in between.
var (
	clitics      = []string{"n't", "'s", "'d", "'m", "'ll", "'re", "'ve"}
	contractions = []string{"can not", "gon na", "got ta", "wan na", "lem me", "gim me"}
)

// joinClitics makes tokens of several words where an engine cut one token into
// the words of the Penn Treebank; a token that already has several words stays.
func joinClitics(sentences []sentence) {
	for i := range sentences {
		var joined []token
		for _, t := range sentences[i].tokens {
			if n := len(joined); n > 0 && belongs(joined[n-1], t) {
				host := &joined[n-1]
				host.form += t.form
				host.words = append(host.words, t.words...)
				host.spaceAfter = t.spaceAfter
			} else {
				joined = append(joined, t)
			}
		}
		sentences[i].tokens = joined
	}
}

func belongs(host, t token) bool {
	if host.spaceAfter || len(t.words) != 1 || !strings.ContainsFunc(host.form, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return false
	}
	plain := func(form string) string { return strings.ToLower(strings.ReplaceAll(form, "’", "'")) }
	form, w := plain(t.form), t.words[0]
	for _, clitic := range clitics {
		if form == clitic {
			return true
		}
	}
	for _, contraction := range contractions {
		if plain(host.words[len(host.words)-1].form)+" "+form == contraction {
			return true
		}
	}
	// An apostrophe is the possessive of "soldiers'" or a quotation mark, as its tag says.
	return form == "'" && (w.xpos == "POS" || w.upos == "PART")
}
