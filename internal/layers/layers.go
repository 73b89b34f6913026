// Package layers holds the import order of Newsgraph's rooms, which its test
// checks against what go list says.
package layers

import (
	"slices"
	"strings"
)

// Module is the path that all packages of Newsgraph start with.
const Module = "github.com/newsgraph/newsgraph/"

// Order says for each room which others it knows, from the bottom up. A room
// that is not listed falls under the nearest one above it in the path.
var Order = []struct {
	Room  string
	Knows []string
}{
	{"news", nil},
	{"seeds", []string{"news"}},
	{"fusion", []string{"news"}},
	{"graph", []string{"news"}},
	{"export", []string{"graph", "news"}},

	{"extract/analyze", nil},
	{"extract/timex", []string{"news", "extract/analyze"}},
	{"extract/names", []string{"news", "seeds", "extract/analyze"}},
	{"extract/speech", []string{"news", "extract/analyze", "extract/names"}},
	{"extract/facts", []string{"news", "extract/analyze", "extract/names", "extract/speech", "extract/timex"}},
	{"extract", []string{"news", "seeds", "extract/analyze", "extract/facts", "extract/names", "extract/speech", "extract/timex"}},

	{"eval", []string{"news", "extract"}},
	{"ingest", []string{"news", "extract", "fusion", "graph"}},

	{"schema", []string{"news"}},
	{"resolvers", []string{"news", "schema", "graph", "ingest"}},
	{"web", nil},
	{"server", []string{"news", "resolvers", "schema", "web"}},

	{"internal/neo4jd", []string{"news"}},
	{"internal/neo4jtest", []string{"internal/neo4jd"}},
	{"internal/layers", nil},
	// It looks at the whole from outside, through the binary and the database.
	{"internal/prove", []string{"news", "seeds", "graph", "ingest"}},
	{"internal/prove", []string{"news", "seeds", "graph", "ingest"}},
	{"cmd/newsgraph", []string{
		"news", "seeds", "extract", "eval", "export", "graph", "ingest", "internal/neo4jd", "resolvers", "schema", "server", "web",
	}},
	// Tools are for the workshop: they may know any room, and no room knows them.
	{"tools", []string{"*"}},
}

// Violations returns a line, sorted, for each import that the order forbids, given the
// imports of each package by their paths.
func Violations(imports map[string][]string) []string {
	var out []string
	for pkg, deps := range imports {
		from, knows, ok := room(pkg)
		if !ok {
			out = append(out, pkg+" is in no room: give it a line in internal/layers")
			continue
		}
		for _, dep := range deps {
			if !strings.HasPrefix(dep, Module) {
				continue
			}
			to, _, _ := room(dep)
			if to != from && !allows(knows, to) {
				out = append(out, pkg+" imports "+dep+", but "+from+" does not know "+to)
			}
		}
	}
	slices.Sort(out)
	return out
}

// room returns the room of a package, which is the longest one that its path
// starts with, and the rooms that it knows.
func room(pkg string) (name string, knows []string, ok bool) {
	path := strings.TrimPrefix(pkg, Module)
	for _, r := range Order {
		if (path == r.Room || strings.HasPrefix(path, r.Room+"/")) && len(r.Room) > len(name) {
			name, knows, ok = r.Room, r.Knows, true
		}
	}
	return name, knows, ok
}

func allows(knows []string, room string) bool {
	for _, k := range knows {
		if k == "*" || k == room {
			return true
		}
	}
	return false
}
