package loader_test

import "testing"

// TestEvents reads what happened: "type | participants | place | day", from
// articles of Friday, 3 December 2021.
func TestEvents(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		wrong      string
	}{
		{name: "met", text: "Sergei Lavrov met Antony Blinken in Stockholm on Thursday.",
			want: []string{"meeting | Sergey Lavrov, Antony Blinken | Stockholm | 2021-12-02"}},
		{name: "met with", text: "Angela Merkel met with Emmanuel Macron in Paris on Monday.",
			want: []string{"meeting | Angela Merkel, Emmanuel Macron | Paris | 2021-11-29"}},
		{name: "a meeting between", text: "A meeting between Sergei Lavrov and Antony Blinken took place in Geneva on Thursday.",
			want: []string{"meeting | Sergey Lavrov, Antony Blinken | Geneva | 2021-12-02"}},
		{name: "held talks", text: "Brazil and Peru held talks in Lima on Tuesday.",
			want: []string{"talks | Brazil, Peru | Lima | 2021-11-30"}},
		{name: "a phone call", text: "Joe Biden spoke by phone with Vladimir Putin on Thursday.",
			want: []string{"call | Joe Biden, Vladimir Putin |  | 2021-12-02"}},
		{name: "a phone call as a noun", text: "In a phone call on Thursday, Vladimir Putin thanked Joe Biden.",
			want: []string{"call | Vladimir Putin, Joe Biden |  | 2021-12-02"}, wrong: "only the subject beside a noun for an event takes part, not the object"},
		{name: "an exercise", text: "NATO began an exercise in Norway on Monday.",
			want: []string{"exercise | NATO | Norway | 2021-11-29"}},
		{name: "a deployment", text: "France deployed 800 soldiers to Romania in November.",
			want: []string{"deployment | France | Romania | 2021-11"}},
		{name: "an accession", text: "Croatia joined the European Union in 2013.",
			want: []string{"accession | Croatia, European Union |  | 2013"}},
		{name: "an agreement", text: "Ethiopia and Egypt signed an agreement in Khartoum on 29 November.",
			want: []string{"agreement | Ethiopia, Egypt | Khartoum | 2021-11-29"}},
		{name: "an attack", text: "Armenia attacked Azerbaijan on Tuesday.",
			want: []string{"attack | Armenia, Azerbaijan |  | 2021-11-30"}},
		{name: "an attack as a noun", text: "A Turkish airstrike in Syria on Tuesday killed two shepherds.",
			want: []string{"attack | Turkey | Syria | 2021-11-30"}},
		{name: "a news conference", text: "At a news conference in Berlin on Wednesday, Angela Merkel thanked the doctors.",
			want: []string{"conference | Angela Merkel | Berlin | 2021-12-01"}},
		{name: "a visit", text: "Emmanuel Macron visited Lebanon in August.",
			want: []string{"other | Emmanuel Macron, Lebanon | Lebanon | 2021-08"}},
		{name: "a publication", text: "The International Monetary Fund published its report on Tuesday.",
			want: []string{"publication | International Monetary Fund |  | 2021-11-30"}},
		{name: "a withdrawal", text: "The United States withdrew its troops from Afghanistan in August.",
			want: []string{"withdrawal | United States | Afghanistan | 2021-08"}},
		{name: "a meeting to come", text: "Joe Biden will meet Vladimir Putin in Geneva on Tuesday.",
			want: []string{"meeting | Joe Biden, Vladimir Putin | Geneva | 2021-12-07"}},
		{name: "one occurrence, spoken of twice", text: "Sergei Lavrov met Antony Blinken in Stockholm on Thursday. The meeting between Lavrov and Blinken took an hour.",
			want: []string{"meeting | Sergey Lavrov, Antony Blinken | Stockholm | 2021-12-02"}},
		{name: "two meetings of the same people", text: "Sergei Lavrov met Antony Blinken in Stockholm on Thursday. They met in Reykjavik in May.",
			want: []string{"meeting | Sergey Lavrov, Antony Blinken | Stockholm | 2021-12-02", "meeting | Sergey Lavrov, Antony Blinken | Reykjavik | 2021-05"}, wrong: "\"they\" of two actors is not resolved"},
		{name: "did not meet", text: "Sergei Lavrov did not meet Antony Blinken in Stockholm on Thursday.", want: nil},
		{name: "might meet", text: "Joe Biden might meet Vladimir Putin in Geneva on Tuesday.", want: nil},
		{name: "met a target", text: "Germany met its target in 2020.", want: nil, wrong: "\"met\" with a thing as its object is read as a meeting"},
		{name: "generality", text: "France and Germany often hold talks.", want: nil},
		{name: "the attack as a metaphor", text: "Ana Lima had a heart attack in Porto on Monday.", want: nil, wrong: "\"heart attack\" is read as an attack"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := reading(t, c.text, "2021-12-03")
			var got []string
			for _, e := range s.Records.Events {
				got = append(got, e.Type+" | "+called(e.Participants)+" | "+e.Place+" | "+dayOf(e.When))
			}
			agree(t, got, c.want, c.wrong)
		})
	}
}
