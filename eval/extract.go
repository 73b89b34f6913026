package eval

import (
	"bytes"
	"fmt"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/news"
)

// Extract reads the annotated articles as the extractor would read them from
// the press, and returns what it found in its output format.
func Extract(x *extract.Extractor, gold []Gold) ([]Found, error) {
	var lines bytes.Buffer
	for _, g := range gold {
		if err := extractTo(&lines, x, g.Doc, g.Published, g.Title, g.Text); err != nil {
			return nil, err
		}
	}
	return ReadFound(&lines)
}

// ExtractMarked does the same with articles that have marks.
func ExtractMarked(x *extract.Extractor, gold []Marked) ([]Found, error) {
	var lines bytes.Buffer
	for _, g := range gold {
		if err := extractTo(&lines, x, g.Doc, g.Published, g.Title, g.Text); err != nil {
			return nil, err
		}
	}
	return ReadFound(&lines)
}

func extractTo(w *bytes.Buffer, x *extract.Extractor, doc string, published, title *string, text string) error {
	article := news.Article{SourceID: doc, Text: text}
	if title != nil {
		article.Title = *title
	}
	if published != nil {
		var err error
		if article.Published, err = news.ParseDate(*published); err != nil {
			return fmt.Errorf("%s: %w", doc, err)
		}
	}
	article.Identify()
	line, err := extract.EncodeExtraction(doc, x.Article(&article))
	if err != nil {
		return fmt.Errorf("%s: %w", doc, err)
	}
	w.Write(append(line, '\n'))
	return nil
}
