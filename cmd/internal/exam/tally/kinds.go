package tally

import "strings"

// kind is how records of a kind are compared.
type kind struct {
	name     string
	alike    similarity
	measures []check // counted over all records; the first one holds for every pair
	ties     []check // of pairs that are as much alike, those win for which more of these hold
	fields   []check // counted over pairs
	groups   []group // the tables, and
	right    string  // the measure that they and the calibration have beside the first one; without it there are none
	sure     string  // the measure that confidence is about; empty for the first
}

// group is a table by some value of the records.
type group struct {
	by         string
	value      func(r *record) string
	systemOnly bool // gold does not have the value
	whole      bool // every value has its row
}

var (
	byCue       = group{"cue", func(r *record) string { return r.spans["cue"].String() }, false, false}
	everyCue    = group{"cue", byCue.value, false, true}
	byPolarity  = group{"polarity", func(r *record) string { return r.texts["polarity"] }, false, true}
	byQuotation = group{"kind of quotation", func(r *record) string { return r.texts["quoted"] }, false, true}
)

// A rule is its family, a colon, and the word that it is about: "verb:urge".
var (
	byRule      = group{"rule", func(r *record) string { return r.texts["rule"] }, true, true}
	byStrength  = group{"kind of demand", func(r *record) string { return r.texts["strength"] }, true, true}
	byAddressee = group{"addressee", func(r *record) string { return r.texts["addressed"] }, true, true}
	byFamily    = group{"family of rules", func(r *record) string { family, _, _ := strings.Cut(r.texts["rule"], ":"); return family }, true, true}
)

var (
	statementMeasures = []check{{"overlap", always}, {"exact", covers("content")}, {"attributed", accepted("speaker")}}
	demandMeasures    = []check{
		{"found", always}, {"by", accepted("by")}, {"of", accepted("of")}, {"by+of", every(accepted("by"), accepted("of"))},
		{"made_on", same("made_on")}, {"polarity", same("polarity")}, {"full", every(accepted("by"), accepted("of"), same("made_on"))},
	}
)

// recordKinds is what articles have in the interchange format, in the order of the reports.
var recordKinds = []kind{
	{name: "persons", alike: whether(sameName("name")), measures: []check{{"person", always}}},
	{name: "roles", alike: whether(sameName("person"), sameName("title"), sameName("of")), measures: []check{{"role", always}}},
	{
		name: "statements", alike: overlap("content", 0.5), measures: statementMeasures, ties: statementMeasures,
		fields: []check{
			{"speaker", accepted("speaker")}, {"addressee", sameNames("addressee")}, {"cue", touches("cue")},
			{"quoted", same("quoted")}, {"said_on", same("said_on")},
		},
		groups: []group{byQuotation, byCue}, right: "attributed", sure: "attributed",
	},
	{
		name: "demands", alike: overlap("what", 0.5), measures: demandMeasures, ties: demandMeasures,
		fields: []check{
			{"by", accepted("by")}, {"of", accepted("of")}, {"of_first", acceptedFirst("of")}, {"made_on", same("made_on")},
			{"polarity", same("polarity")}, {"by_country", sameName("by_country")}, {"of_country", sameNames("of_country")},
			{"cue", touches("cue")}, {"or_else", touches("or_else")},
		},
		groups: []group{byPolarity, byStrength, byAddressee, byFamily, byRule, everyCue}, right: "full", sure: "by",
	},
	{
		name: "events", alike: likeEvents, measures: []check{{"event", always}},
		fields: []check{{"participants", sameNames("participants")}, {"place", sameName("place")}, {"date", same("date")}},
	},
	{name: "positions", alike: likePositions, measures: []check{{"position", always}}},
}

// metadataChecks are about the article itself.
var metadataChecks = []check{
	{"title", sameName("title")}, {"publisher", sameName("publisher")}, {"published", same("published")}, {"authors", sameNames("authors")},
}

// attributions is statements as PolNeAR has them.
var attributions = kind{
	name: "attributions", alike: overlap("content", 0.5),
	measures: []check{
		{"content overlap", always}, {"content exact", covers("content")}, {"content+source", touchesAny("source")},
		{"content+source+cue", every(touchesAny("source"), touchesAny("cue"))},
	},
	ties:   []check{{"source", touchesAny("source")}},
	groups: []group{byQuotation, byCue}, right: "content+source", sure: "content+source",
}
