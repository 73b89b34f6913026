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
