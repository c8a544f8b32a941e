package graph

import (
	"sync"

	"github.com/cayleygraph/quad"
)

const (
	// nameCacheSize is how many values a generation of the cache holds: actors,
	// predicates, labels and what else questions return again and again.
	nameCacheSize = 1 << 16
	// nameCacheLimit keeps the texts of articles out of the cache, in bytes.
	nameCacheLimit = 512
)

// nameCache remembers which value a key stands for: an id, which is given once
// and never again, or a hash, so that an entry cannot become wrong. It has two
// generations: when the young one is full it becomes the old one, and what was
// not used since is forgotten.
type nameCache[K comparable] struct {
	mu         sync.RWMutex
	size       int
	young, old map[K]quad.Value
}

func newNameCache[K comparable](size int) *nameCache[K] {
	return &nameCache[K]{size: size, young: make(map[K]quad.Value)}
}

func (c *nameCache[K]) get(id K) (quad.Value, bool) {
	c.mu.RLock()
	v, ok := c.young[id]
	if ok {
		c.mu.RUnlock()
		return v, true
	}
	v, ok = c.old[id]
	c.mu.RUnlock()
	if ok {
		c.put(id, v, 0)
	}
	return v, ok
}

// put remembers the value unless its size in bytes is over the limit.
func (c *nameCache[K]) put(id K, v quad.Value, bytes int) {
	if bytes > nameCacheLimit {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.young) >= c.size {
		c.old, c.young = c.young, make(map[K]quad.Value, c.size/4)
	}
	c.young[id] = v
}
