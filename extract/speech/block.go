package speech

import (
	"sort"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// blocks finds statements printed without quotation marks: a clause that
// names the speaker ends with "said:", and the paragraphs that follow are the
// statement, up to the notes at the end.
func (f *finder) blocks() {
	toks := f.doc.Tokens
	for i := range toks {
		if toks[i].Text != ":" || f.in[i] > 0 {
			continue
		}
		n := i + 1
		broken := false
		for n < len(toks) && toks[n].Pos == "SPACE" {
			broken = broken || strings.ContainsRune(toks[n].Text, '\n')
			n++
		}
		if n >= len(toks) || f.in[n] > 0 && f.quotes[f.in[n]-1].speech() {
			continue
		}
		v := i - 1
		for v >= 0 && v > i-14 && toks[v].Sent == toks[i].Sent && !f.bareCue(v) {
			v--
		}
		if v < 0 || v <= i-14 || toks[v].Sent != toks[i].Sent || !broken && !f.lastWord(v, i) {
			continue
		}
		src := f.sourceOf(v, f.passive(v))
		if !src.ok {
			continue
		}
		end := f.blockEnd(n)
		if end <= n || !broken && end-n < 8 {
			continue
		}
		a := blank()
		a.Head, a.Verb, a.Act, a.Confidence = v, toks[v].Lemma, "says", .8
		a.Cue = []analyze.Range{f.cueWords(v)}
		f.speak(&a, src)
		f.circumstances(&a, v)
		a.Content = []analyze.Range{f.trimBlock(analyze.Range{Start: n, End: end})}
		f.introduces[v] = true
		f.said = append(f.said, a.Content[0])
		f.found = append(f.found, a)
	}
}

// bareCue reports whether token v is a verb that introduces a statement.
func (f *finder) bareCue(v int) bool {
	t := &f.doc.Tokens[v]
	s, ok := verbs[t.Lemma]
	if ok && t.Pos == "VERB" && s.frames&clause != 0 && (t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "VBN") {
		return true
	}
	if !issuing[t.Lemma] || t.Pos != "VERB" {
		return false
	}
	d := f.doc.Child(v, "dobj")
	return d > v && documents[f.doc.Tokens[d].Lemma]
}

// lastWord reports whether nothing but the colon follows verb v before i.
func (f *finder) lastWord(v, i int) bool {
	for j := v + 1; j < i; j++ {
		if f.doc.Tokens[j].Pos != "SPACE" && f.doc.Tokens[j].Pos != "ADV" && f.doc.Tokens[j].Pos != "NOUN" {
			return false
		}
	}
	return true
}

// blockEnd returns where the statement that starts at token n ends: at a line
// of notes, or at the text's end.
func (f *finder) blockEnd(n int) int {
	if f.notes == nil {
		for i := range f.doc.Tokens {
			if f.lineStart(i) && f.note(i) {
				f.notes = append(f.notes, i)
			}
		}
		f.notes = append(f.notes, len(f.doc.Tokens))
	}
	return f.notes[sort.SearchInts(f.notes, n+1)]
}

// note reports whether notes to a statement start at token i.
func (f *finder) note(i int) bool {
	next := ""
	if i+1 < len(f.doc.Tokens) {
		next = f.doc.Tokens[i+1].Lower
	}
	switch low := f.doc.Tokens[i].Lower; {
	case low == "further" && next == "information", low == "notes" && (next == "to" || next == "for"), low == "ends", low == "background",
		low == "media" && (next == "enquiries" || next == "contact"), low == "follow" && strings.HasPrefix(next, "the"), low == "for" && next == "journalists", low == "contact", low == "you" && next == "can", low == "-" && next == "ends", low == "#":
		return true
	}
	return false
}

func (f *finder) trimBlock(r analyze.Range) analyze.Range {
	for r.End > r.Start && f.doc.Tokens[r.End-1].Pos == "SPACE" {
		r.End--
	}
	return r
}
