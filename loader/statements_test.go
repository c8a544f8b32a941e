package loader_test

import "testing"

// TestStatements reads who said what: "speaker [to addressees] | cue | content |
// direct, indirect or mixed", in the order of the text.
func TestStatements(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		wrong      string
	}{
		// Quotation marks.
		{name: "straight quotes before the cue", text: `"The dam will hold," Ana Lima said.`,
			want: []string{"Ana Lima | said | The dam will hold | direct"}},
		{name: "curly quotes before the cue", text: `“The dam will hold,” said Ana Lima.`,
			want: []string{"Ana Lima | said | The dam will hold | direct"}},
		{name: "doubled single quotes", text: "``The dam will hold,'' said Ana Lima.",
			want: []string{"Ana Lima | said | The dam will hold | direct"}},
		{name: "single curly quotes", text: `‘The dam will hold,’ said Ana Lima.`,
			want: []string{"Ana Lima | said | The dam will hold | direct"}},
		{name: "quotes behind the cue", text: `Ana Lima said: "The dam will hold."`,
			want: []string{"Ana Lima | said | The dam will hold | direct"}},
		{name: "quotes behind the cue and a comma", text: `Ana Lima replied, "We never promised that."`,
			want: []string{"Ana Lima | replied | We never promised that | direct"}},
		{name: "interrupted by the cue", text: `"The dam," Ana Lima said, "will hold until spring."`,
			want: []string{"Ana Lima | said | The dam … will hold until spring | direct"}},
		{name: "interrupted between sentences", text: `"The dam will hold," Ana Lima said. "It was built for worse."`,
			want: []string{"Ana Lima | said | The dam will hold … It was built for worse | direct"}},
		{name: "over several sentences", text: `"The dam will hold. It was built for worse. Nobody should move," Ana Lima said.`,
			want: []string{"Ana Lima | said | The dam will hold. It was built for worse. Nobody should move | direct"}},
		{name: "the next paragraph without a cue", text: "\"The dam will hold,\" Ana Lima said.\n\n\"It was built for worse.\"",
			want: []string{"Ana Lima | said | The dam will hold | direct", "Ana Lima |  | It was built for worse | direct"}},
		{name: "a quotation open at the end of its paragraph", text: "\"The dam will hold,\" Ana Lima said. \"It was built for worse.\n\n\"Nobody needs to move.\"",
			want: []string{"Ana Lima | said | The dam will hold … It was built for worse … Nobody needs to move | direct"}, wrong: "the paragraph behind a quotation left open becomes a statement of its own when the cue stands inside the first"},
		{name: "nested", text: `"Their chairman told me, 'We will sell,' and I believed him," Ana Lima said.`,
			want: []string{"Ana Lima | said | Their chairman told me, 'We will sell,' and I believed him | direct", "chairman to Ana Lima | told | We will sell | direct"}, wrong: "a straight single quotation mark inside straight double ones does not open a quotation"},
		{name: "nested, curly", text: `“Their chairman told me, ‘We will sell,’ and I believed him,” Ana Lima said.`,
			want: []string{"Ana Lima | said | Their chairman told me, ‘We will sell,’ and I believed him | direct", "chairman to Ana Lima | told | We will sell | direct"}, wrong: "a quotation inside a quotation with its own cue gives no statement"},
		{name: "mixed speech", text: `Ana Lima said the dam was "built for worse" than this.`,
			want: []string{`Ana Lima | said | the dam was "built for worse" than this | mixed`}},
		{name: "a title in quotes is no speech", text: `Ana Lima read "The Old Harbour" on the train.`, want: nil},
		{name: "scare quotes are no speech", text: `The so-called "safe zone" was empty.`, want: nil},
		{name: "a quotation behind a dash", text: `"The dam will hold." — Ana Lima, engineer`,
			want: []string{"Ana Lima | — | The dam will hold | direct"}},
		{name: "an apostrophe is no quotation mark", text: `Ana Lima said the workers' union wouldn't strike.`,
			want: []string{"Ana Lima | said | the workers' union wouldn't strike | indirect"}},

		// Indirect speech.
		{name: "that", text: "Ana Lima said that the dam would hold.",
			want: []string{"Ana Lima | said | the dam would hold | indirect"}},
		{name: "without that", text: "Norway said the dam would hold.",
			want: []string{"Norway | said | the dam would hold | indirect"}},
		{name: "behind an adverbial", text: "Ana Lima said on Thursday in Porto that the dam would hold.",
			want: []string{"Ana Lima | said | the dam would hold | indirect"}},
		{name: "the cue at the end", text: "The dam would hold until spring, Ana Lima said.",
			want: []string{"Ana Lima | said | The dam would hold until spring | indirect"}},
		{name: "inserted", text: "The dam, Ana Lima said, would hold until spring.",
			want: []string{"Ana Lima | said | The dam … would hold until spring | indirect"}},
		{name: "according to, in front", text: "According to the Polish government, the bridge is safe.",
			want: []string{"Poland | According to | the bridge is safe | indirect"}},
		{name: "according to, behind", text: "The bridge is safe, according to Ana Lima.",
			want: []string{"Ana Lima | according to | The bridge is safe | indirect"}},
		{name: "in the words of", text: "The bridge is, in the words of Ana Lima, a disgrace to the town.",
			want: []string{"Ana Lima | in the words of | The bridge is … a disgrace to the town | indirect"}, wrong: "a source inserted behind the verb keeps only what stands in front of it"},
		{name: "told somebody", text: "Ana Lima told reporters that the dam would hold.",
			want: []string{"Ana Lima to reporters | told | the dam would hold | indirect"}},
		{name: "told an agency", text: "Ana Lima told Reuters the dam would hold.",
			want: []string{"Ana Lima to Reuters | told | the dam would hold | indirect"}},
		{name: "told two", text: "Ana Lima told Norway and Sweden that the dam would hold.",
			want: []string{"Ana Lima to Norway, Sweden | told | the dam would hold | indirect"}},
		{name: "he told reporters behind a quotation", text: `Ana Lima came late. "The dam will hold," she told reporters in Porto.`,
			want: []string{"Ana Lima to reporters | told | The dam will hold | direct"}},
		{name: "was quoted as saying", text: `Ana Lima was quoted by the agency as saying that the dam would hold.`,
			want: []string{"Ana Lima | quoted … as saying | the dam would hold | indirect"}, wrong: "\"saying\" is taken as a verb of its own before \"was quoted as saying\" is read"},
		{name: "quoted somebody as saying", text: `Interfax quoted Ana Lima as saying the dam would hold.`,
			want: []string{"Ana Lima | quoted … as saying | the dam would hold | indirect"}, wrong: "\"saying\" is taken as a verb of its own before \"quoted as saying\" is read"},
		{name: "passive with by", text: "The accusation was rejected by Norway as absurd.",
			want: []string{"Norway | rejected | The accusation | indirect"}, wrong: "passives of saying are not read, beside \"quoted\""},
		{name: "two verbs with one subject", text: "Norway said the dam would hold and warned that roads might flood.",
			want: []string{"Norway | said | the dam would hold | indirect", "Norway | warned | roads might flood | indirect"}},
		{name: "a participle", text: "Norway closed the road, saying the dam might break.",
			want: []string{"Norway | saying | the dam might break | indirect"}, wrong: "a state's name that opens a sentence is tagged as an adverb, so that the verb has no subject"},
		{name: "adding", text: `Norway said the dam was old, adding that a new one was planned.`,
			want: []string{"Norway | said | the dam was old | indirect", "Norway | adding | a new one was planned | indirect"}},
		{name: "a noun with a clause", text: "Norway dismissed Swedish concerns that the dam might break.",
			want: []string{"Norway | dismissed | Swedish concerns that the dam might break | indirect", "Sweden | concerns | the dam might break | indirect"}, wrong: "a state's name that opens a sentence is tagged as an adverb, and the verb behind it as an adjective"},
		{name: "a possessor's claim", text: "Experts doubt Norway's claim that the dam will hold.",
			want: []string{"Experts | doubt | Norway's claim that the dam will hold | indirect", "Norway | claim | the dam will hold | indirect"}, wrong: "two statements in one clause: the outer loses the noun that holds the inner"},
		{name: "belief", text: "Norway believes the dam will hold.",
			want: []string{"Norway | believes | the dam will hold | indirect"}},
		{name: "promise", text: "Norway promised to rebuild the dam.",
			want: []string{"Norway | promised | to rebuild the dam | indirect"}, wrong: "a state's name that opens a sentence is tagged as an adverb, and the verb behind it as a participle"},
		{name: "denial", text: "Norway denied that the dam had cracks.",
			want: []string{"Norway | denied | the dam had cracks | indirect"}, wrong: "a state's name that opens a sentence is tagged as an adverb, so that the verb has no subject"},
		{name: "a promise of a person", text: "Ana Lima promised to rebuild the dam.",
			want: []string{"Ana Lima | promised | to rebuild the dam | indirect"}},
		{name: "a denial of a person", text: "Ana Lima denied that the dam had cracks.",
			want: []string{"Ana Lima | denied | the dam had cracks | indirect"}},
		{name: "a participle of a person", text: "Ana Lima closed the road, saying the dam might break.",
			want: []string{"Ana Lima | saying | the dam might break | indirect"}},
		{name: "a state behind an adverbial", text: "On Monday Norway denied that the dam had cracks.",
			want: []string{"Norway | denied | the dam had cracks | indirect"}, wrong: "a day in front without a comma (\"On Monday Norway\") is one noun phrase with the name, so that the verb has no subject"},
		{name: "a description as source", text: "Many residents complained that the water was brown.",
			want: []string{"residents | complained | the water was brown | indirect"}, wrong: "a quantity in front (\"many\") is kept in the name of a group"},
		{name: "urged not to", text: "Brazil urged Peru not to close the border.",
			want: []string{"Brazil to Peru | urged | not to close the border | indirect"}, wrong: "\"not\" between the one addressed and the infinitive is left out of what is said"},
		{name: "demanded that", text: "Israel demanded that Egypt open the crossing.",
			want: []string{"Israel | demanded | Egypt open the crossing | indirect"}, wrong: "a clause with a subjunctive (base form) has no finite verb, so that it is no statement"},
		{name: "accusation", text: "Norway accused Sweden of stealing water.",
			want: []string{"Norway to Sweden | accused | Sweden of stealing water | indirect"}, wrong: "whom somebody accuses is not taken as the one spoken to; guidelines leave this open"},
		{name: "a report says", text: "A report by the World Bank says the dam is at risk.",
			want: []string{"World Bank | says | the dam is at risk | indirect"}},
		{name: "a statement says", text: "In a statement, the Brazilian Football Confederation said the final would go ahead.",
			want: []string{"Brazilian Football Confederation | said | the final would go ahead | indirect"}},
		{name: "a court ruled", text: "The Supreme Court of India ruled that the ban was unlawful.",
			want: []string{"Supreme Court of India | ruled | the ban was unlawful | indirect"}, wrong: "\"rule\" is no verb of saying, and courts are no actors"},
		{name: "a group without a name", text: "Dozens of residents complained that the water was brown.",
			want: []string{"residents | complained | the water was brown | indirect"}, wrong: "\"dozens of X\": the head is the number, which is no actor"},
		{name: "a senior official", text: "A senior Norwegian official said the dam would hold.",
			want: []string{"Norway | said | the dam would hold | indirect"}},
		{name: "as he said", text: "The dam will hold, as Ana Lima said on Monday.",
			want: []string{"Ana Lima | said | The dam will hold | indirect"}, wrong: "\"as X said\" is not read"},
		{name: "infinitive continuing a verb", text: "Ana Lima went on to say that the dam would hold.",
			want: []string{"Ana Lima | say | the dam would hold | indirect"}},

		// Speakers.
		{name: "he", text: "Mayor Jorge Pinto opened the dam. He said it would hold.",
			want: []string{"Jorge Pinto | said | it would hold | indirect"}},
		{name: "the minister", text: "Energy Minister Rosa Quispe opened the dam. The minister said it would hold.",
			want: []string{"Rosa Quispe | said | it would hold | indirect"}},
		{name: "the subject far from the verb", text: "Ana Lima, who has led the port since 2012 and plans to retire, said the dam would hold.",
			want: []string{"Ana Lima | said | the dam would hold | indirect"}},
		{name: "an office in apposition", text: `"The dam will hold," said Ana Lima, the head of the Port Authority.`,
			want: []string{"Ana Lima | said | The dam will hold | direct"}},
		{name: "they", text: "The unions met in Porto. They said the strike would go on.",
			want: []string{"unions | said | the strike would go on | indirect"}},
		{name: "we in a quotation", text: `"We believe the dam is safe," Ana Lima said.`,
			want: []string{"Ana Lima | said | We believe the dam is safe | direct"}},
		{name: "two speakers in turn", text: "Ana Lima said the dam would hold. Jorge Pinto disagreed. \"It will not,\" he said.",
			want: []string{"Ana Lima | said | the dam would hold | indirect", "Jorge Pinto | said | It will not | direct"}, wrong: "\"he\" is the subject of two sentences before rather than of the one before"},
		{name: "a new speaker behind a colon", text: "# Ana Lima: the dam will hold\n\nThe dam is old.",
			want: []string{"Ana Lima | : | the dam will hold | indirect"}},
		{name: "the speaker behind the headline's dash", text: "# Dam will hold, says Norway\n\nThe dam is old.",
			want: []string{"Norway | says | Dam will hold | indirect"}},
		{name: "somebody told a country through a capital", text: "Ankara told Athens that the islands were no bargaining chip.",
			want: []string{"Turkey to Greece | told | the islands were no bargaining chip | indirect"}},
		{name: "a spokesperson", text: "A spokesman for Baltic Ferries said the ships were safe.",
			want: []string{"Baltic Ferries | said | the ships were safe | indirect"}, wrong: "companies without a word for companies in the name are no actors"},

		// What is no statement.
		{name: "nothing said", text: "Ana Lima walked along the dam and took pictures.", want: nil},
		{name: "not said", text: "Ana Lima did not say whether the dam would hold.", want: nil},
		{name: "declined to say", text: "Norway declined to say whether the dam would hold.", want: nil},
		{name: "could say", text: "Norway could say that the dam will hold.", want: nil},
		{name: "it is said", text: "It is said that the dam will hold.", want: nil},
		{name: "call as a telephone call", text: "Ana Lima called her mother.", want: nil},
		{name: "state as a noun", text: "The state of the dam is bad.", want: nil},
		{name: "report as a noun", text: "The report on the dam is out.", want: nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := reading(t, c.text, "2021-12-03")
			var got []string
			for _, st := range s.Records.Statements {
				speaker := st.Speaker.Name
				if len(st.Addressee) > 0 {
					speaker += " to " + called(st.Addressee)
				}
				got = append(got, speaker+" | "+say(s.Article.Text, st.Cue...)+" | "+say(s.Article.Text, st.Content...)+" | "+st.Quoted)
			}
			agree(t, got, c.want, c.wrong)
		})
	}
}
