package ingest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// sniffed is how many bytes at the start of a file say what it is.
const sniffed = 4096

// byMark returns the encoding that a byte order mark, or the pattern of zero
// bytes of UTF-16 without one, gives away; nil when there is none.
func byMark(head []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(head, []byte{0xEF, 0xBB, 0xBF}):
		return unicode.UTF8BOM
	case bytes.HasPrefix(head, []byte{0xFE, 0xFF}):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case bytes.HasPrefix(head, []byte{0xFF, 0xFE}):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	var even, odd int
	for i, b := range head {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	switch half := len(head) / 2; {
	case half < 2:
	case odd > half*3/4 && even == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even > half*3/4 && odd == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// isBinary reports whether text starts like a file that people do not read:
// a zero byte, a PDF, or many control characters.
func isBinary(head []byte) bool {
	if bytes.HasPrefix(head, []byte("%PDF-")) || bytes.IndexByte(head, 0) >= 0 {
		return true
	}
	control := 0
	for _, b := range head {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' || b == 0x7f {
			control++
		}
	}
	return control*50 > len(head)
}

// readText reads all of r as UTF-8: by its byte order mark, else as UTF-8
// where it is that, else in the encoding declared ("" when none is), else as
// Windows-1252. It fails on a binary file and on one of more than most bytes.
func readText(r io.Reader, most int64, declared func(head []byte) string) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return "", fmt.Errorf("read: %w", err)
	}
	if int64(len(data)) > most {
		return "", fmt.Errorf("it has more than %d MB", most>>20)
	}
	head := data[:min(len(data), sniffed)]
	enc := byMark(head)
	if enc == nil {
		if isBinary(head) {
			return "", errBinary
		}
		if utf8.Valid(data) {
			return string(data), nil
		}
		enc = charmap.Windows1252
		if name := declared(head); name != "" {
			if e, _ := charset.Lookup(name); e != nil {
				enc = e
			}
		}
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("decode: %w", err)
	}
	text := strings.ToValidUTF8(string(out), "\uFFFD")
	if isBinary([]byte(text[:min(len(text), sniffed)])) {
		return "", errBinary
	}
	return text, nil
}

var errBinary = fmt.Errorf("it is not text")

// decoded returns r as UTF-8 by its byte order mark, for reading line by
// line. It looks at what the first read gives and waits for no more: whoever
// writes a line to a pipe may wait for its answer.
func decoded(r *bufio.Reader) *bufio.Reader {
	_, _ = r.Peek(4) // a short file is a short head
	head, _ := r.Peek(min(r.Buffered(), sniffed))
	if enc := byMark(head); enc != nil {
		return bufio.NewReaderSize(enc.NewDecoder().Reader(r), 1<<16)
	}
	return r
}

// undeclared is for formats that cannot name their encoding.
func undeclared([]byte) string { return "" }
