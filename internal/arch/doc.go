// Package arch holds the rules of the source tree as tests: which package may
// import which, which package is the one door of a third-party library, that
// every package says what it promises, and how long a file may grow. It
// contains nothing else.
package arch
