package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/speech"
	"github.com/newsgraph/newsgraph/extract/timex"
	"github.com/newsgraph/newsgraph/news"
)

// attribute says of every claim who is quoted for it, and makes alleged what
// one side says of another and the article does not take over.
func (f *finder) attribute() {
	for i := range f.claims {
		c := &f.claims[i]
		a := f.innermost(c.Trigger)
		if a < 0 || f.Said[a].Head >= 0 && (f.Said[a].Head == c.support || f.Said[a].Head == c.Trigger) {
			continue
		}
		accused := false
		for ; a >= 0; a = f.Said[a].Outer {
			s := &f.Said[a]
			if s.Speaker >= 0 && !slices.Contains(c.By, s.Speaker) {
				c.By = append([]int{s.Speaker}, c.By...)
			}
			if f.lex.is("accuse", s.Verb) {
				accused = true
			}
			if len(c.By) > 8 {
				break
			}
		}
		if c.Type == news.Attack && (f.asserted(c) && !f.own(c) || f.accuser(c)) && !f.opens(c) {
			accused = true
		}
		if accused && (c.level == real || c.level == ongoing) && c.Type != news.Statement {
			c.level, c.Status = claimed, news.Claimed
		}
	}
}

// opens reports whether the article opens with a claim and only adds who says
// so: "Rockets hit the port on Friday, killing ten, the ministry said."
func (f *finder) opens(c *Claim) bool {
	a := f.innermost(c.Trigger)
	if a < 0 || c.Sents[0] > 1 {
		return false
	}
	s := &f.Said[a]
	return !s.Direct && !f.lex.is("accuse", s.Verb) && len(s.Cue) > 0 && len(s.Content) == 1 && s.Content[0].End <= s.Cue[0].Start
}

// asserted reports whether an attack is what a clause states, and not what a
// noun takes for known ("condemned the attack").
func (f *finder) asserted(c *Claim) bool {
	v := c.Trigger
	if c.support >= 0 {
		v = c.support
	}
	t := &f.doc.Tokens[v]
	return isVerb(t) && t.Dep != "advcl" && t.Dep != "pcomp" && t.Dep != "relcl" && (t.Dep != "acl" || f.doc.Child(v, "mark") >= 0)
}

// own reports whether a claim's speakers speak of what their own side did,
// or no attacker is named whom they could accuse.
func (f *finder) own(c *Claim) bool {
	attackers := c.In(news.Attacker)
	if len(attackers) == 0 || len(c.By) == 0 {
		return true
	}
	for _, s := range c.By {
		if slices.Contains(attackers, s) {
			return true
		}
		for _, r := range f.Names.Roles {
			if r.Person == s && r.Of >= 0 && slices.Contains(attackers, r.Of) {
				return true
			}
		}
	}
	return false
}

// accuser reports whether those who are quoted for an attack that names no
// attacker accuse somebody in the same breath: "accused the army of looting
// and said a rocket had hit a school".
func (f *finder) accuser(c *Claim) bool {
	v := &f.doc.Tokens[c.Trigger]
	if len(c.In(news.Attacker)) > 0 || !f.asserted(c) && (v.Tag != "VBG" || !f.lex.is("harm", v.Lemma)) {
		return false
	}
	if overlap(c.In(news.Target), c.By) && isVerb(v) && !f.lex.is("harm", v.Lemma) {
		return true // "the army says its guards came under fire"
	}
	return slices.ContainsFunc(f.Said, func(s speech.Attribution) bool {
		return s.Head >= 0 && f.doc.Tokens[s.Head].Sent == c.Sents[0] && f.lex.is("accuse", s.Verb) && slices.Contains(c.By, s.Speaker)
	})
}

