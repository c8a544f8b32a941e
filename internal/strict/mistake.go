package strict

import "fmt"

// Mistake is one thing that is wrong in a file.
type Mistake struct {
	File string
	Line int    // from 1; 0 when it is not known
	Key  string // the key whose value is wrong, or that is unknown; empty when it is not about one
	Text string // what is wrong, and what to do
}

// Error begins with "file:line: ".
func (m *Mistake) Error() string {
	if m.Line == 0 {
		return m.File + ": " + m.Text
	}
	return fmt.Sprintf("%s:%d: %s", m.File, m.Line, m.Text)
}

// Mistakes returns the mistakes that an error is made of, in its order.
func Mistakes(err error) []*Mistake {
	switch err := err.(type) {
	case *Mistake:
		return []*Mistake{err}
	case interface{ Unwrap() error }:
		return Mistakes(err.Unwrap())
	case interface{ Unwrap() []error }:
		var all []*Mistake
		for _, one := range err.Unwrap() {
			all = append(all, Mistakes(one)...)
		}
		return all
	}
	return nil
}
