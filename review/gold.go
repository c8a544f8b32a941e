package review

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"demarche/schema"
)

// FileName is the name under which gold knows an article's text.
func FileName(article string) string {
	name := strings.TrimPrefix(article, "demarche:article/")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '.' {
			return r
		}
		return '_'
	}, name) + ".txt"
}

// Gold returns the reviewed articles, by IRI, with the records that the reviewer
// holds to be right; without a reviewer, those that more than half of their
// reviewers do, with the values that more than half of these have.
//
// Optional, so that they do not count, are records without a decision, those on
// which as many say yes as no, and those of which a value has no majority. An
// article appears when it has a decision of the reviewer, or any.
func (b *Book) Gold(ctx context.Context, reviewer string) ([]Gold, error) {
	var all []Gold
	err := b.store.View(ctx, func(reader Reader) error {
		reviews, sources, err := standings(reader, "")
		if err != nil {
			return err
		}
		decided := map[string]map[string][]Standing{} // by article and unit
		reviewed := map[string]bool{}                 // kinds
		for _, r := range reviews {
			if !r.Latest || reviewer != "" && r.Reviewer != reviewer {
				continue
			}
			if decided[r.Article] == nil {
				decided[r.Article] = map[string][]Standing{}
			}
			decided[r.Article][r.unit] = append(decided[r.Article][r.unit], r)
			reviewed[r.Kind] = true
		}
		for _, article := range slices.Sorted(maps.Keys(decided)) {
			w := &goldWriter{source: sources[article], catalogue: b.catalogue}
			gold, err := w.write(decided[article], reviewed)
			if err != nil {
				return err
			}
			all = append(all, *gold)
		}
		return nil
	})
	return all, err
}

// verdictOf returns what the reviewers of a record hold together: the record and
// where it stands, and the digest of the text in which its places count. It is
// false when it is wrong.
func verdictOf(reviews []Standing) (fields Fields, where, digest string, right bool) {
	var holders []Fields
	for _, r := range reviews {
		if held, ok := r.Holds(); ok {
			holders = append(holders, held)
		}
	}
	if 2*len(holders) < len(reviews) {
		return nil, "", "", false
	}
	fields = Fields{}
	where = cmp.Or(holders[0].text(fieldWhere), whereBody)
	if 2*len(holders) == len(reviews) {
		where = whereOptional
	}
	kind, _ := KindNamed(reviews[0].Kind)
	for _, field := range kind.Fields {
		votes := map[string][]Fields{}
		for _, held := range holders {
			key := held.key(field.Name)
			votes[key] = append(votes[key], held)
		}
		chosen := holders[0]
		agreed := false
		for _, group := range votes {
			if 2*len(group) > len(holders) {
				chosen, agreed = group[0], true
			}
		}
		if !agreed && !field.fixed {
			where = whereOptional
		}
		if values := chosen[field.Name]; len(values) > 0 {
			fields[field.Name] = values
		}
	}
	// The words go with the places, whoever is in the majority.
	for _, r := range reviews {
		if held, ok := r.Holds(); ok && held.key(fieldSpans) == fields.key(fieldSpans) {
			digest = r.Digest
			if len(held[fieldQuote]) > 0 {
				fields[fieldQuote] = held[fieldQuote]
			}
		}
	}
	return fields, where, digest, true
}

// goldWriter writes one article.
type goldWriter struct {
	source    *source
	catalogue Catalogue
	gold      *Gold
	persons   map[string]*GoldPerson
	digest    string // of the text that the record at hand counts in
}

