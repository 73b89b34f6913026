package ingest

import (
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// maxElements is the number of elements beyond which a page is no article;
// finding the text takes longer than linear time.
const maxElements = 100_000

// shortestText is how many characters a page must leave to be an article:
// less is what a page without one leaves of its menu.
const shortestText = 30

// readHTML reads a page with one article: the text without navigation,
// advertising and comments, and what the page declares about itself.
func readHTML(it *Item, r io.Reader) {
	data, err := readText(r, MaxFile, func(head []byte) string {
		_, name, certain := charset.DetermineEncoding(head, "text/html")
		if !certain {
			return ""
		}
		return name
	})
	if err != nil {
		it.refuse("The file is not an article: %v.", err)
		return
	}
	it.readPage(data)
}

// readPage fills the item from a page.
func (it *Item) readPage(page string) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		it.refuse("The page can't be read: %v.", err)
		return
	}
	said := declarations(doc)
	base, err := url.Parse(said.address)
	if err != nil {
		base = nil
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	article, err := parser.ParseDocument(doc, base)
	if err != nil {
		it.refuse("The page can't be read: %v.", err)
		return
	}
	a := &it.Article
	if article.Node != nil {
		a.Text = tidyText(render.InnerText(article.Node))
	}
	if utf8.RuneCountInString(a.Text) < shortestText {
		it.refuse("The page has no text of an article.")
		return
	}
	a.Title = oneLine(firstOf(said.headline, article.Title(), said.title))
	a.Text = dropTitle(a.Text, a.Title)
	a.Source = oneLine(firstOf(said.publisher, article.SiteName()))
	a.URL = said.address
	if said.published == "" {
		it.warn("The page names no date of publication; it counts as unknown.")
	}
	it.setPublished(said.published)
	it.setModified(said.modified)
	it.finish()
}

// fragment returns the text of a piece of HTML, as feeds hold it.
func fragment(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return tidyText(s)
	}
	doc, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return ""
	}
	return tidyText(render.InnerText(doc))
}

// tidyText puts each paragraph on a line of its own: lines are trimmed, and
// blanks within them single.
func tidyText(s string) string {
	var lines []string
	for l := range strings.Lines(s) {
		if l = oneLine(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// dropTitle removes the title where the text repeats it as its first line.
func dropTitle(text, title string) string {
	first, rest, more := strings.Cut(text, "\n")
	if more && title != "" && strings.EqualFold(first, title) {
		return rest
	}
	return text
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}
