package link

import (
	"demarche/loader/lang/coref"
	"demarche/schema"
)

// clusters tells for each word at the head of a mention what else means the same.
type clusters struct {
	entities []coref.Entity
	of       map[int]place // by head
}

// place is where a mention stands in its cluster.
type place struct{ entity, mention int }

func (t *Text) cluster() clusters {
	c := clusters{t.Doc.Entities(), map[int]place{}}
	for i, e := range c.entities {
		for k, m := range e.Mentions {
			c.of[m.Head] = place{i, k}
		}
	}
	return c
}

// referent is the entity that a pronoun stands for: that of the nearest mention before it which means the same and is somebody, else of
// the nearest behind. It is -1 when there is none, or none that fits.
func (c clusters) referent(t *Text, token int, fits func(*Entity) bool) int {
	at, ok := c.of[token]
	if !ok {
		return -1
	}
	mentions := c.entities[at.entity].Mentions
	for k := at.mention - 1; k >= max(0, at.mention-farthest); k-- {
		if e := t.entityOf(mentions[k]); e >= 0 && fits(&t.Entities[e]) {
			return e
		}
	}
	for _, m := range mentions[at.mention+1 : min(len(mentions), at.mention+1+farthest)] {
		if e := t.entityOf(m); e >= 0 && fits(&t.Entities[e]) {
			return e
		}
	}
	return -1
}

// farthest is how many mentions of what it means a pronoun looks back or ahead.
const farthest = 100

// Antecedent returns the head of the nearest description before a pronoun that means the same ("the protesters ... they"), or -1: nobody
// of the entities, but somebody whom the text describes.
func (t *Text) Antecedent(token int) int {
	at, ok := t.clusters.of[token]
	if !ok {
		return -1
	}
	mentions := t.clusters.entities[at.entity].Mentions
	for k := at.mention - 1; k >= max(0, at.mention-farthest); k-- {
		if m := mentions[k]; m.Form == coref.Nominal && (token < m.First || m.End <= token) {
			return m.Head // not "its report" for "its"
		}
	}
	return -1
}

// Described returns the person whom a description with a definite article stands for ("the Vermont senator"), by what means the same in the text; -1
// when nobody does.
func (t *Text) Described(head int) int {
	det := t.Child(head, "det")
	if det < 0 || t.Tokens[head].Tag != "NN" || t.Tokens[det].Lower == "a" || t.Tokens[det].Lower == "an" {
		return -1
	}
	return t.clusters.referent(t, head, func(e *Entity) bool { return e.Kind == schema.Person })
}

// subjectBefore is the person who is the subject of the sentence before, for a pronoun that is the first to be somebody in its own: "The
// minister refused. He said ..." (a backward center that is kept, Grosz, Joshi and Weinstein 1995). It is -1 for other pronouns.
func (t *Text) subjectBefore(token int, fits func(*Entity) bool) int {
	i := t.SentenceOf(token)
	if i == 0 || t.Sentences[i-1].Block != t.Sentences[i].Block || !t.Is(token, "nsubj") || t.QuoteAt(t.Tokens[token].Begin) >= 0 {
		return -1
	}
	for k := t.Sentences[i].First; k < token; k++ {
		if m := t.mentionOf[k]; m >= 0 && t.Entities[t.Mentions[m].Entity].Kind == schema.Person {
			return -1
		}
	}
	for k := t.Sentences[i-1].First; k < t.Sentences[i-1].End; k++ {
		if m := t.mentionOf[k]; m >= 0 && t.Is(k, "nsubj") && t.QuoteAt(t.Tokens[k].Begin) < 0 {
			if head := t.Tokens[k].Head; head < 0 || t.Tokens[head].Head >= 0 {
				continue // of a clause
			}
			if e := t.Mentions[m].Entity; t.Mentions[m].Form != Adjective && fits(&t.Entities[e]) {
				return e
			}
			return -1
		}
	}
	return -1
}

// entityOf is the entity that a mention names or describes, or -1.
func (t *Text) entityOf(m coref.Mention) int {
	for i := m.NameFirst; i < m.NameEnd; i++ {
		if at := t.mentionOf[i]; at >= 0 && t.Mentions[at].Form != Adjective {
			return t.Mentions[at].Entity
		}
	}
	if at := t.mentionOf[m.Head]; at >= 0 && t.Mentions[at].Form != Adjective {
		return t.Mentions[at].Entity
	}
	return -1
}

// fitsPronoun tells which entities a pronoun can stand for.
func fitsPronoun(pronoun string) func(*Entity) bool {
	switch pronoun {
	case "he", "him", "his", "himself":
		return func(e *Entity) bool { return e.Kind == schema.Person && e.Gender != "female" }
	case "she", "her", "hers", "herself":
		return func(e *Entity) bool { return e.Kind == schema.Person && e.Gender != "male" }
	case "it", "its", "itself":
		return func(e *Entity) bool { return e.Kind != schema.Person }
	}
	return func(e *Entity) bool { return e.Kind != schema.Person } // they
}
