package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/internal/span"
)

// class says what a line of a page looks like, before its place is weighed.
type class int

const (
	short     class = iota // a few words: a headline, a menu entry, a subheading
	long                   // many words that end without a full stop
	prose                  // a sentence or more
	tiny                   // a sentence of a few words: body only amid other prose
	photo                  // a picture's caption
	signature              // a byline
	stamp                  // a date and nothing else
	aside                  // leads to another story
	ending                 // what follows is not this story
	furniture              // share links, legal notices, addresses, credits
)

// pageLine is a line of page text that is not empty.
type pageLine struct {
	span.Span        // without white space and bullets
	text      string // what the span covers
	bullet    bool
	loose     bool // an empty line stands before it
	words     int
	class     class
}

const (
	fewWords  = 5  // a sentence shorter than this tells nothing about a page
	manyWords = 25 // few headlines are longer
)

// pageLines lists the lines of a page that are not empty, classified.
func pageLines(text string) []pageLine {
	var all []pageLine
	loose := false
	for _, l := range unwrap(text, splitLines(text)) {
		if l.Empty() {
			loose = true
			continue
		}
		p := pageLine{Span: trimFunc(text, l.Span, isBullet), loose: loose}
		p.bullet = p.Begin != l.Begin
		p.Span = trim(text, p.Span)
		if mark := endMark.FindString(p.Of(text)); mark != "" {
			p.End -= len(mark)
		}
		loose = false
		if p.Empty() {
			continue
		}
		p.text = p.Of(text)
		p.words = countWords(p.text)
		p.class = classify(p.text, p.words)
		all = append(all, p)
	}
	return all
}

// endMark matches what agencies set behind the last sentence.
var endMark = regexp.MustCompile(`\s+(?:Enditem|ENDS|\(END\)|###|■|[-–—]\s?(?:AFP|AP|Reuters|Bernama|Xinhua|dpa))$`)

func isBullet(r rune) bool {
	return strings.ContainsRune("•●▪‣◦·*■►▶›»«\u00a0 \t", r)
}

// countWords counts what has a letter in it; scripts without spaces are
// counted by their characters, two to a word.
func countWords(s string) int {
	n, wide := 0, 0
	for _, word := range strings.Fields(s) {
		if strings.IndexFunc(word, unicode.IsLetter) >= 0 {
			n++
		}
	}
	for _, r := range s {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			wide++
		}
	}
	return n + wide/2
}

// classify looks at one line alone.
func classify(text string, words int) class {
	switch {
	case words == 0 && len(findDates(text)) == 0, isAddress(text), archiveLabel.MatchString(text):
		return furniture
	case words <= 2*manyWords && endCredit.MatchString(text) && !isByline(text, words):
		return furniture
	case isStamp(text, words):
		return stamp
	case photoCredit.MatchString(tail(text)) || photoLabel.MatchString(text):
		return photo
	case isByline(text, words):
		return signature
	case matchesAny(words, text, endings, 8):
		return ending
	case matchesAny(words, text, asides, manyWords):
		return aside
	case isFurniture(text, words):
		return furniture
	case endsSentence(text) && words >= fewWords:
		return prose
	case endsSentence(text) && words >= 2:
		return tiny
	case words >= manyWords:
		return long
	default:
		return short
	}
}

