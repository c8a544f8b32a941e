package loader_test

import (
	"strings"
	"testing"

	"demarche/loader"
)

// demandsOf writes the demands of an article as the cases have them: "by ->
// of, of | do or dont | cue | what", with " | or else: ..." where there is one.
func demandsOf(s loader.Stages) []string {
	var list []string
	for _, d := range s.Records.Demands {
		line := d.By.Name + " -> " + called(d.Of) + " | " + d.Polarity + " | " + say(s.Article.Text, d.Cue...) + " | " + say(s.Article.Text, d.What...)
		if !d.OrElse.Empty() {
			line += " | or else: " + say(s.Article.Text, d.OrElse)
		}
		list = append(list, line)
	}
	return list
}

type demandCase struct {
	name, text string
	want       []string
	wrong      string
}

func runDemands(t *testing.T, cases []demandCase) {
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			agree(t, demandsOf(reading(t, c.text, "2021-12-03")), c.want, c.wrong)
		})
	}
}

func TestDemandVerbs(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "urge", text: "Brazil urged Peru to reopen the border.",
			want: []string{"Brazil -> Peru | do | urged | reopen the border"}},
		{name: "urge not to", text: "Brazil urged Peru not to close the border.",
			want: []string{"Brazil -> Peru | dont | urged | close the border"}},
		{name: "urge two", text: "Brazil urged Peru and Chile to reopen the border.",
			want: []string{"Brazil -> Peru, Chile | do | urged | reopen the border"}},
		{name: "urge in the present", text: "# Brazil urges Peru to reopen border\n\nThe border is closed.",
			want: []string{"Brazil -> Peru | do | urges | reopen border"}},
		{name: "urge in the perfect", text: "Brazil has repeatedly urged Peru to reopen the border.",
			want: []string{"Brazil -> Peru | do | urged | reopen the border"}},
		{name: "is urging", text: "Brazil is urging Peru to reopen the border.",
			want: []string{"Brazil -> Peru | do | urging | reopen the border"}},
		{name: "urging behind the main verb", text: "Brazil recalled its envoy, urging Peru to reopen the border.",
			want: []string{"Brazil -> Peru | do | urging | reopen the border"}},
		{name: "urge a group", text: "The mayor of Rostock, Ottilie Brandt, urged residents to save water.",
			want: []string{"Ottilie Brandt -> residents | do | urged | save water"}},
		{name: "demand that", text: "Israel demanded that Egypt open the crossing.",
			want: []string{"Israel -> Egypt | do | demanded | Egypt open the crossing"}},
		{name: "demand that not", text: "Israel demanded that Egypt not open the crossing.",
			want: []string{"Israel -> Egypt | dont | demanded | Egypt not open the crossing"}},
		{name: "demand a thing", text: "Ukraine demanded the return of the prisoners from Russia.",
			want: []string{"Ukraine -> Russia | do | demanded | the return of the prisoners from Russia"}},
		{name: "demand to know is asking", text: "Reporters demanded to know where the money was.", want: nil},
		{name: "call for", text: "The United Nations called for an immediate ceasefire in Sudan.",
			want: []string{"United Nations ->  | do | called for | an immediate ceasefire in Sudan"}},
		{name: "call on", text: "The European Union called on Turkey to free the journalists.",
			want: []string{"European Union -> Turkey | do | called on | free the journalists"}},
		{name: "call for somebody to", text: "Germany called for Hungary to respect the ruling.",
			want: []string{"Germany -> Hungary | do | called for | respect the ruling"}},
		{name: "call somebody a name", text: "Germany called Hungary a friend.", want: nil},
		{name: "warn against", text: "China warned Japan against releasing the water.",
			want: []string{"China -> Japan | dont | warned … against | releasing the water"}},
		{name: "warn not to", text: "China warned Japan not to release the water.",
			want: []string{"China -> Japan | dont | warned | release the water"}},
		{name: "warn that is no demand", text: "China warned that prices might rise.", want: nil},
		{name: "ask to", text: "Ukraine asked Poland to send tanks.",
			want: []string{"Ukraine -> Poland | do | asked | send tanks"}},
		{name: "ask a court to", text: "Ana Lima asked the court to dismiss the case.",
			want: []string{"Ana Lima -> court | do | asked | dismiss the case"}},
		{name: "ask whether", text: "Ukraine asked whether Poland would send tanks.", want: nil},
		{name: "order", text: "The judge ordered the company to pay the workers.",
			want: []string{"judge -> company | do | ordered | pay the workers"}},
		{name: "want somebody to", text: "The union wants the railway to hire more drivers.",
			want: []string{"union -> railway | do | wants | hire more drivers"}},
		{name: "does not want somebody to", text: "France does not want Britain to change the treaty.",
			want: []string{"France -> United Kingdom | dont | want | change the treaty"}},
		{name: "want to do oneself", text: "France wants to build six reactors.", want: nil},
		{name: "appeal to", text: "Kenya appealed to donors to keep their promises.",
			want: []string{"Kenya -> donors | do | appealed to | keep their promises"}},
		{name: "press for", text: "Island states pressed for deeper cuts in emissions.",
			want: []string{"Island states ->  | do | pressed for | deeper cuts in emissions"}},
		{name: "insist on", text: "Poland insists on the return of the wreck.",
			want: []string{"Poland ->  | do | insists on | the return of the wreck"}},
		{name: "insist that must", text: "Poland insisted that Germany must pay.",
			want: []string{"Poland -> Germany | do | insisted | Germany must pay"}},
		{name: "require of", text: "Canada required airlines to refund passengers.",
			want: []string{"Canada -> airlines | do | required | refund passengers"}},
		{name: "propose that others", text: "Finland proposed that Russia withdraw its troops.",
			want: []string{"Finland -> Russia | do | proposed | Russia withdraw its troops"}},
		{name: "encourage", text: "The World Bank encouraged Egypt to cut subsidies.",
			want: []string{"World Bank -> Egypt | do | encouraged | cut subsidies"}},
		{name: "tell to", text: "Britain told Russia to withdraw its troops.",
			want: []string{"United Kingdom -> Russia | do | told | withdraw its troops"}},
		{name: "passive with by", text: "Hungary was urged by the European Union to respect the ruling.",
			want: []string{"European Union -> Hungary | do | urged | respect the ruling"}},
		{name: "passive without by, inside a statement", text: "Residents were urged to stay indoors.", want: nil},
		{name: "two demands in one sentence", text: "Brazil urged Peru to reopen the border and called on Chile to send doctors.",
			want: []string{"Brazil -> Peru | do | urged | reopen the border", "Brazil -> Chile | do | called on | send doctors"}, wrong: "the parser hangs the second verb on what the first one wants"},
		{name: "coordinated complements are one", text: "Brazil urged Peru to reopen the border and release the truck drivers.",
			want: []string{"Brazil -> Peru | do | urged | reopen the border and release the truck drivers"}},
		{name: "an official speaks for his state", text: "French President Emmanuel Macron urged Iran to return to the talks.",
			want: []string{"France -> Iran | do | urged | return to the talks"}},
		{name: "somebody who speaks for himself", text: "Ana Lima urged Peru to reopen the border.",
			want: []string{"Ana Lima -> Peru | do | urged | reopen the border"}},
		{name: "a demand behind a quotation", text: `"Reopen the border," Brazil urged Peru.`,
			want: []string{"Brazil -> Peru | do | Reopen | Reopen the border"}},
		{name: "reopened by pronoun", text: "Peru closed the border. Brazil urged it to think again.",
			want: []string{"Brazil -> Peru | do | urged | think again"}, wrong: "\"it\" is taken for the border"},
		{name: "a football federation", text: "UEFA ordered the club to play behind closed doors.",
			want: []string{"UEFA -> club | do | ordered | play behind closed doors"}},
		{name: "he demanded a resignation", text: "Ana Lima lost the vote. Opposition leaders demanded her resignation.",
			want: []string{"Opposition leaders -> Ana Lima | do | demanded | her resignation"}},
	})
}

