package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// before reads the titles in front of a name: "US President Donald Trump",
// "Prime Minister of Slovakia Igor Matovič", "Niger's president, Mahamadou
// Issoufou,".
func (f *finder) before(r analyze.Range) []office {
	i := r.Start - 1
	comma := false
	for i >= 0 {
		w := f.lowerAt(i)
		if f.key[i] != "" && honorifics[f.key[i]] || w == "." && i > 0 && honorifics[f.key[i-1]] {
			f.salute(r, f.key[i])
			i--
			continue
		}
		if w == "." && f.rank(i-1) || styles[f.key[i]] && f.capital(i) && i > 0 && f.over[i] < 0 && (f.roleWord(i-1) || portfolios[f.key[i-1]]) && f.over[i-1] < 0 {
			i-- // "Secretary of State Cardinal X", "Labour peer Lord Y"
			continue
		}
		if f.rank(i) && i > 0 {
			// "Gen.", "Lieutenant Colonel", "Navy Capt.".
			if i--; services[f.lowerAt(i)] && f.capital(i) {
				i--
			}
			continue
		}
		if f.doc.Tokens[i].Tag == "-RRB-" {
			// "Member of Parliament (MP) Yvette Cooper".
			j := i
			for j > 0 && i-j < 4 && f.doc.Tokens[j].Tag != "-LRB-" {
				j--
			}
			if i-j <= 3 && j > 0 {
				i = j - 1
				continue
			}
		}
		if w == "," && !comma {
			comma = true
			i--
			continue
		}
		break
	}
	if i < 0 || f.doc.Tokens[i].Sent != f.doc.Tokens[r.Start].Sent || f.doc.IsSpace(i) {
		return nil
	}
	if f.key[i] == "pm" && i > 0 && (f.doc.Tokens[i-1].Tag == "CD" || strings.ContainsAny(f.doc.Tokens[i-1].Text, "0123456789")) {
		return nil // "at 2:38 PM"
	}
	limit := i + 1
	if comma {
		// "the president, X," needs a definite noun phrase before and an end behind.
		if w := f.lowerAt(r.End); w != "," && w != "." && w != "(" && w != "'s" && w != ";" && !(w == "and" && f.plural(i)) && (r.End >= len(f.doc.Tokens) || f.doc.Tokens[r.End].Pos != "VERB" && f.doc.Tokens[r.End].Pos != "AUX") {
			return nil
		}
		if w := f.lowerAt(r.Start - 1); w != "," && (polite[strings.TrimSuffix(f.lowerAt(r.Start-1), ".")] || polite[f.lowerAt(r.Start-2)]) {
			return nil // "At a lunch with the minister, Ms. X said"
		}
	}
	ofOffice := i > 2 && portfolios[f.key[i]] && f.lowerAt(i-1) == "of" && f.roleWord(i-2) // "Secretary of Justice"
	if f.roleWord(i) && f.over[i] < 0 && !ofOffice {
		if comma && !strings.HasPrefix(f.doc.Tokens[i].Tag, "NN") {
			return nil
		}
		o := f.leftOf(i)
		if k := o.Start - 2; !comma && f.lowerAt(k+1) == "the" && f.lowerAt(k) == "to" && k > 0 && aides[f.key[k-1]] && f.roleWord(k-1) {
			// "Assistant to the President X".
			o = f.leftOf(k - 1)
			o.End = limit
			return f.withConjunct(o)
		}
		if comma && f.plural(i) && !f.oneOf(o) && !f.counted(o, r) {
			return nil
		}
		if comma {
			if o.bare && o.owner < 0 && !f.plural(i) && !f.determined(o.Start) || f.afterName(o.Start) {
				return nil
			}
		}
		if f.plural(i) {
			f.rightBody(&o, r.End)
		} else if o.bare {
			f.rightBody(&o, r.End)
		}
		return f.withConjunct(o)
	}
	if k := f.over[i]; k >= 0 && f.spans[k].kind == organization && f.spans[k].entity >= 0 {
		// "Commander Southern Command", "Director Bureau of Statistics".
		if s := f.spans[k]; s.Start > 0 && f.over[s.Start-1] < 0 && f.roleWord(s.Start-1) && f.capital(s.Start-1) && directors[f.key[s.Start-1]] {
			o := f.leftOf(s.Start - 1)
			if o.bare && !(comma && f.afterName(o.Start)) {
				o.of, o.bare = s.entity, false
				return f.withConjunct(o)
			}
		}
	}
	// "President of the United States Donald Trump", "Minister for Trade Jane Doe".
	from := i
	if ofOffice {
		from = i - 2
	}
	for j := from; j >= 0 && j > i-13 && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j-- {
		if t := f.doc.Tokens[j]; t.Pos == "VERB" && t.Tag != "VBN" || t.Pos == "PUNCT" && t.Text != "-" {
			break
		}
		if w := f.lowerAt(j + 1); f.roleWord(j) && f.over[j] < 0 && (w == "of" || w == "for" || w == "to" || w == "-" || w == "at" || w == "on" || w == "designate" || w == "elect") {
			o := f.leftOf(j)
			f.rightOf(&o, limit)
			end := max(o.End, f.bodyEnd(o, limit), o.stop)
			if end != limit && !f.trails(o, end, limit) || f.afterName(o.Start) || !comma && f.personal(limit-1) {
				return nil
			}
			if comma && o.bare && o.owner < 0 && !f.determined(o.Start) {
				return nil
			}
			return f.withConjunct(o)
		}
	}
	return nil
}

