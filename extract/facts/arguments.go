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
			} else {
				out = append(out, argument{"obj", k})
			}
		case "attr", "oprd":
			if d.Child(k, "neg") >= 0 {
				out = append(out, argument{"not", k}) // "was found not guilty"
				break
			}
			out = append(out, argument{"oprd", k})
		case "ccomp", "xcomp":
			if f.hasTo(k) {
				out = append(out, argument{"to-do", k})
			}
			// "named him minister": a small clause may hide the object.
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
	if !f.passive(v) && f.doc.Child(v, "dobj") < 0 {
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

// passive reports whether verb v is in the passive: with an auxiliary, or as
// a participle that hangs on a noun or shares another's auxiliary.
func (f *finder) passive(v int) bool {
	d := f.doc
	t := &d.Tokens[v]
	if d.Child(v, "nsubjpass", "auxpass", "csubjpass") >= 0 {
		return true
	}
	if t.Dep == "pcomp" && d.Tokens[t.Head].Lower == "with" && (t.Tag == "VBD" || t.Tag == "VBN") && d.Child(v, "dobj", "aux") < 0 {
		return true // "with ten soldiers killed"
	}
	if t.Tag != "VBN" {
		return false
	}
	if d.Child(v, "agent") >= 0 {
		return true
	}
	if h := d.Tokens[t.Head].Lemma; (t.Dep == "ccomp" || t.Dep == "xcomp") && (h == "see" || h == "have" || h == "get" || h == "leave" || h == "find") && d.Child(v, "aux", "dobj") < 0 {
		return true // "saw thousands killed"
	}
	if d.Child(v, "nsubj", "aux") >= 0 {
		return false
	}
	switch t.Dep {
	case "acl", "amod":
		// With an object of its own it is a finite verb that the tree mistakes.
		return d.Child(v, "dobj") < 0
	case "advcl":
		return d.Child(v, "dobj") < 0
	case "conj":
		return t.Head != v && isVerb(&d.Tokens[t.Head]) && f.passive(t.Head)
	}
	return false
}

// subject returns who or what stands before verb v, as subj or, in the
// passive, as obj; for a verb without a subject of its own it is the one
// that grammar shares with it.
func (f *finder) subject(v int) argument { return f.subjectWithin(v, 0) }

func (f *finder) subjectWithin(v, depth int) argument {
	d := f.doc
	at := "subj"
	if f.passive(v) {
		at = "obj"
	}
	for _, k := range d.Children(v) {
		switch t := &d.Tokens[k]; t.Dep {
		case "nsubj", "nsubjpass", "csubj":
			if f.isRelative(k) && d.Tokens[v].Dep == "relcl" {
				return argument{at, f.antecedent(v, k)}
			}
			return argument{at, k}
		case "aux":
			// "the leaders had at a summit suspended trade".
			if s := d.Child(k, "nsubj", "nsubjpass"); s >= 0 && s < k {
				return argument{at, s}
			}
		case "expl":
			return noArgument
		case "mark":
			// "after Theresa May stepped down": the tree takes the subject for the object of "after".
			if o := d.Child(k, "pobj"); o > k && o < v && !f.hasTo(v) {
				return argument{at, o}
			}
		}
	}
	t := &d.Tokens[v]
	if t.Head == v {
		return argument{at, f.adjacent(v)}
	}
	if depth > 8 {
		return noArgument
	}
	g := &d.Tokens[t.Head]
	switch t.Dep {
	case "conj":
		if isVerb(g) {
			if s := f.torn(v); s >= 0 {
				return argument{at, s}
			}
			s := f.subjectWithin(f.sibling(v), depth+1)
			return argument{at, s.tok}
		}
		if isNoun(g) && g.Head == t.Head && (t.Tag == "VBD" || t.Tag == "VBZ") {
			return argument{at, t.Head} // a sentence whose first verb the tree has lost
		}
	case "xcomp", "ccomp", "advcl":
		if n := f.stem(v); n >= 0 {
			return argument{at, f.owner(n, depth+1)}
		}
		if !isVerb(g) {
			if g.Pos == "ADJ" && isVerb(&d.Tokens[g.Head]) {
				return argument{at, f.subjectWithin(g.Head, depth+1).tok}
			}
			break
		}
		if t.Dep == "ccomp" && !f.hasTo(v) && t.Tag != "VBG" {
			break
		}
		if s := f.trailing(v); t.Dep == "advcl" && s.tok >= 0 {
			return argument{at, s.tok}
		}
		if t.Dep != "advcl" && (f.lex.is("objcontrol", g.Lemma) || t.Dep == "xcomp" && f.hasTo(v) && !f.lex.is("subjcontrol", g.Lemma) && d.Child(t.Head, "dobj") >= 0) {
			if o := d.Child(t.Head, "dobj", "dative"); o >= 0 {
				return argument{at, o}
			}
			if s := f.subjectWithin(t.Head, depth+1); s.at == "obj" {
				return argument{at, s.tok}
			}
			for _, k := range d.Children(t.Head) {
				// "called on him to resign", "appealed to them to stop".
				if p := &d.Tokens[k]; p.Dep == "prep" && (p.Lower == "on" || p.Lower == "upon" || p.Lower == "to" || p.Lower == "for" || p.Lower == "with") && k < v {
					if o := d.Child(k, "pobj"); o >= 0 {
						return argument{at, o}
					}
				}
			}
			if f.hasTo(v) && g.Lemma != "want" && g.Lemma != "expect" && g.Lemma != "ask" {
				break
			}
		}
		return argument{at, f.subjectWithin(t.Head, depth+1).tok}
	case "relcl":
		if d.Child(v, "nsubj") < 0 {
			return argument{at, t.Head}
		}
	case "appos":
		if t.Tag == "VBG" {
			return argument{at, t.Head}
		}
	case "acl":
		if t.Tag == "VBN" || t.Tag == "VBG" {
			return argument{at, t.Head}
		}
		// "plans to leave": whose plans they are.
		return argument{at, f.owner(t.Head, depth+1)}
	case "pcomp":
		p := g
		h := &d.Tokens[p.Head]
		if p.Dep == "agent" {
			break // "interrupted by chanting crowds"
		}
		if isVerb(h) && p.Head != t.Head {
			if f.lex.is("objcontrol", h.Lemma) {
				if o := d.Child(p.Head, "dobj"); o >= 0 {
					return argument{at, o}
				}
				if s := f.subjectWithin(p.Head, depth+1); s.at == "obj" {
					return argument{at, s.tok}
				}
			}
			return argument{at, f.subjectWithin(p.Head, depth+1).tok}
		}
		if h.Pos == "ADJ" && isVerb(&d.Tokens[h.Head]) {
			return argument{at, f.subjectWithin(h.Head, depth+1).tok} // "they are close to signing"
		}
		if isNoun(h) {
			return argument{at, f.owner(p.Head, depth+1)}
		}
	}
	return noArgument
}

// adjacent returns the name that stands right before a finite verb for which
// the tree has no subject ("In Oslo, the envoy of the king Jane Doe met ..."),
// or -1.
func (f *finder) adjacent(v int) int {
	if t := &f.doc.Tokens[v]; v == 0 || t.Tag != "VBD" && t.Tag != "VBZ" || f.doc.Tokens[v-1].Sent != t.Sent {
		return -1
	}
	for _, k := range f.Names.At(v - 1) {
		if m := &f.Names.Mentions[k]; m.Kind == news.NameMention && m.Tokens.End == v {
			return m.Head
		}
	}
	return -1
}

// torn returns the subject that the tree has torn off a coordinated verb: in
// "left the city and the mayor was sworn in" it takes the mayor for a second
// city. -1 when nothing is amiss.
func (f *finder) torn(v int) int {
	d := f.doc
	first := v
	for _, k := range d.Children(v) {
		if t := &d.Tokens[k]; (t.Dep == "aux" || t.Dep == "auxpass") && k < first {
			first = k
		}
	}
	if tag := d.Tokens[first].Tag; tag != "VBD" && tag != "VBZ" && tag != "VBP" && tag != "MD" {
		return -1
	}
	n := first - 1
	if n <= d.Tokens[v].Head || !isNoun(&d.Tokens[n]) || d.Tokens[n].Dep != "conj" || isVerb(&d.Tokens[d.Tokens[n].Head]) {
		return -1
	}
	if d.Tokens[n].Head <= d.Tokens[v].Head && d.Tokens[n].Head != d.Tokens[v].Head-1 {
		return -1
	}
	return n
}

// owner returns whose noun n is: its possessor, or the subject of the verb
// that n is the object of; -1 when neither stands there.
func (f *finder) owner(n, depth int) int {
	d := f.doc
	if p := d.Child(n, "poss"); p >= 0 {
		return p
	}
	t := &d.Tokens[n]
	if t.Head != n && isVerb(&d.Tokens[t.Head]) && (t.Dep == "dobj" || t.Dep == "attr") {
		return f.subjectWithin(t.Head, depth+1).tok
	}
	if p := &d.Tokens[t.Head]; t.Dep == "pobj" && p.Dep == "prep" && isVerb(&d.Tokens[p.Head]) && p.Lower == "on" {
		return f.subjectWithin(p.Head, depth+1).tok
	}
	return -1
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
	out = append(out, argument{"mod", k})
	for _, m := range f.doc.Children(k) {
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
// government" and "rejected his appeal" she and he.
func (f *finder) owners(args []argument) []argument {
	var out []argument
	for _, a := range args {
		if a.at != "obj" {
			continue
		}
		if p := f.doc.Child(a.tok, "poss"); p >= 0 {
			out = append(out, argument{"owner", p})
		}
	}
	return out
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
