package graph

import (
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// apply carries out a plan.
func (w *writer) apply(ctx context.Context, p *plan) error {
	if len(p.touched) > 0 {
		rows := make([]row, len(p.touched))
		for i, e := range p.touched {
			rows[i] = articleRow(e)
		}
		if _, err := each(ctx, w, "article_touch", rows); err != nil {
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
	var entities cast
	rows := make([]row, len(written))
	for i, p := range written {
		rows[i] = articleRow(p.Entry)
		rows[i]["mentions"] = mentionRows(p.Entry, &entities)
	}
	return w.parts(ctx, "article_write", rows, row{"entities": entities.list()})
}

func articleRow(e *Entry) row {
	a := &e.Article
	language := a.Language
	if e.Extraction.Language != "" {
		language = e.Extraction.Language
	}
	return row{
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

// mentionRows returns a row for each entity that the article's words speak
// of. An entity that a claim implies (the country for which a president
// acts) need not have one.
func mentionRows(e *Entry, entities *cast) []row {
	rows := []row{}
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
		rows = append(rows, row{"entity": entities.place(m.ID), "count": len(m.Mentions), "starts": starts, "ends": ends, "kinds": kinds})
	}
	return rows
}
