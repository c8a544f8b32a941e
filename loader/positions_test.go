package loader_test

import (
	"testing"

	"demarche/loader"
)

// positionsOf writes the positions of an article: "actor | support or oppose | issue".
func positionsOf(s loader.Stages) []string {
	var list []string
	for _, p := range s.Records.Positions {
		list = append(list, p.Actor.Name+" | "+p.Stance+" | "+p.Issue)
	}
	return list
}

type positionCase struct {
	name, text string
	want       []string
	wrong      string
}

func runPositions(t *testing.T, cases []positionCase) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			agree(t, positionsOf(reading(t, c.text, "2021-12-03")), c.want, c.wrong)
		})
	}
}

func TestPositionsOfDemands(t *testing.T) {
	runPositions(t, []positionCase{
		{name: "a thing", text: "The United Nations called for an immediate ceasefire in Sudan.", want: []string{"United Nations | support | immediate ceasefire in Sudan"}},
		{name: "an end to a thing", text: "Brazil called for an end to the embargo against Cuba.", want: []string{"Brazil | oppose | embargo against Cuba"}},
		{name: "the removal of a thing", text: "India demanded the removal of tariffs on steel.", want: []string{"India | oppose | tariffs on steel"}},
		{name: "to end a thing", text: "France urged Turkey to halt the drilling.", want: []string{"France | oppose | drilling"}},
		{name: "not to do a thing", text: "Germany urged Poland not to close the border.", want: []string{"Germany | oppose | close the border"}},
		{name: "to make a thing", text: "Norway urged Sweden to ratify the treaty.", want: []string{"Norway | support | treaty"}},
		{name: "to do something to a thing", text: "Unions urged the government to raise the minimum wage.", want: []string{"Unions | support | raise the minimum wage"}},
		{name: "that a thing be ended", text: "Japan demanded that the sanctions be lifted.", want: []string{"Japan | oppose | sanctions"}},
		{name: "two acts", text: "Canada urged Egypt to free the journalists and lift the curfew.", want: []string{"Canada | support | free the journalists", "Canada | oppose | curfew"}},
		{name: "a promise that not", text: "Russia demanded guarantees that NATO would not expand to the east.", want: []string{"Russia | oppose | expand to the east"}},
		{name: "a ban is a thing", text: "Kenya called for a ban on plastic bags.", want: []string{"Kenya | support | ban on plastic bags"}},
		{name: "unacceptable", text: "\"The annexation of the valley is unacceptable,\" the Jordanian foreign minister said.", want: []string{"Jordan | oppose | annexation of the valley"}},
		{name: "nothing in particular", text: "\"You must sit down with us,\" the mayor, Ana Lima, told the minister.", want: nil},
		{name: "somebody", text: "Italy wants more police officers.", want: nil},
	})
}

func TestPositionsOfVerbs(t *testing.T) {
	runPositions(t, []positionCase{
		{name: "support", text: "Poland supports the pipeline.", want: []string{"Poland | support | pipeline"}},
		{name: "back", text: "Poland and Hungary back the reform of the asylum rules.", want: []string{"Poland | support | reform of the asylum rules", "Hungary | support | reform of the asylum rules"}, wrong: "the tagger takes \"back\" for an adverb"},
		{name: "two subjects", text: "Poland and Hungary support the reform of the asylum rules.", want: []string{"Poland | support | reform of the asylum rules", "Hungary | support | reform of the asylum rules"}},
		{name: "oppose", text: "China opposed the sale of submarines to Taiwan.", want: []string{"China | oppose | sale of submarines to Taiwan"}},
		{name: "does not support", text: "Hungary does not support the embargo on oil.", want: []string{"Hungary | oppose | embargo on oil"}},
		{name: "did not condemn", text: "Hungary did not condemn the attack.", want: nil},
		{name: "might support", text: "Hungary might support the embargo.", want: nil},
		{name: "passive", text: "The plan is opposed by France.", want: []string{"France | oppose | plan"}},
		{name: "participle", text: "A treaty backed by Mexico was signed.", want: []string{"Mexico | support | treaty"}},
		{name: "vote against", text: "Austria voted against the budget.", want: []string{"Austria | oppose | budget"}},
		{name: "veto", text: "Russia vetoed a resolution on Syria.", want: []string{"Russia | oppose | resolution on Syria"}},
		{name: "rule out", text: "Denmark ruled out a referendum on the euro.", want: []string{"Denmark | oppose | referendum on the euro"}},
		{name: "refuse", text: "Ethiopia has refused mediation over the dam.", want: []string{"Ethiopia | oppose | mediation over the dam"}},
		{name: "refuse to comment", text: "Ethiopia refused to comment.", want: nil},
		{name: "accuse of", text: "Armenia accused Azerbaijan of shelling villages.", want: []string{"Armenia | oppose | shelling villages"}},
		{name: "in a quotation", text: "\"We reject the tax on carbon,\" said the Australian prime minister.", want: []string{"Australia | oppose | tax on carbon"}},
		{name: "want", text: "The Greens want a rent freeze.", want: []string{"Greens | support | rent freeze"}},
		{name: "want scrapped", text: "Spain wants the fee scrapped.", want: []string{"Spain | oppose | fee"}},
		{name: "harm", text: "\"The expansion of NATO threatens our security,\" Russia said.", want: []string{"Russia | oppose | expansion of NATO"}},
	})
}

