package review

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/schema"
)

// alikeEnough is how much of what was judged a record must have in common with
// it to be the same one: half, as where records are compared with gold.
const alikeEnough = 0.5

// standings returns the reviews of an article, or of all where it is "", with
// what each stands for, and the articles by IRI. The reviews are in the order in
// which they were made.
func standings(reader Reader, article string) ([]Standing, map[string]*source, error) {
	predicate, object := quad.IRI(schema.Type), quad.IRI(schema.ClassReview)
	if article != "" {
		predicate, object = quad.IRI(schema.DerivedFrom), quad.IRI(article)
	}
	reviews, err := reviewsOf(reader, predicate, object)
	if err != nil {
		return nil, nil, err
	}
	slices.SortFunc(reviews, compare)
	sources := map[string]*source{}
	orphans := map[[2]string][]Standing{} // by article and kind
	var all []Standing
	for _, r := range reviews {
		s := sources[r.Article]
		if s == nil {
			if s, err = readSource(reader, r.Article); err != nil {
				return nil, nil, err
			}
			sources[r.Article] = s
		}
		one := Standing{Review: *r, Removed: !s.stored}
		if one.Found, err = s.find(r); err != nil {
			return nil, nil, err
		}
		if one.unit = one.Found; one.Found == "" {
			place := [2]string{r.Article, r.Kind}
			one.unit = unitOfOrphan(&one, orphans[place])
			orphans[place] = append(orphans[place], one)
		}
		all = append(all, one)
	}
	markLatest(all)
	return all, sources, nil
}

// markLatest finds the decisions that count; all are in the order in which they were made.
func markLatest(all []Standing) {
	type key struct{ reviewer, unit string }
	later := map[key]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		k := key{all[i].Reviewer, all[i].unit}
		all[i].Latest = !later[k]
		later[k] = true
	}
}

// find returns the IRI of the record that a review stands for, "" when there is none.
func (s *source) find(r *Review) (string, error) {
	if !s.stored {
		return "", nil
	}
	if there, err := s.has(r.Record); err != nil || there {
		return r.Record, err
	}
	records, err := s.all(r.Kind)
	if err != nil {
		return "", err
	}
	best, bestAlike, bestFar := "", 0.0, 0
	for _, rec := range records {
		a, far := alike(r.Judged, rec.fields, r.Digest == s.digest), distance(r.Judged, rec.fields)
		if a >= alikeEnough && (best == "" || a > bestAlike || a == bestAlike && far < bestFar) {
			best, bestAlike, bestFar = rec.iri, a, far
		}
	}
	return best, nil
}

// unitOfOrphan names what an orphan is about: the first orphan before it, of its
// article and kind, that judged the same passage, or its own record.
func unitOfOrphan(one *Standing, earlier []Standing) string {
	for _, other := range earlier {
		if other.Record == one.Record || alike(other.Judged, one.Judged, other.Digest == one.Digest) >= alikeEnough {
			return other.unit
		}
	}
	return one.Record
}

// alike tells how much two records of one kind and article have in common, from 0
// to 1: of their places in the text, as Dice's coefficient of code points; or,
// where the text was changed so that places moved, of the words of their quotes.
func alike(a, b Fields, sameText bool) float64 {
	if sameText {
		one, err1 := parsePlaces(a.text(fieldSpans))
		two, err2 := parsePlaces(b.text(fieldSpans))
		if err1 == nil && err2 == nil && len(one) > 0 && len(two) > 0 {
			common := 0
			for _, p := range one {
				for _, q := range two {
					common += max(0, min(p.end, q.end)-max(p.begin, q.begin))
				}
			}
			return 2 * float64(common) / float64(length(one)+length(two))
		}
	}
	one, two := words(a.text(fieldQuote)), words(b.text(fieldQuote))
	if len(one)+len(two) == 0 {
		return 0
	}
	counts := map[string]int{}
	for _, w := range one {
		counts[w]++
	}
	common := 0
	for _, w := range two {
		if counts[w] > 0 {
			counts[w]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(one)+len(two))
}

func words(text string) []string { return strings.Fields(topic.Fold(text)) }

func length(places []place) int {
	sum := 0
	for _, p := range places {
		sum += p.end - p.begin
	}
	return sum
}

// distance is how far apart two records begin, in code points, with the distance of
// their cues: it decides between records of the same words.
func distance(a, b Fields) int {
	far := 0
	for _, field := range []string{fieldSpans, fieldCues} {
		one, _ := parsePlaces(a.text(field))
		two, _ := parsePlaces(b.text(field))
		if len(one) > 0 && len(two) > 0 {
			far += max(one[0].begin-two[0].begin, two[0].begin-one[0].begin)
		}
	}
	return far
}
