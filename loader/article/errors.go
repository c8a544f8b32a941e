package article

import (
	"errors"
	"fmt"
)

// The reasons why a file or a record gives no article. Every error that Read
// and Decode yield for bad input wraps one of them.
var (
	ErrEmpty      = errors.New("it is empty")
	ErrBinary     = errors.New("it is not text")
	ErrTooBig     = fmt.Errorf("it is over the limit of %d MB; split it into smaller files", MaxSize>>20)
	ErrEncoding   = errors.New("its encoding cannot be told; convert it to UTF-8")
	ErrGzip       = errors.New("its gzip compression is broken; compress it again")
	ErrRecord     = errors.New("the record is broken")
	ErrPageTooBig = fmt.Errorf("it is over %d MB, more than one page; put many articles into JSON Lines", maxPage>>20)
	ErrNotArticle = errors.New("it is not an article: no running text was found")
)

// sizeError is ErrTooBig for a limit of the caller's.
type sizeError int64

// Error names the limit.
func (e sizeError) Error() string {
	return fmt.Sprintf("it is over the limit of %d bytes; split it into smaller files", int64(e))
}

// Unwrap gives ErrTooBig.
func (sizeError) Unwrap() error { return ErrTooBig }

// Error says which file, and which part of it, could not be read and why.
type Error struct {
	Source string // the file as the user named it
	Line   int    // line of the record, from 1; 0 when the whole file is meant
	Record int    // number of the record, from 1; 0 when the whole file is meant
	Err    error  // the reason
}

// Error names the file, the place in it and the reason.
func (e *Error) Error() string {
	switch {
	case e.Line > 0:
		return fmt.Sprintf("reading %s, line %d: %v", e.Source, e.Line, e.Err)
	case e.Record > 0:
		return fmt.Sprintf("reading %s, record %d: %v", e.Source, e.Record, e.Err)
	default:
		return fmt.Sprintf("reading %s: %v", e.Source, e.Err)
	}
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }
