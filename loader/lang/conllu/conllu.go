// Package conllu reads and writes sentences in CoNLL-U, the format of
// Universal Dependencies (https://universaldependencies.org/format.html).
//
// A Sentence holds comments, words and multiword tokens. Empty nodes (8.1) and
// the columns for enhanced dependencies are read over, since nothing here uses
// them; everything else comes out as it went in. A Reader belongs to one
// goroutine; sentences are ordinary values.
package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Word is one syntactic word. An absent value is "_" in the file and "" here,
// except in Form and Lemma, where "_" may be the text itself and is kept.
type Word struct {
	Form, Lemma string
	UPOS, XPOS  string // universal and Penn tag
	Feats       string
	Head        int // number of the governing word, from 1; 0 is the root; -1 is unknown
	Rel         string
	Misc        string
}

// Token is a multiword token: the surface form of words First to Last, both
// counted from 1 and inclusive.
type Token struct {
	First, Last int
	Form, Misc  string
}

// Sentence is one block of a file.
type Sentence struct {
	Comments []string // without "# "
	Words    []Word
	Tokens   []Token // in order, without overlap
}

// Begins reports whether the sentence is marked as the first of something: "newdoc" or "newpar", with or without an id.
func (s *Sentence) Begins(what string) bool {
	for _, c := range s.Comments {
		if rest, found := strings.CutPrefix(c, what); found && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// Comment returns the value of the comment "name = value" and whether it is there.
func (s *Sentence) Comment(name string) (string, bool) {
	for _, comment := range s.Comments {
		if key, value, ok := strings.Cut(comment, "="); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}

// maxLine bounds one line: comments with metadata are long, forms are not.
const maxLine = 4 << 20

// Reader reads sentence by sentence.
type Reader struct {
	lines  *bufio.Scanner
	number int
}

// NewReader reads from r.
func NewReader(r io.Reader) *Reader {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	return &Reader{lines: lines}
}

// Next returns the next sentence, or io.EOF when there is none. Any other error
// names the line and what is wrong with it.
func (r *Reader) Next() (*Sentence, error) {
	sentence := &Sentence{}
	for r.lines.Scan() {
		r.number++
		line := strings.TrimSuffix(r.lines.Text(), "\r")
		switch {
		case line == "":
			if len(sentence.Words) > 0 {
				return sentence, r.check(sentence)
			}
		case line[0] == '#':
			sentence.Comments = append(sentence.Comments, strings.TrimPrefix(line[1:], " "))
		default:
			if err := sentence.add(strings.Split(line, "\t")); err != nil {
				return nil, fmt.Errorf("conllu: line %d: %w", r.number, err)
			}
		}
	}
	if err := r.lines.Err(); err != nil {
		return nil, fmt.Errorf("conllu: after line %d: %w", r.number, err)
	}
	if len(sentence.Words) > 0 {
		return sentence, r.check(sentence)
	}
	return nil, io.EOF
}

// ReadAll returns all sentences of r.
func ReadAll(r io.Reader) ([]*Sentence, error) {
	var all []*Sentence
	for reader := NewReader(r); ; {
		sentence, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, sentence)
	}
}

// check reports heads and tokens that point outside of the sentence.
func (r *Reader) check(s *Sentence) error {
	for i, word := range s.Words {
		if word.Head > len(s.Words) {
			return fmt.Errorf("conllu: sentence before line %d: head %d of word %d is beyond the last word", r.number, word.Head, i+1)
		}
	}
	if n := len(s.Tokens); n > 0 && s.Tokens[n-1].Last > len(s.Words) {
		return fmt.Errorf("conllu: sentence before line %d: token %d-%d is beyond the last word", r.number, s.Tokens[n-1].First, s.Tokens[n-1].Last)
	}
	return nil
}

const columns = 10

// add takes in one line of word, multiword token or empty node.
func (s *Sentence) add(c []string) error {
	if len(c) != columns {
		return fmt.Errorf("%d columns, want %d", len(c), columns)
	}
	if strings.Contains(c[0], ".") {
		return nil
	}
	if c[1] == "" {
		return errors.New("empty form")
	}
	if first, last, ok := strings.Cut(c[0], "-"); ok {
		return s.addToken(first, last, c)
	}
	if number, err := strconv.Atoi(c[0]); err != nil || number != len(s.Words)+1 {
		return fmt.Errorf("word number %q, want %d", c[0], len(s.Words)+1)
	}
	head := -1
	if c[6] != "_" {
		number, err := strconv.Atoi(c[6])
		if err != nil || number < 0 {
			return fmt.Errorf("head %q is no word number", c[6])
		}
		head = number
	}
	s.Words = append(s.Words, Word{Form: c[1], Lemma: c[2], UPOS: value(c[3]), XPOS: value(c[4]), Feats: value(c[5]),
		Head: head, Rel: value(c[7]), Misc: value(c[9])})
	return nil
}

func (s *Sentence) addToken(first, last string, c []string) error {
	from, errFrom := strconv.Atoi(first)
	to, errTo := strconv.Atoi(last)
	if errFrom != nil || errTo != nil || from != len(s.Words)+1 || to < from {
		return fmt.Errorf("token range %q, want one from %d on", c[0], len(s.Words)+1)
	}
	if n := len(s.Tokens); n > 0 && s.Tokens[n-1].Last >= from {
		return fmt.Errorf("token range %q overlaps the one before", c[0])
	}
	s.Tokens = append(s.Tokens, Token{First: from, Last: to, Form: c[1], Misc: value(c[9])})
	return nil
}

func value(column string) string {
	if column == "_" {
		return ""
	}
	return column
}

func column(value string) string {
	if value == "" {
		return "_"
	}
	return value
}

// Write writes one sentence with the empty line that ends it.
func Write(w io.Writer, s *Sentence) error {
	out := bufio.NewWriter(w)
	for _, comment := range s.Comments {
		fmt.Fprintf(out, "# %s\n", comment)
	}
	tokens := s.Tokens
	for i, word := range s.Words {
		if len(tokens) > 0 && tokens[0].First == i+1 {
			fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", tokens[0].First, tokens[0].Last, tokens[0].Form, column(tokens[0].Misc))
			tokens = tokens[1:]
		}
		head := "_"
		if word.Head >= 0 {
			head = strconv.Itoa(word.Head)
		}
		fmt.Fprintf(out, "%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t_\t%s\n", i+1, word.Form, column(word.Lemma), column(word.UPOS), column(word.XPOS),
			column(word.Feats), head, column(word.Rel), column(word.Misc))
	}
	fmt.Fprintln(out)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("conllu: writing a sentence: %w", err)
	}
	return nil
}
