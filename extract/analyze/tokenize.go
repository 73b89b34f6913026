package analyze

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// piece is a token as the tokenizer makes it.
type piece struct {
	// start and end are characters, from and to bytes of the text.
	start, end, from, to int
	// norm is set if an exception gives the token a norm of its own.
	norm string
	// blank is true when a blank follows that is no token of its own.
	blank bool
}

// part is one token of an exception.
type part struct {
	text, norm string
	runes      int
}

// tokenizer splits text into pieces.
type tokenizer struct {
	*affixes
	exceptions map[string][]part
	longest    int // bytes of the longest exception
	// sequences holds, by their first token, the exceptions that have to be
	// looked for once more when the affixes are off.
	sequences map[string][]sequence
}

// sequence is what an exception is split into when exceptions are not heeded.
type sequence struct {
	tokens []string
	text   string
}

func newTokenizer(a *affixes, exceptions map[string][][2]string) *tokenizer {
	t := &tokenizer{affixes: a, exceptions: map[string][]part{}, sequences: map[string][]sequence{}}
	for text, parts := range exceptions {
		list := make([]part, len(parts))
		for i, p := range parts {
			list[i] = part{p[0], p[1], utf8.RuneCountInString(p[0])}
		}
		t.exceptions[text] = list
		t.longest = max(t.longest, len(text))
	}
	bare := &tokenizer{affixes: a}
	for _, text := range slices.Sorted(maps.Keys(exceptions)) {
		r := []rune(text)
		start, end := a.infix(r, 0)
		if a.prefixLen(r) == 0 && a.suffixLen(r) == 0 && start == end && !strings.Contains(text, " ") {
			continue
		}
		var tokens []string
		for _, p := range bare.split(text, r, nil) {
			tokens = append(tokens, text[p.from:p.to])
		}
		t.sequences[tokens[0]] = append(t.sequences[tokens[0]], sequence{tokens, text})
	}
	return t
}

// tokenize returns the pieces of a text, given as string and as characters.
func (t *tokenizer) tokenize(text string, runes []rune, out []piece) []piece {
	return t.restore(text, t.split(text, runes, out))
}

// split cuts a text at white space and each chunk at its affixes.
func (t *tokenizer) split(text string, runes []rune, out []piece) []piece {
	c := cutter{tokenizer: t, text: text, runes: runes, out: out}
	start, from, at := 0, 0, 0
	var inSpace bool
	for i, r := range runes {
		isSpace := t.in(r, space)
		if i == 0 {
			inSpace = isSpace
		}
		if isSpace != inSpace {
			if start < i {
				c.chunk(start, i, from, at)
			}
			start, from = i, at
			if r == ' ' {
				c.out[len(c.out)-1].blank = true
				start, from = i+1, at+1
			}
			inSpace = isSpace
		}
		at += utf8.RuneLen(r)
	}
	if start < len(runes) {
		c.chunk(start, len(runes), from, at)
	}
	return c.out
}

// cutter appends the pieces of a text's chunks to out.
type cutter struct {
	*tokenizer
	text     string
	runes    []rune
	out      []piece
	suffixes []piece
}

// exception returns what text[from:to] is split into by an exception, or nil.
func (c *cutter) exception(from, to int) []part {
	if to-from > c.longest {
		return nil
	}
	return c.exceptions[c.text[from:to]]
}

// bytes returns the length of characters start to end in the text.
func (c *cutter) bytes(start, end int) int {
	n := 0
	for _, r := range c.runes[start:end] {
		n += utf8.RuneLen(r)
	}
	return n
}

