package schema

import "strconv"

// Prefixes are the short forms under which IRIs are stored and shown, and what
// they stand for in exports. IRIs that begin with "demarche:" stand for
// themselves: they identify what the project alone defines, and nothing is to
// be fetched from them.
var Prefixes = map[string]string{
	"rdf":    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"rdfs":   "http://www.w3.org/2000/01/rdf-schema#",
	"owl":    "http://www.w3.org/2002/07/owl#",
	"xsd":    "http://www.w3.org/2001/XMLSchema#",
	"schema": "http://schema.org/",
	"prov":   "http://www.w3.org/ns/prov#",
	"org":    "http://www.w3.org/ns/org#",
	"skos":   "http://www.w3.org/2004/02/skos/core#",
	"wd":     "http://www.wikidata.org/entity/",
}

// Classes, the objects of Type.
const (
	ClassArticle      = "schema:NewsArticle"
	ClassStatement    = "demarche:Statement"
	ClassDemand       = "demarche:Demand"
	ClassEvent        = "schema:Event"
	ClassPosition     = "demarche:Position"
	ClassMembership   = "org:Membership" // a role as an article states it
	ClassPerson       = "schema:Person"
	ClassCountry      = "schema:Country"
	ClassOrganization = "schema:Organization"
	ClassMedium       = "schema:NewsMediaOrganization"
	ClassGroup        = "demarche:Group"
	ClassIssue        = "skos:Concept"
	ClassReview       = "demarche:Review" // a reviewer's decision on a record
)

// Predicates of every node.
const (
	Type  = "rdf:type"
	Label = "rdfs:label"
)

// Predicates of an article.
const (
	Headline      = "schema:headline"      // string
	URL           = "schema:url"           // IRI
	Publisher     = "schema:publisher"     // actor
	DatePublished = "schema:datePublished" // time; midnight UTC when only the day is known
	Author        = "schema:author"        // string, one quad an author
	Language      = "schema:inLanguage"    // string, BCP 47
	Text          = "demarche:text"        // string; what the offsets of the records count in
	Blocks        = "demarche:blocks"      // string: "headline 0-40, paragraph 42-300", code points
	Digest        = "demarche:digest"      // string, hex SHA-256
	Sketch        = "demarche:sketch"      // string: a sample of the body's runs of words, see internal/sketch
)

// Predicates of every record (statement, demand, event, position, membership).
const (
	DerivedFrom  = "prov:wasDerivedFrom"   // article
	Quote        = "demarche:quote"        // string: the words of the article; several spans joined by " … "
	Spans        = "demarche:spans"        // string: where Quote stands, "1023-1085 1090-1100", code points of Text, half-open
	Cue          = "demarche:cue"          // string: the words that mark the record
	CueSpans     = "demarche:cueSpans"     // string, as Spans
	Where        = "demarche:where"        // string: "body" or "headline"
	Rule         = "demarche:rule"         // string: what found the record
	Confidence   = "demarche:confidence"   // float, above 0 and below 1
	Day          = "demarche:day"          // time, midnight UTC: the day the record counts under
	DayBasis     = "demarche:dayBasis"     // string: "text" (the article dates it) or "publication"
	When         = "demarche:when"         // string, ISO 8601 day, month, year or interval as the text has it
	IndexedUnder = "demarche:indexedUnder" // index node, see IndexIRI; articles have some, too
)

// About is a predicate of statements, demands and positions: an issue of the taxonomy that they are about, IssueIRI.
const About = "demarche:about"