func TestDemandModals(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "must in indirect speech", text: "Macron said that Britain must grant the licences.",
			want: []string{"France -> United Kingdom | do | must | grant the licences"}},
		{name: "must not", text: "Poland said Russia must not cut the gas.",
			want: []string{"Poland -> Russia | dont | must not | cut the gas"}},
		{name: "should in a quotation", text: `"The bank should pay back every cent," Ana Lima said.`,
			want: []string{"Ana Lima -> bank | do | should | pay back every cent"}},
		{name: "needs to", text: "Ana Lima said the council needs to publish the report.",
			want: []string{"Ana Lima -> council | do | needs to | publish the report"}},
		{name: "has to", text: "Poland said Russia has to return the wreck.",
			want: []string{"Poland -> Russia | do | has to | return the wreck"}},
		{name: "a passive duty", text: "Poland said the prisoners must be released.",
			want: []string{"Poland ->  | do | must | the prisoners … be released"}},
		{name: "a duty of one's own", text: "Poland said it must rebuild its army.", want: nil},
		{name: "we must calls on one's own side", text: `"We must act now to save the reef," Fiji said.`,
			want: []string{"Fiji ->  | do | must | act now to save the reef"}},
		{name: "the journalist's must", text: "The team must win both matches to qualify.", want: nil},
		{name: "the journalist's should", text: "The bridge should open in May.", want: nil},
		{name: "should of what is expected", text: "Ana Lima said the bridge should be ready by May.", want: nil, wrong: "\"should\" of what is expected is read as a duty, and the month of May as a person"},
		{name: "a question", text: `"Should Britain grant the licences?" Macron asked.`, want: nil},
		{name: "a denied must", text: "Ana Lima denied that Britain must grant the licences.", want: nil},
		{name: "does not have to", text: "Ana Lima said Britain does not have to grant the licences.", want: nil},
		{name: "unacceptable", text: "Cutting the gas in winter is unacceptable, Poland said.",
			want: []string{"Poland ->  | dont | unacceptable | Cutting the gas in winter"}},
		{name: "it is unacceptable that", text: `"It is unacceptable that Russia cuts the gas in winter," Poland said.`,
			want: []string{"Poland -> Russia | dont | unacceptable | Russia cuts the gas in winter"}},
		{name: "unacceptable to", text: "Poland said that any deal without Ukraine was unacceptable.",
			want: []string{"Poland ->  | dont | unacceptable | any deal without Ukraine"}, wrong: "an actor inside the thing judged (\"any deal without Ukraine\") is taken as who should comply"},
		{name: "a red line", text: "Turkey said that missiles on the islands would be a red line.",
			want: []string{"Turkey ->  | dont | red line | missiles on the islands"}},
		{name: "important that", text: "Ana Lima said it was important that Britain grant the licences.",
			want: []string{"Ana Lima -> United Kingdom | do | important | Britain grant the licences"}},
		{name: "essential for X to", text: "Ana Lima said it was essential for Britain to grant the licences.",
			want: []string{"Ana Lima -> United Kingdom | do | essential | Britain to grant the licences"}},
		{name: "only if", text: "Egypt said it would reopen the crossing only if Israel withdraws its tanks.",
			want: []string{"Egypt -> Israel | do | only if | Israel withdraws its tanks"}},
		{name: "provided that", text: "Iran will return to the talks provided that the United States lifts the sanctions, Tehran said.",
			want: []string{"Iran -> United States | do | provided that | the United States lifts the sanctions"}},
		{name: "unless", text: "The union said it would strike unless the railway raises pay.",
			want: []string{"union -> railway | do | unless | the railway raises pay | or else: it would strike"}, wrong: "the parser takes \"pay\" for a verb, and what \"unless\" threatens is not read as or else"},
		{name: "if not, then", text: "\"Israel must withdraw. If it does not withdraw, we will close the crossing,\" Egypt said.",
			want: []string{"Egypt -> Israel | do | must | withdraw", "Egypt -> Israel | do | If | withdraw | or else: we will close the crossing"}},
		{name: "or", text: "Egypt demanded that Israel withdraw its tanks or face sanctions.",
			want: []string{"Egypt -> Israel | do | demanded | Israel withdraw its tanks | or else: face sanctions"}},
		{name: "or risk", text: "Brazil warned miners to leave the reserve or risk arrest.",
			want: []string{"Brazil -> miners | do | warned | leave the reserve | or else: risk arrest"}},
		{name: "an imperative in a quotation", text: `"Stop this war now," Pope Francis said.`,
			want: []string{"Pope Francis ->  | do | Stop | Stop this war now"}},
		{name: "a negated imperative", text: `"Do not sign this treaty," Ana Lima told Peru.`,
			want: []string{"Ana Lima -> Peru | dont | sign | sign this treaty"}},
		{name: "let us", text: `"Let us work together on the reef," Fiji told Australia.`,
			want: []string{"Fiji -> Australia | do | Let us | work together on the reef"}, wrong: "the one spoken to is not taken as who should comply with \"let us\""},
		{name: "a demand to be left alone", text: `"Leave our waters alone," Ana Lima told the foreign fleets.`,
			want: []string{"Ana Lima -> fleets | do | Leave | Leave our waters alone"}, wrong: "those spoken to by a description are not taken as who should comply"},
		{name: "an offer is none", text: `"We will help Peru," Brazil said.`, want: nil},
		{name: "a threat is none", text: `"We will close the border," Brazil said.`, want: nil},
		{name: "a plan is none", text: "Brazil plans to close the border.", want: nil},
		{name: "a prediction is none", text: "Brazil said Peru would close the border.", want: nil},
	})
}

