package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// roles finds the offices that the article gives to people: before their
// name, after it, and by "is", "became" and "as".
func (f *finder) roles() {
	n := len(f.mentions)
	f.nominalAt = map[int]int{}
	for i, m := range f.mentions {
		if m.Kind == news.NominalMention && size(m.Tokens) > 1 && m.Head == m.Tokens.End-1 {
			f.nominalAt[m.Tokens.Start] = i
		}
	}
	f.findDead()
	type hit struct {
		o       office
		mention int
		weight  float64
	}
	var hits []hit
	for i := range n {
		m := f.mentions[i]
		if f.entities[m.Entity].kind != person || m.Kind != news.NameMention {
			continue
		}
		for _, o := range f.before(m.Tokens) {
			hits = append(hits, hit{o, i, .9})
			for _, x := range f.shared(o, m.Tokens) {
				hits = append(hits, hit{x.o, x.mention, .8})
			}
		}
		for _, o := range f.after(m.Tokens) {
			hits = append(hits, hit{o, i, .85})
		}
	}
	for i := range f.doc.Tokens {
		for _, c := range f.stated(i) {
			hits = append(hits, hit{c.o, c.mention, .75})
		}
	}
	// Those whose body the text names come first: they help to place the others.
	for _, bare := range []bool{false, true} {
		for _, h := range hits {
			if h.o.bare == bare {
				f.hold(h.o, h.mention, h.weight)
			}
		}
	}
	for i := range f.doc.Tokens {
		for _, c := range f.counterparts(i) {
			f.hold(c.o, c.mention, .8)
		}
	}
}

// hold records that the person of the mention holds the office.
func (f *finder) hold(o office, mention int, weight float64) {
	who := f.mentions[mention].Entity
	if o.bare {
		of, w := f.frame(who, o)
		o.of = of
		if of >= 0 {
			weight *= w / .8
		}
	}
	text := f.text(o.Range)
	if text == "" {
		return
	}
	f.engender(who, o)
	ks := f.keys(o.Range)
	for i := range f.found {
		r := &f.found[i]
		if r.Person != who || r.Former != o.former || r.Of != o.of && r.Of >= 0 && o.of >= 0 {
			continue
		}
		have := f.keys(r.Title)
		if subset(ks, have) || subset(have, ks) && f.key[o.role] == have[len(have)-1] {
			if r.Mention != mention {
				r.Also = append(r.Also, mention)
			}
			if r.Of < 0 {
				r.Of = o.of
			}
			if len(ks) > len(have) && o.of == r.Of {
				// The fuller wording names the office better.
				if r.Mention != mention {
					r.Also = append(r.Also[:len(r.Also)-1], r.Mention)
				}
				r.Title, r.Text, r.Mention = o.Range, text, mention
			}
			return
		}
	}
	f.found = append(f.found, Role{Person: who, Of: o.of, Title: o.Range, Text: text, Former: o.former, Acting: o.acting, Mention: mention, Confidence: min(weight, .95)})
}

// engender notes a gender that the title gives away.
func (f *finder) engender(who int, o office) {
	e := f.entities[who]
	if t := f.lookTitle(f.key[o.role]); t != nil && t.Gender != "" {
		e.gender = t.Gender
	}
}