// Predicates of statements, demands, events, positions and memberships.
const (
	Speaker   = "demarche:speaker"   // statement: actor
	Addressee = "demarche:addressee" // statement: actor
	Quoted    = "demarche:quoted"    // statement: "direct", "indirect" or "mixed"
	SaidIn    = "demarche:saidIn"    // statement: the statement in whose content it lies: A says that B said

	By          = "demarche:by"          // demand: actor whose demand it is
	Of          = "demarche:of"          // demand: actor who should comply
	VoicedBy    = "demarche:voicedBy"    // demand: actor who spoke for By, when another
	Polarity    = "demarche:polarity"    // demand: "do" or "dont"
	Strength    = "demarche:strength"    // demand: "wish", "ask", "call", "urge", "insist", "demand", "order" or "ultimatum", from the weakest
	Addressed   = "demarche:addressed"   // demand: how Of is known: "stated", "inferred" or "missing"
	Deadline    = "demarche:deadline"    // demand: by when it is to be done, as When
	OrElse      = "demarche:orElse"      // demand: string, the consequence
	OrElseSpan  = "demarche:orElseSpan"  // demand: string, as Spans
	InStatement = "demarche:inStatement" // demand: the statement that carries it

	EventType   = "demarche:eventType"   // event: "meeting", "call", ...
	Participant = "demarche:participant" // event: actor
	Location    = "schema:location"      // event: string

	Holder = "demarche:holder" // position: actor
	Issue  = "demarche:issue"  // position: string
	Stance = "demarche:stance" // position: "support" or "oppose"

	Supports = "demarche:supports" // position: issue of the taxonomy; its words may mean the contrary of Issue's
	Opposes  = "demarche:opposes"  // position: issue of the taxonomy

	Member       = "org:member"       // membership: person
	Organization = "org:organization" // membership: actor
	Title        = "demarche:title"   // membership: string, "Foreign Minister"
)

// Predicates of an actor, as an article mentions it.
const (
	Alias  = "schema:alternateName" // string: a form under which the article names the actor
	Linked = "demarche:linked"      // boolean: whether the actor is in the catalogue
	SameAs = "owl:sameAs"           // IRI of the actor elsewhere, wd:Q159
)

// Predicates of a review, which also has Type, Label, DerivedFrom (the article), Digest (of the article when it was
// reviewed) and Headline. What was judged is text, so that questions about records meet no copies of them.
const (
	ReviewOf   = "demarche:reviewOf"   // record; it may be found no longer
	RecordKind = "demarche:recordKind" // string: "statement", "demand", "event", "position" or "membership"
	Verdict    = "demarche:verdict"    // string: "accept", "correct" or "reject"
	Reviewer   = "demarche:reviewer"   // string: name of who decided
	Generated  = "prov:generatedAtTime"
	Revision   = "demarche:revision"  // integer: the reviewer's decisions on the article, counted from 1
	Comment    = "demarche:comment"   // string
	Judged     = "demarche:judged"    // string, one quad a value of the record as judged: "polarity do", "by demarche:actor/russia Russia"
	Corrected  = "demarche:corrected" // string, as Judged; a field alone, "voiced_by", says that it has no value
)

// ReviewIRI returns the IRI of a review, which is the label of its quads. The hash is of record, reviewer, revision and time.
func ReviewIRI(hash string) string { return "demarche:review/" + hash }

// ActorIRI returns the IRI of the actor with the given id: a slug of its name
// ("russia"), or "unlinked:" and a slug for one that is not in the catalogue.
func ActorIRI(id string) string { return "demarche:actor/" + id }

// IssueIRI returns the IRI of the issue with the given id, "nato-enlargement".
func IssueIRI(id string) string { return "demarche:issue/" + id }

// FirstYear and LastYear bound the years of index nodes; a record of any other
// year is indexed as undated.
const (
	FirstYear = 1900
	LastYear  = 2099
)

// IndexIRI returns the IRI of an index node: the entry that groups the records
// of one kind ("demand", "statement", "event", "position", "membership") under
// one key and month, so that a question reads only its answer and never
// compares dates. Keys are "all", "by/russia", "of/nato", "pair/russia/nato",
// "speaker/...", "addressee/...", "participant/...", "holder/...",
// "member/...", "organization/...", "issue/nato-enlargement" (of the taxonomy)
// and "topic/expans" (a stem, see internal/topic); the month is "2021-12", or "undated".
//
// Some entries group other entries instead of records: "all" of a year ("2021")
// its months, "all" of a decade ("2020s") its years, and "pairs" of a month its
// pairs.
//
// Articles (kind "article") stand under a few runs of their words,
// "shingle/003f2a19", of the month "any": copies of a text have some in common
// whenever they appear.
func IndexIRI(kind, key, month string) string {
	return "demarche:index/" + kind + "/" + key + "/" + month
}

// Decade writes the decade of a year as index entries have it, "2020s".
func Decade(year int) string { return strconv.Itoa(year/10*10) + "s" }
