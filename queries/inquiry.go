package queries

import "slices"

// inquiry finds the demands to which a record may be an answer.
type inquiry struct {
	all     []*pending
	byTopic map[string][]int // places in all, by stem
	bySide  map[string][]int // by id
	byName  map[string][]naming
	matches []match // of one record, by place in all
}

// naming is a name of a demander.
type naming struct {
	place int
	stems []string
}

// match is what a record shares with a demand.
type match struct {
	shared int  // words
	to     bool // it is said to the demander
	about  bool // it names the demander
}

func newInquiry(all []*pending) *inquiry {
	q := &inquiry{all: all, byTopic: map[string][]int{}, bySide: map[string][]int{}, byName: map[string][]naming{}, matches: make([]match, len(all))}
	for i, p := range all {
		for _, stem := range p.topics {
			q.byTopic[stem] = append(q.byTopic[stem], i)
		}
		for _, id := range p.by {
			q.bySide[id] = append(q.bySide[id], i)
		}
		for _, stems := range p.names {
			q.byName[stems[0]] = append(q.byName[stems[0]], naming{i, stems})
		}
	}
	return q
}

// judge gives each demand the records that are candidates for it.
func (q *inquiry) judge(records []*utterance) {
	for _, u := range records {
		q.match(u)
		for i, p := range q.all {
			if m := q.matches[i]; m != (match{}) && u.day() >= p.first && u.day() <= p.until {
				p.consider(m.judge(p, u))
			}
		}
	}
}

// match says what a record shares with each of the demands.
func (q *inquiry) match(u *utterance) {
	clear(q.matches)
	for word := range u.words {
		for _, i := range q.byTopic[word] {
			q.matches[i].shared++
		}
		for _, n := range q.byName[word] {
			if !q.matches[n.place].about {
				q.matches[n.place].about = !slices.ContainsFunc(n.stems, func(stem string) bool { return !u.words[stem] })
			}
		}
	}
	for _, id := range u.toward {
		for _, i := range q.bySide[id] {
			q.matches[i].to = true
		}
	}
}

// judge says whether a record of the addressee's side is an answer to a demand,
// and why. Whatever may be one counts: what is shown as unanswered must be so.
func (m match) judge(p *pending, u *utterance) candidate {
	c := candidate{record: u.record}
	c.why, c.counts = u.reason(m.shared > 0, m.to, m.about)
	c.near = float64(m.shared) / float64(max(1, len(p.topics)))
	if m.to {
		c.near++
	}
	if m.about {
		c.near += 0.5
	}
	return c
}

// reason is the rule of judge: on the topic, to the demander, about him.
func (u *utterance) reason(on, to, about bool) (why string, counts bool) {
	kind := u.kind()
	decides := u.typ == "agreement" || u.typ == "withdrawal" || u.typ == "accession"
	switch {
	case kind == "event" && decides && (to || on):
		return u.typ, true
	case kind == "event" && (to || on):
		return "event", false // a meeting, say: they may have spoken of it
	case kind == "event":
		return "", false
	case on && to:
		return kind + " to the demander, on the topic", true
	case on:
		return kind + " on the topic", true
	case to:
		return kind + " to the demander", kind == "statement"
	case about && kind == "statement":
		return kind + " about the demander", true
	case about:
		return kind + " about the demander", false
	}
	return "", false
}
