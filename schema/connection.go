package schema

import "context"

// Connection is a page of a list, as Relay has it.
type Connection[T any] struct {
	Edges    []Edge[T]
	PageInfo PageInfo
	// Count counts the whole list; it is called only when a query asks for totalCount.
	Count func(context.Context) (int, error)
}

// Edge is one row of a page with its cursor.
type Edge[T any] struct {
	Node   T
	Cursor string
}

// Nodes returns the rows of the page, without cursors.
func (c *Connection[T]) Nodes() []T {
	nodes := make([]T, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}

// TotalCount returns the length of the whole list.
func (c *Connection[T]) TotalCount(ctx context.Context) (int, error) { return c.Count(ctx) }

type (
	// EntityConnection is a page of entities.
	EntityConnection = Connection[Entity]
	// PersonConnection is a page of people.
	PersonConnection = Connection[*Person]
	// CountryConnection is a page of countries.
	CountryConnection = Connection[*Country]
	// OrganizationConnection is a page of organizations.
	OrganizationConnection = Connection[*Organization]
	// PlaceConnection is a page of places.
	PlaceConnection = Connection[*Place]
	// FactConnection is a page of facts.
	FactConnection = Connection[Fact]
	// MeetingConnection is a page of meetings.
	MeetingConnection = Connection[*Meeting]
	// SanctionConnection is a page of sanctions.
	SanctionConnection = Connection[*Sanction]
	// StatementConnection is a page of statements.
	StatementConnection = Connection[*Statement]
	// AgreementConnection is a page of agreements.
	AgreementConnection = Connection[*Agreement]
	// PositionConnection is a page of positions.
	PositionConnection = Connection[*Position]
	// AttackConnection is a page of attacks.
	AttackConnection = Connection[*Attack]
	// EventConnection is a page of events.
	EventConnection = Connection[*Event]
	// ArticleConnection is a page of articles.
	ArticleConnection = Connection[*Article]
	// ClaimConnection is a page of claims.
	ClaimConnection = Connection[*Claim]
	// NeighborConnection is a page of neighbours.
	NeighborConnection = Connection[*Neighbor]

	// EntityEdge is one of entities with its cursor.
	EntityEdge = Edge[Entity]
	// PersonEdge is one of people with its cursor.
	PersonEdge = Edge[*Person]
	// CountryEdge is one of countries with its cursor.
	CountryEdge = Edge[*Country]
	// OrganizationEdge is one of organizations with its cursor.
	OrganizationEdge = Edge[*Organization]
	// PlaceEdge is one of places with its cursor.
	PlaceEdge = Edge[*Place]
	// FactEdge is one of facts with its cursor.
	FactEdge = Edge[Fact]
	// MeetingEdge is one of meetings with its cursor.
	MeetingEdge = Edge[*Meeting]
	// SanctionEdge is one of sanctions with its cursor.
	SanctionEdge = Edge[*Sanction]
	// StatementEdge is one of statements with its cursor.
	StatementEdge = Edge[*Statement]
	// AgreementEdge is one of agreements with its cursor.
	AgreementEdge = Edge[*Agreement]
	// PositionEdge is one of positions with its cursor.
	PositionEdge = Edge[*Position]
	// AttackEdge is one of attacks with its cursor.
	AttackEdge = Edge[*Attack]
	// EventEdge is one of events with its cursor.
	EventEdge = Edge[*Event]
	// ArticleEdge is one of articles with its cursor.
	ArticleEdge = Edge[*Article]
	// ClaimEdge is one of claims with its cursor.
	ClaimEdge = Edge[*Claim]
	// NeighborEdge is one of neighbours with its cursor.
	NeighborEdge = Edge[*Neighbor]
)

// SearchConnection is a page of what a search finds.
type SearchConnection struct {
	Edges    []*SearchEdge
	PageInfo PageInfo
	// Count counts what the search finds; it is called only when a query asks for totalCount.
	Count func(context.Context) (int, error)
}

// Nodes returns the rows of the page, without cursors.
func (c *SearchConnection) Nodes() []SearchResult {
	nodes := make([]SearchResult, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}

// TotalCount returns how much the search finds.
func (c *SearchConnection) TotalCount(ctx context.Context) (int, error) { return c.Count(ctx) }
