package names

import (
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// roles finds the offices that the article gives to people: before their
// name, after it, and by "is", "became" and "as".
func (f *finder) roles() {
	n := len(f.mentions)
	type hit struct {
		o       office
		mention int
		weight  float64
	}
	var hits []hit
	for i := 0; i < n; i++ {
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
	if f.roleWord(i) && f.over[i] < 0 {
		if comma && (!strings.HasPrefix(f.doc.Tokens[i].Tag, "NN") || f.plural(i)) {
			return nil
		}
		o := f.leftOf(i)
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
	for j := i; j >= 0 && j > i-13 && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j-- {
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

// withConjunct returns the office and the one that "and" joins to its front:
// "Deputy Prime Minister for Finance and Minister of Economy".
func (f *finder) withConjunct(o office) []office {
	o, ok := f.worth(o)
	if !ok {
		return nil
	}
	out := []office{o}
	and := o.Start - 1
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
	if f.class(o) == "military" && k != "commander" && k != "chief" || k == "officer" && size(o.Range) <= 2 && f.capital(o.role) {
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

// after reads the titles behind a name: "X, the foreign minister of Y,".
func (f *finder) after(r analyze.Range) []office {
	j := r.End
	if f.lowerAt(j) == "(" {
		for j < len(f.doc.Tokens) && f.lowerAt(j) != ")" && j < r.End+8 {
			j++
		}
		j++
	}
	if f.lowerAt(j) != "," && f.lowerAt(j) != "–" && f.lowerAt(j) != "—" || j+1 >= len(f.doc.Tokens) {
		return nil
	}
	return f.series(j+1, f.doc.Tokens[r.Start].Sent)
}

// series reads one or more titles that start at token j: "a lawyer and the
// mayor of London".
func (f *finder) series(j, sent int) []office {
	var out []office
	for j < len(f.doc.Tokens) && f.doc.Tokens[j].Sent == sent {
		i := f.roleIn(j, sent)
		if i < 0 || f.plural(i) {
			return out
		}
		o := f.leftOf(i)
		if o.Start < j {
			o.Start = j
			f.bodyInside(&o)
		}
		f.rightOf(&o, f.sentEnd(sent))
		end := max(o.End, f.bodyStop(o))
		if end < len(f.over) && f.over[end] >= 0 && f.spans[f.over[end]].kind == person && f.spans[f.over[end]].Start == end {
			return out
		}
		o, ok := f.worth(o)
		if !ok {
			return out
		}
		out = append(out, o)
		j = end
		for f.lowerAt(j) == "," || f.lowerAt(j) == "and" {
			j++
		}
		if j == end || j-end == 1 && f.lowerAt(end) == "," && !f.moreOffices(j) {
			return out
		}
	}
	return out
}

// moreOffices reports whether the list of titles that a comma before j
// continues ends in "and": "Foreign Secretary, mayor of London, and member
// of Parliament".
func (f *finder) moreOffices(j int) bool {
	i := f.roleIn(j, f.doc.Tokens[j].Sent)
	if i < 0 || f.doc.Tokens[j].Tag == "DT" {
		return false
	}
	for n := i; n < i+8 && n < len(f.doc.Tokens); n++ {
		if f.lowerAt(n) == "and" {
			return true
		}
		if f.doc.Tokens[n].Pos == "VERB" {
			return false
		}
	}
	return false
}

// bodyStop returns the end of the body's name behind the title.
func (f *finder) bodyStop(o office) int {
	end := o.End
	for j := o.End; j < o.End+4 && j < len(f.over); j++ {
		if k := f.over[j]; k >= 0 && f.spans[k].entity == o.of && o.of >= 0 {
			return f.spans[k].End
		}
		if w := f.lowerAt(j); w != "of" && w != "the" && w != "at" && w != "for" && w != "in" {
			break
		}
	}
	return end
}

func (f *finder) sentEnd(sent int) int { return f.doc.Sents[sent].End }

// roleIn returns the role noun of the noun phrase that starts at j, or -1.
func (f *finder) roleIn(j, sent int) int {
	last := -1
	for n := 0; j < len(f.doc.Tokens) && f.doc.Tokens[j].Sent == sent && n < 14; j, n = j+1, n+1 {
		t := f.doc.Tokens[j]
		if k := f.over[j]; k >= 0 {
			if f.spans[k].kind == person && f.lowerAt(f.spans[k].End) != "'s" && f.lowerAt(f.spans[k].End) != "’s" {
				return -1
			}
			if last >= 0 {
				return last
			}
			j = f.spans[k].End - 1
			continue
		}
		switch {
		case strings.HasPrefix(t.Tag, "NN"):
			last = -1
			if f.roleWord(j) {
				last = j
			}
		case t.Tag == "DT" || t.Tag == "PRP$" || t.Tag == "CD" && n < 3:
			if last >= 0 || n > 2 {
				return last
			}
		case t.Tag == "JJ" || t.Tag == "JJS" || t.Tag == "POS" || t.Tag == "HYPH" || (t.Tag == "VBN" || t.Tag == "VBG") && t.Dep == "amod" || t.Lower == "acting" || t.Tag == "RB" && n < 3 || t.Lower == "then" || t.Lower == "&":
			if last >= 0 && t.Tag == "HYPH" {
				return last
			}
			if last >= 0 && t.Tag != "POS" {
				return last
			}
		case t.Lower == "and" && last < 0 && n > 0:
		default:
			return last
		}
	}
	return last
}

// statement is an office that a clause gives to a person.
type statement struct {
	o       office
	mention int
}

// stated reads the office that token i, a role noun, is in a clause: "X is
// the president", "X, who was mayor", "X became premier", "served as
// ambassador", "elected X president".
func (f *finder) stated(i int) []statement {
	t := f.doc.Tokens[i]
	if !f.roleWord(i) || f.over[i] >= 0 || f.plural(i) {
		return nil
	}
	if t.Dep == "nsubj" {
		return f.whoIs(i)
	}
	verb := -1
	switch t.Dep {
	case "attr", "oprd":
		verb = t.Head
	case "pobj":
		if as := t.Head; f.lowerAt(as) == "as" {
			verb = f.doc.Tokens[as].Head
		}
	case "conj":
		return nil
	}
	if verb < 0 || verb == i || f.negated(verb) {
		return nil
	}
	lemma := strings.ToLower(f.doc.Tokens[verb].Lemma)
	who := -1
	switch lemma {
	case "be", "become", "remain", "serve", "act", "work":
		who = f.subject(verb)
	case "elect", "appoint", "name", "nominate", "declare", "proclaim", "choose", "install", "confirm", "swear", "inaugurate", "reappoint", "reelect", "re-elect":
		if k := f.doc.Child(verb, "nsubjpass"); k >= 0 {
			who = k
		} else if k := f.doc.Child(verb, "dobj"); k >= 0 {
			who = k
		}
		if lemma == "nominate" {
			return nil
		}
	default:
		if f.doc.Tokens[i].Dep != "pobj" {
			return nil
		}
		switch lemma {
		case "resign", "retire", "step", "begin", "start", "continue", "return", "succeed", "replace", "follow", "take", "enter", "win":
			who = f.subject(verb)
		default:
			return nil
		}
	}
	if who < 0 {
		return nil
	}
	m := f.personAt(f.antecedent(who))
	if m < 0 || f.hypothetical(verb) {
		return nil
	}
	o := f.leftOf(i)
	if w := f.lowerAt(i + 1); ordinal[f.lowerAt(o.Start)] && (w == "to" || w == "in" || w == "since" || w == "who" || w == "ever") {
		// "the first president to be impeached" names no office of his.
		return nil
	}
	f.rightOf(&o, f.sentEnd(t.Sent))
	if end := max(o.End, f.bodyStop(o)); end < len(f.over) && f.over[end] >= 0 && f.spans[f.over[end]].kind == person && f.spans[f.over[end]].Start == end {
		return nil
	}
	if a := f.lowerAt(o.Start - 1); a == "a" || a == "an" {
		if f.roleClass(i) == "other" {
			return nil
		}
	}
	switch {
	case lemma == "serve" && f.doc.Tokens[verb].Tag == "VBD", lemma == "resign", lemma == "retire", lemma == "step",
		lemma == "be" && f.doc.Tokens[verb].Tag == "VBD" && f.doc.Tokens[i].Dep == "attr", f.endedBefore(o.End):
		o.former = true
	}
	o, ok := f.worth(o)
	if !ok {
		return nil
	}
	return []statement{{o, m}}
}

var ordinal = words("first second third fourth fifth only last latest youngest oldest")

// whoIs reads a person who is the predicate of a title: "the president is X",
// "whose commander-in-chief is X".
func (f *finder) whoIs(i int) []statement {
	verb := f.doc.Tokens[i].Head
	attr := f.doc.Child(verb, "attr")
	if !strings.EqualFold(f.doc.Tokens[verb].Lemma, "be") || attr < 0 || f.negated(verb) || f.hypothetical(verb) {
		return nil
	}
	m := f.personAt(attr)
	if m < 0 {
		return nil
	}
	o := f.leftOf(i)
	if p := f.doc.Child(i, "poss"); p >= 0 && f.lowerAt(p) == "whose" {
		for n, v := 0, verb; n < 3; n++ {
			if f.doc.Tokens[v].Dep == "relcl" {
				if k := f.over[f.doc.Tokens[v].Head]; k >= 0 && f.spans[k].entity >= 0 && f.spans[k].kind != person {
					o.of, o.bare = f.spans[k].entity, false
				}
				break
			}
			v = f.doc.Tokens[v].Head
		}
		if o.bare {
			return nil
		}
	}
	f.rightOf(&o, verb)
	o, ok := f.worth(o)
	if !ok || o.bare && f.lowerAt(o.Start-1) != "the" {
		return nil
	}
	return []statement{{o, m}}
}

// subject returns the subject of a verb, its own or that of the verb it is
// conjoined with or depends on; -1 when none.
func (f *finder) subject(verb int) int {
	for n := 0; n < 4; n++ {
		if k := f.doc.Child(verb, "nsubj", "nsubjpass"); k >= 0 {
			return k
		}
		switch d := f.doc.Tokens[verb].Dep; d {
		case "conj", "xcomp", "aux", "advcl":
			verb = f.doc.Tokens[verb].Head
		case "acl":
			return f.doc.Tokens[verb].Head
		default:
			return -1
		}
	}
	return -1
}

// antecedent returns the noun that a relative pronoun stands for, else i.
func (f *finder) antecedent(i int) int {
	switch f.lowerAt(i) {
	case "who", "which", "that":
		verb := f.doc.Tokens[i].Head
		for n := 0; n < 4; n++ {
			if f.doc.Tokens[verb].Dep == "relcl" {
				if h := f.doc.Tokens[verb].Head; f.over[h] >= 0 || i == 0 || f.lowerAt(i) != "who" {
					return h
				}
				break
			}
			verb = f.doc.Tokens[verb].Head
		}
		for j := i - 1; j >= 0 && j > i-3; j-- {
			if f.over[j] >= 0 {
				return j
			}
		}
	}
	return i
}

// personAt returns the index of a mention by name of a person that token i
// belongs to, or -1.
func (f *finder) personAt(i int) int {
	for k, m := range f.mentions {
		if m.Kind == news.NameMention && m.Tokens.Start <= i && i < m.Tokens.End && f.entities[m.Entity].kind == person {
			return k
		}
	}
	return -1
}

func (f *finder) negated(verb int) bool { return f.doc.Child(verb, "neg") >= 0 }

// hypothetical reports whether the verb has an auxiliary of the future or of
// possibility.
func (f *finder) hypothetical(verb int) bool {
	for _, k := range f.doc.Children(verb) {
		if t := f.doc.Tokens[k]; t.Dep == "aux" && t.Tag == "MD" {
			return true
		}
		if t := f.doc.Tokens[k]; t.Dep == "aux" && t.Lower == "to" {
			return !strings.EqualFold(f.doc.Tokens[f.doc.Tokens[verb].Head].Lemma, "vote")
		}
	}
	return false
}

// endedBefore reports whether a stretch of years that is over ("1980–1987",
// "from 2001 to 2009", "until 2014") follows token i.
func (f *finder) endedBefore(i int) bool {
	last, n := 0, 0
	until := false
	for j := i; j < i+8 && j < len(f.doc.Tokens); j++ {
		w := f.lowerAt(j)
		until = until || w == "until"
		if len(w) == 4 && (w[:2] == "19" || w[:2] == "20") {
			if y, err := strconv.Atoi(w); err == nil {
				last = y
				n++
			}
		}
	}
	return last > 0 && (n > 1 || until) && (f.on.IsZero() || last < f.on.Year)
}

// counterparts gives the title of the sentence's first office to those whom
// "counterpart" introduces: "met his Greek and French counterparts, A and B".
func (f *finder) counterparts(i int) []statement {
	if k := f.key[i]; k != "counterpart" && k != "counterparts" {
		return nil
	}
	var bodies []int
	for j := i - 1; j >= 0 && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j-- {
		if k := f.over[j]; k >= 0 && f.spans[k].entity >= 0 && (f.spans[k].kind == demonym || f.spans[k].kind == country) {
			bodies = append(bodies, f.spans[k].entity)
			j = f.spans[k].Start
			continue
		}
		if w := f.lowerAt(j); w != "," && w != "and" && w != "'s" && w != "from" {
			break
		}
	}
	var who []int
	for j := i + 1; j < len(f.over) && f.doc.Tokens[j].Sent == f.doc.Tokens[i].Sent; j++ {
		if k := f.over[j]; k >= 0 && f.spans[k].kind == person {
			if m := f.personAt(j); m >= 0 {
				who = append(who, m)
			}
			j = f.spans[k].End - 1
			continue
		}
		if w := f.lowerAt(j); w != "," && w != "and" {
			break
		}
	}
	if len(bodies) == 0 || len(bodies) != len(who) {
		return nil
	}
	var title *Role
	for k := range f.found {
		if r := &f.found[k]; f.doc.Tokens[r.Title.Start].Sent == f.doc.Tokens[i].Sent && r.Title.End <= i && r.Of >= 0 && !r.Former {
			title = r
			break
		}
	}
	if title == nil {
		return nil
	}
	var out []statement
	for n, m := range who {
		out = append(out, statement{office{Range: title.Title, role: title.Title.End - 1, of: bodies[len(bodies)-1-n]}, m})
	}
	return out
}
