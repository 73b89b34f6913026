package names

import "github.com/newsgraph/newsgraph/news"

// ownerOf returns the body of an office that the word at token i owns: the
// office's body of the person whom "his" means, the organisation or country
// that "its" and a common noun ("the bank's") stand for; -1 when not clear.
func (f *finder) ownerOf(i int) int {
	switch f.lowerAt(i) {
	case "his", "her":
		m := f.personAt(i)
		if m < 0 {
			return -1
		}
		if r := f.current(f.mentions[m].Entity); r != nil {
			return r.Of
		}
		return -1
	case "its", "their", "it":
		return f.actorBefore(i, nil)
	}
	if m, ok := f.nominalEnd(i); ok {
		return m
	}
	switch w := f.lowerAt(i); {
	case w == "country" || w == "nation" || w == "government" || w == "state" || w == "republic" || w == "kingdom":
		return f.standsOut(i)
	case classNouns[w] == organization || generics[w]:
		return f.actorBefore(i, func(e *entity) bool { return e.kind == organization })
	}
	return -1
}

// actorBefore returns the organisation or country named before token i that
// "its" there most likely means: the last subject of the sentence, else of
// the sentence before, else the only one named there.
func (f *finder) actorBefore(i int, fits func(*entity) bool) int {
	sent := f.doc.Tokens[i].Sent
	for s := sent; s >= 0 && s >= sent-2; s-- {
		subject, only, several := -1, -1, false
		for _, m := range f.mentions {
			t := f.doc.Tokens[m.Head]
			e := f.entities[m.Entity]
			if t.Sent != s || m.Tokens.Start >= i || m.Kind == news.PronounMention || e.kind != organization && e.kind != country || m.Use == Demonym || fits != nil && !fits(e) {
				continue
			}
			if t.Dep == "nsubj" || t.Dep == "nsubjpass" {
				subject = m.Entity
			}
			several = several || only >= 0 && only != m.Entity
			only = m.Entity
		}
		switch {
		case subject >= 0:
			return subject
		case only >= 0 && !several:
			return only
		case only >= 0:
			return -1
		}
	}
	return -1
}
