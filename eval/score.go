package eval

import (
	"fmt"
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
		r.article(&gold[i], p)
		r.Facts += len(p.Facts)
	}
	return r
}

func afterColon(s string) string {
	if _, after, ok := strings.Cut(s, ":"); ok {
		return after
	}
	return s
}

// pair is a possible match.
type pair struct {
	worth       float64
	gold, found int
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
		for _, q := range m.pairs(t.typ) {
			if usedGold[q.gold] || usedFound[q.found] {
				continue
			}
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

// matcher pairs the facts of one type in one article.
type matcher struct {
	slots       []string
	gold, found []Fact
	// values are the annotated keys that the found facts' core slots stand for.
	values []map[string][]string
}

// optional reports whether a gold fact counts neither way.
func (m *matcher) optional(f Fact) bool {
	some := false
	for _, s := range m.slots {
		some = some || len(list(f[s])) > 0
	}
	if !some {
		return true
	}
	for _, k := range []string{"note", "alt"} {
		if v, ok := f[k]; ok && v != nil && strings.Contains(strings.ToLower(fmt.Sprint(v)), "optional") {
			return true
		}
	}
	return false
}

// best returns, for the reading of gold slot s that fits found fact j best,
// how many values agree and how many the reading has.
func (m *matcher) best(a Fact, j int, s string) (hits, size int) {
	given := map[string]bool{}
	for _, v := range m.values[j][s] {
		given[v] = true
	}
	first := true
	topScore, topSize := 0, 0
	for _, v := range a.right(s) {
		want := list(v)
		seen := map[string]bool{}
		n := 0
		for _, w := range want {
			if given[w] && !seen[w] {
				n++
			}
			seen[w] = true
		}
		score := n - abs(len(want)-len(given))
		if first || score > topScore || score == topScore && len(want) < topSize {
			hits, size, topScore, topSize, first = n, len(want), score, len(want), false
		}
	}
	return hits, size
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// pairs returns the possible matches, best first; ties go to the later facts.
func (m *matcher) pairs(typ string) []pair {
	var out []pair
	for i, a := range m.gold {
		for j, b := range m.found {
			if !overlap(a, b) {
				continue
			}
			hits, n := 0, 0
			for _, s := range m.slots {
				h, size := m.best(a, j, s)
				hits += h
				n += max(size, len(m.values[j][s]))
			}
			if hits == 0 {
				continue
			}
			worth := float64(hits) / float64(n)
			if hasStatus(a, b) {
				worth += .1
			}
			if exactExtra(typ, a, b) {
				worth += .05
			}
			if !m.optional(a) {
				worth += .001
			}
			out = append(out, pair{worth, i, j})
		}
	}
	slices.SortFunc(out, func(x, y pair) int {
		switch {
		case x.worth != y.worth:
			if x.worth > y.worth {
				return -1
			}
			return 1
		case x.gold != y.gold:
			return y.gold - x.gold
		}
		return y.found - x.found
	})
	return out
}

// agrees reports whether core slots, status and what else strict asks of the
// type agree in a match, whatever its date.
func (m *matcher) agrees(q pair, typ string) bool {
	a, b := m.gold[q.gold], m.found[q.found]
	for _, s := range m.slots {
		if h, size := m.best(a, q.found, s); h != size || size != len(m.values[q.found][s]) {
			return false
		}
	}
	return (a["status"] == nil || hasStatus(a, b)) && exactExtra(typ, a, b)
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

// hasStatus reports whether b's status is one of those right for a.
func hasStatus(a, b Fact) bool {
	for _, v := range a.right("status") {
		if v == nil && b["status"] == nil {
			return true
		}
		if s, ok := v.(string); ok && s == b.text("status") {
			return true
		}
	}
	return false
}

// exactExtra is what strict agreement asks of some types beside slots, status and date.
func exactExtra(typ string, a, b Fact) bool {
	switch typ {
	case "sanction":
		return slices.ContainsFunc(a.right("measure"), func(v any) bool { s, _ := v.(string); return s == b.text("measure") })
	case "position":
		return slices.ContainsFunc(a.right("title"), func(v any) bool { s, _ := v.(string); return wordsShared(s, b.text("title")) >= .5 })
	case "statement":
		y, ok := spanOf(b["content"])
		if _, has := spanOf(a["content"]); !has || !ok {
			return true
		}
		return slices.ContainsFunc(a.right("content"), func(v any) bool {
			x, ok := spanOf(v)
			return ok && dice(x, y) >= .5
		})
	}
	return true
}

// overlap reports whether two facts' evidence shares text; evidence much
// longer than the gold's shares nothing.
func overlap(a, b Fact) bool {
	x, y := a.evidence(), b.evidence()
	if size(y) > 3*size(x)+400 {
		return false
	}
	for _, s := range x {
		for _, t := range y {
			if s.start < t.end && t.start < s.end {
				return true
			}
		}
	}
	return false
}

func size(ss []span) int {
	n := 0
	for _, s := range ss {
		n += s.end - s.start
	}
	return n
}

func dice(a, b span) float64 {
	n := max(0, min(a.end, b.end)-max(a.start, b.start))
	return 2 * float64(n) / float64(max(1, a.end-a.start+b.end-b.start))
}

func wordsShared(a, b string) float64 {
	x, y := map[string]bool{}, map[string]bool{}
	for w := range strings.FieldsSeq(fold(a)) {
		x[w] = true
	}
	for w := range strings.FieldsSeq(fold(b)) {
		y[w] = true
	}
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(x)+len(y)-both))
}
