package ingest

import (
	"bufio"
	"bytes"
	"io"
)

// reader reads the articles of a file of one kind.
type reader func(name string, r io.Reader, yield func(Item) bool) bool

// sniff returns the reader for a file whose name says nothing of its kind,
// by how it starts: JSON Lines with a brace, HTML and feeds with an angle
// bracket. It returns nil for others. What it has read of the file it gives
// back in front of the rest.
func sniff(r io.Reader) (reader, io.Reader) {
	in := bufio.NewReaderSize(r, sniffed)
	head, _ := in.Peek(sniffed) // a short file is a short head
	if enc := byMark(head); enc != nil {
		// Half a character at the end of the head fails, after all that counts.
		head, _ = enc.NewDecoder().Bytes(head)
	}
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))
	switch {
	case bytes.HasPrefix(head, []byte("{")):
		return readJSONL, in
	case !bytes.HasPrefix(head, []byte("<")):
		return nil, in
	}
	head = bytes.ToLower(head)
	for _, root := range []string{"<html", "<!doctype html"} {
		if bytes.Contains(head, []byte(root)) {
			return one(readHTML), in
		}
	}
	for _, root := range []string{"<?xml", "<rss", "<feed", "<rdf"} {
		if bytes.Contains(head, []byte(root)) {
			return readFeed, in
		}
	}
	return one(readHTML), in
}
