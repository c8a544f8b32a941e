// Package polnear reads the Political News Attribution Relations corpus (Newell et al. 2018): news texts, and who is said to say
// what in them, as brat standoff files (https://brat.nlplab.org/standoff.html).
//
// A folder holds text/NAME.txt and attributions/NAME_ANNOTATOR.ann. Of several annotators of a text the alphabetically first
// counts. Offsets are bytes, half-open.
package polnear

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"demarche/internal/span"
)

// Article is a text with its attributions.
type Article struct {
	Name         string
	Text         string
	Attributions []Attribution
}

// Attribution is words that attribute (said), to whom (he), and what. Each may be in several pieces, which ascend, or
// absent.
type Attribution struct{ Cue, Source, Content []span.Span }

// Read reads the articles of a folder, by name.
func Read(folder string) ([]Article, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "text", "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no text/*.txt in %s", folder)
	}
	var articles []Article
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		annotations, err := annotators(folder, name)
		if err != nil {
			return nil, err
		}
		if len(annotations) == 0 {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		a := Article{Name: name, Text: string(text)}
		if a.Attributions, err = readAnnotations(annotations[0], a.Text); err != nil {
			return nil, fmt.Errorf("%s: %w", annotations[0], err)
		}
		articles = append(articles, a)
	}
	return articles, nil
}

// annotators returns the annotation files of a text: its name and one more part.
func annotators(folder, name string) ([]string, error) {
	all, err := filepath.Glob(filepath.Join(folder, "attributions", name+"_*.ann"))
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(path string) bool {
		return strings.Contains(strings.TrimPrefix(filepath.Base(path), name+"_"), "_")
	})
	slices.Sort(all)
	return all, nil
}

func readAnnotations(path, text string) ([]Attribution, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	index := span.NewIndex(text)
	spans, events := map[string][]span.Span{}, [][]string(nil)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		name, rest, _ := strings.Cut(lines.Text(), "\t")
		mark, _, _ := strings.Cut(rest, "\t")
		switch {
		case !numbered(name):
		case name[0] == 'T':
			if spans[name], err = parseSpans(mark, index); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		case name[0] == 'E':
			events = append(events, append([]string{name}, strings.Fields(mark)...))
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	return attributions(events, spans)
}

// numbered reports whether a line begins with a letter and a number: others go on with the text of a span.
func numbered(name string) bool {
	_, err := strconv.Atoi(strings.TrimLeft(name, "TE"))
	return err == nil && len(name) > 1
}

// parseSpans reads "Content 4902 4959;4984 5422".
func parseSpans(mark string, index *span.Index) ([]span.Span, error) {
	_, offsets, _ := strings.Cut(mark, " ")
	var spans []span.Span
	for piece := range strings.SplitSeq(offsets, ";") {
		var begin, end int
		if _, err := fmt.Sscan(piece, &begin, &end); err != nil || end < begin {
			return nil, fmt.Errorf("span %q", piece)
		}
		spans = append(spans, index.Bytes(span.Span{Begin: begin, End: end}))
	}
	return spans, nil
}

// attributions makes attributions of events: "Attribution:T4 Content:T3 Cue:T2 Source:T1".
func attributions(events [][]string, spans map[string][]span.Span) ([]Attribution, error) {
	var all []Attribution
	for _, event := range events {
		var a Attribution
		for _, link := range event[1:] {
			role, id, _ := strings.Cut(link, ":")
			found, ok := spans[id]
			if !ok {
				return nil, fmt.Errorf("%s: it has no span %q", event[0], id)
			}
			switch strings.TrimRight(role, "0123456789") {
			case "Cue":
				a.Cue = append(a.Cue, found...)
			case "Source":
				a.Source = append(a.Source, found...)
			case "Content":
				a.Content = append(a.Content, found...)
			}
		}
		for _, pieces := range [][]span.Span{a.Cue, a.Source, a.Content} {
			slices.SortFunc(pieces, func(a, b span.Span) int { return a.Begin - b.Begin })
		}
		all = append(all, a)
	}
	return all, nil
}
