package eval

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// wanted are the kinds of name that are measured: countries and other places
// are one, as annotators part them in many ways.
var wanted = map[string]string{
	"person": "person", "organisation": "organization", "organization": "organization", "country": "place", "location": "place", "place": "place",
}

// Tally counts what is marked, found and both.
type Tally struct{ Gold, Found, Hit int }

// F1 is the harmonic mean of precision and recall.
func (t *Tally) F1() float64 { return f1(t.Hit, t.Gold, t.Found) }

// MarksReport is what ScoreMarks measured.
type MarksReport struct {
	// Names, by kind, have the same borders and kind as the marked ones, but for an article or a possessive 's.
	Names map[string]*Tally
	// Times overlap a marked one and have its value.
	Times Tally
	// Attributions overlap a marked one's source and at least half of its content (as a Dice coefficient).
	Attributions Tally
	// Quotes are the attributions with words in quotation marks; of the found ones only the hits are counted.
	Quotes Tally
	// Roles have the person, half of the title's words, the body or country, and former or not.
	Roles Tally
	// Problems are what was missed and invented in the articles that are not held back, a line each.
	Problems []string
}

// ScoreMarks compares what was found with what is marked.
func ScoreMarks(gold []Gold, found []Found) MarksReport {
	r := MarksReport{Names: map[string]*Tally{"person": {}, "organization": {}, "place": {}}}
	each(gold, found, func(g *Gold, p *Found) {
		if g.Marks == nil {
			return
		}
		a := marking{r: &r, Gold: g, found: p, text: []rune(g.Text)}
		a.names()
		a.times()
		a.attributions()
		a.roles()
	})
	return r
}

// marking is the comparison of one article.
type marking struct {
	*Gold
	r     *MarksReport
	found *Found
	text  []rune
}

// problem notes what is wrong, with the words of the spans that show it.
func (a *marking) problem(what string, spans ...news.Span) {
	if a.Held != nil && *a.Held {
		return
	}
	words := []string{what}
	for _, s := range spans {
		words = append(words, "["+strings.Join(strings.Fields(string(a.text[s.Start:s.End])), " ")+"]")
	}
	a.r.Problems = append(a.r.Problems, afterColon(a.Doc)+" "+strings.Join(words, " "))
}

// trimmed returns the span without an article before it and 's behind it.
func trimmed(text []rune, s news.Span) news.Span {
	words := string(text[s.Start:s.End])
	for _, a := range []string{"the ", "a ", "an "} {
		if len(words) > len(a) && strings.EqualFold(words[:len(a)], a) {
			s.Start += len(a)
			break
		}
	}
	for _, p := range []string{"'s", "’s", "'", "’"} {
		if n := len([]rune(p)); strings.HasSuffix(words, p) && s.End-s.Start > n+1 {
			s.End -= n
			break
		}
	}
	return s
}

func (a *marking) names() {
	r, g, text := a.r, a.Marks, a.text
	type name struct {
		at   news.Span
		kind string
	}
	marked, hit := map[name]bool{}, map[name]bool{}
	var free []news.Span
	for _, n := range g.Names {
		if at := trimmed(text, n.Span); n.Kind == "named" && wanted[n.Type] != "" {
			marked[name{at, wanted[n.Type]}] = true
		} else {
			free = append(free, at)
		}
	}
	for n := range marked {
		r.Names[n.kind].Gold++
	}
	for _, e := range a.found.Entities {
		for _, m := range e.Mentions {
			if m.Kind != news.NameMention {
				continue
			}
			n := name{trimmed(text, m.Span), wanted[string(e.Type)]}
			switch {
			case hit[n]:
			case marked[n]:
				r.Names[n.kind].Hit++
				r.Names[n.kind].Found++
			case !slices.ContainsFunc(free, func(s news.Span) bool { return shared(s, n.at) > 0 }):
				r.Names[n.kind].Found++
				a.problem("EXTRA "+n.kind, n.at)
			}
			hit[n] = true
		}
	}
	for _, x := range g.Names {
		if n := (name{trimmed(text, x.Span), wanted[x.Type]}); marked[n] && !hit[n] {
			a.problem("MISSED "+n.kind, n.at)
		}
	}
}

