package tally

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Table counts the records of one kind by some value of theirs.
type Table struct {
	By         string
	Right      string // the measure that Part.Right counts
	SystemOnly bool   // gold does not have the value: nothing is counted by it
	Rows       []Row  // the most frequent first
}

// Row is the records with one value. A pair counts on either side by that side's own value: a demand that gold has by
// "urged" and the system by "called" is found under "urged", and true under "called".
type Row struct {
	Value        string
	Gold, System Part
}

// Part is the records of one side: of all, those that are paired, and of these the ones that are right.
type Part struct{ Total, Paired, Right int }

func (p *Part) add(other Part) {
	p.Total, p.Paired, p.Right = p.Total+other.Total, p.Paired+other.Paired, p.Right+other.Right
}

// longest is how many rows a table has that is not whole; less frequent values are together in one more.
const longest = 25

// tabulate counts what stands in comparisons, the most frequent first.
func tabulate(g group, right check, all []comparison) Table {
	found := rows(g, right, all)
	if !g.whole {
		found = shortened(found)
	}
	return Table{g.by, right.name, g.systemOnly, found}
}

// rows counts what stands in comparisons by each value, by how often it occurs in gold and the system together.
func rows(g group, right check, all []comparison) []Row {
	byValue := map[string]*Row{}
	row := func(r *record) *Row {
		value := cmp.Or(g.value(r), "-")
		if byValue[value] == nil {
			byValue[value] = &Row{Value: value}
		}
		return byValue[value]
	}
	add := func(gold, system *record, p Part) {
		if gold != nil && !g.systemOnly {
			row(gold).Gold.add(p)
		}
		if system != nil {
			row(system).System.add(p)
		}
	}
	for _, c := range all {
		for _, p := range c.pairs {
			add(p.gold, p.system, Part{1, 1, number(right.holds(p.gold, p.system))})
		}
		for _, r := range c.missed {
			add(r, nil, Part{Total: 1})
		}
		for _, r := range c.alarms {
			add(nil, r, Part{Total: 1})
		}
	}
	var sorted []Row
	for _, r := range byValue {
		sorted = append(sorted, *r)
	}
	slices.SortFunc(sorted, func(a, b Row) int {
		return cmp.Or(cmp.Compare(b.Gold.Total+b.System.Total, a.Gold.Total+a.System.Total), strings.Compare(a.Value, b.Value))
	})
	return sorted
}

// shortened puts the rows behind the longest-th together.
func shortened(all []Row) []Row {
	if len(all) <= longest {
		return all
	}
	others := Row{Value: fmt.Sprintf("(%d others)", len(all)-longest)}
	for _, r := range all[longest:] {
		others.Gold.add(r.Gold)
		others.System.add(r.System)
	}
	return append(all[:longest], others)
}
