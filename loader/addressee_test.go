package loader_test

import "testing"

// Who should comply where the demand itself does not say.
func TestAddressees(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "who turns a demand down", text: "The railway turned down an appeal by teachers to lower its prices.",
			want: []string{"teachers -> railway | do | appeal | lower its prices"}},
		{name: "who complies with a demand", text: "Chile is complying with Peru's demand to reopen the road.",
			want: []string{"Peru -> Chile | do | demand | reopen the road"}},
		{name: "by whom a demand is rejected", text: "Peru's demand for an apology was rejected by Chile.",
			want: []string{"Peru -> Chile | do | demand | an apology"}},
		{name: "whose act is wanted", text: "Pupils demanded the resignation of the headmaster.",
			want: []string{"Pupils -> headmaster | do | demanded | the resignation of the headmaster"}},
		{name: "whose understanding is asked for", text: "The mayor asked for the people's patience.",
			want: []string{"mayor -> the public | do | asked for | the people's patience"}},
		{name: "help from a group", text: "The mayor called for help from the private sector.",
			want: []string{"mayor -> private sector | do | called for | help from the private sector"}},
		{name: "removal from office", text: "Pupils demanded the removal of the headmaster from office.",
			want: []string{"Pupils ->  | do | demanded | the removal of the headmaster from office"}},
		{name: "told somebody that a third wants something", text: `Japanese Foreign Minister Yoko Abe told China that Tokyo wanted an apology.`,
			want: []string{"Japan -> China | do | wanted | an apology"}},
		{name: "reporters only pass a demand on", text: `"They must pay," Ana Lima told reporters.`,
			want: []string{"Ana Lima ->  | do | must | pay"}},
		{name: "who only undergoes it", text: "The union wants the nurses to be paid more.",
			want: []string{"union ->  | do | wants | the nurses to be paid more"}},
		{name: "the subject of a passive clause", text: "Brazil demanded that the prisoners be freed.",
			want: []string{"Brazil ->  | do | demanded | the prisoners be freed"}},
		{name: "each of a kind", text: "The World Health Organization said every country should test more people.",
			want: []string{"World Health Organization -> every country | do | should | test more people"}},
		{name: "both sides", text: "Brazil urged both sides to meet.",
			want: []string{"Brazil -> both sides | do | urged | meet"}},
		{name: "the actor's next demand says of whom", text: "Brazil demanded the return of the border posts. On Monday, Brazil urged Peru to act.",
			want: []string{"Brazil -> Peru | do | demanded | the return of the border posts", "Brazil -> Peru | do | urged | act"}},
		{name: "a party wants it of the government of the country that the article is about",
			text: "Kenya votes in May. Roads in Kenya are bad. The Green Alliance called for a tax on fuel.",
			want: []string{"Green Alliance -> Kenya | do | called for | a tax on fuel"}},
		{name: "our country", text: `Kenya votes in May. Roads in Kenya are bad. "Our country must build schools," Ana Lima said.`,
			want: []string{"Ana Lima -> Kenya | do | must | build schools"}},
		{name: "what we must do", text: `"We must save water," Ana Lima said.`,
			want: []string{"Ana Lima -> the public | do | must | save water"}},
		{name: "the one other party of the story",
			text: "FIFA met on Monday. FIFA has no president. FIFA is in debt. FIFA lost a case. The players called for a new vote.",
			want: []string{"players -> FIFA | do | called for | a new vote"}},
		{name: "an imperative is spoken to somebody else than the government",
			text: `Kenya votes in May. Roads in Kenya are bad. "Give me the keys," Ana Lima shouted.`,
			want: []string{"Ana Lima ->  | do | Give | Give me the keys"}},
	})
}

// Whose demand it is, by who speaks or writes for whom.
func TestDemanders(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "a spokesman for somebody", text: "A spokesman for Toyota urged drivers to return their cars.",
			want: []string{"Toyota -> drivers | do | urged | return their cars"}},
		{name: "an official of an organisation", text: "A World Bank official urged Egypt to cut subsidies.",
			want: []string{"World Bank -> Egypt | do | urged | cut subsidies"}},
		{name: "who passed a resolution", text: "The European Parliament passed a resolution calling on Turkey to free the journalists.",
			want: []string{"European Parliament -> Turkey | do | calling on | free the journalists"}},
		{name: "who would act on a condition", text: "Diplomats said Egypt would open the crossing only if Israel withdraws its tanks.",
			want: []string{"Egypt -> Israel | do | only if | Israel withdraws its tanks"}},
	})
}
