package facts

import (
	"github.com/newsgraph/newsgraph/news"
)

// date gives a claim the time that its own words or its clause tie to it.
// Nothing is taken from a neighbouring sentence or from the clause of a verb
// of saying above it.
func (f *finder) date(c *Claim, tok, support int) {
	best := f.bound(c, tok, support)
	if best < 0 {
		if d := f.counterpart(tok, support); !d.IsZero() {
			c.Date = d
			return
		}
		best = f.following(tok)
	}
	if best < 0 && c.cause >= 0 && tok == c.Trigger {
		best = f.bound(c, c.cause, -1) // "were killed in Saturday night's raid"
	}
	if best < 0 {
		// "When she took office in 1987, he became her deputy."
		if h := f.doc.Tokens[tok].Head; f.doc.Tokens[tok].Dep == "conj" && f.doc.Tokens[h].Dep == "advcl" && f.marked(h, "when", "as", "while") {
			// The tree takes the main clause for a second "when".
			f.date(c, h, -1)
			return
		}
		for _, k := range f.doc.Children(tok) {
			if f.doc.Tokens[k].Dep == "advcl" && isVerb(&f.doc.Tokens[tok]) && f.marked(k, "when", "as", "while") {
				f.date(c, k, -1)
			}
		}
		return
	}
	t := &f.Times[best]
	switch {
	case t.Anchor >= 0:
		c.anchor, c.offset = t.Anchor, t.Offset
	case t.Type == "TIME" && t.Range.IsDay(): // "shortly before midnight on Wednesday"
		c.Date = t.Range
	case t.Relation == "before" || t.Relation == "until" || t.Relation == "by" || t.Relation == "after":
	default:
		c.Date, c.since = t.Range, t.Relation == "since"
	}
}

// bound returns the time that the words around a trigger or its support tie
// most closely to it, -1 when there is none.
func (f *finder) bound(c *Claim, tok, support int) int {
	best, rank := -1, 0
	for i := range f.Times {
		t := &f.Times[i]
		if (t.Type == "DURATION" || t.Type == "SET") && t.Anchor < 0 || f.doc.Tokens[t.Tokens.Start].Sent != f.doc.Tokens[tok].Sent {
			continue
		}
		if t.Range.IsZero() && t.Anchor < 0 || f.personal(t.Tokens.Start) || c.Type == news.Statement && (t.Relation == "since" || within(t, c.Content)) {
			continue
		}
		if t.Anchor >= 0 && (t.Anchor == tok || t.Anchor == support) || f.ofAnother(t, tok, support) {
			continue
		}
		if r := f.tie(t, tok, support); r > rank || r == rank && r > 0 && t.Range.IsDay() && !f.Times[best].Range.IsDay() {
			best, rank = i, r
		}
	}
	return best
}

// following returns the time that stands after a trigger in its clause where
// the tree hangs it on another word: "appointed the general as minister in
// 2016", "his resignation, effective on Friday"; -1 when there is none.
func (f *finder) following(tok int) int {
	d := f.doc
	for i := range f.Times {
		t := &f.Times[i]
		if t.Type != "DATE" && (t.Type != "TIME" || !t.Range.IsDay()) || t.Anchor >= 0 || t.Range.IsZero() || t.Relation != "" || t.Tokens.Start <= tok || d.Tokens[t.Tokens.Start].Sent != d.Tokens[tok].Sent || f.personal(t.Tokens.Start) {
			continue
		}
		if !isVerb(&d.Tokens[tok]) {
			if n := t.Tokens.Start; n <= tok+5 && f.effective(tok, n) {
				return i
			}
			continue
		}
		g := f.governor(t)
		if t.Tokens.Start-tok > 20 || g > t.Tokens.Start || isNoun(&d.Tokens[g]) && len(f.lex.nouns[d.Tokens[g].Lemma]) > 0 || f.broken(tok+1, t.Tokens.Start) {
			return -1
		}
		return i
	}
	return -1
}

// effective reports whether "effective" or "starting" stands between two tokens.
func (f *finder) effective(a, b int) bool {
	for i := a + 1; i < b; i++ {
		switch f.doc.Tokens[i].Lower {
		case "effective", "starting", "beginning":
			return true
		}
	}
	return false
}

// broken reports whether another clause, a quotation or a remark in brackets
// begins among some tokens.
func (f *finder) broken(from, to int) bool {
	for i := from; i < to; i++ {
		t := &f.doc.Tokens[i]
		switch t.Text {
		case ";", ":", "\"", "“", "”", "(", ")", "—", "–":
			return true
		}
		if isVerb(t) && t.Dep != "amod" && t.Dep != "aux" && t.Dep != "auxpass" || t.Tag == "WDT" || t.Tag == "WP" || t.Tag == "WRB" || t.Dep == "mark" {
			return true
		}
	}
	return false
}

// personal reports whether a word is part of a person's name ("May").
func (f *finder) personal(tok int) bool {
	for _, i := range f.Names.At(tok) {
		if m := &f.Names.Mentions[i]; m.Kind == news.NameMention && f.Names.Entities[m.Entity].Type == news.Person {
			return true
		}
	}
	return false
}

// settle resolves dates counted from other events and squares statuses with
// the day of publication.
func (f *finder) settle() {
	for i := range f.claims {
		c := &f.claims[i]
		if c.anchor >= 0 && c.Date.IsZero() {
			if d, ok := f.anchored(c.anchor, i); ok && d.IsDay() {
				c.Date = news.Day(d.From.AddDays(c.offset))
			}
		}
		f.square(c)
	}
}

// square makes a claim planned that the text sets after publication as if it
// were done ("they meet on Friday").
func (f *finder) square(c *Claim) {
	if c.future && c.Status == news.Possible && c.Date.IsDay() {
		// "She would take office on 20 January" tells a plan from the past.
		c.Status = news.Planned
	}
	if f.Published.IsZero() || c.Date.From.IsZero() {
		return
	}
	if c.Status == news.Ongoing && !c.since && !c.Date.To.IsZero() && c.Date.To.Before(f.Published) {
		c.Status, c.level = news.Happened, real
	}
	if f.lex.is("foreseen", c.Kind) && c.Status == news.Happened && !isVerb(&f.doc.Tokens[c.Trigger]) && c.support < 0 && !c.Date.To.Before(f.Published) && (c.Kind != "visit" || c.Date.To.After(f.Published)) {
		// "the 2024 election" in 2024: nothing says that it is over.
		c.Status, c.level = news.Planned, planned
	}
	if !c.Date.From.After(f.Published) {
		return
	}
	if occurred(c) && f.past(c.Trigger) && !(c.Type == news.Event && c.support < 0 && !isVerb(&f.doc.Tokens[c.Trigger])) {
		// What has happened can't lie ahead: the time is not the event's.
		c.Date = news.DateRange{}
		return
	}
	if c.Status == news.Happened || c.Status == news.Ongoing {
		if s, ok := statusOf(c.Type, c.Status, planned); ok {
			c.Status, c.level = s, planned
		}
	}
}

// past reports whether the finite verb over a word is in the past.
func (f *finder) past(tok int) bool {
	for steps := range 12 {
		t := &f.doc.Tokens[tok]
		if t.Tag == "VBD" || t.Tag == "VBN" && steps == 0 {
			return true
		}
		if t.Tag == "VBZ" || t.Tag == "VBP" || t.Head == tok {
			return false
		}
		tok = t.Head
	}
	return false
}