func TestPositions(t *testing.T) {
	runPositions(t, []positionCase{
		{name: "opposes", text: "Hungary opposes the oil embargo.", want: []string{"Hungary | oppose | oil embargo"}},
		{name: "supports", text: "Poland supports a ban on coal imports.", want: []string{"Poland | support | ban on coal imports"}},
		{name: "does not support", text: "Hungary does not support the oil embargo.", want: []string{"Hungary | oppose | oil embargo"}},
		{name: "condemned", text: "Mexico condemned the coup in Bolivia.", want: []string{"Mexico | oppose | coup in Bolivia"}},
		{name: "welcomed", text: "Ukraine welcomed the offer of grain ships.", want: []string{"Ukraine | support | offer of grain ships"}},
		{name: "is ready to", text: "Finland is ready to accept more refugees.", want: []string{"Finland | support | accept more refugees"}},
		{name: "a demand for a thing", text: "Egypt called for a ceasefire in Sudan.", want: []string{"Egypt | support | ceasefire in Sudan"}},
		{name: "a demand for an end", text: "Egypt called for an end to the blockade.", want: []string{"Egypt | oppose | blockade"}},
		{name: "a warning against", text: "China warned Japan against releasing the water.", want: []string{"China | oppose | releasing the water"}},
		{name: "unacceptable", text: "Cutting the gas in winter is unacceptable, Poland said.", want: []string{"Poland | oppose | Cutting the gas in winter"}},
		{name: "an official stands for his state", text: "French President Emmanuel Macron opposes the embargo.", want: []string{"France | oppose | embargo"}},
		{name: "somebody for himself", text: "Ana Lima opposes the motorway.", want: []string{"Ana Lima | oppose | motorway"}},
		{name: "in a quotation", text: `"We oppose the embargo," Hungary said.`, want: []string{"Hungary | oppose | embargo"}},
		{name: "might support", text: "Hungary might support the embargo.", want: nil},
		{name: "support of a wall", text: "Steel beams support the roof.", want: nil},
		{name: "spoke out in favour of", text: "Bolivia spoke out in favour of the resolution.", want: []string{"Bolivia | support | resolution"}},
	})
}

func TestPositionsOfNounsAndPhrases(t *testing.T) {
	runPositions(t, []positionCase{
		{name: "opposition to", text: "Ireland voiced opposition to the trade deal.", want: []string{"Ireland | oppose | trade deal"}},
		{name: "whose opposition", text: "Ireland's opposition to the trade deal has grown.", want: []string{"Ireland | oppose | trade deal"}},
		{name: "support for", text: "Canada reiterated its support for the two-state solution.", want: []string{"Canada | support | two-state solution"}},
		{name: "won backing from", text: "The proposal won backing from Japan.", want: []string{"Japan | support | proposal"}},
		{name: "against", text: "Finland is against the quota.", want: []string{"Finland | oppose | quota"}},
		{name: "in favour of", text: "Finland is in favour of a ban on mines.", want: []string{"Finland | support | ban on mines"}},
		{name: "opposed to", text: "Finland is firmly opposed to nuclear tests.", want: []string{"Finland | oppose | nuclear tests"}},
		{name: "not opposed to", text: "Finland is not opposed to talks.", want: []string{"Finland | support | talks"}},
		{name: "called wrong", text: "\"The occupation of the island is illegal,\" Cyprus said.", want: []string{"Cyprus | oppose | occupation of the island"}},
		{name: "called a mistake", text: "Iran said that the withdrawal from the agreement was a mistake.", want: []string{"Iran | oppose | withdrawal from the agreement"}},
		{name: "called right", text: "Peru said that the decision was right.", want: []string{"Peru | support | decision"}},
		{name: "ready", text: "South Korea is ready to resume talks with the North.", want: []string{"South Korea | support | resume talks with the North"}},
	})
}

func TestPositionsOfThoseWhoSpeakForOthers(t *testing.T) {
	runPositions(t, []positionCase{
		{name: "a minister", text: "The Dutch foreign minister, Wopke Hoekstra, welcomed the agreement.", want: []string{"Netherlands | support | agreement"}},
		{name: "a leader", text: "Solidar's leader, Marta Nowicka, rejected the pay offer.", want: []string{"Solidar | oppose | pay offer"}},
		{name: "a president in front", text: "ABCD president Thomas Vogel rejected the pay offer.", want: []string{"ABCD | oppose | pay offer"}},
		{name: "a professor", text: "Marta Nowicka, of the University of Lodz, rejected the pay offer.", want: []string{"Marta Nowicka | oppose | pay offer"}},
	})
}
