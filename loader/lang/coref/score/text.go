package score

import (
	"fmt"
	"strings"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/coref"
	"demarche/loader/lang/gum"
)

// Text is a document of the corpus GUM with its gold annotation.
type Text struct {
	ID       string         // such as "GUM_news_iodine"
	Document coref.Document // with gold tags, trees and names
	Mentions []Mention      // by their begin, the longer ones first
}

// Mention is an annotated mention: words [First, End) of the document.
type Mention struct {
	First, End int
	Head       int    // the word that governs the others, by the gold tree
	Entity     string // the same for all mentions of the document that mean the same
	Kind       coref.Kind
	form       coref.Form // by the gold tag of the head
}

// Genre is the part of the corpus that a text belongs to, such as "news".
func (t *Text) Genre() string {
	parts := strings.Split(t.ID, "_")
	return parts[min(1, len(parts)-1)]
}

// Example gives what package coref learns from.
func (t *Text) Example() coref.Example {
	x := coref.Example{Document: &t.Document}
	for _, m := range t.Mentions {
		x.Mentions = append(x.Mentions, coref.Gold{First: m.First, End: m.End, Head: m.Head, Entity: m.Entity, Kind: m.Kind})
	}
	return x
}

// Analysed is the text with tags, trees and names of a system in its document; the
// annotation stays.
func (t *Text) Analysed(analyse func(*coref.Document)) *Text {
	copied := *t
	copied.Document.Words = append([]coref.Word(nil), t.Document.Words...)
	copied.Document.Names = nil
	analyse(&copied.Document)
	return &copied
}

// Read splits sentences of GUM into documents. With speakers, the documents say who speaks
// where the corpus does.
func Read(sentences []*conllu.Sentence, speakers bool) ([]*Text, error) {
	var texts []*Text
	for i, s := range sentences {
		if id, begins := s.Comment("newdoc id"); begins || i == 0 {
			texts = append(texts, &Text{ID: id})
		}
		t := texts[len(texts)-1]
		if err := t.add(s, speakers); err != nil {
			return nil, fmt.Errorf("reading entities: sentence %d of %q: %w", len(t.Document.Sentences), t.ID, err)
		}
	}
	for _, t := range texts {
		t.Document.Quoted = quotations(&t.Document)
	}
	return texts, nil
}

func (t *Text) add(s *conllu.Sentence, speakers bool) error {
	d, first := &t.Document, len(t.Document.Words)
	paragraph := 0
	if n := len(d.Paragraphs); n > 0 {
		paragraph = d.Paragraphs[n-1]
		if beginsParagraph(s) {
			paragraph++
		}
	}
	d.Sentences = append(d.Sentences, [2]int{first, first + len(s.Words)})
	d.Paragraphs = append(d.Paragraphs, paragraph)
	if speakers {
		speaker, _ := s.Comment("speaker")
		d.Speakers = append(d.Speakers, speaker)
	}
	for _, w := range s.Words {
		head := -1
		if w.Head > 0 {
			head = first + w.Head - 1
		}
		d.Words = append(d.Words, coref.Word{Form: w.Form, Lemma: w.Lemma, UPOS: w.UPOS, XPOS: w.XPOS, Rel: w.Rel, Head: head})
	}
	mentions, err := gum.Mentions(s)
	if err != nil {
		return err
	}
	for _, m := range mentions {
		t.Mentions = append(t.Mentions, Mention{First: first + m.First, End: first + m.End, Head: first + m.Head, Entity: m.Entity, Kind: kindOf(m.Type),
			form: goldForm(d.Words[first+m.Head])})
	}
	names, err := gum.Names(s)
	if err != nil {
		return err
	}
	for _, n := range names {
		d.Names = append(d.Names, coref.Name{First: first + n.First, End: first + n.End, Kind: coref.Kind(n.Kind)})
	}
	return nil
}

func beginsParagraph(s *conllu.Sentence) bool {
	for _, comment := range s.Comments {
		if comment == "newpar" || strings.HasPrefix(comment, "newpar ") {
			return true
		}
	}
	return false
}

// kindOf maps the types of the corpus.
func kindOf(entity string) coref.Kind {
	switch entity {
	case "person", "organization", "place", "event":
		return coref.Kind(entity)
	case "time":
		return coref.Date
	}
	return coref.Other
}

// quotations numbers the passages in double quotation marks; a passage ends with its paragraph.
func quotations(d *coref.Document) func(int) int {
	of := make([]int, len(d.Words))
	open, count := -1, 0
	for i, s := range d.Sentences {
		if i > 0 && d.Paragraphs[i] != d.Paragraphs[i-1] {
			open = -1
		}
		for w := s[0]; w < s[1]; w++ {
			of[w] = open
			switch d.Words[w].Form {
			case "“", "``":
				of[w] = -1
				if open < 0 {
					open, count = count, count+1
				}
			case "”", "''":
				open, of[w] = -1, -1
			case `"`:
				of[w] = -1
				if open >= 0 {
					open = -1
				} else {
					open, count = count, count+1
				}
			}
		}
	}
	return func(word int) int { return of[word] }
}
