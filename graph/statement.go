package graph

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

// statementFiles holds the statements, one a file, named noun_verb.cypher.
//
//go:embed cypher/*.cypher
var statementFiles embed.FS

// statements holds the text of each statement by its file's name without ending.
var statements = loadStatements()

func loadStatements() map[string]string {
	files, err := fs.Glob(statementFiles, "cypher/*.cypher")
	if err != nil {
		panic(err)
	}
	out := make(map[string]string, len(files))
	for _, file := range files {
		text, err := statementFiles.ReadFile(file)
		if err != nil {
			panic(err)
		}
		out[strings.TrimSuffix(strings.TrimPrefix(file, "cypher/"), ".cypher")] = string(text)
	}
	return out
}

// statement returns the text of cypher/<name>.cypher. A name without a file
// is a mistake in the program.
func statement(name string) string {
	text, ok := statements[name]
	if !ok {
		panic(fmt.Sprintf("graph: there is no cypher/%s.cypher", name))
	}
	return text
}