func TestDemandNouns(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "demand for", text: "Moscow's demand for a written answer surprised Berlin.",
			want: []string{"Russia ->  | do | demand | a written answer"}},
		{name: "demand that", text: "Egypt repeated its demand that Israel open the crossing.",
			want: []string{"Egypt -> Israel | do | demand | Israel open the crossing"}},
		{name: "call for", text: "Calls by Poland for tougher sanctions were ignored.",
			want: []string{"Poland ->  | do | Calls | tougher sanctions"}},
		{name: "demand as economists have it", text: "Demand for steel fell in June.", want: nil},
		{name: "request to", text: "Ukraine's request for missiles was discussed in Berlin.",
			want: []string{"Ukraine ->  | do | request | missiles"}},
		{name: "ultimatum", text: "The union's ultimatum to the railway expires on Friday.", want: nil},
		{name: "such as", text: "Moscow's key demands, such as a ban on new bases, were turned down.",
			want: []string{"Russia ->  | do | demands | a ban on new bases"}},
		{name: "a demand rejected by the other side stands", text: "Germany rejected Poland's demand for reparations.",
			want: []string{"Poland -> Germany | do | demand | reparations"}},
		{name: "refused to urge", text: "Germany refused to urge Poland to reopen the border.", want: nil},
		{name: "did not demand", text: "Germany did not demand that Poland reopen the border.", want: nil},
		{name: "asked if he would call", text: "Asked if he would call on Peru to reopen the border, Ana Lima smiled.", want: nil},
		{name: "could demand", text: "Germany could demand that Poland reopen the border.", want: nil},
		{name: "a law that requires", text: "The law requires shops to close on Sundays.", want: nil},
	})
}

