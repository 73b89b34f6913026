package ingest

import (
	"io"
	"strings"
)

// longestTitle is the length in bytes beyond which a first line is text and no title.
const longestTitle = 300

// readTXT reads a text file: the first line is the title, the second the
// date if it reads as one, and the rest is the text.
func readTXT(it *Item, r io.Reader) {
	data, err := readText(r, MaxFile, undeclared)
	if err != nil {
		it.refuse("The file is not an article: %v.", err)
		return
	}
	data = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(data)
	title, rest := cutLine(data)
	if title == "" {
		it.refuse("The file is empty: an article has a title, a date and text.")
		return
	}
	if len(title) > longestTitle {
		it.warn("The first line is too long for a title; it counts as text.")
		title, rest = "", data
	} else {
		second, after := cutLine(rest)
		switch _, _, ok := readDate(second); {
		case ok || dateLike.MatchString(tidyDate(second)):
			it.setPublished(second)
			rest = after
		case second != "":
			it.warn("The second line is no date; the day of publication counts as unknown.")
		}
	}
	it.Article.Title, it.Article.Text = title, strings.Trim(rest, "\n \t\f")
	if it.Article.Text == "" {
		it.warn("There is a title and no text.")
	}
	it.finish()
}

// cutLine returns the first line of s that is not blank, trimmed, and what follows it.
func cutLine(s string) (line, rest string) {
	for s != "" && line == "" {
		line, s, _ = strings.Cut(s, "\n")
		line = strings.TrimSpace(line)
	}
	return line, s
}
