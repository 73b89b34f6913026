package names

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// tenure is an office of the article while its names are read.
type tenure struct {
	Role
	// owner is the token of the word that owns the office, -1 for none; short
	// is where the title ends once the owner is known, 0 where it ends anyway.
	owner, short int
	// word is the noun of a verb that says it ("heads"), "" where a title does.
	word string
}

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
		told := f.before(m.Tokens)
		for _, o := range told {
			hits = append(hits, hit{o, i, .9})
			for _, x := range f.shared(o, m.Tokens) {
				hits = append(hits, hit{x.o, x.mention, .8})
			}
		}
		if len(told) > 0 && f.comma(max(told[0].End, f.bodyStop(told[0])), m.Tokens.Start) {
			continue // "the chairman, X, the treasurer and two aides"
		}
		for _, o := range f.after(m.Tokens) {
			if end := max(o.End, f.bodyStop(o)); len(told) > 0 && f.lowerAt(end) == "," && f.personAt(end+1) >= 0 {
				break // "Treasurer X, Britain's chancellor, Y, and"
			}
			hits = append(hits, hit{o, i, .85})
			for _, x := range f.together(o, m.Tokens) {
				hits = append(hits, hit{o, x, .8})
			}
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
	for i := range f.doc.Tokens {
		for _, c := range f.verbal(i) {
			f.lead(c)
		}
	}
}

// later finds the offices that need to know whom pronouns mean: "he was
// mayor of Leeds", "his chief of staff, X", "its head".
func (f *finder) later() {
	f.saidOf = map[int]int{}
	for k, m := range f.mentions {
		if m.Kind == news.PronounMention && f.entities[m.Entity].kind == person {
			f.saidOf[m.Tokens.Start] = k
		}
	}
	for k := range f.found {
		if r := &f.found[k]; r.Of < 0 && r.owner >= 0 {
			f.settle(r)
		}
	}
	quoted := f.quoted()
	for i := range f.doc.Tokens {
		for _, c := range f.stated(i) {
			if f.mentions[c.mention].Kind == news.PronounMention && !quoted[i] {
				f.hold(c.o, c.mention, .6)
			}
		}
		for _, c := range f.verbal(i) {
			f.lead(c)
		}
		for _, c := range f.counterparts(i) {
			f.hold(c.o, c.mention, .7)
		}
	}
	// An occupation that is nobody's is no office.
	f.found = slices.DeleteFunc(f.found, func(r tenure) bool {
		return r.Of < 0 && r.word == "" && occupations[f.class(office{Range: r.Title, role: f.roleOf(r.Title)})]
	})
}

// occupations are the classes of what people are without a body as well.
var occupations = map[string]bool{"other": true, "media": true, "sport": true, "academic": true}

// roleOf returns the token of the role noun of a title.
func (f *finder) roleOf(title analyze.Range) int {
	for i := title.Start; i < title.End; i++ {
		if w := f.lowerAt(i + 1); f.roleWord(i) && (i+1 == title.End || w == "of" || w == "for" || w == "to" || w == "on" || w == "-") {
			return i
		}
	}
	return title.End - 1
}

// settle gives an office the body that its owner stands for.
func (f *finder) settle(r *tenure) {
	bare := office{Range: r.Title, role: r.Title.End - 1, of: -1, bare: true, owner: -1, former: r.Former}
	_, said := f.saidOf[r.owner]
	if !said || !private[f.class(bare)] {
		r.Of = f.ownerOf(r.owner)
	}
	switch {
	case r.short > 0:
		if r.Of < 0 && f.bodyless(r.owner) {
			bare.End, bare.role, bare.state = r.short, r.short-1, true
			r.Of, _ = f.frame(r.Person, bare)
		}
		if r.Of >= 0 {
			r.Title.End = r.short
			r.Text = f.text(r.Title)
		}
	case r.Of < 0 && said && stately[f.class(bare)]:
		r.Of, _ = f.frame(r.Person, bare)
	}
}

// stately are the classes of offices that only states have.
var stately = map[string]bool{"head_of_state": true, "head_of_government": true, "minister": true}

// bodyless reports whether the noun at token i is of a body of state, which
// belongs to a country: "the foreign ministry".
func (f *finder) bodyless(i int) bool { return units[f.key[i]] || f.key[i] == "government" }

// private are the classes of those who serve a person rather than a body.
var private = map[string]bool{"judge": true, "other": true, "media": true, "sport": true, "business": true, "academic": true}

// comma reports whether there is one between tokens i and j.
func (f *finder) comma(i, j int) bool {
	for ; i < j; i++ {
		if f.lowerAt(i) == "," {
			return true
		}
	}
	return false
}

// hold records that the person of the mention holds the office.
func (f *finder) hold(o office, mention int, weight float64) {
	who := f.mentions[mention].Entity
	if o.bare && o.owner < 0 {
		of, w := f.frame(who, o)
		o.of = of
		if of >= 0 {
			weight *= w / .8
		}
	}
	if o.bare && o.owner >= 0 && f.saidOf != nil {
		o.of = f.ownerOf(o.owner)
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
	f.found = append(f.found, tenure{
		Role:  Role{Person: who, Of: o.of, Title: o.Range, Text: text, Former: o.former, Acting: o.acting, Mention: mention, Confidence: min(weight, .95)},
		owner: ownerless(o), short: o.short,
	})
}

// ownerless returns the owner of an office that still lacks its body.
func ownerless(o office) int {
	if o.of >= 0 {
		return -1
	}
	return o.owner
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

// worth refuses titles that are no office: honorifics and relatives.
func (f *finder) worth(o office) (office, bool) {
	if size(o.Range) == 0 || size(o.Range) > 14 {
		return o, false
	}
	k := f.key[o.role]
	if f.record(o) || supposed[f.lowerAt(o.Start)] || supposed[f.lowerAt(o.Start-1)] {
		return o, false
	}
	if o.native && o.of >= 0 && f.entities[o.of].kind != organization && (nationality[f.roleClass(o.role)] && k != "executive" || counsel[k]) {
		return o, false // "American singer"
	}
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
	if k == "laureate" || o.bare && counsel[k] && size(o.Range) == 1 {
		return o, false
	}
	if size(o.Range) == 1 && (k == "lady" || k == "lord" || k == "member" || k == "player" || k == "driver" || k == "candidate" || k == "nominee") && o.bare {
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

// nationality are the classes of occupations whose adjective says where
// somebody is from and nothing of a body.
var nationality = map[string]bool{"other": true, "sport": true, "media": true, "academic": true, "business": true}

// counsel are those who plead for others.
var counsel = words("lawyer attorney solicitor barrister counsel advocate")

// minor are the classes of occupations that are no position without a body.
var minor = map[string]bool{"media": true, "academic": true, "sport": true}
