package extract

import (
	"sort"
	"sync"
	"time"

	"demarche/loader/lang/attribution"
	"demarche/loader/link"
	"demarche/loader/when"
	"demarche/schema/frames"
	"demarche/schema/issues"
)

// Input is an article that is ready for extraction.
type Input struct {
	Text      *link.Text
	Where     []Where   // for each block of the text
	Published time.Time // midnight UTC of the day; zero when unknown

	Attributions *attribution.Model // nil stands for that of the program
}

// Extract reads the records of an article. It adds to the entities of in.Text, which must belong to this call alone. The route is the one of a careful
// reader: who says what first, since that tells whose demands the rest are;
// then the demands, what happened, and who stands where.
// Last come the issues of the taxonomy that all this is about; without one, none is.
func Extract(in Input, set *frames.Set, known *issues.Taxonomy) Records {
	if in.Attributions == nil {
		in.Attributions = loadAttributions()
	}
	x := &extractor{Text: in.Text, where: in.Where, frames: set, issues: known, published: in.Published, attributions: in.Attributions, inWish: map[int]bool{}, codes: map[int]string{}, meanings: map[int][]meant{}}
	x.lower = make([]string, len(x.Tokens))
	for t := range x.Tokens {
		x.lower[t] = x.Tokens[t].Lower
	}
	x.findDates()
	x.findStatements()
	x.findDemands()
	x.findEvents()
	x.findPositions()
	x.linkIssues()
	x.Records.Persons = x.persons()
	x.confide()
	x.Records.Actors = x.mentioned()
	return x.Records
}

var loadAttributions = sync.OnceValue(func() *attribution.Model {
	m, err := attribution.Load()
	if err != nil {
		panic("the model for attributions is part of the program and cannot be read: " + err.Error())
	}
	return m
})

// extractor holds what the stages of one article share.
type extractor struct {
	*link.Text
	Records
	where     []Where
	frames    *frames.Set
	issues    *issues.Taxonomy // nil for none
	published time.Time
	lower     []string // the words of the tokens in small letters, in one piece for ahead

	attributions *attribution.Model
	dates        []when.Expr     // every time expression, ascending
	said         []said          // what findStatements knows of each statement
	touching     [][]int         // the statements whose cue or content touches a sentence
	inDemand     []bool          // tokens of what demands ask for
	vocabulary   map[string]bool // the words of the article that are no names, in small letters
	asking       int             // how deep who is in its own calls
	codes        map[int]string  // by entity, of those that were asked for
	meanings     map[int][]meant // by sentence, of those that were asked for
	firstUses    map[string]int  // the first token of each lemma; nil until asked for
	parties      map[int]int     // mentions of each state and organisation; nil until asked for
	inWish       map[int]bool    // predicates of clauses that a verb of demanding has: "insisted that they must"
}

// ahead returns up to six lower-case words from a token on, within its sentence. They are only to be read: all calls share them.
func (x *extractor) ahead(token int) []string {
	if token >= len(x.Tokens) {
		return nil
	}
	return x.lower[token:min(x.sentence(token).End, token+6)]
}

func (x *extractor) whereOf(token int) Where {
	if block := x.sentence(token).Block; block < len(x.where) {
		return x.where[block]
	}
	return Body
}

// findDates notes every time expression of the blocks, each read against the
// article's day and the day last mentioned in its block.
func (x *extractor) findDates() {
	var anchor *when.Date
	for _, block := range x.Blocks {
		found := when.Find(x.Doc.Text, block, when.Reference{Published: x.published, Anchor: anchor})
		for i := range found {
			if found[i].Date.Precision == when.Day && found[i].Bound == when.At {
				anchor = &found[i].Date
			}
		}
		x.dates = append(x.dates, found...)
	}
}

// datesFrom is the index of the first time expression that begins at a byte or behind it.
func (x *extractor) datesFrom(offset int) int {
	return sort.Search(len(x.dates), func(i int) bool { return x.dates[i].Begin >= offset })
}

// dateOf is the index of the time expression that a token stands in, or -1.
func (x *extractor) dateOf(t int) int {
	at := x.Tokens[t]
	i := sort.Search(len(x.dates), func(i int) bool { return x.dates[i].End >= at.End })
	if i < len(x.dates) && x.dates[i].Begin <= at.Begin {
		return i
	}
	return -1
}
