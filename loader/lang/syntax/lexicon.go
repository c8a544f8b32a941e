package syntax

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"slices"
)

// lexicon tells the clusters of frequent words and the tags they had in training:
// a hash table of bytes with slots of uint32 check, uint16 class, fine and coarse
// cluster, and sure tag, all little-endian, behind the uint32 number of slots. Words are looked
// up as they are written, then in lower case.
type lexicon struct {
	slots uint64
	data  []byte
}

// entry is what a lexicon says of a word; zero is unknown.
type entry struct {
	class, fine, coarse uint16
	sure                uint16 // the only Penn tag of a frequent word, from 1; 0 for others
}

const lexiconSlot = 12

func openLexicon(packed []byte) (lexicon, error) {
	if len(packed) < 4 {
		return lexicon{}, errors.New("lexicon is shorter than its header")
	}
	l := lexicon{uint64(binary.LittleEndian.Uint32(packed)), packed[4:]}
	if l.slots < 1 || l.slots*lexiconSlot != uint64(len(l.data)) {
		return lexicon{}, errors.New("lexicon does not agree with its header")
	}
	return l, nil
}

func lexiconCheck(key uint64) uint32 { return uint32(key>>3) | 1 }

func lexiconPlace(key, slots uint64) uint64 {
	at, _ := bits.Mul64(key*0x9E3779B97F4A7C15, slots)
	return at
}

func (l lexicon) find(key uint64) (entry, bool) {
	check := lexiconCheck(key)
	for at := lexiconPlace(key, l.slots); ; at = (at + 1) % l.slots {
		slot := l.data[at*lexiconSlot : at*lexiconSlot+lexiconSlot]
		switch binary.LittleEndian.Uint32(slot) {
		case check:
			return entry{binary.LittleEndian.Uint16(slot[4:]), binary.LittleEndian.Uint16(slot[6:]), binary.LittleEndian.Uint16(slot[8:]), binary.LittleEndian.Uint16(slot[10:])}, true
		case 0:
			return entry{}, false
		}
	}
}

// look fills in what the lexicon knows of the word.
func (l lexicon) look(f *form) {
	found, ok := l.find(f.exact)
	if !ok {
		found, _ = l.find(f.lower)
	}
	f.class, f.fine, f.coarse = uint64(found.class), uint64(found.fine), uint64(found.coarse)
	f.sure = uint64(found.sure)
}

// packLexicon lays out entries by key.
func packLexicon(entries map[uint64]entry) []byte {
	keys := make([]uint64, 0, len(entries))
	for key := range entries {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	slots := uint64(len(keys))*5/3 + 1
	data := make([]byte, 4+slots*lexiconSlot)
	binary.LittleEndian.PutUint32(data, uint32(slots))
	for _, key := range keys {
		at := lexiconPlace(key, slots)
		for binary.LittleEndian.Uint32(data[4+at*lexiconSlot:]) != 0 {
			at = (at + 1) % slots
		}
		slot, e := data[4+at*lexiconSlot:], entries[key]
		binary.LittleEndian.PutUint32(slot, lexiconCheck(key))
		binary.LittleEndian.PutUint16(slot[4:], e.class)
		binary.LittleEndian.PutUint16(slot[6:], e.fine)
		binary.LittleEndian.PutUint16(slot[8:], e.coarse)
		binary.LittleEndian.PutUint16(slot[10:], e.sure)
	}
	return data
}
