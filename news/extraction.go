package news

// Extraction is what the extractor found in one article.
type Extraction struct {
	Article ID
	// Extractor is the version of rules, tables and weights that read it.
	Extractor string
	// Language is the BCP 47 tag of the text; other than "en", everything else is empty.
	Language string
	Entities []Mentioned
	Claims   []Claim
	Timexes  []Timex
	Reported []Attribution
}

// Mentioned is an entity with all its mentions in one article, in text order.
type Mentioned struct {
	Entity
	Mentions []Mention
}

// Timex is an expression of time as TIMEX3 has it.
type Timex struct {
	Span
	// Type is DATE, TIME, DURATION or SET.
	Type string `json:"type"`
	// Value is the TIMEX3 value: 2025-08-07, 2025-W33, 2025-08, 2025-Q3, P3W, PRESENT_REF.
	Value string `json:"value"`
}

// Attribution is a reported or quoted statement with the words that name its
// source, also where the source has no name ("critics").
type Attribution struct {
	Source  []Span `json:"source"`
	Cue     []Span `json:"cue"`
	Content []Span `json:"content"`
	// Direct is true when the content is quoted.
	Direct bool `json:"direct"`
}
