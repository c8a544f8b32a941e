package tally

import (
	"math"
	"strings"
	"testing"
)

func TestJudge(t *testing.T) {
	signed := strings.Replace(systemArticle, `"confidence": 0.9`, `"confidence": 0.9, "signs": {"named": 1, "length": 2.5}`, 1)
	j, err := Judge("demands", readOne(t, goldArticle), readOne(t, signed))
	if err != nil {
		t.Fatal(err)
	}
	// What meets an optional record of gold has no verdict.
	if j.Right != "by" || j.Gold != 2 || len(j.Verdicts) != 2 {
		t.Fatalf("got %+v, want two verdicts on by", j)
	}
	if v := j.Verdicts[0]; !v.Right || v.Article != "a.txt" || v.Confidence != 0.9 || v.Signs["named"] != 1 || v.Signs["length"] != 2.5 {
		t.Errorf("the first demand is judged %+v", v)
	}
	if v := j.Verdicts[1]; v.Right || v.Confidence != 0.3 {
		t.Errorf("the false alarm is judged %+v", v)
	}
	if m := j.From(0.5); m.Hits != 1 || m.System != 1 || m.Gold != 2 {
		t.Errorf("from 0.5 on it measures %+v", m)
	}
	if _, err := Judge("wishes", nil, nil); err == nil {
		t.Error("a kind of record that there is none of is judged")
	}
}

func TestReliability(t *testing.T) {
	j := Judgement{Kind: "demands", Right: "by", Gold: 4, Verdicts: []Verdict{
		{Confidence: .7, Right: true}, {Confidence: .75, Right: true}, {Confidence: .75, Right: false}, {Confidence: .8, Right: true},
	}}
	r := j.Reliability()
	if len(r.Bins) != 2 || r.Bins[0].From != .7 || r.Bins[0].Records != 3 || r.Bins[1].Records != 1 {
		t.Fatalf("got bins %+v", r.Bins)
	}
	if b := r.Bins[0]; math.Abs(b.Mean-2.2/3) > 1e-9 || math.Abs(b.Right-2.0/3) > 1e-9 {
		t.Errorf("the bin of .7 is %+v", b)
	}
	if want := (.3*.3 + .25*.25 + .75*.75 + .2*.2) / 4; math.Abs(r.Brier-want) > 1e-9 {
		t.Errorf("the Brier score is %v, want %v", r.Brier, want)
	}
	if want := (0.2 + .2) / 4; math.Abs(r.ECE-want) > 1e-9 {
		t.Errorf("the calibration error is %v, want %v", r.ECE, want)
	}
	page := j.Markdown(.8)
	for _, row := range []string{"| 0.7 | 3 | .733 | .667 |", "| precise, from 0.80 | 1 | 1.000 | .250 |  |  |"} {
		if !strings.Contains(page, row) {
			t.Errorf("the page lacks %s:\n%s", row, page)
		}
	}
}
