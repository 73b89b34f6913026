package speech

import "github.com/newsgraph/newsgraph/news"

// body returns the country or organisation for which the noun h speaks:
// "German officials", "a source within the Interior Ministry", "Moscow's
// envoy"; "President Smith's office" is the country that Smith presides over.
func (f *finder) body(h int) int {
	toks := f.doc.Tokens
	for _, k := range f.doc.Children(h) {
		switch toks[k].Dep {
		case "amod", "compound", "nmod", "poss", "nsubj":
			e := f.anyEntity(k)
			if f.speaks(e) {
				return e
			}
			if e < 0 && toks[k].Dep == "nmod" && mouthpieces[toks[k].Lower] {
				e = f.body(k) // "Iraqi police and hospital officials"
				if e >= 0 {
					return e
				}
			}
			if e >= 0 && (toks[k].Dep == "poss" || toks[k].Dep == "compound") && (toks[h].Lemma == "office" || toks[h].Lemma == "government" || toks[h].Lemma == "administration" || toks[h].Lemma == "cabinet") {
				if c := f.presidesOver(e); c >= 0 || toks[k].Dep == "poss" {
					return c
				}
				return f.lastCountry(h)
			}
		}
	}
	for _, k := range f.doc.Children(h) {
		if toks[k].Dep != "prep" {
			continue
		}
		switch toks[k].Lower {
		case "of", "for", "from", "in", "within", "at", "with", "to":
			if p := f.doc.Child(k, "pobj"); p >= 0 {
				if e := f.anyEntity(p); f.speaks(e) {
					return e
				}
			}
		}
	}
	return -1
}

// speaks reports whether entity e is a country or an organisation, for which others can speak.
func (f *finder) speaks(e int) bool {
	return e >= 0 && (f.names.Entities[e].Type == news.Country || f.names.Entities[e].Type == news.Organization)
}

// presidesOver returns the country that gives the person e an office, or -1.
func (f *finder) presidesOver(e int) int {
	for i := range f.names.Roles {
		r := &f.names.Roles[i]
		if r.Person == e && !r.Former && r.Of >= 0 && f.names.Entities[r.Of].Type == news.Country {
			return r.Of
		}
	}
	return -1
}

// ownCountry returns the country that "the government" and "a government
// official" mean where the text names none beside them: the one named last in
// the sentence or the three before it, the article's first country after that.
func (f *finder) ownCountry(h int) int {
	toks := f.doc.Tokens
	state := toks[h].Lemma == "government" || toks[h].Lemma == "authority" && toks[h].Tag == "NNS"
	for _, k := range f.doc.Children(h) {
		switch t := &toks[k]; {
		case t.Dep == "compound" && (t.Lower == "government" || t.Lower == "state"):
			state = true
		case t.Dep == "amod" && (t.Lower == "local" || t.Lower == "regional" || t.Lower == "foreign" || t.Lower == "former"), t.Dep == "poss", t.Dep == "prep" && t.Lower == "of":
			return -1
		}
	}
	if !state {
		return -1
	}
	return f.lastCountry(h)
}

// lastCountry returns the country named last in the sentence of token h or the
// three before it, the article's first country after that.
func (f *finder) lastCountry(h int) int {
	toks := f.doc.Tokens
	for i := f.mentionsFrom(h) - 1; i >= 0; i-- {
		m := &f.names.Mentions[i]
		if toks[h].Sent-toks[m.Tokens.Start].Sent > 3 {
			break
		}
		if f.names.Entities[m.Entity].Type == news.Country {
			return m.Entity
		}
	}
	return f.firstCountry()
}

// firstCountry returns the country that the article names first, or -1.
func (f *finder) firstCountry() int {
	if f.country == 0 {
		f.country = -1
		for i := range f.names.Mentions {
			if e := f.names.Mentions[i].Entity; f.names.Entities[e].Type == news.Country {
				f.country = e + 1
				break
			}
		}
	}
	return max(f.country-1, -1)
}

// bodyBeside returns the organisation named in apposition to the common noun
// h: "the UN refugee agency, UNHCR"; -1 for none.
func (f *finder) bodyBeside(h int) int {
	if f.doc.Tokens[h].Tag != "NN" {
		return -1
	}
	for _, k := range f.doc.Children(h) {
		if f.doc.Tokens[k].Dep == "appos" && f.doc.Tokens[k].Pos == "PROPN" {
			if e := f.entityOf(k); e >= 0 && f.names.Entities[e].Type == news.Organization {
				return e
			}
		}
	}
	return -1
}

// bodyBefore returns the country or organisation that "it" means before the
// verb v of saying: the speaker of the statement read last, in the sentence
// before; -1 for none.
func (f *finder) bodyBefore(v int) int {
	if len(f.found) == 0 {
		return -1
	}
	a := &f.found[len(f.found)-1]
	if a.Speaker < 0 || len(a.Joint) > 0 || a.Head < 0 || f.names.Entities[a.Speaker].Type == news.Person || f.names.Entities[a.Speaker].Type == news.Place {
		return -1
	}
	if d := f.doc.Tokens[v].Sent - f.doc.Tokens[a.Head].Sent; d < 1 || d > 2 {
		return -1
	}
	return a.Speaker
}
