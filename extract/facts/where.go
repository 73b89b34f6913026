package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// locative are prepositions after which the place of an event stands, in or
// at it first.
var locative = map[string]bool{
	"in": true, "at": true, "inside": true, "on": true, "within": true, "across": true, "throughout": true,
	"near": false, "outside": false, "around": false, "off": false, "along": false, "over": false, "through": false,
}

// spot is a place that the words around a trigger name.
type spot struct {
	tok, entity int
	// in is true for what lies in the place, not near it.
	in bool
}

// venue fills in the narrowest place that the arguments name.
func (f *finder) venue(c *Claim, args []argument) {
	if !slices.Contains(news.Roles[c.Type], news.Venue) || len(c.In(news.Venue)) > 0 {
		return
	}
	toward := c.Kind == "visit" || c.Kind == "deployment" || c.support >= 0 && f.lex.is("motion", f.doc.Tokens[c.support].Lemma)
	if c.Type == news.Attack && f.aimedAt(c, args) {
		return
	}
	args = append(slices.Clip(args), f.bearing(c.Trigger)...)
	// "bombed an airport near the capital", "met the envoy in Geneva": the
	// place may hang on who or what was bombed or met.
	var on []argument
	for _, a := range args {
		if c.Type == news.Event && (f.lex.is("bench", c.Kind) || f.lex.is("personal", c.Kind)) && f.attackNoun(a.tok) != nil {
			continue // "was jailed for the murder of a nurse in Oslo"
		}
		if a.tok > c.Trigger && a.at != "oprd" && a.at != "mod" && a.at != "poss" && !f.sourced(a.tok) {
			for _, b := range f.hanging(a.tok) {
				if on = append(on, b); b.at == "of" {
					on = append(on, f.hanging(b.tok)...) // "an outpost of the army near the capital"
				}
			}
		}
	}
	on = slices.DeleteFunc(on, func(a argument) bool { return a.at == "from" }) // "arrested men from the capital"
	for _, group := range [][]argument{args, on, f.scene(c), f.bench(c, args), f.meanwhile(c)} {
		if e, ok := f.narrowest(c, group, toward); ok {
			c.add(news.Venue, e)
			return
		}
	}
	f.ground(c, args)
}

// bearing returns the places from which a word is so far or in such a
// direction: "was shot 20 miles north of Ouallam".
func (f *finder) bearing(tok int) []argument {
	d := f.doc
	var out []argument
	for _, k := range d.Children(tok) {
		if t := &d.Tokens[k]; t.Dep != "advmod" && t.Dep != "npadvmod" && t.Dep != "dobj" && t.Dep != "appos" || !f.lex.is("compass", t.Lower) {
			continue
		}
		if p := d.Child(k, "prep"); p >= 0 && d.Tokens[p].Lower == "of" {
			out = f.prepositions(out, p, "near")
		}
	}
	return out
}

// sourced reports whether a word only names who is quoted: "according to the
// mayor of Lyon".
func (f *finder) sourced(tok int) bool {
	p := &f.doc.Tokens[f.doc.Tokens[tok].Head]
	return p.Lower == "to" && f.doc.Tokens[p.Head].Lower == "according"
}

// narrowest returns the place among the arguments that lies within the others:
// the one named first, a place before a country ("in Lyon, in France").
func (f *finder) narrowest(c *Claim, args []argument, toward bool) (int, bool) {
	var spots []spot
	for _, a := range args {
		in, ok := locative[a.at]
		if a.at == "to" && toward || a.at == "from" && f.lex.is("whence", c.Kind) {
			in, ok = true, true
		}
		if m, named := f.mention(a.tok); a.at == "mod" && named && c.Type == news.Attack && f.scenic(m, a.tok) {
			in, ok = true, true
		}
		if !ok {
			continue
		}
		p, found := f.place(a.tok)
		if !found || a.at == "on" && slices.ContainsFunc(c.Actors, func(x Actor) bool { return x.Entity == p }) {
			continue
		}
		spots = append(spots, spot{a.tok, p, in})
	}
	if len(spots) == 0 {
		return 0, false
	}
	slices.SortStableFunc(spots, func(a, b spot) int { return a.tok - b.tok })
	best := spots[0]
	for _, s := range spots[1:] {
		if f.Names.Entities[best.entity].Type == news.Country && f.Names.Entities[s.entity].Type == news.Place && s.in {
			best = s
		}
	}
	return best.entity, true
}

