// Package graph keeps quads: it opens a store, replaces all quads of a label in
// one transaction, loads any number of labels, reads by index, and runs queries
// in Cayley's languages. It knows quads and labels and nothing of what they say.
//
// # Invariants
//
// Every quad has a label, and the label is an IRI. Replace makes the quads of a
// label exactly those given; the difference alone is written. Times are stored
// in UTC to the second, because that is what Cayley's hash of a value sees.
//
// # Back ends
//
// "memory", "bolt" and "leveldb" share one layout of keys, which is the one
// Cayley's kv.QuadStore reads; "postgres" and "cockroach" use the tables of
// Cayley's sql.QuadStore. Cayley reads through these; the writing is done here,
// because Cayley's own writers leave dead entries in the indexes and keep
// changes of an aborted transaction in their caches. Therefore nothing else may
// write to the store, Cayley's command line included.
//
// # Concurrency
//
// A Store is safe for concurrent use. Writes are serialised and each is atomic.
// View, Query, Results and Snapshot each read one state of the store from
// beginning to end: they see a label's quads as one Replace left them, never a
// mixture, and neither wait for a write nor make one wait. On SQL back ends this
// holds for View; a Cayley query there sees one state per SQL statement.
// One write makes readers wait: Load into an empty PostgreSQL store.
// Replace, Load, Delete and Close must not be called inside View.
//
// A View is for the goroutine that got it, and ends with the function.
package graph
