package coref

import "slices"

// Bounds of the search for candidates: they keep time linear in the length of a document.
const (
	maxCandidates  = 40
	lateCandidates = 24 // of them lately mentioned ones
	reachItems     = 60 // mentions back that are looked at
	reachSentences = 8  // and sentences
	keyEntities    = 3  // entities that are remembered for one key
)

// index remembers which entities a key may mean, the latest last.
type index map[string][]int

func (x index) add(key string, entity int) {
	list := x[key]
	if k := slices.Index(list, entity); k >= 0 {
		list = slices.Delete(list, k, k+1)
	} else if len(list) >= keyEntities {
		list = slices.Delete(list, 0, 1)
	}
	x[key] = append(list, entity)
}

// findKeys gives the keys under which an item is remembered and looked for: the words of
// names and titles, acronyms, heads of descriptions, I, we and you.
func (i *item) findKeys() []string {
	switch i.group {
	case names:
		keys := append(slices.Clone(i.words), i.titles...)
		for _, initials := range i.initials {
			keys = append(keys, "@"+initials)
		}
		if len(i.words) == 1 {
			keys = append(keys, "@"+i.words[0])
		}
		return keys
	case nominals:
		return []string{i.lemma.text}
	case speechPerson:
		return []string{"~" + i.pronoun.class}
	}
	return nil
}

// candidates lists the entities that an item may join: what grammar ties it to, lately
// mentioned ones from the nearest on, then those that share a key.
func (r *ranker) candidates(i *item) []int {
	r.list = r.list[:0]
	if i.linked >= 0 {
		r.addCandidate(i, r.entityOf[i.linked])
	}
	if i.group == speechPerson {
		r.addCandidate(i, r.sourceEntity(i))
	}
	if i.group != names { // names are known by their words
		for before := i.at - 1; before >= max(0, i.at-reachItems) && len(r.list) < lateCandidates; before-- {
			if i.sentence-r.items[before].sentence > reachSentences {
				break
			}
			r.addCandidate(i, r.entityOf[before])
		}
	}
	for _, key := range i.keys {
		for _, e := range slices.Backward(r.index[key]) {
			r.addCandidate(i, e)
		}
	}
	return r.list
}

func (r *ranker) addCandidate(i *item, e int) {
	if e < 0 || len(r.list) >= maxCandidates || r.marks[e] == i.at+1 {
		return
	}
	r.marks[e] = i.at + 1
	if !r.entities[e].excludes(i) {
		r.list = append(r.list, e)
	}
}

// excludes reports whether an item surely does not mean an entity. The training data have too
// few men and women side by side to learn the half of it.
func (e *entity) excludes(i *item) bool {
	switch i.group {
	case speechPerson:
		return e.saidByOther(i)
	case thirdPerson:
		gender := e.gender()
		return gender != AnyGender && (i.Gender != AnyGender && i.Gender != gender || i.pronoun.class == "it")
	}
	return false
}

// saidByOther reports whether another quotation has used the pronoun of an item for an
// entity: two who are quoted do not both mean it by "I".
func (e *entity) saidByOther(i *item) bool {
	said := e.speakers[speakerSlot(i.pronoun.class)]
	return said >= 0 && said != i.speaker && (said >= quoteSpeaker || i.speaker >= quoteSpeaker)
}
