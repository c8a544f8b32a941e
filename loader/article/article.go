// Package article reads news articles out of the files that people have:
// raw page text, HTML, JSON Lines, RSS and Atom, compressed or not, in any
// common encoding.
//
// An Article's Text is decoded once and never changed afterwards; its Blocks
// say which parts are the article and which are furniture (menus, share
// links, captions of other stories, copyright notices). Everything the later
// stages find is a span of Text. Articles are plain values; readers are safe
// for concurrent use.
//
// What Text is depends on the format. For raw page text it is the decoded file,
// line ends and all, without a byte order mark; for JSON it is the string of
// the key "text"; for HTML and feeds it is the extracted plain text: headline,
// standfirst and paragraphs, with blank lines between.
package article

import (
	"time"

	"demarche/internal/span"
)

// Kind says what a block of an article's text is.
type Kind string

// The kinds of block. Text outside every block is furniture.
const (
	Headline   Kind = "headline"   // the title, and any repetition of it
	Standfirst Kind = "standfirst" // the summary between title and body
	Caption    Kind = "caption"    // a picture's caption
	Paragraph  Kind = "paragraph"  // running text
)

// Block is a part of Article.Text that belongs to the article.
type Block struct {
	span.Span
	Kind Kind
}

// Article is one news text with what is known of its publication.
type Article struct {
	Source    string    // what was read, as the user named it; "feed.xml#3" for the third record of a file
	File      string    // base name of Source, for the interchange format
	URL       string    // address of publication; empty when unknown
	Title     string    // the headline
	Publisher string    // name of the medium as the article gives it; empty when unknown
	Published time.Time // midnight UTC of the day when only the day is known; zero when unknown
	HasTime   bool      // whether Published has a time of day
	Authors   []string  // persons or agencies, in the order of the byline
	Language  string    // BCP 47, "en"; empty when it cannot be told
	Text      string    // the decoded text that every span refers to; valid UTF-8
	Blocks    []Block   // ascending, not overlapping, in Text
	Digest    string    // hex SHA-256 of title, publisher, day, authors and the text of the blocks
}
