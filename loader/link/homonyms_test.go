package link_test

import "testing"

func TestOrganisationsOfOneName(t *testing.T) {
	runMentions(t, []mentionCase{
		{name: "the country in front says whose it is", text: "Norway's Labour Party rejected the plan.",
			want: []string{"Labour Party = labour-party-of-norway"}},
		{name: "so does one behind", text: "The Socialist Party of Chile met on Monday.",
			want: []string{"Socialist Party of Chile = socialist-party-of-chile"}},
		{name: "the country that the text is about", text: "Nigeria votes on Saturday. In Lagos, Nigerian police said that the Labour Party had held a rally in Abuja.",
			want: []string{"Labour Party = labour-party-of-nigeria"}},
		{name: "without one the likelier is meant", text: "The Labour Party met on Monday.",
			want: []string{"Labour Party = labour-party"}},
		{name: "an abbreviation in its country", text: "Fighting went on in Sudan. The RSF said that it held Khartoum.",
			want: []string{"RSF = rapid-support-forces"}},
		{name: "a body of another country is not the known one", text: "The Football Association of Zambia asked FIFA for help.",
			want: []string{"Football Association = unlinked:football-association-of-zambia", "FIFA = fifa"}},
		{name: "the beginning of a longer name is not the known one", text: "The Congressional Black Caucus Foundation invited her.",
			want: []string{"Congressional Black Caucus Foundation = unlinked:congressional-black-caucus-foundation"}},
		{name: "a noun that says what a name is", text: "The rebel group M23 demands talks with Kinshasa.",
			want: []string{"group = m23", "M23 = m23", "Kinshasa = democratic-republic-of-the-congo"}},
	})
}
