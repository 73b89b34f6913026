package facts

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// argument is a word in a grammatical place of a verb or noun.
type argument struct {
	at  string
	tok int
}

// noArgument stands for a place that the text leaves empty.
var noArgument = argument{tok: -1}

// arguments returns what stands in the places of verb v: subj, obj, oprd, its
// contrary not, and prepositions. Who acts is subj and who suffers obj, in the passive too.
func (f *finder) arguments(v int) []argument {
	d := f.doc
	var out []argument
	passive := f.passive(v)
	subject := f.subject(v)
	if subject.tok >= 0 {
		out = append(out, subject)
	}
	for _, k := range d.Children(v) {
		t := &d.Tokens[k]
		switch t.Dep {
		case "dobj":
			if k > v+1 && len(out) > 0 && f.colon(v, k) {
				continue // a list after a colon is about something named before
			}
			if p := d.Child(k, "prep"); p >= 0 && d.Tokens[p].Lower == "from" {
				if g := d.Child(p, "pcomp"); g >= 0 && isVerb(&d.Tokens[g]) {
					out = append(out, argument{"from-ing", g}) // "banned companies from selling"
				}
			}
			if subject.at == "obj" && passive {
				out = append(out, argument{"oprd", k})
			} else if o := f.nominee(v, k, passive); o >= 0 {
				out = append(out, argument{"obj", o}, argument{"oprd", k})
			} else {
				out = append(out, argument{"obj", k})
				if p := d.Subtree(k).Start - 1; f.stranded(v, p) {
					out = append(out, argument{d.Tokens[p].Lower, k}) // "after calling on the king"
				}
			}
		case "attr", "oprd":
			if d.Child(k, "neg") >= 0 {
				out = append(out, argument{"not", k}) // "was found not guilty"
				break
			}
			if o := f.nominee(v, k, passive); o >= 0 {
				out = append(out, argument{"obj", o})
				if o == k {
					break
				}
			}
			out = append(out, argument{"oprd", k})
		case "ccomp", "xcomp":
			if o, be := f.apparent(k); o >= 0 && !passive {
				// "fired what appeared to be a missile into the sea"
				out = append(out, argument{"obj", o})
				for _, p := range d.Children(be) {
					if q := &d.Tokens[p]; q.Dep == "prep" {
						out = f.prepositions(out, p, q.Lower)
					}
				}
			}
			if f.hasTo(k) {
				out = append(out, argument{"to-do", k})
			}
			// "named him minister": a small clause may hide the object.
			if isNoun(&d.Tokens[k]) && !f.hasTo(k) && d.Child(k, "nsubj") < 0 {
				out = append(out, argument{"oprd", k})
			}
			if s := d.Child(k, "nsubj"); s >= 0 && isNoun(&d.Tokens[k]) {
				out = append(out, argument{"obj", s}, argument{"oprd", k})
			}
		case "dative":
			if t.Pos == "ADP" {
				out = f.prepositions(out, k, t.Lower)
			} else {
				out = append(out, argument{"to", k})
			}
		case "advmod":
			if t.Lower == "back" || t.Lower == "home" || t.Lower == "away" {
				// "flew back to the capital"
				for _, p := range d.Children(k) {
					if q := &d.Tokens[p]; q.Dep == "prep" {
						out = f.prepositions(out, p, q.Lower)
					}
				}
			}
		case "agent":
			out = append(out, f.prepositions(nil, k, "subj")...)
		case "prep":
			out = f.prepositions(out, k, t.Lower)
			if g := d.Child(k, "pcomp"); g >= 0 && isVerb(&d.Tokens[g]) {
				out = append(out, argument{t.Lower + "-ing", g})
			}
		}
	}
	if d.Tokens[v].Dep == "relcl" {
		out = f.relative(out, v)
	}
	return out
}

// stranded reports whether token p is a preposition of verb v that the tree leaves
// without what stands after it.
func (f *finder) stranded(v, p int) bool {
	if p <= v {
		return false
	}
	t := &f.doc.Tokens[p]
	return t.Head == v && (t.Dep == "prep" || t.Dep == "prt" && t.Lower == "on") && len(f.doc.Children(p)) == 0
}