func (w *goldWriter) write(decided map[string][]Standing, reviewed map[string]bool) (*Gold, error) {
	s := w.source
	w.persons = map[string]*GoldPerson{}
	publisher := ""
	if s.publisher != "" {
		var err error
		if publisher, err = s.nameOf(s.publisher); err != nil {
			return nil, err
		}
	}
	w.gold = &Gold{File: FileName(s.iri), IRI: s.iri, Title: optional(s.headline), Publisher: optional(publisher),
		Published: optional(s.published), Authors: append([]string{}, s.authors...)}
	if s.stored {
		w.gold.Text = &s.text
	}
	for _, unit := range slices.Sorted(maps.Keys(decided)) {
		first := decided[unit][0]
		if w.gold.Title == nil {
			w.gold.Title = optional(first.Headline)
		}
		fields, where, digest, right := verdictOf(decided[unit])
		if !right {
			continue
		}
		w.digest = digest
		w.add(first.Kind, fields, where)
	}
	w.digest = s.digest
	for _, kind := range kinds {
		if !reviewed[kind.Name] {
			continue
		}
		w.tell(kind.Name)
		if !s.stored {
			continue
		}
		records, err := s.all(kind.Name)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			if decided[r.iri] == nil {
				w.add(kind.Name, r.fields, whereOptional)
			}
		}
	}
	if err := w.addPersons(); err != nil {
		return nil, err
	}
	w.sort()
	return w.gold, nil
}

// tell makes the article have a list of the kind, if an empty one.
func (w *goldWriter) tell(kind string) {
	g := w.gold
	switch kind {
	case "statement":
		g.Statements = append([]GoldStatement{}, g.Statements...)
	case "demand":
		g.Demands = append([]GoldDemand{}, g.Demands...)
	case "event":
		g.Events = append([]GoldEvent{}, g.Events...)
	case "position":
		g.Positions = append([]GoldPosition{}, g.Positions...)
	case "membership":
		g.Persons = []GoldPerson{}
	}
}

func (w *goldWriter) add(kind string, f Fields, where string) {
	g := w.gold
	switch kind {
	case "statement":
		g.Statements = append(g.Statements, GoldStatement{Speaker: f.text("speaker"), Addressee: names(f["addressee"]),
			Cue: w.spans(f, fieldCues, fieldCue), Content: w.spans(f, fieldSpans, fieldQuote), Quoted: f.text("quoted"),
			SaidOn: optional(f.text(fieldDay)), Where: where})
	case "demand":
		g.Demands = append(g.Demands, GoldDemand{By: f.text("by"), VoicedBy: f.text("voiced_by"), ByCountry: w.country(f["by"]),
			Of: names(f["of"]), OfCountry: w.countries(f["of"]), What: w.spans(f, fieldSpans, fieldQuote), Cue: w.spans(f, fieldCues, fieldCue),
			Polarity: f.text("polarity"), Strength: f.text("strength"), MadeOn: optional(f.text(fieldDay)), Deadline: optional(f.text("deadline")),
			OrElse: first(w.spans(f, fieldOrElseSpans, fieldOrElse)), Where: where})
	case "event":
		g.Events = append(g.Events, GoldEvent{Type: f.text("type"), Participants: names(f["participants"]), Place: optional(f.text("place")),
			Date: optional(f.text(fieldDay)), Evidence: first(w.spans(f, fieldSpans, fieldQuote)), Where: where})
	case "position":
		g.Positions = append(g.Positions, GoldPosition{Actor: f.text("holder"), Issue: f.text("issue"), Stance: f.text("stance"),
			Evidence: first(w.spans(f, fieldSpans, fieldQuote)), Where: where})
	case "membership":
		name := f.text("member")
		p := w.persons[name]
		if p == nil {
			p = &GoldPerson{Name: name, Where: whereOptional}
			w.persons[name] = p
		}
		if where != whereOptional {
			p.Where = whereBody
		}
		p.Roles = append(p.Roles, GoldRole{f.text("title"), f.text("organization"), where})
	}
}

// addPersons lists the persons. Those without a reviewed office are optional:
// nobody was asked about them.
func (w *goldWriter) addPersons() error {
	if w.gold.Persons == nil {
		return nil
	}
	var known []string
	if w.source.stored {
		var err error
		if known, err = w.source.persons(); err != nil {
			return err
		}
	}
	for _, name := range known {
		if w.persons[name] == nil {
			w.persons[name] = &GoldPerson{Name: name, Roles: []GoldRole{}, Where: whereOptional}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.persons)) {
		w.gold.Persons = append(w.gold.Persons, *w.persons[name])
	}
	return nil
}

