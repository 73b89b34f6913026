package facts

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/news"
)

// place returns the place, building or country that a word names, for venues.
func (f *finder) place(tok int) (int, bool) { return f.placeWithin(tok, 0) }

func (f *finder) placeWithin(tok, depth int) (int, bool) {
	d := f.doc
	if m, ok := f.mention(tok); ok && (m.Kind != news.NominalMention || f.lex.is("area", d.Tokens[tok].Lemma) && f.Names.Entities[m.Entity].Type != news.Organization) {
		if e := &f.Names.Entities[m.Entity]; e.Type == news.Place || e.Type == news.Country {
			return m.Entity, true
		}
		return 0, false
	}
	if !isNoun(&d.Tokens[tok]) || depth > 4 || f.lex.is("plea", d.Tokens[tok].Lemma) {
		return 0, false
	}
	// "the capital Sanaa", "the city of Mosul", "a checkpoint near Mosul",
	// "northern Syria", "the outskirts of Damascus": the nearest name that is
	// no country, else the country.
	country := -1
	take := func(k int) bool {
		p, ok := f.placeWithin(k, depth+1)
		if ok && f.Names.Entities[p].Type == news.Country && country < 0 {
			country = p
			return false
		}
		if ok && f.Names.Entities[p].Type == news.Place {
			country = p
			return true
		}
		return false
	}
	area := f.lex.is("area", d.Tokens[tok].Lemma) || f.lex.is("half", d.Tokens[tok].Lemma) && f.hasPrep(tok, "of")
	for i, pass := range []func(dep string) bool{
		func(dep string) bool { return area && dep == "prep" },
		func(dep string) bool { return dep == "appos" || area && (dep == "compound" || dep == "nmod") },
		func(dep string) bool { return dep == "prep" },
		func(dep string) bool { return area && (dep == "amod" || dep == "poss") },
	} {
		for _, k := range d.Children(tok) {
			t := &d.Tokens[k]
			if !pass(t.Dep) || t.Dep == "appos" && !f.nameOf(k) {
				continue
			}
			if t.Dep == "prep" {
				_, known := locative[t.Lower]
				if k = d.Child(k, "pobj"); k < 0 || !known && t.Lower != "of" && (t.Lower != "to" || !f.lex.is("way", d.Tokens[tok].Lemma)) || i == 0 && t.Lower != "of" {
					continue
				}
			}
			if take(k) {
				return country, true
			}
		}
	}
	for _, a := range f.bearing(tok) {
		if !f.lex.is("length", d.Tokens[tok].Lemma) && take(a.tok) {
			return country, true
		}
	}
	if country < 0 {
		return f.sameTown(tok)
	}
	return country, true
}

// sameTown returns the place that "the city" or "the area" speaks of: the one
// named last, in the same sentence or the one before.
func (f *finder) sameTown(tok int) (int, bool) {
	d := f.doc
	t := &d.Tokens[tok]
	if k := d.Child(tok, "det"); k < 0 || d.Tokens[k].Lower == "a" || d.Tokens[k].Lower == "an" || !f.lex.is("town", t.Lemma) || t.Tag != "NN" || d.Child(tok, "amod", "compound", "prep", "relcl") >= 0 {
		return 0, false
	}
	for i := len(f.Names.Mentions) - 1; i >= 0; i-- {
		m := &f.Names.Mentions[i]
		if m.Tokens.Start >= tok || m.Kind != news.NameMention || f.Names.Entities[m.Entity].Type != news.Place {
			continue
		}
		return m.Entity, t.Sent-d.Tokens[m.Head].Sent <= 1
	}
	return 0, false
}

// scenic reports whether a name before a noun of attack says where it was and
// not whose it was: "the Lyon attacks", and not "French attacks" or "US strikes".
func (f *finder) scenic(m *names.Mention, tok int) bool {
	if e := m.Tokens.End; e < len(f.doc.Tokens) && isHyphen(f.doc.Tokens[e].Text) {
		return false // "the Norway-led raid"
	}
	switch t := &f.doc.Tokens[tok]; f.Names.Entities[m.Entity].Type {
	case news.Place:
		return true
	case news.Country:
		return m.Use == names.Plain && t.Pos == "PROPN" && t.Text != strings.ToUpper(t.Text)
	}
	return false
}
