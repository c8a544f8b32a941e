package article_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/loader/article"
)

// below is the running text under the heads that TestHeads reads.
const below = `

The harbour council of Elmsa asked both ferry companies on Tuesday to keep the winter service to the outer islands running.

"We expect an answer within a week," the chairwoman, Inger Dahl, told a meeting, recalling the strike of 1998 and a promise to build two ships by 2031.

The companies said that they would study the request, but needed help from the state to pay for fuel.
`

// TestHeads reads what stands above articles in many manners: mastheads, labels,
// bylines, dates. Every name is invented.
func TestHeads(t *testing.T) {
	const title = "Ferry companies urged to keep winter service"
	for name, test := range map[string]struct {
		head, title, publisher, published, authors string
		foot                                       string
	}{
		"masthead in capitals above the date": {
			head:      "THE NORTH SHORE GAZETTE\nMonday, May 7 2001\n\n" + title + "\n\nIslanders fear months without a doctor\n\nMARTA LINDGREN and OSKAR VIK\nElmsa",
			publisher: "The North Shore Gazette", published: "2001-05-07", authors: "Marta Lindgren, Oskar Vik"},
		"masthead without a noun of newspapers above sections": {
			head:      "The Elmsa Lantern\nNEWS  SPORT  TRAVEL  OPINION\n\nFERRIES MUST NOT STOP!\n" + title + " to islands as the council grows impatient\n\nBy OSKAR VIK, Chief Transport Reporter\nLast updated at 7:15 AM on 3rd March 2009",
			title:     "FERRIES MUST NOT STOP!",
			publisher: "The Elmsa Lantern", published: "2009-03-03", authors: "Oskar Vik"},
		"path with the medium's name": {
			head:      "The Tide Table / Interviews\n\n\"We cannot live without the boat\"\n\nInterview by Marta Lindgren\nPublished March 3, 2009 | 5 min read\n\nThe Tide Table: Who pays for the boats?",
			title:     "We cannot live without the boat",
			publisher: "The Tide Table", published: "2009-03-03", authors: "Marta Lindgren"},
		"path of sections": {
			head:      "Home > World > Islands\n\n" + title + "\n\n3 March 2009\n\nBy Oskar Vik\nNorthline News, Elmsa",
			publisher: "Northline News", published: "2009-03-03", authors: "Oskar Vik"},
		"kicker in capitals": {
			head:      "ISLANDS, TRANSPORT\n\n" + title + "\n\nMarta Lindgren and Oskar Vik   |03.03.2009\n\nELMSA",
			published: "2009-03-03", authors: "Marta Lindgren, Oskar Vik"},
		"label and two that took turns": {
			head:      "LIVE  " + title + " - as it happened\n\nCouncil meets companies; islanders march through the town\n\nMarta Lindgren (now) and Oskar Vik (earlier)\nTue 3 Mar 2009 21.58 CET",
			title:     title + " - as it happened",
			published: "2009-03-03", authors: "Marta Lindgren, Oskar Vik"},
		"towns behind the names": {
			head:      title + "\n\nOn March 3, 2009 · In Headlines\n4:14 am\n\nBy Marta Lindgren, Elmsa, Oskar Vik, Port Varna & Jon Aske, Skog",
			published: "2009-03-03", authors: "Marta Lindgren, Oskar Vik, Jon Aske"},
		"place behind the name": {
			head:      title + "\n\nMarta Lindgren in Elmsa, Outer Islands\nTuesday 3 March 2009",
			published: "2009-03-03", authors: "Marta Lindgren"},
		"agency between strokes": {
			head:      title + "\n\nELMSA, March 3, 2009. /SHOREWIRE/. Ferries may stop this winter, officials said in a statement that was read out on the pier.",
			publisher: "Shorewire", published: "2009-03-03"},
		"medium with wires": {
			head:      title + "\n\nPosted on: 03/03/2009 - 20:14  |  Modified: 04/03/2009 - 22:02\n\nText by: SHORE MONITOR with wires        4 min",
			publisher: "Shore Monitor", published: "2009-03-03"},
		"source among other fields": {
			head:      title + "\n\nSource: Varna Daily Online | Editor: mv | 2009-03-03 21:46:33",
			publisher: "Varna Daily", published: "2009-03-03"},
		"a post is no medium": {
			head:      title + "\n\nBy Marta Lindgren, Chief Reporter\n3 March 2009",
			published: "2009-03-03", authors: "Marta Lindgren"},
		"a town is no medium": {
			head:      title + "\n\nBy Marta Lindgren | Port Varna\n3 March 2009",
			published: "2009-03-03", authors: "Marta Lindgren"},
		"weekday alone": {
			head: title + "\n\nBy Marta Lindgren\nTuesday", authors: "Marta Lindgren"},
		"medium that the text calls its own": {
			head:      title + "\n\n3 March 2009\n\nA captain told the Shore Monitor that his crew was ready to sail, and sent this newspaper a list of the ships.",
			publisher: "Shore Monitor", published: "2009-03-03"},
		"medium that is only quoted": {
			head:      title + "\n\n3 March 2009\n\nA captain told the Shore Monitor that his crew was ready to sail.",
			published: "2009-03-03"},
		"agency's footer": {
			head:      title + "\n\nMarta Lindgren   |03.03.2009\n\nA captain told Skerry Agency that his crew was ready to sail.",
			foot:      "\n* Writing by Marta Lindgren\n\nSkerry Agency website shows a part of the news that is offered to subscribers.",
			publisher: "Skerry Agency", published: "2009-03-03", authors: "Marta Lindgren"},
		"headline in capitals on two lines": {
			head:      "NORTH SHORE HERALD\nELMSA, Tuesday, June 4, 1985\n\nFERRY COMPANIES MUST KEEP SERVICE\nON WINTER ROUTES\n\nBY MARTA LINDGREN\nHerald Transport Reporter",
			title:     "FERRY COMPANIES MUST KEEP SERVICE ON WINTER ROUTES",
			publisher: "North Shore Herald", published: "1985-06-04", authors: "Marta Lindgren"},
		"fields of an archive": {
			head:      "Copyright 1996 The Elmsa Courier\nMay 3, 1996, Friday, FINAL EDITION\nSECTION: NEWS; Pg. 12A\nLENGTH: 640 words\nHEADLINE: " + title + "\nBYLINE: Marta Lindgren\nDATELINE: ELMSA",
			publisher: "The Elmsa Courier", published: "1996-05-03", authors: "Marta Lindgren"},
		"medium beside the date": {
			head:      title + "\n\nMarta Lindgren, Elmsa\nMay 3 2009, 12:01am, The Elmsa Times",
			publisher: "The Elmsa Times", published: "2009-05-03", authors: "Marta Lindgren"},
		"names with places": {
			head:      title + "\n\nMarta Lindgren in Elmsa and Oskar Vik in Port Varna\n\nSun 3 May 2009 06.00 BST",
			published: "2009-05-03", authors: "Marta Lindgren, Oskar Vik"},
		"byline in lower case under the headline": {
			head:      title + "\nby Marta Lindgren (Elmsa)\nSunday, May 03, 2009",
			published: "2009-05-03", authors: "Marta Lindgren"},
		"banner of an agency": {
			head:      "SKERRY NEWS AGENCY (SNA) - Elmsa - 4/6/2014\n" + title,
			publisher: "Skerry News Agency", published: "2014-06-04"},
		"medium with the post": {
			head:      title + "\nBy Marta Lindgren, Varna Tribune Correspondent\n3 May 2009",
			publisher: "Varna Tribune", published: "2009-05-03", authors: "Marta Lindgren"},
		"a kind of text is nobody": {
			head:      "OPEN LETTER\n" + title + "\nMay 3, 2009",
			published: "2009-05-03"},
		"other stories below": {
			head:    title + "\n\nBy Marta Lindgren",
			foot:    "\nMore on this story\n\nCouncil elects new chairwoman\n21 May 2008",
			authors: "Marta Lindgren"},
	} {
		t.Run(name, func(t *testing.T) {
			for a, err := range article.Decode("x.txt", []byte(test.head+below+test.foot)) {
				if err != nil {
					t.Fatal(err)
				}
				checkInvariants(t, a)
				if test.title == "" {
					test.title = title
				}
				day := ""
				if !a.Published.IsZero() {
					day = a.Published.Format(time.DateOnly)
				}
				got := []string{a.Title, a.Publisher, day, strings.Join(a.Authors, ", ")}
				if want := []string{test.title, test.publisher, test.published, test.authors}; !slices.Equal(got, want) {
					t.Errorf("got %q\nwant %q", got, want)
				}
				var body []string
				for _, b := range a.Blocks {
					if b.Kind == article.Paragraph {
						body = append(body, b.Of(a.Text))
					}
				}
				if want := strings.Split(strings.TrimSpace(below), "\n\n"); len(body) < len(want) || !slices.Equal(body[len(body)-len(want):], want) {
					t.Errorf("the body is %q", body)
				}
			}
		})
	}
}
