package review

import (
	"fmt"
	"maps"
	"slices"
)

// Check says what is wrong with a stored review: what it lacks, what it names that
// there is not, and places that are not in the article's text, as long as that is
// the one that was reviewed.
func Check(reader Reader, r *Review) ([]string, error) {
	var problems []string
	wrong := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	if !IsReview(r.IRI) {
		wrong("its IRI does not begin with %s", prefix)
	}
	if !slices.Contains(Verdicts, r.Verdict) {
		wrong("its verdict is %q, which is none of accept, correct, reject", r.Verdict)
	}
	if r.Time.IsZero() {
		wrong("it has no time")
	}
	if r.Reviewer == "" {
		wrong("it has no reviewer")
	}
	if r.Record == "" || r.Article == "" {
		wrong("it names no record or no article")
	}
	if (r.Verdict == Correct) != (len(r.Corrected) > 0) {
		wrong("its verdict is %s, and %d fields are corrected", r.Verdict, len(r.Corrected))
	}
	kind, ok := KindNamed(r.Kind)
	if !ok {
		wrong("it is about a record of the kind %q, which there is not", r.Kind)
		return problems, nil
	}
	s, err := readSource(reader, r.Article)
	if err != nil {
		return nil, err
	}
	for what, fields := range map[string]Fields{"judged": r.Judged, "corrected": r.Corrected} {
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			field, ok := kind.Field(name)
			switch {
			case !ok:
				wrong("%s: a %s has no field %q", what, r.Kind, name)
			case field.Type == Spans:
				if problem := s.misplaced(fields.text(name), r.Digest); problem != "" {
					wrong("%s: %s: %s", what, name, problem)
				}
			}
		}
	}
	slices.Sort(problems)
	return problems, nil
}

// misplaced says what is wrong with places of a text that had the digest.
func (s *source) misplaced(places, digest string) string {
	list, err := parsePlaces(places)
	if err != nil {
		return err.Error()
	}
	if _, inside := s.words(list); s.stored && s.digest == digest && !inside {
		return fmt.Sprintf("%q is not in the article's text", places)
	}
	return ""
}
