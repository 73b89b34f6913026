package facts

import (
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// detail fills in the properties that are no entities.
func (f *finder) detail(c *Claim, fr *frame, args []argument, tok, support int) {
	switch c.Type {
	case news.Meeting:
		c.Mode, c.Kind = fr.kind, ""
		f.mode(c, args)
		c.Count = f.count(tok)
	case news.Sanction:
		c.Measure, c.Kind = c.Kind, ""
		f.measure(c, args, tok, support)
	case news.Agreement:
		c.Kind = ""
		c.Name = f.agreementName(tok)
	case news.Attack, news.Event:
		c.Count = f.count(tok)
		if c.Type == news.Attack {
			f.casualties(c, tok, support)
		}
	}
}

// casualties counts the people whom an attack killed and wounded, where its
// own verb or one that hangs on it says so.
func (f *finder) casualties(c *Claim, tok, support int) {
	look := func(v int) {
		into := map[string]**int{"kill": &c.Killed, "wound": &c.Wounded, "injure": &c.Wounded}[f.doc.Tokens[v].Lemma]
		if into == nil || *into != nil || !isVerb(&f.doc.Tokens[v]) {
			return
		}
		for _, a := range f.arguments(v) {
			if n := f.people(a.tok); a.at == "obj" && n > 0 {
				*into = &n
			}
		}
	}
	for _, v := range []int{tok, support} {
		if v < 0 {
			continue
		}
		look(v)
		for _, k := range f.doc.Children(v) {
			switch f.doc.Tokens[k].Dep {
			case "advcl", "conj", "relcl", "acl":
				look(k)
				for _, q := range f.doc.Children(k) {
					if f.doc.Tokens[q].Dep == "conj" {
						look(q)
					}
				}
			}
		}
		if t := &f.doc.Tokens[v]; t.Dep == "nsubj" {
			look(t.Head)
		}
	}
}

// people returns the number of people that a noun phrase counts, 0 when it
// gives none.
func (f *finder) people(tok int) int {
	if t := &f.doc.Tokens[tok]; t.Pos == "NUM" {
		n, _ := number(t.Lower)
		return n
	}
	for _, k := range f.doc.Children(tok) {
		if t := &f.doc.Tokens[k]; t.Dep == "nummod" {
			n, _ := number(t.Lower)
			return n
		}
	}
	return 0
}

// mode finds how people meet: on the phone, by video.
func (f *finder) mode(c *Claim, args []argument) {
	for _, k := range f.doc.Children(c.Trigger) {
		if l := f.doc.Tokens[k].Lower; k < c.Trigger && (l == "virtual" || l == "online" || l == "remote") {
			c.Mode = "video"
		}
	}
	for _, a := range args {
		switch f.doc.Tokens[a.tok].Lemma {
		case "phone", "telephone":
			c.Mode = "call"
		case "video", "videoconference", "teleconference":
			c.Mode = "video"
		}
	}
}

// count returns how often something happens: -1 for "several", 0 when the
// text speaks of one.
func (f *finder) count(tok int) int {
	if isVerb(&f.doc.Tokens[tok]) {
		return 0
	}
	d := f.doc
	n := f.counted(tok)
	if t := &d.Tokens[tok]; n == 0 && t.Dep == "pobj" && d.Tokens[t.Head].Lower == "of" {
		if h := d.Tokens[t.Head].Head; counting[d.Tokens[h].Lemma] && !f.lex.is("span", d.Tokens[h].Lemma) {
			n = f.counted(h)
			if n == 0 && d.Tokens[h].Lemma != "round" && d.Tokens[h].Lemma != "set" {
				n = -1
			}
		}
	}
	return n
}

// counted reads the number before noun n.
func (f *finder) counted(n int) int {
	if f.doc.Tokens[n].Tag != "NNS" && f.doc.Tokens[n].Tag != "NNPS" {
		return 0
	}
	for _, k := range f.doc.Children(n) {
		t := &f.doc.Tokens[k]
		switch t.Lower {
		case "several", "many", "numerous", "multiple", "various", "repeated", "frequent", "regular":
			return -1
		}
		if t.Dep == "nummod" {
			if v, ok := number(t.Lower); ok && v > 1 {
				return v
			}
		}
	}
	return 0
}

var numbers = map[string]int{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "one": 1, "dozen": 12,
}

func number(s string) (int, bool) {
	if v, ok := numbers[s]; ok {
		return v, true
	}
	v, err := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	return v, err == nil && v > 0 && v < 1_000_000
}

// measure fills in what kind of sanction it is, its rate, goods, reason and condition.
func (f *finder) measure(c *Claim, args []argument, tok, support int) {
	t := &f.doc.Tokens[tok]
	if c.Measure == "other" && f.lex.is("barring", t.Lemma) {
		r := f.doc.Subtree(tok)
		switch {
		case f.anyWord(r, "fly", "flight", "airspace", "airline", "airport", "overflight"):
			c.Measure = "flight_ban"
		case f.anyWord(r, "export"):
			c.Measure = "export_control"
		case f.anyWord(r, "import", "sale", "purchase", "trade", "shipment") || f.goods(args):
			c.Measure = "embargo"
		case support >= 0 && f.anyWord(f.doc.Subtree(support), "enter"), f.anyWord(r, "enter", "entry", "visit", "travel", "visa", "tourist", "traveller", "traveler", "visitor"):
			c.Measure = "travel_ban"
		}
	}
	if c.Measure == "export_control" && !isVerb(t) && f.anyWord(f.doc.Subtree(tok), "import") && !f.anyWord(f.doc.Subtree(tok), "export") {
		c.Measure = "embargo" // "restrictions on imports"
	}
	for i := max(0, tok-6); i < min(tok+6, len(f.doc.Tokens)) && c.Rate == ""; i++ {
		if l := f.doc.Tokens[i].Lower; (l == "per" || l == "percent" || l == "%") && i > 0 && f.doc.Tokens[i].Sent == t.Sent && (i < tok || f.doc.Tokens[tok+1].Lower == "of") {
			end := i + 1
			if l == "per" {
				end++
			}
			c.Rate = f.text(f.span(analyze.Range{Start: i - 1, End: end}))
		}
	}
	for _, a := range args {
		switch a.at {
		case "over", "for":
			if c.Reason == "" && !f.excepted(a.tok) && !f.timed(a.tok) && !f.lex.is("span", f.doc.Tokens[a.tok].Lemma) && !f.lex.is("group", f.doc.Tokens[a.tok].Lemma) {
				c.Reason = f.text(f.doc.Subtree(a.tok))
			}
		case "on":
			if l := f.doc.Tokens[a.tok].Lemma; f.lex.is("goods", l) && l != "good" && l != "goods" {
				c.Goods = f.doc.Tokens[a.tok].Text
			}
		}
	}
	for _, v := range []int{tok, support} {
		if v < 0 || !isVerb(&f.doc.Tokens[v]) {
			continue
		}
		for _, k := range f.doc.Children(v) {
			if f.doc.Tokens[k].Dep == "advcl" && f.marked(k, "if", "unless") {
				c.Condition = f.text(f.doc.Subtree(k))
			}
		}
	}
}

// excepted reports whether "for" before a word belongs to "except for".
func (f *finder) excepted(tok int) bool {
	p := f.doc.Tokens[tok].Head
	return p > 0 && (f.doc.Tokens[p-1].Lower == "except" || f.doc.Tokens[p-1].Lower == "but" || f.doc.Tokens[p-1].Lower == "save")
}

// span widens a rate to the range that it ends or begins ("8 to 30 percent",
// "9% to 20%").
func (f *finder) span(r analyze.Range) analyze.Range {
	d := f.doc
	joint := func(i int) bool {
		return i > 0 && i < len(d.Tokens) && (d.Tokens[i].Lower == "to" || isHyphen(d.Tokens[i].Text))
	}
	if joint(r.Start-1) && r.Start > 1 && d.Tokens[r.Start-2].Pos == "NUM" {
		r.Start -= 2
	}
	if joint(r.End) && r.End+2 < len(d.Tokens) && d.Tokens[r.End+1].Pos == "NUM" && d.Tokens[r.End+2].Text == d.Tokens[r.End-1].Text {
		r.End += 3
	}
	return r
}

// goods reports whether a ban is on what is bought and sold.
func (f *finder) goods(args []argument) bool {
	return slices.ContainsFunc(args, func(a argument) bool {
		return (a.at == "obj" || a.at == "on") && f.lex.is("goods", f.doc.Tokens[a.tok].Lemma)
	})
}

// anyWord reports whether a stretch holds a word with one of the lemmas.
func (f *finder) anyWord(r analyze.Range, lemmas ...string) bool {
	for i := r.Start; i < r.End; i++ {
		if slices.Contains(lemmas, f.doc.Tokens[i].Lemma) {
			return true
		}
	}
	return false
}

// agreementName returns the name of an agreement: the words before its noun,
// where they say more than who the parties are.
func (f *finder) agreementName(tok int) string {
	if isVerb(&f.doc.Tokens[tok]) {
		return ""
	}
	start, end := tok, tok+1
	if p := f.doc.Child(tok, "prep"); p == tok+1 && f.doc.Tokens[p].Lower == "of" {
		// "memorandum of understanding", "Treaty of Versailles".
		end = f.doc.Subtree(p).End
		if end-p > 4 {
			end = tok + 1
		}
	}
	for _, a := range f.nounArguments(tok) {
		if a.at != "mod" || a.tok > tok {
			continue
		}
		if m, ok := f.mention(a.tok); ok && f.Names.Entities[m.Entity].Type != news.Place {
			continue
		}
		start = min(start, a.tok)
	}
	if start == tok && end == tok+1 {
		return ""
	}
	return f.text(analyze.Range{Start: start, End: end})
}

// text returns the article's words of a stretch of tokens.
func (f *finder) text(r analyze.Range) string {
	var b strings.Builder
	for i := r.Start; i < r.End; i++ {
		t := &f.doc.Tokens[i]
		b.WriteString(t.Text)
		if t.Space && i+1 < r.End {
			b.WriteByte(' ')
		}
	}
	return strings.TrimSpace(b.String())
}
