// Package eval measures extraction against annotated articles: which facts
// are found, which are found whole, and how often something counts as done
// that was only planned, threatened or alleged.
package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/newsgraph/newsgraph/news"
)

// Gold is one annotated article.
type Gold struct {
	// Doc names the article; what stands before its first colon is the collection.
	Doc       string  `json:"doc"`
	Published *string `json:"published"`
	Title     *string `json:"title"`
	Text      string  `json:"text"`
	// Held is true for an article that nobody looks at while working on the rules; nil when the file doesn't say.
	Held     *bool        `json:"held"`
	Entities []GoldEntity `json:"entities"`
	Facts    []Fact       `json:"facts"`
	// Marks are what is marked in the text of an article that has no facts; nil in one that has.
	Marks *Marks `json:"gold"`
}

// GoldEntity is an entity as annotators describe it.
type GoldEntity struct {
	Key     string          `json:"key"`
	Type    news.EntityType `json:"type"`
	Name    string          `json:"name"`
	Surface []string        `json:"surface"`
}

// Found is what the extractor found in one article, as its output format has it.
type Found struct {
	ID       string        `json:"id"`
	Entities []FoundEntity `json:"entities"`
	Facts    []Fact        `json:"facts"`
	// Times and Attributions are measured against marks only.
	Times        []Time        `json:"timexes"`
	Attributions []Attribution `json:"attributions"`
}

// FoundEntity is an entity of the output format.
type FoundEntity struct {
	ID       string          `json:"id"`
	Type     news.EntityType `json:"type"`
	Name     string          `json:"name"`
	Mentions []FoundMention  `json:"mentions"`
}

// FoundMention is a mention of the output format.
type FoundMention struct {
	news.Span
	Text string           `json:"text"`
	Kind news.MentionKind `json:"kind"`
}

// Fact is an annotated or found fact: its slots by name, as JSON has them.
type Fact map[string]any

// ReadGold reads annotated articles, one a line.
func ReadGold(r io.Reader) ([]Gold, error) { return readLines[Gold](r) }

// ReadFound reads what the extractor wrote, one article a line.
func ReadFound(r io.Reader) ([]Found, error) { return readLines[Found](r) }

func readLines[T any](r io.Reader) ([]T, error) {
	var out []T
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<20), 1<<28)
	for n := 1; sc.Scan(); n++ {
		if len(sc.Bytes()) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, v)
	}
	return out, sc.Err()
}

// core are the slots that make a found fact the annotated one, in the order of report.
var core = []struct {
	typ   string
	slots []string
}{
	{"meeting", []string{"participants"}},
	{"sanction", []string{"imposers", "targets"}},
	{"agreement", []string{"parties"}},
	{"position", []string{"person", "of"}},
	{"statement", []string{"speaker"}},
	{"attack", []string{"attackers", "targets"}},
	{"event", []string{"participants"}},
}

// occurred are the statuses of what is or was so.
var occurred = map[string]bool{
	"happened": true, "ongoing": true, "imposed": true, "in_force": true, "extended": true, "eased": true, "lifted": true,
	"violated": true, "signed": true, "reached": true, "ratified": true, "broken": true, "withdrawn": true,
}

// dated are the types whose date counts for strict agreement.
var dated = map[string]bool{"meeting": true, "sanction": true, "agreement": true, "attack": true, "event": true}

// list returns the strings of a slot that holds one, several or none.
func list(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, x := range v {
			if s, ok := x.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

func (f Fact) text(slot string) string {
	s, _ := f[slot].(string)
	return s
}

func (f Fact) number(slot string) float64 {
	n, _ := f[slot].(float64)
	return n
}

// right returns the annotated value of a slot and the further ones that are accepted.
func (f Fact) right(slot string) []any {
	out := []any{f[slot]}
	if accept, ok := f["accept"].(map[string]any); ok {
		if more, ok := accept[slot].([]any); ok {
			out = append(out, more...)
		}
	}
	return out
}

// evidence returns the stretches that state a fact.
func (f Fact) evidence() []news.Span {
	var out []news.Span
	vs, _ := f["evidence"].([]any)
	for _, v := range vs {
		if s, ok := spanOf(v); ok {
			out = append(out, s)
		}
	}
	return out
}

// date is a stretch of days as printed; known is false for null.
type date struct {
	from, to string
	known    bool
}

func dateOf(v any) date {
	switch v := v.(type) {
	case string:
		return date{v, v, true}
	case map[string]any:
		if len(v) == 0 {
			return date{}
		}
		from, _ := v["from"].(string)
		to, _ := v["to"].(string)
		return date{from, to, true}
	}
	return date{}
}
