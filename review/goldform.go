package review

// Gold is one article in the interchange format (doc/gold.md) with the records
// that reviewers hold to be right. A list that is nil is not written: nobody
// has reviewed a record of its kind.
type Gold struct {
	File       string          `json:"file"`
	IRI        string          `json:"iri"`
	Title      *string         `json:"title"`
	Publisher  *string         `json:"publisher"`
	Published  *string         `json:"published"`
	Authors    []string        `json:"authors"`
	Persons    []GoldPerson    `json:"persons,omitzero"`
	Statements []GoldStatement `json:"statements,omitzero"`
	Demands    []GoldDemand    `json:"demands,omitzero"`
	Events     []GoldEvent     `json:"events,omitzero"`
	Positions  []GoldPosition  `json:"positions,omitzero"`

	// Text is what the offsets count in; nil when the article is no longer stored.
	Text *string `json:"-"`
}

// GoldSpan is a passage; Begin and End, in code points and half-open, are nil where
// the text has it no longer.
type GoldSpan struct {
	Begin *int   `json:"begin,omitempty"`
	End   *int   `json:"end,omitempty"`
	Text  string `json:"text"`
}

// GoldPerson is a person with offices.
type GoldPerson struct {
	Name  string     `json:"name"`
	Roles []GoldRole `json:"roles"`
	Where string     `json:"where"`
}

// GoldRole is an office of a person.
type GoldRole struct {
	Title string `json:"title"`
	Of    string `json:"of"`
	Where string `json:"where"`
}

// GoldStatement is a statement.
type GoldStatement struct {
	Speaker   string     `json:"speaker"`
	Addressee []string   `json:"addressee"`
	Cue       []GoldSpan `json:"cue"`
	Content   []GoldSpan `json:"content"`
	Quoted    string     `json:"quoted"`
	SaidOn    *string    `json:"said_on"`
	Where     string     `json:"where"`
}

// GoldDemand is a demand.
type GoldDemand struct {
	By        string     `json:"by"`
	VoicedBy  string     `json:"voiced_by,omitempty"`
	ByCountry string     `json:"by_country"`
	Of        []string   `json:"of"`
	OfCountry []string   `json:"of_country"`
	What      []GoldSpan `json:"what"`
	Cue       []GoldSpan `json:"cue"`
	Polarity  string     `json:"polarity"`
	Strength  string     `json:"strength"`
	MadeOn    *string    `json:"made_on"`
	Deadline  *string    `json:"deadline,omitempty"`
	OrElse    *GoldSpan  `json:"or_else"`
	Where     string     `json:"where"`
}

// GoldEvent is an event.
type GoldEvent struct {
	Type         string    `json:"type"`
	Participants []string  `json:"participants"`
	Place        *string   `json:"place"`
	Date         *string   `json:"date"`
	Evidence     *GoldSpan `json:"evidence"`
	Where        string    `json:"where"`
}

// GoldPosition is a position.
type GoldPosition struct {
	Actor    string    `json:"actor"`
	Issue    string    `json:"issue"`
	Stance   string    `json:"stance"`
	Evidence *GoldSpan `json:"evidence"`
	Where    string    `json:"where"`
}

// Places of a record in gold; optional ones do not count.
const (
	whereBody     = "body"
	whereOptional = "optional"
)
