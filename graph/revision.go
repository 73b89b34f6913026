package graph

import (
	"cmp"
	"context"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/news"
)

// Known says which revision of an article the graph holds, and which
// extractor has read it.
type Known struct {
	TextHash  string
	Extractor string
	// Modified, Published and PublishedAt are the article's.
	Modified    time.Time
	Published   news.Date
	PublishedAt time.Time
	sourceID    string
}

// knownOf returns the revision that an entry brings.
func knownOf(a *news.Article, extractor string) Known {
	return Known{a.TextHash(), extractor, a.Modified.UTC(), a.Published, a.PublishedAt.UTC(), a.SourceID}
}

// Covers reports whether writing a as this extractor reads it would leave
// the graph as it is, so that extracting it is not worth while.
func (k Known) Covers(a *news.Article, extractor string) bool {
	return k.compare(knownOf(a, extractor)) >= 0
}

// compare returns 1 when k is in force beside l, -1 when l is, and 0 when
// they are the same. It is a total order, so that the revision in force does
// not depend on which came first: news.Article.Supersedes, then the newer
// extractor.
func (k Known) compare(l Known) int {
	return cmp.Or(
		k.Modified.Compare(l.Modified),
		k.Published.Compare(l.Published),
		k.PublishedAt.Compare(l.PublishedAt),
		cmp.Compare(k.TextHash, l.TextHash),
		compareVersions(k.Extractor, l.Extractor),
		cmp.Compare(k.sourceID, l.sourceID))
}

// sameReading reports whether both are the same text read by the same extractor.
func (k Known) sameReading(l Known) bool {
	return k.TextHash == l.TextHash && k.Extractor == l.Extractor
}

// compareVersions orders versions part by part, numbers by value: 1.9 is before 1.10.
func compareVersions(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a = versionPart(a)
		y, b = versionPart(b)
		if isDigit(x[0]) && isDigit(y[0]) {
			v, w := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			if c := cmp.Or(cmp.Compare(len(v), len(w)), cmp.Compare(v, w), cmp.Compare(x, y)); c != 0 {
				return c
			}
		} else if c := cmp.Compare(x, y); c != 0 {
			return c
		}
	}
	return cmp.Compare(a, b)
}

// versionPart splits off the digits, or what is no digit, at the start of s.
func versionPart(s string) (part, rest string) {
	i := 1
	for i < len(s) && isDigit(s[i]) == isDigit(s[0]) {
		i++
	}
	return s[:i], s[i:]
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// Known returns what the graph holds of the articles with these ids; those
// that it does not hold are missing from the map.
func (s *Store) Known(ctx context.Context, ids []news.ID) (map[news.ID]Known, error) {
	rows, err := s.run(ctx, "article_known", map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	return knownRows(rows), nil
}

// knownRows reads the answer of article_known.
func knownRows(rows []row) map[news.ID]Known {
	out := make(map[news.ID]Known, len(rows))
	for _, r := range rows {
		out[news.ID(text(r["id"]))] = Known{
			TextHash: text(r["textHash"]), Extractor: text(r["extractor"]),
			Modified: moment(r["modified"]), Published: date(r["published"]), PublishedAt: moment(r["publishedAt"]),
			sourceID: text(r["sourceId"]),
		}
	}
	return out
}