// chunk cuts characters start to end, the bytes from to to: prefixes and
// suffixes alternately until an exception is left or nothing more comes off.
func (c *cutter) chunk(start, end, from, to int) {
	c.suffixes = c.suffixes[:0]
	for last := -1; start < end && end-start != last; {
		if c.exception(from, to) != nil {
			break
		}
		last = end - start
		pre := c.prefixLen(c.runes[start:end])
		preBytes := c.bytes(start, start+pre)
		if pre > 0 && c.exception(from+preBytes, to) != nil {
			c.out = append(c.out, piece{start: start, end: start + pre, from: from, to: from + preBytes})
			start, from = start+pre, from+preBytes
			break
		}
		suf := c.suffixLen(c.runes[start+pre : end])
		sufBytes := c.bytes(end-suf, end)
		if suf > 0 {
			c.suffixes = append(c.suffixes, piece{start: end - suf, end: end, from: to - sufBytes, to: to})
			end, to = end-suf, to-sufBytes
			if c.exception(from, to) != nil {
				break
			}
		}
		if pre > 0 {
			c.out = append(c.out, piece{start: start, end: start + pre, from: from, to: from + preBytes})
			start, from = start+pre, from+preBytes
		}
	}
	if start < end {
		c.middle(start, end, from, to)
	}
	for _, s := range slices.Backward(c.suffixes) {
		c.out = append(c.out, s)
	}
}

// middle appends what is left of a chunk without its affixes.
func (c *cutter) middle(start, end, from, to int) {
	if parts := c.exception(from, to); parts != nil {
		c.parts(parts, start, from)
		return
	}
	r := c.runes[start:end]
	i, j := c.infix(r, 0)
	if i == 0 && j > 0 {
		i, j = c.infix(r, j)
	}
	if i == len(r) || c.isURL(r) {
		c.out = append(c.out, piece{start: start, end: end, from: from, to: to})
		return
	}
	done := 0
	add := func(to int) {
		if to > done {
			n := c.bytes(start+done, start+to)
			c.out = append(c.out, piece{start: start + done, end: start + to, from: from, to: from + n})
			done, from = to, from+n
		}
	}
	for i < len(r) {
		add(i)
		add(j)
		i, j = c.infix(r, j)
	}
	add(len(r))
}

// parts appends the tokens of an exception that begins at character start
// and byte from.
func (c *cutter) parts(parts []part, start, from int) {
	for _, p := range parts {
		c.out = append(c.out, piece{start: start, end: start + p.runes, from: from, to: from + len(p.text), norm: p.norm})
		start, from = start+p.runes, from+len(p.text)
	}
}

// match is a stretch of pieces that may be an exception.
type match struct{ start, end int }

// restore finds exceptions that were cut into several pieces, longest first,
// and puts the exception's tokens in their place. A match with a blank inside
// is no exception, but keeps others from the same pieces.
func (t *tokenizer) restore(text string, pieces []piece) []piece {
	matches := t.matches(text, pieces)
	if len(matches) == 0 {
		return pieces
	}
	slices.SortStableFunc(matches, func(a, b match) int {
		if d := (b.end - b.start) - (a.end - a.start); d != 0 {
			return d
		}
		return a.start - b.start
	})
	taken := map[int]bool{}
	kept := matches[:0]
	for _, m := range matches {
		if !taken[m.start] && !taken[m.end-1] {
			kept = append(kept, m)
		}
		for i := m.start; i < m.end; i++ {
			taken[i] = true
		}
	}
	slices.SortFunc(kept, func(a, b match) int { return a.start - b.start })
	c := cutter{tokenizer: t, text: text, out: make([]piece, 0, len(pieces)+len(kept))}
	done := 0
	for _, m := range kept {
		first, last := pieces[m.start], pieces[m.end-1]
		parts := c.exception(first.from, last.to)
		if parts == nil {
			continue
		}
		c.out = append(c.out, pieces[done:m.start]...)
		c.parts(parts, first.start, first.from)
		c.out[len(c.out)-1].blank = last.blank
		done = m.end
	}
	return append(c.out, pieces[done:]...)
}

// matches returns the stretches of pieces that equal a sequence, whatever
// stands between the pieces.
func (t *tokenizer) matches(text string, pieces []piece) []match {
	var out []match
	for i, p := range pieces {
		if p.to-p.from > t.longest {
			continue
		}
	next:
		for _, s := range t.sequences[text[p.from:p.to]] {
			if i+len(s.tokens) > len(pieces) {
				continue
			}
			for k, token := range s.tokens {
				if q := pieces[i+k]; text[q.from:q.to] != token {
					continue next
				}
			}
			out = append(out, match{i, i + len(s.tokens)})
		}
	}
	return out
}
