package prove

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

// Article is one line of JSON Lines with the article that it holds.
type Article struct {
	Line []byte
	news.Article
}

//go:embed testdata/articles.jsonl
var samples string

// Samples returns the seed article and some invented ones: two copies of one
// wire story, reports that contradict each other, a revision, an article
// without a date, and one in another language.
func Samples() ([]Article, error) {
	articles, err := Read(strings.NewReader(samples))
	if err != nil {
		return nil, err
	}
	for it := range ingest.FS(seeds.Articles()) {
		if it.Err != nil {
			return nil, it.Err
		}
		line, err := json.Marshal(map[string]string{
			"id": it.File, "title": it.Article.Title, "text": it.Article.Text, "published": it.Article.Published.String(),
		})
		if err != nil {
			return nil, err
		}
		more, err := Read(strings.NewReader(string(line)))
		if err != nil {
			return nil, err
		}
		articles = append(articles, more...)
	}
	return articles, nil
}

// Read reads JSON Lines in which every line is an article.
func Read(r io.Reader) ([]Article, error) {
	var out []Article
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, ingest.MaxLine)
	for lines.Scan() {
		line := append([]byte(nil), lines.Bytes()...)
		for it := range ingest.File("line.jsonl", strings.NewReader(string(line))) {
			if it.Err != nil {
				return nil, fmt.Errorf("line %d: %w", len(out)+1, it.Err)
			}
			out = append(out, Article{line, it.Article})
		}
	}
	return out, lines.Err()
}

// write writes the articles as JSON Lines.
func write(w io.Writer, articles []Article) error {
	for _, a := range articles {
		if _, err := w.Write(append(slices.Clip(a.Line), '\n')); err != nil {
			return err
		}
	}
	return nil
}

// inForce returns the text that the graph must hold for each article: that
// of the revision in force.
func inForce(articles []Article) map[string]string {
	best := map[news.ID]*news.Article{}
	for i := range articles {
		a := &articles[i].Article
		if b := best[a.ID]; b == nil || a.Supersedes(b) {
			best[a.ID] = a
		}
	}
	out := make(map[string]string, len(best))
	for id, a := range best {
		out[string(id)] = a.Text
	}
	return out
}
