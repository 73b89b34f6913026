package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// This file tells whose house or missile an attack's words name, which is not
// always who attacked.

// premises adds whose house, base or patrol a bomb went off at: "exploded
// outside the Danish embassy".
func (f *finder) premises(c *Claim, args []argument) {
	if c.Kind != "bombing" && c.Kind != "explosion" && c.Kind != "shelling" || !isVerb(&f.doc.Tokens[c.Trigger]) {
		return
	}
	for _, a := range args {
		if _, local := locative[a.at]; !local && a.at != "beside" && a.at != "under" && a.at != "behind" && a.at != "of" {
			continue
		}
		t := &f.doc.Tokens[a.tok]
		if a.at == "of" && f.doc.Tokens[f.doc.Tokens[t.Head].Head].Lower != "front" && f.doc.Tokens[f.doc.Tokens[t.Head].Head].Lower != "outside" {
			continue
		}
		if !f.lex.is("premises", t.Lemma) {
			continue
		}
		c.add(news.Target, f.only(f.whom(a.tok), map[news.EntityType]bool{news.Country: true, news.Organization: true})...)
	}
}

// housed reports whether a word before noun of attack n names a house or base
// or whose it is: "the Danish consulate bombing".
func (f *finder) housed(tok, n int) bool {
	for k := tok; k < n; k++ {
		if l := f.doc.Tokens[k].Lemma; f.lex.is("premises", l) || f.lex.is("building", l) {
			return true
		}
	}
	return false
}

// building reports whether a place is a house, base or station by its name.
func (f *finder) building(e int) bool {
	return slices.ContainsFunc(strings.Fields(f.Names.Entities[e].Name), func(w string) bool { return f.lex.is("building", w) })
}

// incoming reports whether a word speaks of weapons in flight that others
// have sent: missiles, and drones in the plural.
func (f *finder) incoming(tok int) bool {
	t := &f.doc.Tokens[tok]
	if p := f.doc.Child(tok, "prep"); t.Pos == "NUM" && p >= 0 && f.doc.Child(p, "pobj") >= 0 {
		return f.incoming(f.doc.Child(p, "pobj")) // "30 of 34 drones"
	}
	return f.lex.is("inflight", t.Lemma) || f.lex.is("unmanned", t.Lemma) && t.Tag == "NNS" || t.Lemma == "vehicle" && t.Tag == "NNS" && f.modified(tok, "unmanned")
}

// parried reports whether somebody has only said that he would stop what is
// in flight: nobody has sent it yet.
func (f *finder) parried(c *Claim, args []argument, r reading) bool {
	return c.Type == news.Attack && f.lex.is("interception", f.doc.Tokens[c.Trigger].Lemma) && r.level > ongoing && r.level != claimed &&
		slices.ContainsFunc(args, func(a argument) bool { return a.at == "obj" && f.incoming(a.tok) })
}
