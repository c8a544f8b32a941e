// Package queue carries messages from those who have articles to those who load
// them, and loses none: a message is kept until a worker says that its work is
// done. It is the one door to NATS JetStream, and knows keys and bytes only.
//
// # Delivery
//
// A message is delivered at least once. It is taken out when the handler of Work
// returned nil, so that a handler which can be repeated without harm gives the
// effect of exactly one delivery. A handler that fails gets the message again,
// after a wait that doubles; when it failed as often as Options.Attempts allow,
// or says that no repetition can help (Refuse), the message becomes a dead
// letter, which is kept with the reason until somebody retries or purges it.
//
// # Order
//
// Messages of one key are versions of one thing. Work never has two versions of
// a key in hand at the same time, over all workers: a later one waits for the
// earlier, and an earlier one that waits for another try is passed over when a
// later one has come. Messages of different keys are in no order. A worker that
// stands still for longer than Options.Silence and then goes on is the one case
// in which an older version may be worked on beside, or after, a newer one.
//
// A version that waits in the queue already is not taken in again.
//
// # Bounds
//
// The queue holds Options.MaxMessages messages and Options.MaxBytes bytes; beyond
// that Send fails with ErrFull, and nothing that is in the queue goes. Workers
// ask for what they can do now: one message for each handler that runs.
//
// # Servers
//
// With Options.URL the queue is on servers elsewhere. Without, it is a folder of
// this machine: the first process that opens it is the server for all others,
// on a port of 127.0.0.1 with a secret that only the folder's owner can read, and
// when it ends another takes over (ErrLost, and open again).
//
// A Queue is safe for concurrent use.
package queue
