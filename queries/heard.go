package queries

import (
	"context"
	"slices"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/queries/internal/same"
	"demarche/schema"
)

// answersRead bounds how many records of the addressee are read as possible answers.
const answersRead = 5000

// heard is what the addressee of demands and those who speak for it say and do:
// possible answers.
type heard struct {
	*session
	all     []*utterance // oldest first
	reached string       // the day up to which was read; "" when nothing is left
}

// utterance is a possible answer.
type utterance struct {
	*record
	typ    string // of event
	toward []string
	words  map[string]bool // stems of what it says, one for each meaning; nil when not read yet
}

// Of possible answers first only who speaks is read, then of those that can be one
// what is said, and whom to.
var (
	actingFacts = []quad.IRI{schema.Speaker, schema.Holder, schema.By, schema.Participant}
	sayingFacts = []quad.IRI{schema.Quote, schema.Issue, schema.Addressee, schema.Of, schema.Participant}
	eventFacts  = []quad.IRI{schema.Quote, schema.EventType, schema.Label, schema.Participant}
)

// hear finds what the addressee and those who speak for it say and do in the
// time of the demands.
func (s *session) hear(ctx context.Context, all []*pending, of []string) (*heard, error) {
	begin, end := spanOf(all)
	w := &walk{session: s, kinds: []string{"statement", "position", "demand", "event"}, oldest: true, wanted: answersRead, read: actingFacts}
	var err error
	if w.since, err = time.Parse(time.DateOnly, begin); err != nil {
		return nil, err
	}
	if w.until, err = time.Parse(time.DateOnly, end); err != nil {
		return nil, err
	}
	if err := s.requireSide(w, "actor", of, actingFacts...); err != nil {
		return nil, err
	}
	h := &heard{session: s}
	err = w.run(ctx, func(r *record) (bool, error) {
		h.all = append(h.all, &utterance{record: r})
		if len(h.all) == answersRead {
			h.reached = r.day()
		}
		return len(h.all) < answersRead, nil
	})
	return h, err
}

// spanOf returns the first and last day of the time of demands.
func spanOf(all []*pending) (begin, end string) {
	begin, end = all[0].first, all[0].until
	for _, p := range all[1:] {
		begin, end = min(begin, p.first), max(end, p.until)
	}
	return begin, end
}

// whole reports whether the time of a demand was read to its end.
func (h *heard) whole(p *pending) bool { return h.reached == "" || p.until < h.reached }

// during returns how many possible answers lie in the time of a demand.
func (h *heard) during(p *pending) int {
	from, to := h.between(p.first, p.until)
	return to - from
}

// between returns where in all the days begin and end.
func (h *heard) between(first, last string) (from, to int) {
	from, _ = slices.BinarySearchFunc(h.all, first, func(u *utterance, day string) int { return compareDays(u.day(), day) })
	to, _ = slices.BinarySearchFunc(h.all, last+"~", func(u *utterance, day string) int { return compareDays(u.day(), day) }) // behind all of that day
	return from, to
}

// judge finds candidates for demands. untilAnswered says that the first that counts is enough.
func (h *heard) judge(ctx context.Context, demands []*pending, untilAnswered bool) error {
	open := slices.Clone(demands)
	for at := 0; len(open) > 0; {
		if err := context.Cause(ctx); err != nil {
			return err
		}
		from, to := h.between(spanOf(open))
		if at = max(at, from); at >= to {
			break
		}
		some := h.all[at:min(at+batch, to)]
		if err := h.read(some); err != nil {
			return err
		}
		newInquiry(open).judge(some)
		if at += len(some); untilAnswered {
			open = slices.DeleteFunc(open, (*pending).answered)
		}
	}
	for _, p := range demands {
		p.sort()
	}
	return nil
}

// read reads at once what possible answers say and whom to.
func (h *heard) read(all []*utterance) error {
	var said, events []*record
	var unread []*utterance
	for _, u := range all {
		switch {
		case u.words != nil:
			continue
		case u.kind() == "event":
			events = append(events, u.record)
		default:
			said = append(said, u.record)
		}
		unread = append(unread, u)
	}
	if err := h.fetch(said, sayingFacts); err != nil {
		return err
	}
	if err := h.fetch(events, eventFacts); err != nil {
		return err
	}
	for _, u := range unread {
		u.typ, u.words = u.text(schema.EventType), h.stemsIn(u.record)
		u.toward = h.sides(u.actors(schema.Addressee, schema.Of, schema.Participant), u.day())
	}
	return nil
}

// stemsIn returns the stems of what a record says, one for each meaning.
func (s *session) stemsIn(r *record) map[string]bool {
	stems := map[string]bool{}
	text := r.text(schema.Quote) + " " + r.text(schema.Issue)
	if r.kind() == "event" {
		text += " " + r.text(schema.Label) // of other records it names the actors
	}
	for _, key := range s.words.Keys(text) {
		stems[same.Topic(key)] = true
		stems[key] = true
	}
	return stems
}
