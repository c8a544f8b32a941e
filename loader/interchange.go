package loader

import (
	"time"

	"demarche/internal/span"
	"demarche/loader/extract"
	"demarche/loader/extract/confidence"
	"demarche/loader/when"
)

// The types below are the interchange format for extraction results: one JSON
// object an article, offsets in Unicode code points, half-open, into the text.
type (
	// Signs is what the confidence of a record rests on, by name.
	Signs map[string]float64
	// Interchange is one article with its records.
	Interchange struct {
		File       string                 `json:"file"`
		Title      *string                `json:"title"`
		Publisher  *string                `json:"publisher"`
		Published  *string                `json:"published"`
		Authors    []string               `json:"authors"`
		URL        string                 `json:"url,omitempty"`
		Language   string                 `json:"language,omitempty"`
		Digest     string                 `json:"digest,omitempty"`
		IRI        string                 `json:"iri,omitempty"`
		Persons    []InterchangePerson    `json:"persons"`
		Statements []InterchangeStatement `json:"statements"`
		Demands    []InterchangeDemand    `json:"demands"`
		Events     []InterchangeEvent     `json:"events"`
		Positions  []InterchangePosition  `json:"positions"`
	}
	// InterchangeSpan is a passage of the text.
	InterchangeSpan struct {
		Begin int    `json:"begin"`
		End   int    `json:"end"`
		Text  string `json:"text"`
	}
	// InterchangeRole is an office of a person.
	InterchangeRole struct {
		Title      string  `json:"title"`
		Of         string  `json:"of"`
		Confidence float64 `json:"confidence"`
	}
	// InterchangePerson is a named person.
	InterchangePerson struct {
		Name       string            `json:"name"`
		Mentions   []string          `json:"mentions"`
		Roles      []InterchangeRole `json:"roles"`
		Confidence float64           `json:"confidence"`
		Signs      Signs             `json:"signs,omitempty"`
	}
	// InterchangeStatement is an attributed statement.
	InterchangeStatement struct {
		Speaker    string            `json:"speaker"`
		Addressee  []string          `json:"addressee"`
		Source     *InterchangeSpan  `json:"source"`
		Cue        []InterchangeSpan `json:"cue"`
		Content    []InterchangeSpan `json:"content"`
		Quoted     string            `json:"quoted"`
		SaidOn     *string           `json:"said_on"`
		About      []string          `json:"about,omitempty"` // ids of issues
		Where      string            `json:"where"`
		Rule       string            `json:"rule"`
		Confidence float64           `json:"confidence"`
		Signs      Signs             `json:"signs,omitempty"`
	}
	// InterchangeDemand is a demand.
	InterchangeDemand struct {
		By         string            `json:"by"`
		VoicedBy   string            `json:"voiced_by,omitempty"`
		ByCountry  string            `json:"by_country"`
		Of         []string          `json:"of"`
		OfCountry  []string          `json:"of_country"`
		What       []InterchangeSpan `json:"what"`
		Cue        []InterchangeSpan `json:"cue"`
		Polarity   string            `json:"polarity"`
		Strength   string            `json:"strength"`
		Addressed  string            `json:"addressed"`
		MadeOn     *string           `json:"made_on"`
		Deadline   *string           `json:"deadline,omitempty"`
		OrElse     *InterchangeSpan  `json:"or_else"`
		About      []string          `json:"about,omitempty"`
		Where      string            `json:"where"`
		Rule       string            `json:"rule"`
		Confidence float64           `json:"confidence"`
		Signs      Signs             `json:"signs,omitempty"`
	}
	// InterchangeEvent is an occurrence.
	InterchangeEvent struct {
		Type         string          `json:"type"`
		Label        string          `json:"label"`
		Participants []string        `json:"participants"`
		Place        *string         `json:"place"`
		Date         *string         `json:"date"`
		Evidence     InterchangeSpan `json:"evidence"`
		Where        string          `json:"where"`
		Rule         string          `json:"rule"`
		Confidence   float64         `json:"confidence"`
		Signs        Signs           `json:"signs,omitempty"`
	}
	// InterchangePosition is a stance.
	InterchangePosition struct {
		Actor      string          `json:"actor"`
		Issue      string          `json:"issue"`
		Stance     string          `json:"stance"`
		About      []string        `json:"about,omitempty"`
		Evidence   InterchangeSpan `json:"evidence"`
		Where      string          `json:"where"`
		Rule       string          `json:"rule"`
		Confidence float64         `json:"confidence"`
		Signs      Signs           `json:"signs,omitempty"`
	}
)

