package review

import (
	"context"
	"maps"
	"slices"
)

// Agreement is how far reviewers agree.
type Agreement struct {
	Reviewers []Tally   // by name
	Records   int       // that two or more have decided on
	Measures  []Measure // the verdict, then the fields that any two have judged or could have
}

// Tally is how many decisions of a reviewer count.
type Tally struct {
	Reviewer string
	Reviews  int
}

// Measure is the agreement on one property of the records.
type Measure struct {
	Field  string   // "verdict", or the name of a field
	Alpha  *float64 // nil where it is not defined: nothing to compare, or all values are the same
	Units  int      // records for which two or more reviewers have a value
	Values int      // values in these
}

// verdictField is the measure of whether a record is right.
const verdictField = "verdict"

// Agreement compares the reviewers' latest decisions: on whether a record is right
// (accepted or corrected), and for each field on what they hold to be its value.
// Who rejects a record has no value for its fields; that a field has no value is
// a value, too.
func (b *Book) Agreement(ctx context.Context) (*Agreement, error) {
	var all []Standing
	err := b.store.View(ctx, func(reader Reader) error {
		var err error
		all, _, err = standings(reader, "")
		return err
	})
	if err != nil {
		return nil, err
	}
	units := map[string][]Standing{}
	counts := map[string]int{}
	for _, s := range all {
		if s.Latest {
			units[s.unit] = append(units[s.unit], s)
			counts[s.Reviewer]++
		}
	}
	a := &Agreement{Reviewers: []Tally{}}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		a.Reviewers = append(a.Reviewers, Tally{name, counts[name]})
	}
	values := map[string][][]string{} // by field, the values of each unit
	for _, unit := range slices.Sorted(maps.Keys(units)) {
		if len(units[unit]) > 1 {
			a.Records++
		}
		for field, list := range judgements(units[unit]) {
			values[field] = append(values[field], list)
		}
	}
	for _, field := range measured() {
		alpha, n, m := Alpha(values[field])
		a.Measures = append(a.Measures, Measure{field, alpha, n, m})
	}
	return a, nil
}

// judgements returns what the reviewers of one record hold, by field.
func judgements(reviews []Standing) map[string][]string {
	values := map[string][]string{}
	sameText := !slices.ContainsFunc(reviews, func(r Standing) bool { return r.Digest != reviews[0].Digest })
	for _, r := range reviews {
		fields, right := r.Holds()
		if !right {
			values[verdictField] = append(values[verdictField], "wrong")
			continue
		}
		values[verdictField] = append(values[verdictField], "right")
		kind, _ := KindNamed(r.Kind)
		for _, name := range kind.Correctable() {
			from := name
			if words := wordsOf[name]; words != "" && !sameText {
				from = words // places in two texts cannot be compared
			}
			values[name] = append(values[name], fields.key(from))
		}
	}
	return values
}

// measured are the names of all measures, in the order of the reports.
func measured() []string {
	names := []string{verdictField}
	for _, kind := range kinds {
		for _, name := range kind.Correctable() {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Alpha is Krippendorff's alpha for nominal data: 1 when all agree, 0 when the
// values are as if drawn by chance. Each unit is the values that its observers
// gave, any number of them; units with less than two are left out. It returns
// nil when alpha is not defined, and how many units and values were compared.
//
// Source: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011),
// section C: alpha = 1 - (n-1) Σu Σc n_uc (m_u - n_uc) / (m_u - 1) / Σc n_c (n - n_c),
// where n_uc counts the value c in unit u, m_u all values of u, n_c all of c and n all.
func Alpha(units [][]string) (alpha *float64, compared, values int) {
	totals := map[string]int{}
	observed := 0.0
	for _, unit := range units {
		if len(unit) < 2 {
			continue
		}
		compared++
		values += len(unit)
		counts := map[string]int{}
		for _, value := range unit {
			counts[value]++
			totals[value]++
		}
		differing := 0
		for _, n := range counts {
			differing += n * (len(unit) - n)
		}
		observed += float64(differing) / float64(len(unit)-1)
	}
	expected := 0
	for _, n := range totals {
		expected += n * (values - n)
	}
	if expected == 0 {
		return nil, compared, values
	}
	a := 1 - float64(values-1)*observed/float64(expected)
	return &a, compared, values
}