// TestDemandsOfNews holds turns that news has every day.
func TestDemandsOfNews(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "gave until", text: "The union gave the government until Friday to raise pay.", want: []string{"union -> government | do | gave … until | raise pay"}},
		{name: "is under pressure from", text: "Hungary is under pressure from the European Union to respect the ruling.", want: []string{"European Union -> Hungary | do | pressure | respect the ruling"}},
		{name: "pleaded with", text: "Ana Lima pleaded with the kidnappers to free her son.", want: []string{"Ana Lima -> kidnappers | do | pleaded with | free her son"}},
		{name: "pressured", text: "Brazil pressured Peru to reopen the border.", want: []string{"Brazil -> Peru | do | pressured | reopen the border"}},
		{name: "ordered a halt", text: "The judge ordered a halt to the logging.", want: []string{"judge ->  | do | ordered | a halt to the logging"}},
		{name: "seek", text: "Ukraine is seeking more air defences from Germany.", want: []string{"Ukraine -> Germany | do | seeking | more air defences from Germany"}},
		{name: "wants a thing", text: "Poland wants reparations from Germany.", want: []string{"Poland -> Germany | do | wants | reparations from Germany"}},
		{name: "needs a thing", text: "Ukraine needs more shells, Zelensky said.", want: []string{"Ukraine ->  | do | needs | more shells"}},
		{name: "challenged", text: "Ana Lima challenged the mayor to publish the accounts.", want: []string{"Ana Lima -> mayor | do | challenged | publish the accounts"}},
		{name: "threatened unless", text: "Brazil threatened to close the border unless Peru pays its debts.", want: []string{"Brazil -> Peru | do | unless | Peru pays its debts | or else: to close the border"}, wrong: "what is threatened in front of \"unless\" is not read as or else"},
		{name: "said that would not until", text: "Egypt said it would not reopen the crossing until Israel withdraws its tanks.", want: []string{"Egypt -> Israel | do | until | Israel withdraws its tanks"}, wrong: "\"not ... until\" is not read as a condition"},
		{name: "the time has come to", text: `"The time has come for Britain to pay," Ana Lima said.`, want: []string{"Ana Lima -> United Kingdom | do | time has come | pay"}, wrong: "\"the time has come to\" is not read"},
		{name: "has a duty to", text: `"Britain has a duty to pay," Ana Lima said.`, want: []string{"Ana Lima -> United Kingdom | do | has a duty to | pay"}, wrong: "\"has a duty to\" is not read"},
		{name: "never again", text: `"Russia must never cut the gas again," Poland said.`, want: []string{"Poland -> Russia | dont | must | cut the gas again"}},
		{name: "please", text: `"Please stay at home," Ana Lima told residents.`, want: []string{"Ana Lima -> residents | do | stay | stay at home"}},
		{name: "an imperative behind a colon", text: `Ana Lima had a message for Britain: "Pay your debts."`, want: []string{"Ana Lima -> United Kingdom | do | Pay | Pay your debts"}, wrong: "whom a message is for is not taken as the one spoken to"},
		{name: "something must end", text: `"This war must end," Pope Francis said.`, want: []string{"Pope Francis ->  | do | must | This war … end"}},
		{name: "urged restraint", text: "China urged restraint.", want: []string{"China ->  | do | urged | restraint"}},
		{name: "called for calm", text: "Kenya called for calm after the vote.", want: []string{"Kenya ->  | do | called for | calm"}},
		{name: "condemned and called on", text: "Mexico condemned the coup and called on the army to free the president.", want: []string{"Mexico -> army | do | called on | free the president"}},
		{name: "two who demand", text: "France and Germany urged Iran to return to the talks.", want: []string{"France -> Iran | do | urged | return to the talks"}},
		{name: "a demand on Thursday", text: "Brazil on Thursday urged Peru to reopen the border.", want: []string{"Brazil -> Peru | do | urged | reopen the border"}},
		{name: "On Thursday Brazil", text: "On Thursday Brazil urged Peru to reopen the border.", want: []string{"Brazil -> Peru | do | urged | reopen the border"}},
		{name: "in a letter", text: "In a letter to the European Union, Ukraine asked for more time.", want: []string{"Ukraine -> European Union | do | asked for | more time"}, wrong: "\"time\" is taken for a time expression, and so for nothing to ask for"},
		{name: "a person by pronoun", text: "Ana Lima lost patience. She told the council to act.", want: []string{"Ana Lima -> council | do | told | act"}},
		{name: "protesters", text: "Protesters demanded that the president resign.", want: []string{"Protesters -> president | do | demanded | the president resign"}},
		{name: "protesters' resignation", text: "Protesters demanded the resignation of the president.", want: []string{"Protesters -> president | do | demanded | the resignation of the president"}},
		{name: "calling for", text: "Thousands marched through Lima, calling for new elections.", want: []string{"Thousands ->  | do | calling for | new elections"}},
		{name: "refused to", text: "Israel refused to reopen the crossing.", want: nil},
		{name: "rejected calls", text: "Germany rejected calls for a speed limit.", want: nil},
		{name: "no longer demands", text: "Germany no longer demands a speed limit.", want: nil},
		{name: "never asked", text: "Germany never asked Poland to pay.", want: nil},
		{name: "agreed to", text: "Germany agreed to pay.", want: nil},
		{name: "offered to", text: "Germany offered to pay.", want: nil},
		{name: "was asked about", text: "Asked about the border, Ana Lima said Peru had closed it.", want: nil},
		{name: "high demand", text: "Ana Lima said demand for flats was high.", want: nil},
		{name: "an appeal court", text: "The court of appeal upheld the sentence.", want: nil},
		{name: "should have", text: `"We should have sold the club," Ana Lima said.`, want: nil},
		{name: "you must be", text: `"It must have been cold," Ana Lima said.`, want: nil},
	})
}

