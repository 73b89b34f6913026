package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// nominals finds titles that stand alone for the one person of the article
// who has them: "the president", "the Russian President".
func (f *finder) nominals() {
	taken := make([]bool, len(f.doc.Tokens))
	for _, r := range f.found {
		for i := r.Title.Start; i < r.Title.End; i++ {
			taken[i] = true
		}
	}
	for i := range f.doc.Tokens {
		if taken[i] || f.over[i] >= 0 || !f.roleWord(i) || f.plural(i) || f.roleClass(i) == "other" {
			continue
		}
		if n := i + 1; n < len(f.over) && f.over[n] >= 0 && f.spans[f.over[n]].kind == person {
			continue
		}
		if t := f.doc.Tokens[i]; t.Head != i && f.doc.Tokens[t.Head].Sent == t.Sent && t.Dep == "compound" || t.Dep == "attr" || t.Dep == "appos" || t.Dep == "oprd" {
			continue
		}
		o := f.leftOf(i)
		f.rightOf(&o, f.sentEnd(f.doc.Tokens[i].Sent))
		if o.former || !f.definite(o) {
			continue
		}
		if who := f.holder(o); who >= 0 {
			start := o.Start
			if k := f.over[max(start-1, 0)]; start > 0 && k >= 0 && !o.bare && f.spans[k].entity == o.of && f.lowerAt(start-1) != "'s" {
				start = f.spans[k].Start
			}
			f.mention(analyze.Range{Start: start, End: i + 1}, who, news.NominalMention, Plain)
		} else {
			f.apart(o)
		}
	}
}

// definite reports whether the title speaks of one certain person: "the
// president", "Russia's president", "Prime Minister" in capitals.
func (f *finder) definite(o office) bool {
	j := o.Start - 1
	for j >= 0 && (f.over[j] >= 0 || modifiers[f.lowerAt(j)] && f.lowerAt(j) != "the" && f.lowerAt(j) != "a" && f.lowerAt(j) != "an" || f.lowerAt(j) == "'s" || f.lowerAt(j) == "’s") {
		j--
	}
	w := f.lowerAt(j)
	if w == "the" || w == "The" {
		return true
	}
	if w == "a" || w == "an" || w == "any" || w == "every" || w == "no" || w == "another" {
		return false
	}
	return !o.bare && f.capital(o.role) || f.lowerAt(o.Start-1) == "'s" || f.lowerAt(o.Start-1) == "’s" || f.capital(o.role) && f.capital(o.Start)
}

// holder returns the one person of the article who has the title, of the
// body where one is named; else whom the tables have in the office then, if
// the article names them; else -1.
func (f *finder) holder(o office) int {
	ks := f.keys(analyze.Range{Start: o.Start, End: o.role + 1})
	if len(ks) == 1 && ks[0] == "leader" && o.of >= 0 && f.entities[o.of].country != nil {
		return f.leaderOf(o.of)
	}
	who := -1
	for _, r := range f.found {
		if r.Former || !o.bare && r.Of != o.of || !subset(ks, f.keys(r.Title)) || f.entities[r.Person].kind != person {
			continue
		}
		if len(ks) == 1 && ks[0] == "minister" {
			continue
		}
		if who >= 0 && who != r.Person {
			return -1
		}
		who = r.Person
	}
	if who >= 0 || o.of < 0 || f.entities[o.of].country == nil {
		return who
	}
	for _, p := range f.tables.InOffice(f.text(o.Range), f.entities[o.of].country.Code, f.on) {
		for i, e := range f.entities {
			if e.kind == person && f.linkPerson(e) == p {
				if who >= 0 && who != i {
					return -1
				}
				who = i
			}
		}
	}
	return who
}

// leaderOf returns the one person of the article who is head of state or
// government of the country, by the article's offices or the tables'; -1 when
// there is none or several.
func (f *finder) leaderOf(of int) int {
	who := -1
	take := func(i int) bool {
		if who >= 0 && who != i {
			return false
		}
		who = i
		return true
	}
	for _, r := range f.found {
		c := f.class(office{Range: r.Title, role: r.Title.End - 1})
		if r.Of == of && !r.Former && (c == "head_of_state" || c == "head_of_government") && !take(r.Person) {
			return -1
		}
	}
	if who >= 0 {
		return who
	}
	code := f.entities[of].country.Code
	for i, e := range f.entities[:min(len(f.entities), most)] {
		if e.kind != person {
			continue
		}
		p := f.linkPerson(e)
		if p == nil {
			continue
		}
		for _, o := range p.Offices {
			t := f.tables.Title(o.Title)
			if o.Body == code && t != nil && (t.Class == "head_of_state" || t.Class == "head_of_government") && o.Holds(f.on, 30) && !take(i) {
				return -1
			}
		}
	}
	return who
}

