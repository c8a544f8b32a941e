package tally

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"demarche/internal/span"
	"demarche/loader/lang/polnear"
)

// AttributionScore is how the statements of a system compare with the attributions of texts.
type AttributionScore struct {
	Texts  Coverage
	Tokens []Measure // the words that are source, cue or content of anything
	Pairs  KindScore // attributions with content
}

var roleNames = []string{"source", "cue", "content"}

// Attributions compares the statements of a system with the attributions of texts. The file of an article is the name of the
// text and ".txt". A text that the system lacks counts as all missed; statements of headlines count like all others. It is an
// error if a statement has a span that is not in the text.
//
// The tables by kind of quotation tell gold's kind from the quotation marks of the text; attributions without a
// source are apart there, because for them every speaker is right.
func Attributions(gold []polnear.Article, system []Article) (*AttributionScore, error) {
	found, files := byFile(system), []string{}
	var texts, contents []sides
	for _, a := range gold {
		files = append(files, a.Name+".txt")
		t, err := attribute(a, found[a.Name+".txt"])
		if err != nil {
			return nil, fmt.Errorf("%s.txt: %w", a.Name, err)
		}
		texts = append(texts, t)
		contents = append(contents, sides{withContent(t.gold), withContent(t.system)})
	}
	return &AttributionScore{coverage(files, found), tokens(texts), attributions.score(contents)}, nil
}

func withContent(all []*record) []*record {
	return slices.DeleteFunc(slices.Clone(all), func(r *record) bool { return len(r.spans["content"].places) == 0 })
}

// wordsOf is a text with the places of its words, in bytes.
type wordsOf struct {
	text   string
	places []span.Span
	quoted []bool // whether the word stands in quotation marks
}

func newWords(text string) wordsOf {
	w := wordsOf{text: text}
	for bytes := range words(text) {
		w.places = append(w.places, bytes)
	}
	w.quoted = inQuotations(text, w.places)
	return w
}

// attribute makes records of both sides. Their places are those of the text's own words, in bytes.
func attribute(a polnear.Article, system *Article) (sides, error) {
	w := newWords(a.Text)
	var t sides
	for _, g := range a.Attributions {
		r := &record{texts: map[string]string{"quoted": w.kindOf(g)}, spans: map[string]passages{}}
		for i, spans := range [][]span.Span{g.Source, g.Cue, g.Content} {
			r.spans[roleNames[i]] = w.cover(spans)
		}
		t.gold = append(t.gold, r)
	}
	if system == nil {
		return t, nil
	}
	index := span.NewIndex(a.Text)
	for _, statement := range system.records["statements"] {
		r := &record{texts: map[string]string{"quoted": statement.texts["quoted"]}, spans: map[string]passages{}, confidence: statement.confidence, signs: statement.signs}
		for _, role := range roleNames {
			var spans []span.Span
			for _, one := range statement.spans[role].list {
				bytes := index.Bytes(span.Span{Begin: one.begin, End: one.end})
				if bytes.Of(a.Text) != one.text {
					return t, fmt.Errorf("at %d..%d is not the %s %.60q", one.begin, one.end, role, one.text)
				}
				spans = append(spans, bytes)
			}
			r.spans[role] = w.cover(spans)
		}
		t.system = append(t.system, r)
	}
	return t, nil
}

// cover finds the words of spans. A word that a span cuts counts.
func (w wordsOf) cover(spans []span.Span) passages {
	var p passages
	for _, s := range spans {
		first, end := w.within(s)
		p.places = append(p.places, w.places[first:end]...)
		p.list = append(p.list, passage{text: s.Of(w.text)})
	}
	p.places = set(p.places)
	return p
}

// within returns the numbers of the words of a span, half-open.
func (w wordsOf) within(s span.Span) (first, end int) {
	first = sort.Search(len(w.places), func(i int) bool { return w.places[i].End > s.Begin })
	end = sort.Search(len(w.places), func(i int) bool { return w.places[i].Begin >= s.End })
	return first, max(first, end)
}

// kindOf is direct where all the content is in quotation marks, indirect where none is, and mixed otherwise.
func (w wordsOf) kindOf(a polnear.Attribution) string {
	inside, all := 0, 0
	for _, s := range a.Content {
		first, end := w.within(s)
		for _, quoted := range w.quoted[first:end] {
			inside, all = inside+number(quoted), all+1
		}
	}
	kind := "mixed"
	switch inside {
	case 0:
		kind = "indirect"
	case all:
		kind = "direct"
	}
	if len(a.Source) == 0 {
		kind += ", no source"
	}
	return kind
}

// inQuotations tells of each word whether it stands in double quotation marks. A straight mark opens where none is open.
// A quotation ends with its paragraph, which is a line, even if nothing closes it: so writers quote several paragraphs.
// Single marks are not looked at: too many are apostrophes.
func inQuotations(text string, places []span.Span) []bool {
	quoted, inside := make([]bool, len(places)), false
	at := 0
	for word, place := range places {
		for ; at < place.Begin; at++ {
			switch rest := text[at:place.Begin]; {
			case rest[0] == '\n', strings.HasPrefix(rest, "”"):
				inside = false
			case strings.HasPrefix(rest, "“"):
				inside = true
			case rest[0] == '"':
				inside = !inside
			case strings.HasPrefix(rest, "''"):
				inside = !inside
				at++
			}
		}
		quoted[word] = inside
		at = place.End
	}
	return quoted
}

// tokens counts the words that carry a role in any attribution.
func tokens(texts []sides) []Measure {
	var all []Measure
	for _, role := range roleNames {
		m := Measure{Name: role}
		for _, t := range texts {
			ours, theirs := union(t.gold, role), union(t.system, role)
			m.add(shared(ours, theirs, byPlace), len(ours), len(theirs))
		}
		all = append(all, m)
	}
	return all
}

func union(side []*record, role string) []span.Span {
	var all []span.Span
	for _, r := range side {
		all = append(all, r.spans[role].places...)
	}
	return set(all)
}
