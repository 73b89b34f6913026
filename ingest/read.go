package ingest

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Read yields the articles of the paths in order: files of text, HTML, JSON
// Lines and feeds by their extension, or where that says nothing by how they
// start; folders with all files in them whose extension says what they are,
// sorted by path; and "-" for JSON Lines on stdin. Links within a folder
// count when they lead to a file; hidden files do not. What can't be read is
// an item with Err, and the rest goes on. It stops when ctx is done.
func Read(ctx context.Context, paths []string, stdin io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for _, path := range paths {
			if !readPath(ctx, path, stdin, yield) {
				return
			}
		}
	}
}

func readPath(ctx context.Context, path string, stdin io.Reader, yield func(Item) bool) bool {
	if ctx.Err() != nil {
		return false
	}
	if path == Stdin {
		ok := true
		readJSONL(path, stdin, func(it Item) bool {
			ok = yield(it) && ctx.Err() == nil
			return ok
		})
		return ok
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return yield(refused(path, news.NotFound, "There is no file %s that can be read.", path, err))
	case info.IsDir():
		return readFolder(ctx, path, yield)
	case !info.Mode().IsRegular():
		return yield(refused(path, news.BadInput, "%s is neither a file nor a folder.", path))
	}
	return readFile(ctx, path, yield)
}

// readFolder reads all files under a folder whose kind is known.
func readFolder(ctx context.Context, root string, yield func(Item) bool) bool {
	for path, err := range files(root) {
		switch {
		case ctx.Err() != nil:
			return false
		case err != nil:
			if !yield(refused(path, news.BadInput, "%s can't be read: %v.", path, err)) {
				return false
			}
		case !readFile(ctx, path, yield):
			return false
		}
	}
	return true
}

// files yields the files under root that can be articles, in the order of
// their paths, and what stands in the way of reading others. Links to files
// count, links to folders do not: they may lead in a circle.
func files(root string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if target, err := filepath.EvalSymlinks(root); err == nil {
			root = target
		}
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			hidden := path != root && strings.HasPrefix(filepath.Base(path), ".")
			switch {
			case err != nil:
				if !yield(path, err) {
					return fs.SkipAll
				}
				return nil
			case hidden && entry.IsDir():
				return fs.SkipDir
			case hidden || entry.IsDir() || path != root && format(path) == nil:
				return nil
			}
			info, err := os.Stat(path)
			if err == nil && !info.Mode().IsRegular() || yield(path, err) {
				return nil
			}
			return fs.SkipAll
		})
		if err != nil {
			yield(root, err)
		}
	}
}

func readFile(ctx context.Context, path string, yield func(Item) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(refused(path, news.BadInput, "%s can't be read: %v.", path, err))
	}
	defer f.Close() //nolint:errcheck // nothing is written
	ok := true
	for it := range File(path, f) {
		if ok = yield(it) && ctx.Err() == nil; !ok {
			break
		}
	}
	return ok
}

// File yields the articles of one file from r. Its kind is what the extension
// of its name says, or how it starts.
func File(name string, r io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		read := format(name)
		if read == nil {
			read, r = sniff(r)
		}
		if read == nil {
			yield(refused(name, news.BadInput, "%s is of no kind that is read: .txt, .html, .jsonl or .xml.", name))
			return
		}
		read(name, r, yield)
	}
}

// FS yields the articles of all files in fsys, in the order of their paths.
func FS(fsys fs.FS) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || format(path) == nil {
				return err
			}
			f, err := fsys.Open(path)
			if err != nil {
				return err
			}
			defer f.Close() //nolint:errcheck // nothing is written
			for it := range File(path, f) {
				if !yield(it) {
					return fs.SkipAll
				}
			}
			return nil
		})
		if err != nil {
			yield(refused(".", news.Internal, "The files that come with the program can't be read: %v.", err))
		}
	}
}

// format returns the reader for a file of this name; nil when the name does
// not say what it is.
func format(name string) reader {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson":
		return readJSONL
	case ".xml", ".rss", ".atom":
		return readFeed
	case ".txt":
		return one(readTXT)
	case ".html", ".htm", ".xhtml":
		return one(readHTML)
	}
	return nil
}

// one makes the reader of a file with one article.
func one(read func(*Item, io.Reader)) reader {
	return func(name string, r io.Reader, yield func(Item) bool) bool {
		counted := &counter{r: r}
		it := Item{File: name}
		read(&it, counted)
		it.Size = counted.n
		return yield(it)
	}
}

// counter counts the bytes that are read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func refused(path string, code news.Code, msg string, args ...any) Item {
	err := &news.Error{Code: code}
	for _, a := range args {
		if cause, ok := a.(error); ok {
			err.Err = cause
		}
	}
	err.Msg = fmt.Sprintf(msg, args[:strings.Count(msg, "%")]...)
	return Item{File: path, Err: err}
}

// Size returns how many bytes the paths hold in all, and false when that is
// not known (standard input), for a bar of progress.
func Size(paths []string) (int64, bool) {
	var total int64
	for _, path := range paths {
		if path == Stdin {
			return 0, false
		}
		for file, err := range files(path) {
			if info, statErr := os.Stat(file); err == nil && statErr == nil {
				total += info.Size()
			}
		}
	}
	return total, true
}
