package loader

import (
	"fmt"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/internal/sketch"
	"demarche/internal/span"
	"demarche/loader/article"
	"demarche/loader/extract"
	"demarche/schema"
)

// gap joins the spans of one quote.
const gap = " … "

// Quads writes an article and what it says as quads, in the layout that
// schema/vocab.go describes. Every quad is labelled with the article's IRI,
// none appears twice, and the same input gives the same quads in the same
// order. Offsets are code points of the article's text.
func Quads(a article.Article, r extract.Records, known Known) []quad.Quad {
	w := &writer{
		article: IRI(a),
		source:  a,
		index:   span.NewIndex(a.Text),
		used:    map[quad.IRI]bool{},
		actors:  newActors(),
	}
	w.writeArticle(known)
	w.writeMemberships(r.Persons)
	statements := w.writeStatements(r.Statements)
	w.writeDemands(r.Demands, statements)
	w.writeEvents(r.Events)
	w.writePositions(r.Positions)
	for _, m := range r.Actors {
		w.actors.add(m.Actor, m.Forms...)
	}
	return finish(w.article, append(w.quads, w.actors.quads(w.article, known)...))
}

// writer collects the quads of one article.
type writer struct {
	article quad.IRI
	source  article.Article
	index   *span.Index
	used    map[quad.IRI]bool // record IRIs given so far
	actors  *actors
	quads   []quad.Quad
}

// add appends a quad; an empty string says nothing and is left out.
func (w *writer) add(subject quad.IRI, predicate string, object quad.Value) {
	if object == nil || object == quad.String("") || object == quad.IRI("") {
		return
	}
	w.quads = append(w.quads, quad.Quad{Subject: subject, Predicate: quad.IRI(predicate), Object: object, Label: w.article})
}

// addAbout points a record at the issues that it is about, and describes these.
func (w *writer) addAbout(subject quad.IRI, issues []extract.About) {
	for _, about := range issues {
		iri := quad.IRI(schema.IssueIRI(about.ID))
		w.add(subject, schema.About, iri)
		w.add(iri, schema.Type, quad.IRI(schema.ClassIssue))
		w.add(iri, schema.Label, quad.String(about.Name))
	}
}

// addActor points a record at an actor and remembers to describe the actor.
func (w *writer) addActor(subject quad.IRI, predicate string, actor extract.Actor) {
	if actor.ID == "" {
		return
	}
	w.actors.add(actor)
	w.add(subject, predicate, quad.IRI(schema.ActorIRI(actor.ID)))
}

func (w *writer) writeArticle(known Known) {
	a, iri := w.source, w.article
	w.add(iri, schema.Type, quad.IRI(schema.ClassArticle))
	label := a.Title
	if label == "" {
		label = "(without title)"
	}
	w.add(iri, schema.Label, quad.String(label))
	w.add(iri, schema.Headline, quad.String(a.Title))
	w.add(iri, schema.URL, quad.IRI(safeURL(a.URL)))
	if a.Publisher != "" {
		publisher := publisherOf(a.Publisher, known)
		w.actors.add(publisher, a.Publisher)
		w.addActor(iri, schema.Publisher, publisher)
	}
	if !a.Published.IsZero() {
		w.add(iri, schema.DatePublished, quad.Time(a.Published.UTC()))
	}
	for _, author := range a.Authors {
		w.add(iri, schema.Author, quad.String(author))
	}
	w.add(iri, schema.Language, quad.String(a.Language))
	w.add(iri, schema.Text, quad.String(a.Text))
	var blocks []string
	for _, block := range a.Blocks {
		at := w.index.Runes(block.Span)
		blocks = append(blocks, fmt.Sprintf("%s %d-%d", block.Kind, at.Begin, at.End))
	}
	w.add(iri, schema.Blocks, quad.String(strings.Join(blocks, ", ")))
	w.add(iri, schema.Digest, quad.String(a.Digest))
	if s, ok := sketch.Of(running(a)); ok {
		w.add(iri, schema.Sketch, quad.String(s.String()))
	}
}

// running is an article's running text: without headline and captions, which
// each publisher writes anew.
func running(a article.Article) string {
	var parts []string
	for _, block := range a.Blocks {
		if block.Kind == article.Paragraph || block.Kind == article.Standfirst {
			parts = append(parts, block.Of(a.Text))
		}
	}
	return strings.Join(parts, "\n")
}

// record begins a record: its IRI, and all that every kind of record has.
func (w *writer) record(kind, class string, basis extract.Basis, quote []span.Span) quad.IRI {
	iri := w.identify(kind, w.offsets(quote), w.offsets(basis.Cue))
	w.add(iri, schema.Type, quad.IRI(class))
	w.add(iri, schema.DerivedFrom, w.article)
	w.add(iri, schema.Quote, quad.String(w.words(quote)))
	w.add(iri, schema.Spans, quad.String(w.offsets(quote)))
	w.add(iri, schema.Cue, quad.String(w.words(basis.Cue)))
	w.add(iri, schema.CueSpans, quad.String(w.offsets(basis.Cue)))
	w.add(iri, schema.Where, quad.String(basis.Where))
	w.add(iri, schema.Rule, quad.String(basis.Rule))
	w.add(iri, schema.Confidence, quad.Float(basis.Confidence))
	day := w.source.Published
	if basis.When != nil {
		day = basis.When.From
		w.add(iri, schema.When, quad.String(basis.When.ISO()))
		w.add(iri, schema.DayBasis, quad.String("text"))
	} else if !day.IsZero() {
		w.add(iri, schema.DayBasis, quad.String("publication"))
	}
	if !day.IsZero() {
		day = day.UTC()
		w.add(iri, schema.Day, quad.Time(time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)))
	}
	return iri
}

