package ingest

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// declaration is what a page says about itself, from JSON-LD (schema.org),
// meta elements (Open Graph and older customs) and the page's own elements,
// in this order.
type declaration struct {
	headline  string
	title     string
	published string
	modified  string
	publisher string
	address   string
}

// declarations reads them all.
func declarations(doc *html.Node) declaration {
	meta, elements := map[string]string{}, declaration{}
	var linked declaration
	canonical := ""
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "meta":
			content := attr(n, "content")
			for _, key := range []string{"property", "name", "itemprop"} {
				if name := strings.ToLower(attr(n, key)); name != "" && content != "" && meta[name] == "" {
					meta[name] = content
				}
			}
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") && canonical == "" {
				canonical = attr(n, "href")
			}
		case "script":
			if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				linked.fill(linkedData(n.FirstChild.Data))
			}
		case "title":
			if elements.title == "" && n.FirstChild != nil {
				elements.title = n.FirstChild.Data
			}
		case "time":
			if at := attr(n, "datetime"); at != "" && elements.published == "" {
				elements.published = at
			}
		}
	}
	fromMeta := func(names ...string) string {
		for _, name := range names {
			if meta[name] != "" {
				return meta[name]
			}
		}
		return ""
	}
	linked.fill(declaration{
		headline: fromMeta("og:title", "twitter:title", "dc.title", "headline"),
		published: fromMeta("article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date",
			"sailthru.date", "dc.date.issued", "dc.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "publish_date", "date"),
		modified:  fromMeta("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified"),
		publisher: fromMeta("og:site_name", "dc.publisher", "publisher", "application-name"),
		address:   fromMeta("og:url", "twitter:url"),
	})
	linked.fill(elements)
	if canonical != "" {
		linked.address = canonical
	}
	return linked
}

// fill takes over what is still missing.
func (d *declaration) fill(more declaration) {
	d.headline = firstOf(d.headline, more.headline)
	d.title = firstOf(d.title, more.title)
	d.published = firstOf(d.published, more.published)
	d.modified = firstOf(d.modified, more.modified)
	d.publisher = firstOf(d.publisher, more.publisher)
	d.address = firstOf(d.address, more.address)
}

// linkedData reads the first article in a block of JSON-LD; broken blocks
// are common and say nothing.
func linkedData(block string) declaration {
	var value any
	if json.Unmarshal([]byte(strings.TrimSpace(block)), &value) != nil {
		return declaration{}
	}
	d, _ := articleIn(value, 4)
	return d
}

// articleIn looks for an object whose type is some article, in lists and
// graphs down to the given depth.
func articleIn(value any, depth int) (declaration, bool) {
	if depth == 0 {
		return declaration{}, false
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if d, ok := articleIn(item, depth-1); ok {
				return d, true
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return declaration{
				headline: text(v["headline"]), published: text(v["datePublished"]), modified: text(v["dateModified"]),
				publisher: text(v["publisher"], "name"), address: firstOf(text(v["url"]), text(v["mainEntityOfPage"], "@id")),
			}, true
		}
		return articleIn(v["@graph"], depth-1)
	}
	return declaration{}, false
}

func isArticle(kind any) bool {
	names, _ := kind.([]any)
	return slices.ContainsFunc(append(names, kind), func(k any) bool {
		name, _ := k.(string)
		return strings.HasSuffix(name, "Article") || name == "Report" || strings.HasSuffix(name, "BlogPosting")
	})
}

// text returns a JSON-LD value as text: itself, the first of a list, or the
// named field of an object.
func text(value any, field ...string) string {
	switch v := value.(type) {
	case string:
		return html.UnescapeString(v)
	case []any:
		if len(v) > 0 {
			return text(v[0], field...)
		}
	case map[string]any:
		if len(field) > 0 {
			return text(v[field[0]])
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}