var (
	address = regexp.MustCompile(`(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+`)

	// photoCredit finds who took a picture, at the end of its caption.
	photoCredit = regexp.MustCompile(`(?i)(?:credit\s*(?:\.{3}|…)\s*\S.*|\s(?:©|\(c\))\s*\p{Lu}[^.]{2,60}|\[(?:photo|file photo|image|file|picture|xinhua|reuters|ap|afp|getty|epa|agencies|courtesy)\b[^\]]*\]|\((?:file )?(?:photo|image|picture|ap photo|afp photo|file photo)\b[^)]*\)|[|•·]\s*(?:file )?(?:photo|image|picture|foto|credit)s?\b[:/ ].*|[[(—–\x{a0}-]?\s*\b(?:photo|image|picture|photograph|credit|photo credit|photo by)s?\s*:\s*\S.*|[[(]?(?:©\s*)?\b(?:[A-Z][\w.'-]+\s+){0,4}[A-Z][\w.'-]*\s*/\s*(?:afp|reuters|ap|epa|epa-efe|getty(?: images)?|tass|sputnik|shutterstock|rex|pool|anadolu(?: agency)?|xinhua|dpa|picture alliance|bloomberg)\b[^.]{0,40}|\((?:ap|afp|reuters|getty images|epa)(?: photo)?[/:][^)]*\)|\b(?:reuters|ap photo|afp|getty images|epa)/[A-Z][\w .'/-]{2,50}|\[[A-Z][^\]]{2,60}/(?:reuters|afp|ap|epa|getty|anadolu)[^\]]*\])\s*$`)
	photoLabel  = regexp.MustCompile(`(?i)^(?:image caption|file photo|file image|file picture|photo|picture|caption|image|in pictures?)\s*[,:]\s*\S|^(?:file photo|file)\s*[-–—]\s*\S`)
	photoScene  = regexp.MustCompile(`(?i)\b(?:gestures?|speaks?|attends?|shakes? hands|arrives?|poses?|looks? on|waves?|walks?|addresses|listens?|pictured|is seen|are seen|stands?|reacts?|meets?)\b`)
	creditOnly  = regexp.MustCompile(`(?i)^(?:image source|image copyright|photo(?:graph)?(?: by)?|credit|picture|copyright|©|getty images|image)\b[,: ]*[^.]{0,60}$`)

	// endCredit matches the line that says who else worked on a story.
	endCredit = regexp.MustCompile(`(?i)\bcontributed to (?:this|the) (?:story|report|article|reporting)\b|^(?-i:\p{Lu})[\p{L}. '-]{3,60} (?:reported|contributed reporting) from (?-i:\p{Lu})|^\W*(?:additional )?(?:reporting|writing|editing|compiled|edited|produced) by\b|^\W*with (?:inputs?|reporting|additional reporting|files|material|information) (?:from|by)\b|^\W*(?:written|translated|adapted) by\b.{0,80}$|^\(?(?:source|editor|edited by|web editor)s?\s*:`)

	// archiveLabel matches the fields that archives of newspapers put around a text.
	archiveLabel = regexp.MustCompile(`^(?:SECTION|LENGTH|DATELINE|LOAD-DATE|GRAPHIC|LANGUAGE|PUBLICATION-TYPE|DOCUMENT-TYPE|COLUMN|EDITION)\s*:\s`)

	endings = []*regexp.Regexp{regexp.MustCompile(`(?i)^(?:related (?:topics?|stories|articles?|content|news|links|coverage|internet links)|more on (?:this|the) (?:topic|story)|more (?:stories|from|news|top stories)\b.*|(?:most|top) (?:viewed|read|popular|watched|shared|commented)\b.*|trending(?: now)?|popular(?: now)?|comments?(?: \(?\d+\)?)?|\d+ comments?|(?:leave|post|add|write) (?:a |your )?(?:comment|reply)s?.*|join the (?:conversation|discussion)|show comments|view comments|you (?:may|might) (?:also )?(?:like|be interested).*|recommended(?: for you| stories| articles)?|editor'?s'? picks?|top stories|latest (?:news|stories|articles|headlines)|also (?:in|on) (?:the )?\w+.*|what to read next|read next|explore more.*|topics|tags?:?|our standards:.*|about (?:us|the authors?)|features & analysis|elsewhere on .*|around the (?:bbc|web).*|back to the top|back to top|sponsored(?: content)?|promoted.*|paid content|site index|follow .{0,20}on:?|keep up with.*)$`)}

	asides = []*regexp.Regexp{regexp.MustCompile(`(?i)^(?:related|read more|read also|also read|see also|more|watch|listen|read|must read|don'?t miss|recommended|keep reading|analysis|opinion|explainer|video|in pictures|live updates?|in case you missed it)\s*[:|–—]|^(?:read more|keep reading|also read|see also|list \d+ of \d+|list of \d+ items|end of list|related)$`)}

	opening = regexp.MustCompile(`(?i)^(?:copyright|©|\(c\)|image source|image copyright|advertisements?|story continues|article continues|continue reading|skip to|jump to|loading|share\b|published by|for media inquir|media contact|press contact|for further information|for more information|contact:|tel(?:ephone)?[.: +]|e-?mail\b|print\b|save\b|listen to|estimated reading|reading time)`)
	button  = regexp.MustCompile(`(?i)^(?:\d+\s*)?(?:share|shares|tweet|e-?mail|print|save|comment|like|whatsapp|facebook|twitter|telegram|linkedin|reddit|copy link|link copied|menu|search|home|live|subscribe|sign in|log in|register|newsletters?|advertisement|ad|close|open|more|next|previous|top|english|follow us|follow|download-?\w*|min(?:ute)?s? read|(?:\d+ )?min(?:ute)?s?(?: ago| read)?|hours? ago|published|updated|opinion|news|gift this article|text size|font size|audio only|google plus|view all|see all|read full story|toggle .*|play|pause|mute|unmute|video|gallery|photos?)\b[\s:,.\d]*$`)
)

