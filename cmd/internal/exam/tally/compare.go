package tally

import "slices"

// RecordScore is how the records of a system compare with gold.
type RecordScore struct {
	Articles Coverage
	Metadata []Accuracy
	Kinds    []KindScore
}

// KindScore is how the records of one kind compare.
type KindScore struct {
	Name        string
	Measures    []Measure
	Fields      []Accuracy // on pairs
	Tables      []Table
	Calibration []Point // by ascending confidence, as far as anything is reported
}

// Point is measures when only those of the system's records count that have at least the confidence. They are paired
// anew, so that the figures are those of a system that reports no others.
type Point struct {
	Confidence float64
	Measures   []Measure
}

// thresholds are the confidences of a calibration.
var thresholds = []float64{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95}

// Records compares the articles of a system with those of gold; they pair by the names of their files. An article that the
// system lacks counts as all missed, one that gold lacks is left out. Where kinds are named ("demands"), only they count.
//
// Left out are also records of headlines on both sides, records of gold that are optional, and what the system has for
// one of these.
func Records(gold, system []Article, only ...string) *RecordScore {
	wants := func(name string) bool { return len(only) == 0 || slices.Contains(only, name) }
	found, files := byFile(system), []string{}
	for _, a := range gold {
		files = append(files, a.File)
	}
	s := &RecordScore{Articles: coverage(files, found)}
	if wants("metadata") {
		s.Metadata = compareMetadata(gold, found)
	}
	for _, k := range recordKinds {
		if !wants(k.name) && (k.name != "roles" || !wants("persons")) {
			continue
		}
		s.Kinds = append(s.Kinds, k.score(k.sides(gold, found)))
	}
	return s
}

// Kinds lists the kinds of record that articles of gold tell of, if only that they have none, in the order of the reports.
func Kinds(gold []Article) []string {
	var names []string
	for _, k := range recordKinds {
		if slices.ContainsFunc(gold, func(a Article) bool { return a.told[k.name] }) {
			names = append(names, k.name)
		}
	}
	return names
}

// Rules counts the demands of a system by the rule that gave each, as Records does: all of them, those that are paired with
// one of gold, and of these the ones that are right in full.
func Rules(gold, system []Article) map[string]Part {
	counts := map[string]Part{}
	for _, k := range recordKinds {
		if k.name != "demands" {
			continue
		}
		full := k.measures[slices.IndexFunc(k.measures, func(c check) bool { return c.name == k.right })]
		for _, row := range rows(byRule, full, k.compareAll(k.sides(gold, byFile(system)), 0)) {
			counts[row.Value] = row.System
		}
	}
	return counts
}

// compareMetadata counts the articles of gold that have a key, and of which the system has it right.
func compareMetadata(gold []Article, system map[string]*Article) []Accuracy {
	var all []Accuracy
	for _, c := range metadataChecks {
		accuracy := Accuracy{Name: c.name}
		for _, a := range gold {
			_, isText := a.meta.texts[c.name]
			if _, isList := a.meta.names[c.name]; isText || isList {
				found := system[a.File]
				accuracy.add(found != nil && c.holds(a.meta, found.meta))
			}
		}
		all = append(all, accuracy)
	}
	return all
}

// sides is the records of one kind in one text.
type sides struct{ gold, system []*record }

// sides brings the records of the articles of gold together with those of a system, by the names of their files.
func (k kind) sides(gold []Article, system map[string]*Article) []sides {
	var texts []sides
	for _, a := range gold {
		t := sides{gold: a.records[k.name]}
		if other := system[a.File]; other != nil {
			t.system = other.records[k.name]
		}
		texts = append(texts, t)
	}
	return texts
}

func (k kind) score(texts []sides) KindScore {
	all := k.compareAll(texts, 0)
	s := KindScore{Name: k.name, Measures: measure(k.measures, all)}
	for _, check := range k.fields {
		accuracy := Accuracy{Name: check.name}
		for _, c := range all {
			for _, p := range c.pairs {
				accuracy.add(check.holds(p.gold, p.system))
			}
		}
		s.Fields = append(s.Fields, accuracy)
	}
	right := slices.IndexFunc(k.measures, func(c check) bool { return c.name == k.right })
	if right < 0 {
		return s
	}
	for _, g := range k.groups {
		s.Tables = append(s.Tables, tabulate(g, k.measures[right], all))
	}
	for _, least := range thresholds {
		some := measure([]check{k.measures[0], k.measures[right]}, k.compareAll(texts, least))
		if some[0].System > 0 {
			s.Calibration = append(s.Calibration, Point{least, some})
		}
	}
	return s
}

// compareAll compares texts; of the system's records those count that have at least the confidence.
func (k kind) compareAll(texts []sides, least float64) []comparison {
	var all []comparison
	for _, t := range texts {
		all = append(all, k.compare(t, least))
	}
	return all
}

// comparison is the records of one kind in one text, of those that count.
type comparison struct {
	pairs          []match
	missed, alarms []*record // of gold, and of the system
}

type match struct{ gold, system *record }

func (k kind) compare(t sides, least float64) comparison {
	var wanted, spare, given []*record
	for _, r := range t.gold {
		if where, ok := r.texts["where"]; !ok || where == "body" {
			wanted = append(wanted, r)
		} else {
			spare = append(spare, r)
		}
	}
	for _, r := range t.system {
		if r.texts["where"] != "headline" && r.confidence >= least {
			given = append(given, r)
		}
	}
	var c comparison
	paired := map[*record]bool{}
	for _, p := range k.pair(wanted, given) {
		c.pairs = append(c.pairs, match{wanted[p.row], given[p.column]})
		paired[wanted[p.row]], paired[given[p.column]] = true, true
	}
	for _, r := range wanted {
		if !paired[r] {
			c.missed = append(c.missed, r)
		}
	}
	for _, r := range given {
		if !paired[r] && !slices.ContainsFunc(spare, func(other *record) bool { return k.alike(other, r) > 0 }) {
			c.alarms = append(c.alarms, r)
		}
	}
	return c
}

// tie is what each rule for ties adds to a pair's weight. It is less than any difference of two overlaps.
const tie = 1e-9

func (k kind) pair(gold, system []*record) []pair {
	weights := make([][]float64, len(gold))
	for i, ours := range gold {
		weights[i] = make([]float64, len(system))
		for j, theirs := range system {
			alike := k.alike(ours, theirs)
			if alike == 0 {
				continue
			}
			right := 0
			for _, c := range k.ties {
				right += number(c.holds(ours, theirs))
			}
			// The conversion keeps a processor from joining the steps, which would round otherwise.
			weights[i][j] = alike + float64(tie*float64(right))
		}
	}
	return assign(weights)
}

func measure(checks []check, all []comparison) []Measure {
	var measures []Measure
	for _, check := range checks {
		m := Measure{Name: check.name}
		for _, c := range all {
			hits := 0
			for _, p := range c.pairs {
				hits += number(check.holds(p.gold, p.system))
			}
			m.add(hits, len(c.pairs)+len(c.missed), len(c.pairs)+len(c.alarms))
		}
		measures = append(measures, m)
	}
	return measures
}
