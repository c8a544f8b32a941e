// Prose writes what github.com/jdkato/prose/v3 finds in the texts of the files
// given, as CoNLL-U: sentences, tokens and Penn tags, and names as comments.
// With -words, standard input has one word a line, sentences end with an empty
// line, and only the tagger runs.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/jdkato/prose/v3"
	"github.com/jdkato/prose/v3/tag"
)

func main() {
	log.SetFlags(0)
	names := flag.Bool("names", true, "find names")
	words := flag.Bool("words", false, "tag the words of standard input")
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	read := func() error { return files(out, flag.Args(), *names) }
	if *words {
		read = func() error { return tagWords(out, os.Stdin) }
	}
	if err := read(); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func files(out io.Writer, paths []string, names bool) error {
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		d, err := prose.NewDocument(string(text), prose.WithExtraction(names))
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		write(out, d)
	}
	return nil
}

// write writes the tokens that begin before the end of each sentence; those
// behind the last sentence belong to it.
func write(out io.Writer, d *prose.Document) {
	for _, name := range d.Entities() {
		fmt.Fprintf(out, "# name = %s %s\n", name.Label, strings.Join(strings.Fields(name.Text), " "))
	}
	tokens, sentences := d.Tokens(), d.Sentences()
	for i, s := range sentences {
		end := 0
		for end < len(tokens) && (tokens[end].Start < s.End() || i == len(sentences)-1) {
			end++
		}
		writeSentence(out, tokens[:end])
		tokens = tokens[end:]
	}
}

func writeSentence(out io.Writer, tokens []prose.Token) {
	for i, t := range tokens {
		fmt.Fprintf(out, "%d\t%s\t_\t_\t%s\t_\t_\t_\t_\t_\n", i+1, t.Text, t.Tag)
	}
	if len(tokens) > 0 {
		fmt.Fprintln(out)
	}
}

func tagWords(out io.Writer, in io.Reader) error {
	tagger, err := tag.New()
	if err != nil {
		return err
	}
	var sentence []string
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if lines.Text() != "" {
			sentence = append(sentence, lines.Text())
			continue
		}
		writeSentence(out, tagger.Tag(sentence))
		sentence = sentence[:0]
	}
	return lines.Err()
}
