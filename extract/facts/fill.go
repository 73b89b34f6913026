package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// agentRole returns the role of who acts in a type.
func agentRole(t news.FactType) news.Role { return news.Roles[t][0] }

// realBase returns the plainest status of a type's facts that are real.
func realBase(t news.FactType) news.Status {
	switch t {
	case news.Sanction:
		return news.Imposed
	case news.Agreement:
		return news.Reached
	}
	return news.Happened
}

// fill puts the entities of the arguments into the frame's roles and reports
// whether all that it needs is there.
func (f *finder) fill(c *Claim, fr *frame, args []argument) bool {
	var nested []argument // what hangs on a word that the frame asks for: "aid to the republic"
	for _, s := range fr.fill {
		if s.not {
			if slices.ContainsFunc(args, func(a argument) bool {
				return a.at == s.at && (s.class == "" && !f.timed(a.tok) || f.lex.is(s.class, f.doc.Tokens[a.tok].Lemma))
			}) {
				return false
			}
			continue
		}
		found := false
		for _, a := range append(slices.Clip(args), nested...) {
			if a.at != s.at {
				continue
			}
			if s.class != "" {
				switch s.class {
				case "venue":
					_, ok := f.place(a.tok)
					found = found || ok
				case "grata":
					found = found || f.anyWord(f.doc.Subtree(c.Trigger), "grata")
				case "whitelist":
					found = found || f.lex.is(s.class, f.doc.Tokens[a.tok].Lemma) && !f.listing(a.tok)
				case "blacklist":
					found = found || f.listing(a.tok)
				case "incoming":
					if f.incoming(a.tok) && (f.doc.Tokens[c.Trigger].Lemma != "destroy" || !f.lex.is("inflight", f.doc.Tokens[a.tok].Lemma)) {
						found = true
						nested = append(nested, f.hanging(a.tok)...)
					}
				default:
					for _, n := range append([]int{a.tok}, f.within(a.tok)...) {
						if f.lex.is(s.class, f.doc.Tokens[n].Lemma) || f.compounded(s.class, n) || s.class == "mishap" && f.storm(n) {
							found = true
							nested = append(nested, f.hanging(n)...)
							if isVerb(&f.doc.Tokens[n]) {
								nested = append(nested, f.arguments(n)...)
							}
						}
					}
				}
				continue
			}
			var es []int
			role := s.role
			if a.at == "mod" {
				if f.helper(a.tok) {
					continue
				}
				if f.against(a.tok) {
					if role != news.Imposer && role != news.Attacker {
						continue
					}
					role = news.Target
				}
				if role == news.Attacker && f.housed(a.tok, c.Trigger) {
					role = news.Target // "the embassy bombing", "the Danish embassy bombing"
				}
			}
			switch {
			case s.role == news.Attacker && a.at == "subj" && f.attackNoun(a.tok) != nil:
				// Whose strike it was, its own words say.
			case s.role == news.Venue:
				if p, ok := f.place(a.tok); ok {
					es = []int{p}
				}
			case s.role == news.Target && a.at == "on" && (f.lex.is("behalf", f.doc.Tokens[a.tok].Lemma) || f.timed(a.tok) || f.lex.is("dayname", f.doc.Tokens[a.tok].Lemma)):
			case s.role == news.Target && a.at == "poss" && slices.ContainsFunc(args, func(b argument) bool { return b.at == "of" && len(f.whom(b.tok)) > 0 }):
				role, es = news.Attacker, f.agents(a.tok) // "the agency's murder of the poet"
			case s.role == news.Target:
				if es = f.whom(a.tok); c.Type == news.Attack {
					es = f.struckAt(a.tok, es)
				}
				if c.Type == news.Attack && f.civilians(a.tok) {
					c.unnamed = append(c.unnamed, f.only(es, map[news.EntityType]bool{news.Country: true})...)
				}
			case a.at == "mod":
				if m, ok := f.mention(a.tok); ok && !(c.Type == news.Attack && f.scenic(m, a.tok)) {
					es = []int{m.Entity}
				}
			case s.role == news.Attacker && a.at == "obj":
				es = f.who(a.tok) // whose missiles were shot down
			default:
				es = f.agents(a.tok)
				if len(es) == 0 && a.at == "subj" && f.lex.is("statecraft", fr.kind) {
					es = f.home(a.tok)
				}
			}
			if by := c.In(news.Imposer); c.Type == news.Sanction && s.role == news.Target && isVerb(&f.doc.Tokens[c.Trigger]) && (len(es) == 0 || len(es) == 1 && slices.Contains(by, es[0])) {
				if other := f.spokenOf(a.tok, by); len(other) > 0 {
					es = other
				}
			}
			es = f.only(es, s.types)
			if c.Type == news.Attack && f.lex.is("irregular", f.doc.Tokens[a.tok].Lemma) && f.doc.Child(a.tok, "conj") < 0 {
				// Rebels of a country are not the country.
				es = f.only(es, map[news.EntityType]bool{news.Person: true, news.Organization: true})
			}
			if c.Type == news.Event && f.somebodyOf(fr, a) {
				es = f.only(es, map[news.EntityType]bool{news.Person: true})
			}
			if s.staff {
				es = slices.DeleteFunc(es, func(e int) bool { return !f.official(a.tok, e) })
			}
			c.add(role, es...)
			found = found || len(es) > 0
		}
		if (s.need || s.class != "") && !found {
			return false
		}
	}
	return true
}

