package graph

import "errors"

// Errors of opening a store.
var (
	// ErrBackend means that Options name no back end of this package.
	ErrBackend = errors.New("unknown back end")
	// ErrLocked means that another process, or another Store of this one, has
	// the store open.
	ErrLocked = errors.New("store is in use by another process")
	// ErrNotStore means that the place holds something else.
	ErrNotStore = errors.New("not a store of this program")
	// ErrConnections means that Options allow too few for the back end to work.
	ErrConnections = errors.New("too few connections")
	// ErrNothing means that there is no store to read yet.
	ErrNothing = errors.New("nothing is stored there yet")
	// ErrVersion means that the store was written in another format or by
	// another back end.
	ErrVersion = errors.New("store has another format")
)

// Errors of changing a store.
var (
	// ErrReadOnly means that the store was opened for reading only.
	ErrReadOnly = errors.New("store is open for reading only")
	// ErrClosed means that the store, or the snapshot, is closed.
	ErrClosed = errors.New("store is closed")
	// ErrLabel means that a quad's label is missing, no IRI, or not that of its
	// document.
	ErrLabel = errors.New("wrong label")
	// ErrQuad means that a quad lacks its subject, predicate or object.
	ErrQuad = errors.New("incomplete quad")
	// ErrUnknownLabel means that no quad has the label.
	ErrUnknownLabel = errors.New("unknown label")
)

// Errors of running a query.
var (
	// ErrLanguage means that the query language is not offered.
	ErrLanguage = errors.New("unknown query language")
	// ErrQuery means that the query's text is wrong; the message says where.
	ErrQuery = errors.New("bad query")
	// ErrTooManyRows means that the query has more rows than Limits.Rows; those
	// before were given.
	ErrTooManyRows = errors.New("more rows than the limit")
	// ErrTooLong means that Limits.Time passed before the query ended.
	ErrTooLong = errors.New("query took longer than its limit")
	// ErrTooMuchMemory means that memory grew by more than Limits.Memory while
	// the query ran.
	ErrTooMuchMemory = errors.New("query used more memory than its limit")
)

// errStop ends a scan early; it never leaves the package.
var errStop = errors.New("stop")
