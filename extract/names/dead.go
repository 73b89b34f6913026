package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// deadly are the verbs whose object dies, dying those whose subject does.
var (
	deadly = words("kill assassinate murder execute slay behead poison")
	dying  = words("die perish succumb")
	deaths = words("death assassination killing murder funeral burial")
)

// findDead notes the people of whose death the article tells: what they were
// when they died is no former office.
func (f *finder) findDead() {
	f.dead = map[int]bool{}
	for _, m := range f.mentions {
		if f.entities[m.Entity].kind != person || m.Kind != news.NameMention {
			continue
		}
		t := f.doc.Tokens[m.Head]
		head := f.doc.Tokens[t.Head]
		lemma := strings.ToLower(head.Lemma)
		switch t.Dep {
		case "nsubjpass", "dobj":
			if deadly[lemma] && !f.hypothetical(t.Head) && !f.negated(t.Head) {
				f.dead[m.Entity] = true
			}
		case "nsubj":
			if dying[lemma] && !f.hypothetical(t.Head) && !f.negated(t.Head) {
				f.dead[m.Entity] = true
			}
		case "poss":
			if deaths[lemma] {
				f.dead[m.Entity] = true
			}
		case "pobj":
			if above := f.doc.Tokens[head.Head]; head.Lower == "of" && deaths[strings.ToLower(above.Lemma)] {
				f.dead[m.Entity] = true
			}
		}
	}
}
