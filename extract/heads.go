package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// analyze returns the analysis of a text. What is no sentence stays out;
// datelines are read by themselves, so that they draw no sentence into their
// tree, and put back where they stand.
func (x *Extractor) analyze(text string) *analyze.Doc {
	c, starts := flow(clean(text))
	doc := x.analyzer.Analyze(recase(c.text), starts...)
	restore(doc, text, c.at)
	doc.Relemma()
	runes := []rune(text)
	for _, h := range c.heads {
		head := x.analyzer.Analyze(townLow(string(runes[h[0]:h[1]])))
		town(head)
		for i := range head.Tokens {
			t := &head.Tokens[i]
			t.Start, t.End = t.Start+h[0], t.End+h[0]
		}
		insert(doc, head, h[0])
	}
	if len(c.heads) > 0 {
		doc.Link()
	}
	return doc
}

// townLow writes the town of a dateline as usual: "GENEVA, May 3 (AFP) -"
// becomes "Geneva, May 3 (AFP) -".
func townLow(head string) string {
	end := strings.IndexAny(head, "(,:")
	if end < 0 {
		end = len(head)
	}
	if !shouts("A B " + head[:end]) {
		return head
	}
	return speakLow(head[:end], nil) + head[end:]
}

// town makes sure that the town with which a dateline starts is a name.
func town(head *analyze.Doc) {
	end := 0
	for end < len(head.Tokens) && end < 4 && (head.Tokens[end].Pos == "PROPN" || head.Tokens[end].Pos == "NOUN") {
		end++
	}
	if end == 0 || !unicode.IsUpper([]rune(head.Tokens[0].Text)[0]) {
		return
	}
	for _, m := range head.Names {
		if m.Start < end {
			return
		}
	}
	head.Names = slices.Insert(head.Names, 0, analyze.Name{Range: analyze.Range{Start: 0, End: end}, Label: "GPE"})
}

// insert puts the tokens, sentences and names of head into doc before the
// first token that starts at code point at or later. A sentence around that
// place is cut there.
func insert(doc, head *analyze.Doc, at int) {
	p, _ := slices.BinarySearchFunc(doc.Tokens, at, func(t analyze.Token, at int) int { return t.Start - at })
	n := len(head.Tokens)
	if n == 0 {
		return
	}
	moved := func(i int) int {
		if i >= p {
			return i + n
		}
		return i
	}
	for i := range doc.Tokens {
		doc.Tokens[i].Head = moved(doc.Tokens[i].Head)
	}
	for i := range head.Tokens {
		head.Tokens[i].Head += p
	}
	doc.Tokens = slices.Insert(doc.Tokens, p, head.Tokens...)
	var sents, own []analyze.Range
	for _, s := range head.Sents {
		own = append(own, analyze.Range{Start: s.Start + p, End: s.End + p})
	}
	done := false
	for _, s := range doc.Sents {
		if s.End <= p {
			sents = append(sents, s)
			continue
		}
		if s.Start < p {
			sents = append(sents, analyze.Range{Start: s.Start, End: p})
			s.Start = p
		}
		if !done {
			sents, done = append(sents, own...), true
		}
		sents = append(sents, analyze.Range{Start: s.Start + n, End: s.End + n})
	}
	if !done {
		sents = append(sents, own...)
	}
	doc.Sents = sents
	for k, s := range doc.Sents {
		for i := s.Start; i < s.End; i++ {
			doc.Tokens[i].Sent = k
		}
	}
	var names []analyze.Name
	for _, m := range doc.Names {
		switch {
		case m.Start >= p:
			m.Start, m.End = m.Start+n, m.End+n
		case m.End > p:
			m.End = p
		}
		names = append(names, m)
	}
	for _, m := range head.Names {
		names = append(names, analyze.Name{Range: analyze.Range{Start: m.Start + p, End: m.End + p}, Label: m.Label})
	}
	slices.SortStableFunc(names, func(a, b analyze.Name) int { return a.Start - b.Start })
	doc.Names = names
}
