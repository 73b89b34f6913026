package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Widths of lines in code points, between which a text may be broken by hand.
const (
	leastWrap = 40
	mostWrap  = 130
)

// flow writes paragraphs as one line each, as they are wrapped by hand, runs of
// blanks as one, shortened ranks without their dots and quotation marks typed
// as two grave accents or apostrophes as one, and returns where paragraphs,
// headings and items of lists begin, in code points of the new text. No
// sentence reaches over them.
func flow(c cleaned) (cleaned, []int) {
	lines := strings.Split(c.text, "\n")
	width := wrapWidth(lines)
	from := 0 // where the line begins in the original, with what was cut off its front
	out := cleaned{heads: c.heads}
	var b strings.Builder
	var starts []int
	put := func(r rune, at int) {
		b.WriteRune(r)
		out.at = append(out.at, at)
	}
	pos, open := 0, false
	for i, l := range lines {
		blank := open
		empty := true
		line := []rune(l)
		for k, r := range line {
			at := c.at[pos]
			pos++
			if r == '.' && shortened(line, k) {
				continue
			}
			if k+1 < len(line) && line[k+1] == r && (r == '`' || r == '\'') {
				continue // the second one stands for both
			}
			if k > 0 && line[k-1] == r {
				switch r {
				case '`':
					r, at = '“', at-1
				case '\'':
					r = '”'
				}
			}
			if unicode.IsSpace(r) {
				blank = true
				continue
			}
			if empty {
				if !open && i > 0 {
					starts = append(starts, len(out.at))
				}
				blank = blank && open
			}
			if blank {
				put(' ', at-1)
			}
			put(r, at)
			blank, empty = false, false
		}
		open = !empty && i+1 < len(lines) && goesOn(strings.TrimSpace(l), strings.TrimSpace(lines[i+1]), c.at[pos]-from, width)
		if i+1 < len(lines) {
			if !open {
				put('\n', c.at[pos])
			}
			from = c.at[pos] + 1
			pos++
		}
	}
	out.text, out.at = b.String(), append(out.at, c.at[pos])
	return out, starts
}

// short are ranks and titles that are written short before a name. The network
// takes the dot behind them for the end of a sentence.
var short = map[string]bool{
	"Brig": true, "Capt": true, "Cmdr": true, "Col": true, "Cpl": true, "Det": true, "Lt": true, "Maj": true, "Pvt": true, "Sgt": true, "Spc": true, "Supt": true,
}

// shortened reports whether the dot at k ends such a word before a name.
func shortened(line []rune, k int) bool {
	from := k
	for from > 0 && unicode.IsLetter(line[from-1]) {
		from--
	}
	if k-from > 5 || !short[string(line[from:k])] || k+2 >= len(line) || line[k+1] != ' ' {
		return false
	}
	return unicode.IsUpper(line[k+2])
}

// wrapWidth returns the width at which the lines of a text are broken, in
// code points; 0 when they are whole paragraphs.
func wrapWidth(lines []string) int {
	most, inside, ended := 0, 0, 0
	for i, l := range lines {
		t := strings.TrimSpace(l)
		n := utf8.RuneCountInString(t)
		if n > mostWrap {
			return 0
		}
		most = max(most, n)
		if i+1 < len(lines) && n >= leastWrap && strings.TrimSpace(lines[i+1]) != "" {
			if ended++; !ends(t) {
				inside++
			}
		}
	}
	if most < leastWrap || 2*inside < ended || inside < 2 {
		return 0
	}
	return most
}

// goesOn reports whether a sentence may reach over the break between two lines,
// of which the first has n code points in the article: at the width of a
// wrapped text, within a phrase, or where the next one begins in lower case.
func goesOn(line, next string, n, width int) bool {
	if next == "" || item(next) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next)
	return width > 0 && full(n, next, width) || unicode.IsLower(first) && !ends(line) || n >= leastWrap && hangs(line)
}

// full reports whether the first word of the next line had no room in a line of n.
func full(n int, next string, width int) bool {
	word, _, _ := strings.Cut(next, " ")
	return n+1+utf8.RuneCountInString(word) > width-leastWrap/4
}

// hanging are words that end no heading and no paragraph.
var hanging = wordSet(`a an the and or but of to in on at by for from with as than that which who whose
	its his her their our is are was were be been has have had will would said says`)

// hangs reports whether a line ends within a phrase.
func hangs(line string) bool {
	return hanging[line[strings.LastIndexByte(line, ' ')+1:]] || strings.HasSuffix(line, ",")
}

// ends reports whether a line ends as a sentence does.
func ends(line string) bool {
	line = strings.TrimRight(line, "\"”’')]»")
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") || strings.HasSuffix(line, "…") || strings.HasSuffix(line, ":")
}

// item reports whether a line is an item of a list.
func item(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "•") || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "– ") || strings.HasPrefix(line, "▪") || strings.HasPrefix(line, "· ")
}
