// Package ingest turns bytes into articles and articles into a graph: it
// reads files of text, HTML, JSON Lines and feeds, has each article
// extracted, and writes the results with the facts they make, so that
// nothing is lost or doubled when the work is cut short and done again.
package ingest

import (
	"fmt"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/news"
)

// Limits of what is read. What exceeds one is refused with its name and
// place, and the rest goes on.
const (
	// MaxLine is the length of a line of JSON Lines, in bytes.
	MaxLine = 16 << 20
	// MaxFile is the size of a file that holds one article, in bytes.
	MaxFile = 32 << 20
	// MaxFeed is the size of a feed, in bytes.
	MaxFeed = 64 << 20
	// MaxText is the length of an article's title and text, in code points.
	MaxText = 1_000_000
)

// Item is one article as read, or the reason why something is none.
type Item struct {
	Article news.Article
	// File is the path as it was given or found; "-" is standard input.
	File string
	// Line is the line of a JSON Lines file, or the number of the item in a feed, from 1; 0 for other files.
	Line int
	// Warnings are sentences on what was odd and how it was read.
	Warnings []string
	// Err, if not nil, is why there is no article here: a *news.Error.
	Err error
	// Size is how many bytes of the input this item took, refused or not.
	Size int64
}

// Where returns the item's file and line for a message: "news.jsonl:17".
func (it *Item) Where() string {
	if it.Line == 0 {
		return it.File
	}
	return fmt.Sprintf("%s:%d", it.File, it.Line)
}

// refuse makes it an item without an article.
func (it *Item) refuse(format string, args ...any) {
	it.Article, it.Err = news.Article{}, news.Errorf(news.BadInput, format, args...)
}

func (it *Item) warn(format string, args ...any) {
	it.Warnings = append(it.Warnings, fmt.Sprintf(format, args...))
}

// finish gives the article its address and id.
func (it *Item) finish() {
	if it.Err != nil {
		return
	}
	warnings, err := Prepare(&it.Article)
	it.Warnings = append(it.Warnings, warnings...)
	if err != nil {
		it.Article, it.Err = news.Article{}, err
	}
}

// Prepare makes an article from elsewhere like one that was read: its
// address becomes canonical, and it gets its id. It returns sentences on
// what was odd, and a BadInput error when the article can't be taken.
func Prepare(a *news.Article) (warnings []string, err error) {
	if n := utf8.RuneCountInString(a.Title) + utf8.RuneCountInString(a.Text); n > MaxText {
		return nil, news.Errorf(news.BadInput, "The article has %d characters, more than %d: split it.", n, MaxText)
	}
	if !utf8.ValidString(a.Title) || !utf8.ValidString(a.Text) {
		return nil, news.Errorf(news.BadInput, "The article is not text in UTF-8.")
	}
	if a.URL != "" {
		address, ok := CanonicalURL(a.URL)
		if !ok {
			warnings = append(warnings, fmt.Sprintf("%q is not a web address; the article goes without one.", clip(a.URL)))
		}
		a.URL = address
	}
	a.Identify()
	return warnings, nil
}

// setPublished reads a date of publication as JSON Lines, feeds and pages
// write it; what is no date is a warning and counts as unknown.
func (it *Item) setPublished(s string) {
	if s == "" {
		return
	}
	day, moment, ok := readDate(s)
	if !ok {
		it.warn("%q is not a date; the day of publication counts as unknown.", clip(s))
		return
	}
	it.Article.Published, it.Article.PublishedAt = day, moment
}

// setModified reads the moment of the last change.
func (it *Item) setModified(s string) {
	if s == "" {
		return
	}
	day, moment, ok := readDate(s)
	switch {
	case !ok:
		it.warn("%q is not a date; the last change counts as unknown.", clip(s))
	case moment.IsZero():
		it.Article.Modified = day.Time()
	default:
		it.Article.Modified = moment.UTC()
	}
}

func clip(s string) string {
	const most = 60
	r := []rune(s[:min(len(s), 4*most)])
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most]) + "…"
}
