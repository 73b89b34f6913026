package graph

import (
	"cmp"
	"context"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// FactFilter says which facts a list holds. The zero value of a field holds
// for all; the others hold together.
type FactFilter struct {
	IDs      []news.ID
	Types    []news.FactType
	Standing []news.Standing
	Status   []news.Status
	Kinds    []string
	Measures []string
	// From and To bound when it may happen, ReportedFrom and ReportedTo when articles report it.
	From, To, ReportedFrom, ReportedTo news.Date
	// Dated leaves out facts whose first day is unknown.
	Dated bool
	// Entities must all have a role; of AnyEntity one must.
	Entities  []news.ID
	AnyEntity []news.ID
	Roles     []RoleFilter
	// Place is where it happens: a place, or the country of the place.
	Place news.ID
	// Text is words that names, texts or evidence must have, the last one perhaps unfinished.
	Text          string
	MinConfidence *float64
	MinOrigins    *int
	Contested     *bool
}

// RoleFilter asks that one of the entities has the role.
type RoleFilter struct {
	Role     news.Role
	Entities []news.ID
}

// FactOrder says what facts are ordered by.
type FactOrder string

// The orders of facts. Facts without a date come last either way.
const (
	ByDate          FactOrder = "date"
	ByFirstReported FactOrder = "firstReported"
	ByLastReported  FactOrder = "lastReported"
	ByConfidence    FactOrder = "confidence"
	ByOrigins       FactOrder = "origins"
)

func (o FactOrder) ordering(descending bool) ordering {
	switch o {
	case ByConfidence:
		return ordering{string(o), descending, 2.0, -1.0}
	case ByOrigins:
		return ordering{string(o), descending, int64(1 << 40), int64(-1)}
	default:
		return ordering{string(o), descending, lastDate, firstDate}
	}
}

// Facts reads a page of the facts of the whole graph.
func (s *Store) Facts(ctx context.Context, f FactFilter, o FactOrder, descending bool, p Page) (List[*news.Fact], error) {
	if o == ByDate && descending && p.usual(firstDate) && f.plain() {
		l, err := s.newestFacts(ctx, f, p)
		if err != nil || l.More || f.Dated {
			return l, err
		}
		// The page reaches the facts without a date, which no index leads to.
	}
	owner, f := f.start()
	lists, err := s.FactsOf(ctx, []news.ID{owner}, f, o, descending, p)
	return lists[owner], err
}

// newestFacts reads a page of the dated facts of the whole graph, newest first.
func (s *Store) newestFacts(ctx context.Context, f FactFilter, p Page) (List[*news.Fact], error) {
	name := "fact_newest"
	if len(f.Types) == 1 {
		name = "fact_latest"
	}
	rows, err := s.query(ctx, name, p.along(f.params(), lastDate))
	if err != nil {
		return List[*news.Fact]{}, err
	}
	return pages(p, rows, readFactEntry)[everything], nil
}

// plain reports whether the filter looks at nothing but the facts' own values.
func (f FactFilter) plain() bool {
	return f.IDs == nil && len(f.Entities) == 0 && f.AnyEntity == nil && len(f.Roles) == 0 && f.Place == "" && f.Text == ""
}

// FactsOf reads a page of the facts of each entity, with one statement.
func (s *Store) FactsOf(ctx context.Context, entities []news.ID, f FactFilter, o FactOrder, descending bool, p Page) (map[news.ID]List[*news.Fact], error) {
	rows, err := s.query(ctx, "fact_list", p.params(entities, f.params(), o.ordering(descending)))
	if err != nil {
		return nil, err
	}
	return pages(p, rows, readFactEntry), nil
}

// FactCounts counts the facts of each entity, with one statement.
func (s *Store) FactCounts(ctx context.Context, entities []news.ID, f FactFilter) (map[news.ID]int, error) {
	rows, err := s.query(ctx, "fact_total", map[string]any{"owners": ownerValues(entities), "filter": f.params()})
	return counts(rows), err
}

// FactCount counts the facts of the whole graph.
func (s *Store) FactCount(ctx context.Context, f FactFilter) (int, error) {
	owner, f := f.start()
	n, err := s.FactCounts(ctx, []news.ID{owner}, f)
	return n[owner], err
}

// FactsByID returns the facts with these ids; ids that name no fact are left out.
func (s *Store) FactsByID(ctx context.Context, ids []news.ID) (map[news.ID]*news.Fact, error) {
	rows, err := s.query(ctx, "fact_get", map[string]any{"ids": texts(ids)})
	if err != nil {
		return nil, err
	}
	out := make(map[news.ID]*news.Fact, len(rows))
	for _, r := range rows {
		f := readFact(entry(r["fact"]))
		out[f.ID] = f
	}
	return out, nil
}

// start returns where a list of the whole graph starts: at an entity that all
// its facts have, which then need not be asked for, else everywhere.
func (f FactFilter) start() (news.ID, FactFilter) {
	if len(f.Entities) == 0 {
		return everything, f
	}
	owner := f.Entities[0]
	f.Entities = f.Entities[1:]
	return owner, f
}

func (f FactFilter) params() map[string]any {
	roles := make([]any, len(f.Roles))
	for i, r := range f.Roles {
		roles[i] = map[string]any{"role": string(r.Role), "entities": texts(r.Entities)}
	}
	var dated any
	if f.Dated {
		dated = true
	}
	return map[string]any{
		"ids": stringsOrNil(f.IDs), "types": stringsOrNil(f.Types), "standing": stringsOrNil(f.Standing), "status": stringsOrNil(f.Status),
		"kinds": stringsOrNil(f.Kinds), "measures": stringsOrNil(f.Measures),
		"from": dateValue(f.From), "to": dateValue(f.To), "dated": dated,
		"reportedFrom": dateValue(f.ReportedFrom), "reportedTo": dateValue(f.ReportedTo),
		"entities": texts(f.Entities), "anyEntity": stringsOrNil(f.AnyEntity), "roles": roles,
		"place": orNil(string(f.Place)), "text": orNil(lucene(f.Text)),
		"minConfidence": pointed(f.MinConfidence), "minOrigins": pointed(f.MinOrigins), "contested": pointed(f.Contested),
	}
}

// readFactEntry reads an entry of a page of facts.
func readFactEntry(e row) (*news.Fact, news.ID) {
	fact := readFact(entry(e["fact"]))
	return fact, fact.ID
}

func readFact(m row) *news.Fact {
	return &news.Fact{
		ID: news.ID(text(m["id"])), Key: text(m["key"]), Type: news.FactType(text(m["type"])),
		Status: news.Status(text(m["status"])), Standing: news.Standing(text(m["standing"])),
		Actors: readActors(m), Date: readDateRange(m), Details: detailsOf(m), InForce: text(m["inForce"]),
		FirstReported: date(m["firstReported"]), LastReported: date(m["lastReported"]),
		Articles: number(m["articles"]), Origins: number(m["origins"]),
		Confidence: fraction(m["confidence"]), Contested: truth(m["contested"]),
	}
}

func readDateRange(m row) news.DateRange {
	return news.DateRange{From: date(m["from"]), To: date(m["to"]), Precision: news.Precision(text(m["precision"]))}
}

func readActors(m row) []news.Actor {
	var out []news.Actor
	for _, v := range list(m["actors"]) {
		a := entry(v)
		out = append(out, news.Actor{Role: news.Role(text(a["role"])), Entity: news.ID(text(a["entity"])), For: news.ID(text(a["for"]))})
	}
	slices.SortFunc(out, func(a, b news.Actor) int {
		return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.For, b.For))
	})
	return slices.Compact(out)
}
