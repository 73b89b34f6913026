// Command picture draws an article's facts as a graph: it reads the output of
// `newsgraph extract` and writes Graphviz, for `dot -Tsvg`. Entities are
// rounded, facts are boxes whose border shows the standing: solid for what
// occurred, dashed for what is anticipated, dotted for what is alleged or
// negated. Statements are left out unless -statements is given.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

type line struct {
	Entities []struct {
		ID, Type, Name string
	}
	Facts []map[string]any
}

// slots names, for each type, the slots that hold entities, in the order of drawing.
var slots = map[string][]string{
	"meeting":   {"participants", "place"},
	"sanction":  {"imposers", "targets"},
	"agreement": {"parties"},
	"position":  {"person", "of"},
	"attack":    {"attackers", "targets", "place"},
	"event":     {"participants", "place"},
	"statement": {"speaker", "to", "subject"},
}

// looks holds the border and fill of each standing.
var looks = map[news.Standing]string{
	news.Occurred:    `style="filled,solid", color="#2b7a4b", fillcolor="#e6f4ea"`,
	news.Anticipated: `style="filled,dashed", color="#b26a00", fillcolor="#fff4e0"`,
	news.Alleged:     `style="filled,dotted", color="#6b3fa0", fillcolor="#f2eafa"`,
	news.Negated:     `style="filled,dotted", color="#777777", fillcolor="#eeeeee"`,
}

var fills = map[string]string{"person": "#dbe9fb", "country": "#fbe3df", "organization": "#ece6f7", "place": "#f4f0d8"}

func main() {
	log.SetFlags(0)
	log.SetPrefix("picture: ")
	statements := flag.Bool("statements", false, "draw statements too")
	positions := flag.Bool("positions", false, "draw positions too")
	flag.Parse()
	in := bufio.NewReader(os.Stdin)
	var l line
	if err := json.NewDecoder(in).Decode(&l); err != nil {
		log.Fatalf("standard input holds no extraction: %v", err)
	}
	out := bufio.NewWriter(os.Stdout)
	draw(out, l, map[string]bool{"statement": !*statements, "position": !*positions})
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func draw(out *bufio.Writer, l line, skip map[string]bool) {
	fmt.Fprint(out, "digraph newsgraph {\n  rankdir=LR; bgcolor=\"white\"; nodesep=0.18; ranksep=0.7;\n"+
		"  node [fontname=\"Helvetica\", fontsize=12, penwidth=1.6]; edge [fontname=\"Helvetica\", fontsize=9, color=\"#666666\", fontcolor=\"#555555\"];\n")
	used := map[string]bool{}
	for i, f := range l.Facts {
		typ, _ := f["type"].(string)
		if skip[typ] {
			continue
		}
		status, _ := f["status"].(string)
		standing, _ := news.StandingOf(news.FactType(typ), news.Status(status))
		if typ == "statement" || typ == "position" {
			standing = news.Occurred
		}
		fmt.Fprintf(out, "  f%d [shape=box, label=%q, %s];\n", i, label(typ, status, f), looks[standing])
		for n, slot := range slots[typ] {
			for _, id := range list(f[slot]) {
				used[id] = true
				if n == 0 {
					fmt.Fprintf(out, "  %q -> f%d [label=%q];\n", id, i, slot)
				} else {
					fmt.Fprintf(out, "  f%d -> %q [label=%q, dir=back];\n", i, id, slot)
				}
			}
		}
		for _, id := range list(f["attributed_to"]) {
			used[id] = true
			fmt.Fprintf(out, "  %q -> f%d [label=\"says\", style=dashed, constraint=false, color=\"#b0b0b0\"];\n", id, i)
		}
	}
	for _, e := range l.Entities {
		if used[e.ID] {
			fmt.Fprintf(out, "  %q [shape=box, style=\"rounded,filled\", color=\"#555555\", penwidth=0.8, fillcolor=%q, label=%q];\n", e.ID, fills[e.Type], e.Name)
		}
	}
	fmt.Fprint(out, "}\n")
}

// label says what a fact is, how real it is and when.
func label(typ, status string, f map[string]any) string {
	head := typ
	for _, k := range []string{"measure", "kind"} {
		if s, ok := f[k].(string); ok && s != "" {
			head = s
		}
	}
	if s, ok := f["rate"].(string); ok && s != "" {
		head = s + " " + head
	}
	if s, ok := f["title"].(string); ok && s != "" {
		head = s
	}
	if s, ok := f["name"].(string); ok && s != "" {
		head = s
	}
	if status != "" {
		head += ": " + strings.ReplaceAll(status, "_", " ")
	}
	if d, ok := f["date"].(map[string]any); ok {
		from, to := d["from"], d["to"]
		if from == to {
			return fmt.Sprintf("%s\n%v", head, from)
		}
		return fmt.Sprintf("%s\n%v to %v", head, from, to)
	}
	return head
}

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