// nominee returns the person whom verb v names where the tree takes the name
// for the office ("named Smith as minister") or for part of it ("appointed
// Smith prime minister", "elected Smith speaker"); -1 when it doesn't.
func (f *finder) nominee(v, k int, passive bool) int {
	d := f.doc
	t := &d.Tokens[k]
	whole := t.Dep == "dobj"
	if passive || whole && (!f.lex.is("naming", d.Tokens[v].Lemma) || !f.lex.is("office", t.Lemma)) || !whole && (t.Dep != "oprd" || d.Child(v, "dobj") >= 0) {
		return -1
	}
	if m, ok := f.mention(k); ok && !whole && m.Kind == news.NameMention && f.Names.Entities[m.Entity].Type == news.Person {
		return k
	}
	out := -1
	for i := v + 1; i < k; i++ {
		for _, j := range f.Names.At(i) {
			m := &f.Names.Mentions[j]
			if m.Tokens.Start != i || m.Tokens.End > k || m.Kind != news.NameMention || f.Names.Entities[m.Entity].Type != news.Person {
				continue
			}
			if n := &d.Tokens[m.Tokens.End]; n.Tag != "POS" && n.Text != "," && !f.lex.is("kin", n.Lemma) && !f.lex.is("people", n.Lemma) {
				out = m.Head
			}
		}
	}
	return out
}

// prepositions adds what stands after a preposition, and after a further one
// that hangs on it ("out of", "together with").
func (f *finder) prepositions(out []argument, prep int, at string) []argument {
	for _, k := range f.doc.Children(prep) {
		t := &f.doc.Tokens[k]
		switch t.Dep {
		case "pcomp":
			// "talks with visiting envoys", "a meeting with the envoy citing
			// illness": who is met hangs on a participle.
			if at == "with" && t.Tag == "VBG" && !f.comma(prep) {
				if o := f.doc.Child(k, "nsubj"); o >= 0 {
					out = append(out, argument{at, o})
				} else if o := f.doc.Child(k, "dobj"); o >= 0 && t.Lemma == "visit" {
					out = append(out, argument{at, o})
				}
			}
		case "pobj":
			if at == "with" && f.comma(prep) && (f.doc.Child(k, "acl") > k || f.hasPrep(k, "as")) {
				continue // ", with the envoy accusing them", ", with the king as mediator": a clause of its own
			}
			out = append(out, argument{at, k})
			// "talks in Vienna between them": the second preposition may hang on the place.
			if at == "in" || at == "at" || at == "on" {
				for _, p := range f.doc.Children(k) {
					if q := &f.doc.Tokens[p]; q.Dep == "prep" && (q.Lower == "between" || q.Lower == "with" || q.Lower == "against") {
						out = f.prepositions(out, p, q.Lower)
					}
				}
			}
		case "prep":
			out = f.prepositions(out, k, t.Lower)
		}
	}
	return out
}

// relative adds the noun that a relative clause hangs on, in the place of
// its relative pronoun, where that is not the subject.
func (f *finder) relative(out []argument, v int) []argument {
	head := f.doc.Tokens[v].Head
	for i, a := range out {
		if f.isRelative(a.tok) && a.tok != head {
			out[i].tok = f.antecedent(v, a.tok)
			return out
		}
		if a.tok == head {
			return out
		}
	}
	if !f.passive(v) && f.doc.Child(v, "dobj") < 0 && !f.with(v, "where") && !f.with(v, "when") {
		out = append(out, argument{"obj", head})
	}
	return out
}

func (f *finder) isRelative(tok int) bool {
	switch f.doc.Tokens[tok].Tag {
	case "WDT", "WP", "WP$":
		return true
	}
	return f.doc.Tokens[tok].Lower == "that" && f.doc.Tokens[tok].Pos == "PRON"
}

// nounArguments returns what stands in the places of noun n: poss, mod and
// prepositions.
func (f *finder) nounArguments(n int) []argument {
	d := f.doc
	var out []argument
	for _, k := range d.Children(n) {
		t := &d.Tokens[k]
		switch t.Dep {
		case "poss":
			out = append(out, argument{"poss", k})
		case "compound", "amod", "nmod":
			out = f.modifiers(out, k)
		case "prep", "agent":
			out = f.prepositions(out, k, t.Lower)
		case "acl", "relcl":
			// "the attack carried out by rebels".
			if a := d.Child(k, "agent"); a >= 0 {
				out = f.prepositions(out, a, "by")
			}
			// "sanctions imposed on the bank", "talks held in Vienna".
			if t.Dep == "acl" && t.Tag == "VBN" && len(f.lex.supports[t.Lemma]) > 0 {
				for _, p := range d.Children(k) {
					if d.Tokens[p].Dep == "prep" {
						out = f.prepositions(out, p, d.Tokens[p].Lower)
					}
				}
			}
			// "an operation to retake the city" is directed at it.
			if o := d.Child(k, "dobj"); o >= 0 && f.hasTo(k) && f.lex.is("seizing", t.Lemma) {
				out = append(out, argument{"aim", o})
			}
		}
	}
	return out
}

