package graph

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// An entity's name, aliases and whatever else is known of it are a function
// of what all its articles say of it. The node keeps, in parallel lists,
// each form that they give (name, type, Wikidata id ...) and each alias, with
// the number of articles that give it, so that neither a new article nor a
// revision has to look at the other articles.

// forms counts what articles say of an entity or source.
type forms struct {
	articles int
	forms    map[string]int
	aliases  map[string]int
}

// formOf returns what an article says of e, without aliases. The name comes
// first, so that forms sort by it.
func formOf(e *news.Entity) string {
	return strings.Join([]string{e.Name, string(e.Type), e.Wikidata, e.Code, e.Country, strconv.FormatBool(e.Local)}, "\t")
}

// entityOf returns the entity of which most articles say form.
func entityOf(id news.ID, form string) news.Entity {
	e := news.Entity{ID: id}
	if p := strings.Split(form, "\t"); len(p) == 6 {
		e.Name, e.Type, e.Wikidata, e.Code, e.Country = p[0], news.EntityType(p[1]), p[2], p[3], p[4]
		e.Local = p[5] == "true"
	}
	return e
}

// add counts n times what an article says of e.
func (f *forms) add(form string, aliases []string, n int) {
	f.articles += n
	f.forms[form] += n
	for _, a := range aliases {
		f.aliases[a] += n
	}
}

// best returns the form that most articles give; of several the first by alphabet.
func (f *forms) best() string {
	best := ""
	for form, n := range f.forms {
		if m := f.forms[best]; n > m || n == m && form < best {
			best = form
		}
	}
	return best
}

// names returns all aliases, and the names in other forms, sorted.
func (f *forms) names(best string) []string {
	name, _, _ := strings.Cut(best, "\t")
	all := map[string]bool{}
	for form, n := range f.forms {
		other, _, _ := strings.Cut(form, "\t")
		all[other] = all[other] || n > 0
	}
	for alias, n := range f.aliases {
		all[alias] = all[alias] || n > 0
	}
	var out []string
	for alias, stands := range all {
		if stands && alias != name && alias != "" {
			out = append(out, alias)
		}
	}
	slices.Sort(out)
	return out
}

// formsOf reads the counts of a row of entity_forms or source_forms.
func formsOf(r row) *forms {
	return &forms{articles: number(r["articles"]), forms: readCounts(r["forms"], r["formCounts"]), aliases: readCounts(r["aliasForms"], r["aliasCounts"])}
}

func readCounts(keys, values any) map[string]int {
	out := map[string]int{}
	n := numberList(values)
	for i, key := range textList(keys) {
		if i < len(n) {
			out[key] = n[i]
		}
	}
	return out
}

// countValues returns the parallel lists that hold counts, sorted by key.
func countValues(counts map[string]int) (keys []string, values []int) {
	for key, n := range counts {
		if n > 0 {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	for _, key := range keys {
		values = append(values, counts[key])
	}
	return keys, values
}

// merged returns the entities sorted by id, each once, with the mentions of
// all its doubles in text order.
func merged(entities []news.Mentioned) []news.Mentioned {
	out := slices.Clone(entities)
	slices.SortStableFunc(out, func(a, b news.Mentioned) int { return cmp.Compare(a.ID, b.ID) })
	n := 0
	for i := range out {
		if n > 0 && out[n-1].ID == out[i].ID {
			out[n-1].Mentions = slices.Concat(out[n-1].Mentions, out[i].Mentions)
			continue
		}
		out[n] = out[i]
		n++
	}
	out = out[:n]
	for i := range out {
		out[i].Mentions = slices.Clone(out[i].Mentions)
		slices.SortFunc(out[i].Mentions, func(a, b news.Mention) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Kind, b.Kind))
		})
	}
	return out
}