// TestComplements holds what a verb of demanding can have behind it.
func TestComplements(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "press somebody for", text: "Island states on Monday pressed Brazil for a date.", want: []string{"Island states -> Brazil | do | pressed … for | a date"}},
		{name: "beg somebody for", text: "The orchestra begged the council for a new hall.", want: []string{"orchestra -> council | do | begged … for | a new hall"}},
		{name: "asked for comment", text: "The newspaper asked the ministry for comment.", want: nil},
		{name: "asked for a while", text: "The nurses had asked the hospital for years.", want: nil},
		{name: "ask for something to be done", text: "The tenants asked for the rent to be lowered.", want: []string{"tenants ->  | do | asked for | the rent to be lowered"}},
		{name: "want somebody to be moved", text: "The union wants nurses to be moved up the pay scale, which would cost a million.",
			want: []string{"union ->  | do | wants | nurses to be moved up the pay scale"}},
		{name: "want the rich to", text: "Kenya wants the rich to pay.", want: []string{"Kenya ->  | do | wants | pay"}},
		{name: "tell in the passive", text: "The club was told by UEFA to sell no tickets.", want: []string{"UEFA -> club | do | told | sell no tickets"}},
		{name: "a verb in front of a comma with a place", text: "In Geneva, the committee, shut out of the hall, pleaded for a second round.",
			want: []string{"committee ->  | do | pleaded for | a second round"}},
		{name: "suggested that they", text: "India suggested on Tuesday that rich countries pay first and that no new limits be placed on the poor.",
			want:  []string{"India -> rich countries | do | suggested | rich countries pay first", "India ->  | dont | suggested | no new limits be placed on the poor"},
			wrong: "a clause without an actor takes the addressee of the one before"},
		{name: "suggested of what is", text: "The survey suggested that most voters are tired.", want: nil},
		{name: "ordered that", text: "The judge ordered that the files be opened.", want: []string{"judge ->  | do | ordered | the files be opened"}},
		{name: "ordered an inquiry", text: "The bishop ordered an inquiry.", want: []string{"bishop ->  | do | ordered | an inquiry"}},
		{name: "ordered tea", text: "The bishop ordered a cup of tea.", want: nil},
		{name: "bar from", text: "The judge barred the company from selling the drug.", want: []string{"judge -> company | dont | barred … from | selling the drug"}},
		{name: "will not accept", text: `"Peru will not accept a dam on the river," its minister said.`, want: []string{"Peru ->  | dont | accept | a dam on the river"}},
		{name: "will not be tolerated", text: `"Racist chants will not be tolerated," UEFA said.`, want: []string{"UEFA ->  | dont | tolerated | Racist chants"}},
		{name: "will not accept what is offered", text: `"Peru will not accept the invitation," its minister said.`, want: nil},
		{name: "survey suggested", text: "The survey suggested that children sleep less than before.", want: nil},
		{name: "did not accept", text: "The singer did not accept the role.", want: nil},
		{name: "to do and not to do", text: "The coach urged the fans to stay in the stands and not to run onto the pitch.",
			want: []string{"coach -> fans | do | urged | stay in the stands", "coach -> fans | dont | urged | run onto the pitch"}},
		{name: "until", text: "The mayor asked drivers to wait until the bridge had been checked.",
			want: []string{"mayor -> drivers | do | asked | wait until the bridge had been checked"}},
		{name: "with a remark", text: "Ana Lima urged Peru to drop the charges, calling them absurd.", want: []string{"Ana Lima -> Peru | do | urged | drop the charges"}},
		{name: "in order to", text: "The museum reminded visitors of the rules in order to save the paintings.", want: nil},
		{name: "a right to demand", text: "The ruling gives patients no right to demand a drug.", want: nil},
		{name: "wants another to push for", text: "Ana Lima wants the mayor to push for a new road.", want: []string{"Ana Lima -> mayor | do | wants | push for a new road"}},
	})
}

