package coref

// atom is a value of a feature: its text, for people and the model file, and its hash,
// for speed. A nil atom is an absent value.
type atom struct {
	text string
	hash uint64
}

const (
	hashOffset = 0xcbf29ce484222325
	hashPrime  = 0x100000001b3
)

func newAtom(text string) *atom {
	hash := uint64(hashOffset)
	for i := range len(text) {
		hash = (hash ^ uint64(text[i])) * hashPrime
	}
	return &atom{text, hash}
}

// mix adds the hash of a value to that of a feature.
func mix(feature, value uint64) uint64 {
	feature = (feature ^ value) * 0x9E3779B97F4A7C15
	return feature ^ feature>>29
}

// atoms makes one atom for each text.
func atoms(texts ...string) []*atom {
	all := make([]*atom, len(texts))
	for i, text := range texts {
		all[i] = newAtom(text)
	}
	return all
}

// scale names the steps of a count: 0 to below bounds[0] is the first name, and so on.
type scale struct {
	bounds []int
	names  []*atom
}

func newScale(bounds []int, names ...string) scale { return scale{bounds, atoms(names...)} }

func (s scale) of(count int) *atom {
	for i, bound := range s.bounds {
		if count < bound {
			return s.names[i]
		}
	}
	return s.names[len(s.names)-1]
}
