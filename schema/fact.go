package schema

import (
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// Node is what an id names for good.
type Node interface{ IsNode() }

// Fact is what one or more claims speak of.
type Fact interface {
	Node
	IsFact()
	// Data returns what facts of all types have.
	Data() *FactData
}

type (
	// Meeting is people, countries or organizations meeting or talking.
	Meeting struct{ *FactData }
	// Sanction is one restricting another: sanctions, tariffs, embargoes.
	Sanction struct{ *FactData }
	// Statement is somebody saying something.
	Statement struct{ *FactData }
	// Agreement is parties agreeing on something.
	Agreement struct{ *FactData }
	// Position is somebody holding an office.
	Position struct{ *FactData }
	// Attack is somebody attacking somebody or something.
	Attack struct{ *FactData }
	// Event is whatever else happens.
	Event struct{ *FactData }
)

// IsSearchResult marks what a search may find.
func (*FactData) IsSearchResult() {}

// FactData is a fact of any type.
type FactData struct {
	news.Fact
	// Group holds the facts that were loaded together with this one.
	Group *Group[*FactData]
}

// Typed returns f as the type of the schema that it belongs to.
func (f *FactData) Typed() Fact {
	switch f.Fact.Type {
	case news.Meeting:
		return &Meeting{f}
	case news.Sanction:
		return &Sanction{f}
	case news.Statement:
		return &Statement{f}
	case news.Agreement:
		return &Agreement{f}
	case news.Position:
		return &Position{f}
	case news.Attack:
		return &Attack{f}
	default:
		return &Event{f}
	}
}

// IsNode marks what an id names.
func (*FactData) IsNode() {}

// IsFact marks facts.
func (*FactData) IsFact() {}

// Data returns what facts of all types have.
func (f *FactData) Data() *FactData { return f }

// Date returns when it happens, and nil when that is unknown.
func (f *FactData) Date() *news.DateRange { return dateRange(f.Fact.Date) }

// ArticleCount returns how many articles have a claim of it.
func (f *FactData) ArticleCount() int { return f.Articles }

// OriginCount returns how many independent texts there are among its articles.
func (f *FactData) OriginCount() int { return f.Origins }

// Mode returns how people meet.
func (f *FactData) Mode() *Lower { return oneOf(f.Fact.Mode, "in_person", "call", "video") }

// Topic returns what a meeting is about.
func (f *FactData) Topic() *string { return text(f.Fact.Topic) }

// Count returns how often it happens, and nil when that is once or an open number.
func (f *FactData) Count() *int {
	if f.Fact.Count > 0 {
		return &f.Fact.Count
	}
	return nil
}

// Repeated reports whether articles speak of several happenings together.
func (f *FactData) Repeated() bool { return f.Fact.Count != 0 }

// Measure returns what a sanction consists of; a measure that the schema
// does not know is "other".
func (f *FactData) Measure() *Lower {
	if f.Fact.Measure == "" {
		return nil
	}
	if m := oneOf(f.Fact.Measure, "sanctions", "tariff", "embargo", "asset_freeze", "travel_ban",
		"export_control", "flight_ban", "expulsion", "aid_suspension"); m != nil {
		return m
	}
	other := Lower("other")
	return &other
}

// Rate returns how high a tariff is.
func (f *FactData) Rate() *string { return text(f.Fact.Rate) }

// Goods returns what a sanction falls on.
func (f *FactData) Goods() *string { return text(f.Fact.Goods) }

// Reason returns why a sanction is imposed.
func (f *FactData) Reason() *string { return text(f.Fact.Reason) }

// Condition returns the clause that it hangs on.
func (f *FactData) Condition() *string { return text(f.Fact.Condition) }

// InForce returns whether a sanction is in force, and nil when that is unknown.
func (f *FactData) InForce() *bool {
	switch f.Fact.InForce {
	case "true", "false":
		v := f.Fact.InForce == "true"
		return &v
	}
	return nil
}

// Text returns what is said.
func (f *FactData) Text() *string { return text(f.Fact.Text) }

// Medium returns where something is said.
func (f *FactData) Medium() *string { return text(f.Fact.Medium) }

// Act returns what kind of saying a statement is.
func (f *FactData) Act() *Lower {
	return oneOf(f.Fact.Act, "says", "accuses", "demands", "threatens", "rejects", "supports",
		"promises", "denies", "apologises")
}

// Name returns an agreement's name.
func (f *FactData) Name() *string { return text(f.Fact.Name) }

// Title returns the office of a position.
func (f *FactData) Title() *string { return text(f.Fact.Title) }

// Kind returns what kind of attack or event it is.
func (f *FactData) Kind() *string { return text(f.Fact.Kind) }

func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func oneOf(s string, values ...string) *Lower {
	if !slices.Contains(values, s) {
		return nil
	}
	l := Lower(s)
	return &l
}

func dateRange(r news.DateRange) *news.DateRange {
	if r.IsZero() {
		return nil
	}
	return &r
}
