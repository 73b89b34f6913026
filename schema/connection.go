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

// The connections and edges of the schema, by what they hold.
type (
	EntityConnection       = Connection[Entity]
	PersonConnection       = Connection[*Person]
	CountryConnection      = Connection[*Country]
	OrganizationConnection = Connection[*Organization]
	PlaceConnection        = Connection[*Place]
	FactConnection         = Connection[Fact]
	MeetingConnection      = Connection[*Meeting]
	SanctionConnection     = Connection[*Sanction]
	StatementConnection    = Connection[*Statement]
	AgreementConnection    = Connection[*Agreement]
	PositionConnection     = Connection[*Position]
	AttackConnection       = Connection[*Attack]
	EventConnection        = Connection[*Event]
	ArticleConnection      = Connection[*Article]
	ClaimConnection        = Connection[*Claim]
	NeighborConnection     = Connection[*Neighbor]

	EntityEdge       = Edge[Entity]
	PersonEdge       = Edge[*Person]
	CountryEdge      = Edge[*Country]
	OrganizationEdge = Edge[*Organization]
	PlaceEdge        = Edge[*Place]
	FactEdge         = Edge[Fact]
	MeetingEdge      = Edge[*Meeting]
	SanctionEdge     = Edge[*Sanction]
	StatementEdge    = Edge[*Statement]
	AgreementEdge    = Edge[*Agreement]
	PositionEdge     = Edge[*Position]
	AttackEdge       = Edge[*Attack]
	EventEdge        = Edge[*Event]
	ArticleEdge      = Edge[*Article]
	ClaimEdge        = Edge[*Claim]
	NeighborEdge     = Edge[*Neighbor]
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
