package tally

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Markdown is the score as tables. Metadata that no article of gold has are left out.
func (s *RecordScore) Markdown() string {
	var w page
	w.coverage(s.Articles)
	w.head("measure", "precision", "recall", "F1", "hits", "gold", "system")
	for _, k := range s.Kinds {
		w.measures(k.Name+": ", k.Measures...)
	}
	w.head("on matched pairs", "share", "right", "of")
	w.accuracies("metadata: ", slices.DeleteFunc(slices.Clone(s.Metadata), func(a Accuracy) bool { return a.Total == 0 }))
	for _, k := range s.Kinds {
		w.accuracies(k.Name+": ", k.Fields)
	}
	for _, k := range s.Kinds {
		w.details(k)
	}
	return w.String()
}

// Markdown is the score as tables.
func (s *AttributionScore) Markdown() string {
	var w page
	w.coverage(s.Texts)
	w.head("measure", "precision", "recall", "F1", "hits", "gold", "system")
	w.measures("", s.Pairs.Measures...)
	w.measures("tokens: ", s.Tokens...)
	w.details(s.Pairs)
	return w.String()
}

// Markdown is the score as tables.
func (s *CodedScore) Markdown() string {
	var w page
	w.coverage(s.Texts)
	w.head("measure", "precision", "recall", "F1", "hits", "gold", "system")
	w.measures("", s.Detection)
	w.head("on detected demands", "share", "right", "of")
	w.accuracies("", s.Fields)
	w.head("demand reported for texts of another code", "reported", "texts")
	for _, c := range s.Confusions {
		w.row(c.Event, c.Reported, c.Texts)
	}
	return w.String()
}

// Markdown is the reliability of the confidences as a table, and what is right from a bar on: the precise records.
func (j Judgement) Markdown(bar float64) string {
	var w page
	w.head("confidence", "records", "mean confidence", "right")
	r := j.Reliability()
	for _, b := range r.Bins {
		w.row(fmt.Sprintf("%.1f", b.From), b.Records, b.Mean, b.Right)
	}
	w.head("", "records", "precision", "recall", "Brier score", "calibration error")
	for _, line := range []struct {
		name string
		Measure
	}{{"all", j.From(0)}, {fmt.Sprintf("precise, from %.2f", bar), j.From(bar)}} {
		cells := []any{line.name, line.System, line.Precision(), line.Recall()}
		if line.System == len(j.Verdicts) {
			cells = append(cells, r.Brier, r.ECE)
		} else {
			cells = append(cells, "", "")
		}
		w.row(cells...)
	}
	return w.String()
}

// page is text in Markdown.
type page struct{ strings.Builder }

func (w *page) coverage(c Coverage) {
	fmt.Fprintf(w, "%d texts of gold, %d of the system (%d missing, %d without gold).\n", c.Gold, c.System, c.Missing, c.WithoutGold)
}

// details writes the tables of a kind of record and its calibration.
func (w *page) details(k KindScore) {
	for _, t := range k.Tables {
		w.heading(k.Name + " by " + t.By)
		w.table(t)
	}
	if len(k.Calibration) == 0 {
		return
	}
	w.heading(k.Name + " by least confidence")
	head := []string{"confidence", "system"}
	for _, m := range k.Calibration[0].Measures {
		head = append(head, m.Name+": precision", "recall")
	}
	w.head(head...)
	for _, p := range k.Calibration {
		cells := []any{fmt.Sprintf("%.2f", p.Confidence), p.Measures[0].System}
		for _, m := range p.Measures {
			cells = append(cells, m.Precision(), m.Recall())
		}
		w.row(cells...)
	}
}

// table writes what share of gold's records is found and right, and what share of the system's is.
func (w *page) table(t Table) {
	side := func(p Part) []any {
		return []any{p.Total, Accuracy{"", p.Paired, p.Total}.Share(), Accuracy{"", p.Right, p.Total}.Share()}
	}
	theirs := []string{"system", "precision", "precision, " + t.Right}
	if t.SystemOnly {
		w.head(append([]string{t.By}, theirs...)...)
	} else {
		w.head(append([]string{t.By, "gold", "recall", "recall, " + t.Right}, theirs...)...)
	}
	for _, r := range t.Rows {
		cells := []any{r.Value}
		if !t.SystemOnly {
			cells = append(cells, side(r.Gold)...)
		}
		w.row(append(cells, side(r.System)...)...)
	}
}

func (w *page) measures(prefix string, all ...Measure) {
	for _, m := range all {
		w.row(prefix+m.Name, m.Precision(), m.Recall(), m.F1(), m.Hits, m.Gold, m.System)
	}
}

func (w *page) accuracies(prefix string, all []Accuracy) {
	for _, a := range all {
		w.row(prefix+a.Name, a.Share(), a.Right, a.Total)
	}
}

func (w *page) heading(text string) {
	fmt.Fprintf(w, "\n### %s%s\n", strings.ToUpper(text[:1]), text[1:])
}

// head begins a table.
func (w *page) head(cells ...string) {
	fmt.Fprintf(w, "\n| %s |\n|%s\n", strings.Join(cells, " | "), strings.Repeat("---|", len(cells)))
}

// row writes texts, counts, and shares with three decimals: ".940".
func (w *page) row(cells ...any) {
	for _, cell := range cells {
		text := fmt.Sprint(cell)
		if share, ok := cell.(float64); ok {
			text = strings.TrimPrefix(fmt.Sprintf("%.3f", share), "0")
			if math.IsNaN(share) {
				text = "-"
			}
		}
		fmt.Fprintf(w, "| %s ", strings.ReplaceAll(text, "|", `\|`))
	}
	w.WriteString("|\n")
}
