package loader_test

import (
	"testing"

	"demarche/loader/when"
)

// TestDays reads on which day something was said, demanded or happened: the
// cases were published on Friday, 3 December 2021. Every statement ("said
// ..."), demand ("demand ...") and event ("meeting ...") is listed with its
// day; "-" stands for none.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		wrong      string
	}{
		{name: "on a weekday", text: "Ana Lima said on Thursday that the dam would hold.", want: []string{"said 2021-12-02"}},
		{name: "on the day of publication", text: "Ana Lima said on Friday that the dam would hold.", want: []string{"said 2021-12-03"}},
		{name: "a weekday behind the content", text: "The dam would hold, Ana Lima said on Wednesday.", want: []string{"said 2021-12-01"}},
		{name: "a weekday behind a quotation", text: `"The dam will hold," Ana Lima said on Wednesday.`, want: []string{"said 2021-12-01"}},
		{name: "yesterday", text: "Ana Lima said yesterday that the dam would hold.", want: []string{"said 2021-12-02"}},
		{name: "a date", text: "On 28 November, Ana Lima said that the dam would hold.", want: []string{"said 2021-11-28"}},
		{name: "an American date", text: "On November 28, 2020, Ana Lima said that the dam would hold.", want: []string{"said 2020-11-28"}},
		{name: "last week is no day", text: "Last week Ana Lima said that the dam would hold.", want: []string{"said -"}},
		{name: "a date inside the content is not the day of saying", text: "Ana Lima said that the dam broke on 28 November.", want: []string{"said -"}},
		{name: "a deadline is not the day of saying", text: "Ana Lima said the dam would be ready by Monday.", want: []string{"said -"}},
		{name: "no day", text: "Ana Lima said that the dam would hold.", want: []string{"said -"}},
		{name: "carried on", text: "Ana Lima said on Thursday that the dam would hold. She added that the road was open.",
			want: []string{"said 2021-12-02", "said 2021-12-02"}},
		{name: "carried on into the next paragraph", text: "Ana Lima said on Thursday that the dam would hold.\n\n\"The road is open,\" she said.",
			want: []string{"said 2021-12-02", "said 2021-12-02"}},
		{name: "not carried on to somebody else", text: "Ana Lima said on Thursday that the dam would hold. Jorge Pinto said the road was open.",
			want: []string{"said 2021-12-02", "said -"}},
		{name: "earlier in the day", text: "Ana Lima said on Thursday that the dam would hold. Earlier in the day, Jorge Pinto said the road was open.",
			want: []string{"said 2021-12-02", "said 2021-12-02"}},
		{name: "a day earlier", text: "Ana Lima said on Thursday that the dam would hold. A day earlier, Jorge Pinto said the road was open.",
			want: []string{"said 2021-12-02", "said 2021-12-01"}},
		{name: "a demand has the day of its verb", text: "Brazil on Thursday urged Peru to reopen the border.",
			want: []string{"said 2021-12-02", "demand 2021-12-02"}},
		{name: "a demand inside a statement", text: `"Britain must grant the licences," Ana Lima said on Thursday.`,
			want: []string{"said 2021-12-02", "demand 2021-12-02"}},
		{name: "a demand with a deadline", text: "On Thursday, Brazil urged Peru to reopen the border by Monday.",
			want: []string{"said 2021-12-02", "demand 2021-12-02"}},
		{name: "a meeting on a weekday", text: "Brazil's president met the prime minister of Peru in Lima on Tuesday.", want: []string{"meeting 2021-11-30"}},
		{name: "a meeting to come", text: "Brazil and Peru will hold talks in Lima on Tuesday.", want: []string{"talks 2021-12-07"}},
		{name: "a meeting in a month", text: "Brazil and Peru held talks in Lima in March.", want: []string{"talks 2021-03"}},
		{name: "a meeting in a year", text: "Brazil and Peru signed the treaty in Lima in 2014.", want: []string{"agreement 2014"}, wrong: "the model takes signing for saying"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := reading(t, c.text, "2021-12-03")
			var got []string
			for _, st := range s.Records.Statements {
				got = append(got, "said "+dayOf(st.When))
			}
			for _, d := range s.Records.Demands {
				got = append(got, "demand "+dayOf(d.When))
			}
			for _, e := range s.Records.Events {
				got = append(got, e.Type+" "+dayOf(e.When))
			}
			agree(t, got, c.want, c.wrong)
		})
	}
}

func dayOf(d *when.Date) string {
	if d == nil {
		return "-"
	}
	return d.ISO()
}

// TestUnknownDay: without a day of publication a weekday stays a word.
func TestUnknownDay(t *testing.T) {
	s := reading(t, "Ana Lima said on Thursday that the dam would hold. Brazil and Peru signed the treaty in Lima in 2014.", "")
	if len(s.Records.Statements) != 1 || s.Records.Statements[0].When != nil {
		t.Errorf("got %+v", s.Records.Statements)
	}
	if len(s.Records.Events) != 1 || dayOf(s.Records.Events[0].When) != "2014" {
		t.Errorf("got %+v", s.Records.Events)
	}
}
