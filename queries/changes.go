package queries

import (
	"context"
	"slices"

	"demarche/internal/topic"
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
	*record
	words  []string
	stance string // of a demand, its polarity
}

// runChanges follows an actor's positions and demands on an issue through time
// and says at each how it relates to what came before.
func runChanges(ctx context.Context, s *session, args arguments) ([]row, error) {
	w := &walk{session: s, kinds: []string{"position", "demand"}, oldest: true, since: args["since"].from, until: args["until"].to}
	for _, name := range []string{"actor", "topic"} {
		if a, ok := args[name]; ok {
			w.require(name, a)
		}
	}
	if a, ok := args["confidence"]; ok {
		w.sure(a.decimal)
	}
	known := fields()
	var before []*stance
	var rows []row
	err := w.run(ctx, func(r *record) (bool, error) {
		d := &stance{r, topic.Keys(r.text(schema.Quote)), r.text(schema.Polarity)}
		if r.kind() == "position" {
			d.words, d.stance = topic.Keys(r.text(schema.Issue)), r.text(schema.Stance)
		}
		cells := row{"change": change(d, before), "stance": orNil(d.stance), "toward": known["toward"].read(s, r)}
		cells["what"] = known["what"].read(s, r)
		if r.kind() == "position" {
			cells["what"] = known["issue"].read(s, r)
		}
		for _, name := range []string{"day", "kind", "quote", "article", "publisher", "article_iri", "record", "confidence"} {
			cells[name] = known[name].read(s, r)
		}
		before = append(before, d)
		rows = append(rows, cells)
		return true, nil
	})
	return rows, err
}

// change compares a position or demand with the last one on the same matter.
func change(d *stance, before []*stance) string {
	for _, earlier := range slices.Backward(before) {
		if earlier.kind() != d.kind() || !alike(d.words, earlier.words) {
			continue
		}
		if earlier.stance == d.stance {
			return "same"
		}
		return "was " + earlier.stance
	}
	return "new"
}
