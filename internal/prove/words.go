package prove

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// quote is a stretch of an article with its words, as some view of the graph shows it.
type quote struct {
	claim, article string
	start, end     int
	words          string
}

// check compares quotes with the texts of their articles. All claims must be
// among those quoted.
func check(texts map[string][]rune, quotes []quote, claims int) error {
	var broken []string
	quoted := map[string]bool{}
	for _, q := range quotes {
		quoted[q.claim] = true
		text := texts[q.article]
		if q.start < 0 || q.end > len(text) || q.start >= q.end {
			broken = append(broken, fmt.Sprintf("claim %s quotes %d to %d of article %s, which has %d characters", q.claim, q.start, q.end, q.article, len(text)))
		} else if is := string(text[q.start:q.end]); is != q.words {
			broken = append(broken, fmt.Sprintf("claim %s quotes %q from article %s, where %q stands", q.claim, q.words, q.article, is))
		}
	}
	if len(quoted) != claims {
		broken = append(broken, fmt.Sprintf("%d claims have evidence, the graph has %d", len(quoted), claims))
	}
	if claims == 0 {
		broken = append(broken, "the graph has no claims")
	}
	if len(broken) > 0 {
		return fmt.Errorf("%d broken: %s", len(broken), strings.Join(broken[:min(3, len(broken))], "; "))
	}
	return nil
}

const countClaims = "MATCH (c:Claim) RETURN count(c)"

// wordsInCypher checks the words as a reader in Cypher finds them, and that
// what a statement says stands where it says so.
func (w *world) wordsInCypher(ctx context.Context) error {
	texts, err := w.texts(ctx)
	if err != nil {
		return err
	}
	claims, err := w.count(ctx, countClaims)
	if err != nil {
		return err
	}
	rows, err := w.query(ctx, `MATCH (c:Claim)-[s:STATED_IN]->(a:Article)
UNWIND range(0, size(s.quotes) - 1) AS i
RETURN c.id, a.id, s.starts[i], s.ends[i], s.quotes[i]`)
	if err != nil {
		return err
	}
	quotes := make([]quote, len(rows))
	for i, r := range rows {
		quotes[i] = quoteOf(r)
	}
	if err := check(texts, quotes, claims); err != nil {
		return err
	}
	rows, err = w.query(ctx, `MATCH (c:Claim)-[:STATED_IN]->(a:Article) WHERE c.contentStarts IS NOT NULL
UNWIND range(0, size(c.contentStarts) - 1) AS i
RETURN c.id, a.id, c.contentStarts[i], c.contentEnds[i], ''`)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if q := quoteOf(r); q.start < 0 || q.start >= q.end || q.end > len(texts[q.article]) {
			return fmt.Errorf("statement %s is said to stand from %d to %d of %d characters", q.claim, q.start, q.end, len(texts[q.article]))
		}
	}
	rows, err = w.query(ctx, `MATCH (a:Article)-[m:MENTIONS]->(e) UNWIND m.ends AS last RETURN e.id, a.id, 0, max(last), ''`)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if q := quoteOf(r); q.end > len(texts[q.article]) {
			return fmt.Errorf("article %s of %d characters mentions %s up to %d", q.article, len(texts[q.article]), q.claim, q.end)
		}
	}
	return nil
}

func quoteOf(r []any) quote {
	var q quote
	q.claim, _ = r[0].(string)
	q.article, _ = r[1].(string)
	start, _ := r[2].(int64)
	end, _ := r[3].(int64)
	q.start, q.end = int(start), int(end)
	q.words, _ = r[4].(string)
	return q
}

// wordsInExport checks the words as a reader of the exported JSON Lines finds
// them, with nothing but that file.
func (w *world) wordsInExport(dir string) error {
	data, err := os.ReadFile(filepath.Join(dir, "graph.jsonl"))
	if err != nil {
		return err
	}
	texts := map[string][]rune{}
	var quotes []quote
	claims := 0
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for lines.Scan() {
		var l struct {
			ID, Type, Start, End string
			Labels               []string
			Properties           struct {
				Text         string
				Starts, Ends []int
				Quotes       []string
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return fmt.Errorf("graph.jsonl: %w", err)
		}
		p := l.Properties
		switch {
		case slices.Contains(l.Labels, "Article"):
			texts[l.ID] = []rune(p.Text)
		case slices.Contains(l.Labels, "Claim"):
			claims++
		case l.Type == "STATED_IN":
			if len(p.Starts) != len(p.Quotes) || len(p.Ends) != len(p.Quotes) {
				return fmt.Errorf("claim %s has %d starts, %d ends, %d quotes", l.Start, len(p.Starts), len(p.Ends), len(p.Quotes))
			}
			for i, words := range p.Quotes {
				quotes = append(quotes, quote{l.Start, l.End, p.Starts[i], p.Ends[i], words})
			}
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return check(texts, quotes, claims)
}