// sort brings the records into the order of the text.
func (w *goldWriter) sort() {
	slices.SortStableFunc(w.gold.Statements, func(a, b GoldStatement) int { return cmp.Compare(begin(a.Content), begin(b.Content)) })
	slices.SortStableFunc(w.gold.Demands, func(a, b GoldDemand) int { return cmp.Compare(begin(a.What), begin(b.What)) })
	at := func(s *GoldSpan) int {
		if s == nil {
			return -1
		}
		return begin([]GoldSpan{*s})
	}
	slices.SortStableFunc(w.gold.Events, func(a, b GoldEvent) int { return cmp.Compare(at(a.Evidence), at(b.Evidence)) })
	slices.SortStableFunc(w.gold.Positions, func(a, b GoldPosition) int { return cmp.Compare(at(a.Evidence), at(b.Evidence)) })
}

func begin(spans []GoldSpan) int {
	if len(spans) == 0 || spans[0].Begin == nil {
		return -1
	}
	return *spans[0].Begin
}

// spans returns the places of a record with their words. Where the article's text
// was changed since, they are looked for in it.
func (w *goldWriter) spans(f Fields, placesField, wordsField string) []GoldSpan {
	all := []GoldSpan{}
	places, err := parsePlaces(f.text(placesField))
	if err != nil || len(places) == 0 {
		if text := f.text(wordsField); text != "" {
			all = append(all, GoldSpan{Text: text})
		}
		return all
	}
	if _, inside := w.source.words(places); w.source.stored && w.digest == w.source.digest && inside {
		for _, p := range places {
			all = append(all, GoldSpan{&p.begin, &p.end, string(w.source.runes()[p.begin:p.end])})
		}
		return all
	}
	for i, text := range strings.Split(f.text(wordsField), gap) {
		one := GoldSpan{Text: text}
		size := len([]rune(text))
		switch {
		case i >= len(places):
		case !w.source.stored && places[i].end-places[i].begin == size:
			one.Begin, one.End = &places[i].begin, &places[i].end
		case w.source.stored:
			if at := nearest(w.source.runes(), []rune(text), places[i].begin); at >= 0 {
				to := at + size
				one.Begin, one.End = &at, &to
			}
		}
		all = append(all, one)
	}
	return all
}

// nearest returns where the text has the words, in code points, as near as
// possible to a place; -1 where it does not.
func nearest(text, words []rune, place int) int {
	best := -1
	for at := 0; at+len(words) <= len(text); at++ {
		if slices.Equal(text[at:at+len(words)], words) && (best < 0 || max(at-place, place-at) < max(best-place, place-best)) {
			best = at
		}
	}
	return best
}

func first(spans []GoldSpan) *GoldSpan {
	if len(spans) == 0 {
		return nil
	}
	return &spans[0]
}

func names(values []Value) []string {
	all := []string{}
	for _, v := range values {
		all = append(all, v.Text)
	}
	return all
}

// country returns the code of the country that an actor is or stands for.
func (w *goldWriter) country(values []Value) string {
	return strings.Join(w.countries(values[:min(1, len(values))]), "")
}

func (w *goldWriter) countries(values []Value) []string {
	codes := []string{}
	for _, v := range values {
		if actor, ok := w.catalogue.Actor(strings.TrimPrefix(v.IRI, schema.ActorIRI(""))); ok && actor.Code != "" {
			codes = append(codes, actor.Code)
		}
	}
	return codes
}

func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// Text returns the text of an article, in which the offsets of gold count. The
// error wraps ErrUnknown when the article is not stored.
func (b *Book) Text(ctx context.Context, article string) (string, error) {
	var s *source
	err := b.store.View(ctx, func(reader Reader) error {
		var err error
		s, err = readSource(reader, article)
		return err
	})
	switch {
	case err != nil:
		return "", err
	case !s.stored || IsReview(article):
		return "", fmt.Errorf("%w: there is no article %s; /api/articles lists them", ErrUnknown, article)
	}
	return s.text, nil
}
