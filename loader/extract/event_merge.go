package extract

// mergeEvents keeps one event where the article speaks of an occurrence again:
// of one type, with a date that fits and actors in common.
func (x *extractor) mergeEvents() {
	var kept []Event
	for _, e := range x.Events {
		again := false
		for i := range kept {
			k := &kept[i]
			if k.Type != e.Type || !k.Evidence.Overlaps(e.Evidence) && !sameOccurrence(*k, e) {
				continue
			}
			if k.Place == "" {
				k.Place = e.Place
			}
			if k.When == nil {
				k.When = e.When
			}
			again = true
			break
		}
		if !again {
			kept = append(kept, e)
		}
	}
	x.Events = x.Events[:0]
	for _, e := range kept {
		if e.When != nil || e.Place != "" || e.Type == "conference" && x.statementAt(x.TokenAt(e.Cue[0].Begin), false) < 0 {
			x.Events = append(x.Events, e)
		}
	}
}

// sameOccurrence reports whether two mentions of one type can be of one event:
// the actors meet, the places do not differ, and the days that are known agree.
func sameOccurrence(a, b Event) bool {
	if !shareActor(a.Participants, b.Participants) || a.Place != "" && b.Place != "" && a.Place != b.Place {
		return false
	}
	if a.When == nil || b.When == nil {
		return (a.When != nil || b.When != nil) && len(a.Participants) > 1 && len(b.Participants) > 1
	}
	return a.When.Overlaps(*b.When)
}

func shareActor(a, b []Actor) bool {
	for _, one := range a {
		for _, other := range b {
			if one.ID == other.ID {
				return true
			}
		}
	}
	return false
}
