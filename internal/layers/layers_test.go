package layers_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"testing"

	"github.com/newsgraph/newsgraph/internal/layers"
)

// TestOrder holds what is built to the order. Tests may import what they need.
func TestOrder(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-json=ImportPath,Imports", layers.Module+"...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	imports := map[string][]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("go list: %v", err)
		}
		imports[p.ImportPath] = p.Imports
	}
	if len(imports) < 10 {
		t.Fatalf("go list names %d packages, which can't be all", len(imports))
	}
	for _, v := range layers.Violations(imports) {
		t.Error(v)
	}
}

func TestViolations(t *testing.T) {
	for _, test := range []struct {
		name    string
		imports map[string][]string
		want    []string
	}{
		{"a room may know what is below it", map[string][]string{"graph": {"news"}, "ingest": {"graph", "extract"}}, nil},
		{"the bottom knows nobody", map[string][]string{"news": {"graph"}}, []string{
			layers.Module + "news imports " + layers.Module + "graph, but news does not know graph",
		}},
		{"siblings don't know each other", map[string][]string{"fusion": {"seeds"}}, []string{
			layers.Module + "fusion imports " + layers.Module + "seeds, but fusion does not know seeds",
		}},
		{"a package below a room counts as that room", map[string][]string{"graph/inner": {"graph", "news"}}, nil},
		{"the longest room counts", map[string][]string{"extract/analyze/data": {"news"}}, []string{
			layers.Module + "extract/analyze/data imports " + layers.Module + "news, but extract/analyze does not know news",
		}},
		{"no room knows a tool", map[string][]string{"eval": {"tools/picture"}}, []string{
			layers.Module + "eval imports " + layers.Module + "tools/picture, but eval does not know tools",
		}},
		{"a package without a room is told", map[string][]string{"helpers": nil}, []string{
			layers.Module + "helpers is in no room: give it a line in internal/layers",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			full := map[string][]string{}
			for pkg, deps := range test.imports {
				full[layers.Module+pkg] = nil
				for _, d := range deps {
					full[layers.Module+pkg] = append(full[layers.Module+pkg], layers.Module+d)
				}
			}
			if got := layers.Violations(full); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