func subset(a, b []string) bool {
	for _, w := range a {
		if !containsWord(b, w) {
			return false
		}
	}
	return len(a) > 0
}

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
		if c := ranks[f.key[i]]; (c == "military" || c == "police") && f.capital(i) && f.key[i] != "" {
			i-- // "Gen."
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
	limit := i + 1
	if comma {
		// "the president, X," needs a definite noun phrase before and an end behind.
		if w := f.lowerAt(r.End); w != "," && w != "." && w != "(" && w != "'s" && w != ";" && (r.End >= len(f.doc.Tokens) || f.doc.Tokens[r.End].Pos != "VERB" && f.doc.Tokens[r.End].Pos != "AUX") {
			return nil
		}
	}
	ofOffice := i > 2 && portfolios[f.key[i]] && f.lowerAt(i-1) == "of" && f.roleWord(i-2) // "Secretary of Justice"
	if f.roleWord(i) && f.over[i] < 0 && !ofOffice {
		if comma && !strings.HasPrefix(f.doc.Tokens[i].Tag, "NN") {
			return nil
		}
		o := f.leftOf(i)
		if comma && f.plural(i) && !f.oneOf(o) {
			return nil
		}
		if comma {
			w := f.lowerAt(o.Start - 1)
			if o.bare && w != "the" && w != "one" && w != "a" && w != "an" && w != "its" || f.afterName(o.Start) {
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
	// "President of the United States Donald Trump", "Minister for Trade Jane Doe".
	from := i
	if ofOffice {
		from = i - 2
	}
	for j := from; j >= 0 && j > i-13 && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j-- {
		if t := f.doc.Tokens[j]; t.Pos == "VERB" && t.Tag != "VBN" || t.Pos == "PUNCT" && t.Text != "-" {
			break
		}
		if w := f.lowerAt(j + 1); f.roleWord(j) && f.over[j] < 0 && (w == "of" || w == "for" || w == "to" || w == "-" || w == "at" || w == "on") {
			o := f.leftOf(j)
			f.rightOf(&o, limit)
			end := max(o.End, f.bodyEnd(o, limit))
			if end != limit || f.afterName(o.Start) {
				return nil
			}
			if comma && o.bare && f.lowerAt(o.Start-1) != "the" && f.lowerAt(o.Start-1) != "a" {
				return nil
			}
			return f.withConjunct(o)
		}
	}
	return nil
}

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
	if f.lowerAt(and) != "and" {
		return out
	}
	for j := and - 1; j >= 0 && j > and-8 && f.doc.Tokens[j].Sent == f.doc.Tokens[and].Sent; j-- {
		if !f.roleWord(j) || f.over[j] >= 0 {
			continue
		}
		p := f.leftOf(j)
		f.rightOf(&p, and)
		if max(p.End, f.bodyEnd(p, and)) == and {
			if out[0].bare && !p.bare {
				out[0].of, out[0].bare = p.of, false
			}
			if p, ok := f.worth(p); ok {
				out = append(out, p)
			}
		}
		break
	}
	return out
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
		if w := f.lowerAt(j); w != "of" && w != "the" && w != "and" && w != "," {
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
	if f.lowerAt(j) != "of" {
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

// worth refuses titles that are no office: honorifics and relatives.
func (f *finder) worth(o office) (office, bool) {
	if size(o.Range) == 0 || size(o.Range) > 14 {
		return o, false
	}
	k := f.key[o.role]
	if notOffices[k] && f.lookTitle(k) == nil {
		return o, false
	}
	// A rank before a name is a form of address, not an office.
	if f.class(o) == "military" && f.capital(o.role) && k != "commander" && k != "chief" || k == "officer" && size(o.Range) <= 2 && f.capital(o.role) {
		return o, false
	}
	if k == "imam" || k == "reverend" || k == "rabbi" {
		return o, o.of >= 0
	}
	if o.bare && f.roleClass(o.role) == "other" && f.onlyAdjectives(o) {
		return o, false
	}
	if o.bare && (f.roleClass(o.role) == "other" || size(o.Range) == 1 && minor[f.roleClass(o.role)]) && (size(o.Range) == 1 || f.plural(o.role)) {
		return o, false
	}
	if size(o.Range) == 1 && (k == "lady" || k == "lord" || k == "member" || k == "player" || k == "driver") && o.bare {
		return o, false
	}
	return o, true
}

// onlyAdjectives reports whether no noun stands before the role noun.
func (f *finder) onlyAdjectives(o office) bool {
	for i := o.Start; i < o.role; i++ {
		if strings.HasPrefix(f.doc.Tokens[i].Tag, "NN") {
			return false
		}
	}
	return o.End == o.role+1
}

// minor are the classes of occupations that are no position without a body.
var minor = map[string]bool{"media": true, "academic": true, "sport": true}
