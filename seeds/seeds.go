// Package seeds is the data that ships with Newsgraph: the seed article, and
// small tables of countries, places, people in office, organisations, titles
// and first names that the extractor looks things up in. Where each row comes
// from stands in the row; which licence that source has, in SOURCES.md.
package seeds

import (
	"embed"
	"io/fs"
)

//go:embed articles tables kept
var files embed.FS

// Articles returns the articles that ship, one .txt file each: title, date
// and text.
func Articles() fs.FS {
	sub, err := fs.Sub(files, "articles")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return sub
}
