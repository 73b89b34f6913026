package ingest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// line is an article as JSON Lines has it. ID is text or a number.
type line struct {
	ID        json.RawMessage `json:"id"`
	Published *string         `json:"published"`
	Title     *string         `json:"title"`
	Text      *string         `json:"text"`
	URL       *string         `json:"url"`
	Source    *string         `json:"source"`
	Modified  *string         `json:"modified"`
}

// readJSONL yields an item for each line that is not blank, in order, and
// holds one line at a time. yield returns false to stop.
func readJSONL(file string, r io.Reader, yield func(Item) bool) bool {
	in := decoded(bufio.NewReaderSize(r, 1<<16))
	for n := 1; ; n++ {
		data, size, err := nextLine(in)
		it := Item{File: file, Line: n, Size: size}
		switch {
		case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, errLong):
			it.refuse("%s can't be read any further: %v.", file, err)
			yield(it)
			return false
		case errors.Is(err, errLong):
			it.refuse("The line has more than %d MB: an article is shorter.", MaxLine>>20)
		case len(bytes.TrimSpace(data)) == 0:
			if err != nil {
				return true
			}
			continue
		default:
			it.readLine(data)
		}
		if !yield(it) {
			return false
		}
		if errors.Is(err, io.EOF) {
			return true
		}
	}
}

var errLong = errors.New("the line is too long")

// nextLine returns the next line without its end, and its size with it. It
// skips a line of more than MaxLine bytes and returns errLong. The last
// line comes with io.EOF.
func nextLine(in *bufio.Reader) (data []byte, size int64, err error) {
	long := false
	for {
		part, err := in.ReadSlice('\n')
		size += int64(len(part))
		if len(data)+len(part) > MaxLine {
			long, data = true, nil
		}
		if !long {
			data = append(data, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, size, errLong // the next call meets the end of the file again
		default:
			return bytes.TrimRight(data, "\r\n"), size, err
		}
	}
}

// readLine fills the item from one line.
func (it *Item) readLine(data []byte) {
	if !utf8.Valid(data) {
		if bytes.IndexByte(data, 0) >= 0 {
			it.refuse("The line is not text.")
			return
		}
		plain, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			it.refuse("The line is not UTF-8: %v.", err)
			return
		}
		it.warn("The line is not UTF-8; it is read as Windows-1252.")
		data = plain
	}
	var in line
	if err := json.Unmarshal(data, &in); err != nil {
		it.refuse("The line is not an article: %s.", whyJSON(err))
		return
	}
	if in.Text == nil {
		it.refuse(`The line is not an article: it has no "text".`)
		return
	}
	id, err := idOf(in.ID)
	if err != nil {
		it.refuse("The line is not an article: %v.", err)
		return
	}
	a := &it.Article
	a.SourceID, a.Text = id, *in.Text
	a.Title, a.URL, a.Source = value(in.Title), strings.TrimSpace(value(in.URL)), strings.TrimSpace(value(in.Source))
	it.setPublished(strings.TrimSpace(value(in.Published)))
	it.setModified(strings.TrimSpace(value(in.Modified)))
	it.finish()
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// idOf returns the id as text; a number is its digits.
func idOf(raw json.RawMessage) (string, error) {
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return "", nil
	case raw[0] == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	case raw[0] == '-' || '0' <= raw[0] && raw[0] <= '9':
		return string(raw), nil
	}
	return "", fmt.Errorf(`its "id" is neither text nor a number`)
}

// whyJSON says in words for people what is wrong with a line.
func whyJSON(err error) string {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Sprintf("it is not JSON (%v at byte %d)", err, syntax.Offset)
	case errors.As(err, &kind) && kind.Field == "":
		return "it is JSON, but no object"
	case errors.As(err, &kind):
		return fmt.Sprintf("its %q is a %s", kind.Field, kind.Value)
	}
	return err.Error()
}