// TestIdioms holds turns that put a duty on somebody without a verb of demanding.
func TestIdioms(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "it is time for", text: `"It is time for Peru to reopen the border," Ana Lima said.`, want: []string{"Ana Lima -> Peru | do | time | reopen the border"}},
		{name: "it is time for me", text: `"It is time for me to go," Ana Lima said.`, want: nil},
		{name: "the journalist's time", text: "It was time for the players to go home.", want: nil},
		{name: "up to", text: `"It is up to the council to publish the figures," Ana Lima said.`, want: []string{"Ana Lima -> council | do | up to | publish the figures"}},
		{name: "a duty", text: `"The state has a duty to feed its prisoners," Ana Lima said.`, want: []string{"Ana Lima -> state | do | duty | feed its prisoners"}},
		{name: "no duty", text: `"The state has no duty to feed its prisoners," Ana Lima said.`, want: nil},
		{name: "gave a week", text: "The mayor gave the circus a week to leave the meadow.", want: []string{"mayor -> circus | do | gave | leave the meadow"}},
		{name: "has until", text: `"Peru has until Sunday to pay the bill," Brazil said.`, want: []string{"Brazil -> Peru | do | has until | pay the bill"}},
		{name: "gave time without a limit", text: "The rain gave the farmers a chance to sow.", want: nil},
		{name: "is needed", text: "Kenya said more doctors were badly needed.", want: []string{"Kenya ->  | do | needed | more doctors"}},
		{name: "is needed, the journalist's", text: "More doctors are needed.", want: nil},
		{name: "was needed to", text: "The club argued that the sale was needed to pay its debts.", want: nil},
		{name: "is required to", text: `"Peru is required to publish the figures," the court said.`, want: []string{"court -> Peru | do | required to | publish the figures"}},
		{name: "is not required to", text: `"Peru is not required to publish the figures," the court said.`, want: nil},
		{name: "at somebody's request", text: "Peru closed the mine at Brazil's request.", want: []string{"Brazil -> Peru | do | request | closed the mine"}},
		{name: "held at somebody's request", text: "A second meeting was held at the request of Kenya.", want: []string{"Kenya ->  | do | request | A second meeting"}},
		{name: "a list of conditions", text: "The union laid down two conditions: a new roof for the depot and longer breaks.",
			want: []string{"union ->  | do | conditions | a new roof for the depot and longer breaks"}},
		{name: "will not until", text: "Kenya said it would not return to the league until Uganda had paid the fine.",
			want: []string{"Kenya -> Uganda | do | until | Uganda had paid the fine | or else: return to the league"}},
		{name: "will not until one is oneself", text: "Kenya said it would not return to the league until it had a team.", want: nil},
		{name: "would not until, a body", text: "The striking pilots said they would not fly again until the airline withdraws the plan.",
			want: []string{"striking pilots -> airline | do | until | the airline withdraws the plan | or else: fly again"}},
		{name: "there must be", text: `"There must be an independent inquiry," Ana Lima said.`, want: []string{"Ana Lima ->  | do | must | an independent inquiry"}},
		{name: "no doubt", text: `"There should be no doubt about the result," Ana Lima said.`, want: nil},
		{name: "refused until", text: "The choir refused to sing until the hall was heated.", want: []string{"choir ->  | do | until | the hall was heated | or else: sing"}},
		{name: "threatened if not", text: "The drivers threatened to stop work on Friday if the company did not repair the buses.",
			want: []string{"drivers -> company | do | if | repair the buses | or else: stop work on Friday"}},
		{name: "he is not who speaks", text: `"Carlos Rey lied to us, and he should resign," Ana Lima said.`, want: []string{"Ana Lima -> Carlos Rey | do | should | resign"}},
		{name: "she says beside it", text: "Ana Lima lost patience. Peru must pay, she tells me.", want: []string{"Ana Lima -> Peru | do | must | pay"}},
	})
}

