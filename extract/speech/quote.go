package speech

import (
	"sort"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// quote is a stretch in quotation marks, the marks included.
type quote struct {
	analyze.Range
	words int
	// closed is false when the closing mark is missing.
	closed bool
	// capital is true when its first word has a capital, full when it ends a sentence or a clause before its mark.
	capital, full bool
	// colon is true when a colon stands before it.
	colon bool
}

// long reports whether what the quote holds may be a clause of its own.
func (q quote) long() bool { return q.words >= 4 }

// speech reports whether the quote, by its shape, is what somebody says and
// no name or scare quote.
func (q quote) speech() bool {
	return q.words >= 4 && (q.capital || q.full) || q.full && q.words >= 2 || q.colon && q.capital && q.full && q.words >= 1
}

// mark is what a token can be as a quotation mark.
type mark int

const (
	noMark mark = iota
	double
	opening
	closing
	single
	singleOpening
	singleClosing
)

func markOf(t *analyze.Token) mark {
	switch t.Text {
	case "\"", "＂":
		return double
	case "“", "„", "``", "«", "‟", "『", "「":
		return opening
	case "”", "''", "»", "』", "」":
		return closing
	case "‘", "`":
		return singleOpening
	case "'":
		if t.Tag == "POS" {
			return noMark
		}
		return single
	case "’":
		if t.Tag == "POS" {
			return noMark
		}
		return singleClosing
	}
	return noMark
}

// before reports whether white space, or nothing, stands before token i.
func (f *finder) gapBefore(i int) bool {
	if i == 0 {
		return true
	}
	p := &f.doc.Tokens[i-1]
	return p.Space || p.Pos == "SPACE"
}

// gapAfter reports whether white space, or nothing, stands after token i.
func (f *finder) gapAfter(i int) bool {
	return i+1 >= len(f.doc.Tokens) || f.gapBefore(i+1) || f.doc.Tokens[i+1].Pos == "SPACE"
}

// opens reports whether a straight mark at i opens a quote, by the space around it.
func (f *finder) opens(i int) bool {
	if f.gapAfter(i) {
		return false
	}
	if f.gapBefore(i) {
		return true
	}
	switch f.doc.Tokens[i-1].Text {
	case "(", "[", "—", "–", "-", "--", "“", "\"", "‘", "'":
		return true
	}
	return false
}

// readQuotes finds the quotes of the article. A straight mark opens or closes
// as the space around it says; a paragraph that starts with a mark while a
// quote is open continues it; a quote that nothing closes ends with its
// paragraph.
func (f *finder) readQuotes() {
	n := len(f.doc.Tokens)
	f.in = make([]int, n)
	open, kind := -1, noMark
	for i := range n {
		t := &f.doc.Tokens[i]
		if open >= 0 && t.Pos == "SPACE" && strings.ContainsRune(t.Text, '\n') {
			if !f.goesOn(i, kind) {
				f.addQuote(open, i, false)
				open = -1
			}
			continue
		}
		m := f.markAt(i)
		if m == noMark {
			continue
		}
		if open < 0 {
			switch {
			case m == opening, m == double && (f.opens(i) || f.gapBefore(i) && f.gapAfter(i)), m == singleOpening:
				open, kind = i, m
			case m == single && f.opens(i) && f.singleCloses(i, single):
				open, kind = i, m
			}
			if open >= 0 && kind == singleOpening && !f.singleCloses(i, singleClosing) {
				open = -1
			}
			continue
		}
		if f.closes(i, m, kind) || f.doc.Tokens[open].Text == "„" && t.Text == "“" {
			f.addQuote(open, i+1, true)
			open = -1
		}
	}
	if open >= 0 {
		f.addQuote(open, n, false)
	}
}

// markAt returns what token i can be as a mark: two backquotes open as one.
func (f *finder) markAt(i int) mark {
	toks := f.doc.Tokens
	if toks[i].Text == "`" {
		if i+1 < len(toks) && toks[i+1].Text == "`" && !toks[i].Space {
			return opening
		}
		if i > 0 && toks[i-1].Text == "`" && !toks[i-1].Space {
			return noMark
		}
	}
	return markOf(&toks[i])
}

// closes reports whether mark m at i closes a quote that a mark of this kind opened.
func (f *finder) closes(i int, m, kind mark) bool {
	switch kind {
	case double:
		if m == closing {
			return true
		}
		return m == double && !(f.opens(i) && f.gapBefore(i) && f.lineStart(i))
	case opening:
		return m == closing || m == double && !f.opens(i)
	case single:
		return m == single && f.gapAfterOrMark(i)
	case singleOpening:
		return (m == singleClosing || m == single) && f.gapAfterOrMark(i)
	}
	return false
}

// gapAfterOrMark reports whether token i ends a word: white space or a mark follows.
func (f *finder) gapAfterOrMark(i int) bool {
	return f.gapAfter(i) || f.doc.Tokens[i+1].Pos == "PUNCT"
}

// singleCloses reports whether a single quote that opens at i is closed
// within its line: an apostrophe is not.
func (f *finder) singleCloses(i int, by mark) bool {
	for j := i + 1; j < len(f.doc.Tokens) && j < i+120; j++ {
		t := &f.doc.Tokens[j]
		if t.Pos == "SPACE" && strings.ContainsRune(t.Text, '\n') {
			return false
		}
		if m := markOf(t); (m == by || m == single) && !f.gapBefore(j) && f.gapAfterOrMark(j) && j > i+1 {
			return true
		}
	}
	return false
}

// lineStart reports whether token i is the first of its line.
func (f *finder) lineStart(i int) bool {
	return i == 0 || f.doc.Tokens[i-1].Pos == "SPACE" && strings.ContainsRune(f.doc.Tokens[i-1].Text, '\n')
}

// goesOn reports whether a quote of this kind, open at the line break i,
// continues after it: the next line starts with an opening mark, or the next
// mark is a closing one.
func (f *finder) goesOn(i int, kind mark) bool {
	if kind == single || kind == singleOpening {
		return false
	}
	for j := i + 1; j < len(f.doc.Tokens) && j < i+600; j++ {
		t := &f.doc.Tokens[j]
		m := markOf(t)
		if m != double && m != opening && m != closing {
			continue
		}
		if f.lineStart(j) && f.opens(j) {
			return true
		}
		switch m {
		case closing:
			return true
		case opening:
			return false
		}
		return kind == double && !f.opens(j)
	}
	return false
}

func (f *finder) addQuote(start, end int, closed bool) {
	for end > start+1 && f.doc.Tokens[end-1].Pos == "SPACE" {
		end--
	}
	q := quote{Range: analyze.Range{Start: start, End: end}, closed: closed}
	for i := start + 1; i < end; i++ {
		t := &f.doc.Tokens[i]
		f.in[i] = len(f.quotes) + 1
		if t.Pos == "SPACE" || t.Pos == "PUNCT" {
			continue
		}
		if q.words == 0 {
			q.capital = t.Text != t.Lower
		}
		q.words++
	}
	f.in[start] = len(f.quotes) + 1
	last := end - 1
	if closed {
		last--
	}
	if last > start && last < len(f.doc.Tokens) {
		q.full = strings.Contains(".,!?…;]", f.doc.Tokens[last].Text)
	}
	if !q.full && closed && end < len(f.doc.Tokens) && q.capital {
		q.full = f.doc.Tokens[end].Text == "," || f.doc.Tokens[end].Text == "."
	}
	q.colon = f.colonBefore(start)
	f.quotes = append(f.quotes, q)
}

// quotesFrom returns the index of the first quote that ends behind token i.
// Quotes are in text order and don't overlap.
func (f *finder) quotesFrom(i int) int {
	return sort.Search(len(f.quotes), func(q int) bool { return f.quotes[q].End > i })
}
