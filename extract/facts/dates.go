package facts

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/timex"
	"github.com/newsgraph/newsgraph/news"
)

// date gives a claim the time that its own words or its clause tie to it.
// Nothing is taken from a neighbouring sentence or from the clause of a verb
// of saying above it.
func (f *finder) date(c *Claim, tok, support int) {
	best, rank := -1, 0
	for i := range f.Times {
		t := &f.Times[i]
		if t.Type != "DATE" && t.Type != "TIME" && t.Anchor < 0 || f.doc.Tokens[t.Tokens.Start].Sent != f.doc.Tokens[tok].Sent {
			continue
		}
		if t.Range.IsZero() && t.Anchor < 0 || f.personal(t.Tokens.Start) || c.Type == news.Statement && (t.Relation == "since" || within(t, c.Content)) {
			continue
		}
		if r := f.tie(t, tok, support); r > rank || r == rank && r > 0 && t.Range.IsDay() && !f.Times[best].Range.IsDay() {
			best, rank = i, r
		}
	}
	if best < 0 {
		best = f.following(tok)
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
	case t.Anchor >= 0 && t.Anchor != tok && t.Anchor != support:
		c.anchor, c.offset = t.Anchor, t.Offset
	case t.Type == "TIME" && t.Range.IsDay(): // "shortly before midnight on Wednesday"
		c.Date = t.Range
	case t.Relation == "before" || t.Relation == "until" || t.Relation == "by" || t.Relation == "after":
	default:
		c.Date, c.since = t.Range, t.Relation == "since"
	}
}

// following returns the time that stands after a trigger in its clause where
// the tree hangs it on another word: "appointed the general as minister in
// 2016", "his resignation, effective on Friday"; -1 when there is none.
func (f *finder) following(tok int) int {
	d := f.doc
	for i := range f.Times {
		t := &f.Times[i]
		if t.Type != "DATE" || t.Anchor >= 0 || t.Range.IsZero() || t.Relation != "" || t.Tokens.Start <= tok || d.Tokens[t.Tokens.Start].Sent != d.Tokens[tok].Sent || f.personal(t.Tokens.Start) {
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

// tie says how closely a time belongs to a trigger: 0 not at all, more for
// the trigger itself than for its support verb or the clause above.
func (f *finder) tie(t *timex.Timex, tok, support int) int {
	d := f.doc
	g := f.governor(t)
	if gt := &d.Tokens[g]; gt.Head == tok && (gt.Dep == "acl" || gt.Dep == "relcl") && isNoun(&d.Tokens[tok]) && g != support && f.doc.Child(g, "dobj") >= 0 {
		return 60
	}
	if support >= 0 && g == support {
		return 95
	}
	if gt := &d.Tokens[g]; isNoun(&d.Tokens[tok]) && (gt.Head == tok || gt.Head == support) && isVerb(gt) && f.hasTo(g) && f.lex.is("seizing", gt.Lemma) {
		return 60 // "began their advance to isolate the city on 6 November"
	}
	for cur, rank, steps := tok, 100, 0; steps < 20; steps++ {
		if g == cur || cur == support && g == support {
			return rank
		}
		ct := &d.Tokens[cur]
		if ct.Head == cur {
			return 0
		}
		h := ct.Head
		ht := &d.Tokens[h]
		switch {
		case isNoun(ct):
			// Up through prepositions and nouns to the verb that the noun belongs to.
			if isVerb(ht) {
				if f.lex.is("instrument", ct.Lemma) && cur != tok && rank >= 70 {
					rank -= 5 // "signed an order imposing tariffs"
					break
				}
				if cur != tok && rank < 90 {
					return 0
				}
				if !f.carries(cur, h, support) {
					return 0
				}
			} else if isNoun(ht) && ct.Dep != "conj" && ct.Dep != "compound" && ct.Dep != "appos" {
				return 0
			}
			rank -= 5
		case ct.Pos == "ADP" || ct.Pos == "SCONJ":
			if isNoun(ht) && !counting[ht.Lemma] {
				if _, ok := f.operator(h, ct.Lower); !ok {
					return 0
				}
			}
			rank -= 5
		case isVerb(ct):
			switch ct.Dep {
			case "conj":
				rank -= 20
				// A time before the first verb may hold for both; one after it doesn't.
				if g == h && t.Tokens.Start > h {
					return 0
				}
				if d.Child(cur, "nsubj", "nsubjpass") >= 0 {
					rank -= 10
				}
			case "xcomp":
				if e, ok := f.operator(h, "comp"); ok && e != begun && e != be && e != keep && e != ended && e != try && !f.passive(h) && !(ht.Lemma == "vote" && f.lex.is("byvote", ct.Lemma)) {
					return 0
				}
				rank -= 20
			case "acl":
				if ct.Tag != "VBG" {
					return 0
				}
				rank -= 20
			case "advcl":
				if f.hasTo(cur) || ct.Tag != "VBG" || f.marked(cur, "after", "before", "since", "while") {
					return 0
				}
				rank -= 30
			case "ccomp":
				// "Davis said today the troops left": only a time inside the clause counts.
				return 0
			default:
				return 0
			}
		default:
			return 0
		}
		if rank <= 0 {
			return 0
		}
		cur = h
	}
	return 0
}

// carries reports whether a time of verb v holds for its noun: v is the
// support, or says when the thing takes place.
func (f *finder) carries(n, v, support int) bool {
	if v == support {
		return true
	}
	switch f.doc.Tokens[n].Dep {
	case "nsubj":
		return true
	case "pobj", "dobj", "nsubjpass", "attr":
	default:
		return false
	}
	switch f.doc.Tokens[v].Lemma {
	case "schedule", "plan", "set", "hold", "sign", "issue", "be", "kill", "die", "injure", "wound", "arrest":
		return true
	}
	return false
}

// governor returns the verb or noun that a time hangs on.
func (f *finder) governor(t *timex.Timex) int {
	d := f.doc
	head := t.Tokens.Start
	for i := t.Tokens.Start; i < t.Tokens.End; i++ {
		if h := d.Tokens[i].Head; h < t.Tokens.Start || h >= t.Tokens.End || h == i {
			head = i
			break
		}
	}
	g := d.Tokens[head].Head
	for steps := 0; steps < 4 && g != d.Tokens[g].Head && (d.Tokens[g].Pos == "ADP" || d.Tokens[g].Pos == "SCONJ" && d.Tokens[g].Dep == "prep" || d.Tokens[g].Dep == "npadvmod" || d.Tokens[g].Pos == "ADV" && d.Tokens[g].Dep == "advmod" || strings.HasSuffix(d.Tokens[g].Lower, "self") || strings.HasSuffix(d.Tokens[g].Lower, "selves")); steps++ {
		g = d.Tokens[g].Head
	}
	return g
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
	if f.lex.is("foreseen", c.Kind) && c.Status == news.Happened && !isVerb(&f.doc.Tokens[c.Trigger]) && c.support < 0 && !c.Date.To.Before(f.Published) {
		// "the 2024 election" in 2024: nothing says that it is over.
		c.Status, c.level = news.Planned, planned
	}
	if !c.Date.From.After(f.Published) {
		return
	}
	if occurred(c) && f.past(c.Trigger) {
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
