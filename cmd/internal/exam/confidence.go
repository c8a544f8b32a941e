package exam

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"demarche/cmd/internal/exam/tally"
	"demarche/loader/extract/confidence"
)

// Shares of the precise records of a kind that are right.
const (
	wanted = 0.95
	enough = 0.85 // where no bar gives the wanted share, the best one counts from this on; a kind without has no precise records
)

// Confidences learns how probable it is that records are right, from the corpora of a folder, from more gold, and from what an extractor finds
// in them with its signs: statements from the attributions of PolNeAR and the gold, demands from two sets of articles and the gold, the rest from one
// set and the gold. The page has what came out, cross-validated, and how far what the rules and models say by themselves can be trusted.
func Confidences(folder string, own []Gold, extract Extractor) (*confidence.Model, string, error) {
	all, err := judgements(folder, own, extract)
	if err != nil {
		return nil, "", err
	}
	learned := map[confidence.Kind]confidence.Weights{}
	var page strings.Builder
	for _, kind := range confidence.Kinds() {
		j := all[kind]
		examples := examplesOf(j)
		if len(examples) == 0 {
			return nil, "", fmt.Errorf("the extractor found no %s to learn from", kind)
		}
		j = crossValidated(j, examples)
		w := confidence.Learn(examples)
		reached := false
		w.Bar, reached = confidence.Bar(examples, confidencesOf(j), wanted)
		above := j.From(w.Bar)
		note := ""
		switch {
		case !reached && above.Precision() < enough:
			note = fmt.Sprintf("; no bar gives %.2f, so that none is precise", enough)
			w.Bar = confidence.Never
		case !reached:
			note = fmt.Sprintf("; no bar gives %.2f", wanted)
		}
		learned[kind] = w
		fmt.Fprintf(&page, "      %ss, right (%s): %d of %d\n", kind, j.Right, j.From(0).Hits, len(examples))
		if before := asFound(j); before != nil {
			fmt.Fprintf(&page, "        by themselves: %s\n", summary(*before))
		}
		fmt.Fprintf(&page, "        cross-validated: %s\n", summary(j))
		fmt.Fprintf(&page, "        the surest: precision %.3f, recall %.3f, %d records; bar %.2f%s\n", above.Precision(), above.Recall(), above.System, w.Bar, note)
	}
	return confidence.New(learned), page.String(), nil
}

// onConfidence shows how far confidences can be trusted: those of records from which the weights learned as they are when weights learn from other
// articles only, and what the program keeps as precise, with its own bar.
func onConfidence(folder string, extract Extractor) (string, error) {
	own, err := OwnGold(Own)
	if err != nil {
		return "", err
	}
	all, err := judgements(folder, own, extract)
	if err != nil {
		return "", err
	}
	var page strings.Builder
	page.WriteString("The weights learned from these records; here each article has the confidences of weights that learned from others.\n")
	for _, kind := range confidence.Kinds() {
		page.WriteString(trusted(kind, "", crossValidated(all[kind], examplesOf(all[kind]))))
	}
	gold, found, err := articleGold(folder).read(extract)
	if err != nil {
		return "", err
	}
	j, err := judge(confidence.Statement, gold, found)
	if err != nil {
		return "", err
	}
	page.WriteString(trusted(confidence.Statement, " in five articles, from which it did not learn", j))
	return page.String(), nil
}

func summary(j tally.Judgement) string {
	r := j.Reliability()
	return fmt.Sprintf("Brier score %.4f, expected calibration error %.4f", r.Brier, r.ECE)
}

// judge compares the records of a kind; see tally.Judge.
func judge(kind confidence.Kind, gold, found []tally.Article) (tally.Judgement, error) {
	return tally.Judge(string(kind)+"s", gold, found)
}

// trusted is how far the confidences of a kind can be trusted, and what its bar keeps.
func trusted(kind confidence.Kind, of string, j tally.Judgement) string {
	return fmt.Sprintf("\n### Confidence of %ss%s (right: %s)\n%s", kind, of, j.Right, j.Markdown(confidence.Load().Weights(kind).Bar))
}

// judgements compares the records of each kind with what they are learned from: the corpora of a folder, and more gold.
func judgements(folder string, own []Gold, extract Extractor) (map[confidence.Kind]tally.Judgement, error) {
	all := map[confidence.Kind]tally.Judgement{}
	texts, statements, err := attributionsOf(folder, extract)
	if err != nil {
		return nil, err
	}
	if all[confidence.Statement], err = tally.JudgeAttributions(texts, statements); err != nil {
		return nil, err
	}
	join := func(g Gold, kinds ...confidence.Kind) error {
		gold, found, err := g.read(extract)
		if err != nil {
			return err
		}
		for _, kind := range kinds {
			more, err := judge(kind, gold, found)
			if err != nil {
				return err
			}
			all[kind] = all[kind].Join(more)
		}
		return nil
	}
	// Not the statements of these articles, which are kept to measure by.
	if err := join(articleGold(folder), confidence.Demand, confidence.Event, confidence.Position, confidence.Role, confidence.Person); err != nil {
		return nil, err
	}
	if err := join(demandGold(folder), confidence.Demand); err != nil {
		return nil, err
	}
	for _, g := range own {
		if err := join(g, confidence.Kinds()...); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func examplesOf(j tally.Judgement) []confidence.Example {
	var all []confidence.Example
	for _, v := range j.Verdicts {
		e := confidence.Example{Article: v.Article, Right: v.Right}
		for _, name := range slices.Sorted(maps.Keys(v.Signs)) {
			e.Signs = append(e.Signs, confidence.Sign{Name: name, Value: v.Signs[name]})
		}
		all = append(all, e)
	}
	return all
}

// crossValidated is a judgement with the confidences of models that learned from other articles.
func crossValidated(j tally.Judgement, examples []confidence.Example) tally.Judgement {
	j.Verdicts = slices.Clone(j.Verdicts)
	for i, p := range confidence.CrossValidate(examples) {
		j.Verdicts[i].Confidence = p
	}
	return j
}

func confidencesOf(j tally.Judgement) []float64 {
	var all []float64
	for _, v := range j.Verdicts {
		all = append(all, v.Confidence)
	}
	return all
}

// asFound is a judgement with the confidences that the model of attributions, or the rules, have by themselves; nil where they have none.
func asFound(j tally.Judgement) *tally.Judgement {
	j.Verdicts = slices.Clone(j.Verdicts)
	for i, v := range j.Verdicts {
		odds, ok := v.Signs["model"]
		if !ok {
			odds, ok = v.Signs["rule"]
		}
		if !ok {
			return nil
		}
		j.Verdicts[i].Confidence = confidence.Logistic(odds)
	}
	return &j
}
