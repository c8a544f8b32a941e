package syntax

import (
	"fmt"
	"strings"
)

// A template is a conjunction of atoms, each the attribute of a node: "S0.w N0.t"
// pairs the word on top of the stack with the tag of the next word. Its feature is
// the hash of its number and the atoms' values.

// vocabulary numbers the atoms that a set of templates may use: every node has every attribute.
type vocabulary struct {
	nodes, attributes []string
}

// templates is a set of templates, compiled: the numbers of the atoms of each.
type templates struct {
	atoms [][]uint8
	size  int // number of features, one per template
}

// compile reads one template per line; a word starting with # ends the line.
func (v vocabulary) compile(source string) *templates {
	index := map[string]int{}
	for i, node := range v.nodes {
		for j, attribute := range v.attributes {
			index[node+"."+attribute] = i*len(v.attributes) + j
		}
	}
	set := &templates{}
	for line := range strings.Lines(source) {
		line, _, _ = strings.Cut(line, "#")
		var atoms []uint8
		for _, name := range strings.Fields(line) {
			number, ok := index[name]
			if !ok || number > 255 {
				panic(fmt.Sprintf("syntax: the feature table names the unknown atom %q", name))
			}
			atoms = append(atoms, uint8(number))
		}
		if len(atoms) > 0 {
			set.atoms = append(set.atoms, atoms)
		}
	}
	set.size = len(set.atoms)
	return set
}

// maxAtoms and maxFeatures bound the scratch space of one instance.
const (
	maxAtoms    = 256
	maxFeatures = 160
)

// instance is the scratch space in which the features of one decision are made.
type instance struct {
	atoms    [maxAtoms]uint64
	features [maxFeatures]uint64
}

// make returns the features of the atoms; they are valid until the next call.
func (x *instance) make(set *templates) []uint64 {
	out := x.features[:set.size]
	for i, atoms := range set.atoms {
		hash := uint64(i+1) * 0x9E3779B97F4A7C15
		for _, atom := range atoms {
			hash = (hash ^ x.atoms[atom]) * 0xD6E8FEB86659FD93
			hash ^= hash >> 32
		}
		out[i] = hash
	}
	return out
}
