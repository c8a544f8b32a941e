package desk

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/internal/span"
	"demarche/schema"
)

// Report is what Check found in the stored articles.
type Report struct {
	Articles int
	Reviews  int
	Errors   []string // what must not be
	Warnings []string // what is worth a look
	// Only the first hundred of each are in words; these are how many follow.
	MoreErrors, MoreWarnings int
}

// reported is how many errors, and how many warnings, a report holds.
const reported = 100

// gap joins the spans of one quote.
const gap = " … "

// Check verifies what the store says: every label is the IRI of an article or a review, every
// predicate is in the vocabulary, every quote is what the article's text has at
// its place, every actor that a record names is described, and known when it is
// said to be linked; every review is whole, and its places are in the article's
// text as long as that is the one that was reviewed. Offices that the catalogue
// dates otherwise are warnings.
func (d *Desk) Check(ctx context.Context) (*Report, error) {
	report := &Report{}
	terms, err := schema.Vocabulary()
	if err != nil {
		return nil, err
	}
	predicates := map[quad.Value]bool{}
	for _, term := range terms {
		if !term.Class {
			predicates[quad.IRI(term.IRI)] = true
		}
	}
	err = d.store.View(ctx, func(v *graph.View) error {
		iris, err := articlesOf(v)
		if err != nil {
			return err
		}
		reviews, err := reviewsOf(v)
		if err != nil {
			return err
		}
		report.Articles, report.Reviews = len(iris), len(reviews)
		if err := checkLabels(v, iris, reviews, report); err != nil {
			return err
		}
		if err := checkReviews(v, reviews, predicates, report); err != nil {
			return err
		}
		for _, iri := range iris {
			quads, err := v.Label(iri)
			if err != nil {
				return fmt.Errorf("reading %s: %w", string(iri), err)
			}
			c := &checker{report: report, catalogue: d.catalogue.Now(), predicates: predicates, iri: iri, nodes: nodesOf(quads)}
			c.check(quads)
		}
		return nil
	})
	return report, err
}

// checkLabels reports labels that are no article's and no review's.
func checkLabels(v *graph.View, articles, reviews []quad.IRI, report *Report) error {
	strangers := map[string]int{}
	err := v.All(func(q quad.Quad) bool {
		label, _ := q.Label.(quad.IRI)
		_, article := slices.BinarySearch(articles, label)
		_, decision := slices.BinarySearch(reviews, label)
		if !article && !decision {
			strangers[string(label)]++
		}
		return true
	})
	if err != nil {
		return fmt.Errorf("reading the labels: %w", err)
	}
	for _, label := range slices.Sorted(maps.Keys(strangers)) {
		report.wrong("%d quads have the label %q, which is no article and no review; load that article again or remove it", strangers[label], label)
	}
	return nil
}

func (r *Report) wrong(format string, args ...any) {
	if len(r.Errors) == reported {
		r.MoreErrors++
		return
	}
	r.Errors = append(r.Errors, fmt.Sprintf(format, args...))
}

func (r *Report) odd(format string, args ...any) {
	if len(r.Warnings) == reported {
		r.MoreWarnings++
		return
	}
	r.Warnings = append(r.Warnings, fmt.Sprintf(format, args...))
}

// node is the values of a subject by predicate, as one article gives them.
type node map[string][]quad.Value

func (n node) text(predicate string) string {
	for _, value := range n[predicate] {
		if text := schema.StringOf(value); text != "" {
			return text
		}
	}
	return ""
}

func nodesOf(quads []quad.Quad) map[string]node {
	nodes := map[string]node{}
	for _, q := range quads {
		subject := schema.StringOf(q.Subject)
		if nodes[subject] == nil {
			nodes[subject] = node{}
		}
		predicate := schema.StringOf(q.Predicate)
		nodes[subject][predicate] = append(nodes[subject][predicate], q.Object)
	}
	return nodes
}

// checker checks one article.
type checker struct {
	report     *Report
	catalogue  *schema.Catalogue
	predicates map[quad.Value]bool
	iri        quad.IRI
	nodes      map[string]node
}

