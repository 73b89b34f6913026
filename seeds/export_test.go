package seeds

import (
	"io/fs"
	"testing"
)

// Read reads the tables anew.
func Read() *Tables { return read() }

// Files returns the text of every table by its path.
func Files(t *testing.T) map[string]string {
	out := map[string]string{}
	for _, pattern := range []string{"tables/*.tsv", "kept/*.tsv"} {
		l, err := fs.Glob(files, pattern)
		if err != nil || len(l) == 0 {
			t.Fatalf("%s: %v, %v", pattern, l, err)
		}
		for _, p := range l {
			b, err := files.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			out[p] = string(b)
		}
	}
	return out
}