// statements makes a claim of every act of saying whose speaker is an entity.
func (f *finder) statements() {
	last := map[int]spoken{} // by sentence
	for i := range f.Said {
		s := &f.Said[i]
		if s.Speaker < 0 || s.Outlet || len(s.Content) == 0 || f.deed(s) {
			continue
		}
		c := Claim{Type: news.Statement, Status: news.Made, Confidence: s.Confidence, Content: s.Content, anchor: -1, support: -1, cause: -1}
		c.Direct, c.Act, c.Medium = s.Direct, s.Act, s.Medium
		c.add(news.Speaker, s.Speaker)
		c.add(news.Speaker, s.Joint...)
		if s.Addressee >= 0 {
			c.add(news.Addressee, s.Addressee)
		}
		c.Trigger = s.Content[0].Start
		if s.Head >= 0 {
			c.Trigger = s.Head
		} else if len(s.Cue) > 0 {
			c.Trigger = s.Cue[0].Start
		}
		f.subjects(&c, s)
		f.spanned(&c, s)
		if s.Head >= 0 {
			f.date(&c, s.Head, -1)
			if c.anchor >= 0 {
				if d, ok := f.anchored(c.anchor, -1); ok && d.IsDay() {
					c.Date = news.Day(d.From.AddDays(c.offset))
				}
			}
		}
		if c.Date.IsZero() {
			c.Date = f.occasion(s)
		}
		if c.Date.IsZero() && c.anchor < 0 {
			c.Date = f.sameDay(s, last)
		}
		if s.Head >= 0 {
			last[f.doc.Tokens[s.Head].Sent] = spoken{s, c.Date}
		}
		seen := map[int]bool{i: true}
		for o := s.Outer; o >= 0 && !seen[o]; o = f.Said[o].Outer {
			seen[o] = true
			if p := f.Said[o].Speaker; p >= 0 && p != s.Speaker {
				c.By = append([]int{p}, c.By...)
			}
		}
		var words []string
		for _, r := range s.Content {
			words = append(words, f.text(r))
		}
		for j, w := range words {
			if j > 0 {
				c.Text += " "
			}
			c.Text += w
		}
		f.claims = append(f.claims, c)
	}
}

// deed reports whether the verb of saying does something rather than states
// it: an order, the decision of a court or parliament, a reason that is only
// cited, a threat or refusal of sanctions that is a fact of its own.
func (f *finder) deed(s *speech.Attribution) bool {
	switch s.Verb {
	case "order": // but not "ordered that they be returned"
		k := f.doc.Child(s.Head, "ccomp")
		return k < 0 || slices.ContainsFunc(f.doc.Children(k), func(i int) bool { return f.doc.Tokens[i].Tag == "TO" })
	case "cite":
		return !s.Direct
	case "find", "rule", "reject", "dismiss", "oppose":
		return f.decides(s.Speaker) && !s.Direct
	case "note", "reveal", "disclose", "acknowledge", "concede", "repeat", "clarify":
		return !s.Direct && s.Head >= 0 && f.doc.Child(s.Head, "dobj") >= 0 && f.doc.Child(s.Head, "ccomp", "xcomp") < 0
	case "threaten", "rule_out":
		return f.doc.Child(s.Head, "xcomp", "ccomp") < 0 && slices.ContainsFunc(f.claims, func(c Claim) bool {
			return c.Type == news.Sanction && (c.Status == news.Threatened || c.Status == news.Refused) && c.Trigger >= s.Content[0].Start && c.Trigger < s.Content[0].End
		})
	}
	return false
}

// decides reports whether entity e is a court or parliament, by its kind or its name.
func (f *finder) decides(e int) bool {
	if k := f.Names.OrgKind(e); k == "court" || k == "parliament" {
		return true
	}
	for w := range strings.FieldsSeq(strings.ToLower(f.Names.Entities[e].Name)) {
		if f.lex.is("chamber", strings.Trim(w, "(),'")) {
			return f.Names.Entities[e].Type == news.Organization
		}
	}
	return false
}

// occasion returns the day of an act of saying that its own words give: right
// after a source without a verb ("according to the minister on Friday"), or on
// the occasion that the verb names ("said at a press conference on Friday",
// "in a letter sent on Friday, they denied").
func (f *finder) occasion(s *speech.Attribution) news.DateRange {
	for i := range f.Times {
		t := &f.Times[i]
		if t.Type != "DATE" && t.Type != "TIME" || t.Anchor >= 0 || !t.Range.IsDay() || within(t, s.Content) {
			continue
		}
		if s.Head < 0 {
			for _, r := range append(slices.Clone(s.Source), s.Cue...) {
				if t.Tokens.Start >= r.Start && t.Tokens.Start <= r.End+1 && f.doc.Tokens[t.Tokens.Start].Sent == f.doc.Tokens[r.Start].Sent {
					return t.Range
				}
			}
			continue
		}
		g := f.governor(t)
		if v := &f.doc.Tokens[g]; v.Tag == "VBN" && v.Dep == "acl" && v.Head < g {
			g = v.Head
		}
		if !f.lex.is("occasion", f.doc.Tokens[g].Lemma) || f.doc.Tokens[g].Dep != "pobj" {
			continue
		}
		if p := &f.doc.Tokens[f.doc.Tokens[g].Head]; p.Head == s.Head {
			return t.Range
		}
	}
	return news.DateRange{}
}

