package newsgraph

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"demarche/graph"
	"demarche/internal/span"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/loader/extract"
	"demarche/loader/when"
)

// draft is an article that is being written.
type draft struct {
	*world
	text    strings.Builder
	records extract.Records
	day     time.Time
}

// article writes article number i.
func (w *world) article(i int) graph.Document {
	d := &draft{world: w, day: firstDay.AddDate(0, 0, w.r.IntN(days))}
	for range 2 + w.r.IntN(4) {
		switch w.r.IntN(8) {
		case 0, 1, 2:
			d.demand()
		case 3, 4:
			d.statement()
		case 5:
			d.event()
		case 6:
			d.position()
		default:
			d.person()
		}
	}
	a := article.Article{
		URL:       fmt.Sprintf("https://paper%d.example/%s/%d", w.r.IntN(publisherCount), d.day.Format("2006/01"), i),
		Title:     fmt.Sprintf("%s and what follows, report %d", w.subject(), i),
		Publisher: fmt.Sprintf("Paper %d", w.r.IntN(publisherCount)),
		Published: d.day,
		Language:  "en",
		Text:      d.text.String(),
	}
	a.Digest = fmt.Sprintf("%x", sha256.Sum256([]byte(a.Text)))
	a.Blocks = []article.Block{{Kind: article.Paragraph, Span: span.Span{End: len(a.Text)}}}
	return graph.Document{Label: loader.IRI(a), Quads: loader.Quads(a, d.records, nil)}
}

// say appends words to the text and returns where they are.
func (d *draft) say(words string) span.Span {
	begin := d.text.Len()
	d.text.WriteString(words)
	return span.Span{Begin: begin, End: d.text.Len()}
}

// basis is what every record has; some texts name the day.
func (d *draft) basis(cue span.Span, rule string) extract.Basis {
	b := extract.Basis{Cue: []span.Span{cue}, Where: extract.Body, Rule: rule, Confidence: float64(50+d.r.IntN(50)) / 100}
	if d.r.IntN(3) == 0 {
		on := d.day.AddDate(0, 0, -d.r.IntN(4))
		b.When = &when.Date{From: on, To: on, Precision: when.Day}
	}
	return b
}

func (d *draft) demand() {
	s := d.story()
	cue := cues[d.r.IntN(len(cues))]
	begin := d.say(s.by.Name + " ").Begin
	at := d.say(cue.words)
	d.say(" " + s.of.Name + " ")
	what := d.say(s.what)
	d.say(". ")
	x := extract.Demand{Basis: d.basis(at, "verb:"+cue.strength), By: s.by, Of: []extract.Actor{s.of}, Addressed: extract.Stated,
		What: []span.Span{what}, Polarity: s.polarity, Strength: cue.strength, Statement: -1, About: s.about}
	if d.r.IntN(3) == 0 {
		voice := d.actor()
		x.VoicedBy = &voice
	}
	if d.r.IntN(2) == 0 {
		x.Statement = len(d.records.Statements)
		d.records.Statements = append(d.records.Statements, extract.Statement{Basis: x.Basis, Speaker: s.by,
			Addressee: x.Of, Content: []span.Span{{Begin: begin, End: what.End}}, Quoted: "indirect", SaidIn: -1})
	}
	d.records.Demands = append(d.records.Demands, x)
}

func (d *draft) statement() {
	who := d.actor()
	content := d.say(fmt.Sprintf("Nobody will %s the %s before the %s of year %d are known",
		pick(d.r, verbs), d.subject(), pick(d.r, subjects), d.r.IntN(2000)))
	d.say(", " + who.Name + " ")
	cue := d.say(pick(d.r, []string{"said", "told reporters", "announced", "warned"}))
	d.say(". ")
	x := extract.Statement{Basis: d.basis(cue, "attribution:say"), Speaker: who, Content: []span.Span{content},
		Quoted: pick(d.r, []string{"direct", "indirect", "mixed"}), SaidIn: -1, About: d.about()}
	if d.r.IntN(3) == 0 {
		x.Addressee = []extract.Actor{d.actor()}
	}
	d.records.Statements = append(d.records.Statements, x)
}

func (d *draft) event() {
	kind, place := pick(d.r, types), pick(d.r, places)
	who := []extract.Actor{d.actor(), d.actor()}
	begin := d.say("The ").Begin
	cue := d.say(kind)
	evidence := d.say(fmt.Sprintf(" of %s and %s on %s in %s ended", who[0].Name, who[1].Name, d.subject(), place))
	d.say(". ")
	d.records.Events = append(d.records.Events, extract.Event{Basis: d.basis(cue, "event:"+kind), Type: kind,
		Label: fmt.Sprintf("%s–%s %s", who[0].Name, who[1].Name, kind), Participants: who, Place: place,
		Evidence: span.Span{Begin: begin, End: evidence.End}})
}

func (d *draft) position() {
	who, issue, stance := d.actor(), d.subject(), pick(d.r, []string{"support", "oppose"})
	begin := d.say(who.Name + " ").Begin
	cue := d.say(stance + "s")
	evidence := d.say(" " + issue)
	d.say(". ")
	d.records.Positions = append(d.records.Positions, extract.Position{Basis: d.basis(cue, "position:"+stance), Actor: who,
		Issue: issue, Stance: stance, Evidence: span.Span{Begin: begin, End: evidence.End}, About: d.about()})
}

func (d *draft) person() {
	who, of, title := d.actor(), d.actor(), pick(d.r, titles)
	words := d.say(of.Name + " " + title)
	d.say(" " + who.Name + " did not comment. ")
	d.records.Persons = append(d.records.Persons, extract.Person{Actor: who, Mentions: []string{who.Name},
		Roles: []extract.Role{{Title: title, Of: of, Span: words, Confidence: .9}}})
}
