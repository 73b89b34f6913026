package schema

import "github.com/newsgraph/newsgraph/news"

// Entity is somebody or something that articles speak of.
type Entity interface {
	Node
	IsEntity()
	// Data returns what entities of all types have.
	Data() *EntityData
}

type (
	// Person is a human being.
	Person struct{ *EntityData }
	// Country is a state.
	Country struct{ *EntityData }
	// Organization is a body of people.
	Organization struct{ *EntityData }
	// Place is where something happens.
	Place struct{ *EntityData }
)

// SearchResult is what a search may find.
type SearchResult interface{ IsSearchResult() }

// EntityData is an entity of any type.
type EntityData struct {
	news.Entity
	// ArticleCount is how many articles mention it.
	ArticleCount int
	// Group holds the entities that were loaded together with this one.
	Group *Group[*EntityData]
}

// Typed returns e as the type of the schema that it belongs to.
func (e *EntityData) Typed() Entity {
	switch e.Type {
	case news.Person:
		return &Person{e}
	case news.Country:
		return &Country{e}
	case news.Organization:
		return &Organization{e}
	default:
		return &Place{e}
	}
}

// IsNode marks what an id names.
func (*EntityData) IsNode() {}

// IsEntity marks entities.
func (*EntityData) IsEntity() {}

// IsSearchResult marks what a search may find.
func (*EntityData) IsSearchResult() {}

// Data returns what entities of all types have.
func (e *EntityData) Data() *EntityData { return e }

// Aliases returns further names; never nil.
func (e *EntityData) Aliases() []string {
	if e.Entity.Aliases == nil {
		return []string{}
	}
	return e.Entity.Aliases
}

// Wikidata returns the item's id, and nil when it is not known.
func (e *EntityData) Wikidata() *string { return text(e.Entity.Wikidata) }

// Code returns a country's ISO code.
func (e *EntityData) Code() *string { return text(e.Entity.Code) }

// Neighbor is an entity that shares facts with another one.
type Neighbor struct {
	Entity       Entity
	FactCount    int
	FactTypes    []news.FactType
	LastReported news.Date
}
