package queries_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/internal/span"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/loader/extract"
	"demarche/loader/when"
	"demarche/queries"
	"demarche/schema"
)

// store adapts a graph.Store, as the command does.
type store struct{ *graph.Store }

func (s store) View(ctx context.Context, read func(queries.Reader) error) error {
	return s.Store.View(ctx, func(v *graph.View) error { return read(v) })
}

func (s store) Gizmo(ctx context.Context, text string, params map[string]any, limit int) ([]map[string]quad.Value, error) {
	var rows []map[string]quad.Value
	for row, err := range s.Query(ctx, graph.Gizmo, text, params, graph.Limits{Rows: limit, Time: 10 * time.Second}) {
		if errors.Is(err, graph.ErrTooManyRows) {
			break
		}
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

const actorsYAML = `
actors:
  - {name: Russia, kind: country, code: RUS, wikidata: Q159, adjectives: [Russian], seats: [Moscow, the Kremlin]}
  - {name: United States, kind: country, code: USA, aliases: [US], adjectives: [American], seats: [Washington]}
  - {name: Ukraine, kind: country, code: UKR, seats: [Kyiv]}
  - {name: NATO, kind: organisation, code: IGO, aliases: [North Atlantic Treaty Organization]}
  - name: Sergey Lavrov
    kind: person
    roles: [{title: Foreign Minister, of: russia, from: 2004-03-09}]
  - name: Jens Stoltenberg
    kind: person
    roles: [{title: Secretary-General, of: nato, from: 2014-10-01, to: 2024-09-30}]
  - name: Antony Blinken
    kind: person
    roles: [{title: Secretary of State, of: united-states, from: 2021-01-26, to: 2025-01-20}]
`

func catalogue(t testing.TB) *schema.Catalogue {
	t.Helper()
	c, err := schema.Load(fstest.MapFS{"actors.yaml": {Data: []byte(actorsYAML)}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func linked(id, name string) extract.Actor { return extract.Actor{ID: id, Name: name, Linked: true} }

var (
	russia      = linked("russia", "Russia")
	us          = linked("united-states", "United States")
	ukraine     = linked("ukraine", "Ukraine")
	nato        = linked("nato", "NATO")
	lavrov      = linked("sergey-lavrov", "Sergey Lavrov")
	stoltenberg = linked("jens-stoltenberg", "Jens Stoltenberg")
	blinken     = linked("antony-blinken", "Antony Blinken")
	ushakov     = extract.Actor{ID: "unlinked:yuri-ushakov", Name: "Yuri Ushakov", Kind: "person"}
)

// strengths are those of the cues in the articles below.
var strengths = map[string]string{"urged": "urge", "urges": "urge", "demanded": "demand", "demands": "demand", "wants": "wish", "insists": "insist", "asked": "ask", "must": "demand"}

// draft is an article with its records, made by naming words of its text.
type draft struct {
	t testing.TB
	a article.Article
	r extract.Records
}

func day(text string) time.Time {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return d
}

func newDraft(t testing.TB, title, publisher, published, text string) *draft {
	d := &draft{t: t, a: article.Article{Title: title, Publisher: publisher, Text: text, Language: "en"}}
	if published != "" {
		d.a.Published = day(published)
		d.a.URL = "https://" + publisher + ".example/" + published
	}
	return d
}

func (d *draft) at(words string) span.Span {
	d.t.Helper()
	i := strings.Index(d.a.Text, words)
	if i < 0 {
		d.t.Fatalf("%q is not in %q", words, d.a.Text)
	}
	return span.Span{Begin: i, End: i + len(words)}
}

// basis makes what all records have; on is the day in the text or "".
func (d *draft) basis(cue, on string) extract.Basis {
	b := extract.Basis{Cue: []span.Span{d.at(cue)}, Where: extract.Body, Rule: "test", Confidence: .75}
	if on != "" {
		b.When = &when.Date{From: day(on), To: day(on), Precision: when.Day}
	}
	return b
}

func (d *draft) demand(by, of extract.Actor, what, cue, polarity, on string) *draft {
	d.t.Helper()
	x := extract.Demand{Basis: d.basis(cue, on), By: by, What: []span.Span{d.at(what)}, Polarity: polarity, Strength: strengths[cue], Statement: -1}
	if of.ID != "" {
		x.Of = []extract.Actor{of}
	}
	d.r.Demands = append(d.r.Demands, x)
	return d
}

func (d *draft) said(who, to extract.Actor, content, cue, quoted, on string) *draft {
	d.t.Helper()
	x := extract.Statement{Basis: d.basis(cue, on), Speaker: who, Content: []span.Span{d.at(content)}, Quoted: quoted}
	if to.ID != "" {
		x.Addressee = []extract.Actor{to}
	}
	d.r.Statements = append(d.r.Statements, x)
	return d
}

func (d *draft) event(typ, label, place, evidence, on string, who ...extract.Actor) *draft {
	d.t.Helper()
	d.r.Events = append(d.r.Events, extract.Event{Basis: d.basis(evidence, on), Type: typ, Label: label, Place: place,
		Participants: who, Evidence: d.at(evidence)})
	return d
}

func (d *draft) position(who extract.Actor, issue, stance, evidence, on string) *draft {
	d.t.Helper()
	d.r.Positions = append(d.r.Positions, extract.Position{Basis: d.basis(evidence, on), Actor: who, Issue: issue, Stance: stance, Evidence: d.at(evidence)})
	return d
}

func (d *draft) role(who extract.Actor, title string, of extract.Actor, words string) *draft {
	d.t.Helper()
	d.r.Persons = append(d.r.Persons, extract.Person{Actor: who, Mentions: []string{who.Name},
		Roles: []extract.Role{{Title: title, Of: of, Span: d.at(words), Confidence: .97}}})
	return d
}

func (d *draft) document() graph.Document {
	return graph.Document{Label: loader.IRI(d.a), Quads: loader.Quads(d.a, d.r, nil)}
}

// news is the small graph on which the queries are shown.
func news(t testing.TB) []graph.Document {
	none := extract.Actor{}
	return []graph.Document{
		newDraft(t, "Moscow calls for guarantees", "courier", "2021-12-04",
			"Moscow on Thursday urged NATO to stop its eastward expansion near the borders. "+
				"“We want no bases in Ukraine,” Kremlin aide Yuri Ushakov said. Lavrov met Blinken in Stockholm on December 2. "+
				"Blinken told Lavrov that the US supports talks. Russia opposes NATO enlargement.").
			demand(russia, nato, "to stop its eastward expansion near the borders", "urged", "do", "2021-12-02").
			demand(russia, none, "bases in Ukraine", "no", "dont", "").
			said(ushakov, none, "We want no bases in Ukraine", "said", "direct", "").
			said(blinken, lavrov, "the US supports talks", "told", "indirect", "2021-12-02").
			event("meeting", "Lavrov-Blinken meeting", "Stockholm", "met Blinken in Stockholm", "2021-12-02", lavrov, blinken).
			position(russia, "NATO enlargement", "oppose", "opposes NATO enlargement", "").
			role(ushakov, "aide", russia, "Kremlin aide").document(),
		newDraft(t, "NATO asked to halt", "herald", "2021-12-05",
			"Russia demanded that NATO stop eastward expansion near its borders. Stoltenberg said: “Russia must withdraw its troops from Ukraine.”").
			demand(russia, nato, "stop eastward expansion near its borders", "demanded", "do", "2021-12-03").
			demand(nato, russia, "withdraw its troops from Ukraine", "must", "do", "").
			said(stoltenberg, none, "Russia must withdraw its troops from Ukraine.", "said", "direct", "").document(),
		newDraft(t, "A year on", "courier", "2022-02-10",
			"Washington called on Moscow to return to talks. Russia no longer objects: it backs NATO enlargement. Russia wants NATO to share missile data.").
			demand(us, russia, "to return to talks", "called on", "do", "").
			demand(russia, nato, "to share missile data", "wants", "do", "2022-02-09").
			position(russia, "NATO enlargement", "support", "backs NATO enlargement", "").document(),
		newDraft(t, "Undated note", "", "", "Kyiv asked the US for help.").
			demand(ukraine, us, "help", "asked", "do", "").document(),
	}
}

// engine loads documents into a store in memory.
func engine(t testing.TB, docs ...graph.Document) *queries.Engine {
	t.Helper()
	return engineOn(t, graph.Options{Backend: graph.Memory}, docs...)
}

func engineOn(t testing.TB, options graph.Options, docs ...graph.Document) *queries.Engine {
	t.Helper()
	s, err := graph.Open(context.Background(), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := s.Replace(context.Background(), docs...); err != nil {
		t.Fatal(err)
	}
	return &queries.Engine{Graph: store{s}, Catalogue: catalogue(t), Now: func() time.Time { return day("2022-02-11") }}
}

// args makes arguments of "name=value" texts.
func args(pairs ...string) map[string]string {
	m := map[string]string{}
	for _, pair := range pairs {
		name, value, _ := strings.Cut(pair, "=")
		m[name] = value
	}
	return m
}
