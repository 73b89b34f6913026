package names

import "strings"

// rightOf extends a title to the right over what belongs to it ("for trade",
// "of State", "to Germany") and takes "of Acme" for its body. It stops
// before token limit.
func (f *finder) rightOf(o *office, limit int) {
	sent := f.doc.Tokens[o.role].Sent
	j := o.role + 1
	for (f.lowerAt(j) == "-" || f.lowerAt(j) == "–") && !f.doc.Tokens[j-1].Space && j+1 < limit {
		// "president-elect", "commander-in-chief", "director-general".
		o.End = j + 2
		j += 2
	}
	if f.lowerAt(j) == "elect" || f.lowerAt(j) == "designate" {
		o.End = j + 1
		j++
	}
	for j < limit && f.doc.Tokens[j].Sent == sent {
		w := f.lowerAt(j)
		if w != "of" && w != "for" && w != "to" && w != "at" && w != "in" && w != "on" && w != "with" && w != "from" {
			return
		}
		b := j + 1
		for b < limit && (f.lowerAt(b) == "the" || f.lowerAt(b) == "a") {
			b++
		}
		if b >= limit {
			return
		}
		if k := f.over[b]; w == "of" && f.key[b] == "state" && b == j+1 && (k < 0 || f.spans[k].kind != country) {
			// "Secretary of State for Health", even where "State for Health" looks like a name.
			o.End = b + 1
			if k >= 0 {
				o.End = min(f.spans[k].End, limit)
			}
			j = o.End
			continue
		}
		if w == "to" && aides[f.key[o.role]] && o.bare {
			if k := f.over[b]; k >= 0 && f.spans[k].entity >= 0 && f.spans[k].kind != person && f.roleWord(f.spans[k].End) {
				// "chief of staff to UN Secretary-General X", "adviser to the French president".
				o.of, o.bare = f.meant(f.spans[k]), false
				return
			}
		}
		if n := f.described(b, limit); n >= 0 && o.bare && w != "to" && w != "on" {
			// "secretary of the left-wing alliance Bayan", "head of the main union, the CGT".
			o.of, o.bare = f.spans[n].entity, false
			o.stop = f.spans[n].End
			return
		}
		if w == "with" || w == "from" {
			// "an analyst with Acme", "a researcher from Oxford University".
			if k := f.over[b]; k >= 0 && f.spans[k].entity >= 0 && f.spans[k].kind == organization && o.bare {
				o.of, o.bare = f.spans[k].entity, false
				o.stop = f.spans[k].End
			}
			return
		}
		if k := f.over[b]; k >= 0 && f.spans[k].entity >= 0 && f.spans[k].kind != person && f.spans[k].kind != demonym && !f.governed(f.spans[k].End) && !f.startsNominal(b, o, w) {
			s := f.spans[k]
			if size(s.Range) > limit-s.Start {
				return
			}
			if n := f.possessed(s.End, limit); n >= 0 {
				// "head of Iran's Quds Force".
				s = f.spans[n]
			}
			if f.key[o.role] == "member" && w == "of" && o.Start == o.role {
				o.End = s.End
			}
			switch {
			case w == "of" || w == "at" || w == "for" && s.kind == organization || w == "in" && s.kind != country && o.bare && f.roleClass(o.role) != "diplomat":
				if o.bare || w == "of" {
					o.of, o.bare = s.entity, false
					if w := f.lowerAt(s.End); s.End < limit && classNouns[w] == organization && f.over[s.End] < 0 {
						o.stop = s.End + 1 // "the Izala group"
						return
					}
				}
			case w == "to" || w == "for":
				o.End = s.End
			default:
				return
			}
			j = s.End
			continue
		}
		if w == "at" || w == "in" || w == "on" && f.roleClass(o.role) != "diplomat" && f.roleClass(o.role) != "other" {
			return
		}
		if n, ok := f.nominalAt[b]; ok && o.bare && f.startsNominal(b, o, w) && (w == "for" || w == "of") && f.mentions[n].Tokens.End <= limit {
			// "spokesman for the Indonesian military".
			o.of, o.bare = f.mentions[n].Entity, false
			return
		}
		e := f.phraseEnd(b, limit)
		if e == b || b > j+1 && f.lowerAt(b-1) != "the" {
			return // "player for a third time"
		}
		if w == "of" && territory[f.key[e-1]] && (e-b > 1 || f.lowerAt(b-1) == "the") && f.lowerAt(e) == "of" && e+1 < limit {
			// "mayor of the Polish city of Gdańsk".
			j = e
			continue
		}
		if k := f.key[e-1]; (w == "of" || w == "for") && o.bare && o.owner < 0 && o.End == j && !f.capital(e-1) && f.lowerAt(b-1) == "the" && (generics[k] || units[k] || classNouns[k] == organization) {
			// "spokesman for the foreign ministry", "head of the union".
			o.owner, o.short = e-1, o.End
			if w := f.lowerAt(e); w == "in" && e+1 < limit && f.over[e+1] >= 0 && units[k] {
				if c := f.seated(f.spans[f.over[e+1]]); c >= 0 {
					o.of, o.bare, o.owner = c, false, -1
					o.stop = f.spans[f.over[e+1]].End
					return
				}
			}
		}
		o.End = e
		j = e
	}
}

