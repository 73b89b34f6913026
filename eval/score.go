package eval

import (
	"slices"
	"strings"
)

// Counts are the figures of one type of fact.
type Counts struct {
	// Gold, Found and Hit count facts, Strict the hits that agree in all that counts.
	Gold, Found, Hit, Strict int
	// SlotGold, SlotFound and SlotHit count the values of core slots of the hits.
	SlotGold, SlotFound, SlotHit int
	Status, Date, Place, Extra   Share
}

// Share is how many of N agree.
type Share struct{ OK, N int }

func (s *Share) add(ok bool) {
	s.N++
	if ok {
		s.OK++
	}
}

// F1 is the harmonic mean of precision and recall.
func (c *Counts) F1() float64 { return f1(c.Hit, c.Gold, c.Found) }

// StrictF1 is F1 when only hits count that agree in all.
func (c *Counts) StrictF1() float64 { return f1(c.Strict, c.Gold, c.Found) }

func f1(hit, a, b int) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * float64(hit) / float64(a+b)
}

// Problem is a fact that is wrong, extra or missed.
type Problem struct {
	// Kind is "wrong happened", "extra" or "missed".
	Kind, Doc string
	Fact      Fact
	// Names maps the ids in the fact to names.
	Names map[string]string
	// Sentence is the beginning of its evidence.
	Sentence string
}

// Difference is a hit that does not agree in all that counts.
type Difference struct {
	Doc         string
	Gold, Found Fact
	// Slots are what differs: slots, status, date, measure, title or content.
	Slots []string
	// Names maps the ids in the found fact to names.
	Names map[string]string
}

// Report is what Score measured.
type Report struct {
	Types map[string]*Counts
	// WrongHappened counts found facts that are told as real and are not, among Facts.
	WrongHappened, Facts int
	// ToldAsReal counts the found facts of a status that says that it is or was so.
	ToldAsReal int
	// Problems are those of the articles that are not held back.
	Problems    []Problem
	Differences []Difference
	// Outcomes are the found facts that count, right or not.
	Outcomes []Outcome
}

// Micro sums up all types but statements.
func (r *Report) Micro() Counts {
	var sum Counts
	for t, c := range r.Types {
		if t != "statement" {
			sum.Gold, sum.Found, sum.Hit, sum.Strict = sum.Gold+c.Gold, sum.Found+c.Found, sum.Hit+c.Hit, sum.Strict+c.Strict
		}
	}
	return sum
}

// Score compares found facts with annotated ones. A found fact detects an
// annotated one of its type when their evidence overlaps and a core slot
// value agrees; pairs are taken greedily, best first. Facts that annotators
// call optional, or that name no actor, count neither way.
func Score(gold []Gold, found []Found) Report {
	r := Report{Types: map[string]*Counts{}}
	for _, t := range core {
		r.Types[t.typ] = &Counts{}
	}
	each(gold, found, func(g *Gold, p *Found) {
		r.article(g, p)
		r.Facts += len(p.Facts)
	})
	return r
}

// each calls score with every annotated article and what was found in it.
func each(gold []Gold, found []Found, score func(*Gold, *Found)) {
	byID := map[string]*Found{}
	for i := range found {
		byID[found[i].ID] = &found[i]
		byID[afterColon(found[i].ID)] = &found[i]
	}
	for i := range gold {
		p := byID[afterColon(gold[i].Doc)]
		if p == nil {
			p = &Found{}
		}
		score(&gold[i], p)
	}
}

func afterColon(s string) string {
	if _, after, ok := strings.Cut(s, ":"); ok {
		return after
	}
	return s
}

