package article

import (
	"encoding/json"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// about is what a page says about itself.
type about struct {
	title, url, publisher, description, language string
	published                                    time.Time
	hasTime                                      bool
	authors                                      []string
}

// aboutPage reads JSON-LD first, then meta elements, then time elements: the
// first is written for machines, the last is often something else's date.
func aboutPage(page *html.Node) *about {
	p := &about{}
	metas, heading := map[string]string{}, ""
	var times []string
	for n := range page.Descendants() {
		switch n.DataAtom {
		case atom.Script:
			if n.FirstChild != nil && strings.EqualFold(attribute(n, "type"), "application/ld+json") {
				p.readLinked(n.FirstChild.Data)
			}
		case atom.Meta:
			keepMeta(metas, n)
		case atom.Html:
			first(&p.language, primaryLanguage(attribute(n, "lang")))
		case atom.Link:
			if attribute(n, "rel") == "canonical" {
				first(&p.url, attribute(n, "href"))
			}
		case atom.Time:
			times = append(times, attribute(n, "datetime"))
		case atom.H1:
			if heading == "" {
				heading = textOf(n)
			}
		}
	}
	p.readMetas(metas)
	for _, value := range times {
		p.setDate(value)
	}
	if heading != "" && (p.title == "" || strings.Contains(p.title, heading)) {
		p.title = heading // the title of a page often ends in the site's name
	}
	return p
}

// attribute is the value of an element's attribute, empty when it has none.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for each := range n.Descendants() {
		if each.Type == html.TextNode {
			b.WriteString(each.Data)
		}
	}
	return tidy(b.String())
}

// primaryLanguage is the language of a tag without region or script.
func primaryLanguage(tag string) string {
	tag, _, _ = strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	return tag
}

// keepMeta notes a meta element under its name; the first of a name counts.
func keepMeta(metas map[string]string, n *html.Node) {
	for _, key := range []string{"property", "name", "itemprop"} {
		name, content := strings.ToLower(attribute(n, key)), attribute(n, "content")
		if name != "" && content != "" && metas[name] == "" {
			metas[name] = content
		}
	}
}

// readMetas fills in from OpenGraph, Dublin Core and the like.
func (p *about) readMetas(metas map[string]string) {
	for _, name := range []string{"og:title", "twitter:title", "dc.title", "headline"} {
		first(&p.title, metas[name])
	}
	for _, name := range []string{"og:description", "description", "twitter:description"} {
		first(&p.description, metas[name])
	}
	for _, name := range []string{"og:site_name", "dc.publisher", "publisher", "application-name"} {
		first(&p.publisher, metas[name])
	}
	first(&p.url, metas["og:url"])
	for _, name := range []string{"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "publishdate",
		"pubdate", "dc.date.issued", "dcterms.created", "dc.date", "sailthru.date", "date"} {
		p.setDate(metas[name])
	}
	for _, name := range []string{"author", "article:author", "parsely-author", "dc.creator", "byl"} {
		// OpenGraph wants addresses of profiles as authors.
		if len(p.authors) == 0 && metas[name] != "" && !strings.Contains(metas[name], "://") {
			p.authors = []string{metas[name]}
		}
	}
}

// readLinked takes what a JSON-LD script says of the article. Scripts that are
// not JSON are common and say nothing.
func (p *about) readLinked(script string) {
	var document any
	if json.Unmarshal([]byte(script), &document) != nil {
		return
	}
	for _, node := range flatten(document, 0) {
		if isArticleType(node["@type"]) {
			p.take(node)
		}
	}
}

// depth is how deep JSON-LD nests articles in practice.
const depth = 4

// flatten lists the nodes of a JSON-LD document that may be the article.
func flatten(value any, level int) []map[string]any {
	if level > depth {
		return nil
	}
	switch value := value.(type) {
	case []any:
		var all []map[string]any
		for _, each := range value {
			all = append(all, flatten(each, level+1)...)
		}
		return all
	case map[string]any:
		all := []map[string]any{value}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			all = append(all, flatten(value[key], level+1)...)
		}
		return all
	default:
		return nil
	}
}

// isArticleType accepts schema.org's Article and its kinds.
func isArticleType(value any) bool {
	for _, name := range texts(value, "") {
		if strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") || name == "Report" {
			return true
		}
	}
	return false
}

func (p *about) take(node map[string]any) {
	one := func(key string) string {
		if all := texts(node[key], "name"); len(all) > 0 {
			return html.UnescapeString(all[0])
		}
		return ""
	}
	first(&p.title, one("headline"))
	first(&p.publisher, one("publisher"))
	first(&p.url, one("url"))
	first(&p.description, one("description"))
	first(&p.language, primaryLanguage(one("inLanguage")))
	p.setDate(one("datePublished"))
	if len(p.authors) == 0 {
		p.authors = texts(node["author"], "name")
	}
}

// texts lists the strings of a value: itself, those of a list, or what an
// object has under a key.
func texts(value any, key string) []string {
	switch value := value.(type) {
	case string:
		return []string{value}
	case []any:
		var all []string
		for _, each := range value {
			all = append(all, texts(each, key)...)
		}
		return all
	case map[string]any:
		if key == "" {
			return nil
		}
		return texts(value[key], "")
	default:
		return nil
	}
}
