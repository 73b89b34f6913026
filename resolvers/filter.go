package resolvers

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/schema"
)

// listName names a list for its cursors: what it holds and in which order.
func listName(of, by string, descending bool) string {
	if descending {
		return of + " " + by + " desc"
	}
	return of + " " + by
}

// narrowed returns the types asked for as far as they are only.
func narrowed[T comparable](asked []T, only T) []T {
	if asked == nil || slices.Contains(asked, only) {
		return []T{only}
	}
	return []T{}
}

func factFilter(f *schema.FactFilter) (graph.FactFilter, error) {
	if f == nil {
		return graph.FactFilter{}, nil
	}
	out := graph.FactFilter{
		Types: f.Types, Standing: f.Standing, Status: f.Status, Kinds: f.Kinds, Measures: lowers(f.Measures),
		From: or(f.From), To: or(f.To), ReportedFrom: or(f.ReportedFrom), ReportedTo: or(f.ReportedTo),
		Entities: f.Entities, AnyEntity: f.AnyEntity, Place: or(f.Place), Text: or(f.Text),
		MinConfidence: f.MinConfidence, MinOrigins: f.MinOrigins, Contested: f.Contested,
	}
	for _, r := range f.Roles {
		out.Roles = append(out.Roles, graph.RoleFilter{Role: r.Role, Entities: r.Entities})
	}
	return out, checkText(f.Text)
}

func factOrder(o *schema.FactOrder) (by graph.FactOrder, descending bool) {
	if o == nil {
		return graph.ByDate, true
	}
	fields := map[schema.FactOrderField]graph.FactOrder{
		schema.FactOrderFieldDate: graph.ByDate, schema.FactOrderFieldFirstReported: graph.ByFirstReported,
		schema.FactOrderFieldLastReported: graph.ByLastReported, schema.FactOrderFieldConfidence: graph.ByConfidence,
		schema.FactOrderFieldOrigins: graph.ByOrigins,
	}
	return fields[o.Field], o.Direction == schema.DirectionDesc
}

func entityFilter(f *schema.EntityFilter) (graph.EntityFilter, error) {
	if f == nil {
		return graph.EntityFilter{}, nil
	}
	var codes []string
	for _, c := range f.Codes {
		codes = append(codes, strings.ToUpper(c))
	}
	return graph.EntityFilter{Types: f.Types, Text: or(f.Text), Wikidata: f.Wikidata, Codes: codes, MinFacts: f.MinFacts, Article: or(f.Article)}, checkText(f.Text)
}

func entityOrder(o *schema.EntityOrder) (by graph.EntityOrder, descending bool) {
	if o == nil {
		return graph.ByArticles, true
	}
	fields := map[schema.EntityOrderField]graph.EntityOrder{
		schema.EntityOrderFieldName: graph.ByName, schema.EntityOrderFieldArticles: graph.ByArticles, schema.EntityOrderFieldFacts: graph.ByFacts,
	}
	return fields[o.Field], o.Direction == schema.DirectionDesc
}

func articleFilter(f *schema.ArticleFilter) (graph.ArticleFilter, error) {
	if f == nil {
		return graph.ArticleFilter{}, nil
	}
	return graph.ArticleFilter{From: or(f.From), To: or(f.To), Sources: f.Sources, Languages: f.Languages, Entities: f.Entities, Text: or(f.Text)}, checkText(f.Text)
}

func articleOrder(o *schema.ArticleOrder) (by graph.ArticleOrder, descending bool) {
	if o == nil {
		return graph.ByPublished, true
	}
	by = graph.ByPublished
	if o.Field == schema.ArticleOrderFieldRecorded {
		by = graph.ByRecorded
	}
	return by, o.Direction == schema.DirectionDesc
}

func neighborFilter(f *schema.NeighborFilter) graph.NeighborFilter {
	if f == nil {
		return graph.NeighborFilter{}
	}
	return graph.NeighborFilter{Types: f.Types, FactTypes: f.FactTypes, Standing: f.Standing, From: or(f.From), To: or(f.To)}
}

func claimFilter(f *schema.ClaimFilter) graph.ClaimFilter {
	if f == nil {
		return graph.ClaimFilter{}
	}
	return graph.ClaimFilter{Types: f.Types, Standing: f.Standing, Status: f.Status, MinConfidence: f.MinConfidence}
}

func lowers(list []schema.Lower) []string {
	if list == nil {
		return nil
	}
	out := make([]string, len(list))
	for i, l := range list {
		out[i] = string(l)
	}
	return out
}

// checkText refuses a text filter that no text could meet.
func checkText(text *string) error {
	if text == nil || graph.HasWords(*text) && len(*text) <= maxQuery {
		return nil
	}
	return news.Errorf(news.BadInput, "The text to look for needs a word, a letter or digit at least, and at most %d characters.", maxQuery)
}

// or returns *p, and the zero value when p is nil.
func or[T any](p *T) T {
	var zero T
	if p == nil {
		return zero
	}
	return *p
}
