package extract

import (
	"strings"
	"unicode/utf8"
)

// cleaned is a text without the stretches that are no sentences, and where
// each of its code points stands in the original.
type cleaned struct {
	text string
	// at maps a code point of text to one of the original; it has one more entry for the end.
	at []int
	// heads are the datelines left out, as stretches of the original in code points.
	heads [][2]int
}

// clean leaves out what is printed around an article and is no sentence of
// it, the dateline before the first sentence and the words before a caption.
func clean(text string) cleaned {
	var b strings.Builder
	var at []int
	var heads [][2]int
	pos, lines := 0, 0
	links := false // below a heading such as "Read more:"
	for len(text) > 0 {
		line, rest, found := strings.Cut(text, "\n")
		n := utf8.RuneCountInString(line)
		from, to := 0, n
		trimmed := strings.TrimSpace(line)
		lead := utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeft(line, " \t"))
		switch {
		case trimmed == "":
		case furniture(trimmed):
			if to = 0; dateLine.MatchString(trimmed) {
				heads = append(heads, [2]int{pos, pos + n})
			}
			links = invitation.MatchString(trimmed)
		case links && title(trimmed):
			to = 0
		default:
			links = false
			lines++
			if m := dateline.FindString(trimmed); m != "" && (lines <= 3 || sure.MatchString(m)) {
				from = lead + utf8.RuneCountInString(m)
				heads = append(heads, [2]int{pos + lead, pos + from})
			} else if m := caption.FindString(trimmed); m != "" {
				from = lead + utf8.RuneCountInString(m)
			}
			if m := trailer.FindString(line); m != "" {
				to = n - utf8.RuneCountInString(m)
			}
		}
		i := 0
		for _, r := range line {
			if i >= from && i < to {
				b.WriteRune(r)
				at = append(at, pos+i)
			}
			i++
		}
		pos += n
		if found {
			b.WriteByte('\n')
			at = append(at, pos)
			pos++
		}
		text = rest
	}
	return cleaned{text: b.String(), at: append(at, pos), heads: heads}
}

// header returns the top of a text, where a date may stand.
func header(text string) string {
	r := []rune(text)
	if len(r) > 300 {
		r = r[:300]
	}
	return string(r)
}