// determined reports whether an article, or "one", stands before the title
// that starts at token i and its modifiers: "the deposed president".
func (f *finder) determined(i int) bool {
	for i--; i > 0; i-- {
		w := f.lowerAt(i)
		if w == "the" || w == "a" || w == "an" || w == "one" {
			return true
		}
		if !past[w] && !forNow[w] && !modifiers[w] && f.doc.Tokens[i].Tag != "HYPH" {
			break
		}
	}
	return i >= 0 && f.lowerAt(i) == "the"
}

// counted reports whether a number before a plural title and an "and" behind
// the name make the names its apposition: "Two senators, A and B, ...".
func (f *finder) counted(o office, r analyze.Range) bool {
	j := o.Start - 1
	if j < 0 {
		return false
	}
	for j > 0 && f.doc.Tokens[j].Sent == f.doc.Tokens[o.Start].Sent && (f.over[j] >= 0 || modifiers[f.lowerAt(j)] && f.doc.Tokens[j].Tag != "DT" || f.doc.Tokens[j].Tag == "JJ") {
		j--
	}
	if f.doc.Tokens[j].Tag != "CD" && f.lowerAt(j) != "both" {
		return false
	}
	return f.lowerAt(r.End) == "and" || f.lowerAt(r.End) == ","
}

// styles stand between a title and a name.
var styles = words("lord lady baron baroness cardinal earl viscount count countess monsignor father sister brother")

// polite are forms of address that no title stands before with a comma.
var polite = words("mr mrs ms miss mx")

// services are forces whose name stands before a rank of theirs.
var services = words("army navy marine marines airforce coastguard guard corps")

// directors are titles that South Asian English joins to the body's name.
var directors = words("commander director secretary minister chairman commissioner chief head principal president inspector")

// rank reports whether token i is a military or police rank in front of a name.
func (f *finder) rank(i int) bool {
	if i < 0 || f.key[i] == "" || !f.capital(i) || f.over[i] >= 0 {
		return false
	}
	if c := ranks[f.key[i]]; c == "military" || c == "police" {
		return true
	}
	x := f.lookTitle(f.key[i])
	if i > 0 && (f.doc.Tokens[i-1].Tag == "HYPH" || f.roleWord(i-1) && f.lookTitle(f.key[i-1]+" "+f.key[i]) != nil && f.lookTitle(f.key[i-1]+" "+f.key[i]).Class != "military") {
		return false // "Secretary-General", "Attorney General"
	}
	if x == nil || x.Class != "military" || f.key[i] == "commander" || f.key[i] == "captain" && f.lowerAt(i-1) != "," || i == 0 {
		return rankParts[f.key[i]] && f.rank(i+1)
	}
	return true
}

// rankParts stand before a rank and belong to it.
var rankParts = words("brigadier vice rear field air major lieutenant staff master")

// oneOf reports whether "one of" stands before the title and its body: "One
// of South Sudan's Vice Presidents".
func (f *finder) oneOf(o office) bool {
	j := o.Start - 1
	for j > 1 && (f.over[j] >= 0 || f.doc.Tokens[j].Tag == "POS" || f.doc.Tokens[j].Tag == "DT" || f.doc.Tokens[j].Tag == "CD" || modifiers[f.lowerAt(j)]) {
		j--
	}
	return j > 0 && f.lowerAt(j) == "of" && f.lowerAt(j-1) == "one"
}

// withConjunct returns the office and the one that "and" joins to its front:
// "Deputy Prime Minister for Finance and Minister of Economy".
func (f *finder) withConjunct(o office) []office {
	o, ok := f.worth(o)
	if !ok {
		return nil
	}
	out := []office{o}
	and := o.Start - 1
	if and >= 0 && f.over[and] < 0 && f.boundary(and, o.Start) {
		if p, ok := f.worth(f.leftOf(and)); ok {
			return append(out, p)
		}
		return out
	}
	if p, ok := f.fronted(o); ok {
		return append(out, p)
	}
	if f.lowerAt(and) != "and" {
		return out
	}
	for j := and - 1; j >= 0 && j > and-8 && f.doc.Tokens[j].Sent == f.doc.Tokens[and].Sent; j-- {
		if !f.roleWord(j) || f.over[j] >= 0 {
			continue
		}
		p := f.leftOf(j)
		f.rightOf(&p, and)
		if max(p.End, f.bodyEnd(p, and), p.stop) == and {
			if out[0].bare && !p.bare {
				out[0].of, out[0].bare = p.of, false
			}
			if p.former && f.doc.Tokens[and+1].Tag != "DT" && !out[0].acting {
				out[0].former = true // "former congressman and governor X"
			}
			if p, ok := f.worth(p); ok {
				out = append(out, p)
			}
		}
		break
	}
	return out
}

