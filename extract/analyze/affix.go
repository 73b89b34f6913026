package analyze

import "unicode/utf8"

// affixes finds what is cut off a chunk of text at its front, at its end and
// within. All of it works on characters; lengths are in characters.
type affixes struct {
	*chars
	// units and currencies are cut off when they follow a digit, and
	// maxUnit is the length of the longest.
	afterDigit map[string]bool
	maxUnit    int
}

func newAffixes(c *chars, units, currencies []string) *affixes {
	a := &affixes{chars: c, afterDigit: map[string]bool{}}
	for _, list := range [][]string{units, currencies} {
		for _, u := range list {
			a.afterDigit[u] = true
			a.maxUnit = max(a.maxUnit, utf8.RuneCountInString(u))
		}
	}
	return a
}

// prefixLen returns how much is to be cut off at the front, or 0.
func (a *affixes) prefixLen(r []rune) int {
	if len(r) == 0 {
		return 0
	}
	switch r[0] {
	case '.':
		if n := dots(r); n > 1 {
			return n
		}
		return 0
	case '+':
		if len(r) > 1 && isDigit(r[1]) {
			return 0
		}
		return 1
	case 'U':
		if len(r) > 2 && r[1] == 'S' && r[2] == '$' {
			return 3
		}
		return 0
	case 'A', 'C':
		if len(r) > 1 && r[1] == '$' {
			return 2
		}
		return 0
	}
	if a.in(r[0], prefix) {
		return 1
	}
	return 0
}

// dots counts the full stops at the front.
func dots(r []rune) int {
	n := 0
	for n < len(r) && r[n] == '.' {
		n++
	}
	return n
}

// suffixLen returns how much is to be cut off at the end, or 0: the longest
// of all that fit.
func (a *affixes) suffixLen(r []rune) int {
	n := len(r)
	if n == 0 {
		return 0
	}
	last := r[n-1]
	best := 0
	if a.in(last, suffix) {
		best = 1
	}
	switch last {
	case '.':
		run := 1
		for run < n && r[n-1-run] == '.' {
			run++
		}
		if run > 1 {
			return run
		}
		if a.dotFalls(r[:n-1]) {
			best = 1
		}
	case '…':
		if n > 1 && r[n-2] == '…' {
			best = 2
		}
	case 's', 'S':
		if n > 1 && (r[n-2] == '\'' || r[n-2] == '’') {
			best = 2
		}
	case '+':
		if n > 1 && isDigit(r[n-2]) {
			best = 1
		}
	}
	for u := 1; u <= a.maxUnit && u < n; u++ {
		if isDigit(r[n-1-u]) {
			if u > best && a.afterDigit[string(r[n-u:])] {
				best = u
			}
			break
		}
	}
	return best
}

// dotFalls reports whether a single full stop after r is cut off.
func (a *affixes) dotFalls(r []rune) bool {
	n := len(r)
	if n == 0 {
		return false
	}
	if a.in(r[n-1], beforeDot) {
		return true
	}
	if n < 2 {
		return false
	}
	if a.in(r[n-1], upper) && a.in(r[n-2], upper) {
		return true
	}
	switch r[n-1] {
	case 'F', 'f', 'C', 'c', 'K', 'k':
		return r[n-2] == '°'
	}
	return false
}

// infix returns the first place at or after from where r is split within:
// r[start:end] becomes a token of its own. start is len(r) if there is none.
func (a *affixes) infix(r []rune, from int) (start, end int) {
	for i := from; i < len(r); i++ {
		if n := a.infixLen(r, i); n > 0 {
			return i, i + n
		}
	}
	return len(r), len(r)
}

// infixLen returns the length of an infix at a place, or 0.
func (a *affixes) infixLen(r []rune, i int) int {
	var left, right rune
	if i > 0 {
		left = r[i-1]
	}
	if i+1 < len(r) {
		right = r[i+1]
	}
	splits := false
	switch c := r[i]; c {
	case '.':
		if n := dots(r[i:]); n > 1 {
			return n
		}
		splits = a.in(left, lower|quote) && a.in(right, upper|quote)
	case '+', '*', '^':
		splits = isDigit(left) && (isDigit(right) || right == '-')
	case '-':
		if isDigit(left) && (isDigit(right) || right == '-') {
			return 1
		}
		return a.hyphen(r, i, 3)
	case '—':
		return a.hyphen(r, i, 2)
	case '–', '~':
		return a.hyphen(r, i, 1)
	case ',':
		splits = a.in(left, alpha) && a.in(right, alpha)
	case ':', '<', '>', '=', '/':
		splits = (isDigit(left) || a.in(left, alpha)) && a.in(right, alpha)
	default:
		splits = c == '…' || c > 0x7f && a.in(c, icon)
	}
	if splits {
		return 1
	}
	return 0
}

// hyphen returns the length of a hyphen of up to most equal signs that stands
// after a letter or digit and before a letter, or 0.
func (a *affixes) hyphen(r []rune, i, most int) int {
	if i == 0 || !isDigit(r[i-1]) && !a.in(r[i-1], alpha) {
		return 0
	}
	for n := 1; n <= most && i+n < len(r); n++ {
		if a.in(r[i+n], alpha) {
			return n
		}
		if r[i+n] != r[i] {
			return 0
		}
	}
	return 0
}
