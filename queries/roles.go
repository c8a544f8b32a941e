package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/schema"
)

// attestedWithin is how far in months an article may be from the asked day to
// say something about who held an office on it.
const attestedWithin = 6

// runRoles says who held what: first what the catalogue knows, then what
// articles say.
func runRoles(ctx context.Context, s *session, args arguments) ([]row, error) {
	var lines []line
	source := args["source"].text
	if _, doubtful := args["below"]; source != "article" && !doubtful { // what the catalogue knows is sure
		for _, cells := range s.knownRoles(args) {
			lines = append(lines, line{cells: func() row { return cells }})
		}
	}
	needed, err := s.needed()
	if err != nil {
		return nil, err
	}
	if source != "catalogue" && len(lines) <= needed {
		attested, err := s.attestedRoles(ctx, args, needed+1-len(lines))
		if err != nil {
			return nil, err
		}
		lines = append(lines, attested...)
	}
	return s.rows(lines)
}

// knownRoles reads the catalogue.
func (s *session) knownRoles(args arguments) []row {
	day, dated := args["day"]
	of := args["of"].actors
	var rows []row
	for _, actor := range s.catalogue.Actors() {
		if who, ok := args["actor"]; ok && !slices.Contains(who.actors, actor.ID) {
			continue
		}
		for _, role := range actor.Roles {
			if len(of) > 0 && !slices.Contains(of, role.Of) || dated && !role.HeldAt(day.from) || !s.titled(args, actor, role) {
				continue
			}
			rows = append(rows, row{"person": Ref{actor.ID, actor.Name}, "title": role.Title, "of": s.ref(role.Of),
				"from": dayOrNil(role.From), "to": dayOrNil(role.To), "source": "catalogue"})
		}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a["of"].(Ref).Name, b["of"].(Ref).Name), cmp.Compare(a["title"].(string), b["title"].(string)),
			cmp.Compare(textOf(b["from"]), textOf(a["from"])))
	})
	return rows
}

// titled reports whether a role has the asked title, in its own words or, when
// a day is asked for too, under any other name that the catalogue knows for it.
func (s *session) titled(args arguments, actor *schema.Actor, role schema.Role) bool {
	title, asked := args["title"]
	if !asked {
		return true
	}
	held, wanted := topic.Keys(role.Title), topic.Keys(title.text)
	missing := func(word string) bool { return !slices.Contains(held, word) }
	if len(wanted) > 0 && !slices.ContainsFunc(wanted, missing) {
		return true
	}
	day, dated := args["day"]
	if !dated {
		return false
	}
	holders := s.catalogue.Holders(title.text, role.Of, day.from)
	if !slices.ContainsFunc(holders, func(a *schema.Actor) bool { return a.ID == actor.ID }) {
		return false
	}
	// A holder of the office may hold others at the same actor.
	offices := 0
	for _, r := range actor.Roles {
		if r.Of == role.Of && r.HeldAt(day.from) {
			offices++
		}
	}
	return offices == 1
}

func dayOrNil(day time.Time) Value {
	if day.IsZero() {
		return nil
	}
	return day.Format(time.DateOnly)
}

func textOf(v Value) string {
	text, _ := v.(string)
	return text
}

// attestedRoles reads the memberships of articles, the newest of each role, at most
// as many roles as wanted.
func (s *session) attestedRoles(ctx context.Context, args arguments, wanted int) ([]line, error) {
	w := &walk{session: s, kinds: []string{"membership"}, read: []quad.IRI{schema.Member, schema.Organization, schema.Title, schema.Confidence}}
	for name, field := range map[string]string{"actor": "member", "of": "organization"} {
		if a, ok := args[name]; ok {
			w.require(field, a)
		}
	}
	if title, ok := args["title"]; ok {
		words := topic.Keys(title.text)
		if len(words) == 0 {
			return nil, nil
		}
		w.require("topic", argument{words: words})
	}
	if day, ok := args["day"]; ok {
		w.since, w.until = day.from.AddDate(0, -attestedWithin, 0), day.to.AddDate(0, attestedWithin, 0)
	}
	if a, ok := args["confidence"]; ok {
		w.sure(a.decimal)
	}
	if a, ok := args["below"]; ok {
		w.unsure(a.decimal)
	}
	seen := map[string]bool{}
	var lines []line
	err := w.run(ctx, func(r *record) (bool, error) {
		key := strings.Join(append(r.actors(schema.Member, schema.Organization), topic.Fold(r.text(schema.Title))), " ")
		if seen[key] {
			return true, nil
		}
		seen[key] = true
		lines = append(lines, line{[]*record{r}, func() row {
			cells := s.cells(r, "title", "day", "quote", "confidence", "article", "article_iri", "record")
			cells["source"], cells["person"], cells["of"] = "article", s.cells(r, "member")["member"], s.cells(r, "organization")["organization"]
			return cells
		}})
		return len(lines) < wanted, nil
	})
	return lines, err
}