// TestSeenFromOutside holds what somebody wants to see done, and what is not to go on.
func TestSeenFromOutside(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "wants to see somebody do", text: "Ana Lima wants to see Peru sell the mine.", want: []string{"Ana Lima -> Peru | do | wants … see | Peru sell the mine"}},
		{name: "wants to see something done", text: "The union wants to see the roof repaired.", want: []string{"union ->  | do | wants … see | the roof repaired"}},
		{name: "wants to see a film", text: "Ana Lima wants to see the film.", want: nil},
		{name: "would rather see", text: `"I would rather see Peru sell the mine," Ana Lima said.`, want: []string{"Ana Lima -> Peru | do | see | Peru sell the mine"}},
		{name: "cannot go on", text: `"This waste of water cannot go on," Ana Lima said.`, want: []string{"Ana Lima ->  | dont | can | This waste of water … go on"}},
		{name: "cannot be allowed to", text: `"Peru cannot be allowed to close the port," Brazil said.`, want: []string{"Brazil -> Peru | dont | can … allowed | Peru … close the port"}},
		{name: "the onus is on", text: `"The onus is on Peru to pay," Brazil said.`, want: []string{"Brazil -> Peru | do | on | pay"}},
		{name: "cannot afford to", text: `"We cannot afford to wait," Fiji said.`, want: []string{"Fiji ->  | dont | can … afford | wait"}},
		{name: "signed a letter", text: "Farmers signed a letter urging Peru to close the mine.", want: []string{"Farmers -> Peru | do | urging | close the mine"}},
		{name: "vetoed a resolution", text: "Brazil vetoed a resolution calling for a ceasefire.", want: nil, wrong: "a text whose maker nobody names makes the demand itself"},
		{name: "a call for somebody to", text: "Kenya's call for Uganda to reopen the border was ignored.", want: []string{"Kenya -> Uganda | do | call | reopen the border"}},
		{name: "vowed not to until", text: "The nurses vowed not to return until the hospital had paid them.",
			want: []string{"nurses ->  | do | until | the hospital had paid them | or else: return"}, wrong: "the hospital is taken for a place"},
		{name: "recommended a ban", text: "The committee recommended a ban on the drug.", want: []string{"committee ->  | do | recommended | a ban on the drug"}},
	})
}

