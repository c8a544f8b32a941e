package coref_test

import (
	"fmt"
	"strconv"
	"strings"

	"demarche/loader/lang/coref"
)

// read makes a document of sentences, one a line; an empty line begins a paragraph. Each word is written
// form/UPOS/head/relation, with the head as a number from 1 in the sentence or 0 for the root,
// and form=lemma where the lemma is not the form in lower case. Names are the words that
// brackets hold: "[person" before the first and "]" behind the last.
func read(text string) *coref.Document {
	d := &coref.Document{}
	paragraph := 0
	for line := range strings.Lines(strings.TrimSpace(text)) {
		first := len(d.Words)
		for field := range strings.FieldsSeq(line) {
			if kind, ok := strings.CutPrefix(field, "["); ok {
				d.Names = append(d.Names, coref.Name{First: len(d.Words), Kind: coref.Kind(kind)})
			} else if field == "]" {
				d.Names[len(d.Names)-1].End = len(d.Words)
			} else {
				d.Words = append(d.Words, readWord(field, first))
			}
		}
		if len(d.Words) == first {
			paragraph++
			continue
		}
		d.Sentences = append(d.Sentences, [2]int{first, len(d.Words)})
		d.Paragraphs = append(d.Paragraphs, paragraph)
	}
	d.Quoted = quotations(d.Words)
	return d
}

func readWord(field string, first int) coref.Word {
	parts := strings.Split(field, "/")
	form, lemma, given := strings.Cut(parts[0], "=")
	if !given {
		lemma = strings.ToLower(form)
	}
	head, err := strconv.Atoi(parts[2])
	if err != nil {
		panic(fmt.Sprintf("%s: the head is no number", field))
	}
	w := coref.Word{Form: form, Lemma: lemma, UPOS: parts[1], Rel: parts[3], Head: first + head - 1}
	if head == 0 {
		w.Head = -1
	}
	switch w.XPOS = map[string]string{"PROPN": "NNP", "NOUN": "NN", "VERB": "VBD", "PRON": "PRP", "DET": "DT", "ADJ": "JJ", "ADP": "IN", "PART": "POS"}[w.UPOS]; {
	case w.UPOS == "NOUN" && lemma != strings.ToLower(form):
		w.XPOS = "NNS"
	case w.UPOS == "PRON" && w.Rel == "nmod:poss":
		w.XPOS = "PRP$"
	}
	return w
}

// quotations numbers the passages between “ and ”.
func quotations(words []coref.Word) func(int) int {
	of := make([]int, len(words))
	open, count := -1, 0
	for i, w := range words {
		of[i] = open
		switch w.Form {
		case "“":
			open, count = count, count+1
		case "”":
			open, of[i] = -1, -1
		}
	}
	return func(word int) int { return of[word] }
}

// words gives the words [first, end) of a document.
func words(d *coref.Document, first, end int) string {
	var all []string
	for _, w := range d.Words[first:end] {
		all = append(all, w.Form)
	}
	return strings.Join(all, " ")
}

// resolved lists the entities of several mentions, one a line.
func resolved(d *coref.Document) string {
	var lines []string
	for _, e := range coref.Resolve(d) {
		var mentions []string
		for _, m := range e.Mentions {
			mentions = append(mentions, words(d, m.First, m.End))
		}
		if len(mentions) > 1 {
			lines = append(lines, strings.Join(mentions, " = "))
		}
	}
	return strings.Join(lines, "\n")
}
