package server

import (
	"strconv"
	"strings"
	"time"

	"demarche/review"
)

// reviewSent is the body of POST /api/reviews.
type reviewSent struct {
	Record     string            `json:"record" doc:"IRI of the record"`
	Reviewer   string            `json:"reviewer" maxLength:"100" doc:"name of who decides"`
	Verdict    string            `json:"verdict" enum:"accept,correct,reject"`
	Correction *reviewCorrection `json:"correction,omitempty" doc:"with the verdict correct: the fields that are other than extracted; an empty text or list says that there is none"`
	Comment    string            `json:"comment,omitempty" maxLength:"4000"`
}

// reviewCorrection is the fields that a reviewer may correct, those of the record's
// kind. An actor is the IRI or id of one that the catalogue or the graph knows, or a name.
type reviewCorrection struct {
	Speaker      string       `json:"speaker,omitempty" doc:"statement: actor"`
	Addressee    []string     `json:"addressee,omitempty" nullable:"false" doc:"statement: actors"`
	Quoted       string       `json:"quoted,omitempty" enum:"direct,indirect,mixed" doc:"statement"`
	By           string       `json:"by,omitempty" doc:"demand: actor"`
	Of           []string     `json:"of,omitempty" nullable:"false" doc:"demand: actors"`
	VoicedBy     string       `json:"voiced_by,omitempty" doc:"demand: actor"`
	Polarity     string       `json:"polarity,omitempty" enum:"do,dont" doc:"demand"`
	Strength     string       `json:"strength,omitempty" enum:"wish,ask,call,urge,insist,demand,order,ultimatum" doc:"demand"`
	Deadline     string       `json:"deadline,omitempty" doc:"demand: as day"`
	OrElse       string       `json:"or_else,omitempty" doc:"demand: the consequence"`
	OrElseSpans  []reviewSpan `json:"or_else_spans,omitempty" nullable:"false" doc:"demand: where the consequence stands; its words follow"`
	Type         string       `json:"type,omitempty" doc:"event: meeting, call, talks and so on"`
	Participants []string     `json:"participants,omitempty" nullable:"false" doc:"event: actors"`
	Place        string       `json:"place,omitempty" doc:"event"`
	Holder       string       `json:"holder,omitempty" doc:"position: actor"`
	Issue        string       `json:"issue,omitempty" doc:"position"`
	Stance       string       `json:"stance,omitempty" enum:"support,oppose" doc:"position"`
	Member       string       `json:"member,omitempty" doc:"membership: actor"`
	Organization string       `json:"organization,omitempty" doc:"membership: actor"`
	Title        string       `json:"title,omitempty" doc:"membership"`
	Day          string       `json:"day,omitempty" doc:"day, month, year or interval that the text gives, in ISO 8601; empty where it gives none"`
	Spans        []reviewSpan `json:"spans,omitempty" nullable:"false" doc:"where the words of the record stand"`
	CueSpans     []reviewSpan `json:"cue_spans,omitempty" nullable:"false" doc:"where the words that mark it stand"`
}

// reviewSpan is a place in an article's text.
type reviewSpan struct {
	Begin int `json:"begin" doc:"first code point"`
	End   int `json:"end" doc:"code point behind the last"`
}

// reviewActor is an actor in a review.
type reviewActor struct {
	IRI  string `json:"iri,omitempty" doc:"its node, absent for a name alone"`
	Name string `json:"name" doc:"empty in a correction that says that there is none"`
}

// reviewFields is a record as it was judged, or what of it was corrected.
type reviewFields struct {
	Speaker      *reviewActor  `json:"speaker,omitempty"`
	Addressee    []reviewActor `json:"addressee,omitzero" nullable:"false"`
	Quoted       *string       `json:"quoted,omitempty"`
	By           *reviewActor  `json:"by,omitempty"`
	Of           []reviewActor `json:"of,omitzero" nullable:"false"`
	VoicedBy     *reviewActor  `json:"voiced_by,omitempty"`
	Polarity     *string       `json:"polarity,omitempty"`
	Strength     *string       `json:"strength,omitempty"`
	Deadline     *string       `json:"deadline,omitempty"`
	OrElse       *string       `json:"or_else,omitempty"`
	OrElseSpans  []reviewSpan  `json:"or_else_spans,omitzero" nullable:"false"`
	Type         *string       `json:"type,omitempty"`
	Participants []reviewActor `json:"participants,omitzero" nullable:"false"`
	Place        *string       `json:"place,omitempty"`
	Holder       *reviewActor  `json:"holder,omitempty"`
	Issue        *string       `json:"issue,omitempty"`
	Stance       *string       `json:"stance,omitempty"`
	Member       *reviewActor  `json:"member,omitempty"`
	Organization *reviewActor  `json:"organization,omitempty"`
	Title        *string       `json:"title,omitempty"`
	Day          *string       `json:"day,omitempty" doc:"as the text gives it; absent where the record counts under the day of publication"`
	Spans        []reviewSpan  `json:"spans,omitzero" nullable:"false"`
	Quote        *string       `json:"quote,omitempty" doc:"the words at spans"`
	CueSpans     []reviewSpan  `json:"cue_spans,omitzero" nullable:"false"`
	Cue          *string       `json:"cue,omitempty" doc:"the words at cue_spans"`
}

