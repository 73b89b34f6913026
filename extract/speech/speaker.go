package speech

import (
	"sort"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// nameBefore returns the entity whose name ends right before verb v, its
// auxiliaries, adverbs and one comma aside; -1 for none.
func (f *finder) nameBefore(v int) int {
	toks := f.doc.Tokens
	j, comma := v-1, false
	for j >= 0 && v-j < 6 && toks[j].Sent == toks[v].Sent {
		t := &toks[j]
		if t.Head == v && (t.Dep == "aux" || t.Dep == "advmod" || t.Dep == "neg") || t.Text == "," && !comma {
			comma = comma || t.Text == ","
			j--
			continue
		}
		if d := f.dayEndingAt(j); d < j+1 { // "X, the envoy, on Thursday confirmed"
			j = d - 1
			continue
		}
		break
	}
	if j < 0 || toks[j].Sent != toks[v].Sent || f.in[j] > 0 {
		return -1
	}
	for _, m := range f.names.At(j) {
		mn := &f.names.Mentions[m]
		if mn.Tokens.End == j+1 && mn.Kind == news.NameMention && f.names.Entities[mn.Entity].Type == news.Person {
			return mn.Entity
		}
	}
	if !comma {
		return -1
	}
	// "X, a rapporteur for the body, cautioned": the name before the apposition.
	for i := j; i > 0 && j-i < 30 && toks[i].Sent == toks[v].Sent; i-- {
		if toks[i].Text != "," {
			continue
		}
		for _, m := range f.names.At(i - 1) {
			mn := &f.names.Mentions[m]
			if mn.Tokens.End == i && mn.Kind == news.NameMention && f.names.Entities[mn.Entity].Type == news.Person {
				return mn.Entity
			}
		}
	}
	return -1
}

// dayEndingAt returns the first token of the time expression that ends with
// token j, its preposition included, and j+1 where none does.
func (f *finder) dayEndingAt(j int) int {
	names := f.doc.Names
	k := sort.Search(len(names), func(k int) bool { return names[k].End > j })
	if k == len(names) || names[k].End != j+1 || names[k].Label != "DATE" && names[k].Label != "TIME" {
		return j + 1
	}
	start := names[k].Start
	if start > 0 && f.doc.Tokens[start-1].Tag == "IN" {
		start--
	}
	return start
}

// speak fills in who speaks.
func (f *finder) speak(a *Attribution, s source) {
	var ids []int
	if s.ok {
		a.Source = []analyze.Range{f.words(s.head)}
		ids = f.speakers(s.head, 0)
	}
	if len(ids) == 0 && s.ok {
		ids = f.together(s.head)
	}
	if len(ids) == 0 && s.ok && f.doc.Tokens[s.head].Lower == "it" && a.Head >= 0 {
		if e := f.bodyBefore(a.Head); e >= 0 {
			ids = []int{e}
		}
	}
	if len(ids) == 0 && s.ok && f.voice >= 0 && f.firstPerson(s.head) {
		ids = []int{f.voice}
	}
	if len(ids) == 0 && a.Head >= 0 && !s.pronoun && (!s.ok || s.head < a.Head) {
		if e := f.nameBefore(a.Head); e >= 0 {
			ids = []int{e}
			if !s.ok {
				a.Source = []analyze.Range{f.mentionBefore(a.Head, e)}
			}
		}
	}
	if len(ids) == 1 && s.ok && a.Head > s.head && f.entityOf(s.head) < 0 && f.names.Entities[ids[0]].Type != news.Person && f.in[s.head] == 0 {
		// "US Ambassador to Germany Richard Grenell said": not the United States.
		if e := f.nameBefore(a.Head); e >= 0 {
			ids[0] = e
		}
	}
	if len(ids) == 1 && s.pronoun {
		ids = f.lastUnnamed(s.head, ids)
	}
	if len(ids) == 0 {
		return
	}
	a.Speaker = ids[0]
	for _, e := range ids[1:] {
		if e != a.Speaker {
			a.Joint = append(a.Joint, e)
		}
	}
	a.Outlet = f.isOutlet(a.Speaker) && (a.Verb == "report" || a.Verb == "according" || a.Verb == "quote" || a.Verb == "cite" || a.Verb == "say" || a.Verb == "reveal" || a.Verb == "note" || a.Verb == "add")
}

// lastUnnamed returns who "he" or "she" at token i is when somebody without a
// name has spoken since the one whom ids name was last named: the body that
// one speaks for, or nobody.
func (f *finder) lastUnnamed(i int, ids []int) []int {
	if l := f.doc.Tokens[i].Lower; l != "he" && l != "she" {
		return ids
	}
	if len(f.found) == 0 {
		return ids
	}
	b := &f.found[len(f.found)-1]
	for k := len(f.found) - 2; k >= 0 && len(b.Source) == 1 && b.Source[0].End-b.Source[0].Start == 1 && f.doc.Tokens[b.Source[0].Start].Pos == "PRON" && k > len(f.found)-4; k-- {
		b = &f.found[k]
	}
	if len(b.Source) != 1 || b.Head < 0 || b.Source[0].Start > i || f.doc.Tokens[i].Sent-f.doc.Tokens[b.Head].Sent > 3 {
		return ids
	}
	for k := f.mentionsFrom(i) - 1; k >= 0 && f.names.Mentions[k].Tokens.Start >= b.Source[0].Start; k-- {
		if m := &f.names.Mentions[k]; m.Entity == ids[0] && m.Kind != news.PronounMention {
			return ids
		}
	}
	h := f.subject(b.Head)
	if h < 0 || !within(h, b.Source[0]) || !persons[f.doc.Tokens[h].Lemma] || f.doc.Tokens[h].Tag != "NN" {
		return ids
	}
	if b.Speaker >= 0 && f.names.Entities[b.Speaker].Type == news.Person {
		return ids
	}
	if b.Speaker >= 0 {
		return []int{b.Speaker}
	}
	return nil
}

// persons are nouns for one who may speak without a name.
var persons = set("official spokesman spokeswoman spokesperson source officer colonel lieutenant captain major sergeant general soldier commander witness resident doctor nurse teacher student protester demonstrator lawyer diplomat aide adviser advisor analyst expert " +
	"villager farmer survivor driver worker trader shopkeeper neighbour neighbor relative father mother brother sister son daughter uncle man woman boy girl fisherman policeman policewoman prosecutor judge lawmaker legislator senator deputy mayor governor activist organizer organiser volunteer businessman businesswoman executive manager owner passenger caller fighter militant rebel insider strategist pollster professor historian scientist economist priest imam bishop pastor")

// speakers returns the entities behind the noun h and those joined to it.
func (f *finder) speakers(h, depth int) []int {
	var out []int
	if e := f.speaker(h, depth); e >= 0 {
		out = append(out, e)
	}
	for _, k := range f.doc.Children(h) {
		if f.doc.Tokens[k].Dep == "conj" && depth < 8 {
			out = append(out, f.speakers(k, depth+1)...)
		}
	}
	return out
}

// speaker returns the entity that the noun h speaks as: its own, that of an
// apposition, the issuer of a document, the body behind an unnamed official.
func (f *finder) speaker(h, depth int) int {
	e := f.entityOf(h)
	if e >= 0 && f.doc.Tokens[h].Lemma == "bloc" && !f.named(e, h) {
		if d := f.definite(h); d >= 0 { // not the European Union where nobody speaks of it
			return d
		}
	}
	if f.speaks(e) && mouthpieces[f.doc.Tokens[h].Lemma] {
		f.keepSpoke(h, e)
	}
	if k := f.bodyBeside(h); k >= 0 {
		return k
	}
	if e >= 0 {
		if k := f.personBeside(h); k >= 0 && f.names.Entities[e].Type != news.Person {
			return k
		}
		return e
	}
	toks := f.doc.Tokens
	if k := f.personBeside(h); k >= 0 {
		return k
	}
	lemma := toks[h].Lemma
	if documents[lemma] && depth < 4 {
		if e := f.issuer(h, depth); e >= 0 {
			return e
		}
		return -1
	}
	if mouthpieces[toks[h].Lower] || mouthpieces[lemma] {
		if e := f.body(h); e >= 0 {
			f.keepSpoke(h, e)
			return e
		}
		if e := f.definite(h); e >= 0 {
			return e
		}
		return f.ownCountry(h)
	}
	// "members of the European Union", "the head of the army": nobody by name.
	if lemma == "member" || lemma == "group" || lemma == "coalition" {
		if e := f.body(h); e >= 0 {
			return e
		}
	}
	return f.definite(h)
}

// named reports whether entity e is named before token i.
func (f *finder) named(e, i int) bool {
	for k := f.mentionsFrom(i) - 1; k >= 0; k-- {
		if m := &f.names.Mentions[k]; m.Entity == e && m.Kind == news.NameMention {
			return true
		}
	}
	return false
}

// entityOf returns the entity of the mention that i heads, or of the one
// that covers i and whose head it is nearest to; -1 for none.
func (f *finder) entityOf(i int) int {
	best, score := -1, 0
	for _, m := range f.names.At(i) {
		mn := &f.names.Mentions[m]
		s := 0
		switch {
		case mn.Head == i:
			s = 4
		case mn.Kind == news.NameMention && mn.Tokens.End == i+1:
			s = 2
		}
		if s == 0 {
			continue
		}
		if mn.Kind == news.NameMention {
			s++
		}
		if f.names.Entities[mn.Entity].Type == news.Person {
			s++
		}
		if s > score {
			best, score = mn.Entity, s
		}
	}
	return best
}

// personBeside returns the person named in apposition to h, or as the last
// word of a title that h is part of; -1 for none.
func (f *finder) personBeside(h int) int {
	for _, k := range f.doc.Children(h) {
		if d := f.doc.Tokens[k].Dep; d == "appos" {
			if e := f.entityOf(k); e >= 0 && f.names.Entities[e].Type == news.Person {
				return e
			}
		}
	}
	return -1
}

// mentionsFrom returns the index of the first mention that starts at token i or behind it.
func (f *finder) mentionsFrom(i int) int {
	l := f.names.Mentions
	return sort.Search(len(l), func(k int) bool { return l[k].Tokens.Start >= i })
}

// anyEntity returns the entity of a mention that covers i, whatever its head.
func (f *finder) anyEntity(i int) int {
	if e := f.entityOf(i); e >= 0 {
		return e
	}
	if at := f.names.At(i); len(at) > 0 {
		return f.names.Mentions[at[len(at)-1]].Entity
	}
	return -1
}

// mentionBefore returns where entity e is named last before token v.
func (f *finder) mentionBefore(v, e int) analyze.Range {
	for i := f.mentionsFrom(v) - 1; i >= 0 && v-f.names.Mentions[i].Tokens.Start < reach; i-- {
		if m := &f.names.Mentions[i]; m.Entity == e && m.Tokens.End <= v {
			return m.Tokens
		}
	}
	return analyze.Range{Start: max(v-1, 0), End: v}
}
