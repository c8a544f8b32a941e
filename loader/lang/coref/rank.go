package coref

// ranker goes through the items of a document. It belongs to one call of Resolve.
type ranker struct {
	*text
	model    *model
	items    []item
	entities []*entity
	entityOf []int       // of each item, -1 before it is resolved
	sources  map[int]int // quotation -> item that it is ascribed to, or -1
	index    index
	marks    []int // of each entity: number, from 1, of the item that last had it among its candidates
	list     []int // candidates
	choices  []choice
}

// choice is what an item may do: join an entity, or begin one (entity -1).
type choice struct {
	entity int
	values values
	agrees *atom
	place  int // how late a search for an antecedent meets the entity
	often  int // how often it was mentioned
}

func newRanker(d *Document, m *model) *ranker {
	t := newText(d, m.nouns)
	mentions := t.findMentions()
	r := &ranker{text: t, model: m, index: index{}, items: make([]item, len(mentions)), entityOf: make([]int, len(mentions))}
	itemAt := make(map[int]int, len(mentions)) // head word -> item
	for i, m := range mentions {
		r.items[i] = t.newItem(i, m)
		r.entityOf[i] = -1
		itemAt[m.Head] = i
	}
	r.ties(itemAt)
	r.sources = t.sources(itemAt)
	r.speakers()
	return r
}

// Numbers of speakers begin here for quotations whose source is not known, and for
// entities that are the source of a quotation. Below them are the speakers of a
// transcript, and 0 is the text itself.
const (
	quoteSpeaker  = 1 << 29
	sourceSpeaker = 1 << 30
)

// speakers numbers who says each mention, as far as that is known from the start.
func (r *ranker) speakers() {
	numbers := map[string]int{"": 0}
	for i := range r.items {
		it := &r.items[i]
		if it.sentence < len(r.Speakers) {
			name := r.Speakers[it.sentence]
			if _, ok := numbers[name]; !ok {
				numbers[name] = len(numbers)
			}
			it.speaker = numbers[name]
		}
		if it.quote >= 0 {
			it.speaker = quoteSpeaker + it.quote
		}
	}
}

// sourceEntity is the entity that the quotation of an item is ascribed to, or -1.
func (r *ranker) sourceEntity(i *item) int {
	if i.quote < 0 {
		return -1
	}
	if s, ok := r.sources[i.quote]; ok && s >= 0 {
		return r.entityOf[s]
	}
	return -1
}

// sequence gives the items in the order in which they are resolved: what quotations say in
// the first and second person comes at the end of the paragraph.
func (r *ranker) sequence() []int {
	var all, late []int
	for i := range r.items {
		it := &r.items[i]
		if i > 0 && it.paragraph != r.items[i-1].paragraph {
			all, late = append(all, late...), late[:0]
		}
		if it.group == speechPerson && it.quote >= 0 {
			late = append(late, i)
		} else {
			all = append(all, i)
		}
	}
	return append(all, late...)
}

// consider fills in the choices of an item: beginning an entity, then the candidates.
func (r *ranker) consider(at int) []choice {
	i := &r.items[at]
	if e := r.sourceEntity(i); e >= 0 {
		i.speaker = sourceSpeaker + e
	}
	first := choice{entity: -1}
	i.describe(&first.values)
	r.choices = append(r.choices[:0], first)
	for _, e := range r.candidates(i) {
		r.choices = append(r.choices, choice{entity: e, values: first.values})
		r.compare(&r.choices[len(r.choices)-1], i)
	}
	agreed := r.rankChoices()
	r.beginning(&r.choices[0].values, i, agreed)
	return r.choices
}

// describe fills in the values of the item alone.
func (i *item) describe(v *values) {
	v[class], v[role], v[relation], v[kind], v[number] = i.class, i.role, i.relation, i.kind, i.number
	v[lemma], v[verb], v[speech] = i.lemma, i.verb, i.speech
	v[quoted] = truth(i.quote >= 0)
}

// rankChoices counts for each entity those that agree with the item and are nearer, come
// first in order of places, or were mentioned more often. It returns how many agree.
func (r *ranker) rankChoices() int {
	agreed := 0
	for c := 1; c < len(r.choices); c++ {
		mine := &r.choices[c]
		earlier, oftener := 0, 0
		for o := 1; o < len(r.choices); o++ {
			other := &r.choices[o]
			if o == c || other.agrees != agreesWell && other.agrees != agreesOpen {
				continue
			}
			if other.place < mine.place {
				earlier++
			}
			if other.often > mine.often {
				oftener++
			}
		}
		v := &mine.values
		v[rank], v[order], v[focus] = ranks.of(agreed), ranks.of(earlier), ranks.of(oftener)
		if mine.agrees == agreesWell || mine.agrees == agreesOpen {
			agreed++
		}
	}
	return agreed
}

// beginning fills in the values for beginning an entity.
func (r *ranker) beginning(v *values, i *item, agreed int) {
	v[closest] = r.closest(i)
	v[agreeing] = ranks.of(agreed)
	v[mods] = modCounts.of(len(i.modifiers))
	v[start] = truth(i.sentence < headline)
	v[tie] = linkAtoms[i.link]
	v[complement] = truth(i.governor >= 0 && r.hasComplement(i.governor))
}

// hasComplement reports whether a clause hangs on a word that "it" before it may stand for.
func (t *text) hasComplement(w int) bool {
	return t.below(w, "expl", "csubj", "ccomp") >= 0 || t.Words[w].UPOS == "ADJ" && t.below(w, "advcl", "xcomp") >= 0
}

// closest says how close the name or description of the closest candidate is.
func (r *ranker) closest(i *item) *atom {
	slot, order := sameMods, modsOrder
	if i.group == names {
		slot, order = sameName, nameOrder
	}
	for _, relation := range order {
		for c := 1; c < len(r.choices); c++ {
			if r.choices[c].values[slot] == relation {
				return relation
			}
		}
	}
	return no
}

// best returns the entity that an item joins, or -1.
func (r *ranker) best(at int) int {
	r.consider(at)
	if c := r.sure(at); c >= 0 {
		return r.choices[c].entity
	}
	best, highest := 0, r.score(at, 0)
	for c := 1; c < len(r.choices); c++ {
		if score := r.score(at, c); score > highest {
			best, highest = c, score
		}
	}
	return r.choices[best].entity
}

// templatesOf are those for a choice of an item.
func (r *ranker) templatesOf(at, c int) []template {
	if r.choices[c].entity < 0 {
		return begins[r.items[at].group]
	}
	return joins[r.items[at].group]
}

func (r *ranker) score(at, c int) float32 {
	templates, sum := r.templatesOf(at, c), float32(0)
	for t := range templates {
		if feature, ok := templates[t].feature(&r.choices[c].values); ok {
			sum += r.model.weight(feature)
		}
	}
	return sum
}

// join lets an item join an entity, or begin one when the entity is -1.
func (r *ranker) join(at, e int) {
	if e < 0 {
		e = len(r.entities)
		r.entities = append(r.entities, newEntity())
		r.marks = append(r.marks, 0)
	}
	i := &r.items[at]
	r.entityOf[at] = e
	r.entities[e].add(i, r.owner(i))
	if i.Form == Nominal && (i.link == apposition || i.link == predicate) && r.entityOf[i.linked] == e {
		collect(&r.entities[e].titles, i.lemma.text)
	}
	for _, key := range i.keys {
		r.index.add(key, e)
	}
}
