package extract

import (
	"math"
	"strings"

	"demarche/loader/extract/confidence"
	"demarche/loader/link"
	"demarche/schema"
)

// confide gives every record its signs and, by them, its confidence. Until then the confidence of a record is what its rule, or the model
// of attributions, makes of it.
func (x *extractor) confide() {
	m := confidence.Load()
	rate := func(b *Basis, kind confidence.Kind, s signs) {
		b.Signs = s
		b.Confidence = m.Of(kind, s)
	}
	for i := range x.Statements {
		rate(&x.Statements[i].Basis, confidence.Statement, x.statementSigns(i))
	}
	for i := range x.Demands {
		rate(&x.Demands[i].Basis, confidence.Demand, x.demandSigns(&x.Demands[i]))
	}
	for i := range x.Events {
		rate(&x.Events[i].Basis, confidence.Event, eventSigns(&x.Events[i]))
	}
	for i := range x.Positions {
		rate(&x.Positions[i].Basis, confidence.Position, positionSigns(&x.Positions[i]))
	}
	for i := range x.Persons {
		p := &x.Persons[i]
		p.Signs = personSigns(p)
		p.Confidence = m.Of(confidence.Person, p.Signs)
		for k := range p.Roles {
			p.Roles[k].Confidence = m.Of(confidence.Role, nil) // all alike: there are too few wrong ones to tell them apart
		}
	}
}

// signs are gathered here.
type signs []confidence.Sign

func (s *signs) add(name string, value float64) {
	*s = append(*s, confidence.Sign{Name: name, Value: value})
}

// when adds what is so, as 1.
func (s *signs) when(is bool, name string) {
	if is {
		s.add(name, 1)
	}
}

func (x *extractor) statementSigns(i int) signs {
	said, st := x.said[i], &x.Statements[i]
	var s signs
	s.add("model", confidence.Logit(said.Confidence))
	s.add("content", said.ContentSure)
	s.add("source", said.SourceSure)
	s.add(st.Quoted, 1)
	s.when(st.Where == Headline, "headline")
	s.when(st.SaidIn >= 0, "within another")
	s.when(said.inherited, "source goes on")
	if len(said.Source) > 0 {
		s.add("source "+x.formOf(x.headOf(said.Source[0].First, said.Source[0].End)), 1)
		s.when(said.Source[0].First > said.Head, "source behind")
	}
	s.when(!st.Speaker.Linked, "speaker unknown")
	s.when(st.Speaker.Kind == string(schema.Person), "speaker person")
	s.when(x.sentence(said.Content[0].First).Block != x.sentence(said.Head).Block || x.Tokens[said.Head].IsPunct(), "by layout")
	s.when(len(said.Content) > 1, "content in parts")
	s.when(!x.isVerb(said.Head), "cue no verb")
	words := 0
	for _, r := range said.Content {
		words += r.End - r.First
	}
	s.add("length", math.Log2(float64(words)))
	s.when(words < 4, "short")
	s.when(words < 10 && st.Quoted == "indirect", "short indirect")
	s.when(said.Content[0].First < said.Head, "content first")
	return s
}

func (x *extractor) demandSigns(d *Demand) signs {
	at := x.TokenAt(d.Cue[0].Begin)
	var s signs
	s.add("rule", confidence.Logit(d.Confidence))
	s.add("family "+d.family(), 1)
	s.when(d.Strength == "wish" || d.Strength == "ask", "strength mild")
	s.when(d.Where == Headline, "headline")
	s.when(d.Polarity == "dont", "dont")
	s.add("addressee "+string(d.Addressed), 1)
	s.add("by "+x.byForm(d, at), 1)
	s.when(!d.By.Linked, "by unknown")
	s.when(!d.By.Linked && !strings.Contains(d.By.Name, " "), "by one word")
	s.when(d.By.Kind == string(schema.Person), "by person")
	s.when(d.VoicedBy != nil, "voiced")
	s.when(x.QuoteAt(x.Tokens[at].Begin) >= 0, "quoted")
	s.when(x.hypothetical(at) || x.asked(at), "hypothetical")
	first, end := x.Within(d.What[0])
	s.add("length", math.Log2(float64(max(1, end-first))))
	if d.Statement >= 0 {
		st := &x.Statements[d.Statement]
		s.add("said", 1)
		s.add("statement", x.said[d.Statement].Confidence*x.said[d.Statement].SourceSure)
		s.when(st.SaidIn >= 0, "said by another")
	}
	return s
}

// byForm is how the text names whose demand it is: as the source of the statement around the demand, or at the cue.
func (x *extractor) byForm(d *Demand, at int) string {
	if d.Statement >= 0 {
		said := x.said[d.Statement]
		if x.Entities[x.side(said.speaker)].ID == d.By.ID && len(said.Source) > 0 {
			return x.formOf(x.headOf(said.Source[0].First, said.Source[0].End))
		}
	}
	if t := x.subject(at); t >= 0 {
		return x.formOf(t)
	}
	for c := range x.Children(at) {
		if x.Is(c, "nmod:poss", "amod", "compound") && x.MentionOf(c) >= 0 {
			return x.formOf(c)
		}
	}
	return "unseen"
}

// formOf is how a nominal means whom it means: as a mention does, or "loose" where it is none.
func (x *extractor) formOf(t int) string {
	if x.Tokens[t].UPOS == "PRON" {
		return string(link.Pronoun)
	}
	if m := x.MentionOf(t); m >= 0 {
		return string(x.Mentions[m].Form)
	}
	return "loose"
}

func eventSigns(e *Event) signs {
	var s signs
	s.add("rule", confidence.Logit(e.Confidence))
	s.add("family "+e.family(), 1)
	s.when(e.When != nil, "dated")
	s.when(e.Place != "", "placed")
	s.when(len(e.Participants) > 1, "participants")
	return s
}

func positionSigns(p *Position) signs {
	var s signs
	s.add("rule", confidence.Logit(p.Confidence))
	s.add("family "+p.family(), 1)
	s.when(p.Stance == "oppose", "oppose")
	return s
}

func personSigns(p *Person) signs {
	var s signs
	s.when(!p.Linked, "unknown")
	s.when(len(p.Roles) > 0, "role")
	return s
}