func (a *marking) times() {
	r, g := a.r, a.Marks
	var found []Time
	for _, t := range a.found.Times {
		over := func(x Time) bool { return shared(x.Span, t.Span) > 0 }
		if slices.ContainsFunc(g.Times, over) || !slices.ContainsFunc(g.TimesOptional, over) {
			found = append(found, t)
		}
	}
	pairs := paired(len(g.Times), len(found), func(i, j int) float64 {
		x, y := g.Times[i].Span, found[j].Span
		if x == y {
			return 1000
		}
		return float64(shared(x, y))
	})
	r.Times.Gold += len(g.Times)
	r.Times.Found += len(found)
	paired := map[int]bool{}
	for i, x := range g.Times {
		j, ok := pairs[i]
		paired[j] = paired[j] || ok
		switch {
		case !ok:
			a.problem("MISSED time "+x.Value, x.Span)
		case strings.EqualFold(x.Value, found[j].Value):
			r.Times.Hit++
		default:
			a.problem("WRONG time "+found[j].Value+", not "+x.Value, x.Span)
		}
	}
	for j, x := range found {
		if !paired[j] {
			a.problem("EXTRA time "+x.Value, x.Span)
		}
	}
}

func (a *marking) attributions() {
	r, g := a.r, a.Marks
	var marked []Attribution
	for _, x := range g.Attributions {
		if len(x.Source) > 0 && len(x.Content) > 0 {
			marked = append(marked, x)
		}
	}
	var found []Attribution
	for _, y := range a.found.Attributions {
		same := func(x Attribution) bool { return likewise(x, y) > 0 }
		if slices.ContainsFunc(marked, same) || !slices.ContainsFunc(g.AttributionsOptional, same) {
			found = append(found, y)
		}
	}
	pairs := paired(len(marked), len(found), func(i, j int) float64 { return likewise(marked[i], found[j]) })
	r.Attributions.Gold += len(marked)
	r.Attributions.Found += len(found)
	r.Attributions.Hit += len(pairs)
	hit := map[int]bool{}
	var quotes []Attribution
	for i, x := range marked {
		if x.Direct {
			quotes = append(quotes, x)
		}
		if j, ok := pairs[i]; ok {
			hit[j] = true
		} else {
			a.problem("MISSED attribution", slices.Concat(x.Source, x.Content)...)
		}
	}
	for j, y := range found {
		if !hit[j] {
			a.problem("EXTRA attribution", slices.Concat(y.Source, y.Content)...)
		}
	}
	pairs = paired(len(quotes), len(found), func(i, j int) float64 { return likewise(quotes[i], found[j]) })
	r.Quotes.Gold += len(quotes)
	r.Quotes.Found += len(pairs)
	r.Quotes.Hit += len(pairs)
}

// likewise says how much of their content two attributions with a common
// source share; 0 when less than half.
func likewise(a, b Attribution) float64 {
	if sharedAll(a.Source, b.Source) == 0 {
		return 0
	}
	if d := dice(a.Content, b.Content); d >= .5 {
		return d
	}
	return 0
}

