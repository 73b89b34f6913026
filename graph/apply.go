package graph

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// apply carries out a plan.
func (w *writer) apply(ctx context.Context, p *plan) error {
	if len(p.touched) > 0 {
		if _, err := each(ctx, w, "article_touch", articleRows(p.touched)); err != nil {
			return err
		}
	}
	gone := slices.Concat(p.changed, p.retracted)
	if len(p.written)+len(gone) == 0 {
		return nil
	}
	old, err := w.contents(ctx, gone)
	if err != nil {
		return err
	}
	if len(gone) > 0 {
		if _, err := w.do(ctx, "article_clear", map[string]any{"ids": texts(gone)}); err != nil {
			return err
		}
	}
	if err := w.entities(ctx, old, p.written); err != nil {
		return err
	}
	if err := w.sources(ctx, old, p.written); err != nil {
		return err
	}
	if err := w.articles(ctx, p.written); err != nil {
		return err
	}
	if len(p.retracted) > 0 {
		if _, err := w.do(ctx, "article_delete", map[string]any{"ids": texts(p.retracted)}); err != nil {
			return err
		}
	}
	if err := w.claims(ctx, old, p.written); err != nil {
		return err
	}
	return w.sweep(ctx)
}

// sweep removes what nothing speaks of any more.
func (w *writer) sweep(ctx context.Context) error {
	if len(w.forgotten) > 0 {
		if _, err := w.do(ctx, "entity_delete", map[string]any{"ids": texts(w.forgotten)}); err != nil {
			return err
		}
	}
	if len(w.closed) > 0 {
		if _, err := w.do(ctx, "source_delete", map[string]any{"ids": texts(w.closed)}); err != nil {
			return err
		}
	}
	if len(w.left) > 0 {
		if _, err := w.do(ctx, "block_delete", map[string]any{"keys": w.left}); err != nil {
			return err
		}
	}
	return nil
}

// content is what the graph holds of an article that changes or goes.
type content struct {
	article news.ID
	source  string
	origin  string
	// named are the entities that it names, as namedValues writes them.
	named  []string
	claims []oldClaim
}

// oldClaim is what matters of a claim that goes.
type oldClaim struct {
	id, article news.ID
	origin      string
	digest      string
	fact        news.ID
	// home is "" unless the claim stands in the blocks for all of its digest.
	home string
	core []string
}

// contents reads what the graph holds of the articles.
func (w *writer) contents(ctx context.Context, ids []news.ID) ([]content, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := w.do(ctx, "article_content", map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	var out []content
	for _, r := range rows {
		c := content{article: news.ID(text(r["id"])), source: text(r["source"]), origin: text(r["origin"]), named: textList(r["named"])}
		for _, v := range list(r["claims"]) {
			v, _ := v.(row)
			c.claims = append(c.claims, oldClaim{
				id: news.ID(text(v["id"])), article: c.article, origin: c.origin,
				digest: text(v["digest"]), fact: news.ID(text(v["fact"])),
				home: text(v["home"]), core: textList(v["core"]),
			})
		}
		out = append(out, c)
	}
	return out, nil
}

// articles stores the articles with their mentions.
func (w *writer) articles(ctx context.Context, written []planned) error {
	entries := make([]*Entry, len(written))
	var mentions []row
	for i, p := range written {
		entries[i] = p.Entry
		mentions = append(mentions, mentionRows(p.Entry)...)
	}
	if _, err := each(ctx, w, "article_write", articleRows(entries)); err != nil {
		return err
	}
	_, err := each(ctx, w, "mention_write", mentions)
	return err
}

func articleRows(entries []*Entry) []row {
	rows := make([]row, len(entries))
	for i, e := range entries {
		a := &e.Article
		language := a.Language
		if e.Extraction.Language != "" {
			language = e.Extraction.Language
		}
		rows[i] = row{
			"id": string(a.ID), "source": sourceID(a.Source),
			"article": row{
				"id": string(a.ID), "url": orNil(a.URL), "sourceId": orNil(a.SourceID), "title": a.Title, "text": a.Text,
				"published": dateValue(a.Published), "publishedAt": momentValue(a.PublishedAt), "modified": momentValue(a.Modified),
				"source": orNil(a.Source), "language": orNil(language),
				"textHash": a.TextHash(), "extractor": e.Extraction.Extractor, "origin": e.origin(),
				"named": namedValues(e),
			},
		}
	}
	return rows
}

// mentionRows returns a row for each entity that the article's words speak
// of. An entity that a claim implies (the country for which a president
// acts) need not have one.
func mentionRows(e *Entry) []row {
	var rows []row
	for _, m := range merged(e.Extraction.Entities) {
		if len(m.Mentions) == 0 {
			continue
		}
		var starts, ends []int
		var kinds []string
		for _, mention := range m.Mentions {
			starts, ends = append(starts, mention.Start), append(ends, mention.End)
			kinds = append(kinds, string(mention.Kind))
		}
		rows = append(rows, row{
			"article": string(e.Article.ID), "entity": string(m.ID),
			"count": len(m.Mentions), "starts": starts, "ends": ends, "kinds": kinds,
		})
	}
	return rows
}
