package graph

import (
	"context"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// ArticleRow is an article as lists hold it: without its text.
type ArticleRow struct {
	news.Article
	// Recorded is when this database came to hold it.
	Recorded time.Time
}

// ArticleFilter says which articles a list holds. The zero value of a field
// holds for all; the others hold together.
type ArticleFilter struct {
	// From and To bound the day of publication.
	From, To  news.Date
	Sources   []string
	Languages []string
	// Entities must all be mentioned.
	Entities []news.ID
	// Text is words that title or text must have, the last one perhaps unfinished.
	Text string
}

// ArticleOrder says what articles are ordered by.
type ArticleOrder string

// The orders of articles. Articles without a date come last either way.
const (
	ByPublished ArticleOrder = "published"
	ByRecorded  ArticleOrder = "recorded"
)

func (o ArticleOrder) ordering(descending bool) ordering {
	if o == ByRecorded {
		return ordering{string(o), descending, lastTime, firstTime}
	}
	return ordering{string(o), descending, lastDate, firstDate}
}

// Articles reads a page of the articles of the whole graph.
func (s *Store) Articles(ctx context.Context, f ArticleFilter, o ArticleOrder, descending bool, p Page) (List[*ArticleRow], error) {
	if o == ByPublished && descending && p.usual(firstDate) && len(f.Entities) == 0 && f.Text == "" {
		rows, err := s.query(ctx, "article_newest", p.along(f.params(), lastDate))
		if err != nil {
			return List[*ArticleRow]{}, err
		}
		if l := pages(p, rows, readArticleEntry)[everything]; l.More {
			return l, nil
		}
		// The page reaches the articles without a date, which no index leads to.
	}
	owner, f := f.start()
	lists, err := s.ArticlesOf(ctx, []news.ID{owner}, f, o, descending, p)
	return lists[owner], err
}

// ArticlesOf reads a page of the articles that mention each entity, with one statement.
func (s *Store) ArticlesOf(ctx context.Context, entities []news.ID, f ArticleFilter, o ArticleOrder, descending bool, p Page) (map[news.ID]List[*ArticleRow], error) {
	rows, err := s.query(ctx, "article_list", p.params(entities, f.params(), o.ordering(descending)))
	if err != nil {
		return nil, err
	}
	return pages(p, rows, readArticleEntry), nil
}

// ArticleCount counts the articles of the whole graph.
func (s *Store) ArticleCount(ctx context.Context, f ArticleFilter) (int, error) {
	owner, f := f.start()
	n, err := s.ArticleCounts(ctx, []news.ID{owner}, f)
	return n[owner], err
}

// ArticleCounts counts the articles that mention each entity, with one statement.
func (s *Store) ArticleCounts(ctx context.Context, entities []news.ID, f ArticleFilter) (map[news.ID]int, error) {
	rows, err := s.query(ctx, "article_total", map[string]any{"owners": ownerValues(entities), "filter": f.params()})
	return counts(rows), err
}

// ArticlesByID returns the articles with these ids; ids that name no article are left out.
func (s *Store) ArticlesByID(ctx context.Context, ids []news.ID) (map[news.ID]*ArticleRow, error) {
	rows, err := s.query(ctx, "article_get", map[string]any{"ids": texts(ids), "urls": []any{}})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID]*ArticleRow, len(rows))
	for _, r := range rows {
		a := readArticle(entry(r["article"]))
		out[a.ID] = a
	}
	return out, nil
}

// ArticleByURL returns the article with this canonical address, or a NotFound error.
func (s *Store) ArticleByURL(ctx context.Context, url string) (*ArticleRow, error) {
	rows, err := s.query(ctx, "article_get", map[string]any{"ids": []any{}, "urls": []any{url}})
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, news.Errorf(news.NotFound, "There is no article with the address %q.", url)
	}
	return readArticle(entry(rows[0]["article"])), nil
}

// ArticleTexts returns the texts of these articles.
func (s *Store) ArticleTexts(ctx context.Context, ids []news.ID) (map[news.ID]string, error) {
	rows, err := s.query(ctx, "article_texts", map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID]string, len(rows))
	for _, r := range rows {
		out[news.ID(text(r["id"]))] = text(r["text"])
	}
	return out, nil
}

// Mentioned is an entity with all its mentions in one article, in text order.
type Mentioned struct {
	EntityRow
	Mentions []news.Mention
}

// Mentions returns for each article the entities that it mentions, in the
// order of the text. The mentions have no Text.
func (s *Store) Mentions(ctx context.Context, articles []news.ID) (map[news.ID][]Mentioned, error) {
	rows, err := s.query(ctx, "mention_list", map[string]any{"ids": texts(articles)})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID][]Mentioned, len(articles))
	for _, r := range rows {
		m := Mentioned{EntityRow: *readEntity(entry(r["entity"]))}
		kinds := typed[news.MentionKind](r["kinds"])
		for i, span := range spansOf(r["starts"], r["ends"]) {
			mention := news.Mention{Span: span}
			if i < len(kinds) {
				mention.Kind = kinds[i]
			}
			m.Mentions = append(m.Mentions, mention)
		}
		id := news.ID(text(r["article"]))
		out[id] = append(out[id], m)
	}
	return out, nil
}

// start returns where a list of the whole graph starts: at an entity that all
// its articles mention, which then need not be asked for, else everywhere.
func (f ArticleFilter) start() (news.ID, ArticleFilter) {
	if len(f.Entities) == 0 {
		return everything, f
	}
	owner := f.Entities[0]
	f.Entities = f.Entities[1:]
	return owner, f
}

func (f ArticleFilter) params() map[string]any {
	return map[string]any{
		"from": dateValue(f.From), "to": dateValue(f.To),
		"sources": stringsOrNil(f.Sources), "languages": stringsOrNil(f.Languages),
		"entities": texts(f.Entities), "text": orNil(lucene(f.Text)),
	}
}

// readArticleEntry reads an entry of a page of articles.
func readArticleEntry(e row) (*ArticleRow, news.ID) {
	a := readArticle(entry(e["article"]))
	return a, a.ID
}

func readArticle(m row) *ArticleRow {
	return &ArticleRow{
		Article: news.Article{
			ID: news.ID(text(m["id"])), URL: text(m["url"]), SourceID: text(m["sourceId"]), Title: text(m["title"]),
			Published: date(m["published"]), PublishedAt: moment(m["publishedAt"]), Modified: moment(m["modified"]),
			Source: text(m["source"]), Language: text(m["language"]),
		},
		Recorded: moment(m["recorded"]),
	}
}