// article scores one article, type by type.
func (r *Report) article(g *Gold, p *Found) {
	keys := standsFor(g.Entities, p.Entities)
	names := map[string]string{}
	for _, e := range p.Entities {
		names[e.ID] = e.Name
	}
	text := []rune(g.Text)
	note := func(kind string, f Fact) {
		if g.Held == nil || !*g.Held {
			r.Problems = append(r.Problems, Problem{Kind: kind, Doc: afterColon(g.Doc), Fact: f, Names: names, Sentence: sentence(text, f)})
		}
	}
	for _, t := range core {
		m := matcher{slots: t.slots}
		for _, f := range g.Facts {
			if f.text("type") == t.typ {
				m.gold = append(m.gold, f)
			}
		}
		for _, f := range p.Facts {
			if f.text("type") != t.typ {
				continue
			}
			values, any := map[string][]string{}, false
			for _, s := range t.slots {
				for _, id := range list(f[s]) {
					key, ok := keys[id]
					if !ok {
						key = "?" + id
					}
					values[s] = append(values[s], key)
					any = true
				}
			}
			if any {
				m.found, m.values = append(m.found, f), append(m.values, values)
			}
		}
		c := r.Types[t.typ]
		c.Found += len(m.found)
		for _, f := range m.gold {
			if !m.optional(f) {
				c.Gold++
			}
		}
		usedGold, usedFound := map[int]bool{}, map[int]bool{}
		for _, q := range oneToOne(m.pairs(t.typ)) {
			usedGold[q.gold], usedFound[q.found] = true, true
			a, b := m.gold[q.gold], m.found[q.found]
			if a.text("status") != "" && occurred[b.text("status")] && !slices.ContainsFunc(a.right("status"), func(v any) bool { s, _ := v.(string); return occurred[s] }) {
				r.WrongHappened++
				note("wrong happened", b)
			}
			if m.optional(a) {
				c.Found--
				continue
			}
			r.Outcomes = append(r.Outcomes, Outcome{Doc: g.Doc, Type: t.typ, Confidence: b.number("confidence"), Right: m.agrees(q, t.typ)})
			if slots := m.count(c, t.typ, q, g, keys); len(slots) > 0 {
				r.Differences = append(r.Differences, Difference{Doc: afterColon(g.Doc), Gold: a, Found: b, Slots: slots, Names: names})
			}
		}
		for j, b := range m.found {
			if !usedFound[j] {
				note("extra", b)
				r.Outcomes = append(r.Outcomes, Outcome{Doc: g.Doc, Type: t.typ, Confidence: b.number("confidence")})
			}
			if occurred[b.text("status")] {
				r.ToldAsReal++
			}
		}
		for i, a := range m.gold {
			if !usedGold[i] && !m.optional(a) {
				note("missed", a)
			}
		}
	}
}

// count adds a match to the figures and returns what does not agree.
func (m *matcher) count(c *Counts, typ string, q pair, g *Gold, keys map[string]string) []string {
	a, b := m.gold[q.gold], m.found[q.found]
	c.Hit++
	var differ []string
	for _, s := range m.slots {
		h, size := m.best(a, q.found, s)
		given := len(m.values[q.found][s])
		c.SlotGold, c.SlotFound, c.SlotHit = c.SlotGold+size, c.SlotFound+given, c.SlotHit+h
		if h != size || size != given {
			differ = append(differ, s)
		}
	}
	status := a["status"] == nil || hasStatus(a, b)
	if a.text("status") != "" {
		c.Status.add(status)
	}
	dateOK := false
	for _, v := range a.right("date") {
		dateOK = dateOK || dateOf(v) == dateOf(b["date"])
	}
	if dated[typ] || dateOf(a["date"]).known {
		c.Date.add(dateOK)
	}
	extra := exactExtra(typ, a, b)
	if typ == "sanction" || typ == "position" || typ == "statement" {
		c.Extra.add(extra)
	}
	m.place(c, a, b, g, keys)
	if !status {
		differ = append(differ, "status")
	}
	if !dateOK && dated[typ] {
		differ = append(differ, "date")
	}
	if !extra {
		differ = append(differ, map[string]string{"sanction": "measure", "position": "title", "statement": "content"}[typ])
	}
	if len(differ) == 0 {
		c.Strict++
	}
	return differ
}

// place counts whether the venue agrees where the gold names one.
func (m *matcher) place(c *Counts, a, b Fact, g *Gold, keys map[string]string) {
	var places []string
	for _, v := range a.right("place") {
		s, _ := v.(string)
		if slices.ContainsFunc(g.Entities, func(e GoldEntity) bool { return e.Key == s }) {
			places = append(places, s)
		}
	}
	if len(places) == 0 {
		return
	}
	ok := false
	for _, id := range list(b["place"]) {
		ok = ok || slices.Contains(places, keys[id])
	}
	c.Place.add(ok)
}
