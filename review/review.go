// Package review keeps what people decide about extracted records: a reviewer
// accepts a record, corrects it or rejects it. Decisions are quads in the graph,
// and come out as a list, as gold for measuring extraction, and as figures of
// how far the reviewers agree.
//
// # Format
//
// A review is a document of its own: its IRI is the label of its quads, so that
// loading or removing the article leaves it alone. It holds a copy of what was
// judged, as text, so that it says what was meant when the record is found no
// longer, and so that questions about records meet no copies of them. All offsets
// are code points of the article's text, half-open.
//
// # Invariants
//
// Of several decisions of a reviewer on a record the latest counts. A review is
// never changed: it is added, or taken out as a whole, after which the decision
// before it counts again. A review of a record that is stored stands for it; else
// it stands for the record of the same article and kind that is most like what
// was judged, if half of it agrees (see alike); else for none, and it is an
// orphan.
//
// # Concurrency
//
// A Book is safe for concurrent use. Each decision is one transaction. Where
// several programs share a database, two decisions of a reviewer at once may have
// one number; all programs then agree which of them is the later.
package review

import (
	"cmp"
	"errors"
	"time"
)

// The errors of reviewing.
var (
	ErrUnknown = errors.New("not found")           // there is no such record or review
	ErrInvalid = errors.New("decision not usable") // what was sent cannot be used as it is
)

// Verdict is what a reviewer decided about a record.
type Verdict string

// The verdicts.
const (
	Accept  Verdict = "accept"  // it is right as it is
	Correct Verdict = "correct" // it is there, and some of its fields are other than extracted
	Reject  Verdict = "reject"  // there is no such record
)

// Verdicts are all verdicts.
var Verdicts = []Verdict{Accept, Correct, Reject}

// Bounds of what a reviewer may write, in code points, and of the values of one field.
const (
	MaxReviewer = 100
	MaxComment  = 4000
	MaxValue    = 2000
	MaxValues   = 100
)

// Decision is what a reviewer says of a record.
type Decision struct {
	Record   string // IRI, with or without "demarche:"
	Reviewer string
	Verdict  Verdict
	Comment  string
	// Correction is the fields that are other than extracted, with their values;
	// no value says that there is none. See Kind.Fields for the names. An actor is
	// the IRI or id of one that the catalogue or the graph knows, or a name; spans
	// are one text, "1023-1085 1090-1100".
	Correction map[string][]string
	Time       time.Time
}

// Review is a stored decision.
type Review struct {
	IRI      string
	Record   string // IRI that the record had
	Article  string // IRI
	Digest   string // of the article's content when it was judged
	Headline string // of the article then
	Kind     string // name of a Kind
	Reviewer string
	Verdict  Verdict
	Comment  string
	Time     time.Time // to the second
	Revision int       // the reviewer's decisions on the article, from 1
	Judged   Fields    // the record as it was
	// Corrected is the fields that the reviewer has otherwise; one without values
	// has none.
	Corrected Fields
}

// Label is the line for people that the record had.
func (r *Review) Label() string { return r.Judged.text(fieldLabel) }

// Holds returns the record as the reviewer holds it to be right, and false when
// the reviewer holds that there is none.
func (r *Review) Holds() (Fields, bool) {
	if r.Verdict == Reject {
		return nil, false
	}
	return r.Judged.with(r.Corrected), true
}

// compare orders decisions: by time, and within a second by the reviewer's count.
// The IRI decides where two programs gave one number.
func compare(a, b *Review) int {
	return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.Revision, b.Revision), cmp.Compare(a.IRI, b.IRI))
}

// Standing is a review with what it stands for now.
type Standing struct {
	Review
	Found   string // IRI of the record that it stands for; empty for an orphan
	Removed bool   // the article is no longer stored
	Latest  bool   // no later decision of the reviewer is on the same record

	unit string // the same for all reviews of one record
}