// reviewView is a review as the API shows it.
type reviewView struct {
	IRI        string       `json:"iri"`
	Record     string       `json:"record" doc:"IRI that the record had"`
	Found      string       `json:"found" doc:"IRI of the record that it stands for now; empty when that is found no longer"`
	Article    string       `json:"article"`
	Removed    bool         `json:"removed" doc:"whether the article is no longer stored"`
	Headline   string       `json:"headline"`
	Kind       string       `json:"kind" enum:"statement,demand,event,position,membership"`
	Label      string       `json:"label" doc:"the record in a line, as it was judged"`
	Reviewer   string       `json:"reviewer"`
	Verdict    string       `json:"verdict" enum:"accept,correct,reject"`
	Time       string       `json:"time" format:"date-time"`
	Comment    string       `json:"comment"`
	Judged     reviewFields `json:"judged" doc:"the record as it was"`
	Correction reviewFields `json:"correction" doc:"what the reviewer has otherwise"`
	Latest     bool         `json:"latest" doc:"whether it counts: no later decision of the reviewer is on the same record"`
}

// reviewList is the answer of GET /api/reviews.
type reviewList struct {
	Reviews []reviewView `json:"reviews" nullable:"false"`
	Limit   int          `json:"limit"`
	Offset  int          `json:"offset"`
	More    bool         `json:"more"`
}

// undone is the answer of DELETE /api/reviews/{iri}.
type undone struct {
	IRI string `json:"iri"`
}

// agreementView is the answer of GET /api/reviews/agreement.
type agreementView struct {
	Reviewers []reviewerView `json:"reviewers" nullable:"false"`
	Records   int            `json:"records" doc:"records on which two or more have decided"`
	Measures  []measureView  `json:"measures" nullable:"false" doc:"the verdict, then the fields"`
}

// reviewerView is a reviewer.
type reviewerView struct {
	Name    string `json:"name"`
	Reviews int    `json:"reviews" doc:"decisions that count"`
}

// measureView is the agreement on one property.
type measureView struct {
	Field  string   `json:"field" doc:"verdict (is it a right record), or a field"`
	Alpha  *float64 `json:"alpha" nullable:"true" doc:"Krippendorff's alpha; null where there is nothing to compare, or no difference"`
	Units  int      `json:"units" doc:"records that two or more gave a value"`
	Values int      `json:"values" doc:"values that were compared"`
}

func viewReview(s review.Standing) reviewView {
	return reviewView{
		IRI: s.IRI, Record: s.Record, Found: s.Found, Article: s.Article, Removed: s.Removed, Headline: s.Headline,
		Kind: s.Kind, Label: s.Label(), Reviewer: s.Reviewer, Verdict: string(s.Verdict), Time: s.Time.UTC().Format(time.RFC3339),
		Comment: s.Comment, Judged: viewFields(s.Judged), Correction: viewFields(s.Corrected), Latest: s.Latest,
	}
}

// viewFields shows fields; those that are not there stay out, and those that are
// there without a value are empty.
func viewFields(f review.Fields) reviewFields {
	return reviewFields{
		Speaker: actorIn(f, "speaker"), Addressee: actorsIn(f, "addressee"), Quoted: textIn(f, "quoted"),
		By: actorIn(f, "by"), Of: actorsIn(f, "of"), VoicedBy: actorIn(f, "voiced_by"), Polarity: textIn(f, "polarity"),
		Strength: textIn(f, "strength"), Deadline: textIn(f, "deadline"), OrElse: textIn(f, "or_else"), OrElseSpans: spansIn(f, "or_else_spans"),
		Type: textIn(f, "type"), Participants: actorsIn(f, "participants"), Place: textIn(f, "place"),
		Holder: actorIn(f, "holder"), Issue: textIn(f, "issue"), Stance: textIn(f, "stance"),
		Member: actorIn(f, "member"), Organization: actorIn(f, "organization"), Title: textIn(f, "title"),
		Day: textIn(f, "day"), Spans: spansIn(f, "spans"), Quote: textIn(f, "quote"), CueSpans: spansIn(f, "cue_spans"), Cue: textIn(f, "cue"),
	}
}

// textIn returns a field of one text.
func textIn(f review.Fields, name string) *string {
	values, given := f[name]
	if !given {
		return nil
	}
	text := ""
	if len(values) > 0 {
		text = values[0].Text
	}
	return &text
}

// actorIn returns a field of one actor.
func actorIn(f review.Fields, name string) *reviewActor {
	list := actorsIn(f, name)
	switch {
	case list == nil:
		return nil
	case len(list) == 0:
		return &reviewActor{}
	}
	return &list[0]
}

// actorsIn returns a field of several actors.
func actorsIn(f review.Fields, name string) []reviewActor {
	values, given := f[name]
	if !given {
		return nil
	}
	list := []reviewActor{}
	for _, v := range values {
		list = append(list, reviewActor{v.IRI, v.Text})
	}
	return list
}

// spansIn returns a field of places, "1023-1085 1090-1100".
func spansIn(f review.Fields, name string) []reviewSpan {
	values, given := f[name]
	if !given {
		return nil
	}
	list := []reviewSpan{}
	for _, v := range values {
		for item := range strings.FieldsSeq(v.Text) {
			from, to, _ := strings.Cut(item, "-")
			begin, err1 := strconv.Atoi(from)
			end, err2 := strconv.Atoi(to)
			if err1 == nil && err2 == nil {
				list = append(list, reviewSpan{begin, end})
			}
		}
	}
	return list
}

func viewAgreement(a *review.Agreement) agreementView {
	v := agreementView{Reviewers: []reviewerView{}, Records: a.Records, Measures: []measureView{}}
	for _, r := range a.Reviewers {
		v.Reviewers = append(v.Reviewers, reviewerView{r.Reviewer, r.Reviews})
	}
	for _, m := range a.Measures {
		v.Measures = append(v.Measures, measureView(m))
	}
	return v
}
