package facts

import "github.com/newsgraph/newsgraph/news"

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
	if h := d.Tokens[t.Head].Lemma; (t.Dep == "ccomp" || t.Dep == "xcomp") && (h == "see" || h == "have" || h == "get" || h == "leave" || h == "find" || f.lex.is("feared", h)) && d.Child(v, "aux", "dobj") < 0 {
		return true // "saw thousands killed", "were reported killed"
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
			if f.situates(v, k) {
				if h := d.Tokens[v].Head; !isVerb(&d.Tokens[h]) {
					return argument{at, h}
				}
				return argument{at, f.subjectWithin(d.Tokens[v].Head, depth+1).tok}
			}
			if o := f.nearer(v, k); o >= 0 {
				return argument{at, o}
			}
			return argument{at, f.beyond(k)}
		case "aux", "auxpass":
			// "the leaders had at a summit suspended trade", "she was re-elected".
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
		if t.Dep == "advcl" && t.Tag == "VBG" && f.lex.is("harm", t.Lemma) && f.passive(t.Head) {
			// "was torpedoed by the navy, killing ten": the navy did it.
			if a := d.Child(t.Head, "agent"); a >= 0 {
				return argument{at, d.Child(a, "pobj")}
			}
			return noArgument
		}
		return argument{at, f.subjectWithin(t.Head, depth+1).tok}
	case "relcl":
		if f.hasTo(v) && f.ordinal(t.Head) && d.Tokens[t.Head].Dep == "attr" && !f.passive(v) {
			// "became the first envoy of the league to visit the island"
			return argument{at, f.owner(t.Head, depth+1)}
		}
		if d.Child(v, "nsubj") < 0 {
			return argument{at, t.Head}
		}
	case "appos":
		if t.Tag == "VBG" {
			return argument{at, t.Head}
		}
	case "acl":
		if h := f.onScene(v); h >= 0 {
			return argument{at, f.subjectWithin(h, depth+1).tok}
		}
		if t.Tag == "VBN" || t.Tag == "VBG" {
			return argument{at, t.Head}
		}
		if t.Tag == "VBD" && d.Child(v, "dobj") < 0 {
			return argument{"obj", t.Head} // "four gunmen sent to attack them": a participle that the tagger mistakes
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
			if f.lex.is("objcontrol", h.Lemma) && p.Lower != "after" && p.Lower != "before" && p.Lower != "since" && p.Lower != "while" {
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
			if f.lex.is("opposing", h.Lemma) {
				break // who opposes opening talks is no side of them
			}
			if f.lex.is("suspicion", h.Lemma) {
				return argument{at, f.suspect(p.Head, depth+1)}
			}
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

// beyond returns the subject that the tree takes for an apposition of the
// country before it: "In Lyon, France, the mayor resigned".
func (f *finder) beyond(k int) int {
	d := f.doc
	a := d.Child(k, "appos")
	m, ok := f.mention(k)
	if a < k || !ok || m.Kind != news.NameMention || m.Tokens.Start < 2 || f.Names.Entities[m.Entity].Type != news.Country || d.Tokens[m.Tokens.Start-1].Text != "," {
		return k
	}
	for _, i := range f.Names.At(m.Tokens.Start - 2) {
		if o := &f.Names.Mentions[i]; o.Kind == news.NameMention && f.Names.Entities[o.Entity].Type == news.Place && d.Tokens[o.Head].Dep == "pobj" {
			return a
		}
	}
	return k
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
	if t.Dep == "dobj" && f.lex.is("thwarting", d.Tokens[t.Head].Lemma) {
		return -1 // who foils "a plot to kill the king" did not plot it
	}
	if t.Head != n && isVerb(&d.Tokens[t.Head]) && (t.Dep == "dobj" || t.Dep == "attr") {
		return f.subjectWithin(t.Head, depth+1).tok
	}
	if p := &d.Tokens[t.Head]; t.Dep == "pobj" && p.Dep == "prep" && isVerb(&d.Tokens[p.Head]) && p.Lower == "on" {
		return f.subjectWithin(p.Head, depth+1).tok
	}
	return -1
}
