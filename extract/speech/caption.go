package speech

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// subjectBefore gives the quote at token i to the person who is the subject
// of the sentence before it: `Kowalska shook her head. "I don't like it."`.
func (f *finder) subjectBefore(a *Attribution, i int) bool {
	toks := f.doc.Tokens
	j := i - 1
	for j >= 0 && toks[j].Pos == "SPACE" {
		if strings.Count(toks[j].Text, "\n") > 0 {
			return false
		}
		j--
	}
	if j < 0 || toks[j].Text != "." {
		return false
	}
	v := f.rootBefore(j)
	if v < 0 || toks[v].Dep != "ROOT" {
		return false
	}
	h := f.subject(v)
	if h < 0 {
		return false
	}
	e := f.speaker(h, 0)
	if e < 0 || f.names.Entities[e].Type != news.Person {
		return false
	}
	a.Speaker, a.Source, a.Confidence = e, []analyze.Range{f.words(h)}, .4
	return true
}

// talk is how many captions make a transcript.
const talk = 3

// transcript reads an interview printed as one: lines that start with the
// speaker's name and a colon, each answer up to the next of them.
func (f *finder) transcript() {
	type caption struct {
		source, colon, entity int
	}
	var all []caption
	for i := range f.doc.Tokens {
		if !f.lineStart(i) || f.doc.IsSpace(i) || f.in[i] > 0 {
			continue
		}
		if e, colon := f.captionAt(i); colon > 0 {
			all = append(all, caption{i, colon, e})
		}
	}
	if len(all) < talk {
		return
	}
	for k, c := range all {
		end := len(f.doc.Tokens)
		if k+1 < len(all) {
			end = all[k+1].source
		} else { // the last answer ends with its paragraph
			for j := c.colon + 1; j < end; j++ {
				if f.doc.IsSpace(j) && strings.Count(f.doc.Tokens[j].Text, "\n") > 1 {
					end = j
				}
			}
		}
		r := f.trimBlock(analyze.Range{Start: c.colon + 1, End: end})
		for r.Start < r.End && f.doc.IsSpace(r.Start) {
			r.Start++
		}
		if r.End-r.Start < 3 || f.in[r.Start] > 0 {
			continue
		}
		a := blank()
		a.Verb, a.Act, a.Confidence, a.Speaker = "say", "says", .7, c.entity
		a.Source = []analyze.Range{{Start: c.source, End: c.colon}}
		a.Content = []analyze.Range{r}
		a.Outlet = f.isOutlet(c.entity)
		f.said = append(f.said, r)
		f.found = append(f.found, a)
	}
}

// captionAt returns the entity whose name fills the line from token i up to a
// colon, and the colon; 0 when there is none.
func (f *finder) captionAt(i int) (entity, colon int) {
	toks := f.doc.Tokens
	for j := i + 1; j < len(toks) && j < i+6; j++ {
		if toks[j].Text == ":" {
			for _, m := range f.names.At(j - 1) {
				mn := &f.names.Mentions[m]
				if mn.Kind == news.NameMention && mn.Tokens.End == j && mn.Tokens.Start-i < 3 && j+1 < len(toks) &&
					(f.names.Entities[mn.Entity].Type == news.Person || f.names.Entities[mn.Entity].Type == news.Organization) {
					return mn.Entity, j
				}
			}
			return -1, 0
		}
		if toks[j].Pos == "VERB" || toks[j].Pos == "SPACE" {
			return -1, 0
		}
	}
	return -1, 0
}

// sameParagraph reports whether no paragraph ends between two tokens.
func (f *finder) sameParagraph(from, to int) bool {
	for i := from; i < to; i++ {
		if f.doc.IsSpace(i) && f.breaks(i) {
			return false
		}
	}
	return true
}

// caption reads `Kowalska: "We must act."`, where nothing but a name and a
// colon stands before the quote at token i.
func (f *finder) caption(a *Attribution, i int) bool {
	if !f.colonBefore(i) {
		return false
	}
	for i--; f.doc.Tokens[i].Text != ":"; i-- {
	}
	for _, m := range f.names.At(max(i-1, 0)) {
		mn := &f.names.Mentions[m]
		if mn.Kind != news.NameMention || mn.Tokens.End != i || i-mn.Tokens.Start > 8 || !f.lineStart(mn.Tokens.Start) && !f.sentenceStart(mn.Tokens.Start) {
			continue
		}
		a.Speaker, a.Source, a.Confidence = mn.Entity, []analyze.Range{mn.Tokens}, .7
		return true
	}
	return false
}

// signed reads `"We must act." — Anna Kowalska`, where a dash, the speaker and
// the line's end follow the quote that ends at token i.
func (f *finder) signed(a *Attribution, i int) bool {
	toks := f.doc.Tokens
	for i < len(toks) && (toks[i].Pos == "SPACE" && !f.breaks(i) || toks[i].Text == ",") {
		i++
	}
	if i+1 >= len(toks) || toks[i].Text != "-" && toks[i].Text != "–" && toks[i].Text != "—" && toks[i].Text != "--" {
		return false
	}
	end := i + 1
	for end < len(toks) && end < i+16 && (toks[end].Pos != "SPACE" || !strings.ContainsRune(toks[end].Text, '\n')) {
		if toks[end].Pos == "VERB" || toks[end].Pos == "AUX" {
			return false
		}
		end++
	}
	for k := i + 1; k < end && k < i+8; k++ {
		for _, m := range f.names.At(k) {
			if mn := &f.names.Mentions[m]; mn.Kind == news.NameMention && f.names.Entities[mn.Entity].Type == news.Person {
				a.Speaker, a.Source, a.Confidence = mn.Entity, []analyze.Range{f.trim(analyze.Range{Start: i + 1, End: end})}, .7
				return true
			}
		}
	}
	return false
}