// reach is how many sentences back a pronoun looks for its person.
const reach = 2

// pronouns gives he and she to the person who fits: of that gender or of
// none known, last in subject position in this sentence before it or in the
// sentences before, without a rival.
func (f *finder) pronouns() {
	type seen struct {
		entity, token, weight int
	}
	quoted := f.quoted()
	bySent := make([][]seen, len(f.doc.Sents))
	for _, m := range f.mentions {
		if f.entities[m.Entity].kind != person || m.Use != Plain {
			continue
		}
		t := f.doc.Tokens[m.Head]
		bySent[t.Sent] = append(bySent[t.Sent], seen{m.Entity, m.Head, f.prominence(m.Head)})
	}
	for i, t := range f.doc.Tokens {
		g := ""
		switch t.Lower {
		case "he", "him", "his", "himself":
			g = "m"
		case "she", "her", "hers", "herself":
			g = "f"
		default:
			continue
		}
		not := -1
		if t.Lower == "him" || t.Lower == "her" && t.Tag == "PRP" {
			not = f.subjectOf(i)
		}
		who, best := -1, 0
		for d := 0; d <= reach && t.Sent-d >= 0 && best < 4; d++ {
			for _, s := range bySent[t.Sent-d] {
				if s.token >= i || f.entities[s.entity].gender != "" && f.entities[s.entity].gender != g {
					continue
				}
				score := 4*(reach+1-d) + s.weight
				if d > 0 && s.weight == 2 && f.ofRoot(s.token) {
					score++ // who the sentence before is about
				}
				if f.entities[s.entity].gender == g {
					score++
				}
				if s.entity == not || quoted[i] && !quoted[s.token] && s.weight >= 2 && d == 0 && f.says(f.doc.Tokens[s.token].Head) {
					continue
				}
				if score >= best {
					who, best = s.entity, score
				}
			}
		}
		if who < 0 {
			continue
		}
		if f.entities[who].gender == "" {
			f.entities[who].gender = g
		}
		f.mention(analyze.Range{Start: i, End: i + 1}, who, news.PronounMention, Plain)
		bySent[t.Sent] = append(bySent[t.Sent], seen{who, i, f.prominence(i)})
	}
}

// prominence says how likely the person at token i is to be spoken of next: a
// subject most, one beside another's name or in a relative clause least.
func (f *finder) prominence(i int) int {
	t := f.doc.Tokens[i]
	switch t.Dep {
	case "nsubj", "nsubjpass":
		if d := f.doc.Tokens[t.Head].Dep; d == "relcl" || d == "acl" {
			return 0
		}
		return 2
	case "appos":
		if h := f.doc.Tokens[t.Head]; f.over[t.Head] >= 0 || f.doc.Child(t.Head, "poss") >= 0 || h.Pos == "PRON" {
			return -1 // "his brother, Joe,"
		}
	}
	return 0
}

// ofRoot reports whether token i is the subject of its sentence's main verb.
func (f *finder) ofRoot(i int) bool {
	return f.doc.Tokens[f.doc.Tokens[i].Head].Dep == "ROOT"
}

// subjectOf returns the person who is the subject of the clause that token i
// is an object in, and whom it therefore can't mean; -1 when none is.
func (f *finder) subjectOf(i int) int {
	v := f.doc.Tokens[i].Head
	for n := 0; n < 5 && f.doc.Tokens[v].Pos != "VERB" && f.doc.Tokens[v].Head != v; n++ {
		v = f.doc.Tokens[v].Head
	}
	s := f.subject(v)
	if s < 0 {
		return -1
	}
	s = f.antecedent(s)
	if m := f.personAt(s); m >= 0 {
		return f.mentions[m].Entity
	}
	return -1
}

// says reports whether the word at i is a verb of speech or decision.
func (f *finder) says(i int) bool { return sayings[strings.ToLower(f.doc.Tokens[i].Lemma)] }

// quoted tells for each token whether it stands in quotation marks; a
// paragraph's end closes them.
func (f *finder) quoted() []bool {
	out := make([]bool, len(f.doc.Tokens))
	in := false
	for i, t := range f.doc.Tokens {
		switch {
		case t.Text == "“":
			in = true
		case t.Text == "”":
			in = false
		case t.Text == "\"" || t.Text == "``" || t.Text == "''":
			in = !in
		case t.Pos == "SPACE" && strings.Contains(t.Text, "\n"):
			in = false
		}
		out[i] = in
	}
	return out
}
