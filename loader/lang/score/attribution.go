package score

import (
	"fmt"
	"strings"

	"demarche/internal/span"
	"demarche/loader/lang"
	"demarche/loader/lang/attribution"
	"demarche/loader/lang/polnear"
)

// AttributionScore says how well attributions are found, by words: those that are part of any cue, any source, any content.
type AttributionScore struct{ Cue, Source, Content Share }

func (s AttributionScore) String() string {
	return fmt.Sprintf("words of contents %s, of sources %s, of cues %s", s.Content, s.Source, s.Cue)
}

// Attributions compares the attributions that a model finds in annotated articles with theirs.
func Attributions(articles []polnear.Article, parser lang.Parser, model *attribution.Model) AttributionScore {
	var s AttributionScore
	for _, a := range articles {
		d := parser.Parse(a.Text, Lines(a.Text)...)
		gold, found := map[string]map[int]bool{}, map[string]map[int]bool{}
		for _, x := range a.Attributions {
			markSpans(d, gold, "cue", x.Cue)
			markSpans(d, gold, "source", x.Source)
			markSpans(d, gold, "content", x.Content)
		}
		for _, x := range model.Find(d) {
			markRanges(found, "cue", x.Cue)
			markRanges(found, "source", x.Source...)
			markRanges(found, "content", x.Content...)
		}
		for part, share := range map[string]*Share{"cue": &s.Cue, "source": &s.Source, "content": &s.Content} {
			share.Wanted += len(gold[part])
			share.Given += len(found[part])
			for t := range found[part] {
				if gold[part][t] {
					share.Right++
				}
			}
		}
	}
	return s
}

// Lines are the paragraphs of a text that has one in each line; the empty ones are left out. Offsets are bytes.
func Lines(text string) []span.Span {
	var all []span.Span
	begin := 0
	for line := range strings.Lines(text) {
		if end := begin + len(strings.TrimRight(line, "\n")); end > begin {
			all = append(all, span.Span{Begin: begin, End: end})
		}
		begin += len(line)
	}
	return all
}

func markSpans(d *lang.Doc, into map[string]map[int]bool, part string, spans []span.Span) {
	for _, s := range spans {
		first, end := d.TokenAt(s.Begin), d.TokenAt(s.End-1)+1
		markRanges(into, part, attribution.Range{First: first, End: min(end, len(d.Tokens))})
	}
}

func markRanges(into map[string]map[int]bool, part string, ranges ...attribution.Range) {
	if into[part] == nil {
		into[part] = map[int]bool{}
	}
	for _, r := range ranges {
		for t := r.First; t < r.End; t++ {
			into[part][t] = true
		}
	}
}
