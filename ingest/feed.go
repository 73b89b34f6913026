package ingest

import (
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// xmlEncoding finds the encoding that the first line of XML declares.
var xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>`)

// readFeed yields an item for each entry of an RSS or Atom feed.
func readFeed(name string, r io.Reader, yield func(Item) bool) bool {
	counted := &counter{r: r}
	data, err := readText(counted, MaxFeed, func(head []byte) string {
		if m := xmlEncoding.FindSubmatch(head); m != nil {
			return string(m[1])
		}
		return ""
	})
	whole := Item{File: name, Size: counted.n}
	if err != nil {
		whole.refuse("The file is not an article: %v.", err)
		return yield(whole)
	}
	// The text is UTF-8 now, whatever its first line says.
	if at := xmlEncoding.FindStringIndex(data); at != nil {
		data = data[at[1]:]
	}
	feed, err := gofeed.NewParser().ParseString(data)
	if err != nil {
		whole.refuse("The file is no RSS or Atom feed: %v.", err)
		return yield(whole)
	}
	for i, entry := range feed.Items {
		it := Item{File: name, Line: i + 1}
		if i == len(feed.Items)-1 {
			it.Size = counted.n
		}
		it.readEntry(feed, entry)
		if !yield(it) {
			return false
		}
	}
	return true
}

// readEntry fills the item from one entry of a feed.
func (it *Item) readEntry(feed *gofeed.Feed, entry *gofeed.Item) {
	a := &it.Article
	a.Title = oneLine(fragment(entry.Title))
	a.Text = dropTitle(firstOf(fragment(entry.Content), fragment(entry.Description)), a.Title)
	a.URL = firstOf(entry.Link)
	a.SourceID = strings.TrimSpace(entry.GUID)
	a.Source = oneLine(feed.Title)
	if dc := entry.DublinCoreExt; dc != nil && len(dc.Publisher) > 0 {
		a.Source = firstOf(dc.Publisher[0], a.Source)
	}
	if a.Title == "" && a.Text == "" {
		it.refuse("The item has neither title nor text.")
		return
	}
	published := firstOf(entry.Published, entry.Updated)
	if published == "" {
		it.warn("The item has no date; the day of publication counts as unknown.")
	}
	if _, _, ok := readDate(published); !ok && entry.PublishedParsed != nil {
		published = entry.PublishedParsed.Format(time.RFC3339)
	}
	it.setPublished(published)
	it.setModified(entry.Updated)
	it.finish()
}
