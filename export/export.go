// Package export writes the whole graph in formats that other tools read:
// JSON Lines, CSV and GraphML. Equal graphs give equal bytes: everything comes
// in a fixed order, and nothing tells when the database came to hold it.
package export

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// kind is what the values of a property are.
type kind string

// The kinds of property, by their names in GraphML. Lists and dates are
// strings there: a list is a JSON array, a date is ISO 8601.
const (
	aText    kind = "string"
	aNumber  kind = "long"
	aShare   kind = "double"
	aBoolean kind = "boolean"
)

// column is a property with what its values are.
type column struct {
	name string
	kind kind
}

// nodeColumns are the properties of nodes, as docs/model.md has them.
var nodeColumns = []column{
	{"name", aText},
	{"title", aText},
	{"type", aText},
	{"status", aText},
	{"standing", aText},
	{"from", aText},
	{"to", aText},
	{"precision", aText},
	{"published", aText},
	{"publishedAt", aText},
	{"modified", aText},
	{"firstReported", aText},
	{"lastReported", aText},
	{"articles", aNumber},
	{"origins", aNumber},
	{"claims", aNumber},
	{"confidence", aShare},
	{"contested", aBoolean},
	{"inForce", aText},
	{"kind", aText},
	{"mode", aText},
	{"topic", aText},
	{"count", aNumber},
	{"measure", aText},
	{"rate", aText},
	{"goods", aText},
	{"reason", aText},
	{"condition", aText},
	{"text", aText},
	{"direct", aBoolean},
	{"medium", aText},
	{"act", aText},
	{"former", aBoolean},
	{"acting", aBoolean},
	{"killed", aNumber},
	{"wounded", aNumber},
	{"triggerStart", aNumber},
	{"triggerEnd", aNumber},
	{"contentStarts", aText},
	{"contentEnds", aText},
	{"aliases", aText},
	{"wikidata", aText},
	{"code", aText},
	{"country", aText},
	{"local", aBoolean},
	{"url", aText},
	{"sourceId", aText},
	{"source", aText},
	{"language", aText},
	{"textHash", aText},
	{"extractor", aText},
	{"origin", aText},
	{"key", aText},
}

// edgeColumns are the properties of relationships.
var edgeColumns = []column{
	{"role", aText},
	{"for", aText},
	{"depth", aNumber},
	{"count", aNumber},
	{"starts", aText},
	{"ends", aText},
	{"kinds", aText},
	{"quotes", aText},
}

// cells returns the properties in the order of the columns; nil where there
// is none. A property without a column is an error: it would be lost.
func cells(columns []column, properties map[string]any) ([]any, error) {
	out := make([]any, len(columns))
	n := 0
	for i, c := range columns {
		if v, ok := properties[c.name]; ok {
			out[i] = v
			n++
		}
	}
	if n == len(properties) {
		return out, nil
	}
	for name := range properties {
		known := false
		for _, c := range columns {
			known = known || c.name == name
		}
		if !known {
			return nil, fmt.Errorf("the graph has a property %q that the export does not know", name)
		}
	}
	return out, nil
}

// written returns a value as text: lists as JSON, numbers as JSON has them.
func written(v any) (string, error) {
	if s, ok := v.(string); ok {
		return s, nil
	}
	return compact(v)
}

// compact returns v as JSON in one line, with < and & as they are.
func compact(v any) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// display returns the words under which a tool shows a node.
func display(n graph.Node) string {
	for _, name := range []string{"name", "title", "text", "topic", "kind", "measure", "type"} {
		if s, ok := n.Properties[name].(string); ok && s != "" {
			if r := []rune(s); len(r) > displayed {
				return string(r[:displayed]) + "…"
			}
			return s
		}
	}
	return n.ID
}

// displayed is the greatest number of characters that display returns before the ellipsis.
const displayed = 60
