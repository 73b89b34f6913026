package analyze

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is a set of character classes. Some are those of the tokenizer's
// patterns, others those of Python's str, which differ from package unicode
// in a few characters and in the version of Unicode.
type class uint16

const (
	alpha     class = 1 << iota // letters that hyphens and commas may join
	lower                       // lower case, or of a script without case
	upper                       // capitals, or of a script without case
	quote                       // quotation marks and brackets used as such
	icon                        // symbols: arrows, dingbats, emoji ...
	beforeDot                   // what a full stop can be cut off after
	prefix                      // cut off at the front as a single character
	suffix                      // cut off at the end as a single character
	letter                      // str.isalpha
	capital                     // str.isupper
	digit                       // str.isdigit
	space                       // str.isspace
	decimal                     // \d of a pattern
	word                        // \w of a pattern
)

var classNames = map[string]class{
	"alpha": alpha, "lower": lower, "upper": upper, "quote": quote, "icon": icon,
	"beforeDot": beforeDot, "prefix": prefix, "suffix": suffix, "letter": letter,
	"capital": capital, "digit": digit, "space": space, "decimal": decimal, "word": word,
}

// tableSize is where the table of classes ends and the ranges begin.
const tableSize = 0x3000

// chars knows the classes of every character.
type chars struct {
	table [tableSize]class
	// from holds where a new set of classes begins, is the set itself.
	from []rune
	is   []class
}

// newChars reads classes given as first and last characters of ranges.
func newChars(ranges map[string][]rune) (*chars, error) {
	type edge struct {
		at rune
		c  class
	}
	var edges []edge
	c := new(chars)
	for name, bit := range classNames {
		r, ok := ranges[name]
		if !ok || len(r)%2 != 0 {
			return nil, fmt.Errorf("weights: no character class %s", name)
		}
		for i := 0; i < len(r); i += 2 {
			for x := r[i]; x <= r[i+1] && x < tableSize; x++ {
				c.table[x] |= bit
			}
			if r[i+1] >= tableSize {
				edges = append(edges, edge{max(r[i], tableSize), bit}, edge{r[i+1] + 1, bit})
			}
		}
	}
	sort.Slice(edges, func(i, j int) bool { return edges[i].at < edges[j].at })
	var now class
	for i, e := range edges {
		now ^= e.c
		if i+1 == len(edges) || edges[i+1].at != e.at {
			c.from, c.is = append(c.from, e.at), append(c.is, now)
		}
	}
	return c, nil
}

// of returns all classes of a character.
func (c *chars) of(r rune) class {
	if uint32(r) < tableSize {
		return c.table[r]
	}
	lo, hi := 0, len(c.from)
	for lo < hi {
		if mid := (lo + hi) / 2; c.from[mid] <= r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return 0
	}
	return c.is[lo-1]
}

// in reports whether a character has one of the classes.
func (c *chars) in(r rune, any class) bool { return c.of(r)&any != 0 }

// all reports whether every character of a non-empty string has one of the classes.
func (c *chars) all(s string, any class) bool {
	for _, r := range s {
		if c.of(r)&any == 0 {
			return false
		}
	}
	return s != ""
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// shape replaces letters by X and x and digits by d, and cuts runs of one
// sign after four. Words of 100 characters and more have the shape LONG.
func (c *chars) shape(s string) string {
	if utf8.RuneCountInString(s) >= 100 {
		return "LONG"
	}
	var b strings.Builder
	var last rune = -1
	run := 0
	for _, r := range s {
		switch k := c.of(r); {
		case k&(letter|capital) == letter|capital:
			r = 'X'
		case k&letter != 0:
			r = 'x'
		case k&digit != 0:
			r = 'd'
		}
		if r == last {
			run++
		} else {
			run, last = 0, r
		}
		if run < 4 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lowerCase lowers a string as Python does: İ becomes i with a dot above, and
// a Σ that ends a word ς.
func lowerCase(s string) string {
	if !strings.ContainsAny(s, "İΣ") {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == 'İ':
			b.WriteString("i̇")
		case r == 'Σ' && finalSigma(s[:i], s[i+len("Σ"):]):
			b.WriteRune('ς')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// finalSigma reports whether a letter stands before, and none after, not
// counting marks that a letter's case is independent of.
func finalSigma(before, after string) bool {
	cased := func(r rune) bool {
		return unicode.In(r, unicode.Lu, unicode.Ll, unicode.Lt, unicode.Other_Lowercase, unicode.Other_Uppercase)
	}
	skipped := func(r rune) bool {
		return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk) || strings.ContainsRune("'.:·’‘·․︓﹒﹕", r)
	}
	for before != "" {
		r, n := utf8.DecodeLastRuneInString(before)
		if !skipped(r) {
			if !cased(r) {
				return false
			}
			for _, r := range after {
				if !skipped(r) {
					return !cased(r)
				}
			}
			return true
		}
		before = before[:len(before)-n]
	}
	return false
}