// identify gives a record its IRI. Actors are no part of it, so that relinking
// keeps it; records of one kind on the same words are told apart by their order.
func (w *writer) identify(kind, spans, cues string) quad.IRI {
	for order := 0; ; order++ {
		iri := quad.IRI("demarche:" + kind + "/" + hash(string(w.article), kind, spans, cues, fmt.Sprint(order)))
		if !w.used[iri] {
			w.used[iri] = true
			return iri
		}
	}
}

// words returns what the spans say, exactly as the article has it.
func (w *writer) words(spans []span.Span) string {
	var parts []string
	for _, s := range spans {
		if !s.Empty() {
			parts = append(parts, s.Of(w.source.Text))
		}
	}
	return strings.Join(parts, gap)
}

// offsets writes spans as "1023-1085 1090-1100", in code points.
func (w *writer) offsets(spans []span.Span) string {
	var parts []string
	for _, s := range spans {
		if !s.Empty() {
			at := w.index.Runes(s)
			parts = append(parts, fmt.Sprintf("%d-%d", at.Begin, at.End))
		}
	}
	return strings.Join(parts, " ")
}

func (w *writer) writeStatements(statements []extract.Statement) []quad.IRI {
	var iris []quad.IRI
	for _, s := range statements {
		iri := w.record("statement", schema.ClassStatement, s.Basis, s.Content)
		w.addActor(iri, schema.Speaker, s.Speaker)
		for _, addressee := range s.Addressee {
			w.addActor(iri, schema.Addressee, addressee)
		}
		w.add(iri, schema.Quoted, quad.String(s.Quoted))
		w.addAbout(iri, s.About)
		iris = append(iris, iri)
	}
	for i, s := range statements {
		if s.SaidIn >= 0 && s.SaidIn < len(iris) {
			w.add(iris[i], schema.SaidIn, iris[s.SaidIn])
		}
	}
	return iris
}

func (w *writer) writeDemands(demands []extract.Demand, statements []quad.IRI) {
	for _, d := range demands {
		iri := w.record("demand", schema.ClassDemand, d.Basis, d.What)
		w.addActor(iri, schema.By, d.By)
		if d.VoicedBy != nil {
			w.addActor(iri, schema.VoicedBy, *d.VoicedBy)
		}
		for _, of := range d.Of {
			w.addActor(iri, schema.Of, of)
		}
		w.add(iri, schema.Polarity, quad.String(d.Polarity))
		w.add(iri, schema.Strength, quad.String(d.Strength))
		w.add(iri, schema.Addressed, quad.String(d.Addressed))
		if d.Deadline != nil {
			w.add(iri, schema.Deadline, quad.String(d.Deadline.ISO()))
		}
		w.addAbout(iri, d.About)
		if consequence := []span.Span{d.OrElse}; !d.OrElse.Empty() {
			w.add(iri, schema.OrElse, quad.String(w.words(consequence)))
			w.add(iri, schema.OrElseSpan, quad.String(w.offsets(consequence)))
		}
		if d.Statement >= 0 && d.Statement < len(statements) {
			w.add(iri, schema.InStatement, statements[d.Statement])
		}
	}
}

func (w *writer) writeEvents(events []extract.Event) {
	for _, e := range events {
		iri := w.record("event", schema.ClassEvent, e.Basis, []span.Span{e.Evidence})
		label := e.Label
		if label == "" {
			label = e.Type
		}
		w.add(iri, schema.Label, quad.String(label))
		w.add(iri, schema.EventType, quad.String(e.Type))
		for _, participant := range e.Participants {
			w.addActor(iri, schema.Participant, participant)
		}
		w.add(iri, schema.Location, quad.String(e.Place))
	}
}

func (w *writer) writePositions(positions []extract.Position) {
	for _, p := range positions {
		iri := w.record("position", schema.ClassPosition, p.Basis, []span.Span{p.Evidence})
		w.addActor(iri, schema.Holder, p.Actor)
		w.add(iri, schema.Issue, quad.String(p.Issue))
		w.add(iri, schema.Stance, quad.String(p.Stance))
		w.addAbout(iri, p.About)
		for _, about := range p.About {
			side := schema.Supports
			if (p.Stance == "oppose") != about.Opposite {
				side = schema.Opposes
			}
			w.add(iri, side, quad.IRI(schema.IssueIRI(about.ID)))
		}
	}
}

// writeMemberships writes the roles that the article gives to persons. The
// article does not date them; they count under its own day.
func (w *writer) writeMemberships(persons []extract.Person) {
	for _, person := range persons {
		w.actors.add(person.Actor, person.Mentions...)
		for _, role := range person.Roles {
			basis := extract.Basis{Rule: "role", Confidence: role.Confidence, Where: extract.Body}
			iri := w.record("membership", schema.ClassMembership, basis, []span.Span{role.Span})
			w.addActor(iri, schema.Member, person.Actor)
			w.addActor(iri, schema.Organization, role.Of)
			w.add(iri, schema.Title, quad.String(role.Title))
		}
	}
}
