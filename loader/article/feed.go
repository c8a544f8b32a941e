package article

import (
	"fmt"
	"iter"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

var (
	feedStart      = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<\?.*?\?>\s*|<!--(?s:.*?)-->\s*|<!doctype[^>]*>\s*)*<(?:rss|feed|rdf:rdf|(?:atom|\w+):feed)\b`)
	xmlDeclaration = regexp.MustCompile(`(?i)^\s*<\?xml[^>]*>`)
)

// isFeed accepts the root elements of RSS (all versions) and Atom.
func isFeed(text string) bool { return feedStart.MatchString(text[:min(head, len(text))]) }

// readFeed yields one article for each item of a feed.
func readFeed(text string) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		// The declaration names the encoding that the text had before it was decoded.
		feed, err := gofeed.NewParser().ParseString(xmlDeclaration.ReplaceAllString(text, ""))
		if err != nil {
			yield(record{}, fmt.Errorf("the feed is broken: %w", err))
			return
		}
		if len(feed.Items) == 0 {
			yield(record{}, fmt.Errorf("%w: the feed has no items", ErrNotArticle))
			return
		}
		publisher := siteName(feed.Title)
		for i, item := range feed.Items {
			if !yield(readItem(item, publisher, feed.Language, i+1), nil) {
				return
			}
		}
	}
}

// readItem lays out one item. Its description is the standfirst when the item
// has a text besides, and the text when it has none.
func readItem(item *gofeed.Item, publisher, language string, number int) record {
	a := Article{URL: item.Link, Title: plain(item.Title), Publisher: publisher, Language: primaryLanguage(language)}
	for _, author := range item.Authors {
		if author != nil {
			a.Authors = append(a.Authors, author.Name)
		}
	}
	a.Authors = people(a.Authors)
	for _, value := range []string{item.Published, item.Updated} {
		if a.Published.IsZero() {
			a.Published, a.HasTime, _ = parseDate(value) // a bad date is an unknown one
		}
	}
	content, summary := fragment(item.Content), fragment(item.Description)
	if len(content) == 0 {
		content, summary = summary, nil
	}
	var out layout
	if a.Title != "" {
		out.add(Headline, a.Title)
	}
	if said := joined(summary); said != "" && !strings.HasPrefix(joined(content), strings.TrimRight(said, ".… ")) {
		out.add(Standfirst, said)
	}
	for _, each := range content {
		if each.heading || each.text == a.Title {
			continue
		}
		out.add(Paragraph, each.text)
	}
	a.Text, a.Blocks = out.text.String(), out.blocks
	return record{Article: a, number: number}
}

// fragment lists the paragraphs of a piece of HTML, which may be plain text.
func fragment(markup string) []paragraph {
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return nil // only when the reader fails, and a string does not
	}
	return paragraphs(root)
}

func joined(list []paragraph) string {
	var all []string
	for _, each := range list {
		all = append(all, each.text)
	}
	return strings.Join(all, " ")
}

// plain is the text of markup on one line.
func plain(markup string) string { return joined(fragment(markup)) }