// personal reports whether token i is a common noun for a person, which then
// belongs to the name behind it: "a lawyer for the prize winner X".
func (f *finder) personal(i int) bool {
	return !f.capital(i) && f.over[i] < 0 && (notOffices[f.key[i]] || f.roleWord(i))
}

// trails reports whether nothing but further words of the body stand between
// its name and the person's: "the head of the UN mission in the country, X".
func (f *finder) trails(o office, end, limit int) bool {
	if end = max(end, f.bodyStop(o)); o.bare || limit-end > 6 {
		return false
	}
	for j := end; j < limit; j++ {
		t := f.doc.Tokens[j]
		if f.over[j] >= 0 && f.spans[f.over[j]].kind != person || strings.HasPrefix(t.Tag, "NN") && !f.roleWord(j) || t.Tag == "IN" || t.Tag == "DT" || t.Tag == "JJ" {
			continue
		}
		return false
	}
	return f.lowerAt(limit) == ","
}

// fronted reads the title that a comma joins to the front of another: "the
// bloc's mediator, former Chilean president X,".
func (f *finder) fronted(o office) (office, bool) {
	j := o.Start - 1
	for j > 0 && (past[f.lowerAt(j)] || forNow[f.lowerAt(j)] || f.over[j] >= 0 && f.spans[f.over[j]].entity == o.of && o.of >= 0) {
		j--
	}
	if f.lowerAt(j) != "," || j < 2 || f.doc.Tokens[j].Sent != f.doc.Tokens[o.Start].Sent || f.over[j-1] >= 0 || !f.roleWord(j-1) || f.plural(j-1) {
		return o, false
	}
	p := f.leftOf(j - 1)
	if p.bare && p.owner < 0 && !f.determined(p.Start) || f.afterName(p.Start) || !f.opens(p.Start) && p.owner < 0 && p.bare {
		return o, false
	}
	return f.worth(p)
}

// shared gives a plural title to the further names of the list it stands
// before: "Presidents Muhammadu Buhari of Nigeria and Patrice Talon of Benin".
func (f *finder) shared(o office, r analyze.Range) []statement {
	if !f.plural(o.role) || o.Start >= r.Start {
		return nil
	}
	var out []statement
	for j, n := r.End, 0; n < 12 && j < len(f.doc.Tokens) && f.doc.Tokens[j].Sent == f.doc.Tokens[r.Start].Sent; j, n = j+1, n+1 {
		if k := f.over[j]; k >= 0 {
			s := f.spans[k]
			if s.kind == person && s.entity >= 0 {
				x := o
				f.rightBody(&x, s.End)
				if m := f.personAt(s.Start); m >= 0 {
					out = append(out, statement{x, m})
				}
			}
			j = s.End - 1
			continue
		}
		if w := f.lowerAt(j); w != "of" && w != "the" && w != "and" && w != "," && w != "(" && w != ")" {
			break
		}
	}
	return out
}

// bodyEnd returns the end of the body's name when it stands right before limit.
func (f *finder) bodyEnd(o office, limit int) int {
	if k := f.over[limit-1]; k >= 0 && o.of >= 0 && f.spans[k].entity == o.of && f.spans[k].Start > o.role {
		return limit
	}
	return o.End
}

// afterName reports whether a person's name and a comma stand before token i:
// then the title belongs to that name.
func (f *finder) afterName(i int) bool {
	j := i - 1
	for j > 0 && (modifiers[f.lowerAt(j)] || past[f.lowerAt(j)]) {
		j--
	}
	return j > 0 && f.lowerAt(j) == "," && f.over[j-1] >= 0 && f.spans[f.over[j-1]].kind == person
}

func (f *finder) plural(i int) bool { return strings.HasSuffix(f.doc.Tokens[i].Tag, "S") }

// rightBody reads "of Nigeria" after a name for the body of a title in front of it.
func (f *finder) rightBody(o *office, j int) {
	if w := f.lowerAt(j); w != "of" && (w != "(" || f.lowerAt(j+2) != ")") {
		return
	}
	j++
	if f.lowerAt(j) == "the" {
		j++
	}
	if j < len(f.over) && f.over[j] >= 0 {
		if s := f.spans[f.over[j]]; s.entity >= 0 && s.kind != person {
			o.of, o.bare = s.entity, false
		}
	}
}

// salute notes the gender that a form of address gives away.
func (f *finder) salute(r analyze.Range, key string) {
	k := f.over[r.Start]
	if k < 0 || f.spans[k].entity < 0 {
		return
	}
	switch key {
	case "mr", "sir", "sheikh", "mullah", "don", "herr":
		f.entities[f.spans[k].entity].gender = "m"
	case "mrs", "ms", "miss", "dame", "madame":
		f.entities[f.spans[k].entity].gender = "f"
	}
}
