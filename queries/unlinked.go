package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/schema"
)

// Unlinked is an actor that only articles know. It is shared and must not be
// changed.
type Unlinked struct {
	ID      string   // "unlinked:yuri-ushakov"
	Name    string   // the first by letters of the names that articles give it
	Kind    string   // person, country and so on; empty when no article says
	Aliases []string // other forms that articles use, ascending
}

// strangers remembers the actors that only articles know: which there are is
// one look-up, what they are called is thousands.
type strangers struct {
	mu     sync.Mutex
	read   time.Time // when the names were read
	looked time.Time // when it was last seen which there are
	quads  int       // how many quads said then that an actor is not linked
	byID   map[string]*Unlinked
	all    []*Unlinked
}

// namesFor is how long names of unlinked actors are believed: a later article
// may add one to an actor that is already there.
const namesFor = 5 * time.Minute

// listFor is how long the list is believed without a look at the graph: who types
// a name asks at every key.
const listFor = 2 * time.Second

// Unlinked returns the actors that only articles know, ascending by name. The
// first call reads all their names; later ones read those that are new, at most
// every two seconds, and all again after five minutes.
func (e *Engine) Unlinked(ctx context.Context) ([]*Unlinked, error) {
	known := &e.strangers
	known.mu.Lock()
	defer known.mu.Unlock()
	if time.Since(known.looked) < listFor {
		return known.all, nil
	}
	err := e.Graph.View(ctx, func(r Reader) error {
		counts, err := r.Counts(schema.Linked, []quad.Value{quad.Bool(false)})
		if err != nil {
			return err
		}
		count := counts[quad.Bool(false)]
		stale := time.Since(known.read) > namesFor
		if !stale && count == known.quads {
			return nil
		}
		if stale {
			known.byID = map[string]*Unlinked{}
		}
		if err := known.refresh(r); err != nil {
			return err
		}
		if stale {
			known.read = time.Now()
		}
		known.quads = count
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("listing the actors that only articles know: %w", err)
	}
	known.looked = time.Now()
	return known.all, nil
}

// refresh brings the list up to the graph and reads the names of the new.
func (k *strangers) refresh(r Reader) error {
	nodes, err := r.Subjects(schema.Linked, quad.Bool(false))
	if err != nil {
		return err
	}
	present := make(map[string]*Unlinked, len(nodes))
	var fresh []quad.Value
	for _, node := range nodes {
		id, ok := actorID(node)
		switch {
		case !ok:
		case k.byID[id] != nil:
			present[id] = k.byID[id]
		default:
			present[id] = &Unlinked{ID: id, Name: id}
			fresh = append(fresh, node)
		}
	}
	for some := range slices.Chunk(fresh, readAtOnce) {
		facts, err := r.Facts(some, []quad.IRI{schema.Label, schema.Type, schema.Alias})
		if err != nil {
			return err
		}
		for _, q := range facts {
			id, _ := actorID(q.Subject)
			present[id].learn(q)
		}
	}
	k.byID, k.all = present, nil
	for _, node := range fresh {
		id, _ := actorID(node)
		present[id].tidy()
	}
	for _, u := range present {
		k.all = append(k.all, u)
	}
	slices.SortFunc(k.all, func(a, b *Unlinked) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
	return nil
}

// learn takes in what a quad says of the actor.
func (u *Unlinked) learn(q quad.Quad) {
	text := schema.StringOf(q.Object)
	switch q.Predicate {
	case quad.IRI(schema.Type):
		if kind, ok := kinds[quad.IRI(text)]; ok {
			u.Kind = string(kind)
		}
	case quad.IRI(schema.Alias):
		u.Aliases = append(u.Aliases, text)
	default:
		if text != "" && (u.Name == u.ID || text < u.Name) {
			u.Name = text
		}
	}
}

// tidy orders the other forms of the name and leaves out the name itself.
func (u *Unlinked) tidy() {
	name := topic.Fold(u.Name)
	slices.Sort(u.Aliases)
	u.Aliases = slices.DeleteFunc(slices.Compact(u.Aliases), func(form string) bool { return topic.Fold(form) == name })
}