// namedValues returns what e says of each entity, in JSON: what a later
// revision has to take back.
func namedValues(e *Entry) []string {
	var out []string
	for _, m := range merged(e.Extraction.Entities) {
		entity := m.Entity
		entity.Aliases = distinctTexts(entity.Aliases)
		b, err := json.Marshal(entity)
		if err != nil {
			continue // an entity is texts, which are always JSON
		}
		out = append(out, string(b))
	}
	return out
}

func distinctTexts(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// entities counts what the old readings no longer say and the new ones do,
// and describes the entities anew where that changes them.
func (w *writer) entities(ctx context.Context, old []content, written []planned) error {
	type change struct {
		form    string
		aliases []string
		n       int
	}
	changes := map[news.ID][]change{}
	count := func(named []string, n int) {
		for _, text := range named {
			var e news.Entity
			if json.Unmarshal([]byte(text), &e) == nil {
				changes[e.ID] = append(changes[e.ID], change{formOf(&e), e.Aliases, n})
			}
		}
	}
	for _, c := range old {
		count(c.named, -1)
	}
	for _, p := range written {
		count(namedValues(p.Entry), 1)
	}
	ids := make([]news.ID, 0, len(changes))
	for id := range changes {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	stored, err := w.forms(ctx, "entity_forms", ids)
	if err != nil {
		return err
	}
	var counted, described []row
	var entities []news.Entity
	for _, id := range ids {
		f, known := stored[id]
		if !known {
			f = &forms{forms: map[string]int{}, aliases: map[string]int{}}
		}
		best := f.best()
		names := f.names(best)
		for _, c := range changes[id] {
			f.add(c.form, c.aliases, c.n)
		}
		if f.articles <= 0 {
			w.forgotten = append(w.forgotten, id)
			continue
		}
		counted = append(counted, f.row(id))
		newBest := f.best()
		if newNames := f.names(newBest); !known || newBest != best || !slices.Equal(names, newNames) {
			e := entityOf(id, newBest)
			e.Aliases = newNames
			entities = append(entities, e)
			described = append(described, entityRow(&e))
		}
	}
	if _, err := each(ctx, w, "entity_count", counted); err != nil {
		return err
	}
	if _, err := each(ctx, w, "entity_describe", described); err != nil {
		return err
	}
	return w.locate(ctx, entities)
}

// forms reads the counts of the entities or sources with these ids.
func (w *writer) forms(ctx context.Context, name string, ids []news.ID) (map[news.ID]*forms, error) {
	rows, err := w.do(ctx, name, map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID]*forms, len(rows))
	for _, r := range rows {
		out[news.ID(text(r["id"]))] = formsOf(r)
	}
	return out, nil
}

// row returns the counts as entity_count and source_write take them.
func (f *forms) row(id news.ID) row {
	formKeys, formCounts := countValues(f.forms)
	aliasKeys, aliasCounts := countValues(f.aliases)
	return row{
		"id": string(id), "articles": f.articles,
		"forms": formKeys, "formCounts": formCounts, "aliasForms": aliasKeys, "aliasCounts": aliasCounts,
	}
}

func entityRow(e *news.Entity) row {
	return row{
		"id": string(e.ID), "label": label(string(e.Type)), "type": string(e.Type), "name": e.Name, "aliases": e.Aliases,
		"wikidata": orNil(e.Wikidata), "code": orNil(e.Code), "country": orNil(e.Country), "local": e.Local,
	}
}

// label returns the label of a type or standing: person is Person.
func label(value string) string {
	if value == "" {
		return value
	}
	return strings.ToUpper(value[:1]) + value[1:]
}

// locate ties places to their countries, whichever of them came first.
func (w *writer) locate(ctx context.Context, described []news.Entity) error {
	var places, countries []row
	for _, e := range described {
		switch e.Type {
		case news.Place:
			places = append(places, row{"id": string(e.ID)})
		case news.Country:
			countries = append(countries, row{"id": string(e.ID)})
		}
	}
	if _, err := each(ctx, w, "place_locate", places); err != nil {
		return err
	}
	_, err := each(ctx, w, "country_locate", countries)
	return err
}