// finish adds place, date, status and details and keeps the claim where its
// core roles hold somebody.
func (f *finder) finish(c *Claim, fr *frame, args []argument, tok int, base news.Status, r reading, support int) bool {
	c.level = r.level
	if c.Kind == "" {
		c.Kind = fr.kind
	}
	c.future = r.future && !r.said
	if c.Type == news.Attack && r.by > 0 && len(c.In(news.Attacker)) == 0 && (f.doc.Tokens[r.by].Lemma == "claim" || !f.lex.is("accuse", f.doc.Tokens[r.by].Lemma)) {
		if s := f.subject(r.by); s.at == "subj" {
			c.add(news.Attacker, f.only(f.who(s.tok), map[news.EntityType]bool{news.Person: true, news.Country: true, news.Organization: true})...)
		}
	}
	f.nameless(c)
	f.single(c, args)
	f.clean(c)
	f.venue(c, f.things(args))
	f.nation(c)
	f.homeland(c)
	if !c.definite || isVerb(&f.doc.Tokens[tok]) || f.ordinal(tok) || !f.told(c) {
		f.struck(c, args)
	}
	if !f.enough(c, args, tok) {
		f.resume(c, tok)
	}
	if !f.enough(c, args, tok) {
		if !c.definite || c.Type != news.Meeting && c.Type != news.Attack {
			f.remember(c, tok, support, r)
			return false
		}
		c.pending = true
	}
	if f.habitual(tok) || f.universal(tok) || f.unlikely(c, args, tok, r) {
		return false
	}
	if f.lex.is("foreseen", c.Kind) && c.Type == news.Event && !f.Published.IsZero() && (r.vague || c.level == planned && support >= 0 && f.lex.is("contesting", f.doc.Tokens[support].Lemma)) {
		switch f.date(c, tok, support); {
		case c.Date.From.After(f.Published):
			r.vague, c.level = false, planned // "the law needed to hold elections in May"
		case !c.Date.IsZero() && c.Date.To.Before(f.Published) && support >= 0 && c.level == planned:
			c.level = real // "tried to help him win the election of 2016"
		}
	}
	if c.Type == news.Event && c.level == planned && !r.future && !isVerb(&f.doc.Tokens[tok]) && f.anchors(tok) && !f.Published.IsZero() {
		if f.date(c, tok, support); !c.Date.IsZero() && c.Date.To.Before(f.Published) {
			c.level = real // "before her departure yesterday"
		}
	}
	if r.attempt && f.lex.is("lethal", c.Kind) {
		c.Kind = "attempt" // who tried to kill did not
	}
	if c.Type == news.Event && (r.vague || r.level == real && f.generic(tok)) || c.Type == news.Attack && (r.level == real && f.generic(tok) || r.vague && r.level == possible && f.doc.Tokens[tok].Dep == "pcomp") {
		return false
	}
	if c.Type == news.Event && c.level == planned && (f.conditional(tok) || support >= 0 && f.conditional(support)) {
		c.level = possible // "will resign if the bill passes"
	}
	var ok bool
	if c.Status, ok = statusOf(c.Type, base, c.level); !ok {
		return false
	}
	f.detail(c, fr, args, tok, support)
	f.date(c, tok, support)
	f.ahead(c, tok, support)
	f.claims = append(f.claims, f.apart(c, args, tok)...)
	return true
}
