package eval

import "github.com/newsgraph/newsgraph/news"

// Marks are the names, expressions of time, attributions and roles that are
// marked in an article: what facts are made of. What annotators call optional is
// neither missed nor, where it is found, invented.
type Marks struct {
	Names                []Name        `json:"entities"`
	Times                []Time        `json:"timex"`
	TimesOptional        []Time        `json:"timex_optional"`
	Attributions         []Attribution `json:"attributions"`
	AttributionsOptional []Attribution `json:"attributions_optional"`
	Roles                []Role        `json:"roles"`
	RolesOptional        []Role        `json:"roles_optional"`
}

// Name is a stretch that names somebody or something.
type Name struct {
	news.Span
	// Type is person, organisation or organization, country or location; Kind is named or optional.
	Type string `json:"type"`
	Kind string `json:"kind"`
}

// Time is an expression of time with its TIMEX3 value.
type Time struct {
	news.Span
	Value string `json:"value"`
}

// Attribution is who says what, by the words that tell it.
type Attribution struct {
	Source  []news.Span `json:"source"`
	Cue     []news.Span `json:"cue"`
	Content []news.Span `json:"content"`
	Direct  bool        `json:"direct"`
}

// Role is an office or function of a person.
type Role struct {
	Person news.Span `json:"person"`
	Title  string    `json:"title"`
	// Of is the name of a country or organization, nil for none; OfAccept are further right ones.
	Of       *string   `json:"of"`
	OfAccept []*string `json:"of_accept"`
	Former   bool      `json:"former"`
	// FormerAny is true where former and present are both right.
	FormerAny bool `json:"former_any"`
}
