package tally

import (
	"slices"
	"strings"
)

// rule tells whether a system record has something right.
type rule func(gold, system *record) bool

// check is a rule with its name.
type check struct {
	name  string
	holds rule
}

func always(_, _ *record) bool { return true }

// same wants equal texts; both absent is right.
func same(field string) rule {
	return func(gold, system *record) bool { return gold.texts[field] == system.texts[field] }
}

func sameName(field string) rule {
	return func(gold, system *record) bool { return nameKey(gold.texts[field]) == nameKey(system.texts[field]) }
}

func sameNames(field string) rule {
	return func(gold, system *record) bool {
		return slices.Equal(nameKeys(gold.names[field]), nameKeys(system.names[field]))
	}
}

// accepted wants any of the system's names to be one of gold's, or one that gold accepts. Where gold has none, the
// system must have none.
func accepted(field string) rule {
	return func(gold, system *record) bool { return accepts(gold, system.all(field), field) }
}

// acceptedFirst is accepted, but only the system's first name counts.
func acceptedFirst(field string) rule {
	return func(gold, system *record) bool {
		all := system.all(field)
		return accepts(gold, all[:min(1, len(all))], field)
	}
}

func accepts(gold *record, given []string, field string) bool {
	found, wanted := nameKeys(given), nameKeys(gold.all(field))
	if len(found) == 0 {
		return len(wanted) == 0
	}
	wanted = append(wanted, nameKeys(gold.names[field+"_ok"])...)
	return slices.ContainsFunc(found, func(key string) bool { return slices.Contains(wanted, key) })
}

// touches wants a common word, or that both have none.
func touches(field string) rule {
	return func(gold, system *record) bool {
		ours, theirs := gold.spans[field], system.spans[field]
		return ours.dice(theirs) > 0 || len(ours.bag) == 0 && len(theirs.bag) == 0
	}
}

// touchesAny is touches, but where gold has no word everything is right.
func touchesAny(field string) rule {
	return func(gold, system *record) bool {
		return len(gold.spans[field].places) == 0 || gold.spans[field].dice(system.spans[field]) > 0
	}
}

func every(rules ...rule) rule {
	return func(gold, system *record) bool {
		return !slices.ContainsFunc(rules, func(holds rule) bool { return !holds(gold, system) })
	}
}

// similarity is how much two records are alike; those of similarity 0 cannot be paired.
type similarity func(gold, system *record) float64

// overlap is the Dice of a field, from the least that counts.
func overlap(field string, least float64) similarity {
	return func(gold, system *record) float64 {
		if dice := gold.spans[field].dice(system.spans[field]); dice >= least {
			return dice
		}
		return 0
	}
}

// covers is the rule that the words of a field are the same.
func covers(field string) rule {
	return func(gold, system *record) bool { return gold.spans[field].dice(system.spans[field]) == 1 }
}

// whether is 1 where rules hold.
func whether(rules ...rule) similarity {
	return func(gold, system *record) float64 { return float64(number(every(rules...)(gold, system))) }
}

// likeEvents wants the same type, and either mostly the same participants at dates that agree, or the same evidence.
func likeEvents(gold, system *record) float64 {
	if !same("type")(gold, system) {
		return 0
	}
	alike := overlap("evidence", 0.5)(gold, system)
	if jaccard := jaccardOf(nameKeys(gold.names["participants"]), nameKeys(system.names["participants"])); jaccard >= 0.5 && datesAgree(gold.texts["date"], system.texts["date"]) {
		alike = max(alike, jaccard)
	}
	return alike
}

// datesAgree: they are equal, or one is the beginning of the other, as a month is of its days.
func datesAgree(one, other string) bool {
	return one == other || one != "" && other != "" && (strings.HasPrefix(one, other) || strings.HasPrefix(other, one))
}

// jaccardOf is how much of two sets is in both; 1 for empty ones.
func jaccardOf(one, other []string) float64 {
	both := shared(one, other, strings.Compare)
	if all := len(one) + len(other) - both; all > 0 {
		return float64(both) / float64(all)
	}
	return 1
}

// likePositions wants the same actor and stance, and evidence that overlaps.
func likePositions(gold, system *record) float64 {
	if !every(sameName("actor"), same("stance"))(gold, system) {
		return 0
	}
	return overlap("evidence", 0.3)(gold, system)
}