// spoken is a statement with its day.
type spoken struct {
	*speech.Attribution
	day news.DateRange
}

// sameDay returns the day of the last statement of the sentence where the verb
// goes on with its subject: "denied today that ... and said".
func (f *finder) sameDay(s *speech.Attribution, last map[int]spoken) news.DateRange {
	if s.Head < 0 || f.doc.Child(s.Head, "nsubj", "nsubjpass") >= 0 {
		return news.DateRange{}
	}
	o, ok := last[f.doc.Tokens[s.Head].Sent]
	if !ok || o.Speaker != s.Speaker || o.Head >= s.Head || !o.day.IsDay() {
		return news.DateRange{}
	}
	return o.day
}

// within reports whether a time stands in one of the stretches.
func within(t *timex.Timex, rs []analyze.Range) bool {
	return slices.ContainsFunc(rs, func(r analyze.Range) bool { return r.Start <= t.Tokens.Start && t.Tokens.Start < r.End })
}

// subjects finds whom an accusation, praise or threat is about: the object
// of its verb, where that is an entity.
func (f *finder) subjects(c *Claim, s *speech.Attribution) {
	if s.Subject >= 0 && s.Subject != s.Speaker {
		c.add(news.Subject, s.Subject)
	}
	if s.Head < 0 || s.Act == "says" || s.Act == "" {
		return
	}
	if o := f.doc.Child(s.Head, "dobj"); o >= 0 {
		for _, e := range f.who(o) {
			if e != s.Speaker {
				c.add(news.Subject, e)
			}
		}
	}
}

// spanned sets a statement's evidence: the sentences of its cue, source and content.
func (f *finder) spanned(c *Claim, s *speech.Attribution) {
	add := func(tok int) {
		if n := f.doc.Tokens[tok].Sent; !slices.Contains(c.Sents, n) {
			c.Sents = append(c.Sents, n)
		}
	}
	for _, r := range s.Content {
		for i := r.Start; i < r.End; i++ {
			if !f.doc.IsSpace(i) {
				add(i)
			}
		}
	}
	for _, r := range s.Cue {
		add(r.Start)
	}
	slices.Sort(c.Sents)
}

// positions makes a claim of every office that the article gives to a person.
func (f *finder) positions() {
	for _, r := range f.Names.Roles {
		c := Claim{Type: news.Position, Status: news.Held, Confidence: r.Confidence, Trigger: r.Title.Start, anchor: -1, support: -1, cause: -1}
		c.add(news.Holder, r.Person)
		if r.Of >= 0 {
			c.add(news.Body, r.Of)
		}
		c.Title, c.Former, c.Acting = r.Text, r.Former, r.Acting
		c.Sents = []int{f.doc.Tokens[r.Title.Start].Sent}
		if at := f.doc.Tokens[f.Names.Mentions[r.Mention].Head].Sent; at > c.Sents[0] {
			c.Sents[0] = at // a counterpart's title stands in another sentence
		}
		f.claims = f.mergePosition(c)
	}
}

// mergePosition adds a position, or its evidence to one that says the same.
func (f *finder) mergePosition(c Claim) []Claim {
	for i := range f.claims {
		o := &f.claims[i]
		if o.Type != news.Position || o.In(news.Holder)[0] != c.In(news.Holder)[0] || o.Former != c.Former || news.Fold(o.Title) != news.Fold(c.Title) {
			continue
		}
		ob, cb := o.In(news.Body), c.In(news.Body)
		if len(ob) > 0 && len(cb) > 0 && ob[0] != cb[0] {
			continue
		}
		if len(ob) == 0 && len(cb) > 0 {
			o.add(news.Body, cb...)
		}
		for _, s := range c.Sents {
			if !slices.Contains(o.Sents, s) {
				o.Sents = append(o.Sents, s)
			}
		}
		o.Confidence = max(o.Confidence, c.Confidence)
		return f.claims
	}
	return append(f.claims, c)
}