// Interchange writes an article and its records in the interchange format.
func (s Stages) Interchange() Interchange {
	a, r := s.Article, s.Records
	w := interchanger{text: a.Text, index: span.NewIndex(a.Text)}
	out := Interchange{
		File: a.File, Title: optional(a.Title), Publisher: optional(a.Publisher), Published: day(a.Published),
		Authors: append([]string{}, a.Authors...), URL: a.URL, Language: a.Language, Digest: a.Digest, IRI: string(IRI(a)),
		Persons: []InterchangePerson{}, Statements: []InterchangeStatement{}, Demands: []InterchangeDemand{},
		Events: []InterchangeEvent{}, Positions: []InterchangePosition{},
	}
	for _, p := range r.Persons {
		person := InterchangePerson{Name: p.Name, Mentions: p.Mentions, Roles: []InterchangeRole{}, Confidence: p.Confidence}
		for _, role := range p.Roles {
			person.Roles = append(person.Roles, InterchangeRole{role.Title, role.Of.Name, role.Confidence})
		}
		out.Persons = append(out.Persons, person)
	}
	for _, st := range r.Statements {
		out.Statements = append(out.Statements, InterchangeStatement{
			Speaker: st.Speaker.Name, Addressee: names(st.Addressee), Source: w.optional(st.Source), Cue: w.spans(st.Cue),
			Content: w.spans(st.Content), Quoted: st.Quoted, SaidOn: iso(st.When), About: issueIDs(st.About), Where: string(st.Where), Rule: st.Rule, Confidence: st.Confidence,
		})
	}
	for _, d := range r.Demands {
		demand := InterchangeDemand{
			By: d.By.Name, ByCountry: d.By.Code, Of: names(d.Of), OfCountry: codes(d.Of), What: w.spans(d.What), Cue: w.spans(d.Cue),
			Polarity: d.Polarity, Strength: d.Strength, Addressed: string(d.Addressed), MadeOn: iso(d.When), Deadline: iso(d.Deadline), About: issueIDs(d.About), OrElse: w.optional(d.OrElse), Where: string(d.Where), Rule: d.Rule, Confidence: d.Confidence,
		}
		if d.VoicedBy != nil {
			demand.VoicedBy = d.VoicedBy.Name
		}
		out.Demands = append(out.Demands, demand)
	}
	for _, e := range r.Events {
		out.Events = append(out.Events, InterchangeEvent{
			Type: e.Type, Label: e.Label, Participants: names(e.Participants), Place: optional(e.Place), Date: iso(e.When),
			Evidence: w.span(e.Evidence), Where: string(e.Where), Rule: e.Rule, Confidence: e.Confidence,
		})
	}
	for _, p := range r.Positions {
		out.Positions = append(out.Positions, InterchangePosition{
			Actor: p.Actor.Name, Issue: p.Issue, Stance: p.Stance, About: issueIDs(p.About), Evidence: w.span(p.Evidence), Where: string(p.Where), Rule: p.Rule, Confidence: p.Confidence,
		})
	}
	return out
}

// AddSigns adds to records in the interchange format what their confidence rests on.
func (i *Interchange) AddSigns(r extract.Records) {
	named := func(all []confidence.Sign) Signs {
		signs := Signs{}
		for _, s := range all {
			signs[s.Name] += s.Value
		}
		return signs
	}
	for k, p := range r.Persons {
		i.Persons[k].Signs = named(p.Signs)
	}
	for k, s := range r.Statements {
		i.Statements[k].Signs = named(s.Signs)
	}
	for k, d := range r.Demands {
		i.Demands[k].Signs = named(d.Signs)
	}
	for k, e := range r.Events {
		i.Events[k].Signs = named(e.Signs)
	}
	for k, p := range r.Positions {
		i.Positions[k].Signs = named(p.Signs)
	}
}

type interchanger struct {
	text  string
	index *span.Index
}

func (w interchanger) span(s span.Span) InterchangeSpan {
	runes := w.index.Runes(s)
	return InterchangeSpan{runes.Begin, runes.End, s.Of(w.text)}
}

func (w interchanger) spans(list []span.Span) []InterchangeSpan {
	out := make([]InterchangeSpan, 0, len(list))
	for _, s := range list {
		out = append(out, w.span(s))
	}
	return out
}

func (w interchanger) optional(s span.Span) *InterchangeSpan {
	if s.Empty() {
		return nil
	}
	out := w.span(s)
	return &out
}

func names(actors []extract.Actor) []string {
	out := make([]string, 0, len(actors))
	for _, a := range actors {
		out = append(out, a.Name)
	}
	return out
}

func issueIDs(about []extract.About) []string {
	var ids []string
	for _, a := range about {
		ids = append(ids, a.ID)
	}
	return ids
}

func codes(actors []extract.Actor) []string {
	out := make([]string, 0, len(actors))
	for _, a := range actors {
		if a.Code != "" {
			out = append(out, a.Code)
		}
	}
	return out
}

func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func day(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	text := t.Format(time.DateOnly)
	return &text
}

func iso(d *when.Date) *string {
	if d == nil {
		return nil
	}
	text := d.ISO()
	return &text
}
