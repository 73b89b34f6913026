package facts

import (
	"github.com/newsgraph/newsgraph/extract/timex"
	"github.com/newsgraph/newsgraph/news"
)

// anchored returns the date of the claim that an anchor speaks of: the one
// with that trigger, else the latest one before it of the same type that
// has a date.
func (f *finder) anchored(anchor, but int) (news.DateRange, bool) {
	d := f.doc
	for j := range f.claims {
		if c := &f.claims[j]; j != but && c.Trigger == anchor && !c.Date.IsZero() {
			return c.Date, true
		}
	}
	for j := range f.Times {
		if t := &f.Times[j]; t.Anchor < 0 && t.Range.IsDay() && f.rightBehind(t, anchor) {
			return t.Range, true
		}
	}
	if r := f.dayAt(anchor); r.IsDay() {
		return r, true
	}
	var typ news.FactType
	if fr := f.lex.nouns[d.Tokens[anchor].Lemma]; len(fr) > 0 {
		typ = fr[0].typ
	} else if fr := f.lex.verbs[d.Tokens[anchor].Lemma]; len(fr) > 0 {
		typ = fr[0].typ
	} else {
		return news.DateRange{}, false
	}
	for j := len(f.claims) - 1; j >= 0; j-- {
		if c := &f.claims[j]; j != but && c.Type == typ && c.Trigger < anchor && c.Date.IsDay() && occurred(c) {
			return c.Date, true
		}
	}
	return news.DateRange{}, false
}

// rightBehind reports whether a time stands right behind a word, at most with a
// preposition between: "the election on 3 March".
func (f *finder) rightBehind(t *timex.Timex, tok int) bool {
	gap := t.Tokens.Start - tok
	return gap == 1 || gap == 2 && f.doc.Tokens[tok+1].Pos == "ADP"
}

// ofAnother reports whether a time dates the event that another time of the
// sentence is counted from, and so not word tok: "met two days before the
// election on 3 March".
func (f *finder) ofAnother(t *timex.Timex, tok, support int) bool {
	for i := range f.Times {
		if a := f.Times[i].Anchor; a >= 0 && a != tok && a != support && t.Anchor < 0 && f.rightBehind(t, a) {
			return true
		}
	}
	return false
}

// dayAt returns the closest time that hangs on a word in its own sentence.
func (f *finder) dayAt(tok int) news.DateRange {
	var out news.DateRange
	best := 0
	for i := range f.Times {
		t := &f.Times[i]
		if t.Anchor >= 0 || t.Range.IsZero() || t.Relation != "" || f.doc.Tokens[t.Tokens.Start].Sent != f.doc.Tokens[tok].Sent {
			continue
		}
		if r := f.tie(t, tok, -1); r > best {
			best, out = r, t.Range
		}
	}
	return out
}

// counterpart returns the day of an event that another one in the sentence is
// counted from: in "they were freed on Sunday, hours after the truce took
// effect" the truce took effect on Sunday, and what "comes a day after" a
// speech in the present tense comes on the day that the lead names.
func (f *finder) counterpart(tok, support int) news.DateRange {
	for i := range f.Times {
		t := &f.Times[i]
		if t.Anchor < 0 || t.Anchor != tok && t.Anchor != support {
			continue
		}
		m := f.countedFrom(t.Anchor)
		if m < 0 {
			continue
		}
		d := f.dayAt(m)
		if k := &f.doc.Tokens[m]; d.IsZero() && (k.Tag == "VBZ" || k.Tag == "VBP") && f.lex.is("coming", k.Lemma) {
			d = f.leadDay()
		}
		if d.IsDay() {
			return news.Day(d.From.AddDays(-t.Offset))
		}
	}
	return news.DateRange{}
}

// leadDay returns the day that the first sentences name first, on which what
// the article is about took place.
func (f *finder) leadDay() news.DateRange {
	for i := range f.Times {
		t := &f.Times[i]
		if f.doc.Tokens[t.Tokens.Start].Sent > 2 {
			break
		}
		if t.Anchor < 0 && t.Range.IsDay() && t.Relation == "" && (f.Published.IsZero() || !t.Range.From.After(f.Published)) {
			return t.Range
		}
	}
	return news.DateRange{}
}

// countedFrom returns the verb whose time is counted from event tok, or -1.
func (f *finder) countedFrom(tok int) int {
	d := f.doc
	t := &d.Tokens[tok]
	if t.Dep == "advcl" {
		return t.Head
	}
	if c := d.Child(tok, "ccomp"); c >= 0 && c < tok && f.marked(tok, "after", "before") {
		return c // the tree takes the main clause for what is said
	}
	for steps, cur := 0, tok; steps < 4 && d.Tokens[cur].Head != cur; steps++ {
		cur = d.Tokens[cur].Head
		if isVerb(&d.Tokens[cur]) {
			return cur
		}
		if k := d.Tokens[cur].Pos; k != "ADP" && k != "SCONJ" && k != "ADV" && d.Tokens[cur].Dep != "npadvmod" {
			return -1
		}
	}
	return -1
}
