package graph

import (
	"context"

	"github.com/newsgraph/newsgraph/news"
)

// EntityRow is an entity with how often it comes up.
type EntityRow struct {
	news.Entity
	// Articles is how many articles mention it.
	Articles int
}

// EntityFilter says which entities a list holds. The zero value of a field
// holds for all; the others hold together.
type EntityFilter struct {
	Types []news.EntityType
	// Text is words that a name or alias must have, the last one perhaps unfinished.
	Text     string
	Wikidata []string
	// Codes are ISO codes: of countries, or of the countries of places.
	Codes    []string
	MinFacts *int
	// Article is the article that mentions them.
	Article news.ID
}

// EntityOrder says what entities are ordered by.
type EntityOrder string

// The orders of entities.
const (
	ByName     EntityOrder = "name"
	ByFacts    EntityOrder = "facts"
	ByArticles EntityOrder = "articles"
)

func (o EntityOrder) ordering(descending bool) ordering {
	if o == ByName {
		return ordering{string(o), descending, "\U0010ffff", ""}
	}
	return ordering{string(o), descending, int64(1 << 40), int64(-1)}
}

// Entities reads a page of the entities of the whole graph.
func (s *Store) Entities(ctx context.Context, f EntityFilter, o EntityOrder, descending bool, p Page) (List[*EntityRow], error) {
	name, params := "entity_list", p.params(nil, f.params(), o.ordering(descending))
	if o == ByArticles && descending && !p.Backward && f.Text == "" && f.Article == "" {
		name, params = "entity_busiest", p.along(f.params(), int64(1<<40))
	}
	rows, err := s.query(ctx, name, params)
	if err != nil {
		return List[*EntityRow]{}, err
	}
	entities := make([]*EntityRow, len(rows))
	marks := make([]Mark, len(rows))
	for i, r := range rows {
		entities[i] = readEntity(entry(r["entity"]))
		marks[i] = Mark{Key: unvalue(r["key"]), ID: entities[i].ID}
	}
	return listed(p, entities, marks), nil
}

// EntityCount counts the entities of the whole graph.
func (s *Store) EntityCount(ctx context.Context, f EntityFilter) (int, error) {
	rows, err := s.query(ctx, "entity_total", map[string]any{"filter": f.params()})
	if err != nil || len(rows) == 0 {
		return 0, err
	}
	return number(rows[0]["count"]), nil
}

// EntitiesByID returns the entities with these ids; ids that name no entity are left out.
func (s *Store) EntitiesByID(ctx context.Context, ids []news.ID) (map[news.ID]*EntityRow, error) {
	rows, err := s.query(ctx, "entity_get", map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID]*EntityRow, len(rows))
	for _, r := range rows {
		e := readEntity(entry(r["entity"]))
		out[e.ID] = e
	}
	return out, nil
}

// EntityFacts returns in how many facts each entity has a role.
func (s *Store) EntityFacts(ctx context.Context, ids []news.ID) (map[news.ID]int, error) {
	rows, err := s.query(ctx, "entity_facts", map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID]int, len(rows))
	for _, r := range rows {
		out[news.ID(text(r["id"]))] = number(r["count"])
	}
	return out, nil
}

func (f EntityFilter) params() map[string]any {
	return map[string]any{
		"types": stringsOrNil(f.Types), "text": orNil(lucene(f.Text)),
		"wikidata": stringsOrNil(f.Wikidata), "codes": stringsOrNil(f.Codes),
		"minFacts": pointed(f.MinFacts), "article": orNil(string(f.Article)),
	}
}

func readEntity(m row) *EntityRow {
	return &EntityRow{
		Entity: news.Entity{
			ID: news.ID(text(m["id"])), Type: news.EntityType(text(m["type"])), Name: text(m["name"]),
			Aliases: textList(m["aliases"]), Wikidata: text(m["wikidata"]),
			Code: text(m["code"]), Country: text(m["country"]), Local: truth(m["local"]),
		},
		Articles: number(m["articles"]),
	}
}

// Neighbor is an entity that shares facts with another one.
type Neighbor struct {
	Entity *EntityRow
	// Facts is how many facts the two share, Types has the type of each.
	Facts int
	Types []news.FactType
	// LastReported is when an article last reported one of them.
	LastReported news.Date
}

// NeighborFilter says which neighbours and which shared facts count. The
// zero value of a field holds for all; the others hold together.
type NeighborFilter struct {
	Types     []news.EntityType
	FactTypes []news.FactType
	Standing  []news.Standing
	From, To  news.Date
}

// NeighborsOf reads a page of the neighbours of each entity, those with most
// shared facts first, with one statement.
func (s *Store) NeighborsOf(ctx context.Context, entities []news.ID, f NeighborFilter, p Page) (map[news.ID]List[*Neighbor], error) {
	rows, err := s.query(ctx, "neighbor_list", p.params(entities, f.params(), ordering{"facts", true, int64(1 << 40), int64(-1)}))
	if err != nil {
		return nil, err
	}
	return pages(p, rows, func(e row) (*Neighbor, news.ID) {
		n := &Neighbor{Entity: readEntity(entry(e["entity"])), Facts: number(e["key"]), Types: typed[news.FactType](e["types"]), LastReported: date(e["lastReported"])}
		return n, n.Entity.ID
	}), nil
}

// NeighborCounts counts the neighbours of each entity, with one statement.
func (s *Store) NeighborCounts(ctx context.Context, entities []news.ID, f NeighborFilter) (map[news.ID]int, error) {
	rows, err := s.query(ctx, "neighbor_total", map[string]any{"owners": ownerValues(entities), "filter": f.params()})
	return counts(rows), err
}

func (f NeighborFilter) params() map[string]any {
	return map[string]any{
		"types": stringsOrNil(f.Types), "factTypes": stringsOrNil(f.FactTypes),
		"standing": stringsOrNil(f.Standing), "from": dateValue(f.From), "to": dateValue(f.To),
	}
}