func (c *checker) check(quads []quad.Quad) {
	article := c.nodes[string(c.iri)]
	if !slices.Contains(article[schema.Type], quad.Value(quad.IRI(schema.ClassArticle))) {
		c.report.wrong("%s: its own quads do not say that it is an article; load it again", string(c.iri))
	}
	for _, q := range quads {
		if !c.predicates[q.Predicate] {
			c.report.wrong("%s: %v has the predicate %v, which is not in the vocabulary", string(c.iri), q.Subject, q.Predicate)
		}
		if id, isActor := strings.CutPrefix(schema.StringOf(q.Object), schema.ActorIRI("")); isActor {
			c.checkActor(schema.StringOf(q.Subject), id)
		}
		if issue := schema.StringOf(q.Object); strings.HasPrefix(issue, schema.IssueIRI("")) && c.nodes[issue].text(schema.Label) == "" {
			c.report.wrong("%s: %v is about the issue %s, which is not described; load the article again", string(c.iri), q.Subject, issue)
		}
	}
	text := article.text(schema.Text)
	index := span.NewIndex(text)
	for _, subject := range slices.Sorted(maps.Keys(c.nodes)) {
		n := c.nodes[subject]
		for _, pair := range [][2]string{{schema.Quote, schema.Spans}, {schema.Cue, schema.CueSpans}, {schema.OrElse, schema.OrElseSpan}} {
			c.checkQuote(subject, n, text, index, pair[0], pair[1])
		}
		if n.text(schema.Type) == schema.ClassMembership {
			c.checkRole(subject, n)
		}
	}
}

// checkActor checks that the article describes an actor that it names.
func (c *checker) checkActor(subject, id string) {
	n := c.nodes[schema.ActorIRI(id)]
	switch _, known := c.catalogue.Actor(id); {
	case n.text(schema.Label) == "" || n.text(schema.Type) == "":
		c.report.wrong("%s: %s names the actor %s, which is not described; load the article again", string(c.iri), subject, id)
	case slices.Contains(n[schema.Linked], quad.Value(quad.Bool(true))) && !known:
		c.report.wrong("%s: %s names the actor %s, which the catalogue does not have; add it, or load the article again", string(c.iri), subject, id)
	}
}

// checkQuote compares stored words with those of the text at their place.
func (c *checker) checkQuote(subject string, n node, text string, index *span.Index, words, place string) {
	quote := n.text(words)
	if quote == "" {
		return
	}
	spans, err := parseSpans(n.text(place), index, len(text))
	if err != nil {
		c.report.wrong("%s: %s: %s: %v", string(c.iri), subject, place, err)
		return
	}
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Of(text))
	}
	if strings.Join(parts, gap) != quote {
		c.report.wrong("%s: %s: %s is not what the text has at %s; load the article again", string(c.iri), subject, words, n.text(place))
	}
}

// parseSpans reads "1023-1085 1090-1100", in code points, as spans of bytes.
func parseSpans(list string, index *span.Index, size int) ([]span.Span, error) {
	var spans []span.Span
	for _, item := range strings.Fields(list) {
		from, to, _ := strings.Cut(item, "-")
		begin, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || begin < 0 || end < begin || end > size {
			return nil, fmt.Errorf("%q is no span of the text", item)
		}
		spans = append(spans, index.Bytes(span.Span{Begin: begin, End: end}))
	}
	return spans, nil
}

// checkRole compares an office that the article gives somebody with the
// catalogue's dates.
func (c *checker) checkRole(subject string, n node) {
	person, of := idOf(n.text(schema.Member)), idOf(n.text(schema.Organization))
	actor, ok := c.catalogue.Actor(person)
	given, isOffice := c.catalogue.ParseTitle(n.text(schema.Title))
	if !ok || !isOffice || given.Status != "" || len(n[schema.Day]) == 0 {
		return
	}
	stored, ok := n[schema.Day][0].(quad.Time)
	if !ok {
		return
	}
	day, held, found := time.Time(stored), false, false
	for _, role := range actor.Roles {
		office, ok := c.catalogue.ParseTitle(role.Title)
		if role.Of != of || !ok || !c.catalogue.SameOffice(given, office, of) {
			continue
		}
		found = true
		held = held || role.HeldAt(day)
	}
	if found && !held {
		c.report.odd("%s: %s: the article of %s calls %s %s of %s, but the catalogue dates that office otherwise",
			string(c.iri), subject, day.Format(time.DateOnly), actor.Name, n.text(schema.Title), of)
	}
}

func idOf(iri string) string { return strings.TrimPrefix(iri, schema.ActorIRI("")) }
