package prove_test

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/newsgraph/newsgraph/internal/prove"
)

// TestSamples holds the binary to its promises with a few articles; the
// whole corpus is for tools/prove.
func TestSamples(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "newsgraph")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "github.com/newsgraph/newsgraph/cmd/newsgraph")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	articles, err := prove.Samples()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("NEWSGRAPH_NEO4J_HEAP", "256m")
	t.Setenv("NEWSGRAPH_NEO4J_PAGECACHE", "64m")
	err = prove.Run(t.Context(), prove.Config{Binary: binary, Dir: t.TempDir(), Articles: articles, Shuffle: 1, Log: t.Output()})
	if err != nil {
		t.Error(err)
	}
}
