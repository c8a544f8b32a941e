package when

// class is what a token is to the rules.
type class uint8

const (
	other class = iota // any word or mark that no rule asks for

	// Marks.
	stop       // an empty line: nothing reaches across
	comma      // ,
	dot        // .
	dash       // hyphen or dash
	paren      // ( or )
	possessive // 's
	apostrophe // a single quotation mark that is not 's

	// Figures. value holds the number.
	number   // 10, 2014
	ordinal  // 10th
	decade   // 1990s, '90s; value holds the first year
	numeric  // 2021-12-31, 12/31/2021; value holds a packed day
	quantity // 2,000 or 10.5 or $5: never a day, never a year
	quarter  // Q3

	// Words with a value.
	numberWord  // value: the number
	ordinalWord // value: the number
	month       // value: 1 to 12
	weekday     // value: 0, Monday, to 6
	unitWord    // value: a unit
	season      // value: its first month
	dayPart     // morning
	dayWord     // today; value: days from the reference day

	// Words that stand for themselves.
	the
	article
	this
	that
	last
	next
	past
	coming
	previous
	following
	same
	early
	late
	middle // mid
	earlier
	later
	ago
	hence
	now
	beforeWord
	afterWord
	afterwards
	since
	from
	until
	by
	to
	through
	with
	and
	or
	of
	in
	on
	preposition // at, over, during, for ...: may stand before a time or after one
	boundary    // end, start, beginning: "the end of the year"
	beginning   // beginning, starting: also "the week beginning"
	half
	within
	betweenWord
	timeWord
	every
	owner    // his, her, its, their
	roughly  // about, some, nearly: a number follows
	bounding // than, least, over: a number follows that is only a bound
	counted  // troops, people, km: a number goes before
	numbered // resolution, flight, article: a number follows that is no year
	medium   // Times, Telegraph: "Sunday Times"
	special  // Black, Bloody, Super: "Black Friday"
	title    // Mr, Mrs, Theresa: "Mrs May"
	cabinet  // government: "the May government"
)

// entry is what the lexicon knows of a word.
type entry struct {
	value int
	class class
	short bool // an abbreviation: needs a number beside it
	many  bool // the plural of a unit
}

// longest is the length of the longest word of the lexicon.
const longest = 14

// lexicon maps words in lower case to their entries. It is never changed.
var lexicon = buildLexicon()

func buildLexicon() map[string]entry {
	words := make(map[string]entry, 400)
	for i, name := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		words[name] = entry{class: weekday, value: i}
		words[name[:3]] = entry{class: weekday, value: i, short: true}
	}
	for short, day := range map[string]int{"tues": 1, "weds": 2, "thur": 3, "thurs": 3} {
		words[short] = entry{class: weekday, value: day, short: true}
	}
	for i, name := range []string{"january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december"} {
		words[name[:3]] = entry{class: month, value: i + 1, short: true}
		words[name] = entry{class: month, value: i + 1} // after the abbreviation: "may" is not one
	}
	words["sept"] = entry{class: month, value: 9, short: true}
	for i, name := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
		"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"} {
		words[name] = entry{class: numberWord, value: i + 1}
	}
	for i, name := range []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		words[name] = entry{class: numberWord, value: 10 * (i + 2)}
	}
	for i, name := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"} {
		words[name] = entry{class: ordinalWord, value: i + 1}
	}
	for i, name := range []string{"minute", "hour", "day", "week", "fortnight", "weekend", "month", "quarter", "year", "decade"} {
		words[name] = entry{class: unitWord, value: i}
		words[name+"s"] = entry{class: unitWord, value: i, many: true}
	}
	for name, first := range map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12} {
		words[name] = entry{class: season, value: first}
	}
	for name, offset := range map[string]int{"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1} {
		words[name] = entry{class: dayWord, value: offset}
	}
	for class, names := range plainWords {
		for _, name := range names {
			words[name] = entry{class: class}
		}
	}
	return words
}

// plainWords are the words without a value.
var plainWords = map[class][]string{
	dayPart:     {"morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "dawn", "lunchtime"},
	the:         {"the"},
	article:     {"a", "an"},
	this:        {"this"},
	that:        {"that"},
	last:        {"last"},
	next:        {"next"},
	past:        {"past"},
	coming:      {"coming", "upcoming"},
	previous:    {"previous", "preceding"},
	following:   {"following"},
	same:        {"same"},
	early:       {"early"},
	late:        {"late"},
	middle:      {"mid"},
	earlier:     {"earlier"},
	later:       {"later"},
	ago:         {"ago"},
	hence:       {"hence"},
	now:         {"now"},
	beforeWord:  {"before"},
	afterWord:   {"after"},
	afterwards:  {"afterwards", "afterward"},
	since:       {"since"},
	from:        {"from"},
	until:       {"until", "till"},
	by:          {"by"},
	to:          {"to"},
	through:     {"through"},
	with:        {"with"},
	and:         {"and"},
	or:          {"or"},
	of:          {"of"},
	in:          {"in"},
	on:          {"on"},
	preposition: {"at", "during", "for", "throughout", "as", "but", "when", "while", "where", "who", "which", "because"},
	boundary:    {"end", "start", "close", "middle"},
	beginning:   {"beginning", "starting", "ending"},
	half:        {"half"},
	within:      {"within"},
	betweenWord: {"between"},
	timeWord:    {"time"},
	every:       {"every", "each"},
	owner:       {"his", "her", "its", "their", "our", "my", "your"},
	roughly:     {"about", "some", "nearly", "almost", "roughly", "approximately", "exactly", "only", "another"},
	bounding:    {"than", "least", "over", "most", "under"},
	counted: {"people", "troops", "soldiers", "personnel", "men", "women", "children", "km", "kilometres", "kilometers", "miles",
		"metres", "meters", "feet", "tonnes", "tons", "euros", "dollars", "roubles", "rubles", "percent", "million", "billion",
		"refugees", "civilians", "homes", "prisoners", "migrants", "tanks", "vehicles", "pages", "jobs", "cases", "deaths"},
	numbered: {"resolution", "no", "number", "flight", "page", "article", "section", "room", "version", "route", "highway",
		"chapter", "paragraph", "channel", "building", "vision", "agenda"},
	medium: {"times", "telegraph", "mirror", "express", "mail", "herald", "post", "world", "sun", "star", "independent",
		"people", "tribune", "live", "football", "addams", "mass", "service"},
	special: {"black", "bloody", "super", "cyber", "good", "sheffield", "freaky", "ruby", "red", "girl", "maundy", "ash", "palm", "giving"},
	title:   {"mr", "mrs", "ms", "miss", "theresa", "minister", "pm", "lady", "leader", "brian", "elaine", "james"},
	cabinet: {"government", "administration", "cabinet", "ministry", "premiership", "era", "ally", "allies", "aide"},
}
