package graph

import (
	"context"
	"fmt"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// Report is what Check found.
type Report struct {
	Quads, Labels, Nodes int
	Problems             []string // the first of them, in words
	More                 int      // how many problems are not in Problems
}

// OK reports whether there was no problem.
func (r Report) OK() bool { return len(r.Problems) == 0 }

// problemLimit is how many problems a report holds.
const problemLimit = 100

func (r *Report) problem(format string, args ...any) {
	if len(r.Problems) == problemLimit {
		r.More++
		return
	}
	r.Problems = append(r.Problems, fmt.Sprintf(format, args...))
}

// Check reads the whole store and compares its parts: every quad has an IRI as
// label; the indexes by subject, by object and by label have the same quads;
// every value is found under its hash and used as often as it says; the counts
// agree. The error is that of reading; what is wrong is in the report.
func (s *Store) Check(ctx context.Context) (Report, error) {
	var report Report
	err := s.View(ctx, func(v *View) error { return v.r.check(&report) })
	if err == nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		return report, fmt.Errorf("check: %w", err)
	}
	return report, nil
}

// kvCheck is a check under way.
type kvCheck struct {
	*kvReader
	report *Report
	uses   map[uint64]int // node -> ends of quads that it is
	labels map[uint64]int // label -> quads
}

func (r *kvReader) check(report *Report) error {
	c := &kvCheck{kvReader: r, report: report, uses: make(map[uint64]int), labels: make(map[uint64]int)}
	for _, step := range []func() error{c.checkSubjects, c.checkObjects, c.checkLabels, c.checkNodes, c.checkCounts} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// checkSubjects compares the index by subject with the log and the index by
// object.
func (c *kvCheck) checkSubjects() error {
	return c.scan(spaceSPOL, nil, func(key, value []byte) error {
		c.report.Quads++
		ids, err := decodeIDs(value)
		if err != nil || len(ids) != 1 {
			c.report.problem("index by subject: entry % x is damaged", key)
			return nil
		}
		want := [4]uint64{idAt(key, 0), idAt(key, 1), idAt(key, 2), idAt(key, 3)}
		for _, id := range want {
			c.uses[id]++
		}
		c.labels[want[3]]++
		if got, err := c.link(ids[0]); err != nil || got != want {
			c.report.problem("quad %d: the log has %v instead of %v (%v)", ids[0], got, want, err)
		}
		b, err := c.tx.get(spaceOPSL, idKey(want[2], want[1], want[0], want[3]))
		if err != nil {
			return err
		}
		if string(b) != string(value) {
			c.report.problem("quad %d: missing in the index by object", ids[0])
		}
		return nil
	})
}

func (c *kvCheck) checkObjects() error {
	entries := 0
	err := c.scan(spaceOPSL, nil, func(_, _ []byte) error {
		entries++
		return nil
	})
	if entries != c.report.Quads {
		c.report.problem("index by object has %d quads, that by subject %d", entries, c.report.Quads)
	}
	return err
}

func (c *kvCheck) checkLabels() error {
	return c.scan(spaceLabel, nil, func(key, value []byte) error {
		c.report.Labels++
		label := idAt(key, 0)
		if name, err := c.name(label); err != nil {
			c.report.problem("label %d: %v", label, err)
		} else if _, ok := name.(quad.IRI); !ok {
			c.report.problem("label %v is not an IRI", name)
		}
		ids, err := decodeIDs(value)
		if err != nil {
			c.report.problem("label %d: %v", label, err)
			return nil
		}
		if len(ids) != c.labels[label] {
			c.report.problem("label %d lists %d quads and has %d", label, len(ids), c.labels[label])
		}
		delete(c.labels, label)
		for i, id := range ids {
			if i > 0 && id <= ids[i-1] {
				c.report.problem("label %d: its list is not in order", label)
			}
			if link, err := c.link(id); err != nil || link[3] != label {
				c.report.problem("label %d lists quad %d, which is not its (%v)", label, id, err)
			}
		}
		return nil
	})
}

// checkNodes compares every node with its hash and its uses.
func (c *kvCheck) checkNodes() error {
	for label, n := range c.labels {
		c.report.problem("label %d has %d quads and no list", label, n)
	}
	err := c.scan(spaceValue, nil, func(key, value []byte) error {
		c.report.Nodes++
		ids, err := decodeIDs(value)
		if err != nil || len(ids) != 1 {
			c.report.problem("hash % x: entry is damaged", key)
			return nil
		}
		id := ids[0]
		name, err := c.name(id)
		if err != nil {
			c.report.problem("value %d: %v", id, err)
			return nil
		}
		if h := refs.HashOf(name); string(h[:]) != string(key) {
			c.report.problem("value %d is under another's hash", id)
		}
		uses, err := c.kvReader.uses(idKey(id))
		if err != nil {
			return err
		}
		if uses != c.uses[id] {
			c.report.problem("value %d says it is used %d times, and is %d times", id, uses, c.uses[id])
		}
		delete(c.uses, id)
		return nil
	})
	for id := range c.uses {
		c.report.problem("value %d is used and not found under its hash", id)
	}
	return err
}

func (c *kvCheck) checkCounts() error {
	entries := 0
	if err := c.scan(spaceLog, nil, func(_, _ []byte) error { entries++; return nil }); err != nil {
		return err
	}
	if want := c.report.Quads + c.report.Nodes; entries != want {
		c.report.problem("the log has %d entries for %d quads and values", entries, want)
	}
	st, err := c.stats()
	if err == nil && (st.Quads != c.report.Quads || st.Nodes != c.report.Nodes) {
		c.report.problem("counted %d quads and %d values, the store says %d and %d",
			c.report.Quads, c.report.Nodes, st.Quads, st.Nodes)
	}
	return err
}
