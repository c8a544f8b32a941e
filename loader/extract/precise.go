package extract

import (
	"slices"

	"demarche/loader/extract/confidence"
)

// Precise keeps the records that are sure enough to be among those that were nearly all right on annotated articles: how nearly is on the card
// of package confidence, and differs by kind. What points at a statement that goes points at the one around it, or at none; actors whom
// no record names any more go, too.
func (r Records) Precise() Records {
	m := confidence.Load()
	var kept Records
	for _, p := range r.Persons {
		p.Roles = slices.DeleteFunc(slices.Clone(p.Roles), func(role Role) bool { return !m.Precise(confidence.Role, role.Confidence) })
		if m.Precise(confidence.Person, p.Confidence) {
			kept.Persons = append(kept.Persons, p)
		}
	}
	now := make([]int, len(r.Statements)) // the index of a statement in what is kept, or -1
	for i, s := range r.Statements {
		if now[i] = -1; m.Precise(confidence.Statement, s.Confidence) {
			now[i] = len(kept.Statements)
			kept.Statements = append(kept.Statements, s)
		}
	}
	nearest := func(statement int) int {
		for range r.Statements {
			if statement < 0 || now[statement] >= 0 {
				break
			}
			statement = r.Statements[statement].SaidIn
		}
		if statement < 0 {
			return -1
		}
		return now[statement]
	}
	for i := range kept.Statements {
		kept.Statements[i].SaidIn = nearest(kept.Statements[i].SaidIn)
	}
	for _, d := range r.Demands {
		if m.Precise(confidence.Demand, d.Confidence) {
			d.Statement = nearest(d.Statement)
			kept.Demands = append(kept.Demands, d)
		}
	}
	for _, e := range r.Events {
		if m.Precise(confidence.Event, e.Confidence) {
			kept.Events = append(kept.Events, e)
		}
	}
	for _, p := range r.Positions {
		if m.Precise(confidence.Position, p.Confidence) {
			kept.Positions = append(kept.Positions, p)
		}
	}
	left := make(map[string]Mentioned, len(r.Actors)) // by id, those not yet kept
	for _, m := range r.Actors {
		left[m.ID] = m
	}
	for _, a := range kept.involved() {
		if m, ok := left[a.ID]; ok {
			kept.Actors = append(kept.Actors, m)
			delete(left, a.ID)
		}
	}
	return kept
}

// involved lists the actors that records and roles name, in order, some more than once.
func (r *Records) involved() []Actor {
	var all []Actor
	for _, p := range r.Persons {
		all = append(all, p.Actor)
		for _, role := range p.Roles {
			all = append(all, role.Of)
		}
	}
	for _, s := range r.Statements {
		all = append(append(all, s.Speaker), s.Addressee...)
	}
	for _, d := range r.Demands {
		all = append(all, d.By)
		if d.VoicedBy != nil {
			all = append(all, *d.VoicedBy)
		}
		all = append(all, d.Of...)
	}
	for _, e := range r.Events {
		all = append(all, e.Participants...)
	}
	for _, p := range r.Positions {
		all = append(all, p.Actor)
	}
	return all
}