// purpose adds what the infinitive after noun n is directed at where the tree
// hangs it on n's verb ("began their advance to isolate the city").
func (f *finder) purpose(n int) []argument {
	d := f.doc
	t := &d.Tokens[n]
	g := t.Head
	switch {
	case t.Dep == "dobj" && isVerb(&d.Tokens[g]):
	case t.Dep == "pobj" && d.Tokens[g].Lower == "of":
		g = d.Tokens[g].Head // "the start of operations to retake the city"
	default:
		return nil
	}
	for _, k := range d.Children(g) {
		if dep := d.Tokens[k].Dep; k > n && k < n+4 && (dep == "xcomp" || dep == "advcl" || dep == "acl") && f.hasTo(k) && f.lex.is("seizing", d.Tokens[k].Lemma) {
			if o := d.Child(k, "dobj"); o >= 0 {
				return []argument{{"aim", o}}
			}
		}
	}
	return nil
}

// modifiers adds a word before a noun and the words before that.
func (f *finder) modifiers(out []argument, k int) []argument {
	if f.sidesFor(k) {
		return out
	}
	out = append(out, argument{"mod", k})
	for _, m := range f.doc.Children(k) {
		if f.lex.is("making", f.doc.Tokens[k].Lemma) {
			break // "British-made missiles" are not fired by the British
		}
		switch f.doc.Tokens[m].Dep {
		case "compound", "amod", "nmod", "conj", "npadvmod":
			out = f.modifiers(out, m)
		}
	}
	return out
}

// hasPrep reports whether a preposition hangs on a word.
func (f *finder) hasPrep(tok int, prep string) bool {
	return slices.ContainsFunc(f.doc.Children(tok), func(k int) bool {
		return f.doc.Tokens[k].Dep == "prep" && f.doc.Tokens[k].Lower == prep
	})
}

// comma reports whether a comma stands before a token.
func (f *finder) comma(tok int) bool { return tok > 0 && f.doc.Tokens[tok-1].Text == "," }

// owners adds whose the objects among the arguments are: in "toppled her
// government" and "rejected his appeal" she and he, and whose case a court
// decides: "upheld the conviction of the banker".
func (f *finder) owners(args []argument) []argument {
	var out []argument
	for _, a := range args {
		if a.at != "obj" {
			continue
		}
		if p := f.doc.Child(a.tok, "poss"); p >= 0 {
			out = append(out, argument{"owner", p})
			continue
		}
		if l := f.doc.Tokens[a.tok].Lemma; !f.lex.is("case", l) && !f.lex.is("verdict", l) {
			continue
		}
		for _, b := range f.hanging(a.tok) {
			if b.at == "of" || b.at == "by" || b.at == "against" {
				out = append(out, argument{"owner", b.tok})
			}
		}
	}
	return out
}

// apparent returns what "what appeared to be a missile" and "what was believed
// to be a missile" speak of, where v is the verb after "what", and the verb
// that it stands with; -1 when v is no such verb.
func (f *finder) apparent(v int) (int, int) {
	d := f.doc
	w := d.Child(v, "nsubj", "nsubjpass", "dobj", "attr")
	if w < 0 || d.Tokens[w].Lower != "what" || !f.lex.is("seeming", d.Tokens[v].Lemma) {
		return -1, -1
	}
	for cur, steps := v, 0; steps < 4; steps++ {
		for _, k := range d.Children(cur) {
			if t := &d.Tokens[k]; (t.Dep == "attr" || t.Dep == "oprd") && k > cur && isNoun(t) {
				return k, cur
			}
		}
		if cur = d.Child(cur, "xcomp", "ccomp"); cur < 0 {
			break
		}
	}
	return -1, -1
}

// colon reports whether a colon stands between two tokens.
func (f *finder) colon(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if f.doc.Tokens[i].Text == ":" {
			return true
		}
	}
	return false
}

// hanging returns the prepositional places of noun n.
func (f *finder) hanging(n int) []argument {
	return slices.DeleteFunc(f.nounArguments(n), func(a argument) bool { return a.at == "mod" || a.at == "poss" })
}
