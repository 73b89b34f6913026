package eval

import (
	"bytes"
	"fmt"
	"io"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/news"
)

// Figures are what was measured, as a table.
type Figures interface {
	// Print writes the table; with errors above 0, the first so many mistakes as well.
	Print(w io.Writer, errors int) error
}

// Measure scores what the extractor finds in annotated articles: marks where
// the first of them has some, else facts.
func Measure(x *extract.Extractor, gold []Gold) (Figures, error) {
	found, err := Extract(x, gold)
	if err != nil {
		return nil, err
	}
	if len(gold) > 0 && gold[0].Marks != nil {
		r := ScoreMarks(gold, found)
		return &r, nil
	}
	r := Score(gold, found)
	return &r, nil
}

// Extract reads the annotated articles as the extractor would read them from
// the press, and returns what it found in its output format.
func Extract(x *extract.Extractor, gold []Gold) ([]Found, error) {
	var lines bytes.Buffer
	for _, g := range gold {
		article := news.Article{SourceID: g.Doc, Text: g.Text}
		if g.Title != nil {
			article.Title = *g.Title
		}
		if g.Published != nil {
			var err error
			if article.Published, err = news.ParseDate(*g.Published); err != nil {
				return nil, fmt.Errorf("%s: %w", g.Doc, err)
			}
		}
		article.Identify()
		line, err := extract.EncodeExtraction(g.Doc, x.Article(&article))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.Doc, err)
		}
		lines.Write(append(line, '\n'))
	}
	return ReadFound(&lines)
}
