package names

import (
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

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
			if verb = f.doc.Tokens[as].Head; verb != as && f.doc.Tokens[verb].Pos != "VERB" && (f.doc.Tokens[verb].Dep == "dobj" || f.doc.Tokens[verb].Dep == "pobj" && f.over[verb] >= 0) {
				verb = f.doc.Tokens[verb].Head // "appointed X as secretary", where the parse joins "as" to X
			}
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
	case "elect", "appoint", "name", "nominate", "declare", "proclaim", "choose", "install", "confirm", "swear", "inaugurate", "reappoint", "reelect", "re-elect",
		"promote", "anoint", "designate", "hire", "reinstate", "crown", "instal", "pick", "unveil", "sack", "fire", "dismiss", "oust", "remove":
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
		case "resign", "retire", "step", "begin", "start", "continue", "return", "succeed", "replace", "follow", "take", "enter", "win",
			"quit", "stand", "leave", "depart", "join", "stay", "rejoin", "teach", "assume", "operate", "sit", "preside", "employ", "spend", "come", "go", "double", "double-hat":
			who = f.subject(verb)
		default:
			// "X, as president of the council, persuaded Y".
			if as := t.Head; f.lowerAt(as-1) != "," && !f.opens(as) {
				return nil
			}
			who = f.subject(verb)
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
	case lemma == "serve" && f.doc.Tokens[verb].Tag == "VBD", left[lemma] && !(lemma == "step" && f.doc.Child(verb, "prt") >= 0 && f.lowerAt(f.doc.Child(verb, "prt")) == "in"),
		lemma == "be" && f.doc.Tokens[verb].Tag == "VBD" && f.doc.Tokens[i].Dep == "attr" && !f.dead[f.mentions[m].Entity], f.endedBefore(o.End):
		o.former = true
	}
	if d := f.doc.Child(verb, "dobj"); o.bare && (lemma == "join" || lemma == "rejoin" || lemma == "leave" || lemma == "quit") && d >= 0 && f.named[d] >= 0 {
		// "joined Acme as head of trading".
		if e := f.mentions[f.named[d]].Entity; f.entities[e].kind == organization {
			o.of, o.bare = e, false
		}
	}
	var out []statement
	end := max(o.End, f.bodyStop(o))
	if k, ok := f.worth(o); ok {
		o = k
		out = append(out, statement{o, m})
	}
	if lemma == "succeed" || lemma == "replace" || lemma == "follow" {
		// "succeeds Y as president": Y was president.
		if d := f.doc.Child(verb, "dobj"); d >= 0 && len(out) > 0 {
			if y := f.personAt(d); y >= 0 && f.mentions[y].Kind == news.NameMention && f.mentions[y].Entity != f.mentions[m].Entity {
				p := out[0].o
				p.former = true
				out = append(out, statement{p, y})
			}
		}
	}
	// "is the founder and chairman of Acme", "was a lawyer and later mayor of X".
	j := end
	if f.lowerAt(j) == "," {
		j++
	}
	if f.lowerAt(j) != "and" {
		return out
	}
	for _, p := range f.series(j+1, t.Sent) {
		p.former = p.former || o.former
		if len(out) == 1 && out[0].o.bare && out[0].o.owner < 0 && !p.bare && !p.native && f.doc.Tokens[j+1].Tag != "DT" && end == j {
			out[0].o.of, out[0].o.bare = p.of, false
		}
		out = append(out, statement{p, m})
	}
	return out
}

// left are verbs of those who give up an office "as" whose holder they did so.
var left = words("resign retire step quit leave depart sack fire dismiss oust remove")

var ordinal = words(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth only last latest youngest oldest`)

// record reports whether the title is no office but somebody's place in a
// row: "the first president to be impeached".
func (f *finder) record(o office) bool {
	if !ordinal[f.lowerAt(o.Start)] {
		return false
	}
	switch f.lowerAt(max(o.End, f.bodyStop(o))) {
	case "to", "in", "since", "who", "ever", "from":
		return true
	}
	switch f.lowerAt(o.role + 1) {
	case "to", "in", "since", "who", "ever", "from":
		return true
	}
	return false
}

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
	if !ok || o.bare && o.owner < 0 && f.lowerAt(o.Start-1) != "the" {
		return nil
	}
	return []statement{{o, m}}
}

// subject returns the subject of a verb, its own or that of the verb it is
// conjoined with or depends on; -1 when none.
func (f *finder) subject(verb int) int {
	for range 4 {
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
		for range 4 {
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
	if i < 0 {
		return -1
	}
	if m := f.named[i]; m >= 0 && f.entities[f.mentions[m].Entity].kind == person {
		return m
	}
	if m, ok := f.saidOf[i]; ok {
		return m
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
		for _, y := range strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '–' || r == '—' }) {
			if len(y) != 4 || y[:2] != "19" && y[:2] != "20" {
				continue
			}
			if year, err := strconv.Atoi(y); err == nil {
				last = year
				n++
			}
		}
	}
	return last > 0 && (n > 1 || until) && (f.on.IsZero() || last < f.on.Year)
}
