package schema_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// sources returns the definition of the schema.
func sources(t *testing.T) []*ast.Source {
	t.Helper()
	files, err := filepath.Glob("*.graphqls")
	if err != nil || len(files) == 0 {
		t.Fatalf("no schema: %v", err)
	}
	var out []*ast.Source
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, &ast.Source{Name: file, Input: string(text)})
	}
	return out
}

// TestEverythingIsDescribed: each type, field, argument and enum value has a
// sentence that says what it is.
func TestEverythingIsDescribed(t *testing.T) {
	s, err := gqlparser.LoadSchema(sources(t)...)
	if err != nil {
		t.Fatal(err)
	}
	described := func(what, text string) {
		if strings.TrimSpace(text) == "" {
			t.Errorf("%s has no description", what)
		} else if !strings.HasSuffix(strings.TrimSpace(text), ".") {
			t.Errorf("the description of %s is no sentence: %q", what, text)
		}
	}
	for name, def := range s.Types {
		if def.BuiltIn {
			continue
		}
		described(name, def.Description)
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			described(name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				described(name+"."+f.Name+"("+a.Name+")", a.Description)
			}
		}
		for _, v := range def.EnumValues {
			described(name+"."+v.Name, v.Description)
		}
	}
}

// TestGeneratedIsFresh generates the code anew, in a copy, and compares.
func TestGeneratedIsFresh(t *testing.T) {
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum", "gqlgen.yml", "schema", "resolvers", "news", "graph"} {
		copyTree(t, filepath.Join(root, name), filepath.Join(dir, name))
	}
	for _, old := range []string{"exec_gen.go", "models_gen.go"} {
		if err := os.Remove(filepath.Join(dir, "schema", old)); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), "go", "tool", "gqlgen", "generate", "--config", "gqlgen.yml")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go tool gqlgen generate: %v\n%s", err, out)
	}
	for _, part := range []string{"schema", "resolvers"} {
		err := filepath.WalkDir(filepath.Join(dir, part), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			got, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(dir, path)
			if err != nil {
				return err
			}
			want, err := os.ReadFile(filepath.Join(root, rel))
			if err != nil {
				t.Errorf("%s is generated and not there: run go generate ./schema", rel)
				return nil
			}
			if string(got) != string(want) {
				t.Errorf("%s is not what go generate ./schema makes of the schema (-there +generated):\n%.3000s", rel, cmp.Diff(string(want), string(got)))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func copyTree(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
