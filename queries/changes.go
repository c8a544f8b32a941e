package queries

import (
	"context"
	"slices"

	"demarche/schema"
)

// alikeEnough is the share of common words above which two texts say the same:
// high, because wrongly merging two misleads more than missing one.
const alikeEnough = 0.6

// alike reports whether two sets of word stems say the same: most words are
// common, or one says all of the other's and that is more than a word or two.
func alike(a, b []string) bool {
	common := 0
	for _, word := range a {
		if slices.Contains(b, word) {
			common++
		}
	}
	if common == 0 {
		return false
	}
	share := float64(common) / float64(len(a)+len(b)-common)
	return share >= alikeEnough || common >= 3 && common == min(len(a), len(b))
}

// stance is what is compared of a position or demand.
type stance struct {
	kind     string
	words    []string
	stance   string   // of a demand, its polarity
	about    []string // issues, of a position
	supports []string
}

func (s *session) stance(r *record) *stance {
	if r.kind() == "position" {
		return &stance{"position", s.words.Keys(r.text(schema.Issue)), r.text(schema.Stance), r.issues(schema.About), r.issues(schema.Supports)}
	}
	return &stance{kind: r.kind(), words: s.words.Keys(r.text(schema.Quote)), stance: r.text(schema.Polarity)}
}

// runChanges follows an actor's positions and demands on an issue through time
// and says at each how it relates to what came before. What comes behind the
// wanted page is not read.
func runChanges(ctx context.Context, s *session, args arguments) ([]row, error) {
	needed, err := s.needed()
	if err != nil {
		return nil, err
	}
	w := &walk{session: s, kinds: []string{"position", "demand"}, oldest: true, since: args["since"].from, until: args["until"].to}
	if needed < unlimited {
		w.wanted = needed + 1
	}
	if a, ok := args["actor"]; ok {
		w.require("actor", a)
	}
	w.requireShared(args)
	var before []*stance
	var lines []line
	err = w.run(ctx, func(r *record) (bool, error) {
		d := s.stance(r)
		change := d.change(before)
		lines = append(lines, line{[]*record{r}, func() row {
			cells := s.cells(r, "toward", "what", "day", "kind", "quote", "article", "publisher", "article_iri", "record", "confidence", "about")
			cells["change"], cells["stance"] = change, orNil(d.stance)
			if d.kind == "position" {
				cells["what"] = orNil(r.text(schema.Issue))
			}
			return cells
		}})
		before = append(before, d)
		return len(lines) <= needed, nil
	})
	if err != nil {
		return nil, err
	}
	return s.rows(lines)
}

// sameIssues reports whether two are positions on the same known issues.
func (d *stance) sameIssues(e *stance) bool {
	return d.kind == "position" && len(d.about) > 0 && slices.Equal(d.about, e.about)
}

// change compares a position or demand with the last one on the same matter.
func (d *stance) change(before []*stance) string {
	for _, earlier := range slices.Backward(before) {
		if earlier.kind != d.kind {
			continue
		}
		same := d.sameIssues(earlier)
		if !same && !alike(d.words, earlier.words) {
			continue
		}
		// On the same issues the words of one may mean the contrary of those of the other.
		if same && slices.Equal(d.supports, earlier.supports) || !same && d.stance == earlier.stance {
			return "same"
		}
		return "was " + earlier.stance
	}
	return "new"
}