// matchesAny reports whether a line of at most so many words matches a pattern.
func matchesAny(words int, text string, patterns []*regexp.Regexp, most int) bool {
	for _, p := range patterns {
		if words <= most && p.MatchString(text) {
			return true
		}
	}
	return false
}

// isAddress reports whether a line is little more than web or mail addresses.
func isAddress(text string) bool {
	rest := address.ReplaceAllString(text, "")
	return rest != text && countWords(rest) <= 6 && !endsSentence(rest)
}

// isFurniture recognises the words of buttons, notices and legal small print,
// and the paths of menus.
func isFurniture(text string, words int) bool {
	switch {
	case button.MatchString(text), creditOnly.MatchString(text) && words <= 10:
		return true
	case opening.MatchString(text) && (words <= 12 || strings.HasPrefix(strings.ToLower(text), "copyright") || strings.HasPrefix(text, "©")):
		return true
	case hasPhrase(text, words):
		return true
	default:
		return isMenu(text, words)
	}
}

// phrases mark a line as furniture wherever they stand in it, in lower case.
var phrases = []string{
	"we use cookies", "uses cookies", "cookie policy", "cookie settings", "cookie consent", "privacy policy", "privacy notice", "terms of use",
	"terms of service", "terms and conditions", "sign up for our", "sign up for the", "sign up to our", "sign up to receive", "sign up to get",
	"subscribe to", "subscribe now", "subscribe today", "daily newsletter", "weekly newsletter", "our newsletter", "free newsletter", "email newsletter",
	"morning newsletter", "download our app", "download the app", "follow us on", "like us on", "find us on", "join us on", "on instagram", "telegram channel",
	"click here", "not responsible for the content", "without written authorization", "without written permission", "without prior permission",
	"without permission", "may not be published", "may not be reproduced", "may not be republished", "enable javascript", "javascript is", "your browser",
	"our journalism", "independent journalism", "register now for", "license for publishing", "registration number", "terms apply", "to continue reading",
	"already a subscriber", "this article is more than", "this article was first", "this article was originally", "this article was published",
	"this article was amended", "this article was updated", "this article was produced", "this story was first", "this story was originally",
	"this story was produced", "this story has been", "this article has been", "views expressed in this", "offered to subscribers", "available to subscribers", "protected by recaptcha", "unsubscribe",
	"rotate your device", "optimal experience", "syndicated feed", "appears in print on", "email address will not be published",
}

// hasPhrase reports whether a line holds a phrase of notices. A long paragraph
// that mentions a privacy policy reports on it.
func hasPhrase(text string, words int) bool {
	text = strings.ToLower(text)
	if strings.Contains(text, "all rights reserved") {
		return true
	}
	return words <= 60 && slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(text, p) })
}

// tail is the end of a line, where credits stand: whole characters, and
// enough of them.
func tail(text string) string {
	const most = 160
	if len(text) <= most {
		return text
	}
	text = text[len(text)-most:]
	for len(text) > 0 && !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	return text
}

var menuBreak = regexp.MustCompile(`\s[|/>»›·•]\s|\s*[»›>]\s*|\s{3,}|\t`)

// isMenu recognises a path or a row of links: short parts with marks between.
func isMenu(text string, words int) bool {
	if isSectionRow(text) {
		return true
	}
	parts := menuBreak.Split(text, -1)
	return len(parts) > 1 && words <= 4*len(parts) && words/len(parts) <= 3 && !endsSentence(text) && len(parts)*2 > words/2
}

var stampWords = regexp.MustCompile(`(?i)\b(?:published|posted|filed|updated|last|modified|update|first|issued|created|date|time|on|at|by|edition|final|page|gmt|utc|est|edt|et|ist|msk|cet|bst|hkt|sgt|am|pm|a\.m|p\.m|hrs|hours?|minutes?|mins?|ago|min|read|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|release|publication|local|beijing|moscow|year)\b`)

// isStamp reports whether a line is a date and nothing else to speak of.
func isStamp(text string, words int) bool {
	if words > 16 {
		return false
	}
	dates := findDates(text)
	if len(dates) == 0 {
		return false
	}
	var rest strings.Builder
	at := 0
	for _, d := range dates {
		rest.WriteString(text[at:d.begin])
		rest.WriteByte(' ')
		at = d.end
	}
	rest.WriteString(text[at:])
	return countWords(stampWords.ReplaceAllString(address.ReplaceAllString(rest.String(), ""), "")) <= 1
}
