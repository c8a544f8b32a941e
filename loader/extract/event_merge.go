package extract

import "strings"

// mergeEvents keeps one event where the article speaks of an occurrence again:
// of one type, with a date that fits and actors in common.
func (x *extractor) mergeEvents() {
	kept := newKeptEvents(x)
	for _, e := range x.Events {
		again := kept.earlier(e)
		if again < 0 {
			kept.add(e)
			continue
		}
		k := &kept.events[again]
		if len(k.Participants) == 0 && len(e.Participants) > 0 {
			k.Participants, k.Evidence, k.Label = e.Participants, e.Evidence, e.Label
		} else if e.Evidence.Begin <= k.Evidence.Begin && k.Evidence.End <= e.Evidence.End {
			k.Evidence, k.Label = e.Evidence, e.Label
		}
		if k.Place == "" {
			k.Place = e.Place
		}
		if k.When == nil {
			k.When = e.When
		}
	}
	x.Events = x.Events[:0]
	for _, e := range kept.events {
		if (e.When != nil || e.Place != "" || e.undated) && !kept.told(e) {
			x.Events = append(x.Events, e)
		}
	}
}

// keptEvents are the events of an article so far, found by what two mentions of one occurrence share: the type, and an actor or
// the sentence. So an event is compared with few of the others.
type keptEvents struct {
	x       *extractor
	events  []Event
	byActor map[[2]string][]int // by type and actor, ascending
	at      map[int][]int       // by sentence, ascending
}

func newKeptEvents(x *extractor) *keptEvents {
	return &keptEvents{x: x, byActor: map[[2]string][]int{}, at: map[int][]int{}}
}

func (k *keptEvents) sentence(e Event) int { return k.x.SentenceOf(k.x.TokenAt(e.Evidence.Begin)) }

func (k *keptEvents) add(e Event) {
	i := len(k.events)
	k.events = append(k.events, e)
	for _, id := range whose(e) {
		key := [2]string{e.Type, id}
		k.byActor[key] = append(k.byActor[key], i)
	}
	s := k.sentence(e)
	k.at[s] = append(k.at[s], i)
}

// earlier is the first event of which another is a further mention, or -1.
func (k *keptEvents) earlier(e Event) int {
	best := -1
	first := func(candidates []int, same func(a, b Event) bool) {
		for _, i := range candidates {
			if best >= 0 && i >= best {
				return
			}
			if k.events[i].Type == e.Type && same(k.events[i], e) {
				best = i
				return
			}
		}
	}
	first(k.at[k.sentence(e)], func(a, b Event) bool {
		return a.Evidence.Overlaps(b.Evidence) && (a.When == nil || b.When == nil || a.When.Overlaps(*b.When))
	})
	for _, id := range whose(e) {
		first(k.byActor[[2]string{e.Type, id}], sameOccurrence)
	}
	return best
}

// whose are the ids of the participants; a single empty one for an event without any.
func whose(e Event) []string {
	if len(e.Participants) == 0 {
		return []string{""}
	}
	ids := make([]string, len(e.Participants))
	for i, a := range e.Participants {
		ids[i] = a.ID
	}
	return ids
}

// told reports whether what a verb says is no occurrence of its own, since another event tells it more exactly: "walked out" of
// "walked out of talks in Geneva".
func (k *keptEvents) told(e Event) bool {
	if e.Type != "other" || !strings.HasPrefix(e.Rule, "verb:") {
		return false
	}
	for _, i := range k.at[k.sentence(e)] {
		other := k.events[i]
		if other.Type != "other" && (other.When != nil || other.Place != "" || other.undated) && other.Evidence.Begin <= e.Cue[0].Begin && e.Cue[0].End <= other.Evidence.End {
			return true
		}
	}
	return false
}

// sameOccurrence reports whether two mentions of one type and with an actor in
// common, or both without any, can be of one event: the places do not differ,
// and the days that are known agree. Where the type or the actors tell little,
// the words must be the same: somebody resigns and votes on one day.
func sameOccurrence(a, b Event) bool {
	if (a.Type == "other" || len(a.Participants) == 0) && a.Rule != b.Rule {
		return false
	}
	if a.Place != "" && b.Place != "" && a.Place != b.Place {
		return false
	}
	if a.When == nil || b.When == nil {
		return (a.When != nil || b.When != nil) && len(a.Participants) > 1 && len(b.Participants) > 1
	}
	return a.When.Overlaps(*b.When)
}