// seated returns the country whose capital or name the span is; -1 when none.
func (f *finder) seated(s span) int {
	if s.country != nil {
		return f.countryEntity(s.country)
	}
	if l := f.tables.Places(f.text(s.Range)); len(l) > 0 && l[0].Kind == "capital" {
		return f.countryEntity(f.tables.CountryOn(l[0].Country, f.on))
	}
	return -1
}

// aides serve another office holder.
var aides = words("adviser advisor aide assistant staff secretary deputy counsellor counselor spokesman spokeswoman spokesperson envoy chief")

// described returns the index of the organisation's span that a common noun
// from b on describes: "the left-wing alliance Bayan", "the main opposition
// party, the Movement for Change"; -1 when there is none.
func (f *finder) described(b, limit int) int {
	j := b
	for n := 0; n < 6 && j < limit && f.over[j] < 0; j, n = j+1, n+1 {
		t := f.doc.Tokens[j]
		if t.Tag != "JJ" && t.Tag != "JJS" && t.Tag != "HYPH" && t.Tag != "NN" && !(t.Tag == "NNP" && !f.capital(j)) && t.Tag != "VBN" && t.Tag != "VBG" && t.Tag != "POS" && t.Tag != "CD" {
			return -1
		}
	}
	for n := 0; n < 3 && j < limit && f.over[j] >= 0 && (f.spans[f.over[j]].kind == demonym || f.spans[f.over[j]].kind == group || f.spans[f.over[j]].kind == country && f.spans[f.over[j]].End < limit && f.doc.Tokens[f.spans[f.over[j]].End].Tag == "NN"); n++ {
		// "the Ugandan rebel group X".
		for j = f.spans[f.over[j]].End; j < limit && f.over[j] < 0 && !f.capital(j) && (strings.HasPrefix(f.doc.Tokens[j].Tag, "NN") || f.doc.Tokens[j].Tag == "JJ" || f.doc.Tokens[j].Tag == "HYPH"); {
			j++
		}
	}
	if j == b || j >= limit {
		return -1
	}
	last := j - 1
	if f.lowerAt(j) == "," {
		if last, j = j-1, j+1; f.lowerAt(j) == "the" {
			j++
		}
	}
	if w := f.lowerAt(last); classNouns[w] != organization || f.capital(last) || j >= limit || f.over[j] < 0 {
		return -1
	}
	if s := f.spans[f.over[j]]; s.Start == j && s.kind == organization && s.entity >= 0 {
		return f.over[j]
	}
	return -1
}

// governed reports whether "state of" and the like stand at token i, behind a
// country's adjective: "premier of the Australian state of Victoria".
func (f *finder) governed(i int) bool {
	return i+1 < len(f.key) && territory[f.key[i]] && f.lowerAt(i+1) == "of" && f.over[i] < 0
}

// startsNominal reports whether a phrase such as "Russia's foreign ministry"
// starts at b, which is the body rather than the country alone.
func (f *finder) startsNominal(b int, o *office, w string) bool {
	n, ok := f.nominalAt[b]
	if ok && territory[f.key[f.mentions[n].Tokens.End-1]] && f.lowerAt(f.mentions[n].Tokens.End) == "of" {
		return false
	}
	return ok && o.bare && (w == "for" || w == "of")
}

// prefixed reports whether "pro-" or "anti-" stands before the name.
func (f *finder) prefixed(s span) bool {
	if w := f.lowerAt(s.Start - 1); w != "-" && w != "–" {
		return false
	}
	switch f.lowerAt(s.Start - 2) {
	case "pro", "anti", "non":
		return true
	}
	return false
}

// territory are nouns that stand before the name of what is governed.
var territory = words("city town village state province district county region commonwealth island country nation republic capital kingdom territory municipality prefecture")

// possessed returns the index of the organisation's span that a possessive
// ending at j owns, or -1.
func (f *finder) possessed(j, limit int) int {
	if j+1 >= limit || f.doc.Tokens[j].Tag != "POS" {
		return -1
	}
	for j++; j < limit && f.doc.Tokens[j].Tag == "JJ" && f.over[j] < 0; {
		j++
	}
	if j < limit && f.over[j] >= 0 && f.spans[f.over[j]].kind == organization && f.spans[f.over[j]].entity >= 0 {
		return f.over[j]
	}
	return -1
}

// phraseEnd returns the end of the noun phrase that starts at b, conjoined
// nouns included, verbs and commas not.
func (f *finder) phraseEnd(b, limit int) int {
	e := b
	for j := b; j < limit && f.doc.Tokens[j].Sent == f.doc.Tokens[b].Sent; j++ {
		t := f.doc.Tokens[j]
		switch {
		case f.over[j] >= 0 && f.spans[f.over[j]].kind == person:
			return e
		case strings.HasPrefix(t.Tag, "NN"):
			e = j + 1
		case t.Tag == "JJ" || t.Tag == "HYPH" || t.Tag == "VBN" && t.Dep == "amod" || t.Tag == "CD" || t.Tag == "DT" || t.Tag == "POS":
		case t.Lower == "and" || t.Lower == "&":
			if j+1 < limit && (f.doc.Tokens[j+1].Tag == "DT" || f.over[j+1] >= 0 && f.spans[f.over[j+1]].kind == person || f.roleWord(j+1)) {
				return e
			}
		case t.Text == "," && j+2 < limit && strings.HasPrefix(f.doc.Tokens[j+1].Tag, "NN") && (f.lowerAt(j+2) == "and" || f.lowerAt(j+2) == ",") && e == j && f.capital(j-1):
		default:
			return e
		}
	}
	return e
}
