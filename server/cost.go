package server

import (
	"context"
	"encoding/json"
	"math"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/resolvers"
)

// What an operation may cost before anything of it runs.
const (
	// maxCost is how many fields an answer may have when all its lists are as
	// long as they may be.
	maxCost = 50_000
	// maxStatements is how many fields may need a statement of their own.
	maxStatements = 150
	// maxDepth is how deep fields may be nested.
	maxDepth = 20

	// usualPage is how long a page is that doesn't say so, usualList how long
	// lists without pages are taken to be.
	usualPage = 20
	usualList = 4
)

// costLimit refuses operations that would cost too much.
type costLimit struct{}

func init() {
	// Over HTTP such an operation gets the status of an invalid one, over
	// WebSocket an error message.
	errcode.RegisterErrorType(string(news.CostLimit), errcode.KindProtocol)
}

// ExtensionName returns a name for gqlgen's messages.
func (costLimit) ExtensionName() string { return "CostLimit" }

// Validate accepts every schema.
func (costLimit) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext returns an error when the operation costs too much.
func (costLimit) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	m := measurer{variables: op.Variables, fragments: map[string]measure{}}
	got := m.set(op.Operation.SelectionSet)
	var err *news.Error
	switch {
	case got.depth > maxDepth:
		err = news.Errorf(news.CostLimit, "The query is %d levels deep; at most %d are allowed. Ask for less at once.", got.depth, maxDepth)
	case got.statements > maxStatements:
		err = news.Errorf(news.CostLimit, "The query has %d fields that need the database; at most %d are allowed. Ask for less at once.", got.statements, maxStatements)
	case got.cost > maxCost:
		err = news.Errorf(news.CostLimit, "The query costs %d; at most %d is allowed. Ask for shorter pages (first, last) or fewer levels.", got.cost, maxCost)
	default:
		return nil
	}
	// Not resolvers.Present alone: the transport reads the code before it presents.
	return &gqlerror.Error{Err: err, Message: err.Msg, Extensions: resolvers.Present(ctx, err).Extensions}
}

// measure is what a selection costs.
type measure struct{ cost, statements, depth int }

// measurer measures an operation. Each fragment is measured once, however
// often and however deep it is spread, so that measuring takes time linear in
// the length of the query.
type measurer struct {
	variables map[string]any
	fragments map[string]measure
}

func (m *measurer) set(set ast.SelectionSet) measure {
	var sum measure
	for _, s := range set {
		var one measure
		switch s := s.(type) {
		case *ast.Field:
			one = m.field(s)
		case *ast.InlineFragment:
			one = m.set(s.SelectionSet)
		case *ast.FragmentSpread:
			one = m.fragment(s)
		}
		sum = measure{plus(sum.cost, one.cost), plus(sum.statements, one.statements), max(sum.depth, one.depth)}
	}
	return sum
}

func (m *measurer) fragment(s *ast.FragmentSpread) measure {
	if known, ok := m.fragments[s.Name]; ok {
		return known
	}
	var got measure
	if s.Definition != nil { // validation has seen to it, and that there is no cycle
		got = m.set(s.Definition.SelectionSet)
	}
	m.fragments[s.Name] = got
	return got
}

func (m *measurer) field(f *ast.Field) measure {
	if strings.HasPrefix(f.Name, "__") || f.Definition == nil {
		return measure{cost: 1, depth: 1} // of the schema, which validation bounds by itself
	}
	inner := m.set(f.SelectionSet)
	got := measure{plus(1, times(m.size(f), inner.cost)), inner.statements, inner.depth + 1}
	if loads(f) {
		got.statements = plus(got.statements, 1)
	}
	return got
}

// size returns how many things the field holds at most.
func (m *measurer) size(f *ast.Field) int {
	for _, name := range []string{"first", "last", "ids", "input"} {
		arg := f.Arguments.ForName(name)
		if arg == nil {
			continue
		}
		value, err := arg.Value.Value(m.variables)
		if err != nil || value == nil {
			continue
		}
		return length(value)
	}
	switch {
	case f.Definition.Arguments.ForName("first") != nil:
		return usualPage
	case f.Definition.Type.Elem == nil || within(f):
		return 1
	default:
		return usualList
	}
}

// length returns what an argument says about the length of a list.
func length(value any) int {
	switch v := value.(type) {
	case int64:
		return int(min(max(v, 0), math.MaxInt32))
	case int:
		return min(max(v, 0), math.MaxInt32)
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return length(n)
		}
		return math.MaxInt32
	case []any:
		return len(v)
	default:
		return 1
	}
}

// within reports whether the field belongs to a page, which its connection
// has counted already.
func within(f *ast.Field) bool {
	parent := f.ObjectDefinition
	return parent != nil && (strings.HasSuffix(parent.Name, "Connection") || strings.HasSuffix(parent.Name, "Edge"))
}

// parts are types that come with their owner.
var parts = []string{"PageInfo", "DateRange", "Evidence", "Mention", "FactCount"}

// loads reports whether the field may need a statement.
func loads(f *ast.Field) bool {
	if f.Name == "totalCount" || f.Name == "factCount" || f.Name == "text" {
		return true
	}
	return len(f.SelectionSet) > 0 && !within(f) && !slices.Contains(parts, f.Definition.Type.Name())
}

// plus and times stay at the greatest int instead of wrapping.
func plus(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}

func times(a, b int) int {
	if b != 0 && a > math.MaxInt/b {
		return math.MaxInt
	}
	return a * b
}
