package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// demonymAt returns the adjective or noun made from a country that starts at
// token i, of one or two words, unless it is part of a longer name.
func (f *finder) demonymAt(i int) (span, bool) {
	for n := 2; n >= 1; n-- {
		r := analyze.Range{Start: i, End: i + n}
		if r.End > len(f.doc.Tokens) || n == 2 && (!f.doc.Tokens[i].Space || !f.capital(i+1)) {
			continue
		}
		if n == 2 && f.tables.Demonym(f.doc.Tokens[i].Text) != nil && len(f.tables.Places(f.text(r))) > 0 && f.outer(r).kind == none {
			// "American Samoa".
			return span{Range: r, kind: place}, true
		}
		c := f.tables.Demonym(f.text(r))
		if m := f.tables.Metonym(f.text(r)); c == nil && m != nil && m.Sense == "adjective" && f.attributive(r) && f.outer(r).kind == none {
			return span{Range: r, kind: place, metonym: m}, true
		}
		if c == nil && n == 1 && f.compounded(i) {
			c = f.tables.Country(halves[f.key[i]])
			f.drop(analyze.Range{Start: i, End: i + 3})
		}
		if c == nil {
			continue
		}
		if s := f.outer(r); s.kind == organization || s.kind == person || s.kind == place {
			if s.kind != person || s.Start < i || !f.demonymBeforePerson(s) {
				return span{}, false
			}
			// "Russian Sergey Lavrov": the network took the adjective into the name.
			f.drop(s.Range)
			f.add(span{Range: analyze.Range{Start: r.End, End: s.End}, kind: person})
		}
		if k := f.over[i]; k >= 0 && f.spans[k].kind == person && f.spans[k].Range == r && f.partOfPerson(r) {
			return span{}, false
		}
		return span{Range: r, kind: demonym, country: c}, true
	}
	return span{}, false
}

// halves are the first halves of adjectives of two countries, with their ISO codes.
var halves = map[string]string{
	"franco": "FR", "anglo": "GB", "sino": "CN", "indo": "IN", "russo": "RU", "serbo": "RS", "greco": "GR", "turko": "TR", "turco": "TR", "italo": "IT",
	"austro": "AT", "belgo": "BE", "germano": "DE", "hispano": "ES", "luso": "PT", "nippo": "JP", "polono": "PL", "soviet": "SU", "americano": "US",
}

// compounded reports whether the word at i and a hyphen stand before a demonym: "Franco-German".
func (f *finder) compounded(i int) bool {
	return halves[f.key[i]] != "" && (f.lowerAt(i+1) == "-" || f.lowerAt(i+1) == "–") && !f.doc.Tokens[i].Space && i+2 < len(f.doc.Tokens) && f.tables.Demonym(f.doc.Tokens[i+2].Text) != nil
}

// attributive reports whether the adjective of a region at r stands before a
// noun or is one in the plural: "Scottish ministers", "Scots", not "in English".
func (f *finder) attributive(r analyze.Range) bool {
	if f.doc.Tokens[r.End-1].Tag == "NNPS" {
		return true
	}
	if r.End >= len(f.doc.Tokens) || !f.doc.Tokens[r.End-1].Space {
		return false
	}
	switch t := f.doc.Tokens[r.End]; t.Lower {
	case "language", "speaker", "speakers", "translation", "version", "word", "words", "channel", "test":
		return false
	default:
		return t.Tag == "NN" || t.Tag == "NNS" || t.Tag == "JJ" || strings.HasPrefix(t.Tag, "NNP")
	}
}

func (f *finder) demonymBeforePerson(s span) bool {
	if t := f.doc.Tokens[s.Start]; size(s.Range) == 2 && (t.Tag != "JJ" || f.tables.Gender(t.Text) != "") {
		return false // "Brit Hume"
	}
	return size(s.Range) > 1
}