// bench returns the places of the court among the arguments: "a Lima court
// sentenced him".
func (f *finder) bench(c *Claim, args []argument) []argument {
	if c.Type != news.Event || !f.lex.is("bench", c.Kind) {
		return nil
	}
	var out []argument
	for _, a := range args {
		if !f.lex.is("court", f.doc.Tokens[a.tok].Lemma) {
			continue
		}
		for _, b := range f.nounArguments(a.tok) {
			if m, ok := f.mention(b.tok); b.at == "mod" && ok && f.Names.Entities[m.Entity].Type == news.Place {
				b.at = "in"
			}
			out = append(out, b)
		}
	}
	return out
}

// meanwhile returns the places of the clause that says what else went on:
// "was shot as he left his home in the capital".
func (f *finder) meanwhile(c *Claim) []argument {
	if c.Type != news.Attack && c.Kind != "arrest" && c.Kind != "death" || !isVerb(&f.doc.Tokens[c.Trigger]) {
		return nil
	}
	var out []argument
	if t := &f.doc.Tokens[c.Trigger]; t.Dep == "advcl" && isVerb(&f.doc.Tokens[t.Head]) && f.lex.is("harm", f.doc.Tokens[t.Head].Lemma) && c.Type == news.Attack {
		out = append(out, f.arguments(t.Head)...) // "three were killed in the capital when rebels opened fire"
	}
	for _, k := range f.doc.Children(c.Trigger) {
		if f.doc.Tokens[k].Dep != "advcl" || !f.marked(k, "as", "while", "when") {
			continue
		}
		for _, a := range f.arguments(k) {
			if a.at != "subj" {
				out = append(out, a)
				out = append(out, f.hanging(a.tok)...)
			}
		}
	}
	return out
}

// scene returns the places of the verb whose subject an attack's noun is:
// "the bombing shook a market in the capital".
func (f *finder) scene(c *Claim) []argument {
	t := &f.doc.Tokens[c.Trigger]
	if c.Type != news.Attack || t.Dep != "nsubj" || !isVerb(&f.doc.Tokens[t.Head]) || t.Head == c.support {
		return nil
	}
	var out []argument
	verbs := []int{t.Head}
	for _, k := range f.doc.Children(t.Head) {
		if f.doc.Tokens[k].Dep == "conj" && isVerb(&f.doc.Tokens[k]) {
			verbs = append(verbs, k)
		}
	}
	for _, v := range verbs {
		for _, a := range f.arguments(v) {
			if a.tok == c.Trigger || a.at == "subj" {
				continue
			}
			if a.at == "obj" && f.lex.is("shaking", f.doc.Tokens[v].Lemma) {
				a.at = "in"
			}
			out = append(out, a)
			out = append(out, f.hanging(a.tok)...)
		}
	}
	return out
}

// ground makes the place that an attack is directed at, and the country of a
// vote or coup, its venue.
func (f *finder) ground(c *Claim, args []argument) {
	if c.Type == news.Attack {
		for _, a := range args {
			if m, ok := f.mention(a.tok); ok && m.Use == names.Demonym {
				continue // "killed three Danes": who was hit, not where
			}
			// "stormed the north of the kingdom"
			if p, ok := f.place(a.tok); ok && (a.at == "obj" || a.at == "on" || a.at == "at" || a.at == "against") && slices.Contains(c.In(news.Target), p) && (f.nameOf(a.tok) || f.lex.is("area", f.doc.Tokens[a.tok].Lemma)) {
				c.add(news.Venue, p)
				return
			}
		}
		for _, a := range args {
			if a.at != "into" {
				continue
			}
			if p, ok := f.place(a.tok); ok {
				c.add(news.Venue, p)
				return
			}
		}
		for _, e := range c.In(news.Target) {
			if f.Names.Entities[e].Type == news.Place {
				c.add(news.Venue, e)
				return
			}
		}
	}
}

// aimedAt makes the place that an attack is aimed at its venue, where the
// words name no narrower one, and reports whether there is one.
func (f *finder) aimedAt(c *Claim, args []argument) bool {
	for _, a := range args {
		if p, ok := f.place(a.tok); ok && f.Names.Entities[p].Type == news.Place && slices.Contains(c.In(news.Target), p) {
			c.add(news.Venue, p)
			return true
		}
	}
	return false
}
