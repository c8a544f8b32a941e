package desk

import (
	"sync/atomic"
	"time"

	"demarche/schema"
)

// Catalogue is the known actors while actors can be added: every call sees the
// catalogue as it is at that moment.
type Catalogue struct {
	now atomic.Pointer[schema.Catalogue]
}

// NewCatalogue returns the catalogue c.
func NewCatalogue(c *schema.Catalogue) *Catalogue {
	live := &Catalogue{}
	live.now.Store(c)
	return live
}

// Now returns the catalogue as it is.
func (c *Catalogue) Now() *schema.Catalogue { return c.now.Load() }

// Actor is the method of schema.Catalogue.
func (c *Catalogue) Actor(id string) (*schema.Actor, bool) { return c.Now().Actor(id) }

// Actors is the method of schema.Catalogue.
func (c *Catalogue) Actors() []*schema.Actor { return c.Now().Actors() }

// Find is the method of schema.Catalogue.
func (c *Catalogue) Find(name string) []schema.Match { return c.Now().Find(name) }

// Surname is the method of schema.Catalogue.
func (c *Catalogue) Surname(name string) []*schema.Actor { return c.Now().Surname(name) }

// Suggest is the method of schema.Catalogue.
func (c *Catalogue) Suggest(text string, n int) []*schema.Actor { return c.Now().Suggest(text, n) }

// Holders is the method of schema.Catalogue.
func (c *Catalogue) Holders(title, of string, day time.Time) []*schema.Actor {
	return c.Now().Holders(title, of, day)
}