func (a *marking) roles() {
	r, g, p := a.r, a.Marks, a.found
	entities := map[string]*FoundEntity{}
	for i := range p.Entities {
		entities[p.Entities[i].ID] = &p.Entities[i]
	}
	var found []Fact
	for _, f := range p.Facts {
		if f.text("type") == "position" {
			found = append(found, f)
		}
	}
	agree := func(x Role, f Fact) float64 {
		who := entities[f.text("person")]
		if who == nil || !slices.ContainsFunc(who.Mentions, func(m FoundMention) bool { return shared(m.Span, x.Person) == x.Person.Len() }) {
			return 0
		}
		former, _ := f["former"].(bool)
		share := wordsOf(x.Title, f.text("title"))
		if share < .5 || !x.FormerAny && former != x.Former || !x.isOf(entities[f.text("of")]) {
			return 0
		}
		return share
	}
	pairs := paired(len(g.Roles), len(found), func(i, j int) float64 { return agree(g.Roles[i], found[j]) })
	hit := map[int]bool{}
	for _, j := range pairs {
		hit[j] = true
	}
	r.Roles.Gold += len(g.Roles)
	r.Roles.Hit += len(pairs)
	for j, f := range found {
		same := func(x Role) bool { return agree(x, f) > 0 }
		switch {
		case hit[j]:
			r.Roles.Found++
		case !slices.ContainsFunc(g.Roles, same) && !slices.ContainsFunc(g.RolesOptional, same):
			r.Roles.Found++
			a.problem("EXTRA role " + named(entities[f.text("person")]) + ", " + f.text("title") + " of " + named(entities[f.text("of")]))
		}
	}
	for i, x := range g.Roles {
		if _, ok := pairs[i]; !ok {
			of := "nobody"
			if x.Of != nil {
				of = *x.Of
			}
			a.problem("MISSED role "+x.Title+" of "+of, x.Person)
		}
	}
}

// named returns an entity's name in a report of problems.
func named(e *FoundEntity) string {
	if e == nil {
		return "nobody"
	}
	return e.Name
}

// isOf reports whether the role may be one of the entity; nil is none.
func (x *Role) isOf(e *FoundEntity) bool {
	for _, of := range append([]*string{x.Of}, x.OfAccept...) {
		if of == nil || e == nil {
			if of == nil && e == nil {
				return true
			}
			continue
		}
		if fold(*of) == fold(e.Name) || slices.ContainsFunc(e.Mentions, func(m FoundMention) bool { return m.Kind == news.NameMention && fold(m.Text) == fold(*of) }) {
			return true
		}
	}
	return false
}

// wordsOf returns the share of a's words that b has.
func wordsOf(a, b string) float64 {
	have := wordSet(b)
	n, hit := 0, 0
	for w := range strings.FieldsSeq(fold(a)) {
		if n++; have[w] {
			hit++
		}
	}
	return float64(hit) / float64(max(1, n))
}

// paired pairs n with m things one to one, the best first; what is worth 0
// does not pair.
func paired(n, m int, worth func(i, j int) float64) map[int]int {
	var all []pair
	for i := range n {
		for j := range m {
			if w := worth(i, j); w > 0 {
				all = append(all, pair{w, i, j})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pair) int { return cmp.Compare(b.worth, a.worth) })
	out := map[int]int{}
	for _, p := range oneToOne(all) {
		out[p.gold] = p.found
	}
	return out
}

// Print writes the table of figures; with errors above 0, the first so many
// mistakes before it.
func (r *MarksReport) Print(w io.Writer, errors int) error {
	var b strings.Builder
	for _, p := range r.Problems[:min(max(errors, 0), len(r.Problems))] {
		fmt.Fprintln(&b, p)
	}
	fmt.Fprintf(&b, "%-22s gold pred  P     R     F1\n", "marks")
	row := func(what string, t Tally) {
		fmt.Fprintf(&b, "%-22s %4d %4d  %.3f %.3f %.3f\n", what, t.Gold, t.Found, ratio(t.Hit, t.Found), ratio(t.Hit, t.Gold), t.F1())
	}
	var all Tally
	for _, kind := range []string{"person", "organization", "place"} {
		t := r.Names[kind]
		row("names: "+kind, *t)
		all.Gold, all.Found, all.Hit = all.Gold+t.Gold, all.Found+t.Found, all.Hit+t.Hit
	}
	row("names: all", all)
	row("values of times", r.Times)
	row("attributions", r.Attributions)
	row("roles", r.Roles)
	fmt.Fprintf(&b, "direct quotes with the right speaker: %d of %d\n", r.Quotes.Hit, r.Quotes.Gold)
	_, err := io.WriteString(w, b.String())
	return err
}
