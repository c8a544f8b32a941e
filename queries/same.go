package queries

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/schema"
)

// alikeEnough is the share of common words above which two texts say the same:
// high, because wrongly merging two demands misleads more than missing one.
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

// demand is what is compared of a demand.
type demand struct {
	*record
	by, of   []string
	issues   []string // known issues that it is about
	words    []string
	polarity string
}

func newDemand(r *record) *demand {
	return &demand{r, r.actors(schema.By), r.actors(schema.Of), r.issues(schema.About), topic.Keys(r.text(schema.Quote)), r.text(schema.Polarity)}
}

// same reports whether two demands are one demand, told twice: the same actor
// wants the same of the same.
func (d *demand) same(e *demand) bool {
	ofBoth := slices.ContainsFunc(d.of, func(id string) bool { return slices.Contains(e.of, id) })
	return slices.Equal(d.by, e.by) && (ofBoth || len(d.of)+len(e.of) == 0) && d.polarity == e.polarity && alike(d.words, e.words)
}

// compared bounds how many demands are compared with each other.
const compared = 2000

// runReportedBy says which articles carry the same demand: one group for each
// demand, the most reported first, its records oldest first.
func runReportedBy(ctx context.Context, s *session, args arguments) ([]row, error) {
	w := &walk{session: s, kinds: []string{"demand"}, oldest: true, since: args["since"].from, until: args["until"].to}
	for _, name := range []string{"by", "of", "topic", "issue"} {
		if a, ok := args[name]; ok {
			w.require(name, a)
		}
	}
	if a, ok := args["confidence"]; ok {
		w.sure(a.decimal)
	}
	base, err := s.wantedDemand(args, w)
	if err != nil {
		return nil, err
	}
	if len(w.conditions) == 0 {
		return nil, fmt.Errorf("%w: give a record, by, of, topic or issue", ErrBadValue)
	}
	var clusters [][]*demand
	seen := 0
	err = w.run(ctx, func(r *record) (bool, error) {
		seen++
		d := newDemand(r)
		if base != nil && r.iri != base.iri && !d.same(base) {
			return true, nil
		}
		i := slices.IndexFunc(clusters, func(c []*demand) bool { return base != nil || c[0].same(d) })
		if i < 0 {
			clusters = append(clusters, nil)
			i = len(clusters) - 1
		}
		clusters[i] = append(clusters[i], d)
		return seen < compared, nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(clusters, func(a, b []*demand) int { return articlesOf(b) - articlesOf(a) })
	return s.clusterRows(clusters), nil
}

// wantedDemand reads the demand that is given by its IRI, and lets the walk
// look only where the same demand can stand.
func (s *session) wantedDemand(args arguments, w *walk) (*demand, error) {
	given, ok := args["record"]
	if !ok {
		return nil, nil
	}
	r, err := s.load(quad.IRI(given.text))
	if err != nil {
		return nil, err
	}
	if r.kind() != "demand" || len(r.values) == 0 {
		return nil, fmt.Errorf("%w %q: not a demand of the graph", ErrUnknownRecord, given.text)
	}
	base := newDemand(r)
	if len(base.by) > 0 {
		w.require("by", argument{actors: base.by})
	}
	if len(base.of) > 0 {
		w.require("of", argument{actors: base.of})
	}
	shared := condition{}
	for _, word := range base.words {
		shared["demand"] = append(shared["demand"], "topic/"+word)
	}
	if len(shared) > 0 {
		w.conditions = append(w.conditions, shared)
	}
	return base, nil
}

// articlesOf counts the articles of a cluster.
func articlesOf(cluster []*demand) int {
	articles := map[string]bool{}
	for _, d := range cluster {
		articles[d.text(schema.DerivedFrom)] = true
	}
	return len(articles)
}

func (s *session) clusterRows(clusters [][]*demand) []row {
	known := fields()
	var rows []row
	for number, cluster := range clusters {
		var g group
		for _, d := range cluster {
			g.add(d.day())
		}
		for _, d := range cluster {
			cells := row{"group": number + 1, "articles": articlesOf(cluster), "first": orNil(g.first), "last": orNil(g.last)}
			for _, name := range []string{"day", "by", "of", "addressed", "what", "polarity", "strength", "cue", "confidence", "article", "publisher", "published", "article_iri", "record"} {
				cells[name] = known[name].read(s, d.record)
			}
			rows = append(rows, cells)
		}
	}
	return rows
}

// runChanges follows an actor's positions and demands on an issue through time
// and says at each how it relates to what came before.
func runChanges(ctx context.Context, s *session, args arguments) ([]row, error) {
	w := &walk{session: s, kinds: []string{"position", "demand"}, oldest: true, since: args["since"].from, until: args["until"].to}
	for _, name := range []string{"actor", "topic", "issue"} {
		if a, ok := args[name]; ok {
			w.require(name, a)
		}
	}
	if a, ok := args["confidence"]; ok {
		w.sure(a.decimal)
	}
	known := fields()
	var before []*demand
	var rows []row
	err := w.run(ctx, func(r *record) (bool, error) {
		d := newDemand(r)
		if r.kind() == "position" {
			d.words, d.polarity = topic.Keys(r.text(schema.Issue)), r.text(schema.Stance)
		}
		cells := row{"change": change(d, before), "stance": orNil(d.polarity), "toward": known["toward"].read(s, r)}
		cells["what"] = known["what"].read(s, r)
		if r.kind() == "position" {
			cells["what"] = known["issue"].read(s, r)
		}
		for _, name := range []string{"day", "kind", "quote", "article", "publisher", "article_iri", "record", "confidence", "about"} {
			cells[name] = known[name].read(s, r)
		}
		before = append(before, d)
		rows = append(rows, cells)
		return true, nil
	})
	return rows, err
}

// sameIssues reports whether two records are positions on the same known issues.
func (d *demand) sameIssues(e *demand) bool {
	return d.kind() == "position" && len(d.issues) > 0 && slices.Equal(d.issues, e.issues)
}

// change compares a position or demand with the last one on the same matter.
func change(d *demand, before []*demand) string {
	for _, earlier := range slices.Backward(before) {
		if earlier.kind() != d.kind() || !alike(d.words, earlier.words) && !d.sameIssues(earlier) {
			continue
		}
		if d.kind() == "position" && d.sameIssues(earlier) {
			// The words of one may mean the contrary of those of the other.
			if slices.Equal(d.record.issues(schema.Supports), earlier.record.issues(schema.Supports)) {
				return "same"
			}
			return "was " + earlier.polarity
		}
		if earlier.polarity == d.polarity {
			return "same"
		}
		return "was " + earlier.polarity
	}
	return "new"
}
