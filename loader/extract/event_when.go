package extract

import (
	"sort"

	"demarche/loader/lang"
	"demarche/loader/link"
	"demarche/loader/when"
	"demarche/schema"
	"demarche/schema/frames"
)

// placeBeside is the place of an occurrence that the parser hangs on another word behind its noun ("talks between Russia and the US in
// Geneva"), or that it hangs on itself: "were in Stockholm for a meeting".
func (x *extractor) placeBeside(head int) string {
	end := x.shortEnd(head)
	for t := head + 1; t < end; t++ {
		if p := x.preposition(t); (p == "in" || p == "at" || p == "near" || p == "outside") && x.Is(t, "nmod", "obl") {
			if place := x.placeIn(t); place != "" {
				return place
			}
		}
	}
	if over := x.Tokens[head].Head; over >= 0 && x.Is(head, "nmod", "obl") && x.preposition(over) == "in" {
		return x.placeName(over)
	}
	return ""
}

// placeIn is the place that a nominal behind "in" or "at" names, or that stands within it: "in the Saudi city of Jeddah", "outside the
// office in Tokyo".
func (x *extractor) placeIn(t int) string {
	if place := x.placeName(t); place != "" || !x.Tokens[t].IsNoun() || x.Tokens[t].IsName() {
		return place
	}
	for _, preposition := range []string{"of", "in", "near", "outside"} {
		if c := x.with(t, preposition, "nmod"); c >= 0 {
			if place := x.placeName(c); place != "" {
				return place
			}
		}
	}
	return ""
}

// placeName is the place that a nominal behind "in" or "at" names: a name that is no person and no organisation.
func (x *extractor) placeName(t int) string {
	if x.frames.Is(frames.Borders, x.Tokens[t].Lemma) {
		return x.nameOf(x.withoutArticle(t), t+1) // "on the Ukrainian border"
	}
	if e := x.EntityOf(t); e >= 0 && x.Entities[e].Kind != schema.Country && x.Entities[e].Kind != schema.Group {
		return ""
	}
	if i := sort.Search(len(x.Names), func(i int) bool { return x.Names[i].End > t }); i < len(x.Names) && x.Names[i].First <= t {
		n := x.Names[i]
		if e := x.EntityOf(t); n.Kind != lang.PlaceName && (e < 0 || x.Entities[e].Kind != schema.Country) {
			return ""
		}
		return x.Words(n.First, n.End).Of(x.Doc.Text)
	}
	if m := x.MentionOf(t); m >= 0 && x.Mentions[m].Form == link.Named {
		return x.Words(x.Mentions[m].First, x.Mentions[m].End).Of(x.Doc.Text)
	}
	return ""
}

// withoutArticle is the first token of a noun phrase behind its article.
func (x *extractor) withoutArticle(head int) int {
	first := x.Phrase(head).First
	for first < head && x.Tokens[first].Tag == "DT" {
		first++
	}
	return first
}

// dateAt is the date of the time expression that a token stands in, by the tense of what it hangs on; nil when there is none.
func (x *extractor) dateAt(t, on int) *when.Date {
	i := x.dateOf(t)
	if i < 0 {
		first, end := x.Yield(t)
		for at := first; at < end && i < 0; at++ {
			i = x.dateOf(at)
		}
	}
	if i < 0 {
		return nil
	}
	d := x.dates[i].Date
	switch verb := x.governing(on); {
	case x.inDemand[on]:
		d = when.Resolve(x.dates[i], true)
	case verb >= 0 && (x.looksAhead(verb) || x.looksBack(verb)):
		d = when.Resolve(x.dates[i], x.looksAhead(verb))
	}
	return &d
}

// looksBack reports whether a verb speaks of what was: "met", "had met".
func (x *extractor) looksBack(t int) bool {
	for c := range x.Children(t) {
		if x.Is(c, "aux") && x.Tokens[c].Tag == "VBD" {
			return true
		}
	}
	return x.Tokens[t].Tag == "VBD"
}

// looksAhead reports whether a verb speaks of what is to come: "will
// meet", "is expected to speak", "talks set for".
func (x *extractor) looksAhead(t int) bool {
	switch x.modal(t) {
	case "will", "shall":
		return true
	case "would":
		return x.Is(t, "ccomp") && !x.perfect(t)
	}
	if x.frames.Is(frames.Expecting, x.Tokens[t].Lemma) && x.passive(t) && !x.looksBack(t) {
		return true // "a ruling is expected on Friday"
	}
	if x.infinitive(t) {
		if head := x.Tokens[t].Head; head >= 0 && (x.frames.Is(frames.Planning, x.Tokens[head].Lemma) || x.frames.Is(frames.Expecting, x.Tokens[head].Lemma)) {
			return true
		}
	}
	return x.frames.Is(frames.Planning, x.Tokens[t].Lemma) && (x.Tokens[t].Lemma != "go" || x.Tokens[t].Tag == "VBG")
}

// dateBeside is the date of the only time expression of the sentence, if it hangs on the same clause.
func (x *extractor) dateBeside(t int) *when.Date {
	s := x.sentence(t)
	for at := s.First; at < s.End; at++ {
		if i := x.dateOf(at); i >= 0 && !x.inRelative(at, t) && x.governing(at) == x.governing(t) {
			return x.dateAt(at, t)
		}
	}
	return nil
}
