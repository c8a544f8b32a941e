package extract

import (
	"time"

	"demarche/internal/span"
	"demarche/loader/link"
	"demarche/loader/when"
	"demarche/schema/frames"
)

// Input is an article that is ready for extraction.
type Input struct {
	Text      *link.Text
	Where     []Where   // for each block of the text
	Published time.Time // midnight UTC of the day; zero when unknown
}

// Extract reads the records of an article. The route is the one of a careful
// reader: who says what first, since that tells whose demands the rest are;
// then the demands, what happened, and who stands where.
func Extract(in Input, set *frames.Set) Records {
	x := &extractor{Text: in.Text, where: in.Where, frames: set, published: in.Published}
	x.findDates()
	x.findStatements()
	x.findDemands()
	x.findEvents()
	x.findPositions()
	x.Records.Persons = x.persons()
	x.Records.Actors = x.mentioned()
	return x.Records
}

// extractor holds what the stages of one article share.
type extractor struct {
	*link.Text
	Records
	where     []Where
	frames    *frames.Set
	published time.Time

	dates   []when.Expr  // every time expression, ascending
	said    []said       // what findStatements knows of each statement
	taken   map[int]bool // quotations (index) that a statement has used
	inBlock [][]int      // the statements of each block
}

// said is what later stages need to know of a statement.
type said struct {
	group   int       // verb group of the cue, -1 for others
	speaker int       // entity, -1 when it is none
	content span.Span // from the first to the last content
	block   int
}

// words returns the lower-case words of the tokens [first, end).
func (x *extractor) words(first, end int) []string {
	all := make([]string, 0, end-first)
	for i := first; i < end; i++ {
		all = append(all, x.Tokens[i].Lower)
	}
	return all
}

// ahead returns up to six lower-case words from a token on, within its sentence.
func (x *extractor) ahead(token int) []string {
	if token >= len(x.Tokens) {
		return nil
	}
	return x.words(token, min(x.sentence(token).End, token+6))
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