// TestImperatives holds what is said to others without a subject.
func TestImperatives(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "do not", text: `"Do not burn the forest," Ana Lima said.`, want: []string{"Ana Lima ->  | dont | burn | burn the forest"}},
		{name: "with a name in front", text: `"Carlos Rey, open the gates," Ana Lima said.`, want: []string{"Ana Lima -> Carlos Rey | do | open | open the gates"}},
		{name: "or else", text: `"Pay the drivers, or we will stop the buses," the union said.`, want: []string{"union ->  | do | Pay | Pay the drivers | or else: we will stop the buses"}},
		{name: "told us, with a colon", text: `"They told us: sell the cattle or lose the land," Ana Lima said.`,
			want: []string{"Ana Lima ->  | do | sell | sell the cattle | or else: lose the land"}},
		{name: "wants more, with a colon", text: "The union wants more: repair the roof.", want: []string{"union ->  | do | repair | repair the roof"}},
		{name: "on a banner", text: `Students held up a banner with the words: "Leave the trees alone".`, want: []string{"Students ->  | do | Leave | Leave the trees alone"}},
		{name: "cannot say", text: `"We cannot say, 'Let the people decide,'" Ana Lima said.`, want: nil},
		{name: "look", text: `"Look, this is not who we are," Ana Lima said.`, want: nil},
	})
}

// TestTranscripts reads interviews that are printed word by word.
func TestTranscripts(t *testing.T) {
	runDemands(t, []demandCase{
		{name: "a label on each paragraph", text: "Helen Carter grows potatoes in the hills.\n\nCarter: The rivers are dry. Peru must build wells.\n\nWhat can readers do?\n\nCarter: Write to the council.",
			want: []string{"Helen Carter -> Peru | do | must | build wells", "Helen Carter ->  | do | Write | Write to the council"}},
		{name: "one label is a note", text: "Ottilie Brandt grows potatoes in the hills.\n\nNote: Readers must register.", want: nil, wrong: "the model for attributions takes a note for somebody who speaks"},
	})
}

// TestVoices reads who spoke, where somebody speaks for another.
func TestVoices(t *testing.T) {
	s := reading(t, "French President Emmanuel Macron urged Iran to return to the talks. Ana Lima urged Peru to reopen the border.", "2021-12-03")
	if len(s.Records.Demands) != 2 {
		t.Fatalf("got %d demands: %s", len(s.Records.Demands), strings.Join(demandsOf(s), "; "))
	}
	if d := s.Records.Demands[0]; d.VoicedBy == nil || d.VoicedBy.ID != "emmanuel-macron" || d.By.Code != "FRA" || d.Of[0].Code != "IRN" {
		t.Errorf("by %+v, voiced by %+v, of %+v", d.By, d.VoicedBy, d.Of)
	}
	if d := s.Records.Demands[1]; d.VoicedBy != nil || d.By.Linked || d.By.ID != "unlinked:ana-lima" {
		t.Errorf("by %+v, voiced by %+v", d.By, d.VoicedBy)
	}
}
